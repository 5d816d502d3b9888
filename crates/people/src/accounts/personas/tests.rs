//! Stepping into shoes: in the demo, and only into those that are offered.

use axum::http::StatusCode;
use dure_store::{Actor, on_both};
use dure_web::error::Result;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;

use super::{Persona, SETTING};
use crate::testing::Housed as _;

async fn offer(test: &TestApp, village: &Village) {
    let personas = [
        Persona { role: "member".into(), person: village.smith },
        Persona { role: "member".into(), person: village.carpenter_boss },
        Persona { role: "secretary".into(), person: village.secretary },
    ];
    let text = serde_json::to_string(&personas).unwrap();
    let set: Result<()> = test
        .app
        .store
        .write(Actor::System, |tx| {
            let text = text.clone();
            async move {
                tx.quiet();
                Ok(tx.set_setting(SETTING, &text).await?)
            }
        })
        .await;
    set.unwrap();
}

on_both!(a_visitor_of_the_demo_steps_into_a_role, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let empty = test.stranger().get("/personas").await;
    assert_eq!(empty.status, StatusCode::OK);
    offer(&test, &village).await;
    let page = test.stranger().get("/personas").await;
    for who in ["김대장", "정목수", "최국수", "한빛정밀", "한울회", "두메회"] {
        assert!(page.body.contains(who), "{who} is missing: {}", page.body);
    }
    let inside = test.stranger().post(&format!("/personas/{}", village.smith), &[]).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER);
    assert!(inside.cookie.unwrap().starts_with("dure_session="));
    let not_offered = test.stranger().post(&format!("/personas/{}", village.operator), &[]).await;
    assert_eq!(not_offered.status, StatusCode::NOT_FOUND);
});

on_both!(outside_the_demo_there_are_no_personas, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    offer(&test, &village).await;
    assert_eq!(test.stranger().get("/personas").await.status, StatusCode::NOT_FOUND);
    let stepped = test.stranger().post(&format!("/personas/{}", village.smith), &[]).await;
    assert_eq!(stepped.status, StatusCode::NOT_FOUND);
    assert!(stepped.cookie.is_none());
});
