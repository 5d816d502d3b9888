//! Whose secretariat answers for a firm and for its people: the group that brought the firm in, which is that of
//! its oldest membership by when it was written down (the day of joining is typed by whoever takes a firm in).
//!
//! A secretary takes any firm of the federation into the own group without asking anybody. What a secretary may do
//! to a firm or a person is therefore asked of these groups, never of all groups; who may see what is not.

use dure_domain::{FirmId, GroupId};
use dure_tables::{appointments, memberships, people};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::access::Thing;
use crate::error::Result;

/// The group whose secretariat answers for this firm; none where it is a member of no group.
///
/// # Errors
/// The database's.
pub async fn of_firm(db: &impl ConnectionTrait, firm: FirmId) -> Result<Option<GroupId>> {
    let first = memberships::Entity::find()
        .filter(memberships::Column::FirmId.eq(firm))
        .filter(memberships::Column::LeftOn.is_null())
        .order_by_asc(memberships::Column::CreatedAt)
        .order_by_asc(memberships::Column::Id);
    Ok(first.one(db).await?.map(|member| member.group_id))
}

/// The group whose secretariat answers for this person: that of the firm. For somebody without a firm it is the
/// group of the oldest office; none where that is one of the federation.
///
/// # Errors
/// The database's.
pub async fn of_person(db: &impl ConnectionTrait, person: &people::Model) -> Result<Option<GroupId>> {
    if let Some(firm) = person.firm_id {
        return of_firm(db, firm).await;
    }
    // Their ids are in the order in which offices were given; the day since when is typed.
    let first = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(person.id))
        .filter(appointments::Column::Until.is_null())
        .order_by_asc(appointments::Column::Id);
    Ok(first.one(db).await?.and_then(|held| held.group_id))
}

/// A person, as permissions to act on them see it.
///
/// # Errors
/// The database's.
pub async fn person_thing(db: &impl ConnectionTrait, person: &people::Model) -> Result<Thing> {
    Ok(Thing {
        federation: Some(person.federation_id),
        groups: of_person(db, person).await?.into_iter().collect(),
        firm: person.firm_id,
        person: Some(person.id),
        ..Thing::default()
    })
}

/// The first of these memberships of one firm, which are active, as [`of_firm`] has it.
pub fn first<'a>(members: impl IntoIterator<Item = &'a memberships::Model>) -> Option<GroupId> {
    members.into_iter().min_by_key(|member| (member.created_at, member.id)).map(|member| member.group_id)
}
