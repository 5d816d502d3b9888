//! A difficulty that was helped with.

use axum::http::StatusCode;
use dure_domain::{AskId, DifficultyId};
use dure_web::testing::TestApp;
use dure_web::testing::village::Village;

use super::asked::{ask_plater, now, request_to, rust_on_brackets};

/// The smith's difficulty, with which the plater has offered to help.
pub async fn offered(test: &TestApp, village: &Village) -> (DifficultyId, AskId) {
    let difficulty = rust_on_brackets(test, village).await;
    ask_plater(test, village, difficulty).await;
    let ask = request_to(test, difficulty, village.plater_boss).await.id;
    let plater = test.signed_in(village.plater_boss).await;
    assert_eq!(plater.post(&format!("/asks/{ask}/offer"), &[]).await.status, StatusCode::SEE_OTHER);
    (difficulty, ask)
}

/// The same, ended: solved, with the plater's help.
pub async fn helped(test: &TestApp, village: &Village) -> (DifficultyId, AskId) {
    let (difficulty, ask) = offered(test, village).await;
    let version = now(test, difficulty).await.version.to_string();
    let ask_text = ask.to_string();
    let form = [
        ("outcome", "solved"),
        ("note", "도금 두께를 12마이크로로"),
        ("helped", &ask_text),
        ("version", &version),
    ];
    let smith = test.signed_in(village.smith).await;
    let done = smith.post(&format!("/difficulties/{difficulty}/close"), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    (difficulty, ask)
}

/// Where the worth of a help is written down.
pub fn worth_path(difficulty: DifficultyId, ask: AskId) -> String {
    format!("/difficulties/{difficulty}/asks/{ask}/worth")
}
