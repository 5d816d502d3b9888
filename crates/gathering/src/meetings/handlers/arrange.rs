//! Arranging, announcing, changing and calling off.

use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{GroupId, MeetingId, Office};
use dure_people::groups;
use dure_texts::meetings as texts;
use dure_web::access::Thing;
use dure_web::error::{Error, Result};
use dure_web::names;
use dure_web::{Visit, sent};
use serde::Deserialize;

use crate::meetings::pages::form::{self, Asked};
use crate::meetings::rules::{self, Typed, Wrong};
use crate::meetings::store::Meeting;
use crate::meetings::{access, actions};

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

type Choice = Vec<(Option<GroupId>, String)>;

/// Groups for which the viewer may arrange a meeting, and the federation for its staff.
async fn choice(visit: &Visit) -> Result<Choice> {
    let viewer = &visit.viewer;
    let (chair, secretary) = (viewer.groups_as(Office::Chair), viewer.groups_as(Office::Secretary));
    let names = names::groups(visit.app.store.read(), chair.chain(secretary)).await?;
    let mut choice: Choice = names.into_iter().map(|(id, name)| (Some(id), name)).collect();
    if viewer.holds(Office::Staff) {
        choice.insert(0, (None, texts::of_federation(visit.lang()).to_owned()));
    }
    Ok(choice)
}

fn page(visit: &Visit, asked: &Asked<'_>, typed: &Typed, wrong: &[Wrong]) -> Response {
    let body = form::body(visit.lang(), asked, typed, wrong);
    sent::form(visit.page(asked.title, body), !wrong.is_empty())
}

/// `GET /meetings/new`
pub async fn new(visit: Visit, Query(wanted): Query<ForGroup>) -> Result<Response> {
    let mut choice = choice(&visit).await?;
    if let Some(group) = wanted.group
        && !choice.iter().any(|(id, _)| *id == Some(group))
    {
        // Staff arranges for any group of the federation.
        access::ARRANGE.require(&visit.viewer, &thing(&visit, Some(group)).await?)?;
        let name = groups::actions::find_for(&visit.app, &visit.viewer, group).await?.name;
        choice = vec![(Some(group), name)];
    }
    let first = wanted.group.or_else(|| choice.first().and_then(|(id, _)| *id));
    let typed = Typed {
        group: first.map(|id| id.to_string()).unwrap_or_default(),
        place: meeting_place(&visit, first).await?,
        ..Typed::default()
    };
    Ok(page(&visit, &asked_new(&visit, &choice), &typed, &[]))
}

/// Where the group usually meets.
async fn meeting_place(visit: &Visit, group: Option<GroupId>) -> Result<String> {
    let Some(group) = group else { return Ok(String::new()) };
    Ok(groups::actions::find_for(&visit.app, &visit.viewer, group).await?.meeting_place)
}

fn asked_new<'a>(visit: &Visit, choice: &'a Choice) -> Asked<'a> {
    let title = texts::new(visit.lang());
    Asked { action: "/meetings", title, groups: choice, back: "/meetings" }
}

/// The meeting to be, as permissions see it; only a group of the viewer's own federation counts.
async fn thing(visit: &Visit, group: Option<GroupId>) -> Result<Thing> {
    if let Some(group) = group {
        groups::actions::find_for(&visit.app, &visit.viewer, group).await?;
    }
    Ok(Thing { groups: group.into_iter().collect(), ..Thing::of_federation(visit.viewer.federation) })
}

/// `POST /meetings`
pub async fn create(visit: Visit, Form(typed): Form<Typed>) -> Result<Response> {
    let group = match typed.group.as_str() {
        "" => None,
        text => Some(text.parse::<GroupId>().map_err(|error| Error::BadRequest(error.to_string()))?),
    };
    access::ARRANGE.require(&visit.viewer, &thing(&visit, group).await?)?;
    let plan = match rules::plan(&typed, visit.app.now()) {
        Ok(plan) => plan,
        Err(wrong) => {
            let choice = choice(&visit).await?;
            return Ok(page(&visit, &asked_new(&visit, &choice), &typed, &wrong));
        }
    };
    let viewer = &visit.viewer;
    let id = actions::arrange::create(&visit.app, viewer.person, viewer.federation, group, plan).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=arranged")).into_response())
}

/// `GET /meetings/{id}/edit`
pub async fn edit(visit: Visit, Path(id): Path<MeetingId>) -> Result<Response> {
    let meeting = actions::find_to_arrange(&visit.app, &visit.viewer, id).await?;
    Ok(edit_page(&visit, id, &typed_of(&meeting), &[]))
}

fn edit_page(visit: &Visit, id: MeetingId, typed: &Typed, wrong: &[Wrong]) -> Response {
    let address = format!("/meetings/{id}");
    let asked = Asked { action: &address, title: texts::edit(visit.lang()), groups: &[], back: &address };
    page(visit, &asked, typed, wrong)
}

fn typed_of(meeting: &Meeting) -> Typed {
    let time = |moment: dure_domain::Moment| moment.in_seoul().strftime("%H:%M").to_string();
    Typed {
        group: meeting.group_id.map(|id| id.to_string()).unwrap_or_default(),
        kind: meeting.kind.to_string(),
        title: meeting.title.clone(),
        day: meeting.starts_at.day().to_string(),
        from: time(meeting.starts_at),
        to: meeting.ends_at.map(time).unwrap_or_default(),
        place: meeting.place.clone(),
        body: meeting.body.clone(),
        version: meeting.version,
    }
}

/// `POST /meetings/{id}`
pub async fn change(visit: Visit, Path(id): Path<MeetingId>, Form(typed): Form<Typed>) -> Result<Response> {
    actions::find_to_arrange(&visit.app, &visit.viewer, id).await?;
    let plan = match rules::plan(&typed, visit.app.now()) {
        Ok(plan) => plan,
        Err(wrong) => return Ok(edit_page(&visit, id, &typed, &wrong)),
    };
    actions::arrange::change(&visit.app, visit.viewer.person, id, typed.version, plan).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=changed")).into_response())
}

/// `POST /meetings/{id}/invite`
pub async fn invite(visit: Visit, Path(id): Path<MeetingId>, Form(form): Form<Version>) -> Result<Redirect> {
    actions::find_to_arrange(&visit.app, &visit.viewer, id).await?;
    let letters = actions::announce::announce(&visit.app, visit.viewer.person, id, form.version).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=announced-{letters}")))
}

/// `POST /meetings/{id}/cancel`
pub async fn cancel(visit: Visit, Path(id): Path<MeetingId>, Form(form): Form<Version>) -> Result<Redirect> {
    actions::find_to_arrange(&visit.app, &visit.viewer, id).await?;
    actions::arrange::cancel(&visit.app, visit.viewer.person, id, form.version).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=cancelled")))
}
