//! Queries about solved cases.

use std::collections::BTreeMap;

use dure_domain::{CaseId, DifficultyId, FirmId, GroupId, NeedKind, PersonId, Visibility};
use dure_tables::{cases, difficulties};
use dure_web::access::Reach;
use dure_web::error::{Error, Result};
use dure_web::names;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// A case by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn case(db: &impl ConnectionTrait, id: CaseId) -> Result<cases::Model> {
    cases::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// The case of a difficulty.
pub async fn of_difficulty(db: &impl ConnectionTrait, id: DifficultyId) -> Result<Option<cases::Model>> {
    Ok(cases::Entity::find().filter(cases::Column::DifficultyId.eq(id)).one(db).await?)
}

/// The group that a difficulty was put before.
pub async fn group_of(db: &impl ConnectionTrait, id: DifficultyId) -> Result<Option<GroupId>> {
    let row = difficulties::Entity::find_by_id(id).one(db).await?;
    Ok(row.and_then(|row| row.group_id))
}

fn of_groups(groups: Vec<GroupId>) -> SelectStatement {
    Query::select()
        .column(difficulties::Column::Id)
        .from(difficulties::Entity)
        .and_where(difficulties::Column::GroupId.is_in(groups))
        .to_owned()
}

/// The limits of a list as a condition.
fn within(reach: &Reach) -> Condition {
    if reach.everything {
        return Condition::all();
    }
    let mut any = Condition::any()
        .add(cases::Column::FederationId.is_in(reach.federations.clone()))
        .add(cases::Column::DifficultyId.in_subquery(of_groups(reach.groups.clone())));
    if let Some(firm) = reach.firm {
        any = any.add(cases::Column::FirmId.eq(firm));
    }
    if let Some(person) = reach.oneself {
        any = any.add(cases::Column::ConsentedBy.eq(person));
    }
    if let Some(person) = reach.asked {
        any = any.add(cases::Column::HelperPersonId.eq(person));
    }
    if let Some((federation, groups)) = &reach.audience {
        any = any.add(cases::Column::Visibility.eq(Visibility::All));
        let own = cases::Column::FederationId.eq(*federation);
        any = any.add(Condition::all().add(cases::Column::Visibility.eq(Visibility::Federation)).add(own));
        let group = cases::Column::DifficultyId.in_subquery(of_groups(groups.clone()));
        any = any.add(Condition::all().add(cases::Column::Visibility.eq(Visibility::Group)).add(group));
    }
    any
}

fn limited(reach: &Reach, need: Option<NeedKind>) -> sea_orm::Select<cases::Entity> {
    let rows = cases::Entity::find().filter(within(reach));
    match need {
        Some(need) => rows.filter(cases::Column::Need.eq(need)),
        None => rows,
    }
}

/// A page of cases, the last kept first, and how many there are.
pub async fn page(
    db: &impl ConnectionTrait,
    reach: &Reach,
    need: Option<NeedKind>,
    page: u64,
    per_page: u64,
) -> Result<(Vec<cases::Model>, u64)> {
    let rows = limited(reach, need);
    let total = rows.clone().count(db).await?;
    let rows = rows
        .order_by_desc(cases::Column::KeptAt)
        .order_by_desc(cases::Column::Id)
        .offset(page.saturating_sub(1).saturating_mul(per_page))
        .limit(per_page);
    Ok((rows.all(db).await?, total))
}

/// Those of these cases that are within reach.
pub async fn among(
    db: &impl ConnectionTrait,
    reach: &Reach,
    need: Option<NeedKind>,
    ids: &[CaseId],
) -> Result<Vec<cases::Model>> {
    Ok(limited(reach, need).filter(cases::Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// What firms are called, and people with their titles.
pub type Names = (BTreeMap<FirmId, String>, BTreeMap<PersonId, String>);

/// Names for these cases.
pub async fn names(db: &impl ConnectionTrait, rows: &[cases::Model]) -> Result<Names> {
    let firms: Vec<FirmId> =
        rows.iter().flat_map(|row| [row.firm_id, row.helper_firm_id]).flatten().collect();
    let people: Vec<PersonId> = rows.iter().filter_map(|row| row.helper_person_id).collect();
    Ok((names::firms(db, firms).await?, names::people(db, people).await?))
}
