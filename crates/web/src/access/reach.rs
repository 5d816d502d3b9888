//! The limits of a list: what the relations of a row mean for many things at once.

use dure_domain::{FederationId, FirmId, GroupId, Office, PersonId};

use super::{Relation, Viewer};

/// A thing is in the list when any one part of the reach takes it in. A feature's `store` turns
/// this into the condition of its query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Everything there is.
    pub everything: bool,
    /// All things of these federations.
    pub federations: Vec<FederationId>,
    /// All things of these groups.
    pub groups: Vec<GroupId>,
    /// All things of this firm.
    pub firm: Option<FirmId>,
    /// Things about or by this person.
    pub oneself: Option<PersonId>,
    /// Things that this person was asked to help with.
    pub asked: Option<PersonId>,
    /// Things whose own visibility takes in this federation and these groups.
    pub audience: Option<(FederationId, Vec<GroupId>)>,
}

impl Reach {
    pub(super) fn of(relations: &[Relation], viewer: &Viewer) -> Self {
        relations.iter().fold(Self::default(), |reach, relation| reach.with(*relation, viewer))
    }

    fn with(mut self, relation: Relation, viewer: &Viewer) -> Self {
        match relation {
            Relation::Anyone | Relation::SignedIn => self.everything = true,
            Relation::Operator => self.everything |= viewer.holds(Office::Operator),
            Relation::Federation => self.federations.push(viewer.federation),
            Relation::Staff if viewer.holds(Office::Staff) => self.federations.push(viewer.federation),
            Relation::Official if viewer.holds(Office::Official) => self.federations.push(viewer.federation),
            Relation::Staff | Relation::Official => {}
            Relation::Audience => self.audience = Some((viewer.federation, viewer.all_groups())),
            Relation::Group => self.groups.extend(viewer.all_groups()),
            Relation::Chair => self.groups.extend(viewer.groups_as(Office::Chair)),
            Relation::Secretary => self.groups.extend(viewer.groups_as(Office::Secretary)),
            Relation::OwnFirm => self.firm = viewer.firm,
            Relation::Speaker if viewer.speaks => self.firm = viewer.firm,
            Relation::Speaker => {}
            Relation::Oneself => self.oneself = Some(viewer.person),
            Relation::Asked => self.asked = Some(viewer.person),
        }
        self
    }

    /// Whether the list takes in the thing: the same answer as [`super::Row::allows`].
    #[cfg(any(test, feature = "testing"))]
    pub fn takes_in(&self, thing: &super::Thing) -> bool {
        use dure_domain::Visibility;
        let any = |groups: &[GroupId]| groups.iter().any(|group| thing.groups.contains(group));
        let audience = self.audience.as_ref().is_some_and(|(federation, groups)| match thing.visibility {
            Some(Visibility::All) => true,
            Some(Visibility::Federation) => thing.federation == Some(*federation),
            Some(Visibility::Group) => any(groups),
            _ => false,
        });
        self.everything
            || thing.federation.is_some_and(|federation| self.federations.contains(&federation))
            || any(&self.groups)
            || (self.firm.is_some() && self.firm == thing.firm)
            || (self.oneself.is_some() && self.oneself == thing.person)
            || self.asked.is_some_and(|person| thing.asked.contains(&person))
            || audience
    }
}
