//! Backups can be taken while the server writes, and restored on either database; nothing is lost
//! when they cannot.
#![allow(clippy::unwrap_used, missing_docs)]

mod file;
mod older;
mod refused;
mod settled;
mod tables;

use dure_store::backup::{How, restore, verify};
use dure_store::testing::postgres_clone;
use dure_store::{Location, on_both};

use file::{backed_up, contents, folder, open};
use settled::{settle, settle_one};

on_both!(what_is_backed_up_comes_back_on_either_database, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let first = backed_up(&db.store, folder.path().join("first")).await;
    let to = [Location::Sqlite(folder.path().join("new.db")), Location::Postgres(postgres_clone().await)];
    for (number, to) in to.iter().enumerate() {
        let restored = restore(to, &first, How::default(), |_, _| {}).await.unwrap();
        assert!(restored.kept.is_none());
        let store = open(to).await;
        assert_eq!(counters(&store).await, 0, "the counter is ahead of every line of the feed");
        let again = backed_up(&store, folder.path().join(format!("again{number}"))).await;
        assert_eq!(contents(&again), contents(&first));
        // Numbers of the change feed go on from the highest.
        let seen = store.last_change().await.unwrap();
        settle_one(&store).await;
        assert_eq!(store.last_change().await.unwrap(), seen + 1);
        store.close().await.unwrap();
    }
});

/// How many counters `check` finds behind their rows.
async fn counters(store: &dure_store::Store) -> usize {
    let report = store.check(|_, _| {}).await.unwrap();
    report.findings.iter().filter(|found| found.check == "counter").count()
}

on_both!(a_backup_holds_one_instant_while_others_write, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let writing = db.store.clone();
    let writer = tokio::spawn(async move {
        for _ in 0..40 {
            settle_one(&writing).await;
        }
    });
    for number in 0..4 {
        let path = backed_up(&db.store, folder.path().join(number.to_string())).await;
        let header = verify(&path).unwrap();
        // `settle` leaves two entries of the audit for one federation, `settle_one` one for one.
        assert_eq!(header.rows["audit"], header.rows["federations"] + 1);
        assert_eq!(header.rows["changes"], header.rows["audit"]);
    }
    writer.await.unwrap();
});
