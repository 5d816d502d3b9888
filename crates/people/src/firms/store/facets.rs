//! What the directory can be narrowed by: only what there is.

use dure_domain::{FederationId, GroupId};
use dure_tables::{firms, groups};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Groups, places and industries of a federation's firms.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// Groups by name.
    pub groups: Vec<(GroupId, String)>,
    /// Codes of places.
    pub places: Vec<i32>,
    /// Codes of industries.
    pub industries: Vec<String>,
}

/// What there is in the federation.
pub async fn facets<C: ConnectionTrait>(db: &C, federation: FederationId) -> Result<Facets> {
    let active = || {
        firms::Entity::find()
            .select_only()
            .filter(firms::Column::FederationId.eq(federation))
            .filter(firms::Column::LeftAt.is_null())
            .distinct()
    };
    let groups = groups::Entity::find()
        .select_only()
        .columns([groups::Column::Id, groups::Column::Name])
        .filter(groups::Column::FederationId.eq(federation))
        .order_by_asc(groups::Column::Name);
    let places = active().column(firms::Column::PlaceCode).filter(firms::Column::PlaceCode.is_not_null());
    let industries =
        active().column(firms::Column::IndustryCode).filter(firms::Column::IndustryCode.is_not_null());
    Ok(Facets {
        groups: groups.into_tuple().all(db).await?,
        places: places.into_tuple().all(db).await?,
        industries: industries.into_tuple().all(db).await?,
    })
}
