//! The second path: executives who know each other put their group before the federation. The rules check it at
//! once; the other firms confirm; the federation registers it or sends it back with a word.

use dure_domain::{FirmId, FoundingId, FoundingPath, FoundingState, InvitationState};
use dure_store::Tx;
use dure_tables::{foundings, invitations};
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::faults::{Fault, Faults};
use sea_orm::{ActiveModelTrait, Set};

use super::check::{checked, rules_json};
use super::invite::{Directory, invite};
use super::open::Joining;
use super::requests::asker;
use super::trail::{record_founding, record_invitation};
use crate::foundings::rules::{LEAST_FIRMS, ProposalForm, Proposed};
use crate::foundings::{access, letters, store};

/// Puts a group before the federation; the other firms are asked to confirm.
///
/// # Errors
/// [`Error::Forbidden`]; what is to be mended comes back as faults.
pub async fn propose(app: &App, viewer: &Viewer, form: &ProposalForm) -> Result<Result<FoundingId, Faults>> {
    access::PROPOSE.require(viewer, &asker(viewer))?;
    let proposed = match checked(app, viewer, form, None).await? {
        Ok(proposed) => proposed,
        Err(faults) => return Ok(Err(faults)),
    };
    let kept = rules_json()?;
    let written = app.act(viewer, |tx| {
        let (app, viewer, proposed, kept) = (app.clone(), viewer.clone(), proposed.clone(), kept.clone());
        async move {
            let mut row = foundings::ActiveModel {
                id: Set(tx.id()),
                federation_id: Set(viewer.federation),
                path: Set(FoundingPath::Registered),
                draft_id: Set(None),
                request_id: Set(None),
                group_id: Set(None),
                rules: Set(kept),
                needed: Set(i32::try_from(LEAST_FIRMS).unwrap_or(i32::MAX)),
                word: Set(String::new()),
                opened_by: Set(Some(viewer.person)),
                opened_at: Set(tx.at()),
                ended_at: Set(None),
                version: Set(1),
                ..Default::default()
            };
            fill(&mut row, &proposed);
            let founding = row.insert(tx.db()).await?;
            record_founding(&tx, "founding.propose", None, &founding);
            bring_in(&app, &tx, &viewer, &founding, &proposed.firms).await?;
            letters::proposed(&tx, &founding, viewer.person).await?;
            Ok(founding.id)
        }
    });
    named_twice(viewer, &proposed.name, written.await)
}

/// What the form says, as the founding keeps it.
pub(super) fn fill(row: &mut foundings::ActiveModel, proposed: &Proposed) {
    row.name = Set(proposed.name.clone());
    row.place_code = Set(proposed.place.and_then(|place| place.to_string().parse().ok()));
    row.meeting_place = Set(proposed.meeting_place.clone());
    row.charter = Set(proposed.charter.clone());
    row.message = Set(proposed.message.clone());
    row.state = Set(FoundingState::Proposed);
}

/// Invites the firms that are not invited yet; the viewer's own firm has confirmed by bringing it.
pub(super) async fn bring_in(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    founding: &foundings::Model,
    firms: &[FirmId],
) -> Result<()> {
    let invited = store::invitations_of(tx.db(), founding.id).await?;
    let standing =
        |id: FirmId| invited.iter().any(|one| one.firm_id == id && one.state != InvitationState::Withdrawn);
    let directory = Directory::read(tx, firms.iter().copied(), None).await?;
    for firm in firms.iter().copied().filter(|id| !standing(*id)) {
        if viewer.firm == Some(firm) {
            own_invitation(tx, viewer, founding, firm).await?;
        } else {
            invite(app, tx, &directory, founding, Joining { firm, leaves: None }, firms).await?;
        }
    }
    Ok(())
}

async fn own_invitation(tx: &Tx, viewer: &Viewer, founding: &foundings::Model, firm: FirmId) -> Result<()> {
    let row = invitations::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(founding.federation_id),
        founding_id: Set(founding.id),
        firm_id: Set(firm),
        person_id: Set(Some(viewer.person)),
        leaves_id: Set(None),
        state: Set(InvitationState::Accepted),
        answer: Set(String::new()),
        invited_at: Set(tx.at()),
        answered_at: Set(Some(tx.at())),
        joined_at: Set(None),
        reminded_at: Set(None),
        version: Set(1),
    };
    let invitation = row.insert(tx.db()).await?;
    record_invitation(tx, "invitation.accept", None, &invitation);
    Ok(())
}

/// A name that somebody took at the same moment is a fault of the form.
pub(super) fn named_twice(
    viewer: &Viewer,
    name: &str,
    written: Result<FoundingId>,
) -> Result<Result<FoundingId, Faults>> {
    match written {
        Ok(id) => Ok(Ok(id)),
        Err(error) if error.taken() == Some("foundings_name") => {
            Ok(Err(Faults::one("name", Fault::Said(texts::name_taken(viewer.lang, name)))))
        }
        Err(error) => Err(error),
    }
}
