//! The second path: executives who know each other put their group before the federation. The rules check it at
//! once; the other firms confirm; the federation registers it or sends it back with a word.

use std::collections::BTreeSet;

use dure_domain::{FirmId, FoundingId, FoundingPath, FoundingState, InvitationState};
use dure_store::{Actor, Tx};
use dure_tables::{firms, foundings, invitations};
use dure_texts::foundings as texts;
use sea_orm::{ActiveModelTrait, Set};

use super::firms::{Picked, picked};
use super::found::found_if_enough;
use super::invite::{Directory, invite};
use super::open::Joining;
use super::prospect::{Prospect, prospect};
use super::requests::asker;
use super::scene::seen;
use super::trail::{move_on, record_founding, record_invitation, rewrite};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::faults::{Fault, Faults};
use crate::features::foundings::rules::{self, LEAST_FIRMS, ProposalForm, Proposed};
use crate::features::foundings::{access, letters, store};
use crate::shell::App;

/// The rules under which executives register a group: seven firms are enough.
fn own_rules() -> dure_pool::Rules {
    dure_pool::Rules { least: LEAST_FIRMS, ..dure_pool::Rules::default() }
}

/// What the rules say of a group while its form is filled in.
#[derive(Debug, Clone, Default)]
pub struct Check {
    /// How many firms are missing.
    pub missing: usize,
    /// What the firms would be to each other.
    pub prospect: Prospect,
    /// Whether another group bears the name.
    pub name_taken: bool,
}

impl Check {
    /// Whether nothing keeps the group from being registered. Distance alone is for the federation to judge.
    pub fn passes(&self) -> bool {
        self.missing == 0 && self.prospect.same_industry.is_empty() && !self.name_taken
    }
}

/// Checks a group by the rules.
pub async fn check(
    app: &App,
    viewer: &Viewer,
    name: &str,
    picked: &Picked,
    own: Option<FoundingId>,
) -> Result<Check> {
    let name = name.trim().to_owned();
    let taken =
        store::names_taken(app.store.read(), viewer.federation, std::slice::from_ref(&name), own).await?;
    let firms: Vec<&firms::Model> = picked.chosen.iter().map(|line| &line.firm).collect();
    Ok(Check {
        missing: LEAST_FIRMS.saturating_sub(firms.len()),
        prospect: prospect(&firms, &own_rules()),
        name_taken: !name.is_empty() && !taken.is_empty(),
    })
}

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
    let written = app.store.write::<_, Error, _, _>(Actor::Person(viewer.person), |tx| {
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
            letters::proposed(&app, &tx, &founding, viewer.person).await?;
            Ok(founding.id)
        }
    });
    named_twice(viewer, &proposed.name, written.await)
}

fn rules_json() -> Result<String> {
    serde_json::to_string(&own_rules()).map_err(|error| Error::Internal(error.to_string()))
}

fn fill(row: &mut foundings::ActiveModel, proposed: &Proposed) {
    row.name = Set(proposed.name.clone());
    row.place_code = Set(proposed.place.and_then(|place| place.to_string().parse().ok()));
    row.meeting_place = Set(proposed.meeting_place.clone());
    row.charter = Set(proposed.charter.clone());
    row.message = Set(proposed.message.clone());
    row.state = Set(FoundingState::Proposed);
}

/// The form, understood and checked by the rules.
async fn checked(
    app: &App,
    viewer: &Viewer,
    form: &ProposalForm,
    own: Option<FoundingId>,
) -> Result<Result<Proposed, Faults>> {
    let lang = viewer.lang;
    let picked = picked(app, viewer, &form.firms, "").await?;
    let mut form = form.clone();
    form.firms = picked.chosen.iter().map(|line| line.firm.id).collect();
    let few = |missing: usize| texts::few_firms(lang, i64::try_from(missing).unwrap_or(i64::MAX));
    let proposed = match rules::read_proposal(&form, few) {
        Ok(proposed) => proposed,
        Err(faults) => return Ok(Err(faults)),
    };
    let check = check(app, viewer, &proposed.name, &picked, own).await?;
    let mut faults = Faults::default();
    if check.name_taken {
        faults.add("name", Fault::Said(texts::name_taken(lang, &proposed.name)));
    }
    let name = |id: FirmId| {
        let line = picked.chosen.iter().find(|line| line.firm.id == id);
        line.map_or("", |line| line.firm.name.as_str())
    };
    for (a, b) in &check.prospect.same_industry {
        faults.add("firm", Fault::Said(texts::same_industry(lang, name(*a), name(*b))));
    }
    Ok(if faults.is_empty() { Ok(proposed) } else { Err(faults) })
}

/// Invites the firms that are not invited yet; the viewer's own firm has confirmed by bringing it.
async fn bring_in(
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
fn named_twice(
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
    let written = app.store.write::<_, Error, _, _>(Actor::Person(viewer.person), |tx| {
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
            letters::proposed(&app, &tx, &founding, viewer.person).await?;
            Ok(id)
        }
    });
    named_twice(viewer, &proposed.name, written.await)
}

/// The federation registers a proposed group: it is founded with all who have confirmed.
///
/// # Errors
/// [`Error::Rule`] where firms are missing or two are of one industry, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn register(app: &App, viewer: &Viewer, id: FoundingId) -> Result<()> {
    let (.., thing) = seen(app, viewer, id).await?;
    access::OPEN.require(viewer, &thing)?;
    app.store
        .write::<_, Error, _, _>(Actor::Person(viewer.person), |tx| {
            let (app, viewer) = (app.clone(), viewer.clone());
            async move {
                let founding = store::founding(tx.db(), id).await?;
                if founding.state != FoundingState::Proposed {
                    return Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()));
                }
                match found_if_enough(&app, &tx, &founding).await? {
                    Some(_) => Ok(()),
                    None => Err(Error::Rule(texts::cannot_be_registered(viewer.lang).to_owned())),
                }
            }
        })
        .await?;
    app.viewers.clear();
    Ok(())
}

/// The federation sends a proposal back with a word; who brought it mends it and puts it forward again.
///
/// # Errors
/// [`Error::Rule`] without a word, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn send_back(app: &App, viewer: &Viewer, id: FoundingId, word: &str) -> Result<()> {
    let (.., thing) = seen(app, viewer, id).await?;
    access::OPEN.require(viewer, &thing)?;
    if word.trim().is_empty() {
        return Err(Error::Rule(texts::word_missing(viewer.lang).to_owned()));
    }
    app.store
        .write(Actor::Person(viewer.person), |tx| {
            let (app, viewer, word) = (app.clone(), viewer.clone(), word.trim().to_owned());
            async move {
                let founding = store::founding(tx.db(), id).await?;
                if founding.state != FoundingState::Proposed {
                    return Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()));
                }
                let founding = rewrite(&tx, "founding.return", &founding, |row| {
                    row.state = Set(FoundingState::Returned);
                    row.word = Set(word);
                })
                .await?;
                letters::sent_back(&app, &tx, &founding).await
            }
        })
        .await
}
