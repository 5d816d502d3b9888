//! What has been worked out of the firms of drafts, kept in memory: what they are worth to each other takes seconds for thousands of
//! firms, and does not change when one is moved.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use dure_domain::{DraftId, Moment};
use dure_pool::{Firm, Posed, Rules, Wishes};

use super::actions::Scene;

/// Drafts that are worked on at the same time; one of 4,000 firms takes some 50 MB.
const MOST_KEPT: usize = 6;

/// What has been worked out, the last used first.
#[derive(Default)]
pub struct Memory {
    /// Problems by what they were made of.
    posed: Shelf<u64, Posed>,
    /// Drafts by what they depend on.
    scenes: Shelf<Stamp, Scene>,
}

/// What a scene depends on: if any of it is another, it is worked out again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The draft.
    pub draft: DraftId,
    /// Its version.
    pub version: i32,
    /// What no grouping can exceed, as far as is known: it comes after the answer.
    pub bound: Option<i64>,
    /// When a firm of its federation was last changed.
    pub firms_changed_at: Option<Moment>,
    /// How often its federation's groups were changed, in all.
    pub group_versions: i64,
}

struct Shelf<K, T>(Mutex<VecDeque<(K, Arc<T>)>>);

impl<K, T> Default for Shelf<K, T> {
    fn default() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }
}

impl<K: PartialEq, T> Shelf<K, T> {
    fn recall(&self, key: &K) -> Option<Arc<T>> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = shelf.iter().position(|(known, _)| known == key)?;
        let kept = shelf.remove(at)?;
        let thing = kept.1.clone();
        shelf.push_front(kept);
        Some(thing)
    }

    fn keep(&self, key: K, thing: T) -> Arc<T> {
        let thing = Arc::new(thing);
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.push_front((key, thing.clone()));
        shelf.truncate(MOST_KEPT);
        thing
    }
}

impl Memory {
    /// The firms under these rules, before any wish. Works for seconds where thousands are new: call it where that holds up nobody.
    pub fn posed(&self, firms: &[Firm], rules: &Rules) -> Arc<Posed> {
        let key = key(firms, rules);
        let new = || self.posed.keep(key, dure_pool::pose(firms, rules, &Wishes::default()));
        self.posed.recall(&key).unwrap_or_else(new)
    }

    /// The scene of a draft, if it is known.
    pub fn scene(&self, stamp: &Stamp) -> Option<Arc<Scene>> {
        self.scenes.recall(stamp)
    }

    /// Keeps the scene of a draft.
    pub fn keep_scene(&self, stamp: Stamp, scene: Scene) -> Arc<Scene> {
        self.scenes.keep(stamp, scene)
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
