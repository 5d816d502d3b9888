//! Taking in, changing and seeing off member firms.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::GroupId;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use crate::groups::actions::{self, Change};
use crate::groups::pages::members as pages;
use crate::groups::rules::MemberForm;

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    firm: String,
    membership: String,
}

/// `GET /groups/{id}/members/new`: first the firm is chosen, then its seat is filled.
pub async fn choose(visit: Visit, Key(id): Key<GroupId>, Query(asked): Query<Asked>) -> Result<Markup> {
    if let Ok(firm) = asked.firm.parse() {
        let seating = actions::seating_of_new(&visit.app, &visit.viewer, id, firm).await?;
        return Ok(pages::seat(&visit, &seating, &Faults::default()));
    }
    let choosing = actions::choosing(&visit.app, &visit.viewer, id, &asked.q).await?;
    Ok(pages::choose(&visit, &choosing, &asked.q))
}

/// `POST /groups/{id}/members/new`
pub async fn take_in(visit: Visit, Key(id): Key<GroupId>, Form(form): Form<MemberForm>) -> Result<Response> {
    let change = actions::take_in(&visit.app, &visit.viewer, id, form).await?;
    Ok(answer(&visit, id, change, "joined"))
}

/// `GET /groups/{id}/members/edit`
pub async fn edit(visit: Visit, Key(id): Key<GroupId>, Query(asked): Query<Asked>) -> Result<Response> {
    // Without a membership there is nothing to change: the roster leads to each.
    let Ok(membership) = asked.membership.parse() else {
        actions::choosing(&visit.app, &visit.viewer, id, "").await?;
        return Ok(Redirect::to(&format!("/groups/{id}/members")).into_response());
    };
    let seating = actions::seating_of(&visit.app, &visit.viewer, id, membership).await?;
    Ok(pages::seat(&visit, &seating, &Faults::default()).into_response())
}

/// `POST /groups/{id}/members/edit`
pub async fn save(visit: Visit, Key(id): Key<GroupId>, Form(form): Form<MemberForm>) -> Result<Response> {
    let change = actions::save_seat(&visit.app, &visit.viewer, id, form).await?;
    Ok(answer(&visit, id, change, "saved"))
}

/// `POST /groups/{id}/members/leave`
pub async fn leave(visit: Visit, Key(id): Key<GroupId>, Form(form): Form<MemberForm>) -> Result<Redirect> {
    if form.membership.is_empty() {
        return Err(Error::BadRequest("membership".into()));
    }
    actions::leave(&visit.app, &visit.viewer, id, &form).await?;
    Ok(Redirect::to(&format!("/groups/{id}/members?done=left")))
}

fn answer(visit: &Visit, id: GroupId, change: Change, done: &str) -> Response {
    match change {
        Change::Done => Redirect::to(&format!("/groups/{id}/members?done={done}")).into_response(),
        Change::Mend(seating, faults) => {
            (StatusCode::UNPROCESSABLE_ENTITY, pages::seat(visit, &seating, &faults)).into_response()
        }
    }
}
