//! Letters about a meeting, written by a job; each carries links that do one thing for one person.

use dure_domain::{MeetingId, Moment, PersonId};
use dure_store::Actor;
use dure_tables::{federations, meetings, people};
use dure_texts::{Lang, meetings as texts};
use dure_web::error::Result;
use dure_web::mail::{Button, Letter, Paragraph};
use dure_web::names;
use dure_web::{App, one_tap};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use super::{pages, rules, store};

/// The kind of job that writes letters; its payload is [`Letters`].
pub const JOB: &str = "meeting.letters";
/// The purpose of links that answer an invitation, and of the letter itself.
pub const REPLY_PURPOSE: &str = "meeting.invite";
/// The purpose of links that give the calendar file.
pub const CALENDAR_PURPOSE: &str = "meeting.calendar";

/// What a letter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Come, please.
    Invite,
    /// It does not take place.
    Cancelled,
}

/// Letters to write.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Letters {
    /// About which meeting.
    pub meeting: MeetingId,
    /// What to say.
    pub what: What,
    /// To whom.
    pub people: Vec<PersonId>,
}

/// What a link in an invitation does: this person comes, or does not.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Answering {
    /// The meeting.
    #[serde(rename = "m")]
    pub meeting: MeetingId,
    /// Who answers.
    #[serde(rename = "p")]
    pub person: PersonId,
    /// The answer.
    #[serde(rename = "c")]
    pub coming: bool,
}

/// The address of a link that answers; good until the meeting is over.
pub fn answer_path(app: &App, answering: Answering, until: Moment) -> Result<String> {
    Ok(format!("/meetings/reply/{}", one_tap::seal(app, REPLY_PURPOSE, &answering, until)?))
}

/// The address of a link that gives the calendar file.
pub fn calendar_path(app: &App, meeting: MeetingId, until: Moment) -> Result<String> {
    Ok(format!("/meetings/calendar/{}", app.key.seal(CALENDAR_PURPOSE, &meeting, until)?))
}

/// Writes letters into the outbox, each in its reader's language.
pub async fn write(app: App, letters: Letters) -> Result<()> {
    let app = &app;
    let db = app.store.read();
    let Some(meeting) = store::find(db, letters.meeting).await? else { return Ok(()) };
    let whose = whose(app, &meeting).await?;
    let readers = people::Entity::find()
        .filter(people::Column::Id.is_in(letters.people))
        .filter(people::Column::LeftAt.is_null())
        .filter(people::Column::Email.is_not_null())
        .all(db)
        .await?;
    let letters = readers.iter().map(|reader| letter(app, &meeting, &whose, letters.what, reader));
    let letters = letters.collect::<Result<Vec<Letter>>>()?;
    app.store
        .write(Actor::System, |tx| {
            let letters = letters.clone();
            async move {
                tx.quiet();
                for letter in letters {
                    letter.post(&tx).await?;
                }
                Ok(())
            }
        })
        .await
}

/// The name of who holds the meeting: the group, or the federation.
pub async fn whose(app: &App, meeting: &meetings::Model) -> Result<String> {
    let db = app.store.read();
    match meeting.group_id {
        Some(group) => Ok(names::groups(db, [group]).await?.remove(&group).unwrap_or_default()),
        None => {
            let federation = federations::Entity::find_by_id(meeting.federation_id).one(db).await?;
            Ok(federation.map(|federation| federation.name).unwrap_or_default())
        }
    }
}

fn letter(
    app: &App,
    meeting: &meetings::Model,
    whose: &str,
    what: What,
    reader: &people::Model,
) -> Result<Letter> {
    let lang = Lang::from_tag(&reader.lang).unwrap_or_default();
    let when = pages::when(lang, meeting);
    let (subject, first, buttons) = match what {
        What::Invite => (
            texts::letter_subject(lang, &meeting.title, &when),
            texts::letter_hello(lang, &reader.name, whose),
            invitation_buttons(app, meeting, reader.id, lang)?,
        ),
        What::Cancelled => (
            texts::cancelled_subject(lang, &meeting.title),
            texts::cancelled_hello(lang, &reader.name, whose),
            Vec::new(),
        ),
    };
    let mut facts = vec![meeting.title.clone(), texts::letter_when(lang, &when)];
    facts.extend((!meeting.place.is_empty()).then(|| texts::letter_where(lang, &meeting.place)));
    let mut parts = vec![Paragraph::Words(first), Paragraph::list("", facts)];
    if what == What::Invite {
        parts.extend(Paragraph::quote("", &meeting.body));
        parts.push(Paragraph::words(texts::letter_ask(lang)));
    }
    Ok(Letter {
        federation: meeting.federation_id,
        person: Some(reader.id),
        to: reader.email.clone().unwrap_or_default(),
        subject,
        parts,
        buttons,
        footer: texts::letter_footer(lang, whose),
        purpose: match what {
            What::Invite => REPLY_PURPOSE,
            What::Cancelled => "meeting.cancel",
        },
    })
}

fn invitation_buttons(
    app: &App,
    meeting: &meetings::Model,
    person: PersonId,
    lang: Lang,
) -> Result<Vec<Button>> {
    let until = rules::end(meeting);
    let answer = |coming| answer_path(app, Answering { meeting: meeting.id, person, coming }, until);
    let page = format!("/meetings/{}", meeting.id);
    let button = |label, path: String| Button::link(app, label, &path, until, page.clone());
    Ok(vec![
        button(texts::coming(lang), answer(true)?)?,
        button(texts::not_coming(lang), answer(false)?)?,
        button(texts::calendar(lang), calendar_path(app, meeting.id, until)?)?,
    ])
}
