//! Solving as a job: asked for and stopped by a person, run by any node, watched from any.

mod keep;
mod run;
mod signals;

use std::time::Duration;

use dure_domain::{DraftId, DraftState};
use dure_store::Tx;
use dure_tables::drafts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::{access, store};
use super::{held, record};

pub use run::solve;

/// The kind of job that solves a draft; its payload is a [`Task`].
pub const SOLVE: &str = "formation.solve";

/// What the job is about: a version that is gone is not solved any more.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Task {
    draft: DraftId,
    version: i32,
}

/// Writes the job in the same transaction as what it is for.
pub(super) fn ask(tx: &Tx, draft: &drafts::Model) -> Result<()> {
    tx.job(SOLVE, &Task { draft: draft.id, version: draft.version }, tx.at())?;
    Ok(())
}

/// Lets a draft be solved again from where it stands, keeping locks and wishes. The next seed gives the search another way.
pub async fn again(app: &App, viewer: &Viewer, id: DraftId, version: i32) -> Result<()> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    app.act(viewer, |tx| async move {
        let draft = held(&tx, id, version).await?;
        let (seed, before) = (draft.seed + 1, json!({"worth": draft.worth}));
        let mut row = draft.into_active_model();
        row.state = Set(DraftState::Solving);
        row.seed = Set(seed);
        row.progress = Set(0);
        row.failure = Set(String::new());
        row.version = Set(version + 1);
        let draft = row.update(tx.db()).await?;
        tx.record(record("formation.solve", &draft, Some(before), Some(json!({"seed": seed}))));
        ask(&tx, &draft)
    })
    .await?;
    dure_web::jobs::wake(app);
    Ok(())
}

/// Stops the solver, on whichever node it runs; the draft stays as it was before.
pub async fn stop(app: &App, viewer: &Viewer, id: DraftId) -> Result<()> {
    access::KEEP.require(viewer, &access::thing(&super::find(app, viewer, id).await?))?;
    app.act(viewer, |tx| async move {
        let draft = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
        if draft.state != DraftState::Solving {
            tx.quiet();
            return Ok(());
        }
        let state = if draft.solved_at.is_some() { DraftState::Solved } else { DraftState::New };
        let draft = put(&tx, draft, state, None).await?;
        tx.record(record("formation.stop", &draft, None, Some(json!({"state": state}))));
        Ok(())
    })
    .await
}

/// Waits a moment for a solver that is quick: then the next page shows its answer at once.
pub async fn wait(app: &App, id: DraftId, at_most: Duration) -> Result<()> {
    let until = tokio::time::Instant::now() + at_most;
    while tokio::time::Instant::now() < until {
        match store::state(app.store.read(), id).await? {
            Some((DraftState::Solving, ..)) => tokio::time::sleep(Duration::from_millis(40)).await,
            _ => return Ok(()),
        }
    }
    Ok(())
}

async fn put(
    tx: &Tx,
    draft: drafts::Model,
    state: DraftState,
    failure: Option<&str>,
) -> Result<drafts::Model> {
    let version = draft.version + 1;
    let mut row = draft.into_active_model();
    row.state = Set(state);
    row.progress = Set(0);
    row.failure = Set(failure.unwrap_or_default().to_owned());
    row.version = Set(version);
    Ok(row.update(tx.db()).await?)
}
