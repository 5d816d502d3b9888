//! The letter that tells what was said.

use dure_domain::FederationId;
use dure_store::Tx;
use dure_tables::{comments, people};
use dure_texts::{Lang, comments as texts};
use dure_web::error::Result;
use dure_web::mail::{self, Button, Content, Paragraph};
use dure_web::one_tap::OneTap;
use dure_web::{App, Hold};

use super::links::Reply;
use super::rules::Who;

/// Who is told, and what they may know.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Who.
    pub person: people::Model,
    /// What the thing lets them do.
    pub hold: Hold,
    /// Who spoke, as they may know.
    pub who: Who,
}

/// Tells one of them.
pub async fn tell(
    app: &App,
    tx: &Tx,
    federation: FederationId,
    comment: &comments::Model,
    reader: &Reader,
) -> Result<()> {
    mail::post(tx, federation, &reader.person, "comment.said", |lang| {
        let page = format!("{}#comment-{}", reader.hold.path, comment.id);
        let head = match &reader.who {
            Who::Named(name) => texts::letter_said(lang, name),
            Who::Poster => texts::letter_poster_said(lang).to_owned(),
        };
        let mut buttons = Vec::new();
        if reader.hold.speaks {
            let to = (comment.id, reader.person.id);
            buttons.push(Reply.button(app, texts::answer(lang), to, comment.at, page.clone())?);
        }
        buttons.push(Button::page(texts::letter_open(lang), page));
        Ok(Content {
            subject: subject(lang, reader),
            parts: Paragraph::quote(&head, &comment.body).into_iter().collect(),
            buttons,
            footer: texts::letter_footer(lang).to_owned(),
        })
    })
    .await
}

fn subject(lang: Lang, reader: &Reader) -> String {
    texts::letter_subject(lang, &reader.hold.title)
}
