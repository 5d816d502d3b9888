//! Cuts normalised text into words of one script.

use super::endings::stem_length;
use super::normal::{is_hangul, is_kana_or_han};

/// The script of a word, which decides how it becomes terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Hangul,
    Latin,
    KanaHan,
}

/// A word: byte positions in the normalised text; `stem` is the end without particle or ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub script: Script,
    pub start: usize,
    pub stem: usize,
    pub end: usize,
}

fn script_of(c: char) -> Option<Script> {
    match c {
        c if is_hangul(c) => Some(Script::Hangul),
        c if c.is_ascii_alphanumeric() => Some(Script::Latin),
        c if is_kana_or_han(c) => Some(Script::KanaHan),
        c if c.is_alphanumeric() => Some(Script::Latin),
        _ => None,
    }
}

/// A hyphen between two letters or digits belongs to a Latin word: `e-9`, `x-ray`.
fn continues(normal: &str, at: usize, c: char, script: Script) -> bool {
    let hyphen = script == Script::Latin && c == '-';
    script_of(c) == Some(script)
        || hyphen && normal[at + 1..].starts_with(|next: char| next.is_ascii_alphanumeric())
}

/// All words of `normal` in order.
pub(crate) fn tokens(normal: &str) -> impl Iterator<Item = Token> + '_ {
    let mut rest = normal.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, script) = loop {
            let (at, c) = rest.next()?;
            if let Some(script) = script_of(c) {
                break (at, script);
            }
        };
        while rest.next_if(|&(at, c)| continues(normal, at, c, script)).is_some() {}
        let end = rest.peek().map_or(normal.len(), |&(at, _)| at);
        let stem = match script {
            Script::Hangul => start + stem_length(&normal[start..end]),
            _ => end,
        };
        Some(Token { script, start, stem, end })
    })
}

/// The parts of a Latin word at the borders of letters and digits: `m5` is `m`, `5`.
pub(crate) fn letter_digit_parts(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let digits = rest.chars().next()?.is_ascii_digit();
        let cut = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, tail) = rest.split_at(cut);
        rest = tail;
        Some(part)
    })
}
