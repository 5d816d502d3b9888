//! Finds the words of the lexicon in text, in one pass, whatever the spacing.

use super::Topic;
use super::parse::Entry;
use crate::analysis::{is_hangul, is_particle, normalise_into};
use aho_corasick::AhoCorasick;
use smallvec::SmallVec;
use std::collections::HashMap;

/// A word of the lexicon at a byte range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub topic: Topic,
    pub start: usize,
    pub end: usize,
}

struct Pattern {
    topics: SmallVec<[Topic; 4]>,
    syllables: usize,
    spaced: bool,
}

pub(crate) struct Finder {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

impl Finder {
    pub(crate) fn new(entries: &[Entry]) -> Self {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut texts: Vec<String> = Vec::new();
        let mut patterns: Vec<Pattern> = Vec::new();
        for (topic, entry) in (0..).zip(entries) {
            for word in &entry.words {
                let mut text = String::new();
                normalise_into(word, &mut text);
                let spaced = text.contains(' ');
                text.retain(|c| c != ' ');
                let at = *known.entry(text.clone()).or_insert_with(|| {
                    let syllables = text.chars().count();
                    texts.push(text);
                    patterns.push(Pattern { topics: SmallVec::new(), syllables, spaced });
                    patterns.len() - 1
                });
                if !patterns[at].topics.contains(&topic) {
                    patterns[at].topics.push(topic);
                }
            }
        }
        Self { automaton: AhoCorasick::new(&texts).ok(), patterns }
    }

    /// The longest words first; a word inside a longer one does not count, so that
    /// `인감도장` (a seal) is not `도장` (paint).
    pub(crate) fn find(&self, normal: &str) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let squeezed = Squeezed::new(normal);
        let mut spans: Vec<(usize, usize, usize)> = automaton
            .find_overlapping_iter(&squeezed.text)
            .map(|m| (squeezed.places[m.start()], squeezed.places[m.end() - 1] + 1, m.pattern().as_usize()))
            .filter(|&(start, end, at)| plausible(normal, start, end, &self.patterns[at]))
            .collect();
        spans.sort_unstable_by_key(|&(start, end, _)| (start, std::cmp::Reverse(end)));
        let mut covered = 0;
        let mut hits = Vec::new();
        for (start, end, at) in spans {
            if start >= covered {
                covered = end;
                hits.extend(self.patterns[at].topics.iter().map(|&topic| Hit { topic, start, end }));
            }
        }
        hits
    }
}

/// The text without spaces, and where each of its bytes was.
struct Squeezed {
    text: String,
    places: Vec<usize>,
}

impl Squeezed {
    fn new(normal: &str) -> Self {
        let mut text = String::with_capacity(normal.len());
        let mut places = Vec::with_capacity(normal.len());
        for (at, c) in normal.char_indices().filter(|&(_, c)| c != ' ') {
            text.push(c);
            places.extend(at..at + c.len_utf8());
        }
        Self { text, places }
    }
}

/// Whether the letters at this place are the word itself and not a part of other words.
fn plausible(normal: &str, start: usize, end: usize, pattern: &Pattern) -> bool {
    let found = &normal[start..end];
    let (before, after) = (&normal[..start], &normal[end..]);
    let split = found.contains(' ');
    match found.chars().next() {
        Some(c) if is_hangul(c) => {
            if split && pattern.syllables < 4 && !pattern.spaced {
                return false;
            }
            let begins = !before.ends_with(is_hangul);
            match pattern.syllables {
                1 => begins && ends_word(after),
                2 => begins || ends_word(after),
                _ => true,
            }
        }
        Some(c) if c.is_ascii_alphanumeric() => latin_border(found, before, after),
        _ => true,
    }
}

/// Nothing but a particle follows in the same Korean word.
fn ends_word(after: &str) -> bool {
    let rest = after.find(|c| !is_hangul(c)).unwrap_or(after.len());
    rest == 0 || is_particle(&after[..rest])
}

/// A Latin word stands alone; the plural and the `-ing` form of longer words pass.
fn latin_border(found: &str, before: &str, after: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphabetic();
    let tail = after.find(|c| !letter(c)).unwrap_or(after.len());
    let inflected = found.len() >= 4 && matches!(&after[..tail], "s" | "es" | "ing" | "ed" | "er");
    let latin_end = found.ends_with(letter);
    !before.ends_with(letter) && (!latin_end || tail == 0 || inflected)
}
