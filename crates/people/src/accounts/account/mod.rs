//! One's own account: name and language, mail address, password, sessions, personal tokens.

mod forms;
mod mail;
mod pages;
mod password;
mod profile;
mod sessions;
#[cfg(test)]
mod tests;
mod tokens;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_tables::people;
use dure_web::Part;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use maud::Markup;
use sea_orm::EntityTrait;
use serde::Deserialize;

use super::access;
use forms::Typed;

/// The part of the account.
pub fn part() -> Part {
    Part::default()
        .get("/account", &access::ACCOUNT, show)
        .post("/account", &access::ACCOUNT, profile::save)
        .post("/account/mail", &access::ACCOUNT, mail::ask)
        .get("/account/mail/{token}", &access::CONFIRM_MAIL, mail::show)
        .post("/account/mail/{token}", &access::CONFIRM_MAIL, mail::confirm)
        .post("/account/password", &access::ACCOUNT, password::choose)
        .post("/account/sessions/end-others", &access::ACCOUNT, sessions::end_others)
        .post("/account/sessions/{id}/end", &access::OWN, sessions::end)
        .post("/account/tokens", &access::ACCOUNT, tokens::make)
        .post("/account/tokens/{id}/revoke", &access::OWN, tokens::revoke)
}

#[derive(Deserialize)]
struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /account`
async fn show(visit: Visit, Query(done): Query<Done>) -> Result<Markup> {
    pages::account(&visit, &Typed::done(done.done)).await
}

/// The page with the form as it was sent, and what to mend.
async fn again(visit: &Visit, typed: Typed) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, pages::account(visit, &typed).await?).into_response())
}

/// Back to the account, saying what was done.
fn done(what: &str) -> Response {
    Redirect::to(&format!("/account?done={what}")).into_response()
}

/// The viewer's row of the roster.
async fn oneself(visit: &Visit) -> Result<people::Model> {
    let found = people::Entity::find_by_id(visit.viewer.person).one(visit.app.store.read()).await?;
    found.ok_or(Error::SignInNeeded)
}
