//! What the federation does while firms answer: invites one more, takes an invitation or the whole back, changes
//! name and number.

use dure_domain::{FirmId, FoundingId, FoundingPath, FoundingState, InvitationId, InvitationState};
use dure_store::Tx;
use dure_tables::{foundings, invitations};
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::Set;

use super::found::found_if_enough;
use super::invite::{Directory, invite};
use super::open::Joining;
use super::scene::seen;
use super::trail::{move_on, rewrite};
use crate::foundings::rules::{self, Step};
use crate::foundings::{access, letters, store};

/// Whether firms can still be invited, and the rest be changed.
const fn is_open(state: FoundingState) -> bool {
    matches!(state, FoundingState::Inviting | FoundingState::Proposed | FoundingState::Returned)
}

async fn led(app: &App, viewer: &Viewer, id: FoundingId) -> Result<()> {
    let (.., thing) = seen(app, viewer, id).await?;
    access::OPEN.require(viewer, &thing)
}

/// The founding in the transaction, still open.
async fn open_one(tx: &Tx, viewer: &Viewer, id: FoundingId) -> Result<foundings::Model> {
    let founding = store::founding(tx.db(), id).await?;
    if is_open(founding.state) {
        Ok(founding)
    } else {
        Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()))
    }
}

/// Invites one more firm; gives whether there is somebody to write to.
///
/// # Errors
/// [`Error::Rule`] for a firm that is invited already or of an industry that is, [`Error::NotFound`],
/// [`Error::Forbidden`].
pub async fn invite_one(app: &App, viewer: &Viewer, id: FoundingId, firm: FirmId) -> Result<bool> {
    led(app, viewer, id).await?;
    app.act(viewer, |tx| {
        let (app, viewer) = (app.clone(), viewer.clone());
        async move {
            let founding = open_one(&tx, &viewer, id).await?;
            let invited = store::invitations_of(tx.db(), id).await?;
            let meant = invited.iter().filter(|one| one.state != InvitationState::Withdrawn);
            let meant: Vec<FirmId> = meant.map(|one| one.firm_id).collect();
            let directory = Directory::read(&tx, meant.iter().copied().chain([firm]), None).await?;
            fits(&viewer, &founding, &invited, &directory, firm)?;
            invite(&app, &tx, &directory, &founding, Joining { firm, leaves: None }, &meant).await
        }
    })
    .await
}

fn fits(
    viewer: &Viewer,
    founding: &foundings::Model,
    invited: &[invitations::Model],
    directory: &Directory,
    id: FirmId,
) -> Result<()> {
    let lang = viewer.lang;
    let firm = directory.firms.get(&id).filter(|firm| firm.left_at.is_none()).ok_or(Error::NotFound)?;
    if firm.federation_id != founding.federation_id || founding.path == FoundingPath::Moved {
        return Err(Error::NotFound);
    }
    let standing = |one: &&invitations::Model| one.state != InvitationState::Withdrawn;
    if invited.iter().filter(standing).any(|one| one.firm_id == id) {
        return Err(Error::Rule(texts::invited_already(lang, &firm.name)));
    }
    let kept = rules::rules_of(&founding.rules);
    let slot = |id: FirmId| rules::slot_of(directory.firms.get(&id)?.industry_code.as_deref(), &kept);
    let willing = invited
        .iter()
        .filter(|one| matches!(one.state, InvitationState::Waiting | InvitationState::Accepted));
    if willing.clone().count() >= kept.most {
        return Err(Error::Rule(texts::group_full(lang, i64::try_from(kept.most).unwrap_or(i64::MAX))));
    }
    let own = slot(id);
    let rival = willing.map(|one| one.firm_id).find(|other| own.is_some() && slot(*other) == own);
    match rival.and_then(|rival| directory.firms.get(&rival)) {
        Some(rival) => Err(Error::Rule(texts::same_industry_as(lang, &firm.name, &rival.name))),
        None => Ok(()),
    }
}

/// Takes an invitation back.
///
/// # Errors
/// [`Error::Rule`] where the firm is a member already, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn withdraw_invitation(
    app: &App,
    viewer: &Viewer,
    id: FoundingId,
    invitation: InvitationId,
) -> Result<()> {
    led(app, viewer, id).await?;
    app.act(viewer, |tx| {
        let viewer = viewer.clone();
        async move {
            let founding = store::founding(tx.db(), id).await?;
            let one = store::invitation(tx.db(), invitation).await?;
            if one.founding_id != id {
                return Err(Error::NotFound);
            }
            let next = rules::after(founding.state, one.state, Step::Withdraw);
            let Some(state) = next.filter(|_| one.joined_at.is_none()) else {
                return Err(Error::Rule(texts::has_ended(viewer.lang).to_owned()));
            };
            move_on(&tx, "invitation.withdraw", &one, state, None).await?;
            letters::withdrawn(&tx, &founding, &[&one]).await
        }
    })
    .await
}

/// Gives a founding up, with a word to those who have not declined. Who proposed a group may take it back too.
///
/// # Errors
/// [`Error::Rule`] where it has ended already, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn give_up(app: &App, viewer: &Viewer, id: FoundingId, word: &str) -> Result<()> {
    let (founding, _, thing) = seen(app, viewer, id).await?;
    match founding.path {
        FoundingPath::Registered => access::MEND.require(viewer, &thing)?,
        _ => access::OPEN.require(viewer, &thing)?,
    }
    app.act(viewer, |tx| {
        let (viewer, word) = (viewer.clone(), word.trim().to_owned());
        async move {
            let founding = open_one(&tx, &viewer, id).await?;
            let founding = rewrite(&tx, "founding.withdraw", &founding, |row| {
                row.state = Set(FoundingState::Withdrawn);
                row.word = Set(word);
                row.ended_at = Set(Some(tx.at()));
            })
            .await?;
            let invited = store::invitations_of(tx.db(), id).await?;
            let open = |one: &&invitations::Model| {
                matches!(one.state, InvitationState::Waiting | InvitationState::Accepted)
                    && one.joined_at.is_none()
            };
            let told: Vec<&invitations::Model> = invited.iter().filter(open).collect();
            for one in told.iter().filter(|one| one.state == InvitationState::Waiting) {
                move_on(&tx, "invitation.withdraw", one, InvitationState::Withdrawn, None).await?;
            }
            letters::withdrawn(&tx, &founding, &told).await
        }
    })
    .await
}

/// What the broker may still change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What the group shall be called.
    pub name: String,
    /// How many firms must accept.
    pub needed: i32,
}

/// Changes name and number; founds the group where that was all that was missing. Gives whether it did.
///
/// # Errors
/// [`Error::Rule`] for a name that is missing or taken, [`Error::NotFound`], [`Error::Forbidden`].
pub async fn set(app: &App, viewer: &Viewer, id: FoundingId, settings: &Settings) -> Result<bool> {
    led(app, viewer, id).await?;
    let name = settings.name.trim().to_owned();
    let needed = settings.needed;
    if name.is_empty() || name.chars().count() > 80 {
        return Err(Error::Rule(texts::name_missing(viewer.lang).to_owned()));
    }
    if !(2..=100).contains(&needed) {
        return Err(Error::Rule(texts::needed_out_of_range(viewer.lang).to_owned()));
    }
    let founded = app
        .act(viewer, |tx| {
            let (viewer, name) = (viewer.clone(), name.clone());
            async move {
                let founding = open_one(&tx, &viewer, id).await?;
                if founding.path == FoundingPath::Moved {
                    return Err(Error::NotFound);
                }
                let names = [name.clone()];
                let taken = store::names_taken(tx.db(), founding.federation_id, &names, Some(id)).await?;
                if !taken.is_empty() {
                    return Err(Error::Rule(texts::name_taken(viewer.lang, name)));
                }
                let founding = rewrite(&tx, "founding.set", &founding, |row| {
                    row.name = Set(name);
                    row.needed = Set(needed);
                })
                .await?;
                match (founding.path, founding.state) {
                    (FoundingPath::Brokered, FoundingState::Inviting) => {
                        Ok(found_if_enough(&tx, &founding).await?.is_some())
                    }
                    _ => Ok(false),
                }
            }
        })
        .await?;
    app.viewers.clear();
    Ok(founded)
}
