//! Days as people write them.

use dure_domain::Day;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::plain;
use crate::sheet::Cell;

/// A day, and whether the cell named it: `2024.3` stands for the first of March.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParsedDay {
    /// The day; the first of the month or of the year when no more was said.
    pub day: Day,
    /// Year, month and day were all said, in an order that leaves no doubt.
    pub exact: bool,
}

/// Reads a day from a date cell, a serial number of Excel (1900 system), or text such as
/// `2024.3.5`, `24.3.5`, `2024년 3월 5일`, `'98.5`, `20240305`, `1998`. Two-digit years below 50
/// are of this century. `None` when it is no day.
pub fn parse_day(cell: &Cell) -> Option<ParsedDay> {
    match cell {
        Cell::Empty => None,
        Cell::Day(day) => Some(ParsedDay { day: *day, exact: true }),
        Cell::Number(number) if number.fract() == 0.0 && (2_200.0..=80_000.0).contains(number) => {
            serial(*number)
        }
        Cell::Number(_) | Cell::Text(_) => from_text(&cell.text()),
    }
}

/// The day, when the calendar has it.
pub(crate) fn civil(year: i64, month: i64, day: i64) -> Option<Day> {
    let year = i16::try_from(year).ok().filter(|year| (1800..=2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Day::from)
}

/// Excel counts from 1899-12-30, its day 0, which makes up for its leap day of 1900.
#[allow(clippy::cast_possible_truncation, reason = "checked by the caller to lie within 80,000")]
fn serial(number: f64) -> Option<ParsedDay> {
    let day = civil(1899, 12, 30)?.plus(number as i32);
    Some(ParsedDay { day, exact: true })
}

fn from_text(text: &str) -> Option<ParsedDay> {
    let text = plain(text);
    let dated = text.split(['T', '(']).next().unwrap_or("");
    let without_time: String =
        dated.split_whitespace().filter(|word| !word.contains(':')).collect::<Vec<_>>().join(" ");
    if !without_time.chars().all(|c| c.is_ascii_digit() || " .-/년월일'‘’`".contains(c)) {
        return None;
    }
    let groups: Vec<&str> =
        without_time.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    match groups[..] {
        [one] => from_digits(one),
        [year, month] => inexact(full_year(year)?, number(month)?, 1),
        [month, day, year] if year.len() == 4 => inexact(number(year)?, number(month)?, number(day)?),
        [year, month, day] => exact(full_year(year)?, number(month)?, number(day)?),
        _ => None,
    }
}

fn from_digits(digits: &str) -> Option<ParsedDay> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(number);
    match digits.len() {
        4 => inexact(part(0, 4)?, 1, 1),
        5 => digits.parse().ok().and_then(serial),
        6 => inexact(part(0, 4)?, part(4, 6)?, 1)
            .filter(|_| digits.starts_with("19") || digits.starts_with("20"))
            .or_else(|| exact(full_year(digits.get(0..2)?)?, part(2, 4)?, part(4, 6)?)),
        8 => exact(part(0, 4)?, part(4, 6)?, part(6, 8)?),
        _ => None,
    }
}

fn exact(year: i64, month: i64, day: i64) -> Option<ParsedDay> {
    Some(ParsedDay { day: civil(year, month, day)?, exact: true })
}

fn inexact(year: i64, month: i64, day: i64) -> Option<ParsedDay> {
    Some(ParsedDay { day: civil(year, month, day)?, exact: false })
}

fn number(digits: &str) -> Option<i64> {
    digits.parse().ok()
}

fn full_year(digits: &str) -> Option<i64> {
    let year = number(digits)?;
    match digits.len() {
        4 => Some(year),
        2 if year < 50 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_read_as_written() {
        for (text, day, exact) in [
            ("2024.3.5", "2024-03-05", true),
            ("2024. 3. 5.", "2024-03-05", true),
            ("2024-03-05", "2024-03-05", true),
            ("2024/03/05 00:00:00", "2024-03-05", true),
            ("2024-03-05T00:00:00", "2024-03-05", true),
            ("24.3.5", "2024-03-05", true),
            ("2024년 3월 5일", "2024-03-05", true),
            ("2024.3.5(화)", "2024-03-05", true),
            ("20240305", "2024-03-05", true),
            ("980501", "1998-05-01", true),
            ("'98.5", "1998-05-01", false),
            ("2024.3", "2024-03-01", false),
            ("199805", "1998-05-01", false),
            ("1998년", "1998-01-01", false),
            ("3/5/2024", "2024-03-05", false),
            ("45356", "2024-03-05", true),
        ] {
            let read = parse_day(&Cell::from_text(text)).map(|read| (read.day.to_string(), read.exact));
            assert_eq!(read, Some((day.to_owned(), exact)), "{text}");
        }
        assert_eq!(
            parse_day(&Cell::Number(45_356.0)).map(|d| d.day.to_string()).as_deref(),
            Some("2024-03-05")
        );
        assert_eq!(
            parse_day(&Cell::Number(2_024.0)).map(|d| d.day.to_string()).as_deref(),
            Some("2024-01-01")
        );
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "미정", "2024.13.1", "2024.2.30", "033-123-4567", "1.2.3.4", "99999999"] {
            assert_eq!(parse_day(&Cell::from_text(text)), None, "{text}");
        }
        for number in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            assert_eq!(parse_day(&Cell::Number(number)), None);
        }
    }

    proptest! {
        #[test]
        fn shown_days_lead_back(number in -40_000..60_000_i32) {
            let day = Day::from_number(number);
            let read = parse_day(&Cell::from_text(&day.to_string()));
            prop_assert_eq!(read, Some(ParsedDay { day, exact: true }));
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,20}") {
            parse_day(&Cell::from_text(&text));
        }
    }
}
