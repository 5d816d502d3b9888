//! Passwords: what is good enough, and argon2id away from the threads that answer requests.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use dure_texts::{Lang, accounts as texts};
use dure_web::App;
use dure_web::error::{Error, Result};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// The shortest password, in characters.
pub const SHORTEST: usize = 10;
/// The longest, so that nobody makes the server hash a book.
const LONGEST: usize = 200;
const FEWEST_DIFFERENT: usize = 5;

/// Each hash takes 19 MiB and a core for some 30 ms; more at once would only slow each other down.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// What is compared with when there is no such person, so that the answer takes as long.
static NOBODYS: LazyLock<Result<String>> = LazyLock::new(|| hashed("nobody has this password", &[7; 16]));

/// Why a password is not good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Under [`SHORTEST`] characters.
    Short,
    /// Over 200 characters.
    Long,
    /// Few different characters.
    Simple,
    /// Contains the mail address or is contained in it.
    Address,
}

impl Weak {
    /// What to say about it.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Short => texts::password_short(lang, SHORTEST as i64),
            Self::Long => texts::password_long(lang, LONGEST as i64),
            Self::Simple => texts::password_simple(lang).to_owned(),
            Self::Address => texts::password_address(lang).to_owned(),
        }
    }
}

/// Length is what makes a password strong; rules on kinds of characters make it forgotten.
pub fn judge(password: &str, address: &str) -> Result<(), Weak> {
    let length = password.chars().count();
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    let account = address.split('@').next().unwrap_or_default().to_lowercase();
    let lower = password.to_lowercase();
    match length {
        ..SHORTEST => Err(Weak::Short),
        _ if length > LONGEST => Err(Weak::Long),
        _ if different.len() < FEWEST_DIFFERENT => Err(Weak::Simple),
        _ if account.len() > 3 && lower.contains(&account) && length < account.chars().count() + 6 => {
            Err(Weak::Address)
        }
        _ => Ok(()),
    }
}

/// The hash to keep.
pub async fn hash(app: &App, password: &str) -> Result<String> {
    let salt: [u8; 16] = app.store.chance().bytes();
    let password = password.to_owned();
    aside(move || hashed(&password, &salt)).await?
}

/// Whether the password is the one behind the hash. Without a hash it takes as long and is false.
pub async fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    let password: String = password.chars().take(LONGEST + 1).collect();
    let hash = hash.map(str::to_owned);
    aside(move || {
        let nobody = NOBODYS.clone()?;
        let known = hash.is_some();
        let hash = hash.unwrap_or(nobody);
        let parsed = PasswordHash::new(&hash).map_err(|error| Error::Internal(error.to_string()))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await?
}

fn hashed(password: &str, salt: &[u8]) -> Result<String> {
    let hash: PasswordHash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(hash.to_string())
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let internal = |error: &dyn std::fmt::Display| Error::Internal(error.to_string());
    let _turn = AT_ONCE.acquire().await.map_err(|error| internal(&error))?;
    spawn_blocking(work).await.map_err(|error| internal(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_counts_and_nothing_odd_is_asked_for() {
        assert_eq!(judge("우리 공장 굴뚝 높이", "kim@dure.example"), Ok(()));
        assert_eq!(judge("correct horse", "kim@dure.example"), Ok(()));
        assert_eq!(judge("abc123!@#", "kim@dure.example"), Err(Weak::Short));
        assert_eq!(judge("1111111111", "kim@dure.example"), Err(Weak::Simple));
        assert_eq!(judge("hanbit1234", "hanbit@dure.example"), Err(Weak::Address));
        assert_eq!(judge(&"가나다라마".repeat(50), "kim@dure.example"), Err(Weak::Long));
    }

    #[tokio::test]
    async fn a_password_opens_its_own_hash_alone() {
        let hash = hashed("우리 공장 굴뚝", &[1; 16]).unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(matches("우리 공장 굴뚝", Some(&hash)).await.unwrap());
        assert!(!matches("우리 공장 굴뚝 ", Some(&hash)).await.unwrap());
        assert!(!matches("nobody has this password", None).await.unwrap());
    }
}
