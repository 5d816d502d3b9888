//! The index that follows the feed is the one that would be built anew.

use axum::http::StatusCode;
use dure_domain::{FirmId, Id, Subject};
use dure_matching::Index;
use dure_store::{Actor, Record, on_both};
use dure_tables::firms;
use dure_web::error::Error;
use dure_web::search::{everything, rebuild, step};
use dure_web::testing::TestApp;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};

use super::access::samples::Samples;
use crate::testing::Housed as _;

async fn is_as_built_anew(test: &TestApp, seen: &mut i64, after: &str) {
    *seen = step(&test.app, Some(*seen)).await.expect("the follower");
    let all = everything(test.app.store.read(), &test.app.sources).await.expect("documents");
    let (anew, followed) = (Index::build(all.clone()), test.app.search.index());
    for document in &all {
        assert_eq!(followed.get(document.id), anew.get(document.id), "after {after}");
    }
    assert_eq!(followed.len(), anew.len(), "after {after}: nothing else is found");
}

/// A firm leaves as an import or a merge lets it leave: by its own row alone.
async fn gone(test: &TestApp, firm: FirmId) {
    let left = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        let row = firms::Entity::find_by_id(firm).one(tx.db()).await?.ok_or(Error::NotFound)?;
        let mut row = row.into_active_model();
        row.left_at = Set(Some(tx.at()));
        row.update(tx.db()).await?;
        let (id, action) = (firm.uuid(), "firm.leave");
        tx.record(Record { action, subject: Subject::Firm, id, federation: None, before: None, after: None });
        Ok(())
    });
    left.await.expect("a firm that left");
}

on_both!(the_index_that_follows_is_the_index_built_anew, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    drop(Samples::lay_out(&test, &village).await);
    let mut seen = rebuild(&test.app).await.expect("an index");
    assert!(test.app.search.index().len() > 20, "there is something to find");
    let staff = test.signed_in(village.staff).await;

    let renamed = [
        ("name", "새한빛정밀"),
        ("industry_text", "도금"),
        ("address", "강원 강릉시 사천면 1"),
        ("phone", "0330001234"),
        ("offers", "브라켓"),
        ("version", "1"),
    ];
    let answer = staff.post(&format!("/firms/{}/edit", village.smithy), &renamed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    is_as_built_anew(&test, &mut seen, "a firm was renamed and moved").await;
    let people = dure_matching::Kind::Person;
    let by_firm = test.app.search.found(village.federation, people, "새한빛정밀", 10);
    assert!(by_firm.contains(&village.smith), "its people are found by its new name");

    let left = staff.post(&format!("/people/{}/leave", village.smiths_deputy), &[("version", "1")]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.body);
    is_as_built_anew(&test, &mut seen, "a person left").await;

    gone(&test, village.smithy).await;
    is_as_built_anew(&test, &mut seen, "a firm left").await;
    assert!(test.app.search.index().get(dure_matching::DocId(village.smithy.uuid().as_u128())).is_none());
});
