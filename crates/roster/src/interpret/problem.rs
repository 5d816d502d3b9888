//! What is wrong with a row.

use serde::Serialize;

use crate::value::business_number::BusinessNumber;

/// Whether the row can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Taken, with a remark.
    Warning,
    /// Cannot be taken.
    Error,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ProblemKind {
    /// The row names no firm. The only error: the rest are warnings.
    NoFirm,
    /// Not ten digits; kept as a note.
    BadBusinessNumber,
    /// The checksum is wrong; the number is taken.
    WrongChecksum {
        /// The number as read.
        number: BusinessNumber,
    },
    /// No telephone number; kept as a note.
    BadPhone,
    /// No e-mail address; kept as a note.
    BadEmail,
    /// No day; kept as a note.
    BadDay,
    /// Day or month were missing, or their order is in doubt.
    DayAssumed {
        /// The day that was taken.
        day: dure_domain::Day,
    },
    /// No amount of money; kept as a note.
    BadMoney,
    /// No number of people; kept as a note.
    BadCount,
    /// The cell holds an error of the spreadsheet, such as `#REF!`; left out.
    SpreadsheetError,
    /// Characters were lost before the file came here.
    BrokenText,
    /// An earlier row has the same business number.
    SameBusinessNumber {
        /// That row.
        first: u32,
    },
    /// An earlier row has the same name, and a number, address or person in common.
    SameFirm {
        /// That row.
        first: u32,
    },
    /// An earlier row has the same name, and nothing else tells whether it is the same firm.
    SameName {
        /// That row.
        first: u32,
    },
    /// An earlier row has a similar name, and a number, address or person in common.
    SimilarFirm {
        /// That row.
        first: u32,
    },
}

/// One problem of one row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// Row of the file, from 1.
    pub row: u32,
    /// Column from 0, when one cell is meant.
    pub column: Option<usize>,
    /// Whether the row can be taken.
    pub severity: Severity,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What the cell said.
    pub original: String,
}
