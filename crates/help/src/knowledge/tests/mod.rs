//! Stories about solved cases, told in the village.

use axum::http::StatusCode;
use dure_domain::CaseId;
use dure_store::on_both;
use dure_tables::cases;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;
use crate::testing::helped::helped;

const KEPT: &[(&str, &str)] = &[
    ("cure", "크로메이트 막을 두 번 올림"),
    ("effect", "반품이 40개에서 2개로"),
    ("case_visibility", "group"),
];

/// The case of the smith's rust, kept with these fields.
async fn kept(test: &TestApp, village: &Village, form: &[(&str, &str)]) -> CaseId {
    let (difficulty, _) = helped(test, village).await;
    let smith = test.signed_in(village.smith).await;
    let done = smith.post(&format!("/difficulties/{difficulty}/case"), form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    test.settle().await;
    let case = cases::Entity::find().one(test.app.store.read()).await.unwrap();
    case.expect("a case").id
}

on_both!(a_case_is_read_by_whom_it_was_kept_for, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let case = kept(&test, &village, KEPT).await;
    let path = format!("/knowledge/{case}");
    for (person, sees) in [
        (village.smith, true),
        (village.secretary, true),
        (village.expert, true),
        (village.staff, true),
        (village.carpenter_boss, false),
        (village.outsider, false),
    ] {
        let client = test.signed_in(person).await;
        let page = client.get(&path).await;
        let listed = client.get("/knowledge?q=%EB%85%B9").await; // 녹
        let expected = if sees { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(page.status, expected, "{}", page.body);
        assert_eq!(listed.body.contains(&path), sees, "the list and the page agree");
    }
    let page = test.signed_in(village.secretary).await.get(&path).await;
    assert!(
        page.body.contains("크로메이트") && page.body.contains("대관령도금 이도금 대표"),
        "{}",
        page.body
    );
    let like = format!("/difficulties/new?like={case}");
    assert!(page.body.contains(&like));
    let helper = test.signed_in(village.plater_boss).await;
    assert!(helper.get(&like).await.body.contains(&path), "the form names the case");
    let stranger = test.signed_in(village.outsider).await;
    assert!(!stranger.get(&like).await.body.contains(&path), "but not to who may not read it");
});

on_both!(a_case_without_a_name_does_not_give_the_firm_away, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let form = [("cure", "막을 두 번 올림"), ("case_visibility", "federation"), ("case_anonymous", "yes")];
    let case = kept(&test, &village, &form).await;
    let path = format!("/knowledge/{case}");
    let carpenter = test.signed_in(village.carpenter_boss).await.get(&path).await;
    assert_eq!(carpenter.status, StatusCode::OK);
    assert!(!carpenter.body.contains("한빛정밀") && !carpenter.body.contains("김대장"), "{}", carpenter.body);
    assert!(test.signed_in(village.staff).await.get(&path).await.body.contains("한빛정밀"));
});

on_both!(only_the_side_that_had_it_can_consent_and_can_take_it_back, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, _) = helped(&test, &village).await;
    let path = format!("/difficulties/{difficulty}/case");
    for person in [village.plater_boss, village.secretary, village.staff] {
        let answer = test.signed_in(person).await.post(&path, KEPT).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    let smith = test.signed_in(village.smith).await;
    let empty = smith.post(&path, &[("effect", "반품이 줄었습니다")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("반품이 줄었습니다"), "what was typed stays");
    smith.post(&path, KEPT).await;
    smith.post(&path, &[("cure", "막을 세 번 올림"), ("case_visibility", "federation")]).await;
    let case = cases::Entity::find().all(test.app.store.read()).await.unwrap();
    assert_eq!((case.len(), case[0].cure.as_str()), (1, "막을 세 번 올림"), "changed, not doubled");
    test.settle().await;
    let withdraw = format!("/knowledge/{}/withdraw", case[0].id);
    let plater = test.signed_in(village.carpenter_boss).await;
    assert_eq!(plater.post(&withdraw, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(smith.post(&withdraw, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(cases::Entity::find().all(test.app.store.read()).await.unwrap().is_empty());
});

on_both!(what_is_opened_again_is_no_case_until_it_ends_again, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let case = kept(&test, &village, KEPT).await;
    let row = cases::Entity::find_by_id(case).one(test.app.store.read()).await.unwrap().expect("a case");
    let seen = test.app.store.last_change().await.expect("the feed");
    let smith = test.signed_in(village.smith).await;
    let reopened = smith.post(&format!("/difficulties/{}/reopen", row.difficulty_id), &[]).await;
    assert_eq!(reopened.status, StatusCode::SEE_OTHER, "{}", reopened.body);
    assert!(cases::Entity::find().all(test.app.store.read()).await.unwrap().is_empty());
    dure_web::search::step(&test.app, Some(seen)).await.expect("the follower");
    assert!(test.app.search.index().get(dure_matching::DocId(case.key())).is_none(), "the search forgets it");
    assert_eq!(smith.get(&format!("/knowledge/{case}")).await.status, StatusCode::NOT_FOUND);
    let report = test.app.store.check(|_, _| {}).await.expect("a check");
    let of_cases: Vec<_> = report.findings.iter().filter(|found| found.check == "case_of_open").collect();
    assert!(of_cases.is_empty(), "{of_cases:?}");
});

on_both!(what_is_taken_back_is_gone_from_the_running_index, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let case = kept(&test, &village, KEPT).await;
    let seen = test.app.store.last_change().await.expect("the feed");
    let found = |test: &TestApp| test.app.search.index().get(dure_matching::DocId(case.key())).is_some();
    assert!(found(&test));
    test.signed_in(village.smith).await.post(&format!("/knowledge/{case}/withdraw"), &[]).await;
    dure_web::search::step(&test.app, Some(seen)).await.expect("the follower");
    assert!(!found(&test));
});
