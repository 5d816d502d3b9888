//! Texts that no honest form sends, in every path, query, field and string of JSON: no route fails, nothing unseen is kept.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, header};
use dure_store::on_both;
use dure_web::routes::Route;
use dure_web::testing::{Client, TestApp};

use super::forms::{self, Field, Form};
use super::samples::Samples;
use crate::house::house;
use crate::testing::Housed as _;

/// NUL, a turned direction, half a surrogate, a byte that is no UTF-8, a zero-width space, a line's end.
const RAW: &str = "%00%E2%80%AE%ED%A0%80%FF%E2%80%8B%0D%E2%80%A8";
/// The same in a text that could be meant.
const TYPED: &str = "한빛\0\u{202e}정밀\u{200b}\r\u{2028}";

/// Beyond what either database counts, on both sides.
const BEYOND: [&str; 3] = ["18446744073709551615", "9223372036854775808", "-9223372036854775809"];

on_both!(no_route_fails_on_what_nobody_types, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let samples = Samples::lay_out(&test, &village).await;
    let (mut wrong, mut typed_into) = (Vec::new(), 0);
    for person in [village.staff, village.secretary, village.smith] {
        let client = test.signed_in(person).await;
        let pages = walked(&client, &samples).await;
        typed_into += pages.iter().filter(|form| form.fields.iter().any(|field| field.is_text)).count();
        let names: BTreeSet<String> =
            pages.iter().flat_map(|form| form.fields.iter().map(|field| field.name.clone())).collect();
        for route in house().routes.list() {
            wrong.extend(thrown_at(&client, &samples, route, &names).await);
        }
        for form in &pages {
            wrong.extend(filled(&client, form, "7").await);
            wrong.extend(filled(&client, form, BEYOND[0]).await);
        }
    }
    assert!(typed_into > 40, "only {typed_into} forms were found");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    // PostgreSQL refuses such texts itself; what SQLite took is looked through.
    let unseen = test.app.store.check(|_, _| {}).await.expect("a check").findings;
    assert!(unseen.iter().all(|finding| finding.check != "unstorable"), "{unseen:?}");
});

/// Every form of every page that this person is shown.
async fn walked(client: &Client<'_>, samples: &Samples) -> Vec<Form> {
    let mut found = Vec::new();
    for route in house().routes.list().iter().filter(|route| route.method == Method::GET) {
        let Some(sample) = samples.of(route.path) else { continue };
        found.extend(forms::of_page(&client.get(&sample.path).await.body, &sample.path));
    }
    found.sort();
    found.dedup();
    found.retain(|form| form.action != "/sign-out" && !form.action.starts_with("/personas"));
    found
}

async fn thrown_at(
    client: &Client<'_>,
    samples: &Samples,
    route: &Route,
    names: &BTreeSet<String>,
) -> Option<String> {
    let sample = samples.of(route.path)?;
    let pairs =
        |names: &[&String]| names.iter().map(|name| format!("{name}={RAW}")).collect::<Vec<_>>().join("&");
    let every: Vec<&String> = names.iter().collect();
    // Together they reach what takes any text; one by one what reads numbers beside it.
    let mut queries = vec![pairs(&every)];
    queries.extend(
        every
            .iter()
            .filter(|name| name.len() <= 2 || route.row.action.contains("api"))
            .map(|name| pairs(&[name])),
    );
    for number in BEYOND {
        let all = every.iter().map(|name| format!("{name}={number}"));
        queries.extend([all.collect::<Vec<_>>().join("&"), format!("page={number}")]);
    }
    let mut requests = Vec::new();
    for query in &queries {
        let address = format!("{}?{query}", sample.path);
        match route.method {
            Method::GET => requests.push((Request::get(address), String::new())),
            _ => {
                let form = "application/x-www-form-urlencoded";
                let post = Request::post(address).header(header::CONTENT_TYPE, form);
                requests.push((post, query.clone()));
                let json = Request::post(&sample.path).header(header::CONTENT_TYPE, "application/json");
                let told: serde_json::Map<String, serde_json::Value> =
                    names.iter().map(|name| (name.clone(), TYPED.into())).collect();
                requests.push((json, serde_json::Value::Object(told).to_string()));
            }
        }
    }
    for broken in ["%00", "%ED%A0%80", "%FF", "a%E2%80%AE"] {
        let path: Vec<String> = route
            .path
            .split('/')
            .map(|step| if step.starts_with('{') { broken.to_owned() } else { step.to_owned() })
            .collect();
        requests.push((Request::builder().method(route.method.clone()).uri(path.join("/")), String::new()));
    }
    for (request, body) in requests {
        let request = request.body(Body::from(body)).expect("a request");
        let asked = format!("{} {}", request.method(), request.uri());
        if asked.starts_with("POST /sign-out") || asked.starts_with("POST /account/sessions") {
            continue;
        }
        let answer = client.send(request).await;
        if answer.status.is_server_error() {
            return Some(format!("{asked}: {} {}", answer.status, forms::plain(&answer.body)));
        }
    }
    None
}

/// The form as the page gives it, with every text in it hostile.
async fn filled(client: &Client<'_>, form: &Form, number: &str) -> Option<String> {
    let typed: Vec<(&str, &str)> = form
        .fields
        .iter()
        .map(|field| {
            let value = match field {
                Field { is_text: true, .. } => TYPED,
                Field { is_number: true, .. } => number,
                field => field.value.as_str(),
            };
            (field.name.as_str(), value)
        })
        .collect();
    let answer = if form.is_post {
        client.post(&form.action, &typed).await
    } else {
        let query: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(typed).finish();
        client.get(&format!("{}?{query}", form.action)).await
    };
    let fails = answer.status.is_server_error();
    fails.then(|| format!("the form of {}: {} {}", form.action, answer.status, forms::plain(&answer.body)))
}
