//! Firms are invited.

use dure_domain::{FoundingPath, FoundingState, GroupId, InvitationState};
use dure_store::{Actor, on_both};
use dure_tables::{invitations, mails, people};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use crate::error::{Error, Result};
use crate::features::foundings::actions::{self, Joining, Opened, Opening, OpeningGroup};
use crate::features::foundings::store;
use crate::testing::TestApp;
use crate::testing::village::Village;

fn opening(village: &Village, name: &str, existing: Option<GroupId>) -> Opening {
    let firms = [village.smithy, village.plater, village.carpenter];
    let leaves = existing.map(|_| village.other_group);
    let group = OpeningGroup {
        name: name.into(),
        firms: firms.into_iter().map(|firm| Joining { firm, leaves }).collect(),
        place: "51130".parse().ok(),
        meeting_place: "원주 상공회의소".into(),
        existing,
    };
    Opening {
        draft: None,
        request: None,
        groups: vec![group],
        rules: "{}".into(),
        needed: 7,
        message: "함께 만나면 좋겠습니다".into(),
    }
}

async fn open(test: &TestApp, village: &Village, opening: &Opening) -> Result<Opened> {
    let viewer = test.viewer(village.staff).await;
    let app = &test.app;
    app.store
        .write(Actor::Person(viewer.person), |tx| {
            let (app, viewer, opening) = (app.clone(), viewer.clone(), opening.clone());
            async move { actions::open(&app, &tx, &viewer, &opening).await }
        })
        .await
}

on_both!(each_firm_is_invited_with_a_letter, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let opened = open(&test, &village, &opening(&village, "원주융합교류회", None)).await.expect("opened");
    assert!(opened.unreached.is_empty());
    let db = test.app.store.read();
    let founding = store::founding(db, opened.foundings[0]).await.expect("a founding");
    assert_eq!((founding.path, founding.state), (FoundingPath::Brokered, FoundingState::Inviting));
    let invited = store::invitations_of(db, founding.id).await.expect("invitations");
    assert!(invited.len() == 3 && invited.iter().all(|one| one.state == InvitationState::Waiting));
    let letters = mails::Entity::find().filter(mails::Column::Purpose.eq("founding.invite"));
    let letters = letters.all(db).await.expect("letters");
    assert_eq!(letters.len(), 3);
    let smith = letters.iter().find(|mail| mail.person_id == Some(village.smith)).expect("the delegate");
    for words in ["원주융합교류회", "대관령도금", "/invitations/accept/", "원주 상공회의소", "7곳이"]
    {
        assert!(smith.body_text.contains(words), "{words} in {}", smith.body_text);
    }
});

on_both!(silence_for_a_week_brings_one_reminder, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    open(&test, &village, &opening(&village, "원주융합교류회", None)).await.expect("opened");
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
    let refused = open(&test, &village, &opening(&village, "한울회", None)).await;
    assert!(matches!(refused, Err(Error::Rule(words)) if words.contains("한울회")));
    open(&test, &village, &opening(&village, "새회", None)).await.expect("opened");
    let again = open(&test, &village, &opening(&village, "새회", None)).await;
    assert!(matches!(again, Err(Error::Rule(_))));
});

on_both!(only_firms_from_outside_move_into_a_group, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let opened = open(&test, &village, &opening(&village, "", Some(village.group))).await.expect("opened");
    let db = test.app.store.read();
    let founding = store::founding(db, opened.foundings[0]).await.expect("a founding");
    assert_eq!((founding.path, founding.name.as_str()), (FoundingPath::Moved, "한울회"));
    let invited = store::invitations_of(db, founding.id).await.expect("invitations");
    assert_eq!(invited.len(), 1);
    assert_eq!((invited[0].firm_id, invited[0].leaves_id), (village.carpenter, Some(village.other_group)));
});

on_both!(a_firm_that_cannot_be_written_to_is_named, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let row = people::Entity::find_by_id(village.carpenter_boss).one(tx.db()).await?;
        let mut row = row.ok_or(Error::NotFound)?.into_active_model();
        row.left_at = Set(Some(tx.at()));
        row.update(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a firm without people");
    let opened = open(&test, &village, &opening(&village, "새회", None)).await.expect("opened");
    assert_eq!(opened.unreached, [village.carpenter]);
    let of_carpenter = invitations::Column::FirmId.eq(village.carpenter);
    let invited = invitations::Entity::find().filter(of_carpenter).all(test.app.store.read()).await;
    assert_eq!(invited.expect("invitations")[0].person_id, None);
});
