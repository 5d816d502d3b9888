//! The list of difficulties that a viewer may see.

use std::collections::BTreeMap;

use dure_domain::{AskState, DifficultyId, FirmId};
use dure_matching::{Kind, Search};
use dure_tables::difficulties::Model;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::find::thing_with;
use crate::difficulties::rules::Filter;
use crate::difficulties::{access, store};
use crate::difficulty::actions::posters_known;

/// Cards on one page.
pub const PER_PAGE: u64 = 20;
/// Found by words at most.
const MOST_FOUND: usize = 400;

/// One difficulty of the list.
pub struct Card {
    /// The difficulty.
    pub difficulty: Model,
    /// The firm's name, none where the viewer may not know it.
    pub firm: Option<String>,
    /// The viewer's own request, if asked.
    pub asked_me: Option<AskState>,
    /// Requests that nobody has answered yet, for those who answer for the difficulty.
    pub waiting: usize,
    /// Offers made, for those who answer for the difficulty.
    pub offers: usize,
}

/// A page of the list.
pub struct Listed {
    /// Newest first; best first where words were searched.
    pub cards: Vec<Card>,
    /// All that fit the filter.
    pub total: u64,
    /// The viewer's own drafts, the last touched first.
    pub drafts: Vec<Model>,
}

/// The difficulties that the viewer may see and the filter takes in.
pub async fn list(app: &App, viewer: &Viewer, filter: &Filter) -> Result<Listed> {
    let db = app.store.read();
    let reach = access::SEE.reach(viewer);
    let narrowed = store::narrowed(&reach, viewer, filter);
    let page = filter.page.max(1);
    let (rows, total) = if filter.words.trim().is_empty() {
        store::page(db, narrowed, page, PER_PAGE).await?
    } else {
        let found = found_by_words(app, &filter.words);
        page_of(store::among(db, narrowed, &found).await?, &found, page)
    };
    let drafts = store::drafts_of(db, viewer.person).await?;
    Ok(Listed { cards: cards(app, viewer, rows).await?, total, drafts })
}

fn found_by_words(app: &App, words: &str) -> Vec<DifficultyId> {
    let search = Search::new(words).kinds(Kind::Difficulty).limit(MOST_FOUND);
    app.search.index().search(&search).into_iter().map(|found| DifficultyId::from_key(found.id.0)).collect()
}

/// The page of what was found, in the order in which it was found.
fn page_of(mut rows: Vec<Model>, found: &[DifficultyId], page: u64) -> (Vec<Model>, u64) {
    let place: BTreeMap<DifficultyId, usize> = found.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    rows.sort_by_key(|row| place.get(&row.id).copied());
    let total = rows.len() as u64;
    let skip = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let rows = rows.into_iter().skip(skip).take(PER_PAGE as usize).collect();
    (rows, total)
}

async fn cards(app: &App, viewer: &Viewer, rows: Vec<Model>) -> Result<Vec<Card>> {
    let db = app.store.read();
    let ids: Vec<DifficultyId> = rows.iter().map(|row| row.id).collect();
    let asks = store::asks_of(db, &ids).await?;
    let firms: Vec<FirmId> = rows.iter().map(|row| row.firm_id).collect();
    let names = store::firm_names(db, &firms).await?;
    let known = posters_known(db, viewer, &rows).await?;
    let card = |difficulty: Model| {
        let own: Vec<_> = asks.iter().filter(|ask| ask.difficulty_id == difficulty.id).collect();
        let thing = thing_with(&difficulty, Vec::new());
        let known = known.contains(&difficulty.id);
        let acts = access::ACT.allows(viewer, &thing);
        let count = |state| if acts { own.iter().filter(|ask| ask.state == state).count() } else { 0 };
        Card {
            firm: names.get(&difficulty.firm_id).filter(|_| known).cloned(),
            asked_me: own
                .iter()
                .filter(|ask| ask.person_id == viewer.person)
                .map(|ask| ask.state)
                .next_back(),
            waiting: count(AskState::Asked),
            offers: count(AskState::Offered),
            difficulty,
        }
    };
    Ok(rows.into_iter().map(card).collect())
}
