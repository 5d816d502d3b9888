//! What cannot be restored is refused, and nothing is lost.

use std::fs;

use dure_store::backup::{Fault, How, restore};
use dure_store::testing::TestStore;
use dure_store::{Location, StoreError, on_both};
use dure_tables::{audit, changes, federations, firms, people};
use sea_orm::{EntityTrait, PaginatorTrait};
use sha2::Digest;

use crate::file::{backed_up, folder, open, packed, unpacked};
use crate::settled::{settle, settle_one};

const REPLACE: How = How { replace: true, mend: false };

on_both!(a_database_with_something_in_it_is_replaced_only_when_asked, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("backup")).await;
    settle_one(&db.store).await;
    let location = db.store.location().clone();
    // The store still has it open, as a server would.
    let in_use = restore(&location, &backup, REPLACE, |_, _| {}).await;
    assert!(matches!(in_use, Err(StoreError::InUse(_))), "{in_use:?}");
    db.store.clone().close().await.unwrap();
    let full = restore(&location, &backup, How::default(), |_, _| {}).await;
    assert!(matches!(full, Err(StoreError::NotEmpty(_))), "{full:?}");
    let restored = restore(&location, &backup, REPLACE, |_, _| {}).await.unwrap();
    let store = open(&location).await;
    assert_eq!(federations::Entity::find().count(store.read()).await.unwrap(), 1);
    if let Location::Sqlite(_) = location {
        let kept = open(&Location::Sqlite(restored.kept.unwrap())).await;
        assert_eq!(federations::Entity::find().count(kept.read()).await.unwrap(), 2, "the old one is kept");
    }
    store.close().await.unwrap();
});

on_both!(a_spoilt_backup_is_refused_and_the_database_left_alone, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("backup")).await;
    let location = db.store.location().clone();
    db.store.clone().close().await.unwrap();
    let bytes = fs::read(&backup).unwrap();
    let spoilt = folder.path().join("spoilt");
    let refused = async |bytes: &[u8]| {
        fs::write(&spoilt, bytes).unwrap();
        match restore(&location, &spoilt, REPLACE, |_, _| {}).await {
            Err(StoreError::Backup(fault)) => fault,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(b"a,b,c\n1,2,3\n").await, Fault::Foreign);
    assert_eq!(refused(&bytes[..bytes.len() / 2]).await, Fault::CutOff);
    assert_eq!(refused(&packed("{\"dure_backup\":3}\n")).await, Fault::Newer("format 3".into()));
    let text = unpacked(&bytes);
    let other_name = text.replace("한빛정밀", "달빛정밀");
    assert!(matches!(refused(&packed(&other_name)).await, Fault::Damaged(_)));
    let newer = text.replace("\"0001_foundation\"", "\"0001_foundation\",\"9999_later\"");
    assert!(matches!(refused(&packed(&newer)).await, Fault::Newer(_)));
    let store = open(&location).await;
    assert_eq!(firms::Entity::find().count(store.read()).await.unwrap(), 1);
    assert_eq!(audit::Entity::find().count(store.read()).await.unwrap(), 2);
    assert_eq!(changes::Entity::find().count(store.read()).await.unwrap(), 2);
    store.close().await.unwrap();
});

#[tokio::test]
async fn a_damaged_file_is_replaced_and_kept() {
    let db = TestStore::sqlite().await;
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("backup")).await;
    let damaged = folder.path().join("damaged.db");
    fs::write(&damaged, b"no database at all, but long enough to look at: ".repeat(100)).unwrap();
    let location = Location::Sqlite(damaged.clone());
    let refused = restore(&location, &backup, How::default(), |_, _| {}).await;
    assert!(matches!(refused, Err(StoreError::Unreadable(_))), "{refused:?}");
    let restored = restore(&location, &backup, REPLACE, |_, _| {}).await.unwrap();
    assert!(fs::read(restored.kept.unwrap()).unwrap().starts_with(b"no database"));
    assert_eq!(people::Entity::find().count(open(&location).await.read()).await.unwrap(), 1);
}

on_both!(a_text_that_postgresql_cannot_hold_is_named_before_anything_is_touched, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("backup")).await;
    let text = unpacked(&fs::read(&backup).unwrap());
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if line.starts_with('[') {
                line.replace("한빛정밀", "한빛\\u0000정밀")
            } else {
                line.to_owned()
            }
        })
        .collect();
    let body = lines[..lines.len() - 1].join("\n") + "\n";
    let sum =
        sha2::Sha256::digest(body.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    fs::write(&backup, packed(&format!("{body}{{\"sha256\":\"{sum}\"}}\n"))).unwrap();
    let location = db.store.location().clone();
    db.store.clone().close().await.unwrap();
    let restored = restore(&location, &backup, REPLACE, |_, _| {}).await;
    if matches!(location, Location::Postgres(_)) {
        let Err(StoreError::Backup(Fault::Unstorable { rows, named })) = restored else {
            panic!("{restored:?}")
        };
        assert!(
            rows >= 1
                && named.iter().any(|row| row.starts_with("firms.name ") && row.ends_with("(한빛정밀)")),
            "{named:?}"
        );
        let store = open(&location).await;
        assert_eq!(firms::Entity::find().count(store.read()).await.unwrap(), 1, "nothing was touched");
        store.close().await.unwrap();
    } else {
        restored.unwrap();
        let store = open(&location).await;
        let found = store.check(|_, _| {}).await.unwrap().findings;
        assert!(
            found.iter().any(|found| found.check == "unstorable" && found.place == "firms.name"),
            "{found:?}"
        );
        store.close().await.unwrap();
    }
    restore(&location, &backup, How { replace: true, mend: true }, |_, _| {}).await.unwrap();
    let store = open(&location).await;
    let firm = firms::Entity::find().one(store.read()).await.unwrap().unwrap();
    assert_eq!(firm.name, "한빛정밀");
    assert!(store.check(|_, _| {}).await.unwrap().findings.iter().all(|found| found.check != "unstorable"));
    store.close().await.unwrap();
});
