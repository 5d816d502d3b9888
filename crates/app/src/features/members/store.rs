//! Queries of people.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::PersonId;
use dure_tables::people;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::error::Result;

/// One person.
pub async fn find<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Option<people::Model>> {
    Ok(people::Entity::find_by_id(id).one(db).await?)
}

/// Names and titles in one query.
pub async fn names<C: ConnectionTrait>(
    db: &C,
    ids: BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, (String, String)>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(PersonId, String, String)> = people::Entity::find()
        .select_only()
        .columns([people::Column::Id, people::Column::Name, people::Column::Title])
        .filter(people::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name, title)| (id, (name, title))).collect())
}
