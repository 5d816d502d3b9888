//! Pure decisions about difficulties.

mod filter;
mod form;

#[cfg(test)]
mod tests;

pub use filter::{Filter, Scope};
pub use form::{Checked, Fault, TEXT_MOST, Typed, Wrong};
