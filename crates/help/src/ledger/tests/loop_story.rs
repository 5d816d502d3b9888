//! The whole loop: posted, asked, answered from the mail, closed, worth confirmed from the mail, found
//! in the account and found again as knowledge.

use axum::http::StatusCode;
use dure_domain::{AskState, DifficultyStatus, EventKind, GiveKind, Won};
use dure_store::on_both;

use super::*;
use dure_web::testing::letters::{letters, link};

on_both!(from_the_request_to_the_account_and_the_case_that_is_found_again, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    test.stranger().post(&link(&letter, "/answers/offer/"), &[]).await;
    let ask = request_to(&test, difficulty, village.plater_boss).await;

    let smith = test.signed_in(village.smith).await;
    let form_page = smith.get(&format!("/difficulties/{difficulty}/close")).await;
    assert!(form_page.body.contains("대관령도금 이도금 대표"), "{}", form_page.body);
    let (ask_id, version) = (ask.id.to_string(), now(&test, difficulty).await.version.to_string());
    let form = [
        ("outcome", "solved"),
        ("note", "크로메이트 막을 두 번 올리고 두께를 12마이크로로 바꿈"),
        ("helped", ask_id.as_str()),
        ("version", version.as_str()),
        ("keep", "yes"),
        ("effect", "반품이 한 달 40개에서 2개로"),
        ("case_visibility", "federation"),
    ];
    let closed = smith.post(&format!("/difficulties/{difficulty}/close"), &form).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    assert_eq!(now(&test, difficulty).await.status, DifficultyStatus::Closed);
    assert_eq!(request_to(&test, difficulty, village.plater_boss).await.state, AskState::Helped);
    assert_eq!(letters(&test, village.plater_boss, "difficulty.closed").await.len(), 1);

    let page = smith.get(&format!("/difficulties/{difficulty}")).await;
    assert!(page.body.contains("값어치 적기"), "{}", page.body);
    let worth = [("kind", "advice"), ("days", "2일"), ("won", "150만원"), ("note", "공장까지 와 주심")];
    let stated = smith.post(&worth_path(difficulty, ask.id), &worth).await;
    assert_eq!(stated.status, StatusCode::SEE_OTHER, "{}", stated.body);
    assert!(entries(&test).await.is_empty(), "one side alone makes no entry");

    let letter = letters(&test, village.plater_boss, "settlement.stated").await.remove(0);
    assert!(letter.body_text.contains("조언·지도 · 2일 · 1,500,000원"), "{}", letter.body_text);
    let confirm = link(&letter, "/worth/confirm/");
    let seen = test.stranger().get(&confirm).await;
    assert!(seen.body.contains("data-auto-submit") && entries(&test).await.is_empty());
    assert_eq!(test.stranger().post(&confirm, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(test.stranger().get(&confirm).await.body.contains("서로 확인했습니다"));
    let entry = entries(&test).await.remove(0);
    assert_eq!((entry.kind, entry.worth_won, entry.worth_days), (GiveKind::Advice, Won(1_500_000), 2));
    assert_eq!((entry.from_firm_id, entry.to_firm_id), (Some(village.plater), village.smithy));

    let account = test.signed_in(village.plater_boss).await.get("/ledger").await;
    assert!(account.body.contains("1건 · 2일 · 1,500,000원"), "{}", account.body);
    assert!(account.body.contains("난간 받침쇠에 녹이 습니다"));

    test.settle().await;
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let found = carpenter.get("/knowledge?q=%EB%85%B9").await; // 녹
    assert!(
        found.body.contains("난간 받침쇠에 녹이 습니다") && found.body.contains("대관령도금"),
        "{}",
        found.body
    );
    let kinds = told(&test, difficulty).await;
    for kind in [
        EventKind::Asked,
        EventKind::Offered,
        EventKind::Closed,
        EventKind::Kept,
        EventKind::Stated,
        EventKind::Confirmed,
    ] {
        assert!(kinds.contains(&kind), "{kind}");
    }
});

on_both!(closing_asks_for_an_outcome_and_keeps_what_was_typed, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, _) = offered(&test, &village).await;
    let smith = test.signed_in(village.smith).await;
    let path = format!("/difficulties/{difficulty}/close");
    let answer = smith.post(&path, &[("note", "두께를 바꿨습니다"), ("version", "2")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("두께를 바꿨습니다") && answer.body.contains("하나 골라 주세요"),
        "{}",
        answer.body
    );
    let late = smith.post(&path, &[("outcome", "partly"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "somebody changed it meanwhile");
    let stranger = test.signed_in(village.carpenter_boss).await;
    assert_eq!(
        stranger.post(&path, &[("outcome", "solved"), ("version", "2")]).await.status,
        StatusCode::FORBIDDEN
    );
});

on_both!(who_was_still_asked_need_not_answer_when_it_has_ended, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let secretary = test.signed_in(village.secretary).await;
    let form = [("outcome", "unsolved"), ("version", "1")];
    assert_eq!(
        secretary.post(&format!("/difficulties/{difficulty}/close"), &form).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(request_to(&test, difficulty, village.plater_boss).await.state, AskState::Withdrawn);
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let page = test.stranger().get(&link(&letter, "/answers/offer/")).await;
    assert!(page.body.contains("더 이상 답하지 않으셔도 됩니다"), "{}", page.body);
    let smith = test.signed_in(village.smith).await;
    assert_eq!(
        smith.post(&format!("/difficulties/{difficulty}/reopen"), &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let again = now(&test, difficulty).await;
    assert_eq!((again.status, again.outcome), (DifficultyStatus::Open, None));
    ask_plater(&test, &village, difficulty).await;
});
