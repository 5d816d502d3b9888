//! Stories about meetings, told on both databases.

use axum::http::StatusCode;
use dure_domain::{GroupId, MeetingId, PersonId};
use dure_store::on_both;
use dure_tables::{mails, meetings};
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::testing::Housed as _;

const THURSDAY: &[(&str, &str)] = &[
    ("kind", "regular"),
    ("title", "11월 정례회"),
    ("day", "2026-11-26"),
    ("from", "18:30"),
    ("to", "20:30"),
    ("place", "상생관 2층"),
    ("body", "도금 공정 견학 이야기"),
];

/// The secretary arranges a meeting of the group.
async fn arrange(test: &TestApp, village: &Village) -> MeetingId {
    let group = village.group.to_string();
    let form = [THURSDAY, &[("group", group.as_str())]].concat();
    let answer = test.signed_in(village.secretary).await.post("/meetings", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    only(test, village.group).await.id
}

async fn only(test: &TestApp, group: GroupId) -> meetings::Model {
    let rows = meetings::Entity::find().filter(meetings::Column::GroupId.eq(group));
    rows.one(test.app.store.read()).await.expect("a query").expect("a meeting")
}

/// The letters that this person has received.
async fn letters(test: &TestApp, person: PersonId) -> Vec<mails::Model> {
    let rows = mails::Entity::find().filter(mails::Column::PersonId.eq(person));
    let rows = rows.all(test.app.store.read()).await.expect("a query");
    rows.into_iter().map(|row| test.mailed(row)).collect()
}

/// The path of the link under this label in the letter's text.
fn link(letter: &mails::Model, label: &str) -> String {
    let after = letter.body_text.split(&format!("{label}\n")).nth(1).expect("the label");
    let url = after.lines().next().expect("an address");
    url.strip_prefix("http://dure.test").expect("our own address").to_owned()
}

/// The secretary tells everybody.
async fn announce(test: &TestApp, village: &Village, id: MeetingId) {
    let version = only(test, village.group).await.version.to_string();
    let path = format!("/meetings/{id}/invite");
    let answer = test.signed_in(village.secretary).await.post(&path, &[("version", &version)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    test.settle().await;
}

on_both!(a_member_answers_the_invitation_from_the_mail_and_changes_it, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    announce(&test, &village, id).await;
    let letter = letters(&test, village.smith).await.pop().expect("a letter");
    assert!(letter.subject.contains("11월 정례회"), "{}", letter.subject);
    assert!(letter.body_text.contains("11월 26일(목) 18:30~20:30"), "{}", letter.body_text);

    let stranger = test.stranger();
    let yes = link(&letter, "갑니다");
    let asked = stranger.get(&yes).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.body.contains("data-auto-submit"));
    let page = format!("/meetings/{id}");
    let before = test.signed_in(village.secretary).await.get(&page).await;
    assert!(before.body.contains("아직 온다고 하신 분이 없습니다"), "fetching a link changes nothing");

    let thanks = stranger.post(&yes, &[]).await.location.expect("a way on");
    assert!(stranger.get(&thanks).await.body.contains("참석으로 알렸습니다"));
    assert!(stranger.get(&link(&letter, "달력에 넣기")).await.body.contains("DTSTART:20261126T093000Z"));
    let coming = test.signed_in(village.secretary).await.get(&page).await;
    assert!(coming.body.contains("김대장"), "{}", coming.body);

    stranger.post(&link(&letter, "못 갑니다"), &[]).await;
    let changed = test.signed_in(village.smith).await.get(&page).await;
    assert!(changed.body.contains("불참"), "the last word counts");
});

on_both!(a_link_of_a_letter_to_another_address_answers_no_more, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    announce(&test, &village, id).await;
    let letter = letters(&test, village.smith).await.pop().expect("a letter");
    let yes = link(&letter, "갑니다");
    assert_eq!(test.stranger().get(&yes).await.status, StatusCode::OK);
    let typed = [("name", "김대장"), ("email", "moved@dure.example"), ("version", "1")];
    let edit = format!("/people/{}/edit", village.smith);
    let changed = test.signed_in(village.staff).await.post(&edit, &typed).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    assert_eq!(test.stranger().get(&yes).await.status, StatusCode::GONE);
    assert_eq!(test.stranger().post(&yes, &[]).await.status, StatusCode::GONE);
});

on_both!(a_link_from_the_mail_ends_with_the_meeting, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    announce(&test, &village, id).await;
    let letter = letters(&test, village.smith).await.pop().expect("a letter");
    test.clock.set(only(&test, village.group).await.starts_at.plus_days(1));
    let late = test.stranger().get(&link(&letter, "갑니다")).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.body.contains("이 링크는 더 이상 쓸 수 없습니다"));
    let path = format!("/meetings/{id}/reply");
    let late = test.signed_in(village.smith).await.post(&path, &[("reply", "yes")]).await;
    assert!(late.body.contains("이미 끝난 모임"), "{}", late.body);
});

on_both!(one_tap_on_the_page_is_a_reply, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    let smith = test.signed_in(village.smith).await;
    let answer = smith.post(&format!("/meetings/{id}/reply"), &[("reply", "yes")]).await;
    let page = smith.get(&answer.location.expect("the meeting")).await;
    assert!(page.body.contains("참석으로 알렸습니다"));
    let from_home = smith.post(&format!("/meetings/{id}/reply?back=home"), &[("reply", "no")]).await;
    assert_eq!(from_home.location.as_deref(), Some("/?done=not-coming"));

    // Who seats the meeting begins without those who cannot come.
    let page = test.signed_in(village.secretary).await.get(&format!("/meetings/{id}")).await.body;
    let tables = format!("/formation/tables?group={}&amp;absent={}", village.group, village.smithy);
    assert!(page.contains(&tables), "{page}");
    assert!(!smith.get(&format!("/meetings/{id}")).await.body.contains("/formation/tables"));
});

on_both!(only_those_without_a_reply_are_reminded, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    announce(&test, &village, id).await;
    let first = link(&letters(&test, village.smith).await[0], "갑니다");
    test.stranger().post(&first, &[]).await;
    announce(&test, &village, id).await;
    assert_eq!(letters(&test, village.smith).await.len(), 1);
    assert_eq!(letters(&test, village.smiths_deputy).await.len(), 1, "the firm has replied");
    assert_eq!(letters(&test, village.plater_boss).await.len(), 2);
    assert_eq!(letters(&test, village.expert).await.len(), 2, "special members are invited too");
    assert_eq!(letters(&test, village.carpenter_boss).await.len(), 0);
});

on_both!(a_meeting_is_its_groups_own, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    let page = format!("/meetings/{id}");
    for (person, status) in [
        (village.smith, StatusCode::OK),
        (village.expert, StatusCode::OK),
        (village.staff, StatusCode::OK),
        (village.carpenter_boss, StatusCode::NOT_FOUND),
        (village.outsider, StatusCode::NOT_FOUND),
    ] {
        assert_eq!(test.signed_in(person).await.get(&page).await.status, status);
        let list = test.signed_in(person).await.get("/meetings").await;
        assert_eq!(list.body.contains("11월 정례회"), status == StatusCode::OK, "list and page agree");
    }
    let smith = test.signed_in(village.smith).await;
    assert_eq!(smith.get(&format!("{page}/edit")).await.status, StatusCode::FORBIDDEN);
});

on_both!(moving_a_meeting_makes_it_new_to_everybody_and_calling_it_off_is_told, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let id = arrange(&test, &village).await;
    announce(&test, &village, id).await;
    let secretary = test.signed_in(village.secretary).await;
    let page = format!("/meetings/{id}");
    let version = only(&test, village.group).await.version.to_string();
    let mut form = THURSDAY.to_vec();
    form.retain(|(name, _)| *name != "place");
    form.extend([("place", "춘천 도청 앞"), ("version", version.as_str())]);
    assert_eq!(secretary.post(&page, &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(secretary.post(&page, &form).await.status, StatusCode::CONFLICT, "an old form");
    assert_eq!(only(&test, village.group).await.invited_at, None);

    announce(&test, &village, id).await;
    let version = only(&test, village.group).await.version.to_string();
    secretary.post(&format!("{page}/cancel"), &[("version", &version)]).await;
    test.settle().await;
    let letters = letters(&test, village.smith).await;
    assert_eq!(letters.iter().filter(|letter| letter.subject.contains("모임 취소")).count(), 1);
    assert!(secretary.get(&page).await.body.contains("취소됨"));
});

on_both!(a_form_with_errors_keeps_what_was_typed, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let group = village.group.to_string();
    let form = [("group", group.as_str()), ("title", "공장 견학"), ("day", ""), ("from", "")];
    let answer = test.signed_in(village.secretary).await.post("/meetings", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("공장 견학") && answer.body.contains("날짜를 골라 주세요"));
    let other = village.other_group.to_string();
    let form = [THURSDAY, &[("group", other.as_str())]].concat();
    let answer = test.signed_in(village.secretary).await.post("/meetings", &form).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "not for a group of others");
});
