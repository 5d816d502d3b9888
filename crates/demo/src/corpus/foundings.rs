//! Groups that are coming about, as written.

use dure_domain::{FoundingPath, InvitationState, Place};

use super::firms::place;
use super::record::{BadCorpus, Record, fields};

/// Firms that ask for a group.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct RequestText {
    pub title: &'static str,
    /// The firm whose representative asks.
    pub asker: &'static str,
    pub days_ago: i32,
    pub note: &'static str,
    pub firms: Vec<&'static str>,
}

/// What an invited firm has answered.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct AnswerText {
    pub firm: &'static str,
    pub state: InvitationState,
    /// How long ago; not looked at for one that waits.
    pub days_ago: i32,
    pub words: &'static str,
}

/// A group that is being founded.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub struct FoundingText {
    pub path: FoundingPath,
    pub name: &'static str,
    pub place: Place,
    pub meeting_place: &'static str,
    pub days_ago: i32,
    /// Who opened it; of a firm that is among its members where executives register it.
    pub opened_by: &'static str,
    pub message: &'static str,
    pub charter: &'static str,
    pub answers: Vec<AnswerText>,
}

/// What is coming about.
#[derive(Debug, Clone)]
pub enum ComingText {
    /// Firms ask.
    Request(RequestText),
    /// Firms answer.
    Founding(FoundingText),
}

pub(super) fn coming(record: &Record) -> Result<ComingText, BadCorpus> {
    match record.field(0, "kind")? {
        "request" => Ok(ComingText::Request(RequestText {
            title: record.field(1, "title")?,
            asker: record.field(2, "asker")?,
            days_ago: record.parsed(3, "number of days")?,
            note: record.text("T"),
            firms: record.text("F").split(',').map(str::trim).collect(),
        })),
        "brokered" => founding(record, FoundingPath::Brokered),
        "registered" => founding(record, FoundingPath::Registered),
        other => Err(record.bad(format!("{other:?} is nothing that comes about"))),
    }
}

fn founding(record: &Record, path: FoundingPath) -> Result<ComingText, BadCorpus> {
    let states =
        [("Y", InvitationState::Accepted), ("N", InvitationState::Declined), ("W", InvitationState::Waiting)];
    let mut answers = Vec::new();
    for (tag, state) in states {
        for line in record.all(tag) {
            let parts = fields(line);
            let firm = parts.first().copied().unwrap_or_default();
            let days_ago = parts.get(1).map_or(Ok(0), |text| text.parse());
            let days_ago = days_ago.map_err(|_| record.bad(format!("{line:?}: no number of days")))?;
            answers.push(AnswerText { firm, state, days_ago, words: parts.get(2).copied().unwrap_or("") });
        }
    }
    Ok(ComingText::Founding(FoundingText {
        path,
        name: record.field(1, "name")?,
        place: place(record, record.field(2, "place")?)?,
        meeting_place: record.field(3, "meeting place")?,
        days_ago: record.parsed(4, "number of days")?,
        opened_by: record.field(5, "who opened it")?,
        message: record.text("T"),
        charter: record.text("C"),
        answers,
    }))
}
