//! The demo goes into both databases, whole.

use dure_demo::Options;
use dure_people::accounts::personas;
use dure_store::on_both;
use dure_store::testing::MORNING;
use dure_tables::{firms, give_and_take, settlements};
use dure_web::error::Error;
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{Summary, fill, is_empty};

async fn told(store: &dure_store::Store) -> Summary {
    fill(store, &Options::gangwon(MORNING.day()), |_, _| {}).await.expect("the demo")
}

on_both!(a_new_database_is_filled_once, |db| async move {
    assert!(is_empty(&db.store).await.expect("a look"));
    let summary = told(&db.store).await;
    assert_eq!((summary.groups, summary.firms), (dure_demo::GROUPS, dure_demo::FIRMS));
    assert_eq!(
        firms::Entity::find().count(db.store.read()).await.expect("a count"),
        u64::try_from(summary.firms + summary.newcomers).expect("a count")
    );
    let again = fill(&db.store, &Options::gangwon(MORNING.day()), |_, _| {}).await;
    assert!(matches!(again, Err(Error::ChangedMeanwhile)), "{again:?}");
});

on_both!(only_what_both_sides_confirmed_is_give_and_take, |db| async move {
    told(&db.store).await;
    let entries = give_and_take::Entity::find().all(db.store.read()).await.expect("entries");
    let settlements = settlements::Entity::find().all(db.store.read()).await.expect("statements");
    assert!(!entries.is_empty());
    for entry in entries {
        let of = settlements.iter().find(|row| row.id == entry.settlement_id).expect("a statement");
        assert_eq!(of.state, dure_domain::SettlementState::Confirmed);
        assert_eq!((of.worth_won, of.worth_days), (entry.worth_won, entry.worth_days));
    }
});

on_both!(the_demo_names_its_personas, |db| async move {
    told(&db.store).await;
    let text = db.store.setting(personas::SETTING).await.expect("a look").expect("the setting");
    let list: Vec<personas::Persona> = serde_json::from_str(&text).expect("a list");
    for role in ["member", "newcomer", "chair", "secretary", "expert", "official", "staff", "operator"] {
        assert!(list.iter().any(|persona| persona.role == role), "{role}");
    }
});
