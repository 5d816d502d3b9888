//! OpenDocument spreadsheets (LibreOffice, 한셀). Read here and not through calamine, because a
//! repeated cell of such a file may stand for more cells than fit in memory.

use super::archive;
use super::budget::Budget;
use super::error::ReadError;
use super::grid::{Grid, GridBuilder};
use super::markup::{Piece, attribute, pieces, unescape};
use crate::sheet::{Cell, Merge};
use crate::value::day;

pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Vec<Grid>, ReadError> {
    let mut file = archive::open(bytes)?;
    let content = archive::part(&mut file, "content.xml", budget.limits.unpacked_bytes)
        .ok_or_else(|| ReadError::damaged("content.xml"))?;
    let mut reader = Tables { budget, grids: Vec::new(), table: None };
    for piece in pieces(&content) {
        reader.take(&piece)?;
    }
    Ok(reader.grids)
}

struct Tables<'a> {
    budget: &'a Budget,
    grids: Vec<Grid>,
    table: Option<Table<'a>>,
}

struct Table<'a> {
    name: String,
    grid: GridBuilder<'a>,
    merges: Vec<Merge>,
    row: u32,
    row_repeats: u32,
    column: usize,
    cell: Option<OpenCell>,
    /// Inside a remark on a cell, which is not its content.
    remark: bool,
}

struct OpenCell {
    typed: Option<Cell>,
    text: String,
    repeats: usize,
}

impl Tables<'_> {
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), ReadError> {
        if let Piece::Open { name: "table:table", attributes, .. } = piece {
            self.table = Some(Table {
                name: attribute(attributes, "table:name").unwrap_or_default(),
                grid: GridBuilder::new(self.budget),
                merges: Vec::new(),
                row: 0,
                row_repeats: 1,
                column: 0,
                cell: None,
                remark: false,
            });
            return Ok(());
        }
        if let Piece::Close("table:table") = piece {
            if let Some(table) = self.table.take() {
                self.grids.push(Grid { merges: table.merges, ..table.grid.finish(&table.name) });
            }
            return Ok(());
        }
        self.table.as_mut().map_or(Ok(()), |table| table.take(piece))
    }
}

impl Table<'_> {
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), ReadError> {
        match piece {
            Piece::Open { name: "table:table-row", attributes, closed } => {
                self.row_repeats = count(attributes, "table:number-rows-repeated");
                self.column = 0;
                if *closed {
                    self.row = self.row.saturating_add(self.row_repeats);
                }
            }
            Piece::Close("table:table-row") => self.row = self.row.saturating_add(self.row_repeats),
            Piece::Open { name: "table:table-cell" | "table:covered-table-cell", attributes, closed } => {
                self.start_cell(attributes);
                if *closed {
                    self.end_cell()?;
                }
            }
            Piece::Close("table:table-cell" | "table:covered-table-cell") => self.end_cell()?,
            Piece::Open { name: "office:annotation", closed, .. } => self.remark = !closed,
            Piece::Close("office:annotation") => self.remark = false,
            Piece::Open { name: "text:p", .. } => self.text("\n"),
            Piece::Open { name: "text:s" | "text:tab", .. } => self.text(" "),
            Piece::Text(text) => self.text(&unescape(text)),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let (Some(cell), false) = (&mut self.cell, self.remark) {
            cell.text.push_str(text);
        }
    }

    fn start_cell(&mut self, attributes: &str) {
        let repeats = count(attributes, "table:number-columns-repeated") as usize;
        let wide = count(attributes, "table:number-columns-spanned").min(1_000) as usize;
        let high = count(attributes, "table:number-rows-spanned");
        if wide > 1 || high > 1 {
            let top = self.row.saturating_add(1);
            let (bottom, left) = (top.saturating_add(high - 1), self.column);
            self.merges.push(Merge { top, bottom, left, right: left + wide - 1 });
        }
        self.cell = Some(OpenCell { typed: typed(attributes), text: String::new(), repeats });
    }

    /// A repeated row of data is written once per row; blank repeats cost nothing.
    fn end_cell(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.cell.take() else { return Ok(()) };
        let cell = open.typed.unwrap_or_else(|| Cell::from_text(&open.text));
        if !cell.is_empty() {
            for row in 0..self.row_repeats {
                for column in 0..open.repeats {
                    self.grid.put(self.row.saturating_add(row), self.column + column, cell.clone())?;
                }
            }
        }
        self.column = self.column.saturating_add(open.repeats);
        Ok(())
    }
}

fn count(attributes: &str, name: &str) -> u32 {
    attribute(attributes, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

fn typed(attributes: &str) -> Option<Cell> {
    match attribute(attributes, "office:value-type")?.as_str() {
        "float" | "currency" => attribute(attributes, "office:value")?
            .parse()
            .ok()
            .filter(|n: &f64| n.is_finite())
            .map(Cell::Number),
        "date" => {
            let text = attribute(attributes, "office:date-value")?;
            day::parse_day(&Cell::Text(text)).map(|parsed| Cell::Day(parsed.day))
        }
        _ => None,
    }
}
