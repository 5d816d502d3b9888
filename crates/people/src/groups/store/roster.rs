//! Who belongs to a group: member firms, delegates, offices.

use std::collections::BTreeMap;

use dure_domain::{AppointmentId, FirmId, GroupId, MembershipId, Office, PersonId};
use dure_tables::{appointments, firms, groups, memberships, people};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// People without a firm whom a group may appoint, at most.
const MOST_SPECIAL: u64 = 1_000;

/// Present members and offices of a group.
#[derive(Default)]
pub struct Roster {
    /// Memberships with their firms, in the order of the firms' names.
    pub members: Vec<(memberships::Model, firms::Model)>,
    /// Offices held now, the oldest first.
    pub offices: Vec<appointments::Model>,
    /// Everybody who is named in either.
    pub people: BTreeMap<PersonId, people::Model>,
}

/// The group's roster as it is now.
pub async fn roster<C: ConnectionTrait>(db: &C, group: GroupId) -> Result<Roster> {
    let found = memberships::Entity::find()
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::LeftOn.is_null())
        .all(db)
        .await?;
    let who =
        firms::Entity::find().filter(firms::Column::Id.is_in(found.iter().map(|member| member.firm_id)));
    let firms: BTreeMap<FirmId, firms::Model> =
        who.all(db).await?.into_iter().map(|firm| (firm.id, firm)).collect();
    let mut members: Vec<(memberships::Model, firms::Model)> = found
        .into_iter()
        .filter_map(|member| firms.get(&member.firm_id).cloned().map(|firm| (member, firm)))
        .collect();
    members.sort_by(|(_, a), (_, b)| sorted(&a.name).cmp(sorted(&b.name)).then(a.id.cmp(&b.id)));
    let offices = offices_of(db, group).await?;
    let mut named: Vec<PersonId> = offices.iter().map(|held| held.person_id).collect();
    named.extend(members.iter().flat_map(|(member, _)| [member.delegate_id, member.deputy_id]).flatten());
    let people = people_named(db, named).await?;
    Ok(Roster { members, offices, people })
}

/// The name without its legal form.
fn sorted(name: &str) -> &str {
    name.trim_start_matches("(주)").trim_start_matches('㈜').trim_start_matches("주식회사").trim()
}

/// Offices of a group held now.
pub async fn offices_of<C: ConnectionTrait>(db: &C, group: GroupId) -> Result<Vec<appointments::Model>> {
    let held = appointments::Entity::find()
        .filter(appointments::Column::GroupId.eq(group))
        .filter(appointments::Column::Until.is_null())
        .order_by_asc(appointments::Column::Since)
        .order_by_asc(appointments::Column::Id);
    Ok(held.all(db).await?)
}

/// These people, by their ids.
pub async fn people_named<C: ConnectionTrait>(
    db: &C,
    ids: Vec<PersonId>,
) -> Result<BTreeMap<PersonId, people::Model>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = people::Entity::find().filter(people::Column::Id.is_in(ids)).all(db).await?;
    Ok(found.into_iter().map(|person| (person.id, person)).collect())
}

/// A membership of this group that has not ended.
pub async fn membership<C: ConnectionTrait>(
    db: &C,
    group: GroupId,
    id: MembershipId,
) -> Result<Option<memberships::Model>> {
    let found = memberships::Entity::find_by_id(id)
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::LeftOn.is_null());
    Ok(found.one(db).await?)
}

/// The name of the firm that holds this slot in the group.
pub async fn holder_of<C: ConnectionTrait>(
    db: &C,
    group: GroupId,
    slot: &str,
    other_than: Option<MembershipId>,
) -> Result<Option<String>> {
    let held = memberships::Entity::find()
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::IndustrySlot.eq(slot))
        .filter(memberships::Column::LeftOn.is_null());
    let held = match other_than {
        Some(own) => held.filter(memberships::Column::Id.ne(own)),
        None => held,
    };
    let Some(member) = held.one(db).await? else { return Ok(None) };
    Ok(firms::Entity::find_by_id(member.firm_id).one(db).await?.map(|firm| firm.name))
}

/// A firm with its people who have not left.
pub async fn firm_and_people<C: ConnectionTrait>(
    db: &C,
    id: FirmId,
) -> Result<Option<(firms::Model, Vec<people::Model>)>> {
    let firm = firms::Entity::find_by_id(id).filter(firms::Column::LeftAt.is_null()).one(db).await?;
    let Some(firm) = firm else { return Ok(None) };
    let people = people::Entity::find()
        .filter(people::Column::FirmId.eq(id))
        .filter(people::Column::LeftAt.is_null())
        .order_by_asc(people::Column::Id);
    Ok(Some((firm, people.all(db).await?)))
}

/// Whom the group may appoint: people of its member firms, then people without a firm.
pub async fn candidates<C: ConnectionTrait>(
    db: &C,
    group: &groups::Model,
) -> Result<(Vec<people::Model>, Vec<people::Model>)> {
    let firms: Vec<FirmId> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::FirmId)
        .filter(memberships::Column::GroupId.eq(group.id))
        .filter(memberships::Column::LeftOn.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let active = || people::Entity::find().filter(people::Column::LeftAt.is_null());
    let members = active()
        .filter(people::Column::FirmId.is_in(firms))
        .order_by_asc(people::Column::Name)
        .all(db)
        .await?;
    let special = active()
        .filter(people::Column::FirmId.is_null())
        .filter(people::Column::FederationId.eq(group.federation_id))
        .order_by_asc(people::Column::Name)
        .limit(MOST_SPECIAL)
        .all(db)
        .await?;
    Ok((members, special))
}

/// An office of this group that has not ended.
pub async fn open_appointment<C: ConnectionTrait>(
    db: &C,
    group: GroupId,
    id: AppointmentId,
) -> Result<Option<appointments::Model>> {
    let found = appointments::Entity::find_by_id(id)
        .filter(appointments::Column::GroupId.eq(group))
        .filter(appointments::Column::Until.is_null());
    Ok(found.one(db).await?)
}

/// Chair and secretary of the group who belong to this firm.
pub async fn terms_of_firm<C: ConnectionTrait>(
    db: &C,
    group: GroupId,
    firm: FirmId,
) -> Result<Vec<appointments::Model>> {
    let people: Vec<PersonId> = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .filter(people::Column::FirmId.eq(firm))
        .into_tuple()
        .all(db)
        .await?;
    let leading = Condition::any()
        .add(appointments::Column::Office.eq(Office::Chair))
        .add(appointments::Column::Office.eq(Office::Secretary));
    let held = appointments::Entity::find()
        .filter(appointments::Column::GroupId.eq(group))
        .filter(appointments::Column::PersonId.is_in(people))
        .filter(appointments::Column::Until.is_null())
        .filter(leading);
    Ok(held.all(db).await?)
}
