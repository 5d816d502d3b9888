//! Requests about histories.

use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use dure_domain::{DifficultyId, FirmId, GroupId, MeetingId, PersonId, ResourceId};
use dure_people::data_access::actions as data_access;
use dure_people::data_access::rules::{self as why, WhyForm};
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::rules::{Of, Sought};
use super::{actions, pages};
use crate::features::network::csv;

/// Which page of a history.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: Option<u64>,
}

async fn of(visit: &Visit, of: Of, asked: &Asked) -> Result<Markup> {
    let page = asked.page.unwrap_or(1).max(1);
    let (name, history) = actions::of(&visit.app, &visit.viewer, of, page).await?;
    Ok(pages::of(visit, of, &name, &history))
}

/// `GET /difficulties/{id}/history`
pub async fn difficulty(
    visit: Visit,
    Key(id): Key<DifficultyId>,
    Query(asked): Query<Asked>,
) -> Result<Markup> {
    of(&visit, Of::Difficulty(id), &asked).await
}

/// `GET /firms/{id}/history`
pub async fn firm(visit: Visit, Key(id): Key<FirmId>, Query(asked): Query<Asked>) -> Result<Markup> {
    of(&visit, Of::Firm(id), &asked).await
}

/// `GET /groups/{id}/history`
pub async fn group(visit: Visit, Key(id): Key<GroupId>, Query(asked): Query<Asked>) -> Result<Markup> {
    of(&visit, Of::Group(id), &asked).await
}

/// `GET /people/{id}/history`
pub async fn person(visit: Visit, Key(id): Key<PersonId>, Query(asked): Query<Asked>) -> Result<Markup> {
    of(&visit, Of::Person(id), &asked).await
}

/// `GET /meetings/{id}/history`
pub async fn meeting(visit: Visit, Key(id): Key<MeetingId>, Query(asked): Query<Asked>) -> Result<Markup> {
    of(&visit, Of::Meeting(id), &asked).await
}

/// `GET /resources/{id}/history`
pub async fn resource(visit: Visit, Key(id): Key<ResourceId>, Query(asked): Query<Asked>) -> Result<Markup> {
    of(&visit, Of::Resource(id), &asked).await
}

/// `GET /audit`
pub async fn all(visit: Visit, Query(sought): Query<Sought>) -> Result<Markup> {
    let history = actions::all(&visit.app, &visit.viewer, &sought).await?;
    Ok(pages::all(&visit, &sought, &history))
}

/// `GET /audit/export`
pub async fn ask_why(visit: Visit, Query(sought): Query<Sought>) -> Result<Markup> {
    Ok(pages::why(&visit, &sought, &WhyForm::default(), &Faults::default()))
}

/// The form of a file: what is sought, and why.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    who: String,
    kind: String,
    since: String,
    to: String,
    reason: String,
    purpose: String,
}

/// `POST /audit/export`
pub async fn export(visit: Visit, Form(sent): Form<Sent>) -> Result<Response> {
    let Sent { who, kind, since, to, reason, purpose } = sent;
    let (sought, form) = (Sought { who, kind, since, to, page: String::new() }, WhyForm { reason, purpose });
    let reason = match why::read(&form) {
        Ok(reason) => reason,
        Err(faults) => return Ok(dure_web::sent::form(pages::why(&visit, &sought, &form, &faults), true)),
    };
    let (lines, taking) = actions::for_file(&visit.app, &visit.viewer, &sought).await?;
    let lang = visit.lang();
    let name = format!("audit-{}", actions::today(&visit.app));
    let rows = lines.iter().map(|line| pages::cells(lang, line)).collect();
    let file = csv::file(&name, &pages::columns(lang), rows)?;
    data_access::noted(&visit.app, &visit.viewer, &taking, &reason).await?;
    Ok(file)
}
