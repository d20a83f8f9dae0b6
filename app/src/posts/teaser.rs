//! The first post for the first target, ready to go by every way: one tap here, and one that posts it there. It
//! stands on the campaign's page, and before whoever has just signed.

use super::addresses::Addresses;
use super::page::{length, sending, title};
use super::pages::{Sending, Teaser, WayLink};
use super::{Choice, Visit};
use crate::campaigns::definition::Status;
use crate::campaigns::directory::Running;
use crate::networks::{Network, Way, composers};
use crate::state::App;

const FIRST: Network = Network::X;

/// Nothing where the campaign has no posts, or went back to a draft.
pub fn teaser(app: &App, campaign: &Running, visit: &Visit) -> Option<Teaser> {
    let definition = &campaign.definition;
    if definition.status == Status::Draft {
        return None;
    }
    let choice = Choice::first(definition, Way::Network(FIRST))?;
    let (say, tag) = (visit.language.say(), visit.language.tag());
    let addresses = Addresses::of(campaign, visit);
    let composed = choice.compose(campaign, app.settings.base_url(), visit, &say);
    let others = Way::all().filter(|way| *way != Way::Network(FIRST));
    let link_only = Network::ALL.into_iter().filter(|network| !composers::of(*network).takes_words());
    Some(Teaser {
        target: choice.target.name_in(tag).to_owned(),
        role: choice.target.role.get(tag).cloned().unwrap_or_default(),
        length: length(choice, &composed),
        words: composed.words,
        network: FIRST.title().to_owned(),
        click: addresses.click(choice, FIRST),
        ways: others
            .map(|way| WayLink {
                title: title(way, &say),
                address: straight(app, campaign, visit, Choice { way, ..choice }),
                current: false,
            })
            .collect(),
        link_only: say.list(link_only.map(Network::title)),
        composer: addresses.composer(choice),
    })
}

/// Where a tap leads that is to send the post: to the network by our own address, into the device's mail or
/// messages; to the words where they are copied.
fn straight(app: &App, campaign: &Running, visit: &Visit, choice: Choice) -> String {
    let addresses = Addresses::of(campaign, visit);
    let composed = choice.compose(campaign, app.settings.base_url(), visit, &visit.language.say());
    match sending(campaign, visit, choice, &composed, &addresses) {
        Sending::Click { address } | Sending::Email { address } | Sending::Sms { address } => address,
        Sending::Server { .. } => addresses.click(choice, Network::Mastodon),
        Sending::Copy => addresses.composer(choice),
    }
}
