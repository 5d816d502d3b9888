//! What a letter is made of. It is stored in these parts, and what somebody wrote is never read again: a button is
//! one because it was made as one.

use serde::{Deserialize, Serialize};

use super::sealed::Sealed;
use crate::App;
use crate::error::Result;
use dure_domain::Moment;

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paragraph {
    /// Our own words, on one line. They may name people and things.
    Words(String),
    /// What somebody wrote, in their own lines, under a line of ours that says what it is; that may be empty.
    Quote {
        /// What it is.
        head: String,
        /// As it was written.
        text: String,
    },
    /// Short lines under a line of ours that may be empty.
    List {
        /// What they are.
        head: String,
        /// The lines.
        items: Vec<String>,
    },
}

impl Paragraph {
    /// Our own words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// What somebody wrote; none when it is empty.
    pub fn quote(head: &str, text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self::Quote { head: head.to_owned(), text: text.to_owned() })
    }

    /// Short lines.
    pub fn list(head: &str, items: Vec<String>) -> Self {
        Self::List { head: head.to_owned(), items }
    }
}

/// A button of a letter.
#[derive(Debug, Clone)]
pub struct Button {
    /// What it does, in the reader's language.
    pub label: String,
    /// Where it leads.
    pub target: Target,
}

/// Where a button of a letter leads.
#[derive(Debug, Clone)]
pub enum Target {
    /// To a page of ours, which asks who comes.
    Page(String),
    /// To a link that acts for its reader, whoever opens it.
    Link {
        /// Its path, encrypted.
        sealed: Sealed,
        /// Until when it acts.
        until: Moment,
        /// The page where its reader can do the same after signing in; empty if there is none.
        instead: String,
    },
}

impl Button {
    /// A button that opens a page; `path` is ours.
    pub fn page(label: &str, path: String) -> Self {
        Self { label: label.to_owned(), target: Target::Page(path) }
    }

    /// A button that acts for its reader until then; `instead` is the page for who has signed in.
    ///
    /// # Errors
    /// When the path cannot be encrypted.
    pub fn link(app: &App, label: &str, path: &str, until: Moment, instead: String) -> Result<Self> {
        let sealed = Sealed::new(&app.key, path)?;
        Ok(Self { label: label.to_owned(), target: Target::Link { sealed, until, instead } })
    }
}

/// A letter as it is stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// What it says.
    pub parts: Vec<Paragraph>,
    /// Its buttons, the main one first.
    pub buttons: Vec<Kept>,
    /// Why it was sent.
    pub footer: String,
}

/// A button as it is stored: the links stand elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What it does.
    pub label: String,
    /// Where it leads.
    pub to: To,
}

/// Where a stored button leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    /// To a page.
    Page(String),
    /// To one of the links that are kept until the letter is sent.
    Link {
        /// Which.
        at: usize,
        /// The page where the same can be done.
        #[serde(default)]
        instead: String,
    },
}

impl Body {
    /// The path behind a button; none for a link that is not among these.
    pub fn path<'a>(button: &'a Kept, links: &'a [String]) -> Option<&'a str> {
        match &button.to {
            To::Page(path) => Some(path),
            To::Link { at, .. } => links.get(*at).map(String::as_str),
        }
    }

    /// Whether some button acts for its reader.
    pub fn acts(&self) -> bool {
        self.buttons.iter().any(|button| matches!(button.to, To::Link { .. }))
    }

    /// The first page on which can be done after signing in what the links do.
    pub fn instead(&self) -> Option<&str> {
        self.buttons.iter().find_map(|button| match &button.to {
            To::Link { instead, .. } if !instead.is_empty() => Some(instead.as_str()),
            _ => None,
        })
    }
}
