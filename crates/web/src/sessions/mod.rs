//! Sessions: a random token in a cookie, its SHA-256 in the database, revocable on every node.

mod cache;
pub mod tokens;

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::{Id, PersonId, SessionId, Subject};
use dure_store::{Actor, Record};
use dure_tables::{appointments, firms, memberships, people, sessions};
use dure_texts::Lang;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use sha2::{Digest, Sha256};

pub use cache::ViewerCache;
use cache::{Shown, TokenHash};

use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::{App, cookies, credentials};

/// The bytes in a session's cookie.
const TOKEN_BYTES: usize = 32;
/// A session lasts this long, in days.
const LASTS_DAYS: i64 = 90;
/// A session that is used is noted as seen, and lives on, at most so often; reading shall not write.
const NOTED_SECS: i64 = 3_600;

/// How a person came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedBy {
    /// With a password.
    Password,
    /// By a link that was mailed.
    Link,
    /// By an invitation that was mailed.
    Invitation,
    /// By an invitation that a secretary handed over.
    ByHand,
    /// As a persona of the demo.
    Persona,
}

impl OpenedBy {
    /// As the table has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Link => "link",
            Self::Invitation => "invitation",
            Self::ByHand => "by_hand",
            Self::Persona => "persona",
        }
    }
}

/// Opens a session and gives the value of its `Set-Cookie` header.
pub async fn open(app: &App, person: PersonId, agent: &str, by: OpenedBy) -> Result<HeaderValue> {
    let token: [u8; TOKEN_BYTES] = app.store.chance().bytes();
    let agent: String = agent.chars().take(200).collect();
    app.store
        .write::<_, Error, _, _>(Actor::Person(person), |tx| {
            let agent = agent.clone();
            async move {
                let row = sessions::ActiveModel {
                    id: Set(tx.id()),
                    token_hash: Set(hash_of(&token).to_vec()),
                    person_id: Set(person),
                    created_at: Set(tx.at()),
                    seen_at: Set(tx.at()),
                    expires_at: Set(tx.at().plus_days(LASTS_DAYS)),
                    agent: Set(agent),
                    opened_by: Set(by.as_str().to_owned()),
                };
                let session = row.insert(tx.db()).await?;
                if by != OpenedBy::Persona {
                    credentials::came_in(&tx, person).await?;
                }
                let over = sessions::Entity::delete_many()
                    .filter(sessions::Column::PersonId.eq(person))
                    .filter(sessions::Column::ExpiresAt.lte(tx.at()));
                over.exec(tx.db()).await?;
                tx.record(record("session.open", session.id));
                Ok(())
            }
        })
        .await?;
    let value = BASE64.encode(token);
    Ok(cookies::set(cookies::SESSION, &value, LASTS_DAYS * 86_400, app.config.is_https(), false))
}

/// Ends a session: from now on its cookie opens nothing, on any node.
pub async fn end(app: &App, actor: PersonId, session: SessionId) -> Result<()> {
    app.store
        .write::<_, Error, _, _>(Actor::Person(actor), |tx| async move {
            sessions::Entity::delete_by_id(session).exec(tx.db()).await?;
            tx.record(record("session.end", session));
            Ok(())
        })
        .await?;
    app.viewers.clear();
    Ok(())
}

/// What the audit says of a session.
pub fn record(action: &'static str, session: SessionId) -> Record {
    let id = session.uuid();
    Record { action, subject: Subject::Session, id, federation: None, before: None, after: None }
}

/// The person behind the request's cookie.
pub async fn viewer_of(app: &App, headers: &HeaderMap) -> Result<Option<Arc<Viewer>>> {
    let token = cookies::get(headers, cookies::SESSION).and_then(|text| BASE64.decode(text).ok());
    let Some(token) = token.filter(|token| token.len() == TOKEN_BYTES) else { return Ok(None) };
    let hash = hash_of(&token);
    let (shown, now) = (Shown::Cookie(hash), app.now());
    let cleared = match app.viewers.get(&shown, now) {
        Ok(viewer) => return Ok(Some(viewer)),
        Err(cleared) => cleared,
    };
    let db = app.store.read();
    let live = sessions::Entity::find()
        .filter(sessions::Column::TokenHash.eq(hash.to_vec()))
        .filter(sessions::Column::ExpiresAt.gt(now));
    let Some(session) = live.one(db).await? else { return Ok(None) };
    let person = people::Entity::find_by_id(session.person_id).one(db).await?;
    let Some(person) = person.filter(|person| person.left_at.is_none()) else { return Ok(None) };
    if now.secs_since(session.seen_at) >= NOTED_SECS {
        note_seen(app, session.id).await;
    }
    let viewer = Arc::new(load_viewer(app, person, Some(session.id)).await?);
    app.viewers.put(shown, viewer.clone(), now, cleared);
    Ok(Some(viewer))
}

/// The person behind a personal token in the `Authorization` header; the JSON interface alone asks.
pub async fn bearer_of(app: &App, headers: &HeaderMap) -> Result<Option<Arc<Viewer>>> {
    let line = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    // The name of the scheme is the same in any case (RFC 9110, 11.1).
    let scheme_and_token = line.and_then(|line| line.split_once(' '));
    let bearer = scheme_and_token.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let Some(token) = bearer.map(|(_, token)| token.trim()) else { return Ok(None) };
    let (shown, now) = (Shown::Token(hash_of(token.as_bytes())), app.now());
    let cleared = match app.viewers.get(&shown, now) {
        Ok(viewer) => return Ok(Some(viewer)),
        Err(cleared) => cleared,
    };
    let Some(person) = tokens::person_of(app, token).await? else { return Ok(None) };
    let viewer = Arc::new(load_viewer(app, person, None).await?);
    app.viewers.put(shown, viewer.clone(), now, cleared);
    Ok(Some(viewer))
}

/// Notes that a session is used. A failure must not keep anybody from reading.
async fn note_seen(app: &App, id: SessionId) {
    let noted: Result<()> = app
        .store
        .write(Actor::System, |tx| async move {
            tx.quiet();
            let seen = sessions::ActiveModel {
                seen_at: Set(tx.at()),
                expires_at: Set(tx.at().plus_days(LASTS_DAYS)),
                ..Default::default()
            };
            let this = sessions::Entity::update_many().set(seen).filter(sessions::Column::Id.eq(id));
            this.exec(tx.db()).await?;
            Ok(())
        })
        .await;
    if let Err(error) = noted {
        tracing::warn!(%error, "a session could not be noted as seen");
    }
}

/// Reads what permissions depend on.
pub async fn load_viewer(app: &App, person: people::Model, session: Option<SessionId>) -> Result<Viewer> {
    let db = app.store.read();
    let offices = appointments::Entity::find()
        .filter(appointments::Column::PersonId.eq(person.id))
        .filter(appointments::Column::Until.is_null())
        .all(db)
        .await?;
    let (firm, memberships) = match person.firm_id {
        Some(firm) => {
            let active = memberships::Entity::find()
                .filter(memberships::Column::FirmId.eq(firm))
                .filter(memberships::Column::LeftOn.is_null());
            (firms::Entity::find_by_id(firm).one(db).await?, active.all(db).await?)
        }
        None => (None, Vec::new()),
    };
    let speaks = memberships.iter().any(|held| [held.delegate_id, held.deputy_id].contains(&Some(person.id)));
    Ok(Viewer {
        person: person.id,
        name: person.name,
        title: person.title,
        federation: person.federation_id,
        firm: person.firm_id,
        firm_name: firm.map(|firm| firm.name),
        speaks,
        groups: memberships.iter().map(|membership| membership.group_id).collect(),
        offices: offices.into_iter().map(|held| (held.office, held.group_id)).collect(),
        lang: Lang::from_tag(&person.lang).unwrap_or_default(),
        session,
    })
}

fn hash_of(token: &[u8]) -> TokenHash {
    Sha256::digest(token).into()
}
