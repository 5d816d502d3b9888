//! The list and the check for one difficulty agree, for every person and every state.

use std::collections::BTreeSet;

use dure_domain::{
    AskId, AskState, DifficultyId, DifficultyStatus, FirmId, GroupId, HelperKind, Id, NeedKind, Office,
    PersonId, Visibility,
};
use dure_store::{Actor, Tx, on_both};
use dure_tables::{appointments, asks, difficulties};
use dure_web::error::Result;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use rand::{Rng, RngExt, SeedableRng};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};

use crate::difficulties::actions::{self, Filter};
use crate::testing::Housed as _;

const DIFFICULTIES: usize = 60;

on_both!(the_list_holds_exactly_what_can_be_opened, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let made: Result<()> =
        test.app.store.write(Actor::System, |tx| async move { scatter(&tx, &village).await }).await;
    made.expect("difficulties");
    let all = difficulties::Entity::find().all(test.app.store.read()).await.expect("all");
    for person in people(&village) {
        let viewer = test.viewer(person).await;
        let mut listed: BTreeSet<DifficultyId> = BTreeSet::new();
        for page in 1..=4 {
            let shown = actions::list(&test.app, &viewer, &Filter { page, ..Filter::default() })
                .await
                .expect("a list");
            listed.extend(shown.cards.iter().map(|card| card.difficulty.id));
            listed.extend(shown.drafts.iter().map(|draft| draft.id));
        }
        for row in &all {
            let opens = actions::find_for(&test.app, &viewer, row.id).await.is_ok();
            assert_eq!(opens, listed.contains(&row.id), "{viewer:?} {row:?}");
        }
    }
});

fn people(village: &Village) -> [PersonId; 10] {
    let v = village;
    [
        v.smith,
        v.smiths_deputy,
        v.plater_boss,
        v.secretary,
        v.carpenter_boss,
        v.expert,
        v.official,
        v.staff,
        v.operator,
        v.outsider,
    ]
}

/// Difficulties in every state, by anyone, some with people asked.
async fn scatter(tx: &Tx, village: &Village) -> Result<()> {
    let mut chance = rand_chacha::ChaCha8Rng::seed_from_u64(7);
    let firms: [(FirmId, Option<GroupId>); 4] = [
        (village.smithy, Some(village.group)),
        (village.plater, Some(village.group)),
        (village.carpenter, Some(village.other_group)),
        (village.noodles, None),
    ];
    let people = people(village);
    let appointment = appointments::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        group_id: Set(Some(village.other_group)),
        person_id: Set(village.smiths_deputy),
        office: Set(Office::Secretary),
        since: Set(dure_domain::Day::from_number(20_000)),
        until: Set(None),
    };
    appointment.insert(tx.db()).await?;
    for _ in 0..DIFFICULTIES {
        let (firm, group) = firms[chance.random_range(0..firms.len())];
        let author = people[chance.random_range(0..people.len())];
        let id = one(tx, village, &mut chance, (firm, group, author)).await?;
        if chance.random_bool(0.5) {
            let asked = people[chance.random_range(0..people.len())];
            ask(tx, village, id, asked, AskState::ALL[chance.random_range(0..AskState::ALL.len())]).await?;
        }
    }
    tx.quiet();
    Ok(())
}

async fn one(
    tx: &Tx,
    village: &Village,
    chance: &mut impl Rng,
    (firm, group, author): (FirmId, Option<GroupId>, PersonId),
) -> Result<DifficultyId> {
    let status = DifficultyStatus::ALL[chance.random_range(0..DifficultyStatus::ALL.len())];
    let id = tx.id();
    let row = difficulties::ActiveModel {
        id: Set(id),
        federation_id: Set(village.federation),
        firm_id: Set(firm),
        author_id: Set(author),
        group_id: Set(group),
        title: Set("어려움".into()),
        need: Set(NeedKind::Other),
        visibility: Set(Visibility::ALL[chance.random_range(0..Visibility::ALL.len())]),
        anonymous: Set(chance.random_bool(0.3)),
        status: Set(status),
        created_at: Set(tx.at()),
        updated_at: Set(tx.at()),
        posted_at: Set((status != DifficultyStatus::Draft).then(|| tx.at())),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(id)
}

async fn ask(tx: &Tx, village: &Village, id: DifficultyId, person: PersonId, state: AskState) -> Result<()> {
    let row = asks::ActiveModel {
        id: Set(tx.id::<AskId>()),
        federation_id: Set(village.federation),
        difficulty_id: Set(id),
        helper_kind: Set(HelperKind::Firm),
        helper_key: Set(village.plater.uuid()),
        person_id: Set(person),
        state: Set(state),
        asked_at: Set(tx.at()),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx.db()).await?;
    Ok(())
}
