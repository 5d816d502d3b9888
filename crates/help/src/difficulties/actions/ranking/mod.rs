//! Who can help with a difficulty, best first, with reasons.
//!
//! The index is asked twice: first for candidates by text, industry and place; then, when it is
//! known from the database who they are, what they have done and whom one would ask, for the final
//! order. Nothing is awaited while the index is held, and no query is made per helper.

mod candidates;
mod question;
mod why_not;

use std::collections::BTreeSet;

use dure_domain::{AskState, FirmId, HelperKind, PersonId};
use dure_matching::{Confidence, Millipoints, Reason};
use dure_tables::difficulties::Model;
use dure_web::App;
use dure_web::error::Result;
use sea_orm::prelude::Uuid;

use crate::difficulties::store;

pub use candidates::Candidate;
pub use question::Asking;
pub use why_not::{Answer, firms_named, why_not};

/// Helpers shown with a difficulty.
pub const SHOWN: usize = 10;

/// One helper, with why.
#[derive(Debug, Clone)]
pub struct Helper {
    /// Who, and whom to ask.
    pub who: Candidate,
    /// Sum of the points of the reasons.
    pub score: Millipoints,
    /// Why, strongest first.
    pub reasons: Vec<Reason>,
    /// What else the same person could help with: other entries of the index, by rank.
    pub also: Vec<Candidate>,
    /// Where the last request to this person for this difficulty stands.
    pub asked: Option<AskState>,
}

/// The list.
#[derive(Debug, Clone)]
pub struct Helpers {
    /// Best first; each person once.
    pub list: Vec<Helper>,
    /// How far the list as a whole can be trusted.
    pub confidence: Confidence,
    /// Whether the index of this node is complete; right after a start it is not.
    pub ready: bool,
}

/// The best helpers for a difficulty.
pub async fn rank_for(app: &App, difficulty: &Model) -> Result<Helpers> {
    let question = ("helpers", difficulty.id, difficulty.version, app.now().day());
    app.kept_read(&question, rank_for_anew(app, difficulty)).await
}

async fn rank_for_anew(app: &App, difficulty: &Model) -> Result<Helpers> {
    let asking = Asking::of(app, difficulty).await?;
    let mut helpers = rank(app, &asking).await?;
    let asks = store::asks_of(app.store.read(), &[difficulty.id]).await?;
    for helper in &mut helpers.list {
        let person = helper.who.person.as_ref().map(|person| person.id);
        let own = asks.iter().filter(|ask| Some(ask.person_id) == person);
        helper.asked = own.map(|ask| ask.state).next_back();
    }
    Ok(helpers)
}

/// The best helpers for any question.
pub async fn rank(app: &App, asking: &Asking) -> Result<Helpers> {
    let found = question::candidates(app, asking);
    let pool = candidates::load(app, asking, &found).await?;
    let ranking = question::rank(app, asking, &pool);
    let list = fold(ranking.matches, &pool, asking.limit);
    Ok(Helpers { list, confidence: ranking.confidence, ready: app.search.is_ready() })
}

/// Each person once, at the best rank, with what else is found of the same.
fn fold(matches: Vec<dure_matching::Match>, pool: &candidates::Pool, limit: usize) -> Vec<Helper> {
    let mut list: Vec<Helper> = Vec::new();
    for found in matches {
        let Some(who) = pool.get(found.id) else { continue };
        match list.iter().position(|helper| helper.who.is_same_party(who)) {
            Some(at) => list[at].also.push(who.clone()),
            None if list.len() < limit => list.push(Helper {
                who: who.clone(),
                score: found.score,
                reasons: found.reasons,
                also: Vec::new(),
                asked: None,
            }),
            None => {}
        }
    }
    list
}

/// Distinct firms and people, for queries.
fn distinct<T: Ord + Copy>(ids: impl Iterator<Item = Option<T>>) -> Vec<T> {
    ids.flatten().collect::<BTreeSet<T>>().into_iter().collect()
}

/// The identity of a helper as forms send it: `firm:<uuid>`.
pub fn form_value(kind: HelperKind, key: Uuid) -> String {
    format!("{kind}:{key}")
}

/// What both passes know of a party: its firm and the person to ask.
type Party = (Option<FirmId>, Option<PersonId>);
