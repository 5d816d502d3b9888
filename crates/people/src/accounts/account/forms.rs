//! What was typed into the account's forms, and what was wrong with it.

/// Values and errors by the name of the field. Passwords never come back.
#[derive(Debug, Default)]
pub struct Typed {
    /// What has just been done; see the page's notices.
    pub done: String,
    /// A token that has just been made, shown this once.
    pub token: Option<String>,
    values: Vec<(&'static str, String)>,
    errors: Vec<(&'static str, String)>,
}

impl Typed {
    /// A page on which something has just been done.
    pub fn done(what: impl Into<String>) -> Self {
        Self { done: what.into(), ..Self::default() }
    }

    /// A page that shows a token which has just been made.
    pub fn with_token(token: String) -> Self {
        Self { token: Some(token), ..Self::default() }
    }

    /// One value that was typed.
    pub fn with(mut self, field: &'static str, value: &str) -> Self {
        self.values.push((field, value.to_owned()));
        self
    }

    /// One thing to mend.
    pub fn wrong(mut self, field: &'static str, words: impl Into<String>) -> Self {
        self.errors.push((field, words.into()));
        self
    }

    /// What was typed into the field, else what is kept.
    pub fn value<'a>(&'a self, field: &str, kept: &'a str) -> &'a str {
        self.values.iter().find(|(name, _)| *name == field).map_or(kept, |(_, value)| value)
    }

    /// What is wrong with the field.
    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| *name == field).map(|(_, words)| words.as_str())
    }

    /// All of it, for the head of the page.
    pub fn errors(&self) -> Vec<(String, String)> {
        self.errors.iter().map(|(name, words)| ((*name).to_owned(), words.clone())).collect()
    }

    /// Whether nothing was wrong.
    pub fn is_good(&self) -> bool {
        self.errors.is_empty()
    }
}
