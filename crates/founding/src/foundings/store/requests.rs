//! Queries about requests for a group.

use dure_domain::GroupRequestId;
use dure_tables::{foundings, group_request_firms, group_requests};
use dure_web::access::Reach;
use dure_web::error::{Error, Result};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// A request by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn request(db: &impl ConnectionTrait, id: GroupRequestId) -> Result<group_requests::Model> {
    group_requests::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// One page of the requests within reach, the latest first, and how many there are in all.
pub async fn requests(
    db: &impl ConnectionTrait,
    reach: &Reach,
    closed: bool,
    offset: u64,
    limit: u64,
) -> Result<(Vec<group_requests::Model>, u64)> {
    let state = if closed {
        group_requests::Column::ClosedAt.is_not_null()
    } else {
        group_requests::Column::ClosedAt.is_null()
    };
    let found = group_requests::Entity::find().filter(within(reach)).filter(state);
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(group_requests::Column::AskedAt)
        .order_by_desc(group_requests::Column::Id)
        .offset(offset)
        .limit(limit);
    Ok((rows.all(db).await?, total))
}

/// How many open requests are within reach.
pub async fn open_requests(db: &impl ConnectionTrait, reach: &Reach) -> Result<u64> {
    let open = group_requests::Entity::find()
        .filter(within(reach))
        .filter(group_requests::Column::ClosedAt.is_null());
    Ok(open.count(db).await?)
}

fn within(reach: &Reach) -> Condition {
    let by_federation = group_requests::Column::FederationId.is_in(reach.federations.iter().copied());
    let mut within = Condition::any().add(by_federation);
    if let Some(person) = reach.oneself {
        within = within.add(group_requests::Column::AskedBy.eq(person));
    }
    if let Some(firm) = reach.firm {
        let named = Query::select()
            .column(group_request_firms::Column::RequestId)
            .from(group_request_firms::Entity)
            .and_where(group_request_firms::Column::FirmId.eq(firm))
            .to_owned();
        within = within.add(group_requests::Column::Id.in_subquery(named));
    }
    within
}

/// The firms that these requests name.
pub async fn firms_of_requests(
    db: &impl ConnectionTrait,
    ids: Vec<GroupRequestId>,
) -> Result<Vec<group_request_firms::Model>> {
    let rows = group_request_firms::Entity::find()
        .filter(group_request_firms::Column::RequestId.is_in(ids))
        .order_by_asc(group_request_firms::Column::FirmId);
    Ok(rows.all(db).await?)
}

/// Foundings that came of a request, oldest first.
pub async fn foundings_of_request(
    db: &impl ConnectionTrait,
    id: GroupRequestId,
) -> Result<Vec<foundings::Model>> {
    let rows = foundings::Entity::find()
        .filter(foundings::Column::RequestId.eq(id))
        .order_by_asc(foundings::Column::OpenedAt);
    Ok(rows.all(db).await?)
}
