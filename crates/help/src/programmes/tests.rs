//! Stories of programmes.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(an_official_announces_and_changes_a_programme, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let official = test.signed_in(village.official).await;
    let typed = [
        ("title", "스마트공장 기초 보급"),
        ("agency", "강원지역 지원기관"),
        ("body", "자동화 설비비의 절반"),
        ("closes_on", "2026-11-30"),
    ];
    let made = official.post("/programmes/new", &typed).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let page = made.location.expect("its page").split('?').next().unwrap_or_default().to_owned();
    let smith = test.signed_in(village.smith).await;
    let list = smith.get("/programmes").await.body;
    assert!(list.contains("스마트공장 기초 보급") && list.contains("7일 남음"), "{list}");
    assert!(smith.get(&page).await.body.contains("강주무"), "the contact is shown");
    assert_eq!(smith.get(&format!("{page}/edit")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(smith.get("/programmes/new").await.status, StatusCode::FORBIDDEN);

    let form = official.get(&format!("{page}/edit")).await.body;
    let stamp = form.split(r#"name="stamp" value=""#).nth(1).and_then(|rest| rest.split('"').next());
    let stamp = stamp.expect("a stamp").to_owned();
    let closing = [typed[0], typed[1], typed[2], ("closes_on", "2026-11-01"), ("stamp", stamp.as_str())];
    assert_eq!(official.post(&format!("{page}/edit"), &closing).await.status, StatusCode::SEE_OTHER);
    assert!(
        !smith.get("/programmes").await.body.contains("스마트공장 기초 보급"),
        "closed ones are not in the way"
    );
    let all = smith.get("/programmes?show=all").await.body;
    assert!(all.contains("스마트공장 기초 보급") && all.contains("마감됨"));
    let late = official.post(&format!("{page}/edit"), &closing).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
});

on_both!(a_programme_cannot_close_before_it_opens, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let typed = [
        ("title", "시험"),
        ("agency", "기관"),
        ("body", "적은 글"),
        ("opens_on", "2026-12-01"),
        ("closes_on", "2026-11-01"),
    ];
    let refused = staff.post("/programmes/new", &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("적은 글"));
});
