//! Letters about requests. Each is written in the language of who gets it; who has no mail address
//! finds the same on the page.

mod answered;
mod asked;
mod why;

use dure_domain::PersonId;
use dure_store::Tx;
use dure_tables::{difficulties, people};
use dure_texts::{Lang, asks as texts};

use crate::error::Result;
use crate::features::asks::store::Names;
use crate::mail::{Button, Letter};
use crate::shell::App;

pub use answered::{answered, withdrawn};
pub use asked::{asked, reminder};
pub use why::Why;

/// What a letter says; who gets it is added by [`post`].
pub struct Content {
    /// The subject line.
    pub subject: String,
    /// Paragraphs, without the greeting.
    pub paragraphs: Vec<String>,
    /// Buttons.
    pub buttons: Vec<Button>,
    /// Why it was sent.
    pub footer: String,
}

/// The language that a person reads.
pub fn lang_of(person: &people::Model) -> Lang {
    Lang::from_tag(&person.lang).unwrap_or_default()
}

/// Posts a letter to a person who has a mail address, with a greeting.
pub async fn post(
    tx: &Tx,
    difficulty: &difficulties::Model,
    names: &Names,
    to: PersonId,
    purpose: &'static str,
    content: impl FnOnce(Lang) -> Result<Content>,
) -> Result<()> {
    let Some(person) = names.person(to).filter(|person| person.left_at.is_none()) else { return Ok(()) };
    let Some(address) = person.email.clone() else { return Ok(()) };
    let lang = lang_of(person);
    let Content { subject, paragraphs, buttons, footer } = content(lang)?;
    let greeting = texts::letter_greeting(lang, names.name(to));
    let letter = Letter {
        federation: difficulty.federation_id,
        person: Some(to),
        to: address,
        subject,
        paragraphs: std::iter::once(greeting).chain(paragraphs).collect(),
        buttons,
        footer,
        purpose,
    };
    letter.post(tx).await?;
    Ok(())
}

/// The button that opens the difficulty.
pub fn open_button(app: &App, lang: Lang, difficulty: &difficulties::Model) -> Button {
    Button {
        label: texts::letter_open(lang).to_owned(),
        url: app.config.url(&format!("/difficulties/{}", difficulty.id)),
    }
}

/// The difficulty as the poster told it, as paragraphs of a letter.
pub fn story(lang: Lang, difficulty: &difficulties::Model) -> Vec<String> {
    let parts = [
        (texts::story_title(lang), &difficulty.title),
        (texts::story_problem(lang), &difficulty.problem),
        (texts::story_present(lang), &difficulty.present_state),
        (texts::story_tried(lang), &difficulty.tried),
        (texts::story_solved(lang), &difficulty.solved_when),
    ];
    let told = parts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    told.map(|(label, text)| format!("[{label}]\n{}", text.trim())).collect()
}

/// How to reach a person: name, telephone, mail.
pub fn reach(lang: Lang, names: &Names, person: PersonId) -> String {
    let Some(row) = names.person(person) else { return String::new() };
    let phone = (!row.phone.is_empty()).then(|| texts::reach_phone(lang, &row.phone));
    let mail = row.email.as_ref().map(|mail| texts::reach_mail(lang, mail));
    [Some(names.full(person)), phone, mail].into_iter().flatten().collect::<Vec<_>>().join("\n")
}
