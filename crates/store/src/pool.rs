//! Pools of connections, and what is asked of a connection before it is used again.
//!
//! A transaction that did not end as it should must never be met by the next act: on SQLite the
//! driver would take the next transaction for a part of it, acknowledge it and never commit it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sea_orm::sqlx::pool::PoolOptions;
use sea_orm::sqlx::{self, Connection, Executor, PgConnection, Row, Sqlite, SqliteConnection};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use crate::connect::{of_file, of_server};
use crate::error::StoreResult;

/// Asks that the next connection that comes back be closed instead of being kept.
#[derive(Clone, Default)]
pub(crate) struct Discard(Arc<AtomicBool>);

impl Discard {
    /// The next one that comes back is closed.
    pub(crate) fn next(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}

/// It holds what is confidential: a new file is nobody else's on this machine to read, nor is its log, to which SQLite
/// gives the same rights. What is wrong with the place, opening it says.
fn make_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path));
}

/// `synchronous = FULL`: an acknowledged write is on the disk, even if the power fails.
pub(crate) async fn sqlite_pool(
    path: &Path,
    create: bool,
    connections: u32,
    discard: Discard,
) -> StoreResult<DatabaseConnection> {
    if create {
        make_private(path);
    }
    let mode = if create { "rwc" } else { "rw" };
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode={mode}", path.display()));
    options.max_connections(connections).min_connections(1).sqlx_logging(false);
    options.acquire_timeout(Duration::from_secs(30)).idle_timeout(None).max_lifetime(None);
    // A file does not hang up; asking before each query would double the way to SQLite's thread.
    options.test_before_acquire(false);
    let writer = connections == 1;
    let reads_only = if writer { "OFF" } else { "ON" };
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("busy_timeout", "10000")
            .pragma("cache_size", "-2000")
            .pragma("query_only", reads_only)
            // Longer lists come over from SQLite's thread without waiting on the way.
            .row_buffer_size(1_024)
            .statement_cache_capacity(200)
    });
    if writer {
        options.map_sqlx_sqlite_pool_opts(move |pool| looked_over_after_use(pool, discard.clone()));
    }
    Database::connect(options).await.map_err(|error| of_file(path, error))
}

fn looked_over_after_use(pool: PoolOptions<Sqlite>, discard: Discard) -> PoolOptions<Sqlite> {
    pool.after_release(move |connection, _| {
        let unwanted = discard.take();
        Box::pin(async move { Ok(!unwanted && is_free(connection).await?) })
    })
    .before_acquire(|connection, _| Box::pin(async move { Ok(!connection.is_in_transaction()) }))
}

/// `begin` fails inside a transaction. It touches no file and waits for nobody.
async fn is_free(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    connection.execute("begin").await?;
    connection.execute("rollback").await?;
    Ok(!connection.is_in_transaction())
}

/// Connections to a server, each asked before use whether it is outside of any transaction and may write.
pub(crate) async fn postgres_pool(
    url: &str,
    connections: u32,
    discard: Discard,
) -> StoreResult<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).sqlx_logging(false);
    options.acquire_timeout(Duration::from_secs(10)).set_application_name("dure");
    // The question below serves as the test.
    options.test_before_acquire(false);
    options.map_sqlx_postgres_pool_opts(move |pool| {
        let discard = discard.clone();
        pool.after_release(move |_, _| {
            let unwanted = discard.take();
            Box::pin(async move { Ok(!unwanted) })
        })
        .before_acquire(|connection, _| Box::pin(may_be_used(connection)))
    });
    Database::connect(options).await.map_err(|error| of_server(url, error))
}

/// In a transaction that is still open, its beginning lies before this statement; on a primary that has
/// become a standby, transactions are read-only. Asked in one message, for a prepared statement has a
/// time of its own for each of its messages.
async fn may_be_used(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let sql = "select now() = statement_timestamp() and current_setting('transaction_read_only') = 'off'";
    let row = sqlx::raw_sql(sql).fetch_one(&mut *connection).await?;
    Ok(row.try_get::<bool, _>(0)? && !connection.is_in_transaction())
}
