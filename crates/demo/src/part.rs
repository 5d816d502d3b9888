//! A part of the demo: rows of all tables that belong together.

use dure_domain::{FederationId, PersonId};
use dure_tables::{
    appointments, asks, cases, comments, difficulties, difficulty_events, experts, federations, firms,
    foundings, give_and_take, group_request_firms, group_requests, groups, invitations, joining_reasons,
    meeting_replies, meetings, memberships, people, programmes, resources, settlements,
};

/// Somebody into whose shoes one can step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// `member`, `newcomer`, `chair`, `secretary`, `expert`, `official`, `staff`, `operator`.
    pub role: &'static str,
    /// Whose shoes.
    pub person: PersonId,
}

/// Rows that refer to one another and, but for the federation, to nothing outside the part.
/// Written in the order of the fields, no row refers to one that is not there yet.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Part {
    pub federations: Vec<federations::Model>,
    pub groups: Vec<groups::Model>,
    pub firms: Vec<firms::Model>,
    /// Firms that are in no group.
    pub newcomers: Vec<firms::Model>,
    pub people: Vec<people::Model>,
    pub memberships: Vec<memberships::Model>,
    pub joining_reasons: Vec<joining_reasons::Model>,
    pub appointments: Vec<appointments::Model>,
    pub resources: Vec<resources::Model>,
    pub experts: Vec<experts::Model>,
    pub programmes: Vec<programmes::Model>,
    pub difficulties: Vec<difficulties::Model>,
    pub asks: Vec<asks::Model>,
    pub events: Vec<difficulty_events::Model>,
    pub comments: Vec<comments::Model>,
    pub settlements: Vec<settlements::Model>,
    pub entries: Vec<give_and_take::Model>,
    pub cases: Vec<cases::Model>,
    pub meetings: Vec<meetings::Model>,
    pub replies: Vec<meeting_replies::Model>,
    pub requests: Vec<group_requests::Model>,
    pub request_firms: Vec<group_request_firms::Model>,
    pub foundings: Vec<foundings::Model>,
    pub invitations: Vec<invitations::Model>,
    pub personas: Vec<Persona>,
}

impl Part {
    /// The federation that this part founds; a nil identifier for a part that founds none.
    pub fn federation(&self) -> FederationId {
        self.federations.first().map_or(FederationId(uuid::Uuid::nil()), |row| row.id)
    }
}
