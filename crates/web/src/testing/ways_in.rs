//! Coming in as people do, by a mailed link.

use dure_domain::PersonId;
use dure_tables::{mails, people};
use sea_orm::{EntityTrait, QueryOrder};

use super::TestApp;

/// The person as the register has them now.
pub async fn person(test: &TestApp, id: PersonId) -> people::Model {
    people::Entity::find_by_id(id).one(test.app.store.read()).await.expect("people").expect("a person")
}

/// The first link of the letter that was posted last.
pub async fn newest_link(test: &TestApp) -> String {
    let mail = mails::Entity::find().order_by_desc(mails::Column::Id).one(test.app.store.read()).await;
    let text = test.mailed(mail.expect("letters").expect("a letter")).body_text;
    let url = text.lines().find(|line| line.starts_with("http")).expect("a link");
    url.trim_start_matches("http://dure.test").to_owned()
}

/// Comes in by a mailed link, which lets one choose a password; gives the cookie.
pub async fn by_link(test: &TestApp, id: PersonId) -> String {
    let email = person(test, id).await.email.expect("an address");
    test.stranger().post("/sign-in/link", &[("email", &email)]).await;
    test.settle().await;
    let link = newest_link(test).await;
    // So that the next letter is the newest.
    test.clock.advance_secs(1);
    test.stranger().post(&link, &[]).await.cookie.expect("a session")
}
