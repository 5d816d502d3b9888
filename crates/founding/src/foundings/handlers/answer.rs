//! Answering an invitation, signed in and from a mail.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{InvitationId, InvitationState};
use dure_texts::{Lang, foundings as texts};
use dure_web::error::Result;
use dure_web::fields::Read;
use dure_web::one_tap::{Answering, Person};
use dure_web::paths::Key;
use dure_web::{App, Fields, Guest, Visit, sent};

use crate::foundings::actions::{self, Answer, Answered, Found};
use crate::foundings::links::Kind;
use crate::foundings::pages;
use crate::foundings::rules::{self, Step};

/// `GET /invitations/{id}/accept`, `…/decline`
pub async fn form(kind: Kind, visit: Visit, Key(invitation): Key<InvitationId>) -> Result<Response> {
    let found = actions::find_to_answer(&visit.app, &visit.viewer, invitation).await?;
    kind.show(&visit, &found, &Fields::default(), &[]).await
}

/// `POST /invitations/{id}/accept`, `…/decline`
pub async fn answer(
    kind: Kind,
    visit: Visit,
    Key(invitation): Key<InvitationId>,
    fields: Fields,
) -> Result<Response> {
    let found = actions::find_to_answer(&visit.app, &visit.viewer, invitation).await?;
    let given = match read(visit.lang(), kind, &fields) {
        Ok(given) => given,
        Err(errors) => return kind.show(&visit, &found, &fields, &errors).await,
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

impl Answering for Kind {
    type Found = Found;

    async fn find(app: &App, invitation: InvitationId) -> Result<Found> {
        actions::find(app, invitation).await
    }

    fn whom(found: &Found) -> Option<&Person> {
        found.line.person.as_ref()
    }

    async fn show(
        self,
        guest: &Guest,
        found: &Found,
        fields: &Fields,
        errors: &[(String, String)],
    ) -> Result<Response> {
        let step = match self {
            Self::Accept => Step::Accept,
            Self::Decline => Step::Decline,
        };
        let invitation = &found.line.invitation;
        let possible = rules::after(found.founding.state, invitation.state, step).is_some();
        if !possible || invitation.joined_at.is_some() {
            return Ok(pages::answered(guest, found).into_response());
        }
        // One tap in a mail is the whole answer; whoever thinks again presses the button.
        let first = invitation.state == InvitationState::Waiting;
        if self == Self::Accept && first && guest.path.starts_with("/invited/") {
            return Ok(pages::accept_page(guest, &guest.path, found).into_response());
        }
        let page = pages::answer_form(guest, self, found, fields, errors);
        Ok(sent::form(page, !errors.is_empty()))
    }

    async fn take(self, guest: &Guest, found: &Found, fields: &Fields) -> Result<Read<()>> {
        let given = match read(guest.lang(), self, fields) {
            Ok(given) => given,
            Err(errors) => return Ok(Err(errors)),
        };
        actions::answer(&guest.app, None, guest.lang(), found.line.invitation.id, &given).await?;
        Ok(Ok(()))
    }
}

/// What a form says, or what is wrong with it.
fn read(lang: Lang, kind: Kind, fields: &Fields) -> Read<Answer> {
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
