//! Letters about requests.

mod answered;
mod asked;
mod why;

use dure_domain::PersonId;
use dure_store::Tx;
use dure_tables::difficulties;
use dure_texts::{Lang, asks as texts};
use dure_web::error::Result;
use dure_web::mail::{self, Button, Content, Paragraph};

use crate::asks::store::Names;

pub use answered::{answered, withdrawn};
pub use asked::{asked, reminder};
pub use why::Why;

/// Posts a letter about a difficulty to one of the people who were read.
pub async fn post(
    tx: &Tx,
    difficulty: &difficulties::Model,
    names: &Names,
    to: PersonId,
    purpose: &'static str,
    content: impl FnOnce(Lang) -> Result<Content>,
) -> Result<()> {
    let Some(person) = names.person(to) else { return Ok(()) };
    mail::post(tx, difficulty.federation_id, person, purpose, content).await
}

/// The button that opens the difficulty.
pub fn open_button(lang: Lang, difficulty: &difficulties::Model) -> Button {
    Button::page(texts::letter_open(lang), page(difficulty))
}

/// The page of the difficulty.
pub fn page(difficulty: &difficulties::Model) -> String {
    format!("/difficulties/{}", difficulty.id)
}

/// The difficulty as the poster told it, quoted.
pub fn story(lang: Lang, difficulty: &difficulties::Model) -> Vec<Paragraph> {
    let parts = [
        (texts::story_title(lang), &difficulty.title),
        (texts::story_problem(lang), &difficulty.problem),
        (texts::story_present(lang), &difficulty.present_state),
        (texts::story_tried(lang), &difficulty.tried),
        (texts::story_solved(lang), &difficulty.solved_when),
    ];
    parts.into_iter().filter_map(|(label, text)| Paragraph::quote(label, text)).collect()
}

/// How to reach a person: name, telephone, mail.
pub fn reach(lang: Lang, names: &Names, person: PersonId) -> Paragraph {
    let Some(row) = names.person(person) else { return Paragraph::list("", Vec::new()) };
    let phone = (!row.phone.is_empty()).then(|| texts::reach_phone(lang, &row.phone));
    let mail = row.email.as_ref().map(|mail| texts::reach_mail(lang, mail));
    Paragraph::list("", [Some(names.full(person)), phone, mail].into_iter().flatten().collect())
}
