//! What is shown of a letter, and to whom.

use dure_domain::{NoticeWay, Office};
use dure_tables::mails;
use dure_web::access::Viewer;
use dure_web::mail::stored;

/// Which letters a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All within reach.
    All,
    /// Those to the viewer.
    Mine,
    /// Those that could not be handed over.
    Failed,
}

/// One page of letters, newest first.
#[derive(Debug)]
pub struct Page {
    /// The letters.
    pub mails: Vec<mails::Model>,
    /// Which page, from 1.
    pub number: u64,
    /// The last page.
    pub last: u64,
}

/// How far a letter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Handed to the mail server.
    Sent,
    /// Refused, so far.
    Failed,
    /// Waits for its job.
    Waiting,
    /// It goes out with others, once a day.
    Gathered,
    /// There is no mail server, no address, or its reader wants it so: it is read here.
    Kept,
}

/// How far the letter has come.
pub fn state(mail: &mails::Model, has_server: bool) -> State {
    match (mail.sent_at, mail.failure.is_empty()) {
        (Some(_), _) => State::Sent,
        (None, false) => State::Failed,
        (None, true) if mail.way == NoticeWay::Digest => State::Gathered,
        (None, true) if has_server && mail.way == NoticeWay::Now => State::Waiting,
        (None, true) => State::Kept,
    }
}

/// Whether the letter may be handed over once more: not without the links that its buttons need.
pub fn may_be_sent_again(mail: &mails::Model, has_server: bool) -> bool {
    let complete = !mail.links.is_empty() || !stored::body(mail).is_some_and(|body| body.acts());
    has_server && state(mail, has_server) == State::Failed && complete
}

/// Whether the viewer has more than their own letters to read.
pub fn sees_others(viewer: &Viewer, demo: bool) -> bool {
    demo || viewer.holds(Office::Staff) || viewer.holds(Office::Operator)
}

/// Whether the viewer may read what a letter says. Whoever runs the program sees that letters about a
/// difficulty go out and which fail, but not what is in them: they would name who posted without a name.
pub fn may_read(viewer: &Viewer, demo: bool, mail: &mails::Model) -> bool {
    let about_help = ["difficulty.", "settlement."].iter().any(|kind| mail.purpose.starts_with(kind));
    demo || !about_help || mail.person_id == Some(viewer.person) || viewer.holds(Office::Staff)
}

#[cfg(test)]
mod tests {
    use dure_domain::{Id, MailId, Moment, PersonId};
    use uuid::Uuid;

    use super::*;

    fn id<I: Id>(number: u128) -> I {
        I::from_uuid(Uuid::from_u128(number))
    }

    fn mail() -> mails::Model {
        mails::Model {
            id: id::<MailId>(1),
            federation_id: id(1),
            person_id: Some(id::<PersonId>(1)),
            to_address: "kim@dure.example".into(),
            subject: "도움 부탁".into(),
            body_text: String::new(),
            body_html: String::new(),
            purpose: "difficulty.ask".into(),
            created_at: Moment::from_millis(0),
            sent_at: None,
            failure: String::new(),
            parts: String::new(),
            links: String::new(),
            links_until: None,
            way: NoticeWay::Now,
            read_at: None,
            gathered_at: None,
        }
    }

    #[test]
    fn what_failed_may_be_sent_again_once_there_is_a_server() {
        let failed = mails::Model { failure: "no".into(), ..mail() };
        assert_eq!(state(&failed, true), State::Failed);
        assert!(may_be_sent_again(&failed, true) && !may_be_sent_again(&failed, false));
        let acts = r#"{"parts":[],"buttons":[{"label":"예","to":{"link":{"at":0}}}],"footer":""}"#;
        let bare = mails::Model { parts: acts.into(), ..failed.clone() };
        assert!(!may_be_sent_again(&bare, true), "a button without its link is of no use");
        assert!(may_be_sent_again(&mails::Model { links: "[]".into(), ..bare }, true));
        let sent = mails::Model { sent_at: Some(Moment::from_millis(1)), ..failed };
        assert_eq!(state(&sent, true), State::Sent);
        assert_eq!(state(&mail(), true), State::Waiting);
        assert_eq!(state(&mail(), false), State::Kept);
    }
}
