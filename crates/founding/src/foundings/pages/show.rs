//! `/foundings/{id}`

use dure_domain::{FoundingPath, FoundingState, InvitationState};
use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, words};
use dure_web::Visit;
use maud::{Markup, html};

use super::list::path;
use super::{count, led, lines, place, progress, prospect, state};
use crate::foundings::actions::{Line, Scene};

/// One founding.
pub fn show(visit: &Visit, scene: &Scene, done: &str) -> Markup {
    let lang = visit.lang();
    let founding = &scene.founding;
    let above = html! { (state(lang, founding.state)) span { (path(lang, founding.path)) } };
    let acts = html! {
        @if let Some(group) = founding.group_id {
            (buttons::link(Look::Second, &format!("/groups/{group}"), Some(Icon::Group), texts::open_group(lang)))
        }
        @if scene.may_mend && founding.path == FoundingPath::Registered && mendable(founding.state) {
            (buttons::link(Look::Second, &format!("/foundings/{}/edit", founding.id), Some(Icon::Edit), form_texts::edit(lang)))
        }
    };
    let body = html! {
        (headings::crumbs(form_texts::way(lang), &[("/foundings".into(), texts::title(lang).into())]))
        (headings::page_head_below(above, &founding.name, &place(lang, founding), acts))
        (done_notice(lang, done))
        (word(lang, scene))
        @if let Some(own) = &scene.own { (own_answer(visit, scene, own)) }
        (headings::columns(
            html! {
                (standing(lang, scene))
                (lines::section(visit, scene))
                (prospect::section(lang, scene))
            },
            texts::side(lang),
            html! {
                @if scene.leads { (led::section(visit, scene)) }
                (facts(visit, scene))
                @if scene.may_mend && !scene.leads && mendable(founding.state) { (led::giving_up(lang, scene)) }
            },
        ))
    };
    visit.page(&founding.name, body)
}

fn mendable(state: FoundingState) -> bool {
    matches!(state, FoundingState::Proposed | FoundingState::Returned)
}

fn done_notice(lang: Lang, done: &str) -> Markup {
    let (tone, words) = match done {
        "accepted" => (Tone::Good, texts::done_accepted(lang)),
        "joined" => (Tone::Good, texts::done_joined(lang)),
        "declined" => (Tone::Good, texts::done_declined(lang)),
        "answered-before" => (Tone::Info, texts::done_before(lang)),
        "invited" => (Tone::Good, texts::done_invited(lang)),
        "invited-unreached" => (Tone::Warn, texts::done_invited_unreached(lang)),
        "invitation-withdrawn" => (Tone::Good, texts::done_invitation_withdrawn(lang)),
        "withdrawn" => (Tone::Good, texts::done_withdrawn(lang)),
        "saved" => (Tone::Good, form_texts::saved(lang)),
        "founded" => (Tone::Good, texts::done_founded(lang)),
        "proposed" => (Tone::Good, texts::done_proposed(lang)),
        "returned" => (Tone::Good, texts::done_returned(lang)),
        _ => return headings::nothing(),
    };
    notices::notice(tone, html! { p { (words) } })
}

/// What the federation said when it sent the proposal back or gave the founding up.
fn word(lang: Lang, scene: &Scene) -> Markup {
    let founding = &scene.founding;
    if founding.word.is_empty()
        || !matches!(founding.state, FoundingState::Returned | FoundingState::Withdrawn)
    {
        return headings::nothing();
    }
    notices::notice(
        Tone::Warn,
        html! { p { b { (texts::word_of_federation(lang)) } } p class="prose" { (founding.word) } },
    )
}

/// The viewer's own invitation: what was answered, and what can be.
fn own_answer(visit: &Visit, scene: &Scene, own: &Line) -> Markup {
    let lang = visit.lang();
    let invitation = &own.invitation;
    if scene.founding.state == FoundingState::Withdrawn {
        return headings::nothing();
    }
    let at = |verb: &str| format!("/invitations/{}/{verb}", invitation.id);
    let joined = invitation.joined_at.is_some();
    let founded = scene.founding.state == FoundingState::Founded;
    let leaves = invitation.leaves_id.and_then(|id| scene.groups.get(&id));
    let body = html! {
        h2 { (own_title(lang, invitation.state, joined)) }
        @if invitation.state == InvitationState::Waiting {
            p { (own_note(lang, scene)) }
            @if let Some(from) = leaves { p { (texts::you_leave(lang, from, &scene.founding.name)) } }
        }
        @if !invitation.answer.is_empty() { (cards::prose(&invitation.answer)) }
        @if invitation.state == InvitationState::Accepted && !joined && scene.founding.path == FoundingPath::Moved {
            p class="muted" { (texts::waits_for_seat(lang)) }
        }
        @if !joined {
            div class="buttons" {
                @if invitation.state != InvitationState::Accepted {
                    (buttons::post(&at("accept"), if invitation.state == InvitationState::Waiting { Look::Main } else { Look::Second }, Some(Icon::Handshake), texts::answer_accept(lang)))
                }
                @if invitation.state == InvitationState::Waiting {
                    (buttons::link(Look::Second, &at("decline"), Some(Icon::Declined), texts::answer_decline(lang)))
                }
                @if invitation.state == InvitationState::Accepted && !founded {
                    (buttons::link(Look::Quiet, &at("decline"), None, texts::think_again(lang)))
                }
            }
        }
    };
    match invitation.state {
        InvitationState::Waiting => cards::waiting(body),
        _ => cards::card(body),
    }
}

fn own_title(lang: Lang, state: InvitationState, joined: bool) -> &'static str {
    match state {
        InvitationState::Accepted if joined => texts::own_joined(lang),
        InvitationState::Accepted => texts::own_accepted(lang),
        InvitationState::Declined => texts::own_declined(lang),
        InvitationState::Waiting | InvitationState::Withdrawn => texts::own_waiting(lang),
    }
}

fn own_note(lang: Lang, scene: &Scene) -> &'static str {
    match scene.founding.path {
        FoundingPath::Brokered => texts::own_note_brokered(lang),
        FoundingPath::Registered => texts::own_note_registered(lang),
        FoundingPath::Moved => texts::own_note_moved(lang),
    }
}

/// How far it is, in figures and in words.
fn standing(lang: Lang, scene: &Scene) -> Markup {
    let founding = &scene.founding;
    let values: Vec<String> =
        [InvitationState::Accepted, InvitationState::Waiting, InvitationState::Declined]
            .into_iter()
            .map(|state| scene.count(state).to_string())
            .collect();
    let labels = [texts::will_join(lang), texts::still_waiting(lang), texts::will_not(lang)];
    let stats: Vec<cards::Stat<'_>> = labels
        .into_iter()
        .zip(&values)
        .map(|(label, value)| cards::Stat { label, value, unit: texts::firms_unit(lang), note: "" })
        .collect();
    let open = matches!(founding.state, FoundingState::Inviting | FoundingState::Proposed);
    let body = html! {
        (cards::stats(&stats))
        @if open && founding.path != FoundingPath::Moved {
            (progress(lang, "accepted", count(scene.accepted), founding.needed))
            p { (next(lang, scene)) }
        }
    };
    headings::section("standing", texts::standing(lang), cards::card(body))
}

/// What happens next, in one sentence.
fn next(lang: Lang, scene: &Scene) -> String {
    let missing = count(scene.missing());
    match (scene.founding.path, missing) {
        (FoundingPath::Registered, 0) => texts::next_register(lang).to_owned(),
        (FoundingPath::Registered, missing) => texts::next_confirm(lang, missing),
        (_, 0) => texts::next_hindered(lang).to_owned(),
        (_, missing) => texts::next_missing(lang, missing),
    }
}

fn facts(visit: &Visit, scene: &Scene) -> Markup {
    let lang = visit.lang();
    let founding = &scene.founding;
    let mut facts: Vec<(String, Markup)> = Vec::new();
    if let Some(person) = &scene.opened_by {
        facts.push((
            texts::opened_by(lang).to_owned(),
            html! { a href={ "/people/" (person.id) } { (person.name) } " " (person.title) },
        ));
    }
    facts.push((texts::opened_at(lang).to_owned(), html! { (words::date(lang, founding.opened_at.day())) }));
    if let Some(at) = founding.ended_at {
        facts.push((texts::ended_at(lang).to_owned(), html! { (words::date(lang, at.day())) }));
    }
    if let Some(km) = scene.prospect.widest_km.filter(|km| *km >= 1.0) {
        facts.push((
            texts::widest(lang).to_owned(),
            html! { (dure_texts::words::km(lang, km.round() as i64)) },
        ));
    }
    if !founding.message.is_empty() {
        facts.push((texts::message(lang).to_owned(), cards::prose(&founding.message)));
    }
    if !founding.charter.is_empty() {
        facts.push((texts::charter(lang).to_owned(), cards::prose(&founding.charter)));
    }
    headings::section("facts", texts::facts(lang), cards::card(cards::facts(&facts)))
}
