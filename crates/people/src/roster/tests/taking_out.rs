//! Rosters that go out: files that read back to the same, paper, and who may have what.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::bring_in;
use crate::testing::Housed as _;

on_both!(an_export_brought_in_again_changes_nothing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    for address in ["/roster/export.xlsx", "/roster/export.csv", "/roster/export.csv?encoding=cp949"] {
        let file = staff.bytes(address).await;
        let report = bring_in(&test, &staff, "내보낸 명부", &file, "column").await.1;
        assert_eq!(
            (report.new, report.changed, report.bad, report.same),
            (0, 0, 0, 4),
            "{address}: {report:#?}"
        );
    }
});

on_both!(numbers_of_people_go_out_to_those_who_keep_the_roster, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let address = format!("/roster/export.csv?group={}", village.group);
    let secretary = test.signed_in(village.secretary).await.get(&address).await.body;
    assert!(secretary.contains("@dure.example"), "{secretary}");
    let member = test.signed_in(village.smith).await;
    let seen = member.get(&address).await;
    assert!(seen.body.contains("대관령도금") && !seen.body.contains("@dure.example"), "{}", seen.body);
    let other = member.get(&format!("/roster/export.csv?group={}", village.other_group)).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let whole = member.get("/roster/export.csv").await.body;
    assert!(!whole.contains("오대목재"), "{whole}");
    let outsider = test.signed_in(village.outsider).await.get(&address).await;
    assert_eq!(outsider.status, StatusCode::FORBIDDEN);
});

on_both!(the_roster_is_printed_with_offices_and_numbers, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let page = test.signed_in(village.secretary).await;
    let page = page.get(&format!("/roster/print?group={}", village.group)).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["한울회 회원 명부", "이도금", "(회장)", "(간사)", "@dure.example"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
});
