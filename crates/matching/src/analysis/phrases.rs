//! Phrases that only ask, and say nothing of the subject.

use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::OnceLock;

const PHRASES: &[&str] = &[
    "도와주세요",
    "도와 주세요",
    "도와주실",
    "도와 주실",
    "도움이 필요합니다",
    "도움을 받고 싶습니다",
    "도움 부탁드립니다",
    "부탁드립니다",
    "부탁드려요",
    "부탁합니다",
    "알려주세요",
    "알려 주세요",
    "알려주실",
    "알려 주실",
    "알려줘",
    "알려 줘",
    "알고 싶습니다",
    "알고 싶어요",
    "알고싶어요",
    "설명해주세요",
    "설명해 주세요",
    "찾습니다",
    "찾고 있습니다",
    "찾고 있어요",
    "구합니다",
    "있을까요",
    "없을까요",
    "있나요",
    "없나요",
    "있는지",
    "있을지",
    "있는지요",
    "계신가요",
    "계실까요",
    "어떻게 해야 하나요",
    "어떻게 해야 할까요",
    "어떻게 해야 할지",
    "어떻게 하나요",
    "어떻게 하면 되나요",
    "어떻게 되나요",
    "어떻게 받을 수 있나요",
    "어떻게 신청하나요",
    "받을 수 있나요",
    "받을 수 있을까요",
    "받을 수 있는지",
    "받을 수 있는",
    "할 수 있나요",
    "할 수 있을까요",
    "할 수 있는지",
    "될까요",
    "되나요",
    "해야 하나요",
    "해야 할까요",
    "해야 할지",
    "어떤 것이 있나요",
    "어떤 것들이 있나요",
    "무엇이 있나요",
    "무엇인가요",
    "무엇인지",
    "무엇을 의미하나요",
    "무엇입니까",
    "뭔가요",
    "뭐가 있나요",
    "뭘 해야 하나",
    "어디인가요",
    "어디인가",
    "어디서",
    "어디에서",
    "누구인가",
    "누구인가요",
    "언제인가",
    "언제인가요",
    "왜 그런가요",
    "얼마인가요",
    "얼마나",
    "어떤가요",
    "좋을까요",
    "좋을지",
    "모르겠습니다",
    "모르겠어요",
    "모르겠네요",
    "모릅니다",
    "궁금합니다",
    "궁금해요",
    "싶습니다",
    "싶어요",
    "싶은데",
    "싶네요",
    "하고 싶은데",
    "추천해주세요",
    "추천 부탁",
    "추천해 주세요",
    "의뢰합니다",
    "필요합니다",
    "필요해요",
    "급합니다",
    "please help",
    "looking for",
    "need help",
    "can someone",
    "is there any",
    "we need",
    "we want to",
    "how can we",
    "how do i",
    "教えてください",
    "探しています",
    "分かりません",
    "困っています",
    "お願いします",
    "したいです",
];

/// Overwrites every request phrase of the normalised `text` with spaces.
///
/// Leaves the text as it is when nothing but phrases would be left.
pub(crate) fn blank_requests(text: &mut String) {
    static PATTERNS: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    let patterns = PATTERNS
        .get_or_init(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(PHRASES).ok());
    let Some(patterns) = patterns else { return };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for found in patterns.find_iter(text.as_str()) {
        out.push_str(&text[from..found.start()]);
        out.push(' ');
        from = found.end();
    }
    out.push_str(&text[from..]);
    if out.chars().any(char::is_alphanumeric) {
        *text = out;
    }
}
