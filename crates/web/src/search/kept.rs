//! What has been worked out from the index or read from the database, kept until something changes.
//!
//! A change made by this node is seen at once, one by another node with its line in the feed, as in
//! the index. For what many readers ask alike: lists of the directory, helpers of a difficulty.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

use crate::App;
use crate::error::Result;

/// An answer is some 20 kB, such as a page of firms.
const MOST_KEPT: usize = 500;

type Key = (TypeId, u64);

/// Answers by the kind of question and its hash.
#[derive(Default)]
pub struct Kept {
    hasher: RandomState,
    shelf: Mutex<Shelf>,
}

#[derive(Default)]
struct Shelf {
    since: Since,
    answers: HashMap<Key, Arc<dyn Any + Send + Sync>>,
}

/// Since when answers hold: the number of changes of the feed, and of this node's own commits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Since {
    changes: u64,
    commits: u64,
}

impl Kept {
    /// Forgets everything: the feed has brought something new.
    pub fn clear(&self) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.since.changes += 1;
        shelf.answers.clear();
    }

    fn look_up<A: Clone + 'static>(&self, key: Key, commits: u64) -> (Since, Option<A>) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.since.commits != commits {
            shelf.since.commits = commits;
            shelf.answers.clear();
        }
        let kept = shelf.answers.get(&key).and_then(|kept| kept.downcast_ref::<A>());
        (shelf.since, kept.cloned())
    }

    /// Keeps an answer, unless something has changed while it was being worked out.
    fn keep<A: Send + Sync + 'static>(&self, key: Key, since: Since, commits: u64, answer: A) {
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.since == since && since.commits == commits {
            if shelf.answers.len() >= MOST_KEPT {
                shelf.answers.clear();
            }
            shelf.answers.insert(key, Arc::new(answer));
        }
    }

    fn key<Q: Hash + 'static, A: 'static>(&self, question: &Q) -> Key {
        (TypeId::of::<(Q, A)>(), self.hasher.hash_one(question))
    }
}

impl App {
    /// The answer kept for this question, or what `work` gives. The question must hold everything
    /// that the answer depends on, but for the index and the database.
    pub fn kept<Q, A>(&self, question: &Q, work: impl FnOnce() -> A) -> A
    where
        Q: Hash + 'static,
        A: Clone + Send + Sync + 'static,
    {
        let kept = &self.search.kept;
        let key = kept.key::<Q, A>(question);
        let (since, answer) = kept.look_up(key, self.store.commits());
        answer.unwrap_or_else(|| {
            let answer = work();
            kept.keep(key, since, self.store.commits(), answer.clone());
            answer
        })
    }

    /// As [`App::kept`], for work that waits for the database.
    ///
    /// # Errors
    /// The work's own; errors are not kept.
    pub async fn kept_read<Q, A, W>(&self, question: &Q, work: W) -> Result<A>
    where
        Q: Hash + 'static,
        A: Clone + Send + Sync + 'static,
        W: Future<Output = Result<A>>,
    {
        let kept = &self.search.kept;
        let key = kept.key::<Q, A>(question);
        let (since, answer) = kept.look_up(key, self.store.commits());
        if let Some(answer) = answer {
            return Ok(answer);
        }
        let answer = work.await?;
        kept.keep(key, since, self.store.commits(), answer.clone());
        Ok(answer)
    }
}
