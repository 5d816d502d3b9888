//! Rosters written back: as a workbook, as CSV, and the bad rows of an import with their reasons.

mod bad_rows;
mod columns;

use csv::{Terminator, WriterBuilder};
use encoding_rs::EUC_KR;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

pub use bad_rows::bad_rows_xlsx;

use crate::interpret::RosterRow;
use columns::{Entry, Table};

/// Spreadsheets calculate text that begins so. In a workbook the cell is marked as text; in CSV an
/// apostrophe goes before it, which [`crate::read`] takes away again.
pub(crate) const FORMULA_STARTS: [char; 4] = ['=', '+', '-', '@'];

/// How CSV is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvEncoding {
    /// UTF-8 with the mark by which Excel knows it.
    Utf8Bom,
    /// CP949, for older Korean programs.
    Cp949,
}

/// Why a roster could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The workbook has a limit that was passed, such as 32,767 characters in a cell.
    #[error("the workbook could not be written: {0}")]
    Workbook(#[from] XlsxError),
    /// A character that CP949 does not have; UTF-8 has it.
    #[error("{character:?} is not in CP949; write UTF-8 instead")]
    NotInCp949 {
        /// The first such character.
        character: char,
    },
    /// CSV could not be built.
    #[error("the CSV could not be written: {0}")]
    Csv(String),
}

/// A workbook with Korean headers that reads back to the same rows.
///
/// # Errors
/// [`WriteError::Workbook`].
pub fn write_xlsx(rows: &[RosterRow]) -> Result<Vec<u8>, WriteError> {
    let table = columns::table(rows);
    let header: Vec<&str> = table.header.iter().map(String::as_str).collect();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("회원 명부")?;
    write_header(sheet, &header)?;
    for (place, entries) in table.rows.iter().enumerate() {
        for (column, entry) in entries.iter().enumerate() {
            put(sheet, row_number(place), column_number(column), entry)?;
        }
    }
    sheet.autofit();
    Ok(book.save_to_buffer()?)
}

/// CSV with Korean headers that reads back to the same rows.
///
/// # Errors
/// [`WriteError::NotInCp949`] for that encoding.
pub fn write_csv(rows: &[RosterRow], encoding: CsvEncoding) -> Result<Vec<u8>, WriteError> {
    let text = csv_text(&columns::table(rows))?;
    match encoding {
        CsvEncoding::Utf8Bom => Ok([b"\xef\xbb\xbf", text.as_bytes()].concat()),
        CsvEncoding::Cp949 => cp949(&text),
    }
}

fn csv_text(table: &Table) -> Result<String, WriteError> {
    let failed = |error: &dyn std::fmt::Display| WriteError::Csv(error.to_string());
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.header.iter().map(|text| guarded(text))).map_err(|e| failed(&e))?;
    for entries in &table.rows {
        writer.write_record(entries.iter().map(|entry| entry.csv())).map_err(|e| failed(&e))?;
    }
    let bytes = writer.into_inner().map_err(|e| failed(&e))?;
    String::from_utf8(bytes).map_err(|e| failed(&e))
}

fn cp949(text: &str) -> Result<Vec<u8>, WriteError> {
    let (bytes, _, unmappable) = EUC_KR.encode(text);
    if !unmappable {
        return Ok(bytes.into_owned());
    }
    let mut buffer = [0; 4];
    let unknown = text.chars().find(|character| EUC_KR.encode(character.encode_utf8(&mut buffer)).2);
    Err(WriteError::NotInCp949 { character: unknown.unwrap_or(char::REPLACEMENT_CHARACTER) })
}

fn guarded(text: &str) -> String {
    if text.starts_with(FORMULA_STARTS) { format!("'{text}") } else { text.to_owned() }
}

impl Entry {
    fn csv(&self) -> String {
        match self {
            Self::Text(text) => guarded(text),
            Self::Number(number) => number.to_string(),
        }
    }
}

fn write_header(sheet: &mut Worksheet, header: &[&str]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap();
    for (column, text) in header.iter().enumerate() {
        sheet.write_string_with_format(0, column_number(column), *text, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

#[allow(clippy::cast_precision_loss, reason = "won and head counts lie far below 2^53")]
fn put(sheet: &mut Worksheet, row: u32, column: u16, entry: &Entry) -> Result<(), XlsxError> {
    match entry {
        Entry::Text(text) if text.is_empty() => {}
        Entry::Text(text) if text.starts_with(FORMULA_STARTS) => {
            sheet.write_string_with_format(row, column, text, &Format::new().set_quote_prefix())?;
        }
        Entry::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        Entry::Number(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
    }
    Ok(())
}

/// Row below the header; too many rows end as an error of the workbook, not as a wrong cell.
fn row_number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap_or(u32::MAX)
}

fn column_number(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
