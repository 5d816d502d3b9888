//! What a person has chosen about one import; kept as JSON beside the file.

use std::collections::BTreeMap;

use dure_domain::{FirmId, GroupId};
use dure_roster::Mapping;
use serde::{Deserialize, Serialize};

/// Everything that the preview lets one choose.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    /// The sheet; none for the one that looks most like a roster.
    pub sheet: Option<String>,
    /// What the columns mean; none for the guess.
    pub mapping: Option<Mapping>,
    /// The group of all rows; none for the group that a column names.
    pub group: Option<GroupId>,
    /// Industry codes for texts that the table does not know.
    pub industries: BTreeMap<String, String>,
    /// What to do with single rows, by their number in the file.
    pub rows: BTreeMap<u32, RowChoice>,
}

/// What to do with one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowChoice {
    /// It is this firm, however its name is spelt.
    Same(FirmId),
    /// It is not this firm, although it looks so.
    Not(FirmId),
    /// Leave the row out.
    Skip,
}

/// How far whoever imports may reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole federation; unknown groups are founded.
    Federation,
    /// These groups and their firms.
    Groups(Vec<GroupId>),
}

impl Scope {
    /// Whether rows may go into the group.
    pub fn takes_in(&self, group: GroupId) -> bool {
        match self {
            Self::Federation => true,
            Self::Groups(groups) => groups.contains(&group),
        }
    }
}
