//! Figures, accounts, cases, the timeline and keys, when it was helped with, solved, and its worth confirmed.

use dure_domain::{AskId, CaseId, Day, NeedKind, Office};
use dure_store::on_both;
use dure_tables::{appointments, asks, cases, give_and_take, memberships, settlements};
use dure_ui::words;

use super::*;

/// What came of a difficulty.
struct Solved {
    difficulty: DifficultyId,
    ask: AskId,
    case: CaseId,
}

/// The smith's difficulty, solved by the carpenter, with its worth confirmed and the case kept.
async fn solved(test: &TestApp, village: &Village, anonymous: bool) -> Solved {
    let title = if anonymous { "유약 가마가 들쭉날쭉" } else { "가마 굴뚝이 막힘" };
    let difficulty = posted(test, village, title, "federation", anonymous).await;
    let here = format!("/difficulties/{difficulty}");
    let smith = test.signed_in(village.smith).await;
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let secretary = test.signed_in(village.secretary).await;
    let done = |answer: dure_web::testing::Answer| assert_eq!(answer.status, 303, "{}", answer.body);
    done(
        secretary.post(&format!("{here}/asks"), &[("helper", &format!("firm:{}", village.carpenter))]).await,
    );
    let about = asks::Entity::find().filter(asks::Column::DifficultyId.eq(difficulty));
    let ask = about.one(test.app.store.read()).await.expect("asks").expect("a request").id;
    let say = format!("/comments/on/difficulty/{difficulty}");
    done(smith.post(&say, &[("message", "벽돌을 새로 쌓아 봄")]).await);
    done(carpenter.post(&format!("/asks/{ask}/offer"), &[]).await);
    let version = row(test, difficulty).await.version.to_string();
    let mut form =
        vec![("outcome", "solved"), ("note", "가마 벽을 두 겹으로"), ("version", version.as_str())];
    let ask_text = ask.to_string();
    form.extend([("helped", ask_text.as_str()), ("keep", "yes"), ("case_visibility", "federation")]);
    form.extend(anonymous.then_some(("case_anonymous", "yes")));
    done(smith.post(&format!("{here}/close"), &form).await);
    let worth = [("kind", "advice"), ("days", "2"), ("won", "150000")];
    done(smith.post(&format!("{here}/asks/{ask}/worth"), &worth).await);
    let stated = settlements::Entity::find().filter(settlements::Column::AskId.eq(ask));
    let stated = stated.one(test.app.store.read()).await.expect("statements").expect("a statement").id;
    assert_eq!(stated.uuid().get_version_num(), 4);
    done(carpenter.post(&format!("/settlements/{stated}/confirm"), &[]).await);
    let case = cases::Entity::find().filter(cases::Column::DifficultyId.eq(difficulty));
    let case = case.one(test.app.store.read()).await.expect("cases").expect("a case").id;
    test.clock.advance_secs(MINUTES_LATER * 60);
    test.settle().await;
    Solved { difficulty, ask, case }
}

async fn row(test: &TestApp, id: DifficultyId) -> difficulties::Model {
    let row = difficulties::Entity::find_by_id(id).one(test.app.store.read()).await.expect("a row");
    row.expect("the difficulty")
}

/// Those who watch without having helped.
fn bystanders(village: &Village) -> impl Iterator<Item = Watcher> {
    watchers(village).into_iter().filter(|watcher| watcher.role != "member of another group")
}

on_both!(no_figure_moves_by_an_anonymous_one, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = village(&test).await;
    let mut paths = paths(&test, &village).await;
    let mut before = Vec::new();
    for Watcher { person, .. } in bystanders(&village) {
        before.push(walk(&test, person, &paths).await);
    }
    let Solved { difficulty, ask, case } = solved(&test, &village, true).await;
    assert_eq!([ask.uuid().get_version_num(), case.uuid().get_version_num()], [4, 4]);
    let entry = give_and_take::Entity::find().filter(give_and_take::Column::DifficultyId.eq(difficulty));
    let entry = entry.one(test.app.store.read()).await.expect("entries").expect("an entry");
    assert_eq!(entry.id.uuid().get_version_num(), 4);
    let own = [format!("/difficulties/{difficulty}"), format!("/knowledge/{case}")];
    paths.extend(own.clone());
    let telling = [telling(&village), telling_time(posted_at(&test, difficulty).await)].concat();
    let mut wrong = Vec::new();
    for (watcher, mut before) in bystanders(&village).zip(before) {
        before.extend([Pieces::new(), Pieces::new()]);
        let after = walk(&test, watcher.person, &paths).await;
        let said = told(&telling, &paths, &before, &after).into_iter();
        let said = said.chain(moved(&of_the_poster(&village), &paths, &before, &after));
        wrong.extend(said.map(|what| format!("{}: {what}", watcher.role)));
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));

    let page = test.signed_in(village.expert).await.get(&own[0]).await.body;
    assert!(page.contains("글쓴이") && page.contains("벽돌을 새로 쌓아 봄"), "{page}");
    assert!(
        !page.contains("최국수") && page.contains("정목수"),
        "the secretary's name tells the group: {page}"
    );
    let case_page = test.signed_in(village.expert).await.get(&own[1]).await.body;
    assert!(
        case_page.contains("이름을 밝히지 않은 회원사 · 품질") && case_page.contains("오대목재"),
        "{case_page}"
    );
    for knows in [village.carpenter_boss, village.smith, village.staff] {
        let client = test.signed_in(knows).await;
        for path in &own {
            assert!(client.get(path).await.body.contains("한빛정밀"), "{path}");
        }
    }
    let account = test.signed_in(village.carpenter_boss).await.get("/ledger.csv").await.body;
    assert!(account.is_empty() || !account.contains("T1"), "days alone: {account}");
});

on_both!(every_figure_moves_by_a_named_one, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = village(&test).await;
    let paths = paths(&test, &village).await;
    let watcher = village.official;
    let before = walk(&test, watcher, &paths).await;
    solved(&test, &village, false).await;
    let after = walk(&test, watcher, &paths).await;
    let moved = moved(&of_the_poster(&village), &paths, &before, &after).join("\n");
    let firm = format!("/firms/{} ", village.smithy);
    let network = format!("/groups/{}/network ", village.group);
    let figures =
        ["/network.csv ", "/network.json ", "/network/quiet ", "/federation ", "/federation/groups.csv "];
    for path in
        figures.into_iter().chain([firm.as_str(), network.as_str(), "/federation/firms?figure=silent "])
    {
        assert!(moved.contains(path), "{path}: {moved}");
    }
});

/// The smithy joins the other group too, and the expert becomes its secretary.
async fn in_two_groups(test: &TestApp, village: Village) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let member = memberships::ActiveModel {
            id: Set(tx.id()),
            federation_id: Set(village.federation),
            group_id: Set(village.other_group),
            firm_id: Set(village.smithy),
            delegate_id: Set(Some(village.smith)),
            joined_on: Set(Some(Day::from_number(16_000))),
            created_at: Set(tx.at()),
            ..Default::default()
        };
        member.insert(tx.db()).await?;
        let office = appointments::ActiveModel {
            id: Set(tx.id()),
            federation_id: Set(village.federation),
            group_id: Set(Some(village.other_group)),
            person_id: Set(village.expert),
            office: Set(Office::Secretary),
            since: Set(Day::from_number(20_000)),
            until: Set(None),
        };
        office.insert(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a membership and an office");
    test.app.viewers.clear();
}

/// The row of the smithy in the account of a group.
fn row_of(village: &Village, page: &str) -> String {
    let from = page.find(&format!("/firms/{}", village.smithy)).expect("the smithy in the account");
    page[from..].split("</tr>").next().unwrap_or_default().to_owned()
}

on_both!(who_leads_another_group_of_the_firm_does_not_learn_it, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = village(&test).await;
    in_two_groups(&test, village).await;
    let other = village.other_group;
    let account = format!("/ledger?of={other}");
    let mut paths = vec![format!("/ledger.csv?of={other}"), "/".into(), format!("/groups/{other}")];
    paths.extend(of_the_poster(&village));
    // A named one first, so that the account has rows.
    solved(&test, &village, false).await;
    let expert = test.signed_in(village.expert).await;
    let row = row_of(&village, &expert.get(&account).await.body);
    let before = walk(&test, village.expert, &paths).await;
    solved(&test, &village, true).await;
    let after = walk(&test, village.expert, &paths).await;
    let said = told(&telling(&village), &paths, &before, &after).into_iter();
    let wrong: Vec<String> = said.chain(moved(&of_the_poster(&village), &paths, &before, &after)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The carpenter of that group gave, which its secretary may read, without to whom.
    let page = expert.get(&account).await.body;
    let unnamed = words::poster(Lang::Ko, None, NeedKind::Quality);
    assert!(page.contains("유약 가마가 들쭉날쭉") && page.contains(&unnamed), "{page}");
    assert_eq!(row, row_of(&village, &page));
});
