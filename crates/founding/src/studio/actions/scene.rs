//! All that the pages of a draft tell, worked out once per version.

use std::collections::BTreeMap;
use std::sync::Arc;

use dure_domain::{DraftId, DraftState, FirmId};
use dure_pool::{Account, Fault, FirmNo, Grouping, Map, Posed, Rules};
use dure_tables::{drafts, firms};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};

use super::super::memory::{Memory, Stamp};
use super::super::pool;
use super::super::store::{self, Contents};
use super::rules_of;

/// A draft, understood: who is in which group, what that is good for, and what is wrong with it.
pub struct Scene {
    /// What is stored.
    pub contents: Contents,
    /// Its rules.
    pub rules: Rules,
    /// The problem, with wishes about pairs; locks are left aside, for a person may move what a person has locked.
    pub posed: Posed,
    /// Who is in which group.
    pub grouping: Grouping,
    /// What it is good for.
    pub account: Account,
    /// What it breaks.
    pub faults: Vec<Fault>,
    /// Where they are.
    pub map: Map,
}

impl Scene {
    fn of(app: &App, contents: Contents) -> Result<Self> {
        let rules = rules_of(&contents.draft)?;
        let pool = pool::firms(&contents.firms);
        let posed = app.own::<Memory>().posed(&pool, &rules).wishing(&pool::wishes(&contents, false));
        let grouping = pool::grouping(&contents);
        let account = dure_pool::account(&posed, &pool, &rules, &grouping);
        let faults = dure_pool::faults(&posed, &grouping);
        let map = dure_pool::map(&pool, &grouping);
        Ok(Self { contents, rules, posed, grouping, account, faults, map })
    }

    /// The draft.
    pub fn draft(&self) -> &drafts::Model {
        &self.contents.draft
    }

    /// A firm by its number.
    pub fn firm(&self, number: FirmNo) -> &firms::Model {
        &self.contents.firms[number as usize]
    }

    /// The number of a firm, if it is in the draft.
    pub fn number_of(&self, firm: FirmId) -> Option<FirmNo> {
        let at = self.contents.firms.binary_search_by_key(&firm, |row| row.id).ok()?;
        FirmNo::try_from(at).ok()
    }

    /// Whether a person has locked the firm in its group.
    pub fn is_locked(&self, number: FirmNo) -> bool {
        self.contents.placed[number as usize].locked
    }

    /// The name of a group that has one: of an existing group, or typed by a person.
    pub fn group_name(&self, number: u32) -> Option<&str> {
        let group = self.contents.groups.get(&i32::try_from(number).ok()?)?;
        (!group.name.is_empty()).then_some(group.name.as_str())
    }

    /// A map of these firms alone.
    pub fn map_of(&self, firms: &[FirmNo]) -> Map {
        let rows: Vec<firms::Model> = firms.iter().map(|firm| self.firm(*firm).clone()).collect();
        let of = firms.iter().map(|firm| self.grouping.of[*firm as usize]).collect();
        let mut map = dure_pool::map(&pool::firms(&rows), &Grouping { of });
        map.points.iter_mut().for_each(|point| point.firm = firms[point.firm as usize]);
        map.nowhere.iter_mut().for_each(|firm| *firm = firms[*firm as usize]);
        map
    }

    /// What no grouping of these firms can exceed by these rules and wishes, whatever is locked; none where that says nothing, because this
    /// one breaks a rule.
    pub fn bound(&self) -> Option<i64> {
        let draft = self.draft();
        let unchanged = |firm: &firms::Model| Some(firm.updated_at) <= draft.solved_at;
        let holds = draft.worth == Some(self.account.worth) && self.contents.firms.iter().all(unchanged);
        let loose = self.account.bound.worth();
        let known = draft.bound.filter(|_| holds).map_or(loose, |bound| bound.min(loose));
        self.faults.is_empty().then_some(known)
    }

    /// Whether firms may still be moved.
    pub fn is_open(&self) -> bool {
        !matches!(self.draft().state, DraftState::Solving | DraftState::Published)
    }

    /// What is wrong with each group, by its number; what names no group of its own stands under both its firms' groups.
    pub fn faults_by_group(&self) -> BTreeMap<u32, Vec<&Fault>> {
        let mut by_group: BTreeMap<u32, Vec<&Fault>> = BTreeMap::new();
        for fault in &self.faults {
            let mut groups = self.groups_of(fault);
            groups.dedup();
            for group in groups {
                by_group.entry(group).or_default().push(fault);
            }
        }
        by_group
    }

    fn groups_of(&self, fault: &Fault) -> Vec<u32> {
        let group = |firm: &FirmNo| self.grouping.of.get(*firm as usize).copied().flatten();
        match fault {
            Fault::Size { group, .. } | Fault::NoMeetingPlace { group } => vec![*group],
            Fault::SameIndustry { a, b }
            | Fault::TooFar { a, b, .. }
            | Fault::Divided { a, b }
            | Fault::Met { a, b } => [a, b].into_iter().filter_map(group).collect(),
            Fault::LeftKept { firm } | Fault::JoinedClosed { firm } => group(firm).into_iter().collect(),
            Fault::OtherPool => Vec::new(),
        }
    }
}

/// The scene of a draft that the viewer may see.
pub async fn scene(app: &App, viewer: &Viewer, id: DraftId) -> Result<Arc<Scene>> {
    let draft = super::find(app, viewer, id).await?;
    let stamp = store::stamp(app.store.read(), &draft).await?;
    match app.own::<Memory>().scene(&stamp) {
        Some(known) => Ok(known),
        None => load(app, stamp).await,
    }
}

async fn load(app: &App, stamp: Stamp) -> Result<Arc<Scene>> {
    let contents = store::contents(app.store.read(), stamp.draft).await?.ok_or(Error::NotFound)?;
    // Somebody may have changed it between the two readings.
    let stamp = Stamp { version: contents.draft.version, bound: contents.draft.bound, ..stamp };
    let app = app.clone();
    let scene = tokio::task::spawn_blocking(move || {
        let scene = Scene::of(&app, contents)?;
        Ok(app.own::<Memory>().keep_scene(stamp, scene))
    });
    scene.await.map_err(|error| Error::Internal(error.to_string()))?
}
