//! Keeping one's account: password, mail address, sessions, tokens.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_tables::{mails, sessions, tokens};
use dure_web::testing::TestApp;
use dure_web::testing::ways_in::{by_link, newest_link, person};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::testing::Housed as _;

const GOOD: &str = "우리 공장 굴뚝 높이";

on_both!(a_password_is_chosen_after_a_link_and_changed_with_the_old_one, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let stale = test.signed_in(village.smith).await;
    let refused = stale.post("/account/password", &[("password", GOOD)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("본인 확인이 필요합니다"));

    let fresh = test.with_cookie(&by_link(&test, village.smith).await);
    let short = fresh.post("/account/password", &[("password", "짧다")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.body.contains("10자 이상"));
    assert!(!short.body.contains("짧다"), "a password never comes back");
    let chosen = fresh.post("/account/password", &[("password", GOOD)]).await;
    assert_eq!(chosen.location.as_deref(), Some("/account?done=password"));
    assert_eq!(stale.get("/account").await.status, StatusCode::SEE_OTHER, "other devices are signed out");
    assert!(person(&test, village.smith).await.password_hash.unwrap().starts_with("$argon2id$"));

    let email = person(&test, village.smith).await.email.unwrap();
    let inside = test.stranger().post("/sign-in", &[("address", &email), ("password", GOOD)]).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER);
    let later = test.with_cookie(&inside.cookie.unwrap());
    let other = "새로 정한 긴 문장입니다";
    let wrong = later.post("/account/password", &[("old", "이것이 아닌데"), ("password", other)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = later.post("/account/password", &[("old", GOOD), ("password", other)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    let old = test.stranger().post("/sign-in", &[("address", &email), ("password", GOOD)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
});

on_both!(a_new_mail_address_counts_once_its_link_is_opened, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let fresh = test.with_cookie(&by_link(&test, village.smith).await);
    let before = person(&test, village.smith).await.email;
    let asked = fresh.post("/account/mail", &[("email", "new@hanbit.example")]).await;
    assert_eq!(asked.location.as_deref(), Some("/account?done=mail-asked"));
    assert_eq!(person(&test, village.smith).await.email, before);
    let link = newest_link(&test).await;
    assert_eq!(test.stranger().get(&link).await.status, StatusCode::OK);
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(person(&test, village.smith).await.email.as_deref(), Some("new@hanbit.example"));
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE);
});

on_both!(of_all_changes_asked_for_the_last_alone_is_good_and_there_are_few, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let fresh = test.with_cookie(&by_link(&test, village.smith).await);
    let mut links = Vec::new();
    for nth in 1..=5 {
        test.clock.advance_secs(1);
        let asked = fresh.post("/account/mail", &[("email", &format!("new{nth}@hanbit.example"))]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{nth}: {}", asked.body);
        links.push(newest_link(&test).await);
    }
    let written = mails::Entity::find().count(test.app.store.read()).await.unwrap();
    let more = fresh.post("/account/mail", &[("email", "new6@hanbit.example")]).await;
    assert_eq!(more.status, StatusCode::TOO_MANY_REQUESTS, "to another address each");
    assert_eq!(mails::Entity::find().count(test.app.store.read()).await.unwrap(), written);
    let last = links.pop().expect("a link");
    for link in links {
        assert_eq!(test.stranger().get(&link).await.status, StatusCode::GONE);
        assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE);
    }
    assert_eq!(test.stranger().get(&last).await.status, StatusCode::OK);
    test.clock.advance_secs(60 * 60);
    let cookie = by_link(&test, village.smith).await;
    let later = test.with_cookie(&cookie).post("/account/mail", &[("email", "new7@hanbit.example")]).await;
    assert_eq!(later.status, StatusCode::SEE_OTHER, "an hour later: {}", later.body);
});

on_both!(name_and_language_are_changed_unless_somebody_was_faster, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let form = [("name", "김대장"), ("title", "회장"), ("lang", "en"), ("version", "1")];
    assert_eq!(client.post("/account", &form).await.status, StatusCode::SEE_OTHER);
    let page = client.get("/account").await;
    assert!(page.body.contains("Signed-in devices"), "the language takes hold at once");
    assert_eq!(client.post("/account", &form).await.status, StatusCode::CONFLICT);
    let nameless = client.post("/account", &[("name", " "), ("version", "2")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
});

on_both!(a_session_is_seen_and_ended_from_another_device, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let desk = test.signed_in(village.smith).await;
    let phone = test.signed_in(village.smith).await;
    let third = test.signed_in(village.smith).await;
    let newest = sessions::Entity::find().order_by_desc(sessions::Column::Id);
    let rows =
        newest.filter(sessions::Column::PersonId.eq(village.smith)).all(test.app.store.read()).await.unwrap();
    let last = rows[0].id;
    let foreign = test.signed_in(village.secretary).await;
    let path = format!("/account/sessions/{last}/end");
    assert_eq!(foreign.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(third.get("/account").await.status, StatusCode::OK);
    assert_eq!(desk.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(third.get("/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(phone.get("/account").await.status, StatusCode::OK);
    assert_eq!(desk.post("/account/sessions/end-others", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(phone.get("/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get("/account").await.status, StatusCode::OK);
});

on_both!(a_session_in_use_is_noted_at_most_hourly_and_lives_on, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let row = || async {
        let own = sessions::Entity::find().filter(sessions::Column::PersonId.eq(village.smith));
        own.one(test.app.store.read()).await.unwrap().unwrap()
    };
    let first = row().await;
    test.clock.advance_secs(30 * 60);
    client.get("/account").await;
    assert_eq!(row().await.seen_at, first.seen_at, "reading does not write");
    test.clock.advance_secs(31 * 60);
    client.get("/account").await;
    assert_eq!(row().await.seen_at, test.app.now());
    test.clock.advance_secs(89 * 24 * 3_600);
    client.get("/account").await;
    test.clock.advance_secs(10 * 24 * 3_600);
    assert_eq!(client.get("/account").await.status, StatusCode::OK, "whoever comes again stays signed in");
    test.clock.advance_secs(91 * 24 * 3_600);
    assert_eq!(client.get("/account").await.status, StatusCode::SEE_OTHER);
});

on_both!(a_token_is_shown_once_and_can_be_taken_back, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let nameless = client.post("/account/tokens", &[("token_name", ""), ("days", "30")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let made = client.post("/account/tokens", &[("token_name", "총무팀 엑셀"), ("days", "30")]).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(made.body.contains("<code>dure_"));
    let page = client.get("/account").await;
    assert!(
        page.body.contains("총무팀 엑셀") && !page.body.contains("dure_A") && !page.body.contains("<code>")
    );
    let row = tokens::Entity::find().one(test.app.store.read()).await.unwrap().unwrap();
    let path = format!("/account/tokens/{}/revoke", row.id);
    let foreign = test.signed_in(village.secretary).await;
    assert_eq!(foreign.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(client.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    assert!(tokens::Entity::find().one(test.app.store.read()).await.unwrap().is_none());
});

on_both!(an_address_in_capitals_is_the_same_address, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.with_cookie(&by_link(&test, village.smith).await);
    let taken = person(&test, village.secretary).await.email.unwrap();
    test.clock.advance_secs(1);
    // Letters that nobody sees are taken away at the door; what is left is the other's address.
    let shouted = format!("\u{200b}{}", taken.to_uppercase());
    client.post("/account/mail", &[("email", &shouted)]).await;
    let link = newest_link(&test).await;
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::CONFLICT);
    for odd in ["k\u{0430}m@dure.example", "ｋｉｍ@dure.example"] {
        let refused = client.post("/account/mail", &[("email", odd)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
    }
});
