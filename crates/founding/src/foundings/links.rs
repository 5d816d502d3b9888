//! The links of an invitation: one for each answer, each good for that answer alone.

use dure_domain::InvitationId;
use dure_web::one_tap::OneTap;

use super::rules::WAITS_DAYS;

/// The two answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 함께하겠습니다
    Accept,
    /// 어렵습니다
    Decline,
}

impl OneTap for Kind {
    type To = InvitationId;
    const DAYS: i64 = WAITS_DAYS;

    fn path(self) -> &'static str {
        match self {
            Self::Accept => "/invited/accept/{token}",
            Self::Decline => "/invited/decline/{token}",
        }
    }

    fn purpose(self) -> &'static str {
        match self {
            Self::Accept => "invitation.accept",
            Self::Decline => "invitation.decline",
        }
    }
}
