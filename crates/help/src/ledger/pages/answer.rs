//! Confirming or disputing a statement; and what a used link says.

use dure_domain::SettlementState;
use dure_texts::{Lang, ledger as texts};
use dure_ui::badges::{self, Tone};
use dure_ui::buttons::{self, Look};
use dure_ui::forms::{self, Field};
use dure_ui::icons::Icon;
use dure_ui::{cards, headings, notices, words};
use dure_web::{Fields, Guest};
use maud::{Markup, html};

use super::error_of;
use crate::ledger::actions::Statement;
use crate::ledger::letters::worth;
use crate::ledger::rules::stated_side;

/// The page behind the first button of the mail; its button is pressed by itself.
pub fn confirm_page(guest: &Guest, found: &Statement) -> Markup {
    let lang = guest.lang();
    let title = texts::confirm_title(lang);
    let body = html! {
        (headings::page_head(title, &found.help.difficulty.title, headings::nothing()))
        (said(lang, found))
        (forms::at_once(&guest.path, buttons::submit(Look::Main, Some(Icon::Check), texts::confirm(lang))))
    };
    guest.page(title, body)
}

/// Seeing it otherwise, with the reason.
pub fn dispute_page(
    guest: &Guest,
    found: &Statement,
    fields: &Fields,
    errors: &[(String, String)],
) -> Markup {
    let lang = guest.lang();
    let title = texts::dispute_title(lang);
    let reason = Field {
        name: "reason",
        label: texts::reason(lang),
        hint: texts::reason_hint(lang),
        error: error_of(errors, "reason"),
        ..Field::default()
    };
    let body = html! {
        (headings::page_head(title, &found.help.difficulty.title, headings::nothing()))
        (forms::error_summary(texts::mend(lang), errors))
        (said(lang, found))
        (forms::form(&guest.path, html! {
            (forms::textarea(&reason, fields.text("reason")))
            (forms::foot(buttons::submit(Look::Main, Some(Icon::Send), texts::dispute_send(lang))))
        }))
    };
    guest.page(title, body)
}

/// What a link says once the statement has been answered.
pub fn answered_page(guest: &Guest, found: &Statement) -> Markup {
    let lang = guest.lang();
    let state = found.settlement.state;
    let (title, note) = match state {
        SettlementState::Confirmed => (texts::confirmed(lang), texts::confirmed_note(lang)),
        _ => (texts::disputed(lang), texts::disputed_note(lang)),
    };
    let difficulty = &found.help.difficulty;
    let badge = badges::settlement(state, words::settlement(lang, state));
    let open = format!("/difficulties/{}#answer", difficulty.id);
    let body = html! {
        (headings::page_head_below(badge, title, &difficulty.title, headings::nothing()))
        (notices::notice(Tone::Info, html! { p { (note) } }))
        (said(lang, found))
        div class="buttons" { (buttons::link(Look::Second, &open, None, texts::open(lang))) }
    };
    guest.page(title, body)
}

/// What was said, and by whom.
fn said(lang: Lang, found: &Statement) -> Markup {
    let (help, settlement) = (&found.help, &found.settlement);
    let side = stated_side(settlement, &help.ask);
    let amount = worth(lang, settlement.kind, settlement.worth_won, settlement.worth_days);
    let mut facts = vec![
        (texts::giver(lang).to_owned(), html! { (help.names.full(help.ask.person_id)) }),
        (texts::taker(lang).to_owned(), html! { (help.names.full(help.difficulty.author_id)) }),
        (texts::worth(lang).to_owned(), html! { b { (amount) } }),
    ];
    if !settlement.note.is_empty() {
        facts.push((texts::note(lang).to_owned(), cards::prose(&settlement.note)));
    }
    let who = help.names.full(side.principal(&help.difficulty, &help.ask));
    facts.push((texts::stated_by(lang).to_owned(), html! { (who) }));
    if !settlement.dispute.is_empty() {
        facts.push((texts::dispute_said(lang).to_owned(), cards::prose(&settlement.dispute)));
    }
    cards::card(cards::facts(&facts))
}
