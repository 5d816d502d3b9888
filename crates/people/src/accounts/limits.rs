//! Limits on attempts, kept in the database so that they hold across nodes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::Moment;
use dure_store::{Actor, Tx};
use dure_tables::rate_limits;
use dure_web::App;
use dure_web::error::{Error, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use sha2::{Digest, Sha256};

const MINUTE_SECS: i64 = 60;
/// Windows that ended this long ago are swept out.
const SWEPT_AFTER_DAYS: i64 = 2;

/// So many attempts in so much time.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    kind: &'static str,
    most: i32,
    window_secs: i64,
}

/// Passwords tried for one mail address.
pub const PASSWORD_BY_ADDRESS: Limit =
    Limit { kind: "password.address", most: 10, window_secs: 15 * MINUTE_SECS };
/// Passwords tried from one network; an office shares one.
pub const PASSWORD_BY_NETWORK: Limit =
    Limit { kind: "password.network", most: 100, window_secs: 15 * MINUTE_SECS };
/// Letters with a link to one mail address.
pub const LETTERS_BY_ADDRESS: Limit =
    Limit { kind: "letter.address", most: 5, window_secs: 60 * MINUTE_SECS };
/// Changes of the own address that one person asks for, to whatever addresses.
pub const ADDRESS_CHANGES_BY_PERSON: Limit =
    Limit { kind: "address.person", most: 5, window_secs: 60 * MINUTE_SECS };
/// Letters with a link asked for from one network.
pub const LETTERS_BY_NETWORK: Limit =
    Limit { kind: "letter.network", most: 60, window_secs: 60 * MINUTE_SECS };

/// Counts one attempt for each subject.
///
/// # Errors
/// [`Error::TooMany`] with the seconds to wait when one of them is used up; then none is counted.
pub async fn count(app: &App, attempts: &[(Limit, &str)]) -> Result<()> {
    let attempts: Vec<(Limit, String)> =
        attempts.iter().map(|(limit, subject)| (*limit, name(*limit, subject))).collect();
    app.store
        .write(Actor::System, |tx| {
            let attempts = attempts.clone();
            async move {
                tx.quiet();
                for (limit, name) in attempts {
                    count_one(&tx, limit, name).await?;
                }
                Ok(())
            }
        })
        .await
}

/// Forgets the attempts of a subject that has shown to be the right one.
pub async fn forgive(app: &App, limit: Limit, subject: &str) -> Result<()> {
    let name = name(limit, subject);
    app.store
        .write(Actor::System, |tx| {
            let name = name.clone();
            async move {
                tx.quiet();
                rate_limits::Entity::delete_by_id(name).exec(tx.db()).await?;
                Ok(())
            }
        })
        .await
}

async fn count_one(tx: &Tx, limit: Limit, name: String) -> Result<()> {
    let Some(row) = rate_limits::Entity::find_by_id(name.clone()).one(tx.db()).await? else {
        sweep(tx).await?;
        let first = rate_limits::ActiveModel { subject: Set(name), window_start: Set(tx.at()), hits: Set(1) };
        first.insert(tx.db()).await?;
        return Ok(());
    };
    let mut next: rate_limits::ActiveModel = row.clone().into();
    match wait_secs(limit, &row, tx.at()) {
        None => {
            next.window_start = Set(tx.at());
            next.hits = Set(1);
        }
        Some(_) if row.hits < limit.most => next.hits = Set(row.hits + 1),
        Some(secs) => return Err(Error::TooMany(secs)),
    }
    next.update(tx.db()).await?;
    Ok(())
}

/// How long the window of the row still lasts; none when it is over.
fn wait_secs(limit: Limit, row: &rate_limits::Model, now: Moment) -> Option<i64> {
    let left = row.window_start.plus_secs(limit.window_secs).secs_since(now);
    (left > 0).then_some(left)
}

async fn sweep(tx: &Tx) -> Result<()> {
    let old = tx.at().plus_days(-SWEPT_AFTER_DAYS);
    rate_limits::Entity::delete_many().filter(rate_limits::Column::WindowStart.lt(old)).exec(tx.db()).await?;
    Ok(())
}

/// Addresses are kept as their hash: the table of attempts shall not be a list of people.
fn name(limit: Limit, subject: &str) -> String {
    let hash = Sha256::digest(subject.trim().to_lowercase());
    format!("{}:{}", limit.kind, BASE64.encode(&hash[..18]))
}
