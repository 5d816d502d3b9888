//! Every invariant of a database, each as one query for the rows that break it.
//!
//! Rules that the schema itself guards (references, unique indexes) are checked as well: a file
//! may have been damaged or edited by hand. All queries see one instant, so a running server is no
//! reason for a false alarm.

mod generic;
mod parsed;
mod rules;

use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult, Statement};
use uuid::Uuid;

use crate::{Location, SchemaState, Store, StoreError, StoreResult};

/// How many of the broken rows are named.
const EXAMPLES: usize = 5;

/// Rows that break an invariant.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// Which invariant: one stable word.
    pub check: &'static str,
    /// Where: a table, a column, or an index.
    pub place: String,
    /// How many rows.
    pub rows: u64,
    /// Some of them, by their identifiers.
    pub examples: Vec<String>,
}

/// What has been checked, and what was wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Report {
    /// The number of queries.
    pub checked: usize,
    /// What was wrong; empty is good.
    pub findings: Vec<Finding>,
}

/// One query: it gives an identifier for each row that breaks the invariant.
#[derive(Clone)]
pub(crate) struct Question {
    check: &'static str,
    place: String,
    sql: String,
}

/// The names of all checks.
pub fn names() -> Vec<&'static str> {
    let mut names: Vec<_> = generic::NAMES.iter().chain(parsed::NAMES).copied().collect();
    names.extend(rules::RULES.iter().map(|(name, ..)| name));
    names
}

impl Store {
    /// Checks every invariant. `progress` is told how many of how many checks are done.
    ///
    /// # Errors
    /// When the database cannot be read at all, or belongs to a newer program.
    pub async fn check(&self, mut progress: impl FnMut(usize, usize)) -> StoreResult<Report> {
        match self.schema_state().await? {
            SchemaState::Newer(name) => return Err(StoreError::Newer(name)),
            SchemaState::Behind(_) => {
                let place = self.location().to_string();
                let behind = Finding { check: "schema_behind", place, rows: 1, examples: Vec::new() };
                return Ok(Report { checked: 1, findings: vec![behind] });
            }
            SchemaState::Current => {}
        }
        let tx = self.snapshot().await?;
        let questions = [generic::questions(), rules::questions()].concat();
        let total = questions.len() + 2;
        let mut findings = Vec::new();
        if matches!(self.location(), Location::Sqlite(_)) {
            findings.extend(generic::file(&tx).await?);
        }
        findings.extend(generic::indexes(&tx).await?);
        for (done, question) in questions.iter().enumerate() {
            progress(done + 1, total);
            findings.extend(ask(&tx, question).await?);
        }
        findings.extend(parsed::all(&tx, self.now()).await?);
        progress(total, total);
        tx.rollback().await?;
        Ok(Report { checked: total + parsed::NAMES.len(), findings })
    }
}

async fn ask(tx: &DatabaseTransaction, question: &Question) -> StoreResult<Option<Finding>> {
    let rows = query(tx, &format!("select * from ({}) broken limit {EXAMPLES}", question.sql)).await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let counted = query(tx, &format!("select count(*) from ({}) broken", question.sql)).await?;
    let rows_broken: i64 =
        counted.first().map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(Some(Finding {
        check: question.check,
        place: question.place.clone(),
        rows: rows_broken.unsigned_abs(),
        examples: rows.iter().map(named).collect(),
    }))
}

async fn query(tx: &DatabaseTransaction, sql: &str) -> StoreResult<Vec<QueryResult>> {
    let backend = ConnectionTrait::get_database_backend(tx);
    Ok(tx.query_all_raw(Statement::from_string(backend, sql)).await?)
}

/// The first column as text: an identifier or a word.
fn named(row: &QueryResult) -> String {
    let id = row.try_get_by_index::<Option<Uuid>>(0).map(|id| id.map(|id| id.to_string()));
    let text = || row.try_get_by_index::<Option<String>>(0);
    let number =
        || row.try_get_by_index::<Option<i64>>(0).map(|number| number.map(|number| number.to_string()));
    id.or_else(|_| text()).or_else(|_| number()).ok().flatten().unwrap_or_else(|| "?".to_owned())
}

/// A finding for these rows, none when there are none.
fn finding(check: &'static str, place: &str, broken: Vec<String>) -> Option<Finding> {
    let rows = broken.len() as u64;
    let examples = broken.into_iter().take(EXAMPLES).collect();
    (rows > 0).then(|| Finding { check, place: place.to_owned(), rows, examples })
}
