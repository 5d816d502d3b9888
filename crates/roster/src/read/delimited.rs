//! CSV and its kin.

use csv::{ReaderBuilder, StringRecord};

use super::budget::Budget;
use super::error::ReadError;
use super::grid::{Grid, GridBuilder};
use crate::sheet::Cell;

const DELIMITERS: [u8; 4] = *b",\t;|";
const LOOKED_AT: usize = 64;

pub(super) fn read(text: &str, name: &str, budget: &Budget) -> Result<(Grid, char), ReadError> {
    let delimiter = likeliest_delimiter(text);
    let mut grid = GridBuilder::new(budget);
    let mut lines = LineCounter::new(text);
    for record in records(text, delimiter) {
        let line = lines.line_of(&record);
        for (column, cell) in record.iter().enumerate() {
            grid.put(line, column, Cell::from_text(unguarded(cell)))?;
        }
    }
    Ok((grid.finish(name), char::from(delimiter)))
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> + '_ {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
        .into_records()
        .filter_map(Result::ok)
}

/// Lines as an editor counts them, from 0: the csv crate counts `\r\n` and quoted breaks its own way.
struct LineCounter<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a str) -> Self {
        Self { text: text.as_bytes(), at: 0, line: 0 }
    }

    fn line_of(&mut self, record: &StringRecord) -> u32 {
        let stated = record.position().map_or(0, |position| position.byte());
        let mut start = usize::try_from(stated).unwrap_or(usize::MAX).min(self.text.len());
        while self.text.get(start).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            start += 1;
        }
        let passed = self.text.get(self.at..start).unwrap_or_default();
        let breaks = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line += u32::try_from(breaks).unwrap_or(u32::MAX);
        self.at = start.max(self.at);
        self.line
    }
}

/// The delimiter under which most of the first records have the same number of cells, and several.
fn likeliest_delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut widths: Vec<usize> =
            records(text, delimiter).take(LOOKED_AT).map(|record| record.len()).filter(|n| *n > 1).collect();
        widths.sort_unstable();
        let longest = widths.chunk_by(|a, b| a == b).max_by_key(|run| run.len() * run[0].min(12));
        longest.map_or(0, |run| run.len() * run[0].min(12))
    };
    let scores = DELIMITERS.map(|delimiter| (score(delimiter), delimiter));
    let best = scores.iter().map(|(score, _)| *score).max().unwrap_or(0);
    scores.iter().find(|(score, _)| *score == best).map_or(b',', |(_, delimiter)| *delimiter)
}

/// Undoes what keeps spreadsheets from calculating: `="033…"` and `'=…`.
fn unguarded(cell: &str) -> &str {
    let trimmed = cell.trim();
    if let Some(inner) = trimmed.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return inner;
    }
    match trimmed.strip_prefix('\'') {
        Some(rest) if rest.starts_with(crate::write::FORMULA_STARTS) => rest,
        _ => trimmed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    fn budget() -> Budget {
        Budget::new(Limits::default())
    }

    #[test]
    fn delimiters_are_told_apart() {
        for (text, delimiter) in [
            ("회사명,주소\n가,\"춘천; 강원\"\n나,b\n", ','),
            ("회사명;주소\n가;춘천, 강원\n나;b\n", ';'),
            ("회사명\t주소\n가\t춘천, 강원\n나\tb, c\n", '\t'),
            ("회사명\n가\n", ','),
        ] {
            let (_, found) = read(text, "a", &budget()).expect("read");
            assert_eq!(found, delimiter, "{text}");
        }
    }

    #[test]
    fn rows_carry_the_line_on_which_they_begin() {
        let (grid, _) = read("a,b\r\n\r\n\"c\nd\",e\r\nf,g\r\n", "a", &budget()).expect("read");
        assert_eq!(grid.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 3, 5]);
    }

    #[test]
    fn guards_against_formulas_are_undone() {
        assert_eq!(unguarded("=\"0331234567\""), "0331234567");
        assert_eq!(unguarded("'=1+1"), "=1+1");
        assert_eq!(unguarded("'98.5"), "'98.5");
    }
}
