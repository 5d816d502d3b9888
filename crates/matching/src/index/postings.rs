//! The inverted file: for every term the documents that hold it, four bytes each.

use crate::analysis::Term;
use smallvec::SmallVec;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A document's place in the index; reused after removal.
pub(crate) type Slot = u32;
/// The number of a term.
pub(crate) type TermId = u32;

/// Term frequencies are kept in eighths, in eight bits.
const FREQUENCY_STEPS: f32 = 8.0;
const FREQUENCY_BITS: u32 = 8;
/// Slots that fit in the remaining 24 bits.
pub(crate) const MAX_SLOTS: usize = 1 << (32 - FREQUENCY_BITS);

/// A document and a weighted term frequency packed in 32 bits, ordered by document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Posting(u32);

impl Posting {
    fn new(slot: Slot, frequency: f32) -> Self {
        let steps = (frequency * FREQUENCY_STEPS).round().clamp(1.0, 255.0) as u32;
        Self(slot << FREQUENCY_BITS | steps)
    }

    pub(crate) fn slot(self) -> Slot {
        self.0 >> FREQUENCY_BITS
    }

    pub(crate) fn frequency(self) -> f32 {
        f32::from(self.steps()) / FREQUENCY_STEPS
    }

    fn steps(self) -> u8 {
        (self.0 & ((1 << FREQUENCY_BITS) - 1)) as u8
    }
}

/// Keys are mixed already (see [`Term`]), so they are their own hash.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.0 = self.0.rotate_left(8) ^ u64::from(byte));
    }
    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// Most terms stand in one or two documents: four postings fit without a heap block.
type List = SmallVec<[Posting; 4]>;

#[derive(Default)]
pub(crate) struct Postings {
    numbers: HashMap<u64, TermId, BuildHasherDefault<Mixed>>,
    lists: Vec<List>,
    /// The greatest frequency a list ever held, in steps: a bound for pruning.
    greatest: Vec<u8>,
}

impl Postings {
    pub(crate) fn term(&self, term: Term) -> Option<TermId> {
        self.numbers.get(&term.0).copied()
    }

    pub(crate) fn list(&self, term: TermId) -> &[Posting] {
        &self.lists[term as usize]
    }

    pub(crate) fn insert(&mut self, term: Term, slot: Slot, frequency: f32) {
        let next = self.lists.len() as TermId;
        let number = *self.numbers.entry(term.0).or_insert(next);
        if number == next {
            self.lists.push(List::new());
            self.greatest.push(0);
        }
        let list = &mut self.lists[number as usize];
        let posting = Posting::new(slot, frequency);
        let greatest = &mut self.greatest[number as usize];
        *greatest = posting.steps().max(*greatest);
        match list.last() {
            Some(last) if last.slot() >= slot => {
                let at = list.partition_point(|p| p.slot() < slot);
                list.insert(at, posting);
            }
            _ => list.push(posting),
        }
    }

    pub(crate) fn remove(&mut self, term: Term, slot: Slot) {
        let Some(number) = self.term(term) else { return };
        let list = &mut self.lists[number as usize];
        if let Ok(at) = list.binary_search_by_key(&slot, |p| p.slot()) {
            list.remove(at);
        }
    }

    /// Weighted frequency of a term in one document, 0 if it is not there.
    pub(crate) fn frequency(&self, term: TermId, slot: Slot) -> f32 {
        let list = self.list(term);
        list.binary_search_by_key(&slot, |p| p.slot()).map_or(0.0, |at| list[at].frequency())
    }

    /// No document holds the term more often than this.
    pub(crate) fn greatest_frequency(&self, term: TermId) -> f32 {
        f32::from(self.greatest[term as usize]) / FREQUENCY_STEPS
    }

    /// Bytes held, roughly.
    pub(crate) fn bytes(&self) -> usize {
        let heap: usize = self.lists.iter().filter(|l| l.spilled()).map(|l| l.capacity() * 4).sum();
        heap + self.lists.capacity() * size_of::<List>() + self.numbers.capacity() * 17
    }
}
