//! The verbs: keep a case, take the consent back, find cases.

mod find;
mod keep;

pub use find::{Filter, Listed, PER_PAGE, Shown, among, list, show};
pub use keep::{Keeping, before_keeping, forget_in, keep, keep_in, read_keeping, withdraw};
