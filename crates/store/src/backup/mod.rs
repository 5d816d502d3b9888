//! Backups: one portable file for both databases, so that a backup of one can be restored on the other.
//!
//! The file is gzip around lines of JSON: a [`Header`]; for each table one line with its name and
//! columns and one line per row (an array in the order of the columns; identifiers as text, bytes
//! as base64); one line per part of an attached file; and an [`End`] with the SHA-256 of all lines before it. A file without its end is
//! an interrupted backup. Everything is read in one transaction, so it holds as of one instant,
//! while the server goes on writing.

mod read;
mod restore;
mod unstorable;
mod value;
mod write;

use std::collections::BTreeMap;

use dure_domain::Moment;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};

use crate::StoreResult;

pub use read::{Unpacked, unpack, verify};
pub use restore::{How, Restored, restore};

/// The version of the file's format.
const FORMAT: u32 = 2;

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of the format; also how the file is recognised.
    pub dure_backup: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// Every migration that the database had seen.
    pub schema: Vec<String>,
    /// When.
    pub made_at: Moment,
    /// How many rows follow, by table.
    pub rows: BTreeMap<String, u64>,
    /// How many attached files follow the rows, part by part; in format 1 there were none.
    #[serde(default)]
    pub files: u64,
    /// How many are not in it, and stay where they lie.
    #[serde(default)]
    pub left_out: u64,
}

impl Header {
    /// The number of rows in all tables.
    pub fn total(&self) -> u64 {
        self.rows.values().sum()
    }
}

/// Stands before the rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Section {
    table: String,
    columns: Vec<String>,
}

/// One part of an attached file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct File {
    file: String,
    /// In base64; none where it was not in its place when the backup was made.
    content: Option<String>,
}

/// Gives the bytes of an attached file by its name; none where it is not in its place.
pub type Fetch<'a> = &'a (dyn Fn(String) -> BoxFuture<'a, StoreResult<Option<Vec<u8>>>> + Sync);

/// The last line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct End {
    sha256: String,
}

/// Why a file cannot be restored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is some other kind of file.
    #[error("not a backup")]
    Foreign,
    /// It was written by a newer program.
    #[error("a backup of a newer program: {0}")]
    Newer(String),
    /// It ends before its end: an interrupted backup or copy.
    #[error("the backup is cut off")]
    CutOff,
    /// Its contents do not agree with its checksum or its counts.
    #[error("the backup is damaged: {0}")]
    Damaged(String),
    /// Rows with a text that PostgreSQL cannot hold: the character NUL is in it.
    #[error("{rows} rows cannot be stored: {}", named.join(", "))]
    Unstorable {
        /// How many.
        rows: u64,
        /// Some of them: table and column, key, name.
        named: Vec<String>,
    },
}
