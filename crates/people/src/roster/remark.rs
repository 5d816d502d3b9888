//! What there is to say about a row, in a form that can be kept and worded in any language.

use dure_roster::{Problem, ProblemKind};
use serde::{Deserialize, Serialize};

/// One remark on one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Remark {
    /// Row of the file, from 1.
    pub row: u32,
    /// Header of the column, empty when the whole row is meant.
    pub column: String,
    /// What the cell said.
    pub original: String,
    /// What is wrong or doubtful.
    pub kind: RemarkKind,
}

/// What is wrong or doubtful.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum RemarkKind {
    /// No name of a firm.
    NoFirm,
    /// The row names a group that is not the importer's own.
    OtherGroup { group: String },
    /// The business number belongs to a firm that the row is said not to be.
    NumberOfOther { firm: String },
    /// Longer than the form takes, in letters.
    TooLong { most: usize },
    /// Not ten digits; kept as a note.
    BadBusinessNumber,
    /// The check digit does not fit; taken.
    WrongChecksum { number: String },
    /// Kept as a note.
    BadPhone,
    /// Kept as a note.
    BadEmail,
    /// Kept as a note.
    BadDay,
    /// Part of the day was missing.
    DayAssumed { day: String },
    /// Kept as a note.
    BadMoney,
    /// Kept as a note.
    BadCount,
    /// `#REF!` and the like; left out.
    SpreadsheetError,
    /// Characters were lost before.
    BrokenText,
    /// The same firm as in an earlier row; only what was missing is taken.
    SameAsRow { first: u32 },
    /// Looks like the firm of an earlier row, and is kept beside it.
    LikeRow { first: u32 },
    /// The industry is in no table; kept as text.
    UnknownIndustry,
    /// The place is in no table; the address is kept.
    UnknownPlace,
    /// Several places have this name.
    SeveralPlaces,
    /// A place abroad.
    Abroad { country: String },
    /// The industry's slot of the group is another firm's; member without a slot.
    SlotTaken { industry: String, firm: String },
    /// The mail address is another person's; left out.
    EmailTaken,
    /// The sign-in address of federation staff or an operator is theirs alone to change.
    EmailKept,
    /// The group has another chair; kept.
    ChairTaken { name: String },
    /// An office needs a person.
    NobodyForOffice,
    /// A firm of another group: joined to this one, its own data untouched.
    OtherGroupsFirm,
    /// Left out by choice.
    LeftOut,
}

impl RemarkKind {
    /// Whether the row cannot be taken and goes back.
    pub const fn is_bad(&self) -> bool {
        matches!(
            self,
            Self::NoFirm | Self::OtherGroup { .. } | Self::NumberOfOther { .. } | Self::TooLong { .. }
        )
    }

    /// The same thing said by the reader of files. What it says of firms that stand in the file
    /// twice is left to the plan, which knows what becomes of them.
    fn of_problem(kind: &ProblemKind) -> Option<Self> {
        Some(match kind {
            ProblemKind::NoFirm => Self::NoFirm,
            ProblemKind::BadBusinessNumber => Self::BadBusinessNumber,
            ProblemKind::WrongChecksum { number } => Self::WrongChecksum { number: number.to_string() },
            ProblemKind::BadPhone => Self::BadPhone,
            ProblemKind::BadEmail => Self::BadEmail,
            ProblemKind::BadDay => Self::BadDay,
            ProblemKind::DayAssumed { day } => Self::DayAssumed { day: day.to_string() },
            ProblemKind::BadMoney => Self::BadMoney,
            ProblemKind::BadCount => Self::BadCount,
            ProblemKind::SpreadsheetError => Self::SpreadsheetError,
            ProblemKind::BrokenText => Self::BrokenText,
            ProblemKind::SimilarFirm { first } | ProblemKind::SameName { first } => {
                Self::LikeRow { first: *first }
            }
            ProblemKind::SameBusinessNumber { .. } | ProblemKind::SameFirm { .. } => return None,
        })
    }
}

impl Remark {
    /// What the reader of files has found; `header` names its columns.
    pub fn of_problem(problem: &Problem, header: &[String]) -> Option<Self> {
        let column = problem.column.and_then(|column| header.get(column)).cloned().unwrap_or_default();
        let kind = RemarkKind::of_problem(&problem.kind)?;
        Some(Self { row: problem.row, column, original: problem.original.clone(), kind })
    }
}
