//! The fields of a form as they came: in order, a name perhaps several times, nothing lost.

use axum::Form;
use axum::extract::{FromRequest, Query, Request};
use axum::http::header::CONTENT_TYPE;

use crate::App;
use crate::error::Error;

/// What a form says, or what is wrong with it: fields and words.
pub type Read<T> = Result<T, Vec<(String, String)>>;

/// What a form sent. Handlers turn it into the arguments of an action; a form that comes back with
/// errors is filled from it again.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The last value of this name, without blanks at its ends; empty when there is none.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value of this name that is not empty.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .filter(|v| !v.is_empty())
    }

    /// Whether a box of this name was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.text(name) == "yes"
    }

    /// The value of this name, read as something; none when it is missing or not understood.
    pub fn read<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).parse().ok()
    }
}

impl Fields {
    /// The fields of an address: what stands after its `?`.
    pub fn of_address(path: &str) -> Self {
        let query = path.split_once('?').map_or("", |(_, query)| query);
        let address = format!("/?{query}").parse().unwrap_or_default();
        Query::<Vec<(String, String)>>::try_from_uri(&address)
            .map(|Query(pairs)| Self(pairs))
            .unwrap_or_default()
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Error;
    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        // A form without fields may come without saying what it is.
        if !request.headers().contains_key(CONTENT_TYPE) {
            return Ok(Self::default());
        }
        let form = Form::<Vec<(String, String)>>::from_request(request, app).await;
        form.map(|Form(fields)| Self(fields)).map_err(|error| Error::BadRequest(error.body_text()))
    }
}
