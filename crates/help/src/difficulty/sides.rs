//! The two sides of a help, and who speaks for which.

use dure_domain::{PersonId, SettlementState};
use dure_tables::{asks, difficulties, settlements};
use dure_web::access::Viewer;

use super::rules::{Standing, is_of};

/// The two sides of a help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Who had the difficulty, and took.
    Poster,
    /// Who helped, and gave.
    Helper,
}

impl Side {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Poster => Self::Helper,
            Self::Helper => Self::Poster,
        }
    }

    /// The word used in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Helper => "helper",
        }
    }

    /// The side of a form's word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Poster, Self::Helper].into_iter().find(|side| side.as_str() == word)
    }

    /// The person who stands for this side: a statement is always written in this person's name, so
    /// that the side can be told for ever; the audit says who wrote it.
    pub const fn principal(self, difficulty: &difficulties::Model, ask: &asks::Model) -> PersonId {
        match self {
            Self::Poster => difficulty.author_id,
            Self::Helper => ask.person_id,
        }
    }
}

/// The side that the viewer belongs to by oneself, none for others, the secretariat included.
pub fn own_side(viewer: &Viewer, difficulty: &difficulties::Model, ask: &asks::Model) -> Option<Side> {
    if viewer.person == difficulty.author_id || viewer.firm == Some(difficulty.firm_id) {
        return Some(Side::Poster);
    }
    is_of(ask, viewer.person, viewer.firm).then_some(Side::Helper)
}

/// The sides for which the viewer may say what a help was worth: the own one; the secretariat, which
/// belongs to neither, may write down what either side tells it.
pub fn may_state(viewer: &Viewer, difficulty: &difficulties::Model, ask: &asks::Model) -> Vec<Side> {
    match own_side(viewer, difficulty, ask) {
        Some(side) => vec![side],
        None if Standing::of(viewer, difficulty, &[]).secretariat => vec![Side::Poster, Side::Helper],
        None => Vec::new(),
    }
}

/// The side that made a statement.
pub fn stated_side(settlement: &settlements::Model, ask: &asks::Model) -> Side {
    if settlement.stated_by == ask.person_id { Side::Helper } else { Side::Poster }
}

/// Whether the viewer may confirm or dispute a statement: only who belongs to the other side. Nobody
/// confirms for others, so that no single person can make an entry of give and take.
pub fn may_answer(
    viewer: &Viewer,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    settlement: &settlements::Model,
) -> bool {
    own_side(viewer, difficulty, ask) == Some(stated_side(settlement, ask).other())
}

/// Of the statements of one help, oldest first, those that count: of each kind the one that stands, and a disputed
/// one only while nothing was stated after it.
pub fn that_count<'a>(
    statements: impl Iterator<Item = &'a settlements::Model>,
) -> Vec<&'a settlements::Model> {
    let mut count: Vec<&settlements::Model> = Vec::new();
    for statement in statements {
        count.retain(|earlier| earlier.state != SettlementState::Disputed);
        count.push(statement);
    }
    count
}
