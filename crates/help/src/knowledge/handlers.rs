//! Requests about solved cases.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{CaseId, DifficultyId};
use dure_web::error::Result;
use dure_web::paths::Key;
use dure_web::{Fields, Visit, sent};
use maud::Markup;

use super::actions::{self, Filter};
use super::pages;

/// `GET /knowledge`
pub async fn list(visit: Visit) -> Result<Markup> {
    let fields = Fields::of_address(&visit.path);
    let filter = Filter {
        words: fields.text("q").to_owned(),
        need: fields.read("need"),
        page: fields.read("page").unwrap_or(1).max(1),
    };
    let listed = actions::list(&visit.app, &visit.viewer, &filter).await?;
    Ok(pages::list(&visit, &filter, &listed, fields.text("done")))
}

/// `GET /knowledge/{id}`
pub async fn show(visit: Visit, Key(case): Key<CaseId>) -> Result<Markup> {
    let shown = actions::show(&visit.app, &visit.viewer, case).await?;
    let done = Fields::of_address(&visit.path).text("done").to_owned();
    Ok(pages::show(&visit, &shown, &done))
}

/// `POST /knowledge/{id}/withdraw`
pub async fn withdraw(visit: Visit, Key(case): Key<CaseId>) -> Result<Redirect> {
    actions::withdraw(&visit.app, &visit.viewer, case).await?;
    Ok(Redirect::to("/knowledge?done=withdrawn"))
}

/// `GET /difficulties/{id}/case`
pub async fn keep_form(visit: Visit, Key(difficulty): Key<DifficultyId>) -> Result<Markup> {
    let (difficulty, case) = actions::before_keeping(&visit.app, &visit.viewer, difficulty).await?;
    let pairs = case.as_ref().map(pages::fields_of).unwrap_or_default();
    Ok(pages::keep_page(&visit, &difficulty, &pairs, &[]))
}

/// `POST /difficulties/{id}/case`
pub async fn keep(visit: Visit, Key(difficulty): Key<DifficultyId>, fields: Fields) -> Result<Response> {
    let (row, _) = actions::before_keeping(&visit.app, &visit.viewer, difficulty).await?;
    match actions::read_keeping(visit.lang(), &fields, "") {
        Ok(keeping) => {
            let case = actions::keep(&visit.app, &visit.viewer, difficulty, &keeping).await?;
            Ok(Redirect::to(&format!("/knowledge/{case}?done=kept")).into_response())
        }
        Err(errors) => {
            let page = pages::keep_page(&visit, &row, &fields, &errors);
            Ok(sent::form(page, true))
        }
    }
}
