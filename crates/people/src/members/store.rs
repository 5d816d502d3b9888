//! Queries of people.

use std::collections::BTreeSet;

use dure_domain::{ExpertId, FirmId, GroupId, Office, PersonId};
use dure_tables::{appointments, experts, firms, memberships, people};
use dure_web::error::Result;
use dure_web::names;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// One person.
pub async fn find<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Option<people::Model>> {
    Ok(people::Entity::find_by_id(id).one(db).await?)
}

/// What hangs on a person.
#[derive(Default)]
pub struct Ties {
    /// The person's firm.
    pub firm: Option<firms::Model>,
    /// The firm's present memberships, each with the name of its group.
    pub memberships: Vec<(memberships::Model, String)>,
    /// Offices held now, each with the name of its group, none for the whole federation.
    pub offices: Vec<(appointments::Model, Option<String>)>,
    /// The person's profile as an expert.
    pub expert: Option<ExpertId>,
}

impl Ties {
    /// Offices held now.
    pub fn held(&self) -> Vec<Office> {
        self.offices.iter().map(|(held, _)| held.office).collect()
    }
}

/// What hangs on this person now.
pub async fn ties<C: ConnectionTrait>(db: &C, person: &people::Model) -> Result<Ties> {
    let offices = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(person.id))
        .filter(appointments::Column::Until.is_null())
        .order_by_asc(appointments::Column::Since)
        .all(db)
        .await?;
    let (firm, memberships) = match person.firm_id {
        Some(firm) => (firms::Entity::find_by_id(firm).one(db).await?, active(db, firm).await?),
        None => (None, Vec::new()),
    };
    let mut ids: BTreeSet<GroupId> = offices.iter().filter_map(|held| held.group_id).collect();
    ids.extend(memberships.iter().map(|member| member.group_id));
    let names = names::groups(db, ids).await?;
    let expert = experts::Entity::find()
        .filter(experts::Column::PersonId.eq(person.id))
        .filter(experts::Column::RemovedAt.is_null())
        .one(db)
        .await?;
    let name = |group: GroupId| names.get(&group).cloned();
    Ok(Ties {
        firm,
        memberships: memberships
            .into_iter()
            .map(|member| (member.clone(), name(member.group_id).unwrap_or_default()))
            .collect(),
        offices: offices.into_iter().map(|held| (held.clone(), held.group_id.and_then(name))).collect(),
        expert: expert.map(|profile| profile.id),
    })
}

async fn active<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<memberships::Model>> {
    let active = memberships::Entity::find()
        .filter(memberships::Column::FirmId.eq(firm))
        .filter(memberships::Column::LeftOn.is_null());
    Ok(active.all(db).await?)
}

/// Offices of a person that have not ended.
pub async fn open_offices<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Vec<appointments::Model>> {
    let held = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(id))
        .filter(appointments::Column::Until.is_null());
    Ok(held.all(db).await?)
}

/// Present memberships that name the person as delegate or deputy.
pub async fn seats_of<C: ConnectionTrait>(db: &C, id: PersonId) -> Result<Vec<memberships::Model>> {
    let named = Condition::any()
        .add(memberships::Column::DelegateId.eq(id))
        .add(memberships::Column::DeputyId.eq(id));
    let seats = memberships::Entity::find().filter(named).filter(memberships::Column::LeftOn.is_null());
    Ok(seats.all(db).await?)
}
