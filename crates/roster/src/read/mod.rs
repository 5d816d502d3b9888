//! From bytes to a table: what kind of file it is, which of its tables is the roster.

mod archive;
mod budget;
mod delimited;
mod encoding;
mod error;
mod grid;
mod header;
mod kind;
mod markup;
mod old_workbook;
mod open_document;
mod workbook;

pub use error::{FileKind, ReadError};

use crate::sheet::{Book, SheetRow, Source};
use budget::Budget;
use grid::Grid;
use kind::Kind;

/// What a file may cost. The defaults are far beyond any federation's roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Size of all parts of a packed file in bytes.
    pub unpacked_bytes: u64,
    /// Rows of one table.
    pub rows: u32,
    /// Columns of one table.
    pub columns: usize,
    /// Filled cells of all tables together.
    pub cells: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 << 20, unpacked_bytes: 256 << 20, rows: 100_000, columns: 256, cells: 2_000_000 }
    }
}

/// Reads a file and picks the table that looks most like a roster. The kind is told from the
/// bytes; `file_name` only names the table of a text file.
///
/// # Errors
/// See [`ReadError`]; no file makes this panic.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Book, ReadError> {
    read_with(bytes, file_name, None, &Limits::default())
}

/// As [`read`], with the table that is named `sheet`.
///
/// # Errors
/// As [`read`], and [`ReadError::NoSheet`].
pub fn read_sheet(bytes: &[u8], file_name: &str, sheet: &str) -> Result<Book, ReadError> {
    read_with(bytes, file_name, Some(sheet), &Limits::default())
}

/// As [`read`] or [`read_sheet`], with other limits.
///
/// # Errors
/// As [`read_sheet`].
pub fn read_with(
    bytes: &[u8],
    file_name: &str,
    sheet: Option<&str>,
    limits: &Limits,
) -> Result<Book, ReadError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(ReadError::TooLarge { bytes: bytes.len() as u64, limit: limits.bytes });
    }
    let (source, grids) = tables(bytes, file_name, limits)?;
    choose(source, grids, sheet)
}

/// The rows of the first table that holds something, with no header looked for: for short lists that need none.
///
/// # Errors
/// As [`read`].
pub fn read_rows(bytes: &[u8], file_name: &str) -> Result<Vec<SheetRow>, ReadError> {
    let limits = Limits::default();
    if bytes.len() as u64 > limits.bytes {
        return Err(ReadError::TooLarge { bytes: bytes.len() as u64, limit: limits.bytes });
    }
    let (_, grids) = tables(bytes, file_name, &limits)?;
    grids.into_iter().map(|grid| grid.rows).find(|rows| !rows.is_empty()).ok_or(ReadError::NoTable)
}

fn tables(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<(Source, Vec<Grid>), ReadError> {
    let budget = Budget::new(*limits);
    match kind::tell(bytes, limits)? {
        Kind::Xlsx => Ok((Source::Xlsx, workbook::read_xlsx(bytes, &budget)?)),
        Kind::Xls => Ok((Source::Xls, workbook::read_xls(bytes, &budget)?)),
        Kind::OpenDocument => Ok((Source::Ods, open_document::read(bytes, &budget)?)),
        Kind::Text => {
            let (text, encoding) = encoding::decode(bytes)?;
            if kind::is_markup(&text) {
                return Ok((Source::Markup, markup::read(&text, file_name, &budget)?));
            }
            let (grid, delimiter) = delimited::read(&text, file_name, &budget)?;
            Ok((Source::Delimited { delimiter, encoding }, vec![grid]))
        }
    }
}

fn choose(source: Source, grids: Vec<Grid>, wanted: Option<&str>) -> Result<Book, ReadError> {
    let mut grids: Vec<Grid> = grids.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    let place = match wanted {
        Some(name) => grids
            .iter()
            .position(|grid| grid.name == name)
            .ok_or_else(|| ReadError::NoSheet(name.to_owned()))?,
        None => likeliest(&grids).ok_or(ReadError::NoTable)?,
    };
    let chosen = grids.remove(place);
    let others = grids.into_iter().map(|grid| grid.name).collect();
    let sheet = header::to_sheet(chosen);
    if sheet.rows.is_empty() { Err(ReadError::NoTable) } else { Ok(Book { source, sheet, others }) }
}

/// The table with the most header words; among equals shown before hidden, long before short.
fn likeliest(grids: &[Grid]) -> Option<usize> {
    let likeness = |grid: &Grid| (header::words(grid).min(6), !grid.hidden, grid.rows.len());
    (0..grids.len()).rev().max_by_key(|&place| likeness(&grids[place]))
}
