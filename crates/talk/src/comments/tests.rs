//! Stories of talk, told under things that hold it by a rule of the test: everybody but officials reads, the poster is
//! the smith, who is unnamed to all but the own firm and staff.

use std::sync::Arc;

use axum::http::StatusCode;
use dure_domain::{FirmId, Office, PersonId, Subject};
use dure_store::on_both;
use dure_tables::{comment_versions, comments, mails, people};
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::testing::TestApp;
use dure_web::testing::letters::{letters, link};
use dure_web::{App, Hold, Part, jobs};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use self::house::Housed as _;

async fn hold(app: App, viewer: Arc<Viewer>, firm: FirmId) -> Result<Hold> {
    if viewer.holds(Office::Official) {
        return Err(Error::NotFound);
    }
    let of_firm = people::Entity::find().filter(people::Column::FirmId.eq(firm));
    let poster = of_firm.one(app.store.read()).await?.ok_or(Error::NotFound)?.id;
    let own = viewer.firm == Some(firm);
    let staff = viewer.holds(Office::Staff);
    Ok(Hold {
        federation: viewer.federation,
        title: "가마 벽돌이 깨짐".into(),
        path: format!("/firms/{firm}"),
        speaks: true,
        keeps: own || staff,
        anonymous: true,
        unnamed: !own && !staff,
        behind: Some((firm, poster)),
        concerned: vec![poster],
        ..Hold::looked_at()
    })
}

mod house {
    use super::{Part, Subject, hold};

    fn house() -> Part {
        dure_web::part().with(super::super::part()).holds(Subject::Firm, hold)
    }

    dure_web::test_house!(house);
}

async fn said(test: &TestApp) -> Vec<comments::Model> {
    let all = comments::Entity::find().order_by_asc(comments::Column::At);
    all.all(test.app.store.read()).await.expect("comments")
}

async fn letters_to(test: &TestApp, person: PersonId) -> Vec<mails::Model> {
    let found = mails::Entity::find()
        .filter(mails::Column::PersonId.eq(person))
        .filter(mails::Column::Purpose.eq("comment.said"))
        .order_by_asc(mails::Column::CreatedAt);
    found.all(test.app.store.read()).await.expect("letters")
}

on_both!(what_is_said_reaches_everybody_whom_it_concerns, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let on = format!("/comments/on/firm/{}", village.smithy);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let done = carpenter.post(&on, &[("message", "건조로를 써 보시지요")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let first = said(&test).await.remove(0);
    assert_eq!(done.location, Some(format!("/firms/{}#comment-{}", village.smithy, first.id)));
    assert_eq!(first.id.0.get_version_num(), 4, "a key must not tell when");
    let letter = letters_to(&test, village.smith).await.remove(0);
    assert!(letter.subject.contains("가마 벽돌이 깨짐") && letter.parts.contains("정목수"), "{letter:?}");
    assert!(letters_to(&test, village.carpenter_boss).await.is_empty(), "not who speaks");

    // The poster answers: who spoke before is told, and does not learn who it is.
    let smith = test.signed_in(village.smith).await;
    let key = first.id.to_string();
    smith.post(&on, &[("message", "고맙습니다"), ("answers", &key)]).await;
    let letter = letters_to(&test, village.carpenter_boss).await.remove(0);
    assert!(letter.parts.contains("글쓴이가 남긴") && !letter.parts.contains("김대장"), "{}", letter.parts);
    // An answer to an answer stands under the same first comment.
    let answer = said(&test).await.remove(1);
    let key = answer.id.to_string();
    carpenter.post(&on, &[("message", "언제든 오세요"), ("answers", &key)]).await;
    assert_eq!(said(&test).await[2].answers, Some(first.id));
});

on_both!(the_same_words_sent_twice_are_said_once, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let on = format!("/comments/on/firm/{}", village.smithy);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let words = [("message", "건조로를 써 보시지요")];
    let first = carpenter.post(&on, &words).await;
    assert_eq!(carpenter.post(&on, &words).await.location, first.location);
    assert_eq!((said(&test).await.len(), letters_to(&test, village.smith).await.len()), (1, 1));
    test.clock.advance_secs(3_600);
    assert_ne!(carpenter.post(&on, &words).await.location, first.location, "said again later");
});

on_both!(nothing_typed_is_lost, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let on = format!("/comments/on/firm/{}", village.smithy);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let empty = carpenter.post(&on, &[("message", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("남길 말을 적어 주세요"), "{}", empty.body);
    let long = "가마 ".repeat(1_001);
    let refused = carpenter.post(&on, &[("message", &long)]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("가마 가마"));
    let official = test.signed_in(village.official).await;
    assert_eq!(official.post(&on, &[("message", "안녕")]).await.status, StatusCode::NOT_FOUND);
    let elsewhere = format!("/comments/on/person/{}", village.smith);
    assert_eq!(carpenter.post(&elsewhere, &[("message", "안녕")]).await.status, StatusCode::NOT_FOUND);
    assert!(said(&test).await.is_empty());
});

on_both!(one_changes_and_takes_back_what_one_said, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let on = format!("/comments/on/firm/{}", village.smithy);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    carpenter.post(&on, &[("message", "건조로를 쓰세요")]).await;
    let id = said(&test).await[0].id;
    let edit = format!("/comments/{id}/edit");
    assert!(carpenter.get(&edit).await.body.contains("건조로를 쓰세요"));
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.get(&edit).await.status, StatusCode::FORBIDDEN);
    let changed = [("message", "건조로를 빌려 드립니다"), ("version", "1")];
    assert_eq!(carpenter.post(&edit, &changed).await.status, StatusCode::SEE_OTHER);
    // From another window, in which the old words still stood.
    let late = carpenter.post(&edit, &[("message", "건조로는 찼습니다"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("건조로는 찼습니다") && late.body.contains(r#"value="2""#), "{}", late.body);

    let history = format!("/comments/{id}/history");
    for reader in [village.carpenter_boss, village.staff] {
        let page = test.signed_in(reader).await.get(&history).await.body;
        assert!(page.contains("건조로를 쓰세요") && page.contains("빌려 드립니다"), "{page}");
    }
    assert_eq!(plater.get(&history).await.status, StatusCode::NOT_FOUND);
    let delete = format!("/comments/{id}/delete");
    assert_eq!(plater.post(&delete, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(carpenter.post(&delete, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(carpenter.post(&delete, &[]).await.status, StatusCode::SEE_OTHER, "gone is gone");
    assert_eq!(said(&test).await[0].body, "");
    assert!(carpenter.get(&history).await.body.contains("빌려 드립니다"), "kept for thirty days");
    test.clock.advance_secs(31 * 86_400);
    jobs::tidy(&test.app).await.expect("tidy");
    let left = comment_versions::Entity::find().all(test.app.store.read()).await.expect("versions");
    assert!(left.is_empty(), "then erased");
});

on_both!(a_letter_is_answered_without_signing_in, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let on = format!("/comments/on/firm/{}", village.smithy);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    carpenter.post(&on, &[("message", "건조로를 써 보시지요")]).await;
    let letter = letters(&test, village.smith, "comment.said").await.remove(0);
    let link = link(&letter, "/comments/reply/");
    let stranger = test.stranger();
    let page = stranger.get(&link).await;
    assert!(page.body.contains("건조로를 써 보시지요") && page.body.contains("정목수"), "{}", page.body);
    assert_eq!(said(&test).await.len(), 1, "looking says nothing");
    assert_eq!(stranger.post(&link, &[("message", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = stranger.post(&link, &[("message", "내일 가겠습니다")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let answer = said(&test).await.remove(1);
    assert_eq!((answer.author_id, answer.answers), (village.smith, Some(said(&test).await[0].id)));
    assert!(stranger.get(&link).await.body.contains("답글을 남기셨습니다"));
    carpenter.post(&format!("/comments/{}/delete", said(&test).await[0].id), &[]).await;
    assert_eq!(stranger.get(&link).await.status, StatusCode::GONE);
});
