//! Opening a database: a SQLite file, or PostgreSQL by its address.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use dure_domain::Moment;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};

use crate::error::{StoreError, StoreResult, code_of};
use crate::migrate::{SchemaState, migrate, schema_state};
use crate::{Chance, Clock};

/// The first SQLite without the error that could lose a write-ahead log on reset.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);
/// Connections that read at once. SQLite readers are threads; more than a few gain nothing on small machines.
const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;

/// Where a database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A file.
    Sqlite(PathBuf),
    /// `postgres://user@host/name`
    Postgres(String),
}

impl FromStr for Location {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
        Ok(Self::Sqlite(PathBuf::from(path)))
    }
}

/// Shown without the password.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
            Self::Postgres(url) => match url.rsplit_once('@') {
                Some((_, host)) => write!(f, "postgres://…@{host}"),
                None => f.write_str(url),
            },
        }
    }
}

/// An open database with its clock and its source of chance. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) reader: DatabaseConnection,
    pub(crate) writer: DatabaseConnection,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<Chance>,
    /// How often something has been committed through this store.
    pub(crate) commits: Arc<AtomicU64>,
    location: Location,
}

impl Store {
    /// Opens the database, makes it if `create` allows, and brings its schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Missing`] without `create`, [`StoreError::Newer`] for a database of a newer
    /// program, [`StoreError::Unreadable`] for a file that is none.
    pub async fn open(
        location: Location,
        create: bool,
        clock: Arc<dyn Clock>,
        chance: Arc<Chance>,
    ) -> StoreResult<Self> {
        let store = Self::connect(location, create, clock, chance).await?;
        migrate(&store.writer).await?;
        Ok(store)
    }

    /// Like [`Store::open`], but leaves the schema as it is.
    pub async fn connect(
        location: Location,
        create: bool,
        clock: Arc<dyn Clock>,
        chance: Arc<Chance>,
    ) -> StoreResult<Self> {
        let (reader, writer) = match &location {
            Location::Sqlite(path) => connect_sqlite(path, create).await?,
            Location::Postgres(url) => {
                let db = connect_postgres(url, POSTGRES_CONNECTIONS).await?;
                (db.clone(), db)
            }
        };
        Ok(Self { reader, writer, clock, chance, commits: Arc::default(), location })
    }

    /// The connection for queries. Writing through it fails on SQLite.
    pub const fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The present instant.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The source of chance.
    pub fn chance(&self) -> &Chance {
        &self.chance
    }

    /// How often something worth a record has been committed by this program. What was read at one
    /// number still holds at the same number, but for what other nodes write.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::SeqCst)
    }

    /// Where the database is.
    pub const fn location(&self) -> &Location {
        &self.location
    }

    /// How the schema relates to this program.
    pub async fn schema_state(&self) -> StoreResult<SchemaState> {
        schema_state(&self.writer).await
    }

    /// Writes an online copy of a SQLite database to `path`, consistent at one instant.
    ///
    /// # Errors
    /// When `path` exists, and on PostgreSQL, where copies are made table by table.
    pub async fn vacuum_into(&self, path: &Path) -> StoreResult<()> {
        let name = path.to_string_lossy().replace('\'', "''");
        self.writer.execute_unprepared(&format!("vacuum into '{name}'")).await?;
        Ok(())
    }

    /// Closes all connections; SQLite folds its write-ahead log into the file.
    pub async fn close(self) -> StoreResult<()> {
        self.reader.close().await?;
        self.writer.close().await?;
        Ok(())
    }
}

async fn connect_sqlite(path: &Path, create: bool) -> StoreResult<(DatabaseConnection, DatabaseConnection)> {
    if !create && !path.exists() {
        return Err(StoreError::Missing(path.display().to_string()));
    }
    check_folder(path)?;
    let named = |error| of_file(path, error);
    let writer = sqlite_pool(path, create, 1).await.map_err(named)?;
    check_sqlite_version(&writer).await?;
    let reader = sqlite_pool(path, false, SQLITE_READERS).await.map_err(named)?;
    Ok((reader, writer))
}

/// The file's folder is there, and the file is one that may be read and written.
pub(crate) fn check_folder(path: &Path) -> StoreResult<()> {
    let place = || path.display().to_string();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Err(StoreError::NoFolder(place()));
    }
    match std::fs::OpenOptions::new().read(true).write(true).open(path) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(StoreError::NotAllowed(place())),
        Err(error) if error.kind() == ErrorKind::IsADirectory => Err(StoreError::Unreadable(place())),
        _ => Ok(()),
    }
}

/// SQLite's errors do not name the file.
fn of_file(path: &Path, error: StoreError) -> StoreError {
    let place = path.display().to_string();
    match error {
        StoreError::Unreadable(_) => StoreError::Unreadable(place),
        // "unable to open database file", "attempt to write a readonly database"
        StoreError::Db(error) if matches!(code_of(&error).as_deref(), Some("14" | "8" | "1032")) => {
            StoreError::NotAllowed(place)
        }
        other => other,
    }
}

/// Tells apart the ways in which a database server can be out of reach.
fn of_server(url: &str, error: DbErr) -> StoreError {
    let place = Location::Postgres(url.to_owned()).to_string();
    match (code_of(&error).as_deref(), error) {
        (Some("28P01" | "28000"), error) => StoreError::Refused(error.to_string()),
        (Some("3D000"), _) => StoreError::Missing(place),
        (None, DbErr::Conn(_) | DbErr::ConnectionAcquire(_)) => StoreError::Unreachable(place),
        (_, error) => error.into(),
    }
}

/// `synchronous = FULL`: an acknowledged write is on the disk, even if the power fails.
pub(crate) async fn sqlite_pool(
    path: &Path,
    create: bool,
    connections: u32,
) -> StoreResult<DatabaseConnection> {
    let mode = if create { "rwc" } else { "rw" };
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode={mode}", path.display()));
    options.max_connections(connections).min_connections(1).sqlx_logging(false);
    options.acquire_timeout(Duration::from_secs(30)).idle_timeout(None).max_lifetime(None);
    // A file does not hang up; asking before each query would double the way to SQLite's thread.
    options.test_before_acquire(false);
    let writes = if connections == 1 { "OFF" } else { "ON" };
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("busy_timeout", "10000")
            .pragma("cache_size", "-2000")
            .pragma("query_only", writes)
            // Longer lists come over from SQLite's thread without waiting on the way.
            .row_buffer_size(1_024)
            .statement_cache_capacity(200)
    });
    Ok(Database::connect(options).await?)
}

pub(crate) async fn connect_postgres(url: &str, connections: u32) -> StoreResult<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).sqlx_logging(false);
    options.acquire_timeout(Duration::from_secs(10)).set_application_name("dure");
    Database::connect(options).await.map_err(|error| of_server(url, error))
}

async fn check_sqlite_version(db: &DatabaseConnection) -> StoreResult<()> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, "select sqlite_version()")).await?;
    let text: String = row.and_then(|row| row.try_get_by_index(0).ok()).unwrap_or_default();
    let mut parts = text.split('.').map(|part| part.parse().unwrap_or(0));
    let version = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if version < OLDEST_SQLITE { Err(StoreError::OldSqlite(text)) } else { Ok(()) }
}
