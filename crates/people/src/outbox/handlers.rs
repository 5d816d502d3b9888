//! Addresses of the outbox.

use axum::extract::Query;
use axum::response::Redirect;
use dure_domain::MailId;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::{actions, pages, rules};

#[derive(Deserialize)]
pub(super) struct View {
    #[serde(default)]
    page: u64,
    #[serde(default, rename = "box")]
    which: String,
    #[serde(default)]
    done: String,
}

/// `GET /outbox?box=mine|failed&page=2`
pub(super) async fn list(visit: Visit, Query(view): Query<View>) -> Result<Markup> {
    let wider = rules::sees_others(&visit.viewer, visit.app.config.demo);
    let which = match view.which.as_str() {
        _ if !wider => rules::Which::Mine,
        "mine" => rules::Which::Mine,
        "failed" => rules::Which::Failed,
        _ => rules::Which::All,
    };
    let page = actions::list(&visit.app, &visit.viewer, which, view.page.max(1)).await?;
    Ok(pages::list(&visit, which, wider, &page))
}

/// `GET /outbox/{id}`
pub(super) async fn show(visit: Visit, Key(id): Key<MailId>, Query(view): Query<View>) -> Result<Markup> {
    let mail = actions::find(&visit.app, &visit.viewer, id).await?;
    Ok(pages::letter(&visit, &mail, &view.done))
}

/// `POST /outbox/{id}/again`
pub(super) async fn again(visit: Visit, Key(id): Key<MailId>) -> Result<Redirect> {
    actions::send_again(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("/outbox/{id}?done=again")))
}
