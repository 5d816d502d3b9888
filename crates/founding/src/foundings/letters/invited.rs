//! The letter that invites a firm, and the one that reminds of it.

use dure_domain::FoundingPath;
use dure_store::Tx;
use dure_tables::{firms, foundings, invitations, people};
use dure_texts::{Lang, foundings as texts};
use dure_ui::words;
use dure_web::App;
use dure_web::error::Result;
use dure_web::mail::{Button, Content, Paragraph, post};
use dure_web::one_tap::OneTap;

use super::{open_button, page};
use crate::foundings::links::Kind;
use crate::foundings::rules::WAITS_DAYS;

/// Firms that a letter names, at most; the page shows all.
const MOST_NAMED: usize = 24;

/// One invitation with what its letter tells.
#[derive(Clone, Copy)]
pub struct Invited<'a> {
    /// The founding.
    pub founding: &'a foundings::Model,
    /// The invitation.
    pub invitation: &'a invitations::Model,
    /// The executive.
    pub person: &'a people::Model,
    /// The executive's firm.
    pub firm: &'a firms::Model,
    /// The name of the group that the firm would leave.
    pub leaves: Option<&'a str>,
    /// The other firms that are invited.
    pub others: &'a [&'a firms::Model],
}

/// Invites, with one button for each answer.
pub async fn invited(app: &App, tx: &Tx, letter: Invited<'_>) -> Result<()> {
    let Invited { founding, person, .. } = letter;
    post(tx, founding.federation_id, person, "founding.invite", |lang| {
        Ok(Content {
            subject: subject(lang, founding),
            parts: told(lang, letter),
            buttons: answer_buttons(app, lang, letter)?,
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

/// Reminds, once.
pub async fn reminder(app: &App, tx: &Tx, letter: Invited<'_>) -> Result<()> {
    let Invited { founding, person, .. } = letter;
    post(tx, founding.federation_id, person, "founding.remind", |lang| {
        let again = Paragraph::words(texts::letter_remind(lang));
        Ok(Content {
            subject: texts::letter_remind_subject(lang, &founding.name),
            parts: std::iter::once(again).chain(told(lang, letter)).collect(),
            buttons: answer_buttons(app, lang, letter)?,
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

fn subject(lang: Lang, founding: &foundings::Model) -> String {
    match founding.path {
        FoundingPath::Brokered => texts::letter_invite_subject(lang, &founding.name),
        FoundingPath::Registered => texts::letter_confirm_subject(lang, &founding.name),
        FoundingPath::Moved => texts::letter_move_subject(lang, &founding.name),
    }
}

fn told(lang: Lang, letter: Invited<'_>) -> Vec<Paragraph> {
    let Invited { founding, invitation, firm, leaves, others, .. } = letter;
    let first = match founding.path {
        FoundingPath::Brokered => texts::letter_invite(lang, &founding.name, &firm.name),
        FoundingPath::Registered => texts::letter_confirm(lang, &founding.name, &firm.name),
        FoundingPath::Moved => texts::letter_move(lang, &founding.name, &firm.name),
    };
    let place = words::place_of(founding.place_code).map(|place| words::place_in_full(lang, place));
    let place = [place.unwrap_or_default(), founding.meeting_place.clone()].join(" ").trim().to_owned();
    let until = words::date(lang, invitation.invited_at.plus_days(WAITS_DAYS).day());
    let moved = founding.path == FoundingPath::Moved;
    let parts = [
        Some(Paragraph::Words(first)),
        Paragraph::quote(texts::letter_message(lang), &founding.message),
        Paragraph::quote(texts::letter_charter(lang), &founding.charter),
        (!place.is_empty()).then(|| Paragraph::Words(texts::letter_place(lang, place))),
        (!others.is_empty()).then(|| companions(lang, others)),
        leaves.map(|from| Paragraph::Words(texts::letter_leaves(lang, from, &founding.name))),
        (!moved).then(|| Paragraph::Words(texts::letter_needed(lang, founding.needed))),
        Some(Paragraph::Words(texts::letter_one_tap(lang, until))),
    ];
    parts.into_iter().flatten().collect()
}

/// Who else is invited: name, industry, place.
fn companions(lang: Lang, others: &[&firms::Model]) -> Paragraph {
    let line = |firm: &&firms::Model| {
        let industry = firm.industry_code.as_deref().and_then(|code| words::industry(lang, code));
        let place = words::place_of(firm.place_code).map(|place| words::place(lang, place));
        let facts: Vec<&str> = industry.into_iter().chain(place).collect();
        let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
        format!("{}{facts}", firm.name)
    };
    let many = i64::try_from(others.len()).unwrap_or(i64::MAX);
    Paragraph::list(&texts::letter_companions(lang, many), others.iter().take(MOST_NAMED).map(line).collect())
}

fn answer_buttons(app: &App, lang: Lang, letter: Invited<'_>) -> Result<Vec<Button>> {
    let Invited { founding, invitation, .. } = letter;
    let button =
        |kind: Kind, label| kind.button(app, label, invitation.id, invitation.invited_at, page(founding));
    Ok(vec![
        button(Kind::Accept, texts::answer_accept(lang))?,
        button(Kind::Decline, texts::answer_decline(lang))?,
        open_button(lang, founding),
    ])
}
