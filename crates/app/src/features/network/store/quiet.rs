//! Firms that have not been drawn in yet.

use dure_domain::{FederationId, GroupId};
use dure_tables::{difficulties, firms, give_and_take};
use dure_web::error::Result;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ConnectionTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use super::firms::active;
use super::known::{Known, told};

/// Firms of a list.
pub const PER_PAGE: u64 = 50;

/// Active firms that are at no end of any give and take that the viewer may know.
fn quiet_firms(federation: FederationId, group: Option<GroupId>, known: &Known) -> Select<firms::Entity> {
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
