//! Looking at meetings.

use axum::extract::Query;
use axum::response::IntoResponse;
use dure_domain::{GroupId, Id, MeetingId, Subject};
use dure_talk::{comments, files};
use dure_texts::shell;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::{Markup, html};
use serde::Deserialize;

use super::Done;
use crate::meetings::rules::Wanted;
use crate::meetings::{actions, calendar, pages};

/// Which meetings a list shows.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Listing {
    when: Option<String>,
    group: Option<GroupId>,
    page: Option<u64>,
}

/// `GET /meetings`
pub async fn list(visit: Visit, Query(listing): Query<Listing>) -> Result<Markup> {
    let upcoming = listing.when.as_deref() != Some("past");
    let wanted = Wanted { upcoming, group: listing.group, page: listing.page.unwrap_or(1).max(1) };
    let listed = actions::look::list(&visit.app, &visit.viewer, wanted).await?;
    let lang = visit.lang();
    Ok(visit.page(shell::menu_meetings(lang), pages::list::body(lang, &listed, visit.app.now())))
}

/// `GET /meetings/{id}`
pub async fn show(visit: Visit, Key(id): Key<MeetingId>, Query(done): Query<Done>) -> Result<Markup> {
    let portrait = actions::look::show(&visit.app, &visit.viewer, id).await?;
    let files = files::section(&visit, Subject::Meeting, id.uuid()).await?;
    let talk = comments::section(&visit, Subject::Meeting, id.uuid()).await?;
    let under = html! { (files) (talk) };
    let body = pages::one::body(visit.lang(), &portrait, &under, done.done.as_deref(), visit.app.now());
    Ok(visit.page(&portrait.meeting.title, body))
}

/// `GET /meetings/{id}/calendar.ics`
pub async fn calendar(visit: Visit, Key(id): Key<MeetingId>) -> Result<impl IntoResponse> {
    let meeting = actions::find_for(&visit.app, &visit.viewer, id).await?;
    Ok(calendar::answer(calendar::of(&visit.app, &meeting).await?))
}
