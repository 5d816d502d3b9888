//! The schema: one ordered list of SQL texts for both databases, applied by SeaORM's migrator.

use std::collections::HashMap;
use std::sync::LazyLock;

use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, TransactionTrait};
use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager};

use crate::error::{StoreError, StoreResult};

/// Every migration in order. Add a line, never change an old one.
pub(crate) const MIGRATIONS: &[(&str, &str)] = &[
    ("0001_foundation", include_str!("../../../migrations/0001_foundation.sql")),
    ("0002_formation", include_str!("../../../migrations/0002_formation.sql")),
    ("0003_kinds_of_worth", include_str!("../../../migrations/0003_kinds_of_worth.sql")),
    ("0004_whom_to_ask", include_str!("../../../migrations/0004_whom_to_ask.sql")),
    ("0005_acts_done_once", include_str!("../../../migrations/0005_acts_done_once.sql")),
    ("0006_one_address_one_person", include_str!("../../../migrations/0006_one_address_one_person.sql")),
    ("0007_letters_in_parts", include_str!("../../../migrations/0007_letters_in_parts.sql")),
    ("0008_anonymous_by_day", include_str!("../../../migrations/0008_anonymous_by_day.sql")),
    ("0009_files", include_str!("../../../migrations/0009_files.sql")),
    ("0010_federation_settings", include_str!("../../../migrations/0010_federation_settings.sql")),
    ("0011_inbox", include_str!("../../../migrations/0011_inbox.sql")),
    ("0012_comments", include_str!("../../../migrations/0012_comments.sql")),
    ("0013_asks_seen", include_str!("../../../migrations/0013_asks_seen.sql")),
];

/// Two nodes that start at once must not both migrate; any number does that is used for this alone.
pub(crate) const MIGRATION_LOCK: i64 = 0x6475_7265;

/// The list as SeaORM wants it.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let boxed = |&(name, sql)| Box::new(SqlText { name, sql }) as Box<dyn MigrationTrait>;
        MIGRATIONS.iter().map(boxed).collect()
    }
}

struct SqlText {
    name: &'static str,
    sql: &'static str,
}

impl MigrationName for SqlText {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait]
impl MigrationTrait for SqlText {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let sql = in_dialect(self.sql, manager.get_database_backend());
        for statement in sql.split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
            db.execute_unprepared(statement).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Fills in the three words that differ between the databases and drops comments.
fn in_dialect(sql: &str, backend: DbBackend) -> String {
    let (uuid, bytes, counter) = match backend {
        DbBackend::Postgres => ("uuid", "bytea", "bigint generated always as identity primary key"),
        _ => ("blob", "blob", "integer primary key autoincrement"),
    };
    let lines = sql.lines().filter(|line| !line.trim_start().starts_with("--"));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace("{uuid}", uuid).replace("{bytes}", bytes).replace("{counter}", counter)
}

/// How the schema of a database relates to this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemaState {
    /// Exactly what this program expects.
    Current,
    /// Some migrations are still to be applied (all of them in a new database).
    Behind(usize),
    /// The database has seen this migration, which the program does not know.
    Newer(String),
}

/// Compares the database with this program, changing nothing.
pub async fn schema_state(db: &DatabaseConnection) -> StoreResult<SchemaState> {
    let applied = applied_names(db).await;
    if let Some(unknown) = applied.iter().find(|name| !MIGRATIONS.iter().any(|(known, _)| known == name)) {
        return Ok(SchemaState::Newer(unknown.clone()));
    }
    match MIGRATIONS.len() - applied.len() {
        0 => Ok(SchemaState::Current),
        missing => Ok(SchemaState::Behind(missing)),
    }
}

/// Names of the migrations that the database has seen; none when it has no table of them yet.
pub(crate) async fn applied_names(db: &impl ConnectionTrait) -> Vec<String> {
    let sql = "select version from seaql_migrations order by version";
    let rows = db.query_all_raw(sea_orm::Statement::from_string(db.get_database_backend(), sql)).await;
    rows.unwrap_or_default().iter().filter_map(|row| row.try_get_by_index(0).ok()).collect()
}

/// Brings the database up to this program, one node at a time.
pub async fn migrate(db: &DatabaseConnection) -> StoreResult<()> {
    match schema_state(db).await? {
        SchemaState::Current => Ok(()),
        SchemaState::Newer(name) => Err(StoreError::Newer(name)),
        SchemaState::Behind(_) if db.get_database_backend() == DbBackend::Postgres => {
            let tx = db.begin().await?;
            tx.execute_unprepared(&format!("select pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
            Migrator::up(&tx, None).await?;
            Ok(tx.commit().await?)
        }
        SchemaState::Behind(_) => Ok(Migrator::up(db, None).await?),
    }
}

/// The unique index over these columns (`memberships.group_id, memberships.firm_id`), which is how
/// SQLite reports a violation.
pub fn constraint_of_columns(columns: &str) -> Option<String> {
    static INDEXES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        MIGRATIONS.iter().flat_map(|(_, sql)| sql.lines()).filter_map(unique_index).collect()
    });
    INDEXES.get(columns.trim()).cloned()
}

/// `create unique index NAME on TABLE (a, b) ...` as (`TABLE.a, TABLE.b`, NAME).
fn unique_index(line: &str) -> Option<(String, String)> {
    let (name, rest) = line.strip_prefix("create unique index ")?.split_once(" on ")?;
    let (table, rest) = rest.split_once(" (")?;
    let (columns, _) = rest.split_once(')')?;
    let full: Vec<String> = columns.split(", ").map(|column| format!("{table}.{column}")).collect();
    Some((full.join(", "), name.to_owned()))
}
