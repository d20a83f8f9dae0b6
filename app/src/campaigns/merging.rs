//! A campaign comes from two sides, the files and the desk. An import brings both together, part by part: what one side
//! alone has changed since the import before stands; what both have changed differently is for people to decide.

use super::definition::{Definition, Event, Fundraiser, Goal, Partner, Target, fingerprint};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A campaign as the files of the last import said it: the mark of each of its parts. A target stands under its slug,
/// `event/rally` is an event, `=texts` what is one part as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported(BTreeMap<String, String>);

#[derive(Debug, PartialEq, Eq)]
pub struct Merged {
    /// Of lists in the files' order; what only the desk knows stands behind. A disputed part is as the files say.
    pub definition: Definition,
    /// Parts that stay as the desk left them, though the files say otherwise: `target al-gore`, `texts`.
    pub kept: Vec<String>,
    /// Parts that both sides have changed, each in another way.
    pub disputed: Vec<String>,
}

/// The parts of a campaign that are taken whole. Pictures are the files' alone.
macro_rules! whole_parts {
    ($do:ident) => {
        $do! { status languages time_zone signal signal_dark form texts mail relations letters endorsements posts
        statements press }
    };
}

/// One of a list, by its slug.
trait Piece: Clone + PartialEq {
    /// How it is called, and what stands before its slug among the marks.
    const KIND: (&'static str, &'static str);

    fn slug(&self) -> &str;

    fn mark(&self) -> String;
}

macro_rules! pieces {
    ($($piece:ty: $kind:literal $before:literal;)*) => {$(
        impl Piece for $piece {
            const KIND: (&'static str, &'static str) = ($kind, $before);

            fn slug(&self) -> &str {
                &self.slug
            }

            fn mark(&self) -> String {
                mark(self)
            }
        }
    )*};
}

pieces! {
    Target: "target" "";
    Event: "event" "event/";
    Goal: "goal" "goal/";
    Fundraiser: "fundraiser" "fundraiser/";
}

impl Piece for Partner {
    const KIND: (&'static str, &'static str) = ("partner", "partner/");

    fn slug(&self) -> &str {
        &self.slug
    }

    /// A key that a partner gave itself is no change of the desk's.
    fn mark(&self) -> String {
        mark(&Self { age_key: None, ..self.clone() })
    }
}

impl Imported {
    pub fn of(definition: &Definition) -> Self {
        let mut marks = BTreeMap::new();
        marks.extend(marked(&definition.targets));
        marks.extend(marked(&definition.events));
        marks.extend(marked(&definition.goals));
        marks.extend(marked(&definition.fundraisers));
        marks.extend(marked(&definition.partners));
        macro_rules! note {
            ($($part:ident)*) => {
                $(marks.insert(concat!("=", stringify!($part)).to_owned(), mark(&definition.$part));)*
            };
        }
        whole_parts!(note);
        Self(marks)
    }

    /// Brings the files' campaign and the desk's together.
    pub fn merge(&self, files: &Definition, desk: &Definition) -> Merged {
        let mut merged = Merged { definition: files.clone(), kept: Vec::new(), disputed: Vec::new() };
        merged.definition.targets = self.list(&files.targets, &desk.targets, &mut merged);
        // Before there were marks of anything but targets, the files stood.
        if !self.0.keys().any(|name| name.starts_with('=')) {
            return merged;
        }
        merged.definition.events = self.list(&files.events, &desk.events, &mut merged);
        merged.definition.goals = self.list(&files.goals, &desk.goals, &mut merged);
        merged.definition.fundraisers = self.list(&files.fundraisers, &desk.fundraisers, &mut merged);
        merged.definition.partners = self.list(&files.partners, &desk.partners, &mut merged);
        macro_rules! bring {
            ($($part:ident)*) => {$(
                let name = stringify!($part);
                let sides = (mark(&files.$part), mark(&desk.$part));
                let before = self.0.get(concat!("=", stringify!($part)));
                if merged.keeps(name, before, (Some(&sides.0), Some(&sides.1))) {
                    merged.definition.$part.clone_from(&desk.$part);
                }
            )*};
        }
        whole_parts!(bring);
        merged
    }

    fn list<P: Piece>(&self, files: &[P], desk: &[P], merged: &mut Merged) -> Vec<P> {
        let (kind, front) = P::KIND;
        let only_at_the_desk = desk.iter().filter(|piece| named(files, piece.slug()).is_none());
        let mut slugs: Vec<&str> = files.iter().chain(only_at_the_desk).map(Piece::slug).collect();
        let known = self.0.keys().filter_map(|name| {
            let slug = name.strip_prefix(front)?;
            (!slug.contains('/') && !slug.starts_with('=')).then_some(slug)
        });
        slugs.extend(known.filter(|slug| named(files, slug).is_none() && named(desk, slug).is_none()));
        let mut all = Vec::new();
        for slug in slugs {
            let (of_files, of_desk) = (named(files, slug), named(desk, slug));
            let marks = (of_files.map(Piece::mark), of_desk.map(Piece::mark));
            let before = self.0.get(&format!("{front}{slug}"));
            let marks = (marks.0.as_ref(), marks.1.as_ref());
            let is_the_desks = merged.keeps(&format!("{kind} {slug}"), before, marks);
            all.extend(if is_the_desks { of_desk } else { of_files }.cloned());
        }
        all
    }
}

impl Merged {
    /// Whether a part stays as the desk left it, by its mark of before and those of both sides.
    fn keeps(
        &mut self,
        name: &str,
        before: Option<&String>,
        (files, desk): (Option<&String>, Option<&String>),
    ) -> bool {
        if files == desk || desk == before {
            return false;
        }
        let list = if files == before { &mut self.kept } else { &mut self.disputed };
        list.push(name.to_owned());
        files == before
    }
}

fn marked<P: Piece>(all: &[P]) -> impl Iterator<Item = (String, String)> + '_ {
    all.iter().map(|piece| (format!("{}{}", P::KIND.1, piece.slug()), piece.mark()))
}

/// What tells a part from itself before a change: the fingerprint of all it says.
pub fn mark(part: &impl Serialize) -> String {
    fingerprint(&serde_json::to_vec(part).unwrap_or_default())
}

/// The same of all targets, in their order.
pub fn mark_of_all(targets: &[Target]) -> String {
    fingerprint(&serde_json::to_vec(targets).unwrap_or_default())
}

fn named<'p, P: Piece>(all: &'p [P], slug: &str) -> Option<&'p P> {
    all.iter().find(|piece| piece.slug() == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Targets by slug and session, which stands for all that can change.
    fn targets(all: &[(&str, &str)]) -> Vec<Target> {
        let target = |(slug, session): &(&str, &str)| Target {
            slug: (*slug).to_owned(),
            session: Some((*session).to_owned()),
            ..Target::default()
        };
        all.iter().map(target).collect()
    }

    fn campaign(all: &[(&str, &str)]) -> Definition {
        Definition { targets: targets(all), ..crate::campaigns::files::read(&reference()).unwrap() }
    }

    fn reference() -> std::path::PathBuf {
        crate::stories::checkout().join("campaigns/dropsalesforce")
    }

    fn merged(before: &[(&str, &str)], files: &[(&str, &str)], desk: &[(&str, &str)]) -> Merged {
        Imported::of(&campaign(before)).merge(&campaign(files), &campaign(desk))
    }

    #[test]
    fn what_one_side_alone_changed_stands() {
        let before = [("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"), ("e", "1")];
        // The files change a, remove d and add f; the desk changes b, removes c and adds g.
        let files = [("a", "2"), ("b", "1"), ("c", "1"), ("e", "1"), ("f", "1")];
        let desk = [("a", "1"), ("b", "2"), ("d", "1"), ("e", "1"), ("g", "1")];
        let found = merged(&before, &files, &desk);
        assert_eq!(
            found.definition.targets,
            targets(&[("a", "2"), ("b", "2"), ("e", "1"), ("f", "1"), ("g", "1")])
        );
        assert_eq!(found.kept, ["target b", "target c", "target g"]);
        assert_eq!(found.disputed, [""; 0]);
    }

    #[test]
    fn what_both_changed_is_disputed_unless_they_agree() {
        let before = [("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")];
        let files = [("a", "2"), ("b", "2"), ("c", "2"), ("n", "1")];
        let desk = [("a", "2"), ("b", "3"), ("d", "2"), ("n", "2")];
        let found = merged(&before, &files, &desk);
        assert_eq!(
            found.disputed,
            ["target b", "target c", "target n", "target d"],
            "changed twice, removed and changed, added twice"
        );
        assert_eq!(found.definition.targets, targets(&files), "the files stand where people let them");
        assert_eq!(found.kept, [""; 0]);
    }

    #[test]
    fn unchanged_files_undo_nothing() {
        let before = [("a", "1"), ("b", "1")];
        let desk = [("b", "9"), ("c", "1")];
        let found = merged(&before, &before, &desk);
        assert_eq!(found.definition.targets, targets(&desk));
        assert_eq!((found.kept.len(), found.disputed.len()), (3, 0));
    }

    #[test]
    fn every_part_of_a_campaign_is_brought_together() {
        let before = campaign(&[]);
        let (mut files, mut desk) = (before.clone(), before.clone());
        desk.goals.pop();
        desk.events[0].party_most = 3;
        desk.signal = "#112233".to_owned();
        desk.partners[0].age_key = Some("age1".to_owned());
        files.events[1].party_most = 4;
        files.time_zone = "UTC".to_owned();
        let found = Imported::of(&before).merge(&files, &desk);
        assert_eq!(found.kept, ["event outside-dreamforce", "goal stewards", "signal"]);
        assert_eq!(found.disputed, [""; 0]);
        assert_eq!(found.definition.events.iter().map(|one| one.party_most).collect::<Vec<_>>(), [3, 4]);
        assert_eq!((found.definition.goals.len(), found.definition.signal.as_str()), (1, "#112233"));
        assert_eq!(found.definition.time_zone, "UTC");
        files.signal = "#445566".to_owned();
        assert_eq!(Imported::of(&before).merge(&files, &desk).disputed, ["signal"]);
        // What an earlier version kept of targets alone says nothing of the rest.
        let old = Imported(
            Imported::of(&before).0.into_iter().filter(|(name, _)| !name.contains(['/', '='])).collect(),
        );
        let found = old.merge(&files, &desk);
        assert_eq!((found.kept.len(), found.definition.signal.as_str()), (0, "#445566"));
    }
}
