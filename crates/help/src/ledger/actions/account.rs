//! The account: what one gave and took, kind by kind, and what waits for a word.

use std::collections::BTreeMap;

use dure_domain::{AskId, DifficultyId, FirmId, GroupId, Office, PersonId, SettlementState};
use dure_tables::{asks, difficulties, give_and_take, settlements};
use dure_texts::ledger as texts;
use dure_ui::words;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::settings;
use sea_orm::ConnectionTrait;

use crate::asks::actions::Names;
use crate::difficulty::actions::posters_known;
use crate::ledger::rules::{self, Period, Side, stated_side};
use crate::ledger::store::{self, Sum, Way, Whose};

/// Entries on one page.
pub const PER_PAGE: u64 = 50;

/// Whose account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Of the viewer's firm, or of the viewer where there is no firm.
    Own,
    /// Of a group that the viewer chairs or keeps the books of.
    Group(GroupId),
    /// Of the federation.
    Federation,
}

impl Scope {
    /// The word used in addresses.
    pub fn word(self) -> String {
        match self {
            Self::Own => "own".into(),
            Self::Group(group) => group.to_string(),
            Self::Federation => "federation".into(),
        }
    }

    /// The scope of an address, if it is open to the viewer.
    ///
    /// # Errors
    /// [`Error::Forbidden`]
    pub fn from_word(viewer: &Viewer, word: &str) -> Result<Self> {
        let scope = match word {
            "" => Self::default_for(viewer),
            "own" => Self::Own,
            "federation" => Self::Federation,
            group => Self::Group(group.parse().map_err(|_| Error::NotFound)?),
        };
        match scope {
            Self::Own => Ok(scope),
            Self::Group(group) if led_groups(viewer).contains(&group) => Ok(scope),
            Self::Group(_) | Self::Federation if viewer.holds(Office::Staff) => Ok(scope),
            _ => Err(Error::Forbidden),
        }
    }

    fn default_for(viewer: &Viewer) -> Self {
        if viewer.firm.is_none() && viewer.holds(Office::Staff) { Self::Federation } else { Self::Own }
    }

    fn whose(self, viewer: &Viewer) -> Whose {
        match self {
            Self::Own => viewer.firm.map_or(Whose::Person(viewer.person), Whose::Firm),
            Self::Group(group) => Whose::Group(group),
            Self::Federation => Whose::Federation(viewer.federation),
        }
    }
}

fn led_groups(viewer: &Viewer) -> Vec<GroupId> {
    viewer.groups_as(Office::Chair).chain(viewer.groups_as(Office::Secretary)).collect()
}

/// The accounts that the viewer may read, with their names.
pub async fn scopes(app: &App, viewer: &Viewer) -> Result<Vec<(Scope, String)>> {
    let own = viewer.firm_name.clone().unwrap_or_else(|| texts::own(viewer.lang).to_owned());
    let groups = store::group_names(app.store.read(), &led_groups(viewer)).await?;
    let mut scopes = vec![(Scope::Own, own)];
    scopes.extend(groups.into_iter().map(|(id, name)| (Scope::Group(id), name)));
    if viewer.holds(Office::Staff) {
        scopes.push((Scope::Federation, texts::federation(viewer.lang).to_owned()));
    }
    Ok(scopes)
}

/// One entry, ready to read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The entry.
    pub row: give_and_take::Model,
    /// Who gave.
    pub from: String,
    /// Who took.
    pub to: String,
    /// For what.
    pub title: String,
    /// Whether the account's own side gave; none in the account of many.
    pub gave: Option<bool>,
}

/// A help that still wants a word about its worth.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The request.
    pub ask: asks::Model,
    /// The difficulty.
    pub difficulty: difficulties::Model,
    /// The statement that stands, none where nothing was said or it was disputed.
    pub settlement: Option<settlements::Model>,
    /// Whether the word is the viewer's.
    pub ours: bool,
    /// The other side.
    pub partner: String,
}

/// How often a firm gave and took.
#[derive(Debug, Clone)]
pub struct FirmTotals {
    /// Which firm.
    pub id: FirmId,
    /// Its name.
    pub name: String,
    /// Helps given.
    pub gave: i64,
    /// Helps taken.
    pub took: i64,
}

/// The account of one scope and period.
pub struct Account {
    /// Whose.
    pub scope: Scope,
    /// When.
    pub period: Period,
    /// Given, by kind. In the account of a federation this is all that was given and taken.
    pub gave: Vec<Sum>,
    /// Taken, by kind.
    pub took: Vec<Sum>,
    /// A page of entries, newest first.
    pub entries: Vec<Entry>,
    /// How many entries there are.
    pub total: u64,
    /// Which page, from 1; 0 is everything.
    pub page: u64,
    /// What waits for a word.
    pub waiting: Vec<Waiting>,
    /// Firms of the group.
    pub firms: Vec<FirmTotals>,
}

/// Reads the account; page 0 reads every entry, for files.
pub async fn account(app: &App, viewer: &Viewer, scope: Scope, period: Period, page: u64) -> Result<Account> {
    let db = app.store.read();
    let first_month = settings::of(app, viewer.federation).await?.fiscal_month;
    let (whose, span) = (scope.whose(viewer), period.span(app.now(), first_month));
    let (rows, total) = store::page(db, &whose, span, page, PER_PAGE).await?;
    let waiting = match scope {
        Scope::Own => waiting(db, viewer).await?,
        _ => Vec::new(),
    };
    let firms = match scope {
        Scope::Group(group) => firms_of(db, group).await?,
        _ => Vec::new(),
    };
    Ok(Account {
        scope,
        period,
        gave: store::sums(db, &whose, Way::Gave, span).await?,
        took: store::sums(db, &whose, Way::Took, span).await?,
        entries: entries(db, viewer, scope, rows).await?,
        total,
        page,
        waiting,
        firms,
    })
}

async fn entries(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    scope: Scope,
    rows: Vec<give_and_take::Model>,
) -> Result<Vec<Entry>> {
    let firms: Vec<FirmId> =
        rows.iter().flat_map(|row| [row.from_firm_id, Some(row.to_firm_id)]).flatten().collect();
    let people: Vec<PersonId> = rows.iter().map(|row| row.from_person_id).collect();
    let difficulties: Vec<DifficultyId> = rows.iter().map(|row| row.difficulty_id).collect();
    let names = Names::read(db, people, firms).await?;
    let difficulties = store::difficulties_by_id(db, difficulties).await?;
    // The chair of the helper's group reads of the help, but need not know an anonymous poster of another.
    let known = posters_known(db, viewer, difficulties.values()).await?;
    let to = |row: &give_and_take::Model| match difficulties.get(&row.difficulty_id) {
        Some(about) if !known.contains(&about.id) => words::poster(viewer.lang, None, about.need),
        _ => names.firm(row.to_firm_id).to_owned(),
    };
    let own = |row: &give_and_take::Model| match viewer.firm {
        Some(firm) => row.from_firm_id == Some(firm),
        None => row.from_person_id == viewer.person,
    };
    let entry = |row: give_and_take::Model| Entry {
        from: row
            .from_firm_id
            .map_or_else(|| names.name(row.from_person_id), |firm| names.firm(firm).to_owned()),
        to: to(&row),
        title: difficulties.get(&row.difficulty_id).map(|about| about.title.clone()).unwrap_or_default(),
        gave: (scope == Scope::Own).then(|| own(&row)),
        row,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// Helps of the viewer's side without a confirmed worth; those that wait for the viewer first.
pub async fn waiting(db: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<Waiting>> {
    let helps = store::helps_of(db, viewer.person, viewer.firm).await?;
    let requests: Vec<asks::Model> = helps.iter().map(|(ask, _)| ask.clone()).collect();
    let mut standing: BTreeMap<AskId, settlements::Model> = BTreeMap::new();
    for row in store::settlements_of(db, &requests).await? {
        if row.state != SettlementState::Disputed {
            standing.insert(row.ask_id, row);
        }
    }
    let people: Vec<PersonId> = requests.iter().map(|ask| ask.person_id).collect();
    let firms: Vec<FirmId> =
        helps.iter().flat_map(|(ask, row)| [ask.firm_id, Some(row.firm_id)]).flatten().collect();
    let names = Names::read(db, people, firms).await?;
    let mut waiting: Vec<Waiting> = helps
        .into_iter()
        .filter_map(|(ask, difficulty)| {
            let settlement = standing.remove(&ask.id);
            let side = rules::own_side(viewer, &difficulty, &ask)?;
            let ours = match &settlement {
                Some(row) if row.state == SettlementState::Confirmed => return None,
                Some(row) => stated_side(row, &ask) != side,
                None => true,
            };
            let partner = match side {
                Side::Poster => {
                    ask.firm_id.map_or_else(|| names.name(ask.person_id), |firm| names.firm(firm).to_owned())
                }
                Side::Helper => names.firm(difficulty.firm_id).to_owned(),
            };
            Some(Waiting { ask, difficulty, settlement, ours, partner })
        })
        .collect();
    waiting.sort_by_key(|one| (!one.ours, one.settlement.is_none()));
    Ok(waiting)
}

async fn firms_of(db: &impl ConnectionTrait, group: GroupId) -> Result<Vec<FirmTotals>> {
    let firms = store::firms_of_group(db, group).await?;
    let ids: Vec<FirmId> = firms.iter().map(|firm| firm.id).collect();
    let counts = store::counts(db, group, &ids).await?;
    let total = |firm: dure_tables::firms::Model| {
        let (gave, took) = counts.get(&firm.id).copied().unwrap_or_default();
        FirmTotals { id: firm.id, name: firm.name, gave, took }
    };
    Ok(firms.into_iter().map(total).collect())
}

/// What a firm gave and took, by kind: for the firm's page, without partners and titles.
pub async fn of_firm(app: &App, viewer: &Viewer, firm: FirmId) -> Result<(Vec<Sum>, Vec<Sum>)> {
    let whose = if viewer.firm == Some(firm) { Whose::Firm(firm) } else { Whose::FirmByName(firm) };
    let db = app.store.read();
    let gave = store::sums(db, &whose, Way::Gave, (None, None)).await?;
    Ok((gave, store::sums(db, &whose, Way::Took, (None, None)).await?))
}
