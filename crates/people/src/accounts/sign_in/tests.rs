//! Coming in: by link, by password, by invitation, and what strangers cannot find out.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_tables::{mails, people};
use dure_web::testing::village::Village;
use dure_web::testing::{Answer, TestApp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::testing::Housed as _;

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

/// The link that the answer shows.
fn shown(answer: &Answer) -> String {
    let link = answer.body.split("<code>http://dure.test").nth(1).and_then(|rest| rest.split('<').next());
    link.unwrap_or_else(|| panic!("{}", answer.body)).to_owned()
}

on_both!(a_secretary_hands_out_a_link_that_serves_a_newcomer_once, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let path = format!("/people/{}/invitation/link", village.smith);
    let page = format!("/people/{}", village.smith);
    for person in [village.carpenter_boss, village.smiths_deputy, village.plater_boss, village.smith] {
        let refused = test.signed_in(person).await.post(&path, &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        end_sessions(&test, person).await;
    }
    let secretary = test.signed_in(village.secretary).await;
    assert!(secretary.get(&page).await.body.contains("초대 링크 만들기"));
    let first = shown(&secretary.post(&path, &[]).await);
    let answer = secretary.post(&path, &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    let link = shown(&answer);
    assert_eq!(test.stranger().get(&first).await.status, StatusCode::GONE, "the newer one alone is good");
    let token = link.rsplit('/').next().expect("a token");
    assert!(!secretary.get(&page).await.body.contains(token), "it is shown once");
    let looked = test.stranger().get(&link).await;
    assert!(looked.body.contains("님이 만들어 전한 초대 링크"), "who issued it: {}", looked.body);
    test.clock.advance_secs(7 * 86_400 - 60);
    let inside = test.stranger().post(&link, &[]).await;
    assert!(is_inside(&inside), "{inside:?}");
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE, "once");
    let fresh = test.with_cookie(inside.cookie.as_deref().expect("a session"));
    let chosen = fresh.post("/account/password", &[("password", "우리 공장 굴뚝 높이")]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "a newcomer may choose a password");
    let again = test.signed_in(village.secretary).await.post(&path, &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "there is a way in now: {}", again.body);
    assert!(!test.signed_in(village.secretary).await.get(&page).await.body.contains("초대 링크 만들기"));
});

on_both!(a_link_by_hand_is_for_newcomers_without_an_office_alone, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    for officer in [village.plater_boss, village.secretary, village.operator, village.staff] {
        let answer = staff.post(&format!("/people/{officer}/invitation/link"), &[]).await;
        assert!(!answer.body.contains("/sign-in/link/"), "{}", answer.body);
        assert!(answer.status.is_client_error());
    }
    let path = format!("/people/{}/invitation/link", village.smith);
    let link = shown(&staff.post(&path, &[]).await);
    test.clock.advance_secs(7 * 86_400 + 60);
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE, "a week");
    let staff = test.signed_in(village.staff).await;
    let link = shown(&staff.post(&path, &[]).await);
    drop(test.signed_in(village.smith).await);
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE, "another way in was found");
    let refused = staff.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
});

on_both!(an_office_that_was_ended_to_enter_by_a_link_guards_it, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let smith = village.smith.to_string();
    let new = format!("/groups/{}/offices/new", village.group);
    let instead = [("office", "chair"), ("person", smith.as_str()), ("instead", "yes")];
    assert_eq!(secretary.post(&new, &instead).await.status, StatusCode::SEE_OTHER);
    let path = format!("/people/{}/invitation/link", village.plater_boss);
    for who in [village.secretary, village.staff] {
        let who = test.signed_in(who).await;
        let refused = who.post(&path, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert!(refused.body.contains("맡은 적이 있는 분"), "{}", refused.body);
        let page = who.get(&format!("/people/{}", village.plater_boss)).await.body;
        assert!(!page.contains("초대 링크 만들기"));
    }
    // A link of before the office is not good either.
    let path = format!("/people/{}/invitation/link", village.smiths_deputy);
    let link = shown(&secretary.post(&path, &[]).await);
    let deputy = village.smiths_deputy.to_string();
    let expert = [("office", "expert"), ("person", deputy.as_str())];
    assert_eq!(secretary.post(&new, &expert).await.status, StatusCode::SEE_OTHER);
    assert_eq!(test.stranger().post(&link, &[]).await.status, StatusCode::GONE);
});

async fn end_sessions(test: &TestApp, person: dure_domain::PersonId) {
    use dure_tables::sessions;
    let ended =
        test.app.store.write::<_, dure_web::error::Error, _, _>(dure_store::Actor::System, |tx| async move {
            tx.quiet();
            let own = sessions::Entity::delete_many().filter(sessions::Column::PersonId.eq(person));
            own.exec(tx.db()).await?;
            Ok(())
        });
    ended.await.expect("ended");
}
