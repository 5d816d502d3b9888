//! What every act on a request leaves behind: a line of the timeline, an audit entry, and the
//! difficulty's own state brought in step.

use dure_domain::{AskId, AskState, DifficultyStatus, EventKind, Id, PersonId, Subject};
use dure_store::{Record, Tx};
use dure_tables::{asks, difficulties, difficulty_events};
use dure_web::access::Thing;
use dure_web::error::Result;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use crate::asks::{rules, store};

/// One difficulty in one transaction.
pub struct Trail<'a> {
    /// The transaction.
    pub tx: &'a Tx,
    /// The difficulty as it was read in it.
    pub difficulty: &'a difficulties::Model,
    /// Who acts; not always who is meant: the secretariat may write down an answer by telephone.
    pub actor: Option<PersonId>,
}

impl Trail<'_> {
    /// A line of the timeline.
    pub async fn tell(&self, kind: EventKind, ask: Option<AskId>, body: &str) -> Result<()> {
        let line = difficulty_events::ActiveModel {
            id: Set(self.tx.id()),
            federation_id: Set(self.difficulty.federation_id),
            difficulty_id: Set(self.difficulty.id),
            ask_id: Set(ask),
            actor_id: Set(self.actor),
            kind: Set(kind),
            body: Set(body.to_owned()),
            at: Set(self.tx.at()),
        };
        line.insert(self.tx.db()).await?;
        Ok(())
    }

    /// An audit entry about a request.
    pub fn record_ask(&self, action: &'static str, before: Option<&asks::Model>, after: &asks::Model) {
        self.tx.record(Record {
            action,
            subject: Subject::Ask,
            id: after.id.uuid(),
            federation: Some(after.federation_id),
            before: before.map(ask_state),
            after: Some(ask_state(after)),
        });
    }

    /// Moves a request on, with what was said, and records it.
    pub async fn move_on(
        &self,
        action: &'static str,
        ask: &asks::Model,
        state: AskState,
        words: Option<&str>,
    ) -> Result<asks::Model> {
        let mut row = ask.clone().into_active_model();
        row.state = Set(state);
        row.version = Set(ask.version + 1);
        if let Some(words) = words {
            row.answer = Set(words.to_owned());
            row.answered_at = Set(Some(self.tx.at()));
        }
        let after = row.update(self.tx.db()).await?;
        self.record_ask(action, Some(ask), &after);
        Ok(after)
    }

    /// Brings the difficulty's state in step with its requests.
    pub async fn keep_in_step(&self) -> Result<()> {
        let requests = store::of_difficulty(self.tx.db(), self.difficulty.id).await?;
        let states = requests.iter().map(|ask| ask.state);
        let status = rules::status_after(self.difficulty.status, states);
        if status != self.difficulty.status {
            set_status(self.tx, self.difficulty, status).await?;
        }
        Ok(())
    }
}

/// Gives a difficulty another state, with its audit entry.
pub async fn set_status(tx: &Tx, difficulty: &difficulties::Model, status: DifficultyStatus) -> Result<()> {
    let mut row = difficulty.clone().into_active_model();
    row.status = Set(status);
    row.updated_at = Set(tx.at());
    row.version = Set(difficulty.version + 1);
    row.update(tx.db()).await?;
    tx.record(Record {
        action: "difficulty.status",
        subject: Subject::Difficulty,
        id: difficulty.id.uuid(),
        federation: Some(difficulty.federation_id),
        before: Some(json!({ "status": difficulty.status })),
        after: Some(json!({ "status": status })),
    });
    Ok(())
}

fn ask_state(ask: &asks::Model) -> Value {
    json!({
        "difficulty": ask.difficulty_id,
        "helper": format!("{}:{}", ask.helper_kind, ask.helper_key),
        "person": ask.person_id,
        "state": ask.state,
        "message": ask.message,
        "answer": ask.answer,
        "version": ask.version,
    })
}

/// A difficulty as permissions see it.
pub fn thing_of(difficulty: &difficulties::Model, requests: &[asks::Model]) -> Thing {
    let live = |ask: &&asks::Model| ask.state != AskState::Withdrawn;
    Thing {
        federation: Some(difficulty.federation_id),
        groups: difficulty.group_id.into_iter().collect(),
        firm: Some(difficulty.firm_id),
        person: Some(difficulty.author_id),
        asked: requests.iter().filter(live).map(|ask| ask.person_id).collect(),
        visibility: Some(difficulty.visibility),
    }
}

/// A request as permissions see it: it belongs to the helper.
pub fn ask_thing(difficulty: &difficulties::Model, ask: &asks::Model) -> Thing {
    Thing {
        federation: Some(difficulty.federation_id),
        groups: difficulty.group_id.into_iter().collect(),
        firm: ask.firm_id,
        person: Some(ask.person_id),
        asked: vec![ask.person_id],
        visibility: None,
    }
}
