//! The text part of a score, word by word.

use super::question::{Group, Question};
use super::reason::{Millipoints, Reason, SharedWord};
use crate::analysis::{Script, Token, normalise_into, tokens};
use crate::document::Document;
use crate::index::{Index, Slot};
use crate::lexicon::{Hit, Lexicon, Topic};
use smallvec::SmallVec;

/// Words shown in a reason at most.
const SHOWN_WORDS: usize = 6;
/// A word is shown when at least this share of its characters stands in the found word.
const SHOWN_SHARE: f64 = 0.5;

/// Points of every group of the question in one document: BM25 in thousandths, rounded once per group.
pub(crate) fn group_points(index: &Index, question: &Question, slot: Slot) -> Vec<Millipoints> {
    let mut sums = vec![0.0f64; question.groups.len()];
    for asked in &question.terms {
        sums[asked.group] += f64::from(index.term_score(asked.weighted, slot));
    }
    sums.into_iter().map(|sum| (sum * 1000.0).round() as Millipoints).collect()
}

/// The same points as reasons with words to show.
pub(crate) fn text_reasons(document: &Document, question: &Question, points: &[Millipoints]) -> Vec<Reason> {
    let shown = Shown::new(document);
    let mut words: Vec<SharedWord> = Vec::new();
    let mut word_points = 0;
    let mut reasons = Vec::new();
    for (group, &points) in question.groups.iter().zip(points).filter(|&(_, &points)| points != 0) {
        match group {
            Group::Word(asked) => {
                word_points += points;
                if let Some(found) = shown.word_like(asked) {
                    add_word(
                        &mut words,
                        SharedWord { asked: asked.clone(), found: found.to_owned(), points },
                    );
                }
            }
            Group::Topic { topic, asked } => reasons.push(Reason::Topic {
                topic: Lexicon::get().name(*topic).to_owned(),
                asked: asked.clone(),
                found: shown.topic_word(*topic),
                points,
            }),
        }
    }
    words.sort_by(|a, b| b.points.cmp(&a.points).then_with(|| a.asked.cmp(&b.asked)));
    words.truncate(SHOWN_WORDS);
    if word_points != 0 {
        reasons.push(Reason::Words { words, points: word_points });
    }
    reasons
}

fn add_word(words: &mut Vec<SharedWord>, word: SharedWord) {
    match words.iter_mut().find(|known| known.asked == word.asked) {
        Some(known) => known.points += word.points,
        None => words.push(word),
    }
}

/// A document prepared to be quoted.
struct Shown {
    normal: String,
    words: Vec<Token>,
    topics: Vec<Hit>,
}

impl Shown {
    fn new(document: &Document) -> Self {
        let mut normal = String::new();
        normalise_into(&document.title, &mut normal);
        normal.push('\n');
        normalise_into(&document.text, &mut normal);
        let words = tokens(&normal).collect();
        let topics = Lexicon::get().find(&normal);
        Self { normal, words, topics }
    }

    /// The word of the document that has most in common with `asked`, if that is enough to be shown.
    fn word_like(&self, asked: &str) -> Option<&str> {
        let asked_characters: Characters = asked.chars().collect();
        let mut best: (f64, &str) = (0.0, "");
        for token in &self.words {
            let word = &self.normal[token.start..token.stem];
            let likeness = if asked == word { 1.0 } else { likeness(&asked_characters, word, token.script) };
            if likeness > best.0 || likeness == best.0 && word.len() < best.1.len() {
                best = (likeness, word);
            }
        }
        (best.0 >= SHOWN_SHARE).then_some(best.1)
    }

    fn topic_word(&self, topic: Topic) -> String {
        let hit = self.topics.iter().find(|hit| hit.topic == topic);
        hit.map_or_else(String::new, |hit| self.normal[hit.start..hit.end].to_owned())
    }
}

type Characters = SmallVec<[char; 16]>;

/// Share of the character pairs of `asked` that `word` has; whole words only for Latin and single syllables.
fn likeness(asked: &[char], word: &str, script: Script) -> f64 {
    if script == Script::Latin || asked.len() < 2 {
        return 0.0;
    }
    let word: Characters = word.chars().collect();
    let shared = asked.windows(2).filter(|pair| word.windows(2).any(|own| own == *pair)).count();
    shared as f64 / (asked.len() - 1) as f64
}
