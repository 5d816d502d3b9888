//! Founding, where it begins and ends on pages of others.

use dure_founding::testing::founding::{accepts, firms_of, founding, new_group, open, with_newcomers};
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(an_invitation_waits_at_home_and_a_founded_group_has_its_page, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 3).await;
    let opening = new_group("새벽회", &firms_of(&all), 3);
    let id = open(&test, &village, &opening).await.expect("opened").foundings[0];
    for person in [all[0].1, village.staff] {
        let home = test.signed_in(person).await.get("/").await.body;
        assert!(home.contains("새벽회"), "it is on the home page: {home}");
    }
    for (_, person) in &all {
        accepts(&test, *person).await;
    }
    let group = founding(&test, id).await.group_id.expect("a group");
    let page = test.signed_in(all[0].1).await.get(&format!("/groups/{group}")).await.body;
    assert!(page.contains("새벽회"), "{page}");
});

on_both!(pages_of_groups_and_firms_lead_to_the_studio, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 1).await;
    let group = format!("/groups/{}", village.group);
    let staff = test.signed_in(village.staff).await;
    assert!(staff.get(&group).await.body.contains("/formation/recruit"));
    assert!(staff.get(&format!("/firms/{}", all[0].0)).await.body.contains("/formation/join"));
    assert!(staff.get("/federation").await.body.contains("/formation"));
    assert!(!test.signed_in(village.smith).await.get(&group).await.body.contains("/formation/recruit"));
    let secretary = test.signed_in(village.secretary).await;
    assert!(secretary.get(&group).await.body.contains("/formation/tables"));
});
