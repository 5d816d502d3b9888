//! Why a firm is, or is not, among the helpers.

use dure_domain::{DifficultyId, FirmId, Id};
use dure_matching::{DocId, Document, Kind, Search, Verdict};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::search::shard;

use super::{Asking, Candidate, Helpers, candidates, fold, question};
use crate::difficulties::actions::found_for;
use crate::difficulties::{access, store};

/// Firms offered for a name.
const NAMED: usize = 8;

/// Why.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The firm's name.
    pub name: String,
    /// The firm, as it would stand in the list; none where it cannot be asked.
    pub who: Option<Candidate>,
    /// What the index says, with points and words.
    pub why: dure_matching::WhyNot,
    /// Score of the last helper shown; 0 if none is.
    pub last_shown: i64,
}

/// Why this firm is or is not among the helpers of the difficulty.
///
/// # Errors
/// As for the list of helpers; [`Error::NotFound`] for an unknown firm.
pub async fn why_not(app: &App, viewer: &Viewer, id: DifficultyId, firm: FirmId) -> Result<Answer> {
    let (difficulty, thing) = found_for(app, viewer, id).await?;
    access::ACT.require(viewer, &thing)?;
    let row = store::firm(app.store.read(), firm).await?.ok_or(Error::NotFound)?;
    let asking = Asking::of(app, &difficulty).await?;
    let document = DocId(firm.key());
    let mut found = question::candidates(app, &asking);
    if !found.contains(&(Kind::Firm, document)) {
        found.push((Kind::Firm, document));
    }
    let pool = candidates::load(app, &asking, &found).await?;
    let ranking = question::rank(app, &asking, &pool);
    let helpers = Helpers {
        list: fold(ranking.matches, &pool, asking.limit),
        confidence: ranking.confidence,
        ready: app.search.is_ready(),
    };
    let mut why = question::why_not(app, &asking, &pool, document);
    let last_shown = helpers.list.last().map_or(0, |helper| helper.score);
    let own = |who: &Candidate| who.key == firm.uuid();
    let shown = helpers.list.iter().position(|helper| own(&helper.who) || helper.also.iter().any(own));
    why.verdict = match (why.verdict, shown) {
        // What is shown counts each person once.
        (Verdict::Listed { .. } | Verdict::Below { .. }, Some(at)) => Verdict::Listed { rank: at + 1 },
        (Verdict::Listed { .. } | Verdict::Below { .. }, None) => Verdict::Below { last_shown },
        (verdict, _) => verdict,
    };
    let askable = !matches!(why.verdict, Verdict::Excepted | Verdict::FilteredOut | Verdict::Unknown);
    let who = pool.get(document).filter(|_| askable).cloned();
    Ok(Answer { name: row.name, who, why, last_shown })
}

/// Firms that a name may mean, among those that could be asked.
pub async fn firms_named(
    app: &App,
    viewer: &Viewer,
    id: DifficultyId,
    words: &str,
) -> Result<Vec<(FirmId, String)>> {
    let (difficulty, thing) = found_for(app, viewer, id).await?;
    access::ACT.require(viewer, &thing)?;
    if words.trim().is_empty() {
        return Ok(Vec::new());
    }
    let ids = in_index(app, words, shard(difficulty.federation_id));
    let names = store::firm_names(app.store.read(), &ids).await?;
    Ok(ids.into_iter().filter_map(|id| Some((id, names.get(&id)?.clone()))).collect())
}

fn in_index(app: &App, words: &str, federation: u64) -> Vec<FirmId> {
    let near = |document: &Document| document.tags == federation;
    let search = Search::new(words).kinds(Kind::Firm).filter(&near).limit(NAMED);
    app.search.index().search(&search).into_iter().map(|found| FirmId::from_key(found.id.0)).collect()
}
