//! The form by which the smith posts what he has trouble with.

use axum::http::StatusCode;
use dure_domain::DifficultyId;
use dure_web::testing::{Answer, Client};

/// What the smith has trouble with.
pub const RUST: &str = "해안가 난간 받침쇠가 석 달 만에 녹이 납니다";

/// Posts as this person; gives the new difficulty's id.
pub async fn post(client: &Client<'_>, more: &[(&str, &str)]) -> DifficultyId {
    let answer = send(client, more).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.made("/difficulties/")
}

/// Sends the form, with these fields over what the smith would write.
pub async fn send(client: &Client<'_>, more: &[(&str, &str)]) -> Answer {
    let mut form = vec![
        ("title", RUST),
        ("problem", "바닷가에 단 난간 받침쇠에 붉은 녹이 번집니다. 도금집을 바꿔야 할지 모르겠습니다."),
        ("need", "quality"),
        ("visibility", "group"),
    ];
    for (name, value) in more {
        form.retain(|(known, _)| known != name);
        form.push((name, value));
    }
    client.post("/difficulties", &form).await
}
