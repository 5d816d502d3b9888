//! Who can help, and why.

use axum::http::StatusCode;
use dure_domain::{DifficultyId, Id};
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::{post, send};
use crate::difficulties::{actions, rank_for};
use crate::testing::Housed as _;

on_both!(the_plater_is_found_for_rust_with_reasons_that_add_up, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let id = post(&smith, &[("visibility", "federation")]).await;
    test.settle().await;
    let viewer = test.viewer(village.smith).await;
    let difficulty = actions::find_for(&test.app, &viewer, id).await.expect("the difficulty");
    let helpers = rank_for(&test.app, &difficulty).await.expect("helpers");
    let best = helpers.list.first().expect("a helper");
    let firm = best.who.firm.as_ref().map(|(id, _)| *id);
    assert_eq!(firm, Some(village.plater));
    assert_eq!(best.who.person.as_ref().map(|person| person.id), Some(village.plater_boss));
    for helper in &helpers.list {
        let sum: i64 = helper.reasons.iter().map(dure_matching::Reason::points).sum();
        assert_eq!(sum, helper.score);
        assert_ne!(helper.who.key, village.smithy.uuid(), "nobody helps itself");
        assert_ne!(helper.who.key, village.outsider_firm.uuid(), "of another federation");
    }
    let people: Vec<_> = helpers.list.iter().filter_map(|helper| helper.who.person.clone()).collect();
    let mut distinct: Vec<_> = people.iter().map(|person| person.id).collect();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), people.len(), "each person once");

    let page = smith.get(&format!("/difficulties/{id}")).await.body;
    assert!(page.contains("이도금 대표") && page.contains("부탁하기") && page.contains("왜 이곳인가요"));
});

on_both!(helpers_are_shown_to_those_who_answer_for_the_difficulty_only, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = post(&test.signed_in(village.smith).await, &[("visibility", "federation")]).await;
    test.settle().await;
    for (person, sees) in [
        (village.smiths_deputy, true),
        (village.plater_boss, true),
        (village.secretary, true),
        (village.staff, true),
        (village.expert, false),
        (village.carpenter_boss, false),
    ] {
        let client = test.signed_in(person).await;
        let page = client.get(&format!("/difficulties/{id}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.body.contains(r#"name="helper""#), sees, "{person}");
        let why = client.get(&format!("/difficulties/{id}/why-not?firm={}", village.noodles)).await;
        assert_eq!(why.status, if sees { StatusCode::OK } else { StatusCode::FORBIDDEN });
    }
});

on_both!(why_a_firm_is_missing_is_said, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let id = post(&smith, &[("visibility", "federation")]).await;
    test.settle().await;
    let why = |id: DifficultyId, firm: String| format!("/difficulties/{id}/why-not?firm={firm}");
    let ask = async |firm: String| smith.get(&why(id, firm)).await.body;
    assert!(ask(village.plater.to_string()).await.contains("목록 1번째"));
    assert!(ask(village.noodles.to_string()).await.contains("겹치는 낱말이나 분야가 없습니다"));
    assert!(ask(village.smithy.to_string()).await.contains("올린 회사입니다"));
    assert!(ask(village.outsider_firm.to_string()).await.contains("다른 연합회"));
    let named = smith.get(&format!("/difficulties/{id}/why-not?q=봉평")).await;
    assert_eq!(
        named.location,
        Some(why(id, village.noodles.to_string())),
        "one of that name: straight to the answer"
    );
    assert_eq!(smith.get(&why(id, "no-firm".into())).await.status, StatusCode::NOT_FOUND);
});

on_both!(a_wider_circle_finds_helpers_of_other_federations, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let fish = [
        ("title", "수산물 도매상을 찾습니다"),
        ("problem", "직원 식당에 쓸 수산물을 도매로 사고 싶습니다"),
        ("need", "sales"),
    ];
    let viewer = test.viewer(village.smith).await;
    for (visibility, found) in [("federation", false), ("all", true)] {
        let mut form = fish.to_vec();
        form.push(("visibility", visibility));
        let id = send(&smith, &form).await.made::<DifficultyId>("/difficulties/");
        test.settle().await;
        let difficulty = actions::find_for(&test.app, &viewer, id).await.expect("the difficulty");
        let helpers = rank_for(&test.app, &difficulty).await.expect("helpers");
        let outsider = |helper: &actions::Helper| helper.who.key == village.outsider_firm.uuid();
        assert_eq!(helpers.list.iter().any(outsider), found, "{visibility}");
    }
});
