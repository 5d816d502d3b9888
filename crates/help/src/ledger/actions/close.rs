//! A difficulty ends, with an outcome; or is opened again.

use std::collections::BTreeSet;

use dure_domain::{AskId, AskState, DifficultyId, DifficultyStatus, EventKind, Id, Outcome, Subject};
use dure_store::{Record, Tx};
use dure_tables::difficulties;
use dure_texts::ledger as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use crate::asks::actions::{self as asks, Names, Trail, thing_of};
use crate::asks::rules::{by_offers, takes_help};
use crate::knowledge::actions::{Keeping, forget_in, keep_in};
use crate::ledger::{access, letters};

/// How it ended.
#[derive(Debug, Clone)]
pub struct Closing {
    /// Solved, partly, not.
    pub outcome: Outcome,
    /// How.
    pub note: String,
    /// Who helped: requests that were answered with an offer.
    pub helped: BTreeSet<AskId>,
    /// What to keep as knowledge, with the poster's consent.
    pub keep: Option<Keeping>,
}

/// Closes a difficulty of the version that the form showed.
///
/// # Errors
/// [`Error::ChangedMeanwhile`], [`Error::Forbidden`], [`Error::Rule`] when it is not open.
pub async fn close(
    app: &App,
    viewer: &Viewer,
    id: DifficultyId,
    version: i32,
    closing: &Closing,
) -> Result<()> {
    app.act(viewer, |tx| {
        let (viewer, closing) = (viewer.clone(), closing.clone());
        async move {
            let before = asks::difficulty_of(tx.db(), id).await?;
            access::CLOSE.require(&viewer, &thing_of(&before, &[]))?;
            if !takes_help(before.status) {
                return Err(Error::Rule(texts::not_open(viewer.lang).to_owned()));
            }
            if before.version != version {
                return Err(Error::ChangedMeanwhile);
            }
            let after = ended(&tx, &before, &closing).await?;
            let requests = asks::end(&tx, &after, viewer.person, &closing.helped).await?;
            let trail = Trail { tx: &tx, difficulty: &after, actor: Some(viewer.person) };
            trail.tell(EventKind::Closed, None, &closing.note).await?;
            if let Some(keep) = &closing.keep {
                keep_in(&tx, &viewer, &after, &requests, keep).await?;
            }
            let people = requests.iter().map(|ask| ask.person_id);
            let names = Names::read(tx.db(), people, []).await?;
            for ask in requests.iter().filter(|ask| ask.state == AskState::Helped) {
                letters::closed(&tx, letters::Help { difficulty: &after, ask, names: &names }).await?;
            }
            Ok(())
        }
    })
    .await
}

async fn ended(tx: &Tx, before: &difficulties::Model, closing: &Closing) -> Result<difficulties::Model> {
    let mut row = before.clone().into_active_model();
    row.status = Set(DifficultyStatus::Closed);
    row.outcome = Set(Some(closing.outcome));
    row.outcome_note = Set(closing.note.clone());
    row.closed_at = Set(Some(tx.at()));
    row.updated_at = Set(tx.at());
    row.version = Set(before.version + 1);
    let after = row.update(tx.db()).await?;
    record(tx, "ledger.close", before, &after);
    Ok(after)
}

/// Opens a difficulty again: it looks for help, or goes on being helped. What was kept of it as a case is taken
/// out until it ends again.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Rule`] when it is not closed.
pub async fn reopen(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<()> {
    app.act(viewer, |tx| {
        let viewer = viewer.clone();
        async move {
            let before = asks::difficulty_of(tx.db(), id).await?;
            access::CLOSE.require(&viewer, &thing_of(&before, &[]))?;
            if before.status != DifficultyStatus::Closed {
                return Err(Error::Rule(texts::not_closed(viewer.lang).to_owned()));
            }
            let requests = asks::of_difficulty(tx.db(), id).await?;
            let mut row = before.clone().into_active_model();
            row.status = Set(by_offers(requests.iter().map(|ask| ask.state)));
            row.outcome = Set(None);
            row.closed_at = Set(None);
            row.updated_at = Set(tx.at());
            row.version = Set(before.version + 1);
            let after = row.update(tx.db()).await?;
            record(&tx, "ledger.reopen", &before, &after);
            forget_in(&tx, id).await?;
            let trail = Trail { tx: &tx, difficulty: &after, actor: Some(viewer.person) };
            trail.tell(EventKind::Reopened, None, "").await
        }
    })
    .await
}

fn record(tx: &Tx, action: &'static str, before: &difficulties::Model, after: &difficulties::Model) {
    tx.record(Record {
        action,
        subject: Subject::Difficulty,
        id: after.id.uuid(),
        federation: Some(after.federation_id),
        before: Some(state_of(before)),
        after: Some(state_of(after)),
    });
}

fn state_of(row: &difficulties::Model) -> Value {
    json!({ "status": row.status, "outcome": row.outcome, "outcome_note": row.outcome_note, "version": row.version })
}
