//! The personas of the demo: step into the shoes of a member, a secretary, an expert and others
//! without signing in. Answers in demo mode alone.

mod page;
mod store;
#[cfg(test)]
mod tests;

use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use dure_domain::PersonId;
use dure_web::Part;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use dure_web::sessions::{self, OpenedBy};
use dure_web::{App, Caller, Guest};
use maud::Markup;
use serde::{Deserialize, Serialize};

use super::access;

/// The setting that names the personas: a JSON list of [`Persona`].
pub const SETTING: &str = "demo.personas";

/// One persona of the demo. Several may have the same role.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Persona {
    /// What it shows: `member`, `chair`, `secretary`, `expert`, `official`, `staff`, `operator`.
    pub role: String,
    /// Whose shoes.
    pub person: PersonId,
}

/// The part of the personas.
pub fn part() -> Part {
    Part::default().get("/personas", &access::PERSONAS, show).post(
        "/personas/{person}",
        &access::PERSONAS,
        step_into,
    )
}

/// `GET /personas`
async fn show(guest: Guest) -> Result<Markup> {
    let personas = personas(&guest.app).await?;
    let shoes = store::shoes(guest.app.store.read(), &personas).await?;
    Ok(page::personas(&guest, &shoes))
}

/// `POST /personas/{person}`
async fn step_into(guest: Guest, caller: Caller, Key(person): Key<PersonId>) -> Result<impl IntoResponse> {
    let known = personas(&guest.app).await?;
    if !known.iter().any(|persona| persona.person == person) {
        return Err(Error::NotFound);
    }
    let cookie = sessions::open(&guest.app, person, &caller.agent, OpenedBy::Persona).await?;
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to("/")))
}

async fn personas(app: &App) -> Result<Vec<Persona>> {
    if !app.config.demo {
        return Err(Error::NotFound);
    }
    let text = app.store.setting(SETTING).await?.unwrap_or_else(|| "[]".into());
    serde_json::from_str(&text).map_err(|error| Error::Internal(error.to_string()))
}
