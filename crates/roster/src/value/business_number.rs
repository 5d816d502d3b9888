//! Business registration numbers (사업자등록번호).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::plain;

/// Ten digits, shown as `123-45-67890`. The checksum may be wrong: see
/// [`BusinessNumber::has_valid_checksum`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BusinessNumber(u64);

/// The text is no business number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadBusinessNumber {
    /// Not ten digits.
    #[error("a business number has 10 digits, this has {0}")]
    Length(usize),
    /// Other characters than digits, dashes, dots and spaces.
    #[error("a business number has digits only")]
    Characters,
}

impl BusinessNumber {
    /// Reads ten digits with or without dashes.
    ///
    /// # Errors
    /// When there are other characters or not ten digits. A wrong checksum is no error.
    pub fn parse(text: &str) -> Result<Self, BadBusinessNumber> {
        let text = plain(text);
        if !text.chars().all(|c| c.is_ascii_digit() || "- .".contains(c)) {
            return Err(BadBusinessNumber::Characters);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        match digits.parse() {
            Ok(number) if digits.len() == 10 => Ok(Self(number)),
            _ => Err(BadBusinessNumber::Length(digits.len())),
        }
    }

    /// Whether the last digit is the checksum of the others: weights 1 3 7 1 3 7 1 3 5, and the
    /// tens of the ninth product counted once more (National Tax Service).
    pub fn has_valid_checksum(self) -> bool {
        self.check_digit() == self.0 % 10
    }

    /// The last digit that the first nine ask for.
    pub fn check_digit(self) -> u64 {
        const WEIGHTS: [u64; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        let digit = |place: u32| self.0 / 10_u64.pow(9 - place) % 10;
        let sum: u64 = (0..9).zip(WEIGHTS).map(|(place, weight)| digit(place) * weight).sum();
        (10 - (sum + digit(8) * 5 / 10) % 10) % 10
    }

    /// The ten digits without dashes.
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }
}

impl fmt::Display for BusinessNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        write!(f, "{}-{}-{}", &digits[..3], &digits[3..5], &digits[5..])
    }
}

impl TryFrom<String> for BusinessNumber {
    type Error = BadBusinessNumber;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<BusinessNumber> for String {
    fn from(number: BusinessNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_checksum_follows_the_published_rule() {
        // 1·1+2·3+3·7+4·1+5·3+6·7+7·1+8·3+9·5 = 165, and 45/10 = 4: 169, so the check digit is 1.
        let number = BusinessNumber::parse("123-45-67891").expect("ten digits");
        assert!(number.has_valid_checksum());
        assert!(!BusinessNumber::parse("123-45-67890").expect("ten digits").has_valid_checksum());
    }

    #[test]
    fn other_texts_are_refused_with_the_reason() {
        assert_eq!(BusinessNumber::parse("123-45-6789"), Err(BadBusinessNumber::Length(9)));
        assert_eq!(BusinessNumber::parse("신청 중"), Err(BadBusinessNumber::Characters));
        assert_eq!(BusinessNumber::parse("99999999999999999999999"), Err(BadBusinessNumber::Length(23)));
    }

    proptest! {
        #[test]
        fn shown_numbers_lead_back(number in 0..10_000_000_000_u64) {
            let number = BusinessNumber(number);
            prop_assert_eq!(BusinessNumber::parse(&number.to_string()), Ok(number));
            prop_assert_eq!(BusinessNumber::parse(&number.digits()), Ok(number));
        }

        #[test]
        fn one_wrong_digit_of_the_first_eight_is_noticed(number in 0..1_000_000_000_u64, place in 2..10_u32) {
            let right = BusinessNumber(number * 10 + BusinessNumber(number * 10).check_digit());
            let unit = 10_u64.pow(place);
            let digit = right.0 / unit % 10;
            let wrong = BusinessNumber(right.0 - digit * unit + (digit + 1) % 10 * unit);
            prop_assert!(!wrong.has_valid_checksum());
        }
    }
}
