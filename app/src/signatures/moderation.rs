//! What organisers do with signatures: keep a name off the page or show it again as its signer wished, hold a
//! signature until somebody has looked or let it count, strike it as no true one, and put it back. The signer's own wishes are never changed.

use super::confirmations::log_entry;
use super::store::{self, Moderated, TallyKey};
use super::{LogKind, Signature, State};
use broadside_db::{Connection, Result};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Hide,
    Show,
    Approve,
    Hold,
    Remove,
    PutBack,
}

/// What the rules need of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub state: State,
    /// Its signer's wish.
    pub is_public: bool,
    /// Whether organisers keep its name off the page.
    pub is_kept_off: bool,
    /// Nobody stands behind it any more: it only counts.
    pub is_forgotten: bool,
}

/// Why a signature stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// It is held, struck or withdrawn, and shown nowhere.
    NotCounted,
    /// An organiser hid it before.
    HiddenAlready,
    /// Its signer wished not to be shown.
    HiddenBySigner,
    /// No organiser hid it.
    NotHidden,
    /// It is not held.
    NotHeld,
    HeldAlready,
    RemovedAlready,
    /// It counts, or is held: there is nothing to put back.
    Stands,
    /// Its signer took it back.
    Withdrawn,
    /// Who signed was forgotten after the campaign's end; the log can say nothing new of it.
    Forgotten,
}

impl Facts {
    pub fn of(signature: &Signature) -> Self {
        Self {
            state: signature.state,
            is_public: signature.is_public,
            is_kept_off: signature.hidden_at.is_some(),
            is_forgotten: signature.person_id.is_none(),
        }
    }

    /// From words: the state first, then what holds beside it.
    pub fn read(words: &str) -> Option<Self> {
        let has = |word| words.split(' ').any(|one| one == word);
        Some(Self {
            state: State::parse(words.split(' ').next()?)?,
            is_public: has("public"),
            is_kept_off: has("kept-off"),
            is_forgotten: has("forgotten"),
        })
    }

    pub fn counts(self) -> bool {
        self.state == State::Confirmed
    }

    pub fn is_shown(self) -> bool {
        self.counts() && self.is_public && !self.is_kept_off
    }

    /// How it stands, in the word by which lists name it.
    pub fn standing(self) -> &'static str {
        match self.state {
            State::Confirmed if self.is_kept_off => "kept-off",
            State::Confirmed if self.is_public => "shown",
            State::Confirmed => "hidden",
            other => other.word(),
        }
    }
}

/// What a deed makes of a signature, or why it leaves it alone.
pub fn judge(deed: Deed, facts: Facts) -> std::result::Result<Facts, Left> {
    let left = match (deed, facts.state) {
        (_, State::Withdrawn) => Left::Withdrawn,
        (Deed::Hide, State::Held) | (Deed::Hide | Deed::Hold, State::Invalidated) => Left::NotCounted,
        (Deed::Hide, State::Confirmed) if facts.is_kept_off => Left::HiddenAlready,
        (Deed::Hide, State::Confirmed) if !facts.is_public => Left::HiddenBySigner,
        (Deed::Hide, State::Confirmed) => return Ok(Facts { is_kept_off: true, ..facts }),
        (Deed::Show, _) if facts.is_kept_off => return Ok(Facts { is_kept_off: false, ..facts }),
        (Deed::Show, _) => Left::NotHidden,
        (Deed::Approve, State::Held) => return Ok(Facts { state: State::Confirmed, ..facts }),
        (Deed::Approve, _) => Left::NotHeld,
        (Deed::Hold, State::Confirmed) => return Ok(Facts { state: State::Held, ..facts }),
        (Deed::Hold, State::Held) => Left::HeldAlready,
        (Deed::Remove, State::Invalidated) => Left::RemovedAlready,
        (Deed::PutBack, State::Confirmed | State::Held) => Left::Stands,
        (Deed::Remove | Deed::PutBack, _) if facts.is_forgotten => Left::Forgotten,
        (Deed::Remove, _) => return Ok(Facts { state: State::Invalidated, ..facts }),
        (Deed::PutBack, _) => return Ok(Facts { state: State::Confirmed, ..facts }),
    };
    Err(left)
}

/// Writes down what signatures become, with the entries in their logs and the sums that they count in.
pub async fn write(c: &mut Connection, all: &[(Signature, Moderated)], now: i64) -> Result<()> {
    let mut entries = Vec::new();
    let mut tallies: BTreeMap<TallyKey, i64> = BTreeMap::new();
    for (before, after) in all {
        store::moderate(c, after, now).await?;
        let stood = before.state != State::Invalidated;
        let stands = after.state != State::Invalidated;
        match (stood, stands) {
            (true, false) => entries.push(log_entry(LogKind::Invalidated, before)),
            (false, true) => {
                entries.push(log_entry(LogKind::Reinstated, before));
                store::forget_removed(c, before).await?;
            }
            _ => {}
        }
        let counts = |state| i64::from(state == State::Confirmed);
        let by = counts(after.state) - counts(before.state);
        if by != 0 {
            *tallies.entry(TallyKey::of(before)).or_default() += by;
        }
    }
    store::log(c, &entries, now).await?;
    store::add_to_tallies(c, &tallies).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(words: &str) -> Facts {
        Facts::read(words).unwrap()
    }

    #[test]
    fn a_name_is_kept_off_and_shown_again_as_its_signer_wished() {
        let after = judge(Deed::Hide, facts("confirmed public")).unwrap();
        assert_eq!((after.is_shown(), after.counts(), after.standing()), (false, true, "kept-off"));
        assert_eq!(judge(Deed::Show, after).unwrap(), facts("confirmed public"));
        assert_eq!(judge(Deed::Hide, after), Err(Left::HiddenAlready));
        assert_eq!(judge(Deed::Hide, facts("confirmed")), Err(Left::HiddenBySigner));
        assert_eq!(judge(Deed::Show, facts("confirmed public")), Err(Left::NotHidden));
        let wished_since = judge(Deed::Show, facts("confirmed kept-off")).unwrap();
        assert!(!wished_since.is_shown(), "who hid the name meanwhile stays hidden");
    }

    #[test]
    fn what_is_struck_counts_no_more_and_what_was_withdrawn_is_nobody_s_to_touch() {
        let after = judge(Deed::Remove, facts("confirmed public")).unwrap();
        assert_eq!((after.counts(), after.standing()), (false, "invalidated"));
        assert_eq!(judge(Deed::PutBack, after).unwrap(), facts("confirmed public"));
        assert_eq!(judge(Deed::Remove, after), Err(Left::RemovedAlready));
        assert_eq!(judge(Deed::PutBack, facts("held public")), Err(Left::Stands));
        assert_eq!(judge(Deed::Remove, facts("confirmed forgotten")), Err(Left::Forgotten));
        for deed in [Deed::Hide, Deed::Show, Deed::Approve, Deed::Hold, Deed::Remove, Deed::PutBack] {
            assert_eq!(judge(deed, facts("withdrawn public kept-off")), Err(Left::Withdrawn));
        }
    }

    #[test]
    fn what_is_held_counts_when_it_is_approved_and_is_shown_as_its_signer_wished() {
        let after = judge(Deed::Approve, facts("held public")).unwrap();
        assert_eq!((after.counts(), after.is_shown()), (true, true));
        assert_eq!(judge(Deed::Hold, after).unwrap(), facts("held public"));
        assert_eq!(judge(Deed::Approve, after), Err(Left::NotHeld));
        assert_eq!(judge(Deed::Hold, facts("held")), Err(Left::HeldAlready));
        assert!(!judge(Deed::Remove, facts("held")).unwrap().counts());
        assert_eq!(judge(Deed::Approve, facts("invalidated")), Err(Left::NotHeld), "that is put back");
    }
}
