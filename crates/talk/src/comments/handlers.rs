//! Requests for talk.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::{CommentId, PersonId, Subject};
use dure_web::error::{Error, Result};
use dure_web::fields::Read;
use dure_web::one_tap::{Answering, Person};
use dure_web::paths::Key;
use dure_web::{App, Fields, Guest, Visit, sent};
use maud::Markup;
use serde::Deserialize;
use uuid::Uuid;

use super::links::Reply;
use super::{actions, pages};

/// What a form of talk says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Said {
    message: String,
    answers: String,
    version: String,
}

/// `POST /comments/on/{kind}/{thing}`
pub async fn say(visit: Visit, Key(on): Key<(Subject, Uuid)>, Form(said): Form<Said>) -> Result<Response> {
    let hold = visit.app.hold(&visit.viewer, on.0, on.1).await?;
    let answers = match said.answers.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    match actions::say(&visit.app, &visit.viewer, on, answers, &said.message).await? {
        Ok(id) => Ok(Redirect::to(&format!("{}#comment-{id}", hold.path)).into_response()),
        Err(wrong) => {
            let to = format!("/comments/on/{}/{}", on.0, on.1);
            let form = pages::Form { to: &to, said: &said.message, answers: &said.answers, version: "" };
            let page = pages::again(&visit, &hold, &form, Some(wrong), false);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// `GET /comments/{id}/edit`
pub async fn edit(visit: Visit, Key(id): Key<CommentId>) -> Result<Markup> {
    let (comment, hold) = actions::to_change(&visit.app, &visit.viewer, id).await?;
    let (to, version) = (format!("/comments/{id}/edit"), comment.version.to_string());
    let form = pages::Form { to: &to, said: &comment.body, answers: "", version: &version };
    Ok(pages::again(&visit, &hold, &form, None, false))
}

/// `POST /comments/{id}/edit`
pub async fn save(visit: Visit, Key(id): Key<CommentId>, Form(said): Form<Said>) -> Result<Response> {
    let version = said.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let (now, hold) = actions::to_change(&visit.app, &visit.viewer, id).await?;
    let to = format!("/comments/{id}/edit");
    let again = |version: &str, wrong, meanwhile| {
        let form = pages::Form { to: &to, said: &said.message, answers: "", version };
        pages::again(&visit, &hold, &form, wrong, meanwhile)
    };
    match actions::change(&visit.app, &visit.viewer, id, version, &said.message).await {
        Ok(Ok(hold)) => Ok(Redirect::to(&format!("{}#comment-{id}", hold.path)).into_response()),
        Ok(Err(wrong)) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, again(&said.version, Some(wrong), false)).into_response())
        }
        // What was typed stays; saving once more puts it over what stands there now.
        Err(Error::ChangedMeanwhile) => {
            Ok((StatusCode::CONFLICT, again(&now.version.to_string(), None, true)).into_response())
        }
        Err(error) => Err(error),
    }
}

/// `POST /comments/{id}/delete`
pub async fn delete(visit: Visit, Key(id): Key<CommentId>) -> Result<Redirect> {
    let hold = actions::take_back(&visit.app, &visit.viewer, id).await?;
    Ok(Redirect::to(&format!("{}#talk", hold.path)))
}

/// `GET /comments/{id}/history`
pub async fn history(visit: Visit, Key(id): Key<CommentId>) -> Result<Markup> {
    let history = actions::history(&visit.app, &visit.viewer, id).await?;
    Ok(pages::history(&visit, &history))
}

/// A comment that is answered from a mail, by whom.
pub struct Found {
    told: actions::Told,
}

impl Answering for Reply {
    type Found = Found;

    async fn find(app: &App, (id, person): (CommentId, PersonId)) -> Result<Found> {
        Ok(Found { told: actions::told(app, id, person).await? })
    }

    fn whom(found: &Found) -> Option<&Person> {
        Some(&found.told.person)
    }

    async fn show(
        self,
        guest: &Guest,
        found: &Found,
        fields: &Fields,
        errors: &[(String, String)],
    ) -> Result<Response> {
        let told = &found.told;
        let to_answer = pages::ToAnswer {
            title: &told.hold.title,
            who: &told.who,
            body: &told.comment.body,
            answered: actions::has_answered(&guest.app, &told.comment, told.person.id).await?,
        };
        let page = pages::reply(guest, &to_answer, fields.text("message"), errors);
        Ok(sent::form(page, !errors.is_empty()))
    }

    async fn take(self, guest: &Guest, found: &Found, fields: &Fields) -> Result<Read<()>> {
        let told = &found.told;
        let on = (told.comment.thing_kind, told.comment.thing_id);
        let said =
            actions::say(&guest.app, &told.viewer, on, Some(told.comment.id), fields.text("message")).await?;
        Ok(said.map(drop).map_err(|wrong| vec![("message".to_owned(), pages::wrong(guest.lang(), wrong))]))
    }
}
