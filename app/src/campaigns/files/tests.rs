//! Campaign folders made on the spot: what is wrong with them, whether they survive being written,
//! and what differs between two.

mod any;
mod any_events;
mod any_fundraisers;
mod any_goals;
mod bank_accounts;
mod changed;
mod faults;
mod pictures;
mod posts;
mod round_trip;
mod speakers;
mod syntax;

use super::read;
use crate::campaigns::definition::Definition;
use std::path::Path;
use tempfile::TempDir;

/// The least that a campaign can be, with two languages and one relation.
const CAMPAIGN: &str = r##"slug = "our-demands"
status = "published"
languages = ["en", "es"]
time_zone = "Europe/Madrid"
signal = "#c8201a"

[group]
slug = "our-group"
name = "Our Group"

[texts.en]
title = "Our demands"
ask = "We ask for a tree."
addressee = "the council"
summary = "A letter about a tree."

[texts.es]
title = "Lo que pedimos"
ask = "Pedimos un árbol."
addressee = "la alcaldía"
summary = "Una carta sobre un árbol."

[mail]
sender_name = "Our Group"
sender_address = "team@example.org"

[[relation]]
slug = "neighbour"
label.en = "a neighbour"
label.es = "del barrio"
plural.en = "neighbours"
plural.es = "del barrio"

[[letter]]
slug = "tree"
"##;
const LETTER_EN: &str = "+++\ntitle = \"A tree\"\n+++\n\nPlease plant *one* tree.\n";
const LETTER_ES: &str = "+++\ntitle = \"Un árbol\"\n+++\n\nPlanten *un* árbol.\n";

/// A folder with the campaign above, in which a test then breaks something.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        site.put("campaign.toml", CAMPAIGN);
        site.put("letters/tree.en.md", LETTER_EN);
        site.put("letters/tree.es.md", LETTER_ES);
        site
    }

    fn dir(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.dir().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    fn remove(&self, path: &str) {
        std::fs::remove_file(self.dir().join(path)).unwrap();
    }

    /// Replaces what stands in campaign.toml exactly once.
    fn change(&self, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.dir().join("campaign.toml")).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        self.put("campaign.toml", text.replace(from, to));
    }

    fn add(&self, lines: &str) {
        let text = std::fs::read_to_string(self.dir().join("campaign.toml")).unwrap();
        self.put("campaign.toml", text + lines);
    }

    fn definition(&self) -> Definition {
        read(self.dir()).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    /// The faults as they are shown.
    fn faults(&self) -> Vec<String> {
        match read(self.dir()) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
        }
    }
}
