//! Who may do what: one readable table, spread over the features as rows.
//!
//! A [`Row`] names an action and the relations to a thing that allow it. The same row answers for
//! one thing ([`Row::allows`]) and limits a list ([`Row::reach`]); routes are made only with a row
//! ([`crate::routes::Routes`]), so none can be forgotten.

mod reach;
mod relation;
mod viewer;

#[cfg(test)]
mod tests;

pub use reach::Reach;
pub use relation::{Relation, Thing};
pub use viewer::Viewer;

use crate::error::{Error, Result};

/// One line of the permission table.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// `feature.verb`
    pub action: &'static str,
    /// Any one of these is enough.
    pub who: &'static [Relation],
}

impl Row {
    /// A line of the table.
    pub const fn new(action: &'static str, who: &'static [Relation]) -> Self {
        Self { action, who }
    }

    /// Whether the viewer may do this to the thing.
    pub fn allows(&self, viewer: &Viewer, thing: &Thing) -> bool {
        self.who.iter().any(|relation| relation.holds(viewer, thing))
    }

    /// Like [`Row::allows`], as an error.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the viewer may not know that the thing is there (rows that end in
    /// `.see`), else [`Error::Forbidden`].
    pub fn require(&self, viewer: &Viewer, thing: &Thing) -> Result<()> {
        match self.allows(viewer, thing) {
            true => Ok(()),
            false if self.action.ends_with(".see") => Err(Error::NotFound),
            false => Err(Error::Forbidden),
        }
    }

    /// The limits of a list for this viewer, from the same relations.
    pub fn reach(&self, viewer: &Viewer) -> Reach {
        Reach::of(self.who, viewer)
    }

    /// Whether there can be a thing at all to which the viewer may do this: the check at the door.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`] for a stranger, [`Error::Forbidden`] for a viewer without any of the
    /// needed relations.
    pub fn admit(&self, viewer: Option<&Viewer>) -> Result<()> {
        if self.who.contains(&Relation::Anyone) {
            return Ok(());
        }
        let viewer = viewer.ok_or(Error::SignInNeeded)?;
        if self.who.iter().any(|relation| relation.possible(viewer)) { Ok(()) } else { Err(Error::Forbidden) }
    }
}
