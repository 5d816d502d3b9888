//! Saying that one comes, or that one does not; the last word counts.

use dure_domain::{MeetingId, PersonId};
use dure_store::Actor;
use dure_tables::{meeting_replies, meetings};
use dure_texts::{Lang, meetings as texts};
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::one_tap::{self, Made};
use dure_web::{App, credentials};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, Set};
use serde_json::json;

use super::record;
use crate::meetings::letter::{self, Answering, CALENDAR_PURPOSE, REPLY_PURPOSE};
use crate::meetings::store::{self, Meeting, Reader};
use crate::meetings::{access, rules};

/// Notes the viewer's reply to a meeting to which the viewer is invited.
pub async fn in_person(app: &App, viewer: &Viewer, id: MeetingId, coming: bool) -> Result<()> {
    let meeting = super::find_for(app, viewer, id).await?;
    access::REPLY.require(viewer, &access::thing_of(&meeting))?;
    reply(app, viewer.person, id, coming, viewer.lang).await
}

/// What a link from the mail stands for.
pub struct Opened {
    /// The answer that the link gives.
    pub answering: Answering,
    /// The meeting.
    pub meeting: Meeting,
    /// Who was invited.
    pub person: Reader,
}

/// Opens a link from the mail.
///
/// # Errors
/// [`Error::LinkExpired`] for one that is late, was altered, or whose reader's ways in were all ended.
pub async fn opened(app: &App, token: &str) -> Result<Opened> {
    let Made { to: answering, at }: Made<Answering> = one_tap::open(app, REPLY_PURPOSE, token)?;
    let db = app.store.read();
    let meeting = store::find(db, answering.meeting).await?.ok_or(Error::LinkExpired)?;
    let person = store::reader(db, answering.person).await?;
    let person = person.filter(|person| credentials::link_is_good(person, at)).ok_or(Error::LinkExpired)?;
    Ok(Opened { answering, meeting, person })
}

/// What the page behind a link shows beside the meeting.
pub struct Behind {
    /// The group, or the federation.
    pub whose: String,
    /// The reply on record.
    pub mine: Option<bool>,
    /// Where the other answer is sent.
    pub other: String,
    /// The calendar file.
    pub calendar: String,
}

/// Gathers it.
pub async fn behind(app: &App, opened: &Opened) -> Result<Behind> {
    let Opened { answering, meeting, person } = opened;
    let until = rules::end(meeting);
    let replies = store::replies_of(app.store.read(), person.id, [meeting.id]).await?;
    let other = Answering { coming: !answering.coming, ..*answering };
    Ok(Behind {
        whose: letter::whose(app, meeting).await?,
        mine: replies.get(&meeting.id).copied(),
        other: letter::answer_path(app, other, until)?,
        calendar: letter::calendar_path(app, meeting.id, until)?,
    })
}

/// The meeting behind a link to its calendar file.
///
/// # Errors
/// [`Error::LinkExpired`] for one that is late or was altered.
pub async fn of_calendar(app: &App, token: &str) -> Result<Meeting> {
    let id: MeetingId = app.key.open(CALENDAR_PURPOSE, token, app.now())?;
    store::find(app.store.read(), id).await?.ok_or(Error::LinkExpired)
}

/// Notes the reply of a person. `lang` is what the person reads, for the words of a refusal.
pub async fn reply(app: &App, person: PersonId, id: MeetingId, coming: bool, lang: Lang) -> Result<()> {
    app.store
        .write(Actor::Person(person), |tx| async move {
            let meeting = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
            if !rules::takes_replies(&meeting, tx.at()) {
                return Err(Error::Rule(why_not(&meeting, lang).to_owned()));
            }
            let before = store::replies_of(tx.db(), person, [id]).await?.get(&id).copied();
            let row = meeting_replies::ActiveModel {
                meeting_id: Set(id),
                person_id: Set(person),
                federation_id: Set(meeting.federation_id),
                coming: Set(coming),
                at: Set(tx.at()),
            };
            let again =
                OnConflict::columns([meeting_replies::Column::MeetingId, meeting_replies::Column::PersonId])
                    .update_columns([meeting_replies::Column::Coming, meeting_replies::Column::At])
                    .to_owned();
            meeting_replies::Entity::insert(row).on_conflict(again).exec_without_returning(tx.db()).await?;
            let words = |coming| json!({ "person": person, "coming": coming });
            tx.record(record("meeting.reply", &meeting, before.map(words), Some(words(coming))));
            Ok(())
        })
        .await
}

fn why_not(meeting: &meetings::Model, lang: Lang) -> &'static str {
    match meeting.cancelled_at {
        Some(_) => texts::is_cancelled(lang),
        None => texts::is_over(lang),
    }
}
