//! The five levels of the classification.

use serde::{Deserialize, Serialize};

/// A level of KSIC, from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 대분류, a letter.
    Section,
    /// 중분류, two digits.
    Division,
    /// 소분류, three digits.
    Group,
    /// 세분류, four digits.
    Class,
    /// 세세분류, five digits.
    Subclass,
}

impl Level {
    /// All levels, coarse to fine.
    pub const ALL: [Self; 5] = [Self::Section, Self::Division, Self::Group, Self::Class, Self::Subclass];

    /// How many digits a code of this level has; a section has none.
    pub const fn digits(self) -> u8 {
        match self {
            Self::Section => 0,
            Self::Division => 2,
            Self::Group => 3,
            Self::Class => 4,
            Self::Subclass => 5,
        }
    }

    /// The level with so many digits.
    pub const fn of_digits(digits: usize) -> Option<Self> {
        match digits {
            0 => Some(Self::Section),
            2 => Some(Self::Division),
            3 => Some(Self::Group),
            4 => Some(Self::Class),
            5 => Some(Self::Subclass),
            _ => None,
        }
    }

    /// The next finer level.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Section => Some(Self::Division),
            Self::Division => Some(Self::Group),
            Self::Group => Some(Self::Class),
            Self::Class => Some(Self::Subclass),
            Self::Subclass => None,
        }
    }
}
