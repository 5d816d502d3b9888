//! Difficulties: listed, read, posted.

use axum::Json;
use axum::extract::Query;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use dure_domain::DifficultyId;
use dure_help::difficulties::actions::{self, Drafted, Filter, PER_PAGE, Scope, Sent};
use dure_help::difficulties::rules::{Fault, Typed};
use dure_tables::difficulties::Model;
use dure_texts::{Lang, errors, forms};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::document::{needs, statuses, visibilities};
use super::list::{Named, Page, ready_for};
use super::problem::{Problem, WrongField};

/// A difficulty.
#[derive(Debug, Serialize, ToSchema)]
pub struct Difficulty {
    /// Its identifier.
    pub id: String,
    /// One line.
    pub title: String,
    /// What it needs.
    #[schema(schema_with = needs)]
    pub need: String,
    /// Who may see it.
    #[schema(schema_with = visibilities)]
    pub visibility: String,
    /// Where it stands.
    #[schema(schema_with = statuses)]
    pub status: String,
    /// How it ended: `solved`, `partly`, `unsolved`
    pub outcome: Option<String>,
    /// The firm; none where it is not to be known.
    pub firm: Option<Named>,
    /// When it was put before others; the day alone where the firm is not to be known.
    #[schema(example = "2026-11-23T09:05:00+09:00")]
    pub posted_at: Option<String>,
}

/// A difficulty with its story.
#[derive(Debug, Serialize, ToSchema)]
pub struct DifficultyInFull {
    /// The difficulty.
    #[serde(flatten)]
    pub difficulty: Difficulty,
    /// What is wrong.
    pub problem: String,
    /// How it is now.
    pub present_state: String,
    /// What was tried.
    pub tried: String,
    /// When it counts as solved.
    pub solved_when: String,
    /// What was said at its end.
    pub outcome_note: String,
    /// Name of the group that it was put before.
    pub group: Option<String>,
}

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Narrowed {
    /// From 1.
    #[param(minimum = 1)]
    page: Option<u64>,
    /// Words to find; then the best comes first.
    q: Option<String>,
    /// `mine`, `group`, `federation` or `asked`; all if left out
    scope: Option<String>,
    /// Where they stand.
    #[param(schema_with = statuses)]
    status: Option<String>,
    /// What they need.
    #[param(schema_with = needs)]
    need: Option<String>,
}

/// A difficulty to post.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewDifficulty {
    /// One line, up to 80 letters.
    title: String,
    /// What is wrong.
    problem: String,
    /// How it is now.
    present_state: String,
    /// What was tried.
    tried: String,
    /// When it counts as solved.
    solved_when: String,
    /// What it needs.
    #[schema(schema_with = needs)]
    need: String,
    /// Who may see it.
    #[schema(schema_with = visibilities)]
    visibility: String,
    /// Whether the firm stays unknown but to its own people and the secretariat.
    anonymous: bool,
    /// For this firm, where not for one's own.
    firm: Option<String>,
    /// Before this group of the firm; its first if left out.
    group: Option<String>,
    /// Kept as a draft, seen by its author alone.
    draft: bool,
}

/// The difficulties that the person may see, newest first.
#[utoipa::path(get, path = "/api/difficulties", operation_id = "difficulties", tag = "difficulties", params(Narrowed), responses((status = 200, body = Page<Difficulty>), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub async fn list(visit: Visit, Query(narrowed): Query<Narrowed>) -> Result<Json<Page<Difficulty>>> {
    let filter = Filter {
        scope: Scope::from_word(narrowed.scope.as_deref().unwrap_or_default()),
        status: narrowed.status.and_then(|word| word.parse().ok()),
        need: narrowed.need.and_then(|word| word.parse().ok()),
        words: narrowed.q.unwrap_or_default(),
        page: narrowed.page.unwrap_or(1).max(1),
    };
    let listed = actions::list(&visit.app, &visit.viewer, &filter).await?;
    ready_for(&filter.words, visit.app.search.is_ready())?;
    let items = listed.cards.into_iter().map(|card| {
        let firm = card.firm.map(|name| Named { id: card.difficulty.firm_id.to_string(), name });
        difficulty(&card.difficulty, firm)
    });
    Ok(Json(Page::new(items.collect(), filter.page, listed.total, PER_PAGE)))
}

/// One difficulty.
#[utoipa::path(get, path = "/api/difficulties/{id}", operation_id = "difficulty", tag = "difficulties", params(("id" = String, Path)), responses((status = 200, body = DifficultyInFull), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn show(visit: Visit, Key(id): Key<DifficultyId>) -> Result<Json<DifficultyInFull>> {
    let shown = actions::show(&visit.app, &visit.viewer, id).await?;
    let row = &shown.difficulty;
    let firm = shown.firm.map(|firm| Named { id: row.firm_id.to_string(), name: firm.name });
    Ok(Json(DifficultyInFull {
        difficulty: difficulty(row, firm),
        problem: row.problem.clone(),
        present_state: row.present_state.clone(),
        tried: row.tried.clone(),
        solved_when: row.solved_when.clone(),
        outcome_note: row.outcome_note.clone(),
        group: shown.group,
    }))
}

/// Posts a difficulty, or keeps it as a draft.
#[utoipa::path(post, path = "/api/difficulties", operation_id = "post_difficulty", tag = "difficulties", request_body = NewDifficulty, params(("Idempotency-Key" = Option<String>, Header, description = "Sent again under the same key, the request is not done twice; the answer of the first time comes again, also to those that came at the same moment. 1 to 200 bytes, kept for two days")), responses((status = 201, body = Named, description = "Posted; `Location` names it"), (status = 400, body = Problem, description = "Not readable, or an `Idempotency-Key` that is empty or too long", content_type = "application/problem+json"), (status = 403, body = Problem, content_type = "application/problem+json"), (status = 409, body = Problem, description = "The same request, by its `Idempotency-Key`, has no answer yet", content_type = "application/problem+json"), (status = 422, body = Problem, description = "Fields to mend, or an `Idempotency-Key` that was used for another request", content_type = "application/problem+json")))]
pub async fn post(visit: Visit, Json(new): Json<NewDifficulty>) -> Result<Response> {
    let draft = new.draft;
    let typed = typed(new);
    let desk = actions::desk(&visit.app, &visit.viewer, typed.firm_id()).await?;
    let Some(desk) = desk else { return Ok(wrong(visit.lang(), &[("firm", Fault::Missing)])) };
    if draft {
        return Ok(match actions::keep_draft(&visit.app, &visit.viewer, &desk, &typed).await? {
            Drafted::Kept(id) => made(&id.to_string(), &typed.title),
            Drafted::Nothing => wrong(visit.lang(), &[("title", Fault::Missing)]),
            Drafted::Wrong(faults) => wrong(visit.lang(), &faults),
        });
    }
    match actions::post(&visit.app, &visit.viewer, &desk, &typed).await? {
        Sent::Done(id) => Ok(made(&id.to_string(), &typed.title)),
        Sent::Wrong(faults) => Ok(wrong(visit.lang(), &faults)),
        Sent::Meanwhile(_) => Err(Error::ChangedMeanwhile),
    }
}

/// The request as the guided form has it, so that the same rules judge it.
fn typed(new: NewDifficulty) -> Typed {
    Typed {
        firm: new.firm.unwrap_or_default(),
        group: new.group.unwrap_or_default(),
        title: new.title,
        problem: new.problem,
        present_state: new.present_state,
        tried: new.tried,
        solved_when: new.solved_when,
        need: new.need,
        visibility: new.visibility,
        anonymous: if new.anonymous { "yes".into() } else { String::new() },
        ..Typed::default()
    }
}

fn made(id: &str, title: &str) -> Response {
    let at = format!("/api/difficulties/{id}");
    let body = Json(Named { id: id.to_owned(), name: title.to_owned() });
    (StatusCode::CREATED, [(header::LOCATION, at)], body).into_response()
}

fn wrong(lang: Lang, faults: &[(&'static str, Fault)]) -> Response {
    let field = |(field, fault): &(&'static str, Fault)| WrongField {
        field: (*field).to_owned(),
        detail: match fault {
            Fault::Missing => forms::missing(lang).to_owned(),
            Fault::Long(most) => forms::too_long(lang, i64::try_from(*most).unwrap_or(i64::MAX)),
        },
    };
    let errors = faults.iter().map(field).collect();
    Problem::fields(errors::bad_request_title(lang), errors::bad_request_why(lang), errors).into_response()
}

fn difficulty(row: &Model, firm: Option<Named>) -> Difficulty {
    Difficulty {
        id: row.id.to_string(),
        title: row.title.clone(),
        need: row.need.to_string(),
        visibility: row.visibility.to_string(),
        status: row.status.to_string(),
        outcome: row.outcome.map(|outcome| outcome.to_string()),
        posted_at: row.posted_at.map(|at| if firm.is_some() { at.to_string() } else { at.day().to_string() }),
        firm,
    }
}
