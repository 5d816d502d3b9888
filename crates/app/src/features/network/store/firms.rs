//! Firms as the picture and its lists show them.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FederationId, FirmId, GroupId};
use dure_people::firms::actions::members_of;
use dure_tables::{firms, memberships};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

/// A firm as the picture shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its name.
    pub name: String,
    /// Its sector, as written.
    pub sector: Option<String>,
}

/// Names and sectors of firms.
pub async fn firms_shown(
    db: &impl ConnectionTrait,
    ids: BTreeSet<FirmId>,
) -> Result<BTreeMap<FirmId, Shown>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(FirmId, String, Option<String>)> = firms::Entity::find()
        .select_only()
        .columns([firms::Column::Id, firms::Column::Name, firms::Column::Sector])
        .filter(firms::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name, sector)| (id, Shown { name, sector })).collect())
}

/// The groups of firms.
pub async fn groups_of(db: &impl ConnectionTrait, ids: BTreeSet<FirmId>) -> Result<Vec<(FirmId, GroupId)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = memberships::Entity::find()
        .select_only()
        .columns([memberships::Column::FirmId, memberships::Column::GroupId])
        .filter(memberships::Column::FirmId.is_in(ids))
        .filter(memberships::Column::LeftOn.is_null());
    Ok(rows.into_tuple().all(db).await?)
}

/// Firms that have not left.
pub(super) fn active(federation: FederationId, group: Option<GroupId>) -> Select<firms::Entity> {
    let all = firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null());
    match group {
        Some(group) => all.filter(firms::Column::Id.in_subquery(members_of(group))),
        None => all,
    }
}

/// Active firms, at most `most`.
pub async fn firms_of(
    db: &impl ConnectionTrait,
    federation: FederationId,
    group: Option<GroupId>,
    most: u64,
) -> Result<Vec<FirmId>> {
    let rows = active(federation, group)
        .select_only()
        .column(firms::Column::Id)
        .order_by_asc(firms::Column::Name)
        .limit(most);
    Ok(rows.into_tuple().all(db).await?)
}
