//! From firms to the executives who could be invited, for many firms at once.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, PersonId};
use dure_tables::{firms, people};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::memberships_of;
use crate::error::Result;
use crate::features::foundings::rules::Executive;

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
