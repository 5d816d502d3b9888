//! Confirming or disputing what the other side said, in the program and from a mail.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::SettlementId;
use dure_texts::ledger as texts;
use dure_web::error::{Error, Result};
use dure_web::fields::Read;
use dure_web::one_tap::{Answering, Person};
use dure_web::paths::Key;
use dure_web::{App, Fields, Guest, Visit, sent};

use super::wrong;
use crate::ledger::actions::{self, Answered, Help, Statement};
use crate::ledger::links::Kind;
use crate::ledger::{pages, rules};

fn back(answered: &Answered, done: &str) -> Redirect {
    let done = if matches!(answered, Answered::Before(_)) { "settled-before" } else { done };
    Redirect::to(&format!("/difficulties/{}?done={done}#answer", answered.settlement().difficulty_id))
}

/// `POST /settlements/{id}/confirm`
pub async fn confirm(visit: Visit, Key(settlement): Key<SettlementId>) -> Result<Redirect> {
    let answered = actions::confirm(&visit.app, Some(&visit.viewer), settlement).await?;
    Ok(back(&answered, "confirmed"))
}

/// The statement, for who may answer it.
async fn for_answer(visit: &Visit, settlement: SettlementId) -> Result<Statement> {
    let found = actions::of_settlement(visit.app.store.read(), settlement).await?;
    if rules::may_answer(&visit.viewer, &found.help.difficulty, &found.help.ask, &found.settlement) {
        Ok(found)
    } else {
        Err(Error::Forbidden)
    }
}

/// `GET /settlements/{id}/dispute`
pub async fn dispute_form(visit: Visit, Key(settlement): Key<SettlementId>) -> Result<Response> {
    let found = actions::of_settlement(visit.app.store.read(), settlement).await?;
    let (difficulty, ask) = (&found.help.difficulty, &found.help.ask);
    match rules::own_side(&visit.viewer, difficulty, ask) {
        None => Err(Error::Forbidden),
        Some(_) if rules::may_answer(&visit.viewer, difficulty, ask, &found.settlement) => {
            Kind::Dispute.show(&visit, &found, &Fields::default(), &[]).await
        }
        // One's own statement is not for oneself to dispute; its page says how it stands.
        Some(_) => Ok(Redirect::to(&format!("/difficulties/{}#answer", difficulty.id)).into_response()),
    }
}

/// `POST /settlements/{id}/dispute`
pub async fn dispute(visit: Visit, Key(settlement): Key<SettlementId>, fields: Fields) -> Result<Response> {
    let found = for_answer(&visit, settlement).await?;
    let reason = fields.text("reason");
    if reason.is_empty() {
        let errors = [wrong("reason", texts::reason_missing(visit.lang()))];
        return Kind::Dispute.show(&visit, &found, &fields, &errors).await;
    }
    let answered = actions::dispute(&visit.app, Some(&visit.viewer), found.settlement.id, reason).await?;
    Ok(back(&answered, "disputed").into_response())
}

impl Answering for Kind {
    type Found = Statement;

    async fn find(app: &App, settlement: SettlementId) -> Result<Statement> {
        actions::of_settlement(app.store.read(), settlement).await
    }

    fn whom(found: &Statement) -> Option<&Person> {
        let Help { ask, difficulty, names } = &found.help;
        let asked = rules::stated_side(&found.settlement, ask).other();
        names.person(asked.principal(difficulty, ask))
    }

    async fn show(
        self,
        guest: &Guest,
        found: &Statement,
        fields: &Fields,
        errors: &[(String, String)],
    ) -> Result<Response> {
        let page = match self {
            _ if !rules::waits(found.settlement.state) => pages::answered_page(guest, found),
            Self::Confirm => pages::confirm_page(guest, found),
            Self::Dispute => pages::dispute_page(guest, found, fields, errors),
        };
        Ok(sent::form(page, !errors.is_empty()))
    }

    async fn take(self, guest: &Guest, found: &Statement, fields: &Fields) -> Result<Read<()>> {
        let (settlement, reason) = (found.settlement.id, fields.text("reason"));
        match self {
            Self::Dispute if reason.is_empty() => {
                return Ok(Err(vec![wrong("reason", texts::reason_missing(guest.lang()))]));
            }
            Self::Dispute => actions::dispute(&guest.app, None, settlement, reason).await?,
            Self::Confirm => actions::confirm(&guest.app, None, settlement).await?,
        };
        Ok(Ok(()))
    }
}
