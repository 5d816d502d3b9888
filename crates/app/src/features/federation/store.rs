//! Queries of the federation's figures: counted by the database.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{Day, FederationId, FirmId, GroupId, JoiningReason, Moment, Motive, Outcome};
use dure_people::firms::actions::members_of;
use dure_tables::{
    difficulties, federations, firms, give_and_take, groups, joining_reasons, meetings, memberships,
};
use dure_web::anonymity::unnamed;
use dure_web::error::{Error, Result};
use sea_orm::sea_query::{Query, SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Firms of a list.
pub const PER_PAGE: u64 = 50;

/// The federation's name.
pub async fn name(db: &impl ConnectionTrait, id: FederationId) -> Result<String> {
    let found = federations::Entity::find_by_id(id).one(db).await?;
    Ok(found.map(|federation| federation.name).unwrap_or_default())
}

/// All groups by name.
pub async fn groups(db: &impl ConnectionTrait, federation: FederationId) -> Result<Vec<(GroupId, String)>> {
    let rows = groups::Entity::find()
        .select_only()
        .columns([groups::Column::Id, groups::Column::Name])
        .filter(groups::Column::FederationId.eq(federation))
        .order_by_asc(groups::Column::Name);
    Ok(rows.into_tuple().all(db).await?)
}

fn active_memberships(federation: FederationId) -> sea_orm::Select<memberships::Entity> {
    memberships::Entity::find()
        .filter(memberships::Column::FederationId.eq(federation))
        .filter(memberships::Column::LeftOn.is_null())
}

type PerGroup = BTreeMap<GroupId, i64>;

/// Member firms of each group.
pub async fn members(db: &impl ConnectionTrait, federation: FederationId) -> Result<PerGroup> {
    count_members(db, active_memberships(federation)).await
}

async fn count_members(
    db: &impl ConnectionTrait,
    rows: sea_orm::Select<memberships::Entity>,
) -> Result<PerGroup> {
    let rows: Vec<(GroupId, i64)> = rows
        .select_only()
        .column(memberships::Column::GroupId)
        .column_as(memberships::Column::FirmId.count(), "many")
        .group_by(memberships::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Firms that posted, gave or took since, under their name.
fn active_since(federation: FederationId, since: Moment) -> SelectStatement {
    let end = |column: give_and_take::Column| {
        Query::select()
            .column(column)
            .from(give_and_take::Entity)
            .and_where(give_and_take::Column::FederationId.eq(federation))
            .and_where(give_and_take::Column::At.gte(since))
            .and_where(column.is_not_null())
            .and_where(give_and_take::Column::DifficultyId.not_in_subquery(unnamed()))
            .to_owned()
    };
    Query::select()
        .column(difficulties::Column::FirmId)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::FederationId.eq(federation))
        .and_where(difficulties::Column::PostedAt.gte(since))
        .and_where(difficulties::Column::Anonymous.eq(false))
        .union(UnionType::Distinct, end(give_and_take::Column::FromFirmId))
        .union(UnionType::Distinct, end(give_and_take::Column::ToFirmId))
        .to_owned()
}

/// Member firms of each group that posted, gave or took since.
pub async fn active(db: &impl ConnectionTrait, federation: FederationId, since: Moment) -> Result<PerGroup> {
    let rows = active_memberships(federation)
        .filter(memberships::Column::FirmId.in_subquery(active_since(federation, since)));
    count_members(db, rows).await
}

async fn count_difficulties(
    db: &impl ConnectionTrait,
    federation: FederationId,
    which: Condition,
) -> Result<PerGroup> {
    let rows: Vec<(Option<GroupId>, i64)> = difficulties::Entity::find()
        .select_only()
        .column(difficulties::Column::GroupId)
        .column_as(difficulties::Column::Id.count(), "many")
        .filter(difficulties::Column::FederationId.eq(federation))
        .filter(difficulties::Column::Anonymous.eq(false))
        .filter(which)
        .group_by(difficulties::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(group, many)| Some((group?, many))).collect())
}

/// Anonymous difficulties posted, and solved wholly or partly, since.
pub async fn anonymous(
    db: &impl ConnectionTrait,
    federation: FederationId,
    since: Moment,
) -> Result<(i64, i64)> {
    let all = difficulties::Entity::find()
        .filter(difficulties::Column::FederationId.eq(federation))
        .filter(difficulties::Column::Anonymous.eq(true));
    let posted = all.clone().filter(difficulties::Column::PostedAt.gte(since)).count(db).await?;
    let solved = all.filter(solved_since(since)).count(db).await?;
    let number = |many: u64| i64::try_from(many).unwrap_or(i64::MAX);
    Ok((number(posted), number(solved)))
}

fn solved_since(since: Moment) -> Condition {
    Condition::all()
        .add(difficulties::Column::ClosedAt.gte(since))
        .add(difficulties::Column::Outcome.is_in([Outcome::Solved, Outcome::Partly]))
}

/// Difficulties posted in each group since.
pub async fn posted(db: &impl ConnectionTrait, federation: FederationId, since: Moment) -> Result<PerGroup> {
    count_difficulties(db, federation, Condition::all().add(difficulties::Column::PostedAt.gte(since))).await
}

/// Difficulties solved in each group since, wholly or partly.
pub async fn solved(db: &impl ConnectionTrait, federation: FederationId, since: Moment) -> Result<PerGroup> {
    count_difficulties(db, federation, solved_since(since)).await
}

/// Groups that have a meeting to come.
pub async fn with_meeting(
    db: &impl ConnectionTrait,
    federation: FederationId,
    now: Moment,
) -> Result<BTreeSet<GroupId>> {
    let rows: Vec<Option<GroupId>> = meetings::Entity::find()
        .select_only()
        .column(meetings::Column::GroupId)
        .filter(meetings::Column::FederationId.eq(federation))
        .filter(meetings::Column::StartsAt.gte(now))
        .filter(meetings::Column::CancelledAt.is_null())
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().flatten().collect())
}

/// Firms that are members now, as a condition on firms.
fn member_firms(federation: FederationId) -> sea_orm::Select<firms::Entity> {
    let members = Query::select()
        .column(memberships::Column::FirmId)
        .from(memberships::Entity)
        .and_where(memberships::Column::FederationId.eq(federation))
        .and_where(memberships::Column::LeftOn.is_null())
        .to_owned();
    firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null())
        .filter(firms::Column::Id.in_subquery(members))
}

/// How many firms are members now, and how many of them posted, gave or took since.
pub async fn firms_in_all(
    db: &impl ConnectionTrait,
    federation: FederationId,
    since: Moment,
) -> Result<(u64, u64)> {
    let of = |rows: sea_orm::Select<memberships::Entity>| async {
        let firms = rows.select_only().column(memberships::Column::FirmId).distinct();
        Ok::<u64, Error>(firms.count(db).await?)
    };
    let active = memberships::Column::FirmId.in_subquery(active_since(federation, since));
    tokio::try_join!(of(active_memberships(federation)), of(active_memberships(federation).filter(active)))
}

/// Firms by sector, as the roster writes it, and by what brought them.
pub async fn by_sector_and_motive(
    db: &impl ConnectionTrait,
    federation: FederationId,
) -> Result<Vec<(Option<String>, Option<Motive>, i64)>> {
    let rows = member_firms(federation)
        .select_only()
        .columns([firms::Column::Sector, firms::Column::Motive])
        .column_as(firms::Column::Id.count(), "many")
        .group_by(firms::Column::Sector)
        .group_by(firms::Column::Motive);
    Ok(rows.into_tuple().all(db).await?)
}

/// Firms by why they joined; a firm may give several reasons.
pub async fn by_reason(
    db: &impl ConnectionTrait,
    federation: FederationId,
) -> Result<Vec<(JoiningReason, i64)>> {
    let members = member_firms(federation).select_only().column(firms::Column::Id);
    let members = sea_orm::QueryTrait::into_query(members);
    let rows = joining_reasons::Entity::find()
        .select_only()
        .column(joining_reasons::Column::Reason)
        .column_as(joining_reasons::Column::FirmId.count(), "many")
        .filter(joining_reasons::Column::FederationId.eq(federation))
        .filter(joining_reasons::Column::FirmId.in_subquery(members))
        .group_by(joining_reasons::Column::Reason);
    Ok(rows.into_tuple().all(db).await?)
}

/// The first day of membership of each member firm.
pub async fn joined(
    db: &impl ConnectionTrait,
    federation: FederationId,
) -> Result<Vec<(FirmId, Option<Day>)>> {
    let rows = active_memberships(federation)
        .select_only()
        .column(memberships::Column::FirmId)
        .column_as(memberships::Column::JoinedOn.min(), "since")
        .group_by(memberships::Column::FirmId);
    Ok(rows.into_tuple().all(db).await?)
}

/// Which firms a list shows.
pub enum Behind {
    /// Of this sector, as written.
    Sector(Option<String>),
    /// Brought by this.
    Motive(Option<Motive>),
    /// Joined for this.
    Reason(JoiningReason),
    /// These.
    These(Vec<FirmId>),
    /// That posted, gave or took nothing since, of this group or of all.
    Silent(Option<GroupId>, Moment),
}

/// A page of the firms behind a number, by name, and how many there are.
pub async fn behind(
    db: &impl ConnectionTrait,
    federation: FederationId,
    behind: &Behind,
    page: u64,
) -> Result<(Vec<firms::Model>, u64)> {
    let all = member_firms(federation);
    let some = match behind {
        Behind::Sector(Some(word)) => all.filter(firms::Column::Sector.eq(word.as_str())),
        Behind::Sector(None) => all.filter(firms::Column::Sector.is_null()),
        Behind::Motive(Some(motive)) => all.filter(firms::Column::Motive.eq(*motive)),
        Behind::Motive(None) => all.filter(firms::Column::Motive.is_null()),
        Behind::Reason(reason) => all.filter(firms::Column::Id.in_subquery(joined_for(federation, *reason))),
        Behind::These(ids) => all.filter(firms::Column::Id.is_in(ids.clone())),
        Behind::Silent(group, since) => {
            let silent = all.filter(firms::Column::Id.not_in_subquery(active_since(federation, *since)));
            match group {
                Some(group) => silent.filter(firms::Column::Id.in_subquery(members_of(*group))),
                None => silent,
            }
        }
    };
    let total = some.clone().count(db).await?;
    let rows = some
        .order_by_asc(firms::Column::Name)
        .order_by_asc(firms::Column::Id)
        .offset(page.saturating_sub(1) * PER_PAGE)
        .limit(PER_PAGE);
    Ok((rows.all(db).await?, total))
}

fn joined_for(federation: FederationId, reason: JoiningReason) -> SelectStatement {
    Query::select()
        .column(joining_reasons::Column::FirmId)
        .from(joining_reasons::Entity)
        .and_where(joining_reasons::Column::FederationId.eq(federation))
        .and_where(joining_reasons::Column::Reason.eq(reason))
        .to_owned()
}
