//! A file is brought in: it is read once to see that it can be, and kept. The roster stays as it is.

use dure_domain::{FederationId, GroupId, Id, ImportId, Subject, typed};
use dure_roster::ReadError;
use dure_store::{Actor, Record, Store};
use dure_tables::imports;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::json;

use super::super::choices::{Choices, Scope};
use super::super::reading::Reading;
use super::super::store;
use super::LOOKING;

/// Where the rows of a file go.
#[derive(Debug, Clone)]
pub struct Target {
    /// The federation.
    pub federation: FederationId,
    /// One group for all rows; none for the group that a column names.
    pub group: Option<GroupId>,
    /// How far whoever imports may reach.
    pub scope: Scope,
}

/// A file as it came.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is chosen already.
    pub choices: Choices,
}

/// Why a file was not kept.
#[derive(Debug)]
pub enum Refused {
    /// It cannot be read.
    Unreadable(ReadError),
    /// Anything else.
    Other(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

/// Keeps a file that can be read.
pub async fn bring_in(
    store: &Store,
    actor: Actor,
    target: &Target,
    upload: Upload,
) -> Result<ImportId, Refused> {
    check(store, target).await?;
    let Upload { file_name, bytes, choices } = upload;
    let choices = Choices { group: target.group, ..choices };
    let (bytes, name, wanted) = (bytes, file_name.clone(), choices.clone());
    let read = tokio::task::spawn_blocking(move || {
        let read = Reading::of(&bytes, &name, &wanted).map(|reading| reading.read.rows.len());
        (bytes, read)
    });
    let (bytes, read) = read.await.map_err(|error| Error::Internal(error.to_string()))?;
    let rows = read.map_err(Refused::Unreadable)?;
    Ok(keep(store, actor, target.federation, &file_name, &bytes, &choices, rows).await?)
}

/// The group is one of the federation, and one of the importer's own.
async fn check(store: &Store, target: &Target) -> Result<()> {
    let known = store::groups_of(store.read(), target.federation).await?;
    match (target.group, &target.scope) {
        (None, Scope::Groups(_)) => Err(Error::Forbidden),
        (Some(group), _) if !known.iter().any(|one| one.id == group) => Err(Error::NotFound),
        (Some(group), scope) if !scope.takes_in(group) => Err(Error::Forbidden),
        _ => Ok(()),
    }
}

async fn keep(
    store: &Store,
    actor: Actor,
    federation: FederationId,
    file_name: &str,
    bytes: &[u8],
    choices: &Choices,
    rows: usize,
) -> Result<ImportId> {
    let mapping = serde_json::to_string(choices).map_err(|error| Error::Internal(error.to_string()))?;
    let (mapping, short) = (&mapping, short_name(file_name));
    store
        .write::<_, Error, _, _>(actor, |tx| {
            let (mapping, short, bytes) = (mapping.clone(), short.clone(), bytes.to_vec());
            async move {
                let id: ImportId = tx.id();
                let row = imports::ActiveModel {
                    id: Set(id),
                    federation_id: Set(federation),
                    person_id: Set(match actor {
                        Actor::Person(person) => Some(person),
                        Actor::System => None,
                    }),
                    file_name: Set(short.clone()),
                    file: Set(bytes),
                    mapping: Set(mapping),
                    report: Set(String::new()),
                    state: Set(LOOKING.to_owned()),
                    created_at: Set(tx.at()),
                    finished_at: Set(None),
                };
                row.insert(tx.db()).await?;
                let after = Some(json!({"file": short, "rows": rows}));
                let (action, subject) = ("roster.bring_in", Subject::Import);
                tx.record(Record {
                    action,
                    subject,
                    id: id.uuid(),
                    federation: Some(federation),
                    before: None,
                    after,
                });
                Ok(id)
            }
        })
        .await
}

/// A name without its folders, not longer than a line.
fn short_name(name: &str) -> String {
    let name = typed::one_line(name);
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let short: String = last.chars().take(120).collect();
    if short.is_empty() { "roster".to_owned() } else { short }
}
