//! What a word of the index speaks of, as it stands in the text that people wrote.

use std::ops::Range;

/// The most words of an item that is named whole.
const MOST_WORDS: usize = 3;
/// The most signs of it.
const MOST_SIGNS: usize = 14;

/// `pcb` as the text writes it: `PCB`; where it stands in a short item of a list, the item: `노이즈 필터`. The word itself where
/// the text writes it otherwise, as with full-width letters.
pub(super) fn in_texts(texts: &[&str], word: &str) -> String {
    let found = texts.iter().find_map(|text| Some(item(text, in_text(text, word)?))).unwrap_or(word);
    bare(found).to_owned()
}

/// As [`in_texts`], but never more than the word: for what two firms share, where the rest of an item is one firm's alone.
pub(super) fn word_in_texts(texts: &[&str], word: &str) -> String {
    let found = texts.iter().find_map(|text| text.get(in_text(text, word)?)).unwrap_or(word);
    bare(found).to_owned()
}

/// The item of a list around a part of the text, if it is short and a thing, not a sentence; else the part.
fn item(text: &str, part: Range<usize>) -> &str {
    let before = text[..part.start].rsplit(ends).next().unwrap_or_default();
    let after = text[part.end..].split(ends).next().unwrap_or_default();
    let whole = text[part.start - before.len()..part.end + after.len()].trim();
    let short = whole.chars().count() <= MOST_SIGNS && whole.split_whitespace().count() <= MOST_WORDS;
    if short && !is_said(whole) { whole } else { &text[part] }
}

/// What stands between the items of a list.
fn ends(sign: char) -> bool {
    ",.;:/·()、。，!?\n".contains(sign)
}

/// Whether an item ends as sentences and notes do.
fn is_said(item: &str) -> bool {
    ["다", "요", "음", "함", "됨", "드림", "까지", "부터", "에서", "에", "서", "고", "면", "기"]
        .iter()
        .any(|end| item.ends_with(end))
}

/// Without an `및` or `등` that was written without a space before it.
fn bare(word: &str) -> &str {
    let cut = ["및", "등"].iter().find_map(|end| word.strip_suffix(end)).map(str::trim_end);
    cut.filter(|cut| cut.chars().count() >= 2).unwrap_or(word)
}

/// Where a word stands in a text.
fn in_text(text: &str, word: &str) -> Option<Range<usize>> {
    let lower = text.to_lowercase();
    let at = if lower.len() == text.len() { lower.find(word) } else { text.find(word) }?;
    // The index parts signs of different scripts: `2차전지` begins with its number.
    let number = text.get(..at)?.chars().rev().take_while(char::is_ascii_digit).count();
    // `인` is cut off as an ending: of `온라인`, too.
    let rest = text.get(at + word.len()..)?.strip_prefix('인');
    let whole = rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let end = at + word.len() + if whole { '인'.len_utf8() } else { 0 };
    let part = at - number..end;
    text.get(part.clone()).map(|_| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_as_they_were_written() {
        assert_eq!(in_texts(&["", "다층 PCB 기판을 급하게 만들어 드립니다"], "pcb"), "PCB");
        assert_eq!(in_texts(&["İstanbul 기판을 만듭니다"], "기판"), "기판");
        assert_eq!(in_texts(&[], "기판"), "기판");
        assert_eq!(in_texts(&["2차전지 시험을 합니다"], "차전지"), "2차전지");
        assert_eq!(in_texts(&["반도체및 부품을 만듭니다"], "반도체및"), "반도체");
    }

    #[test]
    fn a_short_item_is_named_whole() {
        let products = "전원용 코일, 트랜스, 노이즈 필터";
        assert_eq!(in_texts(&[products], "노이즈"), "노이즈 필터");
        assert_eq!(in_texts(&["명란, 가자미식해"], "가자미식"), "가자미식해");
        assert_eq!(
            in_texts(&["축사 환기량 재 드립니다. 스테인리스 배관 용접"], "용접"),
            "스테인리스 배관 용접"
        );
        assert_eq!(in_texts(&["크레인 빌려 드립니다"], "크레인"), "크레인");
        assert_eq!(in_texts(&["B787 날개구조물 등"], "날개"), "B787 날개구조물");
        assert_eq!(word_in_texts(&["선박용 크레인, PCB"], "선박용"), "선박용");
        assert_eq!(word_in_texts(&["선박용 크레인, PCB"], "pcb"), "PCB");
        assert_eq!(word_in_texts(&["온라인 음악 서비스"], "온라"), "온라인");
    }
}
