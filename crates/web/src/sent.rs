//! A form that was sent: where it leads, or how it comes back.

use std::future::Future;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

use crate::error::{Error, Result};
use crate::faults::Faults;

/// The page of a form: as it was asked for, or back with what is wrong.
pub fn form(page: Markup, faulty: bool) -> Response {
    let status = if faulty { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, page).into_response()
}

/// Leads on where the form was taken; else shows it again.
pub fn answer<T>(
    sent: Result<T, Faults>,
    to: impl FnOnce(T) -> String,
    again: impl FnOnce(&Faults) -> Markup,
) -> Response {
    match sent {
        Ok(done) => Redirect::to(&to(done)).into_response(),
        Err(faults) => form(again(&faults), true),
    }
}

/// Like [`answer`], for a form over something that is stored. Where somebody else was first, the form comes back
/// with what is `stored` now, to be compared.
pub async fn answer_change<T, S>(
    sent: Result<Result<T, Faults>>,
    stored: impl Future<Output = Result<S>>,
    to: impl FnOnce(T) -> String,
    again: impl FnOnce(&Faults, Option<&S>) -> Markup,
) -> Result<Response> {
    match sent {
        Err(Error::ChangedMeanwhile) => {
            let page = again(&Faults::default(), Some(&stored.await?));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        sent => Ok(answer(sent?, to, |faults| again(faults, None))),
    }
}
