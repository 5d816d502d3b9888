//! Requests for a group.

use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::GroupRequestId;
use dure_web::error::Result;
use dure_web::faults::Faults;
use dure_web::paths::Key;
use dure_web::{Fields, Visit, sent};
use maud::Markup;

use super::{ids, page};
use crate::foundings::rules::RequestForm;
use crate::foundings::{actions, pages};

/// `GET /foundings/requests`
pub async fn list(visit: Visit) -> Result<Markup> {
    let asked = Fields::of_address(&visit.path);
    let closed = asked.text("show") == "closed";
    let requests = actions::requests(&visit.app, &visit.viewer, closed, page(&asked)).await?;
    Ok(pages::requests(&visit, &requests, closed, page(&asked)))
}

/// `GET /foundings/requests/{id}`
pub async fn show(visit: Visit, Key(request): Key<GroupRequestId>) -> Result<Markup> {
    let request = actions::request(&visit.app, &visit.viewer, request).await?;
    Ok(pages::request(&visit, &request, Fields::of_address(&visit.path).text("done")))
}

/// `GET /foundings/requests/new`
pub async fn blank(visit: Visit) -> Result<Markup> {
    let form = RequestForm { firms: visit.viewer.firm.into_iter().collect(), ..RequestForm::default() };
    let picked = actions::picked(&visit.app, &visit.viewer, &form.firms, "").await?;
    Ok(pages::request_form(&visit, &form, &picked, &Faults::default()))
}

/// `POST /foundings/requests/new`: finds firms, or sends the request.
pub async fn ask(visit: Visit, fields: Fields) -> Result<Response> {
    let form = RequestForm {
        title: fields.text("title").to_owned(),
        note: fields.text("note").to_owned(),
        firms: ids(&fields, "firm"),
    };
    let mut faults = Faults::default();
    if fields.text("do") != "find" {
        match actions::ask(&visit.app, &visit.viewer, &form).await? {
            Ok(id) => {
                return Ok(Redirect::to(&format!("/foundings/requests/{id}?done=asked")).into_response());
            }
            Err(wrong) => faults = wrong,
        }
    }
    let picked = actions::picked(&visit.app, &visit.viewer, &form.firms, fields.text("q")).await?;
    Ok(sent::form(pages::request_form(&visit, &form, &picked, &faults), !faults.is_empty()))
}

/// `POST /foundings/requests/{id}/close`
pub async fn close(visit: Visit, Key(request): Key<GroupRequestId>, fields: Fields) -> Result<Redirect> {
    actions::close(&visit.app, &visit.viewer, request, fields.text("word")).await?;
    Ok(Redirect::to(&format!("/foundings/requests/{request}?done=closed")))
}

/// `POST /foundings/requests/firms`: the choice of firms while one types.
pub async fn firms(visit: Visit, fields: Fields) -> Result<Markup> {
    let picked = actions::picked(&visit.app, &visit.viewer, &ids(&fields, "firm"), fields.text("q")).await?;
    Ok(pages::picker::choice(visit.lang(), &picked))
}
