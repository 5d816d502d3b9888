//! Relations between a viewer and a thing.

use dure_domain::{FederationId, FirmId, GroupId, Office, PersonId, Visibility};

use super::Viewer;

/// How a viewer stands to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// No sign-in needed.
    Anyone,
    /// Signed in.
    SignedIn,
    /// Of the thing's federation.
    Federation,
    /// Whom the thing's own visibility names.
    Audience,
    /// Member of one of the thing's groups, through the firm or an office.
    Group,
    /// Of the thing's firm.
    OwnFirm,
    /// Speaks for the thing's firm: its delegate or deputy in a group.
    Speaker,
    /// The thing is about, or by, this person.
    Oneself,
    /// Asked to help with the thing.
    Asked,
    /// Chair of one of the thing's groups.
    Chair,
    /// Secretary of one of the thing's groups.
    Secretary,
    /// An official who attends groups of the thing's federation.
    Official,
    /// Staff of the thing's federation.
    Staff,
    /// Operator of the installation.
    Operator,
}

/// What a permission looks at in a thing. Fields that do not apply stay empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Thing {
    /// The federation that it belongs to.
    pub federation: Option<FederationId>,
    /// The groups that it belongs to.
    pub groups: Vec<GroupId>,
    /// The firm that it belongs to.
    pub firm: Option<FirmId>,
    /// The person whom it is about or by.
    pub person: Option<PersonId>,
    /// People who were asked to help.
    pub asked: Vec<PersonId>,
    /// Who may see it, where the thing says so itself.
    pub visibility: Option<Visibility>,
}

impl Thing {
    /// A thing of the federation as a whole.
    pub fn of_federation(federation: FederationId) -> Self {
        Self { federation: Some(federation), ..Self::default() }
    }
}

impl Relation {
    /// Whether the relation holds.
    pub fn holds(self, viewer: &Viewer, thing: &Thing) -> bool {
        let same_federation = thing.federation == Some(viewer.federation);
        match self {
            Self::Anyone | Self::SignedIn => true,
            Self::Federation => same_federation,
            Self::Audience => match thing.visibility {
                Some(Visibility::All) => true,
                Some(Visibility::Federation) => same_federation,
                Some(Visibility::Group) => {
                    viewer.all_groups().iter().any(|group| thing.groups.contains(group))
                }
                Some(Visibility::Named) | None => false,
            },
            Self::Group => viewer.all_groups().iter().any(|group| thing.groups.contains(group)),
            Self::OwnFirm => thing.firm.is_some() && thing.firm == viewer.firm,
            Self::Speaker => viewer.speaks && thing.firm.is_some() && thing.firm == viewer.firm,
            Self::Oneself => thing.person == Some(viewer.person),
            Self::Asked => thing.asked.contains(&viewer.person),
            Self::Chair => viewer.groups_as(Office::Chair).any(|group| thing.groups.contains(&group)),
            Self::Secretary => viewer.groups_as(Office::Secretary).any(|group| thing.groups.contains(&group)),
            Self::Official => same_federation && viewer.holds(Office::Official),
            Self::Staff => same_federation && viewer.holds(Office::Staff),
            Self::Operator => viewer.holds(Office::Operator),
        }
    }

    /// Whether there can be a thing to which the relation holds.
    pub fn possible(self, viewer: &Viewer) -> bool {
        match self {
            Self::OwnFirm => viewer.firm.is_some(),
            Self::Speaker => viewer.speaks && viewer.firm.is_some(),
            Self::Group => !viewer.all_groups().is_empty(),
            Self::Chair => viewer.holds(Office::Chair),
            Self::Secretary => viewer.holds(Office::Secretary),
            Self::Official => viewer.holds(Office::Official),
            Self::Staff => viewer.holds(Office::Staff),
            Self::Operator => viewer.holds(Office::Operator),
            _ => true,
        }
    }
}
