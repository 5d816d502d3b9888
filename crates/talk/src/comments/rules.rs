//! Pure decisions: what may be said, and in which order it is read.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{CommentId, FederationId, FirmId, Office, PersonId, Subject, typed};
use dure_tables::{comment_versions, comments};
use dure_web::Hold;
use dure_web::access::Viewer;
use uuid::Uuid;

/// The most letters of one comment.
pub const MOST: usize = 2_000;
/// The same words sent again within so many seconds are the same comment.
pub const SAME_WITHIN_SECS: i64 = 600;
/// What was deleted can be read by who may for so long, in days; then it is erased.
pub const KEPT_DAYS: i64 = 30;

/// What is wrong with what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing.
    Missing,
    /// More than [`MOST`].
    Long,
}

/// What is kept of what was typed.
///
/// # Errors
/// [`Wrong`].
pub fn checked(text: &str) -> Result<String, Wrong> {
    let words = typed::lines(text).trim().to_owned();
    match words.chars().count() {
        0 => Err(Wrong::Missing),
        letters if letters > MOST => Err(Wrong::Long),
        _ => Ok(words),
    }
}

/// Who said something, as the reader may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// By name, with the firm.
    Named(String),
    /// The poster of something that is without a name.
    Poster,
}

/// One comment as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The comment.
    pub comment: comments::Model,
    /// Who said it.
    pub who: Who,
    /// Whether the reader said it.
    pub mine: bool,
    /// What answers it, the oldest first.
    pub answers: Vec<Line>,
}

/// What was said under a thing.
#[derive(Debug, Clone)]
pub struct Thread {
    /// What the thing lets the reader do.
    pub hold: Hold,
    /// Under what.
    pub on: (Subject, Uuid),
    /// The oldest first.
    pub lines: Vec<Line>,
    /// Whether the reader may take back what others said.
    pub moderates: bool,
}

impl Thread {
    /// How many comments there are, answers too.
    pub fn count(&self) -> usize {
        self.lines.iter().map(|line| 1 + line.answers.len()).sum()
    }
}

/// A comment with what it said before.
#[derive(Debug, Clone)]
pub struct History {
    /// The comment.
    pub comment: comments::Model,
    /// Who said it.
    pub who: Who,
    /// What the thing lets the reader do.
    pub hold: Hold,
    /// What it said before, the newest first.
    pub versions: Vec<comment_versions::Model>,
}

/// Whether somebody may take back what others said and read what it was: staff of the federation.
pub fn moderates(viewer: &Viewer, federation: FederationId) -> bool {
    viewer.holds(Office::Staff) && viewer.federation == federation
}

/// Whether the author's name would tell who is behind the thing.
pub fn is_poster(hold: &Hold, author: PersonId, firm: Option<FirmId>) -> bool {
    hold.behind.is_some_and(|(of, by)| author == by || firm == Some(of))
}

/// Comments in the order in which they are read. One that was deleted stays only where it was answered.
pub fn in_order(lines: Vec<Line>) -> Vec<Line> {
    let mut answers: BTreeMap<CommentId, Vec<Line>> = BTreeMap::new();
    let mut first = Vec::new();
    for line in lines {
        match line.comment.answers {
            Some(to) if line.comment.deleted_at.is_none() => answers.entry(to).or_default().push(line),
            Some(_) => {}
            None => first.push(line),
        }
    }
    let with = |mut line: Line| {
        line.answers = answers.remove(&line.comment.id).unwrap_or_default();
        line
    };
    let kept = |line: &Line| line.comment.deleted_at.is_none() || !line.answers.is_empty();
    first.into_iter().map(with).filter(kept).collect()
}

/// Who is told: everybody concerned and everybody who spoke before, but not who speaks.
pub fn to_tell(
    hold: &Hold,
    spoke: impl IntoIterator<Item = PersonId>,
    speaker: PersonId,
) -> BTreeSet<PersonId> {
    let mut tell: BTreeSet<PersonId> = hold.concerned.iter().copied().chain(spoke).collect();
    tell.remove(&speaker);
    tell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!(checked("  \n "), Err(Wrong::Missing));
        assert_eq!(checked("\u{200b}"), Err(Wrong::Missing), "letters that nobody sees are nothing");
        assert_eq!(checked(&"가".repeat(MOST + 1)), Err(Wrong::Long));
        assert_eq!(checked(" 첫 줄\r\n둘째 "), Ok("첫 줄\n둘째".to_owned()));
    }
}
