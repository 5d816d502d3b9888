//! Rosters in and out (명부): a secretary's spreadsheet is brought in, looked through, and taken in;
//! firms that stand twice are merged; the roster goes out as a workbook, as CSV and on paper.

mod access;
pub mod actions;
mod apply;
pub mod choices;
mod plan;
mod reading;
mod remark;
pub mod report;
mod store;
#[cfg(test)]
mod tests;
pub mod words;
