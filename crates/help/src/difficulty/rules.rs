//! Pure decisions: how a viewer stands to a difficulty, and who may know its poster.

use dure_domain::{AskState, FirmId, Id, Office, PersonId};
use dure_tables::{asks, difficulties};
use dure_web::access::{Thing, Viewer};
use uuid::Uuid;

/// How a viewer stands to a difficulty and its requests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The author, or of the author's firm.
    pub poster: bool,
    /// Chair or secretary of the poster's group, or staff of the federation.
    pub secretariat: bool,
    /// Keys of the requests that went to the viewer or to the viewer's firm.
    pub own: Vec<Uuid>,
    /// Whether one of these was answered with an offer.
    pub offered: bool,
}

impl Standing {
    /// How this viewer stands.
    pub fn of<'a>(
        viewer: &Viewer,
        difficulty: &difficulties::Model,
        requests: impl IntoIterator<Item = &'a asks::Model>,
    ) -> Self {
        let thing = Thing {
            federation: Some(difficulty.federation_id),
            groups: difficulty.group_id.into_iter().collect(),
            ..Thing::default()
        };
        let poster = viewer.person == difficulty.author_id || viewer.firm == Some(difficulty.firm_id);
        let offices = [Office::Chair, Office::Secretary];
        let in_group = |office| viewer.groups_as(office).any(|group| thing.groups.contains(&group));
        let staff = viewer.holds(Office::Staff) && viewer.federation == difficulty.federation_id;
        let own: Vec<&asks::Model> =
            requests.into_iter().filter(|ask| is_of(ask, viewer.person, viewer.firm)).collect();
        Self {
            poster,
            secretariat: staff || offices.into_iter().any(in_group),
            offered: own.iter().any(|ask| matches!(ask.state, AskState::Offered | AskState::Helped)),
            own: own.into_iter().map(|ask| ask.id.uuid()).collect(),
        }
    }

    /// Whether the viewer leads the difficulty: sees every answer, asks, closes.
    pub const fn leads(&self) -> bool {
        self.poster || self.secretariat
    }
}

/// Whether a request went to this person or to this person's firm.
pub fn is_of(ask: &asks::Model, person: PersonId, firm: Option<FirmId>) -> bool {
    ask.person_id == person || (ask.firm_id.is_some() && ask.firm_id == firm)
}

/// The rule of anonymity: who posted without a name is known to the own firm and the secretariat, and
/// becomes known to a helper at the moment when that helper offers to help, because then the two must
/// talk. Who declines, passes on or only reads never learns it.
pub fn shows_poster(difficulty: &difficulties::Model, standing: &Standing) -> bool {
    !difficulty.anonymous || standing.leads() || standing.offered
}
