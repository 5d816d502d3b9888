//! What SQL cannot see: stored JSON, codes of industries and places, addresses, letters and their jobs.

use std::collections::BTreeSet;

use dure_domain::{Email, Industry, Moment, Place};
use futures::TryStreamExt;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, Statement, StreamTrait};
use uuid::Uuid;

use super::{Finding, finding};
use crate::StoreResult;
use crate::migrate::MIGRATIONS;
use crate::schema::{Kind, Table, tables};

pub const NAMES: &[&str] =
    &["unstorable", "json", "industry", "place", "address", "letter_lost", "job_without_letter", "job_stuck"];

/// Texts that must be JSON where they are not empty: table, its key, column.
const JSON: &[(&str, &str, &str)] = &[
    ("audit", "id", "before_state"),
    ("audit", "id", "after_state"),
    ("jobs", "id", "payload"),
    ("imports", "id", "mapping"),
    ("imports", "id", "report"),
];
const INDUSTRY: (&str, &str, &str) = ("firms", "id", "industry_code");
const ADDRESS: (&str, &str, &str) = ("people", "id", "email");
const PLACES: &[(&str, &str, &str)] = &[
    ("firms", "id", "place_code"),
    ("groups", "id", "place_code"),
    ("experts", "id", "place_code"),
    ("programmes", "id", "place_code"),
];
/// A job is tried eight times over a day; one that is still due after a week is stuck.
const STUCK_AFTER_DAYS: i64 = 7;

pub async fn all(tx: &DatabaseTransaction, now: Moment) -> StoreResult<Vec<Finding>> {
    let mut findings = Vec::new();
    if ConnectionTrait::get_database_backend(tx) == DbBackend::Sqlite {
        for table in tables(MIGRATIONS.len()) {
            findings.extend(unstorable(tx, &table).await?);
        }
    }
    for column in JSON {
        let is_json =
            |text: &str| text.is_empty() || serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        findings.extend(unfit("json", tx, *column, is_json).await?);
    }
    findings.extend(unfit("industry", tx, INDUSTRY, |code| code.parse::<Industry>().is_ok()).await?);
    for column in PLACES {
        findings.extend(unfit("place", tx, *column, |code| code.parse::<Place>().is_ok()).await?);
    }
    let is_address = |text: &str| text.parse::<Email>().is_ok_and(|email| email.as_str() == text);
    findings.extend(unfit("address", tx, ADDRESS, is_address).await?);
    findings.extend(letters(tx).await?);
    let late = now.plus_days(-STUCK_AFTER_DAYS).millis();
    let stuck = format!("select id, kind from jobs where done_at is null and run_at < {late}");
    let stuck = pairs(tx, &stuck).await?.into_iter().map(|(id, _)| id.to_string()).collect();
    findings.extend(finding("job_stuck", "jobs", stuck));
    Ok(findings)
}

/// Rows whose column has a text that does not fit.
async fn unfit(
    check: &'static str,
    tx: &DatabaseTransaction,
    (table, key, column): (&str, &str, &str),
    fits: impl Fn(&str) -> bool,
) -> StoreResult<Option<Finding>> {
    let sql = format!("select {key}, cast({column} as text) from {table} where {column} is not null");
    let backend = ConnectionTrait::get_database_backend(tx);
    let mut rows = tx.stream_raw(Statement::from_string(backend, sql)).await?;
    let mut broken = Vec::new();
    while let Some(row) = rows.try_next().await? {
        let fine = row.try_get_by_index::<String>(1).is_ok_and(|text| fits(&text));
        if !fine {
            broken.push(super::named(&row));
        }
    }
    Ok(finding(check, &format!("{table}.{column}"), broken))
}

/// Texts of a table that SQLite takes and PostgreSQL cannot hold: with a NUL, or not in UTF-8.
async fn unstorable(tx: &DatabaseTransaction, table: &Table) -> StoreResult<Vec<Finding>> {
    let texts = table.columns.iter().filter(|column| column.kind == Kind::Text);
    let texts: Vec<&str> = texts.map(|column| column.name.as_str()).collect();
    let bytes: Vec<String> = texts.iter().map(|column| format!("cast({column} as blob)")).collect();
    let sql = format!("select {}, {} from {}", table.key[0], bytes.join(", "), table.name);
    if texts.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = tx.stream_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let mut broken: Vec<Vec<String>> = vec![Vec::new(); texts.len()];
    while let Some(row) = rows.try_next().await? {
        for (at, broken) in broken.iter_mut().enumerate() {
            let text = row.try_get_by_index::<Option<Vec<u8>>>(at + 1)?.unwrap_or_default();
            if text.contains(&0) || std::str::from_utf8(&text).is_err() {
                broken.push(super::named(&row));
            }
        }
    }
    let found = texts.iter().zip(broken);
    Ok(found
        .filter_map(|(column, rows)| finding("unstorable", &format!("{}.{column}", table.name), rows))
        .collect())
}

/// Every letter that waits has the job that sends it, and every such job its letter.
async fn letters(tx: &DatabaseTransaction) -> StoreResult<Vec<Finding>> {
    let waiting =
        pairs(tx, "select id, failure from mails where sent_at is null and failure = '' and way = 'now'")
            .await?;
    let all: BTreeSet<Uuid> =
        pairs(tx, "select id, purpose from mails").await?.into_iter().map(|(id, _)| id).collect();
    let jobs = pairs(tx, "select id, payload from jobs where kind = 'mail.send'").await?;
    let of_job = |payload: &str| serde_json::from_str::<Uuid>(payload).ok();
    let sent: BTreeSet<Uuid> = jobs.iter().filter_map(|(_, payload)| of_job(payload)).collect();
    let lost = waiting.iter().filter(|(id, _)| !sent.contains(id)).map(|(id, _)| id.to_string()).collect();
    let idle = jobs.iter().filter(|(_, payload)| of_job(payload).is_none_or(|mail| !all.contains(&mail)));
    let idle = idle.map(|(id, _)| id.to_string()).collect();
    let found = [finding("letter_lost", "mails", lost), finding("job_without_letter", "jobs", idle)];
    Ok(found.into_iter().flatten().collect())
}

async fn pairs(tx: &DatabaseTransaction, sql: &str) -> StoreResult<Vec<(Uuid, String)>> {
    let rows = super::query(tx, sql).await?;
    let pair = |row: &sea_orm::QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.iter().map(|row| pair(row).map_err(|error: sea_orm::DbErr| error.into())).collect()
}
