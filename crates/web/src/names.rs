//! Names of firms, groups and people by their keys, each in one query.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, GroupId, PersonId};
use dure_tables::{firms, groups, people};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, TryGetable, Value};

use crate::error::Result;

/// Names of firms, also of those that have left.
pub async fn firms<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = FirmId>,
) -> Result<BTreeMap<FirmId, String>> {
    of::<firms::Entity, _>(db, firms::Column::Id, firms::Column::Name, ids.into_iter().collect()).await
}

/// Names of groups.
pub async fn groups<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = GroupId>,
) -> Result<BTreeMap<GroupId, String>> {
    of::<groups::Entity, _>(db, groups::Column::Id, groups::Column::Name, ids.into_iter().collect()).await
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

/// Names of people with their titles, also of those who have left.
pub async fn people<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, String>> {
    let ids: BTreeSet<PersonId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = people::Entity::find().filter(people::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.iter().map(|row| (row.id, titled(row))).collect())
}

/// `이도금 대표`
pub fn titled(person: &people::Model) -> String {
    format!("{} {}", person.name, person.title).trim().to_owned()
}
