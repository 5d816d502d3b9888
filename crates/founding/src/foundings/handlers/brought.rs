//! Groups that executives put before the federation.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::FoundingId;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Fields, Visit, sent};
use maud::Markup;

use super::ids;
use crate::foundings::rules::ProposalForm;
use crate::foundings::{actions, pages};

fn form_of(fields: &Fields) -> ProposalForm {
    let text = |name: &str| fields.text(name).to_owned();
    ProposalForm {
        name: text("name"),
        place_code: text("place_code"),
        meeting_place: text("meeting_place"),
        charter: text("charter"),
        message: text("message"),
        firms: ids(fields, "firm"),
        version: text("version"),
    }
}

async fn page(
    visit: &Visit,
    own: Option<FoundingId>,
    form: &ProposalForm,
    typed: &str,
    faults: &Faults,
    overtaken: bool,
) -> Result<Markup> {
    let picked = actions::picked(&visit.app, &visit.viewer, &form.firms, typed).await?;
    let check = actions::check(&visit.app, &visit.viewer, &form.name, &picked, own).await?;
    Ok(pages::proposal_form(visit, own, form, &picked, &check, faults, overtaken))
}

/// `GET /foundings/new`
pub async fn blank(visit: Visit) -> Result<Markup> {
    let form = ProposalForm { firms: visit.viewer.firm.into_iter().collect(), ..ProposalForm::default() };
    page(&visit, None, &form, "", &Faults::default(), false).await
}

/// `POST /foundings/new`: finds firms, checks the rules, or puts the group before the federation.
pub async fn propose(visit: Visit, fields: Fields) -> Result<Response> {
    let form = form_of(&fields);
    let mut faults = Faults::default();
    if !matches!(fields.text("do"), "find" | "check") {
        match actions::propose(&visit.app, &visit.viewer, &form).await? {
            Ok(id) => return Ok(Redirect::to(&format!("/foundings/{id}?done=proposed")).into_response()),
            Err(wrong) => faults = wrong,
        }
    }
    let page = page(&visit, None, &form, fields.text("q"), &faults, false).await?;
    Ok(sent::form(page, !faults.is_empty()))
}

/// `GET /foundings/{id}/edit`
pub async fn edit(visit: Visit, Key(founding): Key<FoundingId>) -> Result<Markup> {
    let form = actions::mendable(&visit.app, &visit.viewer, founding).await?;
    page(&visit, Some(founding), &form, "", &Faults::default(), false).await
}

/// `POST /foundings/{id}/edit`
pub async fn mend(visit: Visit, Key(founding): Key<FoundingId>, fields: Fields) -> Result<Response> {
    let stored = actions::mendable(&visit.app, &visit.viewer, founding).await?;
    let mut form = form_of(&fields);
    let (mut faults, mut overtaken) = (Faults::default(), false);
    if !matches!(fields.text("do"), "find" | "check") {
        match actions::mend(&visit.app, &visit.viewer, founding, &form).await {
            Ok(Ok(id)) => return Ok(Redirect::to(&format!("/foundings/{id}?done=proposed")).into_response()),
            Ok(Err(wrong)) => faults = wrong,
            Err(Error::ChangedMeanwhile) => {
                form.version = stored.version;
                overtaken = true;
            }
            Err(error) => return Err(error),
        }
    }
    let status = match (faults.is_empty(), overtaken) {
        (_, true) => StatusCode::CONFLICT,
        (true, false) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = page(&visit, Some(founding), &form, fields.text("q"), &faults, overtaken).await?;
    Ok((status, page).into_response())
}
