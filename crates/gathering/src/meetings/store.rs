//! Queries about meetings.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{
    DifficultyStatus, FederationId, FirmId, GroupId, MeetingId, MeetingKind, Moment, Office, PersonId,
    Visibility,
};
use dure_tables::{appointments, difficulties, meeting_replies, meetings, memberships, people};
use dure_web::access::Reach;
use dure_web::error::Result;
use dure_web::names;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::rules::{Capacity, Invited, Wanted};

/// A meeting.
pub type Meeting = meetings::Model;
/// Somebody who answers a letter.
pub type Reader = people::Model;

/// Meetings on one page of the list.
pub const PER_PAGE: u64 = 20;
/// A meeting that began this long ago may still be going on, in seconds.
const GOING_ON_SECS: i64 = 3 * 3_600;

/// One meeting.
pub async fn find(db: &impl ConnectionTrait, id: MeetingId) -> Result<Option<Meeting>> {
    Ok(meetings::Entity::find_by_id(id).one(db).await?)
}

/// A page of the list, and how many there are on all pages.
pub async fn list(
    db: &impl ConnectionTrait,
    reach: &Reach,
    wanted: Wanted,
    now: Moment,
) -> Result<(Vec<Meeting>, u64)> {
    let since = now.plus_secs(-GOING_ON_SECS);
    let mut query = meetings::Entity::find().filter(within(reach));
    query = if wanted.upcoming {
        query.filter(meetings::Column::StartsAt.gte(since)).order_by_asc(meetings::Column::StartsAt)
    } else {
        query.filter(meetings::Column::StartsAt.lt(since)).order_by_desc(meetings::Column::StartsAt)
    };
    if let Some(group) = wanted.group {
        query = query.filter(meetings::Column::GroupId.eq(group));
    }
    let query = query.order_by_asc(meetings::Column::Id);
    let total = query.clone().count(db).await?;
    let rows = query.offset((wanted.page.max(1) - 1) * PER_PAGE).limit(PER_PAGE).all(db).await?;
    Ok((rows, total))
}

/// The condition of lists; says the same as `access::SEE` on `access::thing_of`.
fn within(reach: &Reach) -> Condition {
    let mut any = Condition::any()
        .add(meetings::Column::GroupId.is_in(reach.groups.clone()))
        .add(meetings::Column::FederationId.is_in(reach.federations.clone()));
    if let Some((federation, groups)) = &reach.audience {
        let open = Condition::any()
            .add(meetings::Column::GroupId.is_null())
            .add(meetings::Column::Kind.eq(MeetingKind::InterGroup));
        let federations = Condition::all().add(meetings::Column::FederationId.eq(*federation)).add(open);
        any = any.add(federations).add(meetings::Column::GroupId.is_in(groups.clone()));
    }
    any
}

/// The next meetings of a group, soonest first, without those called off.
pub async fn next_of_group(
    db: &impl ConnectionTrait,
    group: GroupId,
    now: Moment,
    most: u64,
) -> Result<Vec<Meeting>> {
    let of_group = Condition::all().add(meetings::Column::GroupId.eq(group));
    next(db, of_group, now, most).await
}

/// The next meetings to which a person of these groups is invited, soonest first.
pub async fn next_for(
    db: &impl ConnectionTrait,
    federation: FederationId,
    groups: Vec<GroupId>,
    now: Moment,
    most: u64,
) -> Result<Vec<Meeting>> {
    let of_all = Condition::all()
        .add(meetings::Column::FederationId.eq(federation))
        .add(meetings::Column::GroupId.is_null());
    let mine = Condition::any().add(meetings::Column::GroupId.is_in(groups)).add(of_all);
    next(db, mine, now, most).await
}

async fn next(db: &impl ConnectionTrait, whose: Condition, now: Moment, most: u64) -> Result<Vec<Meeting>> {
    let rows = meetings::Entity::find()
        .filter(whose)
        .filter(meetings::Column::StartsAt.gte(now.plus_secs(-GOING_ON_SECS)))
        .filter(meetings::Column::CancelledAt.is_null())
        .order_by_asc(meetings::Column::StartsAt)
        .order_by_asc(meetings::Column::Id)
        .limit(most);
    Ok(rows.all(db).await?)
}

/// Who answers a letter, unless they have left.
pub async fn reader(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<Reader>> {
    let person = people::Entity::find_by_id(person).filter(people::Column::LeftAt.is_null());
    Ok(person.one(db).await?)
}

/// Everybody's reply to one meeting.
pub async fn replies(db: &impl ConnectionTrait, meeting: MeetingId) -> Result<BTreeMap<PersonId, bool>> {
    let rows = meeting_replies::Entity::find().filter(meeting_replies::Column::MeetingId.eq(meeting));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.person_id, row.coming)).collect())
}

/// One person's replies to these meetings.
pub async fn replies_of(
    db: &impl ConnectionTrait,
    person: PersonId,
    meetings: impl IntoIterator<Item = MeetingId>,
) -> Result<BTreeMap<MeetingId, bool>> {
    let ids: Vec<MeetingId> = meetings.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = meeting_replies::Entity::find()
        .filter(meeting_replies::Column::PersonId.eq(person))
        .filter(meeting_replies::Column::MeetingId.is_in(ids));
    Ok(rows.all(db).await?.into_iter().map(|row| (row.meeting_id, row.coming)).collect())
}

#[derive(FromQueryResult)]
struct Tally {
    meeting_id: MeetingId,
    coming: bool,
    people: i64,
}

/// How many come and how many do not, for these meetings.
pub async fn tallies(
    db: &impl ConnectionTrait,
    meetings: impl IntoIterator<Item = MeetingId>,
) -> Result<BTreeMap<MeetingId, (i64, i64)>> {
    let ids: Vec<MeetingId> = meetings.into_iter().collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Tally> = meeting_replies::Entity::find()
        .select_only()
        .columns([meeting_replies::Column::MeetingId, meeting_replies::Column::Coming])
        .column_as(meeting_replies::Column::PersonId.count(), "people")
        .filter(meeting_replies::Column::MeetingId.is_in(ids))
        .group_by(meeting_replies::Column::MeetingId)
        .group_by(meeting_replies::Column::Coming)
        .into_model()
        .all(db)
        .await?;
    let mut tallies = BTreeMap::new();
    for row in rows {
        let (coming, not_coming) = tallies.entry(row.meeting_id).or_insert((0, 0));
        *if row.coming { coming } else { not_coming } = row.people;
    }
    Ok(tallies)
}

/// Everybody whom a group's meeting concerns: delegates, deputies, offices and special members.
pub async fn invited_of_group(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<Invited>> {
    let memberships = memberships::Entity::find()
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::LeftOn.is_null())
        .all(db)
        .await?;
    let offices: Vec<(PersonId, Office)> = appointments::Entity::find()
        .select_only()
        .columns([appointments::Column::PersonId, appointments::Column::Office])
        .filter(appointments::Column::GroupId.eq(group))
        .filter(appointments::Column::Until.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut wanted: Vec<(PersonId, Option<FirmId>, Capacity)> = Vec::new();
    for row in &memberships {
        wanted.extend(row.delegate_id.map(|who| (who, Some(row.firm_id), Capacity::Delegate)));
        wanted.extend(row.deputy_id.map(|who| (who, Some(row.firm_id), Capacity::Deputy)));
    }
    wanted.extend(offices.into_iter().map(|(who, office)| (who, None, Capacity::Office(office))));
    named(db, wanted).await
}

/// Delegates of all firms of the federation, and all who hold an office in it.
pub async fn invited_of_federation(db: &impl ConnectionTrait, meeting: &Meeting) -> Result<Vec<PersonId>> {
    let delegates: Vec<Option<PersonId>> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::DelegateId)
        .filter(memberships::Column::FederationId.eq(meeting.federation_id))
        .filter(memberships::Column::LeftOn.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let offices: Vec<PersonId> = appointments::Entity::find()
        .select_only()
        .column(appointments::Column::PersonId)
        .filter(appointments::Column::FederationId.eq(meeting.federation_id))
        .filter(appointments::Column::Office.ne(Office::Operator))
        .filter(appointments::Column::Until.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let all: BTreeSet<PersonId> = delegates.into_iter().flatten().chain(offices).collect();
    Ok(all.into_iter().collect())
}

/// The people behind replies, for a meeting of the whole federation.
pub async fn who_replied(
    db: &impl ConnectionTrait,
    replies: &BTreeMap<PersonId, bool>,
) -> Result<Vec<Invited>> {
    let people: Vec<PersonId> = replies.keys().copied().take(500).collect();
    named(db, people.into_iter().map(|who| (who, None, Capacity::Delegate)).collect()).await
}

/// Adds names; the first capacity of a person counts, and who has left is left out.
async fn named(
    db: &impl ConnectionTrait,
    wanted: Vec<(PersonId, Option<FirmId>, Capacity)>,
) -> Result<Vec<Invited>> {
    let ids: BTreeSet<PersonId> = wanted.iter().map(|(who, ..)| *who).collect();
    let rows: Vec<(PersonId, String, String, Option<FirmId>)> = people::Entity::find()
        .select_only()
        .columns([people::Column::Id, people::Column::Name, people::Column::Title, people::Column::FirmId])
        .filter(people::Column::Id.is_in(ids))
        .filter(people::Column::LeftAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut people: BTreeMap<PersonId, (String, String, Option<FirmId>)> =
        rows.into_iter().map(|(id, name, title, firm)| (id, (name, title, firm))).collect();
    let firm_ids: BTreeSet<FirmId> = wanted
        .iter()
        .filter_map(|(_, firm, _)| *firm)
        .chain(people.values().filter_map(|row| row.2))
        .collect();
    let firms = names::firms(db, firm_ids).await?;
    let mut invited = Vec::new();
    for (person, firm, capacity) in wanted {
        let Some((name, title, own)) = people.remove(&person) else { continue };
        let firm = firm.or(own).and_then(|id| Some((id, firms.get(&id)?.clone())));
        invited.push(Invited { person, name, title, firm, capacity });
    }
    Ok(invited)
}

/// Open difficulties of the group as something to talk about: those that everybody who comes may see. An
/// anonymous one is never among them: the page of a group would tell that a firm of it posted.
pub async fn to_talk_about(
    db: &impl ConnectionTrait,
    group: GroupId,
    visibilities: &[Visibility],
    most: u64,
) -> Result<Vec<difficulties::Model>> {
    let rows = difficulties::Entity::find()
        .filter(difficulties::Column::GroupId.eq(group))
        .filter(difficulties::Column::Status.is_in([DifficultyStatus::Open, DifficultyStatus::Helping]))
        .filter(difficulties::Column::Visibility.is_in(visibilities.to_vec()))
        .filter(difficulties::Column::Anonymous.eq(false))
        .order_by_desc(difficulties::Column::Status)
        .order_by_asc(difficulties::Column::PostedAt)
        .limit(most);
    Ok(rows.all(db).await?)
}

/// Who is chair or secretary of these groups now.
pub async fn officers<C: ConnectionTrait>(db: &C, groups: &[GroupId]) -> Result<Vec<PersonId>> {
    let found = appointments::Entity::find()
        .select_only()
        .column(appointments::Column::PersonId)
        .filter(appointments::Column::GroupId.is_in(groups.to_vec()))
        .filter(appointments::Column::Office.is_in([Office::Chair, Office::Secretary]))
        .filter(appointments::Column::Until.is_null());
    Ok(found.into_tuple().all(db).await?)
}
