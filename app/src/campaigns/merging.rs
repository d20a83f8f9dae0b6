//! Targets come from two sides, the files and the desk. An import brings both together: what one side alone
//! has changed since the import before stands; what both have changed differently is for people to decide.

use super::definition::{Target, fingerprint};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The targets as the files of the last import said them: by slug, the mark of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported(BTreeMap<String, String>);

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// In the files' order; what only the desk knows stands behind.
    pub targets: Vec<Target>,
    /// Slugs of those that stay as the desk left them, though the files say otherwise.
    pub kept: Vec<String>,
    /// Slugs of those that both sides have changed, each in another way.
    pub disputed: Vec<String>,
}

impl Imported {
    pub fn of(targets: &[Target]) -> Self {
        Self(targets.iter().map(|target| (target.slug.clone(), mark(target))).collect())
    }

    /// Brings the files' targets and the desk's together. A disputed one stands as the files say.
    pub fn merge(&self, files: &[Target], desk: &[Target]) -> Merged {
        let mut merged = Merged::default();
        let only_at_the_desk = desk.iter().filter(|target| named(files, &target.slug).is_none());
        let slugs = files.iter().chain(only_at_the_desk).map(|target| &target.slug);
        let gone_from_both = |slug: &&String| named(files, slug).is_none() && named(desk, slug).is_none();
        for slug in slugs.chain(self.0.keys().filter(gone_from_both)) {
            let (of_files, of_desk) = (named(files, slug), named(desk, slug));
            let before = self.0.get(slug).map(String::as_str);
            let is_as_before = |side: Option<&Target>| side.map(mark).as_deref() == before;
            let stands = if of_files == of_desk || is_as_before(of_desk) {
                of_files
            } else if is_as_before(of_files) {
                merged.kept.push(slug.clone());
                of_desk
            } else {
                merged.disputed.push(slug.clone());
                of_files
            };
            merged.targets.extend(stands.cloned());
        }
        merged
    }
}

/// What tells a target from itself before a change: the fingerprint of all it says.
pub fn mark(target: &Target) -> String {
    fingerprint(&serde_json::to_vec(target).unwrap_or_default())
}

/// The same of all targets, in their order.
pub fn mark_of_all(targets: &[Target]) -> String {
    fingerprint(&serde_json::to_vec(targets).unwrap_or_default())
}

fn named<'t>(targets: &'t [Target], slug: &str) -> Option<&'t Target> {
    targets.iter().find(|target| target.slug == slug)
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

    fn merged(before: &[(&str, &str)], files: &[(&str, &str)], desk: &[(&str, &str)]) -> Merged {
        Imported::of(&targets(before)).merge(&targets(files), &targets(desk))
    }

    #[test]
    fn what_one_side_alone_changed_stands() {
        let before = [("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"), ("e", "1")];
        // The files change a, remove d and add f; the desk changes b, removes c and adds g.
        let files = [("a", "2"), ("b", "1"), ("c", "1"), ("e", "1"), ("f", "1")];
        let desk = [("a", "1"), ("b", "2"), ("d", "1"), ("e", "1"), ("g", "1")];
        let found = merged(&before, &files, &desk);
        assert_eq!(found.targets, targets(&[("a", "2"), ("b", "2"), ("e", "1"), ("f", "1"), ("g", "1")]));
        assert_eq!(found.kept, ["b", "c", "g"]);
        assert_eq!(found.disputed, [""; 0]);
    }

    #[test]
    fn what_both_changed_is_disputed_unless_they_agree() {
        let before = [("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")];
        let files = [("a", "2"), ("b", "2"), ("c", "2"), ("n", "1")];
        let desk = [("a", "2"), ("b", "3"), ("d", "2"), ("n", "2")];
        let found = merged(&before, &files, &desk);
        assert_eq!(found.disputed, ["b", "c", "n", "d"], "changed twice, removed and changed, added twice");
        assert_eq!(found.targets, targets(&files), "the files stand where people let them");
        assert_eq!(found.kept, [""; 0]);
    }

    #[test]
    fn unchanged_files_undo_nothing() {
        let before = [("a", "1"), ("b", "1")];
        let desk = [("b", "9"), ("c", "1")];
        let found = merged(&before, &before, &desk);
        assert_eq!(found.targets, targets(&desk));
        assert_eq!((found.kept.len(), found.disputed.len()), (3, 0));
    }
}
