//! Stories of the search: everything is found, and nothing that is not meant for the viewer.

use axum::http::StatusCode;
use dure_domain::{DifficultyId, DifficultyStatus, FirmId, NeedKind, PersonId, Visibility};
use dure_store::{Actor, on_both};
use dure_tables::difficulties;
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, Set};

use crate::testing::Housed as _;

/// 스프링
const SPRING: &str = "/search?q=%EC%8A%A4%ED%94%84%EB%A7%81";

async fn post(
    test: &TestApp,
    village: &Village,
    (firm, author): (FirmId, PersonId),
    title: &str,
    visibility: Visibility,
    anonymous: bool,
) -> DifficultyId {
    let (federation, group, title) = (village.federation, village.group, title.to_owned());
    let posted = test.app.store.write::<_, Error, _, _>(Actor::Person(author), |tx| {
        let title = title.clone();
        async move {
            tx.quiet();
            let row = difficulties::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(federation),
                firm_id: Set(firm),
                author_id: Set(author),
                group_id: Set(Some(group)),
                title: Set(title),
                problem: Set("스프링이 자꾸 부러집니다".into()),
                need: Set(NeedKind::Quality),
                visibility: Set(visibility),
                anonymous: Set(anonymous),
                status: Set(DifficultyStatus::Open),
                created_at: Set(tx.at()),
                updated_at: Set(tx.at()),
                posted_at: Set(Some(tx.at())),
                ..Default::default()
            };
            Ok(row.insert(tx.db()).await?.id)
        }
    });
    posted.await.expect("a difficulty")
}

on_both!(two_syllables_find_things_of_every_kind, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    // 도금, 메밀, 시험, 상속, 한울, 국수
    for (typed, found) in [
        ("%EB%8F%84%EA%B8%88", "이<mark>도금</mark>"),
        ("%EB%A9%94%EB%B0%80", "<mark>메밀</mark>국수"),
        ("%EC%8B%9C%ED%97%98", "염수분무 <mark>시험</mark>기"),
        ("%EC%83%81%EC%86%8D", "<mark>상속</mark>세"),
        ("%ED%95%9C%EC%9A%B8", "<mark>한울</mark>회"),
        ("%EA%B5%AD%EC%88%98", "최<mark>국수</mark>"),
    ] {
        let page = smith.get(&format!("/search?q={typed}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(found), "{found}: {}", page.body);
    }
    // 남해, of another federation
    let foreign = smith.get("/search?q=%EB%82%A8%ED%95%B4").await.body;
    assert!(!foreign.contains("수산물 도매") && foreign.contains("/difficulties/new"));
});

on_both!(what_is_not_meant_for_the_viewer_is_neither_shown_nor_counted, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smithy = (village.smithy, village.smith);
    post(&test, &village, smithy, "스프링 파손을 우리끼리", Visibility::Group, false).await;
    post(&test, &village, smithy, "스프링 파손을 부탁한 곳에만", Visibility::Named, false).await;
    post(&test, &village, smithy, "스프링 파손을 이름 가리고", Visibility::Federation, true).await;
    test.settle().await;

    let smith = test.signed_in(village.smith).await.get(SPRING).await.body;
    for words in ["우리끼리", "부탁한 곳에만", "이름 가리고"] {
        assert!(smith.contains(words), "the poster sees {words}: {smith}");
    }
    let plater = test.signed_in(village.plater_boss).await.get(SPRING).await.body;
    assert!(plater.contains("우리끼리") && plater.contains("이름 가리고"));
    let carpenter = test.signed_in(village.carpenter_boss).await.get(SPRING).await.body;
    assert!(!carpenter.contains("우리끼리") && !carpenter.contains("부탁한 곳에만"));
    assert!(carpenter.contains("이름 가리고") && !carpenter.contains("한빛정밀"), "{carpenter}");
    let outsider = test.signed_in(village.outsider).await.get(SPRING).await.body;
    assert!(!outsider.contains("스프링 파손") && !outsider.contains("이름 가리고"), "{outsider}");
    // The page of the firm does not tell whose the anonymous one is.
    let firm = test.signed_in(village.carpenter_boss).await.get(&format!("/firms/{}", village.smithy)).await;
    assert!(!firm.body.contains("이름 가리고"));
});

on_both!(nothing_found_leads_on, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get("/search?q=zzzz").await;
    assert!(page.body.contains("/difficulties/new") && page.body.contains("zzzz"));
    assert_eq!(smith.get("/search").await.status, StatusCode::OK);
    assert_eq!(smith.get("/search?q=%3Cscript%3E&kind=nonsense").await.status, StatusCode::OK);
});
