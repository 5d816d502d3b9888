//! Notes who takes people out, and lists it.

use std::collections::BTreeMap;

use dure_domain::{GroupId, Id, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::data_access;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, names};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::json;

use super::rules::{Taking, Why};
use super::{access, store};

/// The action in the audit.
pub const TAKE_OUT: &str = "people.take_out";

/// Notes that people are taken out, before they are given; nobody where the command line does it.
pub async fn note(tx: &Tx, person: Option<PersonId>, taking: &Taking, why: &Why) -> Result<()> {
    let row = data_access::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(taking.federation),
        at: Set(tx.at()),
        person_id: Set(person),
        what: Set(taking.what),
        group_id: Set(taking.group),
        persons: Set(i32::try_from(taking.persons).unwrap_or(i32::MAX)),
        reason: Set(why.reason),
        note: Set(why.note.clone()),
    };
    row.insert(tx.db()).await?;
    let (subject, id) = match taking.group {
        Some(group) => (Subject::Group, group.uuid()),
        None => (Subject::Federation, taking.federation.uuid()),
    };
    let after = json!({
        "what": taking.what.as_str(), "persons": taking.persons, "reason": why.reason.as_str(), "note": why.note,
    });
    let federation = Some(taking.federation);
    tx.record(Record { action: TAKE_OUT, subject, id, federation, before: None, after: Some(after) });
    Ok(())
}

/// Notes in a transaction of its own that the viewer takes people out.
pub async fn noted(app: &App, viewer: &Viewer, taking: &Taking, why: &Why) -> Result<()> {
    app.act(viewer, |tx| async move { note(&tx, Some(viewer.person), taking, why).await }).await
}

/// One page of the log.
pub struct Log {
    /// Its lines, newest first.
    pub lines: Vec<data_access::Model>,
    /// Names of those who took.
    pub people: BTreeMap<PersonId, String>,
    /// Names of groups.
    pub groups: BTreeMap<GroupId, String>,
    /// Which page, from 1.
    pub page: u64,
    /// The last page.
    pub last: u64,
}

/// One page of the log, as far as the viewer may see it.
pub async fn log(app: &App, viewer: &Viewer, page: u64) -> Result<Log> {
    let db = app.store.read();
    let (lines, page, last) = store::page(db, &access::SEE.reach(viewer), page).await?;
    let people = names::people(db, lines.iter().filter_map(|line| line.person_id)).await?;
    let groups = names::groups(db, lines.iter().filter_map(|line| line.group_id)).await?;
    Ok(Log { lines, people, groups, page, last })
}
