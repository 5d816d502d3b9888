//! Letters that follow an answer: to the asking side what was answered, to who offered how to reach
//! the poster, to who is no longer needed a word of thanks.

use std::collections::BTreeSet;

use dure_domain::{AskState, PersonId};
use dure_store::Tx;
use dure_tables::{asks, difficulties};
use dure_texts::{Lang, asks as texts};
use dure_web::error::Result;
use dure_web::mail::{Content, Paragraph};

use super::{open_button, post, reach};
use crate::asks::store::Names;

/// Tells the asking side what a helper answered; an offer tells both sides how to reach each other.
pub async fn answered(
    tx: &Tx,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    names: &Names,
    actor: PersonId,
) -> Result<()> {
    let mut asking: BTreeSet<PersonId> = ask.asked_by.into_iter().chain([difficulty.author_id]).collect();
    asking.remove(&actor);
    asking.remove(&ask.person_id);
    for to in asking {
        post(tx, difficulty, names, to, "difficulty.answered", |lang| {
            Ok(to_asking_side(lang, difficulty, ask, names))
        })
        .await?;
    }
    if ask.state == AskState::Offered {
        post(tx, difficulty, names, ask.person_id, "difficulty.offered", |lang| {
            Ok(Content {
                subject: texts::letter_thanks_subject(lang, &difficulty.title),
                parts: vec![
                    Paragraph::words(texts::letter_thanks(lang)),
                    reach(lang, names, difficulty.author_id),
                    Paragraph::words(texts::letter_thanks_next(lang)),
                ],
                buttons: vec![open_button(lang, difficulty)],
                footer: texts::letter_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}

fn to_asking_side(lang: Lang, difficulty: &difficulties::Model, ask: &asks::Model, names: &Names) -> Content {
    let who = names.full(ask.person_id);
    let (subject, first, next) = match ask.state {
        AskState::Offered => (
            texts::letter_offered_subject(lang, &who),
            texts::letter_offered(lang, &who, &difficulty.title),
            true,
        ),
        AskState::Passed => (
            texts::letter_passed_subject(lang, &who),
            texts::letter_passed(lang, &who, &difficulty.title),
            false,
        ),
        _ => (
            texts::letter_declined_subject(lang, &who),
            texts::letter_declined(lang, &who, &difficulty.title),
            false,
        ),
    };
    let mut parts = vec![Paragraph::Words(first)];
    parts.extend(Paragraph::quote(texts::letter_said(lang), &ask.answer));
    if next {
        parts.push(reach(lang, names, ask.person_id));
        parts.push(Paragraph::words(texts::letter_offered_next(lang)));
    } else {
        parts.push(Paragraph::words(texts::letter_declined_next(lang)));
    }
    Content {
        subject,
        parts,
        buttons: vec![open_button(lang, difficulty)],
        footer: texts::letter_footer(lang).to_owned(),
    }
}

/// Tells a helper that the help is no longer needed.
pub async fn withdrawn(
    tx: &Tx,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    names: &Names,
) -> Result<()> {
    post(tx, difficulty, names, ask.person_id, "difficulty.withdrawn", |lang| {
        Ok(Content {
            subject: match ask.asked_by {
                Some(_) => texts::letter_withdrawn_subject(lang, &difficulty.title),
                None => texts::letter_spared_subject(lang, &difficulty.title),
            },
            parts: vec![Paragraph::Words(texts::letter_withdrawn(lang, &difficulty.title))],
            buttons: Vec::new(),
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}
