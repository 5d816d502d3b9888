//! Gathers the figures of a federation.

use dure_domain::{Day, FederationId, GroupId, JoiningReason, Moment, Motive, Sector};
use dure_people::groups;
use dure_tables::firms;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;

use super::rules::{self, Figure, Life, Years};
use super::store::{self, Behind};
use crate::features::network::rules::Period;

/// The groups of a federation, and how lively they are.
#[derive(Clone)]
pub struct Overview {
    /// Its name.
    pub name: String,
    /// Each group, by name.
    pub groups: Vec<(GroupId, String, Life)>,
    /// Member firms.
    pub firms: u64,
    /// Those that posted, gave or took in twelve months.
    pub active: u64,
    /// Anonymous difficulties of twelve months, posted and solved: of no group, so that none is told.
    pub anonymous: (i64, i64),
}

/// The statistics of the members.
#[derive(Clone)]
pub struct Statistics {
    /// Firms by sector.
    pub sectors: Vec<(Figure, i64)>,
    /// By what brought them.
    pub motives: Vec<(Figure, i64)>,
    /// By years of membership.
    pub years: Vec<(Figure, i64)>,
    /// By why they joined, several each.
    pub reasons: Vec<(Figure, i64)>,
}

fn year_ago(now: Moment) -> Moment {
    Period::Year.since(now).unwrap_or(now)
}

/// The groups.
pub async fn overview(app: &App, viewer: &Viewer) -> Result<Overview> {
    let (federation, now) = (viewer.federation, app.now());
    app.kept_read(&("federation", federation, now.day()), read_overview(app, federation, now)).await
}

async fn read_overview(app: &App, federation: FederationId, now: Moment) -> Result<Overview> {
    let db = app.store.read();
    let since = year_ago(now);
    let (
        name,
        groups,
        members,
        active,
        posted,
        posted_lately,
        solved,
        with_meeting,
        anonymous,
        (firms, active_firms),
    ) = tokio::try_join!(
        store::name(db, federation),
        store::groups(db, federation),
        store::members(db, federation),
        store::active(db, federation, since),
        store::posted(db, federation, since),
        store::posted(db, federation, now.plus_days(-90)),
        store::solved(db, federation, since),
        store::with_meeting(db, federation, now),
        store::anonymous(db, federation, since),
        store::firms_in_all(db, federation, since),
    )?;
    let count = |counts: &std::collections::BTreeMap<GroupId, i64>, id| counts.get(&id).copied().unwrap_or(0);
    let life = |id: GroupId| Life {
        members: count(&members, id),
        posted: count(&posted, id),
        solved: count(&solved, id),
        active: count(&active, id),
        has_meeting: with_meeting.contains(&id),
        posted_lately: count(&posted_lately, id),
    };
    let groups = groups.into_iter().map(|(id, name)| (id, name, life(id))).collect();
    Ok(Overview { name, groups, firms, active: active_firms, anonymous })
}

/// The statistics.
pub async fn statistics(app: &App, viewer: &Viewer) -> Result<Statistics> {
    let (federation, today) = (viewer.federation, app.now().day());
    app.kept_read(&("statistics", federation, today), read_statistics(app, federation, today)).await
}

async fn read_statistics(app: &App, federation: FederationId, today: Day) -> Result<Statistics> {
    let db = app.store.read();
    let (firms, joined, reasons) = tokio::try_join!(
        store::by_sector_and_motive(db, federation),
        store::joined(db, federation),
        store::by_reason(db, federation),
    )?;
    let known: Vec<String> = Sector::ALL.into_iter().map(|sector| rules::sector_word(Some(sector))).collect();
    let sector = |sector: Option<Sector>| {
        let word = rules::sector_word(sector);
        let of = |text: &Option<String>| match (sector, text) {
            (Some(_), Some(text)) => *text == word,
            (None, Some(text)) => !known.contains(text),
            (None, None) => true,
            (Some(_), None) => false,
        };
        (Figure::Sector(sector), sum(firms.iter().filter(|(text, ..)| of(text)).map(|(.., many)| *many)))
    };
    let motive = |motive: Option<Motive>| {
        let of = firms.iter().filter(|(_, held, _)| *held == motive);
        (Figure::Motive(motive), sum(of.map(|(.., many)| *many)))
    };
    let years = |years: Years| {
        let of = joined.iter().filter(|(_, day)| Years::of(*day, today) == years);
        (Figure::Years(years), i64::try_from(of.count()).unwrap_or(i64::MAX))
    };
    let reason = |reason: JoiningReason| {
        let of = reasons.iter().filter(|(held, _)| *held == reason);
        (Figure::Reason(reason), sum(of.map(|(_, many)| *many)))
    };
    Ok(Statistics {
        sectors: without_nothing(Sector::ALL.into_iter().map(Some).chain([None]).map(sector).collect()),
        motives: without_nothing(Motive::ALL.iter().copied().map(Some).chain([None]).map(motive).collect()),
        years: without_nothing(Years::ALL.into_iter().map(|(band, _)| years(band)).collect()),
        reasons: JoiningReason::ALL.iter().copied().map(reason).collect(),
    })
}

fn sum(counts: impl Iterator<Item = i64>) -> i64 {
    counts.sum()
}

/// "Not known" is shown only where there is such a firm.
fn without_nothing(mut figures: Vec<(Figure, i64)>) -> Vec<(Figure, i64)> {
    let unknown = |figure: Figure| {
        matches!(figure, Figure::Sector(None) | Figure::Motive(None) | Figure::Years(Years::Unknown))
    };
    figures.retain(|(figure, many)| *many > 0 || !unknown(*figure));
    figures
}

/// Which firms a list shows.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// Behind a number of the statistics.
    Figure(Figure),
    /// That did nothing for a year, of this group or of all.
    Silent(Option<GroupId>),
}

/// Firms behind a number.
pub struct Firms {
    /// A page of them.
    pub firms: Vec<firms::Model>,
    /// On all pages.
    pub total: u64,
    /// The group's name, where they are of one.
    pub group: Option<String>,
}

/// A page of the firms behind a number.
pub async fn firms(app: &App, viewer: &Viewer, which: Which, page: u64) -> Result<Firms> {
    let (db, now) = (app.store.read(), app.now());
    let behind = match which {
        Which::Figure(Figure::Sector(sector)) => {
            Behind::Sector(sector.map(|sector| rules::sector_word(Some(sector))))
        }
        Which::Figure(Figure::Motive(motive)) => Behind::Motive(motive),
        Which::Figure(Figure::Reason(reason)) => Behind::Reason(reason),
        Which::Figure(Figure::Years(years)) => Behind::These(of_years(app, viewer, years, now.day()).await?),
        Which::Silent(group) => Behind::Silent(group, year_ago(now)),
    };
    let group = match which {
        Which::Silent(Some(id)) => Some(groups::actions::find_for(app, viewer, id).await?.name),
        _ => None,
    };
    let (firms, total) = store::behind(db, viewer.federation, &behind, page).await?;
    Ok(Firms { firms, total, group })
}

async fn of_years(app: &App, viewer: &Viewer, years: Years, today: Day) -> Result<Vec<dure_domain::FirmId>> {
    let joined = store::joined(app.store.read(), viewer.federation).await?;
    let of = joined.into_iter().filter(|(_, day)| Years::of(*day, today) == years);
    Ok(of.map(|(firm, _)| firm).collect())
}
