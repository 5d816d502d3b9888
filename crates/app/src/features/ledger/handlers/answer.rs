//! Confirming or disputing what the other side said, in the program and from a mail.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::SettlementId;
use dure_texts::ledger as texts;

use super::{id, wrong};
use crate::error::{Error, Result};
use crate::features::ledger::actions::{self, Answered, Statement};
use crate::features::ledger::links::Kind;
use crate::features::ledger::{pages, rules};
use crate::shell::{Fields, Guest, Visit};

fn back(answered: &Answered, done: &str) -> Redirect {
    let done = if matches!(answered, Answered::Before(_)) { "settled-before" } else { done };
    Redirect::to(&format!("/difficulties/{}?done={done}#answer", answered.settlement().difficulty_id))
}

/// `POST /settlements/{id}/confirm`
pub async fn confirm(visit: Visit, Path(settlement): Path<String>) -> Result<Redirect> {
    let answered = actions::confirm(&visit.app, Some(&visit.viewer), id(&settlement)?).await?;
    Ok(back(&answered, "confirmed"))
}

/// The statement, for who may answer it.
async fn for_answer(visit: &Visit, settlement: SettlementId) -> Result<Statement> {
    let found = actions::of_settlement(visit.app.store.read(), settlement).await?;
    match rules::may_answer(&visit.viewer, &found.help.difficulty, &found.help.ask, &found.settlement) {
        true => Ok(found),
        false => Err(Error::Forbidden),
    }
}

/// `GET /settlements/{id}/dispute`
pub async fn dispute_form(visit: Visit, Path(settlement): Path<String>) -> Result<Response> {
    let found = actions::of_settlement(visit.app.store.read(), id(&settlement)?).await?;
    let (difficulty, ask) = (&found.help.difficulty, &found.help.ask);
    match rules::own_side(&visit.viewer, difficulty, ask) {
        None => Err(Error::Forbidden),
        Some(_) if rules::may_answer(&visit.viewer, difficulty, ask, &found.settlement) => {
            Ok(show(Kind::Dispute, &visit, &found, &Fields::default(), &[]))
        }
        // One's own statement is not for oneself to dispute; its page says how it stands.
        Some(_) => Ok(Redirect::to(&format!("/difficulties/{}#answer", difficulty.id)).into_response()),
    }
}

/// `POST /settlements/{id}/dispute`
pub async fn dispute(visit: Visit, Path(settlement): Path<String>, fields: Fields) -> Result<Response> {
    let found = for_answer(&visit, id(&settlement)?).await?;
    let reason = fields.text("reason");
    if reason.is_empty() {
        let errors = [wrong("reason", texts::reason_missing(visit.lang()))];
        return Ok(show(Kind::Dispute, &visit, &found, &fields, &errors));
    }
    let answered = actions::dispute(&visit.app, Some(&visit.viewer), found.settlement.id, reason).await?;
    Ok(back(&answered, "disputed").into_response())
}

/// `GET /worth/confirm/{token}`, `…/dispute/…`: changes nothing.
pub async fn link(kind: Kind, guest: Guest, Path(token): Path<String>) -> Result<Response> {
    let found = actions::of_settlement(guest.app.store.read(), kind.open(&guest.app, &token)?).await?;
    let guest = guest.reading(found.reads());
    Ok(show(kind, &guest, &found, &Fields::default(), &[]))
}

/// `POST /worth/confirm/{token}`, `…/dispute/…`
pub async fn by_link(
    kind: Kind,
    guest: Guest,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response> {
    let settlement = kind.open(&guest.app, &token)?;
    let reason = fields.text("reason");
    match kind {
        Kind::Confirm => {
            actions::confirm(&guest.app, None, settlement).await?;
        }
        Kind::Dispute if reason.is_empty() => {
            let found = actions::of_settlement(guest.app.store.read(), settlement).await?;
            let guest = guest.reading(found.reads());
            let errors = [wrong("reason", texts::reason_missing(guest.lang()))];
            return Ok(show(kind, &guest, &found, &fields, &errors));
        }
        Kind::Dispute => {
            actions::dispute(&guest.app, None, settlement, reason).await?;
        }
    }
    // The same address now says how it stands.
    Ok(Redirect::to(&guest.path).into_response())
}

fn show(
    kind: Kind,
    guest: &Guest,
    found: &Statement,
    fields: &Fields,
    errors: &[(String, String)],
) -> Response {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = match kind {
        _ if !rules::waits(found.settlement.state) => pages::answered_page(guest, found),
        Kind::Confirm => pages::confirm_page(guest, found),
        Kind::Dispute => pages::dispute_page(guest, found, fields, errors),
    };
    (status, page).into_response()
}
