//! Firms are invited to the groups of a draft: to new ones that are founded when enough accept, or to move
//! into groups that exist.

use std::collections::BTreeSet;

use dure_domain::{DraftId, FirmId, FoundingId, FoundingPath, FoundingState, GroupId, GroupRequestId, Place};
use dure_store::Tx;
use dure_tables::foundings;
use dure_texts::foundings as texts;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};

use super::invite::{Directory, invite};
use super::trail::record_founding;
use crate::foundings::{access, store};

/// A firm that is invited, and the group that it would leave for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joining {
    /// The firm.
    pub firm: FirmId,
    /// The group that it leaves at the moment it joins; none for one that leaves no group.
    pub leaves: Option<GroupId>,
}

/// One group of an opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningGroup {
    /// What the new group shall be called; not looked at for one that exists.
    pub name: String,
    /// The firms; for a group that exists, those that move in (its members may be among them: they stay).
    pub firms: Vec<Joining>,
    /// Where the group meets.
    pub place: Option<Place>,
    /// The place in words; empty where nothing is known yet.
    pub meeting_place: String,
    /// The group into which the firms move, none for a new one.
    pub existing: Option<GroupId>,
}

/// What a draft, or the federation by hand, puts before the firms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The draft behind it.
    pub draft: Option<DraftId>,
    /// The request for a group behind it; closed when a group is founded.
    pub request: Option<GroupRequestId>,
    /// The groups.
    pub groups: Vec<OpeningGroup>,
    /// The rules under which they were formed, as the draft keeps them (JSON).
    pub rules: String,
    /// How many firms must accept before a new group is founded, at least 1; 7 by default.
    pub needed: i32,
    /// What the federation says to the executives; may be empty.
    pub message: String,
}

/// What came of an opening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opened {
    /// The foundings, in the order of the groups; groups into which nobody moves have none.
    pub foundings: Vec<FoundingId>,
    /// Firms with nobody who can be reached by mail: invited all the same, to be asked by telephone.
    pub unreached: Vec<FirmId>,
}

/// Invites the firms of each group, in the caller's transaction: a founding per group, an invitation per firm
/// to its executive, a letter with one-tap answers, a reminder after a week.
///
/// # Errors
/// [`Error::Forbidden`] to whoever is not of the staff, [`Error::NotFound`] for firms or groups of elsewhere,
/// [`Error::Rule`] for names that are missing or taken; `taken() == Some("foundings_name")` where somebody
/// takes one at the same moment.
pub async fn open(app: &App, tx: &Tx, viewer: &Viewer, opening: &Opening) -> Result<Opened> {
    access::OPEN.require(viewer, &Thing::of_federation(viewer.federation))?;
    if opening.needed < 1 {
        return Err(Error::Rule(texts::needed_at_least_one(viewer.lang).to_owned()));
    }
    names_are_free(tx, viewer, opening).await?;
    let joining = || opening.groups.iter().flat_map(|group| &group.firms);
    let existing = opening.groups.iter().filter_map(|group| group.existing);
    let groups = joining().filter_map(|one| one.leaves).chain(existing);
    let directory = Directory::read(tx, joining().map(|one| one.firm), groups).await?;
    if joining().any(|one| !of_federation(&directory, viewer, one.firm)) {
        return Err(Error::NotFound);
    }
    let mut opened = Opened::default();
    for group in &opening.groups {
        open_one(app, tx, viewer, opening, group, &directory, &mut opened).await?;
    }
    Ok(opened)
}

fn of_federation(directory: &Directory, viewer: &Viewer, firm: FirmId) -> bool {
    let known = directory.firms.get(&firm);
    known.is_some_and(|firm| firm.federation_id == viewer.federation && firm.left_at.is_none())
}

/// Every new group has a name that nobody else bears.
async fn names_are_free(tx: &Tx, viewer: &Viewer, opening: &Opening) -> Result<()> {
    let new = opening.groups.iter().filter(|group| group.existing.is_none());
    let names: Vec<String> = new.map(|group| group.name.trim().to_owned()).collect();
    if names.iter().any(String::is_empty) {
        return Err(Error::Rule(texts::name_missing(viewer.lang).to_owned()));
    }
    let mut taken = store::names_taken(tx.db(), viewer.federation, &names, None).await?;
    let mut seen = BTreeSet::new();
    taken.extend(names.into_iter().filter(|name| !seen.insert(name.clone())));
    match taken.into_iter().next() {
        Some(name) => Err(Error::Rule(texts::name_taken(viewer.lang, name))),
        None => Ok(()),
    }
}

async fn open_one(
    app: &App,
    tx: &Tx,
    viewer: &Viewer,
    opening: &Opening,
    group: &OpeningGroup,
    directory: &Directory,
    opened: &mut Opened,
) -> Result<()> {
    let mut firms = group.firms.clone();
    let mut name = group.name.trim().to_owned();
    if let Some(existing) = group.existing {
        let members = store::memberships_of(tx.db(), firms.iter().map(|one| one.firm)).await?;
        firms.retain(|one| !members.iter().any(|row| row.firm_id == one.firm && row.group_id == existing));
        name.clone_from(directory.groups.get(&existing).ok_or(Error::NotFound)?);
    }
    let mut seen = BTreeSet::new();
    firms.retain(|one| seen.insert(one.firm));
    if firms.is_empty() {
        return Ok(());
    }
    let row = foundings::ActiveModel {
        id: Set(tx.id()),
        federation_id: Set(viewer.federation),
        name: Set(name),
        path: Set(if group.existing.is_some() { FoundingPath::Moved } else { FoundingPath::Brokered }),
        draft_id: Set(opening.draft),
        request_id: Set(opening.request),
        group_id: Set(group.existing),
        place_code: Set(group.place.and_then(|place| place.to_string().parse().ok())),
        meeting_place: Set(group.meeting_place.trim().to_owned()),
        charter: Set(String::new()),
        rules: Set(opening.rules.clone()),
        needed: Set(if group.existing.is_some() { 1 } else { opening.needed }),
        message: Set(opening.message.trim().to_owned()),
        word: Set(String::new()),
        state: Set(FoundingState::Inviting),
        opened_by: Set(Some(viewer.person)),
        opened_at: Set(tx.at()),
        ended_at: Set(None),
        version: Set(1),
    };
    let founding = row.insert(tx.db()).await?;
    record_founding(tx, "founding.open", None, &founding);
    opened.foundings.push(founding.id);
    let companions: Vec<FirmId> = firms.iter().map(|one| one.firm).collect();
    for joining in firms {
        if !invite(app, tx, directory, &founding, joining, &companions).await? {
            opened.unreached.push(joining.firm);
        }
    }
    Ok(())
}
