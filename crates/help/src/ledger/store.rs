//! Queries about statements of worth and the account.

use std::collections::BTreeMap;

use dure_domain::{
    AskState, DifficultyId, FirmId, GiveKind, GroupId, Moment, PersonId, SettlementId, SettlementState, Won,
};
use dure_people::firms::actions::members_of;
use dure_tables::{asks, difficulties, firms, give_and_take, settlements};
use dure_web::anonymity::unnamed;
use dure_web::error::{Error, Result};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

/// A statement by its key.
///
/// # Errors
/// [`Error::NotFound`]
pub async fn settlement(db: &impl ConnectionTrait, id: SettlementId) -> Result<settlements::Model> {
    settlements::Entity::find_by_id(id).one(db).await?.ok_or(Error::NotFound)
}

/// The statement of this kind that stands for a request.
pub async fn standing(
    db: &impl ConnectionTrait,
    ask: dure_domain::AskId,
    kind: dure_domain::GiveKind,
) -> Result<Option<settlements::Model>> {
    let row = settlements::Entity::find()
        .filter(settlements::Column::AskId.eq(ask))
        .filter(settlements::Column::Kind.eq(kind))
        .filter(settlements::Column::State.is_in([SettlementState::Stated, SettlementState::Confirmed]));
    Ok(row.one(db).await?)
}

/// A request with its difficulty.
pub type Help = (asks::Model, difficulties::Model);

/// Helps in which this person or this firm had a part, newest first.
pub async fn helps_of(
    db: &impl ConnectionTrait,
    person: PersonId,
    firm: Option<FirmId>,
) -> Result<Vec<Help>> {
    let mut mine = Condition::any().add(asks::Column::PersonId.eq(person)).add(
        asks::Column::DifficultyId.in_subquery(
            Query::select()
                .column(difficulties::Column::Id)
                .from(difficulties::Entity)
                .cond_where(poster(person, firm))
                .to_owned(),
        ),
    );
    if let Some(firm) = firm {
        mine = mine.add(asks::Column::FirmId.eq(firm));
    }
    let rows = asks::Entity::find()
        .filter(asks::Column::State.eq(AskState::Helped))
        .filter(mine)
        .order_by_desc(asks::Column::AskedAt)
        .all(db)
        .await?;
    let ids: Vec<DifficultyId> = rows.iter().map(|ask| ask.difficulty_id).collect();
    let found = difficulties::Entity::find().filter(difficulties::Column::Id.is_in(ids)).all(db).await?;
    let by_id: BTreeMap<DifficultyId, difficulties::Model> =
        found.into_iter().map(|row| (row.id, row)).collect();
    Ok(rows
        .into_iter()
        .filter_map(|ask| by_id.get(&ask.difficulty_id).cloned().map(|row| (ask, row)))
        .collect())
}

fn poster(person: PersonId, firm: Option<FirmId>) -> Condition {
    let by = Condition::any().add(difficulties::Column::AuthorId.eq(person));
    match firm {
        Some(firm) => by.add(difficulties::Column::FirmId.eq(firm)),
        None => by,
    }
}

/// Statements of these requests, oldest first.
pub async fn settlements_of(
    db: &impl ConnectionTrait,
    asks: &[asks::Model],
) -> Result<Vec<settlements::Model>> {
    let rows = settlements::Entity::find()
        .filter(settlements::Column::AskId.is_in(asks.iter().map(|ask| ask.id)))
        .order_by_asc(settlements::Column::StatedAt);
    Ok(rows.all(db).await?)
}

/// Whose entries of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Of one firm.
    Firm(FirmId),
    /// Of one firm as others may see it: without what it took as an anonymous poster.
    FirmByName(FirmId),
    /// Of one person without a firm.
    Person(PersonId),
    /// Of all firms of a group.
    Group(GroupId),
    /// Of a whole federation.
    Federation(dure_domain::FederationId),
}

/// Which side of an entry is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// What they gave.
    Gave,
    /// What they took.
    Took,
    /// Both.
    Either,
}

/// A stretch of time: from, until.
pub type Span = (Option<Moment>, Option<Moment>);

/// What was taken for an anonymous difficulty that was put before another group than this one. Whoever
/// leads the group need not know it, also where the firm is a member of both.
fn unnamed_elsewhere(group: GroupId) -> SelectStatement {
    let elsewhere = difficulties::Column::GroupId.ne(group).or(difficulties::Column::GroupId.is_null());
    unnamed().and_where(elsewhere).to_owned()
}

fn entries(whose: &Whose, way: Way, span: Span) -> Condition {
    let gave = match whose {
        Whose::Firm(firm) | Whose::FirmByName(firm) => give_and_take::Column::FromFirmId.eq(*firm),
        Whose::Person(person) => give_and_take::Column::FromPersonId.eq(*person),
        Whose::Group(group) => give_and_take::Column::FromFirmId.in_subquery(members_of(*group)),
        Whose::Federation(federation) => give_and_take::Column::FederationId.eq(*federation),
    };
    let took = match whose {
        Whose::Firm(firm) => Some(give_and_take::Column::ToFirmId.eq(*firm)),
        Whose::FirmByName(firm) => Some(
            give_and_take::Column::ToFirmId
                .eq(*firm)
                .and(give_and_take::Column::DifficultyId.not_in_subquery(unnamed())),
        ),
        Whose::Group(group) => Some(
            give_and_take::Column::ToFirmId
                .in_subquery(members_of(*group))
                .and(give_and_take::Column::DifficultyId.not_in_subquery(unnamed_elsewhere(*group))),
        ),
        Whose::Federation(federation) => Some(give_and_take::Column::FederationId.eq(*federation)),
        Whose::Person(_) => None,
    };
    let theirs = match way {
        Way::Gave => Condition::any().add(gave),
        // Who has no firm takes nothing: an empty any() would take in everything.
        Way::Took => Condition::any().add(took.unwrap_or_else(|| Expr::val(1).eq(0))),
        Way::Either => took.into_iter().fold(Condition::any().add(gave), Condition::add),
    };
    let mut all = Condition::all().add(theirs);
    if let Some(from) = span.0 {
        all = all.add(give_and_take::Column::At.gte(from));
    }
    if let Some(until) = span.1 {
        all = all.add(give_and_take::Column::At.lt(until));
    }
    all
}

/// One line of totals.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Sum {
    /// Which kind.
    pub kind: GiveKind,
    /// How many helps.
    pub helps: i64,
    /// Days together.
    pub days: i64,
    /// Won together.
    pub won: i64,
}

impl Sum {
    /// The money.
    pub const fn won(&self) -> Won {
        Won(self.won)
    }
}

/// Totals by kind; kinds are never added up.
pub async fn sums(db: &impl ConnectionTrait, whose: &Whose, way: Way, span: Span) -> Result<Vec<Sum>> {
    // A sum of bigints is a numeric on PostgreSQL; both databases know this cast.
    let sum = |column: give_and_take::Column| Expr::col(column).sum().cast_as("bigint");
    let rows = give_and_take::Entity::find()
        .select_only()
        .column(give_and_take::Column::Kind)
        .column_as(give_and_take::Column::Id.count(), "helps")
        .column_as(sum(give_and_take::Column::WorthDays), "days")
        .column_as(sum(give_and_take::Column::WorthWon), "won")
        .filter(entries(whose, way, span))
        .group_by(give_and_take::Column::Kind)
        .into_model::<Sum>();
    Ok(rows.all(db).await?)
}

/// A page of entries, newest first, and how many there are; page 0 is everything.
pub async fn page(
    db: &impl ConnectionTrait,
    whose: &Whose,
    span: Span,
    page: u64,
    per_page: u64,
) -> Result<(Vec<give_and_take::Model>, u64)> {
    let all = give_and_take::Entity::find()
        .filter(entries(whose, Way::Either, span))
        .order_by_desc(give_and_take::Column::At)
        .order_by_desc(give_and_take::Column::Id);
    if page == 0 {
        let rows = all.all(db).await?;
        let total = rows.len() as u64;
        return Ok((rows, total));
    }
    let total = all.clone().count(db).await?;
    Ok((all.offset((page - 1).saturating_mul(per_page)).limit(per_page).all(db).await?, total))
}

/// The difficulties behind entries.
pub async fn difficulties_by_id(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = DifficultyId>,
) -> Result<BTreeMap<DifficultyId, difficulties::Model>> {
    let rows = difficulties::Entity::find().filter(difficulties::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

#[derive(Debug, FromQueryResult)]
struct Count {
    firm: Option<FirmId>,
    helps: i64,
}

/// How often each of these firms gave and took, as the account of their group counts it.
pub async fn counts(
    db: &impl ConnectionTrait,
    group: GroupId,
    firms: &[FirmId],
) -> Result<BTreeMap<FirmId, (i64, i64)>> {
    let by = |column: give_and_take::Column| {
        give_and_take::Entity::find()
            .select_only()
            .column_as(column, "firm")
            .column_as(give_and_take::Column::Id.count(), "helps")
            .filter(column.is_in(firms.to_vec()))
            .group_by(column)
    };
    let mut counts: BTreeMap<FirmId, (i64, i64)> = BTreeMap::new();
    for row in by(give_and_take::Column::FromFirmId).into_model::<Count>().all(db).await? {
        if let Some(firm) = row.firm {
            counts.entry(firm).or_default().0 = row.helps;
        }
    }
    let told = give_and_take::Column::DifficultyId.not_in_subquery(unnamed_elsewhere(group));
    for row in by(give_and_take::Column::ToFirmId).filter(told).into_model::<Count>().all(db).await? {
        if let Some(firm) = row.firm {
            counts.entry(firm).or_default().1 = row.helps;
        }
    }
    Ok(counts)
}

/// Members of a group now, by name.
pub async fn firms_of_group(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<firms::Model>> {
    let rows = firms::Entity::find()
        .filter(firms::Column::Id.in_subquery(members_of(group)))
        .filter(firms::Column::LeftAt.is_null())
        .order_by_asc(firms::Column::Name);
    Ok(rows.all(db).await?)
}

/// Names of groups.
pub async fn group_names(db: &impl ConnectionTrait, ids: &[GroupId]) -> Result<Vec<(GroupId, String)>> {
    let rows = dure_tables::groups::Entity::find()
        .filter(dure_tables::groups::Column::Id.is_in(ids.to_vec()))
        .order_by_asc(dure_tables::groups::Column::Name);
    Ok(rows.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect())
}
