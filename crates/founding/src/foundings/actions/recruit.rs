//! Whom to recruit for a group that lacks firms: firms without a group that would help it most, with what they
//! would bring; and the industries that would help most.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{FirmId, FoundingId, FoundingPath, InvitationState};
use dure_pool::{FirmNo, Grouping, Posed, Wishes};
use dure_tables::{firms, foundings, invitations};
use dure_ui::words;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};

use super::prospect::{Gift, pool_firm};
use super::scene::seen;
use crate::foundings::{access, rules, store};

/// Firms shown.
const MOST_SHOWN: usize = 20;
/// Firms whose texts are looked at: the nearest of those without a group and of an industry that is still free.
const MOST_LOOKED_AT: usize = 80;
/// Reasons told for each.
const MOST_GIFTS: usize = 3;
/// Industries named.
const MOST_INDUSTRIES: usize = 5;

/// A firm that would help.
#[derive(Debug, Clone)]
pub struct Recruit {
    /// Which.
    pub firm: firms::Model,
    /// What it would give to the group and get from it.
    pub gifts: Vec<Gift>,
}

/// Whom to recruit.
#[derive(Clone)]
pub struct Recruiting {
    /// The founding.
    pub founding: foundings::Model,
    /// How many firms are missing.
    pub missing: usize,
    /// The most useful first.
    pub recruits: Vec<Recruit>,
    /// Codes of the industries that would help most.
    pub industries: Vec<String>,
    /// Names of the firms of the group.
    pub members: BTreeMap<FirmId, String>,
    /// How many firms of the federation are without a group.
    pub pool: usize,
}

/// Looks for firms that would help a founding.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`]
pub async fn recruiting(app: &App, viewer: &Viewer, id: FoundingId) -> Result<Recruiting> {
    let (founding, invited, thing) = seen(app, viewer, id).await?;
    access::OPEN.require(viewer, &thing)?;
    if founding.path == FoundingPath::Moved {
        return Err(Error::NotFound);
    }
    // Texts of many firms are read for this: once, until something changes.
    app.kept_read(&("recruits", id, founding.version), look(app, founding, invited)).await
}

async fn look(app: &App, founding: foundings::Model, invited: Vec<invitations::Model>) -> Result<Recruiting> {
    let db = app.store.read();
    let standing: BTreeSet<FirmId> = invited
        .iter()
        .filter(|one| matches!(one.state, InvitationState::Waiting | InvitationState::Accepted))
        .map(|one| one.firm_id)
        .collect();
    let asked: BTreeSet<FirmId> =
        invited.iter().filter(|one| one.state != InvitationState::Withdrawn).map(|one| one.firm_id).collect();
    let members: Vec<firms::Model> = store::firms(db, standing).await?.into_values().collect();
    let mut free = store::without_group(db, founding.federation_id).await?;
    free.retain(|firm| !asked.contains(&firm.id));
    let pool = free.len();
    let accepted = invited.iter().filter(|one| one.state == InvitationState::Accepted).count();
    let kept = rules::rules_of(&founding.rules);
    let slot = |firm: &firms::Model| rules::slot_of(firm.industry_code.as_deref(), &kept);
    let taken: BTreeSet<String> = members.iter().filter_map(slot).collect();
    free.retain(|firm| slot(firm).is_none_or(|own| !taken.contains(&own)));
    let free = nearest(free, &members, &founding);
    let names = members.iter().map(|firm| (firm.id, firm.name.clone())).collect();
    let found = tokio::task::spawn_blocking(move || ranked(&members, &free, &kept));
    let (recruits, industries) = found.await.map_err(|error| Error::Internal(error.to_string()))?;
    let missing = usize::try_from(founding.needed).unwrap_or_default().saturating_sub(accepted);
    Ok(Recruiting { founding, missing, recruits, industries, members: names, pool })
}

/// The firms nearest to where the group would be; all places are known by their centres.
fn nearest(
    mut free: Vec<firms::Model>,
    members: &[firms::Model],
    founding: &foundings::Model,
) -> Vec<firms::Model> {
    let first = members.iter().find_map(|firm| words::place_of(firm.place_code));
    let Some(here) = words::place_of(founding.place_code).or(first) else {
        free.truncate(MOST_LOOKED_AT);
        return free;
    };
    let metres = |firm: &firms::Model| {
        words::place_of(firm.place_code).map_or(0, |place| (place.distance_km(here) * 1_000.0) as i64)
    };
    free.sort_by_key(metres);
    free.truncate(MOST_LOOKED_AT);
    free
}

fn ranked(
    members: &[firms::Model],
    free: &[firms::Model],
    rules: &dure_pool::Rules,
) -> (Vec<Recruit>, Vec<String>) {
    let rows: Vec<&firms::Model> = members.iter().chain(free).collect();
    let firms: Vec<dure_pool::Firm> = rows.iter().map(|row| pool_firm(row)).collect();
    let posed = dure_pool::pose(&firms, rules, &Wishes::default());
    let inside: Vec<FirmNo> = (0..).zip(members).map(|(number, _)| number).collect();
    let grouping = Grouping::from_groups(firms.len(), [inside.as_slice()]);
    let Some(first) = inside.first() else { return (Vec::new(), Vec::new()) };
    let found = dure_formation::add::recruits(&posed.problem, &grouping, *first);
    let mut industries: Vec<String> = Vec::new();
    let useful = found.iter().filter(|one| one.gain > posed.problem.placed);
    for class in useful.filter_map(|one| one.class) {
        let code = posed.slots.get(class as usize).map(ToString::to_string);
        industries
            .extend(code.filter(|code| !industries.contains(code) && industries.len() < MOST_INDUSTRIES));
    }
    let recruit = |firm: FirmNo| {
        let row = rows.get(firm as usize)?;
        Some(Recruit { firm: (*row).clone(), gifts: gifts(&posed, &rows, &inside, firm) })
    };
    (found.iter().filter_map(|one| recruit(one.firm)).take(MOST_SHOWN).collect(), industries)
}

/// What the firm would give to members, and they to it: the strongest first.
fn gifts(posed: &Posed, rows: &[&firms::Model], inside: &[FirmNo], firm: FirmNo) -> Vec<Gift> {
    let links = inside.iter().flat_map(|member| [posed.link(firm, *member), posed.link(*member, firm)]);
    let mut links: Vec<_> = links.flatten().collect();
    links.sort_by_key(|link| (std::cmp::Reverse(link.points), link.from, link.to));
    let id = |number: FirmNo| rows.get(number as usize).map(|row| row.id);
    let gift = |link: &dure_pool::Link| {
        Some(Gift { from: id(link.from)?, to: id(link.to)?, words: link.words.clone() })
    };
    links.into_iter().take(MOST_GIFTS).filter_map(gift).collect()
}
