//! Queries about what was found, one for each kind.

use std::collections::BTreeMap;

use dure_domain::{ExpertId, FederationId, FirmId, GroupId, PersonId, ProgrammeId, ResourceId};
use dure_tables::{experts, firms, groups, people, programmes, resources};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Firms of the federation that have not left.
pub async fn firms<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    ids: Vec<FirmId>,
) -> Result<Vec<firms::Model>> {
    let found = firms::Entity::find()
        .filter(firms::Column::Id.is_in(ids))
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null());
    Ok(found.all(db).await?)
}

/// What is shared in the federation.
pub async fn resources<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    ids: Vec<ResourceId>,
) -> Result<Vec<resources::Model>> {
    let found = resources::Entity::find()
        .filter(resources::Column::Id.is_in(ids))
        .filter(resources::Column::FederationId.eq(federation))
        .filter(resources::Column::RemovedAt.is_null());
    Ok(found.all(db).await?)
}

/// Experts of the federation, each with the person.
pub async fn experts<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    ids: Vec<ExpertId>,
) -> Result<Vec<(experts::Model, people::Model)>> {
    let found = experts::Entity::find()
        .filter(experts::Column::Id.is_in(ids))
        .filter(experts::Column::FederationId.eq(federation))
        .filter(experts::Column::RemovedAt.is_null())
        .all(db)
        .await?;
    let who = people::Entity::find()
        .filter(people::Column::Id.is_in(found.iter().map(|row| row.person_id)))
        .filter(people::Column::LeftAt.is_null());
    let mut who: BTreeMap<PersonId, people::Model> =
        who.all(db).await?.into_iter().map(|person| (person.id, person)).collect();
    Ok(found.into_iter().filter_map(|row| who.remove(&row.person_id).map(|person| (row, person))).collect())
}

/// Programmes of the federation.
pub async fn programmes<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    ids: Vec<ProgrammeId>,
) -> Result<Vec<programmes::Model>> {
    let found = programmes::Entity::find()
        .filter(programmes::Column::Id.is_in(ids))
        .filter(programmes::Column::FederationId.eq(federation))
        .filter(programmes::Column::RemovedAt.is_null());
    Ok(found.all(db).await?)
}

/// Groups of the federation.
pub async fn groups<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    ids: Vec<GroupId>,
) -> Result<Vec<groups::Model>> {
    let found = groups::Entity::find()
        .filter(groups::Column::Id.is_in(ids))
        .filter(groups::Column::FederationId.eq(federation));
    Ok(found.all(db).await?)
}

/// People of the federation who have not left.
pub async fn people<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    ids: Vec<PersonId>,
) -> Result<Vec<people::Model>> {
    let found = people::Entity::find()
        .filter(people::Column::Id.is_in(ids))
        .filter(people::Column::FederationId.eq(federation))
        .filter(people::Column::LeftAt.is_null());
    Ok(found.all(db).await?)
}
