//! Reading one help: the request, its difficulty, and who is who.

use dure_domain::{AskId, DifficultyId, Id, SettlementId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{asks, difficulties, settlements};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use crate::asks::actions::{Names, ask_of, difficulty_of, of_difficulty as requests_of, thing_of};
use crate::ledger::{access, store};

/// One help.
#[derive(Debug, Clone)]
pub struct Help {
    /// The request.
    pub ask: asks::Model,
    /// The difficulty.
    pub difficulty: difficulties::Model,
    /// Who is who.
    pub names: Names,
}

/// A help with a statement about it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The help.
    pub help: Help,
    /// The statement.
    pub settlement: settlements::Model,
}

/// The help of a request, which must belong to this difficulty.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn help(db: &impl ConnectionTrait, difficulty: DifficultyId, ask: AskId) -> Result<Help> {
    let found = by_ask(db, ask).await?;
    if found.difficulty.id == difficulty { Ok(found) } else { Err(Error::NotFound) }
}

async fn by_ask(db: &impl ConnectionTrait, ask: AskId) -> Result<Help> {
    let ask = ask_of(db, ask).await?;
    let difficulty = difficulty_of(db, ask.difficulty_id).await?;
    let names = Names::read(
        db,
        [ask.person_id, difficulty.author_id],
        ask.firm_id.into_iter().chain([difficulty.firm_id]),
    )
    .await?;
    Ok(Help { ask, difficulty, names })
}

/// A statement with its help.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn of_settlement(db: &impl ConnectionTrait, id: SettlementId) -> Result<Statement> {
    let settlement = store::settlement(db, id).await?;
    Ok(Statement { help: by_ask(db, settlement.ask_id).await?, settlement })
}

/// A difficulty that the viewer may close, with all its requests and what those are called who were asked.
pub async fn to_close(
    app: &App,
    viewer: &Viewer,
    id: DifficultyId,
) -> Result<(difficulties::Model, Vec<asks::Model>, Names)> {
    let db = app.store.read();
    let difficulty = difficulty_of(db, id).await?;
    access::CLOSE.require(viewer, &thing_of(&difficulty, &[]))?;
    let requests = requests_of(db, id).await?;
    let people = requests.iter().map(|ask| ask.person_id).chain([difficulty.author_id]);
    let names = Names::read(db, people, requests.iter().filter_map(|ask| ask.firm_id)).await?;
    Ok((difficulty, requests, names))
}

/// An audit entry about a statement.
pub(super) fn record(
    tx: &Tx,
    action: &'static str,
    before: Option<&settlements::Model>,
    after: &settlements::Model,
) {
    tx.record(Record {
        action,
        subject: Subject::Settlement,
        id: after.id.uuid(),
        federation: Some(after.federation_id),
        before: before.map(state_of),
        after: Some(state_of(after)),
    });
}

fn state_of(row: &settlements::Model) -> Value {
    json!({
        "ask": row.ask_id,
        "kind": row.kind,
        "worth_won": row.worth_won,
        "worth_days": row.worth_days,
        "note": row.note,
        "state": row.state,
        "stated_by": row.stated_by,
        "dispute": row.dispute,
    })
}
