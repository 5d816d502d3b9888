//! What a help was worth, and the case that is kept.

use dure_domain::{
    AskId, AskState, CaseId, EventKind, GiveKind, PersonId, SettlementId, SettlementState, Visibility, Won,
};
use dure_tables::{cases, give_and_take, settlements};

use super::Teller;
use crate::build::village::Helper;
use crate::chance::Dice;

impl Teller<'_> {
    pub(super) fn state(
        &mut self,
        name: &str,
        kind: GiveKind,
        (won, days): (i64, i32),
        by_helper: bool,
        words: &str,
        dice: &mut Dice,
    ) -> Option<()> {
        let (helper, ask) =
            self.asks.get(self.key(name)?).filter(|(_, ask)| ask.state == AskState::Helped)?;
        let (ask, stated_by) = (ask.id, if by_helper { helper.person } else { self.author });
        let id: SettlementId = dice.random_id();
        let row = settlements::Model {
            id,
            federation_id: self.row.federation_id,
            difficulty_id: self.row.id,
            ask_id: ask,
            kind,
            worth_won: Won(won),
            worth_days: days,
            note: words.into(),
            state: SettlementState::Stated,
            stated_by,
            stated_at: self.clock,
            answered_by: None,
            answered_at: None,
            dispute: String::new(),
            version: 1,
        };
        if let Some(old) = self.settled.insert(ask, row) {
            self.rows.settlements.push(old);
        }
        self.event(EventKind::Stated, Some(ask), Some(stated_by), words, dice);
        Some(())
    }

    /// The other side answers the standing statement.
    pub(super) fn settle(
        &mut self,
        name: &str,
        state: SettlementState,
        dispute: &str,
    ) -> Option<(Helper, PersonId, AskId)> {
        let (helper, ask) = self.asks.get(self.key(name)?)?;
        let (helper, ask) = (*helper, ask.id);
        let (author, clock) = (self.author, self.clock);
        let row = self.settled.get_mut(&ask).filter(|row| row.state == SettlementState::Stated)?;
        let other = if row.stated_by == helper.person { author } else { helper.person };
        row.state = state;
        row.answered_by = Some(other);
        row.answered_at = Some(clock);
        row.dispute = dispute.into();
        row.version += 1;
        Some((helper, other, ask))
    }

    pub(super) fn confirm(&mut self, name: &str, dice: &mut Dice) -> Option<()> {
        let (helper, other, ask) = self.settle(name, SettlementState::Confirmed, "")?;
        self.event(EventKind::Confirmed, Some(ask), Some(other), "", dice);
        let row = self.settled.get(&ask)?;
        self.rows.entries.push(give_and_take::Model {
            id: dice.random_id(),
            federation_id: self.row.federation_id,
            settlement_id: row.id,
            difficulty_id: self.row.id,
            kind: row.kind,
            from_firm_id: helper.firm,
            from_person_id: helper.person,
            to_firm_id: self.firm,
            worth_won: row.worth_won,
            worth_days: row.worth_days,
            at: self.clock,
        });
        Some(())
    }

    pub(super) fn dispute(&mut self, name: &str, words: &str, dice: &mut Dice) -> Option<()> {
        let (_, other, ask) = self.settle(name, SettlementState::Disputed, words)?;
        self.event(EventKind::Disputed, Some(ask), Some(other), words, dice);
        Some(())
    }

    pub(super) fn keep(&mut self, dice: &mut Dice) -> Option<()> {
        let helper = self.asks.get(self.key(self.helped.first()?)?).map(|(helper, _)| *helper)?;
        let id: CaseId = dice.random_id();
        self.rows.cases.push(cases::Model {
            id,
            federation_id: self.row.federation_id,
            difficulty_id: self.row.id,
            firm_id: Some(self.firm),
            helper_firm_id: helper.firm,
            helper_person_id: Some(helper.person),
            title: self.row.title.clone(),
            problem: self.row.problem.clone(),
            cure: self.text.cure.into(),
            effect: self.text.effect.into(),
            standard: self.text.standard.into(),
            need: self.row.need,
            // What was told to a few is kept for the group; the poster agreed to no more.
            visibility: self.row.visibility.max(Visibility::Group),
            anonymous: self.row.anonymous,
            consented_by: self.author,
            kept_at: self.clock,
        });
        self.event(EventKind::Kept, None, Some(self.author), "", dice);
        Some(())
    }
}
