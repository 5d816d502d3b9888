//! Answering an invitation, signed in and from a mail.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::InvitationState;
use dure_texts::{Lang, foundings as texts};

use super::id;
use crate::error::Result;
use crate::features::foundings::access;
use crate::features::foundings::actions::{self, Answer, Answered, Found};
use crate::features::foundings::links::Kind;
use crate::features::foundings::pages;
use crate::features::foundings::rules::{self, Step};
use crate::shell::{Fields, Guest, Visit};

/// `GET /invitations/{id}/accept`, `…/decline`
pub async fn form(kind: Kind, visit: Visit, Path(invitation): Path<String>) -> Result<Response> {
    let found = actions::find(&visit.app, id(&invitation)?).await?;
    access::ANSWER.require(&visit.viewer, &access::invitation(&found.line.invitation))?;
    Ok(show(&visit, kind, &found, &Fields::default(), &[]))
}

/// `POST /invitations/{id}/accept`, `…/decline`
pub async fn answer(
    kind: Kind,
    visit: Visit,
    Path(invitation): Path<String>,
    fields: Fields,
) -> Result<Response> {
    let found = actions::find(&visit.app, id(&invitation)?).await?;
    access::ANSWER.require(&visit.viewer, &access::invitation(&found.line.invitation))?;
    let given = match read(visit.lang(), kind, &fields) {
        Ok(given) => given,
        Err(errors) => return Ok(show(&visit, kind, &found, &fields, &errors)),
    };
    let one = found.line.invitation.id;
    let done = actions::answer(&visit.app, Some(&visit.viewer), visit.lang(), one, &given).await?;
    let done = match (done, kind) {
        (Answered::Before(_), _) => "answered-before",
        (Answered::Now(after), _) if after.joined_at.is_some() => "joined",
        (Answered::Now(_), Kind::Accept) => "accepted",
        (Answered::Now(_), Kind::Decline) => "declined",
    };
    Ok(Redirect::to(&format!("/foundings/{}?done={done}", found.founding.id)).into_response())
}

/// `GET /invited/accept/{token}`, `…/decline/…`: changes nothing.
pub async fn link(kind: Kind, guest: Guest, Path(token): Path<String>) -> Result<Response> {
    let found = actions::find(&guest.app, kind.open(&guest.app, &token)?).await?;
    let guest = guest.reading(found.reads());
    Ok(show(&guest, kind, &found, &Fields::default(), &[]))
}

/// `POST /invited/accept/{token}`, `…/decline/…`
pub async fn by_link(
    kind: Kind,
    guest: Guest,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response> {
    let found = actions::find(&guest.app, kind.open(&guest.app, &token)?).await?;
    let guest = guest.reading(found.reads());
    match read(guest.lang(), kind, &fields) {
        Ok(given) => {
            actions::answer(&guest.app, None, guest.lang(), found.line.invitation.id, &given).await?;
            // The same address now says what was answered; pressing "back" or the button again does no harm.
            Ok(Redirect::to(&guest.path).into_response())
        }
        Err(errors) => Ok(show(&guest, kind, &found, &fields, &errors)),
    }
}

fn show(guest: &Guest, kind: Kind, found: &Found, fields: &Fields, errors: &[(String, String)]) -> Response {
    let step = match kind {
        Kind::Accept => Step::Accept,
        Kind::Decline => Step::Decline,
    };
    let invitation = &found.line.invitation;
    let possible = rules::after(found.founding.state, invitation.state, step).is_some();
    if !possible || invitation.joined_at.is_some() {
        return pages::answered(guest, found).into_response();
    }
    // One tap in a mail is the whole answer; whoever thinks again presses the button.
    let first = invitation.state == InvitationState::Waiting;
    if kind == Kind::Accept && first && guest.path.starts_with("/invited/") {
        return pages::accept_page(guest, &guest.path, found).into_response();
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, pages::answer_form(guest, kind, found, fields, errors)).into_response()
}

/// What a form says, or what is wrong with it.
fn read(lang: Lang, kind: Kind, fields: &Fields) -> Result<Answer, Vec<(String, String)>> {
    let words = fields.text("words");
    match kind {
        Kind::Accept => Ok(Answer::Accept(words.to_owned())),
        Kind::Decline => {
            let known = pages::decline_reasons(lang);
            let reason = known.iter().find(|(word, _)| *word == fields.text("reason"));
            let Some((_, reason)) = reason else {
                return Err(vec![("reason".to_owned(), texts::decline_why_missing(lang).to_owned())]);
            };
            let parts = [*reason, words].into_iter().filter(|part| !part.is_empty());
            Ok(Answer::Decline(parts.collect::<Vec<_>>().join(" — ")))
        }
    }
}
