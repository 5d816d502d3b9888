//! Stories of groups: who is in, who leads, and that rules hold when two act at once.

use axum::http::StatusCode;
use dure_domain::FirmId;
use dure_store::on_both;
use dure_tables::appointments;
use dure_web::testing::TestApp;
use dure_web::testing::letters::letters;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::testing::Housed as _;

on_both!(two_who_take_in_at_once_get_one_slot, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let staff = test.signed_in(village.staff).await;
    let first =
        secretary.post("/firms/new", &[("name", "하나전자")]).await.made::<FirmId>("/firms/").to_string();
    let second =
        staff.post("/firms/new", &[("name", "두리전자")]).await.made::<FirmId>("/firms/").to_string();
    let new = format!("/groups/{}/members/new", village.group);
    let (first, second) =
        ([("firm", first.as_str()), ("slot", "262")], [("firm", second.as_str()), ("slot", "262")]);
    let (one, other) = tokio::join!(secretary.post(&new, &first), staff.post(&new, &second));
    let mut both = [one.status, other.status];
    both.sort_unstable();
    assert_eq!(both, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
});

on_both!(there_is_one_chair_until_another_is_wanted, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let new = format!("/groups/{}/offices/new", village.group);
    assert_eq!(secretary.get(&new).await.status, StatusCode::OK);
    let smith = village.smith.to_string();
    let chair = [("office", "chair"), ("person", smith.as_str())];
    let refused = secretary.post(&new, &chair).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("지금 회장은 이도금 님입니다"), "{}", refused.body);
    let done = secretary.post(&new, &[chair[0], chair[1], ("instead", "yes")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let list = secretary.get("/groups").await.body;
    assert!(list.contains("회장 김대장") && !list.contains("회장 이도금"));
    let staffing = secretary.post(&new, &[("office", "staff"), ("person", &smith)]).await;
    assert_eq!(staffing.status, StatusCode::UNPROCESSABLE_ENTITY);
});

on_both!(an_office_is_neither_given_nor_ended_behind_anybodys_back, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let smith = village.smith.to_string();
    let instead = [("office", "chair"), ("person", smith.as_str()), ("instead", "yes")];
    let new = format!("/groups/{}/offices/new", village.group);
    assert_eq!(secretary.post(&new, &instead).await.status, StatusCode::SEE_OTHER);
    let ended = letters(&test, village.plater_boss, "office.ended").await;
    let given = letters(&test, village.smith, "office.given").await;
    assert_eq!((ended.len(), given.len()), (1, 1));
    for letter in ended.iter().chain(&given) {
        for words in ["한울회", "회장", "최국수"] {
            assert!(letter.body_text.contains(words), "{words}: {}", letter.body_text);
        }
    }
    let held = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(village.expert))
        .one(test.app.store.read())
        .await;
    let held = held.expect("appointments").expect("an office").id.to_string();
    let end = format!("/groups/{}/offices/end", village.group);
    assert_eq!(secretary.post(&end, &[("appointment", &held)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(letters(&test, village.expert, "office.ended").await.len(), 1);
});
