//! Plays each difficulty step by step and writes down what it leaves in the tables.

mod requests;
mod worth;

use std::collections::BTreeMap;

use dure_domain::{
    AskId, AskState, DifficultyId, DifficultyStatus, EventKind, FirmId, Moment, PersonId, Subject,
};
use dure_tables::{asks, comments, difficulties, difficulty_events, settlements};

use super::village::{Helper, Village};
use crate::chance::Dice;
use crate::corpus::{Act, BadCorpus, Corpus, Step, StoryText};
use crate::{Options, Part};

pub(super) fn tell(village: &mut Village, corpus: &Corpus, options: &Options) -> Result<(), BadCorpus> {
    let mut dice = Dice::of(options.seed, "stories");
    for text in &corpus.stories {
        // In a smaller demo not every firm is there.
        if everybody_is_there(village, text) {
            let mut part = std::mem::take(&mut village.part);
            let told = Teller::begin(village, text, &mut dice)
                .ok_or_else(|| bad(text, "nobody can post this"))
                .and_then(|teller| teller.play(village, &mut part, &mut dice));
            village.part = part;
            told?;
        } else if options.firms >= crate::FIRMS && options.groups >= crate::GROUPS {
            return Err(bad(text, "somebody in this story is unknown"));
        }
    }
    Ok(())
}

fn bad(text: &StoryText, why: &str) -> BadCorpus {
    BadCorpus { file: "stories", head: format!("{}: {}", text.firm, text.title), why: why.into() }
}

/// Whether everybody in the story is known.
pub(crate) fn everybody_is_there(village: &Village, text: &StoryText) -> bool {
    let knows = |name: &str| village.helper(name).is_some();
    village.home(text.firm).is_some()
        && text.steps.iter().all(|step| match &step.act {
            Act::Ask(name)
            | Act::Offer(name)
            | Act::Decline(name)
            | Act::Withdraw(name)
            | Act::Confirm(name)
            | Act::Dispute(name)
            | Act::State { helper: name, .. } => knows(name),
            Act::Pass { from, to } => knows(from) && knows(to),
            Act::Close { helped, .. } => helped.iter().all(|name| knows(name)),
            Act::Note(name) => *name == "나" || knows(name) || village.people.contains_key(*name),
            Act::Keep => true,
        })
}

/// One difficulty while its story is told.
pub(crate) struct Teller<'a> {
    text: &'a StoryText,
    firm: FirmId,
    author: PersonId,
    row: difficulties::Model,
    clock: Moment,
    asks: BTreeMap<&'static str, (Helper, asks::Model)>,
    settled: BTreeMap<AskId, settlements::Model>,
    helped: Vec<&'static str>,
    rows: Part,
}

impl<'a> Teller<'a> {
    pub fn begin(village: &Village, text: &'a StoryText, dice: &mut Dice) -> Option<Self> {
        let home = village.home(text.firm)?;
        let hour = i8::try_from(dice.between(8, 21)).ok()?;
        let minute = i8::try_from(dice.between(0, 59)).ok()?;
        let posted = village.calendar.at(-text.days_ago, hour, minute);
        let begun = posted.plus_secs(-i64::from(dice.between(240, 5_400)));
        let author = if text.by_deputy { home.deputy.unwrap_or(home.delegate) } else { home.delegate };
        let id: DifficultyId = dice.random_id();
        let row = difficulties::Model {
            id,
            federation_id: village.federation,
            firm_id: home.id,
            author_id: author,
            group_id: Some(home.group),
            title: text.title.into(),
            problem: text.problem.into(),
            present_state: text.present_state.into(),
            tried: text.tried.into(),
            solved_when: text.solved_when.into(),
            need: text.need,
            visibility: text.visibility,
            anonymous: text.anonymous,
            status: if text.draft { DifficultyStatus::Draft } else { DifficultyStatus::Open },
            outcome: None,
            outcome_note: String::new(),
            created_at: begun,
            updated_at: posted,
            posted_at: (!text.draft).then_some(posted),
            closed_at: None,
            version: 1,
            to_ask: String::new(),
        };
        let firm = home.id;
        Some(Self {
            text,
            firm,
            author,
            row,
            clock: posted,
            asks: BTreeMap::new(),
            settled: BTreeMap::new(),
            helped: Vec::new(),
            rows: Part::default(),
        })
    }

    /// The same difficulty in other words.
    pub fn reworded(mut self, mut words: impl FnMut(&str) -> String) -> Self {
        let row = &mut self.row;
        for text in
            [&mut row.title, &mut row.problem, &mut row.present_state, &mut row.tried, &mut row.solved_when]
        {
            *text = words(text);
        }
        self
    }

    /// Plays every step and adds the rows to `part`.
    pub fn play(mut self, village: &Village, part: &mut Part, dice: &mut Dice) -> Result<(), BadCorpus> {
        if !self.text.draft {
            self.event(EventKind::Posted, None, Some(self.author), "", dice);
        }
        for step in &self.text.steps {
            self.advance(village, step, dice)?;
            self.step(village, step, dice)?;
            self.row.updated_at = self.clock;
            self.row.version += 1;
        }
        self.date_texts(village);
        part.difficulties.push(self.row);
        // A request that was passed on is written before the one that it led to.
        let mut asked: Vec<_> = self.asks.into_values().map(|(_, ask)| ask).collect();
        asked.sort_by_key(|ask| (ask.passed_from.is_some(), ask.asked_at, ask.id));
        part.asks.extend(asked);
        part.events.append(&mut self.rows.events);
        part.comments.append(&mut self.rows.comments);
        part.settlements.append(&mut self.rows.settlements);
        part.settlements.extend(self.settled.into_values());
        part.entries.append(&mut self.rows.entries);
        part.cases.append(&mut self.rows.cases);
        Ok(())
    }

    /// Puts in the days that the texts name, counted from today.
    fn date_texts(&mut self, village: &Village) {
        let row = &mut self.row;
        let of_row = [&mut row.problem, &mut row.present_state, &mut row.solved_when, &mut row.outcome_note];
        let of_asks = self.asks.values_mut().flat_map(|(_, ask)| [&mut ask.message, &mut ask.answer]);
        let of_events = self.rows.events.iter_mut().map(|event| &mut event.body);
        let said = self.rows.comments.iter_mut().map(|comment| &mut comment.body);
        for text in of_row.into_iter().chain(of_asks).chain(of_events).chain(said) {
            if text.contains('{') {
                *text = village.calendar.dated(text);
            }
        }
    }

    /// Moves the clock to the day of the step, to working hours, and never back.
    fn advance(&mut self, village: &Village, step: &Step, dice: &mut Dice) -> Result<(), BadCorpus> {
        let from_today = step.day - self.text.days_ago;
        if from_today >= 0 {
            return Err(bad(self.text, "a step lies in the future"));
        }
        let hour = i8::try_from(dice.between(8, 18)).unwrap_or(9);
        let minute = i8::try_from(dice.between(0, 59)).unwrap_or(0);
        let planned = village.calendar.at(from_today, hour, minute);
        self.clock = planned.max(self.clock.plus_secs(i64::from(dice.between(120, 1_500))));
        Ok(())
    }

    fn step(&mut self, village: &Village, step: &Step, dice: &mut Dice) -> Result<(), BadCorpus> {
        let unknown = || bad(self.text, &format!("a step does not follow: {:?}", step.act));
        match &step.act {
            Act::Ask(name) => {
                let helper = village.helper(name).ok_or_else(unknown)?;
                let id = self.ask(name, helper, step.words, Some(self.author), None, dice);
                self.event(EventKind::Asked, Some(id), Some(self.author), step.words, dice);
            }
            Act::Offer(name) => self.offer(village, name, step.words, dice).ok_or_else(unknown)?,
            Act::Decline(name) => {
                self.answer(name, AskState::Declined, EventKind::Declined, step.words, dice)
                    .ok_or_else(unknown)?;
            }
            Act::Pass { from, to } => self.pass(village, from, to, step.words, dice).ok_or_else(unknown)?,
            Act::Withdraw(name) => {
                let (_, ask) = self.key(name).and_then(|key| self.asks.get_mut(key)).ok_or_else(unknown)?;
                (ask.state, ask.version) = (AskState::Withdrawn, ask.version + 1);
                let id = ask.id;
                self.event(EventKind::Withdrawn, Some(id), Some(self.author), step.words, dice);
            }
            Act::Note(name) => {
                let who = match *name {
                    "나" => Some(self.author),
                    name => {
                        village.helper(name).map(|helper| helper.person).or(village.people.get(name).copied())
                    }
                };
                self.say(who.ok_or_else(unknown)?, step.words, dice);
            }
            Act::Close { outcome, helped } => {
                self.close(*outcome, helped, step.words, dice).ok_or_else(unknown)?
            }
            Act::State { helper, kind, won, days, by_helper } => {
                self.state(helper, *kind, (*won, *days), *by_helper, step.words, dice).ok_or_else(unknown)?;
            }
            Act::Confirm(name) => self.confirm(name, dice).ok_or_else(unknown)?,
            Act::Dispute(name) => self.dispute(name, step.words, dice).ok_or_else(unknown)?,
            Act::Keep => self.keep(dice).ok_or_else(unknown)?,
        }
        Ok(())
    }

    /// The request that a name means. A firm is asked once, as a whole or for a resource, so
    /// `회사` and `회사/자원` mean the same request.
    fn key(&self, name: &str) -> Option<&'static str> {
        let firm = |name: &str| name.split('/').next().map(str::to_owned);
        let known = self.asks.keys();
        known
            .clone()
            .find(|known| **known == name)
            .or_else(|| known.clone().find(|known| firm(known) == firm(name)))
            .copied()
    }

    fn say(&mut self, author: PersonId, words: &str, dice: &mut Dice) {
        self.rows.comments.push(comments::Model {
            id: dice.id(self.clock),
            federation_id: self.row.federation_id,
            thing_kind: Subject::Difficulty,
            thing_id: self.row.id.0,
            answers: None,
            author_id: author,
            body: words.into(),
            at: self.clock,
            edited_at: None,
            deleted_at: None,
            version: 1,
        });
    }

    fn event(
        &mut self,
        kind: EventKind,
        ask: Option<AskId>,
        actor: Option<PersonId>,
        body: &str,
        dice: &mut Dice,
    ) {
        self.rows.events.push(difficulty_events::Model {
            id: dice.id(self.clock),
            federation_id: self.row.federation_id,
            difficulty_id: self.row.id,
            ask_id: ask,
            actor_id: actor,
            kind,
            body: body.into(),
            at: self.clock,
        });
    }
}
