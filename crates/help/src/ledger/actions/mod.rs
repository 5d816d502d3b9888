//! The verbs: close, open again, say what a help was worth, confirm or dispute, read the account.

mod account;
mod answer;
mod close;
mod help;
mod state;

pub use super::store::Sum;
pub use account::{Account, Entry, PER_PAGE, Scope, Waiting, account, of_firm, scopes};
pub use answer::{Answered, confirm, dispute};
pub use close::{Closing, close, reopen};
pub use help::{Help, Statement, help, of_settlement, to_close};
pub use state::{Worth, state};
