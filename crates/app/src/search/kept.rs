//! What has been worked out from the index alone, kept until the index changes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

const MOST_KEPT: usize = 10_000;

/// Answers by the kind of question and its hash.
#[derive(Default)]
pub struct Kept {
    hasher: RandomState,
    shelf: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    /// How often the index has changed.
    generation: u64,
    answers: HashMap<(TypeId, u64), Arc<dyn Any + Send + Sync>>,
}

impl Kept {
    /// The answer kept for this question, or what `work` gives. The question must hold everything
    /// that the answer depends on, but for the index.
    pub fn answer<Q, A>(&self, question: &Q, work: impl FnOnce() -> A) -> A
    where
        Q: Hash + 'static,
        A: Clone + Send + Sync + 'static,
    {
        let key = (TypeId::of::<(Q, A)>(), self.hasher.hash_one(question));
        let (generation, kept) = {
            let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
            (shelf.generation, shelf.answers.get(&key).cloned())
        };
        if let Some(answer) = kept.as_deref().and_then(|kept| kept.downcast_ref::<A>()) {
            return answer.clone();
        }
        let answer = work();
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        // The index may have changed meanwhile: such an answer is given, but not kept.
        if shelf.generation == generation {
            if shelf.answers.len() >= MOST_KEPT {
                shelf.answers.clear();
            }
            shelf.answers.insert(key, Arc::new(answer.clone()));
        }
        answer
    }

    /// Forgets everything; called while the index is still held for its change.
    pub fn clear(&self) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.generation += 1;
        shelf.answers.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_worked_out_once_until_the_index_changes() {
        let (kept, mut worked) = (Kept::default(), 0);
        let mut ask = |question: &'static str| {
            kept.answer(&question, || {
                worked += 1;
                (question.len(), worked)
            })
        };
        assert_eq!([ask("a"), ask("a"), ask("bb"), ask("a")], [(1, 1), (1, 1), (2, 2), (1, 1)]);
        kept.clear();
        assert_eq!(kept.answer(&"a", || (1_usize, 9)), (1, 9));
    }

    #[test]
    fn an_answer_from_an_older_index_is_not_kept() {
        let kept = Kept::default();
        let old = kept.answer(&1, || {
            kept.clear();
            "old"
        });
        assert_eq!((old, kept.answer(&1, || "new")), ("old", "new"));
    }
}
