//! Queries about requests, and about whom to address.

mod contacts;

use std::collections::BTreeMap;

use dure_domain::{AskId, AskState, DifficultyId, ExpertId, FirmId, GroupId, Moment, PersonId};
use dure_tables::{
    appointments, asks, cases, difficulties, difficulty_events, experts, memberships, people, settlements,
};
use dure_web::error::{Error, Result};
use dure_web::names;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

pub use contacts::{Contact, contacts};

/// A difficulty by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn difficulty(db: &impl ConnectionTrait, id: DifficultyId) -> Result<difficulties::Model> {
    difficulties::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// A request by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn ask(db: &impl ConnectionTrait, id: AskId) -> Result<asks::Model> {
    asks::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// The requests of a difficulty, oldest first.
pub async fn of_difficulty(db: &impl ConnectionTrait, id: DifficultyId) -> Result<Vec<asks::Model>> {
    let rows = asks::Entity::find()
        .filter(asks::Column::DifficultyId.eq(id))
        .order_by_asc(asks::Column::AskedAt)
        .order_by_asc(asks::Column::Id);
    Ok(rows.all(db).await?)
}

/// The timeline of a difficulty, oldest first.
pub async fn events(db: &impl ConnectionTrait, id: DifficultyId) -> Result<Vec<difficulty_events::Model>> {
    let rows = difficulty_events::Entity::find()
        .filter(difficulty_events::Column::DifficultyId.eq(id))
        .order_by_asc(difficulty_events::Column::At)
        .order_by_asc(difficulty_events::Column::Id);
    Ok(rows.all(db).await?)
}

/// Statements of worth of a difficulty, oldest first.
pub async fn settlements(db: &impl ConnectionTrait, id: DifficultyId) -> Result<Vec<settlements::Model>> {
    let rows = settlements::Entity::find()
        .filter(settlements::Column::DifficultyId.eq(id))
        .order_by_asc(settlements::Column::StatedAt)
        .order_by_asc(settlements::Column::Id);
    Ok(rows.all(db).await?)
}

/// The case that was kept of a difficulty.
pub async fn case_of(db: &impl ConnectionTrait, id: DifficultyId) -> Result<Option<cases::Model>> {
    Ok(cases::Entity::find().filter(cases::Column::DifficultyId.eq(id)).one(db).await?)
}

/// Whether the person has an open request of this difficulty, an offer, or has helped already.
pub async fn is_open(db: &impl ConnectionTrait, id: DifficultyId, person: PersonId) -> Result<bool> {
    let open = asks::Entity::find()
        .filter(asks::Column::DifficultyId.eq(id))
        .filter(asks::Column::PersonId.eq(person))
        .filter(asks::Column::State.is_in([AskState::Asked, AskState::Offered, AskState::Helped]));
    Ok(open.one(db).await?.is_some())
}

/// Firms that are members of a group now, and people who hold an office or a special membership in it.
pub async fn of_group(db: &impl ConnectionTrait, group: GroupId) -> Result<(Vec<FirmId>, Vec<PersonId>)> {
    let members = memberships::Entity::find()
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::LeftOn.is_null());
    let offices = appointments::Entity::find()
        .filter(appointments::Column::GroupId.eq(group))
        .filter(appointments::Column::Until.is_null());
    let firms = members.all(db).await?.into_iter().map(|row| row.firm_id).collect();
    Ok((firms, offices.all(db).await?.into_iter().map(|row| row.person_id).collect()))
}

/// The profile of an expert, by the person.
pub async fn expert_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<ExpertId>> {
    let live = experts::Entity::find()
        .filter(experts::Column::PersonId.eq(person))
        .filter(experts::Column::RemovedAt.is_null());
    Ok(live.one(db).await?.map(|row| row.id))
}

/// People with their firms' names, read at once for a page or a letter.
#[derive(Debug, Clone, Default)]
pub struct Names {
    people: BTreeMap<PersonId, people::Model>,
    firms: BTreeMap<FirmId, String>,
}

impl Names {
    /// Reads these people, their firms, and these firms.
    pub async fn read(
        db: &impl ConnectionTrait,
        people: impl IntoIterator<Item = PersonId>,
        firms: impl IntoIterator<Item = FirmId>,
    ) -> Result<Self> {
        let wanted: Vec<PersonId> = people.into_iter().collect();
        let rows = people::Entity::find().filter(people::Column::Id.is_in(wanted)).all(db).await?;
        let firms: Vec<FirmId> = rows.iter().filter_map(|row| row.firm_id).chain(firms).collect();
        Ok(Self {
            firms: names::firms(db, firms).await?,
            people: rows.into_iter().map(|row| (row.id, row)).collect(),
        })
    }

    /// A person's row.
    pub fn person(&self, id: PersonId) -> Option<&people::Model> {
        self.people.get(&id)
    }

    /// A firm's name; empty for one that was not read.
    pub fn firm(&self, id: FirmId) -> &str {
        self.firms.get(&id).map_or("", String::as_str)
    }

    /// `이도금 대표`
    pub fn name(&self, id: PersonId) -> String {
        self.person(id).map(names::titled).unwrap_or_default()
    }

    /// `대관령도금 이도금 대표`
    pub fn full(&self, id: PersonId) -> String {
        let firm = self.person(id).and_then(|row| row.firm_id).map_or("", |firm| self.firm(firm));
        format!("{firm} {}", self.name(id)).trim().to_owned()
    }
}

/// Notes when a request was first in view of who was asked.
pub async fn note_seen<C: ConnectionTrait>(db: &C, id: AskId, at: Moment) -> Result<()> {
    asks::Entity::update_many()
        .col_expr(asks::Column::SeenAt, Expr::value(at))
        .filter(asks::Column::Id.eq(id))
        .filter(asks::Column::SeenAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
