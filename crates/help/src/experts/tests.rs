//! Stories of experts.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(an_expert_is_found_and_changes_the_own_profile, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    // 상속
    let found = smith.get("/experts?q=%EC%83%81%EC%86%8D").await.body;
    assert!(found.contains("한세무") && found.contains("세무사"), "{found}");
    let id = found.split("/experts/").nth(1).map(|rest| rest[..36].to_owned()).expect("a link");
    let page = format!("/experts/{id}");
    assert_eq!(smith.get(&page).await.status, StatusCode::OK);
    assert_eq!(smith.get(&format!("{page}/edit")).await.status, StatusCode::FORBIDDEN);

    let expert = test.signed_in(village.expert).await;
    let form = expert.get(&format!("{page}/edit")).await.body;
    let stamp = form.split(r#"name="stamp" value=""#).nth(1).and_then(|rest| rest.split('"').next());
    let stamp = stamp.expect("a stamp").to_owned();
    let typed = [("field", "세무사"), ("body", "수출 환급, 가업승계"), ("stamp", stamp.as_str())];
    assert_eq!(expert.post(&format!("{page}/edit"), &typed).await.status, StatusCode::SEE_OTHER);
    assert!(smith.get(&page).await.body.contains("수출 환급"));
    let late = expert.post(&format!("{page}/edit"), &typed).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
});

on_both!(nobody_calls_oneself_an_expert_without_the_office, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let own = format!("/people/{}/expert", village.smith);
    let typed = [("field", "용접"), ("body", "용접 40년")];
    assert_eq!(smith.post(&own, &typed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let staff = test.signed_in(village.staff).await;
    assert_eq!(staff.post(&own, &typed).await.status, StatusCode::SEE_OTHER);
    assert!(smith.get("/experts").await.body.contains("용접 40년"));
    let other = format!("/people/{}/expert", village.plater_boss);
    assert_eq!(smith.get(&other).await.status, StatusCode::FORBIDDEN);
});
