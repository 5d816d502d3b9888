//! How well a difficulty and a helper belong together.

use dure_help::difficulty::question::{Question, Reader};
use dure_matching::{Confidence, Document};
use dure_tables::difficulties;
use dure_web::App;

/// How far the best of these helpers can be trusted for the difficulty; none where the texts have nothing in common.
pub fn judge(app: &App, difficulty: &difficulties::Model, helpers: &[u128]) -> Option<Confidence> {
    let question = (difficulty.id, difficulty.version, helpers.to_vec());
    app.kept(&question, || judge_anew(app, difficulty, helpers))
}

fn judge_anew(app: &App, difficulty: &difficulties::Model, helpers: &[u128]) -> Option<Confidence> {
    let among = |document: &Document| helpers.contains(&document.id.0);
    let question = Question::of(app, difficulty, Reader::Helper);
    let ranking = question.put(|query| app.search.index().rank(&query.filter(&among).limit(1)));
    ranking.matches.first().map(|_| ranking.confidence)
}
