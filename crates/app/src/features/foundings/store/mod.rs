//! Queries about foundings and invitations.

mod addressees;

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FederationId, FirmId, FoundingId, FoundingState, GroupId, InvitationId};
use dure_tables::{firms, foundings, groups, invitations, memberships};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::error::{Error, Result};

pub use addressees::executives;

/// A founding by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn founding(db: &impl ConnectionTrait, id: FoundingId) -> Result<foundings::Model> {
    foundings::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// An invitation by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn invitation(db: &impl ConnectionTrait, id: InvitationId) -> Result<invitations::Model> {
    invitations::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// The invitations of a founding, oldest first.
pub async fn invitations_of(db: &impl ConnectionTrait, id: FoundingId) -> Result<Vec<invitations::Model>> {
    let rows = invitations::Entity::find()
        .filter(invitations::Column::FoundingId.eq(id))
        .order_by_asc(invitations::Column::InvitedAt)
        .order_by_asc(invitations::Column::Id);
    Ok(rows.all(db).await?)
}

/// Firms by their keys, also those that have left.
pub async fn firms(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = FirmId>,
) -> Result<BTreeMap<FirmId, firms::Model>> {
    let ids: BTreeSet<FirmId> = ids.into_iter().collect();
    let rows = firms::Entity::find().filter(firms::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Present memberships of these firms, oldest first.
pub async fn memberships_of(
    db: &impl ConnectionTrait,
    firms: impl IntoIterator<Item = FirmId>,
) -> Result<Vec<memberships::Model>> {
    let ids: BTreeSet<FirmId> = firms.into_iter().collect();
    let rows = memberships::Entity::find()
        .filter(memberships::Column::FirmId.is_in(ids))
        .filter(memberships::Column::LeftOn.is_null())
        .order_by_asc(memberships::Column::CreatedAt)
        .order_by_asc(memberships::Column::Id);
    Ok(rows.all(db).await?)
}

/// Groups by their keys.
pub async fn groups(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = GroupId>,
) -> Result<BTreeMap<GroupId, groups::Model>> {
    let ids: BTreeSet<GroupId> = ids.into_iter().collect();
    let rows = groups::Entity::find().filter(groups::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Which of these names a group of the federation bears already, or one that is being founded other than `own`.
pub async fn names_taken(
    db: &impl ConnectionTrait,
    federation: FederationId,
    names: &[String],
    own: Option<FoundingId>,
) -> Result<BTreeSet<String>> {
    let groups = groups::Entity::find()
        .filter(groups::Column::FederationId.eq(federation))
        .filter(groups::Column::Name.is_in(names.iter()));
    let live = [FoundingState::Proposed, FoundingState::Returned, FoundingState::Inviting];
    let coming = foundings::Entity::find()
        .filter(foundings::Column::FederationId.eq(federation))
        .filter(foundings::Column::Name.is_in(names.iter()))
        .filter(foundings::Column::State.is_in(live));
    let coming = coming.all(db).await?.into_iter().filter(|row| Some(row.id) != own).map(|row| row.name);
    Ok(groups.all(db).await?.into_iter().map(|row| row.name).chain(coming).collect())
}
