//! Protections, seen from outside: what every answer carries, and whose requests are refused.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use dure_store::testing::TestStore;
use dure_store::{Point, on_both};
use dure_tables::difficulties;
use dure_web::testing::TestApp;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;

fn sign_out(headers: &[(&str, &str)]) -> Request<Body> {
    let request = headers
        .iter()
        .fold(Request::post("/sign-out"), |request, (name, value)| request.header(*name, *value));
    request.body(Body::empty()).unwrap()
}

on_both!(a_request_from_another_site_changes_nothing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let elsewhere: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example"), ("host", "dure.test")],
        &[("origin", "null"), ("host", "dure.test")],
    ];
    for headers in elsewhere {
        let refused = client.send(sign_out(headers)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(refused.body.contains("다른 곳에서 온 요청"), "the refusal says why");
    }
    assert_eq!(client.get("/account").await.status, StatusCode::OK, "still signed in");
    let own = client.send(sign_out(&[("sec-fetch-site", "same-origin")])).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER);
    assert_eq!(client.get("/account").await.status, StatusCode::SEE_OTHER);
});

on_both!(every_answer_is_strict_about_what_may_run, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    for path in ["/", "/account", "/sign-in", "/no-such-page", "/assets/no-such-file"] {
        let headers = client.headers(path).await;
        let text = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = text("content-security-policy");
        for part in [
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {part} is missing in {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(text("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(text("referrer-policy"), "same-origin", "{path}");
        assert!(text(header::CACHE_CONTROL.as_str()).contains("no-store"), "{path}: pages are of one person");
    }
});

on_both!(a_form_sent_after_the_session_has_ended_leads_back_to_its_page, |db| async move {
    let test = TestApp::on(db).await;
    let request = Request::post("/account")
        .header(header::REFERER, "http://dure.test/account?x=1")
        .header(header::HOST, "dure.test");
    let answer = test.stranger().send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in?to=/account%3Fx%3D1"));
    let request = Request::post("/account")
        .header(header::REFERER, "http://evil.example/account")
        .header(header::HOST, "dure.test");
    let answer = test.stranger().send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.location.as_deref(), Some("/sign-in"));
});

on_both!(nobody_is_led_out_of_the_house, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let base: url::Url = "http://dure.test/sign-in".parse().unwrap();
    for to in [
        "//evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "/\\evil.example",
        "/\n\r/evil.example",
        "/..//evil.example",
    ] {
        let asked: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
        let referer = format!("http://dure.test/{asked}//evil.example");
        let lapsed =
            Request::post("/account").header(header::REFERER, referer).header(header::HOST, "dure.test");
        let answers = [
            client.get(&format!("/sign-in?to={asked}")).await,
            client.post("/appearance", &[("theme", "dark"), ("back", to)]).await,
            client.post("/language", &[("lang", "ko"), ("back", to)]).await,
            test.stranger().send(lapsed.body(Body::empty()).unwrap()).await,
            test.stranger().get(&format!("//evil.example/{asked}")).await,
        ];
        for answer in &answers[..4] {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{to:?}");
        }
        for location in answers.iter().filter_map(|answer| answer.location.as_deref()) {
            let led = base.join(location).unwrap();
            assert!(
                led.host_str() == Some("dure.test") && !led.as_str().contains("evil"),
                "{to:?} leads to {led}"
            );
        }
        let page = test.stranger().get(&format!("/sign-in?to={asked}")).await;
        assert!(page.body.contains(r#"name="to" value="/""#), "{to:?}");
    }
    let answer = client.get("/sign-in?to=/firms%3Fq%3D%25EC%25B2%25A0").await;
    assert_eq!(answer.location.as_deref(), Some("/firms?q=%EC%B2%A0"));
});

on_both!(what_is_typed_is_kept_as_one_reads_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    // "받침쇠" as a Mac writes it, with what nobody sees between.
    let title = "\u{1107}\u{1161}\u{11ae}\u{200b}\u{110e}\u{1175}\u{11b7}\0\u{1109}\u{116c}\u{202e}\n녹";
    let form = [
        ("title", title),
        ("problem", "첫 줄\r\n둘째 줄\0\r👨\u{200d}🌾"),
        ("need", "quality"),
        ("visibility", "federation"),
    ];
    assert_eq!(client.post("/difficulties", &form).await.status, StatusCode::SEE_OTHER);
    let told = serde_json::json!({"title": title, "problem": "가\0\r\n나", "need": "quality", "visibility": "federation"});
    let json = Request::post("/api/difficulties").header(header::CONTENT_TYPE, "application/json");
    let answer = client.send(json.body(Body::from(told.to_string())).unwrap()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    let rows = difficulties::Entity::find().all(test.app.store.read()).await.unwrap();
    assert!(rows.iter().all(|row| row.title == "받침쇠 녹"), "{rows:?}");
    let problems: Vec<&str> = rows.iter().map(|row| row.problem.as_str()).collect();
    assert!(
        problems.contains(&"첫 줄\n둘째 줄\n👨\u{200d}🌾") && problems.contains(&"가\n나"),
        "{problems:?}"
    );
    test.settle().await;
    let apart = "%E1%84%87%E1%85%A1%E1%86%AE%E1%84%8E%E1%85%B5%E1%86%B7%E1%84%89%E1%85%AC%00";
    let list = client.get(&format!("/difficulties?q={apart}")).await;
    assert!(list.status == StatusCode::OK && list.body.contains("받침쇠 녹"));
});

#[tokio::test]
async fn a_full_disk_loses_nothing_and_says_what_to_do() {
    let test = TestApp::on(TestStore::sqlite().await).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let before = "돌아갈 자리";
    let long = "받침쇠에 녹이 올라옵니다. ".repeat(200);
    let post = async |title: &str| {
        let form =
            [("title", title), ("problem", long.as_str()), ("need", "quality"), ("visibility", "federation")];
        client.post("/difficulties", &form).await
    };
    assert_eq!(post(before).await.status, StatusCode::SEE_OTHER);
    test.app.store.leave_room(Some(1)).await;
    let mut answer = post("자리가 없는 글").await;
    for _ in 0..20 {
        if answer.status != StatusCode::SEE_OTHER {
            break;
        }
        answer = post("자리가 없는 글").await;
    }
    assert_eq!(answer.status, StatusCode::INSUFFICIENT_STORAGE, "{}", answer.body);
    assert!(
        answer.body.contains("저장 공간이 가득 찼습니다")
            && answer.body.contains("이미 저장된 내용은 안전합니다")
    );
    let list = client.get("/difficulties").await;
    assert!(list.status == StatusCode::OK && list.body.contains(before), "reading goes on");
    test.app.store.leave_room(None).await;
    assert_eq!(post("자리가 난 뒤의 글").await.status, StatusCode::SEE_OTHER, "writing goes on");
    assert_eq!(test.app.store.check(|_, _| {}).await.expect("a check").findings, []);
}

on_both!(a_database_that_goes_away_is_told_and_what_it_kept_is_told_too, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    let post = async |title: &str| {
        let problem = "받침쇠에 녹이 올라옵니다. 석 달째 같습니다.";
        let form =
            [("title", title), ("problem", problem), ("need", "quality"), ("visibility", "federation")];
        client.post("/difficulties", &form).await
    };
    test.app.store.lose_database(Point::Commit, 0);
    let answer = post("사라진 글").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("적으신 내용은 저장되지 않았습니다"), "{}", answer.body);
    test.app.store.lose_database(Point::Answer, 0);
    assert_eq!(post("남은 글").await.status, StatusCode::SEE_OTHER, "it was kept, and is told so");
    let list = client.get("/difficulties").await.body;
    assert!(list.contains("남은 글") && !list.contains("사라진 글"));
});

on_both!(the_server_says_that_its_writes_fail_and_recovers_by_itself, |db| async move {
    let test = TestApp::on(db).await;
    test.clock.advance_secs(60);
    test.app.store.lose_database(Point::Begin, 0);
    let answer = test.stranger().get("/health").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains(r#""writes":"failing""#), "{}", answer.body);
    assert!(answer.body.contains(r#""why":"unreachable""#), "{}", answer.body);
    let answer = test.stranger().get("/health").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
});

on_both!(the_server_says_that_it_is_well, |db| async move {
    let test = TestApp::on(db).await;
    let answer = test.stranger().get("/health").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains(r#""database":"ok""#) && answer.body.contains(r#""search":"building""#));
    test.village().await;
    assert!(test.stranger().get("/health").await.body.contains(r#""search":"ready""#));
});

on_both!(an_address_that_cannot_be_read_leads_nowhere, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let client = test.signed_in(village.smith).await;
    for path in ["/firms/no-identifier", "/outbox/7", "/outbox?page=many"] {
        let answer = client.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("찾으시는 내용이 없습니다"), "{path}");
    }
});

#[test]
fn a_panic_is_an_error_of_ours_with_what_it_said() {
    let answer = dure_web::limits::panicked(Box::new("the roof"));
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let error = answer.extensions().get::<dure_web::error::Error>().unwrap();
    assert_eq!(error.to_string(), "panicked: the roof");
}
