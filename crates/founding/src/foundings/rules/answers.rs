//! Which answers to an invitation are possible.

use dure_domain::{FoundingState, InvitationState};

/// What is done to an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// 함께하겠습니다
    Accept,
    /// 어렵습니다
    Decline,
    /// The federation takes it back.
    Withdraw,
}

/// Where the invitation stands after this step; none where the step is not possible any more.
///
/// While firms are being invited everybody may change their mind. Once the group is founded, who accepted is a
/// member and leaves as members do; who has not answered, or has declined, may still join.
pub const fn after(founding: FoundingState, now: InvitationState, step: Step) -> Option<InvitationState> {
    use InvitationState::{Accepted, Declined, Waiting, Withdrawn};
    match (founding, now, step) {
        (FoundingState::Withdrawn, ..) | (_, Withdrawn, _) => None,
        (_, Waiting | Declined, Step::Accept) => Some(Accepted),
        (_, Waiting, Step::Decline) => Some(Declined),
        (_, Waiting, Step::Withdraw) => Some(Withdrawn),
        (FoundingState::Founded, ..) => None,
        (_, Accepted, Step::Decline) => Some(Declined),
        (_, Accepted | Declined, Step::Withdraw) => Some(Withdrawn),
        (_, Accepted, Step::Accept) | (_, Declined, Step::Decline) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_step_leaves_a_member_or_an_ended_founding(
            founding in prop::sample::select(FoundingState::ALL),
            now in prop::sample::select(InvitationState::ALL),
            step in prop::sample::select(vec![Step::Accept, Step::Decline, Step::Withdraw]),
        ) {
            let next = after(founding, now, step);
            prop_assert!(next != Some(now), "a step changes something");
            if founding == FoundingState::Withdrawn || now == InvitationState::Withdrawn {
                prop_assert_eq!(next, None);
            }
            if founding == FoundingState::Founded && now == InvitationState::Accepted {
                prop_assert_eq!(next, None);
            }
        }
    }
}
