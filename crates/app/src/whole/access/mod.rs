//! Walks the router: every route is tried by every role, and none gives more than its row says.
//!
//! What a path parameter stands for is looked up in [`samples`]; a new route whose parameter is
//! not listed there fails the test.

mod anonymous;
mod forms;
mod hostile;
mod people;
pub mod samples;
mod table;

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::http::{Method, StatusCode, header};
use dure_store::on_both;
use dure_web::access::{Relation, Viewer};
use dure_web::routes::Route;
use dure_web::testing::{Answer, TestApp};

use crate::house::house;
use crate::testing::Housed as _;
use people::Role;
use samples::{Sample, Samples};

#[test]
fn every_action_has_one_row() {
    let routes = house().routes;
    for route in routes.list() {
        assert!(route.row.action.contains('.'), "{} {}: an action is feature.verb", route.method, route.path);
        assert!(!route.row.who.is_empty(), "{} {}: nobody may do this", route.method, route.path);
        let other = routes
            .list()
            .iter()
            .find(|other| other.row.action == route.row.action && other.row.who != route.row.who);
        assert!(other.is_none(), "two rows called {}: {:?} and {other:?}", route.row.action, route.row.who);
    }
}

#[test]
fn no_route_is_made_twice() {
    let mut seen = BTreeSet::new();
    for route in house().routes.list() {
        assert!(seen.insert((route.method.to_string(), route.path)), "{} {} twice", route.method, route.path);
    }
}

on_both!(no_role_gets_more_than_its_row_says, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let samples = Samples::lay_out(&test, &village).await;
    let mut wrong = Vec::new();
    // Looking first, so that acts find everything still there.
    for method in [Method::GET, Method::POST] {
        for route in house().routes.list().iter().filter(|route| route.method == method) {
            let Some(sample) = samples.of(route.path) else {
                wrong.push(format!("{}: no sample for its parameter in access/walk/samples.rs", route.path));
                continue;
            };
            for role in people::roles(&village) {
                wrong.extend(tried(&test, route, &sample, &role).await);
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
});

on_both!(every_answer_says_once_what_it_is, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let samples = Samples::lay_out(&test, &village).await;
    let client = test.signed_in(village.secretary).await;
    let mut wrong = Vec::new();
    for route in house().routes.list().iter().filter(|route| route.method == Method::GET) {
        let Some(sample) = samples.of(route.path) else { continue };
        let headers = client.headers(&sample.path).await;
        let led_on = headers.contains_key(header::LOCATION);
        let said: Vec<_> = headers.get_all(header::CONTENT_TYPE).iter().collect();
        if said.len() > 1 || (said.is_empty() && !led_on) {
            wrong.push(format!("{}: {said:?}", sample.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
});

/// What was wrong when this role tried this route.
async fn tried(test: &TestApp, route: &Route, sample: &Sample, role: &Role) -> Option<String> {
    let viewer = match role.person {
        Some(person) => Some(people::viewer(test, person).await),
        None => None,
    };
    let client = match role.person {
        Some(person) => test.signed_in(person).await,
        None => test.stranger(),
    };
    let answer = match route.method {
        Method::GET => client.get(&sample.path).await,
        _ => client.post(&sample.path, &[]).await,
    };
    let complaint = judged(route, sample, viewer.as_deref(), &answer)?;
    Some(format!("{} {} by {}: {} {complaint}", route.method, sample.path, role.name, answer.status))
}

fn judged(route: &Route, sample: &Sample, viewer: Option<&Viewer>, answer: &Answer) -> Option<String> {
    if answer.status.is_server_error() {
        return Some(format!("fails: {}", answer.body.chars().take(300).collect::<String>()));
    }
    let open = route.row.who.contains(&Relation::Anyone);
    let Some(viewer) = viewer else {
        let led_to_the_door = answer.status == StatusCode::SEE_OTHER
            && answer.location.as_deref().is_some_and(|to| to.starts_with("/sign-in"));
        let turned_away = led_to_the_door || answer.status == StatusCode::UNAUTHORIZED;
        return (!open && !turned_away).then(|| "but a stranger must be led to the door".to_owned());
    };
    let allowed = route.row.admit(Some(viewer)).is_ok()
        && sample.thing.as_ref().is_none_or(|thing| route.row.allows(viewer, thing));
    let refused = matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND);
    // An act tried with an empty form may be refused for that before the thing is looked at.
    let unreadable = route.method != Method::GET
        && matches!(answer.status, StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY);
    if !allowed && !refused && !unreadable {
        return Some(format!("but the row {:?} does not admit them", route.row));
    }
    let looks = route.method == Method::GET && sample.thing.is_some() && !open;
    (allowed && refused && looks).then(|| format!("but the row {:?} admits them", route.row))
}

/// The viewer that a request of this person has.
type Known = Arc<Viewer>;
