//! What the federation does: found it, recruit, change name and number, register, send back, give up.

use dure_domain::{FoundingPath, FoundingState};
use dure_texts::{Lang, forms as form_texts, foundings as texts};
use dure_ui::badges::Tone;
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field, Input};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, unfold};
use dure_web::Visit;
use maud::{Markup, html};

use crate::foundings::actions::{Hindrance, Scene};

/// The staff's side of the page.
pub fn section(visit: &Visit, scene: &Scene) -> Markup {
    let lang = visit.lang();
    let founding = &scene.founding;
    let open =
        matches!(founding.state, FoundingState::Inviting | FoundingState::Proposed | FoundingState::Returned);
    if !open {
        return headings::nothing();
    }
    let body = html! {
        @if founding.path != FoundingPath::Moved { (missing(lang, scene)) (hindered(lang, scene)) }
        @if founding.state == FoundingState::Proposed { (registering(lang, scene)) }
        @if founding.path != FoundingPath::Moved { (settings(lang, scene)) }
        @if founding.draft_id.is_some() || founding.path == FoundingPath::Brokered { (draft(lang, scene)) }
        (giving_up(lang, scene))
    };
    headings::section("led", texts::broker(lang), html! { div class="stack" { (body) } })
}

/// How many are missing, and the way to those who would help.
fn missing(lang: Lang, scene: &Scene) -> Markup {
    let short = scene.missing().saturating_sub(scene.waiting());
    let recruits = format!("/foundings/{}/recruits", scene.founding.id);
    let look = if short > 0 { Look::Main } else { Look::Second };
    cards::card(html! {
        @if short > 0 { p { b { (texts::cannot_be_enough(lang, super::count(short))) } } }
        @else if scene.missing() > 0 { p { (texts::may_be_enough(lang, super::count(scene.waiting()))) } }
        @else { p { (texts::are_enough(lang)) } }
        div class="buttons" { (buttons::link(look, &recruits, Some(Icon::Plus), texts::whom_to_recruit(lang))) }
    })
}

/// What keeps the group from being founded though enough have accepted.
fn hindered(lang: Lang, scene: &Scene) -> Markup {
    let name = |id| scene.firm(id).map_or("", |firm| firm.name.as_str());
    let words = |hindrance: &Hindrance| match hindrance {
        Hindrance::Few(_) => None,
        Hindrance::SameIndustry(a, b) => Some(texts::hindered_same_industry(lang, name(*a), name(*b))),
        Hindrance::NameTaken => Some(texts::name_taken(lang, &scene.founding.name)),
    };
    let lines: Vec<String> = scene.hindrances.iter().filter_map(words).collect();
    if lines.is_empty() {
        return headings::nothing();
    }
    notices::notice(Tone::Warn, html! { @for line in lines { p { (line) } } })
}

fn registering(lang: Lang, scene: &Scene) -> Markup {
    let at = |verb: &str| format!("/foundings/{}/{verb}", scene.founding.id);
    let word =
        Field { name: "word", label: texts::word(lang), hint: texts::word_hint(lang), ..Field::default() };
    html! {
        @if scene.hindrances.is_empty() {
            (buttons::post(&at("register"), Look::Main, Some(Icon::Check), texts::register(lang)))
        }
        (unfold::button(Look::Second, Some(Icon::Reply), texts::send_back(lang), false, html! {
            (forms::form(&at("return"), html! {
                (forms::textarea(&word, ""))
                (forms::foot(buttons::submit(Look::Second, None, texts::send_back(lang))))
            }))
        }))
    }
}

fn settings(lang: Lang, scene: &Scene) -> Markup {
    let founding = &scene.founding;
    let name = Field { name: "name", label: texts::group_name(lang), ..Field::default() };
    let needed = Field {
        name: "needed",
        label: texts::needed(lang),
        hint: texts::needed_hint(lang),
        ..Field::default()
    };
    unfold::line(
        texts::settings(lang),
        forms::form(
            &format!("/foundings/{}/settings", founding.id),
            html! {
                (forms::input(&name, Input::Text, &founding.name))
                (forms::input_with_unit(&needed, Input::Number, &founding.needed.to_string(), texts::firms_unit(lang)))
                (forms::foot(buttons::submit(Look::Second, None, form_texts::save(lang))))
            },
        ),
    )
}

/// Back to where it came from.
fn draft(lang: Lang, scene: &Scene) -> Markup {
    let founding = &scene.founding;
    html! {
        @if let Some(draft) = founding.draft_id {
            (buttons::link(Look::Quiet, &format!("/formation/{draft}"), Some(Icon::Studio), texts::its_draft(lang)))
        }
        @if let Some(request) = founding.request_id {
            (buttons::link(Look::Quiet, &format!("/foundings/requests/{request}"), Some(Icon::Group), texts::its_request(lang)))
        }
    }
}

/// Ending it without a group.
pub fn giving_up(lang: Lang, scene: &Scene) -> Markup {
    let word = Field {
        name: "word",
        label: texts::word(lang),
        hint: texts::give_up_hint(lang),
        optional: form_texts::optional(lang),
        ..Field::default()
    };
    unfold::line(
        texts::give_up(lang),
        forms::form(
            &format!("/foundings/{}/withdraw", scene.founding.id),
            html! {
                (forms::textarea(&word, ""))
                (forms::foot(buttons::submit(Look::Danger, None, texts::give_up(lang))))
            },
        ),
    )
}
