//! Every letter that reaches who was asked, in every language, until an offer is made.

use dure_store::on_both;
use dure_tables::mails;

use super::*;

/// Letters about the difficulty that reached this person since the last look.
async fn new_letters(test: &TestApp, person: PersonId, read: &mut BTreeSet<uuid::Uuid>) -> Vec<mails::Model> {
    let rows = mails::Entity::find().filter(mails::Column::PersonId.eq(person));
    let rows = rows.all(test.app.store.read()).await.expect("letters");
    let new = rows.into_iter().filter(|row| read.insert(row.id.uuid()));
    new.map(|row| test.mailed(row)).collect()
}

/// The carpenter is asked by this person, reminded, and asked no longer; gives the letters.
async fn asked(test: &TestApp, village: &Village, id: DifficultyId, asker: PersonId) -> Vec<mails::Model> {
    let mut read = BTreeSet::new();
    new_letters(test, village.carpenter_boss, &mut read).await;
    let client = test.signed_in(asker).await;
    let helper = format!("firm:{}", village.carpenter);
    let done = client.post(&format!("/difficulties/{id}/asks"), &[("helper", &helper)]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    test.clock.advance_secs(3 * 86_400 + 60);
    test.settle().await;
    let ask = dure_tables::asks::Entity::find().filter(dure_tables::asks::Column::DifficultyId.eq(id));
    let ask = ask.one(test.app.store.read()).await.expect("asks").expect("a request").id;
    let done =
        test.signed_in(asker).await.post(&format!("/difficulties/{id}/asks/{ask}/withdraw"), &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    new_letters(test, village.carpenter_boss, &mut read).await
}

fn tells(village: &Village, letter: &mails::Model) -> Option<String> {
    let telling = telling(village);
    let texts = [&letter.subject, &letter.body_text, &letter.body_html];
    texts.into_iter().find_map(|text| said(&telling, text).map(str::to_owned))
}

on_both!(no_letter_tells_an_anonymous_poster, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = village(&test).await;
    for lang in [Lang::Ko, Lang::En, Lang::Ja] {
        change(&test, village.carpenter_boss, |row, lang| row.lang = Set(lang.tag().into()), lang).await;
        for (by, asker) in [("poster", village.smith), ("secretary", village.secretary)] {
            for anonymous in [true, false] {
                let title = format!("나무 건조 가마 {} {by} {anonymous}", lang.tag());
                let id = posted(&test, &village, &title, "federation", anonymous).await;
                let letters = asked(&test, &village, id, asker).await;
                let purposes: Vec<&str> = letters.iter().map(|letter| letter.purpose.as_str()).collect();
                for purpose in ["difficulty.ask", "difficulty.remind", "difficulty.withdrawn"] {
                    assert!(purposes.contains(&purpose), "{purpose}: {purposes:?}");
                }
                for letter in &letters {
                    let told = tells(&village, letter).filter(|_| anonymous);
                    assert!(told.is_none(), "{told:?} in {lang:?} {}: {}", letter.purpose, letter.body_text);
                }
                // The same under a name tells it, so the words looked for are the right ones.
                assert!(anonymous || letters.iter().any(|letter| tells(&village, letter).is_some()));
            }
        }
    }
});
