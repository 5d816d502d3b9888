//! Everything that pages about requests look at, read at once.

use std::collections::{BTreeMap, BTreeSet};

use dure_domain::{AskId, AskState, FirmId, Id, PersonId};
use dure_tables::{asks, cases, difficulties, difficulty_events, settlements};
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, Visit};

use crate::asks::access;
use crate::asks::rules::{self, Helper, Standing};
use crate::asks::store::{self, Names};
use crate::difficulty::sides as worth;

/// All that is written of a difficulty's requests, whoever looks.
#[derive(Clone)]
struct Record {
    requests: Vec<asks::Model>,
    settlements: Vec<settlements::Model>,
    case: Option<cases::Model>,
    lines: Vec<difficulty_events::Model>,
    names: Names,
}

impl Record {
    /// The same for every viewer, so it is read once until something changes.
    async fn of(app: &App, difficulty: &difficulties::Model) -> Result<Self> {
        app.kept_read(&("record", difficulty.id, difficulty.version), Self::read(app, difficulty)).await
    }

    async fn read(app: &App, difficulty: &difficulties::Model) -> Result<Self> {
        let db = app.store.read();
        let (requests, settlements, case, lines) = tokio::try_join!(
            store::of_difficulty(db, difficulty.id),
            store::settlements(db, difficulty.id),
            store::case_of(db, difficulty.id),
            store::events(db, difficulty.id),
        )?;
        let asked = requests.iter().flat_map(|ask| [Some(ask.person_id), ask.asked_by]).flatten();
        let people = asked.chain(lines.iter().filter_map(|line| line.actor_id)).chain([difficulty.author_id]);
        let people: BTreeSet<PersonId> = people.collect();
        let firms = requests.iter().filter_map(|ask| ask.firm_id).chain([difficulty.firm_id]);
        let names = Names::read(db, people, firms.collect::<BTreeSet<FirmId>>()).await?;
        Ok(Self { requests, settlements, case, lines, names })
    }
}

/// A difficulty as one viewer finds it.
pub struct Scene<'a> {
    /// The request.
    pub visit: &'a Visit,
    /// The difficulty.
    pub difficulty: &'a difficulties::Model,
    /// Its requests, oldest first.
    pub requests: Vec<asks::Model>,
    /// Its statements of worth, oldest first.
    pub settlements: Vec<settlements::Model>,
    /// The case that was kept of it.
    pub case: Option<cases::Model>,
    /// How the viewer stands.
    pub standing: Standing,
    /// Who is who.
    pub names: Names,
}

impl<'a> Scene<'a> {
    /// Reads it.
    pub async fn read(visit: &'a Visit, difficulty: &'a difficulties::Model) -> Result<Self> {
        let Record { requests, settlements, case, names, .. } = Record::of(&visit.app, difficulty).await?;
        let standing = Standing::of(&visit.viewer, difficulty, &requests);
        Ok(Self { visit, difficulty, requests, settlements, case, standing, names })
    }

    /// Requests that went to the viewer or the viewer's firm, the one that still stands first.
    pub fn own(&self) -> Option<&asks::Model> {
        let own = |ask: &&asks::Model| self.standing.own.contains(&ask.id.uuid());
        let live =
            |ask: &&asks::Model| matches!(ask.state, AskState::Asked | AskState::Offered | AskState::Helped);
        self.requests.iter().filter(own).find(live).or_else(|| self.requests.iter().rfind(own))
    }

    /// Whether the viewer may know who posted it.
    pub fn shows_poster(&self) -> bool {
        rules::shows_poster(self.difficulty, &self.standing)
    }

    /// Whether the worth of this help waits for a word of the viewer's own side.
    pub fn wants_word(&self, ask: &asks::Model) -> bool {
        use dure_domain::SettlementState::{Confirmed, Disputed, Stated};
        let viewer = &self.visit.viewer;
        let own = worth::own_side(viewer, self.difficulty, ask).is_some();
        ask.state == AskState::Helped
            && own
            && match self.settlements_of(ask).as_slice() {
                [] => true,
                rows => rows.iter().any(|row| match row.state {
                    Confirmed => false,
                    Stated => worth::may_answer(viewer, self.difficulty, ask, row),
                    Disputed => true,
                }),
            }
    }

    /// The statements of worth of a request that count, oldest first.
    pub fn settlements_of(&self, ask: &asks::Model) -> Vec<&settlements::Model> {
        worth::that_count(self.settlements.iter().filter(|row| row.ask_id == ask.id))
    }
}

/// One request with its difficulty and the two sides' people.
pub struct Found {
    /// The difficulty.
    pub difficulty: difficulties::Model,
    /// The request.
    pub ask: asks::Model,
    /// Who posted and who was asked.
    pub names: Names,
}

/// The request of this key.
///
/// # Errors
/// [`dure_web::error::Error::NotFound`]
pub async fn find(app: &App, id: AskId) -> Result<Found> {
    let db = app.store.read();
    let ask = store::ask(db, id).await?;
    let difficulty = store::difficulty(db, ask.difficulty_id).await?;
    let names = Names::read(db, [difficulty.author_id, ask.person_id], []).await?;
    Ok(Found { difficulty, ask, names })
}

/// The request, if the viewer may answer it.
pub async fn find_to_answer(app: &App, viewer: &Viewer, id: AskId) -> Result<Found> {
    let found = find(app, id).await?;
    access::ANSWER.require(viewer, &super::ask_thing(&found.difficulty, &found.ask))?;
    Ok(found)
}

/// Notes that whoever was asked has the request in view, the first time.
///
/// # Errors
/// [`Error::Forbidden`] for everybody else, colleagues too: it says what one person saw.
pub async fn seen(app: &App, viewer: &Viewer, id: AskId) -> Result<()> {
    let found = find(app, id).await?;
    access::SEEN.require(viewer, &super::ask_thing(&found.difficulty, &found.ask))?;
    if found.ask.seen_at.is_some() {
        return Ok(());
    }
    app.act(viewer, |tx| async move {
        tx.quiet();
        store::note_seen(tx.db(), id, tx.at()).await
    })
    .await
}

/// What these helpers are called.
pub async fn named(app: &App, helpers: &[Helper]) -> Result<BTreeMap<Helper, String>> {
    let contacts = store::contacts(app.store.read(), None, helpers).await?;
    Ok(contacts.into_iter().map(|(helper, contact)| (helper, contact.name)).collect())
}

/// What happened, as far as it is for one viewer.
pub struct Past {
    /// Oldest first.
    pub lines: Vec<difficulty_events::Model>,
    /// Whom each request went to.
    pub asked: BTreeMap<AskId, PersonId>,
    /// Who is who.
    pub names: Names,
    /// Whether the viewer must not know who posted.
    pub hidden: bool,
}

/// Reads the timeline.
pub async fn past(visit: &Visit, difficulty: &difficulties::Model) -> Result<Past> {
    let Record { requests, mut lines, names, .. } = Record::of(&visit.app, difficulty).await?;
    let standing = Standing::of(&visit.viewer, difficulty, &requests);
    lines.retain(|line| rules::shows_event(line.kind, line.ask_id.map(Id::uuid), &standing));
    let asked: BTreeMap<AskId, PersonId> = requests.iter().map(|ask| (ask.id, ask.person_id)).collect();
    Ok(Past { lines, asked, names, hidden: !rules::shows_poster(difficulty, &standing) })
}
