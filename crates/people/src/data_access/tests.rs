//! The log of access to personal data, told in the village.

use axum::http::StatusCode;
use dure_domain::{DataOutlet, DataReason};
use dure_store::on_both;
use dure_tables::{audit, data_access};
use dure_web::testing::TestApp;
use sea_orm::EntityTrait;

use crate::testing::Housed as _;

async fn lines(test: &TestApp) -> Vec<data_access::Model> {
    data_access::Entity::find().all(test.app.store.read()).await.expect("the log")
}

on_both!(a_file_of_people_asks_why_and_leaves_a_line, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let group = village.group.to_string();
    for (old, format) in
        [("export.xlsx?", "xlsx"), ("export.csv?encoding=cp949&", "cp949"), ("print?", "print")]
    {
        let led = secretary.get(&format!("/roster/{old}group={group}")).await;
        let to = format!("/roster/export?format={format}&group={group}");
        assert_eq!(led.location.as_deref(), Some(to.as_str()));
        assert!(secretary.get(&to).await.body.contains("어디에 쓰실 건가요?"));
    }
    let form =
        |reason, note| [("format", "csv"), ("group", group.as_str()), ("reason", reason), ("purpose", note)];
    for (reason, note) in [("", "총회에 씁니다"), ("other", " ")] {
        let asked = secretary.post("/roster/export", &form(reason, note)).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains(note.trim()) && !asked.body.contains("@dure.example"), "{}", asked.body);
    }
    assert!(lines(&test).await.is_empty());
    let given = secretary.post("/roster/export", &form("other", "도청에 제출")).await;
    assert_eq!(given.status, StatusCode::OK, "{}", given.body);
    let line = lines(&test).await.remove(0);
    assert_eq!((line.person_id, line.group_id), (Some(village.secretary), Some(village.group)));
    assert_eq!(
        (line.what, line.reason, line.note.as_str()),
        (DataOutlet::RosterCsv, DataReason::Other, "도청에 제출")
    );
    assert!(line.persons > 0);
    let recorded = audit::Entity::find().all(test.app.store.read()).await.expect("the audit");
    assert!(recorded.iter().any(|entry| entry.action == "people.take_out"));
});

on_both!(the_log_is_for_staff_and_operators_of_their_own_federation, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let form = [("format", "print"), ("group", ""), ("reason", "dues")];
    assert_eq!(secretary.post("/roster/export", &form).await.status, StatusCode::OK);
    for person in [village.staff, village.operator] {
        let page = test.signed_in(person).await.get("/data-access").await.body;
        assert!(page.contains("인쇄용 명부") && page.contains("회비"), "{page}");
    }
    for person in [village.smith, village.secretary, village.official] {
        let refused = test.signed_in(person).await.get("/data-access").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
});

on_both!(whoever_may_not_have_a_roster_is_not_asked_why, |db| async move {
    let test = TestApp::outside_the_demo(db).await;
    let village = test.village().await;
    let outsider = test.signed_in(village.outsider).await;
    let (other, form) =
        (format!("/roster/export?format=csv&group={}", village.group), village.group.to_string());
    assert_eq!(outsider.get(&other).await.status, StatusCode::FORBIDDEN);
    let form = [("format", "csv"), ("group", form.as_str()), ("reason", "dues")];
    assert_eq!(outsider.post("/roster/export", &form).await.status, StatusCode::FORBIDDEN);
    assert!(lines(&test).await.is_empty());
});
