//! Names of firms: what stays when legal forms and spelling are put aside, and how alike two are.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;

use super::plain;

/// Legal forms, the longer first.
const FORMS: &[&str] = &[
    "농업회사법인",
    "어업회사법인",
    "영농조합법인",
    "유한책임회사",
    "사회적협동조합",
    "주식회사",
    "유한회사",
    "합자회사",
    "합명회사",
    "사단법인",
    "재단법인",
    "(주)",
    "(유)",
    "(합)",
    "(사)",
    "(재)",
    "(농)",
    "주)",
    "유)",
];

const FOREIGN_FORMS: &[&str] =
    &["co", "ltd", "inc", "corp", "corporation", "llc", "limited", "company", "incorporated"];

/// The part of a name that tells firms apart: without legal form, spaces and punctuation, in lower
/// case. Never empty when the name has a letter or digit.
pub fn name_key(name: &str) -> String {
    let mut text = plain(name).to_lowercase();
    for form in FORMS {
        if text.contains(form) {
            text = text.replace(form, " ");
        }
    }
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let own: String = words.iter().filter(|word| !FOREIGN_FORMS.contains(word)).copied().collect();
    if own.is_empty() {
        plain(name).to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    } else {
        own
    }
}

/// How alike two names are, from 0 to 1 (the same key): one less the edit distance of their
/// letters (jamo) over the longer one, so that 두레정밀 and 두래정밀 differ by one letter of ten.
pub fn similar_names(one: &str, other: &str) -> f64 {
    similar_letters(&letters(&name_key(one)), &letters(&name_key(other)))
}

/// The jamo of a key.
pub(crate) fn letters(key: &str) -> Vec<char> {
    key.nfd().collect()
}

/// As [`similar_names`], of letters that were taken apart before.
#[allow(clippy::cast_precision_loss, reason = "names are short")]
pub(crate) fn similar_letters(one: &[char], other: &[char]) -> f64 {
    let longer = one.len().max(other.len());
    if longer == 0 {
        return 0.0;
    }
    1.0 - distance(one, other) as f64 / longer as f64
}

/// Levenshtein's edit distance.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (place, known) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != known);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

/// Names to search for similar ones, quick at thousands: only names that share two letters in a
/// row, or the first syllable, are compared.
#[derive(Debug, Clone, Default)]
pub struct NameIndex {
    names: Vec<Vec<char>>,
    shared: HashMap<(char, char), Vec<usize>>,
}

impl NameIndex {
    /// An index of `names`, known later by their place.
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for name in names {
            index.insert(name);
        }
        index
    }

    /// Adds a name and gives its place.
    pub fn insert(&mut self, name: &str) -> usize {
        let (key, place) = (name_key(name), self.names.len());
        for pair in pairs(&key) {
            self.shared.entry(pair).or_default().push(place);
        }
        self.names.push(letters(&key));
        place
    }

    /// Places of names that are at least `threshold` alike, the most alike first; 0.8 is a good start.
    pub fn similar(&self, name: &str, threshold: f64) -> Vec<(usize, f64)> {
        let key = name_key(name);
        let wanted = letters(&key);
        let candidates: BTreeSet<usize> =
            pairs(&key).iter().filter_map(|pair| self.shared.get(pair)).flatten().copied().collect();
        let alike = |place: usize| (place, similar_letters(&wanted, &self.names[place]));
        let mut found: Vec<_> =
            candidates.into_iter().map(alike).filter(|(_, likeness)| *likeness >= threshold).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found
    }
}

/// Neighbouring characters, and the first one by itself.
fn pairs(key: &str) -> BTreeSet<(char, char)> {
    let characters: Vec<char> = key.chars().collect();
    let first = characters.first().map(|first| ('^', *first));
    characters.windows(2).map(|pair| (pair[0], pair[1])).chain(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn legal_forms_and_spelling_do_not_matter() {
        for name in [
            "㈜두레정밀",
            "(주) 두레 정밀",
            "주식회사 두레정밀",
            "두레정밀(주)",
            "두레정밀 주식회사",
            "두레정밀 Co., Ltd.",
        ] {
            assert_eq!(name_key(name), "두레정밀", "{name}");
        }
        assert_eq!(name_key("(주)"), "주");
        assert_eq!(name_key("Dure Precision Inc."), "dureprecision");
    }

    #[test]
    fn a_slip_is_closer_than_another_firm() {
        assert!((similar_names("㈜두레정밀", "두레정밀 주식회사") - 1.0).abs() < 1e-9);
        assert!(similar_names("두레정밀", "두래정밀") >= 0.9);
        assert!(similar_names("두레정밀", "두레정공") < 0.8);
        assert!(similar_names("두레정밀", "한솔식품") < 0.4);
    }

    #[test]
    fn the_index_finds_similar_names() {
        let index = NameIndex::new(["한솔식품", "㈜두레정밀", "두래정밀"]);
        let found: Vec<usize> =
            index.similar("두레정밀(주)", 0.8).into_iter().map(|(place, _)| place).collect();
        assert_eq!(found, [1, 2]);
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_within_bounds(one in "[가-힣a-c㈜ ]{0,8}", other in "[가-힣a-c㈜ ]{0,8}") {
            let likeness = similar_names(&one, &other);
            prop_assert!((0.0..=1.0).contains(&likeness));
            prop_assert!((likeness - similar_names(&other, &one)).abs() < 1e-12);
        }
    }
}
