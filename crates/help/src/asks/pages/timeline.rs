//! The piece of the difficulty page that tells what happened, in words.

use dure_domain::{Moment, PersonId};
use dure_tables::{difficulties, difficulty_events};
use dure_texts::{Lang, asks as texts};
use dure_ui::timeline::{self as ui, Event};
use dure_ui::{headings, words};
use dure_web::Visit;
use maud::{Markup, html};

use crate::asks::actions::Past;

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
        let who = self.who(line);
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
            at: if self.past.hidden { line.at.day().to_string() } else { line.at.to_string() },
            when: if self.past.hidden {
                words::day_ago(self.lang, line.at, now)
            } else {
                words::ago(self.lang, line.at, now)
            },
            note: line.body.clone(),
        }
    }

    fn who(&self, line: &difficulty_events::Model) -> String {
        let Some(actor) = line.actor_id else { return texts::dure_itself(self.lang).to_owned() };
        if self.past.hidden && !self.may_be_named(line, actor) {
            texts::hidden_poster(self.lang).to_owned()
        } else {
            self.past.names.full(actor)
        }
    }

    /// Whether the name does not give an anonymous poster away: who was asked. Only the poster and its secretariat close or reopen, so their names would tell the group.
    fn may_be_named(&self, line: &difficulty_events::Model, actor: PersonId) -> bool {
        let firm = |person: PersonId| self.past.names.person(person).and_then(|row| row.firm_id);
        let of_poster = actor == self.difficulty.author_id || firm(actor) == Some(self.difficulty.firm_id);
        let asked = line.ask_id.and_then(|ask| self.past.asked.get(&ask));
        let of_helper = asked
            .is_some_and(|asked| *asked == actor || (firm(actor).is_some() && firm(actor) == firm(*asked)));
        !of_poster && of_helper
    }

    /// Whom a request went to, where the line was not written by that person.
    fn helper(&self, line: &difficulty_events::Model) -> Option<String> {
        let ask = line.ask_id?;
        let person = self.past.asked.get(&ask)?;
        (line.actor_id != Some(*person)).then(|| texts::to_whom(self.lang, self.past.names.full(*person)))
    }
}
