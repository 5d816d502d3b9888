//! Korean telephone numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::plain;
use crate::sheet::Cell;

/// A telephone number in its usual form: `033-123-4567`, `010-1234-5678`, `1588-0000`; a foreign
/// one as `+` and digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Reads one number, with or without separators, country code, label or extension.
    pub fn parse(text: &str) -> Option<Self> {
        let text = plain(text);
        let bare = core(&text);
        if !bare.chars().all(|c| c.is_ascii_digit() || " -.()+·/".contains(c)) {
            return None;
        }
        let digits: String = bare.chars().filter(char::is_ascii_digit).collect();
        if bare.contains('+') && !digits.starts_with("82") {
            return (8..=15).contains(&digits.len()).then(|| Self(format!("+{digits}")));
        }
        let first = bare.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty()).unwrap_or("");
        domestic(&digits, first, bare.contains('+')).and_then(|digits| grouped(&digits)).map(Self)
    }

    /// The number in its usual form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a mobile phone: it can take a text message.
    pub fn is_mobile(&self) -> bool {
        ["010", "011", "016", "017", "018", "019"].iter().any(|start| self.0.starts_with(start))
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads all numbers of a cell; `None` when a part of it is none. A number cell has lost its
/// leading zero, which comes back. `033-123-4567~8` is two numbers.
pub fn parse_phones(cell: &Cell) -> Option<Vec<Phone>> {
    let text = plain(&cell.text());
    if text.is_empty() || text == "-" {
        return Some(Vec::new());
    }
    let mut phones = Vec::new();
    for part in text.split(['/', ',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        for phone in several(part)? {
            if !phones.contains(&phone) {
                phones.push(phone);
            }
        }
    }
    Some(phones)
}

fn several(part: &str) -> Option<Vec<Phone>> {
    if let Some((base, tail)) = part.split_once('~') {
        let first = Phone::parse(base)?;
        let tail = tail.trim();
        let kept = first.0.len().checked_sub(tail.len()).filter(|_| (1..=4).contains(&tail.len()))?;
        let last = Phone::parse(&format!("{}{tail}", first.0.get(..kept)?))?;
        return Some(vec![first, last]);
    }
    if let Some(phone) = Phone::parse(part) {
        return Some(vec![phone]);
    }
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.len() < 2 { None } else { words.into_iter().map(Phone::parse).collect() }
}

/// Without a label before (`Tel.`, `사무실`) and an extension behind (`내선 12`, `ext. 3`).
fn core(text: &str) -> &str {
    let lower = text.find("내선").or_else(|| text.find("ext")).or_else(|| text.find("EXT"));
    let text = &text[..lower.unwrap_or(text.len())];
    let start = text.find(|c: char| c.is_ascii_digit() || c == '+').unwrap_or(0);
    let end = text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |end| end + 1);
    text.get(start..end).unwrap_or("")
}

/// Digits with their leading zero, without the country code 82. `first` is the first group of
/// digits as written: a lost zero is only given back to what stands as an area code.
fn domestic(digits: &str, first: &str, international: bool) -> Option<String> {
    if digits.starts_with('0') || is_nationwide(digits) {
        return Some(digits.to_owned());
    }
    if let Some(rest) =
        digits.strip_prefix("82").filter(|_| international || first == "82" || digits.len() > 10)
    {
        let rest = rest.trim_start_matches('0');
        return Some(if is_nationwide(rest) { rest.to_owned() } else { format!("0{rest}") });
    }
    let whole = first.len() == digits.len();
    let area = first.len() <= 2;
    (whole || area).then(|| format!("0{digits}"))
}

/// Numbers without an area code, such as 1588-0000.
fn is_nationwide(digits: &str) -> bool {
    digits.len() == 8 && ["15", "16", "18"].iter().any(|start| digits.starts_with(start))
}

/// Puts the dashes, if the area code exists and the length fits it (numbering plan of the
/// Ministry of Science and ICT, 전기통신번호관리세칙).
fn grouped(digits: &str) -> Option<String> {
    if is_nationwide(digits) {
        return Some(format!("{}-{}", &digits[..4], &digits[4..]));
    }
    let (area, lengths) = match digits.get(..3)? {
        start if start.starts_with("02") => (2, 9..=10),
        "050" => (4, 11..=12),
        "010" | "070" => (3, 11..=11),
        "011" | "016" | "017" | "018" | "019" | "080" | "060" | "031" | "032" | "033" | "041" | "042"
        | "043" | "044" | "051" | "052" | "053" | "054" | "055" | "061" | "062" | "063" | "064" => {
            (3, 10..=11)
        }
        _ => return None,
    };
    let middle = digits.len().checked_sub(4).filter(|_| lengths.contains(&digits.len()))?;
    Some(format!("{}-{}-{}", &digits[..area], &digits[area..middle], &digits[middle..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<Vec<String>> {
        Some(parse_phones(&Cell::from_text(text))?.into_iter().map(|phone| phone.0).collect())
    }

    #[test]
    fn usual_forms_are_read() {
        for (text, phone) in [
            ("033-123-4567", "033-123-4567"),
            ("033)123-4567", "033-123-4567"),
            ("(033) 123-4567", "033-123-4567"),
            ("033.1234.5678", "033-1234-5678"),
            ("0331234567", "033-123-4567"),
            ("010.1234.5678", "010-1234-5678"),
            ("010 1234 5678", "010-1234-5678"),
            ("０１０－１２３４－５６７８", "010-1234-5678"),
            ("+82 10 1234 5678", "010-1234-5678"),
            ("+82-(0)33-123-4567", "033-123-4567"),
            ("82-33-123-4567", "033-123-4567"),
            ("02-123-4567", "02-123-4567"),
            ("0212345678", "02-1234-5678"),
            ("1588-0000", "1588-0000"),
            ("15880000", "1588-0000"),
            ("070-8811-2233", "070-8811-2233"),
            ("0505-123-4567", "0505-123-4567"),
            ("33-123-4567", "033-123-4567"),
            ("Tel. 033-123-4567 (내선 12)", "033-123-4567"),
            ("+81 3 1234 5678", "+81312345678"),
        ] {
            assert_eq!(read(text), Some(vec![phone.to_owned()]), "{text}");
        }
    }

    #[test]
    fn numbers_of_spreadsheets_get_their_zero_back() {
        for (number, phone) in [
            (1_012_345_678.0, "010-1234-5678"),
            (331_234_567.0, "033-123-4567"),
            (212_345_678.0, "02-1234-5678"),
            (15_880_000.0, "1588-0000"),
        ] {
            assert_eq!(parse_phones(&Cell::Number(number)), Some(vec![Phone(phone.to_owned())]));
        }
    }

    #[test]
    fn several_numbers_in_a_cell_are_told_apart() {
        let both = Some(vec!["033-123-4567".to_owned(), "010-1234-5678".to_owned()]);
        for text in [
            "033-123-4567/010-1234-5678",
            "033-123-4567, 010-1234-5678",
            "033-123-4567\n010-1234-5678",
            "033-123-4567 010-1234-5678",
        ] {
            assert_eq!(read(text), both, "{text}");
        }
        assert_eq!(read("033-123-4567~8"), Some(vec!["033-123-4567".into(), "033-123-4568".into()]));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["없음", "123-4567", "2123-4567", "033-12-4567", "099-123-4567", "033-123-45678901", "~", "1~"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(" - "), Some(vec![]));
    }

    proptest! {
        #[test]
        fn reading_again_changes_nothing(text in "[+0-9 ().~/-]{0,24}") {
            for phone in parse_phones(&Cell::from_text(&text)).unwrap_or_default() {
                prop_assert_eq!(Phone::parse(phone.as_str()), Some(phone.clone()));
            }
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,40}") {
            parse_phones(&Cell::from_text(&text));
        }
    }
}
