//! The page of the server's state, told in the village.

use axum::http::StatusCode;
use dure_domain::Moment;
use dure_store::{Actor, LAST_BACKUP, on_both};
use dure_tables::jobs;
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::letters::letters;
use sea_orm::{ActiveModelTrait, Set};

use crate::testing::Housed as _;

async fn stuck_job(test: &TestApp) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let job = jobs::ActiveModel {
            id: Set(tx.id()),
            kind: Set("nobody.does".into()),
            payload: Set("{}".into()),
            run_at: Set(tx.at().plus_secs(-3_600)),
            attempts: Set(0),
            taken_until: Set(None),
            done_at: Set(None),
            failure: Set(String::new()),
        };
        job.insert(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a job");
}

on_both!(the_operator_sees_how_the_server_does_and_nobody_else, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let operator = test.signed_in(village.operator).await;
    let page = operator.get("/status").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("SQLite") || page.body.contains("PostgreSQL"), "{}", page.body);
    assert!(
        page.body.contains("잘 저장되고 있습니다") && page.body.contains("아직 없습니다"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("밀려 있습니다"), "{}", page.body);
    assert!(page.body.contains("0개, 0 B (memory)"), "{}", page.body);
    stuck_job(&test).await;
    assert!(operator.get("/status").await.body.contains("밀려 있습니다"));
    for person in [village.smith, village.secretary, village.staff, village.official] {
        let refused = test.signed_in(person).await.get("/status").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
});

on_both!(a_backup_that_was_made_is_told, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let made: Moment = test.app.now().plus_days(-8);
    let text = &made.millis().to_string();
    let noted = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        Ok(tx.set_setting(LAST_BACKUP, text).await?)
    });
    noted.await.expect("a note");
    let page = test.signed_in(village.operator).await.get("/status").await.body;
    assert!(!page.contains("아직 없습니다") && page.contains("지금 백업해 주세요"), "{page}");
});

on_both!(a_letter_is_tried, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let operator = test.signed_in(village.operator).await;
    let posted = operator.post("/status/letter", &[]).await;
    assert_eq!(posted.location.as_deref(), Some("/status?done=posted"));
    assert!(operator.get("/status?done=posted").await.body.contains("시험 메일을 보냈습니다"));
    let letter = letters(&test, village.operator, "status.trial").await.remove(0);
    assert!(letter.body_text.contains("/status"), "{}", letter.body_text);
});
