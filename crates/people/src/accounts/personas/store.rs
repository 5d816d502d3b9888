//! Who the personas are: names, firms and groups, in a few queries for all of them.

use std::collections::BTreeMap;

use dure_domain::{FirmId, GroupId, PersonId};
use dure_tables::{appointments, firms, groups, memberships, people};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::Persona;

/// Somebody whose shoes are free.
#[derive(Debug, Clone)]
pub struct Shoes {
    /// As the setting has it.
    pub role: String,
    /// Who.
    pub person: people::Model,
    /// The firm's name; empty without one.
    pub firm: String,
    /// Names of the groups.
    pub groups: Vec<String>,
}

/// The personas that are (still) in the roster, in the order of the setting.
pub async fn shoes<C: ConnectionTrait>(db: &C, personas: &[Persona]) -> Result<Vec<Shoes>> {
    let ids: Vec<PersonId> = personas.iter().map(|persona| persona.person).collect();
    let found = people::Entity::find().filter(people::Column::Id.is_in(ids.clone())).all(db).await?;
    let people: BTreeMap<PersonId, people::Model> = found.into_iter().map(|row| (row.id, row)).collect();
    let of_firms: Vec<FirmId> = people.values().filter_map(|person| person.firm_id).collect();
    let firms = firms::Entity::find().filter(firms::Column::Id.is_in(of_firms.clone())).all(db).await?;
    let firms: BTreeMap<FirmId, String> = firms.into_iter().map(|firm| (firm.id, firm.name)).collect();
    let joined = memberships::Entity::find()
        .filter(memberships::Column::FirmId.is_in(of_firms))
        .filter(memberships::Column::LeftOn.is_null())
        .all(db)
        .await?;
    let held = appointments::Entity::find()
        .filter(appointments::Column::PersonId.is_in(ids))
        .filter(appointments::Column::Until.is_null())
        .all(db)
        .await?;
    let of_groups = joined.iter().map(|one| one.group_id).chain(held.iter().filter_map(|one| one.group_id));
    let of_groups: Vec<GroupId> = of_groups.collect();
    let groups = groups::Entity::find().filter(groups::Column::Id.is_in(of_groups)).all(db).await?;
    let groups: BTreeMap<GroupId, String> = groups.into_iter().map(|group| (group.id, group.name)).collect();

    let dressed = personas.iter().filter_map(|persona| {
        let person = people.get(&persona.person)?.clone();
        let by_firm = joined.iter().filter(|one| Some(one.firm_id) == person.firm_id).map(|one| one.group_id);
        let by_office = held.iter().filter(|one| one.person_id == person.id).filter_map(|one| one.group_id);
        let mut names: Vec<String> =
            by_firm.chain(by_office).filter_map(|id| groups.get(&id).cloned()).collect();
        names.sort();
        names.dedup();
        let firm = person.firm_id.and_then(|id| firms.get(&id).cloned()).unwrap_or_default();
        Some(Shoes { role: persona.role.clone(), person, firm, groups: names })
    });
    Ok(dressed.collect())
}
