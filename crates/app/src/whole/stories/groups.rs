//! Groups, as their pages show them.

use axum::http::StatusCode;
use dure_domain::FirmId;
use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(a_group_shows_its_roster_and_offices, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let list = smith.get("/groups").await.body;
    assert!(list.contains("한울회") && list.contains("두메회") && list.contains("우리 교류회"));
    assert!(list.contains("회장 이도금"));
    let front = smith.get(&format!("/groups/{}", village.group)).await;
    assert_eq!(front.status, StatusCode::OK);
    for words in ["회원 3곳", "이도금", "회장", "최국수", "간사", "한세무"] {
        assert!(front.body.contains(words), "{words} is not there");
    }
    let page = smith.get(&format!("/groups/{}/members", village.group)).await;
    assert_eq!(page.status, StatusCode::OK);
    for words in ["한빛정밀", "대관령도금", "봉평면옥", "김대장", "박차장", "(b)"] {
        assert!(page.body.contains(words), "{words} is not there");
    }
    assert!(!page.body.contains("/members/new"), "a member does not keep the roster");
    let outside = test.signed_in(village.outsider).await;
    assert_eq!(
        outside.get(&format!("/groups/{}/members", village.group)).await.status,
        StatusCode::NOT_FOUND
    );
});

on_both!(a_slot_that_is_held_is_explained, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let press = [("name", "치악프레스"), ("industry_text", "25911"), ("version", "1")];
    let press = secretary.post("/firms/new", &press).await.made::<FirmId>("/firms/");
    let new = format!("/groups/{}/members/new", village.group);
    let form = secretary.get(&format!("{new}?firm={press}")).await;
    assert!(form.body.contains(r#"value="259""#), "the usual slot is offered: {}", form.body);

    let firm = press.to_string();
    let refused = secretary.post(&new, &[("firm", &firm), ("slot", "259")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("한빛정밀이 이미 맡고 있습니다"), "{}", refused.body);
    // Leaving the slot out does not get around the rule.
    let empty = secretary.post(&new, &[("firm", &firm), ("slot", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);

    let taken = secretary.post(&new, &[("firm", &firm), ("slot", "259-프레스")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    assert!(secretary.get(&format!("/groups/{}/members", village.group)).await.body.contains("치악프레스"));
    let twice = secretary.post(&new, &[("firm", &firm), ("slot", "260")]).await;
    assert!(twice.body.contains("이미 이 교류회 회원사입니다"), "{}", twice.body);
});

on_both!(a_member_that_leaves_takes_its_offices_along, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let group = format!("/groups/{}", village.group);
    let page = staff.get(&format!("{group}/members")).await.body;
    let seat = page.split("/members/edit?membership=").skip(1).map(|rest| &rest[..36]);
    let mut found = None;
    for id in seat {
        let form = staff.get(&format!("{group}/members/edit?membership={id}")).await.body;
        if form.contains("대관령도금 회원 자격") {
            found = Some(id.to_owned());
        }
    }
    let plater = found.expect("the plater's seat");
    let left = staff.post(&format!("{group}/members/leave"), &[("membership", &plater)]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER, "{}", left.body);
    let page = staff.get(&format!("{group}/members")).await.body;
    assert!(!page.contains("대관령도금"), "no member");
    assert!(!staff.get(&group).await.body.contains("이도금"), "no chair");
    let again = staff.post(&format!("{group}/members/leave"), &[("membership", &plater)]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
});

on_both!(delegates_change_unless_somebody_was_first, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let secretary = test.signed_in(village.secretary).await;
    let group = format!("/groups/{}", village.group);
    let page = secretary.get(&format!("{group}/members")).await.body;
    let mut forms = Vec::new();
    for id in page.split("/members/edit?membership=").skip(1).map(|rest| &rest[..36]) {
        forms.push((
            id.to_owned(),
            secretary.get(&format!("{group}/members/edit?membership={id}")).await.body,
        ));
    }
    let (id, form) = forms.into_iter().find(|(_, form)| form.contains("한빛정밀 회원 자격")).expect("a seat");
    let was =
        form.split(r#"name="was" value=""#).nth(1).and_then(|rest| rest.split('"').next()).expect("a mark");
    let was = was.replace("&quot;", "\"");
    let (deputy, smith) = (village.smiths_deputy.to_string(), village.smith.to_string());
    let swapped = [
        ("membership", id.as_str()),
        ("was", was.as_str()),
        ("slot", "259"),
        ("delegate", deputy.as_str()),
        ("deputy", smith.as_str()),
    ];
    let act = format!("{group}/members/edit");
    let done = secretary.post(&act, &swapped).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(secretary.post(&act, &swapped).await.status, StatusCode::CONFLICT);
});

on_both!(groups_are_kept_by_their_secretary_and_founded_by_staff, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let edit = format!("/groups/{}/edit", village.group);
    let secretary = test.signed_in(village.secretary).await;
    let saved =
        secretary.post(&edit, &[("name", "한울회"), ("rhythm", "매달 셋째 목요일"), ("version", "1")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(secretary.get(&format!("/groups/{}", village.group)).await.body.contains("매달 셋째 목요일"));
    let late = secretary.post(&edit, &[("name", "한울회"), ("rhythm", "격주"), ("version", "1")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("격주"));
    let other = format!("/groups/{}/edit", village.other_group);
    assert_eq!(secretary.get(&other).await.status, StatusCode::FORBIDDEN);
    assert_eq!(secretary.get("/groups/new").await.status, StatusCode::FORBIDDEN);

    let staff = test.signed_in(village.staff).await;
    let twice = staff.post("/groups/new", &[("name", "한울회")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("같은 이름의 교류회가 이미 있습니다"));
    assert_eq!(staff.post("/groups/new", &[("name", "새울회")]).await.status, StatusCode::SEE_OTHER);
});
