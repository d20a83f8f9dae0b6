//! Cards in memory: drawn one at a time, sent to many.

use super::Subject;
use super::words::Words;
use crate::clock::{HOUR, MINUTE};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{FOR_A_MINUTE, Kept};
use crate::web::i18n::Language;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many are kept; a card is at most 300 kilobytes.
const MOST: usize = 64;

/// Letter, target and language.
type Key = (i64, Option<String>, Language);

#[derive(Default)]
pub struct Cards {
    kept: Mutex<HashMap<Key, Drawn>>,
    /// Held by the one who draws: drawing never takes more than one core from the sign-ons.
    drawing: tokio::sync::Mutex<()>,
}

#[derive(Clone)]
struct Drawn {
    card: Arc<Kept>,
    signatures: i64,
    campaign_changed_at: i64,
    at: i64,
}

impl Drawn {
    /// A minute old at most; an hour where nobody has signed since.
    fn is_current(&self, subject: &Subject, now: i64) -> bool {
        let most = if self.signatures == subject.signatures { HOUR } else { MINUTE };
        self.is_of(subject) && (0..most).contains(&(now - self.at))
    }

    /// Whether the campaign still says what it said.
    fn is_of(&self, subject: &Subject) -> bool {
        self.campaign_changed_at == subject.found.campaign.changed_at
    }
}

impl Cards {
    pub async fn card(&self, app: &App, subject: &Subject<'_>) -> Result<Arc<Kept>> {
        let now = app.clock.now();
        let target = subject.target.map(|target| target.slug.clone());
        let key = (subject.found.letter().id, target, subject.found.language);
        let standing = self.lock().get(&key).cloned();
        let _drawing = match (self.drawing.try_lock(), standing) {
            (_, Some(drawn)) if drawn.is_current(subject, now) => return Ok(drawn.card),
            // Somebody draws already: what stands is good enough.
            (Err(_), Some(drawn)) if drawn.is_of(subject) => return Ok(drawn.card),
            (Ok(turn), _) => turn,
            (Err(_), _) => self.drawing.lock().await,
        };
        if let Some(drawn) = self.lock().get(&key).filter(|drawn| drawn.is_current(subject, now)) {
            return Ok(drawn.card.clone());
        }
        let words = Words::of(app, subject);
        let png = tokio::task::spawn_blocking(move || words.draw())
            .await
            .map_err(|lost| Error::Broken(lost.to_string()))??;
        let card = Arc::new(Kept::new("image/png", FOR_A_MINUTE, png));
        let drawn = Drawn {
            card: card.clone(),
            signatures: subject.signatures,
            campaign_changed_at: subject.found.campaign.changed_at,
            at: now,
        };
        self.keep(key, drawn);
        Ok(card)
    }

    /// Where there is no room left, the card that was drawn longest ago goes.
    fn keep(&self, key: Key, drawn: Drawn) {
        let mut kept = self.lock();
        if kept.len() >= MOST
            && let Some(oldest) = kept.iter().min_by_key(|(_, drawn)| drawn.at).map(|(key, _)| key.clone())
        {
            kept.remove(&oldest);
        }
        kept.insert(key, drawn);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Drawn>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
