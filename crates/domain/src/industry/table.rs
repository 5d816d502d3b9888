//! The table of sections, divisions and groups, read once from the text in the binary.

use std::sync::LazyLock;

use super::{Industry, Level};

/// Code, Korean and English name, separated by tabs; written for this project from the public
/// classification of Statistics Korea.
const TEXT: &str = include_str!("../../data/ksic.tsv");

/// Last division of each section, from A (agriculture, 01 to 03) to U (99).
const LAST_DIVISION: [u32; 21] =
    [3, 8, 34, 35, 39, 42, 47, 52, 56, 63, 66, 68, 73, 76, 84, 85, 87, 91, 96, 98, 99];

/// One line of the table.
pub(super) struct Row {
    pub(super) industry: Industry,
    pub(super) ko: &'static str,
    pub(super) en: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let mut rows: Vec<Row> = TEXT.lines().filter_map(read_line).collect();
    rows.sort_unstable_by_key(|row| row.industry);
    rows
});

fn read_line(line: &'static str) -> Option<Row> {
    let mut fields = line.split('\t');
    let (code, ko, en) = (fields.next()?, fields.next()?, fields.next()?);
    let industry = match letter_number(code) {
        Some(number) => Industry { level: Level::Section, number },
        None => Industry { level: Level::of_digits(code.len())?, number: code.parse().ok()? },
    };
    Some(Row { industry, ko, en })
}

/// All rows, in the order of [`Industry`].
pub(super) fn rows() -> &'static [Row] {
    &ROWS
}

/// The row of a section, division or group.
pub(super) fn row(industry: Industry) -> Option<&'static Row> {
    ROWS.binary_search_by_key(&industry, |row| row.industry).ok().map(|at| &ROWS[at])
}

/// The section that a division's number lies in.
pub(super) fn section_of(division: u32) -> Industry {
    let before = LAST_DIVISION.iter().take_while(|last| **last < division).count();
    Industry { level: Level::Section, number: u32::try_from(before.min(20)).unwrap_or(20) + 1 }
}

/// The letter of section number 1 to 21.
pub(super) fn letter(number: u32) -> char {
    char::from_u32(u32::from('A') + number.saturating_sub(1)).unwrap_or('?')
}

/// The number, 1 to 21, of a text that is just a section's letter.
pub(super) fn letter_number(text: &str) -> Option<u32> {
    let mut chars = text.chars();
    let first = chars.next()?.to_ascii_uppercase();
    (chars.next().is_none() && ('A'..='U').contains(&first)).then(|| u32::from(first) - u32::from('A') + 1)
}
