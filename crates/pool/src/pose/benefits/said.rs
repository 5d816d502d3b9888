//! What a firm says it needs, and who offers that.

use dure_matching::{DocId, Document, Index, Kind, Query, Reason, topics_in};

use super::{Found, KEPT_PER_FIRM, Pool, hollow, offered};
use crate::firm::FirmNo;

/// Millipoints of one point of benefit, times the logarithm of the number of firms: rare words score more in a large pool.
const UNIT: f64 = 300.0;
/// The least unit, for tiny pools.
const LEAST_UNIT: f64 = 700.0;

/// How many millipoints make one point of benefit in a pool of so many firms.
pub(super) fn unit(firms: usize) -> i64 {
    (UNIT * (1.0 + firms as f64).ln()).max(LEAST_UNIT) as i64
}

pub(super) struct Finder {
    index: Index,
    unit: i64,
}

impl Finder {
    /// Indexes what firms offer, if anybody says what it needs.
    pub fn new(pool: &Pool<'_>) -> Self {
        let asked = pool.firms.iter().any(|firm| !firm.needs.trim().is_empty());
        let offering = (0..).zip(pool.firms).filter(|(_, firm)| asked && !offered(firm).trim().is_empty());
        let documents = offering.map(|(number, firm): (u32, _)| {
            let document = Document::new(DocId(number.into()), Kind::Firm, "").text(offered(firm));
            match firm.industries.first() {
                Some(industry) => document.industry(industry.to_string()),
                None => document,
            }
        });
        Self { index: Index::build(documents), unit: unit(pool.firms.len()) }
    }

    /// Who offers what `to` says it needs.
    pub fn to(&self, pool: &Pool<'_>, to: FirmNo) -> Vec<(FirmNo, Found)> {
        let firm = pool.firm(to);
        if firm.needs.trim().is_empty() {
            return Vec::new();
        }
        let may_meet = |document: &Document| pool.may_meet(document.id.0 as FirmNo, to);
        let query = Query::new("", &firm.needs).limit(KEPT_PER_FIRM).filter(&may_meet);
        let matches = self.index.rank(&query).matches.into_iter();
        matches
            .map(|found| (found.id.0 as FirmNo, self.found(found.reasons)))
            .filter(|(_, found)| found.points > 0)
            .collect()
    }

    /// Only what can be named counts. A topic that was not asked for by name but helps with one that was counts half.
    fn found(&self, reasons: Vec<Reason>) -> Found {
        let mut named: Vec<(i64, String, String)> = Vec::new();
        for reason in reasons {
            match reason {
                Reason::Words { words, .. } => {
                    named.extend(words.into_iter().map(|word| (word.points, word.found, word.asked)));
                }
                Reason::Topic { topic, asked, found, points } => {
                    let direct = topics_in(&asked).iter().any(|spoken| spoken.topic == topic);
                    named.push((if direct { points } else { points / 2 }, found, asked));
                }
                _ => {}
            }
        }
        named.retain(|(_, word, asked)| {
            !hollow::of_need(word) && !hollow::of_need(asked) && !hollow::only_end_alike(word, asked)
        });
        named.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let points = named.iter().map(|(points, ..)| points).sum::<i64>() / self.unit;
        let mut found = Found { points, ..Found::default() };
        for (_, word, asked) in named {
            found.name(word, asked);
        }
        found
    }
}

impl Found {
    /// Names a word beside what it answers, unless a word that it is a part of is named already.
    fn name(&mut self, word: String, asked: String) {
        match self.words.iter_mut().find(|known| known.contains(&word) || word.contains(known.as_str())) {
            Some(known) if known.len() < word.len() => *known = word,
            Some(_) => {}
            None => {
                self.words.push(word);
                self.wanted.push(asked);
            }
        }
    }
}
