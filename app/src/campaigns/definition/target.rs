//! Targets: who is addressed, by which handles, and what they have answered.

use super::ByLanguage;
use crate::networks::{Network, Way, handles};
use crate::web::i18n::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The `?target=` of its links.
    pub slug: String,
    /// What sort of target it is: `ceo`, `speaker`. Posts can have words of their own for a sort.
    pub kind: String,
    /// In each of the campaign's languages.
    pub name: ByLanguage,
    /// What they are, as it stands behind the name; empty, or in each of the campaign's languages.
    pub role: ByLanguage,
    /// By the network's name, in the form in which posts name them there.
    pub handles: BTreeMap<String, String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// When they speak: `2018-09-26 14:00` in the campaign's time zone.
    pub session: Option<String>,
    /// Slugs of the targets that are addressed at once by this one; empty where it is one alone.
    pub together: Vec<String>,
    pub answered: Option<Deed>,
    pub acted: Option<Deed>,
}

/// What a target has answered or done, and where that can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// `2018-09-20`
    pub on: String,
    pub link: String,
    /// In a sentence; empty, or in each of the campaign's languages.
    pub words: ByLanguage,
}

impl Target {
    pub fn name_in(&self, language: &str) -> &str {
        self.name.get(language).or_else(|| self.name.values().next()).map_or("", String::as_str)
    }

    /// Their handle on a network, where it is known.
    pub fn handle(&self, network: Network) -> Option<&str> {
        self.handles.get(network.name()).map(String::as_str)
    }

    /// How a post names them: by the handle where a handle is known and means them there, else by name.
    pub fn called(&self, way: Way, language: &str, all: &[Self]) -> String {
        if self.together.is_empty() {
            let handle = way.network().filter(|network| handles::mentions(*network));
            let handle = handle.and_then(|network| self.handle(network));
            return handle.unwrap_or(self.name_in(language)).to_owned();
        }
        let comma = Language::parse(language).unwrap_or(Language::En).comma();
        let members = self.members(all).map(|one| one.called(way, language, &[]));
        members.collect::<Vec<_>>().join(comma)
    }

    /// What is known of whom this target means, by `what`: of itself, else of each of those whom it
    /// addresses at once; nobody twice.
    pub fn known<'a>(&'a self, all: &'a [Self], what: impl Fn(&'a Self) -> Option<&'a str>) -> Vec<&'a str> {
        let mut known: Vec<&str> = Vec::new();
        for one in self.meant(all, &what).filter_map(&what) {
            if !known.contains(&one) {
                known.push(one);
            }
        }
        known
    }

    /// Those of whom it is not known.
    pub fn unknown<'a>(
        &'a self,
        all: &'a [Self],
        what: impl Fn(&'a Self) -> Option<&'a str>,
    ) -> impl Iterator<Item = &'a Self> {
        self.meant(all, &what).filter(move |one| what(one).is_none())
    }

    /// The target itself where it is one, or where it has what is asked for in common; else those whom it
    /// addresses at once.
    fn meant<'a>(
        &'a self,
        all: &'a [Self],
        what: impl Fn(&'a Self) -> Option<&'a str>,
    ) -> Box<dyn Iterator<Item = &'a Self> + 'a> {
        if self.together.is_empty() || what(self).is_some() {
            Box::new(std::iter::once(self))
        } else {
            Box::new(self.members(all))
        }
    }

    /// Those whom this target addresses at once.
    pub fn members<'a>(&'a self, all: &'a [Self]) -> impl Iterator<Item = &'a Self> {
        let named = |slug: &'a String| all.iter().find(move |one| one.slug == *slug);
        self.together.iter().filter_map(named).filter(|one| one.together.is_empty())
    }
}
