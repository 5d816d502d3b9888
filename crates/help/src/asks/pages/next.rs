//! The viewer's next step: one main button.

use dure_domain::AskState;
use dure_tables::asks;
use dure_texts::asks as texts;
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, unfold};
use maud::{Markup, html};

use super::answer::{decline_fields, pass_link};
use super::requests::reach;
use crate::asks::actions::Scene;
use crate::asks::rules;

/// What the viewer can do next; nothing where there is nothing to do.
pub fn step(scene: &Scene<'_>) -> Markup {
    let takes_help = rules::takes_help(scene.difficulty.status);
    match scene.own() {
        _ if scene.standing.poster => poster(scene),
        Some(ask) if takes_help && ask.state == AskState::Asked => asked(scene, ask),
        Some(ask) if takes_help && ask.state == AskState::Offered => offered(scene, ask),
        Some(ask) if ask.state == AskState::Helped => headings::nothing(),
        _ if scene.standing.secretariat => poster(scene),
        _ if takes_help => unasked(scene),
        _ => headings::nothing(),
    }
}

/// The helper was asked and answers.
fn asked(scene: &Scene<'_>, ask: &asks::Model) -> Markup {
    let lang = scene.visit.lang();
    let at = |answer: &str| format!("/asks/{}/{answer}", ask.id);
    let seen = ask.person_id == scene.visit.viewer.person && ask.seen_at.is_none();
    let tell = seen.then(|| at("seen"));
    cards::waiting(html! {
        h3 data-seen=[tell] { (texts::next_asked(lang)) }
        @if !ask.message.is_empty() { (cards::prose(&ask.message)) }
        p class="muted" {
            (texts::next_asked_note(lang)) " " (texts::seen_shows(lang))
            @if !scene.shows_poster() { " " (texts::anonymous_rule(lang)) }
        }
        div class="buttons buttons-fill" {
            (buttons::post(&at("offer"), Look::Main, Some(Icon::Handshake), texts::answer_offer(lang)))
            (pass_link(lang, &at("pass")))
        }
        (unfold::plain(texts::answer_decline(lang), forms::form(&at("decline"), html! {
            (decline_fields(lang, "", "", None))
            (buttons::submit(Look::Second, None, texts::send_answer(lang)))
        })))
    })
}

/// The helper has offered: how to reach the poster, and a way back.
fn offered(scene: &Scene<'_>, ask: &asks::Model) -> Markup {
    let lang = scene.visit.lang();
    cards::card(html! {
        h3 { (texts::next_offered(lang)) }
        p { (texts::next_offered_note(lang)) }
        (reach(scene, scene.difficulty.author_id))
        (unfold::plain(texts::step_back(lang), forms::form(&format!("/asks/{}/decline", ask.id), html! {
            (decline_fields(lang, "", "", None))
            (buttons::submit(Look::Second, None, texts::send_answer(lang)))
        })))
    })
}

/// Anybody else who sees it may offer.
fn unasked(scene: &Scene<'_>) -> Markup {
    let lang = scene.visit.lang();
    let field = Field {
        name: "message",
        label: texts::offer_words(lang),
        hint: texts::offer_words_hint(lang),
        optional: texts::optional(lang),
        ..Field::default()
    };
    cards::card(html! {
        h3 { (texts::next_unasked(lang)) }
        p { (texts::next_unasked_note(lang)) @if !scene.shows_poster() { " " (texts::anonymous_rule(lang)) } }
        (forms::form(&format!("/difficulties/{}/offers", scene.difficulty.id), html! {
            (forms::textarea(&field, ""))
            (buttons::submit(Look::Main, Some(Icon::Handshake), texts::offer_unasked(lang)))
        }))
    })
}

/// The asking side.
fn poster(scene: &Scene<'_>) -> Markup {
    let lang = scene.visit.lang();
    if !rules::takes_help(scene.difficulty.status) {
        return closed(scene);
    }
    let count = |state| scene.requests.iter().filter(|ask| ask.state == state).count();
    let (waiting, offers) = (count(AskState::Asked), count(AskState::Offered));
    let close = format!("/difficulties/{}/close", scene.difficulty.id);
    match (offers, waiting) {
        (1.., _) => cards::card(html! {
            h3 { (texts::next_offers(lang, offers)) }
            p { (texts::next_offers_note(lang)) }
            (buttons::link(Look::Main, &close, Some(Icon::Flag), texts::close(lang)))
        }),
        (0, 1..) => cards::card(html! {
            h3 { (texts::next_waiting(lang, waiting)) }
            p { (texts::next_waiting_note(lang)) }
            (buttons::link(Look::Quiet, &close, Some(Icon::Flag), texts::close(lang)))
        }),
        (0, 0) => cards::card(html! {
            h3 { (texts::next_ask(lang)) }
            p { (texts::next_ask_note(lang)) }
            (buttons::link(Look::Quiet, &close, Some(Icon::Flag), texts::close(lang)))
        }),
    }
}

/// It has ended: what it taught may be kept, and it may be opened again.
fn closed(scene: &Scene<'_>) -> Markup {
    let lang = scene.visit.lang();
    let here = format!("/difficulties/{}", scene.difficulty.id);
    cards::card(html! {
        h3 { (texts::next_closed(lang)) }
        p class="muted" { (texts::next_closed_note(lang)) }
        div class="buttons" {
            @match &scene.case {
                Some(case) => (buttons::link(Look::Second, &format!("/knowledge/{}", case.id), Some(Icon::Knowledge), texts::see_case(lang))),
                None if scene.standing.poster => (buttons::link(Look::Second, &format!("{here}/case"), Some(Icon::Knowledge), texts::keep_case(lang))),
                None => {}
            }
            (buttons::post(&format!("{here}/reopen"), Look::Quiet, None, texts::reopen(lang)))
        }
    })
}
