//! Queries about difficulties, and nothing else.

mod alike;
mod desk;
mod ranking;

pub use alike::{by_ids, cases, seen, where_person_was_asked};
pub use desk::{federation_name, firm, firms_within, groups_of};

pub use ranking::{Found, Person, deeds, found, resource_ids};

use std::collections::BTreeMap;

use dure_domain::{AskState, DifficultyId, DifficultyStatus, FirmId, GroupId, PersonId, Visibility};
use dure_tables::{asks, difficulties, firms, groups};
use dure_web::access::{Reach, Viewer};
use dure_web::error::Result;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::rules::{Filter, Scope};
use difficulties::Column;

type Rows = Select<difficulties::Entity>;

/// The difficulty, posted or not.
pub async fn find<C: ConnectionTrait>(db: &C, id: DifficultyId) -> Result<Option<difficulties::Model>> {
    Ok(difficulties::Entity::find_by_id(id).one(db).await?)
}

/// People who were asked or have offered, unless it was taken back.
pub async fn asked_people<C: ConnectionTrait>(db: &C, id: DifficultyId) -> Result<Vec<PersonId>> {
    let people = asks::Entity::find()
        .select_only()
        .column(asks::Column::PersonId)
        .filter(asks::Column::DifficultyId.eq(id))
        .filter(asks::Column::State.ne(AskState::Withdrawn));
    Ok(people.into_tuple().all(db).await?)
}

/// People who said that they help, and have not stepped back.
pub async fn helping<C: ConnectionTrait>(db: &C, id: DifficultyId) -> Result<Vec<PersonId>> {
    let people = asks::Entity::find()
        .select_only()
        .column(asks::Column::PersonId)
        .filter(asks::Column::DifficultyId.eq(id))
        .filter(asks::Column::State.is_in([AskState::Offered, AskState::Helped]));
    Ok(people.into_tuple().all(db).await?)
}

/// What a reach takes in: the same answer as the check for one difficulty. Drafts are left out.
fn within(reach: &Reach) -> Condition {
    let mut any = Condition::any()
        .add(Column::FederationId.is_in(reach.federations.clone()))
        .add(Column::GroupId.is_in(reach.groups.clone()));
    if reach.everything {
        any = any.add(Expr::val(1).eq(1));
    }
    if let Some(firm) = reach.firm {
        any = any.add(Column::FirmId.eq(firm));
    }
    if let Some(person) = reach.oneself {
        any = any.add(Column::AuthorId.eq(person));
    }
    if let Some(person) = reach.asked {
        any = any.add(where_asked(person));
    }
    if let Some((federation, groups)) = &reach.audience {
        let of_federation =
            Column::Visibility.eq(Visibility::Federation).and(Column::FederationId.eq(*federation));
        let of_groups = Column::Visibility.eq(Visibility::Group).and(Column::GroupId.is_in(groups.clone()));
        any = any.add(Column::Visibility.eq(Visibility::All)).add(of_federation).add(of_groups);
    }
    Condition::all().add(Column::Status.ne(DifficultyStatus::Draft)).add(any)
}

fn where_asked(person: PersonId) -> Expr {
    let asked = Query::select()
        .column(asks::Column::DifficultyId)
        .from(asks::Entity)
        .and_where(asks::Column::PersonId.eq(person))
        .and_where(asks::Column::State.ne(AskState::Withdrawn))
        .to_owned();
    Column::Id.in_subquery(asked)
}

/// What the viewer may see and the filter takes in. An anonymous difficulty is not among those of a
/// group or firm where that would tell whose it is.
pub fn narrowed(reach: &Reach, viewer: &Viewer, filter: &Filter) -> Rows {
    let mut found = difficulties::Entity::find().filter(within(reach));
    if let Some(status) = filter.status {
        found = found.filter(Column::Status.eq(status));
    }
    if let Some(need) = filter.need {
        found = found.filter(Column::Need.eq(need));
    }
    match filter.scope {
        Scope::All => found,
        Scope::Mine => {
            let mine = Condition::any().add(Column::AuthorId.eq(viewer.person));
            found.filter(match viewer.firm {
                Some(firm) => mine.add(Column::FirmId.eq(firm)),
                None => mine,
            })
        }
        Scope::Group => {
            let open = Column::Anonymous.eq(false).or(Column::Visibility.eq(Visibility::Group));
            found.filter(Column::GroupId.is_in(viewer.all_groups())).filter(open)
        }
        Scope::Federation => found.filter(Column::FederationId.eq(viewer.federation)),
        Scope::Asked => found.filter(where_asked(viewer.person)),
    }
}

/// The moment by which it is listed: an anonymous one tells its Korean day alone, and stands at the
/// beginning of it. The index `difficulties_listed` is on this text.
const LISTED: &str = "case when anonymous then (posted_at + 32400000) / 86400000 * 86400000 - 32400000 \
                      else posted_at end";

/// One page, newest first, and how many there are in all. The anonymous come last of their day in no
/// order, so that their neighbours do not tell the hour.
pub async fn page<C: ConnectionTrait>(
    db: &C,
    found: Rows,
    page: u64,
    per_page: u64,
) -> Result<(Vec<difficulties::Model>, u64)> {
    let total = found.clone().count(db).await?;
    let rows = found
        .order_by_desc(Expr::cust(LISTED))
        .order_by_desc(Column::Id)
        .offset((page - 1) * per_page)
        .limit(per_page);
    Ok((rows.all(db).await?, total))
}

/// Those of the ids that are within.
pub async fn among<C: ConnectionTrait>(
    db: &C,
    found: Rows,
    ids: &[DifficultyId],
) -> Result<Vec<difficulties::Model>> {
    Ok(found.filter(Column::Id.is_in(ids.to_vec())).all(db).await?)
}

/// The newest of them that a firm has posted under its name.
pub async fn named_of_firm<C: ConnectionTrait>(
    db: &C,
    found: Rows,
    firm: FirmId,
) -> Result<Vec<difficulties::Model>> {
    let named = found.filter(Column::FirmId.eq(firm)).filter(Column::Anonymous.eq(false));
    Ok(named.order_by_desc(Column::PostedAt).limit(50).all(db).await?)
}

/// A person's drafts, the last touched first.
pub async fn drafts_of<C: ConnectionTrait>(db: &C, person: PersonId) -> Result<Vec<difficulties::Model>> {
    let drafts = difficulties::Entity::find()
        .filter(Column::AuthorId.eq(person))
        .filter(Column::Status.eq(DifficultyStatus::Draft))
        .order_by_desc(Column::UpdatedAt);
    Ok(drafts.all(db).await?)
}

/// Requests and offers of these difficulties, in the order in which they were made.
pub async fn asks_of<C: ConnectionTrait>(db: &C, ids: &[DifficultyId]) -> Result<Vec<asks::Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = asks::Entity::find().filter(asks::Column::DifficultyId.is_in(ids.to_vec()));
    let oldest_first = found.order_by_asc(asks::Column::AskedAt).order_by_asc(asks::Column::Id);
    Ok(oldest_first.all(db).await?)
}

/// Names of firms, also of those that have left.
pub async fn firm_names<C: ConnectionTrait>(db: &C, ids: &[FirmId]) -> Result<BTreeMap<FirmId, String>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let found = firms::Entity::find()
        .select_only()
        .column(firms::Column::Id)
        .column(firms::Column::Name)
        .filter(firms::Column::Id.is_in(ids.to_vec()));
    Ok(found.into_tuple().all(db).await?.into_iter().collect())
}

/// The firm behind a difficulty.
pub struct Poster {
    /// Its name.
    pub name: String,
}

/// The firm behind a difficulty.
pub async fn poster<C: ConnectionTrait>(db: &C, id: FirmId) -> Result<Option<Poster>> {
    Ok(firm_names(db, &[id]).await?.remove(&id).map(|name| Poster { name }))
}

/// The name of a group.
pub async fn group_name<C: ConnectionTrait>(db: &C, id: GroupId) -> Result<Option<String>> {
    Ok(groups::Entity::find_by_id(id).one(db).await?.map(|group| group.name))
}
