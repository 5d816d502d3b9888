//! What secretaries, chairs and staff look after, and the month in one line.

use dure_domain::{Day, FederationId, GroupId, Moment, Office};
use dure_gathering::meetings;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::names;

use crate::features::home::rules;
use crate::features::home::store;
use crate::features::home::today::{Attention, GroupCare, Pulse};

/// Groups of one secretary whose needs are shown.
const MOST_GROUPS: usize = 3;
/// Difficulties shown for each.
const MOST_UNHELPED: u64 = 4;
/// Names of those who have not replied.
const MOST_NAMES: usize = 6;

/// What the groups need of which the viewer is secretary or chair.
pub async fn groups(app: &App, viewer: &Viewer) -> Result<Vec<GroupCare>> {
    let (secretary, chair) = (viewer.groups_as(Office::Secretary), viewer.groups_as(Office::Chair));
    let mut mine: Vec<GroupId> = secretary.chain(chair).collect();
    mine.sort_unstable();
    mine.dedup();
    mine.truncate(MOST_GROUPS);
    if mine.is_empty() {
        return Ok(Vec::new());
    }
    let db = app.store.read();
    let mut names = names::groups(db, mine.iter().copied()).await?;
    let counts = store::unhelped_count(db, &mine).await?;
    let mut care = Vec::new();
    for group in mine {
        let next = meetings::actions::next::silent_of(app, group).await?;
        let many = counts.iter().find(|(id, _)| *id == group).map_or(0, |(_, many)| *many);
        let unhelped = match many {
            0 => Vec::new(),
            _ => store::unhelped(db, &[group], MOST_UNHELPED).await?,
        };
        care.push(GroupCare {
            group,
            name: names.remove(&group).unwrap_or_default(),
            unhelped,
            unhelped_in_all: u64::try_from(many).unwrap_or(0),
            no_meeting: next.is_none(),
            silent: next.filter(|(_, silent)| !silent.is_empty()).map(|(meeting, silent)| {
                let names = silent.iter().take(MOST_NAMES).map(|who| who.name.clone()).collect();
                (meeting, names, silent.len())
            }),
        });
    }
    Ok(care)
}

/// The numbers for staff.
pub async fn attention(app: &App, viewer: &Viewer) -> Result<Option<Attention>> {
    if !viewer.holds(Office::Staff) {
        return Ok(None);
    }
    Ok(Some(store::attention(app.store.read(), viewer.federation, app.now()).await?))
}

/// The month of the viewer's first group, or of the federation for those without one.
pub async fn pulse(app: &App, viewer: &Viewer) -> Result<Option<Pulse>> {
    let group = viewer.groups.first().copied().or_else(|| viewer.all_groups().first().copied());
    let since = rules::month_start(app.now().day());
    let question = ("pulse", viewer.federation, group, since);
    app.kept_read(&question, pulse_of(app, viewer.federation, group, since)).await.map(Some)
}

async fn pulse_of(app: &App, federation: FederationId, group: Option<GroupId>, since: Day) -> Result<Pulse> {
    let (db, from) = (app.store.read(), Moment::at(since, 0, 0));
    let groups: Vec<GroupId> = group.into_iter().collect();
    let mut names = names::groups(db, groups.iter().copied()).await?;
    Ok(Pulse {
        group: group.and_then(|id| Some((id, names.remove(&id)?))),
        since,
        posted: store::pulse_posted(db, federation, &groups, from).await?,
        solved: store::pulse_solved(db, federation, &groups, from).await?,
        firms: store::pulse_firms(db, federation, &groups, from).await?,
    })
}
