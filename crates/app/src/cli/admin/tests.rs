//! Administrators come in by the link that the command line prints.

use axum::http::StatusCode;
use dure_domain::Office;
use dure_store::on_both;

use super::create::create;
use super::link::link;
use super::list::administrators;
use super::reset::reset;
use crate::testing::TestApp;

const EMAIL: &str = "staff@dure.example";

on_both!(the_first_administrator_comes_in_by_the_printed_link, |db| async move {
    let test = TestApp::on(db).await;
    let made =
        create(&test.app.store, "박운영", EMAIL, "충북연합회", "http://dure.test").await.expect("made");
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
    let twice =
        create(&test.app.store, "박운영", EMAIL, "충북연합회", "http://dure.test").await.expect("made");
    assert!(twice.was_there, "made twice, there once");
    assert_eq!(administrators(&test.app.store).await.expect("a list").len(), 1);
    let elsewhere = create(&test.app.store, "박운영", EMAIL, "경기연합회", "http://dure.test").await;
    assert!(elsewhere.is_err(), "an address belongs to one federation");
});

on_both!(a_reset_ends_open_sessions_and_gives_a_new_way_in, |db| async move {
    let test = TestApp::on(db).await;
    let made = create(&test.app.store, "박운영", EMAIL, "충북연합회", "").await.expect("made");
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

on_both!(a_link_of_the_command_line_closes_nothing, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let made = create(&test.app.store, "박운영", EMAIL, "충북연합회", "").await.expect("made");
    let cookie = test.stranger().post(&made.link, &[]).await.cookie.expect("a session");
    assert_eq!(link(&test.app.store, "nobody@dure.example", "").await.expect("an answer"), None);
    let (name, second) = link(&test.app.store, EMAIL, "").await.expect("an answer").expect("a person");
    assert_eq!(name, "박운영");
    assert_eq!(test.with_cookie(&cookie).get("/account").await.status, StatusCode::OK, "nothing is closed");
    assert!(test.stranger().post(&second, &[]).await.cookie.is_some());
    assert_eq!(test.stranger().post(&second, &[]).await.status, StatusCode::GONE, "once");
});
