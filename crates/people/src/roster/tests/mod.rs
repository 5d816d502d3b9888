//! Rosters through HTTP, on both databases: a secretary's messy workbook comes in, is mended,
//! comes in again, goes out; two firms become one and nothing is lost.

mod merging;
mod taking_out;
mod uploading;
mod workbooks;

use axum::body::Body;
use axum::http::{Request, header};
use dure_tables::{firms, imports};
use dure_web::testing::{Answer, Client, TestApp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::roster::report::{self, Report};

/// Sends a file as the form of `/roster` does.
async fn upload(client: &Client<'_>, name: &str, bytes: &[u8], target: &str) -> Answer {
    const MARK: &str = "dure-test-boundary";
    let mut body = format!(
        "--{MARK}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(
        format!("\r\n--{MARK}\r\nContent-Disposition: form-data; name=\"target\"\r\n\r\n{target}\r\n--{MARK}--\r\n")
            .as_bytes(),
    );
    let request = Request::post("/roster")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={MARK}"))
        .header(header::CONTENT_LENGTH, body.len());
    client.send(request.body(Body::from(body)).expect("a request")).await
}

/// The address of the import that an upload has led to.
fn import_at(answer: &Answer) -> String {
    let location = answer.location.clone();
    location.filter(|to| to.starts_with("/roster/imports/")).unwrap_or_else(|| panic!("{answer:?}"))
}

/// Uploads, takes in without looking, and gives the address and the report.
pub async fn bring_in(
    test: &TestApp,
    client: &Client<'_>,
    name: &str,
    bytes: &[u8],
    target: &str,
) -> (String, Report) {
    let at = import_at(&upload(client, name, bytes, target).await);
    client.post(&format!("{at}/take-in"), &[]).await;
    test.settle().await;
    let report = report_at(test, &at).await;
    (at, report)
}

/// What the import at this address has done.
async fn report_at(test: &TestApp, at: &str) -> Report {
    let id = at.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an identifier");
    let import = imports::Entity::find_by_id::<dure_domain::ImportId>(id).one(test.app.store.read()).await;
    let import = import.expect("the imports").expect("the import");
    assert_eq!(import.state, "done");
    report::of_import(&import.report).expect("a report")
}

/// The active firm of that name.
pub async fn firm(test: &TestApp, name: &str) -> Option<firms::Model> {
    let named =
        firms::Entity::find().filter(firms::Column::Name.eq(name)).filter(firms::Column::LeftAt.is_null());
    named.one(test.app.store.read()).await.expect("the firms")
}
