//! Queries of the interface: lists of firms and groups within a reach.

use std::collections::BTreeMap;

use dure_domain::{FirmId, GroupId, Office};
use dure_tables::{appointments, firms, groups, memberships, resources};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Select,
};

use super::list::{Named, PER_PAGE};
use crate::access::Reach;
use crate::error::Result;
use crate::features;

/// Firms within the reach that have not left, by name.
pub async fn firms<C: ConnectionTrait>(
    db: &C,
    reach: &Reach,
    words: &str,
    page: u64,
) -> Result<(Vec<firms::Model>, u64)> {
    let mut near = Condition::any().add(firms::Column::FederationId.is_in(reach.federations.clone()));
    near = near.add_option(reach.firm.map(|firm| firms::Column::Id.eq(firm)));
    let near = if reach.everything { Condition::all() } else { near };
    let mut found = firms::Entity::find().filter(near).filter(firms::Column::LeftAt.is_null());
    for word in words.split_whitespace() {
        let in_any = [
            firms::Column::Name,
            firms::Column::Products,
            firms::Column::Offers,
            firms::Column::Needs,
            firms::Column::IndustryText,
        ];
        found =
            found.filter(in_any.iter().fold(Condition::any(), |any, column| any.add(column.contains(word))));
    }
    let pages =
        found.order_by_asc(firms::Column::Name).order_by_asc(firms::Column::Id).paginate(db, PER_PAGE);
    let total = pages.num_items().await?;
    Ok((pages.fetch_page(page - 1).await?, total))
}

/// Groups within the reach, by name.
pub async fn groups<C: ConnectionTrait>(
    db: &C,
    reach: &Reach,
    words: &str,
    page: u64,
) -> Result<(Vec<groups::Model>, u64)> {
    let mut near = Condition::any().add(groups::Column::FederationId.is_in(reach.federations.clone()));
    near = near.add(groups::Column::Id.is_in(reach.groups.clone()));
    let near = if reach.everything { Condition::all() } else { near };
    let mut found = groups::Entity::find().filter(near);
    for word in words.split_whitespace() {
        found = found.filter(groups::Column::Name.contains(word));
    }
    let pages =
        found.order_by_asc(groups::Column::Name).order_by_asc(groups::Column::Id).paginate(db, PER_PAGE);
    let total = pages.num_items().await?;
    Ok((pages.fetch_page(page - 1).await?, total))
}

/// Groups in which each of the firms is a member now.
pub async fn groups_of<C: ConnectionTrait>(db: &C, firms: &[FirmId]) -> Result<BTreeMap<FirmId, Vec<Named>>> {
    let joined = active().filter(memberships::Column::FirmId.is_in(firms.to_vec())).all(db).await?;
    let names = features::groups::actions::names(db, joined.iter().map(|row| row.group_id)).await?;
    let mut of: BTreeMap<FirmId, Vec<Named>> = BTreeMap::new();
    for row in joined {
        if let Some(name) = names.get(&row.group_id) {
            let named = Named { id: row.group_id.to_string(), name: name.clone() };
            of.entry(row.firm_id).or_default().push(named);
        }
    }
    Ok(of)
}

/// Firms that are members of each of the groups now, by name.
pub async fn members_of<C: ConnectionTrait>(
    db: &C,
    groups: &[GroupId],
) -> Result<BTreeMap<GroupId, Vec<Named>>> {
    let joined = active().filter(memberships::Column::GroupId.is_in(groups.to_vec())).all(db).await?;
    let names = features::firms::actions::names(db, joined.iter().map(|row| row.firm_id)).await?;
    let mut of: BTreeMap<GroupId, Vec<Named>> = BTreeMap::new();
    for row in joined {
        if let Some(name) = names.get(&row.firm_id) {
            let named = Named { id: row.firm_id.to_string(), name: name.clone() };
            of.entry(row.group_id).or_default().push(named);
        }
    }
    of.values_mut().for_each(|firms| firms.sort_by(|one, other| one.name.cmp(&other.name)));
    Ok(of)
}

fn active() -> Select<memberships::Entity> {
    memberships::Entity::find().filter(memberships::Column::LeftOn.is_null())
}

/// Offices held in a group now, with who holds them.
pub async fn offices_of<C: ConnectionTrait>(db: &C, group: GroupId) -> Result<Vec<(Office, Named)>> {
    let held = appointments::Entity::find()
        .filter(appointments::Column::GroupId.eq(group))
        .filter(appointments::Column::Until.is_null())
        .all(db)
        .await?;
    let names = features::members::actions::names(db, held.iter().map(|row| row.person_id)).await?;
    let named = held.into_iter().filter_map(|row| {
        let (name, _) = names.get(&row.person_id)?;
        Some((row.office, Named { id: row.person_id.to_string(), name: name.clone() }))
    });
    Ok(named.collect())
}

/// What a firm shares.
pub async fn resources_of<C: ConnectionTrait>(db: &C, firm: FirmId) -> Result<Vec<resources::Model>> {
    let shared = resources::Entity::find()
        .filter(resources::Column::FirmId.eq(firm))
        .filter(resources::Column::RemovedAt.is_null());
    Ok(shared.order_by_asc(resources::Column::Title).all(db).await?)
}
