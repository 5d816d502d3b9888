//! Pools that come to nothing, and solvers that are stopped.

use axum::http::StatusCode;
use dure_domain::DraftState;
use dure_store::on_both;
use dure_web::testing::TestApp;

use super::firms::outsiders;
use super::story::{drafted, seats, stored};
use crate::testing::Housed as _;

on_both!(bad_rules_and_empty_pools_are_said_and_nothing_is_lost, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let form = |name, least, most| {
        [
            ("pool", "without_group"),
            ("name", name),
            ("least", least),
            ("most", most),
            ("level", "3"),
            ("measure", "pairs"),
        ]
    };
    let refused = staff.post("/formation/new", &form("봄 결성", "20", "10")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("적어도 20곳인데 많아도 10곳일 수는 없습니다"), "{}", refused.body);
    assert!(refused.body.contains("봄 결성"));
    let refused = staff.post("/formation/new", &form("", "10", "20")).await;
    assert!(refused.body.contains("회원사가 한 곳도 없어"), "{}", refused.body);
    outsiders(&test, &village, 1, 51130).await;
    let refused = staff.post("/formation/new", &form("", "10", "20")).await;
    assert!(refused.body.contains("한 곳뿐이라"), "{}", refused.body);
    outsiders(&test, &village, 3, 51130).await;
    let refused = staff.post("/formation/new", &form("", "10", "20")).await;
    assert!(refused.body.contains("4곳뿐이라 적어도 10곳인"), "{}", refused.body);
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.get("/formation").await.status, StatusCode::FORBIDDEN);
});

on_both!(a_pool_that_comes_to_nothing_says_why_for_each_firm, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    // Six in Wonju, six in Goseong: nobody of the one is within 5 km of the other.
    outsiders(&test, &village, 6, 51130).await;
    outsiders(&test, &village, 6, 51820).await;
    let far = [
        ("pool", "without_group"),
        ("least", "7"),
        ("most", "12"),
        ("level", "5"),
        ("radius_km", "5"),
        ("measure", "pairs"),
    ];
    let id = drafted(&test, &staff, &far).await;
    let page = staff.get(&format!("/formation/{id}")).await.body;
    assert!(page.contains("교류회가 만들어지지 않았습니다"), "{page}");
    assert!(page.contains("가까이 있는 5곳은"), "{page}");
    // With nothing to tell them apart by, all collide.
    let collide = [
        ("pool", "without_group"),
        ("least", "2"),
        ("most", "12"),
        ("level", "2"),
        ("radius_km", ""),
        ("measure", "pairs"),
    ];
    let id = drafted(&test, &staff, &collide).await;
    assert_eq!(stored(&test, id).await.state, DraftState::Solved);
    assert!(seats(&test, id).await.iter().any(|seat| seat.number.is_some()));
});

on_both!(a_solver_that_was_stopped_changes_nothing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    outsiders(&test, &village, 14, 51130).await;
    let form = [
        ("pool", "without_group"),
        ("least", "6"),
        ("most", "8"),
        ("level", "3"),
        ("radius_km", "40"),
        ("measure", "pairs"),
    ];
    // Nobody runs jobs here, so the draft waits; it is stopped before its job is taken.
    let made = staff.post("/formation/new", &form).await.location.expect("its page");
    let id = made.split(['/', '?']).nth(2).expect("an id").parse().expect("an id");
    assert_eq!(stored(&test, id).await.state, DraftState::Solving);
    let page = staff.get(&format!("/formation/{id}")).await.body;
    assert!(page.contains("글을 읽고 있습니다"), "{page}");
    let stopped = staff.post(&format!("/formation/{id}/stop"), &[]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    test.settle().await;
    assert_eq!(stored(&test, id).await.state, DraftState::New);
    assert!(seats(&test, id).await.iter().all(|seat| seat.number.is_none()), "the job found another version");
});

on_both!(a_solver_that_runs_is_stopped_by_whoever_presses, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    // So many that the solver is at it for seconds.
    outsiders(&test, &village, 700, 51130).await;
    let form = [
        ("pool", "without_group"),
        ("least", "6"),
        ("most", "12"),
        ("level", "3"),
        ("radius_km", ""),
        ("measure", "pairs"),
    ];
    let made = staff.post("/formation/new", &form).await.location.expect("its page");
    let id = made.split(['/', '?']).nth(2).expect("an id").parse().expect("an id");
    let stop_soon = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        staff.post(&format!("/formation/{id}/stop"), &[]).await
    };
    let (ran, stopped) = futures::join!(dure_web::jobs::run_due(&test.app), stop_soon);
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    assert_eq!(ran.expect("the jobs"), 1);
    assert_eq!(stored(&test, id).await.state, DraftState::New);
    assert!(seats(&test, id).await.iter().all(|seat| seat.number.is_none()), "what it found was let go");
});
