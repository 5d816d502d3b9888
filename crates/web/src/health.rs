//! `GET /health`: for those who watch over the server. Says nothing of what is in it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::App;
use crate::Part;
use crate::access::{Relation, Row};

/// Asking whether the server is well.
const HEALTH: Row = Row::new("health.see", &[Relation::Anyone]);

/// Its route.
pub fn part() -> Part {
    Part::default().get("/health", &HEALTH, health)
}

/// 200 while the database answers and keeps what is written, 503 with the reason otherwise. Searches may
/// still be empty while the index is being built after a start.
async fn health(State(app): State<App>) -> Response {
    let reads = app.store.read().execute_unprepared("select 1").await.is_ok();
    let trouble = app.store.trouble().await;
    let well = reads && trouble.is_none();
    let word = |good| if good { "ok" } else { "failing" };
    let mut said = json!({
        "status": word(well),
        "database": word(reads),
        "writes": word(trouble.is_none()),
        "search": if app.search.is_ready() { "ready" } else { "building" },
        "version": env!("CARGO_PKG_VERSION"),
    });
    if let Some(trouble) = trouble {
        said["why"] = trouble.as_str().into();
    }
    let status = if well { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(said)).into_response()
}
