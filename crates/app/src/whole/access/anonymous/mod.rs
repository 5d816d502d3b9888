//! Walks everything that can be looked at before and after an anonymous difficulty is posted, helped with and
//! solved, as everybody who must not know the poster: what is new tells nothing of the firm, and what belongs
//! to the firm or its group stays as it was. Decision 0026 says what "tells" is.

mod figures;
mod letters;
mod pages;

use std::collections::BTreeSet;

use axum::http::Method;
use dure_domain::{DifficultyId, Id, Moment, PersonId};
use dure_store::Actor;
use dure_tables::{difficulties, files, people};
use dure_texts::Lang;
use dure_web::error::Error;
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

use super::samples::Samples;
use crate::house::house;
use crate::testing::Housed as _;

const PHONE: &str = "010-7788-9911";
const MAIL: &str = "unmistakable@smithy.example";
/// Longer than a piece of a version 7 key resolves, so that sessions of the walk do not look like the posting.
const MINUTES_LATER: i64 = 7;

/// One who must not know, in one of the languages.
#[derive(Clone, Copy)]
struct Watcher {
    role: &'static str,
    person: PersonId,
    lang: Lang,
}

/// Those who must not know.
fn watchers(village: &Village) -> [Watcher; 5] {
    let watcher = |role, person, lang| Watcher { role, person, lang };
    [
        watcher("member of another group", village.carpenter_boss, Lang::Ko),
        watcher("expert of the same group", village.expert, Lang::Ko),
        watcher("official", village.official, Lang::En),
        watcher("operator", village.operator, Lang::En),
        watcher("another federation", village.outsider, Lang::Ja),
    ]
}

/// Those who know from the beginning.
fn those_who_know(village: &Village) -> [PersonId; 5] {
    [village.smith, village.smiths_deputy, village.secretary, village.plater_boss, village.staff]
}

/// Everything that would tell who posted: names, keys, place, distance, industry, and where to reach the firm.
fn telling(village: &Village) -> Vec<String> {
    let ids = [village.smithy.uuid(), village.smith.uuid(), village.group.uuid()];
    let place = ["원주", "Wonju", "같은 시·군", "same city or county", "同じ市・郡"];
    let words = ["한빛정밀", "김대장", "박차장", "한울회", "난간", "절삭", "25924", PHONE, MAIL];
    let words = place.into_iter().chain(words).map(str::to_owned);
    ids.iter().map(ToString::to_string).chain(words).collect()
}

/// Everything that would tell when it was posted: the minute, how long ago, and the time in a key of version 7.
fn telling_time(at: Moment) -> Vec<String> {
    let time = at.in_seoul();
    let minutes =
        [format!("{MINUTES_LATER}분 전"), format!("{MINUTES_LATER} minutes"), format!("{MINUTES_LATER}分")];
    let clock = format!("{:02}:{:02}", time.hour(), time.minute());
    minutes
        .into_iter()
        .chain([clock, format!("{:08x}", at.millis() >> 16), at.millis().to_string()])
        .collect()
}

/// Pages of the poster's firm, people and group, and figures, which must not move at all.
fn of_the_poster(village: &Village) -> Vec<String> {
    let Village { smithy, smith, group, plater, .. } = village;
    let mut paths = vec![
        format!("/firms/{smithy}"),
        format!("/api/firms/{smithy}"),
        format!("/people/{smith}"),
        format!("/groups/{group}"),
        format!("/api/groups/{group}"),
        format!("/groups/{group}/network"),
        format!("/roster/duplicates/pair?one={smithy}&other={plater}"),
    ];
    let rest = [
        "/network",
        "/network.csv",
        "/network.json",
        "/network/quiet",
        "/federation",
        "/federation?only=silent",
        "/federation/groups.csv",
        "/federation/statistics.csv",
        "/federation/firms?figure=silent",
        "/search?q=한빛정밀",
        "/search?q=김대장",
        "/search?q=한울회",
        "/difficulties?q=한빛정밀",
        "/api/difficulties?q=한빛정밀",
        "/api/difficulties?q=25924",
        "/knowledge?q=한빛정밀",
    ];
    paths.extend(rest.map(Into::into));
    paths
}

/// Every address that can be looked at, with those of the poster and a few searches.
async fn paths(test: &TestApp, village: &Village) -> Vec<String> {
    let samples = Samples::lay_out(test, village).await;
    // What was laid out is of yesterday, so that its age does not change between two walks.
    test.clock.advance_secs(86_400);
    let routes = house().routes;
    let looked = routes.list().iter().filter(|route| route.method == Method::GET);
    let mut paths: Vec<String> =
        looked.filter_map(|route| samples.of(route.path)).map(|sample| sample.path).collect();
    paths.extend(of_the_poster(village));
    let more = [
        "/difficulties?scope=group",
        "/api/difficulties?scope=group",
        "/difficulties?scope=federation",
        "/difficulties?q=가마",
        "/search?q=가마",
        "/api/difficulties?q=가마",
        "/knowledge?q=가마",
        "/network?whose=all",
        "/network.csv?whose=all",
        "/network.json?whose=all",
    ];
    paths.extend(more.map(Into::into));
    paths
}

/// What of this a text says.
fn said<'a>(telling: &'a [String], text: &str) -> Option<&'a str> {
    let word = telling.iter().map(String::as_str).find(|word| text.contains(word));
    word.or_else(|| says_distance(text).then_some("a distance"))
}

/// `12km`, `12 km`; addresses are left out, in which chance may put such letters.
fn says_distance(text: &str) -> bool {
    let digit = |before: &str| before.is_empty() || before.ends_with(|sign: char| sign.is_ascii_digit());
    let words = text.split_whitespace().filter(|word| !word.contains('/'));
    words.filter_map(|word| word.split_once("km")).any(|(before, _)| digit(before))
}

type Pieces = BTreeSet<String>;

/// What stands on each page, piece by piece.
async fn walk(test: &TestApp, person: PersonId, paths: &[String]) -> Vec<Pieces> {
    let client = test.signed_in(person).await;
    let mut pages = Vec::new();
    for path in paths {
        let body = without_rail(&client.get(&encoded(path)).await.body);
        // What only separates one piece from the next is no news.
        let pieces = body.split(['<', '\n', '{', '}']).map(|piece| piece.trim_end_matches([',', ']', ' ']));
        pages.push(pieces.map(str::to_owned).collect());
    }
    pages
}

/// A page without the menu, which is the reader's own on every page, with the reader's own group.
fn without_rail(page: &str) -> String {
    let Some((before, rest)) = page.split_once(r#"<nav class="side""#) else { return page.to_owned() };
    let after = rest.split_once("</nav>").map_or("", |(_, after)| after);
    format!("{before}{after}")
}

fn encoded(path: &str) -> String {
    let sign = |byte: u8| {
        if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    path.bytes().map(sign).collect()
}

/// What was said that should not have been, where something is new since the walk before.
fn told(telling: &[String], paths: &[String], before: &[Pieces], after: &[Pieces]) -> Vec<String> {
    let mut told = Vec::new();
    for ((path, before), after) in paths.iter().zip(before).zip(after) {
        for piece in after.difference(before) {
            if let Some(word) = said(telling, piece) {
                told.push(format!("{path} tells {word}: {piece}"));
            }
        }
    }
    told
}

/// Which of these pages are no longer what they were, with a little of what is new.
fn moved(still: &[String], paths: &[String], before: &[Pieces], after: &[Pieces]) -> Vec<String> {
    let pages = paths.iter().zip(before).zip(after).filter(|((path, _), _)| still.contains(path));
    let moved = pages.filter(|((_, before), after)| before != after);
    let worded = moved.map(|((path, before), after)| {
        let new: Vec<&String> = after.symmetric_difference(before).take(4).collect();
        format!("{path} moved: {new:?}")
    });
    worded.collect()
}

/// Changes one person of the village.
async fn change(test: &TestApp, person: PersonId, change: fn(&mut people::ActiveModel, Lang), lang: Lang) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        tx.quiet();
        let row = people::Entity::find_by_id(person).one(tx.db()).await?.ok_or(Error::NotFound)?;
        let mut row = row.into_active_model();
        change(&mut row, lang);
        row.update(tx.db()).await?;
        Ok(())
    });
    done.await.expect("a change");
    test.app.viewers.clear();
}

/// A village in which the smith can be reached and everybody reads in their language.
async fn village(test: &TestApp) -> Village {
    let village = test.village().await;
    let reach = |row: &mut people::ActiveModel, _| {
        row.phone = Set(PHONE.into());
        row.email = Set(Some(MAIL.into()));
    };
    change(test, village.smith, reach, Lang::Ko).await;
    for Watcher { person, lang, .. } in watchers(&village) {
        change(test, person, |row, lang| row.lang = Set(lang.tag().into()), lang).await;
    }
    test.clock.advance_secs(2 * 3_600 + 47 * 60);
    village
}

/// The smith posts a difficulty of this title, without a name or with it; and some minutes go by.
async fn posted(
    test: &TestApp,
    village: &Village,
    title: &str,
    visibility: &str,
    anonymous: bool,
) -> DifficultyId {
    let group = village.group.to_string();
    let mut form = vec![
        ("title", title),
        ("problem", "가마 안팎의 온도 차가 커서 색이 고르지 않습니다"),
        ("need", "quality"),
        ("visibility", visibility),
        ("group", group.as_str()),
    ];
    form.extend(anonymous.then_some(("anonymous", "yes")));
    // The sessions of the walk before are from another minute than this.
    test.clock.advance_secs(5 * 60);
    let answer = test.signed_in(village.smith).await.post("/difficulties", &form).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    test.clock.advance_secs(MINUTES_LATER * 60);
    test.settle().await;
    let row = difficulties::Entity::find().filter(difficulties::Column::Title.eq(title));
    row.one(test.app.store.read()).await.expect("a row").expect("the difficulty").id
}

/// The addresses of files that the poster put to it, with telling names.
async fn attached(test: &TestApp, village: &Village, id: DifficultyId) -> Vec<String> {
    let photo = dure_files::testing::photo(60, 40);
    let sent: [(&str, &[u8]); 2] = [("한빛정밀 도면.pdf", b"%PDF-1.7"), ("한빛정밀 가마.jpg", &photo)];
    let smith = test.signed_in(village.smith).await;
    let answer = smith.send_files(&format!("/files/on/difficulty/{id}"), &sent).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let rows = files::Entity::find().filter(files::Column::ThingId.eq(id.uuid()));
    let rows = rows.all(test.app.store.read()).await.expect("rows");
    assert_eq!(rows.len(), 2);
    rows.iter().map(|row| format!("/files/{}", row.id)).collect()
}

/// When it was posted.
async fn posted_at(test: &TestApp, id: DifficultyId) -> Moment {
    let row = difficulties::Entity::find_by_id(id).one(test.app.store.read()).await.expect("a row");
    row.and_then(|row| row.posted_at).expect("a posted difficulty")
}
