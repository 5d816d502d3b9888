//! The meeting as a calendar file (RFC 5545), in UTC so that no table of time zones is needed.

use axum::http::header;
use axum::response::IntoResponse;
use dure_domain::Moment;
use dure_tables::meetings;
use dure_web::App;
use dure_web::error::Result;
use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::Timestamp;

use super::{letter, rules};

/// The file; `url` is the meeting's page, `whose` who holds it.
pub fn file(meeting: &meetings::Model, whose: &str, url: &str, now: Moment) -> String {
    let mut event = Event::new();
    event
        .uid(&format!("{}@dure", meeting.id))
        .summary(&meeting.title)
        .add_property("DTSTAMP", utc(now))
        .add_property("DTSTART", utc(meeting.starts_at))
        .add_property("DTEND", utc(rules::end(meeting)))
        .add_property("SEQUENCE", (meeting.version - 1).max(0).to_string())
        .url(url);
    if !meeting.place.is_empty() {
        event.location(&meeting.place);
    }
    if !meeting.body.is_empty() {
        event.description(&meeting.body);
    }
    if meeting.cancelled_at.is_some() {
        event.append_property(Property::new("STATUS", "CANCELLED"));
    }
    Calendar::new().name(whose).push(event.done()).done().to_string()
}

/// The file of a meeting, with who holds it and the address of its page.
pub async fn of(app: &App, meeting: &meetings::Model) -> Result<String> {
    let url = app.config.url(&format!("/meetings/{}", meeting.id));
    Ok(file(meeting, &letter::whose(app, meeting).await?, &url, app.now()))
}

/// The file as an answer that a phone opens in its calendar.
pub fn answer(file: String) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"meeting.ics\""),
    ];
    (headers, file)
}

fn utc(moment: Moment) -> String {
    let instant = Timestamp::from_millisecond(moment.millis()).unwrap_or(Timestamp::UNIX_EPOCH);
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}
