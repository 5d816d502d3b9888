//! Queries of the settings.

use dure_domain::FederationId;
use dure_tables::{federation_settings, federations};
use dure_web::error::{Error, Result};
use sea_orm::{ConnectionTrait, EntityTrait};

/// The federation, and its settings where it has any.
pub async fn find(
    db: &impl ConnectionTrait,
    id: FederationId,
) -> Result<(federations::Model, Option<federation_settings::Model>)> {
    let federation = federations::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)?;
    Ok((federation, federation_settings::Entity::find_by_id(id).one(db).await?))
}
