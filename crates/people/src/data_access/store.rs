//! Queries of the log.

use dure_tables::data_access;
use dure_web::access::Reach;
use dure_web::error::Result;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};

const ON_A_PAGE: u64 = 30;

/// One page of the lines within reach, newest first, with its number and the last one's.
pub async fn page(
    db: &impl ConnectionTrait,
    reach: &Reach,
    number: u64,
) -> Result<(Vec<data_access::Model>, u64, u64)> {
    let within = if reach.everything {
        Condition::all()
    } else {
        Condition::any().add(data_access::Column::FederationId.is_in(reach.federations.clone()))
    };
    let newest = data_access::Entity::find()
        .filter(within)
        .order_by_desc(data_access::Column::At)
        .order_by_desc(data_access::Column::Id);
    let pages = newest.paginate(db, ON_A_PAGE);
    let last = pages.num_pages().await?.max(1);
    let number = number.clamp(1, last);
    Ok((pages.fetch_page(number - 1).await?, number, last))
}
