//! The import itself: planned and written in a few transactions, so that others can write in
//! between and one sees how far it has come. Each takes the rows from the first on, which changes
//! nothing about those that are in already; so it may be broken off anywhere and begun again.

use std::sync::Arc;

use dure_domain::{Id, ImportId, PersonId, Subject};
use dure_store::{Actor, Record, Store, Tx};
use dure_tables::{imports, people};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::sessions;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::json;

use super::super::apply;
use super::super::choices::{Choices, Scope};
use super::super::plan::{self, Sheeted};
use super::super::report::{self, Report};
use super::super::store;
use super::look_through::read_again;
use super::{DONE, LOOKING, RUNNING, WAITING, choices_of, find, scope_of};

/// The kind of job that takes a roster in; its payload is the [`ImportId`].
pub const IMPORT: &str = "roster.import";
/// Rows of one transaction.
const ROWS_AT_ONCE: usize = 1_000;
/// Long files are not cut into more transactions than this.
const MOST_STEPS: usize = 10;

/// Called with the rows that are done, and how many there are.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Send + Sync);

/// Lets the import begin: from now on the choices hold.
pub async fn start(app: &App, viewer: &Viewer, id: ImportId) -> Result<()> {
    let import = find(app, viewer, id).await?;
    scope_of(viewer, import.federation_id).ok_or(Error::Forbidden)?;
    app.act(viewer, |tx| async move {
        let import = store::import(tx.db(), id).await?.ok_or(Error::NotFound)?;
        if import.state != LOOKING {
            tx.quiet();
            return Ok(());
        }
        let row = imports::ActiveModel { id: Set(id), state: Set(WAITING.to_owned()), ..Default::default() };
        row.update(tx.db()).await?;
        tx.job(IMPORT, &id, tx.at())?;
        note(&tx, &import, "roster.start", None);
        Ok(())
    })
    .await
}

/// The job: the importer's offices are looked up again, for they may have ended meanwhile.
pub async fn take_in_job(app: App, id: ImportId) -> Result<()> {
    let import = store::import(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    let person = import.person_id.ok_or(Error::Forbidden)?;
    let scope = {
        let viewer = viewer(&app, person).await?;
        scope_of(&viewer, import.federation_id).ok_or(Error::Forbidden)?
    };
    take_in(&app.store, import, Actor::Person(person), scope, &|_, _| {}).await?;
    app.viewers.clear();
    Ok(())
}

async fn viewer(app: &App, person: PersonId) -> Result<Viewer> {
    let person = people::Entity::find_by_id(person).one(app.store.read()).await?;
    let person = person.filter(|person| person.left_at.is_none()).ok_or(Error::Forbidden)?;
    sessions::load_viewer(app, person, None).await
}

/// Takes the file in and says what was done.
pub async fn take_in(
    store: &Store,
    import: imports::Model,
    actor: Actor,
    scope: Scope,
    progress: Progress<'_>,
) -> Result<Report> {
    if import.state == DONE {
        return report::of_import(&import.report);
    }
    let choices = choices_of(&import)?;
    let mut report = report::of_import(&import.report)?;
    let (reading, import) = read_again(import, choices.clone()).await?;
    let emails = reading.emails();
    let work = Arc::new(Work { sheet: reading.sheeted(), emails, choices, scope, import });
    report.of = work.sheet.rows.len();
    let step = work.step();
    loop {
        let until = (report.done + step).min(report.of);
        report = one_step(store, actor, &work, report, until).await?;
        progress(report.done, report.of);
        if report.done >= report.of {
            return Ok(report);
        }
    }
}

/// What every step needs.
struct Work {
    sheet: Sheeted,
    emails: Vec<String>,
    choices: Choices,
    scope: Scope,
    import: imports::Model,
}

impl Work {
    /// A group's roster is taken in as one: what its secretary may change must not depend on what
    /// an earlier step has brought into the group.
    fn step(&self) -> usize {
        match self.scope {
            Scope::Federation => ROWS_AT_ONCE.max(self.sheet.rows.len().div_ceil(MOST_STEPS)),
            Scope::Groups(_) => self.sheet.rows.len().max(1),
        }
    }
}

async fn one_step(
    store: &Store,
    actor: Actor,
    work: &Arc<Work>,
    report: Report,
    until: usize,
) -> Result<Report> {
    let before = Arc::new(report);
    store
        .write::<_, Error, _, _>(actor, |tx| {
            let (work, before) = (work.clone(), before.clone());
            async move {
                let federation = work.import.federation_id;
                let roster = store::snapshot(tx.db(), federation, tx.at(), &work.emails).await?;
                let mut new_id = || tx.id::<ImportId>().uuid();
                let plan = plan::plan(roster, &work.sheet, until, &work.choices, &work.scope, &mut new_id);
                apply::write(&tx, &plan.snapshot).await?;
                let mut report = (*before).clone();
                report.take_in(&plan, until);
                save(&tx, &work.import, &report).await?;
                Ok(report)
            }
        })
        .await
}

async fn save(tx: &Tx, import: &imports::Model, report: &Report) -> Result<()> {
    let is_done = report.done >= report.of;
    let row = imports::ActiveModel {
        id: Set(import.id),
        report: Set(serde_json::to_string(report).map_err(|error| Error::Internal(error.to_string()))?),
        state: Set(if is_done { DONE } else { RUNNING }.to_owned()),
        finished_at: Set(is_done.then(|| tx.at())),
        ..Default::default()
    };
    row.update(tx.db()).await?;
    let after = json!({"done": report.done, "new": report.new, "changed": report.changed, "bad": report.bad});
    note(tx, import, "roster.import", Some(after));
    Ok(())
}

fn note(tx: &Tx, import: &imports::Model, action: &'static str, after: Option<serde_json::Value>) {
    let (id, federation) = (import.id.uuid(), Some(import.federation_id));
    tx.record(Record { action, subject: Subject::Import, id, federation, before: None, after });
}
