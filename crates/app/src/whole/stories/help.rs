//! Where help begins on pages of others, and in which order it is told.

use dure_help::testing::posting::post;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(a_firms_page_leads_to_asking_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get(&format!("/firms/{}", village.plater)).await.body;
    assert!(page.contains(&format!("/difficulties/new?ask=firm:{}", village.plater)), "{page}");
});

/// Titles in the order of the list and of the interface, which is the same.
async fn listed(test: &TestApp, person: dure_domain::PersonId, titles: &[&str]) -> Vec<String> {
    let client = test.signed_in(person).await;
    let order = |body: &str| {
        let mut at: Vec<(usize, String)> =
            titles.iter().filter_map(|title| Some((body.find(title)?, (*title).to_owned()))).collect();
        at.sort_unstable();
        at.into_iter().map(|(_, title)| title).collect::<Vec<String>>()
    };
    let page = order(&client.get("/difficulties").await.body);
    assert_eq!(page, order(&client.get("/api/difficulties").await.body));
    page
}

on_both!(the_place_in_the_list_does_not_tell_the_hour_of_an_anonymous_one, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let titles = [
        "어제 낮의 일",
        "어제 이름 없이",
        "어제 저녁의 일",
        "오늘 아침의 일",
        "오늘 이름 없이",
        "오늘 낮의 일",
    ];
    for (at, title) in titles.into_iter().enumerate() {
        let anonymous = if title.ends_with("이름 없이") { "yes" } else { "" };
        post(&smith, &[("title", title), ("visibility", "federation"), ("anonymous", anonymous)]).await;
        test.clock.advance_secs(if at == 2 { 22 * 3_600 } else { 3_600 });
    }
    test.settle().await;
    let expected = [
        "오늘 낮의 일",
        "오늘 아침의 일",
        "오늘 이름 없이",
        "어제 저녁의 일",
        "어제 낮의 일",
        "어제 이름 없이",
    ];
    for person in [village.carpenter_boss, village.secretary] {
        assert_eq!(listed(&test, person, &titles).await, expected);
    }
});
