//! Who sits with whom at a meeting of a group.

use dure_domain::{FirmId, GroupId};
use dure_tables::groups;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};

use super::super::rules::{Tables, guests, seat};
use super::super::store;
use super::standing::tended;

/// People at a table, where nothing else is asked: few enough that all speak.
const USUAL_TABLE: usize = 4;
/// Rounds of one evening, where nothing else is asked.
const USUAL_ROUNDS: usize = 3;

/// What is asked of a seating.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeatingForm {
    /// How many tables.
    pub tables: String,
    /// How many rounds.
    pub rounds: String,
    /// Guests, a name a line.
    pub guests: String,
    /// Firms that do not come.
    pub absent: Vec<String>,
}

/// A seated meeting.
pub struct Seated {
    /// The group.
    pub group: groups::Model,
    /// Its members: firm, its name, its delegate.
    pub members: Vec<(FirmId, String, Option<String>)>,
    /// Who sits: names by number.
    pub people: Vec<String>,
    /// What was asked, or what is usual for so many.
    pub asked: Asked,
    /// The tables.
    pub tables: Tables,
}

/// How many tables and rounds.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Tables.
    pub tables: usize,
    /// Rounds.
    pub rounds: usize,
}

fn number(typed: &str) -> Option<usize> {
    typed.trim().parse().ok()
}

/// Seats the members who come, and the guests.
pub async fn seating(app: &App, viewer: &Viewer, group: GroupId, form: &SeatingForm) -> Result<Seated> {
    let group = tended(app, viewer, group).await?;
    let members = store::delegates(app.store.read(), group.id).await?;
    let comes = |(firm, ..): &&(FirmId, String, Option<String>)| !form.absent.contains(&firm.to_string());
    let name = |(_, firm, delegate): &(FirmId, String, Option<String>)| match delegate {
        Some(delegate) => format!("{firm} {delegate}"),
        None => firm.clone(),
    };
    let people: Vec<String> = members.iter().filter(comes).map(name).chain(guests(&form.guests)).collect();
    let count = people.len();
    let asked = Asked {
        tables: number(&form.tables).unwrap_or(count.div_ceil(USUAL_TABLE).max(1)),
        rounds: number(&form.rounds).unwrap_or(USUAL_ROUNDS),
    };
    let work = tokio::task::spawn_blocking(move || seat(count, asked.tables, asked.rounds));
    let tables = work.await.map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Seated { group, members, people, asked, tables })
}
