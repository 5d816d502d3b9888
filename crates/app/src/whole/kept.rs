//! What is worked out once and kept until something changes.

use dure_store::on_both;
use dure_web::testing::TestApp;

use crate::testing::Housed as _;

on_both!(an_answer_is_worked_out_once_until_something_changes, |db| async move {
    let test = TestApp::on(db).await;
    let app = &test.app;
    let ask = |question: &'static str, answer: u8| app.kept(&question, || answer);
    assert_eq!([ask("a", 1), ask("a", 2), ask("b", 3), ask("a", 4)], [1, 1, 3, 1]);
    app.search.forget_kept();
    assert_eq!(ask("a", 5), 5, "the feed brought something");
    test.village().await;
    assert_eq!(ask("a", 6), 6, "this node wrote something");
    let read = app.kept_read(&"a", async { Ok(7_u16) }).await.expect("an answer");
    assert_eq!((read, ask("a", 8)), (7, 6), "kinds of answers are told apart");
});

on_both!(an_answer_from_before_a_change_is_not_kept, |db| async move {
    let test = TestApp::on(db).await;
    let app = &test.app;
    let old = app.kept(&1, || {
        app.search.forget_kept();
        "old"
    });
    assert_eq!((old, app.kept(&1, || "new")), ("old", "new"));
    let old = app.kept_read(&2, async {
        test.village().await;
        Ok("old")
    });
    assert_eq!((old.await.expect("an answer"), app.kept(&2, || "new")), ("old", "new"));
});
