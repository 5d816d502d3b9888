//! Signing in: by a link that is mailed, or by password. Nobody learns from the answers, or from
//! how long they take, whether an address is known.

mod by_hand;
mod by_link;
mod by_password;
mod invitation;
mod pages;
#[cfg(test)]
mod tests;

use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use dure_web::Guest;
use dure_web::Part;
use dure_web::paths::own_path;
use serde::Deserialize;

use super::access;

pub use by_hand::has_no_way_in;
pub use invitation::{BY_HAND_DAYS, link_by_hand};

/// The part of signing in.
pub fn part() -> Part {
    Part::default()
        .get("/sign-in", &access::SIGN_IN, show)
        .post("/sign-in", &access::SIGN_IN, by_password::enter)
        .post("/sign-in/link", &access::SIGN_IN, by_link::ask)
        .get("/sign-in/sent", &access::SIGN_IN, by_link::sent)
        .get("/sign-in/link/{token}", &access::SIGN_IN, by_link::show)
        .post("/sign-in/link/{token}", &access::SIGN_IN, by_link::enter)
        .post("/people/{id}/invitation", &access::INVITE, invitation::send)
        .post("/people/{id}/invitation/link", &access::HAND_OUT, by_hand::hand_out)
        .job(by_link::SEND_LINK, by_link::send_link)
}

#[derive(Deserialize)]
struct Way {
    #[serde(default)]
    to: String,
}

/// `GET /sign-in?to=/path`
async fn show(guest: Guest, Query(way): Query<Way>) -> Response {
    if guest.visitor.viewer.is_some() {
        return Redirect::to(own_path(&way.to)).into_response();
    }
    pages::sign_in(&guest, &pages::Typed { to: way.to, ..Default::default() }).into_response()
}

/// The answer that carries the new session's cookie and leads on.
fn come_in(cookie: HeaderValue, to: &str) -> Response {
    (AppendHeaders([(header::SET_COOKIE, cookie)]), Redirect::to(own_path(to))).into_response()
}
