//! The connection of an open write transaction: what acts query and write through. It remembers a
//! statement that failed, and gives up the connection when its transaction did not end as it should.

use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, IsolationLevel,
    QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

use crate::Trouble;
use crate::error::{Class, StoreError, StoreResult};
use crate::faults::{Faults, Point};
use crate::pool::Discard;
use crate::trouble::Keeping;

/// A connection inside its write transaction.
pub struct WriteConnection {
    db: DatabaseTransaction,
    failed: AtomicBool,
    keeping: Keeping,
    discard: Discard,
    faults: Faults,
}

/// How a commit ended.
pub(super) enum Ended {
    /// It was verified to have been one.
    Kept,
    /// Nothing of the transaction was kept.
    Lost(StoreError),
    /// The database went away before it said what became of it.
    InDoubt(StoreError),
}

impl crate::Store {
    /// Begins a write transaction: immediate on SQLite, serialisable on PostgreSQL.
    pub(super) async fn begin(&self) -> StoreResult<WriteConnection> {
        let options = match self.writer.get_database_backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::Serializable),
                ..Default::default()
            },
            _ => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            },
        };
        let begun = async {
            self.faults.meet(Point::Begin)?;
            self.writer.begin_with_options(options).await
        };
        let db = match begun.await {
            Ok(db) => db,
            Err(error) => return Err(self.could_not_begin(error)),
        };
        let begun = WriteConnection {
            db,
            failed: AtomicBool::new(false),
            keeping: self.keeping.clone(),
            discard: self.discard.clone(),
            faults: self.faults.clone(),
        };
        match self.is_in_its_place() {
            Ok(()) => Ok(begun),
            Err(gone) => {
                begun.rollback().await;
                Err(gone)
            }
        }
    }

    /// SQLite has waited long enough when it says that the file is locked: another program holds it.
    fn could_not_begin(&self, error: DbErr) -> StoreError {
        self.discard.next();
        self.keeping.note(&error);
        match StoreError::from(error) {
            StoreError::Conflict if self.writer.get_database_backend() == DbBackend::Sqlite => {
                self.keeping.found(Trouble::InUse);
                StoreError::InUse(self.location().to_string())
            }
            other => other,
        }
    }
}

impl WriteConnection {
    /// Whether a statement failed. Such a transaction is never committed: PostgreSQL would answer with
    /// a rollback and no error, SQLite may have rolled back already and would keep the rest.
    pub(super) fn has_failed(&self) -> bool {
        self.failed.load(Ordering::SeqCst)
    }

    /// Commits and verifies that it was a commit.
    pub(super) async fn commit(self, server: &DatabaseConnection) -> Ended {
        match self.get_database_backend() {
            DbBackend::Postgres => self.commit_on(server).await,
            _ => self.commit_in_file().await,
        }
    }

    /// After the commit `begin` must succeed, which it does only outside of any transaction.
    async fn commit_in_file(self) -> Ended {
        let verified = async {
            self.faults.meet(Point::Commit)?;
            self.db.execute_unprepared("commit").await?;
            self.faults.meet(Point::Answer)?;
            self.db.execute_unprepared("begin").await
        };
        if let Err(error) = verified.await {
            return self.left_open(error);
        }
        self.rollback().await;
        Ended::Kept
    }

    /// The server knows by its number what became of a transaction, and is asked after the commit.
    async fn commit_on(self, server: &DatabaseConnection) -> Ended {
        let number = async {
            let number = self.number().await?;
            self.faults.meet(Point::Commit)?;
            Ok(number)
        };
        let number = match number.await {
            Ok(number) => number,
            Err(error) => return self.left_open(error),
        };
        let Self { db, keeping, discard, faults, .. } = self;
        let answered = async {
            db.commit().await?;
            faults.meet(Point::Answer)?;
            fate_of(server, &number).await
        };
        match answered.await {
            Ok(fate) if fate == "committed" => Ended::Kept,
            Ok(fate) => {
                Ended::InDoubt(DbErr::Custom(format!("after its commit a transaction is {fate}")).into())
            }
            Err(error) => {
                discard.next();
                keeping.note(&error);
                Ended::by(error)
            }
        }
    }

    async fn number(&self) -> Result<String, DbErr> {
        let sql = "select pg_current_xact_id()::text";
        let row = self.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        row.ok_or(DbErr::RecordNotFound("a transaction's number".into()))?.try_get_by_index(0)
    }

    /// Undoes the transaction. One that cannot be undone ends with its connection.
    pub(super) async fn rollback(self) {
        let Self { db, keeping, discard, faults, .. } = self;
        let undone = async {
            faults.meet(Point::Rollback)?;
            db.rollback().await
        };
        if let Err(error) = undone.await {
            tracing::warn!(%error, "a connection is given up: its transaction could not be ended");
            discard.next();
            keeping.note(&error);
        }
    }

    /// Closes the connection with the transaction in it.
    fn left_open(self, error: DbErr) -> Ended {
        self.discard.next();
        self.keeping.note(&error);
        Ended::by(error)
    }

    fn noted<T>(&self, result: Result<T, DbErr>) -> Result<T, DbErr> {
        if let Err(error) = &result {
            self.failed.store(true, Ordering::SeqCst);
            self.keeping.note(error);
        }
        result
    }
}

impl Ended {
    /// What the database refused was not kept; what it did not answer may have been.
    fn by(error: DbErr) -> Self {
        if Class::of(&error).is_refusal() { Self::Lost(error.into()) } else { Self::InDoubt(error.into()) }
    }
}

/// `committed`, `aborted` or `in progress`.
async fn fate_of(server: &DatabaseConnection, number: &str) -> Result<String, DbErr> {
    let sql = "select coalesce(pg_xact_status($1::text::xid8), 'unknown')";
    let row = server
        .query_one_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [number.into()]))
        .await?;
    row.ok_or(DbErr::RecordNotFound("a transaction's fate".into()))?.try_get_by_index(0)
}

#[async_trait]
impl ConnectionTrait for WriteConnection {
    fn get_database_backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.noted(self.faults.meet(Point::Statement))?;
        self.noted(self.db.execute_raw(statement).await)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.noted(self.db.execute_unprepared(sql).await)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.noted(self.faults.meet(Point::Statement))?;
        self.noted(self.db.query_one_raw(statement).await)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.noted(self.faults.meet(Point::Statement))?;
        self.noted(self.db.query_all_raw(statement).await)
    }
}
