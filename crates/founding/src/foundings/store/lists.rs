//! Lists of foundings and invitations.

use dure_domain::{FederationId, FirmId, FoundingId, FoundingState, InvitationState, PersonId};
use dure_tables::{foundings, invitations};
use dure_web::access::Reach;
use dure_web::error::Result;
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Invitations that one lists of a person, at most.
const MOST_WAITING: u64 = 20;

/// States in which a founding is under way.
const UNDER_WAY: [FoundingState; 3] =
    [FoundingState::Proposed, FoundingState::Returned, FoundingState::Inviting];

/// One page of the foundings within reach, the latest first, and how many there are in all.
pub async fn page(
    db: &impl ConnectionTrait,
    reach: &Reach,
    ended: bool,
    offset: u64,
    limit: u64,
) -> Result<(Vec<foundings::Model>, u64)> {
    let states =
        if ended { vec![FoundingState::Founded, FoundingState::Withdrawn] } else { UNDER_WAY.to_vec() };
    let found =
        foundings::Entity::find().filter(within(reach)).filter(foundings::Column::State.is_in(states));
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(foundings::Column::OpenedAt)
        .order_by_desc(foundings::Column::Id)
        .offset(offset)
        .limit(limit);
    Ok((rows.all(db).await?, total))
}

/// The foundings that a viewer may see: the same as the row of the permission table.
fn within(reach: &Reach) -> Condition {
    let mut own = Condition::any();
    if let Some(person) = reach.asked {
        own = own.add(invitations::Column::PersonId.eq(person));
    }
    if let Some(firm) = reach.firm {
        own = own.add(invitations::Column::FirmId.eq(firm));
    }
    let invited = Query::select()
        .column(invitations::Column::FoundingId)
        .from(invitations::Entity)
        .and_where(invitations::Column::State.ne(InvitationState::Withdrawn))
        .cond_where(own)
        .to_owned();
    let by_federation = foundings::Column::FederationId.is_in(reach.federations.iter().copied());
    let within = Condition::any().add(by_federation).add(foundings::Column::Id.in_subquery(invited));
    match reach.oneself {
        Some(person) => within.add(foundings::Column::OpenedBy.eq(person)),
        None => within,
    }
}

/// How many invitations of these foundings stand in each state.
pub async fn counts(
    db: &impl ConnectionTrait,
    ids: Vec<FoundingId>,
) -> Result<Vec<(FoundingId, InvitationState, i64)>> {
    let counted = invitations::Entity::find()
        .select_only()
        .column(invitations::Column::FoundingId)
        .column(invitations::Column::State)
        .column_as(invitations::Column::Id.count(), "firms")
        .filter(invitations::Column::FoundingId.is_in(ids))
        .group_by(invitations::Column::FoundingId)
        .group_by(invitations::Column::State);
    Ok(counted.into_tuple().all(db).await?)
}

/// Invitations that wait for this person or this firm, the oldest first.
pub async fn waiting_for(
    db: &impl ConnectionTrait,
    person: PersonId,
    firm: Option<FirmId>,
) -> Result<Vec<(invitations::Model, foundings::Model)>> {
    let mut own = Condition::any().add(invitations::Column::PersonId.eq(person));
    if let Some(firm) = firm {
        own = own.add(invitations::Column::FirmId.eq(firm));
    }
    let rows = invitations::Entity::find()
        .filter(own)
        .filter(invitations::Column::State.eq(InvitationState::Waiting))
        .order_by_asc(invitations::Column::InvitedAt)
        .limit(MOST_WAITING)
        .all(db)
        .await?;
    let ids = rows.iter().map(|row| row.founding_id);
    let found = foundings::Entity::find()
        .filter(foundings::Column::Id.is_in(ids))
        .filter(foundings::Column::State.ne(FoundingState::Withdrawn))
        .all(db)
        .await?;
    let with = |row: invitations::Model| {
        let founding = found.iter().find(|founding| founding.id == row.founding_id)?.clone();
        Some((row, founding))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// Foundings of a federation that are under way, the oldest first.
pub async fn under_way(
    db: &impl ConnectionTrait,
    federation: FederationId,
    most: u64,
) -> Result<Vec<foundings::Model>> {
    let rows = foundings::Entity::find()
        .filter(foundings::Column::FederationId.eq(federation))
        .filter(foundings::Column::State.is_in([FoundingState::Proposed, FoundingState::Inviting]))
        .order_by_asc(foundings::Column::OpenedAt)
        .limit(most);
    Ok(rows.all(db).await?)
}
