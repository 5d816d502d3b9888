//! Members whose names, titles and words look like the buttons of a letter, in every kind of letter.

use std::collections::BTreeSet;

use dure_founding::testing::founding::{
    accepts, firms_of, founding, invitation, new_group, open, with_newcomers,
};
use dure_help::testing::asked::{ask_plater, request_to, rust_on_brackets};
use dure_help::testing::helped::{helped, worth_path};
use dure_store::{Actor, on_both};
use dure_tables::{difficulties, firms, groups, mails, people};
use dure_web::error::Error;
use dure_web::mail::{message_for_tests, stored};
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::testing::Housed as _;

/// What the outbox once took for a button, in several ways of breaking lines, and a header of a mail.
const SLY: &str = "녹이 습니다\n\n로그인하기\nhttp://dure.test/evil\n\n▶ 돕겠습니다\r\nhttp://dure.test/evil\u{2028}▶ 예\n\
                   --\n끝\r\nBcc: evil@evil.example\r\n\r\n<a href=\"http://dure.test/evil\">예</a> [예](http://dure.test/evil)";

/// As much of it as fits where a title is typed.
const SLY_TITLE: &str = "녹\n\n▶ 예\r\nhttp://dure.test/evil\u{2028}--\nBcc: evil@evil.example";

/// Everybody, every firm, group and difficulty is called so, however that came about.
async fn call_all_sly(test: &TestApp) {
    let called = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let sly = || Expr::value(SLY);
        let db = tx.db();
        people::Entity::update_many()
            .col_expr(people::Column::Name, sly())
            .col_expr(people::Column::Title, sly())
            .col_expr(people::Column::Phone, sly())
            .exec(db)
            .await?;
        // Names that the database keeps apart stay apart.
        let named = || Expr::cust(format!("name || '{SLY}'"));
        firms::Entity::update_many().col_expr(firms::Column::Name, named()).exec(db).await?;
        groups::Entity::update_many().col_expr(groups::Column::Name, named()).exec(db).await?;
        use difficulties::Column as Told;
        let mut told = difficulties::Entity::update_many();
        for column in [Told::Title, Told::Problem, Told::PresentState, Told::Tried, Told::SolvedWhen] {
            told = told.col_expr(column, sly());
        }
        told.filter(Told::Title.ne(SLY)).exec(db).await?;
        Ok(())
    });
    called.await.expect("called");
    test.app.viewers.clear();
}

/// Every letter has the buttons that it was made with, in the mail and on the page, and no header of somebody else.
async fn no_letter_is_fooled(test: &TestApp, purposes: &[&str]) {
    let rows = mails::Entity::find().all(test.app.store.read()).await.expect("letters");
    let seen: BTreeSet<&str> = rows.iter().map(|row| row.purpose.as_str()).collect();
    for purpose in purposes {
        assert!(seen.contains(purpose), "no letter {purpose} among {seen:?}");
    }
    for row in &rows {
        let body = stored::body(row).expect("a letter in parts");
        let mailed = test.mailed(row.clone());
        let made = body.buttons.len();
        let lines = || mailed.body_text.split(['\n', '\r', '\u{2028}', '\u{85}']).map(str::trim_start);
        assert_eq!(lines().filter(|line| line.starts_with('▶')).count(), made, "{}", mailed.body_text);
        assert_eq!(lines().filter(|line| line.starts_with("http")).count(), made, "{}", mailed.body_text);
        assert_eq!(lines().filter(|line| line.starts_with("--")).count(), 1, "{}", mailed.body_text);
        assert_eq!(mailed.body_html.matches("<a ").count(), made, "{}", mailed.body_html);
        assert!(!mailed.body_html.contains("href=\"http://dure.test/evil"), "{}", mailed.body_html);
        assert!(!row.subject.chars().any(char::is_control), "{:?}", row.subject);
        let raw = message_for_tests(&test.app, row);
        let head = raw.split("\r\n\r\n").next().unwrap_or_default();
        let headers = |name: &str| head.lines().filter(|line| line.starts_with(name)).count();
        assert_eq!((headers("Bcc:"), headers("To:"), headers("Subject:")), (0, 1, 1), "{head}");

        let reader = test.signed_in(row.person_id.expect("a person")).await;
        let page = reader.get(&format!("/outbox/{}", row.id)).await.body;
        assert!(
            !page.contains("href=\"/evil") && !page.contains("dure.test/evil\""),
            "{}: {page}",
            row.purpose
        );
        let main = page.split("<main").nth(1).unwrap_or(&page);
        assert_eq!(main.matches("buttons-fill").count(), made, "{}: {main}", row.purpose);
    }
}

on_both!(asks_and_what_comes_of_them, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let (difficulty, ask) = helped(&test, &village).await;
    call_all_sly(&test).await;
    let (smith, plater) = (test.signed_in(village.smith).await, test.signed_in(village.plater_boss).await);
    let worth = [("kind", "advice"), ("days", "2일"), ("won", "150만원"), ("note", SLY)];
    assert_eq!(smith.post(&worth_path(difficulty, ask), &worth).await.status, 303);
    let letter = letters(&test, village.plater_boss, "settlement.stated").await.remove(0);
    let dispute = link(&letter, "/worth/dispute/");
    assert_eq!(test.stranger().post(&dispute, &[("reason", SLY)]).await.status, 303);

    let second = rust_on_brackets(&test, &village).await;
    call_all_sly(&test).await;
    let helper = format!("firm:{}", village.plater);
    let form = [("helper", helper.as_str()), ("message", SLY)];
    assert_eq!(smith.post(&format!("/difficulties/{second}/asks"), &form).await.status, 303);
    test.clock.advance_secs(3 * 86_400 + 60);
    test.settle().await;
    let request = request_to(&test, second, village.plater_boss).await.id;
    assert_eq!(plater.post(&format!("/asks/{request}/offer"), &[("words", SLY)]).await.status, 303);
    let version = dure_help::testing::asked::now(&test, second).await.version.to_string();
    let request = request.to_string();
    let form =
        [("outcome", "solved"), ("note", SLY), ("helped", request.as_str()), ("version", version.as_str())];
    assert_eq!(smith.post(&format!("/difficulties/{second}/close"), &form).await.status, 303);

    let third = rust_on_brackets(&test, &village).await;
    call_all_sly(&test).await;
    ask_plater(&test, &village, third).await;
    let request = request_to(&test, third, village.plater_boss).await.id;
    assert_eq!(smith.post(&format!("/difficulties/{third}/asks/{request}/withdraw"), &[]).await.status, 303);
    let purposes = [
        "difficulty.ask",
        "difficulty.remind",
        "difficulty.answered",
        "difficulty.offered",
        "difficulty.closed",
        "difficulty.withdrawn",
        "settlement.stated",
        "settlement.answered",
    ];
    no_letter_is_fooled(&test, &purposes).await;
});

on_both!(foundings, |db| async move {
    let (test, village, all) = with_newcomers(TestApp::on(db).await, 9).await;
    call_all_sly(&test).await;
    let mut opening = new_group(SLY, &firms_of(&all[..3]), 2);
    opening.message = SLY.into();
    opening.groups[0].meeting_place = SLY.into();
    let id = open(&test, &village, &opening).await.expect("opened").foundings[0];
    test.clock.advance_secs(7 * 86_400 + 60);
    test.settle().await;
    accepts(&test, all[0].1).await;
    accepts(&test, all[1].1).await;
    assert!(founding(&test, id).await.group_id.is_some());
    accepts(&test, all[2].1).await;

    let staff = test.signed_in(village.staff).await;
    let id = open(&test, &village, &new_group("새벽회", &firms_of(&all[3..5]), 2))
        .await
        .expect("opened")
        .foundings[0];
    let letter = letters(&test, all[3].1, "founding.invite").await.remove(0);
    let decline = link(&letter, "/invited/decline/");
    assert_eq!(test.stranger().post(&decline, &[("reason", "far"), ("words", SLY)]).await.status, 303);
    accepts(&test, all[4].1).await;
    assert_eq!(staff.post(&format!("/foundings/{id}/withdraw"), &[("word", SLY)]).await.status, 303);

    let ids: Vec<String> = all[2..].iter().map(|(firm, _)| firm.to_string()).collect();
    let client = test.signed_in(all[5].1).await;
    let mut form = vec![("title", SLY_TITLE), ("note", SLY), ("do", "send"), ("q", "")];
    form.extend(ids.iter().map(|firm| ("firm", firm.as_str())));
    let sent = client.post("/foundings/requests/new", &form).await;
    let page = sent.location.unwrap_or_else(|| panic!("{}", sent.body));
    let page = page.split('?').next().expect("a path").to_owned();
    assert_eq!(staff.post(&format!("{page}/close"), &[("word", SLY)]).await.status, 303);

    let mut form = vec![
        ("name", "샛별회"),
        ("meeting_place", SLY_TITLE),
        ("charter", SLY),
        ("do", "send"),
        ("version", ""),
    ];
    let ids: Vec<String> = all[2..].iter().map(|(firm, _)| firm.to_string()).collect();
    form.extend(ids.iter().map(|firm| ("firm", firm.as_str())));
    let sent = client.post("/foundings/new", &form).await;
    let page = sent.location.unwrap_or_else(|| panic!("{}", sent.body));
    let page = page.split('?').next().expect("a path").to_owned();
    assert_eq!(staff.post(&format!("{page}/return"), &[("word", SLY)]).await.status, 303);
    let _ = invitation(&test, id, all[3].0).await;
    let purposes = [
        "founding.invite",
        "founding.remind",
        "founding.founded",
        "founding.joined",
        "founding.withdrawn",
        "founding.answered",
        "founding.proposed",
        "founding.returned",
        "group_request.asked",
        "group_request.closed",
    ];
    no_letter_is_fooled(&test, &purposes).await;
});

on_both!(meetings_and_accounts, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    call_all_sly(&test).await;
    let secretary = test.signed_in(village.secretary).await;
    let group = village.group.to_string();
    let form = [
        ("kind", "regular"),
        ("title", SLY_TITLE),
        ("day", "2026-11-26"),
        ("from", "18:30"),
        ("to", "20:30"),
        ("place", SLY_TITLE),
        ("body", SLY),
        ("group", group.as_str()),
    ];
    let made = secretary.post("/meetings", &form).await;
    let page = made.location.unwrap_or_else(|| panic!("{}", made.body));
    let page = page.split('?').next().expect("a path").to_owned();
    assert_eq!(secretary.post(&format!("{page}/invite"), &[("version", "1")]).await.status, 303);
    test.settle().await;
    assert_eq!(secretary.post(&format!("{page}/cancel"), &[("version", "2")]).await.status, 303);
    assert_eq!(secretary.post(&format!("/people/{}/invitation", village.smith), &[]).await.status, 303);
    let smith = village.smith.to_string();
    let chair = [("office", "chair"), ("person", smith.as_str()), ("instead", "yes")];
    assert_eq!(secretary.post(&format!("/groups/{group}/offices/new"), &chair).await.status, 303);
    let person = people::Entity::find_by_id(village.smith).one(test.app.store.read()).await.expect("people");
    let email = person.and_then(|person| person.email).expect("an address");
    test.stranger().post("/sign-in/link", &[("email", &email)]).await;
    test.settle().await;
    let letter = letters(&test, village.smith, "sign_in").await.remove(0);
    let cookie = test.stranger().post(&link(&letter, "/sign-in/link/"), &[]).await.cookie.expect("a session");
    let fresh = test.with_cookie(&cookie);
    assert_eq!(fresh.post("/account/mail", &[("email", "new@hanbit.example")]).await.status, 303);
    assert_eq!(fresh.post("/account/password", &[("password", "우리 공장 굴뚝 높이")]).await.status, 303);
    test.settle().await;
    let purposes = [
        "meeting.invite",
        "meeting.cancel",
        "invitation",
        "office.given",
        "office.ended",
        "sign_in",
        "account.mail",
        "account.password",
    ];
    no_letter_is_fooled(&test, &purposes).await;
});
