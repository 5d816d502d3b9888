//! Queries of the network: ties counted by the database, as the viewer may know them.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{AskState, FederationId, FirmId, GiveKind, GroupId, Moment, SettlementState, Visibility};
use dure_tables::{asks, difficulties, firms, give_and_take, memberships, settlements};
use sea_orm::sea_query::{Expr, JoinType, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use super::rules::{Tie, TieKind};
use crate::access::Reach;
use crate::error::Result;

/// Ties read at most: enough for any picture and many pages of the table.
const MOST_TIES: u64 = 3_000;
/// Firms of a list.
pub const PER_PAGE: u64 = 50;

/// Whose difficulties may be told from their ties.
pub struct Known {
    /// Difficulties that the viewer may see.
    pub seen: Reach,
    /// Difficulties of which the viewer may know the poster, where it stays unnamed.
    pub named: Reach,
}

/// Which ties.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Of this federation.
    pub federation: FederationId,
    /// With a member of this group at one end.
    pub group: Option<GroupId>,
    /// Not before.
    pub since: Option<Moment>,
    /// Of this kind.
    pub kind: Option<TieKind>,
}

/// The condition on a difficulty; says the same as the rows of the permission table.
fn within(reach: &Reach) -> Condition {
    if reach.everything {
        return Condition::all();
    }
    let mut any = Condition::any()
        .add(difficulties::Column::FederationId.is_in(reach.federations.clone()))
        .add(difficulties::Column::GroupId.is_in(reach.groups.clone()));
    if let Some(firm) = reach.firm {
        any = any.add(difficulties::Column::FirmId.eq(firm));
    }
    if let Some(person) = reach.oneself {
        any = any.add(difficulties::Column::AuthorId.eq(person));
    }
    if let Some((federation, groups)) = &reach.audience {
        let of_federation = Condition::all()
            .add(difficulties::Column::Visibility.eq(Visibility::Federation))
            .add(difficulties::Column::FederationId.eq(*federation));
        let of_group = Condition::all()
            .add(difficulties::Column::Visibility.eq(Visibility::Group))
            .add(difficulties::Column::GroupId.is_in(groups.clone()));
        any = any.add(difficulties::Column::Visibility.eq(Visibility::All)).add(of_federation).add(of_group);
    }
    any
}

/// The condition on a tie whose helper's firm is `helper`.
fn told(known: &Known, helper: impl ColumnTrait) -> Condition {
    let mut seen = Condition::any().add(within(&known.seen));
    if let Some(firm) = known.seen.firm {
        seen = seen.add(helper.eq(firm));
    }
    let named = Condition::any().add(difficulties::Column::Anonymous.eq(false)).add(within(&known.named));
    Condition::all().add(seen).add(named)
}

fn members(group: GroupId) -> SelectStatement {
    Query::select()
        .column(memberships::Column::FirmId)
        .from(memberships::Entity)
        .and_where(memberships::Column::GroupId.eq(group))
        .and_where(memberships::Column::LeftOn.is_null())
        .to_owned()
}

fn of_group(group: Option<GroupId>, from: impl ColumnTrait, to: impl ColumnTrait) -> Condition {
    match group {
        None => Condition::all(),
        Some(group) => {
            Condition::any().add(from.in_subquery(members(group))).add(to.in_subquery(members(group)))
        }
    }
}

/// Requests with a member of the group at one end, found from its members.
fn with_end_in(group: GroupId) -> Condition {
    let theirs = Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::FirmId.in_subquery(members(group)))
        .to_owned();
    Condition::any()
        .add(asks::Column::FirmId.in_subquery(members(group)))
        .add(asks::Column::DifficultyId.in_subquery(theirs))
}

fn to_difficulty<E: EntityTrait>(column: E::Column) -> RelationDef {
    E::belongs_to(difficulties::Entity).from(column).to(difficulties::Column::Id).into()
}

/// Confirmed give and take between firms, the most first.
pub async fn given(db: &impl ConnectionTrait, wanted: Wanted, known: &Known) -> Result<Vec<Tie>> {
    use give_and_take::Column::{At, FederationId, FromFirmId, Kind, ToFirmId};
    let only = match wanted.kind {
        Some(TieKind::Offered) => return Ok(Vec::new()),
        Some(TieKind::Give(kind)) => Condition::all().add(Kind.eq(kind)),
        None => Condition::all(),
    };
    let mut rows = give_and_take::Entity::find()
        .select_only()
        .columns([FromFirmId, ToFirmId, Kind])
        .column_as(give_and_take::Column::Id.count(), "times")
        .column_as(At.max(), "last")
        .join(
            JoinType::InnerJoin,
            to_difficulty::<give_and_take::Entity>(give_and_take::Column::DifficultyId),
        )
        .filter(FederationId.eq(wanted.federation))
        .filter(FromFirmId.is_not_null())
        .filter(
            Expr::col((give_and_take::Entity, FromFirmId)).ne(Expr::col((give_and_take::Entity, ToFirmId))),
        )
        .filter(only)
        .filter(of_group(wanted.group, FromFirmId, ToFirmId))
        .filter(told(known, FromFirmId));
    if let Some(since) = wanted.since {
        rows = rows.filter(At.gte(since));
    }
    let rows: Vec<(FirmId, FirmId, GiveKind, i64, Moment)> = rows
        .group_by(FromFirmId)
        .group_by(ToFirmId)
        .group_by(Kind)
        .order_by_desc(Expr::col("times"))
        .order_by_asc(FromFirmId)
        .limit(MOST_TIES)
        .into_tuple()
        .all(db)
        .await?;
    let tie = |(from, to, kind, times, last)| Tie { from, to, kind: TieKind::Give(kind), times, last };
    Ok(rows.into_iter().map(tie).collect())
}

/// Help that firms have offered and that is not confirmed yet.
pub async fn offered(db: &impl ConnectionTrait, wanted: Wanted, known: &Known) -> Result<Vec<Tie>> {
    use asks::Column::{AnsweredAt, FederationId, FirmId as Helper, State};
    if wanted.kind.is_some_and(|kind| kind != TieKind::Offered) {
        return Ok(Vec::new());
    }
    let confirmed = Query::select()
        .column(settlements::Column::AskId)
        .from(settlements::Entity)
        .and_where(settlements::Column::State.eq(SettlementState::Confirmed))
        .to_owned();
    let mut rows = asks::Entity::find()
        .select_only()
        .column(Helper)
        .column(difficulties::Column::FirmId)
        .column_as(asks::Column::Id.count(), "times")
        .column_as(AnsweredAt.max(), "last")
        .join(JoinType::InnerJoin, to_difficulty::<asks::Entity>(asks::Column::DifficultyId))
        .filter(FederationId.eq(wanted.federation))
        .filter(State.is_in([AskState::Offered, AskState::Helped]))
        .filter(Helper.is_not_null())
        .filter(AnsweredAt.is_not_null())
        .filter(
            Expr::col((asks::Entity, Helper))
                .ne(Expr::col((difficulties::Entity, difficulties::Column::FirmId))),
        )
        .filter(asks::Column::Id.not_in_subquery(confirmed))
        .filter(wanted.group.map_or_else(Condition::all, with_end_in))
        .filter(told(known, Helper));
    if let Some(since) = wanted.since {
        rows = rows.filter(AnsweredAt.gte(since));
    }
    let rows: Vec<(FirmId, FirmId, i64, Moment)> = rows
        .group_by(Helper)
        .group_by(difficulties::Column::FirmId)
        .order_by_desc(Expr::col("times"))
        .order_by_asc(Helper)
        .limit(MOST_TIES)
        .into_tuple()
        .all(db)
        .await?;
    let tie = |(from, to, times, last)| Tie { from, to, kind: TieKind::Offered, times, last };
    Ok(rows.into_iter().map(tie).collect())
}

/// A firm as the picture shows it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its name.
    pub name: String,
    /// Its sector, as written.
    pub sector: Option<String>,
}

/// Names and sectors of firms.
pub async fn firms_shown(
    db: &impl ConnectionTrait,
    ids: BTreeSet<FirmId>,
) -> Result<BTreeMap<FirmId, Shown>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(FirmId, String, Option<String>)> = firms::Entity::find()
        .select_only()
        .columns([firms::Column::Id, firms::Column::Name, firms::Column::Sector])
        .filter(firms::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name, sector)| (id, Shown { name, sector })).collect())
}

/// The groups of firms.
pub async fn groups_of(db: &impl ConnectionTrait, ids: BTreeSet<FirmId>) -> Result<Vec<(FirmId, GroupId)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = memberships::Entity::find()
        .select_only()
        .columns([memberships::Column::FirmId, memberships::Column::GroupId])
        .filter(memberships::Column::FirmId.is_in(ids))
        .filter(memberships::Column::LeftOn.is_null());
    Ok(rows.into_tuple().all(db).await?)
}

fn active(federation: FederationId, group: Option<GroupId>) -> sea_orm::Select<firms::Entity> {
    let all = firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null());
    match group {
        Some(group) => all.filter(firms::Column::Id.in_subquery(members(group))),
        None => all,
    }
}

/// Active firms, at most `most`.
pub async fn firms_of(
    db: &impl ConnectionTrait,
    federation: FederationId,
    group: Option<GroupId>,
    most: u64,
) -> Result<Vec<FirmId>> {
    let rows = active(federation, group)
        .select_only()
        .column(firms::Column::Id)
        .order_by_asc(firms::Column::Name)
        .limit(most);
    Ok(rows.into_tuple().all(db).await?)
}

/// Active firms that are at no end of any give and take that the viewer may know.
fn quiet_firms(
    federation: FederationId,
    group: Option<GroupId>,
    known: &Known,
) -> sea_orm::Select<firms::Entity> {
    // Asked firm by firm: both ends have an index, and most firms answer at the first line.
    let no_end = |column: give_and_take::Column| {
        let lines = Query::select()
            .expr(Expr::val(1))
            .from(give_and_take::Entity)
            .inner_join(
                difficulties::Entity,
                Expr::col((difficulties::Entity, difficulties::Column::Id))
                    .equals((give_and_take::Entity, give_and_take::Column::DifficultyId)),
            )
            .and_where(Expr::col((give_and_take::Entity, column)).equals((firms::Entity, firms::Column::Id)))
            .cond_where(told(known, give_and_take::Column::FromFirmId))
            .to_owned();
        Expr::exists(lines).not()
    };
    active(federation, group)
        .filter(no_end(give_and_take::Column::FromFirmId))
        .filter(no_end(give_and_take::Column::ToFirmId))
}

/// How many firms have given and taken nothing yet.
pub async fn quiet_count(
    db: &impl ConnectionTrait,
    federation: FederationId,
    group: Option<GroupId>,
    known: &Known,
) -> Result<u64> {
    Ok(quiet_firms(federation, group, known).count(db).await?)
}

/// A page of them, by name.
pub async fn quiet(
    db: &impl ConnectionTrait,
    federation: FederationId,
    group: Option<GroupId>,
    known: &Known,
    page: u64,
) -> Result<Vec<firms::Model>> {
    let rows = quiet_firms(federation, group, known)
        .order_by_asc(firms::Column::Name)
        .order_by_asc(firms::Column::Id)
        .offset(page.saturating_sub(1) * PER_PAGE)
        .limit(PER_PAGE);
    Ok(rows.all(db).await?)
}
