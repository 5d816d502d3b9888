//! Drafts as a list, and how one stands.

use std::collections::BTreeMap;

use dure_domain::{DraftId, DraftState, FederationId, Moment};
use dure_tables::{draft_firms, drafts, firms, groups};
use dure_web::error::Result;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::super::memory::Stamp;

/// Drafts on a page of the list.
pub const PER_PAGE: u64 = 20;

/// One draft.
pub async fn find<C: ConnectionTrait>(db: &C, id: DraftId) -> Result<Option<drafts::Model>> {
    Ok(drafts::Entity::find_by_id(id).one(db).await?)
}

/// One page of a federation's drafts, the newest first, and how many there are.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    page: u64,
) -> Result<(Vec<drafts::Model>, u64)> {
    let found = drafts::Entity::find().filter(drafts::Column::FederationId.eq(federation));
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(drafts::Column::MadeAt)
        .order_by_desc(drafts::Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(PER_PAGE))
        .limit(PER_PAGE)
        .all(db)
        .await?;
    Ok((rows, total))
}

/// What a draft has in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Firms of its pool.
    pub firms: i64,
    /// Of them in a group.
    pub placed: i64,
    /// Groups.
    pub groups: i64,
}

/// The numbers of these drafts.
pub async fn counts<C: ConnectionTrait>(db: &C, ids: Vec<DraftId>) -> Result<BTreeMap<DraftId, Counts>> {
    use draft_firms::Column;
    let groups = Expr::expr(Func::count_distinct(Expr::col(Column::Number)));
    let rows: Vec<(DraftId, i64, i64, i64)> = draft_firms::Entity::find()
        .select_only()
        .column(Column::DraftId)
        .column_as(Column::FirmId.count(), "firms")
        .column_as(Column::Number.count(), "placed")
        .expr_as(groups, "groups")
        .filter(Column::DraftId.is_in(ids))
        .group_by(Column::DraftId)
        .into_tuple()
        .all(db)
        .await?;
    let counted = |(id, firms, placed, groups)| (id, Counts { firms, placed, groups });
    Ok(rows.into_iter().map(counted).collect())
}

/// What the scene of a draft depends on.
pub async fn stamp<C: ConnectionTrait>(db: &C, draft: &drafts::Model) -> Result<Stamp> {
    let federation = draft.federation_id;
    let changed = firms::Entity::find()
        .select_only()
        .column_as(firms::Column::UpdatedAt.max(), "changed")
        .filter(firms::Column::FederationId.eq(federation));
    let firms_changed_at: Option<Option<Moment>> = changed.into_tuple().one(db).await?;
    let versions = groups::Entity::find()
        .select_only()
        .column_as(groups::Column::Version.sum(), "versions")
        .filter(groups::Column::FederationId.eq(federation));
    let group_versions: Option<Option<i64>> = versions.into_tuple().one(db).await?;
    Ok(Stamp {
        draft: draft.id,
        version: draft.version,
        bound: draft.bound,
        firms_changed_at: firms_changed_at.flatten(),
        group_versions: group_versions.flatten().unwrap_or_default(),
    })
}

/// How far the solving of a draft is: its state, version and progress.
pub async fn state<C: ConnectionTrait>(db: &C, id: DraftId) -> Result<Option<(DraftState, i32, i32)>> {
    let found = drafts::Entity::find_by_id(id).select_only().columns([
        drafts::Column::State,
        drafts::Column::Version,
        drafts::Column::Progress,
    ]);
    Ok(found.into_tuple().one(db).await?)
}
