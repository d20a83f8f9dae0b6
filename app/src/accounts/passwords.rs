//! Passwords: kept as argon2id alone (RFC 9106), compared in constant time, a few at once.

use crate::error::{Error, Result};
use crate::state::App;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

/// What NIST SP 800-63B asks for at the least where there may be a second step; longer is the user's choice.
pub const SHORTEST: usize = 12;
/// Nobody types more; without an end, a form could keep the machine busy.
pub const LONGEST: usize = 256;

/// 19 MiB and two passes: what OWASP's cheat sheet asks for at the least.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Each takes 19 MiB: strangers at the door must not fill the machine.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// A hash of nothing in particular, against which a password is tried where there is none, so that the
/// time it takes tells nothing.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IG5vYm9keQ$b2YpDcPEZzFq5yW8l0nO3zNWdtKQ8v1nCwaR5cKMcUo";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    TooShort,
    TooLong,
    /// It is the person's own name or address.
    OneselfAgain,
    /// It is one character over and over.
    OneCharacter,
    /// It would be among the first hundred million that a guesser tries: a password that many have, or words
    /// that stand to hand here.
    Guessable,
}

/// What is wrong with a password somebody chose; `known` are words that others would try here first.
pub fn weakness(password: &str, email: &str, name: &str, known: &[&str]) -> Option<Weak> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let oneself = [email.to_lowercase(), name.to_lowercase()];
    if length < SHORTEST {
        Some(Weak::TooShort)
    } else if length > LONGEST {
        Some(Weak::TooLong)
    } else if oneself.contains(&lower) {
        Some(Weak::OneselfAgain)
    } else if password.chars().all(|one| password.starts_with(one)) {
        Some(Weak::OneCharacter)
    } else if zxcvbn(password, &[&[email, name, "broadside"], known].concat()).score() < Score::Three {
        Some(Weak::Guessable)
    } else {
        None
    }
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(broken)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(error.to_string())
}

pub async fn hash(app: &App, password: String) -> Result<String> {
    let salt = app.dice.bytes::<16>();
    let _turn = AT_ONCE.acquire().await.map_err(broken)?;
    tokio::task::spawn_blocking(move || {
        let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(broken)?;
        Ok(hash.to_string())
    })
    .await
    .map_err(broken)?
}

/// Whether a password is the one that was hashed; takes as long where there is none.
pub async fn fits(password: String, hash: Option<String>) -> Result<bool> {
    let _turn = AT_ONCE.acquire().await.map_err(broken)?;
    tokio::task::spawn_blocking(move || {
        let against = hash.as_deref().unwrap_or(NOBODYS);
        let fits = argon2()?.verify_password(password.as_bytes(), against).is_ok();
        Ok(fits && hash.is_some() && password.chars().count() <= LONGEST)
    })
    .await
    .map_err(broken)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_oneself() {
        let known = ["fight-for-the-future", "letter.example.org"];
        let weak = |password: &str| weakness(password, "ada@example.org", "Ada Lovelace the First", &known);
        assert_eq!(weak("short"), Some(Weak::TooShort));
        assert_eq!(weak(&"a".repeat(300)), Some(Weak::TooLong));
        assert_eq!(weak("Ada@example.org"), Some(Weak::OneselfAgain));
        assert_eq!(weak("aaaaaaaaaaaaaa"), Some(Weak::OneCharacter));
        for guessed_first in
            ["123456789012", "password1234", "qwertyuiop123", "broadside2026", "letter.example.org1"]
        {
            assert_eq!(weak(guessed_first), Some(Weak::Guessable), "{guessed_first}");
        }
        assert_eq!(weak("a ferry at night"), None);
        assert_eq!(weak("wertheim velo sonntag"), None, "small letters alone will do");
        assert_eq!(weak("пароль из слов"), None, "every script may be used");
    }

    #[tokio::test]
    async fn where_there_is_no_password_none_fits() {
        assert!(!fits("a ferry at night".to_owned(), None).await.unwrap());
        assert!(argon2::PasswordHash::new(NOBODYS).is_ok(), "what it is tried against must take its time");
    }
}
