//! Rosters that go out: files that read back to the same, paper, and who may have what.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::bring_in;
use crate::testing::Housed as _;

/// The form of an export, with a reason.
fn with_reason<'a>(format: &'a str, group: &'a str) -> [(&'a str, &'a str); 3] {
    [("format", format), ("group", group), ("reason", "assembly")]
}

on_both!(an_export_brought_in_again_changes_nothing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    for format in ["xlsx", "csv", "cp949"] {
        let file = staff.posted_bytes("/roster/export", &with_reason(format, "")).await;
        let report = bring_in(&test, &staff, "내보낸 명부", &file, "column").await.1;
        assert_eq!(
            (report.new, report.changed, report.bad, report.same),
            (0, 0, 0, 4),
            "{format}: {report:#?}"
        );
    }
});

on_both!(numbers_of_people_go_out_to_those_who_keep_the_roster, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (group, other) = (village.group.to_string(), village.other_group.to_string());
    let own = with_reason("csv", &group);
    let secretary = test.signed_in(village.secretary).await.post("/roster/export", &own).await.body;
    assert!(secretary.contains("@dure.example"), "{secretary}");
    let member = test.signed_in(village.smith).await;
    let seen = member.post("/roster/export", &own).await;
    assert!(seen.body.contains("대관령도금") && !seen.body.contains("@dure.example"), "{}", seen.body);
    let other = member.post("/roster/export", &with_reason("csv", &other)).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let whole = member.post("/roster/export", &with_reason("csv", "")).await.body;
    assert!(!whole.contains("오대목재"), "{whole}");
    let outsider = test.signed_in(village.outsider).await.post("/roster/export", &own).await;
    assert_eq!(outsider.status, StatusCode::FORBIDDEN);
});

on_both!(the_roster_is_printed_with_offices_and_numbers, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let page = test.signed_in(village.secretary).await;
    let page = page.post("/roster/export", &with_reason("print", &village.group.to_string())).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["한울회 회원 명부", "이도금", "(회장)", "(간사)", "@dure.example"] {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
});
