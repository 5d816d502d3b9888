//! How far a secretary reaches: over people whom the own group brought in, never over those of a firm that was
//! only taken in as well.

use axum::http::StatusCode;
use dure_domain::{FirmId, GroupId, PersonId};
use dure_store::on_both;
use dure_tables::{memberships, people};
use dure_web::testing::letters::without_mail;
use dure_web::testing::village::Village;
use dure_web::testing::{Client, TestApp};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::roster::tests::{bring_in, firm};
use crate::testing::Housed as _;

async fn take_in(who: &Client<'_>, group: GroupId, firm: FirmId) {
    // A day of joining before all others gives nothing.
    let firm = firm.to_string();
    let form = [("firm", firm.as_str()), ("slot", "161"), ("joined_on", "1991-05-01")];
    let taken = who.post(&format!("/groups/{group}/members/new"), &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
}

async fn give(who: &Client<'_>, group: GroupId, office: &str, person: PersonId) {
    let person = person.to_string();
    let form = [("office", office), ("person", person.as_str())];
    let given = who.post(&format!("/groups/{group}/offices/new"), &form).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.body);
}

/// Every act on the carpenter's firm and on its boss that a secretary of its own group may do.
async fn all_are_refused(secretary: &Client<'_>, village: &Village) {
    let (firm, boss) = (village.carpenter, village.carpenter_boss);
    let forms =
        [format!("/people/{boss}/edit"), format!("/firms/{firm}/edit"), format!("/firms/{firm}/people/new")];
    for path in forms {
        assert_eq!(secretary.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        let typed = [("name", "새 이름"), ("title", "새 직함"), ("version", "1")];
        assert_eq!(secretary.post(&path, &typed).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for act in ["invitation", "invitation/link", "leave"] {
        let path = format!("/people/{boss}/{act}");
        let answer = secretary.post(&path, &[("version", "1")]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        assert!(!answer.body.contains("/sign-in/link/"));
    }
    let pair = format!("/roster/duplicates/pair?one={}&other={firm}", village.noodles);
    assert_eq!(secretary.get(&pair).await.status, StatusCode::FORBIDDEN);
    let page = secretary.get(&format!("/people/{boss}")).await.body;
    assert!(page.contains("정목수") && !page.contains("초대 링크 만들기") && !page.contains("/edit\""));
}

on_both!(who_takes_a_firm_in_gains_no_power_over_its_people, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    test.clock.advance_secs(60);
    let secretary = test.signed_in(village.secretary).await;
    take_in(&secretary, village.group, village.carpenter).await;
    all_are_refused(&secretary, &village).await;
    give(&secretary, village.group, "expert", village.carpenter_boss).await;
    all_are_refused(&secretary, &village).await;
    let own = format!("/people/{}/edit", village.smith);
    assert_eq!(secretary.get(&own).await.status, StatusCode::OK, "of the own group");
});

on_both!(a_roster_that_names_anothers_firm_gains_no_power_over_it, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    test.clock.advance_secs(60);
    without_mail(&test, village.carpenter_boss).await;
    let secretary = test.signed_in(village.secretary).await;
    for fax in ["033-640-7001", "033-640-7002"] {
        // A second row of the same firm fills in nothing either.
        let row = format!("한울회,오대목재,정목수,{fax},thief@hunt.example\n");
        let file = format!("교류회,회사명,대표자,팩스,이메일\n{row}{row}");
        bring_in(&test, &secretary, "a.csv", file.as_bytes(), &village.group.to_string()).await;
    }
    let joined = memberships::Entity::find().filter(memberships::Column::FirmId.eq(village.carpenter));
    assert_eq!(joined.count(test.app.store.read()).await.expect("memberships"), 2, "it was taken in");
    assert_eq!(firm(&test, "오대목재").await.expect("the carpenter").fax, "", "and left as it was");
    let people = people::Entity::find().filter(people::Column::Email.eq("thief@hunt.example"));
    assert_eq!(people.count(test.app.store.read()).await.expect("people"), 0);
    all_are_refused(&secretary, &village).await;
});

on_both!(the_secretary_who_brought_somebody_in_keeps_them, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    test.clock.advance_secs(60);
    let staff = test.signed_in(village.staff).await;
    give(&staff, village.other_group, "secretary", village.carpenter_boss).await;
    let carpenter = test.signed_in(village.carpenter_boss).await;
    give(&carpenter, village.other_group, "expert", village.expert).await;
    give(&carpenter, village.other_group, "official", village.official).await;
    for person in [village.expert, village.official] {
        let edit = format!("/people/{person}/edit");
        assert_eq!(carpenter.get(&edit).await.status, StatusCode::FORBIDDEN);
        let leave = format!("/people/{person}/leave");
        assert_eq!(carpenter.post(&leave, &[("version", "1")]).await.status, StatusCode::FORBIDDEN);
    }
    let secretary = test.signed_in(village.secretary).await;
    let edit = format!("/people/{}/edit", village.expert);
    assert_eq!(secretary.get(&edit).await.status, StatusCode::OK, "the first group's");
    let firm = format!("/firms/{}/edit", village.carpenter);
    assert_eq!(carpenter.get(&firm).await.status, StatusCode::OK);
    take_in(&secretary, village.group, village.carpenter).await;
    assert_eq!(carpenter.get(&firm).await.status, StatusCode::OK, "still the first group's");
});
