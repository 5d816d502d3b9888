//! The list of groups.

use std::collections::BTreeMap;

use dure_domain::{FederationId, GroupId, Office};
use dure_tables::{appointments, groups, memberships, people};
use dure_web::error::Result;
use dure_web::names;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

/// One group of the list.
pub struct Line {
    /// The group.
    pub group: groups::Model,
    /// How many firms are members now.
    pub firms: i64,
    /// Its chair's name.
    pub chair: Option<String>,
}

/// One page of a federation's groups, the viewer's own first, and how many there are in all.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    federation: FederationId,
    own: Vec<GroupId>,
    offset: u64,
    limit: u64,
) -> Result<(Vec<Line>, u64)> {
    let found = groups::Entity::find().filter(groups::Column::FederationId.eq(federation));
    let total = found.clone().count(db).await?;
    let ordered = if own.is_empty() {
        found
    } else {
        let rank = CaseStatement::new().case(groups::Column::Id.is_in(own), 0).finally(1);
        found.order_by_asc(Expr::Case(Box::new(rank)))
    };
    let rows = ordered
        .order_by_asc(groups::Column::Name)
        .order_by_asc(groups::Column::Id)
        .offset(offset)
        .limit(limit)
        .all(db)
        .await?;
    let ids: Vec<GroupId> = rows.iter().map(|group| group.id).collect();
    let counts = counts(db, ids.clone()).await?;
    let mut chairs = chairs(db, ids).await?;
    let line = |group: groups::Model| Line {
        firms: counts.get(&group.id).copied().unwrap_or_default(),
        chair: chairs.remove(&group.id),
        group,
    };
    Ok((rows.into_iter().map(line).collect(), total))
}

async fn counts<C: ConnectionTrait>(db: &C, ids: Vec<GroupId>) -> Result<BTreeMap<GroupId, i64>> {
    let counted = memberships::Entity::find()
        .select_only()
        .column(memberships::Column::GroupId)
        .column_as(memberships::Column::Id.count(), "firms")
        .filter(memberships::Column::GroupId.is_in(ids))
        .filter(memberships::Column::LeftOn.is_null())
        .group_by(memberships::Column::GroupId);
    let rows: Vec<(GroupId, i64)> = counted.into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

async fn chairs<C: ConnectionTrait>(db: &C, ids: Vec<GroupId>) -> Result<BTreeMap<GroupId, String>> {
    let held = appointments::Entity::find()
        .filter(appointments::Column::GroupId.is_in(ids))
        .filter(appointments::Column::Office.eq(Office::Chair))
        .filter(appointments::Column::Until.is_null())
        .all(db)
        .await?;
    let who = people::Entity::find()
        .filter(people::Column::Id.is_in(held.iter().map(|chair| chair.person_id)))
        .all(db)
        .await?;
    let name = |chair: &appointments::Model| {
        let person = who.iter().find(|person| person.id == chair.person_id)?;
        Some((chair.group_id?, names::titled(person)))
    };
    Ok(held.iter().filter_map(name).collect())
}
