//! The rooms: who is offered which, and that nothing is offered which is then refused.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use dure_domain::PersonId;
use dure_store::on_both;
use dure_web::testing::village::Village;
use dure_web::testing::{Client, TestApp};

use crate::testing::Housed as _;

/// Who sees which rooms, by what stands on their names.
fn who_sees(village: &Village) -> [(PersonId, &'static [&'static str]); 8] {
    const MEMBER: &[&str] = &["오늘", "도움", "우리 교류회", "찾기"];
    const OFFICE: &[&str] = &["오늘", "도움", "우리 교류회", "찾기", "사무국"];
    [
        (village.smith, MEMBER),
        (village.smiths_deputy, MEMBER),
        (village.plater_boss, MEMBER),
        (village.secretary, OFFICE),
        (village.expert, MEMBER),
        (village.official, MEMBER),
        (village.staff, OFFICE),
        (village.operator, &["오늘", "사무국"]),
    ]
}

/// What was the menu before there were rooms; letters and bookmarks lead there.
const OLD: &[&str] = &[
    "/",
    "/difficulties",
    "/difficulties/new",
    "/firms",
    "/meetings",
    "/groups",
    "/foundings",
    "/resources",
    "/experts",
    "/programmes",
    "/knowledge",
    "/network",
    "/ledger",
    "/roster",
    "/formation",
    "/federation",
];

/// The rail of a page.
fn rail(page: &str) -> &str {
    page.split(r#"<nav class="side""#)
        .nth(1)
        .and_then(|rest| rest.split("</main>").next())
        .unwrap_or_default()
}

fn pieces<'a>(text: &'a str, begin: &str) -> Vec<&'a str> {
    text.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Every address that the rails of the rooms' fronts lead to.
async fn offered(client: &Client<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::from(["/".to_owned()]);
    let home = client.get("/").await.body;
    for front in pieces(rail(&home), r#"href=""#) {
        found.insert(front.to_owned());
        let page = client.get(front).await.body;
        let side = rail(&page).split("<main").next().unwrap_or_default();
        found.extend(pieces(side, r#"href=""#).into_iter().map(str::to_owned));
    }
    found
}

/// How a page answers, led on to where it leads.
async fn opened(client: &Client<'_>, path: &str) -> StatusCode {
    let answer = client.get(path).await;
    match answer.location {
        Some(to) if answer.status.is_redirection() => client.get(&to).await.status,
        _ => answer.status,
    }
}

on_both!(everybody_has_the_rooms_of_their_work, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    for (person, rooms) in who_sees(&village) {
        let client = test.signed_in(person).await;
        let home = client.get("/").await.body;
        let side = rail(&home).split("<main").next().unwrap_or_default();
        let named: Vec<&str> = side
            .split("side-link")
            .skip(1)
            .filter_map(|link| pieces(link, r#"aria-label=""#).first().copied())
            .collect();
        assert_eq!(named, rooms);
    }
});

on_both!(nothing_is_offered_that_is_then_refused, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    for (person, rooms) in who_sees(&village) {
        let client = test.signed_in(person).await;
        let places = offered(&client).await;
        assert!(places.len() >= rooms.len(), "{places:?}");
        for place in places {
            assert_eq!(opened(&client, &place).await, StatusCode::OK, "{place}");
        }
    }
});

on_both!(who_may_not_post_is_not_asked_to, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    for person in [village.expert, village.official, village.operator] {
        let places = offered(&test.signed_in(person).await).await;
        assert!(
            !places.iter().any(|place| place.contains("/new") || place.contains("scope=mine")),
            "{places:?}"
        );
    }
    assert!(offered(&test.signed_in(village.smith).await).await.contains("/difficulties/new"));
});

on_both!(old_addresses_still_lead_somewhere, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    for path in OLD {
        assert_eq!(opened(&staff, path).await, StatusCode::OK, "{path}");
    }
});
