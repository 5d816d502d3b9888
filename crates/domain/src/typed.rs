//! Text as people type it, or as a file brings it: what of it is kept.
//!
//! One rule for everything that comes in, so that what looks alike is alike, and no letter that nobody sees gets
//! into a name. Both functions compose (NFC: Hangul from a Mac comes in pieces), and take away
//!
//! * control characters, NUL among them, which PostgreSQL cannot store;
//! * what turns the direction of writing (U+202E and its kin), which makes a text read as another;
//! * letters without width or shape: zero-width space, joiners, byte order mark, soft hyphen, Hangul fillers,
//!   variation selectors, tags, noncharacters.
//!
//! [`one_line`] makes every blank and break a space. [`lines`] keeps breaks (as `\n`), tabs and blanks, and what holds
//! an emoji of several parts together: 👨‍🌾 stays one farmer in a text, and becomes a man and a sheaf of rice in a name.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_properties::{GeneralCategory, UnicodeEmoji, UnicodeGeneralCategory};

const JOINER: char = '\u{200d}';
const TEXT_STYLE: char = '\u{fe0e}';
const EMOJI_STYLE: char = '\u{fe0f}';

/// The text as it is kept in a field of one line.
pub fn one_line(text: &str) -> Cow<'_, str> {
    kept(text, true)
}

/// The text as it is kept in a field of several lines.
pub fn lines(text: &str) -> Cow<'_, str> {
    kept(text, false)
}

fn kept(text: &str, one_line: bool) -> Cow<'_, str> {
    let plain = |c: char| matches!(c, ' '..='~' | '가'..='힣' | 'ㄱ'..='ㅣ') || (c == '\n' && !one_line);
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let seen = seen(text, one_line);
    let composed = match is_nfc_quick(seen.chars()) {
        IsNormalized::Yes => seen,
        _ => seen.nfc().collect(),
    };
    if composed == text { Cow::Borrowed(text) } else { Cow::Owned(composed) }
}

fn seen(text: &str, one_line: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut coming = text.chars().peekable();
    while let Some(c) = coming.next() {
        if c == '\r' && coming.peek() == Some(&'\n') {
            continue;
        }
        match c {
            _ if is_break(c) => out.push(if one_line { ' ' } else { '\n' }),
            '\t' if !one_line => out.push(c),
            '\t' | '\u{2800}' => out.push(' '),
            _ if one_line && c.general_category() == GeneralCategory::SpaceSeparator => out.push(' '),
            JOINER | TEXT_STYLE | EMOJI_STYLE if !one_line => {
                if holds_an_emoji(c, out.chars().next_back(), coming.peek().copied()) {
                    out.push(c);
                }
            }
            _ if is_unseen(c) => {}
            _ => out.push(c),
        }
    }
    out
}

/// Line feed, form feeds, the single carriage return of old Macs, and Unicode's own.
const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn holds_an_emoji(c: char, before: Option<char>, after: Option<char>) -> bool {
    let emoji = |c: char| !c.is_ascii() && c.is_emoji_char();
    match c {
        JOINER => before.is_some_and(|c| c == EMOJI_STYLE || emoji(c)) && after.is_some_and(emoji),
        _ => before.is_some_and(UnicodeEmoji::is_emoji_char),
    }
}

/// Characters that show nothing: controls, formats, what is not a character, and letters that a font leaves blank.
fn is_unseen(c: char) -> bool {
    use GeneralCategory::{Control, Format};
    matches!(c.general_category(), Control | Format)
        || matches!(c,
            '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{2065}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_unseen_gets_into_a_name() {
        for (typed, name) in [
            ("한빛정밀", "한빛정밀"),
            ("한빛\0정밀", "한빛정밀"),
            ("한빛\u{202e}정밀\u{2069}", "한빛정밀"),
            ("한\u{200b}빛\u{200d}정\u{feff}밀\u{3164}", "한빛정밀"),
            ("\u{1112}\u{1161}\u{11ab}\u{1107}\u{1175}\u{11be}", "한빛"),
            ("한\u{200b}\u{1107}\u{200b}\u{1175}\u{11be}", "한빛"),
            ("한빛\r\n정밀\r춘천\u{2028}본점", "한빛 정밀 춘천 본점"),
            ("한빛\u{a0}정밀\u{3000}춘천\t본점", "한빛 정밀 춘천 본점"),
            ("👨\u{200d}🌾 ❤\u{fe0f}", "👨🌾 ❤"),
            ("\u{7f}\u{9f}\u{ad}\u{fffe}\u{10ffff}\u{e0041}\u{fff9}", ""),
        ] {
            assert_eq!(one_line(typed), name, "{typed:?}");
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_its_emoji() {
        for (typed, text) in [
            ("가\r\n나\r다\n\n라\u{2029}마\tx", "가\n나\n다\n\n라\n마\tx"),
            ("가\0나\u{202e}다\u{200b}라", "가나다라"),
            (
                "👨\u{200d}🌾 ❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}",
                "👨\u{200d}🌾 ❤\u{fe0f}\u{200d}🔥 1\u{fe0f}\u{20e3}",
            ),
            ("가\u{200d}나 🔥\u{200d} \u{fe0f}다", "가나 🔥 다"),
            ("\u{3000}들여쓰기", "\u{3000}들여쓰기"),
        ] {
            assert_eq!(lines(typed), text, "{typed:?}");
        }
    }

    fn text() -> impl Strategy<Value = String> {
        let odd = "[\\x00-\\x20\\x7f-\\u{a0}\\u{ad}\\u{300}-\\u{34f}\\u{1100}-\\u{11ff}\\u{200b}-\\u{206f}\\u{fe0e}\\u{fe0f}\\u{1f468}\\u{1f33e}]";
        prop_oneof![any::<String>(), prop::collection::vec(odd, 0..12).prop_map(|pieces| pieces.concat())]
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again(text in text()) {
            for clean in [one_line, lines] {
                let once = clean(&text).into_owned();
                prop_assert_eq!(clean(&once), once.as_str());
                prop_assert!(once.nfc().eq(once.chars()));
                prop_assert!(!once.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')));
            }
            let line = one_line(&text);
            prop_assert!(!line.chars().any(|c| c.is_control() || (c.is_whitespace() && c != ' ')));
        }
    }
}
