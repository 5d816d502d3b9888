//! The letter that asks, and the one that reminds.

use dure_store::Tx;
use dure_tables::{asks, difficulties};
use dure_texts::{Lang, asks as texts};
use dure_ui::words;
use dure_web::App;
use dure_web::error::Result;
use dure_web::mail::{Button, Content, Paragraph};
use dure_web::one_tap::OneTap;

use super::{Why, open_button, page, post, story};
use crate::asks::links::Kind;
use crate::asks::rules::{Helper, WAITS_DAYS};
use crate::asks::store::Names;

/// Asks a helper, with the whole story and one button for each answer.
pub async fn asked(
    app: &App,
    tx: &Tx,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    names: &Names,
    why: &Why,
) -> Result<()> {
    post(tx, difficulty, names, ask.person_id, "difficulty.ask", |lang| {
        let mut parts = vec![Paragraph::Words(who_asks(lang, difficulty, ask, names))];
        parts.extend(story(lang, difficulty));
        parts.extend(Paragraph::quote(texts::letter_message(lang), &ask.message));
        let reasons = why.words(lang, Helper { kind: ask.helper_kind, key: ask.helper_key });
        if !reasons.is_empty() {
            parts.push(Paragraph::list(texts::letter_why(lang), reasons));
        }
        parts.push(Paragraph::Words(texts::letter_one_tap(lang, until(lang, ask))));
        Ok(Content {
            subject: texts::letter_ask_subject(lang, &difficulty.title),
            parts,
            buttons: answer_buttons(app, lang, difficulty, ask)?,
            footer: texts::letter_ask_footer(lang).to_owned(),
        })
    })
    .await
}

/// Reminds of a request, once.
pub async fn reminder(
    app: &App,
    tx: &Tx,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    names: &Names,
) -> Result<()> {
    post(tx, difficulty, names, ask.person_id, "difficulty.remind", |lang| {
        let mut parts = vec![Paragraph::words(texts::letter_remind(lang))];
        parts.push(Paragraph::Words(who_asks(lang, difficulty, ask, names)));
        parts.extend(story(lang, difficulty));
        parts.push(Paragraph::Words(texts::letter_one_tap(lang, until(lang, ask))));
        let mut buttons = answer_buttons(app, lang, difficulty, ask)?;
        buttons.push(open_button(lang, difficulty));
        Ok(Content {
            subject: texts::letter_remind_subject(lang, &difficulty.title),
            parts,
            buttons,
            footer: texts::letter_ask_footer(lang).to_owned(),
        })
    })
    .await
}

/// Who asks. An anonymous poster's name and people stay unnamed.
fn who_asks(lang: Lang, difficulty: &difficulties::Model, ask: &asks::Model, names: &Names) -> String {
    let asker = ask.asked_by.and_then(|id| names.person(id));
    let other = asker.filter(|row| row.id != difficulty.author_id && row.firm_id != Some(difficulty.firm_id));
    let poster = names.full(difficulty.author_id);
    match (difficulty.anonymous, other) {
        (true, Some(row)) if ask.passed_from.is_some() => {
            texts::letter_who_passed_anonymous(lang, names.full(row.id))
        }
        // The secretary or chair who asks for it would tell the group, and so nearly the firm.
        (true, _) => texts::letter_who_anonymous(lang).to_owned(),
        (false, None) => texts::letter_who(lang, poster),
        (false, Some(row)) if ask.passed_from.is_some() => {
            texts::letter_who_passed(lang, names.full(row.id), poster)
        }
        (false, Some(row)) => texts::letter_who_for(lang, names.full(row.id), poster),
    }
}

fn until(lang: Lang, ask: &asks::Model) -> String {
    words::date(lang, ask.asked_at.plus_days(WAITS_DAYS).day())
}

fn answer_buttons(
    app: &App,
    lang: Lang,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
) -> Result<Vec<Button>> {
    let labelled = [
        (Kind::Offer, texts::answer_offer(lang)),
        (Kind::Decline, texts::answer_decline(lang)),
        (Kind::Pass, texts::answer_pass(lang)),
    ];
    let button =
        |(kind, label): (Kind, &str)| kind.button(app, label, ask.id, ask.asked_at, page(difficulty));
    labelled.into_iter().map(button).collect()
}
