//! Pure decisions about sides, statements and their answers.

mod amounts;
mod period;

pub use amounts::{Unread, days, won};
pub use period::Period;

pub use crate::difficulty::sides::{Side, may_answer, may_state, own_side, stated_side};

use dure_domain::SettlementState;

/// Whether a statement still waits for its answer.
pub const fn waits(state: SettlementState) -> bool {
    matches!(state, SettlementState::Stated)
}
