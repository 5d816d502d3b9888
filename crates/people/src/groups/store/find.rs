//! Queries of groups.

use dure_domain::GroupId;
use dure_tables::groups;
use dure_web::error::Result;
use sea_orm::{ConnectionTrait, EntityTrait};

/// One group.
pub async fn find<C: ConnectionTrait>(db: &C, id: GroupId) -> Result<Option<groups::Model>> {
    Ok(groups::Entity::find_by_id(id).one(db).await?)
}
