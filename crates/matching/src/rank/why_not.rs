//! Why one document is not among the first answers.

use super::circumstances::eligible;
use super::question::{Group, Question};
use super::{Match, Millipoints, Query};
use crate::document::DocId;
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
}

impl Index {
    /// Explains why `id` is or is not among the answers to `query`.
    pub fn why_not(&self, query: &Query, id: DocId) -> WhyNot {
        let question = Question::of_difficulty(self, query.title, query.text);
        let Some(weighed) = self.slot(id).and_then(|slot| self.weigh(slot, &question, query)) else {
            return WhyNot { verdict: Verdict::Unknown, scored: None, missing: Vec::new() };
        };
        let missing = missing_words(&question, &weighed.text);
        let nothing = weighed.text.iter().all(|&points| points == 0);
        let document = weighed.document;
        let verdict = if !query.kinds.contains(document.kind) {
            Verdict::OtherKind
        } else if query.except.contains(&id) {
            Verdict::Excepted
        } else if !eligible(document, query) {
            Verdict::NotOpenToYou
        } else if query.filter.is_some_and(|filter| !filter(document)) {
            Verdict::FilteredOut
        } else if nothing {
            Verdict::NothingInCommon
        } else {
            self.place_in_list(query, id)
        };
        WhyNot { verdict, scored: Some(weighed.explained(&question)), missing }
    }

    fn place_in_list(&self, query: &Query, id: DocId) -> Verdict {
        let matches = self.rank(query).matches;
        match matches.iter().position(|found| found.id == id) {
            Some(at) => Verdict::Listed { rank: at + 1 },
            None => Verdict::Below { last_shown: matches.last().map_or(0, |last| last.score) },
        }
    }
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
