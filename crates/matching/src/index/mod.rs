//! The index in memory: documents, their postings, and BM25 over them.

mod postings;
mod retrieve;
mod terms;

pub(crate) use postings::{Slot, TermId};
pub(crate) use retrieve::WeightedTerm;

use crate::analysis::Term;
use crate::document::{DocId, Document};
use postings::{MAX_SLOTS, Postings};
use std::collections::HashMap;
use terms::document_terms;

/// BM25: how fast repeated words stop counting.
const K1: f32 = 1.2;
/// BM25: how much long documents are held back.
const B: f32 = 0.75;

/// All documents that can be found, searchable at once after every change.
///
/// Memory is about 1.6 kB for a document of 200 characters. [`upsert`](Self::upsert) and
/// [`remove`](Self::remove) work in place; there is nothing to rebuild or to commit.
#[derive(Default)]
pub struct Index {
    documents: Vec<Option<Box<Document>>>,
    lengths: Vec<f32>,
    total_length: f64,
    slots: HashMap<DocId, Slot>,
    free: Vec<Slot>,
    postings: Postings,
}

impl Index {
    /// An empty index.
    pub fn new() -> Self {
        Self::default()
    }

    /// An index of `documents`; the last of those with the same id stays.
    pub fn build(documents: impl IntoIterator<Item = Document>) -> Self {
        let mut index = Self::new();
        for document in documents {
            index.upsert(document);
        }
        index
    }

    /// Adds a document, or replaces the one of the same id. `false` if the index is full (16,777,216 documents).
    pub fn upsert(&mut self, mut document: Document) -> bool {
        self.remove(document.id);
        let Some(slot) = self.free_slot() else { return false };
        document.title.shrink_to_fit();
        document.text.shrink_to_fit();
        let analysed = document_terms(&document);
        for &(term, frequency) in &analysed.terms {
            self.postings.insert(term, slot, frequency);
        }
        self.lengths[slot as usize] = analysed.length;
        self.total_length += f64::from(analysed.length);
        self.slots.insert(document.id, slot);
        self.documents[slot as usize] = Some(Box::new(document));
        true
    }

    /// Takes a document out; `false` if there is none of this id.
    pub fn remove(&mut self, id: DocId) -> bool {
        let Some(slot) = self.slots.remove(&id) else { return false };
        if let Some(document) = self.documents[slot as usize].take() {
            for (term, _) in document_terms(&document).terms {
                self.postings.remove(term, slot);
            }
        }
        self.total_length -= f64::from(self.lengths[slot as usize]);
        self.free.push(slot);
        true
    }

    /// The document of this id, as it was given.
    pub fn get(&self, id: DocId) -> Option<&Document> {
        self.slots.get(&id).and_then(|&slot| self.document(slot))
    }

    /// Number of documents.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Memory held by postings and texts in bytes, roughly.
    pub fn bytes(&self) -> usize {
        let documents: usize = self
            .documents
            .iter()
            .flatten()
            .map(|d| {
                size_of::<Document>()
                    + d.title.capacity()
                    + d.text.capacity()
                    + d.industry.as_ref().map_or(0, String::capacity)
            })
            .sum();
        documents + self.documents.capacity() * 16 + self.slots.capacity() * 32 + self.postings.bytes()
    }

    pub(crate) fn document(&self, slot: Slot) -> Option<&Document> {
        self.documents.get(slot as usize).and_then(Option::as_deref)
    }

    pub(crate) fn slot(&self, id: DocId) -> Option<Slot> {
        self.slots.get(&id).copied()
    }

    fn free_slot(&mut self) -> Option<Slot> {
        if let Some(slot) = self.free.pop() {
            return Some(slot);
        }
        if self.documents.len() >= MAX_SLOTS {
            return None;
        }
        self.documents.push(None);
        self.lengths.push(0.0);
        Some((self.documents.len() - 1) as Slot)
    }

    /// Number of a term and how rare it is: `ln(1 + (N - n + 0.5) / (n + 0.5))`, the BM25 weight that is never negative.
    pub(crate) fn rarity(&self, term: Term) -> Option<(TermId, f32)> {
        let number = self.postings.term(term)?;
        let holding = self.postings.list(number).len() as f32;
        let others = (self.len() as f32 - holding).max(0.0);
        (holding > 0.0).then(|| (number, (1.0 + (others + 0.5) / (holding + 0.5)).ln()))
    }

    /// How rare a term is that no document holds.
    pub(crate) fn greatest_rarity(&self) -> f32 {
        (1.0 + (self.len() as f32 + 0.5) / 0.5).ln()
    }

    fn average_length(&self) -> f32 {
        ((self.total_length / self.len().max(1) as f64) as f32).max(1.0)
    }
}
