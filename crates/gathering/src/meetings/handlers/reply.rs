//! Replies: on the page by one tap, and from the mail without signing in.

use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Redirect};
use dure_domain::MeetingId;
use dure_texts::{Lang, meetings as texts};
use dure_web::error::Result;
use dure_web::paths::Key;
use dure_web::{Guest, Visit};
use maud::Markup;
use serde::Deserialize;

use super::Done;
use crate::meetings::actions::reply::Opened;
use crate::meetings::{actions, calendar as file, pages};

/// What the two buttons send.
#[derive(Debug, Deserialize)]
pub struct Reply {
    reply: String,
}

/// Where the reply leads back to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Back {
    back: Option<String>,
}

/// `POST /meetings/{id}/reply`
pub async fn in_app(
    visit: Visit,
    Key(id): Key<MeetingId>,
    Query(back): Query<Back>,
    Form(reply): Form<Reply>,
) -> Result<Redirect> {
    let coming = reply.reply == "yes";
    actions::reply::in_person(&visit.app, &visit.viewer, id, coming).await?;
    let page = if back.back.as_deref() == Some("home") { "/".to_owned() } else { format!("/meetings/{id}") };
    Ok(Redirect::to(&format!("{page}?done={}", key(coming))))
}

fn key(coming: bool) -> &'static str {
    if coming { "coming" } else { "not-coming" }
}

/// `GET /meetings/reply/{token}`: fetching it changes nothing, for mail programs fetch links too.
pub async fn from_mail(guest: Guest, Path(token): Path<String>, Query(done): Query<Done>) -> Result<Markup> {
    let (app, now) = (&guest.app, guest.app.now());
    let opened = actions::reply::opened(app, &token).await?;
    let behind = actions::reply::behind(app, &opened).await?;
    let lang = Lang::from_tag(&opened.person.lang).unwrap_or_default();
    let shown = pages::mail::Shown {
        meeting: &opened.meeting,
        whose: &behind.whose,
        name: &opened.person.name,
        coming: opened.answering.coming,
        mine: behind.mine,
        here: &format!("/meetings/reply/{token}"),
        other: &behind.other,
        calendar: &behind.calendar,
    };
    let body = if done.done.is_some() && behind.mine.is_some() {
        pages::mail::thanks(lang, &shown, now)
    } else {
        pages::mail::ask(lang, &shown, now)
    };
    Ok(guest.reading(Some(&opened.person.lang)).page(texts::mail_title(lang), body))
}

/// `POST /meetings/reply/{token}`
pub async fn answer(guest: Guest, Path(token): Path<String>) -> Result<Redirect> {
    let Opened { answering, person, .. } = actions::reply::opened(&guest.app, &token).await?;
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    actions::reply::reply(&guest.app, person.id, answering.meeting, answering.coming, lang).await?;
    Ok(Redirect::to(&format!("/meetings/reply/{token}?done={}", key(answering.coming))))
}

/// `GET /meetings/calendar/{token}`
pub async fn calendar(guest: Guest, Path(token): Path<String>) -> Result<impl IntoResponse> {
    let meeting = actions::reply::of_calendar(&guest.app, &token).await?;
    Ok(file::answer(file::of(&guest.app, &meeting).await?))
}
