//! Pure decisions about foundings: whom to write to, how long to wait, which answers are possible, who clashes,
//! who can move.

mod answers;
mod moves;
mod proposal;
mod seats;

use dure_domain::PersonId;

pub use answers::{Step, after};
pub use moves::{Mover, Seated, movable};
pub use proposal::{ProposalForm, Proposed, RequestForm, read_proposal, read_request};
pub use seats::{clashes, rules_of, slot_of};

/// Firms that are needed to found a group, unless the broker says otherwise; also the least of a
/// request for a group.
pub const LEAST_FIRMS: usize = 7;
/// So many days the links of an invitation are good.
pub const WAITS_DAYS: i64 = 30;
/// After so many days without an answer comes the one reminder.
pub const REMIND_AFTER_DAYS: i64 = 7;

/// Somebody of a firm to whom an invitation could go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Executive {
    /// Who.
    pub person: PersonId,
    /// Whether there is a mail address.
    pub has_mail: bool,
    /// Whether the person is the firm's delegate in a group.
    pub delegate: bool,
    /// Whether the firm names this person as its representative.
    pub representative: bool,
}

/// Whom to invite: who can be reached by mail comes first, among these the delegate in a group, then the
/// representative, then who has been in the roster longest. `executives` are in that last order.
pub fn addressee(executives: &[Executive]) -> Option<&Executive> {
    executives.iter().min_by_key(|one| (!one.has_mail, !one.delegate, !one.representative))
}

#[cfg(test)]
mod tests {
    use dure_domain::Id;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn executive() -> impl Strategy<Value = Executive> {
        (any::<u128>(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(id, mail, delegate, head)| {
            Executive {
                person: PersonId::from_uuid(Uuid::from_u128(id)),
                has_mail: mail,
                delegate,
                representative: head,
            }
        })
    }

    proptest! {
        #[test]
        fn somebody_is_addressed_wherever_there_is_somebody(all in prop::collection::vec(executive(), 0..6)) {
            let found = addressee(&all);
            prop_assert_eq!(found.is_some(), !all.is_empty());
            let Some(found) = found else { return Ok(()) };
            let reachable = all.iter().any(|one| one.has_mail);
            prop_assert_eq!(found.has_mail, reachable);
            let better = |one: &&Executive| one.has_mail == found.has_mail && one.delegate && !found.delegate;
            prop_assert!(!all.iter().any(|one| better(&one)));
        }
    }
}
