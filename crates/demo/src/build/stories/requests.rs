//! Requests, answers and the end of a difficulty.

use dure_domain::{AskId, AskState, DifficultyStatus, EventKind, Outcome, PersonId};
use dure_tables::asks;

use super::Teller;
use crate::build::village::{Helper, Village};
use crate::chance::Dice;

impl Teller<'_> {
    pub(super) fn ask(
        &mut self,
        name: &'static str,
        helper: Helper,
        message: &str,
        asked_by: Option<PersonId>,
        passed_from: Option<AskId>,
        dice: &mut Dice,
    ) -> AskId {
        let id: AskId = dice.random_id();
        let row = asks::Model {
            id,
            federation_id: self.row.federation_id,
            difficulty_id: self.row.id,
            helper_kind: helper.kind,
            helper_key: helper.key,
            firm_id: helper.firm,
            person_id: helper.person,
            asked_by,
            passed_from,
            message: message.into(),
            state: AskState::Asked,
            answer: String::new(),
            asked_at: self.clock,
            answered_at: None,
            reminded_at: None,
            seen_at: None,
            version: 1,
        };
        self.asks.insert(name, (helper, row));
        id
    }

    /// An answer to a request that was made.
    pub(super) fn answer(
        &mut self,
        name: &str,
        state: AskState,
        event: EventKind,
        words: &str,
        dice: &mut Dice,
    ) -> Option<AskId> {
        let clock = self.clock;
        let (helper, ask) = self.asks.get_mut(self.key(name)?)?;
        ask.state = state;
        ask.answer = words.into();
        ask.answered_at = Some(clock);
        ask.version += 1;
        let (id, person) = (ask.id, helper.person);
        self.event(event, Some(id), Some(person), words, dice);
        Some(id)
    }

    pub(super) fn offer(
        &mut self,
        village: &Village,
        name: &'static str,
        words: &str,
        dice: &mut Dice,
    ) -> Option<()> {
        if self.key(name).is_none() {
            self.ask(name, village.helper(name)?, "", None, None, dice);
        }
        self.answer(name, AskState::Offered, EventKind::Offered, words, dice)?;
        self.row.status = DifficultyStatus::Helping;
        Some(())
    }

    pub(super) fn pass(
        &mut self,
        village: &Village,
        from: &str,
        to: &'static str,
        words: &str,
        dice: &mut Dice,
    ) -> Option<()> {
        let passed = self.answer(from, AskState::Passed, EventKind::Passed, words, dice)?;
        let (sender, message) =
            self.asks.get(self.key(from)?).map(|(helper, ask)| (helper.person, ask.message.clone()))?;
        self.clock = self.clock.plus_secs(1);
        let helper = village.helper(to)?;
        let id = self.ask(to, helper, &message, Some(sender), Some(passed), dice);
        self.event(EventKind::Asked, Some(id), Some(sender), "", dice);
        Some(())
    }

    pub(super) fn close(
        &mut self,
        outcome: Outcome,
        helped: &[&'static str],
        words: &str,
        dice: &mut Dice,
    ) -> Option<()> {
        for name in helped {
            let (_, ask) = self
                .key(name)
                .and_then(|key| self.asks.get_mut(key))
                .filter(|(_, ask)| ask.state == AskState::Offered)?;
            (ask.state, ask.version) = (AskState::Helped, ask.version + 1);
        }
        // Whoever was still thinking about it need not any more.
        for (_, ask) in self.asks.values_mut() {
            if matches!(ask.state, AskState::Asked | AskState::Offered) {
                (ask.state, ask.version) = (AskState::Withdrawn, ask.version + 1);
            }
        }
        self.helped = helped.to_vec();
        self.row.status = DifficultyStatus::Closed;
        self.row.outcome = Some(outcome);
        self.row.outcome_note = words.into();
        self.row.closed_at = Some(self.clock);
        self.event(EventKind::Closed, None, Some(self.author), words, dice);
        Some(())
    }
}
