//! What was wrong with a form, field by field, in the reader's language.

use maud::Markup;

use super::forms;

/// Faults in the order of the fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<(&'static str, String)>);

impl Faults {
    /// One fault of one field.
    pub fn one(field: &'static str, words: impl Into<String>) -> Self {
        let mut faults = Self::default();
        faults.add(field, words);
        faults
    }

    /// Notes a fault.
    pub fn add(&mut self, field: &'static str, words: impl Into<String>) {
        self.0.push((field, words.into()));
    }

    /// What is wrong with this field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, words)| words.as_str())
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The list for the top of the form, each line leading to its field; nothing where nothing is wrong.
    pub fn summary(&self, title: &str) -> Markup {
        let lines: Vec<(String, String)> =
            self.0.iter().map(|(field, words)| ((*field).to_owned(), words.clone())).collect();
        forms::error_summary(title, &lines)
    }
}
