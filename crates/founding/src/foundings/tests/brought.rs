//! Executives who know each other register their group.

use axum::http::StatusCode;
use dure_domain::{FoundingState, InvitationState};
use dure_store::on_both;

use super::*;

fn form<'a>(name: &'a str, firms: &'a [String], act: &'a str, version: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![
        ("name", name),
        ("meeting_place", "원주역 앞"),
        ("charter", "매달 둘째 목요일에 만난다"),
        ("do", act),
        ("version", version),
    ];
    form.extend(firms.iter().map(|firm| ("firm", firm.as_str())));
    form
}

async fn proposed(test: &TestApp, all: &[Newcomer]) -> FoundingId {
    let ids: Vec<String> = all.iter().map(|(firm, _)| firm.to_string()).collect();
    let client = test.signed_in(all[0].1).await;
    let sent = client.post("/foundings/new", &form("새벽회", &ids, "send", "")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let place = sent.location.expect("its page");
    place.trim_start_matches("/foundings/").split('?').next().and_then(|id| id.parse().ok()).expect("a key")
}

on_both!(the_rules_check_a_group_at_once, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 7).await;
    let mut ids: Vec<String> = all.iter().map(|(firm, _)| firm.to_string()).collect();
    ids[6] = village.noodles.to_string();
    let client = test.signed_in(all[0].1).await;
    let checked = client.post("/foundings/new", &form("한울회", &ids, "check", "")).await;
    assert_eq!(checked.status, StatusCode::OK);
    let refused = client.post("/foundings/new", &form("한울회", &ids, "send", "")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for body in [checked.body, refused.body] {
        assert!(body.contains("봉평면옥") && body.contains("같은 업종"), "the same industry twice: {body}");
        assert!(body.contains("다른 이름"), "the name is taken");
        assert!(body.contains("떨어져 있습니다"), "Pyeongchang is far from Wonju");
        assert!(body.contains("매달 둘째 목요일"), "nothing is lost");
    }
    let few = client.post("/foundings/new", &form("새벽회", &ids[..6], "send", "")).await;
    assert!(few.status == StatusCode::UNPROCESSABLE_ENTITY && few.body.contains("1곳을 더"));
});

on_both!(executives_confirm_and_the_federation_registers, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 8).await;
    let id = proposed(&test, &all).await;
    assert_eq!(letters(&test, village.staff, "founding.proposed").await.len(), 1);
    assert_eq!(
        invitation(&test, id, all[0].0).await.state,
        InvitationState::Accepted,
        "who brings it confirms"
    );
    let staff = test.signed_in(village.staff).await;
    let register = format!("/foundings/{id}/register");
    assert_eq!(staff.post(&register, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "too early");
    for (_, person) in &all[1..7] {
        accepts(&test, *person).await;
    }
    assert_eq!(founding(&test, id).await.state, FoundingState::Proposed, "the federation has the last word");
    assert_eq!(staff.post(&register, &[]).await.status, StatusCode::SEE_OTHER);
    let after = founding(&test, id).await;
    let group = after.group_id.expect("a group");
    assert_eq!(members(&test, group).await.len(), 7);
    accepts(&test, all[7].1).await;
    assert_eq!(members(&test, group).await.len(), 8, "who confirms later joins");
});

on_both!(a_proposal_comes_back_with_a_word_and_is_mended, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 9).await;
    let id = proposed(&test, &all[..8]).await;
    accepts(&test, all[1].1).await;
    let staff = test.signed_in(village.staff).await;
    let back = format!("/foundings/{id}/return");
    assert_eq!(staff.post(&back, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not without a word");
    assert_eq!(staff.post(&back, &[("word", "모이는 곳을 정해 주세요")]).await.status, StatusCode::SEE_OTHER);
    let told = letters(&test, all[0].1, "founding.returned").await;
    assert!(told[0].body_text.contains("모이는 곳을 정해"));

    let client = test.signed_in(all[0].1).await;
    let edit = format!("/foundings/{id}/edit");
    assert!(client.get(&edit).await.body.contains("매달 둘째 목요일"));
    let firms: Vec<String> =
        all.iter().map(|(firm, _)| firm.to_string()).filter(|id| *id != all[7].0.to_string()).collect();
    assert_eq!(client.post(&edit, &form("샛별회", &firms, "send", "1")).await.status, StatusCode::CONFLICT);
    let version = founding(&test, id).await.version.to_string();
    assert_eq!(
        client.post(&edit, &form("샛별회", &firms, "send", &version)).await.status,
        StatusCode::SEE_OTHER
    );
    let after = founding(&test, id).await;
    assert_eq!((after.state, after.name.as_str()), (FoundingState::Proposed, "샛별회"));
    assert_eq!(
        invitation(&test, id, all[1].0).await.state,
        InvitationState::Accepted,
        "what was confirmed stays"
    );
    assert_eq!(invitation(&test, id, all[7].0).await.state, InvitationState::Withdrawn);
    assert_eq!(invitation(&test, id, all[8].0).await.state, InvitationState::Waiting);
    let other = test.signed_in(all[1].1).await;
    assert_eq!(other.get(&edit).await.status, StatusCode::FORBIDDEN);
});
