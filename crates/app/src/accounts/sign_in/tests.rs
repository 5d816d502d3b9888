//! Coming in: by link, by password, by invitation, and what strangers cannot find out.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_tables::{mails, people};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::testing::village::Village;
use crate::testing::{Answer, TestApp};

/// The path of the first link in the newest letter to this person.
async fn link_to(test: &TestApp, person: dure_domain::PersonId) -> String {
    let mail = mails::Entity::find()
        .filter(mails::Column::PersonId.eq(person))
        .order_by_desc(mails::Column::Id)
        .one(test.app.store.read())
        .await
        .unwrap()
        .expect("a letter");
    let mail = test.mailed(mail);
    let url = mail.body_text.lines().find(|line| line.starts_with("http")).expect("a link in the letter");
    url.strip_prefix("http://dure.test").expect("our own address").to_owned()
}

async fn address(test: &TestApp, village: &Village) -> String {
    let person = people::Entity::find_by_id(village.smith).one(test.app.store.read()).await.unwrap().unwrap();
    person.email.unwrap()
}

async fn count(test: &TestApp) -> usize {
    mails::Entity::find().all(test.app.store.read()).await.unwrap().len()
}

fn is_inside(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER
        && answer.cookie.as_deref().is_some_and(|cookie| cookie.starts_with("dure_session="))
}

on_both!(a_mailed_link_opens_once_and_leads_to_the_page_wanted, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let wanted = test.stranger().get("/ledger-of-nobody?q=1").await;
    assert_eq!(wanted.status, StatusCode::NOT_FOUND);
    let turned = test.stranger().get("/account?done=x").await;
    assert_eq!(turned.location.as_deref(), Some("/sign-in?to=/account%3Fdone%3Dx"));
    let page = test.stranger().get("/sign-in?to=/account").await;
    assert!(page.body.contains(r#"name="to" value="/account""#));
    let mail = address(&test, &village).await.to_uppercase();
    let asked = test.stranger().post("/sign-in/link", &[("email", &mail), ("to", "/account")]).await;
    assert_eq!(asked.location.as_deref(), Some("/sign-in/sent"));
    test.settle().await;
    let link = link_to(&test, village.smith).await;

    let first_look = test.stranger().get(&link).await;
    let second_look = test.stranger().get(&link).await;
    assert_eq!((first_look.status, second_look.status), (StatusCode::OK, StatusCode::OK));
    assert!(first_look.body.contains("data-auto-submit"));
    let inside = test.stranger().post(&link, &[]).await;
    assert!(is_inside(&inside), "{inside:?}");
    assert_eq!(inside.location.as_deref(), Some("/account"));
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE);
    assert_eq!(test.stranger().get(&link).await.status, StatusCode::GONE);
});

on_both!(a_link_is_too_old_after_half_an_hour, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let mail = address(&test, &village).await;
    test.stranger().post("/sign-in/link", &[("email", &mail)]).await;
    test.settle().await;
    let link = link_to(&test, village.smith).await;
    test.clock.advance_secs(31 * 60);
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE);
});

on_both!(a_stranger_cannot_find_out_which_addresses_are_known, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let known = address(&test, &village).await;
    let before = count(&test).await;
    let yes = test.stranger().post("/sign-in/link", &[("email", &known)]).await;
    let no = test.stranger().post("/sign-in/link", &[("email", "nobody@dure.example")]).await;
    assert_eq!((yes.status, &yes.location, &yes.body), (no.status, &no.location, &no.body));
    let yes = test.stranger().post("/sign-in", &[("address", &known), ("password", "틀린 비밀번호")]).await;
    let no = test
        .stranger()
        .post("/sign-in", &[("address", "nobody@dure.example"), ("password", "틀린 비밀번호")])
        .await;
    assert_eq!(yes.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(yes.body.replace(&known, "X"), no.body.replace("nobody@dure.example", "X"));
    test.settle().await;
    assert_eq!(count(&test).await, before + 1);
});

on_both!(nobody_is_led_to_another_site, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let mail = address(&test, &village).await;
    test.stranger().post("/sign-in/link", &[("email", &mail), ("to", "//evil.example/x")]).await;
    test.settle().await;
    let link = link_to(&test, village.smith).await;
    assert!(!link.contains("evil"), "{link}");
    let inside = test.stranger().post(&format!("{link}?to=//evil.example"), &[]).await;
    assert_eq!(inside.location.as_deref(), Some("/"));
});

on_both!(letters_and_passwords_are_limited_and_the_page_says_how_long, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let mail = address(&test, &village).await;
    for _ in 0..5 {
        let asked = test.stranger().post("/sign-in/link", &[("email", &mail)]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
    }
    let shout = mail.to_uppercase();
    let sixth = test.stranger().post("/sign-in/link", &[("email", &shout)]).await;
    assert_eq!(sixth.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(sixth.body.contains("60분 뒤에") && sixth.body.contains(&shout), "{}", sixth.body);
    test.clock.advance_secs(45 * 60);
    let later = test.stranger().post("/sign-in/link", &[("email", &mail)]).await;
    assert!(later.body.contains("15분 뒤에"));
    test.clock.advance_secs(15 * 60);
    let again = test.stranger().post("/sign-in/link", &[("email", &mail)]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);

    let wrong = [("address", mail.as_str()), ("password", "아무렇게나 적은 것")];
    for _ in 0..10 {
        assert_eq!(test.stranger().post("/sign-in", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let eleventh = test.stranger().post("/sign-in", &wrong).await;
    assert_eq!(eleventh.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(eleventh.body.contains("15분 뒤에"));
});

on_both!(an_invitation_is_the_first_way_in, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let path = format!("/people/{}/invitation", village.smith);
    assert_eq!(
        test.signed_in(village.carpenter_boss).await.post(&path, &[]).await.status,
        StatusCode::FORBIDDEN
    );
    let sent = test.signed_in(village.secretary).await.post(&path, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let link = link_to(&test, village.smith).await;
    test.clock.advance_secs(5 * 24 * 3_600);
    let inside = test.stranger().post(&link, &[]).await;
    assert!(is_inside(&inside));
    assert_eq!(inside.location.as_deref(), Some("/account?done=welcome"));
});
