//! Who can help with a difficulty, with reasons.

use axum::Json;
use dure_domain::DifficultyId;
use dure_help::difficulties::actions::{self, Helper as Ranked};
use dure_help::difficulties::{access, rank_for, reason_words};
use dure_matching::{Confidence, Reason};
use dure_texts::Lang;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use serde::Serialize;
use utoipa::ToSchema;

use super::list::Named;
use super::problem::Problem;

/// Helpers in order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Helpers {
    /// How far the list can be trusted: `weak`, `fair`, `good`
    pub confidence: String,
    /// Whether the server's index is complete; right after its start it is not.
    pub ready: bool,
    /// Best first.
    pub helpers: Vec<Helper>,
}

/// One helper, with why.
#[derive(Debug, Serialize, ToSchema)]
pub struct Helper {
    /// `firm`, `resource`, `expert`, `programme`, `case`
    pub kind: String,
    /// Which one.
    pub id: String,
    /// Its name or headline.
    pub name: String,
    /// The firm behind it.
    pub firm: Option<Named>,
    /// Whom to ask.
    pub person: Option<Named>,
    /// Points in thousandths: the sum of the reasons.
    pub score: i64,
    /// Why, strongest first.
    pub reasons: Vec<Part>,
}

/// One part of a score.
#[derive(Debug, Serialize, ToSchema)]
pub struct Part {
    /// What kind of reason it is, in the reader's language.
    pub kind: String,
    /// What it says, in the reader's language.
    pub words: String,
    /// Points in thousandths.
    pub points: i64,
}

/// Helpers for a difficulty that the person answers for, best first.
#[utoipa::path(get, path = "/api/difficulties/{id}/helpers", operation_id = "helpers", tag = "difficulties", params(("id" = String, Path)), responses((status = 200, body = Helpers), (status = 403, body = Problem, content_type = "application/problem+json"), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn list(visit: Visit, Key(id): Key<DifficultyId>) -> Result<Json<Helpers>> {
    let (difficulty, thing) = actions::found_for(&visit.app, &visit.viewer, id).await?;
    access::ACT.require(&visit.viewer, &thing)?;
    let ranking = rank_for(&visit.app, &difficulty).await?;
    let confidence = match ranking.confidence {
        Confidence::Weak => "weak",
        Confidence::Fair => "fair",
        Confidence::Good => "good",
    };
    Ok(Json(Helpers {
        confidence: confidence.into(),
        ready: ranking.ready,
        helpers: ranking.list.into_iter().map(|helper| one(visit.lang(), helper)).collect(),
    }))
}

fn one(lang: Lang, helper: Ranked) -> Helper {
    let who = helper.who;
    Helper {
        kind: who.kind.to_string(),
        id: who.key.to_string(),
        name: who.name,
        firm: who.firm.map(|(id, name)| Named { id: id.to_string(), name }),
        person: who.person.map(|person| Named { id: person.id.to_string(), name: person.name }),
        score: helper.score,
        reasons: helper.reasons.iter().map(|reason| part(lang, reason)).collect(),
    }
}

fn part(lang: Lang, reason: &Reason) -> Part {
    let (kind, words) = reason_words(lang, reason);
    Part { kind, words, points: reason.points() }
}
