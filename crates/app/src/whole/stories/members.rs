//! People, as the pages of their firms and groups show them.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(an_address_belongs_to_one_person, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let new = format!("/firms/{}/people/new", village.smithy);
    let first = [("name", "김대리"), ("email", "kim@dure.example")];
    assert_eq!(smith.post(&new, &first).await.status, StatusCode::SEE_OTHER);
    assert!(smith.get(&format!("/firms/{}", village.smithy)).await.body.contains("김대리"));
    let again = smith.post(&new, &[("name", "다른 이"), ("email", "KIM@dure.example")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("김대리 님이 쓰고 있습니다") && again.body.contains("다른 이"));
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.get(&new).await.status, StatusCode::FORBIDDEN);
});

on_both!(who_has_left_signs_in_no_more_and_the_deputy_moves_up, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let secretary = test.signed_in(village.secretary).await;
    let leave = format!("/people/{}/leave", village.smith);
    assert_eq!(smith.post(&leave, &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
    let left = secretary.post(&leave, &[("version", "1")]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.body);
    assert!(smith.get("/firms").await.location.is_some_and(|to| to.starts_with("/sign-in")));
    let roster = secretary.get(&format!("/groups/{}/members", village.group)).await.body;
    assert!(!roster.contains("김대장") && roster.contains("박차장"));
    let staff = format!("/people/{}/leave", village.staff);
    assert_eq!(secretary.post(&staff, &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
});

on_both!(a_secretary_who_takes_a_firm_in_adds_no_resource_of_it, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    test.clock.advance_secs(60);
    let secretary = test.signed_in(village.secretary).await;
    let firm = village.carpenter.to_string();
    let form = [("firm", firm.as_str()), ("slot", "161"), ("joined_on", "1991-05-01")];
    let taken = secretary.post(&format!("/groups/{}/members/new", village.group), &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let path = format!("/firms/{firm}/resources/new");
    assert_eq!(secretary.get(&path).await.status, StatusCode::FORBIDDEN);
    let typed = [("kind", "equipment"), ("title", "남의 설비")];
    assert_eq!(secretary.post(&path, &typed).await.status, StatusCode::FORBIDDEN);
});
