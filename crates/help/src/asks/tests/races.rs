//! Two at once.

use dure_domain::AskState;
use dure_store::on_both;

use super::*;

on_both!(two_answers_at_once_count_as_one, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let (offer, decline) = (link(&letter, "/answers/offer/"), link(&letter, "/answers/decline/"));
    let form = [("reason", "busy")];
    let (one, two, three) = (test.stranger(), test.stranger(), test.stranger());
    let (a, b, c) = tokio::join!(one.post(&offer, &[]), two.post(&decline, &form), three.post(&offer, &[]));
    for answer in [a, b, c] {
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    let request = request_to(&test, difficulty, village.plater_boss).await;
    assert!(matches!(request.state, AskState::Offered | AskState::Declined));
    assert_eq!(letters(&test, village.smith, "difficulty.answered").await.len(), 1, "one answer, one letter");
});

on_both!(two_offers_at_once_are_one_offer, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    let path = format!("/difficulties/{difficulty}/offers");
    let (one, two) =
        (test.signed_in(village.carpenter_boss).await, test.signed_in(village.carpenter_boss).await);
    let (a, b) = tokio::join!(one.post(&path, &[]), two.post(&path, &[]));
    assert_eq!((a.status, b.status), (axum::http::StatusCode::SEE_OTHER, axum::http::StatusCode::SEE_OTHER));
    assert_eq!(requests(&test, difficulty).await.len(), 1);
});

on_both!(two_who_ask_the_same_helper_at_once_ask_once, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    let path = format!("/difficulties/{difficulty}/asks");
    let plater = helper(HelperKind::Firm, village.plater);
    let form = [("helper", plater.as_str())];
    let (one, two) = (test.signed_in(village.smith).await, test.signed_in(village.secretary).await);
    let (a, b) = tokio::join!(one.post(&path, &form), two.post(&path, &form));
    assert_eq!((a.status, b.status), (axum::http::StatusCode::SEE_OTHER, axum::http::StatusCode::SEE_OTHER));
    assert_eq!(requests(&test, difficulty).await.len(), 1);
    assert_eq!(letters(&test, village.plater_boss, "difficulty.ask").await.len(), 1);
});
