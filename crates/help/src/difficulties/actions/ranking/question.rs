//! The question put to the index.

use dure_domain::{FederationId, FirmId, GroupId, ResourceId, Visibility};
use dure_matching::{DocId, Document, Kind, Match, Query, Ranking, Record};
use dure_tables::difficulties::Model;
use dure_web::App;
use dure_web::error::Result;
use dure_web::search::shard;

use super::candidates::Pool;
use crate::difficulties::store;
use crate::difficulty::question::{Question, Reader};

/// Candidates that are looked up in the database.
const CANDIDATES: usize = 48;
/// Answers per helper shown, because one person may stand behind several.
const ANSWERS_PER_HELPER: usize = 3;

/// What is asked, and for whom.
#[derive(Debug, Clone, Default)]
pub struct Asking {
    /// The question itself.
    pub question: Question,
    /// Only helpers of this federation.
    pub within: Option<FederationId>,
    /// The asker's federation.
    pub federation: Option<FederationId>,
    /// The asker's firm.
    pub firm: Option<FirmId>,
    /// Groups before which it was put: their delegates come first, their cases may be shown.
    pub groups: Vec<GroupId>,
    /// The difficulty's own key, if it has one.
    pub difficulty: Option<dure_domain::DifficultyId>,
    /// What must not be an answer: the firm and its resources.
    pub except: Vec<DocId>,
    /// Helpers wanted.
    pub limit: usize,
}

impl Asking {
    /// A question in words, from nobody in particular.
    pub fn words(title: &str, text: &str, limit: usize) -> Self {
        let question = Question { title: title.to_owned(), text: text.to_owned(), ..Question::default() };
        Self { question, limit, ..Self::default() }
    }

    /// What a difficulty asks, for those who answer for it.
    pub async fn of(app: &App, difficulty: &Model) -> Result<Self> {
        let db = app.store.read();
        let resources = store::resource_ids(db, difficulty.firm_id).await?;
        let mut except = vec![DocId(difficulty.firm_id.key())];
        except.extend(resources.into_iter().map(|id: ResourceId| DocId(id.key())));
        let everywhere = difficulty.visibility == Visibility::All;
        Ok(Self {
            question: Question::of(app, difficulty, Reader::Poster),
            within: (!everywhere).then_some(difficulty.federation_id),
            federation: Some(difficulty.federation_id),
            firm: Some(difficulty.firm_id),
            groups: difficulty.group_id.into_iter().collect(),
            difficulty: Some(difficulty.id),
            except,
            limit: super::SHOWN,
        })
    }

    fn is_near_enough(&self, document: &Document) -> bool {
        self.within.is_none_or(|federation| document.tags == shard(federation))
    }

    /// Puts the question; what only one of the passes needs is added by `more`.
    fn put<T>(&self, more: impl FnOnce(Query<'_>) -> T) -> T {
        let near = |document: &Document| self.is_near_enough(document);
        self.question.put(|query| more(query.except(&self.except).filter(&near)))
    }
}

/// Documents that may be the answer, before anything else is known of them.
pub(super) fn candidates(app: &App, asking: &Asking) -> Vec<(Kind, DocId)> {
    let most = CANDIDATES.max(asking.limit * ANSWERS_PER_HELPER);
    let matches: Vec<Match> = asking.put(|query| app.search.index().rank(&query.limit(most)).matches);
    matches.into_iter().map(|found| (found.kind, found.id)).collect()
}

/// The final order of those in the pool.
pub(super) fn rank(app: &App, asking: &Asking, pool: &Pool) -> Ranking {
    let known = |document: &Document| pool.get(document.id).is_some() && asking.is_near_enough(document);
    let record = |id: DocId| -> Record { pool.record(id) };
    let most = asking.limit * ANSWERS_PER_HELPER;
    asking.put(|query| app.search.index().rank(&query.filter(&known).record(&record).limit(most)))
}

/// Why a document is or is not among the answers, judged as in [`rank`].
pub(super) fn why_not(app: &App, asking: &Asking, pool: &Pool, id: DocId) -> dure_matching::WhyNot {
    let record = |id: DocId| -> Record { pool.record(id) };
    asking.put(|query| app.search.index().why_not(&query.record(&record).limit(asking.limit), id))
}
