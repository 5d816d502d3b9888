//! Requests by which a viewer may have come to know a poster, and which difficulties are anonymous.

use dure_domain::DifficultyId;
use dure_tables::{asks, difficulties};
use dure_web::error::Result;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Requests about these difficulties.
pub async fn requests(db: &impl ConnectionTrait, ids: Vec<DifficultyId>) -> Result<Vec<asks::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(asks::Entity::find().filter(asks::Column::DifficultyId.is_in(ids)).all(db).await?)
}

/// Keys of the anonymous difficulties, for figures. A number that moves when one is posted, helped with or
/// solved would tell whose it is, so they count for no group and no firm that others look at.
pub fn unnamed() -> SelectStatement {
    Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::Anonymous.eq(true))
        .to_owned()
}
