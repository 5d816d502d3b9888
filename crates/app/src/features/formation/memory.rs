//! What has been worked out of the firms of drafts, kept in memory: what they are worth to each other takes seconds for thousands of
//! firms, and does not change when one is moved.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use dure_pool::{Firm, Posed, Rules, Wishes};

/// Drafts that are worked on at the same time; one of 4,000 firms takes some 50 MB.
const MOST_KEPT: usize = 6;

/// Problems by what they were made of, the last used first.
#[derive(Default)]
pub struct Memory(Mutex<VecDeque<(u64, Arc<Posed>)>>);

impl Memory {
    /// The firms under these rules, before any wish. Works for seconds where thousands are new: call it where that holds up nobody.
    pub fn posed(&self, firms: &[Firm], rules: &Rules) -> Arc<Posed> {
        let key = key(firms, rules);
        if let Some(known) = self.recall(key) {
            return known;
        }
        let posed = Arc::new(dure_pool::pose(firms, rules, &Wishes::default()));
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.push_front((key, posed.clone()));
        shelf.truncate(MOST_KEPT);
        posed
    }

    fn recall(&self, key: u64) -> Option<Arc<Posed>> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = shelf.iter().position(|(known, _)| *known == key)?;
        let kept = shelf.remove(at)?;
        let posed = kept.1.clone();
        shelf.push_front(kept);
        Some(posed)
    }
}

/// Everything that a problem depends on. Names count for nothing but the search for doubles, so they are in it too.
fn key(firms: &[Firm], rules: &Rules) -> u64 {
    let mut hasher = DefaultHasher::new();
    for firm in firms {
        let point = firm.point.map(|at| (at.lat.to_bits(), at.lon.to_bits()));
        (&firm.name, &firm.industries, firm.place, point).hash(&mut hasher);
        (&firm.offers, &firm.needs, &firm.products).hash(&mut hasher);
    }
    (rules.least, rules.most, rules.level, rules.radius_km, rules.from_meeting_place).hash(&mut hasher);
    let weights = rules.weights;
    (weights.benefit, weights.reciprocity, weights.placed).hash(&mut hasher);
    (weights.diversity, weights.per_km, weights.imbalance).hash(&mut hasher);
    hasher.finish()
}
