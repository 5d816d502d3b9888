//! Firms, whose pages and finding draw on what others bring.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(two_syllables_find_firms_and_so_do_names_of_people, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    // 도금, 메밀, 최국수, 시험기 (what the plater shares)
    for (typed, firm, other) in [
        ("%EB%8F%84%EA%B8%88", "대관령도금", "봉평면옥"),
        ("%EB%A9%94%EB%B0%80", "봉평면옥", "대관령도금"),
        ("%EC%B5%9C%EA%B5%AD%EC%88%98", "봉평면옥", "대관령도금"),
        ("%EC%8B%9C%ED%97%98%EA%B8%B0", "대관령도금", "봉평면옥"),
    ] {
        let page = smith.get(&format!("/firms?q={typed}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(firm), "{typed}: {}", page.body);
        assert!(!page.body.contains(other), "{typed} must not find {other}");
    }
});

on_both!(a_firm_is_changed_by_those_who_may, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let edit = format!("/firms/{}/edit", village.smithy);
    for person in [village.smith, village.smiths_deputy, village.secretary, village.staff] {
        let answer = test.signed_in(person).await.get(&edit).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    for person in [village.plater_boss, village.expert, village.operator] {
        let answer = test.signed_in(person).await.post(&edit, &[("name", "남의 회사")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(test.signed_in(village.outsider).await.get(&edit).await.status, StatusCode::FORBIDDEN);

    let smith = test.signed_in(village.smith).await;
    let changed = [
        ("name", "한빛정밀"),
        ("industry_text", "도금"),
        ("address", "강원 강릉시 사천면 1"),
        ("phone", "0330001234"),
        ("offers", "브라켓 급한 수량"),
        ("version", "1"),
    ];
    let answer = smith.post(&edit, &changed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = smith.get(&format!("/firms/{}?done=saved", village.smithy)).await.body;
    assert!(page.contains("브라켓 급한 수량") && page.contains("강릉시") && page.contains("저장했습니다"));
    test.settle().await;
    assert!(smith.get("/firms?q=%EA%B8%89%ED%95%9C").await.body.contains(">한빛정밀</a>"));

    let late = smith.post(&edit, &[("name", "한빛정밀"), ("offers", "늦게 적은 글"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("늦게 적은 글") && late.body.contains("브라켓 급한 수량"));
    assert!(late.body.contains(r#"name="version" value="2""#));
});

on_both!(a_firms_page_tells_all_there_is, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get(&format!("/firms/{}", village.plater)).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["대관령도금", "염수분무 시험기", "이도금", "한울회", "강릉시", "25922", "부탁하기"]
    {
        assert!(page.body.contains(words), "{words} is not there");
    }
    assert!(!page.body.contains("/edit"), "not hers to change");
    let outside = test.signed_in(village.outsider).await;
    assert_eq!(outside.get(&format!("/firms/{}", village.plater)).await.status, StatusCode::NOT_FOUND);
});
