//! Firms move into groups that exist.

use dure_domain::FoundingState;
use dure_store::on_both;

use super::*;

fn moved(into: GroupId, firm: FirmId, from: GroupId) -> OpeningGroup {
    OpeningGroup {
        name: String::new(),
        firms: vec![Joining { firm, leaves: Some(from) }],
        place: None,
        meeting_place: String::new(),
        existing: Some(into),
    }
}

async fn seats(test: &TestApp, firm: FirmId) -> Vec<GroupId> {
    let all = store::memberships_of(test.app.store.read(), [firm]).await.expect("memberships");
    all.into_iter().map(|row| row.group_id).collect()
}

on_both!(who_agrees_to_move_moves_at_once, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let mut opening = new_group("", &[], 7);
    opening.groups = vec![moved(village.group, village.carpenter, village.other_group)];
    let id = open(&test, &village, &opening).await.expect("opened").foundings[0];
    accepts(&test, village.carpenter_boss).await;
    assert_eq!(seats(&test, village.carpenter).await, [village.group]);
    assert_eq!(founding(&test, id).await.state, FoundingState::Founded);
    assert_eq!(letters(&test, village.carpenter_boss, "founding.joined").await.len(), 1);
});

on_both!(a_move_onto_a_seat_that_is_held_waits, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 1).await;
    let (newcomer, boss) = all[0];
    // The newcomer makes noodles, as a member of the group does.
    let mut opening = new_group("", &[], 7);
    opening.groups = vec![OpeningGroup {
        firms: vec![Joining { firm: newcomer, leaves: None }],
        ..moved(village.group, newcomer, village.other_group)
    }];
    let id = open(&test, &village, &opening).await.expect("opened").foundings[0];
    accepts(&test, boss).await;
    assert!(seats(&test, newcomer).await.is_empty());
    let page = test.signed_in(boss).await.get(&format!("/foundings/{id}")).await.body;
    assert!(page.contains("함께 옮깁니다"), "{page}");
    assert_eq!(founding(&test, id).await.state, FoundingState::Inviting);
});
