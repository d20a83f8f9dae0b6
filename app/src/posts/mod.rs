//! Posts: ready-made texts at named targets, sent by a visitor from an account of their own. Nothing here
//! posts, and no words are made up: what a visitor sees is what an organiser wrote, filled in.

pub mod addresses;
pub mod clicks;
pub mod counting;
pub mod page;
pub mod pages;
pub mod routes;
pub mod store;

use crate::campaigns::definition::{Definition, Filling, Post, Status, Target, filled, shared_link};
use crate::campaigns::directory::Running;
use crate::networks::{Network, Way, handles};
use crate::web::i18n::{Language, Say};
use crate::web::natural;

/// What a page about posts is made for.
#[derive(Clone, Debug)]
pub struct Visit {
    pub language: Language,
    /// The code by which this visit is followed.
    pub source: Option<String>,
    /// Signatures of the campaign by now.
    pub signatures: i64,
}

/// A post, to whom, and how it leaves.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'c> {
    pub post: &'c Post,
    pub target: &'c Target,
    pub way: Way,
}

/// A post as it goes out, to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// With the link in them, unless it goes in a field of its own.
    pub words: String,
    /// The campaign's page, as this post links to it.
    pub link: String,
    pub length: usize,
    pub limit: Option<usize>,
    pub fits: bool,
}

impl<'c> Choice<'c> {
    /// The first post for the first target: what is offered before anybody chooses.
    pub fn first(definition: &'c Definition, way: Way) -> Option<Self> {
        let mut choices = definition.targets.iter().filter_map(|target| {
            let post = definition.posts.iter().find(|post| post.is_for(target))?;
            Some(Self { post, target, way })
        });
        choices.next()
    }

    pub fn compose(&self, campaign: &Running, base: &str, visit: &Visit, say: &Say) -> Composed {
        let definition = &campaign.definition;
        let tag = visit.language.tag();
        let own = (tag != definition.default_language()).then_some(tag);
        let link = shared_link(base, &definition.slug, own, &self.post.slug);
        let words = self.words(definition, visit, say, (!self.way.takes_link_apart()).then_some(&link));
        let network = self.way.network();
        Composed {
            length: network.map_or(words.chars().count(), |network| network.length(&words)),
            limit: network.and_then(Network::limit),
            fits: network.is_none_or(|network| network.fits(&words)),
            words,
            link,
        }
    }

    /// The post filled in, with the link or without.
    pub fn words(&self, definition: &Definition, visit: &Visit, say: &Say, link: Option<&str>) -> String {
        let tag = visit.language.tag();
        let called = self.target.called(self.way, tag, &definition.targets);
        let count = say.number(natural(visit.signatures));
        let filling = Filling { target: &called, url: link, count: &count };
        filled(self.post.text_for(self.target, self.way, tag), filling)
    }

    /// Whether somebody is named here because no handle of theirs is known on this network.
    pub fn names_without_handle(&self, definition: &Definition) -> bool {
        let Some(network) = self.way.network().filter(|network| handles::mentions(*network)) else {
            return false;
        };
        let unknown = |target: &Target| target.handle(network).is_none();
        if self.target.together.is_empty() {
            unknown(self.target)
        } else {
            self.target.members(&definition.targets).any(unknown)
        }
    }
}

/// Where a campaign's posts are; nothing where it has none, or went back to a draft.
pub fn address(campaign: &Running, language: Language) -> Option<String> {
    if campaign.definition.status == Status::Draft {
        return None;
    }
    Choice::first(&campaign.definition, Way::Copy)?;
    Some(format!("/campaigns/{}/posts{}", campaign.definition.slug, campaign.query(language)))
}
