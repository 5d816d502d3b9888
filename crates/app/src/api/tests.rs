//! The interface by token: what it lists, what it refuses, and that its document tells the truth.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use dure_domain::PersonId;
use dure_people::accounts::tokens;
use dure_store::{Point, on_both};
use dure_tables::acts;
use dure_web::testing::{Answer, TestApp};
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use utoipa::OpenApi;

use super::document::Document;
use super::guide::operations;
use crate::testing::Housed as _;

async fn token(test: &TestApp, person: PersonId) -> String {
    tokens::make(&test.app, person, "시험", 30).await.unwrap().expect("a token")
}

async fn get(test: &TestApp, token: &str, path: &str) -> (Answer, Value) {
    let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let answer = test.stranger().send(request.body(Body::empty()).unwrap()).await;
    let body = serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body));
    (answer, body)
}

async fn post(test: &TestApp, token: &str, path: &str, body: &Value) -> (Answer, Value) {
    let request = Request::post(path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    let answer = test.stranger().send(request.body(Body::from(body.to_string())).unwrap()).await;
    let body = serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{path}: {}", answer.body));
    (answer, body)
}

async fn post_once(test: &TestApp, token: &str, key: &str, body: &Value) -> Answer {
    let request = Request::post("/api/difficulties")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", key);
    test.stranger().send(request.body(Body::from(body.to_string())).unwrap()).await
}

on_both!(a_request_with_a_key_is_done_once, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = token(&test, village.smith).await;
    let new = |title: &str| {
        let problem = "받침쇠에 녹이 올라옵니다. 석 달째 같습니다.";
        json!({ "title": title, "problem": problem, "need": "quality", "visibility": "federation" })
    };
    let count = async || get(&test, &smith, "/api/difficulties").await.1["total"].as_u64().unwrap();
    let before = count().await;
    let first = post_once(&test, &smith, "열쇠-1", &new("한 번만")).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
    let again = post_once(&test, &smith, "열쇠-1", &new("한 번만")).await;
    assert_eq!((again.status, &again.body, &again.location), (first.status, &first.body, &first.location));
    assert_eq!(count().await, before + 1);

    let other = post_once(&test, &smith, "열쇠-1", &new("다른 글")).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "a key is for one request");
    assert!(other.body.contains("Idempotency-Key"), "{}", other.body);
    for unfit in [String::new(), "k".repeat(201)] {
        let refused = post_once(&test, &smith, &unfit, &new("열쇠 없이")).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.body.contains("Idempotency-Key"), "{}", refused.body);
    }
    let another = token(&test, village.plater_boss).await;
    let theirs = post_once(&test, &another, "열쇠-1", &new("한 번만")).await;
    assert_eq!(theirs.status, StatusCode::CREATED, "everybody has keys of their own");
    assert_eq!(count().await, before + 2);

    let (wish, wrong) = (new("나란히"), json!({ "title": "", "problem": "" }));
    let side_by_side =
        futures::future::join_all((0..4).map(|_| post_once(&test, &smith, "열쇠-2", &wish))).await;
    assert!(side_by_side.iter().all(|answer| answer.status == StatusCode::CREATED), "{side_by_side:?}");
    assert!(
        side_by_side.iter().all(|answer| answer.location == side_by_side[0].location),
        "{side_by_side:?}"
    );
    assert_eq!(count().await, before + 3, "four at once make one");

    assert!(post_once(&test, &smith, "열쇠-3", &wrong).await.status.is_client_error());
    assert_eq!(post_once(&test, &smith, "열쇠-3", &new("고쳐서")).await.status, StatusCode::CREATED);
    test.app.store.lose_database(Point::Commit, 0);
    assert_eq!(
        post_once(&test, &smith, "열쇠-4", &new("끊겨서")).await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    assert_eq!(post_once(&test, &smith, "열쇠-4", &new("끊겨서")).await.status, StatusCode::CREATED);
    assert_eq!(count().await, before + 5);
});

on_both!(a_request_whose_answer_was_lost_is_said_to_be_at_work, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = token(&test, village.smith).await;
    let wish = json!({ "title": "한 번만", "problem": "받침쇠에 녹이 올라옵니다.", "need": "quality", "visibility": "federation" });
    let first = post_once(&test, &smith, "열쇠", &wish).await;
    let lose = async |answer: &str| {
        let sql = format!("update acts set answer = '{answer}'");
        let lost: Result<(), dure_store::StoreError> = test
            .app
            .store
            .write(dure_store::Actor::System, |tx| {
                let sql = sql.clone();
                async move {
                    tx.quiet();
                    sea_orm::ConnectionTrait::execute_unprepared(tx.db(), &sql).await?;
                    Ok(())
                }
            })
            .await;
        lost.expect("a lost answer");
    };
    let kept = acts::Entity::find().one(test.app.store.read()).await.unwrap().expect("an act").answer;
    lose("").await;
    let again = async { post_once(&test, &smith, "열쇠", &wish).await };
    let late = async {
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        lose(&kept).await;
    };
    let (answer, ()) = tokio::join!(again, late);
    assert_eq!((answer.status, answer.location), (StatusCode::CREATED, first.location), "waited for");
    lose("").await;
    let never = post_once(&test, &smith, "열쇠", &wish).await;
    assert_eq!(never.status, StatusCode::CONFLICT);
    assert!(never.body.contains("Idempotency-Key"), "{}", never.body);
});

on_both!(the_scheme_of_a_token_is_read_in_any_case, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = token(&test, village.smith).await;
    for (scheme, status) in
        [("bearer", StatusCode::OK), ("BEARER", StatusCode::OK), ("Basic", StatusCode::UNAUTHORIZED)]
    {
        let request = Request::get("/api/firms").header(header::AUTHORIZATION, format!("{scheme} {smith}"));
        let answer = test.stranger().send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, status, "{scheme}: {}", answer.body);
    }
});

#[test]
fn the_document_lists_exactly_the_routes() {
    let document = Document::openapi();
    let told: BTreeSet<(String, String)> = document
        .paths
        .paths
        .iter()
        .flat_map(|(path, item)| {
            operations(item)
                .into_iter()
                .map(|(method, _)| (method.to_owned(), path.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    let made: BTreeSet<(String, String)> = crate::house::house()
        .routes
        .list()
        .iter()
        .filter(|route| route.path.starts_with("/api/") && route.path != "/api/openapi.json")
        .map(|route| (route.method.to_string(), route.path.to_owned()))
        .collect();
    assert_eq!(told, made);
}

on_both!(a_program_reads_what_its_person_may_see, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = token(&test, village.smith).await;
    let (answer, firms) = get(&test, &smith, "/api/firms").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        (&firms["total"], &firms["pages"]),
        (&json!(4), &json!(1)),
        "the neighbours' firm is not there"
    );
    let (_, found) = get(&test, &smith, "/api/firms?q=%EB%8F%84%EA%B8%88").await;
    assert_eq!(found["items"][0]["name"], "대관령도금");
    let (_, firm) = get(&test, &smith, &format!("/api/firms/{}", village.plater)).await;
    assert_eq!(firm["resources"][0]["title"], "염수분무 시험기");
    assert_eq!(firm["industry"]["code"], "25922");
    assert_eq!(firm["groups"][0]["name"], "한울회");
    let (_, group) = get(&test, &smith, &format!("/api/groups/{}", village.group)).await;
    assert_eq!((&group["firms"], group["members"].as_array().map(Vec::len)), (&json!(3), Some(3)));
    let outsider = token(&test, village.outsider).await;
    let (answer, problem) = get(&test, &outsider, &format!("/api/firms/{}", village.plater)).await;
    assert_eq!((answer.status, &problem["status"]), (StatusCode::NOT_FOUND, &json!(404)));
});

on_both!(without_a_good_token_the_interface_says_so, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let refused = test.stranger().get("/api/firms").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let problem: Value = serde_json::from_str(&refused.body).unwrap();
    assert_eq!(problem["status"], 401);
    let headers = test.stranger().headers("/api/firms").await;
    assert_eq!(headers["www-authenticate"], "Bearer");
    assert_eq!(headers["content-type"], "application/problem+json");
    let (answer, _) = get(&test, "dure_made-up", "/api/firms").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    let smith = token(&test, village.smith).await;
    let page = Request::get("/account").header(header::AUTHORIZATION, format!("Bearer {smith}"));
    let page = test.stranger().send(page.body(Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "a token opens the interface, not the account");
    test.clock.advance_secs(31 * 86_400);
    let (answer, _) = get(&test, &smith, "/api/firms").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "a token ends on its day");
});

on_both!(a_program_posts_a_difficulty_by_the_rules_of_the_form, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = token(&test, village.smith).await;
    let (answer, problem) = post(&test, &smith, "/api/difficulties", &json!({ "need": "quality" })).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields: Vec<&str> =
        problem["errors"].as_array().unwrap().iter().filter_map(|error| error["field"].as_str()).collect();
    assert!(fields.contains(&"title") && fields.contains(&"problem"), "{problem}");

    let new = json!({
        "title": "받침쇠에 녹이 습니다", "problem": "바닷가 난간 받침쇠가 여섯 달 만에 녹슬어 돌아옵니다.",
        "present_state": "한 달에 서른 개", "tried": "페인트", "solved_when": "두 해를 버티면",
        "need": "quality", "visibility": "group",
    });
    let (answer, made) = post(&test, &smith, "/api/difficulties", &new).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{made}");
    let path = answer.location.unwrap();
    assert_eq!(path, format!("/api/difficulties/{}", made["id"].as_str().unwrap()));
    let (_, shown) = get(&test, &smith, &path).await;
    assert_eq!((&shown["status"], &shown["firm"]["name"]), (&json!("open"), &json!("한빛정밀")));
    let plater = token(&test, village.plater_boss).await;
    let (_, listed) = get(&test, &plater, "/api/difficulties").await;
    assert_eq!(listed["items"][0]["title"], "받침쇠에 녹이 습니다");
    let carpenter = token(&test, village.carpenter_boss).await;
    let (answer, _) = get(&test, &carpenter, &path).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "another group does not see it");
    test.settle().await;
    let (_, ranked) = get(&test, &smith, &format!("{path}/helpers")).await;
    let best = &ranked["helpers"][0];
    assert_eq!(best["firm"]["name"], "대관령도금", "{ranked}");
    let points: i64 =
        best["reasons"].as_array().unwrap().iter().filter_map(|part| part["points"].as_i64()).sum();
    assert_eq!(best["score"], points, "the reasons sum to the score");
    let expert = token(&test, village.expert).await;
    let (answer, _) = get(&test, &expert, &format!("{path}/helpers")).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "who looks on does not ask");
    let (answer, _) =
        post(&test, &smith, "/api/difficulties", &json!({ "firm": village.plater, "title": "남의 일" }))
            .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);

    let mut draft = new.clone();
    draft["draft"] = json!(true);
    let (answer, _) = post(&test, &smith, "/api/difficulties", &draft).await;
    assert_eq!(answer.status, StatusCode::CREATED);
    let (_, listed) = get(&test, &plater, "/api/difficulties").await;
    assert_eq!(listed["total"], 1, "a draft is its author's alone");
});

on_both!(broken_requests_get_problem_documents, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = token(&test, village.smith).await;
    for path in ["/api/firms/no-id", "/api/nothing", "/api/difficulties/00000000-0000-0000-0000-000000000000"]
    {
        let (answer, problem) = get(&test, &smith, path).await;
        assert_eq!((answer.status, &problem["status"]), (StatusCode::NOT_FOUND, &json!(404)), "{path}");
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()));
    }
    let request = Request::post("/api/difficulties")
        .header(header::AUTHORIZATION, format!("Bearer {smith}"))
        .header(header::CONTENT_TYPE, "application/json");
    let answer = test.stranger().send(request.body(Body::from("{ broken")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(serde_json::from_str::<Value>(&answer.body).unwrap()["status"], 400);
});

on_both!(people_read_how_to_use_it, |db| async move {
    let test = TestApp::on(db).await;
    let page = test.stranger().get("/api").await;
    assert_eq!(page.status, StatusCode::OK);
    for call in ["/api/firms/{id}", "/api/difficulties", "POST", "openapi.json"] {
        assert!(page.body.contains(call), "{call}");
    }
    let document = test.stranger().get("/api/openapi.json").await;
    let document: Value = serde_json::from_str(&document.body).unwrap();
    assert_eq!(document["openapi"].as_str().map(|version| version.starts_with("3.")), Some(true));
    let needs = &document["components"]["schemas"]["NewDifficulty"]["properties"]["need"]["enum"];
    assert!(needs.as_array().is_some_and(|words| words.contains(&json!("quality"))), "{needs}");
});
