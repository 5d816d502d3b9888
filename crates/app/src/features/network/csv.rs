//! The table as a file that Excel opens: UTF-8 with its mark.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use dure_web::error::{Error, Result};

/// The file as an answer to download.
pub fn file(name: &str, head: &[&str], rows: Vec<Vec<String>>) -> Result<Response> {
    let bytes = bytes(head, rows)?;
    let disposition = format!("attachment; filename=\"{name}.csv\"");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes).into_response())
}

/// The file: a head and rows.
pub fn bytes(head: &[&str], rows: Vec<Vec<String>>) -> Result<Vec<u8>> {
    let wrong = |error: &dyn std::fmt::Display| Error::Internal(format!("csv: {error}"));
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(head).map_err(|error| wrong(&error))?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(|error| wrong(&error))?;
    }
    writer.into_inner().map_err(|error| wrong(&error))
}

/// A cell that a spreadsheet would take for a formula is kept as text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.to_owned() }
}
