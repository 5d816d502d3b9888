//! What the solver found becomes the draft, if the draft is still the one that was solved.

use std::collections::BTreeSet;

use dure_domain::{DraftId, DraftState};
use dure_formation::{Bound, Grouping};
use dure_store::{Actor, Tx};
use dure_tables::{draft_firms, draft_groups, drafts};
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde_json::json;

use super::super::super::rules::{Seat, renumber};
use super::super::super::store::{self, Contents};
use super::super::make::{Filling, fill};
use super::super::record;
use super::run::Found;
use super::{Task, put};

/// The draft, if it is still the one that was solved.
async fn solving(tx: &Tx, task: Task) -> Result<Option<drafts::Model>> {
    let draft = store::find(tx.db(), task.draft).await?;
    Ok(draft.filter(|draft| draft.state == DraftState::Solving && draft.version == task.version))
}

pub(super) async fn fail(app: &App, task: Task, why: &str) -> Result<()> {
    tracing::error!(draft = %task.draft, why, "a draft cannot be solved");
    let why = why.to_owned();
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let why = why.clone();
            async move {
                let Some(draft) = solving(&tx, task).await? else {
                    tx.quiet();
                    return Ok(());
                };
                let draft = put(&tx, draft, DraftState::Failed, Some(&why)).await?;
                tx.record(record("formation.fail", &draft, None, Some(json!({"failure": why}))));
                Ok(())
            }
        })
        .await
}

/// Gives the version under which the answer was written; none where the draft is another by now.
pub(super) async fn save(app: &App, task: Task, contents: &Contents, found: &Found) -> Result<Option<i32>> {
    let filling = numbered(contents, &found.grouping);
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let (filling, found) = (filling.clone(), found.clone());
            async move {
                let Some(draft) = solving(&tx, task).await? else {
                    tx.quiet();
                    return Ok(None);
                };
                refill(&tx, &draft, &filling).await?;
                let before = json!({"worth": draft.worth});
                let mut row = put(&tx, draft, DraftState::Solved, None).await?.into_active_model();
                row.worth = Set(Some(found.worth));
                row.bound = Set(found.bound.map(Bound::worth));
                row.moves = Set(Some(i64::try_from(found.moves).unwrap_or(i64::MAX)));
                row.solved_at = Set(Some(tx.at()));
                let draft = row.update(tx.db()).await?;
                let after = json!({"worth": draft.worth, "groups": filling.groups.len(), "seed": draft.seed});
                tx.record(record("formation.solved", &draft, Some(before), Some(after)));
                Ok(Some(draft.version))
            }
        })
        .await
}

/// Notes how far the solver is, or what it found after the answer, if the draft is still of this version; that makes no new version.
pub(super) async fn note(app: &App, id: DraftId, version: i32, columns: drafts::ActiveModel) -> Result<()> {
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let columns = columns.clone();
            async move {
                tx.quiet();
                drafts::Entity::update_many()
                    .set(columns)
                    .filter(drafts::Column::Id.eq(id))
                    .filter(drafts::Column::Version.eq(version))
                    .exec(tx.db())
                    .await?;
                Ok(())
            }
        })
        .await
}

/// The draft's firms and groups with the numbers of the answer.
fn numbered(contents: &Contents, grouping: &Grouping) -> Filling {
    let seats: Vec<Seat> = contents
        .placed
        .iter()
        .zip(&grouping.of)
        .map(|(firm, found)| Seat { before: firm.number, locked: firm.locked, found: *found })
        .collect();
    let existing: BTreeSet<i32> =
        contents.groups.values().filter(|group| group.group_id.is_some()).map(|group| group.number).collect();
    let numbers = renumber(&seats, &existing);
    let number = |found: Option<u32>| found.and_then(|found| numbers.get(&found).copied());
    let firms = contents.placed.iter().zip(&grouping.of).map(|(firm, found)| {
        let number = number(*found);
        (firm.firm_id, number, firm.locked && number.is_some())
    });
    let used: BTreeSet<i32> = numbers.values().copied().chain(existing).collect();
    let group = |number: i32| {
        let known = contents.groups.get(&number);
        (
            number,
            known.map(|group| group.name.clone()).unwrap_or_default(),
            known.and_then(|group| group.group_id),
        )
    };
    Filling { firms: firms.collect(), groups: used.into_iter().map(group).collect(), pairs: Vec::new() }
}

async fn refill(tx: &Tx, draft: &drafts::Model, filling: &Filling) -> Result<()> {
    let id = draft.id;
    draft_firms::Entity::delete_many().filter(draft_firms::Column::DraftId.eq(id)).exec(tx.db()).await?;
    draft_groups::Entity::delete_many().filter(draft_groups::Column::DraftId.eq(id)).exec(tx.db()).await?;
    fill(tx, id, draft.federation_id, filling).await
}
