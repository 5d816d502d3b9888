//! Reading the outbox: one's own letters, the federation's for its staff, all of them in the demo.

use axum::http::StatusCode;
use dure_domain::{FederationId, MailId, PersonId};
use dure_store::{Actor, on_both};
use dure_tables::mails;
use dure_web::error::Result;
use dure_web::mail::{Button, Letter, Paragraph};
use dure_web::testing::TestApp;
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use crate::testing::Housed as _;

async fn post(test: &TestApp, federation: FederationId, person: PersonId, subject: &str) -> MailId {
    let subject = subject.to_owned();
    let posted: Result<MailId> = test
        .app
        .store
        .write(Actor::System, |tx| {
            let (app, subject) = (test.app.clone(), subject.clone());
            async move {
                tx.quiet();
                let until = tx.at().plus_days(14);
                let letter = Letter {
                    federation,
                    person: Some(person),
                    to: "someone@dure.example".into(),
                    subject,
                    parts: vec![Paragraph::words("받침쇠에 녹이 습니다.")],
                    buttons: vec![Button::link(&app, "돕겠습니다", "/answer/x", until, "/asked".into())?],
                    footer: "두레".into(),
                    purpose: "difficulty.ask",
                };
                letter.post(&tx).await
            }
        })
        .await;
    posted.expect("a letter")
}

on_both!(everybody_reads_their_own_letters_and_staff_those_of_the_federation, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let mine = post(&test, village.federation, village.smith, "대장간에").await;
    let yours = post(&test, village.federation, village.plater_boss, "도금집에").await;
    let smith = test.signed_in(village.smith).await;
    let list = smith.get("/outbox").await;
    assert!(list.body.contains("대장간에") && !list.body.contains("도금집에"));
    let letter = smith.get(&format!("/outbox/{mine}")).await;
    assert!(letter.body.contains("받침쇠") && letter.body.contains("링크 지움"), "{}", letter.body);
    assert!(letter.body.contains(r#"href="/asked""#), "{}", letter.body);
    assert_eq!(smith.get(&format!("/outbox/{yours}")).await.status, StatusCode::NOT_FOUND);

    let staff = test.signed_in(village.staff).await;
    let list = staff.get("/outbox").await;
    assert!(list.body.contains("대장간에") && list.body.contains("도금집에"));
    let letter = staff.get(&format!("/outbox/{mine}")).await;
    assert!(letter.body.contains("받침쇠"), "{}", letter.body);
    let outsider = test.signed_in(village.outsider).await;
    assert!(!outsider.get("/outbox").await.body.contains("대장간에"));
});

on_both!(in_the_demo_every_letter_can_be_answered, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let yours = post(&test, village.federation, village.plater_boss, "도금집에").await;
    let smith = test.signed_in(village.smith).await;
    assert!(smith.get("/outbox").await.body.contains("도금집에"));
    assert!(smith.get(&format!("/outbox/{yours}")).await.body.contains(r#"href="/answer/x""#));
    assert_eq!(test.stranger().get("/outbox").await.status, StatusCode::SEE_OTHER);
});

on_both!(what_the_mail_server_refuses_says_why_and_is_sent_again, |db| async move {
    // Nobody listens at this port.
    let test = TestApp::with_mail_server(db, "smtp://127.0.0.1:9").await;
    let village = test.village().await;
    let id = post(&test, village.federation, village.smith, "대장간에").await;
    test.settle().await;
    let staff = test.signed_in(village.staff).await;
    assert!(staff.get("/outbox?box=failed").await.body.contains("대장간에"));
    let page = staff.get(&format!("/outbox/{id}")).await;
    assert!(page.body.contains("보내지 못했습니다") && page.body.contains("/again"), "{}", page.body);
    let own = test.signed_in(village.smith).await;
    let refused = own.post(&format!("/outbox/{id}/again"), &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let again = staff.post(&format!("/outbox/{id}/again"), &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let row = mails::Entity::find_by_id(id).one(test.app.store.read()).await.unwrap().unwrap();
    assert_eq!(row.failure, "", "it waits for its job");
});

on_both!(the_list_is_paged, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    for number in 0..23 {
        test.clock.advance_secs(60);
        post(&test, village.federation, village.smith, &format!("편지 {number:02}")).await;
    }
    let smith = test.signed_in(village.smith).await;
    let first = smith.get("/outbox").await.body;
    assert!(first.contains("편지 22") && !first.contains("편지 02") && first.contains("page=2"));
    assert!(smith.get("/outbox?page=2").await.body.contains("편지 02"));
    assert!(smith.get("/outbox?page=99").await.body.contains("편지 02"), "beyond the end is the end");
    let mut gone: mails::ActiveModel =
        mails::Entity::find().one(test.app.store.read()).await.unwrap().unwrap().into();
    gone.subject = Set("<script>alert(1)</script>".into());
    let changed: Result<mails::Model> = test
        .app
        .store
        .write(Actor::System, |tx| {
            let gone = gone.clone();
            async move {
                tx.quiet();
                Ok(gone.update(tx.db()).await?)
            }
        })
        .await;
    let page = smith.get(&format!("/outbox/{}", changed.unwrap().id)).await.body;
    assert!(!page.contains("<script>alert"), "a letter's text stays text");
});

on_both!(the_operator_reads_no_letter_about_a_difficulty, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let letter = post(&test, village.federation, village.smith, "대장간에").await;
    for (person, reads) in [(village.operator, false), (village.staff, true), (village.smith, true)] {
        let client = test.signed_in(person).await;
        for path in ["/outbox".to_owned(), format!("/outbox/{letter}")] {
            let page = client.get(&path).await.body;
            let told =
                ["대장간에", "someone@dure.example", "받침쇠"].into_iter().any(|word| page.contains(word));
            assert_eq!((told, page.contains("애로사항에 관한 편지")), (reads, !reads), "{path}: {page}");
        }
    }
});
