//! Queries of groups.

use dure_domain::GroupId;
use dure_tables::groups;
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// One group.
pub async fn find<C: ConnectionTrait>(db: &C, id: GroupId) -> Result<Option<groups::Model>> {
    Ok(groups::Entity::find_by_id(id).one(db).await?)
}

/// (key, name) of these groups, by name.
pub async fn names<C: ConnectionTrait>(db: &C, ids: Vec<GroupId>) -> Result<Vec<(GroupId, String)>> {
    let named = groups::Entity::find()
        .select_only()
        .columns([groups::Column::Id, groups::Column::Name])
        .filter(groups::Column::Id.is_in(ids))
        .order_by_asc(groups::Column::Name);
    Ok(named.into_tuple().all(db).await?)
}
