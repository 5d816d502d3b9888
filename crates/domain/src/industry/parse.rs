//! Reading a code: `C2511`, `25`, `251`, `25112`, also of revision 10.

use std::str::FromStr;

use super::{Industry, Level, table};

/// Why a text is not an industry code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadIndustry {
    /// Nothing was given.
    #[error("no industry code given")]
    Empty,
    /// Neither a section letter nor 2 to 5 digits, with or without a letter before them.
    #[error("{0:?} is not an industry code: expected a letter A to U or 2 to 5 digits, such as 25 or C251")]
    NotACode(String),
    /// The first two digits are no division.
    #[error("{0:?}: KSIC has no division of that number")]
    UnknownDivision(String),
    /// The first three digits are no group of their division.
    #[error("{text:?}: division {division} has no such group in KSIC revision 11 or 10")]
    UnknownGroup {
        /// What was given.
        text: String,
        /// The division, which exists.
        division: Industry,
    },
    /// The letter before the digits is another section's.
    #[error("{text:?}: these digits belong to section {section}")]
    WrongSection {
        /// What was given.
        text: String,
        /// The section that the digits belong to.
        section: Industry,
    },
}

/// What revision 11 numbers otherwise: code of revision 10, group of today. Finer codes come
/// before the groups that they were cut from.
const MOVED: &[(&str, u32)] = &[
    ("105", 104),
    ("106", 105),
    ("1071", 106),
    ("1075", 107),
    ("107", 108),
    ("108", 109),
    ("274", 272),
    ("6513", 846),
    ("65301", 846),
];

impl Industry {
    /// Reads a code that is known to be of revision 10, whose food groups (104 to 108) revision
    /// 11 uses for other things. What moved becomes the group of revision 11; the rest is read as
    /// usual. `107` alone, which was split, becomes its largest part (108, other food).
    ///
    /// # Errors
    /// As [`str::parse`].
    pub fn from_revision_10(text: &str) -> Result<Self, BadIndustry> {
        let (_, digits) = split_letter(text.trim());
        let plain = (3..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        match MOVED.iter().find(|(old, _)| plain && digits.starts_with(old)) {
            Some((_, new)) => Ok(Self { level: Level::Group, number: *new }),
            None => text.parse(),
        }
    }
}

impl FromStr for Industry {
    type Err = BadIndustry;

    fn from_str(text: &str) -> Result<Self, BadIndustry> {
        let text = text.trim();
        if text.is_empty() {
            return Err(BadIndustry::Empty);
        }
        if let Some(number) = table::letter_number(text) {
            return Ok(Self { level: Level::Section, number });
        }
        let (letter, digits) = split_letter(text);
        read(digits, letter, text)
    }
}

/// Reads digits; `text` is what was given, for the error.
fn read(digits: &str, letter: Option<&str>, text: &str) -> Result<Industry, BadIndustry> {
    let not_a_code = || BadIndustry::NotACode(text.to_owned());
    let level = Level::of_digits(digits.len()).filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let level = level.ok_or_else(not_a_code)?;
    let number = digits.parse().map_err(|_| not_a_code())?;
    let industry = known(Industry { level, number }, text)?;
    match letter.and_then(table::letter_number) {
        Some(number) if number != industry.section().number => {
            Err(BadIndustry::WrongSection { text: text.to_owned(), section: industry.section() })
        }
        _ => Ok(industry),
    }
}

/// A section's letter before the digits, if there is one, and the rest.
fn split_letter(text: &str) -> (Option<&str>, &str) {
    match text.chars().next() {
        Some('A'..='U' | 'a'..='u') => (Some(&text[..1]), &text[1..]),
        _ => (None, text),
    }
}

/// The code itself when its group (or division) is known, or where revision 11 has moved it.
fn known(industry: Industry, text: &str) -> Result<Industry, BadIndustry> {
    let division = industry.slot(Level::Division);
    if table::row(division).is_none() {
        return Err(BadIndustry::UnknownDivision(text.to_owned()));
    }
    let group = industry.slot(Level::Group);
    if table::row(group).is_some() {
        return Ok(industry);
    }
    let old = group.to_string();
    let moved = MOVED.iter().find(|(code, _)| group.level == Level::Group && *code == old);
    match moved {
        Some((_, new)) => Ok(Industry { level: Level::Group, number: *new }),
        None => Err(BadIndustry::UnknownGroup { text: text.to_owned(), division }),
    }
}
