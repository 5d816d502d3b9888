//! Firms are invited.

use dure_domain::{FoundingPath, FoundingState, GroupId, InvitationState};
use dure_store::on_both;
use dure_tables::mails;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::*;

fn villagers(village: &Village, name: &str) -> Opening {
    new_group(name, &[village.smithy, village.plater, village.carpenter], 7)
}

fn moving(village: &Village, into: GroupId) -> Opening {
    let mut opening = villagers(village, "");
    opening.groups[0].existing = Some(into);
    for joining in &mut opening.groups[0].firms {
        joining.leaves = Some(village.other_group);
    }
    opening
}

on_both!(each_firm_is_invited_with_a_letter, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let opened = open(&test, &village, &villagers(&village, "원주융합교류회")).await.expect("opened");
    assert!(opened.unreached.is_empty());
    let founding = founding(&test, opened.foundings[0]).await;
    assert_eq!((founding.path, founding.state), (FoundingPath::Brokered, FoundingState::Inviting));
    let invited = store::invitations_of(test.app.store.read(), founding.id).await.expect("invitations");
    assert!(invited.len() == 3 && invited.iter().all(|one| one.state == InvitationState::Waiting));
    let smith = letters(&test, village.smith, "founding.invite").await.remove(0);
    for words in ["원주융합교류회", "대관령도금", "/invited/accept/", "원주 상공회의소", "7곳이"]
    {
        assert!(smith.body_text.contains(words), "{words} in {}", smith.body_text);
    }
});

on_both!(silence_for_a_week_brings_one_reminder, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    open(&test, &village, &villagers(&village, "원주융합교류회")).await.expect("opened");
    for _ in 0..3 {
        test.clock.advance_secs(7 * 86_400 + 1);
        test.settle().await;
    }
    let reminders = mails::Entity::find().filter(mails::Column::Purpose.eq("founding.remind"));
    assert_eq!(reminders.all(test.app.store.read()).await.expect("letters").len(), 3);
});

on_both!(a_name_that_is_borne_is_refused, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let refused = open(&test, &village, &villagers(&village, "한울회")).await;
    assert!(matches!(refused, Err(Error::Rule(words)) if words.contains("한울회")));
    open(&test, &village, &villagers(&village, "새회")).await.expect("opened");
    let again = open(&test, &village, &villagers(&village, "새회")).await;
    assert!(matches!(again, Err(Error::Rule(_))));
});

on_both!(only_firms_from_outside_move_into_a_group, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let opened = open(&test, &village, &moving(&village, village.group)).await.expect("opened");
    let founding = founding(&test, opened.foundings[0]).await;
    assert_eq!((founding.path, founding.name.as_str()), (FoundingPath::Moved, "한울회"));
    let invited = store::invitations_of(test.app.store.read(), founding.id).await.expect("invitations");
    assert_eq!(invited.len(), 1);
    assert_eq!((invited[0].firm_id, invited[0].leaves_id), (village.carpenter, Some(village.other_group)));
});

on_both!(a_firm_that_cannot_be_written_to_is_named, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    leaves(&test, village.carpenter_boss).await;
    let opened = open(&test, &village, &villagers(&village, "새회")).await.expect("opened");
    assert_eq!(opened.unreached, [village.carpenter]);
    assert_eq!(invitation(&test, opened.foundings[0], village.carpenter).await.person_id, None);
    let staff = test.signed_in(village.staff).await;
    let page = staff.get(&format!("/foundings/{}", opened.foundings[0])).await;
    assert!(page.body.contains("전화로 여쭤 주세요"), "{}", page.body);
});
