//! Firms of a draft: moved, locked, wished together or apart.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{DraftId, FirmId, PairWish};
use dure_web::Visit;
use dure_web::error::{Error, Result};
use dure_web::fields::Fields;
use dure_web::paths::Key;
use maud::Markup;

use super::super::actions::{self, Outcome, Wish};
use super::super::pages;
use super::show::Asked;

fn version(fields: &Fields) -> Result<i32> {
    fields.read("version").ok_or_else(|| Error::BadRequest("version".into()))
}

/// `POST /formation/{id}/move`: what to do with the firms that are ticked, or with the one whose button was pressed.
pub async fn act(visit: Visit, Key(id): Key<DraftId>, fields: Fields) -> Result<Response> {
    let result = try_act(&visit, id, &fields).await;
    // Somebody was faster: the draft as it is now, and what was wanted, to be done again or let be.
    if matches!(result, Err(Error::ChangedMeanwhile)) {
        let scene = actions::scene(&visit.app, &visit.viewer, id).await?;
        let notice = pages::notice::overtaken(visit.lang(), &scene, &fields);
        let page = pages::show::page(&visit, &scene, 1, &notice);
        return Ok((StatusCode::CONFLICT, page).into_response());
    }
    result
}

async fn try_act(visit: &Visit, id: DraftId, fields: &Fields) -> Result<Response> {
    let (app, viewer, version) = (&visit.app, &visit.viewer, version(fields)?);
    let (act, one) = fields.text("act").split_once(':').unwrap_or((fields.text("act"), ""));
    let firms: Vec<FirmId> = match one {
        "" => fields.all("firm").filter_map(|firm| firm.parse().ok()).collect(),
        one => one.parse().into_iter().collect(),
    };
    let back = |done: &str| {
        let anchor = firms.first().map(|firm| format!("#firm-{firm}")).unwrap_or_default();
        let page = fields.text("page").parse::<u64>().unwrap_or(1);
        Redirect::to(&format!("/formation/{id}?page={page}&done={done}{anchor}")).into_response()
    };
    if firms.is_empty() {
        return Ok(back("none"));
    }
    match act {
        "lock" | "unlock" => {
            actions::lock(app, viewer, id, version, &firms, act == "lock").await?;
            Ok(back(if act == "lock" { "locked" } else { "unlocked" }))
        }
        "take-out" => {
            actions::take_out(app, viewer, id, version, &firms).await?;
            Ok(back("taken-out"))
        }
        "move" => {
            let to = fields.read("to").ok_or_else(|| Error::BadRequest("to".into()))?;
            match actions::shift(app, viewer, id, version, &firms, to).await? {
                Outcome::Done(warned) if warned.is_empty() => Ok(back("moved")),
                outcome => {
                    let scene = actions::scene(app, viewer, id).await?;
                    let (status, notice) = pages::notice::moved(visit.lang(), &scene, &outcome);
                    Ok((status, pages::show::page(visit, &scene, 1, &notice)).into_response())
                }
            }
        }
        _ => Err(Error::BadRequest("act".into())),
    }
}

/// `GET /formation/{id}/firms/{firm}`
pub async fn show(
    visit: Visit,
    Key((id, firm)): Key<(DraftId, FirmId)>,
    Query(asked): Query<Asked>,
) -> Result<Markup> {
    let scene = actions::scene(&visit.app, &visit.viewer, id).await?;
    let number = scene.number_of(firm).ok_or(Error::NotFound)?;
    Ok(pages::firm::page(&visit, &scene, number, &pages::notice::done(visit.lang(), &asked.done)))
}

/// `POST /formation/{id}/firms/{firm}/wish`
pub async fn wish(visit: Visit, Key((id, firm)): Key<(DraftId, FirmId)>, fields: Fields) -> Result<Response> {
    let other = fields.read("other").ok_or_else(|| Error::BadRequest("other".into()))?;
    let wish: PairWish = fields.read("wish").ok_or_else(|| Error::BadRequest("wish".into()))?;
    let wanted = Wish { firm, other, wish };
    let done = match actions::wish(&visit.app, &visit.viewer, id, version(&fields)?, wanted).await {
        Err(Error::ChangedMeanwhile) => return overtaken(&visit, id, firm, &fields).await,
        done => done?,
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/formation/{id}/firms/{firm}?done=wished")).into_response()),
        Err(clash) => {
            let scene = actions::scene(&visit.app, &visit.viewer, id).await?;
            let number = scene.number_of(firm).ok_or(Error::NotFound)?;
            let notice = pages::notice::clash(visit.lang(), &scene, &clash);
            let page = pages::firm::page(&visit, &scene, number, &notice);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `POST /formation/{id}/firms/{firm}/unwish`
pub async fn unwish(
    visit: Visit,
    Key((id, firm)): Key<(DraftId, FirmId)>,
    fields: Fields,
) -> Result<Response> {
    let other = fields.read("other").ok_or_else(|| Error::BadRequest("other".into()))?;
    match actions::unwish(&visit.app, &visit.viewer, id, version(&fields)?, firm, other).await {
        Err(Error::ChangedMeanwhile) => overtaken(&visit, id, firm, &fields).await,
        done => {
            done?;
            Ok(Redirect::to(&format!("/formation/{id}/firms/{firm}?done=unwished")).into_response())
        }
    }
}

/// Somebody was faster: the firm as it stands now.
async fn overtaken(visit: &Visit, id: DraftId, firm: FirmId, fields: &Fields) -> Result<Response> {
    let scene = actions::scene(&visit.app, &visit.viewer, id).await?;
    let number = scene.number_of(firm).ok_or(Error::ChangedMeanwhile)?;
    let notice = pages::notice::overtaken(visit.lang(), &scene, fields);
    let page = pages::firm::page(visit, &scene, number, &notice);
    Ok((StatusCode::CONFLICT, page).into_response())
}
