//! The links of a letter that asks for help: one for each answer, each good for that answer alone.

use dure_domain::AskId;
use dure_web::one_tap::OneTap;

use super::rules::WAITS_DAYS;

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

impl OneTap for Kind {
    type To = AskId;
    const DAYS: i64 = WAITS_DAYS;

    fn path(self) -> &'static str {
        match self {
            Self::Offer => "/answers/offer/{token}",
            Self::Decline => "/answers/decline/{token}",
            Self::Pass => "/answers/pass/{token}",
        }
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Offer => "ask.offer",
            Self::Decline => "ask.decline",
            Self::Pass => "ask.pass",
        }
    }
}
