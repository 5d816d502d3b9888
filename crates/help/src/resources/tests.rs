//! Stories of what firms share.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(a_firm_shares_changes_and_takes_back, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let new = format!("/firms/{}/resources/new", village.smithy);
    assert_eq!(smith.get(&new).await.status, StatusCode::OK);
    let shared = [
        ("kind", "equipment"),
        ("title", "와이어 방전 가공기"),
        ("body", "주말에 쓰실 수 있습니다"),
        ("terms", "전기료만"),
    ];
    let answer = smith.post(&new, &shared).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    test.settle().await;
    let found = smith.get("/resources?q=%EB%B0%A9%EC%A0%84").await;
    assert!(found.body.contains("와이어 방전 가공기") && found.body.contains("한빛정밀"), "{}", found.body);

    let id =
        answer.location.as_deref().and_then(|to| to.split("#resource-").nth(1)).expect("its id").to_owned();
    let led = smith.get(&format!("/resources/{id}")).await;
    assert!(led.location.is_some_and(|to| to.ends_with(&format!("#resource-{id}"))));
    let edit = format!("/resources/{id}/edit");
    let changed = [("kind", "facility"), ("title", "방전 가공실"), ("version", "1")];
    assert_eq!(smith.post(&edit, &changed).await.status, StatusCode::SEE_OTHER);
    let late = smith.post(&edit, &changed).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("방전 가공실"), "what was typed is still there");

    let remove = format!("/resources/{id}/remove");
    assert_eq!(smith.post(&remove, &[("version", "2")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(smith.get(&format!("/resources/{id}")).await.status, StatusCode::NOT_FOUND);
    assert!(!smith.get("/resources").await.body.contains("방전 가공실"));
});

on_both!(only_who_speaks_for_a_firm_or_looks_after_it_shares_for_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let new = format!("/firms/{}/resources/new", village.smithy);
    for person in [village.smiths_deputy, village.secretary, village.staff] {
        assert_eq!(test.signed_in(person).await.get(&new).await.status, StatusCode::OK);
    }
    for person in [village.plater_boss, village.carpenter_boss, village.expert] {
        assert_eq!(test.signed_in(person).await.get(&new).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(test.signed_in(village.outsider).await.get(&new).await.status, StatusCode::FORBIDDEN);
});

on_both!(a_form_that_comes_back_keeps_what_was_typed, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let new = format!("/firms/{}/resources/new", village.smithy);
    let answer = smith.post(&new, &[("title", ""), ("body", "도면 보고 상담해 드립니다")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("도면 보고 상담해 드립니다"));
});
