//! What is like the words of a difficulty: solved cases, and difficulties of others that the viewer
//! may see.

use std::collections::BTreeMap;

use dure_domain::{CaseId, DifficultyId};
use dure_matching::{Confidence, Kind, Kinds, Query};
use dure_tables::{cases, difficulties};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::find::thing_with;
use crate::difficulties::rules::Typed;
use crate::difficulties::{access, store};

/// Looked at for those that the viewer may see.
const LOOKED_AT: usize = 40;
/// Shown of each kind.
const SHOWN: usize = 4;
/// What is less like the words than this share of the first one is left out.
const LEAST_SHARE_PERCENT: i64 = 40;

/// What was found, most alike first.
#[derive(Debug, Clone, Default)]
pub struct Similar {
    /// Solved cases.
    pub cases: Vec<cases::Model>,
    /// Difficulties posted by others.
    pub difficulties: Vec<difficulties::Model>,
}

impl Similar {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.difficulties.is_empty()
    }
}

/// What is like a difficulty that is posted; read anew when something changes.
pub async fn similar_to(app: &App, viewer: &Viewer, difficulty: &difficulties::Model) -> Result<Similar> {
    let story = Typed::of(difficulty).story();
    let read = similar(app, viewer, &difficulty.title, &story, Some(difficulty.id));
    app.kept_read(&("similar", difficulty.id, viewer.person), read).await
}

/// Solved cases and difficulties like these words, without the difficulty itself.
pub async fn similar(
    app: &App,
    viewer: &Viewer,
    title: &str,
    story: &str,
    itself: Option<DifficultyId>,
) -> Result<Similar> {
    let found = app.kept(&("alike", title.to_owned(), story.to_owned()), || alike(app, title, story));
    let db = app.store.read();
    let case_ids: Vec<CaseId> = keys(&found, Kind::Case).map(CaseId::from_key).collect();
    let own_ids: Vec<DifficultyId> = keys(&found, Kind::Difficulty).map(DifficultyId::from_key).collect();
    let reach = access::SEE.reach(viewer);
    let cases = store::cases(db, &case_ids).await?;
    let wanted: Vec<DifficultyId> = cases.iter().map(|case| case.difficulty_id).collect();
    let known: BTreeMap<DifficultyId, difficulties::Model> =
        store::by_ids(db, &wanted).await?.into_iter().map(|row| (row.id, row)).collect();
    let seen = store::seen(db, &reach, &own_ids).await?;
    let asked = store::where_person_was_asked(db, viewer.person, &wanted).await?;

    let may_see_case = |case: &&cases::Model| {
        known.get(&case.difficulty_id).is_some_and(|from| {
            let people = if asked.contains(&from.id) { vec![viewer.person] } else { Vec::new() };
            let mut thing = thing_with(from, people);
            thing.visibility = Some(case.visibility);
            Some(from.id) != itself && access::SEE.allows(viewer, &thing)
        })
    };
    let case = |id: &CaseId| cases.iter().find(|case| case.id == *id);
    let cases: Vec<cases::Model> =
        case_ids.iter().filter_map(case).filter(may_see_case).take(SHOWN).cloned().collect();
    let told: Vec<DifficultyId> = cases.iter().map(|case| case.difficulty_id).collect();
    let other = |id: &&DifficultyId| Some(**id) != itself && seen.contains(id) && !told.contains(id);
    let shown: Vec<DifficultyId> = own_ids.iter().filter(other).take(SHOWN).copied().collect();
    let rows = store::by_ids(db, &shown).await?;
    let row = |id: &DifficultyId| rows.iter().find(|row| row.id == *id).cloned();
    let difficulties = shown.iter().filter_map(row).collect();
    Ok(Similar { cases, difficulties })
}

type Alike = Vec<(Kind, u128)>;

/// Everything alike that is worth a look, whoever may see it.
fn alike(app: &App, title: &str, story: &str) -> Alike {
    if title.trim().is_empty() && story.trim().is_empty() {
        return Vec::new();
    }
    let query = Query::new(title, story).kinds(Kinds::of(&[Kind::Case, Kind::Difficulty])).limit(LOOKED_AT);
    let ranking = app.search.index().rank(&query);
    if ranking.confidence == Confidence::Weak {
        return Vec::new();
    }
    let best = ranking.matches.first().map_or(0, |best| best.score);
    let near = ranking.matches.into_iter().filter(|found| found.score * 100 >= best * LEAST_SHARE_PERCENT);
    near.map(|found| (found.kind, found.id.0)).collect()
}

fn keys(found: &Alike, kind: Kind) -> impl Iterator<Item = u128> + '_ {
    found.iter().filter(move |(of, _)| *of == kind).map(|(_, id)| *id)
}
