//! Open difficulties that the viewer's firm, field or programme could answer, without having been
//! asked. The texts of the viewer find candidates; then each difficulty judges the viewer, as it does
//! on its own page, and only a fair match is shown.

use dure_domain::{DifficultyId, DifficultyStatus};
use dure_help::difficulties::access::SEE;
use dure_help::difficulties::actions::thing_with;
use dure_matching::{Confidence, DocId, Kind};
use dure_tables::difficulties;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::{known_firms, why};
use crate::features::home::store;
use crate::features::home::today::Fit;

/// Found by words at first.
const MOST_FOUND: usize = 40;
/// Judged one by one, the most alike first.
const MOST_JUDGED: usize = 6;
/// Shown.
const MOST_SHOWN: usize = 3;
/// The longest text that looks for candidates, in letters.
const MOST_TEXT: usize = 600;

/// What the viewer could answer, best first.
pub async fn fits(app: &App, viewer: &Viewer) -> Result<Vec<Fit>> {
    let helpers = helpers(app, viewer).await?;
    let found: Vec<DifficultyId> = app.kept(&helpers, || found(app, &helpers));
    let candidates = candidates(app, viewer, &found).await?;
    let mut judged: Vec<(Confidence, usize, Fit)> = Vec::new();
    for (place, difficulty) in candidates.into_iter().take(MOST_JUDGED).enumerate() {
        let Some(confidence) = why::judge(app, &difficulty, &helpers) else { continue };
        if confidence > Confidence::Weak {
            judged.push((confidence, place, Fit { difficulty, firm: None }));
        }
    }
    judged.sort_by_key(|(confidence, place, _)| (std::cmp::Reverse(*confidence), *place));
    let mut fits: Vec<Fit> = judged.into_iter().take(MOST_SHOWN).map(|(.., fit)| fit).collect();
    let rows: Vec<difficulties::Model> = fits.iter().map(|fit| fit.difficulty.clone()).collect();
    let mut firms = known_firms(app, viewer, &rows).await?;
    for fit in &mut fits {
        fit.firm = firms.remove(&fit.difficulty.id);
    }
    Ok(fits)
}

/// The viewer in the index: the firm and what it shares, the profile as an expert, programmes.
async fn helpers(app: &App, viewer: &Viewer) -> Result<Vec<u128>> {
    let db = app.store.read();
    let mut keys = Vec::new();
    if let Some(firm) = viewer.firm {
        keys.push(firm.key());
        keys.extend(store::resources_of(db, firm).await?.into_iter().map(|id| id.key()));
    } else {
        keys.extend(store::expert_of(db, viewer.person).await?.map(|id| id.key()));
        keys.extend(store::programmes_of(db, viewer.person).await?.into_iter().map(|id| id.key()));
    }
    Ok(keys)
}

/// Difficulties that speak of what the helpers' texts speak of.
fn found(app: &App, helpers: &[u128]) -> Vec<DifficultyId> {
    let index = app.search.index();
    let documents = helpers.iter().filter_map(|key| index.get(DocId(*key)));
    let text: Vec<String> =
        documents.map(|document| format!("{}\n{}", document.title, document.text)).collect();
    let text: String = text.join("\n").chars().take(MOST_TEXT).collect();
    if text.trim().is_empty() {
        return Vec::new();
    }
    let alike = index.similar(&text, Kind::Difficulty, MOST_FOUND);
    alike.into_iter().map(|found| DifficultyId::from_key(found.id.0)).collect()
}

/// Those that are open, seen by the viewer, of other firms, and with which nobody of us was asked yet.
async fn candidates(app: &App, viewer: &Viewer, found: &[DifficultyId]) -> Result<Vec<difficulties::Model>> {
    let db = app.store.read();
    let mut rows = store::by_ids(db, found.iter().copied()).await?;
    rows.retain(|_, row| {
        row.status == DifficultyStatus::Open
            && row.author_id != viewer.person
            && viewer.firm != Some(row.firm_id)
            && SEE.allows(viewer, &thing_with(row, Vec::new()))
    });
    let ids: Vec<DifficultyId> = rows.keys().copied().collect();
    for asked in store::asked(db, viewer, &ids).await? {
        rows.remove(&asked);
    }
    Ok(found.iter().filter_map(|id| rows.remove(id)).collect())
}
