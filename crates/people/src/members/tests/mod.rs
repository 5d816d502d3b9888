//! Stories of people: who changes whom, addresses, leaving.

mod reach;

use axum::http::StatusCode;
use dure_store::on_both;
use dure_tables::people;
use dure_web::testing::TestApp;
use dure_web::testing::letters::letters;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;

on_both!(a_person_is_changed_by_those_who_may, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let edit = format!("/people/{}/edit", village.smiths_deputy);
    for person in [village.smiths_deputy, village.smith, village.secretary, village.staff] {
        assert_eq!(test.signed_in(person).await.get(&edit).await.status, StatusCode::OK);
    }
    for person in [village.plater_boss, village.expert, village.carpenter_boss] {
        assert_eq!(test.signed_in(person).await.get(&edit).await.status, StatusCode::FORBIDDEN);
    }
    let smith = test.signed_in(village.smith).await;
    let typed = [
        ("name", "박차장"),
        ("title", "부사장"),
        ("phone", "01000001234"),
        ("email", "park@dure.example"),
        ("version", "1"),
    ];
    assert_eq!(smith.post(&edit, &typed).await.status, StatusCode::SEE_OTHER);
    let page = smith.get(&format!("/people/{}", village.smiths_deputy)).await.body;
    assert!(
        page.contains("부사장") && page.contains("mailto:park@dure.example") && page.contains("tel:0100000")
    );
    let late = smith.post(&edit, &typed).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("부사장"));
    let outside = test.signed_in(village.outsider).await;
    assert_eq!(outside.get(&format!("/people/{}", village.smith)).await.status, StatusCode::NOT_FOUND);
});

on_both!(addresses_are_the_same_in_any_case_and_in_plain_letters_alone, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let add = format!("/firms/{}/people/new", village.smithy);
    let typed = |email: &'static str| [("name", "박새로"), ("email", email), ("title", "과장")];
    let first = secretary.post(&add, &typed("Kim.Chulsoo@Dure.example")).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
    let twin = secretary.post(&add, &typed("KIM.CHULSOO@dure.EXAMPLE")).await;
    assert_eq!(twin.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twin.body.contains("쓰고 있습니다"), "{}", twin.body);
    let odd =
        ["k\u{456}m@dure.example", "kim@dur\u{435}.example", "kím@dure.example", "김@dure.exampl\u{435}"];
    for address in odd {
        let refused = secretary.post(&add, &typed(address)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(refused.body.contains("다른 나라 글자나 보이지 않는 글자"), "{}", refused.body);
        assert!(refused.body.contains("과장"), "nothing typed is lost");
    }
});

on_both!(nobody_takes_an_office_through_anothers_address, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let chair = format!("/people/{}/edit", village.plater_boss);
    let form = secretary.get(&chair).await;
    assert!(form.body.contains("본인만 바꿀 수"), "{}", form.body);
    let stolen = [("name", "이도금"), ("email", "thief@dure.example"), ("version", "1")];
    let refused = secretary.post(&chair, &stolen).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let staff = test.signed_in(village.staff).await;
    assert_eq!(staff.post(&chair, &stolen).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let oneself = test.signed_in(village.plater_boss).await;
    assert_eq!(
        oneself.post(&chair, &stolen).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not without proof"
    );
    // The secretary gives the office to another, and would give it back with another address.
    let smith = village.smith.to_string();
    let instead = [("office", "chair"), ("person", smith.as_str()), ("instead", "yes")];
    let new = format!("/groups/{}/offices/new", village.group);
    assert_eq!(secretary.post(&new, &instead).await.status, StatusCode::SEE_OTHER);
    assert_eq!(secretary.post(&chair, &stolen).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let operator = format!("/people/{}/edit", village.operator);
    assert_eq!(staff.get(&operator).await.status, StatusCode::FORBIDDEN);
});

on_both!(a_secretary_brings_in_an_expert, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let added = secretary.post("/people/new", &[("name", "노무사"), ("title", "공인노무사")]).await;
    let page = added.location.expect("the new person's page");
    let id = page.trim_start_matches("/people/").split('?').next().unwrap_or_default().to_owned();
    let office = [("office", "expert"), ("person", id.as_str())];
    let given = secretary.post(&format!("/groups/{}/offices/new", village.group), &office).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.body);
    assert!(secretary.get(&page).await.body.contains("이업종교류 전문가"));
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.get("/people/new").await.status, StatusCode::FORBIDDEN);
});

on_both!(who_holds_or_has_held_an_office_is_seen_off_by_staff_alone, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let chair = test.signed_in(village.plater_boss).await;
    let secretary = test.signed_in(village.secretary).await;
    let leave = format!("/people/{}/leave", village.plater_boss);
    let page = format!("/people/{}", village.plater_boss);
    let refused = async || {
        assert!(!secretary.get(&page).await.body.contains("/leave\""));
        assert_eq!(secretary.post(&leave, &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
    };
    refused().await;
    // Ending the office first opens no way around.
    let smith = village.smith.to_string();
    let instead = [("office", "chair"), ("person", smith.as_str()), ("instead", "yes")];
    let new = format!("/groups/{}/offices/new", village.group);
    assert_eq!(secretary.post(&new, &instead).await.status, StatusCode::SEE_OTHER);
    refused().await;
    assert_eq!(chair.get("/account").await.status, StatusCode::OK, "still signed in");
    let expert = format!("/people/{}/leave", village.expert);
    assert_eq!(secretary.post(&expert, &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
    let staff = test.signed_in(village.staff).await;
    assert!(staff.get(&page).await.body.contains("/leave\""));
    assert_eq!(staff.post(&leave, &[("version", "1")]).await.status, StatusCode::SEE_OTHER);
});

on_both!(who_is_seen_off_is_told_at_the_address_they_had, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let smith = people::Entity::find_by_id(village.smith).one(test.app.store.read()).await;
    let email = smith.expect("people").and_then(|smith| smith.email).expect("an address");
    let own = test.signed_in(village.smith).await;
    let name = [("name", "김대장"), ("title", "대표"), ("lang", "ja"), ("version", "1")];
    assert_eq!(own.post("/account", &name).await.status, StatusCode::SEE_OTHER);
    let secretary = test.signed_in(village.secretary).await;
    let leave = format!("/people/{}/leave", village.smith);
    let left = secretary.post(&leave, &[("version", "2")]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.body);
    let told = letters(&test, village.smith, "person.left").await;
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].to_address, email);
    assert!(told[0].body_text.contains("최국수"), "by whom: {}", told[0].body_text);
    assert!(told[0].body_text.contains("連合会事務局"), "in their language: {}", told[0].body_text);
});
