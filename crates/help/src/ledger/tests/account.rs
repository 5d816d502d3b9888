//! The account, on the page and as files, for those whose it is.

use axum::http::StatusCode;
use dure_store::on_both;

use super::*;

async fn one_entry(test: &TestApp, village: &Village) {
    let (difficulty, ask) = helped(test, village).await;
    let worth = [("kind", "equipment"), ("days", "3"), ("won", "120만원")];
    test.signed_in(village.smith).await.post(&worth_path(difficulty, ask), &worth).await;
    let confirm = format!("/settlements/{}/confirm", statements(test).await[0].id);
    test.signed_in(village.plater_boss).await.post(&confirm, &[]).await;
}

on_both!(each_reads_the_own_account_and_the_secretariat_that_of_its_groups, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    one_entry(&test, &village).await;
    let group = format!("/ledger?of={}", village.group);
    for (person, path, sees) in [
        (village.smith, "/ledger", true),
        (village.plater_boss, "/ledger", true),
        (village.carpenter_boss, "/ledger", false),
        (village.expert, "/ledger", false),
        (village.secretary, group.as_str(), true),
        (village.staff, "/ledger", true),
        (village.staff, "/ledger?of=federation&period=year", true),
        (village.staff, "/ledger?of=federation&period=last-year", false),
    ] {
        let page = test.signed_in(person).await.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
        assert_eq!(page.body.contains("1건 · 3일 · 1,200,000원"), sees, "{path}: {}", page.body);
    }
    for path in [group.as_str(), "/ledger?of=federation"] {
        let page = test.signed_in(village.smith).await.get(path).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
    }
});

on_both!(what_waits_for_a_word_stands_on_top, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let plater = test.signed_in(village.plater_boss).await;
    assert!(plater.get("/ledger").await.body.contains("값어치 적기"));
    let worth = [("kind", "advice"), ("days", "1")];
    test.signed_in(village.smith).await.post(&worth_path(difficulty, ask), &worth).await;
    let page = plater.get("/ledger").await;
    assert!(page.body.contains("/confirm") && page.body.contains("조언·지도 · 1일"), "{}", page.body);
    let smith = test.signed_in(village.smith).await.get("/ledger").await;
    assert!(smith.body.contains("상대의 확인을 기다리고"), "{}", smith.body);
});

on_both!(the_account_leaves_as_a_file_that_excel_reads, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    one_entry(&test, &village).await;
    let smith = test.signed_in(village.smith).await;
    let csv = smith.get("/ledger.csv?of=own").await;
    assert_eq!(csv.status, StatusCode::OK);
    assert!(csv.body.starts_with('\u{feff}'));
    assert!(
        csv.body.contains("설비·공간,대관령도금,한빛정밀,난간 받침쇠에 녹이 습니다,3,1200000"),
        "{}",
        csv.body
    );
    let xlsx = smith.get("/ledger.xlsx?of=own").await;
    assert!(xlsx.status == StatusCode::OK && xlsx.body.starts_with("PK"));
});
