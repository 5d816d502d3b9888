//! The piece of the difficulty page that tells what happened, in words.

use dure_domain::{Moment, PersonId};
use dure_tables::{difficulties, difficulty_events};
use dure_texts::{Lang, asks as texts};
use maud::{Markup, html};

use crate::features::asks::actions::Past;
use crate::shell::Visit;
use crate::ui::timeline::{self as ui, Event};
use crate::ui::{headings, words};

/// The timeline.
pub fn timeline(visit: &Visit, difficulty: &difficulties::Model, past: &Past) -> Markup {
    if past.lines.is_empty() {
        return headings::nothing();
    }
    let (lang, now) = (visit.lang(), visit.app.now());
    let told = Told { lang, difficulty, past };
    let events: Vec<Event> = past.lines.iter().map(|line| told.event(line, now)).collect();
    headings::section("timeline", texts::timeline(lang), ui::timeline(&events))
}

struct Told<'a> {
    lang: Lang,
    difficulty: &'a difficulties::Model,
    past: &'a Past,
}

impl Told<'_> {
    fn event(&self, line: &difficulty_events::Model, now: Moment) -> Event {
        let (tone, icon) = ui::sign(line.kind);
        let who = self.who(line.actor_id);
        let said = words::event(self.lang, line.kind);
        let helper = self.helper(line);
        Event {
            tone,
            icon,
            words: html! {
                @if !who.is_empty() { b { (who) } " " }
                @if let Some(helper) = helper { (helper) " " }
                (said)
            },
            at: line.at.to_string(),
            when: words::ago(self.lang, line.at, now),
            note: line.body.clone(),
        }
    }

    fn who(&self, actor: Option<PersonId>) -> String {
        let Some(actor) = actor else { return texts::dure_itself(self.lang).to_owned() };
        let of_poster = actor == self.difficulty.author_id
            || self.past.names.person(actor).is_some_and(|row| row.firm_id == Some(self.difficulty.firm_id));
        match self.past.hidden && of_poster {
            true => texts::hidden_poster(self.lang).to_owned(),
            false => self.past.names.full(actor),
        }
    }

    /// Whom a request went to, where the line was not written by that person.
    fn helper(&self, line: &difficulty_events::Model) -> Option<String> {
        let ask = line.ask_id?;
        let person = self.past.asked.get(&ask)?;
        (line.actor_id != Some(*person)).then(|| texts::to_whom(self.lang, self.past.names.full(*person)))
    }
}
