//! Who comes; and what its arranger can do about a meeting.

use dure_domain::Moment;
use dure_founding::studio;
use dure_tables::meetings;
use dure_texts::{Lang, meetings as texts};
use dure_ui::buttons::{self, Look};
use dure_ui::icons::Icon;
use dure_ui::{badges, cards, forms, headings, unfold, words};
use maud::{Markup, html};

use crate::meetings::rules::{self, Capacity, Invited, Roll};

/// Announce, remind, call off.
pub fn arranging(lang: Lang, meeting: &meetings::Model, roll: &Roll, to_tell: usize, now: Moment) -> Markup {
    if !rules::takes_replies(meeting, now) {
        return headings::nothing();
    }
    let version = forms::hidden("version", &meeting.version.to_string());
    let (look, announce, said) = match meeting.invited_at {
        None => (Look::Main, texts::announce(lang, many(to_tell)), texts::not_announced(lang).to_owned()),
        Some(at) => (
            Look::Second,
            texts::announce_again(lang, many(to_tell)),
            texts::announced(lang, words::ago(lang, at, now)),
        ),
    };
    let body = cards::card(html! {
        p class="muted" { (said) }
        @if to_tell > 0 {
            form method="post" action={ "/meetings/" (meeting.id) "/invite" } {
                (version) (buttons::submit(look, Some(Icon::Mail), &announce))
            }
        } @else { p { (texts::all_replied(lang)) } }
        @if let Some(group) = meeting.group_id {
            @let tables = studio::tables_of(group, roll.firms_not_coming());
            (buttons::link(Look::Second, &tables, Some(Icon::Group), texts::seat(lang)))
        }
        form method="post" action={ "/meetings/" (meeting.id) "/cancel" } {
            (version)
            button class=(Look::Quiet.class()) data-confirm=(texts::cancel_question(lang)) {
                (Icon::Close) (texts::cancel(lang))
            }
        }
    });
    headings::section("arranging", texts::arranging(lang), body)
}

/// Who comes, who cannot, who has not replied.
pub fn section(lang: Lang, roll: &Roll) -> Markup {
    let Roll { coming, not_coming, silent } = roll;
    let body = html! {
        @if coming.is_empty() { p class="muted" { (texts::nobody_yet(lang)) } }
        @else { (people(lang, coming)) }
        @if !not_coming.is_empty() {
            (unfold::line(&texts::cannot_come(lang, many(not_coming.len())), people(lang, not_coming)))
        }
        @if !silent.is_empty() {
            (unfold::line(&texts::not_replied(lang, many(silent.len())), people(lang, silent)))
        }
    };
    headings::section_with("roll", texts::who_comes(lang), Some(coming.len()), headings::nothing(), body)
}

fn many(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn people(lang: Lang, people: &[Invited]) -> Markup {
    html! {
        ul class="rows" {
            @for who in people {
                li class="row" {
                    (badges::avatar(&who.name))
                    div class="row-words" {
                        p class="row-title" { a href={ "/people/" (who.person) } { (who.name) " " (who.title) } }
                        p class="row-note" { (standing(lang, who)) }
                    }
                }
            }
        }
    }
}

/// For whom somebody comes, and with which office.
fn standing(lang: Lang, who: &Invited) -> String {
    let firm = who.firm.as_ref().map(|(_, name)| name.clone());
    let office = match who.capacity {
        Capacity::Office(office) => Some(words::office(lang, office).to_owned()),
        Capacity::Deputy => Some(dure_texts::words::deputy(lang).to_owned()),
        Capacity::Delegate => None,
    };
    firm.into_iter().chain(office).collect::<Vec<_>>().join(" · ")
}
