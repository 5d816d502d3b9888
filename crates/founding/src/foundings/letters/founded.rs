//! Letters that follow the answers: to the members of a founded group, to who joins later, to who is no longer
//! needed, to the broker once all have answered.

use dure_domain::{GroupId, PersonId};
use dure_store::Tx;
use dure_tables::{foundings, groups, invitations};
use dure_texts::{Lang, foundings as texts};
use dure_ui::words;
use dure_web::error::Result;
use dure_web::mail::{Button, Content, Paragraph, post};

use super::open_button;
use crate::foundings::actions::Directory;
use crate::foundings::store;

/// Tells everybody who accepted that the group exists, and who is in it.
pub async fn founded(
    tx: &Tx,
    founding: &foundings::Model,
    group: &groups::Model,
    accepted: &[&invitations::Model],
    directory: &Directory,
) -> Result<()> {
    let people = store::people(tx.db(), accepted.iter().filter_map(|one| one.person_id)).await?;
    let broker = founding.opened_by.filter(|id| !people.contains_key(id));
    let broker = store::people(tx.db(), broker).await?;
    for person in people.values().chain(broker.values()) {
        post(tx, founding.federation_id, person, "founding.founded", |lang| {
            Ok(Content {
                subject: texts::letter_founded_subject(lang, &group.name),
                parts: vec![
                    Paragraph::Words(texts::letter_founded(lang, &group.name, count(accepted.len()))),
                    Paragraph::list("", members(lang, accepted, directory)),
                    Paragraph::words(texts::letter_founded_next(lang)),
                ],
                buttons: vec![group_button(lang, group.id)],
                footer: texts::letter_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}

fn members(lang: Lang, accepted: &[&invitations::Model], directory: &Directory) -> Vec<String> {
    let line = |one: &&invitations::Model| {
        let firm = directory.firms.get(&one.firm_id)?;
        let industry = firm.industry_code.as_deref().and_then(|code| words::industry(lang, code));
        let person = directory.executives.get(&firm.id);
        let who = person.map(|row| format!("{} {} {}", row.name, row.title, row.phone));
        let parts = [Some(firm.name.clone()), industry.map(str::to_owned), who];
        let parts: Vec<String> = parts.into_iter().flatten().map(|part| part.trim().to_owned()).collect();
        Some(parts.join(" · "))
    };
    accepted.iter().filter_map(line).collect()
}

fn group_button(lang: Lang, group: GroupId) -> Button {
    Button::page(texts::letter_open_group(lang), format!("/groups/{group}"))
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// Welcomes a firm that joins a group which exists.
pub async fn joined(
    tx: &Tx,
    founding: &foundings::Model,
    group: GroupId,
    invitation: &invitations::Model,
    directory: &Directory,
) -> Result<()> {
    let Some(person) = directory.executives.get(&invitation.firm_id) else { return Ok(()) };
    post(tx, founding.federation_id, person, "founding.joined", |lang| {
        Ok(Content {
            subject: texts::letter_joined_subject(lang, &founding.name),
            parts: vec![Paragraph::Words(texts::letter_joined(lang, &founding.name))],
            buttons: vec![group_button(lang, group)],
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

/// Tells those who were invited that nothing comes of it.
pub async fn withdrawn(tx: &Tx, founding: &foundings::Model, told: &[&invitations::Model]) -> Result<()> {
    let people = store::people(tx.db(), told.iter().filter_map(|one| one.person_id)).await?;
    for person in people.values() {
        post(tx, founding.federation_id, person, "founding.withdrawn", |lang| {
            let word = Paragraph::quote(texts::letter_word(lang), &founding.word);
            let first = Paragraph::Words(texts::letter_withdrawn(lang, &founding.name));
            Ok(Content {
                subject: texts::letter_withdrawn_subject(lang, &founding.name),
                parts: std::iter::once(first).chain(word).collect(),
                buttons: Vec::new(),
                footer: texts::letter_footer(lang).to_owned(),
            })
        })
        .await?;
    }
    Ok(())
}

/// Tells the broker that all have answered and firms are missing.
pub async fn all_answered(
    tx: &Tx,
    founding: &foundings::Model,
    broker: PersonId,
    accepted: usize,
) -> Result<()> {
    let people = store::people(tx.db(), [broker]).await?;
    let Some(person) = people.get(&broker) else { return Ok(()) };
    post(tx, founding.federation_id, person, "founding.answered", |lang| {
        Ok(Content {
            subject: texts::letter_all_answered_subject(lang, &founding.name),
            parts: vec![Paragraph::Words(texts::letter_all_answered(
                lang,
                &founding.name,
                count(accepted),
                founding.needed,
            ))],
            buttons: vec![open_button(lang, founding)],
            footer: texts::letter_staff_footer(lang).to_owned(),
        })
    })
    .await
}
