//! Queries of the audit.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FederationId, Id, Moment, PersonId, Subject};
use dure_tables::{
    appointments, asks, audit, difficulties, firms, groups, meetings, memberships, people, resources,
    settlements,
};
use dure_web::error::Result;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::rules::{Of, Sought};

/// Entries of a page.
const ON_A_PAGE: u64 = 30;
/// Lines of a file.
pub const IN_A_FILE: u64 = 50_000;

/// Entries about a thing and what hangs on it.
pub fn about(of: Of) -> Condition {
    let subject = audit::Column::SubjectId;
    let own = |id: Uuid| Condition::any().add(subject.eq(id));
    match of {
        Of::Meeting(id) => own(id.uuid()),
        Of::Resource(id) => own(id.uuid()),
        Of::Difficulty(id) => {
            let asked = || of_asks(id);
            let worth = Query::select()
                .column(settlements::Column::Id)
                .from(settlements::Entity)
                .and_where(settlements::Column::AskId.in_subquery(asked()))
                .to_owned();
            own(id.uuid()).add(subject.in_subquery(asked())).add(subject.in_subquery(worth))
        }
        Of::Firm(id) => own(id.uuid())
            .add(subject.in_subquery(members().and_where(memberships::Column::FirmId.eq(id)).to_owned())),
        Of::Group(id) => own(id.uuid())
            .add(subject.in_subquery(members().and_where(memberships::Column::GroupId.eq(id)).to_owned()))
            .add(subject.in_subquery(offices().and_where(appointments::Column::GroupId.eq(id)).to_owned())),
        Of::Person(id) => own(id.uuid())
            .add(subject.in_subquery(offices().and_where(appointments::Column::PersonId.eq(id)).to_owned())),
    }
}

fn of_asks(id: dure_domain::DifficultyId) -> SelectStatement {
    Query::select()
        .column(asks::Column::Id)
        .from(asks::Entity)
        .and_where(asks::Column::DifficultyId.eq(id))
        .to_owned()
}

fn members() -> SelectStatement {
    Query::select().column(memberships::Column::Id).from(memberships::Entity).to_owned()
}

fn offices() -> SelectStatement {
    Query::select().column(appointments::Column::Id).from(appointments::Entity).to_owned()
}

/// Entries of a federation that fit.
pub fn sought(federation: FederationId, sought: &Sought) -> Condition {
    let named = (!sought.who.trim().is_empty()).then(|| {
        let people = Query::select()
            .column(people::Column::Id)
            .from(people::Entity)
            .and_where(people::Column::FederationId.eq(federation))
            .and_where(people::Column::Name.contains(sought.who.trim()))
            .to_owned();
        audit::Column::ActorId.in_subquery(people)
    });
    Condition::all()
        .add(audit::Column::FederationId.eq(federation))
        .add_option(named)
        .add_option(sought.subject().map(|kind| audit::Column::SubjectKind.eq(kind.as_str())))
        .add_option(sought.from().map(|from: Moment| audit::Column::At.gte(from)))
        .add_option(sought.until().map(|until: Moment| audit::Column::At.lt(until)))
}

fn newest(within: Condition) -> sea_orm::Select<audit::Entity> {
    audit::Entity::find().filter(within).order_by_desc(audit::Column::At).order_by_desc(audit::Column::Id)
}

/// One page of entries, newest first, with its number and the last one's.
pub async fn page(
    db: &impl ConnectionTrait,
    within: Condition,
    number: u64,
) -> Result<(Vec<audit::Model>, u64, u64)> {
    let pages = newest(within).paginate(db, ON_A_PAGE);
    let last = pages.num_pages().await?.max(1);
    let number = number.clamp(1, last);
    Ok((pages.fetch_page(number - 1).await?, number, last))
}

/// Entries of a file.
pub async fn for_file(db: &impl ConnectionTrait, within: Condition) -> Result<Vec<audit::Model>> {
    Ok(newest(within).limit(IN_A_FILE).all(db).await?)
}

/// People among these who have left: their contacts are not shown any more.
pub async fn gone(db: &impl ConnectionTrait, entries: &[audit::Model]) -> Result<BTreeSet<Uuid>> {
    let ids = subjects(entries, Subject::Person);
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let gone = people::Entity::find()
        .select_only()
        .column(people::Column::Id)
        .filter(people::Column::Id.is_in(ids))
        .filter(people::Column::LeftAt.is_not_null());
    Ok(gone.into_tuple::<PersonId>().all(db).await?.into_iter().map(Id::uuid).collect())
}

fn subjects(entries: &[audit::Model], kind: Subject) -> BTreeSet<Uuid> {
    let of_kind = entries.iter().filter(|entry| entry.subject_kind == kind.as_str());
    of_kind.map(|entry| entry.subject_id).collect()
}

/// Names of the things of entries, by their keys: one query for each kind that has pages of its own.
pub async fn names(db: &impl ConnectionTrait, entries: &[audit::Model]) -> Result<BTreeMap<Uuid, String>> {
    let of = |kind| subjects(entries, kind);
    let mut names = BTreeMap::new();
    names
        .extend(named::<firms::Entity>(db, firms::Column::Id, firms::Column::Name, of(Subject::Firm)).await?);
    names.extend(
        named::<groups::Entity>(db, groups::Column::Id, groups::Column::Name, of(Subject::Group)).await?,
    );
    names.extend(
        named::<people::Entity>(db, people::Column::Id, people::Column::Name, of(Subject::Person)).await?,
    );
    let of_difficulties = of(Subject::Difficulty);
    let (id, title) = (difficulties::Column::Id, difficulties::Column::Title);
    names.extend(named::<difficulties::Entity>(db, id, title, of_difficulties).await?);
    let (id, title) = (meetings::Column::Id, meetings::Column::Title);
    names.extend(named::<meetings::Entity>(db, id, title, of(Subject::Meeting)).await?);
    let (id, title) = (resources::Column::Id, resources::Column::Title);
    names.extend(named::<resources::Entity>(db, id, title, of(Subject::Resource)).await?);
    Ok(names)
}

async fn named<E: EntityTrait>(
    db: &impl ConnectionTrait,
    key: E::Column,
    name: E::Column,
    ids: BTreeSet<Uuid>,
) -> Result<Vec<(Uuid, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = E::find().select_only().columns([key, name]).filter(key.is_in(ids));
    Ok(rows.into_tuple().all(db).await?)
}
