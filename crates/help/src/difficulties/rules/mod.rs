//! Pure decisions about difficulties.

mod filter;
mod form;

#[cfg(test)]
mod tests;

pub use filter::{Filter, Scope};
pub use form::{Checked, Fault, TEXT_MOST, Typed, Wrong};

/// A remark ready to be kept.
///
/// # Errors
/// What is wrong with it: nothing was said, or more than a remark takes.
pub fn remark(words: &str) -> Result<String, Fault> {
    let words = form::tidy(words);
    match words.chars().count() {
        0 => Err(Fault::Missing),
        letters if letters > TEXT_MOST => Err(Fault::Long(TEXT_MOST)),
        _ => Ok(words),
    }
}
