//! The personas of the demo: step into the shoes of a member, a secretary, an expert and others
//! without signing in. Answers in demo mode alone.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect};
use dure_domain::PersonId;
use dure_tables::people;
use maud::{Markup, html};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};

use crate::accounts::sessions::{self, OpenedBy};
use crate::error::{Error, Result};
use crate::shell::{App, Guest};

/// The setting that names the personas: a JSON list of [`Persona`].
pub const SETTING: &str = "demo.personas";

/// One persona of the demo.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Persona {
    /// What it shows: `member`, `chair`, `secretary`, `expert`, `official`, `staff`.
    pub role: String,
    /// Whose shoes.
    pub person: PersonId,
}

/// `GET /personas`
pub async fn page(guest: Guest) -> Result<Markup> {
    let mut rows = Vec::new();
    for persona in personas(&guest.app).await? {
        if let Some(person) = people::Entity::find_by_id(persona.person).one(guest.app.store.read()).await? {
            rows.push((persona, person));
        }
    }
    let body = html! {
        h1 { "personas" }
        @for (persona, person) in rows {
            form method="post" action={ "/personas/" (persona.person) } {
                button class="button" type="submit" { (person.name) " " (person.title) " — " (persona.role) }
            }
        }
    };
    Ok(guest.page("personas", body))
}

/// `POST /personas/{person}`
pub async fn step_into(
    guest: Guest,
    Path(person): Path<PersonId>,
    headers: HeaderMap,
) -> Result<impl IntoResponse> {
    let known = personas(&guest.app).await?;
    if !known.iter().any(|persona| persona.person == person) {
        return Err(Error::NotFound);
    }
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let cookie = sessions::open(&guest.app, person, agent, OpenedBy::Persona).await?;
    Ok((AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to("/")))
}

async fn personas(app: &App) -> Result<Vec<Persona>> {
    if !app.config.demo {
        return Err(Error::NotFound);
    }
    let text = app.store.setting(SETTING).await?.unwrap_or_else(|| "[]".into());
    serde_json::from_str(&text).map_err(|error| Error::Internal(error.to_string()))
}
