//! Signing in by password.

use axum::extract::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use dure_texts::{accounts as texts, errors};
use dure_web::error::{Error, Result};
use dure_web::sessions::{self, OpenedBy};
use dure_web::{Caller, Guest};
use serde::Deserialize;

use super::by_link::minutes;
use super::{come_in, pages};
use crate::accounts::address::user_of;
use crate::accounts::limits::{self, PASSWORD_BY_ADDRESS, PASSWORD_BY_NETWORK};
use crate::accounts::password;

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    address: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    to: String,
}

/// `POST /sign-in`
pub(super) async fn enter(guest: Guest, caller: Caller, Form(typed): Form<Typed>) -> Result<Response> {
    let (app, lang) = (&guest.app, guest.lang());
    let address = typed.address.trim();
    let again = |status: StatusCode, alert: String| {
        let typed =
            pages::Typed { to: typed.to.clone(), email: address.to_owned(), alert, by_password: true };
        Ok((status, pages::sign_in(&guest, &typed)).into_response())
    };
    let attempts = [(PASSWORD_BY_ADDRESS, address), (PASSWORD_BY_NETWORK, caller.network.as_str())];
    match limits::count(app, &attempts).await {
        Ok(()) => {}
        Err(Error::TooMany(secs)) => {
            return again(StatusCode::TOO_MANY_REQUESTS, errors::too_many_do(lang, minutes(secs)));
        }
        Err(error) => return Err(error),
    }
    let person = user_of(app.store.read(), address).await?;
    let hash = person.as_ref().and_then(|person| person.password_hash.as_deref());
    let right = password::matches(&typed.password, hash).await?;
    let Some(person) = person.filter(|_| right) else {
        return again(StatusCode::UNPROCESSABLE_ENTITY, texts::password_wrong(lang).to_owned());
    };
    limits::forgive(app, PASSWORD_BY_ADDRESS, address).await?;
    let cookie = sessions::open(app, person.id, &caller.agent, OpenedBy::Password).await?;
    Ok(come_in(cookie, &typed.to))
}
