//! The links of a letter about a statement: confirm, or see it otherwise.

use dure_domain::SettlementId;
use dure_web::one_tap::OneTap;

/// The two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 맞습니다
    Confirm,
    /// 다릅니다
    Dispute,
}

impl OneTap for Kind {
    type To = SettlementId;
    const DAYS: i64 = 30;

    fn path(self) -> &'static str {
        match self {
            Self::Confirm => "/worth/confirm/{token}",
            Self::Dispute => "/worth/dispute/{token}",
        }
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Confirm => "settlement.confirm",
            Self::Dispute => "settlement.dispute",
        }
    }
}
