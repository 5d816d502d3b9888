//! The database's file is moved, deleted or replaced while the program runs.

use std::path::{Path, PathBuf};

use dure_store::testing::TestStore;
use dure_store::{Actor, Location, StoreError, Trouble};

use super::{add, found, goes_on};

/// What takes a file away, and what puts it back.
type Ways = [(&'static str, fn(&Path), fn(&Path)); 4];

fn aside(path: &Path) -> PathBuf {
    path.with_extension("aside")
}

const WAYS: Ways = [
    (
        "moved away",
        |path| std::fs::rename(path, aside(path)).unwrap(),
        |path| std::fs::rename(aside(path), path).unwrap(),
    ),
    (
        "deleted",
        |path| {
            // Another name keeps what a deleted file would take along.
            std::fs::hard_link(path, aside(path)).unwrap();
            std::fs::remove_file(path).unwrap();
        },
        |path| std::fs::rename(aside(path), path).unwrap(),
    ),
    (
        "replaced",
        |path| {
            let other = path.with_extension("other");
            std::fs::copy(path, &other).unwrap();
            std::fs::rename(path, aside(path)).unwrap();
            std::fs::rename(other, path).unwrap();
        },
        |path| std::fs::rename(aside(path), path).unwrap(),
    ),
    (
        "its log taken away",
        |path| std::fs::rename(path.with_extension("db-wal"), aside(path)).unwrap(),
        |path| std::fs::rename(aside(path), path.with_extension("db-wal")).unwrap(),
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_gone_takes_no_writes_until_it_is_back() {
    for (way, take, give_back) in WAYS {
        let db = TestStore::sqlite().await;
        let Location::Sqlite(path) = db.store.location().clone() else { unreachable!() };
        found(&db.store, "앞").await.unwrap();
        assert_eq!(db.store.trouble().await, None);
        take(&path);
        assert_eq!(db.store.trouble().await, Some(Trouble::FileGone), "{way}: seen without a write");
        for _ in 0..3 {
            let refused = found(&db.store, "사이").await;
            assert!(matches!(refused, Err(StoreError::FileGone(_))), "{way}: {refused:?}");
        }
        assert_eq!(db.store.trouble().await, Some(Trouble::FileGone), "{way}");
        give_back(&path);
        assert_eq!(db.store.trouble().await, None, "{way}: recovers by itself");
        goes_on(&db.store, &["앞"]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_goes_during_an_act_is_not_committed_to() {
    let db = TestStore::sqlite().await;
    let Location::Sqlite(path) = db.store.location().clone() else { unreachable!() };
    let place = path.clone();
    let act = db.store.write(Actor::System, |tx| {
        let path = place.clone();
        async move {
            add(&tx, "사이").await?;
            std::fs::rename(&path, aside(&path)).unwrap();
            Ok::<_, StoreError>(())
        }
    });
    assert!(matches!(act.await, Err(StoreError::FileGone(_))));
    std::fs::rename(aside(&path), &path).unwrap();
    goes_on(&db.store, &[]).await;
}
