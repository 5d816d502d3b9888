//! A table as it was read: header, rows, and cells that keep what the file said.

use std::borrow::Cow;

use dure_domain::{Day, typed};
use serde::{Deserialize, Serialize};

/// What one cell holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Nothing, or only white space.
    #[default]
    Empty,
    /// Trimmed text, composed (NFC), without invisible characters; never empty.
    Text(String),
    /// A number of a spreadsheet. Phone numbers in it have lost their leading zero.
    Number(f64),
    /// A cell that the spreadsheet formats as a date.
    Day(Day),
}

impl Cell {
    /// A text cell, cleaned; [`Cell::Empty`] when nothing is left.
    pub fn from_text(text: &str) -> Self {
        let clean: String = typed::lines(text).chars().map(plain_blank).collect();
        let trimmed = clean.trim();
        if trimmed.is_empty() { Self::Empty } else { Self::Text(trimmed.to_owned()) }
    }

    /// Whether the cell holds nothing.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// What a person sees in the cell.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day(day) => Cow::Owned(day.to_string()),
        }
    }
}

/// Web pages and old forms bring hard and wide spaces.
fn plain_blank(character: char) -> char {
    if matches!(character, '\n' | '\t') || !character.is_whitespace() { character } else { ' ' }
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetRow {
    /// Row (or line) of the file as a person counts it, from 1.
    pub number: u32,
    /// Cells from the first column on; may be shorter than the table is wide.
    pub cells: Vec<Cell>,
}

impl SheetRow {
    /// The cell of `column`, counted from 0.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Columns and cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty())
    }
}

/// Cells that the spreadsheet shows as one. Rows count from 1 as in [`SheetRow::number`], columns
/// from 0; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the four sides speak for themselves")]
pub struct Merge {
    pub top: u32,
    pub bottom: u32,
    pub left: usize,
    pub right: usize,
}

impl Merge {
    /// Whether the merge covers the cell.
    pub const fn covers(&self, row: u32, column: usize) -> bool {
        self.top <= row && row <= self.bottom && self.left <= column && column <= self.right
    }
}

/// A table with its header found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Name of the worksheet; the file name for text files.
    pub name: String,
    /// Texts above the header, such as a title and a date.
    pub title: Vec<String>,
    /// One text per column; two header rows are joined by a space. All empty without a header.
    pub header: Vec<String>,
    /// Row of the file in which the header ends; 0 when the table has none.
    pub header_row: u32,
    /// Everything below the header that is not blank.
    pub rows: Vec<SheetRow>,
    /// Merged cells below the header.
    pub merges: Vec<Merge>,
}

impl Sheet {
    /// How many columns the table has.
    pub fn width(&self) -> usize {
        self.header.len()
    }
}

/// How a file was stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Excel 2007 and later.
    Xlsx,
    /// Excel 97 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
    /// A web page or XML that was saved as a spreadsheet.
    Markup,
    /// Text with delimiters.
    Delimited {
        /// The character between cells.
        delimiter: char,
        /// `UTF-8`, `UTF-16LE`, `UTF-16BE` or `EUC-KR` (which includes CP949).
        encoding: &'static str,
    },
}

/// A file that was read: the table that looks most like a roster, and the names of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// How the file was stored.
    pub source: Source,
    /// The chosen table.
    pub sheet: Sheet,
    /// Names of the other tables that hold something; read them with [`crate::read_sheet`].
    pub others: Vec<String>,
}
