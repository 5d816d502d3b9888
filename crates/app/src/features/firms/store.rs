//! Queries of firms.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::FirmId;
use dure_tables::firms;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::error::Result;

/// One firm.
pub async fn find<C: ConnectionTrait>(db: &C, id: FirmId) -> Result<Option<firms::Model>> {
    Ok(firms::Entity::find_by_id(id).one(db).await?)
}

/// Names in one query.
pub async fn names<C: ConnectionTrait>(db: &C, ids: BTreeSet<FirmId>) -> Result<BTreeMap<FirmId, String>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(FirmId, String)> = firms::Entity::find()
        .select_only()
        .columns([firms::Column::Id, firms::Column::Name])
        .filter(firms::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
