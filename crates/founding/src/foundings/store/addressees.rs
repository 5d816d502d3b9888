//! From firms to the executives who could be invited, for many firms at once.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FederationId, FirmId, Office, PersonId};
use dure_tables::{appointments, firms, people};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::memberships_of;
use crate::foundings::rules::Executive;

/// Whoever of these firms could be invited, who has been in the roster longest first.
pub async fn executives(
    db: &impl ConnectionTrait,
    firms: &BTreeMap<FirmId, firms::Model>,
) -> Result<BTreeMap<FirmId, Vec<(Executive, people::Model)>>> {
    let delegates: BTreeSet<PersonId> = memberships_of(db, firms.keys().copied())
        .await?
        .into_iter()
        .filter_map(|member| member.delegate_id)
        .collect();
    let people = people::Entity::find()
        .filter(people::Column::FirmId.is_in(firms.keys().copied()))
        .filter(people::Column::LeftAt.is_null())
        .order_by_asc(people::Column::CreatedAt)
        .order_by_asc(people::Column::Id)
        .all(db)
        .await?;
    let mut found: BTreeMap<FirmId, Vec<(Executive, people::Model)>> = BTreeMap::new();
    for person in people {
        let Some(firm) = person.firm_id.and_then(|id| firms.get(&id)) else { continue };
        let executive = Executive {
            person: person.id,
            has_mail: person.email.is_some(),
            delegate: delegates.contains(&person.id),
            representative: !person.name.is_empty() && firm.representative.contains(&person.name),
        };
        found.entry(firm.id).or_default().push((executive, person));
    }
    Ok(found)
}

/// The federation's staff who can be written to.
pub async fn staff(db: &impl ConnectionTrait, federation: FederationId) -> Result<Vec<people::Model>> {
    let offices = appointments::Entity::find()
        .filter(appointments::Column::FederationId.eq(federation))
        .filter(appointments::Column::Office.eq(Office::Staff))
        .filter(appointments::Column::Until.is_null())
        .all(db)
        .await?;
    let rows = people::Entity::find()
        .filter(people::Column::Id.is_in(offices.into_iter().map(|held| held.person_id)))
        .filter(people::Column::LeftAt.is_null())
        .order_by_asc(people::Column::Id);
    Ok(rows.all(db).await?)
}
