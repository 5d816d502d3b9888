//! The directory's queries. All are limited to a federation and paged.

use std::collections::BTreeMap;

use dure_domain::{FederationId, FirmId, GroupId, PersonId, ResourceId, Sector};
use dure_tables::{firms, people, resources};
use dure_web::error::Result;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use firms::Column;

/// The name without its legal form; the same words as in the index `firms_sorted`.
const SORTED: &str = "trim(replace(replace(replace(name, '(주)', ''), '㈜', ''), '주식회사', ''))";

/// What the list is narrowed to.
#[derive(Debug, Clone)]
pub struct Narrowed {
    /// Whose firms.
    pub federation: FederationId,
    /// Members of this group.
    pub group: Option<GroupId>,
    /// Any of these beginnings of an industry code; empty for all.
    pub industries: Vec<String>,
    /// A city or county, or a whole province.
    pub place: Option<i32>,
    /// A sector of the statistics.
    pub sector: Option<Sector>,
    /// Only these, as a search has found them.
    pub among: Option<Vec<FirmId>>,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// 가나다.
    Name,
    /// The last to come first.
    Newest,
}

impl Narrowed {
    fn select(&self) -> Select<firms::Entity> {
        let mut found = firms::Entity::find()
            .filter(Column::FederationId.eq(self.federation))
            .filter(Column::LeftAt.is_null());
        if let Some(group) = self.group {
            found = found.filter(Column::Id.in_subquery(super::members_of(group)));
        }
        if !self.industries.is_empty() {
            let any = self
                .industries
                .iter()
                .fold(Condition::any(), |any, code| any.add(Column::IndustryCode.starts_with(code)));
            found = found.filter(any);
        }
        if let Some(place) = self.place {
            found = if place < 100 {
                found.filter(Column::PlaceCode.between(place * 1_000, place * 1_000 + 999))
            } else {
                found.filter(Column::PlaceCode.eq(place))
            };
        }
        if let Some(sector) = self.sector {
            found = found.filter(Column::Sector.eq(sector.as_str()));
        }
        if let Some(among) = &self.among {
            found = found.filter(Column::Id.is_in(among.clone()));
        }
        found
    }
}

/// One page and how many there are in all.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    narrowed: &Narrowed,
    order: Order,
    offset: u64,
    limit: u64,
) -> Result<(Vec<firms::Model>, u64)> {
    let found = narrowed.select();
    let total = found.clone().count(db).await?;
    let ordered = match order {
        Order::Name => found.order_by_asc(Expr::cust(SORTED)).order_by_asc(Column::Id),
        Order::Newest => found.order_by_desc(Column::Id),
    };
    Ok((ordered.offset(offset).limit(limit).all(db).await?, total))
}

/// How many there are in each place.
pub async fn places_of<C: ConnectionTrait>(db: &C, narrowed: &Narrowed) -> Result<Vec<(Option<i32>, i64)>> {
    let counted = narrowed
        .select()
        .select_only()
        .column(Column::PlaceCode)
        .column_as(Column::Id.count(), "firms")
        .group_by(Column::PlaceCode);
    Ok(counted.into_tuple().all(db).await?)
}

/// A stretch of the firms in these places, the places in the order given; `None` is no known place.
pub async fn by_place<C: ConnectionTrait>(
    db: &C,
    narrowed: &Narrowed,
    places: &[Option<i32>],
    offset: u64,
    limit: u64,
) -> Result<Vec<firms::Model>> {
    let mut any = Condition::any().add(Column::PlaceCode.is_in(places.iter().copied().flatten()));
    if places.contains(&None) {
        any = any.add(Column::PlaceCode.is_null());
    }
    let ranks = places.iter().enumerate().fold(CaseStatement::new(), |ranks, (rank, place)| match place {
        Some(place) => ranks.case(Column::PlaceCode.eq(*place), rank as i32),
        None => ranks,
    });
    let found = narrowed.select().filter(any);
    let ordered = match places.iter().flatten().count() {
        0 => found,
        _ => found.order_by_asc(Expr::Case(Box::new(ranks.finally(places.len() as i32)))),
    };
    let ordered = ordered.order_by_asc(Expr::cust(SORTED)).order_by_asc(Column::Id);
    Ok(ordered.offset(offset).limit(limit).all(db).await?)
}

/// Those that the list takes in, in no order.
pub async fn ids_among<C: ConnectionTrait>(db: &C, narrowed: &Narrowed) -> Result<Vec<FirmId>> {
    Ok(narrowed.select().select_only().column(Column::Id).into_tuple().all(db).await?)
}

/// These firms, in no order.
pub async fn rows<C: ConnectionTrait>(db: &C, ids: &[FirmId]) -> Result<Vec<firms::Model>> {
    Ok(firms::Entity::find().filter(Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// The firms to whom these resources and people belong, by their keys.
pub async fn owners<C: ConnectionTrait>(
    db: &C,
    resource_ids: Vec<ResourceId>,
    person_ids: Vec<PersonId>,
) -> Result<BTreeMap<u128, FirmId>> {
    let mut owners = BTreeMap::new();
    if !resource_ids.is_empty() {
        let of_resources: Vec<(ResourceId, FirmId)> = resources::Entity::find()
            .select_only()
            .columns([resources::Column::Id, resources::Column::FirmId])
            .filter(resources::Column::Id.is_in(resource_ids))
            .into_tuple()
            .all(db)
            .await?;
        owners.extend(of_resources.into_iter().map(|(id, firm)| (id.key(), firm)));
    }
    if !person_ids.is_empty() {
        let of_people: Vec<(PersonId, Option<FirmId>)> = people::Entity::find()
            .select_only()
            .columns([people::Column::Id, people::Column::FirmId])
            .filter(people::Column::Id.is_in(person_ids))
            .into_tuple()
            .all(db)
            .await?;
        owners.extend(of_people.into_iter().filter_map(|(id, firm)| Some((id.key(), firm?))));
    }
    Ok(owners)
}
