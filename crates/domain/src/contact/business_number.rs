//! The business registration number (사업자등록번호).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Ten digits of which the last is a check digit; shown as `123-45-67891`.
///
/// Check digit as published by the National Tax Service: weights 1 3 7 1 3 7 1 3 5 over the first
/// nine digits, plus the tens of five times the ninth; together with the last digit a multiple of 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "orm", derive(sea_orm::DeriveValueType), sea_orm(value_type = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct BusinessNumber(u64);

/// Why a text is not a business number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBusinessNumber {
    /// Nothing was given.
    #[error("no business number given")]
    Empty,
    /// Something else than digits, spaces and hyphens.
    #[error("a business number has digits and hyphens only, not {0:?}")]
    NotDigits(char),
    /// Not ten digits.
    #[error("a business number has 10 digits, not {0}")]
    Length(usize),
    /// The last digit does not fit the others: mistyped.
    #[error("the last digit should be {expected}: one of the digits is mistyped")]
    Checksum {
        /// The digit that would fit.
        expected: u8,
    },
}

impl BusinessNumber {
    /// The number with these first nine digits (leading zeros understood) and its check digit.
    pub fn with_check_digit(first_nine: u32) -> Self {
        let nine = u64::from(first_nine % 1_000_000_000);
        Self(nine * 10 + u64::from(check_digit(nine)))
    }

    /// The ten digits without hyphens.
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }
}

/// The digit that completes the first nine.
fn check_digit(nine: u64) -> u8 {
    const WEIGHTS: [u64; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];
    let digit = |at: u32| nine / 10_u64.pow(8 - at) % 10;
    let weighted: u64 = (0..9).zip(WEIGHTS).map(|(at, weight)| digit(at) * weight).sum();
    let sum = weighted + digit(8) * 5 / 10;
    u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
}

impl FromStr for BusinessNumber {
    type Err = BadBusinessNumber;

    fn from_str(text: &str) -> Result<Self, BadBusinessNumber> {
        let (mut number, mut length) = (0_u64, 0);
        for char in text.chars().filter(|char| !char.is_whitespace() && !"-–—‐".contains(*char)) {
            let digit = char.to_digit(10).ok_or(BadBusinessNumber::NotDigits(char))?;
            number = number.saturating_mul(10).saturating_add(u64::from(digit));
            length += 1;
        }
        match length {
            0 => return Err(BadBusinessNumber::Empty),
            10 => {}
            _ => return Err(BadBusinessNumber::Length(length)),
        }
        let expected = check_digit(number / 10);
        if number % 10 == u64::from(expected) {
            Ok(Self(number))
        } else {
            Err(BadBusinessNumber::Checksum { expected })
        }
    }
}

impl fmt::Display for BusinessNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}-{:02}-{:05}", self.0 / 10_000_000, self.0 / 100_000 % 100, self.0 % 100_000)
    }
}

super::as_text!(BusinessNumber, BadBusinessNumber);
