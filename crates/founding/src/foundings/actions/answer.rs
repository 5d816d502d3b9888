//! An executive answers for the firm: joins, or does not, with the reason; and may think again.

use dure_domain::{FoundingPath, FoundingState, InvitationId, InvitationState};
use dure_store::{Actor, Tx};
use dure_tables::{foundings, invitations};
use dure_texts::Lang;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::found::{found_if_enough, join, tell_when_all_answered};
use super::moves::move_who_can;
use super::trail::move_on;
use crate::foundings::rules::{self, Step};
use crate::foundings::{access, store};

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 함께하겠습니다, with a few words or none.
    Accept(String),
    /// 어렵습니다, with the reason.
    Decline(String),
}

/// What came of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It was taken.
    Now(invitations::Model),
    /// It had been given before, or the invitation has ended: nothing was changed.
    Before(invitations::Model),
}

impl Answer {
    const fn step(&self) -> Step {
        match self {
            Self::Accept(_) => Step::Accept,
            Self::Decline(_) => Step::Decline,
        }
    }

    const fn action(&self) -> &'static str {
        match self {
            Self::Accept(_) => "invitation.accept",
            Self::Decline(_) => "invitation.decline",
        }
    }

    fn words(&self) -> &str {
        match self {
            Self::Accept(words) | Self::Decline(words) => words,
        }
    }
}

/// Answers an invitation; the acceptance that is the last one needed founds the group in the same transaction, an
/// agreed move takes place in it. `by` is the signed-in person, none when a signed link speaks for who was
/// invited; `lang` is the reader's language.
///
/// Answering twice is no error: a second tap finds the first one.
///
/// # Errors
/// [`dure_web::error::Error::NotFound`], [`dure_web::error::Error::Forbidden`], and [`dure_web::error::Error::Rule`] where
/// the seat in a founded group has been taken meanwhile.
pub async fn answer(
    app: &App,
    by: Option<&Viewer>,
    lang: Lang,
    id: InvitationId,
    answer: &Answer,
) -> Result<Answered> {
    let before = store::invitation(app.store.read(), id).await?;
    let actor = by.map(|viewer| viewer.person).or(before.person_id).map_or(Actor::System, Actor::Person);
    let done = app
        .store
        .write(actor, |tx| {
            let (by, answer) = (by.cloned(), answer.clone());
            async move {
                let invitation = store::invitation(tx.db(), id).await?;
                let founding = store::founding(tx.db(), invitation.founding_id).await?;
                if let Some(viewer) = &by {
                    access::ANSWER.require(viewer, &access::invitation(&invitation))?;
                }
                let next = rules::after(founding.state, invitation.state, answer.step());
                // Who is in the group already leaves it as members do.
                let Some(state) = next.filter(|_| invitation.joined_at.is_none()) else {
                    tx.quiet();
                    return Ok(Answered::Before(invitation));
                };
                let after = move_on(&tx, answer.action(), &invitation, state, Some(answer.words())).await?;
                follow(&tx, lang, &founding, &after).await?;
                store::invitation(tx.db(), id).await.map(Answered::Now)
            }
        })
        .await?;
    app.viewers.clear();
    Ok(done)
}

/// What an answer brings about.
async fn follow(
    tx: &Tx,
    lang: Lang,
    founding: &foundings::Model,
    invitation: &invitations::Model,
) -> Result<()> {
    let accepted = invitation.state == InvitationState::Accepted;
    match (founding.path, founding.state) {
        (FoundingPath::Moved, _) => move_who_can(tx, founding).await,
        (FoundingPath::Brokered, FoundingState::Inviting) => {
            if accepted && found_if_enough(tx, founding).await?.is_some() {
                return Ok(());
            }
            tell_when_all_answered(tx, founding).await
        }
        (_, FoundingState::Founded) if accepted => join(tx, lang, founding, invitation).await,
        _ => Ok(()),
    }
}
