//! What a history is of, and what is sought in it.

use dure_domain::{Day, DifficultyId, FirmId, GroupId, MeetingId, Moment, PersonId, ResourceId, Subject};
use serde::Deserialize;

/// A thing with a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A difficulty, with its requests and statements of worth.
    Difficulty(DifficultyId),
    /// A firm, with its memberships.
    Firm(FirmId),
    /// A group, with its members and offices.
    Group(GroupId),
    /// A person, with the offices.
    Person(PersonId),
    /// A meeting.
    Meeting(MeetingId),
    /// A resource.
    Resource(ResourceId),
}

impl Of {
    /// Its page.
    pub fn href(self) -> String {
        match self {
            Self::Difficulty(id) => format!("/difficulties/{id}"),
            Self::Firm(id) => format!("/firms/{id}"),
            Self::Group(id) => format!("/groups/{id}"),
            Self::Person(id) => format!("/people/{id}"),
            Self::Meeting(id) => format!("/meetings/{id}"),
            Self::Resource(id) => format!("/resources/{id}"),
        }
    }
}

/// What the address of the federation's history asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Sought {
    /// Part of the name of who acted.
    pub who: String,
    /// A word of [`Subject`].
    pub kind: String,
    /// The first day.
    pub since: String,
    /// The last day.
    pub to: String,
    /// Which page.
    pub page: String,
}

impl Sought {
    /// The kind, none for all.
    pub fn subject(&self) -> Option<Subject> {
        self.kind.parse().ok()
    }

    /// From when on.
    pub fn from(&self) -> Option<Moment> {
        self.since.parse::<Day>().ok().map(|day| Moment::at(day, 0, 0))
    }

    /// Until when, exclusive.
    pub fn until(&self) -> Option<Moment> {
        self.to.parse::<Day>().ok().map(|day| Moment::at(day.plus(1), 0, 0))
    }

    /// Which page, from 1.
    pub fn number(&self) -> u64 {
        self.page.parse().unwrap_or(1).max(1)
    }

    /// Whether anything is sought.
    pub fn narrows(&self) -> bool {
        [&self.who, &self.kind, &self.since, &self.to].iter().any(|text| !text.is_empty())
    }
}
