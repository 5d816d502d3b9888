//! Groups that exist: which of them a firm would fit into, whom they could recruit, how they could be divided, and who sits with whom.

use std::collections::BTreeMap;
use std::sync::Arc;

use dure_domain::{FirmId, GroupId};
use dure_people::firms as directory;
use dure_people::groups as group_features;
use dure_pool::{FirmNo, Grouping, Move, Posed, Rules};
use dure_tables::{firms, groups};
use dure_ui::words;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};

use super::super::memory::Memory;
use super::super::{access, pool, store};

/// Groups that a firm is compared with: the nearest ones.
const NEAREST_GROUPS: usize = 24;
/// Firms of a subgroup, at least, where nothing else is asked and the group has twice as many.
const USUAL_SUBGROUP: usize = 4;

/// Existing groups with their members, and firms beside them, as a problem.
pub struct Standing {
    /// The groups; their places in this list are their numbers.
    pub groups: Vec<groups::Model>,
    /// The firms, in the order of their ids.
    pub firms: Vec<firms::Model>,
    /// What they are worth to each other by the usual rules.
    pub posed: Arc<Posed>,
    /// Who is in which group.
    pub grouping: Grouping,
    /// The rules by which it is judged.
    pub rules: Rules,
}

impl Standing {
    /// A firm by its number.
    pub fn firm(&self, number: FirmNo) -> &firms::Model {
        &self.firms[number as usize]
    }

    /// A group by its number.
    pub fn group(&self, number: u32) -> &groups::Model {
        &self.groups[number as usize]
    }

    /// The members of a group.
    pub fn members(&self, number: u32) -> Vec<FirmNo> {
        (0..).zip(&self.grouping.of).filter(|(_, of)| **of == Some(number)).map(|(firm, _)| firm).collect()
    }

    async fn of(
        app: &App,
        groups: Vec<groups::Model>,
        mut firms: Vec<firms::Model>,
        members: BTreeMap<FirmId, GroupId>,
        rules: Rules,
    ) -> Result<Self> {
        firms.sort_by_key(|firm| firm.id);
        firms.dedup_by_key(|firm| firm.id);
        let number = |group: &GroupId| groups.iter().position(|one| one.id == *group);
        let seat = |firm: &firms::Model| number(members.get(&firm.id)?).and_then(|at| u32::try_from(at).ok());
        let grouping = Grouping { of: firms.iter().map(seat).collect() };
        let (pool, app, by) = (pool::firms(&firms), app.clone(), rules.clone());
        let posed = tokio::task::spawn_blocking(move || app.own::<Memory>().posed(&pool, &by));
        let posed = posed.await.map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Self { groups, firms, posed, grouping, rules })
    }
}

/// A group of which the viewer takes care.
pub(super) async fn tended(app: &App, viewer: &Viewer, group: GroupId) -> Result<groups::Model> {
    let group = group_features::actions::find_for(app, viewer, group).await?;
    access::TEND.require(viewer, &group_features::access::thing(&group))?;
    Ok(group)
}

/// A firm and the groups that it might join.
pub struct Fitting {
    /// The nearest groups, their members, and the firm.
    pub standing: Standing,
    /// The firm.
    pub firm: FirmNo,
    /// What each group would gain and what stands in the way.
    pub moves: Vec<Move>,
}

/// Which existing group would gain most by a firm.
pub async fn fitting(app: &App, viewer: &Viewer, firm: FirmId) -> Result<Fitting> {
    access::SEE.require(viewer, &Thing::of_federation(viewer.federation))?;
    let firm = directory::actions::find_for(app, viewer, firm).await?;
    let db = app.store.read();
    let groups = nearest(store::groups_of(db, viewer.federation).await?, &firm);
    let ids: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    let (mut firms, mut members) = store::members(db, &ids).await?;
    let id = firm.id;
    members.remove(&id);
    firms.push(firm);
    let standing = Standing::of(app, groups, firms, members, Rules::default()).await?;
    let number = standing.firms.binary_search_by_key(&id, |row| row.id).unwrap_or_default() as FirmNo;
    let moves = dure_pool::would(&standing.posed, &standing.grouping, number);
    Ok(Fitting { standing, firm: number, moves })
}

/// The groups with members that meet nearest to the firm.
fn nearest(groups: Vec<(groups::Model, i64)>, firm: &firms::Model) -> Vec<groups::Model> {
    let here = words::place_of(firm.place_code);
    let km = |group: &groups::Model| match (here, words::place_of(group.place_code)) {
        (Some(here), Some(there)) => here.distance_km(there),
        _ => 0.0,
    };
    let mut groups: Vec<groups::Model> =
        groups.into_iter().filter(|(_, firms)| *firms > 0).map(|(group, _)| group).collect();
    groups.sort_by(|a, b| km(a).total_cmp(&km(b)).then(a.id.cmp(&b.id)));
    groups.truncate(NEAREST_GROUPS);
    groups
}

/// A group, and firms without a group that would help it.
pub struct Recruiting {
    /// The group alone, its members, and firms without a group.
    pub standing: Standing,
    /// How many seats are free.
    pub vacant: usize,
    /// Whom to recruit, the most useful first.
    pub recruits: Vec<dure_formation::add::Recruit>,
}

/// Whom a group could recruit for its vacant seats.
pub async fn recruiting(app: &App, viewer: &Viewer, group: GroupId) -> Result<Recruiting> {
    let group = tended(app, viewer, group).await?;
    let db = app.store.read();
    let (mut firms, members) = store::members(db, &[group.id]).await?;
    let rules = as_wide_as(&firms);
    firms.extend(store::without_group(db, viewer.federation, None).await?);
    let standing = Standing::of(app, vec![group], firms, members, rules).await?;
    let own = standing.members(0);
    let recruits = match own.first() {
        Some(member) => dure_formation::add::recruits(&standing.posed.problem, &standing.grouping, *member),
        None => Vec::new(),
    };
    Ok(Recruiting { vacant: standing.rules.most.saturating_sub(own.len()), recruits, standing })
}

/// The usual rules, but for the distance: a group whose members drive farther already asks no less of those who come.
fn as_wide_as(members: &[firms::Model]) -> Rules {
    let usual = Rules::default();
    let places: Vec<_> = members.iter().filter_map(|firm| words::place_of(firm.place_code)).collect();
    let km = places.iter().flat_map(|one| places.iter().map(|other| one.distance_km(*other)));
    let widest = km.fold(0.0, f64::max).ceil() as u32;
    Rules { radius_km: usual.radius_km.map(|km| km.max(widest)), ..usual }
}

/// A group divided into two subgroups.
pub struct Dividing {
    /// The group and its members.
    pub standing: Standing,
    /// The least number of firms of a subgroup.
    pub least: usize,
    /// Both subgroups; none where it cannot be divided so.
    pub halves: Option<[Vec<FirmNo>; 2]>,
    /// What both are worth within, of what the whole group is worth.
    pub worth: (i64, i64),
}

/// The best division of a group into two; every way is looked at. `least` is the usual number where none is given.
pub async fn dividing(app: &App, viewer: &Viewer, group: GroupId, least: Option<usize>) -> Result<Dividing> {
    let group = tended(app, viewer, group).await?;
    let (firms, members) = store::members(app.store.read(), &[group.id]).await?;
    let standing = Standing::of(app, vec![group], firms, members, Rules::default()).await?;
    let own = standing.members(0);
    let least = least.unwrap_or_else(|| USUAL_SUBGROUP.min(own.len() / 2)).max(1);
    let problem = standing.posed.clone();
    let work = tokio::task::spawn_blocking(move || {
        let problem = &problem.problem;
        let halves = dure_formation::split::split(problem, &own, least);
        let within =
            |halves: &(Vec<FirmNo>, Vec<FirmNo>)| dure_formation::split::worth(problem, &halves.0, &halves.1);
        let worth = (halves.as_ref().map_or(0, within), within(&(own, Vec::new())));
        (halves.map(|(one, other)| [one, other]), worth)
    });
    let (halves, worth) = work.await.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Dividing { standing, least, halves, worth })
}
