//! Queries of experts.

use std::collections::BTreeMap;

use dure_domain::{ExpertId, FederationId, Office, PersonId, Visibility};
use dure_tables::{appointments, cases, experts, people};
use dure_web::error::Result;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};

use experts::Column;

const MOST_CASES: u64 = 12;

/// A profile with its person.
pub type Expert = (experts::Model, people::Model);

/// One profile that was not withdrawn, of a person who has not left.
pub async fn find<C: ConnectionTrait>(db: &C, id: ExpertId) -> Result<Option<Expert>> {
    let profile = experts::Entity::find_by_id(id).filter(Column::RemovedAt.is_null()).one(db).await?;
    let Some(profile) = profile else { return Ok(None) };
    let person = person(db, profile.person_id).await?;
    Ok(person.map(|person| (profile, person)))
}

/// A person who has not left.
pub async fn person<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Option<people::Model>> {
    let here = people::Entity::find_by_id(id).filter(people::Column::LeftAt.is_null());
    Ok(here.one(db).await?)
}

/// The person's profile, also a withdrawn one.
pub async fn of_person<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Option<experts::Model>> {
    Ok(experts::Entity::find().filter(Column::PersonId.eq(id)).one(db).await?)
}

/// Whether the person is an expert by office.
pub async fn holds_office<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<bool> {
    let held = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(id))
        .filter(appointments::Column::Office.eq(Office::Expert))
        .filter(appointments::Column::Until.is_null());
    Ok(held.count(db).await? > 0)
}

/// The experts of a federation.
pub fn of_federation(federation: FederationId) -> Select<experts::Entity> {
    experts::Entity::find().filter(Column::FederationId.eq(federation)).filter(Column::RemovedAt.is_null())
}

/// One page by field, and how many there are in all.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    found: Select<experts::Entity>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<experts::Model>, u64)> {
    let total = found.clone().count(db).await?;
    let ordered = found.order_by_asc(Column::Field).order_by_asc(Column::Id);
    Ok((ordered.offset(offset).limit(limit).all(db).await?, total))
}

/// Those of the ids that the list takes in.
pub async fn among<C: ConnectionTrait>(
    db: &C,
    found: Select<experts::Entity>,
    ids: &[ExpertId],
) -> Result<Vec<experts::Model>> {
    Ok(found.filter(Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// These people who have not left.
pub async fn people_of<C: ConnectionTrait>(
    db: &C,
    ids: Vec<PersonId>,
) -> Result<BTreeMap<PersonId, people::Model>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let here =
        people::Entity::find().filter(people::Column::Id.is_in(ids)).filter(people::Column::LeftAt.is_null());
    Ok(here.all(db).await?.into_iter().map(|person| (person.id, person)).collect())
}

/// Cases that the person solved and that the whole federation may read.
pub async fn solved_by<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    person: PersonId,
) -> Result<Vec<cases::Model>> {
    let found = cases::Entity::find()
        .filter(cases::Column::FederationId.eq(federation))
        .filter(cases::Column::HelperPersonId.eq(person))
        .filter(cases::Column::Visibility.is_in([Visibility::Federation.as_str(), Visibility::All.as_str()]))
        .order_by_desc(cases::Column::KeptAt)
        .limit(MOST_CASES);
    Ok(found.all(db).await?)
}
