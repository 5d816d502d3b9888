//! A reader that sees one instant.

use sea_orm::{AccessMode, DatabaseTransaction, IsolationLevel, TransactionOptions, TransactionTrait};

use crate::{Location, Store, StoreResult};

impl Store {
    /// A transaction that sees the database as it is now, whatever is written meanwhile.
    pub(crate) async fn snapshot(&self) -> StoreResult<DatabaseTransaction> {
        let options = match self.location() {
            // On SQLite a reader in a write-ahead log sees one instant from its first query on.
            Location::Sqlite(_) => TransactionOptions::default(),
            Location::Postgres(_) => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
        };
        Ok(self.read().begin_with_options(options).await?)
    }
}
