//! Gathers what waits for a person.

mod care;
mod fits;
mod why;

use std::collections::BTreeMap;

use dure_domain::{AskState, DifficultyId, FirmId, Moment};
use dure_founding::foundings;
use dure_gathering::meetings;
use dure_help::difficulty::actions::posters_known;
use dure_help::difficulty::rules::{Standing, shows_poster};
use dure_help::ledger::rules::{self as worth, Side};
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::names;

use super::rules;
use super::store;
use super::today::{AskedOfMe, Mine, NextMeeting, ToConfirm, Today};

/// Requests shown; more are behind a link.
const MOST_ASKS: u64 = 5;
/// Own difficulties shown.
const MOST_MINE: u64 = 6;
/// Groups being founded that staff see.
const MOST_FOUNDINGS: u64 = 5;
/// Drafts shown.
const MOST_DRAFTS: u64 = 3;

/// Everything that waits for the viewer.
pub async fn gather(app: &App, viewer: &Viewer) -> Result<Today> {
    let db = app.store.read();
    let meeting = meetings::actions::next::next_for(app, viewer).await?;
    let mut today = Today {
        now: Some(app.now()),
        meeting: meeting.map(|next| NextMeeting {
            meeting: next.meeting,
            whose: next.whose,
            mine: next.mine,
            tally: next.tally,
        }),
        asks: asked_of(app, viewer).await?,
        invitations: foundings::actions::waiting_for(app, viewer).await?,
        confirm: to_confirm(app, viewer).await?,
        mine: mine(app, viewer).await?,
        drafts: store::drafts(db, viewer.person, MOST_DRAFTS).await?,
        groups: care::groups(app, viewer).await?,
        attention: care::attention(app, viewer).await?,
        foundings: foundings::actions::short_of_acceptances(app, viewer, MOST_FOUNDINGS).await?,
        fits: fits::fits(app, viewer).await?,
        pulse: care::pulse(app, viewer).await?,
        is_new: false,
    };
    let quiet = today.asks.is_empty()
        && today.invitations.is_empty()
        && today.mine.is_empty()
        && today.drafts.is_empty();
    if let Some(firm) = viewer.firm.filter(|_| quiet && today.confirm.is_empty()) {
        today.is_new = !store::has_posted(db, firm).await?;
    }
    Ok(today)
}

/// Requests to the viewer, with who asks and why the viewer.
async fn asked_of(app: &App, viewer: &Viewer) -> Result<Vec<AskedOfMe>> {
    let db = app.store.read();
    let asks = store::waiting_for(db, viewer.person, MOST_ASKS).await?;
    let mut about = store::by_ids(db, asks.iter().map(|ask| ask.difficulty_id)).await?;
    let names = names::firms(db, about.values().map(|row| row.firm_id)).await?;
    let askers = names::people(db, asks.iter().filter_map(|ask| ask.asked_by)).await?;
    let known = posters_known(db, viewer, about.values()).await?;
    let mut gathered = Vec::new();
    for ask in asks {
        let Some(difficulty) = about.remove(&ask.difficulty_id) else { continue };
        let known = known.contains(&difficulty.id);
        let asker = ask.asked_by.and_then(|who| askers.get(&who)).filter(|_| known);
        gathered.push(AskedOfMe {
            firm: names.get(&difficulty.firm_id).filter(|_| known).cloned(),
            asker: asker.cloned(),
            ask,
            difficulty,
        });
    }
    Ok(gathered)
}

/// Statements that the viewer's side has to confirm.
async fn to_confirm(app: &App, viewer: &Viewer) -> Result<Vec<ToConfirm>> {
    let db = app.store.read();
    let statements = store::standing_statements(db, viewer).await?;
    if statements.is_empty() {
        return Ok(Vec::new());
    }
    let about = store::by_ids(db, statements.iter().map(|(row, _)| row.difficulty_id)).await?;
    let names = names::people(db, statements.iter().map(|(row, _)| row.stated_by)).await?;
    let mut gathered = Vec::new();
    for (row, ask) in statements {
        let Some(difficulty) = about.get(&row.difficulty_id) else { continue };
        if !worth::may_answer(viewer, difficulty, &ask, &row) {
            continue;
        }
        let known = shows_poster(difficulty, &Standing::of(viewer, difficulty, [&ask]));
        let is_posters = worth::stated_side(&row, &ask) == Side::Poster;
        let name = names.get(&row.stated_by).filter(|_| known || !is_posters);
        gathered.push(ToConfirm {
            difficulty: difficulty.clone(),
            stated_by: name.cloned(),
            stated_at: row.stated_at,
            kind: row.kind,
            won: row.worth_won,
            days: row.worth_days,
        });
    }
    Ok(gathered)
}

/// The firm's open difficulties with their next steps, those first where it is the poster's turn.
async fn mine(app: &App, viewer: &Viewer) -> Result<Vec<Mine>> {
    let Some(firm) = viewer.firm else { return Ok(Vec::new()) };
    let db = app.store.read();
    let rows = store::open_of_firm(db, firm, MOST_MINE).await?;
    let asks = by_difficulty(store::asks_about(db, rows.iter().map(|row| row.id)).await?);
    let step = |id: &DifficultyId| rules::next_step(asks.get(id).map_or(&[][..], Vec::as_slice), app.now());
    let mut mine: Vec<Mine> =
        rows.into_iter().map(|difficulty| Mine { step: step(&difficulty.id), difficulty }).collect();
    mine.sort_by_key(|mine| !mine.step.is_my_turn());
    Ok(mine)
}

type Asks = BTreeMap<DifficultyId, Vec<(AskState, Moment)>>;

fn by_difficulty(rows: Vec<(DifficultyId, AskState, Moment)>) -> Asks {
    let mut asks = Asks::new();
    for (id, state, at) in rows {
        asks.entry(id).or_default().push((state, at));
    }
    asks
}

/// Names of the firms behind difficulties, where the viewer may know them.
async fn known_firms(
    app: &App,
    viewer: &Viewer,
    rows: &[dure_tables::difficulties::Model],
) -> Result<BTreeMap<DifficultyId, String>> {
    let shown = posters_known(app.store.read(), viewer, rows).await?;
    let known: Vec<(DifficultyId, FirmId)> =
        rows.iter().filter(|row| shown.contains(&row.id)).map(|row| (row.id, row.firm_id)).collect();
    let names = names::firms(app.store.read(), known.iter().map(|(_, firm)| *firm)).await?;
    Ok(known.into_iter().filter_map(|(id, firm)| Some((id, names.get(&firm)?.clone()))).collect())
}
