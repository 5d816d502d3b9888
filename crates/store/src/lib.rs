//! The store: one way to open a database, one way to write, one feed of what has changed.
//!
//! SQLite and PostgreSQL run the same code; the few statements that differ are in this crate and
//! nowhere else. Reading goes through [`Store::read`], writing through [`Store::write`], which
//! retries lost races and puts the audit entry, the change feed and the jobs of an act into the
//! act's own transaction.

mod about;
pub mod backup;
mod chance;
pub mod check;
mod clock;
mod connect;
mod error;
mod faults;
mod feed;
mod jobs;
mod migrate;
mod once;
mod place;
mod pool;
pub mod schema;
mod settings;
mod snapshot;
mod trouble;
mod write;

#[cfg(feature = "testing")]
pub mod testing;

pub use about::{About, LAST_BACKUP};
pub use chance::Chance;
pub use clock::{Clock, FixedClock, SystemClock};
pub use connect::{Location, Store};
pub use error::{Retry, StoreError, StoreResult};
pub use faults::Point;
pub use feed::Change;
pub use jobs::{Job, Lane};
pub use migrate::{Migrator, SchemaState};
pub use once::Once;
pub use trouble::Trouble;
pub use write::{Actor, Record, Tx, WriteConnection};

pub use sea_orm;
