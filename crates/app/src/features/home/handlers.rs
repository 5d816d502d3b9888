//! Requests for the home page.

use axum::extract::Query;
use dure_texts::home as texts;
use dure_web::error::Result;
use dure_web::{Guest, Visit};
use maud::Markup;
use serde::Deserialize;

use super::{actions, pages};

/// `?done=`: what has just been done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: Option<String>,
}

/// `GET /`
pub async fn show(guest: Guest, Query(done): Query<Done>) -> Result<Markup> {
    let lang = guest.lang();
    let Some(visit) = Visit::of(&guest) else {
        let body = pages::stranger::body(lang, guest.app.config.demo);
        return Ok(guest.page(texts::stranger_title(lang), body));
    };
    let today = actions::gather(&visit.app, &visit.viewer).await?;
    let body = pages::body(lang, &visit.viewer, &today, done.done.as_deref());
    Ok(visit.page(dure_texts::shell::menu_today(lang), body))
}
