//! Through whom money comes to this instance, and who just came back from there.

use super::Pledge;
use super::practice::Practice;
use super::provider::Provider;
use crate::state::Wake;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Default)]
pub struct Payments {
    provider: Option<Arc<dyn Provider>>,
    /// The practice provider, where it is the one: its pages are here.
    practice: Option<Arc<Practice>>,
    came_back: Mutex<Vec<i64>>,
    /// Held while it is decided whether a form leads straight on to the provider.
    pub opening: tokio::sync::Mutex<()>,
    pub waits: Wake,
}

/// More are not kept in mind: they are asked about when it is their time.
const MOST: usize = 1_000;

impl Payments {
    pub fn practising(practice: Practice) -> Self {
        let practice = Arc::new(practice);
        Self { provider: Some(practice.clone()), practice: Some(practice), ..Self::default() }
    }

    pub fn through(provider: Arc<dyn Provider>) -> Self {
        Self { provider: Some(provider), ..Self::default() }
    }

    /// Who takes money from now on; nobody where none is set.
    pub fn provider(&self) -> Option<Arc<dyn Provider>> {
        self.provider.clone()
    }

    /// Who holds a pledge's way to pay; nobody where that provider is no longer set.
    pub fn provider_of(&self, pledge: &Pledge) -> Option<Arc<dyn Provider>> {
        self.provider.clone().filter(|provider| provider.word() == pledge.provider)
    }

    pub fn practice(&self) -> Option<Arc<Practice>> {
        self.practice.clone()
    }

    /// Has a pledge's page looked at soon. It is only a hint: what counts is when it is due.
    pub fn hint(&self, pledge: i64) {
        let mut came_back = self.came_back.lock().unwrap_or_else(PoisonError::into_inner);
        if came_back.len() < MOST && !came_back.contains(&pledge) {
            came_back.push(pledge);
        }
        drop(came_back);
        self.waits.wake();
    }

    pub fn has_come_back(&self) -> bool {
        !self.came_back.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Those since the last call.
    pub fn came_back(&self) -> Vec<i64> {
        std::mem::take(&mut *self.came_back.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
