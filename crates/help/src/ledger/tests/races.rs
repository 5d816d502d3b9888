//! Two at once.

use dure_store::on_both;

use super::*;
use dure_web::testing::letters::{letters, link};

on_both!(two_confirmations_at_once_make_one_entry, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let worth = [("kind", "material"), ("won", "30만원")];
    test.signed_in(village.smith).await.post(&worth_path(difficulty, ask), &worth).await;
    let letter = letters(&test, village.plater_boss, "settlement.stated").await.remove(0);
    let (by_link, id) = (link(&letter, "/worth/confirm/"), statements(&test).await[0].id);
    let signed_in = format!("/settlements/{id}/confirm");
    let (one, two, plater) = (test.stranger(), test.stranger(), test.signed_in(village.plater_boss).await);
    let (a, b, c) =
        tokio::join!(one.post(&by_link, &[]), two.post(&by_link, &[]), plater.post(&signed_in, &[]));
    for answer in [a, b, c] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    assert_eq!(entries(&test).await.len(), 1);
    assert_eq!(letters(&test, village.smith, "settlement.answered").await.len(), 1);
});

on_both!(two_statements_at_once_leave_one_standing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    let (smith, plater) = (test.signed_in(village.smith).await, test.signed_in(village.plater_boss).await);
    let path = worth_path(difficulty, ask);
    let (less, more) = ([("kind", "advice"), ("days", "1")], [("kind", "advice"), ("days", "9")]);
    let (a, b) = tokio::join!(smith.post(&path, &less), plater.post(&path, &more));
    let mut statuses = [a.status, b.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    assert_eq!(statements(&test).await.len(), 1);
});
