//! The letter that asks, and the one that reminds.

use dure_domain::AskId;
use dure_store::Tx;
use dure_tables::{asks, difficulties};
use dure_texts::{Lang, asks as texts};

use super::{Why, open_button, post, story};
use crate::error::Result;
use crate::features::asks::links::Kind;
use crate::features::asks::rules::{Helper, WAITS_DAYS};
use crate::features::asks::store::Names;
use crate::mail::{Button, Content};
use crate::shell::App;
use crate::shell::one_tap::OneTap;
use crate::ui::words;

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
        let mut paragraphs = vec![who_asks(lang, difficulty, ask, names)];
        paragraphs.extend(story(lang, difficulty));
        if !ask.message.is_empty() {
            paragraphs.push(texts::letter_message(lang, &ask.message));
        }
        let reasons = why.words(lang, Helper { kind: ask.helper_kind, key: ask.helper_key });
        if !reasons.is_empty() {
            paragraphs.push(format!("{}\n· {}", texts::letter_why(lang), reasons.join("\n· ")));
        }
        paragraphs.push(texts::letter_one_tap(lang, until(lang, ask)));
        Ok(Content {
            subject: texts::letter_ask_subject(lang, &difficulty.title),
            paragraphs,
            buttons: answer_buttons(app, lang, ask.id, ask)?,
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
        let mut paragraphs = vec![texts::letter_remind(lang).to_owned()];
        paragraphs.push(who_asks(lang, difficulty, ask, names));
        paragraphs.extend(story(lang, difficulty));
        paragraphs.push(texts::letter_one_tap(lang, until(lang, ask)));
        let mut buttons = answer_buttons(app, lang, ask.id, ask)?;
        buttons.push(open_button(app, lang, difficulty));
        Ok(Content {
            subject: texts::letter_remind_subject(lang, &difficulty.title),
            paragraphs,
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
        (true, None) => texts::letter_who_anonymous(lang).to_owned(),
        (true, Some(row)) if ask.passed_from.is_some() => {
            texts::letter_who_passed_anonymous(lang, names.full(row.id))
        }
        (true, Some(row)) => texts::letter_who_for_anonymous(lang, names.full(row.id)),
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

fn answer_buttons(app: &App, lang: Lang, id: AskId, ask: &asks::Model) -> Result<Vec<Button>> {
    let labelled = [
        (Kind::Offer, texts::answer_offer(lang)),
        (Kind::Decline, texts::answer_decline(lang)),
        (Kind::Pass, texts::answer_pass(lang)),
    ];
    let button = |(kind, label): (Kind, &str)| {
        Ok(Button { label: label.to_owned(), url: kind.url(app, id, ask.asked_at)? })
    };
    labelled.into_iter().map(button).collect()
}
