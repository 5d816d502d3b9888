//! The rule of anonymity: who posted becomes known to a helper with the offer, and to nobody before.

use dure_domain::Visibility;
use dure_store::on_both;

use super::*;

on_both!(an_anonymous_poster_is_known_to_a_helper_from_the_offer_on, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = posted(&test, &village, Visibility::Federation, true).await;
    ask_plater(&test, &village, difficulty).await;
    let hides = |text: &str| !text.contains("한빛정밀") && !text.contains("김대장");
    let letter = letters(&test, village.plater_boss, "difficulty.ask").await.remove(0);
    assert!(hides(&letter.body_text) && hides(&letter.body_html), "{}", letter.body_text);
    let offer = link(&letter, "/answers/offer/");
    assert!(hides(&test.stranger().get(&offer).await.body));
    let path = format!("/difficulties/{difficulty}");
    // The chair's office would know; the carpenter of another group must not.
    let carpenter = test.signed_in(village.carpenter_boss).await;
    assert!(hides(&carpenter.get(&path).await.body));
    test.stranger().post(&offer, &[]).await;
    let thanks = test.stranger().get(&offer).await;
    assert!(thanks.body.contains("김대장"), "the two must talk now");
    let told = letters(&test, village.plater_boss, "difficulty.offered").await.remove(0);
    assert!(told.body_text.contains("한빛정밀 김대장 대표"), "{}", told.body_text);
    assert!(hides(&carpenter.get(&path).await.body), "others still do not know");
    carpenter.post(&format!("{path}/offers"), &[]).await;
    assert!(carpenter.get(&path).await.body.contains("김대장"));
});

on_both!(who_declines_never_learns_who_posted, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let difficulty = posted(&test, &village, Visibility::Federation, true).await;
    let smith = test.signed_in(village.smith).await;
    let carpenter = helper(HelperKind::Firm, village.carpenter);
    smith.post(&format!("/difficulties/{difficulty}/asks"), &[("helper", &carpenter)]).await;
    let letter = letters(&test, village.carpenter_boss, "difficulty.ask").await.remove(0);
    let decline = link(&letter, "/answers/decline/");
    test.stranger().post(&decline, &[("reason", "far")]).await;
    let page = test.stranger().get(&decline).await;
    assert!(page.body.contains("어렵다고 답하셨습니다") && !page.body.contains("김대장"), "{}", page.body);
    let signed_in =
        test.signed_in(village.carpenter_boss).await.get(&format!("/difficulties/{difficulty}")).await;
    assert!(!signed_in.body.contains("김대장") && !signed_in.body.contains("한빛정밀"), "{}", signed_in.body);
});
