//! A letter as its row keeps it, and how its links go.

use dure_domain::{MailId, Moment};
use dure_store::Tx;
use dure_tables::mails;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, Set};

use super::parts::Body;
use super::sealed;
use crate::App;
use crate::error::Result;

/// Letters that were written before letters had parts are cleaned so many at once.
const AT_ONCE: u64 = 200;
/// The links of such a letter act no longer after so many days.
const OLD_DAYS: i64 = 30;

/// The letter in parts; none for one that was written before letters had them.
pub fn body(mail: &mails::Model) -> Option<Body> {
    serde_json::from_str(&mail.parts).ok()
}

/// The paths of its links; empty when they have gone.
pub fn links(app: &App, mail: &mails::Model) -> Vec<String> {
    sealed::open(&app.key, &mail.links)
}

/// The full address behind each button, none where its link has gone.
pub fn urls(app: &App, mail: &mails::Model, body: &Body) -> Vec<Option<String>> {
    let links = links(app, mail);
    body.buttons.iter().map(|button| Body::path(button, &links).map(|path| app.config.url(path))).collect()
}

/// Whether the letter has buttons that act and whose links have gone.
pub fn links_are_gone(app: &App, mail: &mails::Model) -> bool {
    let over = mail.links_until.is_some_and(|until| until <= app.now());
    body(mail).is_some_and(|body| body.acts()) && (over || sealed::open(&app.key, &mail.links).is_empty())
}

/// The row without its links.
fn without_links(id: MailId) -> mails::ActiveModel {
    mails::ActiveModel {
        id: Set(id),
        links: Set(String::new()),
        links_until: Set(None),
        ..Default::default()
    }
}

/// The row of a letter that has done its work: its links gone, also where they stand in an older letter's text.
pub fn spent(mail: &mails::Model) -> mails::ActiveModel {
    let row = without_links(mail.id);
    if body(mail).is_some() {
        return row;
    }
    mails::ActiveModel {
        body_text: Set(without_addresses(&mail.body_text)),
        body_html: Set(String::new()),
        ..row
    }
}

/// A text in which every address of a page is a sign that one stood there.
pub fn without_addresses(text: &str) -> String {
    let word = |word: &str| {
        let lower = word.to_ascii_lowercase();
        let at = ["http://", "https://"].iter().filter_map(|scheme| lower.find(scheme)).min();
        match at {
            Some(at) => format!("{}[…]", word.get(..at).unwrap_or_default()),
            None => word.to_owned(),
        }
    };
    text.split_inclusive(char::is_whitespace)
        .map(|part| {
            let end = part.trim_end_matches(char::is_whitespace);
            format!("{}{}", word(end), &part[end.len()..])
        })
        .collect()
}

/// Forgets links that act no longer, and those that have been in the outbox for too long.
pub async fn forget_links(tx: &Tx) -> Result<()> {
    mails::Entity::update_many()
        .col_expr(mails::Column::Links, Expr::value(""))
        .col_expr(mails::Column::LinksUntil, Expr::value(None::<Moment>))
        .filter(mails::Column::LinksUntil.lte(tx.at()))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Forgets the links in letters from before letters had parts, once these were sent or are old.
pub async fn forget_old_links(tx: &Tx) -> Result<()> {
    let over = Condition::any()
        .add(mails::Column::SentAt.is_not_null())
        .add(mails::Column::CreatedAt.lte(tx.at().plus_days(-OLD_DAYS)));
    let old = mails::Entity::find()
        .filter(mails::Column::Parts.eq(""))
        .filter(mails::Column::BodyHtml.ne(""))
        .filter(over)
        .limit(AT_ONCE)
        .all(tx.db())
        .await?;
    for mail in old {
        mails::Entity::update(spent(&mail)).exec(tx.db()).await?;
    }
    Ok(())
}

/// The letter as it reaches its reader, with its links.
#[cfg(any(test, feature = "testing"))]
pub fn mailed(app: &App, mail: mails::Model) -> mails::Model {
    let Some(body) = body(&mail) else { return mail };
    let urls = urls(app, &mail, &body);
    let (body_text, body_html) =
        (super::plain::text(&body, &urls), super::html::page(&mail.subject, &body, &urls));
    mails::Model { body_text, body_html, ..mail }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::without_addresses;

    #[test]
    fn an_address_in_an_old_letter_leaves_a_sign() {
        let old = "녹이 습니다.\n\n답하기\nhttp://dure.test/answers/offer/abc.def\n\n(HTTPS://x/y) --\n두레";
        assert_eq!(without_addresses(old), "녹이 습니다.\n\n답하기\n[…]\n\n([…] --\n두레");
    }

    proptest! {
        #[test]
        fn no_address_is_left(words in prop::collection::vec("(https?://[a-zA-Z0-9./]{0,20}|HTTPS://a|[가-힣İ ]{0,6}|[\n\t ])", 0..20)) {
            let text = without_addresses(&words.concat());
            prop_assert!(!text.contains("://"), "{text}");
        }
    }
}
