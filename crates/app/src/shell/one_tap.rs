//! Answers that a letter offers as buttons. Each is a signed link that gives this one answer for the person
//! to whom the letter was written, without signing in, until it expires.
//!
//! Fetching such a link changes nothing, for mail programs fetch links too. Once it is spent, the same address
//! says what was answered; pressing "back" or the button again does no harm.

use std::future::Future;

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::Moment;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::access::Row;
use crate::error::Result;
use crate::mail::Button;
use crate::router::Routes;
use crate::shell::fields::Read;
use crate::shell::paths::own_path;
use crate::shell::{App, Fields, Guest};

/// The link of one answer.
pub trait OneTap: Copy + Send + Sync + 'static {
    /// What is answered.
    type To: Serialize + DeserializeOwned;

    /// How long the link is good; afterwards one answers in the program.
    const DAYS: i64;

    /// The address, with `{token}`.
    fn path(self) -> &'static str;

    /// What the token is sealed for.
    fn purpose(self) -> &'static str;

    /// The button of a letter about what was asked at `since`; `page` is where one answers after signing in.
    fn button(self, app: &App, label: &str, to: Self::To, since: Moment, page: String) -> Result<Button> {
        let until = since.plus_days(Self::DAYS);
        let token = app.key.seal(self.purpose(), &to, until)?;
        Button::link(app, label, &self.path().replace("{token}", &token), until, page)
    }
}

/// What stands behind such a link.
pub trait Answering: OneTap {
    /// What is answered, with what its page shows.
    type Found: Send + Sync;

    /// Finds it.
    fn find(app: &App, to: Self::To) -> impl Future<Output = Result<Self::Found>> + Send;

    /// The language of who was asked.
    fn reads(found: &Self::Found) -> Option<&str>;

    /// The page of the answer: its button or form with what was typed, or what was answered before.
    fn show(
        self,
        guest: &Guest,
        found: &Self::Found,
        fields: &Fields,
        errors: &[(String, String)],
    ) -> impl Future<Output = Result<Response>> + Send;

    /// Takes the answer.
    fn take(
        self,
        guest: &Guest,
        found: &Self::Found,
        fields: &Fields,
    ) -> impl Future<Output = Result<Read<()>>> + Send;
}

/// The routes of these answers.
pub fn routes<A: Answering>(row: &'static Row, answers: &[A]) -> Routes {
    answers.iter().fold(Routes::default(), |routes, &answer| {
        routes.get(answer.path(), row, move |guest, Path(token)| fetched(answer, guest, token)).post(
            answer.path(),
            row,
            move |guest, Path(token), fields| tapped(answer, guest, token, fields),
        )
    })
}

async fn fetched<A: Answering>(answer: A, guest: Guest, token: String) -> Result<Response> {
    let (guest, found) = opened(answer, guest, &token).await?;
    answer.show(&guest, &found, &Fields::default(), &[]).await
}

async fn tapped<A: Answering>(answer: A, guest: Guest, token: String, fields: Fields) -> Result<Response> {
    let (guest, found) = opened(answer, guest, &token).await?;
    match answer.take(&guest, &found, &fields).await? {
        Ok(()) => Ok(Redirect::to(own_path(&guest.path)).into_response()),
        Err(errors) => answer.show(&guest, &found, &fields, &errors).await,
    }
}

/// What is late, altered or made for another answer opens nothing.
async fn opened<A: Answering>(answer: A, guest: Guest, token: &str) -> Result<(Guest, A::Found)> {
    let to = guest.app.key.open(answer.purpose(), token, guest.app.now())?;
    let found = A::find(&guest.app, to).await?;
    Ok((guest.reading(A::reads(&found)), found))
}
