//! What the page of a difficulty reads like, as a whole.

use dure_store::on_both;
use dure_web::testing::TestApp;

use super::post;
use crate::testing::Housed as _;

on_both!(the_page_of_a_difficulty_reads_in_order, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let story = [
        ("present_state", "스테인리스는 비싸서 일반강에 아연도금을 합니다. 한 달 2천 개."),
        ("tried", "방청유를 발라 보았지만 두 달을 못 갔습니다."),
        ("solved_when", "염수분무 500시간을 견디면 됩니다."),
        ("visibility", "federation"),
    ];
    let id = post(&smith, &story).await;
    test.settle().await;
    let page = smith.get(&format!("/difficulties/{id}")).await.body;
    insta::assert_snapshot!("difficulty_page", text_of(&page));
});

/// The words of the page's main part, a line per element.
fn text_of(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap_or_default().split("</main>").next().unwrap_or_default();
    let words =
        main.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(_, words)| words.trim());
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n")
}
