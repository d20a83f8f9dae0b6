//! Fundraisers in words.

use super::pages::GiverShown;
use super::{Pledge, Promise, Stage, State};
use crate::campaigns::definition::{ByLanguage, Fundraiser};
use crate::campaigns::directory::Running;
use crate::letters::page::in_language;
use crate::web::i18n::{Language, Say};
use broadside_money::Amount;

/// Where all of them stand.
pub fn list_path(campaign: &Running, language: Language) -> String {
    format!("/campaigns/{}/fundraisers{}", campaign.definition.slug, campaign.query(language))
}

/// An address of a fundraiser, or below it.
pub fn path(campaign: &Running, slug: &str, rest: &str, language: Language) -> String {
    format!("/campaigns/{}/fundraisers/{slug}{rest}{}", campaign.definition.slug, campaign.query(language))
}

/// In one of the campaign's languages; empty where it says nothing.
pub fn spoken(campaign: &Running, words: &ByLanguage, language: Language) -> String {
    in_language(words, campaign.spoken(Some(language)))
}

/// Its title, or its slug where it left the campaign's definition.
pub fn title(campaign: &Running, promise: &Promise, language: Language) -> String {
    let known = campaign.definition.fundraiser(&promise.slug);
    known.map_or_else(|| promise.slug.clone(), |one| spoken(campaign, &one.title, language))
}

pub fn money(say: &Say, minor: i64, promise: &Promise) -> String {
    say.money(Amount::new(minor, promise.currency))
}

/// What was given, without what was paid back of it.
pub fn given(one: &Pledge, say: &Say) -> String {
    money(say, one.left(), &one.promise)
}

/// Where its money goes, in a sentence.
pub fn goes(one: &Fundraiser, say: &Say) -> String {
    match (&one.account, &one.elsewhere) {
        (Some(account), _) => {
            say.with("fundraisers-goes-account", &[("holder", &account.name), ("iban", &account.iban)])
        }
        (None, Some(elsewhere)) => say.with("fundraisers-goes-elsewhere", &[("url", &elsewhere.url)]),
        (None, None) => say.text("fundraisers-goes-provider"),
    }
}

/// What a pledge pays for: “A king-size bus side (2 of 3)”.
pub fn item(
    campaign: &Running,
    one: &Fundraiser,
    item: &(String, i64),
    language: Language,
    say: &Say,
) -> String {
    let Some(known) = one.item(&item.0) else { return String::new() };
    let name = spoken(campaign, &known.name, language);
    if known.count < 2 {
        return name;
    }
    let number = item.1.unsigned_abs();
    say.with(
        "fundraisers-item-number",
        &[("item", &name), ("n", &number), ("count", &u64::from(known.count))],
    )
}

/// Whether a pledge is told of to everybody.
pub fn is_listed(one: &Pledge) -> bool {
    let is_named = one.said.is_named && one.words_hidden_at.is_none();
    // Once it ended, who gave is who paid.
    let gave = if one.promise.stage == Stage::Open { one.state.counts() } else { one.state == State::Paid };
    gave && (is_named || one.said.is_amount_shown || !words_of(one).is_empty())
}

fn words_of(one: &Pledge) -> &str {
    if one.words_hidden_at.is_none() { &one.said.words } else { "" }
}

/// What a giver is called, and in whose memory it is given, as they chose: nothing of whoever is not named.
pub fn name(one: &Pledge, say: &Say) -> (String, String) {
    let said = &one.said;
    if !said.is_named {
        return Default::default();
    }
    let name = if said.organisation.is_empty() {
        said.name.clone()
    } else {
        say.with("fundraisers-name-of", &[("name", &said.name), ("organisation", &said.organisation)])
    };
    let memory = if said.memory.is_empty() || name.is_empty() {
        String::new()
    } else {
        say.with("fundraisers-in-memory", &[("memory", &said.memory)])
    };
    (name, memory)
}

/// Somebody who gave, as they chose to be shown.
pub fn giver(one: &Pledge, say: &Say) -> GiverShown {
    let said = &one.said;
    let shown_to_all = one.words_hidden_at.is_none();
    let (name, memory) = if shown_to_all { name(one, say) } else { Default::default() };
    let amount = match (said.is_amount_shown, &one.recurrence) {
        (false, _) => String::new(),
        (true, None) => given(one, say),
        (true, Some(_)) => say.with("fundraisers-a-month", &[("amount", &given(one, say))]),
    };
    GiverShown { name, amount, memory, words: words_of(one).to_owned() }
}
