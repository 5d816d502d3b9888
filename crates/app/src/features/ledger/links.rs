//! The links of a letter about a statement: confirm, or see it otherwise.

use dure_domain::{Moment, SettlementId};

use crate::error::Result;
use crate::shell::App;

/// How long the links are good; afterwards one answers in the program.
pub const LAST_DAYS: i64 = 30;

/// The two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 맞습니다
    Confirm,
    /// 다릅니다
    Dispute,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Dispute => "dispute",
        }
    }

    const fn purpose(self) -> &'static str {
        match self {
            Self::Confirm => "settlement.confirm",
            Self::Dispute => "settlement.dispute",
        }
    }

    /// The full address of this answer, for a letter.
    pub fn url(self, app: &App, settlement: SettlementId, stated_at: Moment) -> Result<String> {
        let token = app.key.seal(self.purpose(), &settlement, stated_at.plus_days(LAST_DAYS))?;
        Ok(app.config.url(&format!("/worth/{}/{token}", self.as_str())))
    }

    /// The statement behind a token.
    ///
    /// # Errors
    /// [`crate::error::Error::LinkExpired`] for what is late, altered or made for the other answer.
    pub fn open(self, app: &App, token: &str) -> Result<SettlementId> {
        app.key.open(self.purpose(), token, app.now())
    }
}
