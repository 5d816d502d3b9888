//! Settings of the federation, told in the village.

use axum::http::StatusCode;
use dure_domain::PersonId;
use dure_store::on_both;
use dure_tables::{audit, mails};
use dure_web::mail::message_with_for_tests;
use dure_web::settings;
use dure_web::testing::TestApp;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;

const AT: &str = "/settings/federation";

fn form<'a>(version: &'a str, email: &'a str, phone: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", version),
        ("name", "강원이업종융합회연합"),
        ("region", "강원"),
        ("group_word", "융합회"),
        ("phone", phone),
        ("email", email),
        ("address", "춘천시 중앙로 1"),
        ("sender", "강원연합회 사무국"),
        ("reply_to", "reply@dure.example"),
        ("visibility", "group"),
        ("fiscal_month", "3"),
    ]
}

async fn page(test: &TestApp, person: PersonId, at: &str) -> String {
    test.signed_in(person).await.get(at).await.body
}

on_both!(what_is_set_is_seen_at_once, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let set = staff.post(AT, &form("0", "office@dure.example", "033-250-1000")).await;
    assert_eq!(set.location.as_deref(), Some("/settings/federation?done=saved"), "{}", set.body);
    let seen = page(&test, village.smith, "/groups").await;
    for words in
        ["<h1>융합회</h1>", "tel:0332501000", "office@dure.example", "춘천시 중앙로 1", "우리 융합회"]
    {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    assert!(page(&test, village.staff, "/federation").await.contains("강원이업종융합회연합"));
    let asked = page(&test, village.smith, "/difficulties/new").await;
    let group = asked.split("name=\"visibility\" value=\"group\"").nth(1).expect("the choice");
    assert!(group.trim_start().starts_with("checked"), "{asked}");
    let recorded = audit::Entity::find().all(test.app.store.read()).await.expect("the audit");
    assert!(recorded.iter().any(|entry| entry.action == "federation.settings"));
    let told = page(&test, village.staff, "/audit?kind=federation").await;
    assert!(told.contains("연합회 설정을 바꾸었습니다") && told.contains("융합회"), "{told}");
});

on_both!(letters_go_out_in_the_federations_name, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    staff.post(AT, &form("0", "office@dure.example", "033-250-1000")).await;
    test.signed_in(village.operator).await.post("/status/letter", &[]).await;
    let mail = mails::Entity::find().one(test.app.store.read()).await.expect("mails").expect("a letter");
    let settings = settings::of(&test.app, village.federation).await.expect("settings");
    let raw = message_with_for_tests(&test.app, &mail, &settings);
    assert!(raw.contains("Reply-To: reply@dure.example"), "{raw}");
    assert!(!raw.contains("From: =?utf-8?b?65GQ66CI?="), "{raw}");
});

on_both!(bad_input_stays_and_the_later_of_two_is_told, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let wrong = staff.post(AT, &form("0", "메일 아님", "033-250-1000")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("메일 아님") && wrong.body.contains("email-error"), "{}", wrong.body);
    staff.post(AT, &form("0", "office@dure.example", "033-250-1000")).await;
    let late = staff.post(AT, &form("0", "office@dure.example", "033-250-2000")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("033-250-1000") && late.body.contains("033-250-2000"), "{}", late.body);
    for person in [village.smith, village.secretary, village.official] {
        let refused = test.signed_in(person).await.get(AT).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
});
