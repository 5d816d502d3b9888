//! Mending a proposal, and putting it before the federation again.

use std::collections::BTreeSet;

use dure_domain::{FirmId, FoundingId, FoundingPath, FoundingState, InvitationState};
use dure_tables::invitations;
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::Faults;

use super::check::checked;
use super::propose::{bring_in, fill, named_twice};
use super::scene::seen;
use super::trail::{move_on, rewrite};
use crate::foundings::rules::ProposalForm;
use crate::foundings::{access, letters, store};

/// The form of a proposal that the viewer may mend, as it is stored.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Rule`] where it has ended.
pub async fn mendable(app: &App, viewer: &Viewer, id: FoundingId) -> Result<ProposalForm> {
    let (founding, invited, thing) = seen(app, viewer, id).await?;
    access::MEND.require(viewer, &thing)?;
    if founding.path != FoundingPath::Registered {
        return Err(Error::NotFound);
    }
    if !matches!(founding.state, FoundingState::Proposed | FoundingState::Returned) {
        return Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()));
    }
    let standing =
        |one: &&invitations::Model| matches!(one.state, InvitationState::Waiting | InvitationState::Accepted);
    Ok(ProposalForm {
        name: founding.name,
        place_code: founding.place_code.map(|code| code.to_string()).unwrap_or_default(),
        meeting_place: founding.meeting_place,
        charter: founding.charter,
        message: founding.message,
        firms: invited.iter().filter(standing).map(|one| one.firm_id).collect(),
        version: founding.version.to_string(),
    })
}

/// Mends a proposal and puts it before the federation again. Firms that are left out lose their invitation, new
/// ones get one, and what was answered stays.
///
/// # Errors
/// As [`mendable`], and [`Error::ChangedMeanwhile`].
pub async fn mend(
    app: &App,
    viewer: &Viewer,
    id: FoundingId,
    form: &ProposalForm,
) -> Result<Result<FoundingId, Faults>> {
    mendable(app, viewer, id).await?;
    let proposed = match checked(app, viewer, form, Some(id)).await? {
        Ok(proposed) => proposed,
        Err(faults) => return Ok(Err(faults)),
    };
    let version: i32 = form.version.parse().map_err(|_| Error::BadRequest("version".into()))?;
    let written = app.act(viewer, |tx| {
        let (app, viewer, proposed) = (app.clone(), viewer.clone(), proposed.clone());
        async move {
            let founding = store::founding(tx.db(), id).await?;
            let open = matches!(founding.state, FoundingState::Proposed | FoundingState::Returned);
            if founding.version != version || !open {
                return Err(Error::ChangedMeanwhile);
            }
            let founding = rewrite(&tx, "founding.mend", &founding, |row| fill(row, &proposed)).await?;
            let kept: BTreeSet<FirmId> = proposed.firms.iter().copied().collect();
            for one in store::invitations_of(tx.db(), id).await? {
                let gone = !kept.contains(&one.firm_id) && one.state != InvitationState::Withdrawn;
                // Who declined and is named again is asked again.
                let again = kept.contains(&one.firm_id) && one.state == InvitationState::Declined;
                if gone || again {
                    move_on(&tx, "invitation.withdraw", &one, InvitationState::Withdrawn, None).await?;
                }
            }
            bring_in(&app, &tx, &viewer, &founding, &proposed.firms).await?;
            letters::proposed(&tx, &founding, viewer.person).await?;
            Ok(id)
        }
    });
    named_twice(viewer, &proposed.name, written.await)
}
