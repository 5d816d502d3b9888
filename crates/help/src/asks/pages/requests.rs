//! Where every request stands: all of them for who leads the difficulty, the own ones for a helper.

use dure_domain::{AskState, FirmId, Id, PersonId};
use dure_tables::asks;
use dure_texts::asks as texts;
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{badges, cards, headings, words};
use maud::{Markup, html};

use super::Worth;
use crate::asks::actions::{Names, Scene};
use crate::asks::rules::{self, Step};

/// The list; nothing while there is nothing to show.
pub fn list(scene: &Scene<'_>, worth: Worth<'_>) -> Markup {
    let lang = scene.visit.lang();
    let shown: Vec<&asks::Model> = scene
        .requests
        .iter()
        .filter(|ask| scene.standing.leads() || scene.standing.own.contains(&ask.id.uuid()))
        .collect();
    if shown.is_empty() {
        return offers_only(scene);
    }
    // One main button in the view: the first worth that waits for the viewer.
    let first = shown.iter().find(|ask| scene.wants_word(ask)).map(|ask| ask.id);
    html! {
        div class="stack" {
            h3 { (texts::requests(lang)) " " span class="count count-quiet" { (shown.len()) } }
            @for ask in shown { (one(scene, ask, worth, first == Some(ask.id))) }
        }
    }
}

/// Others see only that help is there.
fn offers_only(scene: &Scene<'_>) -> Markup {
    let offers =
        scene.requests.iter().filter(|ask| matches!(ask.state, AskState::Offered | AskState::Helped));
    match offers.count() {
        0 => headings::nothing(),
        count => html! { p class="muted" { (texts::offers_count(scene.visit.lang(), count)) } },
    }
}

fn one(scene: &Scene<'_>, ask: &asks::Model, worth: Worth<'_>, main: bool) -> Markup {
    let lang = scene.visit.lang();
    let firm = ask.firm_id.map_or("", |firm: FirmId| scene.names.firm(firm));
    let name = if firm.is_empty() { scene.names.name(ask.person_id) } else { firm.to_owned() };
    let note = if firm.is_empty() { String::new() } else { scene.names.name(ask.person_id) };
    let mark = if firm.is_empty() { badges::avatar(&name) } else { badges::firm_mark(firm) };
    let leads = scene.standing.leads();
    cards::card(html! {
        (cards::head(
            cards::who(mark, html! { (name) }, &note),
            badges::ask(ask.state, words::ask(lang, ask.state)),
        ))
        (when(scene, ask))
        @if !ask.message.is_empty() && leads { (labelled(texts::message_said(lang), &ask.message)) }
        @if !ask.answer.is_empty() { (labelled(texts::answer_said(lang), &ask.answer)) }
        @if leads && matches!(ask.state, AskState::Offered | AskState::Helped) { (ways(&scene.names, ask.person_id)) }
        @if leads && rules::after(ask.state, Step::Withdraw).is_some() { (lead_buttons(scene, ask)) }
        @if ask.state == AskState::Helped {
            (worth(ask, &scene.settlements_of(ask), main))
        }
    })
}

fn labelled(label: &str, text: &str) -> Markup {
    cards::facts(&[(label.to_owned(), cards::prose(text))])
}

/// Taking it back; and for the secretariat, writing down what was said by telephone.
fn lead_buttons(scene: &Scene<'_>, ask: &asks::Model) -> Markup {
    let lang = scene.visit.lang();
    let at = |verb: &str| format!("/asks/{}/{verb}", ask.id);
    let withdraw = format!("/difficulties/{}/asks/{}/withdraw", scene.difficulty.id, ask.id);
    let label = if ask.asked_by.is_some() { texts::withdraw(lang) } else { texts::spare(lang) };
    let by_phone = scene.standing.secretariat && !scene.standing.poster && ask.state == AskState::Asked;
    html! {
        div class="buttons" {
            @if by_phone {
                (buttons::link(Look::Quiet, &at("offer"), Some(Icon::Phone), texts::told_offer(lang)))
                (buttons::link(Look::Quiet, &at("decline"), Some(Icon::Phone), texts::told_decline(lang)))
            }
            (buttons::post(&withdraw, Look::Quiet, Some(Icon::Close), label))
        }
    }
}

/// Since when, and how long it still waits.
fn when(scene: &Scene<'_>, ask: &asks::Model) -> Markup {
    let (lang, now) = (scene.visit.lang(), scene.visit.app.now());
    let poster = scene.shows_poster().then_some("");
    let ago = |moment| words::posted(lang, poster, moment, now);
    let leads = scene.standing.leads();
    let by = ask.asked_by.filter(|_| leads).map(|id| scene.names.name(id));
    let told = match (ask.state, ask.asked_by.is_some()) {
        (_, false) => texts::offered_unasked(lang, ago(ask.asked_at)),
        (AskState::Asked, true) => match rules::days_left(ask.asked_at, now) {
            Some(days) => texts::waits(lang, ago(ask.asked_at), days),
            None => texts::waits_long(lang, ago(ask.asked_at)),
        },
        (_, true) => {
            texts::answered_at(lang, ago(ask.asked_at), ago(ask.answered_at.unwrap_or(ask.asked_at)))
        }
    };
    html! {
        p class="muted small" {
            (told)
            @if let Some(by) = by { " · " (texts::asked_by(lang, by)) }
            @if ask.passed_from.is_some() { " · " (texts::passed_on(lang)) }
            @if let Some(seen) = ask.seen_at.filter(|_| leads && ask.state == AskState::Asked) {
                " · " (texts::seen(lang, ago(seen)))
            }
            @if ask.reminded_at.is_some() && ask.state == AskState::Asked { " · " (texts::reminded(lang)) }
        }
    }
}

/// How to reach a person, as links that a phone can dial.
pub fn reach(scene: &Scene<'_>, person: PersonId) -> Markup {
    reach_of(&scene.names, person)
}

/// The same, where there is no scene.
pub fn reach_of(names: &Names, person: PersonId) -> Markup {
    if names.person(person).is_none() {
        return headings::nothing();
    }
    html! {
        p { b { (names.full(person)) } }
        (ways(names, person))
    }
}

/// The same without the name, where that stands above.
fn ways(names: &Names, person: PersonId) -> Markup {
    let Some(row) = names.person(person) else { return headings::nothing() };
    if row.phone.is_empty() && row.email.is_none() {
        return headings::nothing();
    }
    html! {
        ul class="statline" {
            @if !row.phone.is_empty() { li { (Icon::Phone) a href={ "tel:" (row.phone) } { (row.phone) } } }
            @if let Some(mail) = &row.email { li { (Icon::Mail) a href={ "mailto:" (mail) } { (mail) } } }
        }
    }
}
