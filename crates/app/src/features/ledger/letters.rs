//! Letters about the end of a difficulty and about what helps were worth.

use dure_domain::{GiveKind, Won};
use dure_store::Tx;
use dure_tables::{asks, difficulties, settlements};
use dure_texts::{Lang, ledger as texts};

use super::links::Kind;
use super::rules::{Side, stated_side};
use crate::error::Result;
use crate::features::asks::actions::{Names, open_button, post_letter};
use crate::mail::{Button, Content};
use crate::shell::App;
use crate::shell::one_tap::OneTap;
use crate::ui::words;

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

/// Thanks a helper when the difficulty has ended.
pub async fn closed(app: &App, tx: &Tx, help: Help<'_>) -> Result<()> {
    let Help { difficulty, ask, names } = help;
    post_letter(tx, difficulty, names, ask.person_id, "difficulty.closed", |lang| {
        let outcome = words::difficulty(lang, difficulty.status, difficulty.outcome);
        let mut paragraphs = vec![texts::letter_closed(lang, &difficulty.title, outcome)];
        if !difficulty.outcome_note.is_empty() {
            paragraphs.push(texts::letter_closed_note(lang, &difficulty.outcome_note));
        }
        paragraphs.push(texts::letter_closed_next(lang).to_owned());
        let state = format!("/difficulties/{}/asks/{}/worth", difficulty.id, ask.id);
        Ok(Content {
            subject: texts::letter_closed_subject(lang, &difficulty.title),
            paragraphs,
            buttons: vec![
                Button { label: texts::state_worth(lang).to_owned(), url: app.config.url(&state) },
                open_button(app, lang, difficulty),
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
            Side::Poster => texts::letter_stated_by_poster(lang, &who, &difficulty.title, amount),
            Side::Helper => texts::letter_stated_by_helper(lang, &who, &difficulty.title, amount),
        };
        let mut paragraphs = vec![first];
        if !settlement.note.is_empty() {
            paragraphs.push(texts::letter_said(lang, &settlement.note));
        }
        paragraphs.push(texts::letter_stated_next(lang).to_owned());
        let url = |kind: Kind| kind.url(app, settlement.id, settlement.stated_at);
        Ok(Content {
            subject: texts::letter_stated_subject(lang, &difficulty.title),
            paragraphs,
            buttons: vec![
                Button { label: texts::confirm(lang).to_owned(), url: url(Kind::Confirm)? },
                Button { label: texts::dispute(lang).to_owned(), url: url(Kind::Dispute)? },
            ],
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

/// Tells the stating side what the other side answered.
pub async fn answered(app: &App, tx: &Tx, help: Help<'_>, settlement: &settlements::Model) -> Result<()> {
    let Help { difficulty, ask, names } = help;
    let side = stated_side(settlement, ask);
    let who = names.full(side.other().principal(difficulty, ask));
    let confirmed = settlement.dispute.is_empty();
    post_letter(tx, difficulty, names, side.principal(difficulty, ask), "settlement.answered", |lang| {
        let amount = worth(lang, settlement.kind, settlement.worth_won, settlement.worth_days);
        let state = format!("/difficulties/{}/asks/{}/worth", difficulty.id, ask.id);
        let again = Button { label: texts::state_again(lang).to_owned(), url: app.config.url(&state) };
        Ok(match confirmed {
            true => Content {
                subject: texts::letter_confirmed_subject(lang, &difficulty.title),
                paragraphs: vec![texts::letter_confirmed(lang, &who, &difficulty.title, amount)],
                buttons: vec![open_button(app, lang, difficulty)],
                footer: texts::letter_footer(lang).to_owned(),
            },
            false => Content {
                subject: texts::letter_disputed_subject(lang, &difficulty.title),
                paragraphs: vec![
                    texts::letter_disputed(lang, &who, &difficulty.title, amount),
                    texts::letter_said(lang, &settlement.dispute),
                    texts::letter_disputed_next(lang).to_owned(),
                ],
                buttons: vec![again, open_button(app, lang, difficulty)],
                footer: texts::letter_footer(lang).to_owned(),
            },
        })
    })
    .await
}
