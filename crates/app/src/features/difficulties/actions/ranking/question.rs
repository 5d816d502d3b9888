//! The question put to the index.

use dure_domain::{FederationId, FirmId, GroupId, HelperKind, NeedKind, ResourceId, Visibility};
use dure_matching::{DocId, Document, Kind, Kinds, Match, Place, Query, Ranking, Record};
use dure_tables::difficulties::Model;

use super::candidates::Pool;
use crate::error::Result;
use crate::features::difficulties::store;
use crate::search::{place_of, shard};
use crate::shell::App;

/// Candidates that are looked up in the database.
const CANDIDATES: usize = 48;
/// Answers per helper shown, because one person may stand behind several.
const ANSWERS_PER_HELPER: usize = 3;

/// What is asked, and for whom.
#[derive(Debug, Clone, Default)]
pub struct Asking {
    /// Its words count more.
    pub title: String,
    /// The rest of what was told.
    pub text: String,
    /// What it needs.
    pub need: Option<NeedKind>,
    /// KSIC code of the asker.
    pub industry: Option<String>,
    /// Where the asker is.
    pub place: Option<Place>,
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
        Self { title: title.to_owned(), text: text.to_owned(), limit, ..Self::default() }
    }

    /// What a difficulty asks. What was tried without success is left out: it would find more of it.
    pub async fn of(app: &App, difficulty: &Model) -> Result<Self> {
        let db = app.store.read();
        let firm = store::firm(db, difficulty.firm_id).await?;
        let resources = store::resource_ids(db, difficulty.firm_id).await?;
        let mut except = vec![DocId(difficulty.firm_id.key())];
        except.extend(resources.into_iter().map(|id: ResourceId| DocId(id.key())));
        let everywhere = difficulty.visibility == Visibility::All;
        Ok(Self {
            title: difficulty.title.clone(),
            text: [&difficulty.problem, &difficulty.present_state, &difficulty.solved_when]
                .map(String::as_str)
                .join("\n"),
            need: Some(difficulty.need),
            industry: firm.as_ref().and_then(|firm| firm.industry_code.clone()),
            place: firm.as_ref().and_then(|firm| place_of(firm.place_code)),
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
        let mut query = Query::new(&self.title, &self.text).except(&self.except).filter(&near);
        if let Some(code) = &self.industry {
            query = query.industry(code);
        }
        if let Some(place) = &self.place {
            query = query.place(place);
        }
        let kinds: Vec<Kind> =
            self.need.map(super::wanted).unwrap_or_default().iter().map(|kind| index_kind(*kind)).collect();
        if !kinds.is_empty() {
            query = query.wanted(Kinds::of(&kinds));
        }
        more(query)
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

fn index_kind(kind: HelperKind) -> Kind {
    match kind {
        HelperKind::Firm => Kind::Firm,
        HelperKind::Resource => Kind::Resource,
        HelperKind::Expert => Kind::Expert,
        HelperKind::Programme => Kind::Programme,
        HelperKind::Case => Kind::Case,
    }
}
