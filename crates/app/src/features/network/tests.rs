//! Stories about the network, told on both databases.

use std::collections::BTreeSet;

use dure_domain::{AskState, FirmId, GiveKind, Id, PersonId, SettlementState, Visibility, Won};
use dure_help::testing::rows;
use dure_store::{Actor, Tx, on_both};
use dure_tables::{asks, difficulties, give_and_take, settlements};
use dure_web::error::Result;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, Set};

use crate::testing::Housed as _;

/// A help from one firm to another.
#[derive(Clone, Copy)]
struct Help {
    from: (FirmId, PersonId),
    to: (FirmId, PersonId),
    kind: GiveKind,
    visibility: Visibility,
    anonymous: bool,
    confirmed: bool,
    days_ago: i64,
}

fn plating(village: &Village) -> Help {
    Help {
        from: (village.plater, village.plater_boss),
        to: (village.smithy, village.smith),
        kind: GiveKind::Advice,
        visibility: Visibility::Federation,
        anonymous: false,
        confirmed: true,
        days_ago: 30,
    }
}

async fn help(test: &TestApp, village: &Village, help: Help) {
    let village = *village;
    let done: Result<()> =
        test.app.store.write(Actor::System, |tx| async move { write(&tx, &village, help).await }).await;
    done.expect("a help");
}

async fn write(tx: &Tx, village: &Village, help: Help) -> Result<()> {
    tx.quiet();
    let at = tx.at().plus_days(-help.days_ago);
    let difficulty = difficulties::ActiveModel {
        firm_id: Set(help.to.0),
        author_id: Set(help.to.1),
        visibility: Set(help.visibility),
        anonymous: Set(help.anonymous),
        ..rows::difficulty(tx, village, at)
    };
    let difficulty = difficulty.insert(tx.db()).await?;
    let ask = asks::ActiveModel {
        helper_key: Set(help.from.0.uuid()),
        firm_id: Set(Some(help.from.0)),
        person_id: Set(help.from.1),
        state: Set(if help.confirmed { AskState::Helped } else { AskState::Offered }),
        answered_at: Set(Some(at)),
        ..rows::ask(tx, village, difficulty.id, at)
    };
    let ask = ask.insert(tx.db()).await?;
    if !help.confirmed {
        return Ok(());
    }
    let settlement = settlements::ActiveModel {
        kind: Set(help.kind),
        state: Set(SettlementState::Confirmed),
        stated_by: Set(help.to.1),
        ..rows::settlement(tx, village, &ask, at)
    };
    let settlement = settlement.insert(tx.db()).await?;
    let entry = give_and_take::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(village.federation),
        settlement_id: Set(settlement.id),
        difficulty_id: Set(difficulty.id),
        kind: Set(help.kind),
        from_firm_id: Set(Some(help.from.0)),
        from_person_id: Set(help.from.1),
        to_firm_id: Set(help.to.0),
        worth_won: Set(Won(500_000)),
        worth_days: Set(2),
        at: Set(at),
    };
    entry.insert(tx.db()).await?;
    Ok(())
}

/// (from, to, times) of every edge of the picture, by names.
async fn drawn(test: &TestApp, person: PersonId, path: &str) -> BTreeSet<(String, String, i64)> {
    let body = test.signed_in(person).await.get(path).await.body;
    let json: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    let name = |id: &serde_json::Value| {
        let nodes = json["nodes"].as_array().expect("nodes");
        let node = nodes.iter().find(|node| node["id"] == *id).expect("both ends are drawn");
        node["label"].as_str().expect("a label")[4..].trim().to_owned()
    };
    let edges = json["edges"].as_array().expect("edges");
    edges
        .iter()
        .map(|edge| (name(&edge["from"]), name(&edge["to"]), edge["weight"].as_i64().expect("a weight")))
        .collect()
}

on_both!(picture_table_and_file_say_the_same, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    help(&test, &village, plating(&village)).await;
    help(&test, &village, plating(&village)).await;
    let noodles = (village.noodles, village.secretary);
    help(&test, &village, Help { from: noodles, confirmed: false, ..plating(&village) }).await;

    let edges = drawn(&test, village.smith, "/network.json").await;
    let expected = [("대관령도금", "한빛정밀", 2), ("봉평면옥", "한빛정밀", 1)];
    let expected: BTreeSet<_> =
        expected.iter().map(|(from, to, times)| (from.to_string(), to.to_string(), *times)).collect();
    assert_eq!(edges, expected);
    let csv = test.signed_in(village.smith).await.get("/network.csv").await.body;
    assert!(csv.contains("대관령도금,한빛정밀,2,조언·지도 2번,2026-10-24"), "{csv}");
    assert!(csv.contains("봉평면옥,한빛정밀,1,돕기로 함"), "{csv}");
    assert_eq!(csv.lines().count(), 3);
    let page = test.signed_in(village.smith).await.get("/network?whose=all").await.body;
    assert!(page.contains("조언·지도 2번") && page.contains("돕기로 함"), "{page}");
    assert!(
        page.contains("아직 주고받은 적이 없는 회원사 2곳"),
        "the noodle maker's offer does not count: {page}"
    );
    let quiet = test.signed_in(village.smith).await.get("/network/quiet").await.body;
    assert!(
        quiet.contains("오대목재") && quiet.contains("봉평면옥") && !quiet.contains("대관령도금"),
        "{quiet}"
    );
});

on_both!(who_has_a_firm_begins_at_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    help(&test, &village, plating(&village)).await;
    let carpenter = (village.carpenter, village.carpenter_boss);
    help(&test, &village, Help { from: carpenter, ..plating(&village) }).await;
    let plater = test.signed_in(village.plater_boss).await;
    let own = plater.get("/network").await.body;
    assert!(own.contains("우리와 이어진 곳 1") && own.contains("드림 1"), "{own}");
    assert!(own.contains("한빛정밀") && !own.contains("오대목재"), "{own}");
    assert_eq!(drawn(&test, village.plater_boss, "/network.json").await.len(), 1);
    assert_eq!(drawn(&test, village.plater_boss, "/network.json?whose=all").await.len(), 2);
    assert!(plater.get("/network?whose=all").await.body.contains("오대목재"));
    let noodles = test.signed_in(village.secretary).await.get("/network").await.body;
    assert!(noodles.contains("주고받은 도움이 아직 없습니다") && noodles.contains("whose=all"), "{noodles}");
    let staff = test.signed_in(village.staff).await.get("/network").await.body;
    assert!(staff.contains("오대목재") && !staff.contains("우리 회사 둘레"), "staff have no firm");
});

on_both!(an_unnamed_poster_is_in_no_picture_of_others, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    help(&test, &village, Help { anonymous: true, ..plating(&village) }).await;
    for (person, ties) in [
        (village.smith, 1),
        (village.secretary, 1),
        (village.staff, 1),
        (village.carpenter_boss, 0),
        (village.expert, 0),
        (village.operator, 0),
    ] {
        assert_eq!(drawn(&test, person, "/network.json?whose=all").await.len(), ties);
    }
    let quiet = test.signed_in(village.carpenter_boss).await.get("/network/quiet").await.body;
    assert!(quiet.contains("한빛정밀"), "what is not drawn is not given away by its absence either");
});

on_both!(a_tie_is_told_to_whom_its_difficulty_is_open, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    help(&test, &village, Help { visibility: Visibility::Group, ..plating(&village) }).await;
    assert_eq!(drawn(&test, village.secretary, "/network.json?whose=all").await.len(), 1);
    assert_eq!(drawn(&test, village.carpenter_boss, "/network.json?whose=all").await.len(), 0);
    let path = format!("/groups/{}/network.json", village.group);
    assert_eq!(drawn(&test, village.expert, &path).await.len(), 1);
    let carpenter = (village.carpenter, village.carpenter_boss);
    help(&test, &village, Help { visibility: Visibility::Named, from: carpenter, ..plating(&village) }).await;
    assert_eq!(drawn(&test, village.expert, &path).await.len(), 1);
    assert_eq!(drawn(&test, village.carpenter_boss, &path).await.len(), 1, "who helped knows it");
    assert_eq!(drawn(&test, village.secretary, &path).await.len(), 2);
    let outsider = test.signed_in(village.outsider).await.get(&path).await;
    assert_eq!(outsider.status, axum::http::StatusCode::NOT_FOUND);
});

on_both!(period_and_kind_narrow_the_view, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    help(&test, &village, Help { days_ago: 200, ..plating(&village) }).await;
    help(&test, &village, Help { kind: GiveKind::Labour, days_ago: 20, ..plating(&village) }).await;
    for (query, ties) in [
        ("", 2),
        ("?period=3m", 1),
        ("?kind=advice", 1),
        ("?kind=advice&period=3m", 0),
        ("?kind=offered", 0),
        ("?period=all", 2),
    ] {
        let edges = test.signed_in(village.smith).await.get(&format!("/network.json{query}")).await.body;
        let json: serde_json::Value = serde_json::from_str(&edges).expect("JSON");
        assert_eq!(json["edges"].as_array().expect("edges").len(), ties, "{query}");
    }
    let page = test.signed_in(village.smith).await.get("/network?sort=from&kind=labour").await;
    assert!(page.body.contains("일손"), "{}", page.body);
});
