//! Reads histories: entries, who acted, and what changed, in a fixed number of queries for a page.

use std::collections::BTreeMap;

use dure_domain::{Day, Id, Moment, PersonId, Subject};
use dure_gathering::meetings;
use dure_help::{difficulties, resources};
use dure_people::data_access::rules::Taking;
use dure_people::{firms, groups, members};
use dure_tables::audit;
use dure_web::access::{Row, Thing, Viewer};
use dure_web::error::Result;
use dure_web::{App, names, secretariat};
use sea_orm::Condition;
use uuid::Uuid;

use super::redaction::{self, Changed};
use super::rules::{Of, Sought};
use super::values::Names;
use super::{access, store, values};

/// One entry.
pub struct Line {
    /// When.
    pub at: Moment,
    /// The name of who did it; none for the program itself.
    pub who: Option<String>,
    /// The action of the audit.
    pub action: String,
    /// What kind of thing it was done to.
    pub kind: Option<Subject>,
    /// Its key, for a link, and its name; empty where it has no page.
    pub thing: (Uuid, String),
    /// What changed.
    pub changes: Vec<Changed>,
}

/// One page of a history.
pub struct History {
    /// Its lines, newest first.
    pub lines: Vec<Line>,
    /// Names of whom and what the values name.
    pub names: Names,
    /// Which page, from 1.
    pub page: u64,
    /// The last page.
    pub last: u64,
}

/// The history of a thing, with the thing's name.
pub async fn of(app: &App, viewer: &Viewer, of: Of, page: u64) -> Result<(String, History)> {
    let (row, thing, name) = found(app, viewer, of).await?;
    row.require(viewer, &thing)?;
    let history = history(app, store::about(of), page).await?;
    Ok((name, history))
}

/// The one place where permission on a history is looked up: the row, what it looks at, and the thing's name.
async fn found(app: &App, viewer: &Viewer, of: Of) -> Result<(Row, Thing, String)> {
    let db = app.store.read();
    Ok(match of {
        Of::Difficulty(id) => {
            let (difficulty, thing) = difficulties::actions::found_for(app, viewer, id).await?;
            (access::DIFFICULTY, thing, difficulty.title)
        }
        Of::Firm(id) => {
            let firm = firms::actions::find_for(app, viewer, id).await?;
            (access::FIRM, of_firm(app, &firm).await?, firm.name)
        }
        Of::Group(id) => {
            let group = groups::actions::find_for(app, viewer, id).await?;
            let groups = vec![group.id];
            (access::GROUP, Thing { groups, ..Thing::of_federation(group.federation_id) }, group.name)
        }
        Of::Person(id) => {
            let person = members::actions::find_for(app, viewer, id).await?;
            (access::PERSON, secretariat::person_thing(db, &person).await?, person.name)
        }
        Of::Meeting(id) => {
            let meeting = meetings::actions::find_for(app, viewer, id).await?;
            let groups = meeting.group_id.into_iter().collect();
            (access::MEETING, Thing { groups, ..Thing::of_federation(meeting.federation_id) }, meeting.title)
        }
        Of::Resource(id) => {
            let resource = resources::actions::find_for(app, viewer, id).await?;
            let firm = firms::actions::find_for(app, viewer, resource.firm_id).await?;
            (access::RESOURCE, of_firm(app, &firm).await?, resource.title)
        }
    })
}

async fn of_firm(app: &App, firm: &dure_tables::firms::Model) -> Result<Thing> {
    let groups = secretariat::of_firm(app.store.read(), firm.id).await?.into_iter().collect();
    Ok(Thing { firm: Some(firm.id), groups, ..Thing::of_federation(firm.federation_id) })
}

/// The history of the viewer's federation.
pub async fn all(app: &App, viewer: &Viewer, sought: &Sought) -> Result<History> {
    access::ALL.require(viewer, &Thing::of_federation(viewer.federation))?;
    history(app, store::sought(viewer.federation, sought), sought.number()).await
}

/// The lines of a file, and what the log says of it.
pub async fn for_file(app: &App, viewer: &Viewer, sought: &Sought) -> Result<(Vec<Line>, Taking)> {
    access::ALL.require(viewer, &Thing::of_federation(viewer.federation))?;
    let db = app.store.read();
    let entries = store::for_file(db, store::sought(viewer.federation, sought)).await?;
    let mut persons: std::collections::BTreeSet<Uuid> =
        entries.iter().filter_map(|entry| entry.actor_id).map(Id::uuid).collect();
    let subjects = entries.iter().filter(|entry| entry.subject_kind == Subject::Person.as_str());
    persons.extend(subjects.map(|entry| entry.subject_id));
    let what = dure_domain::DataOutlet::AuditCsv;
    let taking = Taking { federation: viewer.federation, group: None, what, persons: persons.len() };
    Ok((lines(app, entries).await?, taking))
}

async fn history(app: &App, within: Condition, page: u64) -> Result<History> {
    let db = app.store.read();
    let (entries, page, last) = store::page(db, within, page).await?;
    let lines = lines(app, entries).await?;
    let keys = values::keys(lines.iter().flat_map(|line| &line.changes));
    let names = Names {
        people: names::people(db, keys.people).await?,
        firms: names::firms(db, keys.firms).await?,
        groups: names::groups(db, keys.groups).await?,
    };
    Ok(History { lines, names, page, last })
}

async fn lines(app: &App, entries: Vec<audit::Model>) -> Result<Vec<Line>> {
    let db = app.store.read();
    let actors: BTreeMap<PersonId, String> =
        names::people(db, entries.iter().filter_map(|entry| entry.actor_id)).await?;
    let (gone, things) = (store::gone(db, &entries).await?, store::names(db, &entries).await?);
    let line = |entry: audit::Model| Line {
        at: entry.at,
        who: entry.actor_id.map(|id| actors.get(&id).cloned().unwrap_or_default()),
        kind: entry.subject_kind.parse().ok(),
        thing: (entry.subject_id, things.get(&entry.subject_id).cloned().unwrap_or_default()),
        changes: redaction::told(&entry, &gone),
        action: entry.action,
    };
    Ok(entries.into_iter().map(line).collect())
}

/// The day of today, for the name of a file.
pub fn today(app: &App) -> Day {
    app.now().day()
}
