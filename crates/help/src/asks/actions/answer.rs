//! The helper answers: offers, declines, names somebody better; or offers without having been asked.

use dure_domain::{AskId, AskState, DifficultyId, EventKind, HelperKind, Id, PersonId};
use dure_store::{Actor, Tx};
use dure_tables::{asks, difficulties};
use dure_texts::asks as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::ActiveModelTrait;

use super::ask::{Asking, unasked};
use super::others::Audience;
use super::trail::{Trail, ask_thing, thing_of};
use crate::asks::rules::{self, Helper, Step};
use crate::asks::store::{self, Names};
use crate::asks::{access, letters};

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 돕겠습니다, with a few words or none.
    Offer(String),
    /// 어렵습니다, with the reason.
    Decline(String),
    /// 다른 곳 추천: whom and why. A helper of the list is asked at once, a name alone is advice.
    Pass {
        /// A helper of the list.
        to: Option<Helper>,
        /// What was said, with the name.
        words: String,
    },
}

/// What came of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It was taken.
    Now(asks::Model),
    /// The request had ended before, by an answer or otherwise: nothing was changed.
    Before(asks::Model),
}

impl Answer {
    const fn step(&self) -> Step {
        match self {
            Self::Offer(_) => Step::Offer,
            Self::Decline(_) => Step::Decline,
            Self::Pass { .. } => Step::Pass,
        }
    }

    const fn event(&self) -> EventKind {
        match self {
            Self::Offer(_) => EventKind::Offered,
            Self::Decline(_) => EventKind::Declined,
            Self::Pass { .. } => EventKind::Passed,
        }
    }

    const fn action(&self) -> &'static str {
        match self {
            Self::Offer(_) => "asks.offer",
            Self::Decline(_) => "asks.decline",
            Self::Pass { .. } => "asks.pass",
        }
    }

    fn words(&self) -> &str {
        match self {
            Self::Offer(words) | Self::Decline(words) | Self::Pass { words, .. } => words,
        }
    }
}

/// Answers a request. `by` is the signed-in person, or none when a signed link speaks for who was asked.
///
/// Answering twice is no error: a second tap finds the first one. Two answers at once cannot both count.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Forbidden`]
pub async fn answer(app: &App, by: Option<&Viewer>, id: AskId, answer: &Answer) -> Result<Answered> {
    let before = store::ask(app.store.read(), id).await?;
    let difficulty = store::difficulty(app.store.read(), before.difficulty_id).await?;
    let next: Vec<Helper> = match answer {
        Answer::Pass { to, .. } => to.iter().copied().collect(),
        _ => Vec::new(),
    };
    let why = letters::Why::of(app, &difficulty, &next);
    let actor = by.map_or(before.person_id, |viewer| viewer.person);
    app.store
        .write(Actor::Person(actor), |tx| {
            let (app, by, answer, why) = (app.clone(), by.cloned(), answer.clone(), why.clone());
            async move {
                let request = store::ask(tx.db(), id).await?;
                let difficulty = store::difficulty(tx.db(), request.difficulty_id).await?;
                if let Some(viewer) = &by {
                    access::ANSWER.require(viewer, &ask_thing(&difficulty, &request))?;
                }
                // A link is good for one answer; taking an offer back is done signed in.
                let used = by.is_none() && request.answered_at.is_some();
                let Some(state) = rules::after(request.state, answer.step()).filter(|_| !used) else {
                    tx.quiet();
                    return Ok(Answered::Before(request));
                };
                let act = Act { app: &app, tx: &tx, difficulty: &difficulty, actor };
                act.take(&request, state, &answer, &why).await.map(Answered::Now)
            }
        })
        .await
}

struct Act<'a> {
    app: &'a App,
    tx: &'a Tx,
    difficulty: &'a difficulties::Model,
    actor: PersonId,
}

impl Act<'_> {
    async fn take(
        &self,
        request: &asks::Model,
        state: AskState,
        answer: &Answer,
        why: &letters::Why,
    ) -> Result<asks::Model> {
        let Self { app, tx, difficulty, actor } = *self;
        let trail = Trail { tx, difficulty, actor: Some(actor) };
        let after = trail.move_on(answer.action(), request, state, Some(answer.words())).await?;
        trail.tell(answer.event(), Some(request.id), answer.words()).await?;
        trail.keep_in_step().await?;
        if let Answer::Pass { to: Some(to), words } = answer
            && self.may_be_shown(*to).await?
        {
            let asking = Asking { app, trail, why, message: words, asked_by: Some(request.person_id) };
            asking.all(&[*to], Some(request.id)).await?;
        }
        let who = [difficulty.author_id, request.person_id, actor].into_iter().chain(request.asked_by);
        let names = Names::read(tx.db(), who, [difficulty.firm_id]).await?;
        letters::answered(tx, difficulty, &after, &names, actor).await?;
        Ok(after)
    }
}

impl Act<'_> {
    /// Whether the difficulty's own visibility takes in who was named; else the name stays an advice.
    async fn may_be_shown(&self, to: Helper) -> Result<bool> {
        let contacts = store::contacts(self.tx.db(), self.difficulty.group_id, &[to]).await?;
        let audience = Audience::read(self.tx.db(), self.difficulty).await?;
        Ok(contacts.get(&to).is_some_and(|contact| audience.takes_in(contact)))
    }
}

/// Offers help without having been asked. Who was asked already offers by answering.
///
/// # Errors
/// [`Error::NotFound`] where the viewer may not see the difficulty, [`Error::Rule`] when it takes no
/// help or is the viewer's own.
pub async fn offer_unasked(app: &App, viewer: &Viewer, id: DifficultyId, words: &str) -> Result<asks::Model> {
    match try_offer(app, viewer, id, words).await {
        // Asked or offered at the same moment; seen from now on, it is that request.
        Err(error) if error.taken() == Some("asks_open") => try_offer(app, viewer, id, words).await,
        done => done,
    }
}

async fn try_offer(app: &App, viewer: &Viewer, id: DifficultyId, words: &str) -> Result<asks::Model> {
    app.act(viewer, |tx| {
        let (app, viewer, said) = (app.clone(), viewer.clone(), words.to_owned());
        async move {
            let difficulty = store::difficulty(tx.db(), id).await?;
            let requests = store::of_difficulty(tx.db(), id).await?;
            access::OFFER.require(&viewer, &thing_of(&difficulty, &requests))?;
            if !rules::takes_help(difficulty.status) {
                return Err(Error::Rule(texts::takes_no_help(viewer.lang).to_owned()));
            }
            if viewer.person == difficulty.author_id || viewer.firm == Some(difficulty.firm_id) {
                return Err(Error::Rule(texts::own_difficulty(viewer.lang).to_owned()));
            }
            let act = Act { app: &app, tx: &tx, difficulty: &difficulty, actor: viewer.person };
            let open = |ask: &&asks::Model| ask.person_id == viewer.person;
            match requests.iter().filter(open).find(|ask| rules::after(ask.state, Step::Offer).is_some()) {
                Some(request) => {
                    let answer = Answer::Offer(said);
                    act.take(request, AskState::Offered, &answer, &letters::Why::default()).await
                }
                None => act.offer(&requests, &viewer, &said).await,
            }
        }
    })
    .await
}

impl Act<'_> {
    async fn offer(&self, requests: &[asks::Model], viewer: &Viewer, said: &str) -> Result<asks::Model> {
        let Self { tx, difficulty, actor, .. } = *self;
        let standing = |ask: &&asks::Model| matches!(ask.state, AskState::Offered | AskState::Helped);
        if let Some(before) = requests.iter().filter(standing).find(|ask| ask.person_id == viewer.person) {
            tx.quiet();
            return Ok(before.clone());
        }
        let trail = Trail { tx, difficulty, actor: Some(actor) };
        let helper = self.helper_of(viewer).await?;
        let request = unasked(tx, difficulty, viewer, helper, said).insert(tx.db()).await?;
        trail.record_ask("asks.offer", None, &request);
        trail.tell(EventKind::Offered, Some(request.id), said).await?;
        trail.keep_in_step().await?;
        let names = Names::read(tx.db(), [difficulty.author_id, viewer.person], [difficulty.firm_id]).await?;
        letters::answered(tx, difficulty, &request, &names, actor).await?;
        Ok(request)
    }

    /// What the viewer is in the index: the firm, an expert's profile, else just this person.
    async fn helper_of(&self, viewer: &Viewer) -> Result<Helper> {
        if let Some(firm) = viewer.firm {
            return Ok(Helper { kind: HelperKind::Firm, key: firm.uuid() });
        }
        let expert = store::expert_of(self.tx.db(), viewer.person).await?;
        let key = expert.map_or_else(|| viewer.person.uuid(), Id::uuid);
        Ok(Helper { kind: HelperKind::Expert, key })
    }
}
