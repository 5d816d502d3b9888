//! Pages about closing, worth, and the account.

mod account;
mod answer;
mod close;
mod files;
mod worth;

pub use account::{account_page, of_firm};
pub use answer::{answered_page, confirm_page, dispute_page};
pub use close::close_page;
pub use files::{account_csv, account_rows, account_workbook};
pub use worth::{worth_of, worth_page};

/// The complaint about a field.
fn error_of<'a>(errors: &'a [(String, String)], name: &str) -> Option<&'a str> {
    errors.iter().find(|(field, _)| field == name).map(|(_, words)| words.as_str())
}
