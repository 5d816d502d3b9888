//! Queries about what was found by its words.

use std::collections::BTreeSet;

use dure_domain::{AskState, CaseId, DifficultyId, PersonId};
use dure_tables::{asks, cases, difficulties};
use dure_web::access::Reach;
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use super::within;

/// These cases, in any order.
pub async fn cases<C: ConnectionTrait>(db: &C, ids: &[CaseId]) -> Result<Vec<cases::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(cases::Entity::find().filter(cases::Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// These difficulties, whoever may see them, in any order.
pub async fn by_ids<C: ConnectionTrait>(db: &C, ids: &[DifficultyId]) -> Result<Vec<difficulties::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = difficulties::Entity::find().filter(difficulties::Column::Id.is_in(ids.to_vec()));
    Ok(found.all(db).await?)
}

/// Those of the ids that the reach takes in.
pub async fn seen<C: ConnectionTrait>(
    db: &C,
    reach: &Reach,
    ids: &[DifficultyId],
) -> Result<BTreeSet<DifficultyId>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found = difficulties::Entity::find()
        .select_only()
        .column(difficulties::Column::Id)
        .filter(within(reach))
        .filter(difficulties::Column::Id.is_in(ids.to_vec()));
    Ok(found.into_tuple().all(db).await?.into_iter().collect())
}

/// Those of the difficulties where the person was asked.
pub async fn where_person_was_asked<C: ConnectionTrait>(
    db: &C,
    person: PersonId,
    ids: &[DifficultyId],
) -> Result<BTreeSet<DifficultyId>> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found = asks::Entity::find()
        .select_only()
        .column(asks::Column::DifficultyId)
        .filter(asks::Column::PersonId.eq(person))
        .filter(asks::Column::State.ne(AskState::Withdrawn))
        .filter(asks::Column::DifficultyId.is_in(ids.to_vec()));
    Ok(found.into_tuple().all(db).await?.into_iter().collect())
}
