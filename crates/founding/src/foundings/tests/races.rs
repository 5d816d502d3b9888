//! Two at once.

use dure_domain::FoundingState;
use dure_store::on_both;
use dure_tables::groups;
use sea_orm::PaginatorTrait;

use super::*;

on_both!(two_last_acceptances_at_once_found_one_group, |db| async move {
    let (test, _, all, id) = invited(TestApp::on(db).await, "새벽회", (5, 5), 4).await;
    for (_, person) in &all[..2] {
        accepts(&test, *person).await;
    }
    tokio::join!(accepts(&test, all[2].1), accepts(&test, all[3].1), accepts(&test, all[4].1));
    let after = founding(&test, id).await;
    assert_eq!(after.state, FoundingState::Founded);
    assert_eq!(members(&test, after.group_id.expect("a group")).await.len(), 5);
    let named = groups::Entity::find().filter(groups::Column::Name.eq("새벽회"));
    assert_eq!(named.count(test.app.store.read()).await.expect("groups"), 1);
    for (_, person) in &all {
        let told = letters(&test, *person, "founding.founded").await.len()
            + letters(&test, *person, "founding.joined").await.len();
        assert_eq!(told, 1, "each is told once");
    }
});

on_both!(two_taps_at_once_are_one_answer, |db| async move {
    let (test, _, all, id) = invited(TestApp::on(db).await, "새벽회", (2, 2), 2).await;
    accepts(&test, all[0].1).await;
    tokio::join!(accepts(&test, all[1].1), accepts(&test, all[1].1));
    let group = founding(&test, id).await.group_id.expect("a group");
    assert_eq!(members(&test, group).await.len(), 2);
});
