//! Puts the pages of posts together from the campaign, the choice and the count.

use super::addresses::Addresses;
use super::clicks::Tally;
use super::pages::{
    Account, ClicksPage, ComposerPage, LeavingPage, Length, Mark, Sending, ServerPage, Sum, TargetLink,
    WayLink, Wording,
};
use super::{Choice, Composed, Visit};
use crate::campaigns::definition::Target;
use crate::campaigns::directory::Running;
use crate::campaigns::share;
use crate::networks::{Network, Way, composers, profiles};
use crate::state::App;
use crate::web::i18n::Say;
use crate::web::layout::Frame;
use crate::web::natural;

/// `is_other` where the post that was asked for is not for this target.
pub fn composer(
    app: &App,
    campaign: &Running,
    visit: &Visit,
    choice: Choice,
    is_other: bool,
) -> ComposerPage {
    let say = visit.language.say();
    let definition = &campaign.definition;
    let addresses = Addresses::of(campaign, visit);
    let composed = choice.compose(campaign, app.settings.base_url(), visit, &say);
    let composer = choice.way.network().map(composers::of);
    let mut frame = frame(app, campaign, visit, &addresses);
    frame.languages =
        campaign.translations(visit.language, |language| addresses.in_language(language).composer(choice));
    let address = app.url(&addresses.composer(choice));
    let shared =
        share::card(app, campaign, visit.language, None, Some(choice.target), visit.signatures, &address);
    frame.card = Some(shared);
    frame.canonical = Some(address);
    let (target_form, along) = addresses.target_form(choice);
    ComposerPage {
        ask: campaign.texts(visit.language).ask.clone(),
        script: app.assets.composer.clone(),
        counting: format!("/lengths/{}", choice.way.name()),
        targets: targets(campaign, visit, choice, &addresses, &say),
        target_form,
        along,
        length: length(choice, &composed),
        way: title(choice.way, &say),
        other: is_other
            .then(|| say.html("posts-other", "target", choice.target.name_in(visit.language.tag()))),
        takes_link_apart: choice.way.takes_link_apart(),
        takes_words: composer.is_none_or(composers::Composer::takes_words),
        names_without_handle: choice.names_without_handle(definition),
        not_reached: not_reached(campaign, visit, choice, &say),
        account: account(choice),
        direct: direct(campaign, visit, choice, &composed).unwrap_or_default(),
        sending: sending(campaign, visit, choice, &composed, &addresses),
        ways: ways(choice, &addresses, &say),
        wordings: definition
            .posts
            .iter()
            .filter(|post| post.is_for(choice.target))
            .map(|post| {
                let other = Choice { post, ..choice };
                Wording {
                    address: addresses.composer(other),
                    words: other.words(definition, visit, &say, None),
                    current: post.slug == choice.post.slug,
                }
            })
            .collect(),
        clicks: format!("/campaigns/{}/clicks{}", definition.slug, campaign.query(visit.language)),
        letter: addresses.campaign(),
        words: composed.words,
        link: composed.link,
        frame,
    }
}

/// "Which server?", with what was typed where that was refused.
pub fn server(
    app: &App,
    campaign: &Running,
    visit: &Visit,
    choice: Choice,
    typed: &str,
    refused: bool,
) -> ServerPage {
    let say = visit.language.say();
    let addresses = Addresses::of(campaign, visit);
    let (action, along) = addresses.server_form(choice);
    ServerPage {
        words: choice.compose(campaign, app.settings.base_url(), visit, &say).words,
        action,
        along,
        server: typed.to_owned(),
        refused,
        back: addresses.composer(choice),
        frame: frame(app, campaign, visit, &addresses),
    }
}

/// Names the server before anybody is led there.
pub fn leaving(app: &App, campaign: &Running, visit: &Visit, choice: Choice, server: &str) -> LeavingPage {
    let say = visit.language.say();
    let addresses = Addresses::of(campaign, visit);
    LeavingPage {
        words: choice.compose(campaign, app.settings.base_url(), visit, &say).words,
        server: server.to_owned(),
        on: addresses.server(choice, server, true),
        back: addresses.click(choice, Network::Mastodon),
        frame: frame(app, campaign, visit, &addresses),
    }
}

pub fn clicks(app: &App, campaign: &Running, visit: &Visit, tally: &Tally) -> ClicksPage {
    let say = visit.language.say();
    let definition = &campaign.definition;
    let tag = visit.language.tag();
    let path = format!("/campaigns/{}/clicks", definition.slug);
    let mut frame = frame(app, campaign, visit, &Addresses::of(campaign, visit));
    frame.languages =
        campaign.translations(visit.language, |language| path.clone() + &campaign.query(language));
    let named = |slug: String| {
        let target = definition.targets.iter().find(|target| target.slug == slug);
        target.map_or(slug, |target| target.name_in(tag).to_owned())
    };
    let sums = |sums: Vec<(String, i64)>, words: &dyn Fn(String) -> String| -> Vec<Sum> {
        sums.into_iter().map(|(word, clicks)| Sum { word: words(word), clicks: natural(clicks) }).collect()
    };
    let largest_first = |mut sums: Vec<Sum>| {
        sums.sort_by_key(|sum| std::cmp::Reverse(sum.clicks));
        sums
    };
    ClicksPage {
        total: natural(tally.total()),
        as_of: say.moment(tally.as_of, &definition.time_zone),
        by_post: largest_first(sums(tally.by(|row| &row.post), &|slug| slug)),
        by_target: largest_first(sums(tally.by(|row| &row.target), &named)),
        by_network: largest_first(sums(tally.by(|row| &row.network), &|name| {
            Network::parse(&name).map_or(name, |network| network.title().to_owned())
        })),
        by_day: sums(tally.by(|row| &row.day), &|day| day_in_words(&day, &definition.time_zone, &say)),
        json: format!("{path}.json"),
        frame,
    }
}

fn frame(app: &App, campaign: &Running, visit: &Visit, addresses: &Addresses) -> Frame {
    let mut frame = campaign.inner_frame(app, visit.language);
    if let Some(back) = &mut frame.masthead.campaign {
        back.url = addresses.campaign();
    }
    frame
}

pub(super) fn length(choice: Choice, composed: &Composed) -> Length {
    Length {
        n: composed.length as u64,
        limit: composed.limit.map(|limit| limit as u64),
        network: choice.way.network().map(|network| network.title().to_owned()).unwrap_or_default(),
        too_long: !composed.fits,
    }
}

fn targets(
    campaign: &Running,
    visit: &Visit,
    choice: Choice,
    addresses: &Addresses,
    say: &Say,
) -> Vec<TargetLink> {
    let definition = &campaign.definition;
    let tag = visit.language.tag();
    let zone = &definition.time_zone;
    let offered = definition.targets.iter().filter_map(|target| {
        Choice::first_for(definition, target, choice.way)?;
        Some(TargetLink {
            slug: target.slug.clone(),
            // Where the post is not for them, the page that opens says so and shows another.
            address: addresses.composer(Choice { target, ..choice }),
            name: target.name_in(tag).to_owned(),
            role: target.role.get(tag).cloned().unwrap_or_default(),
            session: target
                .session
                .as_deref()
                .map(|time| session_in_words(time, zone, say))
                .unwrap_or_default(),
            marks: marks(target, tag, zone, say),
            current: target.slug == choice.target.slug,
        })
    });
    offered.collect()
}

fn marks(target: &Target, tag: &str, zone: &str, say: &Say) -> Vec<Mark> {
    let deeds = [("posts-answered", &target.answered), ("posts-acted", &target.acted)];
    let done = deeds.into_iter().filter_map(|(key, deed)| Some((key, deed.as_ref()?)));
    done.map(|(key, deed)| Mark {
        what: say.with(key, &[("day", &day_in_words(&deed.on, zone, say))]),
        words: deed.words.get(tag).cloned().unwrap_or_default(),
        link: deed.link.clone(),
    })
    .collect()
}

/// The names of those whom a mail or a message does not reach.
fn not_reached(campaign: &Running, visit: &Visit, choice: Choice, say: &Say) -> String {
    let names = choice.not_reached(&campaign.definition);
    say.list(names.into_iter().map(|target| target.name_in(visit.language.tag())))
}

fn account(choice: Choice) -> Option<Account> {
    let network = choice.way.network()?;
    let handle = choice.target.handle(network)?;
    Some(Account { handle: handle.to_owned(), address: profiles::profile(network, handle) })
}

pub fn title(way: Way, say: &Say) -> String {
    match way {
        Way::Network(network) => network.title().to_owned(),
        Way::Email => say.text("posts-way-email"),
        Way::Sms => say.text("posts-way-sms"),
        Way::Copy => say.text("posts-way-copy"),
    }
}

fn ways(choice: Choice, addresses: &Addresses, say: &Say) -> Vec<WayLink> {
    Way::all()
        .map(|way| WayLink {
            title: title(way, say),
            address: addresses.composer(Choice { way, ..choice }),
            current: way == choice.way,
        })
        .collect()
}

pub(super) fn sending(
    campaign: &Running,
    visit: &Visit,
    choice: Choice,
    composed: &Composed,
    addresses: &Addresses,
) -> Sending {
    let to = choice.recipients(&campaign.definition);
    match choice.way {
        Way::Network(Network::Mastodon) => {
            let (action, along) = addresses.server_form(choice);
            Sending::Server { action, along }
        }
        Way::Network(network) => Sending::Click { address: addresses.click(choice, network) },
        Way::Email => {
            let subject = subject(campaign, visit, choice);
            Sending::Email { address: composers::mail(&to, subject, &composed.words) }
        }
        Way::Sms => Sending::Sms { address: composers::message(&to, &composed.words) },
        Way::Copy => Sending::Copy,
    }
}

fn subject<'s>(campaign: &'s Running, visit: &Visit, choice: Choice<'s>) -> &'s str {
    let own = choice.post.subject.get(visit.language.tag());
    own.unwrap_or(&campaign.texts(visit.language).title)
}

/// The address that edited words are set into, past our tally; nothing where no words go along.
fn direct(campaign: &Running, visit: &Visit, choice: Choice, composed: &Composed) -> Option<String> {
    let to = choice.recipients(&campaign.definition);
    match choice.way {
        Way::Network(network) => {
            let composer = composers::of(network);
            composer.takes_words().then(|| composer.pattern(&composed.link, "{server}"))
        }
        Way::Email => {
            let subject = subject(campaign, visit, choice);
            Some(composers::mail(&to, subject, "") + "{text}")
        }
        Way::Sms => Some(composers::message(&to, "") + "{text}"),
        Way::Copy => None,
    }
}

pub fn day_in_words(day: &str, zone: &str, say: &Say) -> String {
    let noon = jiff::civil::Date::strptime("%Y-%m-%d", day).map(|date| date.at(12, 0, 0, 0));
    noon.ok()
        .and_then(|noon| micros(noon, zone))
        .map_or_else(|| day.to_owned(), |micros| say.day(micros, zone))
}

pub fn session_in_words(time: &str, zone: &str, say: &Say) -> String {
    let time = jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M", time).ok();
    time.and_then(|time| micros(time, zone)).map(|micros| say.moment(micros, zone)).unwrap_or_default()
}

fn micros(time: jiff::civil::DateTime, zone: &str) -> Option<i64> {
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    Some(time.to_zoned(zone).ok()?.timestamp().as_microsecond())
}
