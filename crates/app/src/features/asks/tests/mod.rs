//! Stories about asking and answering, told in the village.

mod anonymous;
mod links;
mod races;
mod rules;
mod story;

use dure_domain::{DifficultyId, DifficultyStatus, EventKind, HelperKind, Id, PersonId, Subject, Visibility};
use dure_store::{Actor, Record};
use dure_tables::{asks, difficulties, difficulty_events, mails, people};
use dure_web::error::Error;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

use crate::testing::village::Village;
use crate::testing::{TestApp, help};

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
            ..help::difficulty(&tx, &village, tx.at())
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
    super::store::of_difficulty(test.app.store.read(), difficulty).await.expect("requests")
}

/// The difficulty as it is now.
pub async fn now(test: &TestApp, difficulty: DifficultyId) -> difficulties::Model {
    super::store::difficulty(test.app.store.read(), difficulty).await.expect("the difficulty")
}

/// Letters of a purpose to a person as they reach the mailbox, oldest first.
pub async fn letters(test: &TestApp, person: PersonId, purpose: &str) -> Vec<mails::Model> {
    let rows = mails::Entity::find()
        .filter(mails::Column::PersonId.eq(person))
        .filter(mails::Column::Purpose.eq(purpose))
        .order_by_asc(mails::Column::Id)
        .all(test.app.store.read())
        .await
        .expect("letters");
    rows.into_iter().map(|row| test.mailed(row)).collect()
}

/// The path of a link in a letter that begins like this.
pub fn link(letter: &mails::Model, begin: &str) -> String {
    let base = "http://dure.test";
    let line = letter.body_text.lines().find(|line| line.starts_with(&format!("{base}{begin}")));
    line.unwrap_or_else(|| panic!("no {begin} in {}", letter.body_text)).trim_start_matches(base).to_owned()
}

/// Takes a person's mail address away.
pub async fn without_mail(test: &TestApp, person: PersonId) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let row = people::Entity::find_by_id(person).one(tx.db()).await?.ok_or(Error::NotFound)?;
        let mut row = row.into_active_model();
        row.email = Set(None);
        row.update(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a person without mail");
}
