//! Ties between firms.

use dure_domain::{AskState, FederationId, FirmId, GiveKind, GroupId, Moment, SettlementState};
use dure_people::firms::actions::members_of;
use dure_tables::{asks, difficulties, give_and_take, settlements};
use dure_web::error::Result;
use sea_orm::sea_query::{Expr, JoinType, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use super::known::{Known, told};
use crate::features::network::rules::{Tie, TieKind};

/// Ties read at most: enough for any picture and many pages of the table.
const MOST_TIES: u64 = 3_000;

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

fn of_group(group: Option<GroupId>, from: impl ColumnTrait, to: impl ColumnTrait) -> Condition {
    match group {
        None => Condition::all(),
        Some(group) => {
            Condition::any().add(from.in_subquery(members_of(group))).add(to.in_subquery(members_of(group)))
        }
    }
}

/// Requests with a member of the group at one end, found from its members.
fn with_end_in(group: GroupId) -> Condition {
    let theirs = Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::FirmId.in_subquery(members_of(group)))
        .to_owned();
    Condition::any()
        .add(asks::Column::FirmId.in_subquery(members_of(group)))
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
