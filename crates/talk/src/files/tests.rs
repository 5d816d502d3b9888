//! Stories of files, told on things that hold them by a rule of the test: the firm's people add, staff keep.

use std::sync::Arc;

use axum::http::StatusCode;
use dure_domain::{FirmId, Office, Subject};
use dure_files::Failed;
use dure_store::{Point, on_both};
use dure_tables::files;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::testing::TestApp;
use dure_web::{App, Hold, Part};
use sea_orm::EntityTrait;

use self::house::Housed as _;

async fn hold(_: App, viewer: Arc<Viewer>, firm: FirmId) -> Result<Hold> {
    if viewer.holds(Office::Official) {
        return Err(Error::NotFound);
    }
    let own = viewer.firm == Some(firm);
    Ok(Hold {
        federation: viewer.federation,
        path: format!("/firms/{firm}"),
        adds: own,
        keeps: viewer.holds(Office::Staff),
        unnamed: viewer.firm.is_none() && !viewer.holds(Office::Staff),
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

const PDF: &[u8] = b"%PDF-1.7 drawing";

async fn rows(test: &TestApp) -> Vec<files::Model> {
    files::Entity::find().all(test.app.store.read()).await.expect("rows")
}

async fn lying(test: &TestApp) -> Vec<String> {
    test.app.config.files.list().await.expect("a list").into_iter().map(|kept| kept.name).collect()
}

fn photo() -> Vec<u8> {
    dure_files::testing::photo(400, 300)
}

on_both!(a_file_is_added_opened_and_taken_away, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    let added = smith.send_files(&on, &[("받침쇠 도면.pdf", PDF), ("현장.JPG", &photo())]).await;
    assert_eq!(added.location.as_deref(), Some(format!("/firms/{}#files", village.smithy).as_str()));
    assert_eq!(lying(&test).await.len(), 4, "one of the document, three sizes of the picture");

    let kept = rows(&test).await;
    let pdf = kept.iter().find(|row| row.name == "받침쇠 도면.pdf").expect("the drawing");
    let at = format!("/files/{}", pdf.id);
    let chair = test.signed_in(village.plater_boss).await;
    assert_eq!(chair.bytes(&at).await, PDF);
    let headers = chair.headers(&at).await;
    assert_eq!(headers["content-type"], "application/pdf");
    assert_eq!(headers["cache-control"], "private, no-cache");
    assert!(
        headers["content-disposition"].to_str().expect("text").starts_with("attachment; filename*=UTF-8''")
    );
    let picture = kept.iter().find(|row| row.name == "현장.JPG").expect("the photo");
    assert_eq!((picture.width, picture.height), (400, 300));
    let headers = chair.headers(&format!("/files/{}?size=small", picture.id)).await;
    assert_eq!(headers["content-type"], "image/jpeg");
    assert!(!headers.contains_key("content-disposition"));

    let remove = format!("{at}/remove");
    assert_eq!(chair.post(&remove, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(smith.post(&remove, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(smith.post(&remove, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(smith.get(&at).await.status, StatusCode::NOT_FOUND);
    test.settle().await;
    assert_eq!(lying(&test).await.len(), 3);
    let staff = test.signed_in(village.staff).await;
    assert_eq!(staff.post(&format!("/files/{}/remove", picture.id), &[]).await.status, StatusCode::SEE_OTHER);
    test.settle().await;
    assert!(lying(&test).await.is_empty() && rows(&test).await.is_empty());
});

on_both!(who_may_not_see_the_thing_sees_none_of_its_files, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    smith.send_files(&on, &[("도면.pdf", PDF)]).await;
    let at = format!("/files/{}", rows(&test).await[0].id);
    let official = test.signed_in(village.official).await;
    assert_eq!(official.get(&at).await.status, StatusCode::NOT_FOUND);
    assert_eq!(official.send_files(&on, &[("b.pdf", PDF)]).await.status, StatusCode::NOT_FOUND);
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.send_files(&on, &[("b.pdf", PDF)]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        plater.send_files("/files/on/person/x", &[("b.pdf", PDF)]).await.status,
        StatusCode::NOT_FOUND
    );
    let elsewhere = format!("/files/on/person/{}", village.smith);
    assert_eq!(smith.send_files(&elsewhere, &[("b.pdf", PDF)]).await.status, StatusCode::NOT_FOUND);
    // Who may not know whose it is gets a name that says nothing.
    let expert = test.signed_in(village.expert).await;
    let headers = expert.headers(&at).await;
    let named = headers["content-disposition"].to_str().expect("text");
    assert!(!named.contains("%EB%8F%84%EB%A9%B4") && named.ends_with("1.pdf"), "{named}");
});

on_both!(the_same_file_sent_again_is_the_one_that_is_there, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    let first = smith.send_file_by_script(&on, "a.pdf", PDF).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
    assert_eq!(smith.send_file_by_script(&on, "a.pdf", PDF).await.body, first.body);
    let both = tokio::join!(
        smith.send_file_by_script(&on, "b.pdf", b"%PDF-1.7 other"),
        smith.send_file_by_script(&on, "b.pdf", b"%PDF-1.7 other"),
    );
    assert_eq!((both.0.status, both.1.status), (StatusCode::CREATED, StatusCode::CREATED));
    assert_eq!(rows(&test).await.len(), 2);
    assert_eq!(lying(&test).await.len(), 2, "nothing lies there twice");
});

on_both!(the_good_ones_are_kept_when_others_are_refused, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    let sent: [(&str, &[u8]); 4] =
        [("a.pdf", PDF), ("도면.dwg", "글".as_bytes()), ("쪽.txt", b"<html>"), ("b.pdf", b"%PDF-1.7 b")];
    let answer = smith.send_files(&on, &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in
        ["받지 못한 파일: 도면.dwg", "내용이 파일 이름과 다릅니다", "웹 문서", "나머지 2개는 올렸습니다"]
    {
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
    assert_eq!(rows(&test).await.len(), 2);
    let none = smith.send_files(&on, &[]).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.body.contains("고른 파일이 없습니다"));
    let large = smith.send_file_by_script(&on, "큰 글.txt", &vec![b'a'; 20_000_001]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", large.body);
    let just = smith.send_file_by_script(&on, "글.txt", &vec![b'a'; 20_000_000]).await;
    assert_eq!(just.status, StatusCode::CREATED, "{}", just.body);
});

on_both!(a_thing_has_room_for_200_mb, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    smith.send_files(&on, &[("a.pdf", PDF)]).await;
    let mut row: files::ActiveModel = rows(&test).await[0].clone().into();
    row.bytes = sea_orm::Set(199_999_990);
    let full = test.app.store.write(dure_store::Actor::System, |tx| {
        let row = row.clone();
        async move {
            tx.quiet();
            files::Entity::update(row).exec(tx.db()).await?;
            Ok::<_, Error>(())
        }
    });
    full.await.expect("full");
    let answer = smith.send_file_by_script(&on, "b.pdf", b"%PDF-1.7 more than ten").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
    assert!(answer.body.contains("200MB"), "{}", answer.body);
    assert_eq!(lying(&test).await.len(), 1, "what found no room does not lie there");
});

on_both!(where_the_place_fails_nothing_is_said_to_be_kept, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    for (failed, status) in [
        (Failed::Full("x".into()), StatusCode::INSUFFICIENT_STORAGE),
        (Failed::Unreachable("x".into(), "y".into()), StatusCode::SERVICE_UNAVAILABLE),
        (Failed::Gone("x".into()), StatusCode::SERVICE_UNAVAILABLE),
    ] {
        test.app.config.files.fail_next(failed);
        let answer = smith.send_file_by_script(&on, "a.pdf", PDF).await;
        assert_eq!(answer.status, status, "{}", answer.body);
        assert!(answer.body.contains("다시 보내"), "{}", answer.body);
    }
    assert!(rows(&test).await.is_empty() && lying(&test).await.is_empty());
    assert_eq!(smith.send_file_by_script(&on, "a.pdf", PDF).await.status, StatusCode::CREATED);
});

on_both!(where_the_database_fails_nothing_lies_there_for_nothing, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    for point in [Point::Begin, Point::Commit] {
        test.app.store.lose_database(point, 0);
        let answer = smith.send_file_by_script(&on, "a.pdf", PDF).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{point:?}: {}", answer.body);
        assert!(rows(&test).await.is_empty(), "{point:?}");
    }
    assert!(lying(&test).await.is_empty());
    assert_eq!(smith.send_file_by_script(&on, "a.pdf", PDF).await.status, StatusCode::CREATED);
});

on_both!(what_was_lost_after_all_is_said_and_does_no_harm, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let on = format!("/files/on/firm/{}", village.smithy);
    smith.send_file_by_script(&on, "a.pdf", PDF).await;
    let row = rows(&test).await[0].clone();
    for name in lying(&test).await {
        test.app.config.files.remove(&name).await.expect("gone");
    }
    let answer = smith.get(&format!("/files/{}", row.id)).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("지금은 꺼낼 수 없습니다"), "{}", answer.body);
});
