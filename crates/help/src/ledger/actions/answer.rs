//! The other side confirms a statement, which makes the entry of give and take; or sees it otherwise,
//! which makes room for a new statement.

use dure_domain::{EventKind, SettlementId, SettlementState};
use dure_store::{Actor, Tx};
use dure_tables::{give_and_take, settlements};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::help::{Statement, of_settlement, record};
use crate::asks::actions::Trail;
use crate::ledger::letters;
use crate::ledger::rules::{self, stated_side};

/// What came of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It was taken.
    Now(settlements::Model),
    /// The statement had been answered before: nothing was changed.
    Before(settlements::Model),
}

impl Answered {
    /// The statement as it is now.
    pub const fn settlement(&self) -> &settlements::Model {
        match self {
            Self::Now(settlement) | Self::Before(settlement) => settlement,
        }
    }
}

/// Confirms a statement. `by` is the signed-in person, or none when a signed link speaks for the side
/// that was asked.
///
/// # Errors
/// [`Error::Forbidden`] for anybody but the other side.
pub async fn confirm(app: &App, by: Option<&Viewer>, id: SettlementId) -> Result<Answered> {
    answer(app, by, id, None).await
}

/// Disputes a statement, with the reason.
///
/// # Errors
/// As [`confirm`].
pub async fn dispute(app: &App, by: Option<&Viewer>, id: SettlementId, reason: &str) -> Result<Answered> {
    answer(app, by, id, Some(reason)).await
}

async fn answer(app: &App, by: Option<&Viewer>, id: SettlementId, reason: Option<&str>) -> Result<Answered> {
    let Statement { help, settlement } = of_settlement(app.store.read(), id).await?;
    let asked = stated_side(&settlement, &help.ask).other().principal(&help.difficulty, &help.ask);
    let actor = by.map_or(asked, |viewer| viewer.person);
    app.store
        .write(Actor::Person(actor), |tx| {
            let (by, reason) = (by.cloned(), reason.map(str::to_owned));
            async move {
                let found = of_settlement(tx.db(), id).await?;
                let Statement { help, settlement } = &found;
                if let Some(viewer) = &by
                    && !rules::may_answer(viewer, &help.difficulty, &help.ask, settlement)
                {
                    return Err(Error::Forbidden);
                }
                if !rules::waits(settlement.state) {
                    tx.quiet();
                    return Ok(Answered::Before(settlement.clone()));
                }
                let after = taken(&tx, settlement, actor, reason.as_deref()).await?;
                let trail = Trail { tx: &tx, difficulty: &help.difficulty, actor: Some(actor) };
                match &reason {
                    None => {
                        enter(&tx, &found).await?;
                        trail.tell(EventKind::Confirmed, Some(help.ask.id), "").await?;
                    }
                    Some(reason) => trail.tell(EventKind::Disputed, Some(help.ask.id), reason).await?,
                }
                let told = letters::Help { difficulty: &help.difficulty, ask: &help.ask, names: &help.names };
                letters::answered(&tx, told, &after).await?;
                Ok(Answered::Now(after))
            }
        })
        .await
}

async fn taken(
    tx: &Tx,
    before: &settlements::Model,
    actor: dure_domain::PersonId,
    reason: Option<&str>,
) -> Result<settlements::Model> {
    let mut row = before.clone().into_active_model();
    row.state = Set(if reason.is_none() { SettlementState::Confirmed } else { SettlementState::Disputed });
    row.dispute = Set(reason.unwrap_or_default().to_owned());
    row.answered_by = Set(Some(actor));
    row.answered_at = Set(Some(tx.at()));
    row.version = Set(before.version + 1);
    let after = row.update(tx.db()).await?;
    record(tx, if reason.is_none() { "ledger.confirm" } else { "ledger.dispute" }, Some(before), &after);
    Ok(after)
}

/// The entry of give and take; unique per statement in the database too.
async fn enter(tx: &Tx, found: &Statement) -> Result<()> {
    let Statement { help, settlement } = found;
    let row = give_and_take::ActiveModel {
        id: Set(tx.random_id()),
        federation_id: Set(settlement.federation_id),
        settlement_id: Set(settlement.id),
        difficulty_id: Set(settlement.difficulty_id),
        kind: Set(settlement.kind),
        from_firm_id: Set(help.ask.firm_id),
        from_person_id: Set(help.ask.person_id),
        to_firm_id: Set(help.difficulty.firm_id),
        worth_won: Set(settlement.worth_won),
        worth_days: Set(settlement.worth_days),
        at: Set(tx.at()),
    };
    row.insert(tx.db()).await?;
    Ok(())
}
