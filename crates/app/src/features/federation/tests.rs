//! Stories about the federation's page, told on both databases.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(staff_sees_groups_and_statistics_with_the_firms_behind, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let page = staff.get("/federation").await.body;
    assert!(
        page.contains("강원이업종교류연합회") && page.contains("한울회") && page.contains("두메회"),
        "{page}"
    );
    assert!(page.contains("figure=years-10") && page.contains("figure=sector-unknown"), "{page}");
    let firms = staff.get("/federation/firms?figure=years-10").await.body;
    assert!(
        firms.contains("한빛정밀") && firms.contains("오대목재") && !firms.contains("남해상사"),
        "{firms}"
    );
    let silent =
        staff.get(&format!("/federation/firms?figure=silent&group={}", village.other_group)).await.body;
    assert!(silent.contains("오대목재") && !silent.contains("한빛정밀"), "{silent}");
    let csv = staff.get("/federation/groups.csv").await.body;
    assert!(csv.contains("한울회,3,0,0,0,3"), "{csv}");
    let csv = staff.get("/federation/statistics.csv").await.body;
    assert!(csv.contains("회원 기간,10년 이상,4"), "{csv}");
    assert_eq!(staff.get("/federation/firms?figure=nonsense").await.status, StatusCode::NOT_FOUND);
});

on_both!(a_member_sees_the_lighter_page, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get("/federation").await.body;
    assert!(page.contains("한울회") && !page.contains("figure="), "{page}");
    assert_eq!(smith.get("/federation/firms?figure=years-10").await.status, StatusCode::FORBIDDEN);
    let outsider = test.signed_in(village.outsider).await.get("/federation").await.body;
    assert!(!outsider.contains("한울회"), "each federation sees its own");
});

on_both!(anonymous_ones_count_for_staff_alone_and_for_no_group, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let form = [
        ("title", "받침쇠에 녹이 습니다"),
        ("problem", "여섯 달 만에 붉은 녹이 올라옵니다"),
        ("need", "quality"),
        ("visibility", "federation"),
        ("anonymous", "yes"),
    ];
    let looked = [village.carpenter_boss, village.official, village.plater_boss, village.staff];
    let mut before = Vec::new();
    for person in looked {
        before.push(test.signed_in(person).await.get("/federation").await.body);
    }
    let posted = test.signed_in(village.smith).await.post("/difficulties", &form).await;
    assert_eq!(posted.status, StatusCode::SEE_OTHER, "{}", posted.body);
    for (person, before) in looked.into_iter().zip(before) {
        let after = test.signed_in(person).await.get("/federation").await.body;
        assert_eq!(before == after, person != village.staff, "{after}");
    }
    let csv = test.signed_in(village.staff).await.get("/federation/groups.csv").await.body;
    assert!(csv.contains("한울회,3,0,0,0,3"), "{csv}");
});
