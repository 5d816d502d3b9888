//! What has been settled so far, by name.

use std::collections::BTreeMap;

use dure_domain::{
    ExpertId, FederationId, FirmId, GroupId, HelperKind, Id, PersonId, ProgrammeId, ResourceId,
};
use uuid::Uuid;

use super::Calendar;
use crate::Part;

/// A settled firm.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    pub id: FirmId,
    pub group: GroupId,
    pub delegate: PersonId,
    pub deputy: Option<PersonId>,
    /// Titles of its resources.
    pub resources: Vec<(String, ResourceId)>,
}

/// Whom one can ask.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Helper {
    pub kind: HelperKind,
    pub key: Uuid,
    pub firm: Option<FirmId>,
    pub person: PersonId,
}

/// The federation while it is being settled.
pub(crate) struct Village {
    pub federation: FederationId,
    pub calendar: Calendar,
    pub part: Part,
    pub groups: BTreeMap<String, GroupId>,
    pub firms: BTreeMap<String, Home>,
    pub people: BTreeMap<String, PersonId>,
    pub experts: BTreeMap<&'static str, (ExpertId, PersonId)>,
    /// Who plays a firm of the stories: its name there, the name of the firm that plays it.
    pub cast: BTreeMap<&'static str, String>,
    pub programmes: BTreeMap<&'static str, (ProgrammeId, PersonId)>,
}

impl Village {
    pub fn new(federation: FederationId, calendar: Calendar) -> Self {
        Self {
            federation,
            calendar,
            part: Part::default(),
            groups: BTreeMap::new(),
            firms: BTreeMap::new(),
            people: BTreeMap::new(),
            experts: BTreeMap::new(),
            cast: BTreeMap::new(),
            programmes: BTreeMap::new(),
        }
    }

    /// The firm of this name, or the one that plays it.
    pub fn home(&self, name: &str) -> Option<&Home> {
        self.firms.get(self.cast.get(name).map_or(name, String::as_str))
    }

    /// Whom a name means: a firm, `firm/resource`, an expert or a programme.
    pub fn helper(&self, name: &str) -> Option<Helper> {
        if let Some(home) = self.home(name) {
            let (key, person) = (home.id.uuid(), home.delegate);
            return Some(Helper { kind: HelperKind::Firm, key, firm: Some(home.id), person });
        }
        if let Some((id, person)) = self.experts.get(name) {
            let (key, person) = (id.uuid(), *person);
            return Some(Helper { kind: HelperKind::Expert, key, firm: None, person });
        }
        if let Some((id, person)) = self.programmes.get(name) {
            let (key, person) = (id.uuid(), *person);
            return Some(Helper { kind: HelperKind::Programme, key, firm: None, person });
        }
        let (firm, title) = name.split_once('/')?;
        let home = self.home(firm)?;
        let (_, id) = home.resources.iter().find(|(known, _)| known.starts_with(title))?;
        let (key, person) = (id.uuid(), home.delegate);
        Some(Helper { kind: HelperKind::Resource, key, firm: Some(home.id), person })
    }
}
