//! From the request to the answer, and what everybody sees of it.

use axum::http::StatusCode;
use dure_domain::{AskState, DifficultyStatus, HelperKind, NoticeWay, Visibility};
use dure_store::on_both;
use dure_tables::{audit, experts, programmes, resources};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::*;

on_both!(a_helper_is_asked_and_offers_by_one_tap_in_the_mail, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    assert!(letter.subject.contains("난간 받침쇠에 녹이 습니다"), "{}", letter.subject);
    assert!(letter.body_text.contains("한빛정밀 김대장 대표님이"), "{}", letter.body_text);
    assert!(letter.body_text.contains("염수분무 500시간"), "{}", letter.body_text);
    assert!(letter.body_text.contains("이런 점에서 부탁드립니다"), "{}", letter.body_text);

    let offer = link(&letter, "/answers/offer/");
    let page = test.stranger().get(&offer).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("data-auto-submit"));
    let before = request_to(&test, difficulty, village.plater_boss).await;
    assert_eq!(before.state, AskState::Asked, "looking at a link changes nothing");

    let answer = test.stranger().post(&offer, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let thanks = test.stranger().get(&answer.location.expect("the same address")).await;
    assert!(
        thanks.body.contains("돕겠다고 답하셨습니다") && thanks.body.contains("김대장"),
        "{}",
        thanks.body
    );
    let after = request_to(&test, difficulty, village.plater_boss).await;
    assert_eq!(after.state, AskState::Offered);
    assert_eq!(now(&test, difficulty).await.status, DifficultyStatus::Helping);
    assert_eq!(letters(&test, village.smith, "difficulty.answered").await.len(), 1);
    assert_eq!(letters(&test, village.plater_boss, "difficulty.offered").await.len(), 1);
});

on_both!(who_cannot_be_asked_is_named_and_the_others_are_asked, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    let read = test.app.store.read();
    let resource = resources::Entity::find().one(read).await.unwrap().expect("a resource");
    let expert = experts::Entity::find().one(read).await.unwrap().expect("an expert");
    let programme = programmes::Entity::find().one(read).await.unwrap().expect("a programme");
    let helpers = [
        helper(HelperKind::Firm, village.plater),
        helper(HelperKind::Resource, resource.id),
        helper(HelperKind::Expert, expert.id),
        helper(HelperKind::Programme, programme.id),
        helper(HelperKind::Firm, village.smithy),
        helper(HelperKind::Firm, village.outsider_firm),
    ];
    let form: Vec<(&str, &str)> = helpers.iter().map(|one| ("helper", one.as_str())).collect();
    let smith = test.signed_in(village.smith).await;
    let answer = smith.post(&format!("/difficulties/{difficulty}/asks"), &form).await;
    let location = answer.location.expect("a way on");
    assert!(location.contains("sent=3"), "{location}");
    assert!(location.contains(&format!("missed=already.{}", helpers[1])), "the same person: {location}");
    assert!(location.contains("missed=own.") && location.contains("missed=unknown."), "{location}");
    let asked: Vec<_> = requests(&test, difficulty).await.into_iter().map(|ask| ask.person_id).collect();
    assert!(asked.contains(&village.expert) && asked.contains(&village.official));
    let page = smith.get(location.split('#').next().unwrap_or_default()).await;
    assert!(page.body.contains("3곳에 부탁했습니다"), "{}", page.body);
    assert!(page.body.contains("대관령도금 · 염수분무 시험기에는 이미"), "{}", page.body);
});

on_both!(a_delegate_without_mail_leaves_the_letter_to_others_of_the_firm, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    without_mail(&test, village.plater_boss).await;
    ask_plater(&test, &village, difficulty).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    assert_eq!(request.state, AskState::Asked, "asked all the same: the request waits in the program");
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    assert_eq!((letter.way, letter.to_address.as_str()), (NoticeWay::Here, ""), "read in Dure alone");
});

on_both!(a_helper_declines_in_the_program_and_must_say_why, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let plater = test.signed_in(village.plater_boss).await;
    let page = plater.get(&format!("/difficulties/{difficulty}")).await;
    assert!(page.body.contains("도움을 부탁받으셨습니다"), "{}", page.body);
    let request = request_to(&test, difficulty, village.plater_boss).await;
    let path = format!("/asks/{}/decline", request.id);
    let words = "시험기가 1월까지 차 있습니다";
    let nothing = plater.post(&path, &[("words", words)]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.body.contains(words), "what was typed stays");
    let done = plater.post(&path, &[("reason", "means"), ("words", words)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let smith = test.signed_in(village.smith).await;
    let page = smith.get(&format!("/difficulties/{difficulty}")).await;
    assert!(page.body.contains("설비나 사람이 없습니다 — 시험기가"), "{}", page.body);
    let secret =
        test.signed_in(village.carpenter_boss).await.get(&format!("/difficulties/{difficulty}")).await;
    assert!(!secret.body.contains("시험기가 1월까지"), "who said no and why is not for others");
});

on_both!(a_request_that_is_passed_on_asks_the_one_who_was_named, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let pass = link(&letter, "/answers/pass/");
    assert_eq!(test.stranger().post(&pass, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let carpenter = helper(HelperKind::Firm, village.carpenter);
    let done = test.stranger().post(&pass, &[("to", &carpenter), ("words", "건조로가 있습니다")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let first = request_to(&test, difficulty, village.plater_boss).await;
    assert_eq!(first.state, AskState::Passed);
    let second = request_to(&test, difficulty, village.carpenter_boss).await;
    assert_eq!((second.state, second.passed_from), (AskState::Asked, Some(first.id)));
    let letter = letters(&test, village.carpenter_boss, "difficulty.ask").await.remove(0);
    assert!(letter.body_text.contains("이도금 대표님이"), "{}", letter.body_text);
});

on_both!(what_only_named_helpers_may_see_is_not_passed_on_by_itself, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = posted(&test, &village, Visibility::Named, false).await;
    ask_plater(&test, &village, difficulty).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    let plater = test.signed_in(village.plater_boss).await;
    let carpenter = helper(HelperKind::Firm, village.carpenter);
    let path = format!("/asks/{}/pass", request.id);
    assert_eq!(
        plater.post(&path, &[("to", &carpenter), ("name", "오대목재")]).await.status,
        StatusCode::SEE_OTHER
    );
    let all = requests(&test, difficulty).await;
    assert_eq!(all.len(), 1, "nobody else was told");
    assert_eq!((all[0].state, all[0].answer.as_str()), (AskState::Passed, "오대목재"));
});

on_both!(help_is_offered_without_being_asked_by_whoever_may_see_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    let path = format!("/difficulties/{difficulty}/offers");
    let carpenter = test.signed_in(village.carpenter_boss).await;
    assert_eq!(
        carpenter.post(&path, &[("message", "방청유를 나눠 드릴게요")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(carpenter.post(&path, &[]).await.status, StatusCode::SEE_OTHER, "twice does no harm");
    let offer = request_to(&test, difficulty, village.carpenter_boss).await;
    assert_eq!((offer.state, offer.asked_by), (AskState::Offered, None));
    assert_eq!(now(&test, difficulty).await.status, DifficultyStatus::Helping);
    assert_eq!(letters(&test, village.smith, "difficulty.answered").await.len(), 1);
    let own = test.signed_in(village.smiths_deputy).await;
    assert_eq!(own.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not to the own firm");
    let outsider = test.signed_in(village.outsider).await;
    assert_eq!(outsider.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
});

on_both!(the_secretary_acts_for_others_and_the_audit_says_who, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    let secretary = test.signed_in(village.secretary).await;
    let plater = helper(HelperKind::Firm, village.plater);
    let path = format!("/difficulties/{difficulty}/asks");
    assert_eq!(secretary.post(&path, &[("helper", &plater)]).await.status, StatusCode::SEE_OTHER);
    let request = request_to(&test, difficulty, village.plater_boss).await;
    assert_eq!(request.asked_by, Some(village.secretary));
    let told = secretary.post(&format!("/asks/{}/offer", request.id), &[("words", "전화로 들음")]).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER);
    let trail = audit::Entity::find()
        .filter(audit::Column::SubjectId.eq(request.id.uuid()))
        .filter(audit::Column::Action.eq("asks.offer"))
        .one(test.app.store.read())
        .await
        .unwrap()
        .expect("an audit entry");
    assert_eq!(trail.actor_id, Some(village.secretary));
    let stranger = test.signed_in(village.carpenter_boss).await;
    assert_eq!(stranger.post(&path, &[("helper", &plater)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        stranger.post(&format!("/asks/{}/offer", request.id), &[]).await.status,
        StatusCode::FORBIDDEN
    );
});

on_both!(a_request_is_taken_back_and_its_links_say_so, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    let smith = test.signed_in(village.smith).await;
    assert_eq!(
        smith.post(&format!("/difficulties/{difficulty}/asks/{}/withdraw", request.id), &[]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(letters(&test, village.plater_boss, "difficulty.withdrawn").await.len(), 1);
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    let page = test.stranger().get(&link(&letter, "/answers/offer/")).await;
    assert!(page.body.contains("더 이상 답하지 않으셔도 됩니다"), "{}", page.body);
    ask_plater(&test, &village, difficulty).await;
    assert_eq!(requests(&test, difficulty).await.len(), 2, "asked anew");
});

on_both!(an_offer_that_is_taken_back_lets_the_difficulty_look_for_help_again, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    let plater = test.signed_in(village.plater_boss).await;
    plater.post(&format!("/asks/{}/offer", request.id), &[]).await;
    assert_eq!(now(&test, difficulty).await.status, DifficultyStatus::Helping);
    plater.post(&format!("/asks/{}/decline", request.id), &[("reason", "busy")]).await;
    assert_eq!(now(&test, difficulty).await.status, DifficultyStatus::Open);
});

on_both!(three_days_of_silence_bring_one_reminder_and_no_second, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    test.clock.advance_secs(3 * 86_400 - 60);
    test.settle().await;
    assert!(letters(&test, village.plater_boss, "difficulty.remind").await.is_empty());
    test.clock.advance_secs(120);
    test.settle().await;
    test.clock.advance_secs(5 * 86_400);
    test.settle().await;
    let reminders = letters(&test, village.plater_boss, "difficulty.remind").await;
    assert_eq!(reminders.len(), 1);
    let offer = link(&reminders[0], "/answers/offer/");
    assert_eq!(test.stranger().post(&offer, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(request_to(&test, difficulty, village.plater_boss).await.state, AskState::Offered);
});

on_both!(who_has_answered_is_not_reminded, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    test.signed_in(village.plater_boss).await.post(&format!("/asks/{}/offer", request.id), &[]).await;
    test.clock.advance_secs(4 * 86_400);
    test.settle().await;
    assert!(letters(&test, village.plater_boss, "difficulty.remind").await.is_empty());
});

on_both!(who_asks_is_told_that_it_was_seen_by_who_was_asked_alone, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let request = request_to(&test, difficulty, village.plater_boss).await;
    let (page, seen) = (format!("/difficulties/{difficulty}"), format!("/asks/{}/seen", request.id));
    let plater = test.signed_in(village.plater_boss).await;
    let asked = plater.get(&page).await.body;
    assert!(
        asked.contains(&format!(r#"data-seen="{seen}""#)) && asked.contains("보셨다는 것이 표시됩니다"),
        "{asked}"
    );
    let smith = test.signed_in(village.smith).await;
    assert!(!smith.get(&page).await.body.contains("방금 봄"), "fetching the page says nothing");
    for other in [village.smith, village.secretary, village.staff] {
        let other = test.signed_in(other).await;
        assert_eq!(other.post(&seen, &[]).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(plater.post(&seen, &[]).await.status, StatusCode::NO_CONTENT);
    assert!(smith.get(&page).await.body.contains("방금 봄"));
    let first = request_to(&test, difficulty, village.plater_boss).await.seen_at;
    test.clock.advance_secs(3_600);
    assert_eq!(plater.post(&seen, &[]).await.status, StatusCode::NO_CONTENT);
    assert_eq!(
        request_to(&test, difficulty, village.plater_boss).await.seen_at,
        first,
        "the first time counts"
    );
    assert!(!plater.get(&page).await.body.contains("data-seen"), "told once");
});
