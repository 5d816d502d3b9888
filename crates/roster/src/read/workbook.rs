//! Excel workbooks, through calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, Xlsx};

use super::budget::Budget;
use super::error::ReadError;
use super::grid::{Grid, GridBuilder};
use super::old_workbook;
use crate::sheet::{Cell, Merge};
use crate::value::day;

/// More sheets than any roster has; the rest is left out.
const SHEETS: usize = 64;

pub(super) fn read_xlsx(bytes: &[u8], budget: &Budget) -> Result<Vec<Grid>, ReadError> {
    contained(|| {
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
        sheets(&book).into_iter().map(|(name, hidden)| xlsx_sheet(&mut book, &name, hidden, budget)).collect()
    })
}

/// A broken workbook makes the reader panic in places; that is the file's fault, not the server's.
fn contained<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(ReadError::damaged("unreadable structure")))
}

fn sheets<'a, R: Reader<Cursor<&'a [u8]>>>(book: &R) -> Vec<(String, bool)> {
    book.sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .take(SHEETS)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

/// Cell by cell: a dense table of a sheet with one stray cell far away would not fit in memory.
fn xlsx_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    hidden: bool,
    budget: &Budget,
) -> Result<Grid, ReadError> {
    let mut grid = GridBuilder::new(budget);
    let mut cells = book.worksheet_cells_reader(name).map_err(ReadError::damaged)?;
    while let Some(cell) = cells.next_cell().map_err(ReadError::damaged)? {
        let (row, column) = cell.get_position();
        grid.put(row, column as usize, from_data(&Data::from(cell.get_value().clone())))?;
    }
    drop(cells);
    let merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    Ok(Grid { hidden, merges: from_areas(&merges), ..grid.finish(name) })
}

pub(super) fn read_xls(bytes: &[u8], budget: &Budget) -> Result<Vec<Grid>, ReadError> {
    old_workbook::check(bytes, &budget.limits)?;
    contained(|| {
        let mut book = Xls::new(Cursor::new(bytes)).map_err(ReadError::damaged)?;
        sheets(&book).into_iter().map(|(name, hidden)| xls_sheet(&mut book, &name, hidden, budget)).collect()
    })
}

fn xls_sheet(
    book: &mut Xls<Cursor<&[u8]>>,
    name: &str,
    hidden: bool,
    budget: &Budget,
) -> Result<Grid, ReadError> {
    let range = book.worksheet_range(name).map_err(ReadError::damaged)?;
    let (top, left) = range.start().unwrap_or_default();
    let mut grid = GridBuilder::new(budget);
    for (row, column, data) in range.used_cells() {
        let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        grid.put(row, column + left as usize, from_data(data))?;
    }
    let merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    Ok(Grid { hidden, merges: from_areas(&merges), ..grid.finish(name) })
}

fn from_data(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::from_text(text),
        Data::Bool(value) => Cell::from_text(if *value { "TRUE" } else { "FALSE" }),
        Data::DateTime(moment) => from_date(moment),
        Data::DateTimeIso(text) => day::parse_day(&Cell::from_text(text))
            .map_or_else(|| Cell::from_text(text), |parsed| Cell::Day(parsed.day)),
        Data::Error(error) => Cell::from_text(&error.to_string()),
    }
}

fn from_date(moment: &ExcelDateTime) -> Cell {
    if moment.is_duration() {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day_of_month, ..) = moment.to_ymd_hms_milli();
    day::civil(i64::from(year), i64::from(month), i64::from(day_of_month))
        .map_or(Cell::Number(moment.as_f64()), Cell::Day)
}

/// More merges than a roster has are not followed.
const MERGES: usize = 20_000;

fn from_areas(areas: &[Dimensions]) -> Vec<Merge> {
    areas.iter().take(MERGES).map(from_dimensions).collect()
}

fn from_dimensions(area: &Dimensions) -> Merge {
    Merge {
        top: area.start.0.saturating_add(1),
        bottom: area.end.0.saturating_add(1),
        left: area.start.1 as usize,
        right: area.end.1 as usize,
    }
}
