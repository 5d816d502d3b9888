//! What the list is narrowed to.

use dure_domain::{DifficultyStatus, NeedKind};

/// Whose difficulties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// All that the viewer may see.
    #[default]
    All,
    /// Of the viewer's firm, or written by the viewer.
    Mine,
    /// Of the viewer's groups.
    Group,
    /// Of the viewer's federation.
    Federation,
    /// Where the viewer was asked.
    Asked,
}

impl Scope {
    /// In the order of the tabs, with the word used in addresses.
    pub const ALL: &[(Self, &str)] = &[
        (Self::All, ""),
        (Self::Mine, "mine"),
        (Self::Group, "group"),
        (Self::Federation, "federation"),
        (Self::Asked, "asked"),
    ];

    /// The scope of an address; unknown words mean all.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == word).map_or(Self::All, |(scope, _)| *scope)
    }

    /// The word used in addresses.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(scope, _)| *scope == self).map_or("", |(_, word)| word)
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whose.
    pub scope: Scope,
    /// Where they stand.
    pub status: Option<DifficultyStatus>,
    /// What they need.
    pub need: Option<NeedKind>,
    /// Words to find.
    pub words: String,
    /// From 1.
    pub page: u64,
}
