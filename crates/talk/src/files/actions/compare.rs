//! What is entered against what lies there.

use std::collections::BTreeSet;

use dure_domain::FileId;
use dure_files::{Failed, Files, Kept};
use dure_web::error::Result;
use sea_orm::ConnectionTrait;

use super::places_of;
use crate::files::{rules, store};

/// What does not agree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// Files that are entered and not all there.
    pub missing: BTreeSet<FileId>,
    /// What lies there and is not entered.
    pub left_over: Vec<Kept>,
}

/// Compares. What lies there is listed first, so that a file which is added meanwhile is not taken for one that is left
/// over; one that is taken away meanwhile may be taken for missing, until one looks again.
///
/// # Errors
/// The inner ones when the place of files cannot be read.
pub async fn compare<C: ConnectionTrait>(db: &C, files: &Files) -> Result<Result<Compared, Failed>> {
    let there = match files.list().await {
        Ok(there) => there,
        Err(Failed::Nowhere) => Vec::new(),
        Err(failed) => return Ok(Err(failed)),
    };
    let rows = store::all(db).await?;
    let names: BTreeSet<&str> = there.iter().map(|kept| kept.name.as_str()).collect();
    let whole =
        |row: &&dure_tables::files::Model| places_of(row).iter().all(|name| names.contains(name.as_str()));
    let missing = rows.iter().filter(|row| !whole(row)).map(|row| row.id).collect();
    let entered: BTreeSet<FileId> = rows.iter().map(|row| row.id).collect();
    let known = |kept: &Kept| rules::file_of(&kept.name).is_some_and(|id| entered.contains(&id));
    Ok(Ok(Compared { missing, left_over: there.into_iter().filter(|kept| !known(kept)).collect() }))
}
