//! The mailed link: asked for, sent by a job, opened once.

use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::{Id, Moment, PersonId, Subject};
use dure_store::{Actor, Record, Tx};
use dure_tables::{people, sign_in_links};
use dure_texts::{Lang, accounts as texts, errors};
use dure_web::error::{Error, Result};
use dure_web::mail::{Button, Letter, Paragraph};
use dure_web::paths::{encoded, own_path};
use dure_web::sessions::{self, OpenedBy};
use dure_web::{App, Caller, Guest};
use maud::Markup;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Way, by_hand, come_in, pages};
use crate::accounts::address::user_of;
use crate::accounts::limits::{self, LETTERS_BY_ADDRESS, LETTERS_BY_NETWORK};

/// The kind of job that mails a link; its payload is a [`Wanted`].
pub const SEND_LINK: &str = "accounts.send_link";
/// A sign-in link is good this long.
pub const LASTS_MINUTES: i64 = 30;
/// The kinds of link by which somebody comes in; another kind asks for a new address.
const OPENS: [OpenedBy; 3] = [OpenedBy::Link, OpenedBy::Invitation, OpenedBy::ByHand];
/// Links are swept out so long after they have expired.
const KEPT_DAYS: i64 = 30;

/// A link that somebody has asked for.
#[derive(Serialize, Deserialize)]
pub struct Wanted {
    email: String,
    to: String,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    email: String,
    #[serde(default)]
    to: String,
}

/// `POST /sign-in/link`: the same answer, after the same work, for every address. Whether it is
/// known is looked up by the job.
pub(super) async fn ask(guest: Guest, caller: Caller, Form(asked): Form<Asked>) -> Result<Response> {
    let lang = guest.lang();
    let email = asked.email.trim().to_owned();
    let typed = |alert: String| pages::Typed {
        to: asked.to.clone(),
        email: email.clone(),
        alert,
        ..Default::default()
    };
    if email.parse::<dure_domain::Email>().is_err() {
        let page = pages::sign_in(&guest, &typed(texts::address_wrong(lang).to_owned()));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let attempts = [(LETTERS_BY_ADDRESS, email.as_str()), (LETTERS_BY_NETWORK, caller.network.as_str())];
    if let Err(error) = limits::count(&guest.app, &attempts).await {
        let Error::TooMany(secs) = error else { return Err(error) };
        let page = pages::sign_in(&guest, &typed(errors::too_many_do(lang, minutes(secs))));
        return Ok((StatusCode::TOO_MANY_REQUESTS, page).into_response());
    }
    let wanted = Wanted { email: email.clone(), to: own_path(&asked.to).to_owned() };
    guest
        .app
        .store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let wanted = serde_json::to_value(&wanted);
            async move {
                tx.quiet();
                tx.job(SEND_LINK, &wanted.map_err(dure_store::StoreError::from)?, tx.at())?;
                Ok(())
            }
        })
        .await?;
    Ok(Redirect::to("/sign-in/sent").into_response())
}

/// Whole minutes that take in so many seconds.
pub(super) const fn minutes(secs: i64) -> i64 {
    (secs + 59) / 60
}

/// `GET /sign-in/sent`
pub(super) async fn sent(guest: Guest) -> Markup {
    pages::sent(&guest)
}

/// Mails the link, if the address belongs to somebody.
pub async fn send_link(app: App, wanted: Wanted) -> Result<()> {
    let Some(person) = user_of(app.store.read(), &wanted.email).await? else { return Ok(()) };
    app.store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let (app, person, to) = (app.clone(), person.clone(), wanted.to.clone());
            async move {
                let until = tx.at().plus_secs(LASTS_MINUTES * 60);
                let token = make(&tx, person.id, OpenedBy::Link, until, None).await?;
                tx.record(record("link.send", &person));
                letter(&app, &person, &path(&token, &to), until)?.post(&tx).await?;
                Ok(())
            }
        })
        .await
}

fn letter(app: &App, person: &people::Model, path: &str, until: Moment) -> Result<Letter> {
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    Ok(Letter {
        federation: person.federation_id,
        person: Some(person.id),
        to: person.email.clone().unwrap_or_default(),
        subject: texts::link_mail_subject(lang).to_owned(),
        parts: vec![
            Paragraph::Words(texts::link_mail_hello(lang, &person.name)),
            Paragraph::Words(texts::link_mail_body(lang, LASTS_MINUTES)),
        ],
        buttons: vec![Button::link(app, texts::link_mail_button(lang), path, until, String::new())?],
        footer: texts::link_mail_footer(lang).to_owned(),
        purpose: "sign_in",
    })
}

/// The path of a link.
pub(super) fn path(token: &str, to: &str) -> String {
    let way = if to == "/" { String::new() } else { format!("?to={}", encoded(to)) };
    format!("/sign-in/link/{token}{way}")
}

/// Puts a new link into the table, as its hash; gives its token.
pub(super) async fn make(
    tx: &Tx,
    person: PersonId,
    by: OpenedBy,
    until: Moment,
    issued_by: Option<PersonId>,
) -> Result<String> {
    let token: [u8; 32] = tx.secret();
    let row = sign_in_links::ActiveModel {
        token_hash: Set(Sha256::digest(token).to_vec()),
        person_id: Set(person),
        purpose: Set(by.as_str().to_owned()),
        created_at: Set(tx.at()),
        expires_at: Set(until),
        used_at: Set(None),
        issued_by: Set(issued_by),
    };
    row.insert(tx.db()).await?;
    let over = sign_in_links::Entity::delete_many()
        .filter(sign_in_links::Column::PersonId.eq(person))
        .filter(sign_in_links::Column::ExpiresAt.lt(tx.at().plus_days(-KEPT_DAYS)));
    over.exec(tx.db()).await?;
    Ok(BASE64.encode(token))
}

/// An audit entry about somebody's way in.
pub(super) fn record(action: &'static str, person: &people::Model) -> Record {
    Record {
        action,
        subject: Subject::Person,
        id: person.id.uuid(),
        federation: Some(person.federation_id),
        before: None,
        after: None,
    }
}

/// `GET /sign-in/link/{token}` changes nothing: mail programs look at links before people do.
pub(super) async fn show(guest: Guest, Path(token): Path<String>, Query(way): Query<Way>) -> Result<Markup> {
    let db = guest.app.store.read();
    let link = good(db, &token, guest.app.now()).await?;
    let issuer = match link.issued_by {
        Some(id) => people::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let to = own_path(&way.to);
    let action = path(&token, to);
    Ok(pages::open_link(&guest, &action, issuer.as_ref()))
}

/// `POST /sign-in/link/{token}`
pub(super) async fn enter(
    guest: Guest,
    caller: Caller,
    Path(token): Path<String>,
    Query(way): Query<Way>,
) -> Result<Response> {
    let app = &guest.app;
    let (person, by) = app
        .store
        .write::<_, Error, _, _>(Actor::System, |tx| {
            let token = token.clone();
            async move {
                let link = good(tx.db(), &token, tx.at()).await?;
                let person = people::Entity::find_by_id(link.person_id).one(tx.db()).await?;
                let person = person.filter(|person| person.left_at.is_none()).ok_or(Error::LinkExpired)?;
                let used = sign_in_links::ActiveModel {
                    token_hash: Set(link.token_hash),
                    used_at: Set(Some(tx.at())),
                    ..Default::default()
                };
                used.update(tx.db()).await?;
                tx.record(record("link.use", &person));
                let by = [OpenedBy::Invitation, OpenedBy::ByHand]
                    .into_iter()
                    .find(|by| by.as_str() == link.purpose);
                Ok((person.id, by.unwrap_or(OpenedBy::Link)))
            }
        })
        .await?;
    let cookie = sessions::open(app, person, &caller.agent, by).await?;
    let to = if by == OpenedBy::Link { way.to.as_str() } else { "/account?done=welcome" };
    Ok(come_in(cookie, to))
}

/// The row of a link that can still be used.
async fn good(db: &impl sea_orm::ConnectionTrait, token: &str, now: Moment) -> Result<sign_in_links::Model> {
    let token = BASE64.decode(token).map_err(|_| Error::LinkExpired)?;
    let found = sign_in_links::Entity::find_by_id(Sha256::digest(token).to_vec())
        .filter(sign_in_links::Column::Purpose.is_in(OPENS.map(OpenedBy::as_str)))
        .filter(sign_in_links::Column::UsedAt.is_null())
        .filter(sign_in_links::Column::ExpiresAt.gt(now));
    let link = found.one(db).await?.ok_or(Error::LinkExpired)?;
    if by_hand::still_good(db, &link).await? { Ok(link) } else { Err(Error::LinkExpired) }
}
