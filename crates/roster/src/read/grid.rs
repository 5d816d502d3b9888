//! Cells as they lie in the file, before anybody knows where the header is.

use super::budget::Budget;
use super::error::ReadError;
use crate::sheet::{Cell, Merge, SheetRow};

/// One table of a file. Blank rows are left out; numbers say where a row was.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<SheetRow>,
    pub merges: Vec<Merge>,
}

/// Gathers cells, in any order, within the limits.
pub(super) struct GridBuilder<'a> {
    budget: &'a Budget,
    cells: Vec<(u32, usize, Cell)>,
    last_row: Option<u32>,
    rows: u32,
}

impl<'a> GridBuilder<'a> {
    pub fn new(budget: &'a Budget) -> Self {
        Self { budget, cells: Vec::new(), last_row: None, rows: 0 }
    }

    /// Puts a cell at `row` and `column`, both counted from 0. Empty cells cost nothing.
    pub fn put(&mut self, row: u32, column: usize, cell: Cell) -> Result<(), ReadError> {
        if cell.is_empty() {
            return Ok(());
        }
        let limits = &self.budget.limits;
        if column >= limits.columns {
            return Err(ReadError::TooManyColumns { limit: limits.columns });
        }
        if self.last_row != Some(row) {
            self.rows += 1;
            self.last_row = Some(row);
        }
        if self.rows > limits.rows {
            return Err(ReadError::TooManyRows { limit: limits.rows });
        }
        self.budget.spend(&cell)?;
        self.cells.push((row, column, cell));
        Ok(())
    }

    pub fn finish(mut self, name: &str) -> Grid {
        if !self.cells.is_sorted_by_key(|(row, column, _)| (*row, *column)) {
            self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        }
        let mut rows: Vec<SheetRow> = Vec::new();
        for (row, column, cell) in self.cells {
            let number = row.saturating_add(1);
            if rows.last().is_none_or(|last| last.number != number) {
                rows.push(SheetRow { number, cells: Vec::new() });
            }
            if let Some(last) = rows.last_mut() {
                last.cells.resize(column.max(last.cells.len()), Cell::Empty);
                last.cells.truncate(column);
                last.cells.push(cell);
            }
        }
        Grid { name: dure_domain::typed::one_line(name).into_owned(), rows, ..Grid::default() }
    }
}
