//! Putting a difficulty before others, and changing it afterwards.

use dure_domain::{DifficultyId, DifficultyStatus, EventId, EventKind, Id, Subject};
use dure_store::{Actor, Record, Tx};
use dure_tables::difficulties::Model;
use dure_tables::difficulty_events;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use super::desk::{Desk, desk_of};
use super::draft::{begun, fill};
use super::find::found_for;
use crate::difficulties::rules::{Checked, Typed, Wrong};
use crate::difficulties::{access, store};

/// What came of a form.
pub enum Sent {
    /// It is done.
    Done(DifficultyId),
    /// Something must be mended first.
    Wrong(Vec<Wrong>),
    /// Somebody else has changed it meanwhile; this is how it stands now.
    Meanwhile(Box<Model>),
}

/// Posts what is typed, from its draft if there is one. Sent twice, it is posted once.
pub async fn post(app: &App, viewer: &Viewer, desk: &Desk, typed: &Typed) -> Result<Sent> {
    let words = match typed.checked(&desk.group_ids()) {
        Ok(words) => words,
        Err(wrong) => return Ok(Sent::Wrong(wrong)),
    };
    let id = typed.draft_id().unwrap_or_else(|| super::new_draft(app));
    let posted: Result<()> = app
        .act(viewer, |tx| {
            let words = words.clone();
            async move {
                let kept = store::find(tx.db(), id).await?;
                if kept.as_ref().is_some_and(|kept| kept.author_id != viewer.person) {
                    return Err(Error::NotFound);
                }
                if kept.as_ref().is_some_and(|kept| kept.status != DifficultyStatus::Draft) {
                    tx.quiet();
                    return Ok(());
                }
                let is_new = kept.is_none();
                let mut row =
                    kept.map_or_else(|| begun(&tx, id, viewer, desk, &words), Model::into_active_model);
                fill(&mut row, &words, desk);
                row.to_ask = Set(String::new());
                row.status = Set(DifficultyStatus::Open);
                row.posted_at = Set(Some(tx.at()));
                row.updated_at = Set(tx.at());
                let row = if is_new { row.insert(tx.db()).await? } else { row.update(tx.db()).await? };
                happened(&tx, &row, EventKind::Posted, "").await?;
                tx.record(record("difficulty.post", &row, None));
                Ok(())
            }
        })
        .await;
    posted?;
    Ok(Sent::Done(id))
}

/// Changes what is posted; the audit keeps how it was.
pub async fn change(app: &App, viewer: &Viewer, id: DifficultyId, typed: &Typed) -> Result<Sent> {
    let (difficulty, thing) = found_for(app, viewer, id).await?;
    access::ACT.require(viewer, &thing)?;
    let desk = desk_of(app, viewer, &difficulty).await?;
    let words = match typed.checked(&groups_to_keep(&desk, &difficulty)) {
        Ok(words) => words,
        Err(wrong) => return Ok(Sent::Wrong(wrong)),
    };
    let version = typed.version;
    app.act(viewer, |tx| {
        let (words, desk) = (words.clone(), desk.clone());
        async move {
            let before = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
            if before.version != version {
                tx.quiet();
                return Ok(Sent::Meanwhile(Box::new(before)));
            }
            let after = changed(&tx, &before, &words, &desk).await?;
            tx.record(record("difficulty.change", &after, Some(&before)));
            Ok(Sent::Done(id))
        }
    })
    .await
}

/// The firm's groups; where a firm has left its group, the group stays that of the difficulty.
fn groups_to_keep(desk: &Desk, difficulty: &Model) -> Vec<dure_domain::GroupId> {
    let mut groups = desk.group_ids();
    if let Some(group) = difficulty.group_id.filter(|group| !groups.contains(group)) {
        groups.insert(0, group);
    }
    groups
}

async fn changed(tx: &Tx, before: &Model, words: &Checked, desk: &Desk) -> Result<Model> {
    let mut row = before.clone().into_active_model();
    fill(&mut row, words, desk);
    row.federation_id = Set(before.federation_id);
    row.updated_at = Set(tx.at());
    row.version = Set(before.version + 1);
    Ok(row.update(tx.db()).await?)
}

/// A line of the difficulty's timeline.
async fn happened(tx: &Tx, difficulty: &Model, kind: EventKind, body: &str) -> Result<()> {
    let actor = match tx.actor() {
        Actor::Person(person) => Some(person),
        Actor::System => None,
    };
    let row = difficulty_events::ActiveModel {
        id: Set(tx.id::<EventId>()),
        federation_id: Set(difficulty.federation_id),
        difficulty_id: Set(difficulty.id),
        ask_id: Set(None),
        actor_id: Set(actor),
        kind: Set(kind),
        body: Set(body.to_owned()),
        at: Set(tx.at()),
    };
    row.insert(tx.db()).await?;
    Ok(())
}

fn record(action: &'static str, after: &Model, before: Option<&Model>) -> Record {
    Record {
        action,
        subject: Subject::Difficulty,
        id: after.id.uuid(),
        federation: Some(after.federation_id),
        before: before.map(state),
        after: Some(state(after)),
    }
}

/// What the audit keeps.
fn state(row: &Model) -> Value {
    json!({
        "firm": row.firm_id, "group": row.group_id, "title": row.title, "problem": row.problem,
        "present_state": row.present_state, "tried": row.tried, "solved_when": row.solved_when,
        "need": row.need, "visibility": row.visibility, "anonymous": row.anonymous,
        "status": row.status, "version": row.version,
    })
}
