//! Restoring into PostgreSQL, in one transaction.

use std::path::Path;
use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, Statement, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use super::super::Header;
use super::How;
use super::load::load;
use crate::migrate::{MIGRATION_LOCK, MIGRATIONS, Migrator};
use crate::pool::{Discard, postgres_pool};
use crate::schema::tables;
use crate::{Location, StoreError, StoreResult};

/// Sessions of other programs of ours.
const OTHERS: &str = "select count(*) from pg_stat_activity \
    where datname = current_database() and application_name = 'dure' and pid <> pg_backend_pid()";
/// A server that was just stopped is still seen for a moment: its sessions end after it.
const LOOKS: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(100);

async fn wait_until_alone(db: &DatabaseConnection) -> StoreResult<()> {
    for _ in 0..LOOKS {
        if number(db, OTHERS).await? == 0 {
            break;
        }
        tokio::time::sleep(BETWEEN).await;
    }
    Ok(())
}

pub async fn restore(
    url: &str,
    path: &Path,
    header: &Header,
    how: How,
    progress: &mut dyn FnMut(u64),
) -> StoreResult<()> {
    let db = postgres_pool(url, 1, Discard::default()).await?;
    let place = || Location::Postgres(url.to_owned()).to_string();
    wait_until_alone(&db).await?;
    let tx = db.begin().await?;
    tx.execute_unprepared(&format!("select pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
    if number(&tx, OTHERS).await? > 0 {
        return Err(StoreError::InUse(place()));
    }
    if !how.replace && has_contents(&tx).await? {
        return Err(StoreError::NotEmpty(place()));
    }
    for table in tables(MIGRATIONS.len()).iter().rev() {
        tx.execute_unprepared(&format!("drop table if exists {} cascade", table.name)).await?;
    }
    tx.execute_unprepared("drop table if exists seaql_migrations").await?;
    Migrator::up(&tx, Some(u32::try_from(header.schema.len()).unwrap_or(u32::MAX))).await?;
    load(&tx, path, header, how.mend, progress).await?;
    Migrator::up(&tx, None).await?;
    tx.commit().await?;
    Ok(db.close().await?)
}

/// A database without a federation and without people is as good as new.
async fn has_contents(tx: &DatabaseTransaction) -> StoreResult<bool> {
    for table in ["federations", "people"] {
        let there = format!(
            "select count(*) from pg_tables where schemaname = current_schema() and tablename = '{table}'"
        );
        if number(tx, &there).await? > 0 && number(tx, &format!("select count(*) from {table}")).await? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn number(db: &impl ConnectionTrait, sql: &str) -> StoreResult<i64> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}
