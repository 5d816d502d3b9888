//! Links of mails: good for one answer, until they expire, and not to be altered.

use axum::http::StatusCode;
use dure_domain::AskState;
use dure_store::on_both;

use super::*;

on_both!(a_link_expires_after_a_fortnight, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let offer = link(&letter, "/answers/offer/");
    test.clock.advance_secs(14 * 86_400 + 1);
    for answer in [test.stranger().get(&offer).await, test.stranger().post(&offer, &[]).await] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.body.contains("이 링크는 더 이상 쓸 수 없습니다"), "{}", answer.body);
    }
    assert_eq!(request_to(&test, difficulty, village.plater_boss).await.state, AskState::Asked);
    let page = test.signed_in(village.plater_boss).await.get(&format!("/difficulties/{difficulty}")).await;
    assert!(page.body.contains("도움을 부탁받으셨습니다"), "answering in the program stays possible");
});

on_both!(a_link_is_good_for_one_answer_only, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let token = link(&letter, "/answers/decline/").replace("/answers/decline/", "");
    for other in ["offer", "pass"] {
        let wrong = test.stranger().post(&format!("/answers/{other}/{token}"), &[("name", "아무개")]).await;
        assert_eq!(wrong.status, StatusCode::GONE, "{other}");
    }
    assert_eq!(
        test.stranger().get(&format!("/answers/nonsense/{token}")).await.status,
        StatusCode::NOT_FOUND
    );
    let mut altered = token.clone();
    altered.replace_range(4..5, if &altered[4..5] == "A" { "B" } else { "A" });
    assert_eq!(
        test.stranger().post(&format!("/answers/decline/{altered}"), &[("reason", "busy")]).await.status,
        StatusCode::GONE
    );
    assert_eq!(request_to(&test, difficulty, village.plater_boss).await.state, AskState::Asked);
});

on_both!(a_used_link_says_kindly_what_was_answered, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let (offer, decline) = (link(&letter, "/answers/offer/"), link(&letter, "/answers/decline/"));
    test.stranger().post(&offer, &[]).await;
    for path in [&offer, &decline] {
        let page = test.stranger().get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("돕겠다고 답하셨습니다"), "{}", page.body);
    }
    test.stranger().post(&decline, &[("reason", "busy")]).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    assert_eq!(request.state, AskState::Offered, "a second answer by mail does not undo the first");
});
