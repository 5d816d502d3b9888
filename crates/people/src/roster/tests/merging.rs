//! Two firms become one: everything moves, nothing is lost.

use axum::http::StatusCode;
use dure_domain::{
    AskState, DifficultyStatus, FirmId, HelperKind, Id, Moment, NeedKind, PersonId, Visibility,
};
use dure_store::{Actor, Tx, on_both};
use dure_tables::{asks, audit, difficulties, files, firms, memberships, people, resources};
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::{bring_in, firm};
use crate::roster::store::hanging::{self, Hanging};
use crate::testing::Housed as _;

async fn hangs(test: &TestApp, firm: FirmId) -> Hanging {
    hanging::count(test.app.store.read(), firm, true).await.expect("counts")
}

/// A difficulty of the twin.
fn peeling(tx: &Tx, village: &Village, firm: FirmId, author: PersonId) -> difficulties::ActiveModel {
    difficulties::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        firm_id: Set(firm),
        author_id: Set(author),
        title: Set("도금이 벗겨짐".into()),
        need: Set(NeedKind::Quality),
        visibility: Set(Visibility::Federation),
        status: Set(DifficultyStatus::Open),
        created_at: Set(tx.at()),
        updated_at: Set(tx.at()),
        posted_at: Set(Some(tx.at())),
        version: Set(1),
        ..Default::default()
    }
}

/// A second entry of the plater, with a delegate, a membership in the same group, a resource, a
/// difficulty and a request for help.
async fn twin(test: &TestApp, village: &Village) -> firms::Model {
    let staff = test.signed_in(village.staff).await;
    let file = "교류회,업체명,대표자,전화,팩스,주소,가입일\n한울회,대관령도끔,이도금,033-640-5001,033-640-5002,강릉시,2001.1.1\n";
    bring_in(test, &staff, "a.csv", file.as_bytes(), "column").await;
    let twin = firm(test, "대관령도끔").await.expect("the twin");
    let (id, village) = (twin.id, *village);
    let people =
        people::Entity::find().filter(people::Column::FirmId.eq(id)).all(test.app.store.read()).await;
    let person = people.expect("people").first().expect("a delegate").id;
    let laid: Result<(), Error> = test
        .app
        .store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            resources::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(village.federation),
                firm_id: Set(id),
                kind: Set(dure_domain::ResourceKind::Facility),
                title: Set("도금조".into()),
                created_at: Set(tx.at()),
                version: Set(1),
                ..Default::default()
            }
            .insert(tx.db())
            .await?;
            let difficulty = peeling(&tx, &village, id, person).insert(tx.db()).await?;
            asks::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(village.federation),
                difficulty_id: Set(difficulty.id),
                helper_kind: Set(HelperKind::Firm),
                helper_key: Set(id.uuid()),
                firm_id: Set(Some(id)),
                person_id: Set(person),
                state: Set(AskState::Asked),
                asked_at: Set(Moment::from_millis(0)),
                version: Set(1),
                ..Default::default()
            }
            .insert(tx.db())
            .await?;
            Ok(())
        })
        .await;
    laid.expect("things of the twin");
    twin
}

on_both!(merging_moves_everything_and_loses_nothing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let twin = twin(&test, &village).await;
    let secretary = test.signed_in(village.secretary).await;
    let list = secretary.get("/roster/duplicates").await.body;
    assert!(list.contains("대관령도끔"), "a very similar name at the same place: {list}");
    let address = format!("/roster/duplicates/pair?one={}&other={}", village.plater, twin.id);
    let page = secretary.get(&address).await;
    assert!(page.body.contains("대관령도끔"), "{}", page.body);

    let staff = test.signed_in(village.staff).await;
    for (firm, files) in [(village.plater, &["도금"][..]), (twin.id, &["도금", "약품"])] {
        for text in files {
            let content = format!("%PDF-1.7 {text}");
            let sent = [("안내.pdf", content.as_bytes())];
            let answer = staff.send_files(&format!("/files/on/firm/{firm}"), &sent).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
    }
    let (before, other) = (hangs(&test, village.plater).await, hangs(&test, twin.id).await);
    let form = [
        ("one", village.plater.to_string()),
        ("other", twin.id.to_string()),
        ("one_version", "1".to_owned()),
        ("other_version", twin.version.to_string()),
        ("keep", village.plater.to_string()),
        ("value-address", "other".to_owned()),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = secretary.post("/roster/duplicates/merge", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let after = hangs(&test, village.plater).await;
    assert_eq!(after.people, before.people + other.people);
    assert_eq!(after.memberships, before.memberships, "both were of one group");
    let report = test.app.store.check(|_, _| {}).await.expect("a check");
    let of_memberships: Vec<_> =
        report.findings.iter().filter(|found| found.place == "memberships").collect();
    assert!(of_memberships.is_empty(), "{of_memberships:?}");
    assert_eq!(after.resources, before.resources + other.resources);
    assert_eq!(after.difficulties, before.difficulties + other.difficulties);
    assert_eq!(after.asks, before.asks + other.asks);
    assert_eq!(hangs(&test, twin.id).await, Hanging::default());

    let db = test.app.store.read();
    let files = files::Entity::find().all(db).await.expect("files");
    assert_eq!(files.len(), 2, "what hung on both is there once");
    assert!(files.iter().all(|file| file.thing_id == village.plater.uuid()));
    let kept = firms::Entity::find_by_id(village.plater).one(db).await.expect("firms").expect("the plater");
    assert_eq!((kept.fax.as_str(), kept.name.as_str()), ("033-640-5002", "대관령도금"));
    let gone = firms::Entity::find_by_id(twin.id).one(db).await.expect("firms").expect("the twin");
    assert!(gone.left_at.is_some());
    let active = memberships::Entity::find()
        .filter(memberships::Column::FirmId.eq(village.plater))
        .filter(memberships::Column::LeftOn.is_null());
    let active = active.all(db).await.expect("memberships");
    assert_eq!(active.len(), 1, "one membership of the group goes on");
    assert_eq!(active[0].joined_on.map(|day| day.to_string()).as_deref(), Some("2001-01-01"));
    assert!(active[0].deputy_id.is_some(), "the other delegate stands in");
    let asked = asks::Entity::find().one(db).await.expect("asks").expect("a request");
    assert_eq!(asked.helper_key, village.plater.uuid());
    let pointer = audit::Entity::find().filter(audit::Column::SubjectId.eq(twin.id.uuid()));
    let pointer = pointer.filter(audit::Column::Action.eq("roster.merge")).one(db).await.expect("audit");
    assert!(
        pointer
            .and_then(|entry| entry.after_state)
            .is_some_and(|after| after.contains(&village.plater.to_string()))
    );

    let again = secretary.post("/roster/duplicates/merge", &form).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "it is gone already");
    let file = "교류회,업체명,대표자,주소\n한울회,대관령도끔,이도금,강릉시\n".as_bytes();
    let report = bring_in(&test, &staff, "a.csv", file, "column").await.1;
    assert_eq!(
        (report.new, report.changed, report.same),
        (0, 0, 1),
        "the merged name is remembered: {report:#?}"
    );
});

on_both!(two_firms_that_are_two_are_not_asked_about_again, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let file = "업체명,대표자,전화\n가람전자,이가람,033-640-6001\n가람전지,박가람,033-640-6001\n".as_bytes();
    bring_in(&test, &staff, "a.csv", file, "column").await;
    let list = staff.get("/roster/duplicates").await.body;
    assert!(list.contains("가람전자") && list.contains("가람전지"), "{list}");
    let (one, other) =
        (firm(&test, "가람전자").await.expect("one"), firm(&test, "가람전지").await.expect("other"));
    let form = [("one", one.id.to_string()), ("other", other.id.to_string())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = staff.post("/roster/duplicates/different", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(!staff.get("/roster/duplicates").await.body.contains("가람전자"));
    let secretary = test.signed_in(village.secretary).await;
    let refused = secretary.post("/roster/duplicates/different", &form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "firms of no group are the secretariat's");
    let count = firms::Entity::find().count(test.app.store.read()).await.expect("firms");
    assert_eq!(count, 7);
});
