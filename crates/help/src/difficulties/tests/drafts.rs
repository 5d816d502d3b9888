//! Writing: drafts, faults, changes.

use axum::http::StatusCode;
use dure_domain::DifficultyId;
use dure_store::on_both;
use dure_tables::{audit, difficulties};
use dure_web::testing::TestApp;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{RUST, post, send};
use crate::testing::Housed as _;

/// The id of the draft that an open form saves to.
fn draft_in(page: &str) -> String {
    let after = page.split(r#"name="draft" value=""#).nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default().to_owned()
}

on_both!(a_draft_saved_many_times_is_one_row_and_its_authors_alone, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let rows = || async { difficulties::Entity::find().count(test.app.store.read()).await.expect("a count") };
    let smith = test.signed_in(village.smith).await;
    let draft = draft_in(&smith.get("/difficulties/new").await.body);
    let save = async |title: &str, problem: &str| {
        let form = [("draft", draft.as_str()), ("title", title), ("problem", problem), ("need", "quality")];
        let answer = smith.post("/difficulties/draft", &form).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        answer.body
    };
    assert!(save(" ", "").await.contains("null"), "nothing told, nothing kept");
    assert_eq!(rows().await, 0);
    for title in ["허", "허옇게", "허옇게 일어납니다"] {
        assert!(save(title, "").await.contains(&draft));
    }
    assert_eq!(rows().await, 1);

    let back = smith.get("/difficulties/new").await.body;
    assert!(back.contains("허옇게 일어납니다") && draft_in(&back) == draft, "it comes back by itself");
    assert!(smith.get("/difficulties").await.body.contains("허옇게 일어납니다"));
    let fresh = smith.get("/difficulties/new?fresh=yes").await.body;
    assert!(!fresh.contains("허옇게 일어납니다") && draft_in(&fresh) != draft);
    let path = format!("/difficulties/{draft}");
    for person in [village.smiths_deputy, village.secretary, village.staff] {
        let other = test.signed_in(person).await;
        assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.get(&format!("{path}/edit")).await.status, StatusCode::NOT_FOUND);
        assert!(!other.get("/difficulties").await.body.contains("허옇게 일어납니다"));
        let stolen = other
            .post(
                "/difficulties/draft",
                &[("draft", &draft), ("title", "남의 글"), ("firm", &village.smithy.to_string())],
            )
            .await;
        assert_eq!(stolen.status, StatusCode::NOT_FOUND);
    }

    let posted = send(&smith, &[("draft", &draft)]).await;
    assert_eq!(
        posted.made::<DifficultyId>("/difficulties/").to_string(),
        draft,
        "the draft itself is posted"
    );
    assert_eq!(
        send(&smith, &[("draft", &draft)]).await.made::<DifficultyId>("/difficulties/").to_string(),
        draft,
        "pressed twice"
    );
    assert!(save("늦게 온 저장", "").await.contains("null"));
    assert_eq!(rows().await, 1);
    assert!(smith.get(&path).await.body.contains(RUST));
});

on_both!(a_draft_keeps_all_that_was_typed_or_says_why_not, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let draft = draft_in(&smith.get("/difficulties/new").await.body);
    let kept = async || {
        let id: dure_domain::DifficultyId = draft.parse().expect("an identifier");
        let row = difficulties::Entity::find_by_id(id).one(test.app.store.read()).await.expect("a query");
        row.map(|row| row.problem.chars().count())
    };
    let form = |text: &str, act: &str| {
        [("draft", draft.as_str()), ("title", "긴 글"), ("problem", text), ("act", act)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let send = async |path: &str, text: &str, act: &str| {
        let form = form(text, act);
        let form: Vec<(&str, &str)> =
            form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        smith.post(path, &form).await
    };
    let (long, endless) = ("가".repeat(20_000), "나".repeat(100_001));
    assert_eq!(send("/difficulties/draft", &long, "").await.status, StatusCode::OK);
    assert_eq!(kept().await, Some(20_000), "saved while typing");
    let longer = format!("{long}다");
    assert_eq!(send("/difficulties", &longer, "draft").await.status, StatusCode::SEE_OTHER);
    assert_eq!(kept().await, Some(20_001), "saved by the button");
    let posted = send("/difficulties", &long, "post").await;
    assert_eq!(posted.status, StatusCode::UNPROCESSABLE_ENTITY, "too long to be posted");
    assert!(posted.body.contains(&long), "all typed is there");
    assert!(posted.body.contains("칸이 너무 깁니다"), "and why");
    assert_eq!(kept().await, Some(20_000), "and kept");
    for (path, act) in [("/difficulties/draft", ""), ("/difficulties", "draft"), ("/difficulties", "post")] {
        let refused = send(path, &endless, act).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {act}");
        assert!(refused.body.contains(&endless), "what was typed comes back");
        assert_eq!(kept().await, Some(20_000), "and what was kept stays");
    }
});

on_both!(a_draft_is_thrown_away_by_its_author, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let kept = send(&smith, &[("act", "draft")]).await;
    assert!(kept.location.as_deref().is_some_and(|to| to.ends_with("/edit?done=draft")));
    let path = format!("/difficulties/{}/discard", kept.made::<DifficultyId>("/difficulties/"));
    let deputy = test.signed_in(village.smiths_deputy).await;
    assert_eq!(deputy.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(smith.post(&path, &[]).await.location.as_deref(), Some("/difficulties?done=deleted"));
    assert!(!smith.get("/difficulties").await.body.contains(RUST));
    let posted = post(&smith, &[]).await;
    let path = format!("/difficulties/{posted}/discard");
    assert_eq!(smith.post(&path, &[]).await.status, StatusCode::NOT_FOUND, "what is posted stays");
});

on_both!(a_form_with_faults_comes_back_with_everything_typed, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let fields = [
        ("title", " "),
        ("tried", "방청유를 발라 보았습니다"),
        ("need", "sales"),
        ("visibility", "all"),
        ("anonymous", "yes"),
    ];
    let answer = send(&smith, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("제목을 적어 주세요"));
    assert!(answer.body.contains("방청유를 발라 보았습니다") && answer.body.contains("붉은 녹이 번집니다"));
    assert!(
        answer.body.contains(r#"value="sales" checked"#) && answer.body.contains(r#"value="all" checked"#)
    );
    assert!(answer.body.contains(r#"value="yes" checked"#));
});

on_both!(a_change_is_audited_and_two_at_once_are_told, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let id = post(&smith, &[]).await;
    let path = format!("/difficulties/{id}/edit");
    let change = |title: &'static str, version: &'static str| {
        [
            ("title", title),
            ("problem", "새로 적은 문제"),
            ("need", "quality"),
            ("visibility", "federation"),
            ("version", version),
        ]
    };
    let changed = smith.post(&path, &change("고친 제목", "1")).await;
    assert_eq!(changed.location, Some(format!("/difficulties/{id}?done=changed")));
    let carpenter = test.signed_in(village.carpenter_boss).await;
    assert!(carpenter.get("/difficulties").await.body.contains("고친 제목"), "it was shown to more");
    assert_eq!(carpenter.post(&path, &change("남의 손", "2")).await.status, StatusCode::FORBIDDEN);

    let secretary = test.signed_in(village.secretary).await;
    let late = secretary.post(&path, &change("간사가 고친 제목", "1")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("간사가 고친 제목") && late.body.contains(r#"name="version" value="2""#));
    assert_eq!(secretary.post(&path, &change("간사가 고친 제목", "2")).await.status, StatusCode::SEE_OTHER);

    let lines = audit::Entity::find()
        .filter(audit::Column::Action.eq("difficulty.change"))
        .all(test.app.store.read())
        .await
        .expect("the audit");
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().any(|line| {
        line.before_state.as_ref().is_some_and(|before| before.contains(RUST))
            && line.after_state.as_ref().is_some_and(|after| after.contains("고친 제목"))
    }));
});

on_both!(who_comes_from_a_helpers_page_asks_that_helper_first, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let plater = format!("firm:{}", village.plater);
    let form = format!("/difficulties/new?ask={plater}");
    let field = format!(r#"name="ask" value="{plater}""#);
    assert!(smith.get(&form).await.body.contains(&field));
    let untold = send(&smith, &[("title", ""), ("ask", &plater)]).await;
    assert!(untold.body.contains(&field), "a form that came back still knows");
    let posted = send(&smith, &[("ask", &plater)]).await;
    let page = smith.get(posted.location.as_deref().expect("an address")).await.body;
    assert!(page.contains("이제 대관령도금에 부탁해 보세요"), "{page}");
});

on_both!(a_draft_still_knows_whom_to_ask, |db| async move {
    let test = TestApp::on(db).await;
    let village = test.village().await;
    let smith = test.signed_in(village.smith).await;
    let field = |firm| format!(r#"name="ask" value="firm:{firm}""#);
    let plater = format!("firm:{}", village.plater);
    let kept = send(&smith, &[("act", "draft"), ("ask", &plater)]).await;
    let edit = format!("/difficulties/{}/edit", kept.made::<DifficultyId>("/difficulties/"));
    for path in [edit.as_str(), "/difficulties/new"] {
        assert!(smith.get(path).await.body.contains(&field(village.plater)), "{path}");
    }
    let other = smith.get(&format!("/difficulties/new?ask=firm:{}", village.noodles)).await.body;
    assert!(other.contains(&field(village.noodles)), "who comes from another helper asks that one");
    let nobody =
        send(&smith, &[("act", "draft"), ("draft", &draft_in(&other)), ("ask", "firm:nobody")]).await;
    assert!(nobody.location.is_some() && !smith.get(&edit).await.body.contains(r#"name="ask""#));

    let posted = send(&smith, &[("draft", &draft_in(&other)), ("ask", &plater)]).await;
    let page = smith.get(posted.location.as_deref().expect("an address")).await.body;
    assert!(page.contains("이제 대관령도금에 부탁해 보세요"), "{page}");
    assert!(!smith.get(&edit).await.body.contains(r#"name="ask""#), "what is posted keeps it no longer");
});
