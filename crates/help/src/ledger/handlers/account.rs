//! The account, on the screen and as a file.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use dure_web::error::{Error, Result};
use dure_web::{Fields, Visit};
use maud::Markup;

use crate::ledger::actions::{self, Account, Scope};
use crate::ledger::pages;
use crate::ledger::rules::Period;

async fn read(visit: &Visit, whole: bool) -> Result<Account> {
    let fields = Fields::of_address(&visit.path);
    let scope = Scope::from_word(&visit.viewer, fields.text("of"))?;
    let period = Period::from_word(fields.text("period"));
    let page = if whole { 0 } else { fields.read("page").unwrap_or(1).max(1) };
    actions::account(&visit.app, &visit.viewer, scope, period, page).await
}

/// `GET /ledger`
pub async fn show(visit: Visit) -> Result<Markup> {
    let account = read(&visit, false).await?;
    let scopes = actions::scopes(&visit.app, &visit.viewer).await?;
    Ok(pages::account_page(&visit, &account, &scopes))
}

/// `GET /ledger.csv`
pub async fn csv(visit: Visit) -> Result<Response> {
    let rows = pages::account_rows(visit.lang(), &read(&visit, true).await?);
    let bytes = pages::account_csv(&rows).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(file("text/csv; charset=utf-8", "ledger.csv", bytes))
}

/// `GET /ledger.xlsx`
pub async fn xlsx(visit: Visit) -> Result<Response> {
    let rows = pages::account_rows(visit.lang(), &read(&visit, true).await?);
    let bytes = pages::account_workbook(&rows).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "ledger.xlsx", bytes))
}

fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (headers, bytes).into_response()
}
