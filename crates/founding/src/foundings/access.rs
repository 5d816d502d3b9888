//! Rows of the permission table: foundings, invitations, requests for a group.

use dure_domain::FirmId;
use dure_tables::{foundings, group_requests, invitations};
use dure_web::access::{Relation, Row, Thing, Viewer};

/// The lists; what is in them is limited by [`SEE`] and [`SEE_REQUEST`].
pub const LIST: Row = Row::new("founding.list", &[Relation::OwnFirm, Relation::Staff]);
/// Inviting firms to new groups or to move, and all that follows: inviting more, withdrawing, registering.
pub const OPEN: Row = Row::new("founding.open", &[Relation::Staff]);
/// Seeing a founding: who was invited, with the firm; who put it before the federation; the federation.
pub const SEE: Row =
    Row::new("founding.see", &[Relation::Asked, Relation::OwnFirm, Relation::Oneself, Relation::Staff]);
/// Putting a group of executives who know each other before the federation.
pub const PROPOSE: Row = Row::new("founding.propose", &[Relation::OwnFirm, Relation::Staff]);
/// Mending such a proposal.
pub const MEND: Row = Row::new("founding.mend", &[Relation::Oneself, Relation::Staff]);
/// Answering in the program: who was invited, colleagues of the firm, and the federation that writes down what
/// it was told by telephone.
pub const ANSWER: Row =
    Row::new("invitation.answer", &[Relation::Asked, Relation::Oneself, Relation::OwnFirm, Relation::Staff]);
/// Answering through a signed link of a mail; the link itself says who and what.
pub const LINK: Row = Row::new("invitation.answer_by_link", &[Relation::Anyone]);
/// Asking the federation for a group.
pub const ASK: Row = Row::new("group_request.ask", &[Relation::OwnFirm, Relation::Staff]);
/// Seeing a request: the firms that it names, who asked, the federation.
pub const SEE_REQUEST: Row =
    Row::new("group_request.see", &[Relation::OwnFirm, Relation::Oneself, Relation::Staff]);
/// Closing a request with a word; who asked takes it back.
pub const CLOSE: Row = Row::new("group_request.close", &[Relation::Oneself, Relation::Staff]);

/// A founding as this viewer's permissions see it: it belongs to every firm that is invited.
pub fn thing(viewer: &Viewer, founding: &foundings::Model, invited: &[invitations::Model]) -> Thing {
    use dure_domain::InvitationState::Withdrawn;
    let standing = || invited.iter().filter(|one| one.state != Withdrawn);
    Thing {
        person: founding.opened_by,
        asked: standing().filter_map(|one| one.person_id).collect(),
        firm: own(viewer, standing().map(|one| one.firm_id)),
        ..Thing::of_federation(founding.federation_id)
    }
}

/// An invitation: it belongs to the firm.
pub fn invitation(invitation: &invitations::Model) -> Thing {
    Thing {
        firm: Some(invitation.firm_id),
        person: invitation.person_id,
        asked: invitation.person_id.into_iter().collect(),
        ..Thing::of_federation(invitation.federation_id)
    }
}

/// A request as this viewer's permissions see it.
pub fn request(viewer: &Viewer, request: &group_requests::Model, firms: &[FirmId]) -> Thing {
    Thing {
        person: request.asked_by,
        firm: own(viewer, firms.iter().copied()),
        ..Thing::of_federation(request.federation_id)
    }
}

fn own(viewer: &Viewer, mut firms: impl Iterator<Item = FirmId>) -> Option<FirmId> {
    firms.find(|firm| viewer.firm == Some(*firm))
}
