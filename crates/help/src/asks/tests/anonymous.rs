//! The rule of anonymity: who posted becomes known to a helper with the offer, and to nobody before.

use dure_domain::Visibility;
use dure_store::on_both;
use dure_tables::firms;
use dure_texts::{Lang, asks as texts};

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

/// The plater moves to this place and reads in this language.
async fn plater_in(test: &TestApp, village: Village, place: i32, lang: Lang) {
    let done = test.app.store.write::<_, Error, _, _>(Actor::System, |tx| async move {
        let firm = firms::Entity::find_by_id(village.plater).one(tx.db()).await?.ok_or(Error::NotFound)?;
        let mut firm = firm.into_active_model();
        firm.place_code = Set(Some(place));
        firm.update(tx.db()).await?;
        let boss = people::Entity::find_by_id(village.plater_boss).one(tx.db()).await?;
        let mut boss = boss.ok_or(Error::NotFound)?.into_active_model();
        boss.lang = Set(lang.tag().to_owned());
        boss.update(tx.db()).await?;
        tx.record(Record {
            action: "test.move",
            subject: Subject::Firm,
            id: village.plater.uuid(),
            federation: Some(village.federation),
            before: None,
            after: None,
        });
        Ok(())
    });
    done.await.expect("a move");
    test.settle().await;
}

/// What a letter says of where the poster is.
fn tells_place(letter: &mails::Model, lang: Lang) -> bool {
    let words = texts::why_same_district(lang);
    // In an address chance may put these letters side by side.
    let distance =
        |text: &str| text.split_whitespace().any(|word| !word.contains("://") && word.contains("km"));
    [&letter.body_text, &letter.body_html, &letter.subject]
        .into_iter()
        .any(|text| text.contains(words) || distance(text))
}

on_both!(the_letter_tells_neither_place_nor_distance_nor_group, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let mut read = std::collections::BTreeSet::new();
    for lang in [Lang::Ko, Lang::En, Lang::Ja] {
        for place in [51130, 51150] {
            plater_in(&test, village, place, lang).await;
            for (anonymous, asker) in
                [(false, village.smith), (true, village.smith), (true, village.secretary)]
            {
                let difficulty = posted(&test, &village, Visibility::Federation, anonymous).await;
                let form = [("helper", helper(HelperKind::Firm, village.plater))];
                let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
                test.signed_in(asker).await.post(&format!("/difficulties/{difficulty}/asks"), &form).await;
                let mut letters = letters(&test, village.plater_boss, "difficulty.ask").await;
                letters.retain(|letter| read.insert(letter.id));
                let letter = letters.pop().expect("a letter");
                assert!(letter.body_text.contains(texts::letter_why(lang)), "{}", letter.body_text);
                assert_eq!(tells_place(&letter, lang), !anonymous, "{}", letter.body_text);
                let named = ["한빛정밀", "김대장", "최국수", "봉평면옥", "한울회"];
                let names = named.into_iter().any(|name| letter.body_text.contains(name));
                assert_eq!(names, !anonymous, "{}", letter.body_text);
            }
        }
    }
});
