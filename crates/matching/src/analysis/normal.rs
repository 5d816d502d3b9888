//! One written form for what means the same: NFKC and lower case.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Appends `text` to `out` in Unicode form NFKC and lower case.
pub(crate) fn normalise_into(text: &str, out: &mut String) {
    out.reserve(text.len());
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().for_each(|c| push_lower(c, out));
    } else {
        text.nfkc().for_each(|c| push_lower(c, out));
    }
}

fn push_lower(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
    } else if is_hangul(c) {
        out.push(c);
    } else {
        out.extend(c.to_lowercase());
    }
}

/// A composed Korean syllable.
pub(crate) fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Japanese kana (with the long mark) or a Chinese character.
pub(crate) fn is_kana_or_han(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '々' | '㐀'..='䶿' | '一'..='鿿')
}

/// Japanese hiragana: mostly endings and particles, so a word break for our purpose.
pub(crate) fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}
