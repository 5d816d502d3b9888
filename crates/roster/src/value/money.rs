//! Amounts of money with the units of Korean tables.

use dure_domain::Won;
use serde::{Deserialize, Serialize};

use super::plain;
use crate::sheet::Cell;

/// The unit that a header gives to bare numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyUnit {
    /// 원
    #[default]
    Won,
    /// 천원
    Thousand,
    /// 만원
    TenThousand,
    /// 백만원
    Million,
    /// 억원
    HundredMillion,
}

impl MoneyUnit {
    /// The unit named in a header such as `매출액(백만원)` or `단위: 억원`.
    pub fn of_header(header: &str) -> Self {
        let text: String = plain(header).chars().filter(|c| !c.is_whitespace()).collect();
        match () {
            () if text.contains("백만") => Self::Million,
            () if text.contains('억') => Self::HundredMillion,
            () if text.contains("천원") => Self::Thousand,
            () if text.contains("만원") => Self::TenThousand,
            () => Self::Won,
        }
    }

    const fn won(self) -> i128 {
        match self {
            Self::Won => 1,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
            Self::Million => 1_000_000,
            Self::HundredMillion => 100_000_000,
        }
    }
}

/// Units inside a text, the longer first.
const UNITS: &[(&str, i128)] = &[
    ("조", 1_000_000_000_000),
    ("억", 100_000_000),
    ("천만", 10_000_000),
    ("백만", 1_000_000),
    ("십만", 100_000),
    ("만", 10_000),
    ("천", 1_000),
];

/// Reads an amount; a bare number counts in `unit`, a text with its own units in those:
/// `12억`, `3억 5천만원`, `1,200백만원`. `None` when it is no amount or beyond a thousand
/// trillion won.
pub fn parse_money(cell: &Cell, unit: MoneyUnit) -> Option<Won> {
    let mut text = plain(&cell.text());
    text.retain(|c| !c.is_whitespace() && !",₩￦\\".contains(c));
    let text = text.trim_start_matches("약").trim_end_matches("정").trim_end_matches("원");
    let (sign, text) = match text.strip_prefix(['-', '△', '▲']) {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let won = sign * amount(text, unit)?;
    i64::try_from(won).ok().filter(|won| won.abs() <= 1_000_000_000_000_000).map(Won)
}

fn amount(text: &str, unit: MoneyUnit) -> Option<i128> {
    let (mut rest, mut sum, mut smallest) = (text, 0_i128, None);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        let named = UNITS.iter().find_map(|(name, won)| Some((after.strip_prefix(name)?, *won)));
        let (after, won) = match (named, smallest) {
            (Some((after, won)), None) => (after, won),
            (Some((after, won)), Some(last)) if won < last => (after, won),
            (None, None) => (after, unit.won()),
            (None, Some(last)) if last <= 10_000 => (after, 1),
            _ => return None,
        };
        sum = sum.checked_add(scaled(digits, won)?)?;
        if named.is_none() && !after.is_empty() {
            return None;
        }
        (rest, smallest) = (after, Some(won));
    }
    (!text.is_empty()).then_some(sum)
}

/// Decimal digits times `won`, exactly, rounded down to whole won.
fn scaled(digits: &str, won: i128) -> Option<i128> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.get(..fraction.len().min(12))?;
    let number: i128 = format!("{whole}{fraction}").parse().ok()?;
    let parts = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Some(number.checked_mul(won)? / parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_with_their_units() {
        for (text, unit, won) in [
            ("1,200", MoneyUnit::Million, 1_200_000_000),
            ("12억", MoneyUnit::Won, 1_200_000_000),
            ("3억 5천만원", MoneyUnit::Million, 350_000_000),
            ("1,200백만원", MoneyUnit::Won, 1_200_000_000),
            ("2.5억", MoneyUnit::Won, 250_000_000),
            ("약 15억원", MoneyUnit::Won, 1_500_000_000),
            ("₩1,500,000", MoneyUnit::Won, 1_500_000),
            ("12.5", MoneyUnit::HundredMillion, 1_250_000_000),
            ("500만", MoneyUnit::Thousand, 5_000_000),
            ("△30", MoneyUnit::Million, -30_000_000),
        ] {
            assert_eq!(parse_money(&Cell::from_text(text), unit), Some(Won(won)), "{text}");
        }
        assert_eq!(parse_money(&Cell::Number(0.1), MoneyUnit::HundredMillion), Some(Won(10_000_000)));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["비공개", "3억5000", "억", "1.2.3", "-", "12억 3억", "9999999999999999999999"] {
            assert_eq!(parse_money(&Cell::from_text(text), MoneyUnit::Won), None, "{text}");
        }
        assert_eq!(parse_money(&Cell::Number(f64::NAN), MoneyUnit::Won), None);
    }

    #[test]
    fn units_are_read_from_headers() {
        for (header, unit) in [
            ("매출액(백만원)", MoneyUnit::Million),
            ("매출 (단위: 억원)", MoneyUnit::HundredMillion),
            ("매출액[천원]", MoneyUnit::Thousand),
            ("매출액", MoneyUnit::Won),
        ] {
            assert_eq!(MoneyUnit::of_header(header), unit);
        }
    }

    proptest! {
        #[test]
        fn shown_amounts_lead_back(won in -1_000_000_000_000_000..1_000_000_000_000_000_i64) {
            let cell = Cell::from_text(&Won(won).to_string());
            prop_assert_eq!(parse_money(&cell, MoneyUnit::Won), Some(Won(won)));
        }

        #[test]
        fn any_text_is_answered(text in "[0-9.,조억천백십만원 -]{0,20}") {
            parse_money(&Cell::from_text(&text), MoneyUnit::Million);
        }
    }
}
