//! Requests about closing, worth, and the account.

pub mod account;
pub mod answer;
pub mod close;
pub mod worth;

/// A form's complaint about one field.
fn wrong(field: &str, words: &str) -> (String, String) {
    (field.to_owned(), words.to_owned())
}
