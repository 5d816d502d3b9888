//! A form that came back: its faults in words, each with its field.

use dure_texts::{Lang, forms as texts};
use maud::Markup;

use super::forms::{self, Field};

/// Faults in the reader's language.
pub struct Faulty {
    lang: Lang,
    lines: Vec<(String, String)>,
}

impl Faulty {
    /// The faults of one form: (field, words) of each.
    pub fn new(lang: Lang, lines: Vec<(String, String)>) -> Self {
        Self { lang, lines }
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The list for the top of the form; nothing where nothing is wrong.
    pub fn summary(&self) -> Markup {
        forms::error_summary(texts::mend(self.lang), &self.lines)
    }

    /// What is wrong with this field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.lines.iter().find(|(name, _)| name == field).map(|(_, words)| words.as_str())
    }

    /// A field that must be filled.
    pub fn needed<'a>(&'a self, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
        Field { name, label, hint, error: self.of(name), ..Field::default() }
    }

    /// A field that may stay empty.
    pub fn optional<'a>(&'a self, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
        Field { optional: texts::optional(self.lang), ..self.needed(name, label, hint) }
    }
}
