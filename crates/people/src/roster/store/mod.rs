//! Queries of rosters: the whole roster of a federation at once, and the imports.

mod coming;
pub mod hanging;

use std::collections::{HashMap, HashSet};

use dure_domain::{FederationId, FirmId, GroupId, ImportId, Moment, PersonId};
use dure_tables::{appointments, federations, firm_pairs, firms, groups, imports, memberships, people};
use dure_web::access::Reach;
use dure_web::error::Result;
use dure_web::secretariat;
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};

use super::plan::snapshot::{Rows, Snapshot};

/// Values in one `in (…)`.
const AT_ONCE: usize = 500;
/// The verdict of a pair whose second firm was merged into the first.
pub const MERGED: &str = "merged";
/// The verdict of a pair of two firms.
pub const DIFFERENT: &str = "different";

/// The roster of a federation; `emails` are the addresses that an import wants to give.
pub async fn snapshot(
    db: &impl ConnectionTrait,
    federation: FederationId,
    now: Moment,
    emails: &[String],
) -> Result<Snapshot> {
    let merged: HashMap<FirmId, FirmId> = firm_pairs::Entity::find()
        .filter(firm_pairs::Column::FederationId.eq(federation))
        .filter(firm_pairs::Column::Verdict.eq(MERGED))
        .all(db)
        .await?
        .into_iter()
        .map(|pair| (pair.other_id, pair.firm_id))
        .collect();
    let all = firms::Entity::find().filter(firms::Column::FederationId.eq(federation));
    let firms = all.order_by_asc(firms::Column::Id).all(db).await?.into_iter();
    let firms = firms.filter(|firm| firm.left_at.is_none() || merged.contains_key(&firm.id)).collect();
    let people = people::Entity::find()
        .filter(people::Column::FederationId.eq(federation))
        .filter(people::Column::LeftAt.is_null())
        .order_by_asc(people::Column::Id);
    let members = memberships::Entity::find()
        .filter(memberships::Column::FederationId.eq(federation))
        .filter(memberships::Column::LeftOn.is_null())
        .order_by_asc(memberships::Column::Id);
    let offices = appointments::Entity::find()
        .filter(appointments::Column::FederationId.eq(federation))
        .filter(appointments::Column::Until.is_null());
    let rows = Rows {
        firms,
        merged,
        people: people.all(db).await?,
        memberships: members.all(db).await?,
        offices: offices.all(db).await?,
        held_before: held_before(db, federation).await?,
        groups: groups_of(db, federation).await?,
        emails: holders_of(db, emails).await?,
    };
    Ok(Snapshot::new(federation, now, rows))
}

/// Who has held an office that has ended.
async fn held_before(db: &impl ConnectionTrait, federation: FederationId) -> Result<HashSet<PersonId>> {
    let ended: Vec<PersonId> = appointments::Entity::find()
        .select_only()
        .column(appointments::Column::PersonId)
        .filter(appointments::Column::FederationId.eq(federation))
        .filter(appointments::Column::Until.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(ended.into_iter().collect())
}

/// Who has which of these addresses, anywhere in the installation.
async fn holders_of(db: &impl ConnectionTrait, emails: &[String]) -> Result<HashMap<String, PersonId>> {
    let mut holders = HashMap::new();
    for chunk in emails.chunks(AT_ONCE) {
        let lower = Expr::expr(Func::lower(Expr::col(people::Column::Email)));
        let found: Vec<(PersonId, Option<String>)> = people::Entity::find()
            .select_only()
            .column(people::Column::Id)
            .column(people::Column::Email)
            .filter(people::Column::LeftAt.is_null())
            .filter(lower.is_in(chunk.iter().map(|email| email.to_lowercase())))
            .into_tuple()
            .all(db)
            .await?;
        let named = found.into_iter().filter_map(|(person, email)| Some((email?.to_lowercase(), person)));
        holders.extend(named);
    }
    Ok(holders)
}

/// Groups of a federation by name.
pub async fn groups_of(db: &impl ConnectionTrait, federation: FederationId) -> Result<Vec<groups::Model>> {
    let all = groups::Entity::find().filter(groups::Column::FederationId.eq(federation));
    Ok(all.order_by_asc(groups::Column::Name).all(db).await?)
}

/// These groups by name.
pub async fn groups_named(db: &impl ConnectionTrait, ids: &[GroupId]) -> Result<Vec<groups::Model>> {
    let named = groups::Entity::find().filter(groups::Column::Id.is_in(ids.iter().copied()));
    Ok(named.order_by_asc(groups::Column::Name).all(db).await?)
}

/// Every federation by name.
pub async fn federations(db: &impl ConnectionTrait) -> Result<Vec<federations::Model>> {
    Ok(federations::Entity::find().order_by_asc(federations::Column::Name).all(db).await?)
}

/// One import with its file.
pub async fn import(db: &impl ConnectionTrait, id: ImportId) -> Result<Option<imports::Model>> {
    Ok(imports::Entity::find_by_id(id).one(db).await?)
}

/// An import as the history shows it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its key.
    pub id: ImportId,
    /// Who brought it.
    pub person: Option<PersonId>,
    /// What the file was called.
    pub file_name: String,
    /// What it did, as JSON of a report.
    pub report: String,
    /// How far it has come.
    pub state: String,
    /// When it came.
    pub created_at: Moment,
}

type LineColumns = (ImportId, Option<PersonId>, String, String, String, Moment);

/// The history, newest first, without files: (lines of the page, how many there are).
pub async fn history(
    db: &impl ConnectionTrait,
    reach: &Reach,
    oneself: PersonId,
    page: u64,
    size: u64,
) -> Result<(Vec<Line>, u64)> {
    let mut within = Condition::any().add(imports::Column::PersonId.eq(oneself));
    within = within.add(imports::Column::FederationId.is_in(reach.federations.iter().copied()));
    let mut all = imports::Entity::find();
    if !reach.everything {
        all = all.filter(within);
    }
    let count = all.clone().count(db).await?;
    let rows: Vec<LineColumns> = all
        .select_only()
        .columns([
            imports::Column::Id,
            imports::Column::PersonId,
            imports::Column::FileName,
            imports::Column::Report,
            imports::Column::State,
            imports::Column::CreatedAt,
        ])
        .order_by_desc(imports::Column::CreatedAt)
        .order_by_desc(imports::Column::Id)
        .offset(page.saturating_sub(1) * size)
        .limit(size)
        .into_tuple()
        .all(db)
        .await?;
    let line = |(id, person, file_name, report, state, created_at): LineColumns| Line {
        id,
        person,
        file_name,
        report,
        state,
        created_at,
    };
    Ok((rows.into_iter().map(line).collect(), count))
}

/// Names of people by their identifiers.
pub async fn names_of(db: &impl ConnectionTrait, ids: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let mut names = HashMap::new();
    for chunk in ids.chunks(AT_ONCE) {
        let found =
            people::Entity::find().filter(people::Column::Id.is_in(chunk.iter().copied())).all(db).await?;
        names.extend(found.into_iter().map(|person| (person.id, person.name)));
    }
    Ok(names)
}

/// Active firms of a federation, or of some of its groups.
pub async fn active_firms(
    db: &impl ConnectionTrait,
    federation: FederationId,
    within: Option<&[GroupId]>,
) -> Result<Vec<firms::Model>> {
    let mut all = firms::Entity::find()
        .filter(firms::Column::FederationId.eq(federation))
        .filter(firms::Column::LeftAt.is_null());
    if let Some(groups) = within {
        let members = memberships::Entity::find()
            .select_only()
            .column(memberships::Column::FirmId)
            .filter(memberships::Column::GroupId.is_in(groups.iter().copied()))
            .filter(memberships::Column::LeftOn.is_null())
            .into_query();
        all = all.filter(firms::Column::Id.in_subquery(members.clone()));
        let ties = memberships::Entity::find()
            .filter(memberships::Column::FirmId.in_subquery(members))
            .filter(memberships::Column::LeftOn.is_null());
        let mut of_firm: HashMap<FirmId, Vec<memberships::Model>> = HashMap::new();
        ties.all(db).await?.into_iter().for_each(|tie| of_firm.entry(tie.firm_id).or_default().push(tie));
        let answers = |firm: FirmId| of_firm.get(&firm).and_then(secretariat::first);
        let firms = all.order_by_asc(firms::Column::Id).all(db).await?.into_iter();
        return Ok(firms.filter(|firm| answers(firm.id).is_some_and(|at| groups.contains(&at))).collect());
    }
    Ok(all.order_by_asc(firms::Column::Id).all(db).await?)
}

/// Pairs that were decided on.
pub async fn decided_pairs(
    db: &impl ConnectionTrait,
    federation: FederationId,
) -> Result<HashSet<(FirmId, FirmId)>> {
    let all =
        firm_pairs::Entity::find().filter(firm_pairs::Column::FederationId.eq(federation)).all(db).await?;
    Ok(all.into_iter().map(|pair| (pair.firm_id, pair.other_id)).collect())
}

/// An active firm.
pub async fn firm(db: &impl ConnectionTrait, id: FirmId) -> Result<Option<firms::Model>> {
    Ok(firms::Entity::find_by_id(id).filter(firms::Column::LeftAt.is_null()).one(db).await?)
}
