//! Drafts: kept while one writes, in one row each, seen by their author alone.

use dure_domain::{DifficultyId, DifficultyStatus, FirmId, Id, Subject};
use dure_store::{Record, Tx};
use dure_tables::difficulties::{ActiveModel, Model};
use dure_talk::files;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

use super::desk::Desk;
use crate::difficulties::rules::{Checked, Typed, Wrong};
use crate::difficulties::{access, store};

/// What came of keeping a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drafted {
    /// It is kept in this row.
    Kept(DifficultyId),
    /// There is nothing to keep: nothing has been told yet, or it was posted meanwhile.
    Nothing,
    /// It is too long, and was not kept.
    Wrong(Vec<Wrong>),
}

/// Keeps what is typed, all of it or nothing. A draft of which everything was wiped is gone, unless a photo was put to
/// it or is about to be.
pub async fn keep_draft(app: &App, viewer: &Viewer, desk: &Desk, typed: &Typed) -> Result<Drafted> {
    let wrong = typed.too_long_for_a_draft();
    if !wrong.is_empty() {
        return Ok(Drafted::Wrong(wrong));
    }
    let id = typed.draft_id().unwrap_or_else(|| super::new_draft(app));
    let words = typed.as_it_is(&desk.group_ids());
    let blank = typed.is_blank() && typed.attached.is_empty();
    app.act(viewer, |tx| {
        let words = words.clone();
        async move {
            match store::find(tx.db(), id).await? {
                Some(kept) if kept.author_id != viewer.person => Err(Error::NotFound),
                // Posted meanwhile: a late save from the same page changes nothing.
                Some(kept) if kept.status != DifficultyStatus::Draft => {
                    tx.quiet();
                    Ok(Drafted::Nothing)
                }
                Some(kept) if blank && !files::hang_on(tx.db(), Subject::Difficulty, id.uuid()).await? => {
                    discard_row(&tx, kept).await?;
                    Ok(Drafted::Nothing)
                }
                Some(kept) => {
                    tx.quiet();
                    let mut row = kept.into_active_model();
                    fill(&mut row, &words, desk);
                    row.updated_at = Set(tx.at());
                    row.update(tx.db()).await?;
                    Ok(Drafted::Kept(id))
                }
                None if blank => {
                    tx.quiet();
                    Ok(Drafted::Nothing)
                }
                None => {
                    begun(&tx, id, viewer, desk, &words).insert(tx.db()).await?;
                    tx.record(record("difficulty.begin", id, desk, None));
                    Ok(Drafted::Kept(id))
                }
            }
        }
    })
    .await
}

/// The draft that the viewer last wrote for this firm.
pub async fn last_draft(app: &App, viewer: &Viewer, firm: FirmId) -> Result<Option<Model>> {
    let drafts = store::drafts_of(app.store.read(), viewer.person).await?;
    Ok(drafts.into_iter().find(|draft| draft.firm_id == firm))
}

/// The row of a new difficulty, as a draft.
pub(super) fn begun(tx: &Tx, id: DifficultyId, viewer: &Viewer, desk: &Desk, words: &Checked) -> ActiveModel {
    let mut row = ActiveModel {
        id: Set(id),
        federation_id: Set(desk.federation),
        author_id: Set(viewer.person),
        status: Set(DifficultyStatus::Draft),
        outcome: Set(None),
        outcome_note: Set(String::new()),
        created_at: Set(tx.at()),
        updated_at: Set(tx.at()),
        posted_at: Set(None),
        closed_at: Set(None),
        version: Set(1),
        ..Default::default()
    };
    fill(&mut row, words, desk);
    row
}

/// Writes what was typed into the row.
pub(super) fn fill(row: &mut ActiveModel, words: &Checked, desk: &Desk) {
    row.firm_id = Set(desk.firm);
    row.federation_id = Set(desk.federation);
    row.group_id = Set(words.group);
    row.title = Set(words.title.clone());
    row.problem = Set(words.problem.clone());
    row.present_state = Set(words.present_state.clone());
    row.tried = Set(words.tried.clone());
    row.solved_when = Set(words.solved_when.clone());
    row.need = Set(words.need);
    row.visibility = Set(words.visibility);
    row.anonymous = Set(words.anonymous);
    row.to_ask = Set(words.ask.map(|helper| helper.to_string()).unwrap_or_default());
}

fn record(action: &'static str, id: DifficultyId, desk: &Desk, after: Option<serde_json::Value>) -> Record {
    Record {
        action,
        subject: Subject::Difficulty,
        id: id.uuid(),
        federation: Some(desk.federation),
        before: None,
        after,
    }
}

/// Throws a draft of the viewer's own away.
///
/// # Errors
/// [`Error::NotFound`] for what is not the viewer's draft.
pub async fn discard(app: &App, viewer: &Viewer, id: DifficultyId) -> Result<()> {
    app.act(viewer, |tx| async move {
        let kept = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
        let thing = super::find::thing_with(&kept, Vec::new());
        if kept.status != DifficultyStatus::Draft || !access::DISCARD.allows(viewer, &thing) {
            return Err(Error::NotFound);
        }
        discard_row(&tx, kept).await
    })
    .await
}

async fn discard_row(tx: &Tx, kept: Model) -> Result<()> {
    files::forget(tx, Subject::Difficulty, kept.id.uuid()).await?;
    dure_tables::difficulties::Entity::delete_by_id(kept.id).exec(tx.db()).await?;
    tx.record(Record {
        action: "difficulty.discard",
        subject: Subject::Difficulty,
        id: kept.id.uuid(),
        federation: Some(kept.federation_id),
        before: None,
        after: None,
    });
    Ok(())
}
