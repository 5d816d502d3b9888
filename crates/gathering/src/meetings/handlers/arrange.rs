//! Arranging, announcing, changing and calling off.

use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{GroupId, MeetingId};
use dure_texts::meetings as texts;
use dure_web::error::{Error, Result};
use dure_web::paths::Key;
use dure_web::{Visit, sent};
use serde::Deserialize;

use crate::meetings::actions;
use crate::meetings::actions::arrange::Choice;
use crate::meetings::pages::form::{self, Asked};
use crate::meetings::rules::{self, Typed, Wrong};

/// The group for which a meeting is begun.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ForGroup {
    group: Option<GroupId>,
}

/// What buttons of the meeting's page send.
#[derive(Debug, Deserialize)]
pub struct Version {
    version: i32,
}

fn page(visit: &Visit, asked: &Asked<'_>, typed: &Typed, wrong: &[Wrong]) -> Response {
    let body = form::body(visit.lang(), asked, typed, wrong);
    sent::form(visit.page(asked.title, body), !wrong.is_empty())
}

/// `GET /meetings/new`
pub async fn new(visit: Visit, Query(wanted): Query<ForGroup>) -> Result<Response> {
    let begun = actions::arrange::begin(&visit.app, &visit.viewer, wanted.group).await?;
    let group = begun.first.map(|id| id.to_string()).unwrap_or_default();
    let typed = Typed { group, place: begun.place, ..Typed::default() };
    Ok(new_page(&visit, begun.choice, &typed, &[]))
}

fn new_page(visit: &Visit, choice: Choice, typed: &Typed, wrong: &[Wrong]) -> Response {
    let lang = visit.lang();
    let named = |name: Option<String>| name.unwrap_or_else(|| texts::of_federation(lang).to_owned());
    let groups: Vec<_> = choice.into_iter().map(|(id, name)| (id, named(name))).collect();
    let asked = Asked { action: "/meetings", title: texts::new(lang), groups: &groups, back: "/meetings" };
    page(visit, &asked, typed, wrong)
}

/// `POST /meetings`
pub async fn create(visit: Visit, Form(typed): Form<Typed>) -> Result<Response> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let group = match typed.group.as_str() {
        "" => None,
        text => Some(text.parse::<GroupId>().map_err(|error| Error::BadRequest(error.to_string()))?),
    };
    let plan = match rules::plan(&typed, app.now()) {
        Ok(plan) => plan,
        Err(wrong) => {
            actions::arrange::may_arrange(app, viewer, group).await?;
            return Ok(new_page(&visit, actions::arrange::choice(app, viewer).await?, &typed, &wrong));
        }
    };
    let id = actions::arrange::create(app, viewer, group, plan).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=arranged")).into_response())
}

/// `GET /meetings/{id}/edit`
pub async fn edit(visit: Visit, Key(id): Key<MeetingId>) -> Result<Response> {
    let meeting = actions::find_to_arrange(&visit.app, &visit.viewer, id).await?;
    Ok(edit_page(&visit, id, &Typed::of(&meeting), &[]))
}

fn edit_page(visit: &Visit, id: MeetingId, typed: &Typed, wrong: &[Wrong]) -> Response {
    let address = format!("/meetings/{id}");
    let asked = Asked { action: &address, title: texts::edit(visit.lang()), groups: &[], back: &address };
    page(visit, &asked, typed, wrong)
}

/// `POST /meetings/{id}`
pub async fn change(visit: Visit, Key(id): Key<MeetingId>, Form(typed): Form<Typed>) -> Result<Response> {
    let plan = match rules::plan(&typed, visit.app.now()) {
        Ok(plan) => plan,
        Err(wrong) => {
            actions::find_to_arrange(&visit.app, &visit.viewer, id).await?;
            return Ok(edit_page(&visit, id, &typed, &wrong));
        }
    };
    actions::arrange::change(&visit.app, &visit.viewer, id, typed.version, plan).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=changed")).into_response())
}

/// `POST /meetings/{id}/invite`
pub async fn invite(visit: Visit, Key(id): Key<MeetingId>, Form(form): Form<Version>) -> Result<Redirect> {
    let letters = actions::announce::announce(&visit.app, &visit.viewer, id, form.version).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=announced-{letters}")))
}

/// `POST /meetings/{id}/cancel`
pub async fn cancel(visit: Visit, Key(id): Key<MeetingId>, Form(form): Form<Version>) -> Result<Redirect> {
    actions::arrange::cancel(&visit.app, &visit.viewer, id, form.version).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=cancelled")))
}
