//! Queries about foundings and invitations.

mod addressees;
mod lists;
mod requests;

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{
    FederationId, FirmId, FoundingId, FoundingPath, FoundingState, GroupId, InvitationId, PersonId,
};
use dure_tables::{firms, foundings, groups, invitations, memberships, people};
use dure_web::error::{Error, Result};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

pub use addressees::{executives, staff};
pub use lists::{counts, page, under_way, waiting_for};
pub use requests::{firms_of_requests, foundings_of_request, open_requests, request, requests};

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

/// The invitations of these foundings, oldest first.
pub async fn invitations_of_all(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = FoundingId>,
) -> Result<Vec<invitations::Model>> {
    let ids: BTreeSet<FoundingId> = ids.into_iter().collect();
    let rows = invitations::Entity::find()
        .filter(invitations::Column::FoundingId.is_in(ids))
        .order_by_asc(invitations::Column::InvitedAt)
        .order_by_asc(invitations::Column::Id);
    Ok(rows.all(db).await?)
}

/// This move and those that one draft has put before firms together with it, as far as they are not given up.
pub async fn moves_beside(
    db: &impl ConnectionTrait,
    founding: &foundings::Model,
) -> Result<Vec<foundings::Model>> {
    let own = Condition::any().add(foundings::Column::Id.eq(founding.id));
    let together = match founding.draft_id {
        Some(draft) => own.add(foundings::Column::DraftId.eq(draft)),
        None => own,
    };
    let rows = foundings::Entity::find()
        .filter(together)
        .filter(foundings::Column::Path.eq(FoundingPath::Moved))
        .filter(foundings::Column::State.ne(FoundingState::Withdrawn));
    Ok(rows.all(db).await?)
}

/// Present memberships in these groups.
pub async fn seats_of(
    db: &impl ConnectionTrait,
    groups: impl IntoIterator<Item = GroupId>,
) -> Result<Vec<memberships::Model>> {
    let ids: BTreeSet<GroupId> = groups.into_iter().collect();
    let rows = memberships::Entity::find()
        .filter(memberships::Column::GroupId.is_in(ids))
        .filter(memberships::Column::LeftOn.is_null());
    Ok(rows.all(db).await?)
}

/// Firms of the federation that are in no group now.
pub async fn without_group(db: &impl ConnectionTrait, federation: FederationId) -> Result<Vec<firms::Model>> {
    let members = Query::select()
        .column(memberships::Column::FirmId)
        .from(memberships::Entity)
        .and_where(memberships::Column::LeftOn.is_null())
        .and_where(memberships::Column::FederationId.eq(federation))
        .to_owned();
    let rows = firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null())
        .filter(firms::Column::Id.not_in_subquery(members))
        .order_by_asc(firms::Column::Name)
        .order_by_asc(firms::Column::Id);
    Ok(rows.all(db).await?)
}

/// People by their keys, also those who have left.
pub async fn people(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, people::Model>> {
    let ids: BTreeSet<PersonId> = ids.into_iter().collect();
    let rows = people::Entity::find().filter(people::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
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
