//! Tables in markup: web pages and XML that were saved as .xls, and the inside of OpenDocument.

use std::collections::HashMap;

use super::budget::Budget;
use super::error::ReadError;
use super::grid::{Grid, GridBuilder};
use crate::sheet::{Cell, Merge};

/// Merges farther or wider than this are not followed; they cost more than they tell.
const SPANS: usize = 1_000;

/// A tag, or the text between two.
pub(super) enum Piece<'a> {
    Open { name: &'a str, attributes: &'a str, closed: bool },
    Close(&'a str),
    Text(&'a str),
}

/// Splits markup into tags and text. Forgiving: what is not a tag is text, comments vanish.
pub(super) fn pieces(markup: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = markup;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, after) = next_piece(rest);
        rest = after;
        Some(piece)
    })
}

fn next_piece(rest: &str) -> (Piece<'_>, &str) {
    let Some(inner) = rest.strip_prefix('<') else {
        let end = rest.find('<').unwrap_or(rest.len());
        return (Piece::Text(&rest[..end]), &rest[end..]);
    };
    if let Some(comment) = inner.strip_prefix("!--") {
        let after = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        return (Piece::Text(""), after);
    }
    let Some(end) = inner.find('>') else { return (Piece::Text(rest), "") };
    let (tag, after) = (&inner[..end], &inner[end + 1..]);
    if let Some(name) = tag.strip_prefix('/') {
        return (Piece::Close(name.trim()), after);
    }
    let closed = tag.ends_with('/');
    let tag = tag.trim_end_matches('/');
    let (name, attributes) = tag.split_once(|c: char| c.is_whitespace()).unwrap_or((tag, ""));
    (Piece::Open { name, attributes, closed }, after)
}

/// The value of an attribute, quoted or bare, its name in lower case.
pub(super) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.split_whitespace().next_back().unwrap_or("");
        let after = after.trim_start();
        let (value, next) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_once(|c: char| c.is_whitespace()).unwrap_or((after, "")),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(unescape(value));
        }
        rest = next;
    }
    None
}

/// Resolves character references; unknown ones stay as they are.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let known =
            rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((reference(&rest[1..end])?, end)));
        let (character, length) = known.map_or(('&', 0), |(character, end)| (character, end));
        out.push(character);
        rest = &rest[length + 1..];
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        "middot" => Some('·'),
        _ => {
            let code = name.strip_prefix('#')?;
            let number = match code.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => code.parse(),
            };
            number.ok().and_then(char::from_u32)
        }
    }
}

/// Every table of a page or of an XML workbook (`Table`, `Row`, `Cell`), nested ones flattened.
pub(super) fn read(markup: &str, name: &str, budget: &Budget) -> Result<Vec<Grid>, ReadError> {
    let mut reader = PageReader { budget, name, sheet: None, grids: Vec::new(), table: None, silent: false };
    for piece in pieces(markup) {
        match piece {
            Piece::Open { name, attributes, closed } => reader.open(&local(name), attributes, closed)?,
            Piece::Close(name) => reader.close(&local(name))?,
            Piece::Text(text) => reader.text(text),
        }
    }
    reader.end_table()?;
    Ok(reader.grids)
}

/// A name without its prefix, in lower case.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase()
}

struct PageReader<'a> {
    budget: &'a Budget,
    name: &'a str,
    sheet: Option<String>,
    grids: Vec<Grid>,
    table: Option<PageTable<'a>>,
    /// Inside a style or a script.
    silent: bool,
}

struct PageTable<'a> {
    grid: GridBuilder<'a>,
    merges: Vec<Merge>,
    /// Rows from 0; `None` before the first.
    row: Option<u32>,
    column: usize,
    /// Cells that a merge from above covers: column to the last row of the merge.
    taken: HashMap<usize, u32>,
    cell: Option<(String, usize, u32)>,
}

impl<'a> PageReader<'a> {
    fn open(&mut self, name: &str, attributes: &str, closed: bool) -> Result<(), ReadError> {
        match name {
            "style" | "script" => self.silent = !closed,
            "worksheet" => self.sheet = attribute(attributes, "ss:name"),
            "table" => {
                self.end_table()?;
                self.table = Some(PageTable::new(self.budget));
            }
            "tr" | "row" => self.table_mut().start_row(attribute(attributes, "ss:index"))?,
            "td" | "th" | "cell" => {
                self.table_mut().start_cell(attributes)?;
                if closed {
                    self.table_mut().end_cell()?;
                }
            }
            "br" | "p" | "div" => self.text("\n"),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "style" | "script" => self.silent = false,
            "table" => self.end_table()?,
            "td" | "th" | "cell" | "tr" | "row" => self.table_mut().end_cell()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let cell = self.table.as_mut().and_then(|table| table.cell.as_mut());
        if let (Some((content, ..)), false) = (cell, self.silent) {
            content.push_str(text);
        }
    }

    /// Rows without a table around them make one.
    fn table_mut(&mut self) -> &mut PageTable<'a> {
        let budget = self.budget;
        self.table.get_or_insert_with(|| PageTable::new(budget))
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        if let Some(mut table) = self.table.take() {
            table.end_cell()?;
            let name = match (&self.sheet, self.grids.len()) {
                (Some(sheet), _) => sheet.clone(),
                (None, 0) => self.name.to_owned(),
                (None, count) => format!("{} ({})", self.name, count + 1),
            };
            self.grids.push(Grid { merges: table.merges, ..table.grid.finish(&name) });
        }
        Ok(())
    }
}

impl<'a> PageTable<'a> {
    fn new(budget: &'a Budget) -> Self {
        let (grid, merges, taken) = (GridBuilder::new(budget), Vec::new(), HashMap::new());
        Self { grid, merges, row: None, column: 0, taken, cell: None }
    }

    fn start_row(&mut self, index: Option<String>) -> Result<(), ReadError> {
        self.end_cell()?;
        let next = self.row.map_or(0, |row| row.saturating_add(1));
        let stated = index.and_then(|text| text.parse::<u32>().ok()).map(|number| number.saturating_sub(1));
        self.row = Some(stated.unwrap_or(next).max(next));
        self.column = 0;
        Ok(())
    }

    fn start_cell(&mut self, attributes: &str) -> Result<(), ReadError> {
        self.end_cell()?;
        let number =
            |name: &str| attribute(attributes, name).and_then(|text| text.trim().parse::<usize>().ok());
        let row = *self.row.get_or_insert(0);
        if let Some(index) = number("ss:index") {
            self.column = index.saturating_sub(1).max(self.column);
        }
        while self.taken.get(&self.column).is_some_and(|last| *last >= row) {
            self.column += 1;
        }
        let spanned = |html: &str, xml: &str| {
            number(html).or(number(xml).map(|more| more.saturating_add(1))).unwrap_or(1).clamp(1, SPANS)
        };
        let wide = spanned("colspan", "ss:mergeacross");
        let high = u32::try_from(spanned("rowspan", "ss:mergedown")).unwrap_or(1);
        self.cell = Some((String::new(), wide, high));
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        let (Some((text, wide, high)), Some(row)) = (self.cell.take(), self.row) else { return Ok(()) };
        let (left, right, bottom) = (self.column, self.column + wide - 1, row.saturating_add(high - 1));
        self.grid.put(row, left, Cell::from_text(&unescape(&squeezed(&text))))?;
        if (wide > 1 || high > 1) && right < SPANS {
            self.merges.push(Merge { top: row + 1, bottom: bottom.saturating_add(1), left, right });
        }
        if high > 1 && right < SPANS {
            self.taken.extend((left..=right).map(|column| (column, bottom)));
        }
        self.column = right + 1;
        Ok(())
    }
}

/// White space of markup means nothing: every run becomes one space.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    #[test]
    fn a_page_saved_as_xls_is_read_with_its_spans() {
        let page = "<html><style>td{a:b}</style><table border=1><tr><th rowspan=2>교류회<th>회사명</th></tr>\
            <tr><td>두레&amp;정밀<br>(주)</td></tr></table></html>";
        let grids = read(page, "명부.xls", &Budget::new(Limits::default())).expect("read");
        assert_eq!(grids[0].rows[1].cell(1).text(), "두레&정밀 (주)");
        assert_eq!(grids[0].merges, [Merge { top: 1, bottom: 2, left: 0, right: 0 }]);
    }

    #[test]
    fn attributes_are_found_however_they_are_quoted() {
        for attributes in ["colspan=2 x='y'", "x=\"=\" COLSPAN = '2'", "colspan=\"2\""] {
            assert_eq!(attribute(attributes, "colspan").as_deref(), Some("2"), "{attributes}");
        }
    }
}
