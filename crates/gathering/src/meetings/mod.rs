//! 모임: when and where a group meets, who comes, what there is to talk about. A reply is one tap,
//! on the page or from the mail that announces the meeting.

mod access;
pub mod actions;
mod calendar;
mod handlers;
mod letter;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use handlers::section::of_group;
pub use pages::card::{Card, ReplyTo, card};

use std::sync::Arc;

use dure_domain::{MeetingId, Subject};
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, Hold, Part, Place, Room};

/// The part of meetings.
pub fn part() -> Part {
    use access::{ANSWER, ARRANGE, REPLY, SEE};
    Part::default()
        .place(Place::new(Room::Group, "/meetings", &SEE, menu::menu_meetings).serving(is_invited))
        .get("/meetings", &SEE, handlers::look::list)
        .get("/meetings/new", &ARRANGE, handlers::arrange::new)
        .post("/meetings", &ARRANGE, handlers::arrange::create)
        .get("/meetings/{id}", &SEE, handlers::look::show)
        .get("/meetings/{id}/calendar.ics", &SEE, handlers::look::calendar)
        .post("/meetings/{id}/reply", &REPLY, handlers::reply::in_app)
        .get("/meetings/{id}/edit", &ARRANGE, handlers::arrange::edit)
        .post("/meetings/{id}", &ARRANGE, handlers::arrange::change)
        .post("/meetings/{id}/invite", &ARRANGE, handlers::arrange::invite)
        .post("/meetings/{id}/cancel", &ARRANGE, handlers::arrange::cancel)
        .get("/meetings/reply/{token}", &ANSWER, handlers::reply::from_mail)
        .post("/meetings/reply/{token}", &ANSWER, handlers::reply::answer)
        .get("/meetings/calendar/{token}", &ANSWER, handlers::reply::calendar)
        .job(letter::JOB, letter::write)
        .holds(Subject::Meeting, hold)
}

/// Files of a meeting: who sees it sees them; everybody of its group adds photos.
async fn hold(app: App, viewer: Arc<Viewer>, id: MeetingId) -> Result<Hold> {
    let meeting = actions::find_for(&app, &viewer, id).await?;
    let thing = access::thing_of(&meeting);
    Ok(Hold {
        federation: meeting.federation_id,
        title: meeting.title,
        path: format!("/meetings/{id}"),
        adds: access::FILE.allows(&viewer, &thing),
        keeps: access::ARRANGE.allows(&viewer, &thing),
        speaks: access::FILE.allows(&viewer, &thing),
        concerned: actions::officers(&app, &thing.groups).await?,
        ..Hold::looked_at()
    })
}

/// Whoever has a group or an office in one is invited to meetings.
fn is_invited(viewer: &Viewer) -> bool {
    !viewer.groups.is_empty() || !viewer.offices.is_empty()
}
