//! Korean telephone numbers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A Korean telephone number, normalised to its national digits; shown with hyphens, such as
/// `02-345-6789`, `033-250-1234`, `010-1234-5678`, `1588-1234`.
///
/// Lengths follow the numbering plan of Korea (전기통신번호관리세칙): Seoul 02, areas 031 to 064,
/// services 010 to 019, 030, 050, 060, 070, 080, and eight digits from 1400 to 1899.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Why a text is not a telephone number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPhone {
    /// Nothing was given.
    #[error("no telephone number given")]
    Empty,
    /// Something else than digits and the usual marks between them.
    #[error("a telephone number has digits and hyphens only, not {0:?}")]
    NotDigits(char),
    /// A country code other than 82.
    #[error("not a Korean number (+82)")]
    Foreign,
    /// The leading digits are of no area or service.
    #[error("no area or service begins like {0:?}")]
    UnknownPrefix(String),
    /// Too short or too long for its kind.
    #[error("a number of this kind does not have {0} digits")]
    Length(usize),
}

impl Phone {
    /// The national digits, such as `0332501234`.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// Whether the number is a mobile's, so that it can take a text message.
    pub fn is_mobile(&self) -> bool {
        self.0.starts_with("01")
    }

    fn prefix_length(&self) -> usize {
        prefix_length(&self.0).unwrap_or(4)
    }
}

/// Digits of the area or service; eight-digit numbers begin with four.
fn prefix_length(digits: &str) -> Option<usize> {
    if digits.starts_with("02") {
        return Some(2);
    }
    match digits.get(..3)? {
        "050" => Some(4),
        "010" | "011" | "016" | "017" | "018" | "019" | "030" | "060" | "070" | "080" => Some(3),
        "031" | "032" | "033" | "041" | "042" | "043" | "044" | "051" | "052" | "053" | "054" | "055"
        | "061" | "062" | "063" | "064" => Some(3),
        "140" | "150" | "151" | "152" | "154" | "155" | "156" | "157" | "158" | "159" | "160" | "161"
        | "162" | "164" | "166" | "167" | "168" | "170" | "180" | "181" | "182" | "183" | "184" | "185"
        | "186" | "187" | "188" | "189" => Some(4),
        _ => None,
    }
}

/// Only the digits, with the country code 82 turned into the leading zero.
fn national(text: &str) -> Result<String, BadPhone> {
    let mut digits = String::new();
    for char in text.chars() {
        match char {
            '0'..='9' => digits.push(char),
            '+' if digits.is_empty() => {}
            '-' | '.' | '(' | ')' | '/' | '–' | '—' | '‐' | '~' => {}
            _ if char.is_whitespace() => {}
            _ => return Err(BadPhone::NotDigits(char)),
        }
    }
    let plus = text.trim_start().starts_with('+');
    match digits.strip_prefix("82") {
        Some(rest) if plus || digits.len() >= 10 => Ok(format!("0{}", rest.trim_start_matches('0'))),
        None if plus => Err(BadPhone::Foreign),
        _ => Ok(digits),
    }
}

impl FromStr for Phone {
    type Err = BadPhone;

    fn from_str(text: &str) -> Result<Self, BadPhone> {
        let digits = national(text)?;
        if digits.is_empty() {
            return Err(BadPhone::Empty);
        }
        let prefix = prefix_length(&digits)
            .ok_or_else(|| BadPhone::UnknownPrefix(digits.chars().take(3).collect()))?;
        let rest = digits.len().saturating_sub(prefix);
        let fits = if digits.starts_with('1') { rest == 4 } else { (7..=8).contains(&rest) };
        if fits { Ok(Self(digits)) } else { Err(BadPhone::Length(digits.len())) }
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (prefix, rest) = self.0.split_at(self.prefix_length());
        let (exchange, line) = rest.split_at(rest.len() - 4);
        f.write_str(prefix)?;
        if !exchange.is_empty() {
            write!(f, "-{exchange}")?;
        }
        write!(f, "-{line}")
    }
}

super::as_text!(Phone, BadPhone);
