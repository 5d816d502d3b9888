//! The person who looks: everything that permissions depend on, read once per session and kept for seconds.

use dure_domain::{FederationId, FirmId, GroupId, Office, PersonId, SessionId};
use dure_texts::Lang;

/// A signed-in person with the relations that follow from the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// Who.
    pub person: PersonId,
    /// Shown in the page's head.
    pub name: String,
    /// 직위, as written in the roster.
    pub title: String,
    /// The federation that keeps this person.
    pub federation: FederationId,
    /// The firm that the person belongs to, none for special members and staff.
    pub firm: Option<FirmId>,
    /// Its name.
    pub firm_name: Option<String>,
    /// Whether the person speaks for that firm: its delegate or deputy in a group.
    pub speaks: bool,
    /// Groups in which the person's firm is an active member.
    pub groups: Vec<GroupId>,
    /// Offices held now; a group is named unless the office is of the whole federation.
    pub offices: Vec<(Office, Option<GroupId>)>,
    /// The language that the person reads.
    pub lang: Lang,
    /// The session, none for a personal token.
    pub session: Option<SessionId>,
}

impl Viewer {
    /// Whether the person holds the office anywhere.
    pub fn holds(&self, office: Office) -> bool {
        self.offices.iter().any(|(held, _)| *held == office)
    }

    /// Groups in which the person holds the office.
    pub fn groups_as(&self, office: Office) -> impl Iterator<Item = GroupId> + '_ {
        self.offices.iter().filter(move |(held, _)| *held == office).filter_map(|(_, group)| *group)
    }

    /// Groups that the person belongs to in any way: through the firm or through an office.
    pub fn all_groups(&self) -> Vec<GroupId> {
        let by_office = self.offices.iter().filter_map(|(_, group)| *group);
        let mut groups: Vec<GroupId> = self.groups.iter().copied().chain(by_office).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }
}
