//! Files on the things of every half of the house: who adds, who sees, and what becomes of them with their thing.

use axum::http::StatusCode;
use dure_domain::{DifficultyId, FileId, Id, Subject};
use dure_store::on_both;
use dure_tables::{files, meetings};
use dure_web::testing::TestApp;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::testing::Housed as _;
use crate::whole::access::samples::Samples;

const PDF: &[u8] = b"%PDF-1.7";

async fn on(test: &TestApp, kind: Subject, thing: Uuid) -> Vec<files::Model> {
    let rows = files::Entity::find()
        .filter(files::Column::ThingKind.eq(kind))
        .filter(files::Column::ThingId.eq(thing));
    rows.all(test.app.store.read()).await.expect("rows")
}

async fn at(test: &TestApp, kind: Subject, thing: Uuid) -> FileId {
    on(test, kind, thing).await.first().expect("a file").id
}

on_both!(a_firm_shows_what_it_makes, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = format!("/firms/{}", village.smithy);
    assert!(smith.get(&page).await.body.contains("사진·파일 고르기"));
    let send = format!("/files/on/firm/{}", village.smithy);
    assert_eq!(smith.send_files(&send, &[("브라켓 도면.pdf", PDF)]).await.status, StatusCode::SEE_OTHER);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    let seen = carpenter.get(&page).await.body;
    assert!(seen.contains("브라켓 도면.pdf") && seen.contains("PDF · 8 B · 한빛정밀 · "), "{seen}");
    assert!(!seen.contains("사진·파일 고르기"), "only who speaks for the firm adds");
    let file = format!("/files/{}", at(&test, Subject::Firm, village.smithy.uuid()).await);
    assert_eq!(carpenter.bytes(&file).await, PDF);
    let outsider = test.signed_in(village.outsider).await;
    assert_eq!(outsider.get(&file).await.status, StatusCode::NOT_FOUND);
    assert_eq!(carpenter.send_files(&send, &[("b.pdf", PDF)]).await.status, StatusCode::FORBIDDEN);
});

on_both!(poster_and_helper_show_each_other_what_words_cannot, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    Samples::lay_out(&test, &village).await;
    let row = dure_tables::difficulties::Entity::find().one(test.app.store.read()).await.expect("rows");
    let id: DifficultyId = row.expect("a difficulty").id;
    let send = format!("/files/on/difficulty/{id}");
    let photo = dure_files::testing::photo(300, 200);
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.send_files(&send, &[("녹.jpg", &photo)]).await.status, StatusCode::SEE_OTHER);
    // Asked to help: adds, and takes away what is of his own alone.
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.send_files(&send, &[("도금 조건.pdf", PDF)]).await.status, StatusCode::SEE_OTHER);
    let page = plater.get(&format!("/difficulties/{id}")).await.body;
    assert!(page.contains("도금 조건.pdf") && page.contains("한빛정밀이 올린 사진 1/1"), "{page}");
    // Reads alone: neither adds nor takes away.
    let expert = test.signed_in(village.expert).await;
    assert_eq!(expert.send_files(&send, &[("b.pdf", PDF)]).await.status, StatusCode::FORBIDDEN);
    let carpenter = test.signed_in(village.carpenter_boss).await;
    for file in on(&test, Subject::Difficulty, id.uuid()).await {
        assert_eq!(carpenter.get(&format!("/files/{}", file.id)).await.status, StatusCode::NOT_FOUND);
        let remove = format!("/files/{}/remove", file.id);
        assert_eq!(expert.post(&remove, &[]).await.status, StatusCode::FORBIDDEN);
    }
});

on_both!(a_draft_takes_photos_before_a_word_is_typed_and_takes_them_with_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let page = smith.get("/difficulties/new").await.body;
    let draft = page.split(r#"name="draft" value=""#).nth(1).and_then(|rest| rest.split('"').next());
    let id: DifficultyId = draft.expect("a draft").parse().expect("its key");
    let send = format!("/files/on/difficulty/{id}");
    assert!(page.contains(&format!(r#"data-files="{send}""#)), "{page}");
    let photo = dure_files::testing::photo(300, 200);
    assert_eq!(smith.send_file_by_script(&send, "녹.jpg", &photo).await.status, StatusCode::NOT_FOUND);
    let (key, firm) = (id.to_string(), village.smithy.to_string());
    let begun = [("draft", key.as_str()), ("firm", &firm), ("attached", "yes")];
    assert_eq!(smith.post("/difficulties/draft", &begun).await.status, StatusCode::OK);
    assert_eq!(smith.send_file_by_script(&send, "녹.jpg", &photo).await.status, StatusCode::CREATED);
    // Nothing typed: the draft stays for its photo, and is its author's alone.
    let blank = [("draft", key.as_str()), ("firm", &firm)];
    assert_eq!(smith.post("/difficulties/draft", &blank).await.status, StatusCode::OK);
    let file = format!("/files/{}", at(&test, Subject::Difficulty, id.uuid()).await);
    assert_eq!(smith.get(&file).await.status, StatusCode::OK);
    let secretary = test.signed_in(village.secretary).await;
    assert_eq!(secretary.get(&file).await.status, StatusCode::NOT_FOUND);
    let again = smith.get("/difficulties/new").await.body;
    assert!(again.contains(&file), "the form goes on with its photo: {again}");
    smith.post(&format!("/difficulties/{id}/discard"), &[]).await;
    test.settle().await;
    assert!(on(&test, Subject::Difficulty, id.uuid()).await.is_empty());
    assert!(test.app.config.files.list().await.expect("a list").is_empty());
});

on_both!(what_a_firm_shares_has_photos_until_it_is_taken_back, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let resource = dure_tables::resources::Entity::find().one(test.app.store.read()).await.expect("rows");
    let id = resource.expect("a resource").id;
    let plater = test.signed_in(village.plater_boss).await;
    let send = format!("/files/on/resource/{id}");
    let photo = dure_files::testing::photo(300, 200);
    let sent = plater.send_files(&send, &[("시험기.jpg", &photo)]).await;
    assert_eq!(sent.location.as_deref(), Some(format!("/resources/{id}/edit#files").as_str()));
    let smith = test.signed_in(village.smith).await;
    let shown = smith.get(&format!("/firms/{}", village.plater)).await.body;
    let file = format!("/files/{}", at(&test, Subject::Resource, id.uuid()).await);
    assert!(shown.contains(&format!("{file}?size=small")), "{shown}");
    assert_eq!(smith.send_files(&send, &[("b.pdf", PDF)]).await.status, StatusCode::FORBIDDEN);
    plater.post(&format!("/resources/{id}/remove"), &[("version", "1")]).await;
    test.settle().await;
    assert_eq!(smith.get(&file).await.status, StatusCode::NOT_FOUND);
    assert!(test.app.config.files.list().await.expect("a list").is_empty());
});

on_both!(everybody_of_the_group_keeps_photos_of_a_meeting, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    Samples::lay_out(&test, &village).await;
    let meeting = meetings::Entity::find().one(test.app.store.read()).await.expect("rows").expect("one").id;
    let send = format!("/files/on/meeting/{meeting}");
    let photo = dure_files::testing::photo(300, 200);
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.send_files(&send, &[("정례회.jpg", &photo)]).await.status, StatusCode::SEE_OTHER);
    let file = at(&test, Subject::Meeting, meeting.uuid()).await;
    let page = test.signed_in(village.expert).await.get(&format!("/meetings/{meeting}")).await.body;
    assert!(page.contains(&format!("/files/{file}?size=small")), "{page}");
    let carpenter = test.signed_in(village.carpenter_boss).await;
    assert_eq!(carpenter.send_files(&send, &[("b.jpg", &photo)]).await.status, StatusCode::NOT_FOUND);
    // The secretary arranges, and may take away what others added.
    let secretary = test.signed_in(village.secretary).await;
    let remove = format!("/files/{file}/remove");
    assert_eq!(secretary.post(&remove, &[]).await.status, StatusCode::SEE_OTHER);
});
