//! Saying what a help was worth.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{AskId, DifficultyId, GiveKind, Won};
use dure_texts::{Lang, ledger as texts};
use dure_web::error::{Error, Result};
use dure_web::fields::Read;
use dure_web::paths::Key;
use dure_web::{Fields, Visit, sent};

use super::wrong;
use crate::ledger::actions::{self, Worth};
use crate::ledger::pages;
use crate::ledger::rules::{self, Side, Unread};

/// `GET /difficulties/{id}/asks/{ask}/worth`
pub async fn form(visit: Visit, Key((difficulty, ask)): Key<(DifficultyId, AskId)>) -> Result<Response> {
    show(&visit, difficulty, ask, &Fields::default(), &[]).await
}

async fn show(
    visit: &Visit,
    difficulty: DifficultyId,
    ask: AskId,
    fields: &Fields,
    errors: &[(String, String)],
) -> Result<Response> {
    let help = actions::help(visit.app.store.read(), difficulty, ask).await?;
    let sides = rules::may_state(&visit.viewer, &help.difficulty, &help.ask);
    if sides.is_empty() {
        return Err(Error::Forbidden);
    }
    Ok(sent::form(pages::worth_page(visit, &help, &sides, fields, errors), !errors.is_empty()))
}

/// `POST /difficulties/{id}/asks/{ask}/worth`
pub async fn state(
    visit: Visit,
    Key((difficulty, ask)): Key<(DifficultyId, AskId)>,
    fields: Fields,
) -> Result<Response> {
    match read(visit.lang(), &fields) {
        Ok(worth) => {
            actions::state(&visit.app, &visit.viewer, difficulty, ask, &worth).await?;
            Ok(Redirect::to(&format!("/difficulties/{difficulty}?done=stated#answer")).into_response())
        }
        Err(errors) => show(&visit, difficulty, ask, &fields, &errors).await,
    }
}

fn read(lang: Lang, fields: &Fields) -> Read<Worth> {
    let kind: Option<GiveKind> = fields.read("kind");
    let won = rules::won(fields.text("won"));
    let days = rules::days(fields.text("days"));
    let note = fields.text("note").to_owned();
    let mut errors = Vec::new();
    if kind.is_none() {
        errors.push(wrong("kind", texts::kind_missing(lang)));
    }
    match won {
        Err(Unread::TooMuch) => errors.push(wrong("won", texts::won_too_much(lang))),
        Err(Unread::Unclear) => errors.push(wrong("won", texts::won_unclear(lang))),
        Ok(won) if won == Won::ZERO && days == Ok(0) && note.is_empty() => {
            errors.push(wrong("won", texts::worth_missing(lang)));
        }
        Ok(_) => {}
    }
    match days {
        Err(Unread::TooMuch) => errors.push(wrong("days", texts::days_too_many(lang))),
        Err(Unread::Unclear) => errors.push(wrong("days", texts::days_unclear(lang))),
        Ok(_) => {}
    }
    match (kind, won, days) {
        (Some(kind), Ok(won), Ok(days)) if errors.is_empty() => {
            Ok(Worth { side: Side::from_word(fields.text("side")), kind, won, days, note })
        }
        _ => Err(errors),
    }
}
