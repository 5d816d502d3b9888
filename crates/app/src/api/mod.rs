//! The JSON interface: firms, groups and difficulties, for programs that act for a person.
//!
//! A program shows a personal token; it may see and do what that person may, by the same rows and
//! the same actions as the pages. Errors are problem documents (RFC 9457).

mod access;
mod difficulties;
mod document;
mod firms;
mod groups;
mod guide;
mod list;
mod problem;
mod ranking;
#[cfg(test)]
mod tests;

use axum::Json;
use dure_web::Part;
use utoipa::OpenApi;

/// The part of the interface. Each is also named in [`document::Document`].
pub fn part() -> Part {
    use dure_help::difficulties::access as difficulty;
    Part::default()
        .get("/api", &access::ABOUT, guide::show)
        .get("/api/openapi.json", &access::ABOUT, document)
        .get("/api/firms", &dure_people::firms::access::SEE, firms::list)
        .get("/api/firms/{id}", &dure_people::firms::access::SEE, firms::show)
        .get("/api/groups", &dure_people::groups::access::SEE, groups::list)
        .get("/api/groups/{id}", &dure_people::groups::access::SEE, groups::show)
        .get("/api/difficulties", &difficulty::LIST, difficulties::list)
        .post("/api/difficulties", &difficulty::POST, difficulties::post)
        .get("/api/difficulties/{id}", &difficulty::SEE, difficulties::show)
        .get("/api/difficulties/{id}/helpers", &difficulty::ACT, ranking::list)
}

/// `GET /api/openapi.json`
async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(document::Document::openapi())
}
