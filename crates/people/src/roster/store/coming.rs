//! Requests for a group and invitations that name a firm which is merged into another.

use std::collections::BTreeSet;

use dure_domain::{FirmId, FoundingId, GroupRequestId, InvitationState};
use dure_tables::{group_request_firms, invitations};
use dure_web::error::Result;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Names the other firm instead; where that one is named too, once is enough.
pub async fn rename(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<()> {
    invitations(db, from, to).await?;
    requests(db, from, to).await
}

async fn invitations(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<()> {
    let standing = invitations::Entity::find()
        .filter(invitations::Column::FirmId.eq(to))
        .filter(invitations::Column::State.ne(InvitationState::Withdrawn))
        .all(db)
        .await?;
    let twice: BTreeSet<FoundingId> = standing.into_iter().map(|row| row.founding_id).collect();
    invitations::Entity::update_many()
        .col_expr(invitations::Column::State, Expr::value(InvitationState::Withdrawn))
        .filter(invitations::Column::FirmId.eq(from))
        .filter(invitations::Column::FoundingId.is_in(twice))
        .exec(db)
        .await?;
    invitations::Entity::update_many()
        .col_expr(invitations::Column::FirmId, Expr::value(to))
        .filter(invitations::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

async fn requests(db: &impl ConnectionTrait, from: FirmId, to: FirmId) -> Result<()> {
    let named = group_request_firms::Entity::find().filter(group_request_firms::Column::FirmId.eq(to));
    let twice: BTreeSet<GroupRequestId> =
        named.all(db).await?.into_iter().map(|row| row.request_id).collect();
    group_request_firms::Entity::delete_many()
        .filter(group_request_firms::Column::FirmId.eq(from))
        .filter(group_request_firms::Column::RequestId.is_in(twice))
        .exec(db)
        .await?;
    group_request_firms::Entity::update_many()
        .col_expr(group_request_firms::Column::FirmId, Expr::value(to))
        .filter(group_request_firms::Column::FirmId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}
