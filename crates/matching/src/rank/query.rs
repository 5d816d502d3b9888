//! A question: what is asked, by whom, and who may be found.

use crate::document::{DocId, Document, Kinds, Place};

/// What is known of a helper from outside the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Difficulties that it helped to solve, confirmed by both sides.
    pub solved: u32,
    /// How often it was asked of late, answered or not.
    pub asked_lately: u32,
}

/// A difficulty that looks for helpers. Built step by step from [`Query::new`].
///
/// The difficulty itself, if it is in the index, is never among its own answers when [`Query::except`] names it.
#[derive(Clone, Copy)]
pub struct Query<'a> {
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    pub(crate) industry: Option<&'a str>,
    pub(crate) place: Option<&'a Place>,
    pub(crate) kinds: Kinds,
    pub(crate) wanted: Option<Kinds>,
    pub(crate) except: &'a [DocId],
    pub(crate) limit: usize,
    pub(crate) filter: Option<&'a dyn Fn(&Document) -> bool>,
    pub(crate) record: Option<&'a dyn Fn(DocId) -> Record>,
}

impl<'a> Query<'a> {
    /// Asks for the ten best helpers of any kind.
    pub fn new(title: &'a str, text: &'a str) -> Self {
        Self {
            title,
            text,
            industry: None,
            place: None,
            kinds: Kinds::HELPERS,
            wanted: None,
            except: &[],
            limit: 10,
            filter: None,
            record: None,
        }
    }

    /// KSIC code of the asking firm.
    pub fn industry(mut self, code: &'a str) -> Self {
        self.industry = Some(code);
        self
    }

    /// Where the asking firm is; decides which programmes are open to it.
    pub fn place(mut self, place: &'a Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Only documents of these kinds.
    pub fn kinds(mut self, kinds: impl Into<Kinds>) -> Self {
        self.kinds = kinds.into();
        self
    }

    /// Kinds that suit the need best: they gain, the others stay.
    pub fn wanted(mut self, kinds: impl Into<Kinds>) -> Self {
        self.wanted = Some(kinds.into());
        self
    }

    /// Documents that must not be answers, such as the asking firm itself.
    pub fn except(mut self, ids: &'a [DocId]) -> Self {
        self.except = ids;
        self
    }

    /// How many answers at most.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Only documents that pass; asked only for documents that could be answers.
    pub fn filter(mut self, filter: &'a dyn Fn(&Document) -> bool) -> Self {
        self.filter = Some(filter);
        self
    }

    /// Where to look up the record of a helper.
    pub fn record(mut self, record: &'a dyn Fn(DocId) -> Record) -> Self {
        self.record = Some(record);
        self
    }
}
