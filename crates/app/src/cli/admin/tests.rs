//! Administrators come in by the link that the command line prints.

use axum::http::StatusCode;
use dure_domain::Office;
use dure_help::testing::asked::{ask_plater, rust_on_brackets};
use dure_store::on_both;
use dure_tables::people;
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link as link_in};
use sea_orm::EntityTrait;

use super::create::{Refused, create};
use super::link::link;
use super::list::administrators;
use super::reset::reset;
use crate::testing::Housed as _;

const EMAIL: &str = "staff@dure.example";

on_both!(the_first_administrator_comes_in_by_the_printed_link, |db| async move {
    let test = TestApp::on(db).await;
    let made = create(&test.app.store, "박운영", EMAIL, "충북연합회", "http://dure.test")
        .await
        .expect("an answer")
        .expect("made");
    assert!(!made.was_there);
    let path = made.link.strip_prefix("http://dure.test").expect("a link of this server");
    let answer = test.stranger().post(path, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(answer.cookie.is_some_and(|cookie| cookie.starts_with("dure_session=")));
    let again = test.stranger().post(path, &[]).await;
    assert_ne!(again.status, StatusCode::SEE_OTHER, "the link is good once");

    let all = administrators(&test.app.store).await.expect("a list");
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].offices, [Office::Staff, Office::Operator]);
    let twice = create(&test.app.store, "박운영", EMAIL, "충북연합회", "http://dure.test")
        .await
        .expect("an answer")
        .expect("made");
    assert!(twice.was_there, "made twice, there once");
    assert_eq!(administrators(&test.app.store).await.expect("a list").len(), 1);
    let elsewhere = create(&test.app.store, "박운영", EMAIL, "경기연합회", "http://dure.test").await;
    let elsewhere = elsewhere.expect("an answer");
    assert_eq!(elsewhere, Err(Refused::Elsewhere), "an address belongs to one federation");
});

on_both!(a_strangers_address_raises_nobody, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = people::Entity::find_by_id(village.smith).one(test.app.store.read()).await;
    let email = smith.expect("people").and_then(|smith| smith.email).expect("an address");
    let federation = "강원이업종교류연합회";
    let before = administrators(&test.app.store).await.expect("a list").len();
    let refused = create(&test.app.store, "박운영", &email.to_uppercase(), federation, "").await;
    assert_eq!(refused.expect("an answer"), Err(Refused::OtherName("김대장".into())));
    assert_eq!(administrators(&test.app.store).await.expect("a list").len(), before);
    let raised = create(&test.app.store, "김 대장", &email, federation, "").await.expect("an answer");
    let raised = raised.expect("the one who is meant");
    assert_eq!(raised.name, "김대장");
    assert!(raised.was_known && !raised.was_there);
    assert_eq!(administrators(&test.app.store).await.expect("a list").len(), before + 1);
});

on_both!(a_reset_ends_open_sessions_and_gives_a_new_way_in, |db| async move {
    let test = TestApp::on(db).await;
    let made =
        create(&test.app.store, "박운영", EMAIL, "충북연합회", "").await.expect("an answer").expect("made");
    let cookie = test.stranger().post(&made.link, &[]).await.cookie.expect("a session");
    let seen = async |cookie: &str| {
        let request = axum::http::Request::get("/account").header("cookie", cookie);
        test.stranger().send(request.body(axum::body::Body::empty()).expect("a request")).await.status
    };
    assert_eq!(seen(&cookie).await, StatusCode::OK);
    assert_eq!(reset(&test.app.store, "nobody@dure.example", "").await.expect("an answer"), None);
    let (_, link) = reset(&test.app.store, EMAIL, "").await.expect("an answer").expect("a person");
    test.app.viewers.clear();
    assert_eq!(seen(&cookie).await, StatusCode::SEE_OTHER, "led to the sign-in page");
    let cookie = test.stranger().post(&link, &[]).await.cookie.expect("a session");
    assert_eq!(seen(&cookie).await, StatusCode::OK);
});

on_both!(a_reset_ends_every_way_in_and_every_answer_by_one_tap, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, difficulty).await;
    let offer = link_in(&letters(&test, village.plater_boss, "difficulty.ask").await[0], "/answers/offer/");
    let person = people::Entity::find_by_id(village.plater_boss).one(test.app.store.read()).await;
    let email = person.expect("people").and_then(|person| person.email).expect("an address");
    assert_eq!(test.stranger().post("/sign-in/link", &[("email", &email)]).await.status, 303);
    test.settle().await;
    let link_of = async |at: usize| {
        link_in(&letters(&test, village.plater_boss, "sign_in").await[at], "/sign-in/link/")
    };
    let cookie = test.stranger().post(&link_of(0).await, &[]).await.cookie.expect("a session");
    let stolen = test.with_cookie(&cookie);
    assert_eq!(stolen.get(&offer).await.status, StatusCode::OK);
    let token = stolen.post("/account/tokens", &[("token_name", "엑셀"), ("days", "30")]).await.body;
    let token = token.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a token");
    let shown = async || {
        let request =
            axum::http::Request::get("/api/firms").header("authorization", format!("Bearer {token}"));
        test.stranger().send(request.body(axum::body::Body::empty()).expect("a request")).await.status
    };
    assert_eq!(shown().await, StatusCode::OK);
    test.clock.advance_secs(1);
    assert_eq!(stolen.post("/account/mail", &[("email", "evil@hunt.example")]).await.status, 303);
    let change = link_in(&letters(&test, village.plater_boss, "account.mail").await[0], "/account/mail/");
    assert_eq!(test.stranger().post("/sign-in/link", &[("email", &email)]).await.status, 303);
    test.settle().await;
    let unspent = link_of(1).await;

    let shouted = email.to_uppercase();
    let (_, fresh) = reset(&test.app.store, &shouted, "").await.expect("an answer").expect("a person");
    test.app.viewers.clear();
    assert_eq!(stolen.get("/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(shown().await, StatusCode::UNAUTHORIZED);
    for link in [&unspent, &change, &offer] {
        assert_eq!(test.stranger().get(link).await.status, StatusCode::GONE, "{link}");
        assert_eq!(test.stranger().post(link, &[]).await.status, StatusCode::GONE, "{link}");
    }
    assert!(test.stranger().post(&fresh, &[]).await.cookie.is_some(), "the new way in");
    test.clock.advance_secs(1);
    let next = rust_on_brackets(&test, &village).await;
    ask_plater(&test, &village, next).await;
    let offer = link_in(&letters(&test, village.plater_boss, "difficulty.ask").await[1], "/answers/offer/");
    assert_eq!(test.stranger().get(&offer).await.status, StatusCode::OK, "later letters are good");
});

on_both!(a_link_of_the_command_line_closes_nothing, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let made =
        create(&test.app.store, "박운영", EMAIL, "충북연합회", "").await.expect("an answer").expect("made");
    let cookie = test.stranger().post(&made.link, &[]).await.cookie.expect("a session");
    assert_eq!(link(&test.app.store, "nobody@dure.example", "").await.expect("an answer"), None);
    let (name, second) = link(&test.app.store, EMAIL, "").await.expect("an answer").expect("a person");
    assert_eq!(name, "박운영");
    assert_eq!(test.with_cookie(&cookie).get("/account").await.status, StatusCode::OK, "nothing is closed");
    assert!(test.stranger().post(&second, &[]).await.cookie.is_some());
    assert_eq!(test.stranger().post(&second, &[]).await.status, StatusCode::GONE, "once");
});
