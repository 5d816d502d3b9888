//! One side says what a help was worth.

use dure_domain::{AskId, AskState, DifficultyId, EventKind, GiveKind, SettlementState, Won};
use dure_tables::settlements;
use dure_texts::ledger as texts;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, Set};

use super::help::{help, record};
use crate::asks::actions::Trail;
use crate::ledger::rules::{self, Side};
use crate::ledger::{letters, store};

/// What a help was worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// For which side it is said; only the secretariat chooses.
    pub side: Option<Side>,
    /// What was given.
    pub kind: GiveKind,
    /// In money, none for nothing to name.
    pub won: Won,
    /// In days of work or use.
    pub days: i32,
    /// In words.
    pub note: String,
}

/// States one kind of worth of a help; the other side gets a letter. Two statements of a kind at once cannot both stand.
///
/// # Errors
/// [`Error::Forbidden`] for who belongs to neither side, [`Error::Rule`] when there is nothing to state:
/// the help has not been given, or a statement of the kind stands already.
pub async fn state(
    app: &App,
    viewer: &Viewer,
    difficulty: DifficultyId,
    ask: AskId,
    worth: &Worth,
) -> Result<settlements::Model> {
    let stated = app
        .act(viewer, |tx| {
            let (app, viewer, worth) = (app.clone(), viewer.clone(), worth.clone());
            async move {
                let found = help(tx.db(), difficulty, ask).await?;
                let (ask, difficulty) = (&found.ask, &found.difficulty);
                let sides = rules::may_state(&viewer, difficulty, ask);
                let side = sides.iter().find(|side| worth.side.is_none_or(|wanted| wanted == **side));
                let side = *side.ok_or(Error::Forbidden)?;
                if ask.state != AskState::Helped {
                    return Err(Error::Rule(texts::not_helped(viewer.lang).to_owned()));
                }
                if store::standing(tx.db(), ask.id, worth.kind).await?.is_some() {
                    return Err(Error::Rule(texts::stated_already(viewer.lang).to_owned()));
                }
                let row = settlements::ActiveModel {
                    id: Set(tx.random_id()),
                    federation_id: Set(difficulty.federation_id),
                    difficulty_id: Set(difficulty.id),
                    ask_id: Set(ask.id),
                    kind: Set(worth.kind),
                    worth_won: Set(worth.won),
                    worth_days: Set(worth.days),
                    note: Set(worth.note.clone()),
                    state: Set(SettlementState::Stated),
                    stated_by: Set(side.principal(difficulty, ask)),
                    stated_at: Set(tx.at()),
                    answered_by: Set(None),
                    answered_at: Set(None),
                    dispute: Set(String::new()),
                    version: Set(1),
                };
                let settlement = row.insert(tx.db()).await?;
                record(&tx, "ledger.state", None, &settlement);
                let trail = Trail { tx: &tx, difficulty, actor: Some(viewer.person) };
                let amount = letters::worth(viewer.lang, worth.kind, worth.won, worth.days);
                trail.tell(EventKind::Stated, Some(ask.id), &amount).await?;
                let names = &found.names;
                letters::stated(&app, &tx, letters::Help { difficulty, ask, names }, &settlement).await?;
                Ok(settlement)
            }
        })
        .await;
    match stated {
        Err(error) if Error::taken(&error) == Some("settlements_standing_kind") => {
            Err(Error::Rule(texts::stated_already(viewer.lang).to_owned()))
        }
        done => done,
    }
}
