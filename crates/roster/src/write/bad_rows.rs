//! Rows that an import did not take, given back to be corrected.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::columns::Entry;
use super::{WriteError, column_number, put, row_number, write_header};
use crate::interpret::Problem;
use crate::sheet::{Cell, Sheet, SheetRow};

/// Header of the added column; an import leaves it out.
const REASON: &str = "사유";

/// A workbook with the header and the untouched cells of every row that `problems` name, and why
/// in a last column, worded by `reason`. Pass only the problems that shall come back. The
/// corrected file can be imported as it is.
///
/// # Errors
/// [`WriteError::Workbook`].
pub fn bad_rows_xlsx<'a>(
    sheet: &Sheet,
    problems: impl IntoIterator<Item = &'a Problem>,
    reason: impl Fn(&Problem) -> String,
) -> Result<Vec<u8>, WriteError> {
    let mut reasons: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for problem in problems {
        reasons.entry(problem.row).or_default().push(reason(problem));
    }
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let header: Vec<&str> = sheet.header.iter().map(String::as_str).chain([REASON]).collect();
    write_header(page, &header)?;
    let bad = sheet.rows.iter().filter_map(|row| Some((row, reasons.get(&row.number)?)));
    for (place, (row, reasons)) in bad.enumerate() {
        write_row(page, row_number(place), row)?;
        let wrapped = Format::new().set_text_wrap();
        let text = reasons.join("\n");
        page.write_string_with_format(row_number(place), column_number(sheet.width()), text, &wrapped)?;
    }
    page.autofit();
    Ok(book.save_to_buffer()?)
}

fn write_row(page: &mut Worksheet, at: u32, row: &SheetRow) -> Result<(), XlsxError> {
    for (column, cell) in row.filled() {
        match cell {
            Cell::Number(number) => {
                page.write_number(at, column_number(column), *number)?;
            }
            other => put(page, at, column_number(column), &Entry::Text(other.text().into_owned()))?,
        }
    }
    Ok(())
}
