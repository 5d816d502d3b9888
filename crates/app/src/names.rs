//! Names of firms and groups by their keys, each in one query.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, GroupId};
use dure_tables::{firms, groups};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, TryGetable, Value};

use crate::error::Result;

/// Names of firms, also of those that have left.
pub async fn firms<C: ConnectionTrait>(db: &C, ids: BTreeSet<FirmId>) -> Result<BTreeMap<FirmId, String>> {
    of::<firms::Entity, _>(db, firms::Column::Id, firms::Column::Name, ids).await
}

/// Names of groups.
pub async fn groups<C: ConnectionTrait>(db: &C, ids: BTreeSet<GroupId>) -> Result<BTreeMap<GroupId, String>> {
    of::<groups::Entity, _>(db, groups::Column::Id, groups::Column::Name, ids).await
}

async fn of<E, K>(
    db: &impl ConnectionTrait,
    key: E::Column,
    name: E::Column,
    ids: BTreeSet<K>,
) -> Result<BTreeMap<K, String>>
where
    E: EntityTrait,
    K: Ord + TryGetable + Into<Value> + Send,
{
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = E::find().select_only().columns([key, name]).filter(key.is_in(ids));
    Ok(rows.into_tuple::<(K, String)>().all(db).await?.into_iter().collect())
}
