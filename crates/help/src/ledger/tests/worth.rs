//! Saying what a help was worth, and what the other side says to it.

use axum::http::StatusCode;
use dure_domain::SettlementState;
use dure_store::on_both;

use super::*;
use dure_web::testing::letters::{letters, link};

const WORTH: &[(&str, &str)] = &[("kind", "equipment"), ("days", "3"), ("won", "")];

on_both!(nobody_confirms_what_the_own_side_said, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let smith = test.signed_in(village.smith).await;
    smith.post(&worth_path(difficulty, ask), WORTH).await;
    let confirm = format!("/settlements/{}/confirm", statements(&test).await[0].id);
    for person in
        [village.smith, village.smiths_deputy, village.secretary, village.staff, village.carpenter_boss]
    {
        let answer = test.signed_in(person).await.post(&confirm, &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    assert!(entries(&test).await.is_empty());
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.post(&confirm, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(entries(&test).await.len(), 1);
});

on_both!(a_disputed_statement_makes_room_for_a_new_one, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let plater = test.signed_in(village.plater_boss).await;
    plater.post(&worth_path(difficulty, ask), WORTH).await;
    let twice = plater.post(&worth_path(difficulty, ask), WORTH).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "one statement stands at a time");
    let letter = letters(&test, village.smith, "settlement.stated").await.remove(0);
    let dispute = link(&letter, "/worth/dispute/");
    assert_eq!(test.stranger().post(&dispute, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reason = [("reason", "하루만 썼습니다")];
    assert_eq!(test.stranger().post(&dispute, &reason).await.status, StatusCode::SEE_OTHER);
    assert_eq!(statements(&test).await[0].state, SettlementState::Disputed);
    let told = letters(&test, village.plater_boss, "settlement.answered").await.remove(0);
    assert!(told.body_text.contains("하루만 썼습니다"), "{}", told.body_text);
    let confirm = link(&letter, "/worth/confirm/");
    test.stranger().post(&confirm, &[]).await;
    assert!(entries(&test).await.is_empty(), "a disputed statement cannot be confirmed any more");
    let again = plater.post(&worth_path(difficulty, ask), &[("kind", "equipment"), ("days", "1")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    // Two letters of one instant have no order.
    let mut both = letters(&test, village.smith, "settlement.stated").await.into_iter();
    let letter = both.find(|one| one.id != letter.id).expect("a second letter");
    test.stranger().post(&link(&letter, "/worth/confirm/"), &[]).await;
    assert_eq!(entries(&test).await[0].worth_days, 1);
});

on_both!(a_help_of_two_kinds_makes_two_entries, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let (smith, plater) = (test.signed_in(village.smith).await, test.signed_in(village.plater_boss).await);
    smith.post(&worth_path(difficulty, ask), WORTH).await;
    let page = smith.get(&format!("/difficulties/{difficulty}")).await;
    assert!(page.body.contains("다른 도움도 적기"), "{}", page.body);
    let material = [("kind", "material"), ("won", "30만원")];
    assert_eq!(plater.post(&worth_path(difficulty, ask), &material).await.status, StatusCode::SEE_OTHER);
    for (statement, other) in statements(&test).await.iter().zip([&plater, &smith]) {
        let confirm = format!("/settlements/{}/confirm", statement.id);
        assert_eq!(other.post(&confirm, &[]).await.status, StatusCode::SEE_OTHER);
    }
    let kinds: Vec<_> = entries(&test).await.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    assert_eq!(
        plater.post(&worth_path(difficulty, ask), &material).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
});

on_both!(the_secretary_writes_for_a_side_and_the_other_side_confirms, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let secretary = test.signed_in(village.secretary).await;
    let form = [("side", "helper"), ("kind", "labour"), ("days", "1")];
    assert_eq!(secretary.post(&worth_path(difficulty, ask), &form).await.status, StatusCode::SEE_OTHER);
    let statement = statements(&test).await.remove(0);
    assert_eq!(statement.stated_by, village.plater_boss, "in the name of the side");
    let confirm = format!("/settlements/{}/confirm", statement.id);
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.post(&confirm, &[]).await.status, StatusCode::FORBIDDEN);
    let deputy = test.signed_in(village.smiths_deputy).await;
    assert_eq!(deputy.post(&confirm, &[]).await.status, StatusCode::SEE_OTHER);
});

on_both!(amounts_that_are_not_understood_come_back_with_the_form, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let smith = test.signed_in(village.smith).await;
    let form = [("kind", "advice"), ("won", "한 백만원쯤"), ("days", "반나절"), ("note", "고맙습니다")];
    let answer = smith.post(&worth_path(difficulty, ask), &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["한 백만원쯤", "반나절", "고맙습니다", "150만원 또는", "반나절은 1일로"]
    {
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
    let nothing = smith.post(&worth_path(difficulty, ask), &[("kind", "advice")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
});

on_both!(worth_is_stated_only_of_help_that_was_given, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = offered(&test, &village).await;
    let smith = test.signed_in(village.smith).await;
    let early = smith.post(&worth_path(difficulty, ask), WORTH).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(statements(&test).await.is_empty());
});

on_both!(links_of_statements_expire_and_serve_one_answer, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    test.signed_in(village.smith).await.post(&worth_path(difficulty, ask), WORTH).await;
    let letter = letters(&test, village.plater_boss, "settlement.stated").await.remove(0);
    let token = link(&letter, "/worth/dispute/").replace("/worth/dispute/", "");
    let wrong = test.stranger().post(&format!("/worth/confirm/{token}"), &[]).await;
    assert_eq!(wrong.status, StatusCode::GONE);
    test.clock.advance_secs(31 * 86_400);
    let late = test.stranger().post(&link(&letter, "/worth/confirm/"), &[]).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(entries(&test).await.is_empty());
});
