//! Queries of groups.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::GroupId;
use dure_tables::groups;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::error::Result;

/// One group.
pub async fn find<C: ConnectionTrait>(db: &C, id: GroupId) -> Result<Option<groups::Model>> {
    Ok(groups::Entity::find_by_id(id).one(db).await?)
}

/// Names in one query.
pub async fn names<C: ConnectionTrait>(db: &C, ids: BTreeSet<GroupId>) -> Result<BTreeMap<GroupId, String>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(GroupId, String)> = groups::Entity::find()
        .select_only()
        .columns([groups::Column::Id, groups::Column::Name])
        .filter(groups::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
