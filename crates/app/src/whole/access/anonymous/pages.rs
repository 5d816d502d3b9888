//! Pages, interface, files and searches, when it is posted for all, for the federation and for the group.

use dure_domain::NeedKind;
use dure_store::on_both;
use dure_ui::words;

use super::*;

/// Who is shown what each visibility opens.
fn may_see(watcher: &Watcher, visibility: &str) -> bool {
    match watcher.role {
        "another federation" => visibility == "all",
        "expert of the same group" => true,
        _ => visibility != "group",
    }
}

/// What must not move for this watcher: within the group the list of the group may tell that it is new.
fn still(village: &Village, visibility: &str) -> Vec<String> {
    let mut still = of_the_poster(village);
    if visibility != "group" {
        still.extend(["/difficulties?scope=group", "/api/difficulties?scope=group"].map(Into::into));
    }
    still
}

/// On how many pages under an address the words stand.
fn with(words: &str, under: &str, paths: &[String], pages: &[Pieces]) -> usize {
    let pages = paths.iter().zip(pages).filter(|(path, _)| path.starts_with(under));
    pages.filter(|(_, page)| page.iter().any(|piece| piece.contains(words))).count()
}

/// What its own page and its answer in the interface say to those who may see it.
async fn shown(test: &TestApp, watcher: &Watcher, id: DifficultyId) {
    let client = test.signed_in(watcher.person).await;
    let page = client.get(&format!("/difficulties/{id}")).await.body;
    let unnamed = words::poster(watcher.lang, None, NeedKind::Quality);
    assert!(page.contains(&unnamed), "{}: {unnamed}: {page}", watcher.role);
    assert!(client.get("/difficulties").await.body.contains(&unnamed), "{}: the list", watcher.role);
    let api = client.get(&format!("/api/difficulties/{id}")).await.body;
    assert!(api.contains("\"firm\":null") && api.contains("\"group\":null"), "{api}");
    assert!(api.contains(&format!("\"posted_at\":\"{}\"", test.app.now().day())), "{api}");
}

/// The poster says something under it; what is said stands on the page, and nobody learns who it was.
async fn talked(test: &TestApp, village: &Village, id: DifficultyId, visibility: &str) {
    let smith = test.signed_in(village.smith).await;
    let said = [("message", "벽돌을 새로 쌓아 봄")];
    let answer = smith.post(&format!("/comments/on/difficulty/{id}"), &said).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    for watcher in watchers(village).iter().filter(|watcher| may_see(watcher, visibility)) {
        let page = test.signed_in(watcher.person).await.get(&format!("/difficulties/{id}")).await.body;
        let poster = dure_texts::comments::poster(watcher.lang);
        assert!(page.contains("벽돌을 새로 쌓아 봄") && page.contains(poster), "{}: {page}", watcher.role);
    }
}

/// The names under which its files are kept by those who open them.
async fn names_of(test: &TestApp, watcher: &Watcher, open: bool, attached: &[String]) {
    let client = test.signed_in(watcher.person).await;
    for path in attached {
        let headers = client.headers(path).await;
        let named = headers.get("content-disposition").map(|name| name.to_str().expect("text").to_owned());
        let named = named.unwrap_or_default();
        assert!(!named.contains("%ED%95%9C%EB%B9%9B"), "{}: {named}", watcher.role);
        assert_eq!(client.get(path).await.status == 200, open, "{}: {path}", watcher.role);
    }
}

on_both!(no_outlet_tells_an_anonymous_poster, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = village(&test).await;
    let mut paths = paths(&test, &village).await;
    let mut before = Vec::new();
    for Watcher { person, .. } in watchers(&village) {
        before.push(walk(&test, person, &paths).await);
    }
    let mut wrong = Vec::new();
    for (visibility, title) in
        [("all", "유약 가마가 들쭉날쭉"), ("federation", "가마 벽돌이 깨짐"), ("group", "가마 문이 샘")]
    {
        let id = posted(&test, &village, title, visibility, true).await;
        assert_eq!(id.uuid().get_version_num(), 4, "an address must not tell when it was posted");
        let own = [format!("/difficulties/{id}"), format!("/api/difficulties/{id}")];
        let attached = attached(&test, &village, id).await;
        talked(&test, &village, id, visibility).await;
        paths.extend(own.iter().chain(&attached).cloned());
        let telling = [telling(&village), telling_time(posted_at(&test, id).await)].concat();
        for (watcher, before) in watchers(&village).iter().zip(&mut before) {
            before.extend(own.iter().chain(&attached).map(|_| Pieces::new()));
            let after = walk(&test, watcher.person, &paths).await;
            let sees = after.iter().filter(|page| page.iter().any(|piece| piece.contains(title))).count();
            let open = may_see(watcher, visibility);
            assert!(if open { sees > 2 } else { sees == 0 }, "{} {visibility}: {sees} pages", watcher.role);
            if open {
                shown(&test, watcher, id).await;
            }
            names_of(&test, watcher, open, &attached).await;
            assert_eq!(with(title, "/meetings/", &paths, &after), 0, "no meeting of the group lists it");
            assert_eq!(with(title, "/groups/", &paths, &after), 0, "nor its page");
            let said = told(&telling, &paths, before, &after).into_iter();
            let said = said.chain(moved(&still(&village, visibility), &paths, before, &after));
            wrong.extend(said.map(|what| format!("{visibility}, {}: {what}", watcher.role)));
            *before = after;
        }
        for knows in those_who_know(&village) {
            assert!(test.signed_in(knows).await.get(&own[0]).await.body.contains("한빛정밀"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    // The same with a name moves these very pages, or the walk above would prove nothing.
    let watcher = village.expert;
    let before = walk(&test, watcher, &paths).await;
    let named = posted(&test, &village, "가마 굴뚝이 막힘", "all", false).await;
    let after = walk(&test, watcher, &paths).await;
    let telling = [telling(&village), telling_time(posted_at(&test, named).await)].concat();
    assert!(!told(&telling, &paths, &before, &after).is_empty(), "the list tells a name");
    assert!(with("가마 굴뚝이 막힘", "/meetings/", &paths, &after) > 0, "a meeting lists a named one");
    let moved = moved(&of_the_poster(&village), &paths, &before, &after).join("\n");
    for path in [format!("/firms/{} ", village.smithy), "/federation ".into()] {
        assert!(moved.contains(&path), "{path}: {moved}");
    }
});

on_both!(who_is_asked_learns_the_poster_with_the_offer, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = village(&test).await;
    let paths = paths(&test, &village).await;
    let id = posted(&test, &village, "유약 가마가 들쭉날쭉", "all", true).await;
    let carpenter = village.carpenter_boss;
    let before = walk(&test, carpenter, &paths).await;
    let helper = format!("firm:{}", village.carpenter);
    let secretary = test.signed_in(village.secretary).await;
    let asked = secretary.post(&format!("/difficulties/{id}/asks"), &[("helper", &helper)]).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    test.settle().await;
    let after = walk(&test, carpenter, &paths).await;
    let wrong = told(&telling(&village), &paths, &before, &after);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_ne!(before[0..], after[0..], "the home page shows the request");
    let client = test.signed_in(carpenter).await;
    client.post(&format!("/difficulties/{id}/offers"), &[]).await;
    for path in [format!("/difficulties/{id}"), "/difficulties".into(), format!("/api/difficulties/{id}")] {
        assert!(client.get(&path).await.body.contains("한빛정밀"), "{path}");
    }
});
