//! What can go wrong between the program and its database, in one place.

use dure_domain::BadId;
use sea_orm::{DbErr, RuntimeErr, SqlErr};

use crate::Trouble;
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
    /// The disk fails, or the file of the database is gone or may not be written.
    #[error("the disk does not take the write: {0}")]
    Disk(String),
    /// The file of the database is not where it was opened, or another file is: what is written would be lost.
    #[error("{0} is gone, or is another file than the one that was opened")]
    FileGone(String),
    /// The database went away during the commit, and could not be asked since whether it was one.
    #[error("the database did not say whether the act was kept")]
    Unknown,
    /// A statement of the act failed and the act went on: nothing of it was kept.
    #[error("a statement failed before the commit")]
    Broken,
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
        match Class::of(&error) {
            Class::Race => Self::Conflict,
            Class::Full => Self::DiskFull,
            Class::Damaged => Self::Unreadable(code_of(&error).unwrap_or_default()),
            Class::Disk => Self::Disk(error.to_string()),
            Class::Gone => Self::Unreachable(error.to_string()),
            Class::Answer => Self::Db(error),
        }
    }
}

impl From<BadId> for StoreError {
    fn from(bad: BadId) -> Self {
        Self::Db(DbErr::Custom(bad.to_string()))
    }
}

/// What kind of thing an error of the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Two writes met.
    Race,
    /// No room left.
    Full,
    /// The disk fails, or the file may not be written.
    Disk,
    /// The file is no database.
    Damaged,
    /// The database did not answer, or is on its way out.
    Gone,
    /// Any other answer to what was asked.
    Answer,
}

impl Class {
    /// By the code, or by the lack of an answer.
    pub(crate) fn of(error: &DbErr) -> Self {
        match code_of(error) {
            Some(code) if code.len() == 5 => Self::of_sqlstate(&code),
            Some(code) => Self::of_sqlite(code.parse().unwrap_or_default()),
            None if is_silence(error) => Self::Gone,
            None => Self::Answer,
        }
    }

    /// PostgreSQL, appendix A of its manual.
    fn of_sqlstate(code: &str) -> Self {
        match code {
            "40001" | "40P01" => Self::Race,
            "53100" => Self::Full,
            "58030" => Self::Disk,
            // Shutting down, starting, too many connections; a primary that has become a standby.
            "57P01" | "57P02" | "57P03" | "53300" | "25006" => Self::Gone,
            code if code.starts_with("08") => Self::Gone,
            _ => Self::Answer,
        }
    }

    /// SQLite's result codes; the low byte is the kind.
    const fn of_sqlite(code: i32) -> Self {
        match code & 0xff {
            5 | 6 => Self::Race,
            13 => Self::Full,
            // A failed operation of the disk, a file that cannot be opened or may not be written.
            10 | 14 | 8 => Self::Disk,
            11 | 26 => Self::Damaged,
            _ => Self::Answer,
        }
    }

    /// Whether the database has said itself that nothing of the transaction was kept.
    pub(crate) const fn is_refusal(self) -> bool {
        matches!(self, Self::Race | Self::Full | Self::Answer)
    }

    /// What it says of the writes to come.
    pub(crate) const fn trouble(self) -> Option<Trouble> {
        match self {
            Self::Full => Some(Trouble::DiskFull),
            Self::Disk | Self::Damaged => Some(Trouble::Disk),
            Self::Gone => Some(Trouble::Unreachable),
            Self::Race | Self::Answer => None,
        }
    }
}

/// No answer came, or no connection was to be had.
fn is_silence(error: &DbErr) -> bool {
    use sea_orm::sqlx::Error as Sqlx;
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(RuntimeErr::Internal(_)) => true,
        DbErr::Conn(RuntimeErr::SqlxError(inner))
        | DbErr::Exec(RuntimeErr::SqlxError(inner))
        | DbErr::Query(RuntimeErr::SqlxError(inner)) => matches!(
            inner.as_ref(),
            Sqlx::Io(_)
                | Sqlx::Tls(_)
                | Sqlx::Protocol(_)
                | Sqlx::PoolTimedOut
                | Sqlx::PoolClosed
                | Sqlx::WorkerCrashed
                | Sqlx::BeginFailed
        ),
        _ => false,
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

/// PostgreSQL names the index in quotes; SQLite lists its columns, or names an index of an expression.
fn constraint_in(message: &str) -> String {
    if let Some(columns) = message.split("UNIQUE constraint failed: ").nth(1) {
        if let Some(name) = columns.strip_prefix("index '").and_then(|rest| rest.split('\'').next()) {
            return name.to_owned();
        }
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
