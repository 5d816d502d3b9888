//! E-mail addresses.

use dure_domain::Email;

use super::plain;
use crate::sheet::Cell;

/// Reads all addresses of a cell, in lower case; `None` when a part of it is none. Takes
/// full-width signs, `mailto:`, `name <address>`, and spaces around the @.
pub fn parse_emails(cell: &Cell) -> Option<Vec<String>> {
    let text = plain(&cell.text()).to_ascii_lowercase().replace("mailto:", "").replace("(at)", "@");
    let joined = text.split('@').map(str::trim).collect::<Vec<_>>().join("@");
    let bracketed = |part: &str| {
        part.split_once('<')
            .map_or_else(|| part.to_owned(), |(_, inner)| inner.trim_end_matches('>').to_owned())
    };
    let parts = joined.split([',', ';', '/', '\n']).map(bracketed);
    let mut emails = Vec::new();
    for word in parts.collect::<Vec<_>>().iter().flat_map(|part| part.split_whitespace()) {
        if word == "-" {
            continue;
        }
        let email = word.parse::<Email>().ok()?.as_str().to_owned();
        if !emails.contains(&email) {
            emails.push(email);
        }
    }
    Some(emails)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_read_as_people_write_them() {
        for (text, emails) in [
            (" Hong@Dure.example ", vec!["hong@dure.example"]),
            ("ｈｏｎｇ＠ｄｕｒｅ．ｅｘａｍｐｌｅ", vec!["hong@dure.example"]),
            ("mailto:hong@dure.example", vec!["hong@dure.example"]),
            ("홍길동 <hong@dure.example>", vec!["hong@dure.example"]),
            ("hong @ dure.example", vec!["hong@dure.example"]),
            (
                "a@dure.example; b@dure.example\nc@dure.example",
                vec!["a@dure.example", "b@dure.example", "c@dure.example"],
            ),
            ("-", vec![]),
        ] {
            let emails: Vec<String> = emails.into_iter().map(str::to_owned).collect();
            assert_eq!(parse_emails(&Cell::from_text(text)), Some(emails), "{text}");
        }
        for text in ["없음", "hong@", "@dure.example", "hong@dure", "hong@@dure.example", "=a@b.c"] {
            assert_eq!(parse_emails(&Cell::from_text(text)), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_again_changes_nothing(text in "[a-c@., <>;-]{0,20}") {
            for email in parse_emails(&Cell::from_text(&text)).unwrap_or_default() {
                prop_assert_eq!(parse_emails(&Cell::from_text(&email)), Some(vec![email.clone()]));
            }
        }
    }
}
