//! A delivery in words, at the desk and on the press page.

use super::{Handed, Told};
use crate::campaigns::record_shown;
use crate::web::i18n::Say;

/// “Handed over on 12 September 2018 to the council.”
pub fn handed_words(say: &Say, handed: &Handed) -> String {
    let on = record_shown::when(&handed.on, say);
    if handed.to.is_empty() {
        say.with("deliveries-handed", &[("day", &on)])
    } else {
        say.with("deliveries-handed-to", &[("day", &on), ("to", &handed.to)])
    }
}

/// The same where the day stands beside it.
pub fn handed_title(say: &Say, handed: &Handed) -> String {
    if handed.to.is_empty() {
        say.text("deliveries-happened")
    } else {
        say.with("deliveries-happened-to", &[("to", &handed.to)])
    }
}

/// Where it stands on the press page.
pub fn anchor_of(told: &Told) -> String {
    format!("delivery-{}", told.delivery.id)
}
