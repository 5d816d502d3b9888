//! Answering an invitation: the forms, used signed in and from a mail alike, and what a used link says.

use dure_domain::{FoundingPath, FoundingState, InvitationState};
use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::choices::{self, Choice, Shape};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices};
use dure_web::{Fields, Guest};
use maud::{Markup, html};

use super::{count, firm_note, place};
use crate::foundings::actions::Found;
use crate::foundings::links::Kind;

/// Reasons for declining, as (word, text).
pub fn decline_reasons(lang: Lang) -> [(&'static str, &'static str); 5] {
    [
        ("busy", texts::decline_busy(lang)),
        ("far", texts::decline_far(lang)),
        ("elsewhere", texts::decline_elsewhere(lang)),
        ("firms", texts::decline_firms(lang)),
        ("other", texts::decline_other(lang)),
    ]
}

/// The page behind the first button of the mail: fetching it changes nothing, its button is pressed by itself.
pub fn accept_page(guest: &Guest, action: &str, found: &Found) -> Markup {
    let lang = guest.lang();
    let body = html! {
        (headings::page_head(texts::answer_accept(lang), &found.founding.name, headings::nothing()))
        p { (texts::accept_page_note(lang)) }
        (forms::at_once(action, buttons::submit(Look::Main, Some(Icon::Handshake), texts::answer_accept(lang))))
        (told(lang, found))
    };
    guest.page(texts::answer_accept(lang), body)
}

/// The form of an answer.
pub fn answer_form(
    guest: &Guest,
    kind: Kind,
    found: &Found,
    fields: &Fields,
    errors: &[(String, String)],
) -> Markup {
    let lang = guest.lang();
    let title = match kind {
        Kind::Accept => texts::answer_accept(lang),
        Kind::Decline => texts::answer_decline(lang),
    };
    let body = html! {
        (headings::page_head(title, &found.founding.name, headings::nothing()))
        (forms::error_summary(form_texts::mend(lang), errors))
        (forms::form(&guest.path, html! {
            @if kind == Kind::Decline { (reasons(lang, fields, errors)) }
            (forms::textarea(&words_field(lang, kind), fields.text("words")))
            (forms::foot(buttons::submit(Look::Main, Some(Icon::Send), texts::send_answer(lang))))
        }))
        (told(lang, found))
    };
    guest.page(title, body)
}

fn reasons(lang: Lang, fields: &Fields, errors: &[(String, String)]) -> Markup {
    let choices: Vec<Choice> = decline_reasons(lang)
        .into_iter()
        .map(|(value, title)| Choice { value: value.into(), title: title.into(), note: String::new() })
        .collect();
    let error = errors.iter().find(|(field, _)| field == "reason").map(|(_, words)| words.as_str());
    let why = Field { name: "reason", label: texts::decline_why(lang), error, ..Field::default() };
    choices::radio(&why, Shape::Grid, &choices, Some(fields.text("reason")))
}

fn words_field(lang: Lang, kind: Kind) -> Field<'static> {
    let hint = match kind {
        Kind::Accept => texts::accept_words_hint(lang),
        Kind::Decline => texts::decline_words_hint(lang),
    };
    Field {
        name: "words",
        label: texts::words(lang),
        hint,
        optional: form_texts::optional(lang),
        ..Field::default()
    }
}

/// What a link says once its invitation has been answered or has ended otherwise.
pub fn answered(guest: &Guest, found: &Found) -> Markup {
    let Found { founding, line, .. } = found;
    let lang = guest.lang();
    let one = &line.invitation;
    let ended = founding.state == FoundingState::Withdrawn || one.state == InvitationState::Withdrawn;
    let (title, note) = match one.state {
        _ if ended => (texts::link_ended(lang), texts::link_ended_note(lang)),
        InvitationState::Accepted if one.joined_at.is_some() => {
            (texts::own_joined(lang), texts::link_joined_note(lang))
        }
        InvitationState::Accepted => (texts::own_accepted(lang), texts::link_accepted_note(lang)),
        InvitationState::Declined => (texts::own_declined(lang), texts::link_declined_note(lang)),
        InvitationState::Waiting | InvitationState::Withdrawn => {
            (texts::link_ended(lang), texts::link_ended_note(lang))
        }
    };
    let body = html! {
        (headings::page_head(title, &founding.name, headings::nothing()))
        (notices::notice(Tone::Info, html! { p { (note) } }))
        @if !one.answer.is_empty() { (cards::card(cards::prose(&one.answer))) }
        div class="buttons" {
            (buttons::link(Look::Second, &format!("/foundings/{}", founding.id), None, texts::see_founding(lang)))
        }
        @if !ended { (told(lang, found)) }
    };
    guest.page(title, body)
}

/// The group, so that who answers need not look for it.
fn told(lang: Lang, found: &Found) -> Markup {
    let Found { founding, line, others, leaves } = found;
    let place = place(lang, founding);
    let mut facts: Vec<(String, Markup)> = vec![(
        texts::your_firm(lang).to_owned(),
        html! { (line.firm.name) " " span class="muted" { (firm_note(lang, &line.firm)) } },
    )];
    if !place.is_empty() {
        facts.push((texts::meets_at(lang).to_owned(), html! { (place) }));
    }
    if let Some(from) = leaves {
        facts.push((
            texts::leaving(lang).to_owned(),
            html! { (texts::you_leave(lang, from, &founding.name)) },
        ));
    }
    if !founding.message.is_empty() {
        facts.push((texts::message(lang).to_owned(), cards::prose(&founding.message)));
    }
    if !founding.charter.is_empty() {
        facts.push((texts::charter(lang).to_owned(), cards::prose(&founding.charter)));
    }
    let with: Vec<_> =
        others.iter().filter(|other| other.invitation.state != InvitationState::Declined).collect();
    html! {
        (cards::card(html! { h2 { (founding.name) } (cards::facts(&facts)) }))
        @if !with.is_empty() && founding.path != FoundingPath::Moved {
            (headings::section_with("with", texts::companions(lang), Some(with.len()), headings::nothing(), cards::card(html! {
                ul class="list" { @for other in with { li { (other.firm.name) " " span class="muted small" { (firm_note(lang, &other.firm)) } } } }
            })))
            @if founding.state != FoundingState::Founded { p class="muted" { (texts::founded_when(lang, count(usize::try_from(founding.needed).unwrap_or_default()))) } }
        }
    }
}
