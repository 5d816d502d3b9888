//! The links of an invitation: one for each answer, each good for that answer alone.

use dure_domain::{InvitationId, Moment};

use super::rules::WAITS_DAYS;
use crate::error::Result;
use crate::shell::App;

/// The two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 함께하겠습니다
    Accept,
    /// 어렵습니다
    Decline,
}

impl Kind {
    /// The word in the address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Decline => "decline",
        }
    }

    /// What such a link is signed for.
    const fn purpose(self) -> &'static str {
        match self {
            Self::Accept => "invitation.accept",
            Self::Decline => "invitation.decline",
        }
    }

    /// The full address of this answer, for a letter.
    pub fn url(self, app: &App, invitation: InvitationId, invited_at: Moment) -> Result<String> {
        let token = app.key.seal(self.purpose(), &invitation, invited_at.plus_days(WAITS_DAYS))?;
        Ok(app.config.url(&format!("/invited/{}/{token}", self.as_str())))
    }

    /// The invitation behind a token.
    ///
    /// # Errors
    /// [`crate::error::Error::LinkExpired`] for what is late, altered or made for another answer.
    pub fn open(self, app: &App, token: &str) -> Result<InvitationId> {
        app.key.open(self.purpose(), token, app.now())
    }
}
