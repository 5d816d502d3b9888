//! Requests for news.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::Query;
use axum::response::Redirect;
use dure_domain::MailId;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::rules::Chosen;
use super::{actions, pages};

/// What an address of the list may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    show: String,
    page: String,
    done: String,
}

/// `GET /inbox?show=unread&page=2`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).clamp(1, u64::from(u32::MAX));
    let listed = actions::list(&visit.app, &visit.viewer, asked.show == "unread", page).await?;
    Ok(pages::list(&visit, &listed))
}

/// `GET /inbox/{id}`: reading it changes nothing by itself; the page's script says that it was seen.
pub async fn show(visit: Visit, Key(id): Key<MailId>) -> Result<Markup> {
    let mail = actions::find(&visit.app, &visit.viewer, id).await?;
    Ok(pages::one(&visit, &mail))
}

/// `POST /inbox/{id}/read`
pub async fn read(visit: Visit, Key(id): Key<MailId>) -> Result<Redirect> {
    actions::read(&visit.app, &visit.viewer, Some(id)).await?;
    Ok(Redirect::to("/inbox"))
}

/// `POST /inbox/read`
pub async fn read_all(visit: Visit) -> Result<Redirect> {
    actions::read(&visit.app, &visit.viewer, None).await?;
    Ok(Redirect::to("/inbox"))
}

/// `GET /inbox/settings`
pub async fn settings(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let chosen = actions::chosen(&visit.app, &visit.viewer).await?;
    Ok(pages::settings(&visit, &chosen, asked.done == "saved"))
}

/// `POST /inbox/settings`
pub async fn choose(visit: Visit, Form(fields): Form<BTreeMap<String, String>>) -> Result<Redirect> {
    let chosen = Chosen::read(&fields).ok_or_else(|| Error::BadRequest("no such way".into()))?;
    actions::choose(&visit.app, &visit.viewer, &chosen).await?;
    Ok(Redirect::to("/inbox/settings?done=saved"))
}
