//! Topics that a text speaks of, for those who reckon with topics themselves.

use super::Lexicon;
use crate::analysis::{normalise_into, tokens};

/// A topic that a text speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Key of the topic, as in [`crate::Reason::Topic`].
    pub topic: &'static str,
    /// The word that speaks of it, whole and without its ending: `골판지상자`, not `상자`.
    pub word: String,
}

/// The topics that a text speaks of, each once, in order of place.
pub fn topics_in(text: &str) -> Vec<Spoken> {
    let lexicon = Lexicon::get();
    let mut normal = String::new();
    normalise_into(text, &mut normal);
    let words: Vec<_> = tokens(&normal).collect();
    let mut spoken: Vec<Spoken> = Vec::new();
    for hit in lexicon.find(&normal) {
        let topic = lexicon.name(hit.topic);
        if spoken.iter().any(|known| known.topic == topic) {
            continue;
        }
        let around = words.iter().find(|word| word.start <= hit.start && hit.end <= word.end);
        let (start, end) = around.map_or((hit.start, hit.end), |word| (word.start, word.stem.max(hit.end)));
        spoken.push(Spoken { topic, word: normal[start..end].to_owned() });
    }
    spoken
}

/// KSIC codes, or their beginnings, of the industries that stand for a topic; nothing for an unknown one.
pub fn topic_industries(key: &str) -> Vec<&'static str> {
    let lexicon = Lexicon::get();
    let known = |(_, topic): &&(&'static str, super::Topic)| lexicon.name(*topic) == key;
    lexicon.industries.iter().filter(known).map(|(code, _)| *code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_its_topics_in_whole_words() {
        let spoken = topics_in("골판지상자를 만들고 염수분무시험도 합니다");
        let word = |topic| spoken.iter().find(|one| one.topic == topic).map(|one| one.word.as_str());
        assert_eq!(word("box"), Some("골판지상자"));
        assert!(word("rust_test").is_some());
        assert_eq!(topic_industries("box"), ["172"]);
        assert!(topic_industries("no such topic").is_empty() && topics_in("").is_empty());
    }
}
