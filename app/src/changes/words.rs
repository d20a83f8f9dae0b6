//! Changes in words: what is done, what it does to the public page, and why rows stay as they are.

use super::doing::list_of;
use super::{Change, Left, MailState, Stands, Sums, of_signatures};
use crate::lists::asked::Asked;
use crate::lists::cells::{Voice, signal_key};
use crate::lists::store::STATES as SIGNATURE_STATES;
use crate::lists::{Ask, Deed, Filter};
use crate::signatures::RemovedAs;
use crate::signatures::moderation;
use crate::signatures::reminding::Unreminded;
use crate::web::countries;
use crate::web::i18n::Say;
use crate::web::natural;
use broadside_judging::{Signal, is_network};

/// What was done, as a headline.
pub fn done(deed: Deed) -> &'static str {
    match deed {
        Deed::Hide => "changes-done-hidings",
        Deed::Show => "changes-done-showings",
        Deed::Approve => "changes-done-approvals",
        Deed::Hold => "changes-done-holds",
        Deed::Remove => "changes-done-removals",
        Deed::PutBack => "changes-done-returns",
        Deed::Remind => "changes-done-reminders",
        Deed::TryAgain => "changes-done-retries",
        Deed::Drop => "changes-done-giving-up",
    }
}

/// What is looked at, as a headline.
pub fn looked_at(deed: Deed) -> &'static str {
    match deed {
        Deed::Hide => "changes-look-hidings",
        Deed::Show => "changes-look-showings",
        Deed::Approve => "changes-look-approvals",
        Deed::Hold => "changes-look-holds",
        Deed::Remove => "changes-look-removals",
        Deed::PutBack => "changes-look-returns",
        Deed::Remind => "changes-look-reminders",
        Deed::TryAgain => "changes-look-retries",
        Deed::Drop => "changes-look-giving-up",
    }
}

/// How many rows it would change.
pub fn would(deed: Deed) -> &'static str {
    match deed {
        Deed::Hide => "changes-would-hidings",
        Deed::Show => "changes-would-showings",
        Deed::Approve => "changes-would-approvals",
        Deed::Hold => "changes-would-holds",
        Deed::Remove => "changes-would-removals",
        Deed::PutBack => "changes-would-returns",
        Deed::Remind => "changes-would-reminders",
        Deed::TryAgain => "changes-would-retries",
        Deed::Drop => "changes-would-giving-up",
    }
}

/// The button that does it.
pub fn button(deed: Deed) -> &'static str {
    match deed {
        Deed::Hide => "changes-button-hidings",
        Deed::Show => "changes-button-showings",
        Deed::Approve => "changes-button-approvals",
        Deed::Hold => "changes-button-holds",
        Deed::Remove => "changes-button-removals",
        Deed::PutBack => "changes-button-returns",
        Deed::Remind => "changes-button-reminders",
        Deed::TryAgain => "changes-button-retries",
        Deed::Drop => "changes-button-giving-up",
    }
}

/// What it means for those whose rows they are.
pub fn about(deed: Deed) -> &'static str {
    match deed {
        Deed::Hide => "changes-about-hidings",
        Deed::Show => "changes-about-showings",
        Deed::Approve => "changes-about-approvals",
        Deed::Hold => "changes-about-holds",
        Deed::Remove => "changes-about-removals",
        Deed::PutBack => "changes-about-returns",
        Deed::Remind => "changes-about-reminders",
        Deed::TryAgain => "changes-about-retries",
        Deed::Drop => "changes-about-giving-up",
    }
}

pub fn left(left: Left) -> &'static str {
    match left {
        Left::Signature(left) => match left {
            moderation::Left::NotCounted => "changes-left-not-counted",
            moderation::Left::HiddenAlready => "changes-left-hidden-already",
            moderation::Left::HiddenBySigner => "changes-left-hidden-by-signer",
            moderation::Left::NotHidden => "changes-left-not-hidden",
            moderation::Left::NotHeld => "changes-left-not-held",
            moderation::Left::HeldAlready => "changes-left-held-already",
            moderation::Left::RemovedAlready => "changes-left-removed-already",
            moderation::Left::Stands => "changes-left-stands",
            moderation::Left::Withdrawn => "changes-left-withdrawn",
            moderation::Left::Forgotten => "changes-left-forgotten",
        },
        Left::SignOn(left) => match left {
            Unreminded::FirstMail => "changes-left-first-mail",
            Unreminded::Expired => "changes-left-expired",
            Unreminded::Closed => "changes-left-closed",
            Unreminded::Signed => "changes-left-signed",
            Unreminded::Reminded => "changes-left-reminded",
            Unreminded::Capped => "changes-left-capped",
            Unreminded::SameAddress => "changes-left-same-address",
        },
        Left::MailSent => "changes-left-mail-sent",
        Left::MailDropped => "changes-left-mail-dropped",
        Left::Unknown => "changes-left-unknown",
    }
}

/// As what signatures are removed.
pub fn class(class: RemovedAs) -> &'static str {
    match class {
        RemovedAs::False => "changes-class-false",
        RemovedAs::Duplicate => "changes-class-duplicate",
        RemovedAs::Abusive => "changes-class-abusive",
        RemovedAs::Other => "changes-class-other",
    }
}

/// What becomes of the public page: its count, and the names on it.
pub fn effects(say: &Say, deed: Deed, sums: &Sums, count: i64) -> Vec<String> {
    let mut effects = Vec::new();
    if of_signatures(deed).is_none() {
        return effects;
    }
    let (before, after) = (natural(count), natural(count + sums.counted));
    effects.push(if sums.counted == 0 {
        say.with("changes-count-stays", &[("count", &before)])
    } else {
        say.with("changes-count-goes", &[("before", &before), ("after", &after)])
    });
    let shown = natural(sums.shown.abs());
    match sums.shown {
        0 => effects.push(say.text("changes-names-stay")),
        ..0 => effects.push(say.with("changes-names-fewer", &[("count", &shown)])),
        _ => effects.push(say.with("changes-names-more", &[("count", &shown)])),
    }
    effects
}

/// How a row stands, in a word.
pub fn standing(say: &Say, stands: Stands) -> String {
    let word_of = |states: &[(&str, &'static str)], word: &str| {
        states.iter().find(|(one, _)| *one == word).map_or_else(|| word.to_owned(), |(_, key)| say.text(key))
    };
    match stands {
        Stands::Signature(facts) => word_of(SIGNATURE_STATES, facts.standing()),
        Stands::SignOn { reminded: false } => say.text("changes-stands-waiting"),
        Stands::SignOn { reminded: true } => say.text("changes-stands-reminded"),
        Stands::Mail(state) => say.text(match state {
            MailState::Waiting => "lists-mail-waiting",
            MailState::Bounced => "lists-mail-bounced",
            MailState::Failed => "lists-mail-failed",
            MailState::Dropped => "lists-mail-dropped",
        }),
    }
}

/// Which rows were meant.
pub fn chosen(voice: &Voice, change: &Change) -> String {
    let say = &voice.say;
    match change.query.as_deref() {
        None => say.text("changes-chosen-rows"),
        Some(query) => match readable(voice, change.deed, query) {
            filter if filter.is_empty() => say.text("changes-chosen-every"),
            filter => say.with("changes-chosen-filter", &[("filter", &filter)]),
        },
    }
}

/// Filters as they are read: `State: shown, Country: Spain`. In which order rows stood says nothing of them.
fn readable(voice: &Voice, deed: Deed, query: &str) -> String {
    let (list, say) = (list_of(deed), &voice.say);
    let asked = Asked::read(list, query);
    let one = |filter: &Filter| {
        let value = asked.value(filter.name);
        let value = match &filter.ask {
            Ask::Choice(all) => all.iter().find(|one| one.word == value).map(|one| say.text(one.key)),
            Ask::Country { .. } => Some(countries::name(value, say.language())),
            Ask::Language { .. } => Some(Voice::language(value)),
            Ask::Relation { .. } => Some(voice.relation(value)),
            Ask::Network { .. } if !is_network(value) => Some(say.text("changes-chosen-network-gone")),
            Ask::Signal { .. } => Signal::parse(value).map(|signal| say.text(signal_key(signal))),
            _ => None,
        }
        .unwrap_or_else(|| value.to_owned());
        format!("{}: {value}", say.text(filter.key))
    };
    let asked_for = list.filters.iter().filter(|filter| !asked.value(filter.name).is_empty());
    asked_for.map(one).collect::<Vec<_>>().join(", ")
}
