//! Queries of programmes.

use dure_domain::{Day, FederationId, PersonId, ProgrammeId};
use dure_tables::{people, programmes};
use dure_web::error::Result;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use programmes::Column;

/// One programme that was not withdrawn.
pub async fn find<C: ConnectionTrait>(db: &C, id: ProgrammeId) -> Result<Option<programmes::Model>> {
    Ok(programmes::Entity::find_by_id(id).filter(Column::RemovedAt.is_null()).one(db).await?)
}

/// The programmes of a federation; with `open_on` only those that have not closed by that day.
pub fn of_federation(federation: FederationId, open_on: Option<Day>) -> Select<programmes::Entity> {
    let found = programmes::Entity::find()
        .filter(Column::FederationId.eq(federation))
        .filter(Column::RemovedAt.is_null());
    match open_on {
        Some(day) => {
            found.filter(Condition::any().add(Column::ClosesOn.is_null()).add(Column::ClosesOn.gte(day)))
        }
        None => found,
    }
}

/// One page, those first that close soonest, closed ones last; and how many there are in all.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    found: Select<programmes::Entity>,
    today: Day,
    offset: u64,
    limit: u64,
) -> Result<(Vec<programmes::Model>, u64)> {
    let total = found.clone().count(db).await?;
    let rank = CaseStatement::new()
        .case(Column::ClosesOn.gte(today), 0)
        .case(Column::ClosesOn.is_null(), 1)
        .finally(2);
    let ordered = found
        .order_by_asc(Expr::Case(Box::new(rank)))
        .order_by_asc(Column::ClosesOn)
        .order_by_asc(Column::Id);
    Ok((ordered.offset(offset).limit(limit).all(db).await?, total))
}

/// Those of the ids that the list takes in.
pub async fn among<C: ConnectionTrait>(
    db: &C,
    found: Select<programmes::Entity>,
    ids: &[ProgrammeId],
) -> Result<Vec<programmes::Model>> {
    Ok(found.filter(Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// The person to ask.
pub async fn contact<C: ConnectionTrait>(db: &C, id: Option<PersonId>) -> Result<Option<people::Model>> {
    let Some(id) = id else { return Ok(None) };
    let here = people::Entity::find_by_id(id).filter(people::Column::LeftAt.is_null());
    Ok(here.one(db).await?)
}
