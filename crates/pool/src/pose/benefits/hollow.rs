//! Words that say nothing of what a firm makes or needs, though many texts have them.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

const WORDS: &str = include_str!("../../../data/hollow.txt");

type List = HashSet<&'static str>;

/// The list of this name: `form`, `trade` or `loose`.
fn list(name: &str) -> &'static List {
    static LISTS: OnceLock<HashMap<&'static str, List>> = OnceLock::new();
    static NONE: OnceLock<List> = OnceLock::new();
    let lists = LISTS.get_or_init(|| {
        let blocks = WORDS.split("\n[").skip(1).filter_map(|block| block.split_once(']'));
        let words = |block: &'static str| {
            let lines = block.lines().filter(|line| !line.starts_with('#'));
            lines.flat_map(str::split_whitespace).collect()
        };
        blocks.map(|(name, block)| (name, words(block))).collect()
    });
    lists.get(name).unwrap_or_else(|| NONE.get_or_init(HashSet::new))
}

/// Whether a word is made of words of form, or of words that stand around anything, alone.
pub(super) fn of_need(word: &str) -> bool {
    word.is_empty() || of_form(word) || made_of(word, &[list("form"), list("loose")])
}

/// Whether a word is made of words of form alone.
fn of_form(word: &str) -> bool {
    word.chars().nth(1).is_none() && !is_ideograph(word) || made_of(word, &[list("form")])
}

/// Whether a word is made of words of form and trade alone.
pub(super) fn of_trade(word: &str) -> bool {
    word.chars().nth(1).is_none()
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || made_of(word, &[list("form"), list("trade")])
}

/// A single sign that is a word of its own in Chinese writing, or 녹, 칠, 본 as owners complain of them.
fn is_ideograph(word: &str) -> bool {
    word.chars().all(|sign| matches!(sign, '\u{4E00}'..='\u{9FFF}'))
        || ["녹", "칠", "캔", "병"].contains(&word)
}

/// Whether two words share a part that names a thing: a whole word of both, or three signs and more. `의료정보시스템` and
/// `판매정보시스템` share `정보시스템`, which names nothing; `안정제` only happens to end like `정제`.
pub(super) fn name_one_thing(one: &str, other: &str) -> bool {
    if one == other {
        return !of_trade(one);
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shared = longest_shared(&one, &other);
    let shorter = one.len().min(other.len());
    let whole = shared.len() == shorter && one.len().max(other.len()) >= shorter + 2;
    (whole || shared.len() >= 3) && !of_trade(&shared.iter().collect::<String>())
}

/// Whether a word is the end of the other by chance: `염화물`, a salt, ends like `화물`, a load.
pub(super) fn only_end_alike(one: &str, other: &str) -> bool {
    let (longer, shorter) = if one.len() > other.len() { (one, other) } else { (other, one) };
    longer != shorter && longer.ends_with(shorter) && !name_one_thing(longer, shorter)
}

fn longest_shared<'a>(one: &'a [char], other: &[char]) -> &'a [char] {
    let mut best: &[char] = &[];
    for from in 0..one.len() {
        for to in from + best.len() + 1..=one.len() {
            if !other.windows(to - from).any(|part| *part == one[from..to]) {
                break;
            }
            best = &one[from..to];
        }
    }
    best
}

/// Whether a word is nothing but words of these lists, one after another.
fn made_of(word: &str, lists: &[&List]) -> bool {
    let ends = word.char_indices().map(|(at, sign)| at + sign.len_utf8());
    let listed = |part: &str| lists.iter().any(|list| list.contains(part));
    ends.into_iter().any(|end| listed(&word[..end]) && (end == word.len() || made_of(&word[end..], lists)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_business_is_done_is_told_from_what_with() {
        for word in ["수출입업", "도소매", "부동산임대업", "제조", "및", "7", "완제품"] {
            assert!(of_trade(word), "{word}");
        }
        for word in ["유산균", "골판지상자", "반도체", "감속기", "건설기계유압"] {
            assert!(!of_trade(word), "{word}");
        }
        assert!(name_one_thing("골판지", "골판지상자") && name_one_thing("반도체용", "반도체장비"));
        assert!(!name_one_thing("정제", "안정제") && !name_one_thing("의료정보시스템", "판매정보시스템"));
        for word in ["같이", "시간", "드립", "시험", "도면"] {
            assert!(of_need(word), "{word}");
        }
        assert!(only_end_alike("염화물", "화물") && only_end_alike("화물", "염화물"));
        assert!(!only_end_alike("메밀껍질", "껍질") && !only_end_alike("폐아스콘", "아스콘"));
        assert!(!only_end_alike("용접", "용접") && !only_end_alike("판금", "절곡"));
        assert!(!of_need("염수분무시험") && !of_need("수출") && !of_need("금형"));
        assert!(!of_form("수출") && !of_form("판로") && !of_form("녹") && of_form("제조업"));
    }
}
