//! One import: looked through, chosen, taken in.

use axum::extract::{Form, Query};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use dure_domain::ImportId;
use dure_roster::{Field, Mapping};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use crate::roster::actions::{self, DONE, LOOKING};
use crate::roster::choices::RowChoice;
use crate::roster::pages::preview::{self, Shown, View};
use crate::roster::pages::{PER_PAGE, front};
use crate::roster::report;

/// Seconds until a page of an import under way is fetched again.
const AGAIN_SECS: &str = "2";

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    view: String,
    page: Option<u64>,
    done: String,
}

/// Fields of a form whose names hold a number.
type Fields = Form<Vec<(String, String)>>;

/// `GET /roster/imports`
pub async fn history(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.unwrap_or(1).max(1);
    let (lines, names, count) = actions::history(&visit.app, &visit.viewer, page, PER_PAGE as u64).await?;
    Ok(front::history(&visit, &lines, &names, page, count))
}

/// `GET /roster/imports/{id}`
pub async fn show(visit: Visit, Key(id): Key<ImportId>, Query(asked): Query<Asked>) -> Result<Response> {
    let import = actions::find(&visit.app, &visit.viewer, id).await?;
    let page = asked.page.unwrap_or(1).max(1);
    let view = View::from_word(&asked.view);
    let choices = actions::choices_of(&import)?;
    let group = actions::group_name(&visit.app, choices.group).await?;
    match import.state.as_str() {
        LOOKING => {
            let seen = actions::look_through(&visit.app, &visit.viewer, id).await?;
            let shown = Shown {
                import: &seen.import,
                report: &seen.report,
                choices: &seen.choices,
                reading: Some(&seen.reading),
                suspects: &seen.suspects,
                group,
                view: view.unwrap_or(View::Columns),
                page,
                done: &asked.done,
            };
            Ok(preview::looking(&visit, &shown).into_response())
        }
        DONE => {
            let report = report::of_import(&import.report)?;
            let view = view.filter(|view| !matches!(view, View::Columns | View::Doubles));
            let first = if report.remarks.is_empty() { View::New } else { View::Problems };
            let shown = Shown {
                import: &import,
                report: &report,
                choices: &choices,
                reading: None,
                suspects: &[],
                group,
                view: view.unwrap_or(first),
                page,
                done: "",
            };
            Ok(preview::done(&visit, &shown).into_response())
        }
        _ => {
            let report = report::of_import(&import.report)?;
            let again = (HeaderName::from_static("refresh"), HeaderValue::from_static(AGAIN_SECS));
            Ok((AppendHeaders([again]), preview::running(&visit, &import, &report)).into_response())
        }
    }
}

fn back(id: ImportId, view: View) -> Redirect {
    Redirect::to(&format!("/roster/imports/{id}?view={}&done=chosen", view.word()))
}

/// `POST /roster/imports/{id}/columns`
pub async fn columns(visit: Visit, Key(id): Key<ImportId>, Form(fields): Fields) -> Result<Redirect> {
    let mut mapping = Mapping::default();
    for (name, value) in &fields {
        let column = name.strip_prefix("column-").and_then(|column| column.parse().ok());
        let field: Option<Field> = value.parse().ok();
        mapping.columns.extend(column.zip(field));
    }
    if mapping.columns.is_empty() {
        return Err(Error::BadRequest("no column".into()));
    }
    actions::choose(&visit.app, &visit.viewer, id, |choices| choices.mapping = Some(mapping)).await?;
    Ok(back(id, View::Columns))
}

/// `POST /roster/imports/{id}/sheet`: another sheet has other columns and rows.
pub async fn sheet(visit: Visit, Key(id): Key<ImportId>, Form(fields): Fields) -> Result<Redirect> {
    let sheet = fields.iter().find(|(name, _)| name == "sheet").map(|(_, sheet)| sheet.clone());
    let sheet = sheet.ok_or_else(|| Error::BadRequest("no sheet".into()))?;
    actions::check_sheet(&visit.app, &visit.viewer, id, &sheet)
        .await?
        .map_err(|error| Error::Rule(crate::roster::words::unreadable(visit.lang(), &error)))?;
    actions::choose(&visit.app, &visit.viewer, id, |choices| {
        choices.sheet = Some(sheet);
        choices.mapping = None;
        choices.rows.clear();
    })
    .await?;
    Ok(back(id, View::Columns))
}

/// `POST /roster/imports/{id}/industries`
pub async fn industries(visit: Visit, Key(id): Key<ImportId>, Form(fields): Fields) -> Result<Redirect> {
    let value =
        |name: String| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    let chosen: Vec<(String, String)> = (0..fields.len())
        .map_while(|at| value(format!("text-{at}")).zip(value(format!("industry-{at}"))))
        .collect();
    actions::choose(&visit.app, &visit.viewer, id, |choices| {
        for (text, code) in chosen {
            match code.parse::<dure_domain::Industry>() {
                Ok(code) => choices.industries.insert(text, code.to_string()),
                Err(_) => choices.industries.remove(&text),
            };
        }
    })
    .await?;
    Ok(back(id, View::Columns))
}

/// `POST /roster/imports/{id}/rows`
pub async fn rows(visit: Visit, Key(id): Key<ImportId>, Form(fields): Fields) -> Result<Redirect> {
    actions::choose(&visit.app, &visit.viewer, id, |choices| {
        for (name, value) in &fields {
            let Some(row) = name.strip_prefix("row-").and_then(|row| row.parse().ok()) else { continue };
            match row_choice(value) {
                Some(choice) => choices.rows.insert(row, choice),
                None => choices.rows.remove(&row),
            };
        }
    })
    .await?;
    Ok(back(id, View::Doubles))
}

/// `same:…`, `not:…` and `skip`; anything else is no choice.
fn row_choice(value: &str) -> Option<RowChoice> {
    if value == "skip" {
        return Some(RowChoice::Skip);
    }
    let (what, firm) = value.split_once(':')?;
    let firm = firm.parse().ok()?;
    match what {
        "same" => Some(RowChoice::Same(firm)),
        "not" => Some(RowChoice::Not(firm)),
        _ => None,
    }
}

/// `POST /roster/imports/{id}/take-in`
pub async fn take_in(visit: Visit, Key(id): Key<ImportId>) -> Result<Redirect> {
    actions::start(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("/roster/imports/{id}")))
}
