//! From an industry as people write it to codes: exact names by one hash lookup, then usual shop
//! words, then names that look alike.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Industry, Level, table};

/// Usual words and the groups that they mean, separated by a tab; groups by spaces.
const WORDS: &str = include_str!("../../data/industry_words.tsv");
/// Names of revision 10 and 9 that differ from revision 11, and the group of today.
const FORMER: &str = include_str!("../../data/ksic_former.tsv");

/// Score of a usual shop word for a single industry, and so of a good guess.
pub(super) const SURE: f32 = 0.9;
const DIVISION_NAME: f32 = 0.95;
const SECOND_MEANING: f32 = 0.7;
const MOST: usize = 8;
/// Endings that say nothing about which industry it is.
const ENDINGS: &[&str] =
    &["제조업", "제조", "가공업", "서비스업", "사업", "업체", "전문", "생산", "제작", "회사", "공장", "업"];

type Meanings = Vec<(Industry, f32)>;

static EXACT: LazyLock<HashMap<String, Meanings>> = LazyLock::new(|| {
    let mut exact = HashMap::new();
    for row in table::rows().iter().rev() {
        let score = if row.industry.level() == Level::Group { 1.0 } else { DIVISION_NAME };
        for name in [row.ko, row.en] {
            exact.entry(normal(name)).or_insert_with(|| vec![(row.industry, score)]);
        }
    }
    for (name, meanings) in lines(FORMER, 1.0).chain(lines(WORDS, SURE)) {
        exact.entry(name).or_insert(meanings);
    }
    exact
});

/// The longest key of [`EXACT`] that may stand inside another text, in characters.
const LONGEST_PART: usize = 12;

/// Groups by the character pairs of their names.
static PAIRS: LazyLock<HashMap<(char, char), Vec<u16>>> = LazyLock::new(|| {
    let mut groups: HashMap<(char, char), Vec<u16>> = HashMap::new();
    for (at, row) in (0_u16..).zip(table::rows()) {
        for pair in pairs(&normal(row.ko)) {
            groups.entry(pair).or_default().push(at);
        }
    }
    groups
});

fn lines(text: &'static str, score: f32) -> impl Iterator<Item = (String, Meanings)> {
    text.lines().filter_map(move |line| {
        let (name, codes) = line.split_once('\t')?;
        let codes = codes.split(' ').filter_map(|code| code.parse().ok());
        let ranked = codes.enumerate().map(|(at, code)| (code, if at == 0 { score } else { SECOND_MEANING }));
        Some((normal(name), ranked.collect()))
    })
}

/// Letters and digits only, in lower case: spacing and punctuation differ from source to source.
/// The letter araea (U+318D) is left out, for official names use it as a middle dot.
fn normal(text: &str) -> String {
    let letters = text.chars().filter(|char| char.is_alphanumeric() && *char != 'ㆍ');
    letters.flat_map(char::to_lowercase).collect()
}

/// Distinct pairs of neighbouring characters.
fn pairs(text: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// See [`Industry::find`].
pub(super) fn find(text: &str) -> Meanings {
    let text: String = text.chars().take(200).collect();
    let name = normal(&text);
    if name.is_empty() {
        return Meanings::new();
    }
    if let Some(meanings) = EXACT.get(&name) {
        return meanings.clone();
    }
    if let Some(code) = leading_code(&text) {
        return vec![(code, 1.0)];
    }
    if let Some(meanings) = text.split_once('(').and_then(|(before, _)| EXACT.get(&normal(before))) {
        return meanings.clone();
    }
    for ending in ENDINGS {
        if let Some(meanings) = name.strip_suffix(ending).and_then(|stem| EXACT.get(stem)) {
            return meanings.iter().map(|(code, score)| (*code, score.min(SURE))).collect();
        }
    }
    let mut found = parts(&name);
    found.extend(alike(&name));
    best(found)
}

/// A code that stands alone or before a name, as in `C251 구조용 금속제품`.
fn leading_code(text: &str) -> Option<Industry> {
    let first = text.split(|char: char| !char.is_ascii_alphanumeric()).find(|word| !word.is_empty())?;
    let letter_alone = first.len() == 1 && normal(text).len() > 1;
    first.parse().ok().filter(|_| text.trim_start().starts_with(first) && !letter_alone)
}

/// Shop words inside the text; the more of the text they cover, the surer. Names of sections are
/// left out: nearly every name ends in one (`제조업`).
fn parts(name: &str) -> Meanings {
    let chars: Vec<char> = name.chars().collect();
    let mut found = Meanings::new();
    let mut from = 0;
    while from < chars.len() {
        let longest = LONGEST_PART.min(chars.len() - from);
        let hit = (2..=longest).rev().find_map(|length| {
            let part: String = chars[from..from + length].iter().collect();
            EXACT.get(&part).map(|meanings| (length, meanings))
        });
        let Some((length, meanings)) = hit else {
            from += 1;
            continue;
        };
        let share = share(length, chars.len());
        let narrow = meanings.iter().filter(|(code, _)| code.level() > Level::Section);
        found.extend(narrow.map(|(code, score)| (*code, score * (0.5 + 0.4 * share))));
        from += length;
    }
    found
}

/// Groups whose names share at least a third of their character pairs with the text (Dice).
fn alike(name: &str) -> Meanings {
    let wanted = pairs(name);
    let mut common: HashMap<u16, usize> = HashMap::new();
    for row in wanted.iter().filter_map(|pair| PAIRS.get(pair)).flatten() {
        *common.entry(*row).or_default() += 1;
    }
    let scored = common.into_iter().filter_map(|(at, common)| {
        let row = &table::rows()[usize::from(at)];
        let dice = share(2 * common, wanted.len() + pairs(&normal(row.ko)).len());
        (dice >= 0.34 && row.industry.level() > Level::Section).then_some((row.industry, dice * 0.95))
    });
    scored.collect()
}

#[expect(clippy::cast_precision_loss, reason = "lengths of names are far below 2^24")]
fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// Each code once with its best score, best first, codes in order where scores are equal.
fn best(mut found: Meanings) -> Meanings {
    found.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    found.dedup_by_key(|(code, _)| *code);
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found.truncate(MOST);
    found
}
