//! A letter: a few paragraphs and a few buttons, as plain text and as HTML.

use dure_domain::{FederationId, MailId, PersonId};
use dure_store::Tx;
use dure_tables::mails;
use maud::{DOCTYPE, html};
use sea_orm::{ActiveModelTrait, Set};

use super::SEND;
use crate::error::Result;

/// A link in a letter that does one thing.
#[derive(Debug, Clone)]
pub struct Button {
    /// What it does, in the reader's language.
    pub label: String,
    /// The full address.
    pub url: String,
}

/// A letter to one person.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The federation on whose behalf it is sent.
    pub federation: FederationId,
    /// To whom, none for an address outside the roster.
    pub person: Option<PersonId>,
    /// The address.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// Paragraphs of plain text.
    pub paragraphs: Vec<String>,
    /// Buttons under the text, the main one first.
    pub buttons: Vec<Button>,
    /// One line at the end: why this letter was sent.
    pub footer: String,
    /// What kind of letter it is, such as `difficulty.ask`.
    pub purpose: &'static str,
}

impl Letter {
    /// Puts the letter into the outbox in the act's own transaction, with the job that sends it.
    pub async fn post(self, tx: &Tx) -> Result<MailId> {
        let id: MailId = tx.id();
        let row = mails::ActiveModel {
            id: Set(id),
            federation_id: Set(self.federation),
            person_id: Set(self.person),
            body_text: Set(self.as_text()),
            body_html: Set(self.as_html()),
            to_address: Set(self.to),
            subject: Set(self.subject),
            purpose: Set(self.purpose.to_owned()),
            created_at: Set(tx.at()),
            sent_at: Set(None),
            failure: Set(String::new()),
        };
        row.insert(tx.db()).await?;
        tx.job(SEND, &id, tx.at())?;
        Ok(id)
    }

    fn as_text(&self) -> String {
        let mut parts = self.paragraphs.clone();
        parts.extend(self.buttons.iter().map(|button| format!("{}\n{}", button.label, button.url)));
        parts.push(format!("--\n{}", self.footer));
        parts.join("\n\n")
    }

    /// Mail programs know neither style sheets nor variables, so the style stands on each element.
    fn as_html(&self) -> String {
        let page = html! {
            (DOCTYPE)
            html {
                head { meta charset="utf-8"; meta name="viewport" content="width=device-width"; title { (self.subject) } }
                body style="margin:0;background:#f4f3ee;font-family:Pretendard,'Apple SD Gothic Neo','Malgun Gothic',sans-serif;color:#1c2523" {
                    div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;font-size:17px;line-height:1.65;word-break:keep-all" {
                        @for paragraph in &self.paragraphs {
                            p style="margin:0 0 16px;white-space:pre-line" { (paragraph) }
                        }
                        @for (at, button) in self.buttons.iter().enumerate() {
                            p style="margin:0 0 12px" {
                                a href=(button.url) style=(button_style(at == 0)) { (button.label) }
                            }
                        }
                        p style="margin:24px 0 0;padding-top:14px;border-top:1px solid #d9d6cb;font-size:14px;color:#5a6462" { (self.footer) }
                    }
                }
            }
        };
        page.into_string()
    }
}

/// A part of a letter as its plain text holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Paragraph(String),
    /// A link that does one thing.
    Button {
        /// What it does.
        label: String,
        /// Its address.
        url: String,
    },
    /// Why the letter was sent.
    Footer(String),
}

impl Part {
    /// Reads what [`Letter::post`] has written into the text.
    pub fn read(text: &str) -> Vec<Self> {
        text.split("\n\n").filter(|block| !block.trim().is_empty()).map(Self::of).collect()
    }

    fn of(block: &str) -> Self {
        let lines: Vec<&str> = block.lines().collect();
        match lines.as_slice() {
            ["--", footer @ ..] => Self::Footer(footer.join("\n")),
            [label, url] if url.starts_with("http://") || url.starts_with("https://") => {
                Self::Button { label: (*label).to_owned(), url: (*url).to_owned() }
            }
            _ => Self::Paragraph(block.to_owned()),
        }
    }
}

fn button_style(main: bool) -> &'static str {
    if main {
        "display:block;padding:14px 18px;border-radius:10px;background:#0b5d56;color:#ffffff;text-align:center;text-decoration:none;font-weight:700"
    } else {
        "display:block;padding:13px 18px;border-radius:10px;border:1px solid #0b5d56;color:#0b5d56;text-align:center;text-decoration:none"
    }
}

#[cfg(test)]
mod tests {
    use dure_domain::Id;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_letter_is_read_as_it_was_written(
            paragraphs in prop::collection::vec("[가-힣a-z0-9 .?]{0,30}[가-힣a-z]", 0..4),
            labels in prop::collection::vec("[가-힣]{1,8}", 0..3),
        ) {
            let button = |label: &String| Button { label: label.clone(), url: "https://dure.example/a".into() };
            let letter = Letter {
                federation: Id::from_uuid(uuid::Uuid::nil()),
                person: None,
                to: String::new(),
                subject: String::new(),
                paragraphs: paragraphs.clone(),
                buttons: labels.iter().map(button).collect(),
                footer: "두레".into(),
                purpose: "test",
            };
            let shown = paragraphs.into_iter().map(Part::Paragraph);
            let links = labels.into_iter().map(|label| Part::Button { label, url: "https://dure.example/a".into() });
            let all: Vec<Part> = shown.chain(links).chain([Part::Footer("두레".into())]).collect();
            prop_assert_eq!(Part::read(&letter.as_text()), all);
        }
    }
}
