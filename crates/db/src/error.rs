//! What can go wrong in a database, sorted by what a caller can do about it.

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The URL names no engine we know.
    #[error("the database address must begin with sqlite: or postgres:// ({0})")]
    UnknownEngine(String),
    /// Another transaction got in the way; the same work may succeed when it is run again.
    #[error("the database asks to run the transaction again: {0}")]
    Conflict(sqlx::Error),
    /// The engine refused a value: the same work fails again, its neighbours may not.
    #[error("the database refused the data: {0}")]
    Refused(sqlx::Error),
    /// The engine cannot be reached or has no room: nothing was stored.
    #[error("the database cannot be used now: {0}")]
    Unavailable(sqlx::Error),
    /// It was asked a moment ago and gave no answer.
    #[error("the database gave no answer a moment ago")]
    Silent,
    #[error("a migration failed: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The task that ran the transaction panicked; the transaction was rolled back.
    #[error("a transaction was abandoned: {0}")]
    Abandoned(String),
    /// A caller's mistake, never a visitor's.
    #[error("{0} rows are more than one statement takes")]
    TooMany(usize),
    #[error("the database: {0}")]
    Other(sqlx::Error),
}

impl Error {
    /// What a unique index refused becomes a conflict: for whoever has looked in the same transaction whether it is
    /// there, so that only another one can have been first. PostgreSQL's `unique_violation`, SQLite's
    /// `SQLITE_CONSTRAINT_UNIQUE`.
    #[must_use]
    pub fn or_conflict(self) -> Self {
        match self {
            Self::Refused(sqlx::Error::Database(answer)) if answer.is_unique_violation() => {
                Self::Conflict(sqlx::Error::Database(answer))
            }
            other => other,
        }
    }

    /// Whether running the same closure again may help.
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict(_))
    }

    /// Whether SQLite may read its file and not write it: SQLITE_READONLY with its extended codes.
    pub(crate) fn is_read_only(&self) -> bool {
        self.sqlite_code().is_some_and(|code| code & 0xff == 8)
    }

    /// Whether SQLite found its file damaged, or found another kind of file: SQLITE_CORRUPT with its
    /// extended codes, SQLITE_NOTADB.
    pub fn is_damage(&self) -> bool {
        self.sqlite_code().is_some_and(|code| matches!(code & 0xff, 11 | 26))
    }

    fn sqlite_code(&self) -> Option<u32> {
        let (Self::Conflict(source)
        | Self::Refused(source)
        | Self::Unavailable(source)
        | Self::Other(source)
        | Self::Migration(sqlx::migrate::MigrateError::Execute(source))) = self
        else {
            return None;
        };
        let sqlx::Error::Database(answer) = source else { return None };
        // PostgreSQL's codes have five characters.
        answer.code().filter(|code| code.len() < 5).and_then(|code| code.parse().ok())
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(answer) => match answer.code().as_deref() {
                // PostgreSQL: serialization_failure, deadlock_detected. SQLite: SQLITE_BUSY and its kin.
                Some("40001" | "40P01" | "5" | "6" | "261" | "517") => Self::Conflict(error),
                // PostgreSQL class 22 (data exception) and 23 (integrity constraint violation);
                // SQLite's SQLITE_TOOBIG, SQLITE_CONSTRAINT (with its extended codes), SQLITE_MISMATCH.
                Some(code) if code.len() == 5 && (code.starts_with("22") || code.starts_with("23")) => {
                    Self::Refused(error)
                }
                Some(code)
                    if code.parse::<u32>().is_ok_and(|c| matches!(c & 0xff, 18..=20)) && code.len() < 5 =>
                {
                    Self::Refused(error)
                }
                // PostgreSQL classes 08 (connection exception), 53 (no resources), 57 (operator intervention);
                // SQLite's read-only, i/o error, full, cannot open.
                Some(code) if code.len() == 5 && matches!(code.get(..2), Some("08" | "53" | "57")) => {
                    Self::Unavailable(error)
                }
                Some(code) if code.parse::<u32>().is_ok_and(|c| matches!(c & 0xff, 8 | 10 | 13 | 14)) => {
                    Self::Unavailable(error)
                }
                _ => Self::Other(error),
            },
            // Where a server hangs up while it is greeted, the driver takes it for a strange answer.
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unavailable(error),
            // A NUL in a text is refused by the driver of PostgreSQL before it is sent.
            sqlx::Error::Encode(_) => Self::Refused(error),
            _ => Self::Other(error),
        }
    }
}

/// Wraps what a stored value could not be read as.
pub fn decode_error(error: impl std::error::Error + Send + Sync + 'static) -> sqlx::Error {
    sqlx::Error::Decode(Box::new(error))
}
