//! Addresses that differ by upper and lower case alone: found when the schema is brought up, refused from then on.
#![allow(clippy::unwrap_used, missing_docs)]

use dure_store::{Location, on_both};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

/// The schema as it was before one address was one person's, with people of that time.
const BEFORE: &[&str] = &[
    "drop index people_email",
    "alter table people drop column twin_email",
    "alter table people drop column came_in_at",
    "alter table people drop column links_from",
    "create unique index people_email on people (email) where email is not null and left_at is null",
    "create index people_email_any_case on people (lower(email))",
    "delete from seaql_migrations where version = '0006_one_address_one_person'",
    "insert into federations (id, name, region, created_at) values (#1, '강원', '', 1)",
    "insert into people (id, federation_id, name, email, created_at, password_hash) values \
     (#2, #1, '먼저', 'kim@dure.example', 1, null), (#3, #1, '나중', 'Kim@dure.example', 2, null), \
     (#4, #1, '먼저', 'LEE@dure.example', 1, null), (#5, #1, '회장', 'lee@dure.example', 2, 'hash'), \
     (#6, #1, '홀로', 'Park@dure.example', 1, null)",
    "insert into people (id, federation_id, name, email, created_at, left_at) values \
     (#7, #1, '떠난 분', 'KIM@dure.example', 0, 1)",
    "insert into appointments (id, federation_id, person_id, office, since) values (#8, #1, #5, 'staff', 1)",
];

on_both!(twins_of_an_older_database_are_parted_and_named, |db| async move {
    let raw = open(db.store.location()).await;
    for sql in BEFORE {
        perform(&raw, sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    let location = db.store.location().clone();
    db.store.clone().close().await.unwrap();
    let chance = std::sync::Arc::new(dure_store::Chance::seeded(1));
    let store = dure_store::Store::open(location, false, db.clock.clone(), chance).await.unwrap();
    let sql = "select email || '|' || coalesce(twin_email, '') from people where email is not null order by created_at, id";
    assert_eq!(
        texts(&raw, sql).await,
        ["kim@dure.example|", "kim@dure.example|", "park@dure.example|", "lee@dure.example|"]
    );
    let lost = texts(&raw, "select twin_email from people where email is null order by created_at").await;
    assert_eq!(lost, ["LEE@dure.example", "Kim@dure.example"], "nothing is lost: it is kept beside");
    let came_in = texts(&raw, "select name from people where came_in_at is not null").await;
    assert_eq!(came_in, ["회장"]);
    let findings = store.check(|_, _| {}).await.unwrap().findings;
    let found: Vec<_> = findings.iter().map(|finding| (finding.check, finding.rows)).collect();
    assert_eq!(found, [("address_lost", 2)]);
    perform(&raw, "update people set email = 'new' || created_at || '@dure.example' where email is null")
        .await
        .unwrap();
    assert_eq!(store.check(|_, _| {}).await.unwrap().findings, []);
    store.close().await.unwrap();
});

on_both!(the_database_knows_one_address_in_any_case, |db| async move {
    let raw = open(db.store.location()).await;
    for sql in [
        BEFORE[7],
        "insert into people (id, federation_id, name, email, created_at) values (#2, #1, '김', 'kim@dure.example', 1)",
    ] {
        perform(&raw, sql).await.unwrap();
    }
    let twin = "insert into people (id, federation_id, name, email, created_at) values (#3, #1, '김', 'KIM@dure.example', 1)";
    let refused = dure_store::StoreError::from(perform(&raw, twin).await.unwrap_err());
    assert!(matches!(&refused, dure_store::StoreError::Taken(name) if name == "people_email"), "{refused:?}");
});

async fn open(location: &Location) -> DatabaseConnection {
    let url = match location {
        Location::Sqlite(path) => format!("sqlite://{}?mode=rw", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

/// `#7` is an identifier.
async fn perform(db: &DatabaseConnection, sql: &str) -> Result<(), sea_orm::DbErr> {
    let postgres = db.get_database_backend() == DbBackend::Postgres;
    let mut text = sql.to_owned();
    for number in (1..=9).rev() {
        let id = if postgres {
            format!("'00000000-0000-0000-0000-{number:012}'")
        } else {
            format!("x'{number:032}'")
        };
        text = text.replace(&format!("#{number}"), &id);
    }
    db.execute_unprepared(&text).await.map(drop)
}

async fn texts(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}
