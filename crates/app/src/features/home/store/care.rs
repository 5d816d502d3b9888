//! What secretaries and staff look after, and the counts of the month.

use std::collections::BTreeSet;

use dure_domain::{
    AskState, DifficultyStatus, FederationId, FirmId, GroupId, Moment, Outcome, SettlementState,
};
use dure_tables::{asks, difficulties, give_and_take, groups, meetings, settlements};
use dure_web::anonymity::unnamed;
use dure_web::error::Result;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::features::home::today::Attention;

fn open_in(groups: &[GroupId]) -> sea_orm::Select<difficulties::Entity> {
    difficulties::Entity::find()
        .filter(difficulties::Column::GroupId.is_in(groups.to_vec()))
        .filter(difficulties::Column::Status.eq(DifficultyStatus::Open))
}

/// Difficulties of these groups that nobody helps with yet, the oldest first.
pub async fn unhelped(
    db: &impl ConnectionTrait,
    groups: &[GroupId],
    most: u64,
) -> Result<Vec<difficulties::Model>> {
    Ok(open_in(groups).order_by_asc(difficulties::Column::PostedAt).limit(most).all(db).await?)
}

/// How many there are in each group.
pub async fn unhelped_count(db: &impl ConnectionTrait, groups: &[GroupId]) -> Result<Vec<(GroupId, i64)>> {
    let rows: Vec<(Option<GroupId>, i64)> = open_in(groups)
        .select_only()
        .column(difficulties::Column::GroupId)
        .column_as(difficulties::Column::Id.count(), "many")
        .group_by(difficulties::Column::GroupId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(group, many)| Some((group?, many))).collect())
}

/// Whose month is counted. An anonymous difficulty moves no number that others see: in a small group it
/// would tell whose it is.
fn scope(federation: FederationId, groups: &[GroupId]) -> Condition {
    let named = Condition::all().add(difficulties::Column::Anonymous.eq(false));
    match groups {
        [] => named.add(difficulties::Column::FederationId.eq(federation)),
        groups => named.add(difficulties::Column::GroupId.is_in(groups.to_vec())),
    }
}

/// Difficulties posted since; of the whole federation where no group is named.
pub async fn pulse_posted(
    db: &impl ConnectionTrait,
    federation: FederationId,
    groups: &[GroupId],
    since: Moment,
) -> Result<u64> {
    let rows = difficulties::Entity::find()
        .filter(scope(federation, groups))
        .filter(difficulties::Column::PostedAt.gte(since));
    Ok(rows.count(db).await?)
}

/// Difficulties solved, wholly or partly, since.
pub async fn pulse_solved(
    db: &impl ConnectionTrait,
    federation: FederationId,
    groups: &[GroupId],
    since: Moment,
) -> Result<u64> {
    let rows = difficulties::Entity::find()
        .filter(scope(federation, groups))
        .filter(difficulties::Column::ClosedAt.gte(since))
        .filter(difficulties::Column::Outcome.is_in([Outcome::Solved, Outcome::Partly]));
    Ok(rows.count(db).await?)
}

/// Firms that gave or took help since, in confirmed entries.
pub async fn pulse_firms(
    db: &impl ConnectionTrait,
    federation: FederationId,
    groups: &[GroupId],
    since: Moment,
) -> Result<u64> {
    let mut rows = give_and_take::Entity::find()
        .select_only()
        .columns([give_and_take::Column::FromFirmId, give_and_take::Column::ToFirmId])
        .filter(give_and_take::Column::FederationId.eq(federation))
        .filter(give_and_take::Column::At.gte(since))
        .filter(give_and_take::Column::DifficultyId.not_in_subquery(unnamed()));
    if !groups.is_empty() {
        rows = rows.filter(give_and_take::Column::DifficultyId.in_subquery(of_groups(groups)));
    }
    let rows: Vec<(Option<FirmId>, FirmId)> = rows.distinct().into_tuple().all(db).await?;
    let firms: BTreeSet<FirmId> =
        rows.into_iter().flat_map(|(from, to)| from.into_iter().chain([to])).collect();
    Ok(firms.len() as u64)
}

fn of_groups(groups: &[GroupId]) -> SelectStatement {
    Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::GroupId.is_in(groups.to_vec()))
        .to_owned()
}

/// Groups with a difficulty posted under a name since, as on the federation's page.
pub fn posters_in_group(federation: FederationId, since: Moment) -> SelectStatement {
    Query::select()
        .column(difficulties::Column::GroupId)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::FederationId.eq(federation))
        .and_where(difficulties::Column::PostedAt.gte(since))
        .and_where(difficulties::Column::Anonymous.eq(false))
        .and_where(difficulties::Column::GroupId.is_not_null())
        .to_owned()
}

/// The numbers that need the attention of the federation's staff.
pub async fn attention(
    db: &impl ConnectionTrait,
    federation: FederationId,
    now: Moment,
) -> Result<Attention> {
    let all = groups::Entity::find().filter(groups::Column::FederationId.eq(federation));
    let with_meeting = Query::select()
        .column(meetings::Column::GroupId)
        .from(meetings::Entity)
        .and_where(meetings::Column::FederationId.eq(federation))
        .and_where(meetings::Column::StartsAt.gte(now))
        .and_where(meetings::Column::CancelledAt.is_null())
        .and_where(meetings::Column::GroupId.is_not_null())
        .to_owned();
    let lively = posters_in_group(federation, now.plus_days(-90));
    let unhelped = difficulties::Entity::find()
        .filter(difficulties::Column::FederationId.eq(federation))
        .filter(difficulties::Column::Status.eq(DifficultyStatus::Open))
        .filter(difficulties::Column::PostedAt.lt(now.plus_days(-14)));
    let unanswered = asks::Entity::find()
        .filter(asks::Column::FederationId.eq(federation))
        .filter(asks::Column::State.eq(AskState::Asked))
        .filter(asks::Column::AskedAt.lt(now.plus_days(-7)));
    let unconfirmed = settlements::Entity::find()
        .filter(settlements::Column::FederationId.eq(federation))
        .filter(settlements::Column::State.eq(SettlementState::Stated))
        .filter(settlements::Column::StatedAt.lt(now.plus_days(-14)));
    Ok(Attention {
        unhelped: unhelped.count(db).await?,
        unanswered: unanswered.count(db).await?,
        unconfirmed: unconfirmed.count(db).await?,
        no_meeting: all.clone().filter(groups::Column::Id.not_in_subquery(with_meeting)).count(db).await?,
        silent: all.clone().filter(groups::Column::Id.not_in_subquery(lively)).count(db).await?,
        groups: all.count(db).await?,
    })
}
