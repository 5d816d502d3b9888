//! Why one document is not among the first answers.

use super::circumstances::eligible;
use super::question::{Group, Question};
use super::{Match, Millipoints, Query};
use crate::analysis::{normalise_into, refused_spans};
use crate::document::{DocId, Document};
use crate::index::Index;
use serde::{Deserialize, Serialize};

/// What kept a document out, or that nothing did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// It is in the list, at this rank from 1.
    Listed {
        /// Rank from 1.
        rank: usize,
    },
    /// It scored less than the last one shown.
    Below {
        /// Score of the last one shown; 0 if the list is empty.
        last_shown: Millipoints,
    },
    /// No word and no topic in common.
    NothingInCommon,
    /// A programme that is open to another province or city only.
    NotOpenToYou,
    /// Its kind was not asked for.
    OtherKind,
    /// Named among the exceptions.
    Excepted,
    /// The caller's filter took it out, such as for want of access.
    FilteredOut,
    /// There is no such document.
    Unknown,
}

/// The answer to "why not this one?".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyNot {
    /// What decided.
    pub verdict: Verdict,
    /// Its score and reasons, whatever the verdict; `None` if there is no such document.
    pub scored: Option<Match>,
    /// Words of the question that the document lacks, in the order asked.
    pub missing: Vec<String>,
    /// What the document says that it does not do, in its own words.
    pub refuses: Vec<String>,
}

impl Index {
    /// Explains why `id` is or is not among the answers to `query`.
    pub fn why_not(&self, query: &Query, id: DocId) -> WhyNot {
        let question = Question::new(self, query);
        let Some(weighed) = self.slot(id).and_then(|slot| self.weigh(slot, &question, query)) else {
            return WhyNot {
                verdict: Verdict::Unknown,
                scored: None,
                missing: Vec::new(),
                refuses: Vec::new(),
            };
        };
        WhyNot {
            verdict: self.verdict(query, weighed.document, &weighed.text),
            missing: missing_words(&question, &weighed.text),
            refuses: refused_clauses(weighed.document),
            scored: Some(weighed.explained(&question)),
        }
    }

    fn verdict(&self, query: &Query, document: &Document, text: &[Millipoints]) -> Verdict {
        if !query.kinds.contains(document.kind) {
            Verdict::OtherKind
        } else if query.except.contains(&document.id) {
            Verdict::Excepted
        } else if !eligible(document, query) {
            Verdict::NotOpenToYou
        } else if query.filter.is_some_and(|filter| !filter(document)) {
            Verdict::FilteredOut
        } else if text.iter().all(|&points| points == 0) {
            Verdict::NothingInCommon
        } else {
            self.place_in_list(query, document.id)
        }
    }

    fn place_in_list(&self, query: &Query, id: DocId) -> Verdict {
        let matches = self.rank(query).matches;
        match matches.iter().position(|found| found.id == id) {
            Some(at) => Verdict::Listed { rank: at + 1 },
            None => Verdict::Below { last_shown: matches.last().map_or(0, |last| last.score) },
        }
    }
}

fn refused_clauses(document: &Document) -> Vec<String> {
    let mut normal = String::new();
    normalise_into(&document.text, &mut normal);
    refused_spans(&normal).into_iter().map(|span| normal[span].trim().to_owned()).collect()
}

fn missing_words(question: &Question, points: &[Millipoints]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for (group, _) in question.groups.iter().zip(points).filter(|&(_, &points)| points == 0) {
        if let Group::Word(word) = group
            && !missing.contains(word)
        {
            missing.push(word.clone());
        }
    }
    missing
}
