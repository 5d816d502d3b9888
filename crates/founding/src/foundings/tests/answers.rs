//! Executives answer, and the group is founded.

use axum::http::StatusCode;
use dure_domain::{FoundingState, InvitationState};
use dure_store::on_both;

use super::*;

on_both!(the_seventh_acceptance_founds_the_group, |db| async move {
    let (test, village, all, id) = invited(TestApp::on(db).await, "치악융합교류회", (9, 8), 7).await;
    for (_, person) in &all[..6] {
        accepts(&test, *person).await;
    }
    let letter = letters(&test, all[6].1, "founding.invite").await.remove(0);
    let decline = link(&letter, "/invited/decline/");
    assert_eq!(test.stranger().post(&decline, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = [("reason", "busy"), ("words", "내년 봄이면 좋겠습니다")];
    assert_eq!(test.stranger().post(&decline, &said).await.status, StatusCode::SEE_OTHER);
    assert_eq!(founding(&test, id).await.state, FoundingState::Inviting);

    let staff = test.signed_in(village.staff).await;
    let page = staff.get(&format!("/foundings/{id}")).await.body;
    assert!(page.contains("1곳이 더 함께하겠다고 하면") && page.contains("내년 봄이면 좋겠습니다"), "{page}");
    let seen = test.signed_in(all[0].1).await.get(&format!("/foundings/{id}")).await.body;
    assert!(
        seen.contains("함께하겠다고 하셨습니다") && !seen.contains("내년 봄이면"),
        "reasons stay with the staff"
    );
    let recruits = staff.get(&format!("/foundings/{id}/recruits")).await.body;
    assert!(recruits.contains("새내기9호"), "{recruits}");

    accepts(&test, all[7].1).await;
    let after = founding(&test, id).await;
    assert_eq!(after.state, FoundingState::Founded);
    let group = after.group_id.expect("a group");
    let seats = members(&test, group).await;
    assert_eq!(seats.len(), 7);
    assert!(seats.iter().all(|seat| seat.delegate_id.is_some() && seat.industry_slot.is_some()));
    let told = letters(&test, all[7].1, "founding.founded").await.remove(0);
    assert!(
        told.body_text.contains("7곳으로 창립") && told.body_text.contains("새내기1호"),
        "{}",
        told.body_text
    );

    // Who declined thinks again, and joins the group that exists by now.
    let again = test.signed_in(all[6].1).await;
    let invitation = invitation(&test, id, all[6].0).await;
    let answer = again.post(&format!("/invitations/{}/accept", invitation.id), &[]).await;
    assert_eq!(answer.location, Some(format!("/foundings/{id}?done=joined")));
    assert_eq!(members(&test, group).await.len(), 8);
});

on_both!(one_may_think_again_until_the_group_is_founded, |db| async move {
    let (test, _, all, id) = invited(TestApp::on(db).await, "새벽회", (3, 3), 3).await;
    accepts(&test, all[0].1).await;
    let one = invitation(&test, id, all[0].0).await;
    let client = test.signed_in(all[0].1).await;
    let decline = format!("/invitations/{}/decline", one.id);
    assert_eq!(client.get(&decline).await.status, StatusCode::OK);
    assert_eq!(client.post(&decline, &[("reason", "far")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(invitation(&test, id, all[0].0).await.state, InvitationState::Declined);
    for (_, person) in &all {
        accepts(&test, *person).await;
    }
    assert_eq!(founding(&test, id).await.state, FoundingState::Founded);
    let refused = client.post(&decline, &[("reason", "far")]).await;
    assert_eq!(refused.location, Some(format!("/foundings/{id}?done=answered-before")));
    assert_eq!(invitation(&test, id, all[0].0).await.state, InvitationState::Accepted);
});

on_both!(a_link_is_good_for_one_answer_and_for_a_month, |db| async move {
    let (test, _, all, id) = invited(TestApp::on(db).await, "새벽회", (3, 3), 3).await;
    let letter = letters(&test, all[0].1, "founding.invite").await.remove(0);
    let accept = link(&letter, "/invited/accept/");
    let token = accept.trim_start_matches("/invited/accept/");
    let wrong = test.stranger().post(&format!("/invited/decline/{token}"), &[("reason", "busy")]).await;
    assert_eq!(wrong.status, StatusCode::GONE);
    let page = test.stranger().get(&accept).await;
    assert!(page.status == StatusCode::OK && page.body.contains("data-auto-submit"));
    assert_eq!(
        invitation(&test, id, all[0].0).await.state,
        InvitationState::Waiting,
        "looking changes nothing"
    );
    test.stranger().post(&accept, &[]).await;
    assert!(test.stranger().get(&accept).await.body.contains("함께하겠다고 하셨습니다"));
    test.clock.advance_secs(30 * 86_400 + 1);
    assert_eq!(test.stranger().get(&accept).await.status, StatusCode::GONE);
});

on_both!(the_broker_invites_more_withdraws_and_changes_the_number, |db| async move {
    let (test, village, all, id) = invited(TestApp::on(db).await, "새벽회", (5, 3), 4).await;
    let staff = test.signed_in(village.staff).await;
    let invite = format!("/foundings/{id}/invite");
    // The noodle maker of the village is of the same industry as the first newcomer.
    let rival = staff.post(&invite, &[("firm", &village.noodles.to_string())]).await;
    assert_eq!(rival.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(rival.body.contains("같은 업종") && rival.body.contains("새내기1호"), "{}", rival.body);
    let more = staff.post(&invite, &[("firm", &all[3].0.to_string())]).await;
    assert_eq!(more.location, Some(format!("/foundings/{id}?done=invited")));
    assert_eq!(
        staff.post(&invite, &[("firm", &all[3].0.to_string())]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let member = test.signed_in(all[0].1).await;
    assert_eq!(member.post(&invite, &[("firm", &all[4].0.to_string())]).await.status, StatusCode::FORBIDDEN);

    let gone = invitation(&test, id, all[2].0).await;
    staff.post(&format!("/foundings/{id}/invitations/{}/withdraw", gone.id), &[]).await;
    let used = letters(&test, all[2].1, "founding.invite").await.remove(0);
    assert!(test.stranger().get(&link(&used, "/invited/accept/")).await.body.contains("초대가 끝났습니다"));
    for (_, person) in &all[..2] {
        accepts(&test, *person).await;
    }
    assert_eq!(founding(&test, id).await.state, FoundingState::Inviting);
    let set = staff.post(&format!("/foundings/{id}/settings"), &[("name", "샛별회"), ("needed", "2")]).await;
    assert_eq!(set.location, Some(format!("/foundings/{id}?done=founded")));
    let group = founding(&test, id).await.group_id.expect("a group");
    assert_eq!(members(&test, group).await.len(), 2);
});

on_both!(a_founding_is_given_up_with_a_word, |db| async move {
    let (test, village, all, id) = invited(TestApp::on(db).await, "새벽회", (3, 3), 3).await;
    accepts(&test, all[0].1).await;
    let staff = test.signed_in(village.staff).await;
    let done =
        staff.post(&format!("/foundings/{id}/withdraw"), &[("word", "내년에 다시 모시겠습니다")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(founding(&test, id).await.state, FoundingState::Withdrawn);
    for (_, person) in &all {
        let told = letters(&test, *person, "founding.withdrawn").await;
        assert!(
            told.len() == 1 && told[0].body_text.contains("내년에 다시"),
            "everybody who may have counted on it"
        );
    }
    accepts(&test, all[1].1).await;
    assert_eq!(invitation(&test, id, all[1].0).await.state, InvitationState::Withdrawn);
    open(&test, &village, &new_group("새벽회", &firms_of(&all), 3)).await.expect("the name is free again");
});

on_both!(who_is_not_concerned_sees_nothing_of_it, |db| async move {
    let (test, village, all, id) = invited(TestApp::on(db).await, "새벽회", (4, 3), 3).await;
    let page = format!("/foundings/{id}");
    for person in [all[3].1, village.smith, village.outsider] {
        assert_eq!(test.signed_in(person).await.get(&page).await.status, StatusCode::NOT_FOUND);
        assert!(!test.signed_in(person).await.get("/foundings").await.body.contains("새벽회"));
    }
    for person in [all[0].1, village.staff] {
        assert!(test.signed_in(person).await.get("/foundings").await.body.contains("새벽회"));
    }
});
