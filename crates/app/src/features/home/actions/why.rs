//! Why a difficulty and a helper belong together.

use dure_help::difficulty::question::{Question, Reader};
use dure_matching::{Confidence, Document, Reason};
use dure_tables::difficulties;
use dure_web::App;

/// Parts of the answer that are worth a word on the home page.
const MOST_REASONS: usize = 3;

/// The strongest reasons for the best of these helpers, none where the texts have nothing in common.
pub fn reasons(app: &App, difficulty: &difficulties::Model, helpers: &[u128]) -> Vec<Reason> {
    judge(app, difficulty, helpers).map(|(_, reasons)| reasons).unwrap_or_default()
}

/// How far the best of these helpers can be trusted for the difficulty, and why.
pub fn judge(
    app: &App,
    difficulty: &difficulties::Model,
    helpers: &[u128],
) -> Option<(Confidence, Vec<Reason>)> {
    let question = (difficulty.id, difficulty.version, helpers.to_vec());
    app.kept(&question, || judge_anew(app, difficulty, helpers))
}

fn judge_anew(
    app: &App,
    difficulty: &difficulties::Model,
    helpers: &[u128],
) -> Option<(Confidence, Vec<Reason>)> {
    let among = |document: &Document| helpers.contains(&document.id.0);
    let question = Question::of(app, difficulty, Reader::Helper);
    let ranking = question.put(|query| app.search.index().rank(&query.filter(&among).limit(1)));
    let best = ranking.matches.into_iter().next()?;
    let reasons = best.reasons.into_iter().filter(|reason| reason.points() > 0).take(MOST_REASONS).collect();
    Some((ranking.confidence, reasons))
}
