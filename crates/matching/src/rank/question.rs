//! A question as weighted terms, each belonging to a word or a topic that can be shown.

use super::query::Query;
use crate::analysis::{
    Class, Term, blank_requests, is_hangul, is_hollow, normalise_into, tokens, word_terms,
};
use crate::index::{Index, WeightedTerm};
use crate::lexicon::{Lexicon, Topic};

/// Weight of a whole stem against its character pairs (decision 8).
const STEM_WEIGHT: f32 = 0.4;
/// Weight of a word of one syllable: often a particle or a counter, sometimes the matter itself (녹, 칠).
const SYLLABLE_WEIGHT: f32 = 0.4;
/// Weight of a topic against a character pair.
const TOPIC_WEIGHT: f32 = 2.0;
/// What every further word of a topic adds to it.
const AGAIN_WEIGHT: f32 = 0.4;
/// What stays of a topic that is the asker's own trade: it is the setting of the problem, seldom the help.
const OWN_TRADE_SHARE: f32 = 0.5;
/// How often a term of the title counts, against once for the text.
const TITLE_WEIGHT: f32 = 1.5;

/// What a term stands for in the explanation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Group {
    /// A word of the question.
    Word(String),
    /// A topic found in the documents, and the words that asked for it.
    Topic { topic: Topic, asked: String },
}

impl Group {
    fn is_korean_word(&self) -> bool {
        matches!(self, Self::Word(word) if word.starts_with(is_hangul))
    }
}

/// A term of the question with its group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub weighted: WeightedTerm,
    pub group: usize,
}

/// The question, ready for an index.
#[derive(Default)]
pub(crate) struct Question {
    pub groups: Vec<Group>,
    pub terms: Vec<Asked>,
    /// Weight of Korean words that no document holds.
    pub unknown: f32,
}

impl Question {
    pub(crate) fn new(index: &Index, query: &Query) -> Self {
        let mut raw = Raw::default();
        raw.add_field(query.title, TITLE_WEIGHT);
        raw.add_field(query.text, 1.0);
        if let Some(code) = query.industry {
            raw.hold_back_own_trade(code);
        }
        raw.finish(index)
    }

    pub(crate) fn weighted(&self) -> Vec<WeightedTerm> {
        self.terms.iter().map(|asked| asked.weighted).collect()
    }
}

/// Terms before the index has been asked how rare they are.
#[derive(Default)]
struct Raw {
    groups: Vec<Group>,
    terms: Vec<(Term, f32, usize)>,
    topics: Vec<(Topic, f32, String)>,
}

impl Raw {
    fn add_field(&mut self, text: &str, weight: f32) {
        let mut normal = String::new();
        normalise_into(text, &mut normal);
        for hit in Lexicon::get().find(&normal) {
            self.add_topic(hit.topic, weight, normal[hit.start..hit.end].to_owned());
        }
        blank_requests(&mut normal);
        for token in tokens(&normal) {
            if is_hollow(&normal[token.start..token.end], &normal[token.start..token.stem]) {
                continue;
            }
            let group = self.groups.len();
            self.groups.push(Group::Word(normal[token.start..token.stem].to_owned()));
            word_terms(&normal, token, &mut |term, class| {
                self.terms.push((term, weight * class_weight(class), group));
            });
        }
    }

    fn add_topic(&mut self, topic: Topic, weight: f32, asked: String) {
        match self.topics.iter_mut().find(|(known, ..)| *known == topic) {
            Some((_, known, _)) => *known = known.max(weight) + AGAIN_WEIGHT * weight,
            None => self.topics.push((topic, weight, asked)),
        }
    }

    fn hold_back_own_trade(&mut self, code: &str) {
        let own: Vec<Topic> = Lexicon::get().of_industry(code).collect();
        for (topic, weight, _) in &mut self.topics {
            if own.contains(topic) {
                *weight *= OWN_TRADE_SHARE;
            }
        }
    }

    /// Topics asked for by name, and those that help with them, each once at its highest weight.
    fn spread_topics(&mut self) {
        let lexicon = Lexicon::get();
        let mut spread: Vec<(Topic, f32, String)> = self.topics.clone();
        for (topic, weight, asked) in &self.topics {
            for &(helper, share) in lexicon.related(*topic) {
                match spread.iter_mut().find(|(known, ..)| *known == helper) {
                    Some((_, known, _)) => *known = known.max(weight * share),
                    None => spread.push((helper, weight * share, asked.clone())),
                }
            }
        }
        for (topic, weight, asked) in spread {
            self.terms.push((Term::topic(topic), weight * TOPIC_WEIGHT, self.groups.len()));
            self.groups.push(Group::Topic { topic, asked });
        }
    }

    /// Weighs by rarity; a term asked twice counts once, with the sum of its weights.
    fn finish(mut self, index: &Index) -> Question {
        self.spread_topics();
        let mut terms = self.terms;
        terms.sort_by_key(|&(term, _, group)| (term, group));
        terms.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        let mut question = Question { groups: self.groups, ..Question::default() };
        for (term, weight, group) in terms {
            match index.rarity(term) {
                Some((number, rarity)) => {
                    let weighted = WeightedTerm { term: number, weight: weight * rarity };
                    question.terms.push(Asked { weighted, group });
                }
                None if question.groups[group].is_korean_word() => {
                    question.unknown += weight * index.greatest_rarity();
                }
                None => {}
            }
        }
        question
    }
}

fn class_weight(class: Class) -> f32 {
    match class {
        Class::Pair => 1.0,
        Class::Stem => STEM_WEIGHT,
        Class::Syllable => SYLLABLE_WEIGHT,
    }
}
