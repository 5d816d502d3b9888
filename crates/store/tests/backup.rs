//! Backups can be taken while the server writes, and restored on either database; nothing is lost
//! when they cannot.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dure_domain::{
    AskId, AskState, FederationId, FirmId, FoundingPath, FoundingState, HelperKind, Id, InvitationState,
    Moment, PersonId, Subject, Won,
};
use dure_store::backup::{Fault, restore, verify};
use dure_store::schema::{Kind, tables};
use dure_store::testing::{MORNING, TestStore, postgres_clone};
use dure_store::{Actor, Chance, FixedClock, Location, Record, Store, StoreError, Tx, on_both};
use dure_tables::{
    asks, audit, changes, difficulties, federations, firms, foundings, group_request_firms, group_requests,
    invitations, people, sessions,
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, Set, Statement};

/// A federation with something in every kind of column, and a request passed on to a later one.
async fn settle(store: &Store) {
    let settled: Result<(), StoreError> = store
        .write(Actor::System, |tx| async move {
            let federation: FederationId = tx.id();
            let name = Set("강원연합회 \"따옴표\" \\ \u{1F600}".to_owned());
            let row = federations::ActiveModel {
                id: Set(federation),
                name,
                region: Set("강원".into()),
                created_at: Set(tx.at()),
            };
            row.insert(tx.db()).await?;
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
            let firm = firm.insert(tx.db()).await?;
            let person = people::ActiveModel {
                id: Set(tx.id::<PersonId>()),
                federation_id: Set(federation),
                firm_id: Set(Some(firm.id)),
                name: Set("김대장".into()),
                lang: Set("ko".into()),
                created_at: Set(tx.at()),
                version: Set(1),
                ..Default::default()
            };
            let person = person.insert(tx.db()).await?;
            let session = sessions::ActiveModel {
                id: Set(tx.id()),
                token_hash: Set(vec![0, 255, 10, 13]),
                person_id: Set(person.id),
                created_at: Set(tx.at()),
                seen_at: Set(tx.at()),
                expires_at: Set(tx.at().plus_days(90)),
                ..Default::default()
            };
            session.insert(tx.db()).await?;
            let difficulty = difficulties::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                firm_id: Set(firm.id),
                author_id: Set(person.id),
                title: Set("녹이 습니다".into()),
                problem: Set("여러 줄\n글".into()),
                anonymous: Set(true),
                created_at: Set(tx.at()),
                updated_at: Set(tx.at()),
                version: Set(1),
                ..Default::default()
            };
            let difficulty = difficulty.insert(tx.db()).await?;
            // The later row is the smaller one by key: it must not be in the way.
            let early = AskId::new(Moment::from_millis(1), [1; 10]);
            let late = AskId::new(Moment::from_millis(2), [1; 10]);
            for (id, from, state) in [(late, None, AskState::Passed), (early, Some(late), AskState::Asked)] {
                let ask = asks::ActiveModel {
                    id: Set(id),
                    federation_id: Set(federation),
                    difficulty_id: Set(difficulty.id),
                    helper_kind: Set(HelperKind::Firm),
                    helper_key: Set(firm.id.uuid()),
                    person_id: Set(person.id),
                    passed_from: Set(from),
                    state: Set(state),
                    asked_at: Set(tx.at()),
                    version: Set(1),
                    ..Default::default()
                };
                ask.insert(tx.db()).await?;
            }
            come_about(&tx, federation, firm.id, person.id).await?;
            for subject in [Subject::Federation, Subject::Firm] {
                let id = federation.uuid();
                let federation = Some(federation);
                tx.record(Record {
                    action: "test.settle",
                    subject,
                    id,
                    federation,
                    before: None,
                    after: None,
                });
            }
            Ok(())
        })
        .await;
    settled.unwrap();
}

/// A request with a composite key, a founding that is half answered.
async fn come_about(
    tx: &Tx,
    federation: FederationId,
    firm: FirmId,
    person: PersonId,
) -> Result<(), StoreError> {
    let request = group_requests::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        title: Set("원주 이웃들".into()),
        asked_by: Set(Some(person)),
        asked_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let request = request.insert(tx.db()).await?;
    let named = group_request_firms::ActiveModel {
        request_id: Set(request.id),
        firm_id: Set(firm),
        federation_id: Set(federation),
    };
    named.insert(tx.db()).await?;
    let founding = foundings::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        name: Set("치악회".into()),
        path: Set(FoundingPath::Brokered),
        request_id: Set(Some(request.id)),
        rules: Set("{}".into()),
        needed: Set(7),
        state: Set(FoundingState::Inviting),
        opened_by: Set(Some(person)),
        opened_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    let founding = founding.insert(tx.db()).await?;
    let invitation = invitations::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(federation),
        founding_id: Set(founding.id),
        firm_id: Set(firm),
        state: Set(InvitationState::Accepted),
        answer: Set("좋습니다".into()),
        invited_at: Set(tx.at()),
        answered_at: Set(Some(tx.at())),
        version: Set(1),
        ..Default::default()
    };
    invitation.insert(tx.db()).await?;
    Ok(())
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

async fn backed_up(store: &Store, to: PathBuf) -> PathBuf {
    store.back_up(fs::File::create(&to).unwrap(), |_, _| {}).await.unwrap();
    to
}

async fn open(location: &Location) -> Store {
    let clock = Arc::new(FixedClock::at(MORNING));
    Store::open(location.clone(), false, clock, Arc::new(Chance::seeded(1))).await.unwrap()
}

/// All contents as text, however they are stored.
fn contents(backup: &Path) -> String {
    let mut text = String::new();
    let mut file = flate2::read::GzDecoder::new(fs::File::open(backup).unwrap());
    std::io::Read::read_to_string(&mut file, &mut text).unwrap();
    let end = text.trim_end().rfind('\n').unwrap();
    text[text.find('\n').unwrap()..end].to_owned()
}

on_both!(what_is_backed_up_comes_back_on_either_database, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let first = backed_up(&db.store, folder.path().join("first")).await;
    let to = [Location::Sqlite(folder.path().join("new.db")), Location::Postgres(postgres_clone().await)];
    for (number, to) in to.iter().enumerate() {
        let restored = restore(to, &first, false, |_, _| {}).await.unwrap();
        assert!(restored.kept.is_none());
        let store = open(to).await;
        let again = backed_up(&store, folder.path().join(format!("again{number}"))).await;
        assert_eq!(contents(&again), contents(&first));
        // Numbers of the change feed go on from the highest.
        let seen = store.last_change().await.unwrap();
        settle_one(&store).await;
        assert_eq!(store.last_change().await.unwrap(), seen + 1);
        store.close().await.unwrap();
    }
});

async fn settle_one(store: &Store) {
    let written: Result<(), StoreError> = store
        .write(Actor::System, |tx| async move {
            let id: FederationId = tx.id();
            let row = federations::ActiveModel {
                id: Set(id),
                name: Set("하나 더".into()),
                region: Set("강원".into()),
                created_at: Set(tx.at()),
            };
            row.insert(tx.db()).await?;
            let id = id.uuid();
            let subject = Subject::Federation;
            tx.record(Record {
                action: "test.one",
                subject,
                id,
                federation: None,
                before: None,
                after: None,
            });
            Ok(())
        })
        .await;
    written.unwrap();
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

on_both!(a_database_with_something_in_it_is_replaced_only_when_asked, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("backup")).await;
    settle_one(&db.store).await;
    let location = db.store.location().clone();
    // The store still has it open, as a server would.
    let in_use = restore(&location, &backup, true, |_, _| {}).await;
    assert!(matches!(in_use, Err(StoreError::InUse(_))), "{in_use:?}");
    db.store.clone().close().await.unwrap();
    let full = restore(&location, &backup, false, |_, _| {}).await;
    assert!(matches!(full, Err(StoreError::NotEmpty(_))), "{full:?}");
    let restored = restore(&location, &backup, true, |_, _| {}).await.unwrap();
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
        match restore(&location, &spoilt, true, |_, _| {}).await {
            Err(StoreError::Backup(fault)) => fault,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(b"a,b,c\n1,2,3\n").await, Fault::Foreign);
    assert_eq!(refused(&bytes[..bytes.len() / 2]).await, Fault::CutOff);
    assert_eq!(refused(&packed("{\"dure_backup\":2}\n")).await, Fault::Newer("format 2".into()));
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
    let refused = restore(&location, &backup, false, |_, _| {}).await;
    assert!(matches!(refused, Err(StoreError::Unreadable(_))), "{refused:?}");
    let restored = restore(&location, &backup, true, |_, _| {}).await.unwrap();
    assert!(fs::read(restored.kept.unwrap()).unwrap().starts_with(b"no database"));
    assert_eq!(people::Entity::find().count(open(&location).await.read()).await.unwrap(), 1);
}

on_both!(a_backup_of_the_first_program_is_restored_and_brought_up_to_date, |db| async move {
    settle(&db.store).await;
    let folder = folder();
    let backup = backed_up(&db.store, folder.path().join("new")).await;
    let old = folder.path().join("old");
    fs::write(&old, packed(&as_the_first_program(&unpacked(&fs::read(&backup).unwrap())))).unwrap();
    let to = [Location::Sqlite(folder.path().join("new.db")), Location::Postgres(postgres_clone().await)];
    for to in &to {
        restore(to, &old, false, |_, _| {}).await.unwrap();
        let store = open(to).await;
        assert_eq!(firms::Entity::find().count(store.read()).await.unwrap(), 1);
        assert_eq!(foundings::Entity::find().count(store.read()).await.unwrap(), 0, "the table is there");
        store.close().await.unwrap();
    }
});

/// The same backup as a program would have written it that knew the first migration alone.
fn as_the_first_program(text: &str) -> String {
    use serde_json::Value;
    use sha2::{Digest, Sha256};
    let known = tables(1);
    let mut kept: Vec<String> = Vec::new();
    let mut columns: Option<Vec<usize>> = None;
    for line in text.lines() {
        let mut value: Value = serde_json::from_str(line).unwrap();
        if let Some(rows) = value.get_mut("rows").and_then(Value::as_object_mut) {
            rows.retain(|name, _| known.iter().any(|table| table.name == *name));
            value["schema"].as_array_mut().unwrap().truncate(1);
            kept.push(value.to_string());
        } else if let Some(name) = value.get("table").and_then(Value::as_str) {
            let table = known.iter().find(|table| table.name == name);
            let names: Vec<String> = serde_json::from_value(value["columns"].clone()).unwrap();
            columns = table.map(|table| {
                let of = |column: &String| table.columns.iter().any(|known| known.name == *column);
                (0..names.len()).filter(|at| of(&names[*at])).collect()
            });
            if let Some(columns) = &columns {
                value["columns"] = columns.iter().map(|at| names[*at].clone()).collect();
                kept.push(value.to_string());
            }
        } else if let (Some(row), Some(columns)) = (value.as_array(), &columns) {
            kept.push(Value::from_iter(columns.iter().map(|at| row[*at].clone())).to_string());
        }
    }
    let body = kept.join("\n") + "\n";
    let sum: String = Sha256::digest(&body).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{body}{{\"sha256\":\"{sum}\"}}\n")
}

fn packed(text: &str) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut out, text.as_bytes()).unwrap();
    out.finish().unwrap()
}

fn unpacked(bytes: &[u8]) -> String {
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(bytes), &mut text).unwrap();
    text
}

on_both!(the_tables_read_from_the_migrations_are_those_of_the_database, |db| async move {
    let backend = db.store.read().get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => {
            "select table_name::text, column_name::text, data_type::text from information_schema.columns \
             where table_schema = 'public' and table_name <> 'seaql_migrations' order by table_name, ordinal_position"
        }
        _ => {
            "select m.name, c.name, lower(c.type) from sqlite_master m, pragma_table_info(m.name) c \
             where m.type = 'table' and m.name not in ('seaql_migrations', 'sqlite_sequence') order by m.name, c.cid"
        }
    };
    let rows = db.store.read().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let found: Vec<(String, String, String)> = rows
        .iter()
        .map(|row| [0, 1, 2].map(|at| row.try_get_by_index::<String>(at).unwrap()).into())
        .collect();
    let mut read: Vec<(String, String, String)> = Vec::new();
    for table in tables(usize::MAX) {
        assert!(!table.key.is_empty(), "{} has no key", table.name);
        let word = |kind| match (kind, backend) {
            (Kind::Uuid, DbBackend::Postgres) => "uuid",
            (Kind::Bytes, DbBackend::Postgres) => "bytea",
            (Kind::Uuid | Kind::Bytes, _) => "blob",
            (Kind::Counter, DbBackend::Postgres) | (Kind::Big, _) => "bigint",
            (Kind::Counter | Kind::Small, _) => "integer",
            (Kind::Text, _) => "text",
            (Kind::Bool, _) => "boolean",
        };
        let columns = table.columns.iter();
        read.extend(
            columns.map(|column| (table.name.clone(), column.name.clone(), word(column.kind).to_owned())),
        );
    }
    read.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(read, found);
});
