//! Nothing that was acknowledged is lost, and nothing that was refused is kept, wherever the database goes
//! away. What is there is always asked through a new connection: the one that wrote could be mistaken.
#![allow(clippy::unwrap_used, missing_docs)]

mod gone;

use std::sync::Arc;

use dure_domain::{FederationId, Id, Subject};
use dure_store::sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, PaginatorTrait, Set};
use dure_store::testing::{MORNING, TestStore};
use dure_store::{
    Actor, Chance, FixedClock, Location, Point, Record, Store, StoreError, StoreResult, Trouble, Tx, on_both,
};
use dure_tables::{audit, federations};
use proptest::prelude::*;

async fn add(tx: &Tx, name: &str) -> StoreResult<()> {
    let id: FederationId = tx.id();
    let row = federations::ActiveModel {
        id: Set(id),
        name: Set(name.into()),
        region: Set("강원".into()),
        created_at: Set(tx.at()),
    };
    row.insert(tx.db()).await?;
    tx.record(Record {
        action: "federation.found",
        subject: Subject::Federation,
        id: id.uuid(),
        federation: Some(id),
        before: None,
        after: None,
    });
    Ok(())
}

async fn found(store: &Store, name: &str) -> StoreResult<()> {
    store.write(Actor::System, |tx| async move { add(&tx, name).await }).await
}

/// The names that another program finds in the database.
async fn names(store: &Store) -> Vec<String> {
    let clock = Arc::new(FixedClock::at(MORNING));
    let other = Store::connect(store.location().clone(), false, clock, Arc::new(Chance::seeded(1)));
    let other = other.await.unwrap();
    let mut names: Vec<_> = federations::Entity::find()
        .all(other.read())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.name)
        .collect();
    other.close().await.unwrap();
    names.sort();
    names
}

/// The store goes on writing after what has happened to it.
async fn goes_on(store: &Store, before: &[&str]) {
    for name in ["뒤1", "뒤2", "뒤3"] {
        found(store, name).await.unwrap();
    }
    let mut expected: Vec<_> = before.iter().copied().chain(["뒤1", "뒤2", "뒤3"]).collect();
    expected.sort_unstable();
    assert_eq!(names(store).await, expected);
    assert_eq!(store.trouble().await, None);
}

on_both!(a_database_gone_before_the_act_keeps_nothing, |db| async move {
    db.store.lose_database(Point::Begin, 0);
    assert!(matches!(found(&db.store, "앞").await, Err(StoreError::Unreachable(_))));
    goes_on(&db.store, &[]).await;
});

on_both!(a_database_gone_during_the_act_keeps_nothing, |db| async move {
    for statement in 0..3 {
        db.store.lose_database(Point::Statement, statement);
        assert!(found(&db.store, "앞").await.is_err(), "statement {statement}");
    }
    assert_eq!(names(&db.store).await, [""; 0]);
    goes_on(&db.store, &[]).await;
});

on_both!(a_database_gone_before_the_commit_keeps_nothing, |db| async move {
    db.store.lose_database(Point::Commit, 0);
    assert!(matches!(found(&db.store, "앞").await, Err(StoreError::Unreachable(_))));
    goes_on(&db.store, &[]).await;
});

on_both!(a_commit_whose_answer_was_lost_is_told_as_kept, |db| async move {
    let commits = db.store.commits();
    db.store.lose_database(Point::Answer, 0);
    found(&db.store, "앞").await.unwrap();
    assert!(db.store.commits() > commits, "who waits for news is told");
    goes_on(&db.store, &["앞"]).await;
});

on_both!(an_act_without_an_entry_whose_answer_was_lost_is_told_as_unknown, |db| async move {
    db.store.lose_database(Point::Answer, 0);
    let quiet = db.store.write(Actor::System, |tx| async move {
        tx.quiet();
        tx.set_setting("a", "1").await
    });
    assert!(matches!(quiet.await, Err(StoreError::Unknown)));
    goes_on(&db.store, &[]).await;
});

on_both!(an_act_that_cannot_be_undone_is_not_kept_by_the_next, |db| async move {
    db.store.lose_database(Point::Rollback, 0);
    let undone: StoreResult<()> = db
        .store
        .write(Actor::System, |tx| async move {
            add(&tx, "앞").await?;
            Err(StoreError::Unaudited)
        })
        .await;
    assert!(matches!(undone, Err(StoreError::Unaudited)), "the act's own error");
    goes_on(&db.store, &[]).await;
});

on_both!(an_act_that_goes_on_after_a_failed_statement_is_not_kept, |db| async move {
    let stubborn: StoreResult<()> = db
        .store
        .write(Actor::System, |tx| async move {
            add(&tx, "앞").await?;
            let _ = tx.db().execute_unprepared("insert into no_such_table values (1)").await;
            Ok(())
        })
        .await;
    assert!(matches!(stubborn, Err(StoreError::Broken)));
    goes_on(&db.store, &[]).await;
});

/// Lets the commit itself be refused, by a rule that is only looked at then.
async fn refused_at_commit(store: &Store) -> StoreError {
    let postgres = matches!(store.location(), Location::Postgres(_));
    if postgres {
        let sql = "create table late (id integer primary key, other integer references late (id) \
                   deferrable initially deferred)";
        let made: StoreResult<()> = store
            .write(Actor::System, |tx| async move {
                tx.quiet();
                tx.db().execute_unprepared("drop table if exists late").await?;
                tx.db().execute_unprepared(sql).await?;
                Ok(())
            })
            .await;
        made.unwrap();
    }
    let refused: StoreResult<()> = store
        .write(Actor::System, |tx| async move {
            add(&tx, "거절").await?;
            if postgres {
                tx.db().execute_unprepared("insert into late values (1, 2)").await?;
            } else {
                tx.db().execute_unprepared("pragma defer_foreign_keys = on").await?;
                let orphan = "insert into sessions (id, token_hash, person_id, created_at, seen_at, expires_at, \
                              agent, opened_by) values (x'01', x'01', x'02', 0, 0, 0, '', '')";
                tx.db().execute_unprepared(orphan).await?;
            }
            Ok(())
        })
        .await;
    refused.unwrap_err()
}

on_both!(a_commit_that_is_refused_is_not_kept_and_nor_is_it_by_the_next, |db| async move {
    for _ in 0..3 {
        let error = refused_at_commit(&db.store).await;
        assert!(matches!(error, StoreError::Reference(_)), "{error}");
    }
    goes_on(&db.store, &[]).await;
});

on_both!(a_dropped_act_is_not_kept_by_the_next, |db| async move {
    for _ in 0..20 {
        let act = db.store.write::<(), StoreError, _, _>(Actor::System, |tx| async move {
            add(&tx, "앞").await?;
            tokio::time::sleep(std::time::Duration::from_secs(60)).await;
            Ok(())
        });
        let _ = tokio::time::timeout(std::time::Duration::from_millis(15), act).await;
    }
    goes_on(&db.store, &[]).await;
});

on_both!(trouble_is_seen_and_goes_by_itself, |db| async move {
    assert_eq!(db.store.trouble().await, None);
    db.store.lose_database(Point::Commit, 0);
    db.store.lose_database(Point::Begin, 1);
    found(&db.store, "앞").await.unwrap_err();
    assert_eq!(db.store.trouble().await, Some(Trouble::Unreachable), "the probe fails, too");
    assert_eq!(db.store.trouble().await, None, "the next one is kept");
});

/// A session that is ended while its commit is under way: nothing was kept, and nothing ever will be.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_ends_during_its_commit_is_settled() {
    let db = TestStore::postgres().await;
    let sql = [
        "create table slow (id integer)",
        "create function doze() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return null; end $$",
        "create constraint trigger doze after insert on slow deferrable initially deferred for each row execute function doze()",
    ];
    let made: StoreResult<()> = db
        .store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            for statement in sql {
                tx.db().execute_unprepared(statement).await?;
            }
            Ok(())
        })
        .await;
    made.unwrap();
    let act = db.store.write::<(), StoreError, _, _>(Actor::System, |tx| async move {
        add(&tx, "앞").await?;
        tx.db().execute_unprepared("insert into slow values (1)").await?;
        Ok(())
    });
    let end = async {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        let sql = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() \
                   and state = 'active' and query ilike 'commit%'";
        db.store.read().execute_unprepared(sql).await.unwrap();
    };
    let (acted, ()) = tokio::join!(act, end);
    assert!(matches!(acted, Err(StoreError::Unreachable(_))), "{acted:?}");
    let lost = audit::Entity::find().all(db.store.read()).await.unwrap();
    assert_eq!(lost.iter().filter(|entry| entry.action == "act.lost").count(), 1, "its place is taken");
    goes_on(&db.store, &[]).await;
}

fn point() -> impl Strategy<Value = Option<(Point, u32)>> {
    let any = prop_oneof![
        Just(Point::Begin),
        Just(Point::Statement),
        Just(Point::Commit),
        Just(Point::Answer),
        Just(Point::Rollback)
    ];
    prop::option::of((any, 0_u32..4))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn what_was_acknowledged_is_there_and_nothing_else(plan in prop::collection::vec(point(), 1..12)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async move {
            for db in [TestStore::sqlite().await, TestStore::postgres().await] {
                let mut kept = Vec::new();
                for (number, fault) in plan.iter().enumerate() {
                    if let Some((at, after)) = fault {
                        db.store.lose_database(*at, *after);
                    }
                    let name = format!("연합회 {number:02}");
                    if found(&db.store, &name).await.is_ok() {
                        kept.push(name);
                    }
                }
                assert_eq!(names(&db.store).await, kept);
                assert_eq!(federations::Entity::find().count(db.store.read()).await.unwrap(), kept.len() as u64);
            }
        });
    }
}

/// A small disk that the test server may use; it is taken away when this is dropped.
struct Disk(tempfile::TempDir);

impl Disk {
    /// None where the machine does not let this program make one.
    fn make() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let user = std::process::Command::new("id").args(["-u", "postgres"]).output().ok()?;
        let options = format!("size=48m,mode=0700,uid={}", String::from_utf8_lossy(&user.stdout).trim());
        let mut mount = std::process::Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder.path()).output();
        done.is_ok_and(|done| done.status.success()).then_some(Self(folder))
    }

    fn fill(&self) {
        use std::io::Write;
        let mut file = std::fs::File::create(self.0.path().join("ballast")).unwrap();
        while file.write_all(&[0; 4_096]).is_ok() {}
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(std::process::Command::new("umount").arg("-l").arg(self.0.path()).status());
    }
}

/// What a server says when its disk is full: refused, told, and over when there is room again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_servers_full_disk_loses_nothing() {
    let Some(disk) = Disk::make() else {
        println!("left out: this machine lets no test make a disk of its own");
        return;
    };
    let db = TestStore::postgres().await;
    let Location::Postgres(url) = db.store.location().clone() else { unreachable!() };
    let (server, name) = url.rsplit_once('/').unwrap();
    db.store.clone().close().await.unwrap();
    let admin = dure_store::sea_orm::Database::connect(format!("{server}/postgres")).await.unwrap();
    let run = async |sql: String| admin.execute_unprepared(&sql).await.unwrap();
    run(format!("create tablespace small_{name} location '{}'", disk.0.path().display())).await;
    run(format!("create database small_{name} template {name} tablespace small_{name}")).await;
    let location = Location::Postgres(format!("{server}/small_{name}"));
    let clock = Arc::new(FixedClock::at(MORNING));
    let store = Store::open(location, false, clock, Arc::new(Chance::seeded(7))).await.unwrap();

    found(&store, "앞").await.unwrap();
    disk.fill();
    let (mut kept, mut refused) = (vec!["앞".to_owned()], 0);
    for number in 0..400 {
        let name = format!("{number} {}", "가나다라마바사".repeat(60));
        match found(&store, &name).await {
            Ok(()) => kept.push(name),
            Err(error) => {
                assert!(matches!(error, StoreError::DiskFull), "{error}");
                refused += 1;
            }
        }
    }
    assert!(refused > 0, "the disk was never full");
    std::fs::remove_file(disk.0.path().join("ballast")).unwrap();
    let kept: Vec<_> = kept.iter().map(String::as_str).collect();
    goes_on(&store, &kept).await;

    store.close().await.unwrap();
    run(format!("drop database small_{name}")).await;
    run(format!("drop tablespace small_{name}")).await;
}

/// Sound connections are used again: a question that no connection passes would cost one per act.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sound_connections_are_kept() {
    let db = TestStore::postgres().await;
    let mut sessions = std::collections::BTreeSet::new();
    for number in 0..20 {
        found(&db.store, &format!("{number}")).await.unwrap();
        let sql = dure_store::sea_orm::Statement::from_string(
            dure_store::sea_orm::DbBackend::Postgres,
            "select pg_backend_pid()",
        );
        let row = db.store.read().query_one_raw(sql).await.unwrap().unwrap();
        sessions.insert(row.try_get_by_index::<i32>(0).unwrap());
    }
    // A connection comes back a moment after its use, so there may be some; one for each use would be 20.
    assert!(sessions.len() < 10, "{sessions:?}");
}
