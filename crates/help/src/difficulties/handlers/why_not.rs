//! Why not this firm?

use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{DifficultyId, FirmId};
use dure_web::error::Result;
use dure_web::paths::Key;
use dure_web::{Visit, paths};
use serde::Deserialize;

use crate::difficulties::{actions, pages};

/// What an address may ask: a name, or the firm itself.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    firm: String,
}

/// `GET /difficulties/{id}/why-not`: first the name, then which firm of that name, then why.
pub async fn show(visit: Visit, Key(id): Key<DifficultyId>, Query(asked): Query<Asked>) -> Result<Response> {
    if asked.firm.is_empty() {
        let named = actions::firms_named(&visit.app, &visit.viewer, id, &asked.q).await?;
        if let [(firm, _)] = named.as_slice() {
            let answer = format!("/difficulties/{id}/why-not?firm={firm}");
            return Ok(Redirect::to(&answer).into_response());
        }
        return Ok(pages::why_not::choose(&visit, id, &asked.q, &named).into_response());
    }
    let firm: FirmId = paths::id(&asked.firm)?;
    let answer = actions::why_not(&visit.app, &visit.viewer, id, firm).await?;
    Ok(pages::why_not::page(&visit, id, &answer).into_response())
}
