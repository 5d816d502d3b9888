//! Queries of resources.

use std::collections::BTreeMap;

use dure_domain::{FederationId, FirmId, ResourceId, ResourceKind};
use dure_tables::{firms, resources};
use dure_web::error::Result;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use resources::Column;

/// One resource, also one that was removed.
pub async fn find<C: ConnectionTrait>(db: &C, id: ResourceId) -> Result<Option<resources::Model>> {
    Ok(resources::Entity::find_by_id(id).one(db).await?)
}

/// What a firm shares, the oldest first.
pub async fn of_firm<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<resources::Model>> {
    let shared = resources::Entity::find()
        .filter(Column::FirmId.eq(firm))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::Id);
    Ok(shared.all(db).await?)
}

/// What a federation's firms share.
pub fn shared(federation: FederationId, kind: Option<ResourceKind>) -> Select<resources::Entity> {
    let found = resources::Entity::find()
        .filter(Column::FederationId.eq(federation))
        .filter(Column::RemovedAt.is_null());
    match kind {
        Some(kind) => found.filter(Column::Kind.eq(kind)),
        None => found,
    }
}

/// One page, the newest first, and how many there are in all.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    found: Select<resources::Entity>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<resources::Model>, u64)> {
    let total = found.clone().count(db).await?;
    Ok((found.order_by_desc(Column::Id).offset(offset).limit(limit).all(db).await?, total))
}

/// Those of the ids that the list takes in.
pub async fn among<C: ConnectionTrait>(
    db: &C,
    found: Select<resources::Entity>,
    ids: &[ResourceId],
) -> Result<Vec<resources::Model>> {
    Ok(found.filter(Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// How many there are of each kind.
pub async fn counts<C: ConnectionTrait>(db: &C, federation: FederationId) -> Result<BTreeMap<String, i64>> {
    let counted = shared(federation, None)
        .select_only()
        .column(Column::Kind)
        .column_as(Column::Id.count(), "shared")
        .group_by(Column::Kind);
    let rows: Vec<(String, i64)> = counted.into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

/// Names and places of firms.
pub async fn firms_of<C: ConnectionTrait>(
    db: &C,
    ids: Vec<FirmId>,
) -> Result<BTreeMap<FirmId, (String, Option<i32>)>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(FirmId, String, Option<i32>)> = firms::Entity::find()
        .select_only()
        .columns([firms::Column::Id, firms::Column::Name, firms::Column::PlaceCode])
        .filter(firms::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name, place)| (id, (name, place))).collect())
}
