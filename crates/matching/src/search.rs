//! Search in the directory, while typing: every word typed should stand in what is found.

use crate::analysis::{Class, Script, Term, normalise_into, tokens, word_terms};
use crate::document::{DocId, Document, Kind, Kinds};
use crate::index::{Index, Slot, WeightedTerm};
use serde::{Deserialize, Serialize};

/// Candidates by their terms that are looked at for the words themselves.
const CANDIDATES_PER_ANSWER: usize = 10;
const LEAST_CANDIDATES: usize = 200;
/// Weight of the beginning of a word against a whole one.
const PREFIX_WEIGHT: f32 = 0.5;
/// Weight of a whole stem against its character pairs (decision 8).
const STEM_WEIGHT: f32 = 0.4;
/// Weight of a word that the document says it does not do.
const DECLINED_WEIGHT: f32 = 0.5;
/// What a word standing in the title adds, relative to all terms together.
const TITLE_SHARE: f32 = 0.5;

/// A thing found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Which document.
    pub id: DocId,
    /// What it is.
    pub kind: Kind,
    /// Whether every word typed stands in it, be it inside a compound.
    pub complete: bool,
    /// Only for comparing within one list.
    pub score: f32,
}

/// What is typed into a search field. Built step by step from [`Search::new`].
#[derive(Clone, Copy)]
pub struct Search<'a> {
    text: &'a str,
    kinds: Kinds,
    limit: usize,
    filter: Option<&'a dyn Fn(&Document) -> bool>,
}

impl<'a> Search<'a> {
    /// Searches all kinds, for twenty results.
    pub fn new(text: &'a str) -> Self {
        Self { text, kinds: Kinds::ALL, limit: 20, filter: None }
    }

    /// Only documents of these kinds.
    pub fn kinds(mut self, kinds: impl Into<Kinds>) -> Self {
        self.kinds = kinds.into();
        self
    }

    /// How many results at most.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Only documents that pass.
    pub fn filter(mut self, filter: &'a dyn Fn(&Document) -> bool) -> Self {
        self.filter = Some(filter);
        self
    }
}

impl Index {
    /// Finds what is typed: complete results first, then by score, then by id.
    pub fn search(&self, search: &Search) -> Vec<Found> {
        let mut normal = String::new();
        normalise_into(search.text, &mut normal);
        let words: Vec<&str> = tokens(&normal).map(|token| &normal[token.start..token.end]).collect();
        let terms = self.typed_terms(&normal);
        let keep = LEAST_CANDIDATES.max(search.limit.saturating_mul(CANDIDATES_PER_ANSWER));
        let candidates = self.retrieve(&terms, keep, |slot| {
            self.document(slot).is_some_and(|document| {
                search.kinds.contains(document.kind) && search.filter.is_none_or(|filter| filter(document))
            })
        });
        let mut found: Vec<Found> =
            candidates.iter().filter_map(|c| self.look_at(c.slot, c.score, &words)).collect();
        found.sort_by(|a, b| {
            b.complete.cmp(&a.complete).then(b.score.total_cmp(&a.score)).then(a.id.cmp(&b.id))
        });
        found.truncate(search.limit);
        found
    }

    fn typed_terms(&self, normal: &str) -> Vec<WeightedTerm> {
        let mut weights: Vec<(Term, f32)> = Vec::new();
        for token in tokens(normal) {
            word_terms(normal, token, &mut |term, class| {
                let weight = if class == Class::Pair { 1.0 } else { STEM_WEIGHT };
                weights.extend([(term, weight), (term.declined(), weight * DECLINED_WEIGHT)]);
            });
            let word = &normal[token.start..token.end];
            if token.script == Script::Latin || word.chars().nth(1).is_none() {
                weights.push((Term::prefix(word), PREFIX_WEIGHT));
            }
        }
        weights.sort_by_key(|&(term, _)| term);
        weights.dedup_by_key(|&mut (term, _)| term);
        let known = weights.into_iter().filter_map(|(term, weight)| {
            let (number, rarity) = self.rarity(term)?;
            Some(WeightedTerm { term: number, weight: weight * rarity })
        });
        known.collect()
    }

    fn look_at(&self, slot: Slot, score: f32, words: &[&str]) -> Option<Found> {
        let document = self.document(slot)?;
        let (mut title, mut text) = (String::new(), String::new());
        normalise_into(&document.title, &mut title);
        normalise_into(&document.text, &mut text);
        let in_title = words.iter().filter(|&&word| title.contains(word)).count();
        let complete = words.iter().all(|&word| title.contains(word) || text.contains(word));
        let starts = words.first().is_some_and(|&word| title.starts_with(word));
        let share = (in_title as f32 + f32::from(u8::from(starts))) / words.len().max(1) as f32;
        Some(Found {
            id: document.id,
            kind: document.kind,
            complete,
            score: score * (1.0 + TITLE_SHARE * share),
        })
    }
}
