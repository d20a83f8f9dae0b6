//! What the public pages of fundraisers show, from what is kept in memory.

use super::form::PledgeForm;
use super::pages::{FormShown, FundraiserPage, Gauge, InvoiceShown, ItemShown, Shut, Ways, Went};
use super::standing::{Fund, Standing};
use super::{Pledge, Stage, shown};
use crate::campaigns::definition::{Fundraiser, FundraiserKind, Item, Short, Status};
use crate::campaigns::directory::Running;
use crate::letters::proof;
use crate::state::App;
use crate::web::i18n::{Given, Language, Say};
use crate::web::layout::Frame;
use crate::web::natural;
use broadside_money::Amount;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A public fundraiser, found by its address, and the language it is asked in.
pub struct Found {
    pub campaign: Arc<Running>,
    pub place: usize,
    pub language: Language,
    pub standing: Arc<Standing>,
}

impl Found {
    pub fn fundraiser(&self) -> &Fundraiser {
        &self.campaign.definition.fundraisers[self.place]
    }

    /// Nothing while it was imported within this second.
    pub fn fund(&self) -> Option<&Fund> {
        self.standing.fund(&self.fundraiser().slug)
    }

    pub fn path(&self, rest: &str) -> String {
        shown::path(&self.campaign, &self.fundraiser().slug, rest, self.language)
    }

    pub fn title(&self) -> String {
        shown::spoken(&self.campaign, &self.fundraiser().title, self.language)
    }

    /// Why nobody can give here now.
    pub fn shut(&self, app: &App, now: i64) -> Option<Shut> {
        let Some(fund) = self.fund() else { return Some(Shut::Closed) };
        if !fund.promise.takes(now) {
            Some(Shut::Ended)
        } else if self.campaign.definition.status != Status::Published {
            Some(Shut::Closed)
        } else if self.fundraiser().account.is_some() {
            None
        } else if app.payments.provider().is_none() {
            Some(Shut::NoProvider)
        } else if fund.promise.is_stopped(now) {
            Some(Shut::Stopped)
        } else {
            None
        }
    }

    /// In which ways money can be given now.
    pub fn ways(&self, app: &App, now: i64) -> Ways {
        let is_stopped = self.fund().is_some_and(|fund| fund.promise.is_stopped(now));
        Ways {
            card: app.payments.provider().is_some() && !is_stopped,
            transfer: self.fundraiser().account.is_some(),
            lacks_card: app.payments.provider().is_some() && is_stopped,
        }
    }
}

/// So much of a thousand.
fn share(part: i64, whole: i64) -> i64 {
    if whole <= 0 { 0 } else { (part.clamp(0, whole).saturating_mul(1_000)) / whole }
}

pub fn gauge(app: &App, campaign: &Running, fund: &Fund, as_of: i64, say: &Say) -> Gauge {
    let elsewhere = campaign.definition.fundraiser(&fund.promise.slug).filter(|one| one.elsewhere.is_some());
    if let Some(one) = elsewhere {
        return gauge_elsewhere(one, fund, say);
    }
    let (promise, zone) = (&fund.promise, &campaign.definition.time_zone);
    let money = |minor| shown::money(say, minor, promise);
    let towards = fund.towards();
    let is_practice = app.payments.practice().is_some();
    let (sum, goal, ends) = (money(towards.counts()), money(promise.goal), say.moment(promise.ends_at, zone));
    let people = natural(fund.givers);
    let given: [(&str, &dyn Given); 4] = [("sum", &sum), ("goal", &goal), ("n", &people), ("ends", &ends)];
    let state = match (promise.stage, promise.kind) {
        (Stage::Open, FundraiserKind::AllOrNothing) if as_of >= promise.ends_at => {
            say.with("fundraisers-state-undecided", &given)
        }
        (Stage::Open, FundraiserKind::AllOrNothing) => say.with("fundraisers-state-pledged", &given),
        (Stage::Open, FundraiserKind::Keep) => say.with("fundraisers-state-given", &given),
        (Stage::Missed | Stage::Gone, _) => say.with(
            "fundraisers-state-ended",
            &[("goal", &goal), ("sum", &money(promise.decided_with.unwrap_or_default())), ("ends", &ends)],
        ),
        _ => say.with("fundraisers-state-paid", &given),
    };
    let counts = match promise.stage {
        Stage::Missed => promise.decided_with.unwrap_or_default(),
        _ => towards.counts(),
    };
    let as_of = say.with("fundraisers-as-of", &[("moment", &say.moment(as_of, zone))]);
    Gauge { state, share: share(counts, promise.goal), outcome: outcome(fund, say), as_of, is_practice }
}

/// What is taken elsewhere is not counted here.
fn gauge_elsewhere(one: &Fundraiser, fund: &Fund, say: &Say) -> Gauge {
    let total = one.elsewhere.as_ref().and_then(|elsewhere| elsewhere.total.as_ref());
    let goal = shown::money(say, fund.promise.goal, &fund.promise);
    Gauge {
        state: match total {
            Some(_) => typed_elsewhere(one, say),
            None => say.with("fundraisers-elsewhere-goal", &[("goal", &goal)]),
        },
        share: total.map_or(0, |(minor, _)| share(*minor, fund.promise.goal)),
        outcome: String::new(),
        as_of: String::new(),
        is_practice: false,
    }
}

/// What follows from how it ended.
fn outcome(fund: &Fund, say: &Say) -> String {
    let promise = &fund.promise;
    let money = |minor| shown::money(say, minor, promise);
    let with = money(promise.decided_with.unwrap_or_default());
    let (goal, paid) = (money(promise.goal), money(fund.came_in().came()));
    let open = money(fund.under_way().counts());
    let given: [(&str, &dyn Given); 4] = [("with", &with), ("goal", &goal), ("paid", &paid), ("open", &open)];
    let key = match promise.stage {
        // One that is gone has no page.
        Stage::Open | Stage::Gone => return String::new(),
        Stage::Missed => "fundraisers-outcome-missed",
        Stage::Over => "fundraisers-outcome-over",
        Stage::Met if promise.settled_at.is_none() => "fundraisers-outcome-charging",
        Stage::Met if promise.is_given_back => "fundraisers-outcome-given-back",
        Stage::Met if fund.came_in().came() < promise.goal => "fundraisers-outcome-short",
        Stage::Met => "fundraisers-outcome-met",
    };
    say.with(key, &given)
}

fn items(campaign: &Running, one: &Fundraiser, fund: &Fund, language: Language, say: &Say) -> Vec<ItemShown> {
    let mut left = fund.towards().counts();
    let state = if fund.is_promised() { "fundraisers-item-pledged" } else { "fundraisers-item-state" };
    let each = |item: &Item| {
        let part = left.clamp(0, item.cost());
        left -= part;
        let (paid_for, count) = (natural(part / item.price.max(1)), u64::from(item.count));
        let price = shown::money(say, item.price, &fund.promise);
        let price = match item.count {
            1 => price,
            _ => say.with("fundraisers-item-price", &[("count", &count), ("price", &price)]),
        };
        let words = |words| shown::spoken(campaign, words, language);
        ItemShown {
            name: words(&item.name),
            place: words(&item.place),
            when: words(&item.when),
            price,
            state: say.with(state, &[("n", &paid_for), ("count", &count)]),
            share: share(part, item.cost()),
        }
    };
    one.items.iter().map(each).collect()
}

/// Where the money went: nothing before any came in. What came in is the sum of what stands below it.
pub fn went(campaign: &Running, one: &Fundraiser, fund: &Fund, language: Language, say: &Say) -> Vec<Went> {
    let went = &fund.went;
    if went.given == 0 && went.spent.is_empty() {
        return Vec::new();
    }
    let money = |minor| shown::money(say, minor, &fund.promise);
    let mut lines =
        vec![Went { label: say.text("fundraisers-went-given"), amount: money(went.given), is_sum: true }];
    for (slug, minor) in went.spent.iter().filter(|(_, minor)| *minor != 0) {
        let item =
            one.item(slug).map_or_else(|| slug.clone(), |item| shown::spoken(campaign, &item.name, language));
        lines.push(Went { label: item, amount: money(*minor), is_sum: false });
    }
    for (key, minor) in [
        ("fundraisers-went-fees", went.fees),
        ("fundraisers-went-refunded", went.refunded),
        ("fundraisers-went-disputed", went.disputed),
        ("fundraisers-went-provider", went.with_provider),
        ("fundraisers-went-bank", went.in_bank),
    ] {
        if minor != 0 {
            lines.push(Went { label: say.text(key), amount: money(minor), is_sum: false });
        }
    }
    lines
}

fn form(app: &App, found: &Found, form: FormShown, (say, now): (&Say, i64)) -> FormShown {
    let one = found.fundraiser();
    let amount = |minor: i64| one.amount(minor);
    let money = |minor: i64| amount(minor).map(|amount| say.money(amount)).unwrap_or_default();
    let decimal = |minor: i64| amount(minor).map(Amount::decimal).unwrap_or_default();
    let is_attacked = found.fund().is_some_and(|fund| fund.is_attacked);
    FormShown {
        action: found.path("/pledges"),
        presets: one.presets.iter().map(|minor| (decimal(*minor), money(*minor))).collect(),
        currency: one.currency.clone(),
        cover: one
            .fees
            .map(|fees| {
                let percent = say.hundredths(fees.hundredths_of_percent);
                say.with("fundraisers-cover", &[("percent", &percent), ("fixed", &money(fees.fixed))])
            })
            .unwrap_or_default(),
        work: match found.fund().filter(|_| is_attacked) {
            Some(fund) => proof::asked(app, work_number(fund.promise.id), found.standing.as_of),
            None => String::new(),
        },
        keeps: one.kind == FundraiserKind::Keep,
        monthly: match found.fund().filter(|_| one.monthly && found.ways(app, now).card) {
            Some(fund) => {
                let ends = say.moment(fund.promise.ends_at, &found.campaign.definition.time_zone);
                say.with("fundraisers-monthly-hint", &[("ends", &ends)])
            }
            None => String::new(),
        },
        ways: found.ways(app, now),
        ..form
    }
}

/// The number that a fundraiser's work is for: letters have those above nothing.
pub fn work_number(fundraiser: i64) -> i64 {
    -fundraiser
}

pub fn page(app: &App, found: &Found, typed: FormShown, now: i64) -> FundraiserPage {
    let (campaign, one, language) = (&found.campaign, found.fundraiser(), found.language);
    let say = language.say();
    let spoken = |words| shown::spoken(campaign, words, language);
    let path = |language| shown::path(campaign, &one.slug, "", language);
    let frame = Frame {
        canonical: Some(app.url(&path(language))),
        languages: campaign.translations(language, path),
        further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
        ..campaign.inner_frame(app, language)
    };
    let fund = found.fund();
    let listed: Vec<&Pledge> =
        fund.map(|fund| fund.newest.iter().filter(|one| shown::is_listed(one)).collect()).unwrap_or_default();
    let is_promised = fund.is_some_and(Fund::is_promised);
    let goal = one.amount(one.goal()).map(|goal| say.money(goal)).unwrap_or_default();
    let promise = match (one.kind, one.short) {
        (FundraiserKind::Keep, _) => "fundraisers-promise-keep",
        (FundraiserKind::AllOrNothing, Short::Spend) => "fundraisers-promise-all-spend",
        (FundraiserKind::AllOrNothing, Short::GiveBack) => "fundraisers-promise-all-give-back",
    };
    FundraiserPage {
        title: found.title(),
        words: spoken(&one.words),
        rule: spoken(&one.rule),
        promise: say.with(promise, &[("goal", &goal), ("days", &u64::from(one.grace_days))]),
        gauge: match fund {
            Some(fund) => gauge(app, campaign, fund, found.standing.as_of, &say),
            None => Gauge {
                state: goal,
                share: 0,
                outcome: String::new(),
                as_of: String::new(),
                is_practice: false,
            },
        },
        items: fund.map(|fund| items(campaign, one, fund, language, &say)).unwrap_or_default(),
        unlisted: fund.map(|fund| unlisted(fund, &listed)).unwrap_or_default(),
        is_promised,
        givers: listed.into_iter().map(|one| shown::giver(one, &say)).collect(),
        went: fund.map(|fund| went(campaign, one, fund, language, &say)).unwrap_or_default(),
        invoices: fund.map(|fund| invoices(found, fund, &say)).unwrap_or_default(),
        shut: found.shut(app, now),
        elsewhere: one.elsewhere.as_ref().map(|elsewhere| elsewhere.url.clone()).unwrap_or_default(),
        elsewhere_typed: typed_elsewhere(one, &say),
        form: form(app, found, typed, (&say, now)),
        notice: format!("/campaigns/{}/privacy{}", campaign.definition.slug, campaign.query(language)),
        all: shown::list_path(campaign, language),
        script: app.assets.sign.clone(),
        frame,
    }
}

/// How many gave of whom no line tells.
fn unlisted(fund: &Fund, listed: &[&Pledge]) -> u64 {
    let told: BTreeSet<_> = listed.iter().map(|one| one.giver).collect();
    natural(fund.givers - i64::try_from(told.len()).unwrap_or_default())
}

/// What has come together on another site: a number that was typed, and is marked so.
fn typed_elsewhere(one: &Fundraiser, say: &Say) -> String {
    let Some((minor, on)) = one.elsewhere.as_ref().and_then(|elsewhere| elsewhere.total.as_ref()) else {
        return String::new();
    };
    let sum = one.amount(*minor).map(|sum| say.money(sum)).unwrap_or_default();
    say.with("fundraisers-elsewhere-typed", &[("sum", &sum), ("day", on)])
}

fn invoices(found: &Found, fund: &Fund, say: &Say) -> Vec<InvoiceShown> {
    let (campaign, one, language) = (&found.campaign, found.fundraiser(), found.language);
    let each = |invoice: &super::store::Invoice| InvoiceShown {
        day: invoice.day.clone(),
        words: invoice.words.clone(),
        item: one
            .item(&invoice.item)
            .map_or_else(|| invoice.item.clone(), |item| shown::spoken(campaign, &item.name, language)),
        amount: shown::money(say, invoice.minor, &fund.promise),
        file: invoice
            .file
            .as_ref()
            .map(|_| found.path(&format!("/invoices/{}", invoice.id)))
            .unwrap_or_default(),
    };
    fund.invoices.iter().map(each).collect()
}

/// The form as an address may fill it in: `?source=`.
pub fn blank(source: Option<String>) -> PledgeForm {
    PledgeForm { source: source.unwrap_or_default(), ..PledgeForm::default() }
}
