//! What two firms both work on: words of their products that few others have.

use std::collections::BTreeMap;

use dure_matching::{DocId, Document, Index, Kind, Query, Reason};

use super::{Found, Pool, hollow, made, said};
use crate::firm::FirmNo;

/// Firms of the same field that are looked at.
const LOOKED_AT: usize = 64;
/// The most points of a common field, alone or on top of what is usual.
const MOST: i64 = 3;

pub(super) struct Finder {
    index: Index,
    unit: i64,
}

impl Finder {
    pub fn new(pool: &Pool<'_>) -> Self {
        let working = (0..).zip(pool.firms).filter(|(_, firm)| !made(firm).trim().is_empty());
        let documents = working.map(|(number, firm): (u32, _)| {
            Document::new(DocId(number.into()), Kind::Firm, "").text(made(firm))
        });
        Self { index: Index::build(documents), unit: said::unit(pool.firms.len()) }
    }

    /// Firms that work on the same things as this one and may meet it.
    pub fn around(&self, pool: &Pool<'_>, firm: FirmNo) -> BTreeMap<FirmNo, Found> {
        let text = made(pool.firm(firm));
        if text.trim().is_empty() {
            return BTreeMap::new();
        }
        let may_meet = |document: &Document| pool.may_meet(document.id.0 as FirmNo, firm);
        let query = Query::new("", text).limit(LOOKED_AT).filter(&may_meet);
        let matches = self.index.rank(&query).matches.into_iter();
        matches
            .map(|found| (found.id.0 as FirmNo, self.shared(found.reasons)))
            .filter(|(_, found)| found.points > 0)
            .collect()
    }

    /// Words that both have and that name a thing; topics only guess, so they are left aside.
    fn shared(&self, reasons: Vec<Reason>) -> Found {
        let words = reasons.into_iter().filter_map(|reason| match reason {
            Reason::Words { words, .. } => Some(words),
            _ => None,
        });
        let mut points = 0;
        let mut found = Found::default();
        for word in words.flatten() {
            if !hollow::name_one_thing(&word.found, &word.asked) {
                continue;
            }
            points += word.points;
            if !found.words.contains(&word.found) {
                found.words.push(word.found);
            }
        }
        found.points = (points / self.unit).min(MOST);
        found
    }
}
