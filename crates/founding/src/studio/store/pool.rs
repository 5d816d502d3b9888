//! Where the firms of a draft come from.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FederationId, FirmId, FoundingState, GroupId, GroupRequestId, Place};
use dure_tables::{firms, foundings, group_request_firms, group_requests, groups, memberships};
use dure_web::error::Result;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

/// Requests shown beside a new draft, at most.
const MOST_REQUESTS: u64 = 50;

fn outside(federation: FederationId) -> Select<firms::Entity> {
    let members = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::FirmId)
        .filter(memberships::Column::FederationId.eq(federation))
        .filter(memberships::Column::LeftOn.is_null())
        .into_query();
    firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null())
        .filter(firms::Column::Id.not_in_subquery(members))
}

/// Firms of the federation that are in no group; of one province, city or county where `place` says so.
pub async fn without_group<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    place: Option<Place>,
) -> Result<Vec<firms::Model>> {
    let found = outside(federation);
    let found = match place.and_then(codes) {
        Some((first, last)) => found.filter(firms::Column::PlaceCode.between(first, last)),
        None => found,
    };
    Ok(found.order_by_asc(firms::Column::Id).all(db).await?)
}

/// The codes that lie within a place: a province has its own and all that begin with it.
fn codes(place: Place) -> Option<(i32, i32)> {
    let code: i32 = place.to_string().parse().ok()?;
    Some(if place.is_province() { (code * 1_000, code * 1_000 + 999) } else { (code, code) })
}

/// How many firms without a group there are, by place; none for those whose place is not known.
pub async fn without_group_by_place<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
) -> Result<BTreeMap<Option<i32>, i64>> {
    let rows: Vec<(Option<i32>, i64)> = outside(federation)
        .select_only()
        .column(firms::Column::PlaceCode)
        .column_as(firms::Column::Id.count(), "firms")
        .group_by(firms::Column::PlaceCode)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Present members of these groups: each firm once, with the first of the groups that it is in.
pub async fn members_of<C: ConnectionTrait>(db: &C, of: &[GroupId]) -> Result<BTreeMap<FirmId, GroupId>> {
    let rows: Vec<(FirmId, GroupId)> = memberships::Entity::find()
        .select_only()
        .columns([memberships::Column::FirmId, memberships::Column::GroupId])
        .filter(memberships::Column::GroupId.is_in(of.to_vec()))
        .filter(memberships::Column::LeftOn.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let rank = |group: GroupId| of.iter().position(|one| *one == group);
    let mut members = BTreeMap::new();
    for (firm, group) in rows {
        let held = members.entry(firm).or_insert(group);
        if rank(group) < rank(*held) {
            *held = group;
        }
    }
    Ok(members)
}

/// The federation's groups by name, with how many firms each has.
pub async fn groups_of<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
) -> Result<Vec<(groups::Model, i64)>> {
    let groups = groups::Entity::find()
        .filter(groups::Column::FederationId.eq(federation))
        .order_by_asc(groups::Column::Name)
        .order_by_asc(groups::Column::Id)
        .all(db)
        .await?;
    let counted: Vec<(GroupId, i64)> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::GroupId)
        .column_as(memberships::Column::Id.count(), "firms")
        .filter(memberships::Column::FederationId.eq(federation))
        .filter(memberships::Column::LeftOn.is_null())
        .group_by(memberships::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    let counted: BTreeMap<GroupId, i64> = counted.into_iter().collect();
    let with = |group: groups::Model| {
        let firms = counted.get(&group.id).copied().unwrap_or(0);
        (group, firms)
    };
    Ok(groups.into_iter().map(with).collect())
}

/// Names that a new group may not have: of groups, and of foundings under way.
pub async fn names_in_use<C: ConnectionTrait>(db: &C, federation: FederationId) -> Result<BTreeSet<String>> {
    let groups: Vec<String> = groups::Entity::find()
        .select_only()
        .column(groups::Column::Name)
        .filter(groups::Column::FederationId.eq(federation))
        .into_tuple()
        .all(db)
        .await?;
    let ended = [FoundingState::Founded, FoundingState::Withdrawn];
    let foundings: Vec<String> = foundings::Entity::find()
        .select_only()
        .column(foundings::Column::Name)
        .filter(foundings::Column::FederationId.eq(federation))
        .filter(foundings::Column::State.is_not_in(ended))
        .into_tuple()
        .all(db)
        .await?;
    Ok(groups.into_iter().chain(foundings).collect())
}

/// A request for a group that waits for the federation.
#[derive(Debug, Clone)]
pub struct OpenRequest {
    /// The request.
    pub request: group_requests::Model,
    /// How many firms ask.
    pub firms: i64,
}

/// Open requests of a federation, the oldest first.
pub async fn open_requests<C: ConnectionTrait>(db: &C, federation: FederationId) -> Result<Vec<OpenRequest>> {
    let open = group_requests::Entity::find()
        .filter(group_requests::Column::FederationId.eq(federation))
        .filter(group_requests::Column::ClosedAt.is_null())
        .order_by_asc(group_requests::Column::AskedAt)
        .limit(MOST_REQUESTS)
        .all(db)
        .await?;
    let counted: Vec<(GroupRequestId, i64)> = group_request_firms::Entity::find()
        .select_only()
        .column(group_request_firms::Column::RequestId)
        .column_as(group_request_firms::Column::FirmId.count(), "firms")
        .filter(group_request_firms::Column::RequestId.is_in(open.iter().map(|request| request.id)))
        .group_by(group_request_firms::Column::RequestId)
        .into_tuple()
        .all(db)
        .await?;
    let counted: BTreeMap<GroupRequestId, i64> = counted.into_iter().collect();
    let with = |request: group_requests::Model| OpenRequest {
        firms: counted.get(&request.id).copied().unwrap_or(0),
        request,
    };
    Ok(open.into_iter().map(with).collect())
}

/// The firms of a request that are still there.
pub async fn request_firms<C: ConnectionTrait>(db: &C, id: GroupRequestId) -> Result<Vec<FirmId>> {
    let asked = group_request_firms::Entity::find()
        .select_only()
        .column(group_request_firms::Column::FirmId)
        .filter(group_request_firms::Column::RequestId.eq(id))
        .into_query();
    let found = firms::Entity::find()
        .select_only()
        .column(firms::Column::Id)
        .filter(firms::Column::Id.in_subquery(asked))
        .filter(firms::Column::LeftAt.is_null());
    Ok(found.into_tuple().all(db).await?)
}
