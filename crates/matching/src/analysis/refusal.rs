//! Finds the clauses in which a text says that it does *not* do a thing, or buys it itself.
//!
//! `다이캐스팅은 하지 않습니다` must not be found by who looks for die casting. Only what a helper says
//! of its own service counts: `녹슬지 않는` (does not rust) is praise, so the signs are narrow.

use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;
use std::sync::OnceLock;

const SIGNS: &[&str] = &[
    "하지 않습니다",
    "하지않습니다",
    "하지 않고",
    "하지 않음",
    "하지 않으며",
    "하지 않아요",
    "하지 않는다",
    "하진 않",
    "하지는 않",
    "안 합니다",
    "안합니다",
    "안 해요",
    "안해요",
    "안 함",
    "안함",
    "받지 않습니다",
    "받지 않음",
    "받지 않아요",
    "안 받습니다",
    "안 받아요",
    "취급하지 않",
    "취급 안",
    "못 합니다",
    "못합니다",
    "못 해요",
    "못 받습니다",
    "할 수 없음",
    "할 수 없습니다",
    "신청할 수 없",
    "신청 불가",
    "불가합니다",
    "외주입니다",
    "외주이며",
    "외주.",
    "는 외주",
    "은 외주",
    "외주 제작",
    "외주로",
    "외주 처리",
    "사다 씁니다",
    "사다 써요",
    "사다 쓰",
    "맡깁니다",
    "맡겨서",
    "제외",
    "경험이 적",
    "경험은 적",
    "경험이 없",
    "경험은 없",
    "하지 못합니다",
    "do not",
    "does not",
    "don't",
    "not offered",
    "対応していません",
    "できません",
    "行っていません",
];

const BORDERS: &[char] = &['.', ',', '!', '?', ';', '\n', '·', '。', '、', '(', ')'];

/// Byte ranges of `normal` that say what is not done.
pub(crate) fn refused_spans(normal: &str) -> Vec<Range<usize>> {
    static PATTERNS: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let patterns = PATTERNS
        .get_or_init(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(SIGNS).ok());
    let Some(patterns) = patterns else { return Vec::new() };
    patterns.find_iter(normal).map(|found| clause_start(normal, found.start())..found.end()).collect()
}

/// The clause before a sign begins after the last mark, or after the last finished sentence (`니다 `, `요 `).
fn clause_start(normal: &str, sign: usize) -> usize {
    let before = &normal[..sign];
    let mark = before.trim_end().rfind(BORDERS).map_or(0, |at| at + border_length(before, at));
    ["니다 ", "어요 ", "해요 ", "지만 ", "으나 ", "하나 ", "있음 ", "하고 ", "하며 "]
        .iter()
        .filter_map(|end| before.rfind(end).map(|at| at + end.len()))
        .fold(mark, usize::max)
}

fn border_length(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}
