//! Putting a draft to the firms: its groups become foundings, once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dure_domain::{DraftId, DraftState, FirmId, GroupId, Place};
use dure_pool::FirmNo;
use dure_texts::formation as texts;
use dure_ui::words;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::faults::{Fault, Faults};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::json;

use super::super::rules::{self, PublishForm};
use super::super::{access, store};
use super::scene::{Scene, scene};
use super::shift::is_hard;
use super::{held, record};
use crate::foundings::actions::{Joining, Opened, Opening, OpeningGroup, open};

/// A group as it would be put to the firms.
pub struct Proposal {
    /// Its number in the draft.
    pub number: u32,
    /// The name that it shall bear; of a group that exists, its own.
    pub name: String,
    /// The group that exists.
    pub existing: Option<GroupId>,
    /// Its firms.
    pub members: Vec<FirmNo>,
    /// Those of them that come from another group, or from none, where the group exists.
    pub coming: Vec<FirmNo>,
    /// Where most of its members are.
    pub place: Option<Place>,
}

/// A draft before it is put to the firms.
pub struct Publishing {
    /// The draft.
    pub scene: Arc<Scene>,
    /// Its groups.
    pub proposals: Vec<Proposal>,
    /// In which of the draft's existing groups each firm is now.
    from: BTreeMap<FirmId, GroupId>,
}

impl Publishing {
    /// Whether a rule is broken that nobody may overlook.
    pub fn is_blocked(&self) -> bool {
        self.scene.faults.iter().any(is_hard)
    }
}

/// The groups with the names that they would bear.
pub async fn publishing(app: &App, viewer: &Viewer, id: DraftId) -> Result<Publishing> {
    let scene = scene(app, viewer, id).await?;
    access::KEEP.require(viewer, &access::thing(scene.draft()))?;
    let db = app.store.read();
    let taken = store::names_in_use(db, viewer.federation).await?;
    let existing: Vec<GroupId> = scene.contents.existing.keys().copied().collect();
    let from = store::members_of(db, &existing).await?;
    let proposals = proposals(&scene, &from, &taken);
    Ok(Publishing { scene, proposals, from })
}

fn proposals(scene: &Scene, from: &BTreeMap<FirmId, GroupId>, taken: &BTreeSet<String>) -> Vec<Proposal> {
    let groups = &scene.account.groups;
    let place = |firm: &FirmNo| words::place_of(scene.firm(*firm).place_code);
    let places: Vec<Vec<Option<Place>>> =
        groups.iter().map(|group| group.members.iter().map(place).collect()).collect();
    let names = rules::proposed(&places, taken);
    let known = |number: u32| scene.contents.groups.get(&i32::try_from(number).unwrap_or_default());
    groups
        .iter()
        .zip(names)
        .zip(&places)
        .map(|((group, proposed), places)| {
            let existing = known(group.number).and_then(|row| row.group_id);
            let comes =
                |firm: &&FirmNo| from.get(&scene.firm(**firm).id).copied() != existing || existing.is_none();
            Proposal {
                number: group.number,
                name: scene.group_name(group.number).map_or(proposed, str::to_owned),
                existing,
                coming: group.members.iter().filter(comes).copied().collect(),
                members: group.members.clone(),
                place: rules::usual_place(places),
            }
        })
        .collect()
}

/// Invites the firms. Once only, also under two clicks at once: the draft is published in the same transaction.
pub async fn publish(
    app: &App,
    viewer: &Viewer,
    id: DraftId,
    form: &PublishForm,
) -> Result<Result<Opened, Faults>> {
    let publishing = publishing(app, viewer, id).await?;
    if publishing.is_blocked() {
        return Err(Error::Rule(texts::publish_blocked(viewer.lang).to_owned()));
    }
    let wanted = match rules::read_publishing(viewer.lang, form) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(Err(faults)),
    };
    let draft = publishing.scene.draft();
    let opening = Opening {
        draft: Some(id),
        request: draft.request_id,
        groups: publishing.proposals.iter().map(|group| opening(&publishing, group, form)).collect(),
        rules: draft.rules.clone(),
        needed: wanted.needed,
        message: wanted.message,
    };
    let written = app.act(viewer, |tx| {
        let opening = opening.clone();
        let (app, viewer) = (app.clone(), viewer.clone());
        async move {
            let draft = held(&tx, id, wanted.version).await?;
            let mut row = draft.into_active_model();
            row.state = Set(DraftState::Published);
            row.version = Set(wanted.version + 1);
            let draft = row.update(tx.db()).await?;
            let opened = open(&app, &tx, &viewer, &opening).await?;
            let after = json!({"foundings": opened.foundings, "needed": opening.needed});
            tx.record(record("formation.publish", &draft, None, Some(after)));
            Ok(opened)
        }
    });
    match written.await {
        Ok(opened) => Ok(Ok(opened)),
        // What is wrong with a name is said in the form, where it can be mended.
        Err(Error::Rule(words)) => Ok(Err(Faults::one("names", Fault::Said(words)))),
        Err(error) if error.taken() == Some("foundings_name") => {
            Ok(Err(Faults::one("names", Fault::Said(texts::name_just_taken(viewer.lang).to_owned()))))
        }
        Err(error) => Err(error),
    }
}

fn opening(publishing: &Publishing, group: &Proposal, form: &PublishForm) -> OpeningGroup {
    let scene = &publishing.scene;
    let joining = |firm: &FirmNo| {
        let firm = scene.firm(*firm).id;
        let now = publishing.from.get(&firm).copied();
        Joining { firm, leaves: now.filter(|now| Some(*now) != group.existing) }
    };
    OpeningGroup {
        name: form.names.get(&group.number).cloned().unwrap_or_else(|| group.name.clone()),
        firms: group.members.iter().map(joining).collect(),
        place: group.place,
        meeting_place: String::new(),
        existing: group.existing,
    }
}
