//! Queries about the firms for which one writes.

use dure_domain::{FederationId, FirmId, GroupId};
use dure_tables::{federations, firms, groups, memberships};
use dure_web::access::Reach;
use dure_web::error::Result;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// A firm, also one that has left.
pub async fn firm<C: ConnectionTrait>(db: &C, id: FirmId) -> Result<Option<firms::Model>> {
    Ok(firms::Entity::find_by_id(id).one(db).await?)
}

/// Groups in which the firm is an active member, by name.
pub async fn groups_of<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<(GroupId, String)>> {
    let active = Query::select()
        .column(memberships::Column::GroupId)
        .from(memberships::Entity)
        .and_where(memberships::Column::FirmId.eq(firm))
        .and_where(memberships::Column::LeftOn.is_null())
        .to_owned();
    let found = groups::Entity::find()
        .select_only()
        .column(groups::Column::Id)
        .column(groups::Column::Name)
        .filter(groups::Column::Id.in_subquery(active))
        .order_by_asc(groups::Column::Name);
    Ok(found.into_tuple().all(db).await?)
}

/// The name of a federation.
pub async fn federation_name<C: ConnectionTrait>(db: &C, id: FederationId) -> Result<String> {
    let found = federations::Entity::find_by_id(id).one(db).await?;
    Ok(found.map(|federation| federation.name).unwrap_or_default())
}

/// Active firms that a reach takes in, whose name holds the words, by name.
pub async fn firms_within<C: ConnectionTrait>(
    db: &C,
    reach: &Reach,
    words: &str,
    most: u64,
) -> Result<Vec<(FirmId, String)>> {
    let members = Query::select()
        .column(memberships::Column::FirmId)
        .from(memberships::Entity)
        .and_where(memberships::Column::GroupId.is_in(reach.groups.clone()))
        .and_where(memberships::Column::LeftOn.is_null())
        .to_owned();
    let within = Condition::any()
        .add(firms::Column::FederationId.is_in(reach.federations.clone()))
        .add(firms::Column::Id.in_subquery(members));
    let mut found = firms::Entity::find().filter(within).filter(firms::Column::LeftAt.is_null());
    if !words.is_empty() {
        found = found.filter(firms::Column::Name.contains(words));
    }
    let names = found
        .select_only()
        .column(firms::Column::Id)
        .column(firms::Column::Name)
        .order_by_asc(firms::Column::Name)
        .limit(most);
    Ok(names.into_tuple().all(db).await?)
}
