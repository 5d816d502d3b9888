//! Groups that exist, and their members.

use std::collections::BTreeMap;

use dure_domain::{FirmId, GroupId};
use dure_tables::{firms, memberships, people};
use dure_web::error::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// The firms of these groups in the order of their ids, each with the first of the groups that it is in.
pub async fn members<C: ConnectionTrait>(
    db: &C,
    of: &[GroupId],
) -> Result<(Vec<firms::Model>, BTreeMap<FirmId, GroupId>)> {
    let members = super::members_of(db, of).await?;
    let ids = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::FirmId)
        .filter(memberships::Column::GroupId.is_in(of.to_vec()))
        .filter(memberships::Column::LeftOn.is_null())
        .into_query();
    let found = firms::Entity::find().filter(firms::Column::Id.in_subquery(ids));
    Ok((found.order_by_asc(firms::Column::Id).all(db).await?, members))
}

/// Who speaks for each member firm of a group: (firm, its name, its delegate), by name of the firm.
pub async fn delegates<C: ConnectionTrait>(
    db: &C,
    group: GroupId,
) -> Result<Vec<(FirmId, String, Option<String>)>> {
    let rows: Vec<(FirmId, String, Option<String>)> = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::FirmId)
        .column_as(firms::Column::Name, "firm")
        .column_as(people::Column::Name, "delegate")
        .join(sea_orm::JoinType::InnerJoin, join_firm())
        .join(sea_orm::JoinType::LeftJoin, join_delegate())
        .filter(memberships::Column::GroupId.eq(group))
        .filter(memberships::Column::LeftOn.is_null())
        .order_by_asc(firms::Column::Name)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}

fn join_firm() -> sea_orm::RelationDef {
    memberships::Entity::belongs_to(firms::Entity)
        .from(memberships::Column::FirmId)
        .to(firms::Column::Id)
        .into()
}

fn join_delegate() -> sea_orm::RelationDef {
    memberships::Entity::belongs_to(people::Entity)
        .from(memberships::Column::DelegateId)
        .to(people::Column::Id)
        .into()
}
