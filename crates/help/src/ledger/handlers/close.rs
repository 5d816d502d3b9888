//! Closing a difficulty and opening it again.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{AskId, DifficultyId, Outcome};
use dure_texts::{Lang, ledger as texts};
use dure_web::error::Result;
use dure_web::fields::Read;
use dure_web::paths::Key;
use dure_web::{Fields, Visit, sent};

use super::wrong;
use crate::asks::rules::takes_help;
use crate::knowledge::actions::read_keeping;
use crate::ledger::actions::{self, Closing};
use crate::ledger::pages;

/// `GET /difficulties/{id}/close`
pub async fn form(visit: Visit, Key(difficulty): Key<DifficultyId>) -> Result<Response> {
    show(&visit, difficulty, &Fields::default(), &[]).await
}

async fn show(
    visit: &Visit,
    id: DifficultyId,
    fields: &Fields,
    errors: &[(String, String)],
) -> Result<Response> {
    let (difficulty, requests, names) = actions::to_close(&visit.app, &visit.viewer, id).await?;
    if !takes_help(difficulty.status) {
        return Ok(Redirect::to(&format!("/difficulties/{id}#answer")).into_response());
    }
    let page = pages::close_page(visit, &difficulty, &requests, &names, fields, errors);
    Ok(sent::form(page, !errors.is_empty()))
}

/// `POST /difficulties/{id}/close`
pub async fn close(visit: Visit, Key(difficulty): Key<DifficultyId>, fields: Fields) -> Result<Response> {
    let closing = match read(visit.lang(), &fields) {
        Ok(closing) => closing,
        Err(errors) => return show(&visit, difficulty, &fields, &errors).await,
    };
    let version: i32 = fields.read("version").unwrap_or_default();
    actions::close(&visit.app, &visit.viewer, difficulty, version, &closing).await?;
    Ok(Redirect::to(&format!("/difficulties/{difficulty}?done=closed#answer")).into_response())
}

/// `POST /difficulties/{id}/reopen`
pub async fn reopen(visit: Visit, Key(difficulty): Key<DifficultyId>) -> Result<Redirect> {
    actions::reopen(&visit.app, &visit.viewer, difficulty).await?;
    Ok(Redirect::to(&format!("/difficulties/{difficulty}?done=reopened#answer")))
}

fn read(lang: Lang, fields: &Fields) -> Read<Closing> {
    let outcome: Option<Outcome> = fields.read("outcome");
    let keep = fields.ticked("keep").then(|| read_keeping(lang, fields, fields.text("note"))).transpose();
    let mut errors = Vec::new();
    if outcome.is_none() {
        errors.push(wrong("outcome", texts::outcome_missing(lang)));
    }
    let helped = fields.all("helped").filter_map(|text| text.parse::<AskId>().ok()).collect();
    match (outcome, keep) {
        (Some(outcome), Ok(keep)) => {
            Ok(Closing { outcome, note: fields.text("note").to_owned(), helped, keep })
        }
        (_, keep) => {
            errors.extend(keep.err().unwrap_or_default());
            Err(errors)
        }
    }
}
