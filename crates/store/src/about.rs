//! What there is to know of the database itself, for whoever runs it.

use sea_orm::{DbBackend, FromQueryResult, Statement};

use crate::{Store, StoreResult};

/// The name of the setting that says when the last backup was made, in milliseconds.
pub const LAST_BACKUP: &str = "backup.made_at";

/// The database itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// `SQLite` or `PostgreSQL`.
    pub kind: &'static str,
    /// How large it is, in bytes.
    pub bytes: u64,
    /// Room left on the disk on which it lies, in bytes; unknown where it lies on a server.
    pub room: Option<u64>,
}

#[derive(FromQueryResult)]
struct Size {
    bytes: i64,
}

impl Store {
    /// What there is to know of the database.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn about(&self) -> StoreResult<About> {
        let backend = self.read().get_database_backend();
        let (kind, query) = match backend {
            DbBackend::Postgres => ("PostgreSQL", "select pg_database_size(current_database()) as bytes"),
            _ => (
                "SQLite",
                "select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()",
            ),
        };
        let size = Size::find_by_statement(Statement::from_string(backend, query)).one(self.read()).await?;
        let bytes = size.and_then(|size| u64::try_from(size.bytes).ok()).unwrap_or_default();
        Ok(About { kind, bytes, room: self.place.room() })
    }
}
