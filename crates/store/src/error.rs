//! What can go wrong between the program and its database, in one place.

use dure_domain::BadId;
use sea_orm::{DbErr, RuntimeErr, SqlErr};

use crate::migrate::constraint_of_columns;

/// The result of talking to the database.
pub type StoreResult<T> = Result<T, StoreError>;

/// A failure of the database, sorted by what one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A rule that the database guards was broken: the name of the unique index.
    #[error("the constraint {0} does not allow this")]
    Taken(String),
    /// Something that is referred to does not exist, or is still referred to.
    #[error("a reference does not hold: {0}")]
    Reference(String),
    /// Two writes met; the act may be tried again.
    #[error("two writes met")]
    Conflict,
    /// There is no database at this place.
    #[error("no database at {0}")]
    Missing(String),
    /// The file is there but is no database, or is damaged.
    #[error("{0} is not a readable database")]
    Unreadable(String),
    /// The database was written by a newer program.
    #[error("the database knows {0}, which this program does not")]
    Newer(String),
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The folder in which the database should be is not there.
    #[error("no folder for {0}")]
    NoFolder(String),
    /// The machine does not allow this program to use the file.
    #[error("{0} may not be used")]
    NotAllowed(String),
    /// The database server does not answer.
    #[error("{0} does not answer")]
    Unreachable(String),
    /// The database server refuses this user.
    #[error("refused: {0}")]
    Refused(String),
    /// Another program has the database open.
    #[error("{0} is in use")]
    InUse(String),
    /// There is a database already, with something in it.
    #[error("{0} is not empty")]
    NotEmpty(String),
    /// A backup that cannot be used.
    #[error(transparent)]
    Backup(#[from] crate::backup::Fault),
    /// The library of SQLite is too old to be safe with a write-ahead log.
    #[error("SQLite {0} is too old")]
    OldSqlite(String),
    /// An act wrote without leaving an audit entry: a mistake in the program.
    #[error("a write left no audit entry")]
    Unaudited,
    /// The transaction was still in use when its act ended: a mistake in the program.
    #[error("a transaction outlived its act")]
    Outlived,
    /// Stored JSON does not have the expected shape.
    #[error("stored data has an unexpected shape: {0}")]
    Shape(#[from] serde_json::Error),
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// Anything else.
    #[error(transparent)]
    Db(DbErr),
}

/// Whether an error means that the same act may be tried again.
pub trait Retry {
    /// True when two writes met and this one lost.
    fn may_retry(&self) -> bool;
}

impl Retry for StoreError {
    fn may_retry(&self) -> bool {
        matches!(self, Self::Conflict)
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(message)) => return Self::Taken(constraint_in(&message)),
            Some(SqlErr::ForeignKeyConstraintViolation(message)) => return Self::Reference(message),
            _ => {}
        }
        match code_of(&error).as_deref() {
            Some("40001" | "40P01" | "5" | "517" | "261") => Self::Conflict,
            Some("13" | "53100") => Self::DiskFull,
            Some(code @ ("26" | "11")) => Self::Unreadable(code.to_owned()),
            _ => Self::Db(error),
        }
    }
}

impl From<BadId> for StoreError {
    fn from(bad: BadId) -> Self {
        Self::Db(DbErr::Custom(bad.to_string()))
    }
}

/// The database's own code of an error: SQLSTATE on PostgreSQL, the extended result code on SQLite.
pub(crate) fn code_of(error: &DbErr) -> Option<String> {
    let (DbErr::Conn(RuntimeErr::SqlxError(inner))
    | DbErr::Exec(RuntimeErr::SqlxError(inner))
    | DbErr::Query(RuntimeErr::SqlxError(inner))) = error
    else {
        return None;
    };
    Some(inner.as_database_error()?.code()?.into_owned())
}

/// PostgreSQL names the index in quotes; SQLite lists its columns.
fn constraint_in(message: &str) -> String {
    if let Some(columns) = message.split("UNIQUE constraint failed: ").nth(1) {
        return constraint_of_columns(columns).unwrap_or_else(|| columns.to_owned());
    }
    message.split('"').nth(1).unwrap_or(message).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_databases_name_the_same_constraint() {
        let sqlite = "UNIQUE constraint failed: memberships.group_id, memberships.industry_slot";
        let postgres = "duplicate key value violates unique constraint \"memberships_slot\"";
        assert_eq!(constraint_in(sqlite), "memberships_slot");
        assert_eq!(constraint_in(postgres), "memberships_slot");
    }
}
