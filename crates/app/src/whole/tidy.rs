//! What has run out is cleared away.

use dure_store::on_both;
use dure_tables::{jobs, sessions};
use dure_web::jobs::tidy;
use dure_web::testing::TestApp;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;

on_both!(what_has_run_out_is_cleared_away_and_nothing_else, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let _client = test.signed_in(village.smith).await;
    let count = || async {
        let db = test.app.store.read();
        let sessions = sessions::Entity::find().all(db).await.unwrap().len();
        (sessions, jobs::Entity::find().all(db).await.unwrap().len())
    };
    let before = count().await;
    assert!(before.0 >= 1, "somebody is signed in");
    tidy(&test.app).await.unwrap();
    assert_eq!(count().await, before, "nothing has run out yet");
    test.clock.advance_secs(91 * 86_400);
    tidy(&test.app).await.unwrap();
    assert_eq!(count().await.0, 0, "sessions last 90 days");
});
