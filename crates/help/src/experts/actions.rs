//! The verbs of experts: look through, introduce oneself, change, withdraw.

use dure_domain::{ExpertId, PersonId, Subject};
use dure_matching::Kind;
use dure_store::Record;
use dure_tables::{cases, experts, people};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::rules::{self, Content, ExpertForm};
use super::{access, store};
use dure_web::{search, stamp};

pub use store::Expert;

/// Cards on a page.
pub const PER_PAGE: u64 = 24;
const MOST_FOUND: usize = 200;

/// One page of experts.
pub struct Listed {
    /// The page.
    pub experts: Vec<Expert>,
    /// How many there are on all pages.
    pub total: u64,
    /// False while the index is being built.
    pub ready: bool,
}

/// The experts of the viewer's federation, narrowed to words.
pub async fn list(app: &App, viewer: &Viewer, typed: &str, page: u64) -> Result<Listed> {
    let db = app.store.read();
    let all = store::of_federation(viewer.federation);
    let offset = page.saturating_sub(1).saturating_mul(PER_PAGE);
    let (rows, total) = match typed.trim() {
        "" => store::page(db, all, offset, PER_PAGE).await?,
        typed => {
            let ranked: Vec<ExpertId> = app.search.found(viewer.federation, Kind::Expert, typed, MOST_FOUND);
            let rows = store::among(db, all, &ranked).await?;
            search::page_of(rows, &ranked, |row| row.id, offset, PER_PAGE)
        }
    };
    let mut who = store::people_of(db, rows.iter().map(|row| row.person_id).collect()).await?;
    let experts = rows.into_iter().filter_map(|row| who.remove(&row.person_id).map(|person| (row, person)));
    Ok(Listed { experts: experts.collect(), total, ready: app.search.is_ready() })
}

/// What the page of an expert tells.
pub struct Portrait {
    /// Profile and person.
    pub expert: Expert,
    /// What was solved with this expert's help.
    pub cases: Vec<cases::Model>,
    /// Whether the viewer may change the profile.
    pub may_edit: bool,
}

/// The expert for the page.
pub async fn show(app: &App, viewer: &Viewer, id: ExpertId) -> Result<Portrait> {
    let db = app.store.read();
    let expert = store::find(db, id).await?.ok_or(Error::NotFound)?;
    let thing = access::thing(expert.0.federation_id, expert.0.person_id);
    access::SEE.require(viewer, &thing)?;
    let cases = store::solved_by(db, expert.0.federation_id, expert.0.person_id).await?;
    Ok(Portrait { may_edit: access::EDIT.allows(viewer, &thing), expert, cases })
}

/// The profile that the viewer may change, as it is stored.
pub async fn form_for(app: &App, viewer: &Viewer, id: ExpertId) -> Result<(Expert, ExpertForm)> {
    let expert = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    let thing = access::thing(expert.0.federation_id, expert.0.person_id);
    access::SEE.require(viewer, &thing)?;
    access::EDIT.require(viewer, &thing)?;
    let form = form_of(&expert.0)?;
    Ok((expert, form))
}

/// Writes what was typed into the form of a profile.
pub async fn update(
    app: &App,
    viewer: &Viewer,
    id: ExpertId,
    form: &ExpertForm,
) -> Result<Result<(), Faults>> {
    form_for(app, viewer, id).await?;
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    overwrite(app, viewer, id, &form.stamp, Some(content)).await.map(Ok)
}

/// Withdraws a profile.
pub async fn remove(app: &App, viewer: &Viewer, id: ExpertId, form: &ExpertForm) -> Result<()> {
    if form.stamp.is_empty() {
        return Err(Error::BadRequest("stamp".into()));
    }
    form_for(app, viewer, id).await?;
    overwrite(app, viewer, id, &form.stamp, None).await
}

async fn overwrite(
    app: &App,
    viewer: &Viewer,
    id: ExpertId,
    stamp: &str,
    content: Option<Content>,
) -> Result<()> {
    app.act(viewer, |tx| {
        let (stamp, content) = (stamp.to_owned(), content.clone());
        async move {
            let (profile, _) = store::find(tx.db(), id).await?.ok_or(Error::ChangedMeanwhile)?;
            let before = form_of(&profile)?;
            if before.stamp != stamp {
                return Err(Error::ChangedMeanwhile);
            }
            let mut row = profile.into_active_model();
            let action = match content {
                Some(content) => {
                    fill(&mut row, content);
                    "expert.edit"
                }
                None => {
                    row.removed_at = Set(Some(tx.at()));
                    "expert.remove"
                }
            };
            let profile = row.update(tx.db()).await?;
            tx.record(record(action, &profile, Some(&before))?);
            Ok(())
        }
    })
    .await
}

/// The person for whom the viewer may write a profile. One who has a profile already is led to it.
pub async fn newcomer(app: &App, viewer: &Viewer, id: PersonId) -> Result<(people::Model, Option<ExpertId>)> {
    let db = app.store.read();
    let person = store::person(db, id).await?.ok_or(Error::NotFound)?;
    let thing = access::thing(person.federation_id, id);
    access::SEE.require(viewer, &thing)?;
    access::INTRODUCE.require(viewer, &thing)?;
    let profile = store::of_person(db, id).await?.filter(|profile| profile.removed_at.is_none());
    Ok((person, profile.map(|profile| profile.id)))
}

/// Whether the viewer may call the person an expert: staff may; others only where the office says so.
pub async fn may_introduce(app: &App, viewer: &Viewer, id: PersonId) -> Result<bool> {
    Ok(viewer.holds(dure_domain::Office::Staff) || store::holds_office(app.store.read(), id).await?)
}

/// Writes a profile for somebody who has none.
pub async fn introduce(
    app: &App,
    viewer: &Viewer,
    id: PersonId,
    form: &ExpertForm,
) -> Result<Result<ExpertId, Faults>> {
    let (person, _) = newcomer(app, viewer, id).await?;
    if !may_introduce(app, viewer, id).await? {
        return Err(Error::Rule(dure_texts::experts::no_office(viewer.lang).to_owned()));
    }
    let content = match rules::read(form) {
        Ok(content) => content,
        Err(faults) => return Ok(Err(faults)),
    };
    let federation = person.federation_id;
    let written = app.act(viewer, |tx| {
        let content = content.clone();
        async move {
            let profile = match store::of_person(tx.db(), id).await? {
                Some(profile) if profile.removed_at.is_none() => return Err(Error::ChangedMeanwhile),
                Some(withdrawn) => {
                    let mut row = withdrawn.into_active_model();
                    row.removed_at = Set(None);
                    fill(&mut row, content);
                    row.update(tx.db()).await?
                }
                None => {
                    let mut row = experts::ActiveModel {
                        id: Set(tx.id()),
                        federation_id: Set(federation),
                        person_id: Set(id),
                        removed_at: Set(None),
                        ..Default::default()
                    };
                    fill(&mut row, content);
                    row.insert(tx.db()).await?
                }
            };
            tx.record(record("expert.introduce", &profile, None)?);
            Ok(profile.id)
        }
    });
    Ok(Ok(written.await?))
}

fn fill(row: &mut experts::ActiveModel, content: Content) {
    row.field = Set(content.field);
    row.body = Set(content.body);
    row.place_code = Set(content.place.and_then(|place| place.to_string().parse().ok()));
}

fn form_of(profile: &experts::Model) -> Result<ExpertForm> {
    let mut form = ExpertForm {
        field: profile.field.clone(),
        body: profile.body.clone(),
        place_code: profile.place_code.map(|code| code.to_string()).unwrap_or_default(),
        stamp: String::new(),
    };
    form.stamp = stamp::of(&form)?;
    Ok(form)
}

fn record(action: &'static str, profile: &experts::Model, before: Option<&ExpertForm>) -> Result<Record> {
    let (id, federation) = (profile.id, profile.federation_id);
    let after = profile.removed_at.is_none().then(|| form_of(profile)).transpose()?;
    Ok(Record::of(action, Subject::Expert, id, federation, before, after.as_ref())?)
}
