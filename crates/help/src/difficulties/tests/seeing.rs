//! Who sees what.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::{RUST, post, send};
use crate::testing::Housed as _;

on_both!(a_difficulty_appears_for_its_group_and_for_nobody_else, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = post(&test.signed_in(village.smith).await, &[]).await;
    let path = format!("/difficulties/{id}");
    for person in [
        village.smith,
        village.smiths_deputy,
        village.plater_boss,
        village.secretary,
        village.expert,
        village.staff,
    ] {
        let client = test.signed_in(person).await;
        assert!(client.get("/difficulties").await.body.contains(RUST));
        let page = client.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("한빛정밀"));
    }
    for person in [village.carpenter_boss, village.official, village.operator, village.outsider] {
        let client = test.signed_in(person).await;
        assert!(!client.get("/difficulties").await.body.contains(RUST));
        assert_eq!(client.get(&path).await.status, StatusCode::NOT_FOUND);
    }
});

on_both!(an_anonymous_poster_is_known_to_its_own_and_the_secretariat_only, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let id = post(&smith, &[("visibility", "all"), ("anonymous", "yes")]).await;
    test.settle().await;
    let path = format!("/difficulties/{id}");
    for (person, knows) in [
        (village.smith, true),
        (village.smiths_deputy, true),
        (village.plater_boss, true),
        (village.secretary, true),
        (village.staff, true),
        (village.expert, false),
        (village.carpenter_boss, false),
        (village.outsider, false),
    ] {
        let client = test.signed_in(person).await;
        for path in [&path, "/difficulties", "/difficulties?q=받침쇠"] {
            let body = client.get(path).await.body;
            assert!(body.contains(RUST), "{path}");
            let main = body.split("<main").nth(1).unwrap_or_default();
            assert_eq!(main.contains("한빛정밀"), knows, "{path} {person}");
            assert!(knows || !main.contains("김대장") && !main.contains("한울회"), "{path} {person}");
        }
    }
});

on_both!(what_is_shown_to_named_helpers_stays_with_them, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = post(&test.signed_in(village.smith).await, &[("visibility", "named")]).await;
    let path = format!("/difficulties/{id}");
    assert_eq!(
        test.signed_in(village.plater_boss).await.get(&path).await.status,
        StatusCode::OK,
        "the chair"
    );
    assert_eq!(test.signed_in(village.expert).await.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(test.signed_in(village.carpenter_boss).await.get(&path).await.status, StatusCode::NOT_FOUND);
});

on_both!(a_secretary_posts_for_a_member_who_phones_but_not_for_strangers, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let choice = secretary.get("/difficulties/new/for").await;
    assert!(choice.body.contains("한빛정밀") && !choice.body.contains("오대목재"));
    let smithy = village.smithy.to_string();
    assert!(secretary.get(&format!("/difficulties/new?firm={smithy}")).await.body.contains("대신해서"));
    let id = post(&secretary, &[("firm", &smithy)]).await;
    let page = test.signed_in(village.smith).await.get(&format!("/difficulties/{id}")).await;
    assert!(page.body.contains("한빛정밀") && page.body.contains("/edit"));
    let carpenter = village.carpenter.to_string();
    assert_eq!(send(&secretary, &[("firm", &carpenter)]).await.status, StatusCode::FORBIDDEN);
    let smith = test.signed_in(village.smith).await;
    assert_eq!(send(&smith, &[("firm", &carpenter)]).await.status, StatusCode::FORBIDDEN);
    let expert = test.signed_in(village.expert).await;
    assert_eq!(send(&expert, &[]).await.status, StatusCode::FORBIDDEN);
    let staff = test.signed_in(village.staff).await;
    assert_eq!(staff.get("/difficulties/new").await.location.as_deref(), Some("/difficulties/new/for"));
    post(&staff, &[("firm", &carpenter)]).await;
});

on_both!(similar_things_appear_without_telling_what_one_may_not_see, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    post(&test.signed_in(village.smith).await, &[]).await;
    test.settle().await;
    let typed = [("title", "받침쇠에 녹"), ("problem", "바닷가 난간 받침쇠에 붉은 녹이 번집니다")];
    let near = test.signed_in(village.plater_boss).await.post("/difficulties/similar", &typed).await;
    assert!(near.body.contains(RUST), "{}", near.body);
    let far = test.signed_in(village.carpenter_boss).await.post("/difficulties/similar", &typed).await;
    assert_eq!(far.status, StatusCode::OK);
    assert!(!far.body.contains("해안가"), "{}", far.body);
});

on_both!(a_remark_is_left_by_those_who_see_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = post(&test.signed_in(village.smith).await, &[]).await;
    let path = format!("/comments/on/difficulty/{id}");
    let plater = test.signed_in(village.plater_boss).await;
    let left = plater.post(&path, &[("message", "저희 시험기로 먼저 확인해 보시죠")]).await;
    assert!(left.location.is_some_and(|to| to.starts_with(&format!("/difficulties/{id}#comment-"))));
    let smith = test.signed_in(village.smith).await;
    let page = smith.get(&format!("/difficulties/{id}")).await.body;
    assert!(page.contains("저희 시험기로") && page.contains("이도금 대표 · 대관령도금"), "{page}");
    assert!(page.contains("안 읽은 소식 1건"), "the poster is told: {page}");
    assert_eq!(plater.post(&path, &[("message", "  ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    assert_eq!(carpenter.post(&path, &[("message", "엿보기")]).await.status, StatusCode::NOT_FOUND);
});
