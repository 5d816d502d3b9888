//! Readable names of topics.

use super::Lexicon;
use super::parse::Entry;
use crate::analysis::is_hangul;

/// What a topic is called, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicName {
    /// In Korean: `부식`.
    pub korean: &'static str,
    /// In English: `corrosion`.
    pub english: String,
    /// In Japanese: `さび`; the English name where the lexicon has no Japanese word.
    pub japanese: String,
}

/// The name of the topic with this key, as [`crate::Reason::Topic`] gives it.
pub fn topic_name(key: &str) -> Option<&'static TopicName> {
    let lexicon = Lexicon::get();
    let at = lexicon.names.iter().position(|name| *name == key)?;
    lexicon.labels.get(at)
}

/// The first word of each language; the key itself is the English name.
pub(super) fn of(entry: &Entry<'static>) -> TopicName {
    let english = entry.name.replace('_', " ");
    let korean = entry.words.iter().find(|word| word.chars().any(is_hangul));
    let japanese = entry.words.iter().find(|word| word.chars().any(is_japanese));
    TopicName {
        korean: korean.copied().unwrap_or(entry.name),
        japanese: japanese.map_or_else(|| english.clone(), |word| (*word).to_owned()),
        english,
    }
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_name_in_korean() {
        for name in &Lexicon::get().names {
            let label = topic_name(name).expect("a name");
            assert!(label.korean.chars().any(is_hangul), "{name}: {label:?}");
            assert!(!label.english.contains('_') && !label.japanese.is_empty());
        }
        assert_eq!(topic_name("corrosion").map(|name| name.korean), Some("부식"));
        assert_eq!(topic_name("no such topic"), None);
    }
}
