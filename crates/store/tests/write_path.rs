//! The promises of the write path, on both databases.
#![allow(clippy::unwrap_used, missing_docs)]

use dure_domain::{FederationId, Id, Moment, Subject};
use dure_store::testing::TestStore;
use dure_store::{Actor, Lane, Record, Store, StoreError, Tx, on_both};
use dure_tables::{audit, federations, groups};
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};

const EVERY: Lane<'static> = Lane::AllBut(&[]);

fn founded(tx: &Tx, id: FederationId) -> Record {
    Record {
        action: "federation.found",
        subject: Subject::Federation,
        id: id.uuid(),
        federation: Some(id),
        before: None,
        after: Some(serde_json::json!({ "at": tx.at().millis() })),
    }
}

async fn found(store: &Store, name: &'static str) -> Result<FederationId, StoreError> {
    store
        .write(Actor::System, |tx| async move {
            let id: FederationId = tx.id();
            let row = federations::ActiveModel {
                id: Set(id),
                name: Set(name.into()),
                region: Set("강원".into()),
                created_at: Set(tx.at()),
            };
            row.insert(tx.db()).await?;
            tx.record(founded(&tx, id));
            Ok(id)
        })
        .await
}

on_both!(a_write_leaves_an_audit_entry_and_a_change, |db| async move {
    let id = found(&db.store, "강원").await.unwrap();
    let entry = audit::Entity::find().one(db.store.read()).await.unwrap().unwrap();
    assert_eq!((entry.action.as_str(), entry.subject_id), ("federation.found", id.uuid()));
    let changes = db.store.changes_since(0, 10).await.unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].id, id.uuid());
});

on_both!(a_write_without_an_audit_entry_is_refused_and_undone, |db| async move {
    let result: Result<(), StoreError> = db
        .store
        .write(Actor::System, |tx| async move {
            let row = federations::ActiveModel {
                id: Set(tx.id()),
                name: Set("몰래".into()),
                region: Set("강원".into()),
                created_at: Set(tx.at()),
            };
            row.insert(tx.db()).await?;
            Ok(())
        })
        .await;
    assert!(matches!(result, Err(StoreError::Unaudited)));
    assert_eq!(federations::Entity::find().count(db.store.read()).await.unwrap(), 0);
});

on_both!(a_broken_rule_is_named_alike, |db| async move {
    let federation = found(&db.store, "강원").await.unwrap();
    let add = || {
        db.store.write::<_, StoreError, _, _>(Actor::System, |tx| async move {
            tx.quiet();
            let row = groups::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                name: Set("한울".into()),
                created_at: Set(tx.at()),
                version: Set(1),
                ..Default::default()
            };
            row.insert(tx.db()).await?;
            Ok(())
        })
    };
    add().await.unwrap();
    assert!(matches!(add().await, Err(StoreError::Taken(name)) if name == "groups_name"));
});

on_both!(no_increment_is_lost_when_writers_meet, |db| async move {
    let mut writers = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let store = db.store.clone();
        writers.spawn(async move {
            for _ in 0..5 {
                count_up(&store).await;
            }
        });
    }
    writers.join_all().await;
    assert_eq!(db.store.setting("count").await.unwrap().as_deref(), Some("40"));
});

async fn count_up(store: &Store) {
    let done: Result<(), StoreError> = store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            let row = dure_tables::settings::Entity::find_by_id("count".to_owned()).one(tx.db()).await?;
            let count: u32 = row.map_or(0, |row| row.value.parse().unwrap());
            tx.set_setting("count", &(count + 1).to_string()).await
        })
        .await;
    done.unwrap();
}

on_both!(a_job_is_taken_once_and_again_after_its_lease, |db| async move {
    let TestStore { store, clock, .. } = &db;
    let made: Result<(), StoreError> = store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            tx.job("mail", &"hello", tx.at()).map(drop)
        })
        .await;
    made.unwrap();
    assert_eq!(store.take_job(Lane::AllBut(&["mail"]), 60).await.unwrap(), None, "it is of the other lane");
    let job = store.take_job(Lane::Only(&["mail"]), 60).await.unwrap().unwrap();
    assert_eq!((job.kind.as_str(), job.attempts), ("mail", 1));
    assert_eq!(store.take_job(EVERY, 60).await.unwrap(), None);
    clock.advance_secs(59);
    store.renew_job(job.id, 60).await.unwrap();
    clock.advance_secs(59);
    assert_eq!(store.take_job(EVERY, 60).await.unwrap(), None, "it is still being worked on");
    clock.advance_secs(2);
    let again = store.take_job(EVERY, 60).await.unwrap().unwrap();
    assert_eq!((again.id, again.attempts), (job.id, 2));
    store.finish_job(job.id).await.unwrap();
    clock.advance_secs(600);
    assert_eq!(store.take_job(EVERY, 60).await.unwrap(), None);
});

on_both!(a_moment_comes_back_as_it_was, |db| async move {
    let id = found(&db.store, "강원").await.unwrap();
    let row = federations::Entity::find_by_id(id).one(db.store.read()).await.unwrap().unwrap();
    assert_eq!(row.created_at, db.store.now());
    assert!(row.created_at > Moment::from_millis(0));
});

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_is_nobody_elses_to_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    let clock = std::sync::Arc::new(dure_store::SystemClock);
    let chance = std::sync::Arc::new(dure_store::Chance::seeded(1));
    let store =
        dure_store::Store::open(dure_store::Location::Sqlite(path), true, clock, chance).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap).collect();
    assert!(files.len() > 1, "the file and its log");
    for file in files {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
    }
    store.close().await.unwrap();
}
