//! The one error of the program's edge. Features return it with `?`; the shell turns it into a page
//! or, for the JSON interface, into a problem document (RFC 9457), in the reader's language.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use dure_store::{Retry, StoreError};

/// What a handler or an action can fail with.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the viewer may not know that there is.
    #[error("not found")]
    NotFound,
    /// The viewer may not do this.
    #[error("forbidden")]
    Forbidden,
    /// Nobody is signed in; the shell leads to the sign-in page and back.
    #[error("sign-in needed")]
    SignInNeeded,
    /// The form or the address is not understood.
    #[error("bad request: {0}")]
    BadRequest(String),
    /// The request came from another site.
    #[error("cross-site request")]
    CrossSite,
    /// Somebody else has changed the same thing meanwhile.
    #[error("changed meanwhile")]
    ChangedMeanwhile,
    /// A rule forbids it; the text is ready for the reader.
    #[error("{0}")]
    Rule(String),
    /// The `Idempotency-Key` is of no use for this request.
    #[error("idempotency key: {0}")]
    Key(KeyTrouble),
    /// Too many attempts; try again in so many seconds.
    #[error("too many attempts, wait {0} s")]
    TooMany(i64),
    /// The search index is still being built after the start; programs ask again in a moment.
    #[error("the search is not ready yet")]
    NotReady,
    /// The upload is larger than allowed, in MB.
    #[error("larger than {0} MB")]
    TooLarge(u64),
    /// A signed link that has expired or is no longer good.
    #[error("link expired")]
    LinkExpired,
    /// The database's failure, with a number under which the log tells more.
    #[error(transparent)]
    Store(#[from] std::sync::Arc<StoreError>),
    /// Anything else that is the program's fault.
    #[error("{0}")]
    Internal(String),
}

/// What is wrong with the key of a request that is to be done once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyTrouble {
    /// Empty or too long.
    #[error("empty or too long")]
    Unfit,
    /// It stands for another request already.
    #[error("used for another request")]
    Reused,
    /// The same request was taken, and its answer is not there.
    #[error("the same request is being worked on")]
    AtWork,
}

/// The result of a handler or an action.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Store(std::sync::Arc::new(error))
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        StoreError::from(error).into()
    }
}

impl Retry for Error {
    fn may_retry(&self) -> bool {
        matches!(self, Self::Store(error) if error.may_retry())
    }
}

impl Error {
    /// The name of the unique index that was in the way, if that is what happened.
    pub fn taken(&self) -> Option<&str> {
        match self {
            Self::Store(error) => match error.as_ref() {
                StoreError::Taken(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    /// The status code of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::CrossSite => StatusCode::FORBIDDEN,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::BadRequest(_) | Self::Key(KeyTrouble::Unfit) => StatusCode::BAD_REQUEST,
            Self::ChangedMeanwhile | Self::Key(KeyTrouble::AtWork) => StatusCode::CONFLICT,
            Self::Rule(_) | Self::Key(KeyTrouble::Reused) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::NotReady => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::LinkExpired => StatusCode::GONE,
            Self::Store(error) => match error.as_ref() {
                StoreError::Taken(_) | StoreError::Conflict => StatusCode::CONFLICT,
                StoreError::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
                StoreError::Unreachable(_)
                | StoreError::Unknown
                | StoreError::Disk(_)
                | StoreError::FileGone(_)
                | StoreError::InUse(_) => StatusCode::SERVICE_UNAVAILABLE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// A bare answer that carries the error; `shell::error_pages` words it.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
