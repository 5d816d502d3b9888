//! What an import changes in one row, as a person reads it: field, before, after.

use dure_roster::Field;
use serde::{Deserialize, Serialize};

/// One value that changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What it means.
    pub field: Field,
    /// The old value, empty for none.
    pub before: String,
    /// The new value.
    pub after: String,
}

/// How far a row may change what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What the row says holds.
    Replace,
    /// Only what is empty is filled: a second row of the same firm.
    Fill,
    /// Nothing may change: another group's firm.
    Hold,
}

/// Changes values as the mode allows, and remembers what changed.
#[derive(Debug)]
pub struct Changes {
    mode: Mode,
    /// What changed.
    pub list: Vec<Change>,
}

impl Changes {
    /// Nothing changed yet.
    pub const fn new(mode: Mode) -> Self {
        Self { mode, list: Vec::new() }
    }

    /// How far it may go.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether a value may be replaced.
    pub fn may(&self, empty: bool) -> bool {
        self.mode == Mode::Replace || (self.mode == Mode::Fill && empty)
    }

    /// A text; an empty new one says nothing.
    pub fn text(&mut self, field: Field, old: &mut String, new: &str) {
        if !new.is_empty() && old != new && self.may(old.is_empty()) {
            self.note(field, old, new);
            new.clone_into(old);
        }
    }

    /// A value that may be missing.
    pub fn value<T: PartialEq + Clone>(
        &mut self,
        field: Field,
        old: &mut Option<T>,
        new: Option<T>,
        show: impl Fn(&T) -> String,
    ) {
        if new.is_some() && *old != new && self.may(old.is_none()) {
            let shown = |value: &Option<T>| value.as_ref().map(&show).unwrap_or_default();
            self.note(field, &shown(old), &shown(&new));
            *old = new;
        }
    }

    /// Notes a change.
    pub fn note(&mut self, field: Field, before: &str, after: &str) {
        self.list.push(Change { field, before: before.to_owned(), after: after.to_owned() });
    }
}
