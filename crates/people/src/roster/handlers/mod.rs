//! Requests for rosters.

mod duplicates;
mod files;
mod imports;
mod uploads;

pub use duplicates::{different, list as duplicates, merge, pair};
pub use files::{ask_bad_rows, ask_why, bad_rows, csv, export, print, xlsx};
pub use imports::{columns, history, industries, rows, sheet, show, take_in};
pub use uploads::{front, receive};
