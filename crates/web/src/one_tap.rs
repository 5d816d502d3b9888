//! Answers that a letter offers as buttons. Each is a signed link that gives this one answer for the person
//! to whom the letter was written, without signing in, until it expires.
//!
//! Fetching such a link changes nothing, for mail programs fetch links too. Once it is spent, the same address
//! says what was answered; pressing "back" or the button again does no harm.

use std::future::Future;

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use dure_domain::Moment;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::Part;
use crate::access::Row;
use crate::credentials;
use crate::error::{Error, Result};
use crate::fields::Read;
use crate::mail::Button;
use crate::paths::own_path;
use crate::{App, Fields, Guest};

/// Who was asked, as the register has them.
pub use dure_tables::people::Model as Person;

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
        let token = seal(app, self.purpose(), &to, until)?;
        Button::link(app, label, &self.path().replace("{token}", &token), until, page)
    }
}

/// What stands behind such a link.
pub trait Answering: OneTap {
    /// What is answered, with what its page shows.
    type Found: Send + Sync;

    /// Finds it.
    fn find(app: &App, to: Self::To) -> impl Future<Output = Result<Self::Found>> + Send;

    /// Who was asked.
    fn whom(found: &Self::Found) -> Option<&Person>;

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
pub fn part<A: Answering>(row: &'static Row, answers: &[A]) -> Part {
    answers.iter().fold(Part::default(), |part, &answer| {
        part.get(answer.path(), row, move |guest, Path(token)| fetched(answer, guest, token)).post(
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

/// What is late, altered or made for another answer opens nothing, nor what was made before its reader's ways in were
/// all ended.
async fn opened<A: Answering>(answer: A, guest: Guest, token: &str) -> Result<(Guest, A::Found)> {
    let Made { to, at } = open::<A::To>(&guest.app, answer.purpose(), token)?;
    let found = A::find(&guest.app, to).await?;
    let whom = A::whom(&found).filter(|person| credentials::link_is_good(person, at));
    let lang = whom.ok_or(Error::LinkExpired)?.lang.clone();
    Ok((guest.reading(Some(&lang)), found))
}

/// What a link that answers for somebody carries.
#[derive(Serialize, Deserialize)]
pub struct Made<T> {
    /// What is answered.
    #[serde(rename = "t")]
    pub to: T,
    /// When the link was made.
    #[serde(rename = "a")]
    pub at: Moment,
}

/// The token of a link that answers for somebody.
///
/// # Errors
/// When `to` cannot be written as JSON.
pub fn seal(app: &App, purpose: &str, to: &impl Serialize, until: Moment) -> Result<String> {
    app.key.seal(purpose, &Made { to, at: app.now() }, until)
}

/// What such a token carries; whoever opens it asks [`credentials::link_is_good`] too.
///
/// # Errors
/// [`Error::LinkExpired`] for a token that is late, was made for something else, or was altered.
pub fn open<T: DeserializeOwned>(app: &App, purpose: &str, token: &str) -> Result<Made<T>> {
    app.key.open(purpose, token, app.now())
}
