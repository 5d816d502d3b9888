//! One or several helpers are asked; who cannot be asked is said by name, the others are asked all the same.

use std::collections::BTreeMap;

use dure_domain::{AskId, AskState, DifficultyId, EventKind, FirmId, PersonId, Visibility};
use dure_store::Tx;
use dure_tables::{asks, difficulties};
use dure_texts::asks as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};

use super::remind::{self, REMIND};
use super::trail::{Trail, thing_of};
use crate::asks::rules::{self, Helper, Missed};
use crate::asks::store::{self, Contact, Names};
use crate::asks::{access, letters};

/// What came of asking.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Requests that went out.
    pub sent: Vec<AskId>,
    /// Helpers that were not asked, and why.
    pub missed: Vec<(Helper, Missed)>,
}

/// Asks these helpers for help with a difficulty.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`], and [`Error::Rule`] when the difficulty takes no help.
pub async fn ask(
    app: &App,
    viewer: &Viewer,
    id: DifficultyId,
    helpers: &[Helper],
    message: &str,
) -> Result<Outcome> {
    let difficulty = store::difficulty(app.store.read(), id).await?;
    let why = letters::Why::of(app, &difficulty, helpers);
    match try_ask(app, viewer, id, helpers, message, &why).await {
        // Somebody else asked the same person at the same moment; seen from now on, that is "already".
        Err(error) if error.taken() == Some("asks_open") => {
            try_ask(app, viewer, id, helpers, message, &why).await
        }
        done => done,
    }
}

async fn try_ask(
    app: &App,
    viewer: &Viewer,
    id: DifficultyId,
    helpers: &[Helper],
    message: &str,
    why: &letters::Why,
) -> Result<Outcome> {
    app.act(viewer, |tx| {
        let (app, viewer, why) = (app.clone(), viewer.clone(), why.clone());
        let (helpers, message) = (helpers.to_vec(), message.to_owned());
        async move {
            let difficulty = store::difficulty(tx.db(), id).await?;
            let requests = store::of_difficulty(tx.db(), id).await?;
            access::ASK.require(&viewer, &thing_of(&difficulty, &requests))?;
            if !rules::takes_help(difficulty.status) {
                return Err(Error::Rule(texts::takes_no_help(viewer.lang).to_owned()));
            }
            let trail = Trail { tx: &tx, difficulty: &difficulty, actor: Some(viewer.person) };
            let asking =
                Asking { app: &app, trail, why: &why, message: &message, asked_by: Some(viewer.person) };
            let outcome = asking.all(&helpers, None).await?;
            if outcome.sent.is_empty() {
                tx.quiet();
            }
            Ok(outcome)
        }
    })
    .await
}

/// Asking in a transaction; also used when a request is passed on.
pub(super) struct Asking<'a> {
    pub app: &'a App,
    pub trail: Trail<'a>,
    pub why: &'a letters::Why,
    pub message: &'a str,
    pub asked_by: Option<PersonId>,
}

impl Asking<'_> {
    /// Asks each helper that can be asked.
    pub async fn all(&self, helpers: &[Helper], passed_from: Option<AskId>) -> Result<Outcome> {
        let Trail { tx, difficulty, .. } = self.trail;
        let contacts = store::contacts(tx.db(), difficulty.group_id, helpers).await?;
        let addressed = addressed(&contacts);
        let everyone =
            addressed.values().copied().flatten().chain([difficulty.author_id]).chain(self.asked_by);
        let names = Names::read(tx.db(), everyone, [difficulty.firm_id]).await?;
        let mut outcome = Outcome::default();
        for helper in helpers {
            let known =
                contacts.get(helper).map(|contact| (contact, addressed.get(helper).copied().flatten()));
            match self.decide(known, &names).await? {
                Err(why) => outcome.missed.push((*helper, why)),
                Ok((person, firm)) => {
                    let request = self.write(*helper, person, firm, passed_from).await?;
                    letters::asked(self.app, tx, difficulty, &request, &names, self.why).await?;
                    outcome.sent.push(request.id);
                }
            }
        }
        Ok(outcome)
    }

    async fn decide(
        &self,
        known: Option<(&Contact, Option<PersonId>)>,
        names: &Names,
    ) -> Result<Result<(PersonId, Option<FirmId>), Missed>> {
        let Trail { tx, difficulty, .. } = self.trail;
        let Some((contact, person)) = known.filter(|(contact, _)| within_reach(difficulty, contact)) else {
            return Ok(Err(Missed::Unknown));
        };
        let Some(person) = person else { return Ok(Err(Missed::Nobody)) };
        let own = names.person(person).and_then(|row| row.firm_id);
        if contact.firm == Some(difficulty.firm_id) || own == Some(difficulty.firm_id) {
            return Ok(Err(Missed::OwnFirm));
        }
        if store::is_open(tx.db(), difficulty.id, person).await? {
            Ok(Err(Missed::Already))
        } else {
            Ok(Ok((person, contact.firm.or(own))))
        }
    }

    async fn write(
        &self,
        helper: Helper,
        person: PersonId,
        firm: Option<FirmId>,
        passed_from: Option<AskId>,
    ) -> Result<asks::Model> {
        let Trail { tx, difficulty, .. } = self.trail;
        let row = asks::ActiveModel {
            id: Set(tx.random_id()),
            federation_id: Set(difficulty.federation_id),
            difficulty_id: Set(difficulty.id),
            helper_kind: Set(helper.kind),
            helper_key: Set(helper.key),
            firm_id: Set(firm),
            person_id: Set(person),
            asked_by: Set(self.asked_by),
            passed_from: Set(passed_from),
            message: Set(self.message.to_owned()),
            state: Set(AskState::Asked),
            answer: Set(String::new()),
            asked_at: Set(tx.at()),
            answered_at: Set(None),
            reminded_at: Set(None),
            seen_at: Set(None),
            version: Set(1),
        };
        let request = row.insert(tx.db()).await?;
        self.trail.tell(EventKind::Asked, Some(request.id), self.message).await?;
        self.trail.record_ask("asks.ask", None, &request);
        tx.job(REMIND, &request.id, remind::due(tx.at()))?;
        Ok(request)
    }
}

fn addressed(contacts: &BTreeMap<Helper, Contact>) -> BTreeMap<Helper, Option<PersonId>> {
    contacts.iter().map(|(helper, contact)| (*helper, rules::addressee(&contact.candidates))).collect()
}

/// Other federations are asked only about what all federations may see.
fn within_reach(difficulty: &difficulties::Model, contact: &Contact) -> bool {
    contact.federation == difficulty.federation_id || difficulty.visibility == Visibility::All
}

/// The row of an offer that nobody asked for. `helper` is what the viewer is in the index.
pub(super) fn unasked(
    tx: &Tx,
    difficulty: &difficulties::Model,
    viewer: &Viewer,
    helper: Helper,
    words: &str,
) -> asks::ActiveModel {
    let Helper { kind, key } = helper;
    asks::ActiveModel {
        id: Set(tx.random_id()),
        federation_id: Set(difficulty.federation_id),
        difficulty_id: Set(difficulty.id),
        helper_kind: Set(kind),
        helper_key: Set(key),
        firm_id: Set(viewer.firm),
        person_id: Set(viewer.person),
        asked_by: Set(None),
        passed_from: Set(None),
        message: Set(String::new()),
        state: Set(AskState::Offered),
        answer: Set(words.to_owned()),
        asked_at: Set(tx.at()),
        answered_at: Set(Some(tx.at())),
        reminded_at: Set(None),
        seen_at: Set(None),
        version: Set(1),
    }
}
