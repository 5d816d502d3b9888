//! Pure decisions about difficulties.

mod filter;
mod form;

#[cfg(test)]
mod tests;

pub use filter::{Filter, Scope};
pub use form::{Checked, Fault, TEXT_MOST, Typed, Wrong};

/// A remark ready to be kept, none if nothing was said.
pub fn remark(words: &str) -> Option<String> {
    let words: String = form::tidy(words).chars().take(TEXT_MOST).collect();
    (!words.is_empty()).then_some(words)
}
