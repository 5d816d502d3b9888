//! Tokens, which open the JSON interface and nothing else.

use axum::http::StatusCode;
use dure_store::on_both;
use dure_web::testing::TestApp;
use dure_web::testing::ways_in::{by_link, newest_link, person};

use crate::testing::Housed as _;

/// A request to the JSON interface that shows this token.
async fn with_token(test: &TestApp, token: &str) -> StatusCode {
    let request = axum::http::Request::get("/api/firms").header("authorization", format!("Bearer {token}"));
    test.stranger().send(request.body(axum::body::Body::empty()).unwrap()).await.status
}

/// A token that was made on the account's page.
async fn token_by(client: &dure_web::testing::Client<'_>) -> String {
    let page = client.post("/account/tokens", &[("token_name", "엑셀"), ("days", "30")]).await.body;
    page.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a token").to_owned()
}

on_both!(a_token_is_no_session_and_a_session_no_token, |db| async move {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let cookie = by_link(&test, village.smith).await;
    let client = test.with_cookie(&cookie);
    let token = token_by(&client).await;
    assert_eq!(with_token(&test, &token).await, StatusCode::OK);
    for shown in [token.clone(), BASE64.encode(&token)] {
        let forged = test.with_cookie(&format!("dure_session={shown}"));
        assert_eq!(forged.get("/account").await.status, StatusCode::SEE_OTHER, "{shown}");
        assert_eq!(forged.get("/api/firms").await.status, StatusCode::UNAUTHORIZED);
    }
    let session = cookie.trim_start_matches("dure_session=");
    let raw = String::from_utf8_lossy(&BASE64.decode(session).unwrap()).into_owned();
    assert_eq!(client.get("/account").await.status, StatusCode::OK);
    assert_eq!(with_token(&test, session).await, StatusCode::UNAUTHORIZED);
    if raw.chars().all(|c| c.is_ascii_graphic()) {
        assert_eq!(with_token(&test, &raw).await, StatusCode::UNAUTHORIZED);
    }
    let request = axum::http::Request::get("/account").header("authorization", format!("Bearer {token}"));
    let page = test.stranger().send(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "a token opens no page");
});

on_both!(a_new_password_ends_tokens_links_and_what_other_sessions_asked_for, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let borrowed = test.with_cookie(&by_link(&test, village.smith).await);
    let token = token_by(&borrowed).await;
    borrowed.post("/account/mail", &[("email", "evil@hunt.example")]).await;
    let change = newest_link(&test).await;
    assert_eq!(with_token(&test, &token).await, StatusCode::OK);
    test.clock.advance_secs(1);
    let own = test.with_cookie(&by_link(&test, village.smith).await);
    let email = person(&test, village.smith).await.email.unwrap();
    test.clock.advance_secs(1);
    test.stranger().post("/sign-in/link", &[("email", &email)]).await;
    test.settle().await;
    let unspent = newest_link(&test).await;
    assert_eq!(
        own.post("/account/password", &[("password", "우리 공장 굴뚝 높이")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(with_token(&test, &token).await, StatusCode::UNAUTHORIZED);
    assert_eq!(borrowed.get("/account").await.status, StatusCode::SEE_OTHER);
    assert_eq!(test.stranger().post(&unspent, &[]).await.status, StatusCode::GONE);
    assert_eq!(test.stranger().post(&change, &[]).await.status, StatusCode::GONE);
    assert_eq!(person(&test, village.smith).await.email, Some(email));
    assert_eq!(own.get("/account").await.status, StatusCode::OK, "this device stays");
});
