//! Pieces for the home page: invitations that wait for an executive, foundings that need the broker.

use dure_domain::FoundingState;
use dure_tables::foundings;
use dure_texts::{Lang, foundings as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::cards::{self, LinkCard};
use dure_ui::icons::Icon;
use dure_ui::{headings, rows};
use maud::{Markup, html};

use super::actions::{Tally, Waiting};

/// Invitations that wait, each answered by one tap; `main` says whether the first may stand out.
pub fn waiting(lang: Lang, waiting: &[Waiting], main: bool) -> Markup {
    let body = html! { @for (at, one) in waiting.iter().enumerate() { (card(lang, one, main && at == 0)) } };
    headings::section_with(
        "invitations",
        texts::home_waiting(lang),
        Some(waiting.len()),
        headings::nothing(),
        body,
    )
}

fn card(lang: Lang, one: &Waiting, main: bool) -> Markup {
    let at = |verb: &str| format!("/invitations/{}/{verb}", one.invitation.id);
    let look = if main { Look::Main } else { Look::Second };
    let note = if one.founding.message.is_empty() {
        texts::own_note_brokered(lang)
    } else {
        one.founding.message.as_str()
    };
    cards::link_card(LinkCard {
        href: &format!("/foundings/{}", one.founding.id),
        title: &one.founding.name,
        top: badges::badge(Tone::Accent, Some(Icon::Bell), texts::home_invited(lang)),
        body: cards::excerpt(note),
        foot: html! {
            (buttons::post(&at("accept"), look, Some(Icon::Handshake), texts::answer_accept(lang)))
            (buttons::link(Look::Quiet, &at("decline"), None, texts::answer_decline(lang)))
        },
        waiting: true,
    })
}

/// For the federation's staff: foundings that lack acceptances, and proposals to look at.
pub fn care(lang: Lang, foundings: &[(foundings::Model, Tally)]) -> Markup {
    let hrefs: Vec<String> = foundings.iter().map(|(row, _)| format!("/foundings/{}", row.id)).collect();
    let list: Vec<rows::Row<'_>> = foundings
        .iter()
        .zip(&hrefs)
        .map(|((row, tally), href)| rows::Row {
            href,
            title: &row.name,
            note: html! { (texts::tally(lang, tally.accepted, tally.waiting, tally.declined)) },
            before: html! { (Icon::Group) },
            end: end(lang, row, *tally),
        })
        .collect();
    let more = headings::more("/foundings", texts::home_all(lang));
    headings::section_with("foundings", texts::home_care(lang), None, more, rows::rows(&list))
}

fn end(lang: Lang, row: &foundings::Model, tally: Tally) -> Markup {
    let missing = (i64::from(row.needed) - tally.accepted).max(0);
    match (row.state, missing) {
        (FoundingState::Proposed, 0) => {
            badges::badge(Tone::Accent, Some(Icon::Check), texts::home_register(lang))
        }
        (_, 0) => badges::badge(Tone::Warn, Some(Icon::Warning), texts::home_look(lang)),
        (_, missing) => badges::badge(
            if missing > tally.waiting { Tone::Warn } else { Tone::Info },
            Some(Icon::Clock),
            &texts::home_missing(lang, missing),
        ),
    }
}
