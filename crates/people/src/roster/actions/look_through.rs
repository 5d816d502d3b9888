//! The preview: what an import would do, planned on the present roster and thrown away.

use std::collections::BTreeMap;

use dure_domain::{Id, ImportId, Subject};
use dure_roster::{Problem, ProblemKind, ReadError, RosterRow, Severity, bad_rows_xlsx};
use dure_store::{Record, Store};
use dure_tables::{firms, imports};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::json;

use super::super::choices::{Choices, Scope};
use super::super::plan::{self, suspects};
use super::super::reading::Reading;
use super::super::remark::Remark;
use super::super::report::Report;
use super::super::store;
use super::{LOOKING, choices_of, find, scope_of};

/// What an import would do.
pub struct Preview {
    /// The import.
    pub import: imports::Model,
    /// What is chosen so far.
    pub choices: Choices,
    /// The file, read.
    pub reading: Reading,
    /// What would happen; none of it has.
    pub report: Report,
    /// New rows and the firms that they may mean.
    pub suspects: Vec<(RosterRow, firms::Model)>,
}

/// What the import would do to the present roster.
pub async fn look_through(app: &App, viewer: &Viewer, id: ImportId) -> Result<Preview> {
    let import = find(app, viewer, id).await?;
    let scope = scope_of(viewer, import.federation_id).ok_or(Error::Forbidden)?;
    preview_of(&app.store, import, scope).await
}

/// As [`look_through`], for whoever may reach so far.
pub async fn preview_of(store: &Store, import: imports::Model, scope: Scope) -> Result<Preview> {
    let choices = choices_of(&import)?;
    let (reading, import) = read_again(import, choices.clone()).await?;
    let emails = reading.emails();
    let roster = store::snapshot(store.read(), import.federation_id, store.now(), &emails).await?;
    let planned = tokio::task::spawn_blocking(move || {
        let sheet = reading.sheeted();
        let mut count = 0_u128;
        let mut new_id = || {
            count += 1;
            uuid::Uuid::from_u128(count)
        };
        let before = roster.clone();
        let plan = plan::plan(roster, &sheet, sheet.rows.len(), &choices, &scope, &mut new_id);
        let report = Report::of(&plan, sheet.rows.len());
        let found = suspects::find(&before, &sheet.rows, &plan.rows);
        let suspects = found.into_iter().map(|suspect| (suspect.row.clone(), suspect.firm)).collect();
        Preview { import, choices, reading, report, suspects }
    });
    planned.await.map_err(|error| Error::Internal(error.to_string()))
}

/// The kept file, read as the choices say; parsing a long one must not hold up other visitors.
pub(super) async fn read_again(
    import: imports::Model,
    choices: Choices,
) -> Result<(Reading, imports::Model)> {
    let read = tokio::task::spawn_blocking(move || {
        Reading::of(&import.file, &import.file_name, &choices).map(|reading| (reading, import))
    });
    let read = read.await.map_err(|error| Error::Internal(error.to_string()))?;
    read.map_err(|error| Error::Rule(error.korean()))
}

/// Whether another sheet of the file can be read as a roster.
pub async fn check_sheet(
    app: &App,
    viewer: &Viewer,
    id: ImportId,
    sheet: &str,
) -> Result<Result<(), ReadError>> {
    let import = find(app, viewer, id).await?;
    let choices = Choices { sheet: Some(sheet.to_owned()), ..Choices::default() };
    let read = tokio::task::spawn_blocking(move || Reading::of(&import.file, &import.file_name, &choices));
    let read = read.await.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(read.map(drop))
}

/// Keeps other choices; refused once the import has begun.
pub async fn choose(
    app: &App,
    viewer: &Viewer,
    id: ImportId,
    change: impl FnOnce(&mut Choices),
) -> Result<()> {
    let import = find(app, viewer, id).await?;
    if import.state != LOOKING {
        return Err(Error::ChangedMeanwhile);
    }
    let mut choices = choices_of(&import)?;
    change(&mut choices);
    let mapping = serde_json::to_string(&choices).map_err(|error| Error::Internal(error.to_string()))?;
    let (mapping, federation) = (&mapping, import.federation_id);
    app.act(viewer, |tx| {
        let mapping = mapping.clone();
        async move {
            let after = Some(json!({"choices": mapping}));
            let row = imports::ActiveModel { id: Set(id), mapping: Set(mapping), ..Default::default() };
            row.update(tx.db()).await?;
            let (action, subject) = ("roster.choose", Subject::Import);
            tx.record(Record {
                action,
                subject,
                id: id.uuid(),
                federation: Some(federation),
                before: None,
                after,
            });
            Ok(())
        }
    })
    .await
}

/// The rows that cannot be taken, untouched, as a workbook with the reasons in a last column.
pub async fn bad_rows(
    import: imports::Model,
    report: &Report,
    word: impl Fn(&Remark) -> String + Send + 'static,
) -> Result<Vec<u8>> {
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for remark in report.remarks.iter().filter(|remark| remark.kind.is_bad()) {
        reasons.entry(remark.row).or_default().push(word(remark));
    }
    let (reading, _) = {
        let choices = choices_of(&import)?;
        read_again(import, choices).await?
    };
    let written = tokio::task::spawn_blocking(move || {
        let problems: Vec<Problem> = reasons
            .keys()
            .map(|row| Problem {
                row: *row,
                column: None,
                severity: Severity::Error,
                kind: ProblemKind::NoFirm,
                original: String::new(),
            })
            .collect();
        bad_rows_xlsx(&reading.book.sheet, &problems, |problem| reasons[&problem.row].join("\n"))
    });
    let written = written.await.map_err(|error| Error::Internal(error.to_string()))?;
    written.map_err(|error| Error::Internal(error.to_string()))
}
