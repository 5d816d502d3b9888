//! Pure decisions about what was found: which part of a text to show, and which words to mark.

/// Characters of a text shown around the first word found.
const SHOWN: usize = 120;
/// Of these, before the word.
const BEFORE: usize = 30;

/// Words typed, each worth marking once.
pub fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = typed
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().map(plain).collect())
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    words
}

/// A letter as it is compared; one for one, so that places in a text stay where they are.
fn plain(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The text in pieces, those that are one of the words set apart.
pub fn marked(text: &str, words: &[String]) -> Vec<(String, bool)> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = words.iter().map(|word| here(&letters, at, word)).max().unwrap_or(0);
        let is_word = length > 0;
        let piece: String = letters[at..at + length.max(1)].iter().collect();
        match pieces.last_mut() {
            Some((last, false)) if !is_word => last.push_str(&piece),
            _ => pieces.push((piece, is_word)),
        }
        at += length.max(1);
    }
    pieces
}

/// Length of the word if it stands at this place, else 0.
fn here(letters: &[char], at: usize, word: &str) -> usize {
    let mut length = 0;
    for wanted in word.chars() {
        if letters.get(at + length).map(|letter| plain(*letter)) != Some(wanted) {
            return 0;
        }
        length += 1;
    }
    length
}

/// The part of a text around the first word found, its lines run together.
pub fn excerpt(text: &str, words: &[String]) -> String {
    let letters: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let first = (0..letters.len()).find(|at| words.iter().any(|word| here(&letters, *at, word) > 0));
    let start = match first {
        Some(first) if first > SHOWN - BEFORE => first - BEFORE,
        _ => 0,
    };
    let end = (start + SHOWN).min(letters.len());
    let (before, after) = (if start > 0 { "…" } else { "" }, if end < letters.len() { "…" } else { "" });
    format!("{before}{}{after}", letters[start..end].iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_inside_compounds_are_marked() {
        let pieces = marked("아연도금과 니켈도금, CNC", &words("도금 cnc"));
        let found: Vec<&str> =
            pieces.iter().filter(|(_, word)| *word).map(|(piece, _)| piece.as_str()).collect();
        assert_eq!(found, ["도금", "도금", "CNC"]);
    }

    #[test]
    fn a_long_text_is_shown_where_the_word_is() {
        let text = format!("{} 염수분무 시험 {}", "가".repeat(300), "나".repeat(300));
        let shown = excerpt(&text, &words("염수분무"));
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.contains("염수분무 시험"));
    }

    proptest! {
        #[test]
        fn marking_loses_nothing(text in ".{0,60}", typed in ".{0,12}") {
            let pieces = marked(&text, &words(&typed));
            let whole: String = pieces.into_iter().map(|(piece, _)| piece).collect();
            prop_assert_eq!(whole, text);
        }

        #[test]
        fn an_excerpt_is_short(text in ".{0,400}", typed in ".{0,12}") {
            prop_assert!(excerpt(&text, &words(&typed)).chars().count() <= SHOWN + 2);
        }
    }
}
