//! Problem documents (RFC 9457).

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `about:blank`: the status says which kind of problem it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened.
    pub title: String,
    /// The status code of the answer.
    pub status: u16,
    /// Why, and what to do.
    pub detail: String,
    /// Fields that must be mended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<WrongField>,
}

/// One field that must be mended.
#[derive(Debug, Serialize, ToSchema)]
pub struct WrongField {
    /// Its name in the request.
    pub field: String,
    /// What is wrong with it.
    pub detail: String,
}

impl Problem {
    /// Fields of the request must be mended.
    pub fn fields(title: &str, detail: &str, errors: Vec<WrongField>) -> Self {
        Self {
            kind: "about:blank".into(),
            title: title.into(),
            status: StatusCode::UNPROCESSABLE_ENTITY.as_u16(),
            detail: detail.into(),
            errors,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(header::CONTENT_TYPE, "application/problem+json")], Json(self)).into_response()
    }
}
