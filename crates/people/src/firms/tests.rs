//! Stories of the directory and of firms.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(the_directory_is_narrowed_and_ordered, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let all = smith.get("/firms").await.body;
    for name in ["한빛정밀", "대관령도금", "봉평면옥", "오대목재"] {
        assert!(all.contains(name), "{name}");
    }
    assert!(!all.contains("남해상사"), "a firm of another federation");
    let at = |page: &str, name: &str| page.find(&format!(">{name}</a>")).expect(name);
    assert!(at(&all, "대관령도금") < at(&all, "봉평면옥") && at(&all, "봉평면옥") < at(&all, "한빛정밀"));

    let metal = smith.get("/firms?industry=25").await.body;
    assert!(metal.contains(">대관령도금</a>") && !metal.contains(">봉평면옥</a>"));
    let making = smith.get("/firms?industry=C").await.body;
    assert!(making.contains(">대관령도금</a>") && making.contains(">봉평면옥</a>"));
    let group = smith.get(&format!("/firms?group={}", village.other_group)).await.body;
    assert!(group.contains(">오대목재</a>") && !group.contains(">봉평면옥</a>"));
    let place = smith.get("/firms?place=51150").await.body;
    assert!(place.contains(">대관령도금</a>") && !place.contains(">오대목재</a>"));
    // 한빛정밀 is in 원주; 평창 (봉평, 오대) is nearer than 강릉.
    let near = smith.get("/firms?sort=near").await.body;
    assert!(at(&near, "한빛정밀") < at(&near, "봉평면옥") && at(&near, "오대목재") < at(&near, "대관령도금"));
    let newest = smith.get("/firms?sort=new").await.body;
    assert!(at(&newest, "오대목재") < at(&newest, "한빛정밀"));
});

on_both!(nothing_found_says_what_to_do, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get("/firms?place=11110").await;
    assert!(page.body.contains("맞는 회원사가 없습니다"));
    assert_eq!(smith.get("/firms?industry=nonsense&page=-3&group=x&place=9").await.status, StatusCode::OK);
});

on_both!(words_that_may_mean_several_industries_come_back_to_be_picked, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get("/firms/industries?industry_text=%EB%8F%84%EA%B8%88").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(r#"name="industry_code""#), "{}", page.body);
    let edit = format!("/firms/{}/edit", village.smithy);
    let vague =
        smith.post(&edit, &[("name", "한빛정밀"), ("industry_text", "기계 부품"), ("version", "1")]).await;
    assert_eq!(vague.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(vague.body.contains("골라 주세요") && vague.body.contains("기계 부품"), "{}", vague.body);
});

on_both!(a_business_number_belongs_to_one_firm, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let number = dure_domain::BusinessNumber::with_check_digit(123_456_789).to_string();
    let first = [("name", "새봄식품"), ("business_number", number.as_str())];
    let made = staff.post("/firms/new", &first).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let again = staff.post("/firms/new", &[("name", "새봄"), ("business_number", number.as_str())]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("새봄식품이 이미"), "{}", again.body);
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.get("/firms/new").await.status, StatusCode::FORBIDDEN);
});
