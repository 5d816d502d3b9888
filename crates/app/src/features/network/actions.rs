//! Gathers the network as a viewer may know it.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, GroupId};
use dure_help::difficulties::access as difficulty;
use dure_people::groups;
use dure_tables::firms;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::names;

use super::rules::{self, Link, Pair, Period, Picture, Sort, Tie, TieKind};
use super::store::{self, Known, Shown, Wanted};

/// Firms that a picture has room for.
pub const ROOM: usize = 400;
/// A federation of at most so many firms is drawn whole, with firms that have no tie.
const WHOLE: u64 = 200;
/// The best tied firms that are named.
const MOST_NAMED: usize = 5;

/// What the page is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// How far back.
    pub period: Period,
    /// Only this kind.
    pub kind: Option<TieKind>,
    /// Order of the table.
    pub sort: Sort,
    /// Page of the table, from 1.
    pub page: u64,
    /// The firm around which it is drawn, one step far; none for all firms.
    pub around: Option<FirmId>,
}

/// The network.
pub struct Network {
    /// The group, none for the federation.
    pub group: Option<(GroupId, String)>,
    /// Rows of the table, sorted.
    pub pairs: Vec<Pair>,
    /// What is drawn.
    pub picture: Picture,
    /// Firms at the ends.
    pub firms: BTreeMap<FirmId, Shown>,
    /// Their groups.
    pub groups: BTreeMap<FirmId, Vec<String>>,
    /// The best tied, with their number of partners.
    pub best: Vec<(FirmId, usize)>,
    /// Firms that have given and taken nothing yet.
    pub quiet: u64,
    /// What ties the firm in the middle to others, where there is one.
    pub links: Vec<Link>,
}

fn known(viewer: &Viewer) -> Known {
    Known { seen: difficulty::SEE.reach(viewer), named: difficulty::POSTER.reach(viewer) }
}

/// The network of a group, or of the viewer's federation.
pub async fn network(app: &App, viewer: &Viewer, group: Option<GroupId>, filter: Filter) -> Result<Network> {
    let group = match group {
        Some(id) => Some((id, groups::actions::find_for(app, viewer, id).await?.name)),
        None => None,
    };
    let id = group.as_ref().map(|(id, _)| *id);
    let db = app.store.read();
    let known = known(viewer);
    let room_for_all = filter.around.is_none() && (id.is_some() || filter.kind.is_none());
    let others = async {
        if room_for_all {
            store::firms_of(db, viewer.federation, id, WHOLE + 1).await
        } else {
            Ok(Vec::new())
        }
    };
    let quiet = async {
        // Around one firm nothing is told of those that stand aside.
        if filter.around.is_some() {
            Ok(0)
        } else {
            store::quiet_count(db, viewer.federation, id, &known).await
        }
    };
    let (mut ties, others, quiet) = tokio::try_join!(ties(app, viewer, id, filter, &known), others, quiet)?;
    let others = if others.len() as u64 > WHOLE { &[][..] } else { &others[..] };
    if let Some(firm) = filter.around {
        ties.retain(|tie| tie.from == firm || tie.to == firm);
    }
    let picture = rules::picture(&ties, others, ROOM);
    let mut pairs = rules::pairs(&ties);
    let ids: BTreeSet<FirmId> =
        ties.iter().flat_map(|tie| [tie.from, tie.to]).chain(others.iter().copied()).collect();
    let (firms, groups) = tokio::try_join!(store::firms_shown(db, ids.clone()), groups_of(app, ids))?;
    rules::sort(&mut pairs, filter.sort, |id| firms.get(&id).map_or("", |firm| firm.name.as_str()));
    Ok(Network {
        links: filter.around.map(|firm| rules::links_of(&ties, firm)).unwrap_or_default(),
        best: rules::best_tied(&rules::partners(&ties), MOST_NAMED),
        quiet,
        groups,
        group,
        pairs,
        picture,
        firms,
    })
}

async fn ties(
    app: &App,
    viewer: &Viewer,
    group: Option<GroupId>,
    filter: Filter,
    known: &Known,
) -> Result<Vec<Tie>> {
    let since = filter.period.since(app.now());
    let wanted = Wanted { federation: viewer.federation, group, since, kind: filter.kind };
    let db = app.store.read();
    let (mut ties, offered) =
        tokio::try_join!(store::given(db, wanted, known), store::offered(db, wanted, known))?;
    ties.extend(offered);
    Ok(ties)
}

async fn groups_of(app: &App, firms: BTreeSet<FirmId>) -> Result<BTreeMap<FirmId, Vec<String>>> {
    let db = app.store.read();
    let memberships = store::groups_of(db, firms).await?;
    let names = names::groups(db, memberships.iter().map(|(_, group)| *group)).await?;
    let mut groups: BTreeMap<FirmId, Vec<String>> = BTreeMap::new();
    for (firm, group) in memberships {
        groups.entry(firm).or_default().extend(names.get(&group).cloned());
    }
    Ok(groups)
}

/// Firms that have given and taken nothing yet.
pub struct Quiet {
    /// A page of them.
    pub firms: Vec<firms::Model>,
    /// Their groups.
    pub groups: BTreeMap<FirmId, Vec<String>>,
    /// On all pages.
    pub total: u64,
}

/// A page of the firms that have given and taken nothing yet.
pub async fn quiet(app: &App, viewer: &Viewer, group: Option<GroupId>, page: u64) -> Result<Quiet> {
    let (db, known) = (app.store.read(), known(viewer));
    if let Some(group) = group {
        groups::actions::find_for(app, viewer, group).await?;
    }
    let firms = store::quiet(db, viewer.federation, group, &known, page).await?;
    Ok(Quiet {
        total: store::quiet_count(db, viewer.federation, group, &known).await?,
        groups: groups_of(app, firms.iter().map(|firm| firm.id).collect()).await?,
        firms,
    })
}
