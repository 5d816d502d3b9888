//! Requests by which a viewer may have come to know a poster, and which difficulties are anonymous.

use dure_domain::DifficultyId;
use dure_tables::asks;
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Requests about these difficulties.
pub async fn requests(db: &impl ConnectionTrait, ids: Vec<DifficultyId>) -> Result<Vec<asks::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(asks::Entity::find().filter(asks::Column::DifficultyId.is_in(ids)).all(db).await?)
}
