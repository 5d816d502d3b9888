//! A small database with one person who is signed in.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::{Day, Id, Subject};
use dure_store::{Actor, Chance, Record, Store, StoreError, SystemClock, Tx, testing};
use dure_tables::{difficulties, groups, memberships};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use sha2::{Digest, Sha256};

const TOKEN: [u8; 32] = [7; 32];

/// Opens a database from outside of the program.
pub async fn open(database: &str) -> Store {
    let Ok(location) = database.parse();
    Store::open(location, true, Arc::new(SystemClock), Arc::new(Chance::from_machine())).await.unwrap()
}

/// A setting of a database that no server holds.
pub async fn setting(database: &str, name: &str) -> Option<String> {
    let store = open(database).await;
    let value = store.setting(name).await.unwrap();
    store.close().await.unwrap();
    value
}

/// Fills a new database; gives the cookie of the person.
pub async fn settle(database: &str) -> String {
    let store = open(database).await;
    let settled: Result<(), StoreError> =
        store.write(Actor::System, |tx| async move { village(&tx).await }).await;
    settled.unwrap();
    store.close().await.unwrap();
    format!("dure_session={}", BASE64.encode(TOKEN))
}

async fn village(tx: &Tx) -> Result<(), StoreError> {
    let settled = testing::settle(tx, "강원연합회", Sha256::digest(TOKEN).to_vec()).await?;
    let federation = settled.federation;
    let group = groups::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        name: Set("한울회".into()),
        created_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let group = group.insert(tx.db()).await?;
    let membership = memberships::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        group_id: Set(group.id),
        firm_id: Set(settled.firm),
        delegate_id: Set(Some(settled.person)),
        joined_on: Set(Some(Day::from_number(16_000))),
        created_at: Set(tx.at()),
        ..Default::default()
    };
    membership.insert(tx.db()).await?;
    let (subject, id) = (Subject::Firm, settled.firm.uuid());
    let federation = Some(federation);
    tx.record(Record { action: "test.settle", subject, id, federation, before: None, after: None });
    Ok(())
}

/// Titles of all difficulties.
pub async fn titles(database: &str) -> Vec<String> {
    let store = open(database).await;
    let rows = difficulties::Entity::find().all(store.read()).await.unwrap();
    store.close().await.unwrap();
    rows.into_iter().map(|row| row.title).collect()
}

/// The form of a difficulty with this title.
pub fn form(title: &str) -> [(&'static str, &str); 5] {
    let problem =
        "난간 받침쇠에 석 달 만에 녹이 올라와서 납품한 곳에서 돌려보냅니다. 도금을 두껍게 해도 같습니다.";
    [
        ("title", title),
        ("problem", problem),
        ("solved_when", "염수분무 240시간을 견디면 됩니다."),
        ("need", "quality"),
        ("visibility", "federation"),
    ]
}
