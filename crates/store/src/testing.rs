//! Throw-away databases, and one story told on both.
//!
//! PostgreSQL is started around the whole test run by `scripts/with-postgres`, which names it in
//! `DURE_TEST_POSTGRES`; each test gets a clone of one migrated database.

use std::sync::Arc;

use dure_domain::{FederationId, FirmId, Moment, PersonId, Won};
use dure_tables::{federations, firms, people, sessions};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Database, DatabaseConnection, Set};
use tempfile::TempDir;

use crate::error::StoreResult;
use crate::{Chance, FixedClock, Location, Store, Tx};

/// The instant at which every test begins: Monday 2026-11-23, 10:00 in Korea.
pub const MORNING: Moment = Moment::from_millis(1_795_395_600_000);
const TEMPLATE: &str = "dure_template";
const TEMPLATE_LOCK: i64 = 0x6475_7267;

/// A store of its own for one test, with a clock that the test moves.
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    _folder: Option<TempDir>,
}

impl TestStore {
    /// A new SQLite file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let location = Location::Sqlite(folder.path().join("test.db"));
        Self::open(location, Some(folder)).await
    }

    /// A clone of the migrated PostgreSQL database.
    pub async fn postgres() -> Self {
        Self::open(Location::Postgres(postgres_clone().await), None).await
    }

    async fn open(location: Location, folder: Option<TempDir>) -> Self {
        let clock = Arc::new(FixedClock::at(MORNING));
        let chance = Arc::new(Chance::seeded(7));
        let store = Store::open(location, true, clock.clone(), chance).await.expect("a test database");
        Self { store, clock, _folder: folder }
    }
}

/// Who is there after [`settle`].
#[derive(Debug, Clone, Copy)]
pub struct Settled {
    /// The federation.
    pub federation: FederationId,
    /// Its one firm.
    pub firm: FirmId,
    /// The firm's one person, who is signed in.
    pub person: PersonId,
}

/// A federation of this name with one firm and one person, who is signed in with a token of this hash.
///
/// # Errors
/// When the database refuses a row.
pub async fn settle(tx: &Tx, name: &str, token_hash: Vec<u8>) -> StoreResult<Settled> {
    let federation = federations::ActiveModel {
        id: Set(tx.id()),
        name: Set(name.to_owned()),
        region: Set("강원".into()),
        created_at: Set(tx.at()),
    };
    let federation = federation.insert(tx.db()).await?.id;
    let firm = firms::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        name: Set("한빛정밀".into()),
        revenue_won: Set(Some(Won(12_300_000_000))),
        employees: Set(Some(42)),
        created_at: Set(tx.at()),
        updated_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let firm = firm.insert(tx.db()).await?.id;
    let person = people::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        firm_id: Set(Some(firm)),
        name: Set("김대장".into()),
        lang: Set("ko".into()),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let person = person.insert(tx.db()).await?.id;
    let session = sessions::ActiveModel {
        id: Set(tx.id()),
        token_hash: Set(token_hash),
        person_id: Set(person),
        created_at: Set(tx.at()),
        seen_at: Set(tx.at()),
        expires_at: Set(tx.at().plus_days(90)),
        ..Default::default()
    };
    session.insert(tx.db()).await?;
    Ok(Settled { federation, firm, person })
}

impl Store {
    /// Makes as if the disk had room for so many more pages of 4 kB; none for all it has.
    pub async fn leave_room(&self, pages: Option<u32>) {
        let sqlite = |sql: &'static str| sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, sql);
        let row = self.writer.query_one_raw(sqlite("pragma page_count")).await.expect("an answer");
        let used: u32 = row.and_then(|row| row.try_get_by_index(0).ok()).expect("a number");
        let most = pages.map_or(u32::MAX - 1, |pages| used + pages);
        self.writer.execute_unprepared(&format!("pragma max_page_count = {most}")).await.expect("a limit");
    }
}

/// The address of a new, migrated database on the test server.
pub async fn postgres_clone() -> String {
    let server = std::env::var("DURE_TEST_POSTGRES")
        .expect("no PostgreSQL for tests: run them through `make test` or `scripts/with-postgres COMMAND`");
    let admin = Database::connect(format!("{server}/postgres")).await.expect("the test server");
    make_template(&admin, &server).await;
    // The one place that may ask the machine: names of databases must differ between test processes.
    #[allow(clippy::disallowed_methods)]
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let clone = format!("create database {name} template {TEMPLATE}");
    admin.execute_unprepared(&clone).await.expect("a clone of the template");
    admin.close().await.expect("closing");
    format!("{server}/{name}")
}

/// Makes the template once; the session lock holds back tests that start at the same time.
async fn make_template(admin: &DatabaseConnection, server: &str) {
    let mut alone = sea_orm::ConnectOptions::new(format!("{server}/postgres"));
    alone.max_connections(1);
    let lock = Database::connect(alone).await.expect("the test server");
    lock.execute_unprepared(&format!("select pg_advisory_lock({TEMPLATE_LOCK})")).await.expect("the lock");
    let query = format!("select 1 from pg_database where datname = '{TEMPLATE}'");
    let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Postgres, query);
    if admin.query_one_raw(statement).await.expect("the list of databases").is_none() {
        let building = format!("{TEMPLATE}_building");
        admin.execute_unprepared(&format!("create database {building}")).await.expect("the template");
        let db = Database::connect(format!("{server}/{building}")).await.expect("the template");
        crate::migrate::migrate(&db).await.expect("the migrations");
        db.close().await.expect("closing");
        let rename = format!("alter database {building} rename to {TEMPLATE}");
        admin.execute_unprepared(&rename).await.expect("renaming");
    }
    lock.close().await.expect("closing");
}

/// Tells one story on SQLite and on PostgreSQL:
/// `on_both!(a_firm_joins, |db| async move { ... });` where `db` is a [`TestStore`].
#[macro_export]
macro_rules! on_both {
    ($name:ident, |$db:ident| $story:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn story($db: $crate::testing::TestStore) {
                $story.await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story($crate::testing::TestStore::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                story($crate::testing::TestStore::postgres().await).await;
            }
        }
    };
}
