//! A draft: its page, and solving.

use std::time::Duration;

use axum::extract::Query;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use dure_domain::{DraftId, DraftState};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::fields::Fields;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::super::{actions, pages};

/// How long an answer waits for a solver: two hundred firms are done by then, and the page shows them at once.
pub const PATIENCE: Duration = Duration::from_millis(1_500);

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was done before this page.
    pub done: String,
    /// The page of the list of groups.
    pub page: String,
}

/// `GET /formation/{id}`
pub async fn show(visit: Visit, Key(id): Key<DraftId>, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).max(1);
    let draft = actions::find(&visit.app, &visit.viewer, id).await?;
    if draft.state == DraftState::Solving {
        return Ok(pages::progress::page(&visit, &draft));
    }
    let scene = actions::scene(&visit.app, &visit.viewer, id).await?;
    Ok(pages::show::page(&visit, &scene, page, &pages::notice::done(visit.lang(), &asked.done)))
}

/// `GET /formation/{id}/progress`: the bar alone; once the solver has ended, the whole page is fetched anew.
pub async fn progress(visit: Visit, Key(id): Key<DraftId>) -> Result<Response> {
    let draft = actions::find(&visit.app, &visit.viewer, id).await?;
    let bar = pages::progress::bar(visit.lang(), &draft);
    if draft.state == DraftState::Solving {
        return Ok(bar.into_response());
    }
    let refresh = (HeaderName::from_static("hx-refresh"), HeaderValue::from_static("true"));
    Ok((AppendHeaders([refresh]), bar).into_response())
}

/// `POST /formation/{id}/solve`
pub async fn solve(visit: Visit, Key(id): Key<DraftId>, fields: Fields) -> Result<Redirect> {
    let version = fields.read("version").ok_or_else(|| Error::BadRequest("version".into()))?;
    actions::again(&visit.app, &visit.viewer, id, version).await?;
    actions::wait(&visit.app, id, PATIENCE).await?;
    Ok(Redirect::to(&format!("/formation/{id}?done=solved")))
}

/// `POST /formation/{id}/stop`
pub async fn stop(visit: Visit, Key(id): Key<DraftId>) -> Result<Redirect> {
    actions::stop(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("/formation/{id}?done=stopped")))
}
