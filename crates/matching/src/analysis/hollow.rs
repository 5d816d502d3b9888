//! Words that say nothing of the matter: a question asks nothing with them, and no reason quotes them.

use super::normal::is_hangul;

/// Stems as [`super::tokens`] leaves them: bound nouns, adverbs, pronouns, verbs of being and doing.
const HOLLOW: &[&str] = &[
    "가장",
    "각각",
    "같",
    "같은",
    "같이",
    "거의",
    "겁니",
    "것",
    "것이",
    "겸",
    "경우",
    "계속",
    "곳",
    "곳에",
    "곳은",
    "곳이",
    "그",
    "그것",
    "그냥",
    "그대",
    "그래",
    "그래도",
    "그래서",
    "그러",
    "그런",
    "그런데",
    "그리",
    "그리고",
    "꼭",
    "나서",
    "나오",
    "나옵니",
    "나요",
    "납니",
    "납니다",
    "내내",
    "너무",
    "년",
    "늘",
    "다",
    "다른",
    "다시",
    "달",
    "당장",
    "대",
    "대한",
    "더",
    "더욱",
    "돼요",
    "된다",
    "됩니",
    "됩니다",
    "두",
    "둘",
    "들",
    "들어",
    "등",
    "따라",
    "때",
    "때문",
    "또",
    "또는",
    "또한",
    "마다",
    "많",
    "많은",
    "많이",
    "매우",
    "먼저",
    "모두",
    "못",
    "무엇",
    "및",
    "번",
    "보니",
    "봅니",
    "봅니다",
    "봐요",
    "뿐",
    "사실",
    "세",
    "수",
    "쉽",
    "써요",
    "쓰",
    "씁니",
    "씁니다",
    "아니",
    "아닌",
    "아주",
    "아직",
    "안",
    "않",
    "않고",
    "않는",
    "않습니",
    "않아",
    "어느",
    "어디",
    "어떤",
    "어떻",
    "어떻게",
    "어렵",
    "얼마",
    "없",
    "없고",
    "없는",
    "없습니",
    "없어",
    "여러",
    "역시",
    "오래",
    "와서",
    "와요",
    "왜",
    "우리",
    "위",
    "위한",
    "위해",
    "이",
    "이것",
    "이런",
    "이렇",
    "이렇게",
    "이미",
    "이번",
    "이상",
    "있",
    "있고",
    "있는",
    "있습니",
    "있어",
    "자꾸",
    "자주",
    "잘",
    "저",
    "저희",
    "전부",
    "점",
    "정도",
    "제",
    "제대",
    "조금",
    "좀",
    "주",
    "중",
    "지금",
    "직접",
    "참",
    "채",
    "처음",
    "통해",
    "하나",
    "한",
    "한다",
    "한번",
    "함께",
    "합니",
    "합니다",
    "항상",
    "해",
    "해서",
    "했",
    "혹시",
];

/// Polite endings that leave one syllable of a verb, too little for the matter: 납니다, 씁니다, 나요.
const AFTER_ONE_SYLLABLE: &[&str] = &[
    "니다",
    "니까",
    "습니다",
    "습니까",
    "어요",
    "아요",
    "나요",
    "네요",
    "지요",
    "는데",
    "지만",
    "어서",
    "아서",
];

/// Whether the word, whole or without its ending, is hollow.
pub(crate) fn is_hollow(word: &str, stem: &str) -> bool {
    if !stem.chars().all(is_hangul) {
        return false;
    }
    let listed = |text: &str| HOLLOW.binary_search(&text).is_ok();
    listed(stem) || listed(word) || AFTER_ONE_SYLLABLE.iter().any(|ending| one_syllable_before(word, ending))
}

fn one_syllable_before(word: &str, ending: &str) -> bool {
    word.strip_suffix(ending).is_some_and(|rest| rest.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_for_searching() {
        assert!(HOLLOW.is_sorted_by(|a, b| a < b), "sort the list");
    }

    #[test]
    fn verbs_of_one_syllable_are_hollow_and_nouns_are_not() {
        for word in ["납니다", "됩니다", "씁니다", "나요", "곳", "같이"] {
            assert!(is_hollow(word, word), "{word}");
        }
        for word in ["도금", "녹", "칠", "배합니다", "물", "기계"] {
            assert!(!is_hollow(word, word), "{word}");
        }
    }
}
