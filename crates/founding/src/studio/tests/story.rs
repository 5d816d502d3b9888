//! From a pool to groups that are put to the firms.

use axum::http::StatusCode;
use dure_domain::{DraftId, FirmId};
use dure_store::on_both;
use dure_tables::{draft_firms, draft_pairs, drafts, foundings, invitations};
use dure_web::testing::{Client, TestApp};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::firms::outsiders;
use crate::testing::Housed as _;

/// A form with groups of six to eight firms.
const RULES: [(&str, &str); 6] = [
    ("pool", "without_group"),
    ("least", "6"),
    ("most", "8"),
    ("level", "3"),
    ("radius_km", "40"),
    ("measure", "pairs"),
];

/// Makes a draft and solves it.
pub async fn drafted(test: &TestApp, staff: &Client<'_>, fields: &[(&str, &str)]) -> DraftId {
    let made = with_jobs(test, staff.post("/formation/new", fields)).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let at = made.location.expect("its page");
    at.split(['/', '?']).nth(2).expect("an id").parse().expect("an id")
}

/// What waits for a job, with jobs run beside it: both go on at once, for each may hold what the other waits for.
pub async fn with_jobs<T>(test: &TestApp, waiting: impl Future<Output = T>) -> T {
    let is_over = std::cell::Cell::new(false);
    let watched = async {
        let answer = waiting.await;
        is_over.set(true);
        answer
    };
    let jobs = async {
        while !is_over.get() {
            test.settle().await;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let (answer, ()) = futures::join!(watched, jobs);
    test.settle().await;
    answer
}

pub async fn stored(test: &TestApp, id: DraftId) -> drafts::Model {
    drafts::Entity::find_by_id(id).one(test.app.store.read()).await.expect("drafts").expect("the draft")
}

pub async fn seats(test: &TestApp, id: DraftId) -> Vec<draft_firms::Model> {
    let found = draft_firms::Entity::find().filter(draft_firms::Column::DraftId.eq(id));
    found.all(test.app.store.read()).await.expect("seats")
}

fn number(seats: &[draft_firms::Model], firm: FirmId) -> Option<i32> {
    seats.iter().find(|seat| seat.firm_id == firm).and_then(|seat| seat.number)
}

on_both!(a_pool_becomes_groups_that_are_put_to_the_firms, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    outsiders(&test, &village, 14, 51130).await;
    let id = drafted(&test, &staff, &RULES).await;
    let page = staff.get(&format!("/formation/{id}")).await.body;
    assert!(page.contains("치악산업001") && page.contains("1번 교류회"), "{page}");
    let before = seats(&test, id).await;
    assert_eq!(
        before.iter().filter(|seat| seat.number.is_some()).count(),
        14,
        "two of each industry: two groups"
    );
    let draft = stored(&test, id).await;
    assert!(draft.bound.is_some() && draft.bound >= draft.worth, "{draft:?}");
    assert!(page.contains("%입니다(어떤 편성도") || page.contains("증명됨"), "{page}");

    // Lock one, move one, forbid a pair; then solve again.
    let of = |group| before.iter().filter(move |seat| seat.number == Some(group)).map(|seat| seat.firm_id);
    let locked = of(1).next().expect("a firm");
    let version = stored(&test, id).await.version.to_string();
    let act = format!("lock:{locked}");
    let done = staff.post(&format!("/formation/{id}/move"), &[("version", &version), ("act", &act)]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let late = staff.post(&format!("/formation/{id}/move"), &[("version", &version), ("act", &act)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("그사이 다른 사람이"), "{}", late.body);
    let (one, other) = (locked, of(1).nth(1).expect("another firm"));
    let version = stored(&test, id).await.version.to_string();
    let wish = [("version", version.as_str()), ("other", &other.to_string()), ("wish", "apart")];
    let done = staff.post(&format!("/formation/{id}/firms/{one}/wish"), &wish).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let page = staff.get(&format!("/formation/{id}")).await.body;
    assert!(page.contains("떼어 두기로 했습니다"), "the wish is broken as long as it is not solved again");
    assert!(!page.contains("가장 나은 편성의 적어도"), "nothing is said of what breaks a rule");
    let version = stored(&test, id).await.version.to_string();
    let again = [("version", version.as_str())];
    let at = format!("/formation/{id}/solve");
    let solved = with_jobs(&test, staff.post(&at, &again)).await;
    assert_eq!(solved.status, StatusCode::SEE_OTHER);
    let after = seats(&test, id).await;
    assert_eq!(number(&after, locked), Some(1), "the lock was kept");
    assert_ne!(number(&after, other), Some(1), "the wish was kept");
    let pairs = draft_pairs::Entity::find().count(test.app.store.read()).await.expect("pairs");
    assert_eq!(pairs, 1);
    let draft = stored(&test, id).await;
    assert!(draft.bound.is_some() && draft.bound >= draft.worth, "found without the lock: {draft:?}");

    // A copy, changed, differs where it was changed.
    let copied = staff.post(&format!("/formation/{id}/copy"), &[]).await.location.expect("its page");
    let copy: DraftId = copied.split(['/', '?']).nth(2).expect("an id").parse().expect("an id");
    let same = staff.get(&format!("/formation/compare?a={id}&b={copy}")).await.body;
    assert!(same.contains("모든 회원사의 자리가 같습니다"), "{same}");
    let gone = after.iter().find(|seat| seat.number == Some(2)).expect("a firm").firm_id.to_string();
    let out = [("version", "1"), ("act", "move"), ("to", "out"), ("firm", gone.as_str())];
    let moved = staff.post(&format!("/formation/{copy}/move"), &out).await;
    assert!(moved.status.is_redirection() || moved.status == StatusCode::OK, "{}", moved.body);
    let differs = staff.get(&format!("/formation/compare?a={id}&b={copy}")).await.body;
    assert!(differs.contains("미편성") && differs.contains(&format!("/firms/{gone}")), "{differs}");

    // Publishing, once, under two clicks at once.
    let page = staff.get(&format!("/formation/{id}/publish")).await.body;
    assert!(page.contains("value=\"원주 융합교류회\""), "{page}");
    let version = stored(&test, id).await.version.to_string();
    let form = [
        ("version", version.as_str()),
        ("name-1", "원주 첫째"),
        ("name-2", "원주 둘째"),
        ("needed", "6"),
        ("message", "함께합시다"),
    ];
    let at = format!("/formation/{id}/publish");
    let nameless = staff.post(&at, &[form[0], form[1], ("name-2", ""), form[3], form[4]]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nameless.body.contains("원주 첫째") && nameless.body.contains("함께합시다"), "nothing is lost");
    let (one, other) = futures::join!(staff.post(&at, &form), staff.post(&at, &form));
    let won = [&one, &other].iter().filter(|answer| answer.status == StatusCode::SEE_OTHER).count();
    assert_eq!(won, 1, "{:?} {:?}", one.status, other.status);
    let db = test.app.store.read();
    assert_eq!(foundings::Entity::find().count(db).await.expect("foundings"), 2);
    let placed = after.iter().filter(|seat| seat.number.is_some()).count() as u64;
    assert_eq!(invitations::Entity::find().count(db).await.expect("invitations"), placed);
    let page = staff.get(&format!("/formation/{id}")).await.body;
    assert!(page.contains("회원사에 알린 교류회") && page.contains("원주 둘째"), "{page}");
    let again = staff.post(&format!("/formation/{id}/remove"), &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a published draft stays");
});

on_both!(what_breaks_a_hard_rule_is_refused_with_the_names, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let staff = test.signed_in(village.staff).await;
    let firms = outsiders(&test, &village, 14, 51130).await;
    let id = drafted(&test, &staff, &RULES).await;
    // The first and the thirteenth are rivals, so they are in different groups.
    let before = seats(&test, id).await;
    let to = number(&before, firms[12]).expect("a group").to_string();
    let version = stored(&test, id).await.version.to_string();
    let firm = firms[0].to_string();
    let form = [("version", version.as_str()), ("act", "move"), ("to", &to), ("firm", &firm)];
    let refused = staff.post(&format!("/formation/{id}/move"), &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let rivals =
        ["치악산업001과 치악산업013은 같은 업종입니다", "치악산업013과 치악산업001은 같은 업종입니다"];
    assert!(rivals.iter().any(|words| refused.body.contains(words)), "{}", refused.body);
    assert_eq!(seats(&test, id).await, before);
    // A new group of one is allowed and pointed out.
    let form = [("version", version.as_str()), ("act", "move"), ("to", "new"), ("firm", &firm)];
    let warned = staff.post(&format!("/formation/{id}/move"), &form).await;
    assert_eq!(warned.status, StatusCode::OK);
    assert!(warned.body.contains("모자랍니다"), "{}", warned.body);
    let after = seats(&test, id).await;
    assert_eq!(number(&after, firms[0]), Some(3));
    let page = staff.get(&format!("/formation/{id}/firms/{}", firms[0])).await.body;
    assert!(page.contains("치악산업013과 같은 업종"), "{page}");
    // Both wishes at once cannot be.
    let version = stored(&test, id).await.version.to_string();
    let rival = firms[12].to_string();
    let wish = [("version", version.as_str()), ("other", &rival), ("wish", "together")];
    let refused = staff.post(&format!("/formation/{id}/firms/{}/wish", firms[0]), &wish).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("같은 업종입니다"), "{}", refused.body);
});
