//! Replies: on the page by one tap, and from the mail without signing in.

use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Redirect};
use dure_domain::MeetingId;
use dure_texts::{Lang, meetings as texts};
use dure_web::credentials;
use dure_web::error::{Error, Result};
use dure_web::one_tap::{self, Made};
use dure_web::{App, Guest, Visit};
use maud::Markup;
use serde::Deserialize;

use super::Done;
use crate::meetings::letter::{self, Answering, CALENDAR_PURPOSE, REPLY_PURPOSE};
use crate::meetings::store::{self, Meeting, Reader};
use crate::meetings::{access, actions, calendar as file, pages, rules};

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
    Path(id): Path<MeetingId>,
    Query(back): Query<Back>,
    Form(reply): Form<Reply>,
) -> Result<Redirect> {
    let meeting = actions::find_for(&visit.app, &visit.viewer, id).await?;
    access::REPLY.require(&visit.viewer, &access::thing_of(&meeting))?;
    let coming = reply.reply == "yes";
    actions::reply::reply(&visit.app, visit.viewer.person, id, coming, visit.lang()).await?;
    let page = if back.back.as_deref() == Some("home") { "/".to_owned() } else { format!("/meetings/{id}") };
    Ok(Redirect::to(&format!("{page}?done={}", key(coming))))
}

fn key(coming: bool) -> &'static str {
    if coming { "coming" } else { "not-coming" }
}

/// What a link from the mail stands for.
struct Opened {
    answering: Answering,
    meeting: Meeting,
    person: Reader,
}

async fn open(app: &App, token: &str) -> Result<Opened> {
    let Made { to: answering, at }: Made<Answering> = one_tap::open(app, REPLY_PURPOSE, token)?;
    let db = app.store.read();
    let meeting = store::find(db, answering.meeting).await?.ok_or(Error::LinkExpired)?;
    let person = store::reader(db, answering.person).await?;
    let person = person.filter(|person| credentials::link_is_good(person, at)).ok_or(Error::LinkExpired)?;
    Ok(Opened { answering, meeting, person })
}

/// `GET /meetings/reply/{token}`: fetching it changes nothing, for mail programs fetch links too.
pub async fn from_mail(guest: Guest, Path(token): Path<String>, Query(done): Query<Done>) -> Result<Markup> {
    let (app, now) = (&guest.app, guest.app.now());
    let Opened { answering, meeting, person } = open(app, &token).await?;
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    let mine = store::replies_of(app.store.read(), person.id, [meeting.id]).await?.get(&meeting.id).copied();
    let whose = letter::whose(app, &meeting).await?;
    let until = rules::end(&meeting);
    let other = letter::answer_path(app, Answering { coming: !answering.coming, ..answering }, until)?;
    let shown = pages::mail::Shown {
        whose: &whose,
        name: &person.name,
        coming: answering.coming,
        mine,
        here: &format!("/meetings/reply/{token}"),
        other: &other,
        calendar: &letter::calendar_path(app, meeting.id, until)?,
        meeting: &meeting,
    };
    let body = if done.done.is_some() && mine.is_some() {
        pages::mail::thanks(lang, &shown, now)
    } else {
        pages::mail::ask(lang, &shown, now)
    };
    Ok(guest.reading(Some(&person.lang)).page(texts::mail_title(lang), body))
}

/// `POST /meetings/reply/{token}`
pub async fn answer(guest: Guest, Path(token): Path<String>) -> Result<Redirect> {
    let Opened { answering, person, .. } = open(&guest.app, &token).await?;
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    actions::reply::reply(&guest.app, person.id, answering.meeting, answering.coming, lang).await?;
    Ok(Redirect::to(&format!("/meetings/reply/{token}?done={}", key(answering.coming))))
}

/// `GET /meetings/calendar/{token}`
pub async fn calendar(guest: Guest, Path(token): Path<String>) -> Result<impl IntoResponse> {
    let app = &guest.app;
    let id: MeetingId = app.key.open(CALENDAR_PURPOSE, &token, app.now())?;
    let meeting = store::find(app.store.read(), id).await?.ok_or(Error::LinkExpired)?;
    let whose = letter::whose(app, &meeting).await?;
    let url = app.config.url(&format!("/meetings/{id}"));
    Ok(file::answer(file::file(&meeting, &whose, &url, app.now())))
}
