//! Letters about the end of a difficulty and about what helps were worth.

use dure_domain::{GiveKind, Won};
use dure_store::Tx;
use dure_tables::{asks, difficulties, settlements};
use dure_texts::{Lang, ledger as texts};
use dure_ui::words;
use dure_web::App;
use dure_web::error::Result;
use dure_web::mail::{Button, Content, Paragraph};
use dure_web::one_tap::OneTap;

use super::links::Kind;
use super::rules::{Side, stated_side};
use crate::asks::actions::{Names, open_button, post_letter};

/// `조언·지도 · 2일 · 300,000원`; what is nothing is left out.
pub fn worth(lang: Lang, kind: GiveKind, won: Won, days: i32) -> String {
    let days = (days > 0).then(|| dure_texts::words::days(lang, days));
    let won = (won > Won::ZERO).then(|| words::won(lang, won));
    [Some(words::give(lang, kind).to_owned()), days, won]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// One help with the people of both sides.
#[derive(Clone, Copy)]
pub struct Help<'a> {
    /// The difficulty.
    pub difficulty: &'a difficulties::Model,
    /// The request.
    pub ask: &'a asks::Model,
    /// Who is who.
    pub names: &'a Names,
}

/// The page where one states what the help was worth.
fn worth_page(help: Help<'_>) -> String {
    format!("/difficulties/{}/asks/{}/worth", help.difficulty.id, help.ask.id)
}

/// Thanks a helper when the difficulty has ended.
pub async fn closed(tx: &Tx, help: Help<'_>) -> Result<()> {
    let Help { difficulty, ask, names } = help;
    post_letter(tx, difficulty, names, ask.person_id, "difficulty.closed", |lang| {
        let outcome = words::difficulty(lang, difficulty.status, difficulty.outcome);
        let mut parts = vec![Paragraph::Words(texts::letter_closed(lang, &difficulty.title, outcome))];
        parts.extend(Paragraph::quote(texts::letter_closed_note(lang), &difficulty.outcome_note));
        parts.push(Paragraph::words(texts::letter_closed_next(lang)));
        Ok(Content {
            subject: texts::letter_closed_subject(lang, &difficulty.title),
            parts,
            buttons: vec![
                Button::page(texts::state_worth(lang), worth_page(help)),
                open_button(lang, difficulty),
            ],
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

/// Asks the other side whether a statement is right.
pub async fn stated(app: &App, tx: &Tx, help: Help<'_>, settlement: &settlements::Model) -> Result<()> {
    let Help { difficulty, ask, names } = help;
    let side = stated_side(settlement, ask);
    let to = side.other().principal(difficulty, ask);
    let who = names.full(side.principal(difficulty, ask));
    post_letter(tx, difficulty, names, to, "settlement.stated", |lang| {
        let amount = worth(lang, settlement.kind, settlement.worth_won, settlement.worth_days);
        let first = match side {
            Side::Poster => texts::letter_stated_by_poster(lang, &who, &difficulty.title),
            Side::Helper => texts::letter_stated_by_helper(lang, &who, &difficulty.title),
        };
        let mut parts = vec![Paragraph::Words(first), Paragraph::list("", vec![amount])];
        parts.extend(Paragraph::quote(texts::letter_said(lang), &settlement.note));
        parts.push(Paragraph::words(texts::letter_stated_next(lang)));
        let page = format!("/difficulties/{}", difficulty.id);
        let button =
            |kind: Kind, label| kind.button(app, label, settlement.id, settlement.stated_at, page.clone());
        Ok(Content {
            subject: texts::letter_stated_subject(lang, &difficulty.title),
            parts,
            buttons: vec![
                button(Kind::Confirm, texts::confirm(lang))?,
                button(Kind::Dispute, texts::dispute(lang))?,
            ],
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

/// Tells the stating side what the other side answered.
pub async fn answered(tx: &Tx, help: Help<'_>, settlement: &settlements::Model) -> Result<()> {
    let Help { difficulty, ask, names } = help;
    let side = stated_side(settlement, ask);
    let who = names.full(side.other().principal(difficulty, ask));
    let confirmed = settlement.dispute.is_empty();
    post_letter(tx, difficulty, names, side.principal(difficulty, ask), "settlement.answered", |lang| {
        let amount = worth(lang, settlement.kind, settlement.worth_won, settlement.worth_days);
        let again = Button::page(texts::state_again(lang), worth_page(help));
        Ok(if confirmed {
            Content {
                subject: texts::letter_confirmed_subject(lang, &difficulty.title),
                parts: vec![Paragraph::Words(texts::letter_confirmed(lang, &who, &difficulty.title, amount))],
                buttons: vec![open_button(lang, difficulty)],
                footer: texts::letter_footer(lang).to_owned(),
            }
        } else {
            Content {
                subject: texts::letter_disputed_subject(lang, &difficulty.title),
                parts: [Paragraph::Words(texts::letter_disputed(lang, &who, &difficulty.title, amount))]
                    .into_iter()
                    .chain(Paragraph::quote(texts::letter_said(lang), &settlement.dispute))
                    .chain([Paragraph::words(texts::letter_disputed_next(lang))])
                    .collect(),
                buttons: vec![again, open_button(lang, difficulty)],
                footer: texts::letter_footer(lang).to_owned(),
            }
        })
    })
    .await
}
