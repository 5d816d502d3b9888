//! Stories of news: what has been read, and how it comes.

use axum::http::StatusCode;
use dure_domain::{FederationId, Moment, NoticeWay, PersonId};
use dure_store::{Actor, on_both};
use dure_tables::{jobs, mails, people};
use dure_web::error::{Error, Result};
use dure_web::mail::{self, Button, Content, Paragraph};
use dure_web::testing::TestApp;
use dure_web::testing::letters::without_mail;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::testing::Housed as _;

/// Posts a letter as features do.
async fn tell(test: &TestApp, federation: FederationId, to: PersonId, subject: &str, purpose: &'static str) {
    let told: Result<()> = test
        .app
        .store
        .write(Actor::System, |tx| {
            let (app, subject) = (test.app.clone(), subject.to_owned());
            async move {
                tx.quiet();
                let row = people::Entity::find_by_id(to).one(tx.db()).await?.ok_or(Error::NotFound)?;
                let until = tx.at().plus_days(14);
                mail::post(&tx, federation, &row, purpose, |_| {
                    Ok(Content {
                        subject,
                        parts: vec![Paragraph::words("받침쇠에 녹이 습니다.")],
                        buttons: vec![Button::link(&app, "돕겠습니다", "/answer/x", until, "/asked".into())?],
                        footer: "두레".into(),
                    })
                })
                .await
            }
        })
        .await;
    told.expect("a letter");
}

async fn letters(test: &TestApp, purpose: &str) -> Vec<mails::Model> {
    let found = mails::Entity::find().filter(mails::Column::Purpose.eq(purpose));
    found.order_by_asc(mails::Column::CreatedAt).all(test.app.store.read()).await.expect("letters")
}

on_both!(news_is_counted_until_it_was_seen, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    tell(&test, village.federation, village.smith, "녹 때문에 부탁합니다", "difficulty.ask").await;
    tell(&test, village.federation, village.smith, "로그인 링크", "sign_in").await;
    let smith = test.signed_in(village.smith).await;
    let home = smith.get("/inbox?show=unread").await.body;
    assert!(home.contains("안 읽은 소식 1건") && home.contains("녹 때문에 부탁합니다"), "{home}");
    assert!(!home.contains("로그인 링크"), "letters of one's account are no news: {home}");
    let id = letters(&test, "difficulty.ask").await[0].id;
    let page = smith.get(&format!("/inbox/{id}")).await.body;
    assert!(page.contains("받침쇠") && page.contains(&format!(r#"data-seen="/inbox/{id}/read""#)), "{page}");
    assert!(smith.get("/inbox").await.body.contains("안 읽은 소식 1건"), "looking alone marks nothing");
    for other in [village.secretary, village.staff, village.operator] {
        let other = test.signed_in(other).await;
        assert_eq!(other.get(&format!("/inbox/{id}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.post(&format!("/inbox/{id}/read"), &[]).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(smith.post(&format!("/inbox/{id}/read"), &[]).await.status, StatusCode::SEE_OTHER);
    let read = smith.get("/inbox?show=unread").await.body;
    assert!(!read.contains("안 읽은 소식") && read.contains("다 읽으셨습니다"), "{read}");
    tell(&test, village.federation, village.smith, "정례회", "meeting.invite").await;
    smith.post("/inbox/read", &[]).await;
    assert!(!smith.get("/inbox").await.body.contains("안 읽은 소식"));
});

on_both!(news_comes_as_its_reader_chose, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let chosen = [("asked", "digest"), ("meeting", "here"), ("talk", "now")];
    let saved = smith.post("/inbox/settings", &chosen).await;
    assert_eq!(saved.location.as_deref(), Some("/inbox/settings?done=saved"));
    assert!(smith.get("/inbox/settings?done=saved").await.body.contains("그렇게 보내 드리겠습니다"));
    assert_eq!(smith.post("/inbox/settings", &[("asked", "pigeon")]).await.status, StatusCode::BAD_REQUEST);
    for (subject, purpose) in
        [("첫 부탁", "difficulty.ask"), ("둘째 부탁", "difficulty.remind"), ("정례회", "meeting.invite")]
    {
        tell(&test, village.federation, village.smith, subject, purpose).await;
    }
    let asked = &letters(&test, "difficulty.ask").await[0];
    assert_eq!((asked.way, asked.links.as_str()), (NoticeWay::Digest, ""), "its links would never be sent");
    assert_eq!(letters(&test, "meeting.invite").await[0].way, NoticeWay::Here);
    let sends = jobs::Entity::find().filter(jobs::Column::Kind.eq("mail.send"));
    assert!(sends.all(test.app.store.read()).await.expect("jobs").is_empty());
    // What was read meanwhile is left out of what is gathered.
    smith.post(&format!("/inbox/{}/read", asked.id), &[]).await;
    test.clock.advance_secs(86_400);
    test.settle().await;
    let gathered = letters(&test, "digest.day").await;
    assert_eq!(gathered.len(), 1, "one letter of all");
    assert_eq!(gathered[0].subject, "두레 소식 1건");
    assert!(gathered[0].parts.contains("둘째 부탁") && !gathered[0].parts.contains("정례회"));
    test.clock.advance_secs(86_400);
    test.settle().await;
    assert_eq!(letters(&test, "digest.day").await.len(), 1, "nothing new, no letter");
    let report = test.app.store.check(|_, _| {}).await.expect("a check");
    assert!(report.findings.is_empty(), "{:?}", report.findings);
});

on_both!(who_has_no_address_finds_it_here, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    without_mail(&test, village.carpenter_boss).await;
    tell(&test, village.federation, village.carpenter_boss, "목재 건조", "difficulty.ask").await;
    let letter = letters(&test, "difficulty.ask").await.remove(0);
    assert_eq!((letter.way, letter.to_address.as_str()), (NoticeWay::Here, ""));
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let page = carpenter.get(&format!("/inbox/{}", letter.id)).await.body;
    assert!(page.contains(r#"href="/asked""#), "the same can be done in Dure: {page}");
});

on_both!(at_night_mail_waits_for_the_morning, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    smith.post("/inbox/settings", &[("quiet", "yes")]).await;
    let now = test.app.now();
    let night = Moment::at(now.day().plus(1), 23, 30);
    test.clock.advance_secs(night.secs_since(now));
    tell(&test, village.federation, village.smith, "밤의 부탁", "difficulty.ask").await;
    let send = jobs::Entity::find().filter(jobs::Column::Kind.eq("mail.send"));
    let send = send.one(test.app.store.read()).await.expect("jobs").expect("a job");
    assert_eq!(send.run_at, Moment::at(now.day().plus(2), 8, 0));
});
