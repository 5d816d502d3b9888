//! Texts that SQLite keeps and PostgreSQL cannot: those with the character NUL.

use std::path::Path;

use serde_json::Value as Json;

use super::read::{Line, Lines};
use super::{Fault, Header};
use crate::StoreResult;
use crate::schema::{Kind, Table, tables};

/// How many rows are named.
const NAMED: usize = 10;
/// The columns by which a person knows a row.
const NAMES: [&str; 3] = ["name", "title", "subject"];

/// Looks through the whole backup before anything is touched.
///
/// # Errors
/// [`Fault::Unstorable`] with the rows, if there are any.
pub fn look_through(path: &Path, header: &Header) -> StoreResult<()> {
    let known = tables(header.schema.len());
    let (mut lines, _) = Lines::open(path)?;
    let mut table = None;
    let mut rows = 0;
    let mut named = Vec::new();
    loop {
        match lines.next()? {
            Line::Table(name, _) => table = known.iter().find(|table| table.name == name),
            Line::Row(row) => {
                let Some(column) = table.and_then(|table| column_with_nul(table, &row)) else { continue };
                rows += 1;
                if let Some(table) = table.filter(|_| named.len() < NAMED) {
                    named.push(name_of(table, column, &row));
                }
            }
            Line::File(..) => {}
            Line::End if rows == 0 => return Ok(()),
            Line::End => return Err(Fault::Unstorable { rows, named }.into()),
        }
    }
}

/// The text as PostgreSQL takes it.
pub fn storable(text: &str) -> String {
    text.replace('\0', "")
}

fn column_with_nul<'a>(table: &'a Table, row: &[Json]) -> Option<&'a str> {
    let has_nul = |json: &Json| json.as_str().is_some_and(|text| text.contains('\0'));
    let pairs = table.columns.iter().zip(row);
    let found = pairs.filter(|(column, _)| column.kind == Kind::Text).find(|(_, json)| has_nul(json));
    found.map(|(column, _)| column.name.as_str())
}

/// `people.name 0193… (홍길동)`
fn name_of(table: &Table, column: &str, row: &[Json]) -> String {
    let text = |wanted: &str| {
        let at = table.columns.iter().position(|column| column.name == wanted)?;
        match row.get(at)? {
            Json::String(text) => Some(storable(text)),
            Json::Null => None,
            other => Some(other.to_string()),
        }
    };
    let key: Vec<String> = table.key.iter().filter_map(|column| text(column)).collect();
    let name =
        NAMES.iter().find_map(|column| text(column)).map(|name| format!(" ({name})")).unwrap_or_default();
    format!("{}.{column} {}{name}", table.name, key.join(" "))
}
