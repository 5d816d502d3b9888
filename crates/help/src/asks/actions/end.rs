//! When a difficulty ends, its requests end with it: who helped is written down, who was still thinking
//! need not answer any more.

use std::collections::BTreeSet;

use dure_domain::{AskId, AskState, EventKind, PersonId};
use dure_store::Tx;
use dure_tables::{asks, difficulties};
use dure_web::error::Result;

use super::trail::Trail;
use crate::asks::letters;
use crate::asks::rules::{self, Step};
use crate::asks::store::{self, Names};

/// Ends the requests of a difficulty in the transaction that closes it; `helped` are those who helped.
/// Gives the requests as they are afterwards.
pub async fn end(
    tx: &Tx,
    difficulty: &difficulties::Model,
    actor: PersonId,
    helped: &BTreeSet<AskId>,
) -> Result<Vec<asks::Model>> {
    let requests = store::of_difficulty(tx.db(), difficulty.id).await?;
    let names = Names::read(tx.db(), requests.iter().map(|ask| ask.person_id), []).await?;
    let trail = Trail { tx, difficulty, actor: Some(actor) };
    let mut ended = Vec::new();
    for ask in requests {
        let step = match (helped.contains(&ask.id), ask.state) {
            (true, _) => Step::Help,
            (false, AskState::Asked) => Step::Withdraw,
            (false, _) => {
                ended.push(ask);
                continue;
            }
        };
        let Some(state) = rules::after(ask.state, step) else {
            ended.push(ask);
            continue;
        };
        let action = if step == Step::Help { "asks.help" } else { "asks.withdraw" };
        let after = trail.move_on(action, &ask, state, None).await?;
        if step == Step::Withdraw {
            trail.tell(EventKind::Withdrawn, Some(after.id), "").await?;
            letters::withdrawn(tx, difficulty, &after, &names).await?;
        }
        ended.push(after);
    }
    Ok(ended)
}
