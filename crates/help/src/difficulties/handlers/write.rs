//! Writing: the guided form, its drafts, and changing what is posted.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, Json};
use dure_domain::{DifficultyId, DifficultyStatus, FirmId, Id, Subject};
use dure_talk::files;
use dure_ui::address::with_query;
use dure_ui::headings;
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::show::to_ask;
use crate::difficulties::access;
use crate::difficulties::actions::{self, Desk, Drafted, Sent};
use crate::difficulties::pages::for_whom;
use crate::difficulties::pages::form::{self, FormPage, Mode};
use crate::difficulties::rules::{Typed, Wrong};
use crate::knowledge::actions as knowledge;

/// What an address of the empty form may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Opened {
    /// For this firm.
    firm: String,
    /// Begin anew although there is a draft.
    fresh: String,
    /// To ask this helper of it.
    ask: String,
    /// Like this solved case.
    like: String,
}

/// `GET /difficulties/new`: goes on with the last draft, unless one wants to begin anew.
pub async fn new(visit: Visit, Query(opened): Query<Opened>) -> Result<Response> {
    let wanted: Option<FirmId> = opened.firm.parse().ok();
    let Some(desk) = actions::desk(&visit.app, &visit.viewer, wanted).await? else {
        return Ok(Redirect::to("/difficulties/new/for").into_response());
    };
    let like = case_like(&visit, &opened.like).await?;
    let draft = if opened.fresh.is_empty() && like.is_none() {
        actions::last_draft(&visit.app, &visit.viewer, desk.firm).await?
    } else {
        None
    };
    let restored = draft.is_some();
    let typed = draft.as_ref().map_or_else(
        || Typed {
            draft: actions::new_draft(&visit.app).to_string(),
            firm: desk.firm.to_string(),
            need: like.as_ref().map(|case| case.case.need.to_string()).unwrap_or_default(),
            ..Typed::default()
        },
        Typed::of,
    );
    // The draft knows whom to ask, unless one comes from another helper's page.
    let ask = if opened.ask.is_empty() { typed.ask.clone() } else { opened.ask };
    let typed = Typed { ask, like: opened.like, ..typed };
    Ok(form_page(&visit, &desk, &typed, Mode::New { restored }, Vec::new()).await?.into_response())
}

/// The solved case that an address or a form names, if the viewer may read it.
async fn case_like(visit: &Visit, key: &str) -> Result<Option<knowledge::Shown>> {
    let Ok(id) = key.parse() else { return Ok(None) };
    match knowledge::show(&visit.app, &visit.viewer, id).await {
        Ok(shown) => Ok(Some(shown)),
        Err(Error::NotFound | Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}

async fn form_page(
    visit: &Visit,
    desk: &Desk,
    typed: &Typed,
    mode: Mode,
    wrong: Vec<Wrong>,
) -> Result<Markup> {
    let like = case_like(visit, &typed.like).await?;
    let words = like.as_ref().filter(|_| typed.is_blank()).map_or_else(
        || (typed.title.clone(), typed.story()),
        |case| (case.case.title.clone(), case.case.problem.clone()),
    );
    let similar = actions::similar(&visit.app, &visit.viewer, &words.0, &words.1, typed.draft_id()).await?;
    let may_choose = access::ON_BEHALF.admit(Some(&visit.viewer)).is_ok();
    let ask = to_ask(visit, &typed.ask).await?;
    let like = like.map(|case| (case.case.id, case.case.title));
    let files = match (&mode, typed.draft_id()) {
        (Mode::New { .. } | Mode::Draft { .. }, Some(draft)) => {
            files::within(visit, Subject::Difficulty, draft.uuid(), "/difficulties/draft").await?
        }
        _ => headings::nothing(),
    };
    Ok(form::page(
        visit,
        &FormPage {
            desk,
            typed,
            mode,
            visibility: visit.settings().visibility,
            wrong,
            similar,
            may_choose,
            ask,
            like,
            files,
        },
    ))
}

/// What an address of the choice of firms may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Searched {
    q: String,
}

/// `GET /difficulties/new/for`: for which firm?
pub async fn for_whom(visit: Visit, Query(searched): Query<Searched>) -> Result<Markup> {
    let firms = actions::firms_to_write_for(&visit.app, &visit.viewer, &searched.q).await?;
    Ok(for_whom::page(&visit, &searched.q, &firms))
}

/// `POST /difficulties`: posts, or keeps as a draft.
pub async fn post(visit: Visit, Form(typed): Form<Typed>) -> Result<Response> {
    let desk = desk_for(&visit, &typed).await?;
    if typed.act == "draft" {
        return match actions::keep_draft(&visit.app, &visit.viewer, &desk, &typed).await? {
            Drafted::Kept(id) => {
                Ok(Redirect::to(&format!("/difficulties/{id}/edit?done=draft")).into_response())
            }
            Drafted::Nothing => Ok(Redirect::to("/difficulties/new").into_response()),
            Drafted::Wrong(wrong) => mend(&visit, &desk, &typed, wrong).await,
        };
    }
    match actions::post(&visit.app, &visit.viewer, &desk, &typed).await? {
        Sent::Done(id) => {
            let page = format!("/difficulties/{id}");
            let to = with_query(&page, &[("done", "posted"), ("ask", &typed.ask)]);
            Ok(Redirect::to(&to).into_response())
        }
        Sent::Wrong(wrong) => {
            // What is not ready to be posted is at least kept.
            actions::keep_draft(&visit.app, &visit.viewer, &desk, &typed).await?;
            mend(&visit, &desk, &typed, wrong).await
        }
        Sent::Meanwhile(_) => Err(Error::ChangedMeanwhile),
    }
}

/// The form again, with everything typed and what is wrong with it.
async fn mend(visit: &Visit, desk: &Desk, typed: &Typed, wrong: Vec<Wrong>) -> Result<Response> {
    let page = form_page(visit, desk, typed, Mode::New { restored: false }, wrong).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn desk_for(visit: &Visit, typed: &Typed) -> Result<Desk> {
    let desk = actions::desk(&visit.app, &visit.viewer, typed.firm_id()).await?;
    desk.ok_or_else(|| Error::BadRequest("no firm named".into()))
}

/// `POST /difficulties/draft`: keeps what is typed, as the page's script sends it; gives the draft's
/// row, or none while nothing has been told. What is too long is not kept, and the page says so.
pub async fn keep(visit: Visit, Form(typed): Form<Typed>) -> Result<Response> {
    let desk = desk_for(&visit, &typed).await?;
    let id = match actions::keep_draft(&visit.app, &visit.viewer, &desk, &typed).await? {
        Drafted::Kept(id) => Some(id),
        Drafted::Nothing => None,
        Drafted::Wrong(wrong) => return mend(&visit, &desk, &typed, wrong).await,
    };
    Ok(Json(serde_json::json!({ "id": id })).into_response())
}

/// `POST /difficulties/{id}/discard`
pub async fn discard(visit: Visit, Key(id): Key<DifficultyId>) -> Result<Redirect> {
    actions::discard(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to("/difficulties?done=deleted"))
}

/// What an address of a form with content may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Reopened {
    done: String,
}

/// `GET /difficulties/{id}/edit`: a draft goes on, what is posted is changed.
pub async fn edit(
    visit: Visit,
    Key(id): Key<DifficultyId>,
    Query(reopened): Query<Reopened>,
) -> Result<Markup> {
    let difficulty = actions::found_to_change(&visit.app, &visit.viewer, id).await?;
    let desk = actions::desk_of(&visit.app, &visit.viewer, &difficulty).await?;
    let typed = Typed::of(&difficulty);
    let mode = match difficulty.status {
        DifficultyStatus::Draft => Mode::Draft { done: reopened.done },
        _ => Mode::Change { id: difficulty.id, meanwhile: false },
    };
    form_page(&visit, &desk, &typed, mode, Vec::new()).await
}

/// `POST /difficulties/{id}/edit`
pub async fn change(visit: Visit, Key(id): Key<DifficultyId>, Form(typed): Form<Typed>) -> Result<Response> {
    match actions::change(&visit.app, &visit.viewer, id, &typed).await? {
        Sent::Done(id) => Ok(Redirect::to(&format!("/difficulties/{id}?done=changed")).into_response()),
        Sent::Wrong(wrong) => {
            let page = changing(&visit, id, &typed, false, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Sent::Meanwhile(now) => {
            // What was typed stays; saving once more puts it over what the other wrote.
            let typed = Typed { version: now.version, ..typed };
            let page = changing(&visit, id, &typed, true, Vec::new()).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

async fn changing(
    visit: &Visit,
    id: DifficultyId,
    typed: &Typed,
    meanwhile: bool,
    wrong: Vec<Wrong>,
) -> Result<Markup> {
    let difficulty = actions::find_for(&visit.app, &visit.viewer, id).await?;
    let desk = actions::desk_of(&visit.app, &visit.viewer, &difficulty).await?;
    form_page(visit, &desk, typed, Mode::Change { id, meanwhile }, wrong).await
}

/// `POST /difficulties/similar`: what is like the words typed so far.
pub async fn similar(visit: Visit, Form(typed): Form<Typed>) -> Result<Markup> {
    let found =
        actions::similar(&visit.app, &visit.viewer, &typed.title, &typed.story(), typed.draft_id()).await?;
    Ok(crate::difficulties::pages::similar::list(&visit, &found, typed.is_blank()))
}
