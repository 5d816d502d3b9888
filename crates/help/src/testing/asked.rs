//! A difficulty of the smith, and who is asked about it.

use dure_domain::{DifficultyId, DifficultyStatus, EventKind, HelperKind, Id, PersonId, Subject, Visibility};
use dure_store::{Actor, Record};
use dure_tables::{asks, difficulties, difficulty_events};
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use super::rows;

/// Rust on brackets, posted by the smith before the federation.
pub async fn rust_on_brackets(test: &TestApp, village: &Village) -> DifficultyId {
    posted(test, village, Visibility::Federation, false).await
}

/// The same, with another visibility or without a name.
pub async fn posted(
    test: &TestApp,
    village: &Village,
    visibility: Visibility,
    anonymous: bool,
) -> DifficultyId {
    let village = *village;
    let id = test.app.store.write::<_, Error, _, _>(Actor::Person(village.smith), |tx| async move {
        let row = difficulties::ActiveModel {
            title: Set("난간 받침쇠에 녹이 습니다".into()),
            problem: Set("아연도금 받침쇠가 두 달이면 녹이 올라옵니다".into()),
            present_state: Set("반품이 한 달에 40개".into()),
            tried: Set("도금 두께를 8마이크로로 올려 봄".into()),
            solved_when: Set("염수분무 500시간 통과".into()),
            visibility: Set(visibility),
            anonymous: Set(anonymous),
            status: Set(DifficultyStatus::Open),
            ..rows::difficulty(&tx, &village, tx.at())
        };
        let id = row.insert(tx.db()).await?.id;
        let line = difficulty_events::ActiveModel {
            id: Set(tx.id()),
            federation_id: Set(village.federation),
            difficulty_id: Set(id),
            ask_id: Set(None),
            actor_id: Set(Some(village.smith)),
            kind: Set(EventKind::Posted),
            body: Set(String::new()),
            at: Set(tx.at()),
        };
        line.insert(tx.db()).await?;
        tx.record(Record {
            action: "test.post",
            subject: Subject::Difficulty,
            id: id.uuid(),
            federation: Some(village.federation),
            before: None,
            after: None,
        });
        Ok(id)
    });
    let id = id.await.expect("a difficulty");
    test.settle().await;
    id
}

/// `firm:…` of a form.
pub fn helper(kind: HelperKind, key: impl Id) -> String {
    format!("{kind}:{}", key.uuid())
}

/// The plater is asked by the smith.
pub async fn ask_plater(test: &TestApp, village: &Village, difficulty: DifficultyId) {
    let smith = test.signed_in(village.smith).await;
    let path = format!("/difficulties/{difficulty}/asks");
    let form = [("helper", helper(HelperKind::Firm, village.plater)), ("message", "부탁드립니다".into())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = smith.post(&path, &form).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// The only request of a difficulty to this person.
pub async fn request_to(test: &TestApp, difficulty: DifficultyId, person: PersonId) -> asks::Model {
    let mut rows = requests(test, difficulty).await;
    rows.retain(|ask| ask.person_id == person);
    assert_eq!(rows.len(), 1, "one request");
    rows.remove(0)
}

/// All requests of a difficulty.
pub async fn requests(test: &TestApp, difficulty: DifficultyId) -> Vec<asks::Model> {
    let rows = asks::Entity::find()
        .filter(asks::Column::DifficultyId.eq(difficulty))
        .order_by_asc(asks::Column::AskedAt)
        .order_by_asc(asks::Column::Id);
    rows.all(test.app.store.read()).await.expect("requests")
}

/// The difficulty as it is now.
pub async fn now(test: &TestApp, difficulty: DifficultyId) -> difficulties::Model {
    let row = difficulties::Entity::find_by_id(difficulty).one(test.app.store.read()).await;
    row.expect("difficulties").expect("the difficulty")
}

/// What its timeline tells, oldest first.
pub async fn told(test: &TestApp, difficulty: DifficultyId) -> Vec<EventKind> {
    let rows = difficulty_events::Entity::find()
        .filter(difficulty_events::Column::DifficultyId.eq(difficulty))
        .order_by_asc(difficulty_events::Column::At)
        .order_by_asc(difficulty_events::Column::Id);
    let rows = rows.all(test.app.store.read()).await.expect("the timeline");
    rows.into_iter().map(|line| line.kind).collect()
}
