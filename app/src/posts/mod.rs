//! Posts: ready-made texts at named targets, sent by a visitor from an account of their own. Nothing here
//! posts, and no words are made up: what a visitor sees is what an organiser wrote, filled in.

pub mod addresses;
pub mod clicks;
pub mod counting;
pub mod page;
pub mod pages;
pub mod routes;
pub mod store;
pub mod teaser;

use crate::campaigns::definition::{Definition, Filling, Post, Target, filled, shared_link};
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
        definition.targets.iter().find_map(|target| Self::first_for(definition, target, way))
    }

    /// The first post that is for this target.
    pub fn first_for(definition: &'c Definition, target: &'c Target, way: Way) -> Option<Self> {
        let post = definition.posts.iter().find(|post| post.is_for(target))?;
        Some(Self { post, target, way })
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
    pub fn names_without_handle(&self, definition: &'c Definition) -> bool {
        let Some(network) = self.way.network().filter(|network| handles::mentions(*network)) else {
            return false;
        };
        self.target.unknown(&definition.targets, |target| target.handle(network)).next().is_some()
    }

    /// Where a mail or a message goes: the addresses or numbers that are known of whom it is for.
    pub fn recipients(&self, definition: &'c Definition) -> Vec<&'c str> {
        self.reached_by().map_or_else(Vec::new, |what| self.target.known(&definition.targets, what))
    }

    /// Whom a mail or a message is for without reaching them: no address or number of theirs is known.
    pub fn not_reached(&self, definition: &'c Definition) -> Vec<&'c Target> {
        self.reached_by()
            .map_or_else(Vec::new, |what| self.target.unknown(&definition.targets, what).collect())
    }

    fn reached_by(&self) -> Option<fn(&Target) -> Option<&str>> {
        match self.way {
            Way::Email => Some(|target| target.email.as_deref()),
            Way::Sms => Some(|target| target.phone.as_deref()),
            Way::Network(_) | Way::Copy => None,
        }
    }
}
