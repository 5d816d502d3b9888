//! Groups that exist: where a firm fits, whom to recruit, how to divide, who sits with whom.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::firms::outsiders;
use crate::testing::Housed as _;

on_both!(the_studio_knows_what_groups_that_exist_could_do, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let firms = outsiders(&test, &village, 3, 51130).await;

    let join = staff.get(&format!("/formation/join?firm={}", firms[0])).await.body;
    assert!(join.contains("한울회") && join.contains("두메회"), "{join}");
    let own = staff.get(&format!("/formation/join?firm={}", village.smithy)).await.body;
    assert!(own.contains("같은 업종") || own.contains("걸리는 것 없음"), "{own}");

    let recruit = staff.get(&format!("/formation/recruit?group={}", village.group)).await.body;
    assert!(recruit.contains("회원사 3곳, 빈자리 17곳"), "{recruit}");
    assert!(recruit.contains(&format!("/groups/{}/members/new?firm=", village.group)), "{recruit}");

    let split = staff.get(&format!("/formation/split?group={}&least=1", village.group)).await.body;
    assert!(split.contains("1분과") && split.contains("2분과"), "{split}");
    let split = staff.get(&format!("/formation/split?group={}&least=2", village.group)).await.body;
    assert!(split.contains("적어도 2곳씩 둘로 나눌 수는 없습니다"), "{split}");
    let usual = staff.get(&format!("/formation/split?group={}", village.group)).await.body;
    assert!(usual.contains("2분과"), "{usual}");

    let at = format!("/formation/tables?group={}&tables=2&rounds=2", village.group);
    let tables = staff.get(&format!("{at}&guests=%EC%86%90%EB%8B%98&absent={}", village.noodles)).await.body;
    assert!(tables.contains("3명이") && tables.contains("2번째 자리"), "{tables}");
    assert!(tables.contains("한빛정밀 김대장") && tables.contains("손님"), "{tables}");

    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.get(&at).await.status, StatusCode::FORBIDDEN);
    let secretary = test.signed_in(village.secretary).await;
    assert!(secretary.get(&at).await.body.contains("2번째 자리"));
    assert_eq!(secretary.get("/formation").await.status, StatusCode::FORBIDDEN);
});
