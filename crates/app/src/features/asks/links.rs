//! The links of a letter that asks for help: one for each answer, each good for that answer alone.

use dure_domain::{AskId, Moment};

use super::rules::WAITS_DAYS;
use crate::error::Result;
use crate::shell::App;

/// The three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 돕겠습니다
    Offer,
    /// 어렵습니다
    Decline,
    /// 다른 곳 추천
    Pass,
}

impl Kind {
    /// The word in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Decline => "decline",
            Self::Pass => "pass",
        }
    }

    /// What such a link is signed for.
    const fn purpose(self) -> &'static str {
        match self {
            Self::Offer => "ask.offer",
            Self::Decline => "ask.decline",
            Self::Pass => "ask.pass",
        }
    }

    /// The full address of this answer to a request, for a letter.
    pub fn url(self, app: &App, ask: AskId, asked_at: Moment) -> Result<String> {
        let token = app.key.seal(self.purpose(), &ask, asked_at.plus_days(WAITS_DAYS))?;
        Ok(app.config.url(&format!("/answers/{}/{token}", self.as_str())))
    }

    /// The request behind a token.
    ///
    /// # Errors
    /// [`crate::error::Error::LinkExpired`] for what is late, altered or made for another answer.
    pub fn open(self, app: &App, token: &str) -> Result<AskId> {
        app.key.open(self.purpose(), token, app.now())
    }
}
