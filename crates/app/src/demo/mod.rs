//! Fills a new database with the demo, a part in a transaction.
//!
//! A part leaves one audit entry, not one for each of its rows: nobody did these things. The search
//! index is made from the tables when the server starts.

mod rows;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use dure_demo::{Options, Part};
use dure_domain::{FederationId, Id, Subject};
use dure_people::accounts::personas;
use dure_store::{Actor, Record, Store, Tx};
use dure_tables::federations;
use dure_web::error::{Error, Result};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde::Serialize;

/// What the demo has put in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Groups.
    pub groups: usize,
    /// Member firms.
    pub firms: usize,
    /// Firms without a group.
    pub newcomers: usize,
    /// People.
    pub people: usize,
    /// Difficulties.
    pub difficulties: usize,
    /// Solved cases that are kept.
    pub cases: usize,
    /// Meetings.
    pub meetings: usize,
}

/// Whether nobody has put anything into this database yet.
pub async fn is_empty(store: &Store) -> Result<bool> {
    Ok(federations::Entity::find().count(store.read()).await? == 0)
}

/// Fills an empty database; `progress` is told how many parts are done, of how many.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] when the database is not empty.
pub async fn fill(store: &Store, options: &Options, progress: impl Fn(u64, u64)) -> Result<Summary> {
    let total = u64::try_from(options.part_count()).unwrap_or(u64::MAX);
    let parts = dure_demo::parts(*options).map_err(|bad| Error::Internal(bad.to_string()))?;
    let mut summary = Summary::default();
    let mut federation = None;
    progress(0, total);
    for (part, done) in parts.zip(1..) {
        let of = *federation.get_or_insert(part.federation());
        summary.add(&part);
        write(store, Arc::new(part), of, done == 1).await?;
        progress(done, total);
    }
    Ok(summary)
}

async fn write(store: &Store, part: Arc<Part>, federation: FederationId, first: bool) -> Result<()> {
    store
        .write(Actor::System, |tx| {
            let part = part.clone();
            async move {
                if first && federations::Entity::find().count(tx.db()).await? > 0 {
                    return Err(Error::ChangedMeanwhile);
                }
                rows::put(tx.db(), &part).await?;
                tell(&tx, &part, federation).await
            }
        })
        .await
}

async fn tell(tx: &Tx, part: &Part, federation: FederationId) -> Result<()> {
    let mut summary = Summary::default();
    summary.add(part);
    if !part.personas.is_empty() {
        let list: Vec<personas::Persona> = part
            .personas
            .iter()
            .map(|persona| personas::Persona { role: persona.role.into(), person: persona.person })
            .collect();
        let json = serde_json::to_string(&list).map_err(|error| Error::Internal(error.to_string()))?;
        tx.set_setting(personas::SETTING, &json).await?;
    }
    tx.record(Record {
        action: "demo.fill",
        subject: Subject::Federation,
        id: federation.uuid(),
        federation: Some(federation),
        before: None,
        after: serde_json::to_value(summary).ok(),
    });
    Ok(())
}

impl Summary {
    fn add(&mut self, part: &Part) {
        self.groups += part.groups.len();
        self.firms += part.firms.len();
        self.newcomers += part.newcomers.len();
        self.people += part.people.len();
        self.difficulties += part.difficulties.len();
        self.cases += part.cases.len();
        self.meetings += part.meetings.len();
    }
}
