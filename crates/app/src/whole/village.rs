//! The test bench itself: pages come, strangers are led to the door.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(a_village_is_settled_and_its_people_come_in, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let home = test.signed_in(village.smith).await.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.body.contains("김대장"), "{}", home.body);
    assert!(test.app.search.index().len() >= 15);
});

on_both!(an_unknown_page_says_what_to_do, |db| async move {
    let test = TestApp::on(db).await;
    let answer = test.stranger().get("/no-such-page").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.contains("찾으시는 내용이 없습니다"));
});

on_both!(what_is_no_key_names_nothing_whatever_is_asked_of_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    for path in ["/firms/no-id", "/difficulties/no-id/edit", "/api/firms/no-id"] {
        assert_eq!(smith.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/comments/no-id/edit", "/difficulties/no-id/asks", "/meetings/no-id/reply"] {
        let answer = smith.post(path, &[("note", "말"), ("reply", "yes")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
});
