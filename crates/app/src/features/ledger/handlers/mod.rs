//! Requests about closing, worth, and the account.

pub mod account;
pub mod answer;
pub mod close;
pub mod worth;

use crate::error::{Error, Result};

/// An identifier in an address.
fn id<I: std::str::FromStr>(text: &str) -> Result<I> {
    text.parse().map_err(|_| Error::NotFound)
}

/// A form's complaint about one field.
fn wrong(field: &str, words: &str) -> (String, String) {
    (field.to_owned(), words.to_owned())
}
