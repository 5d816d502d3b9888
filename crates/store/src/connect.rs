//! Opening a database: a SQLite file, or PostgreSQL by its address.

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dure_domain::Moment;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use crate::error::{StoreError, StoreResult, code_of};
use crate::faults::Faults;
use crate::migrate::{SchemaState, migrate, schema_state};
use crate::place::Place;
use crate::pool::{Discard, postgres_pool, sqlite_pool};
use crate::trouble::Keeping;
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
    pub(crate) keeping: Keeping,
    pub(crate) discard: Discard,
    pub(crate) faults: Faults,
    pub(crate) place: Place,
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
        let discard = Discard::default();
        let (reader, writer) = match &location {
            Location::Sqlite(path) => connect_sqlite(path, create, discard.clone()).await?,
            Location::Postgres(url) => {
                let db = postgres_pool(url, POSTGRES_CONNECTIONS, discard.clone()).await?;
                (db.clone(), db)
            }
        };
        let place = match &location {
            Location::Sqlite(path) => Place::of_file(path)?,
            Location::Postgres(_) => Place::default(),
        };
        let (keeping, faults) = (Keeping::default(), Faults::default());
        Ok(Self {
            reader,
            writer,
            clock,
            chance,
            commits: Arc::default(),
            keeping,
            discard,
            faults,
            place,
            location,
        })
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

    /// A new identifier from which nothing can be told, for what strangers see the address of.
    pub fn random_id<I: dure_domain::Id>(&self) -> I {
        I::from_uuid(dure_domain::uuid_v4(self.chance.bytes()))
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

async fn connect_sqlite(
    path: &Path,
    create: bool,
    discard: Discard,
) -> StoreResult<(DatabaseConnection, DatabaseConnection)> {
    if !create && !path.exists() {
        return Err(StoreError::Missing(path.display().to_string()));
    }
    check_folder(path)?;
    let writer = sqlite_pool(path, create, 1, discard).await?;
    check_sqlite_version(&writer).await?;
    let reader = sqlite_pool(path, false, SQLITE_READERS, Discard::default()).await?;
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
pub(crate) fn of_file(path: &Path, error: DbErr) -> StoreError {
    let place = path.display().to_string();
    match (code_of(&error).as_deref(), StoreError::from(error)) {
        // "unable to open database file", "attempt to write a readonly database"
        (Some("14" | "8" | "1032"), _) => StoreError::NotAllowed(place),
        (_, StoreError::Unreadable(_)) => StoreError::Unreadable(place),
        (_, other) => other,
    }
}

/// Tells apart the ways in which a database server can be out of reach.
pub(crate) fn of_server(url: &str, error: DbErr) -> StoreError {
    let place = Location::Postgres(url.to_owned()).to_string();
    match (code_of(&error).as_deref(), error) {
        (Some("28P01" | "28000"), error) => StoreError::Refused(error.to_string()),
        (Some("3D000"), _) => StoreError::Missing(place),
        (None, DbErr::Conn(_) | DbErr::ConnectionAcquire(_)) => StoreError::Unreachable(place),
        (_, error) => error.into(),
    }
}

async fn check_sqlite_version(db: &DatabaseConnection) -> StoreResult<()> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, "select sqlite_version()")).await?;
    let text: String = row.and_then(|row| row.try_get_by_index(0).ok()).unwrap_or_default();
    let mut parts = text.split('.').map(|part| part.parse().unwrap_or(0));
    let version = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if version < OLDEST_SQLITE { Err(StoreError::OldSqlite(text)) } else { Ok(()) }
}
