//! A small campaign to begin from, as files: `broadside campaign new`. It passes the check as it is, and is
//! a draft until its words have been changed.

use super::definition::{
    CampaignTexts, Definition, Group, Letter, LetterStatus, LetterText, MailSettings, Press, Status,
};
use super::files;
use crate::slug::slug_of;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Characters of a slug.
const MOST: usize = 60;

pub fn write(dir: &Path, group: Option<&str>) -> io::Result<()> {
    let name = dir.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let slug = slug_of(&name, MOST);
    let slug = if slug.is_empty() { "campaign".to_owned() } else { slug };
    let group = group.map_or_else(|| slug.clone(), str::to_owned);
    files::write(&definition(&slug, &group), dir)
}

/// A campaign without words yet, in one language, for a group that is there.
pub fn blank(group: Group, language: &str) -> Definition {
    let empty = |language: &str| (language.to_owned(), CampaignTexts::default());
    let mut blank = definition("", &group.slug);
    blank.languages = vec![language.to_owned()];
    blank.texts = BTreeMap::from([empty(language)]);
    let text = LetterText::default();
    for letter in &mut blank.letters {
        letter.texts = BTreeMap::from([(language.to_owned(), text.clone())]);
    }
    blank.mail.sender_name.clone_from(&group.name);
    blank.mail.sender_address = String::new();
    blank.group = group;
    blank
}

/// A slug made of a headline; nothing where it holds no letter that can stand in one.
pub fn slug_of_title(title: &str) -> String {
    slug_of(title, MOST)
}

fn definition(slug: &str, group: &str) -> Definition {
    let in_english = |words: &str| BTreeMap::from([("en".to_owned(), words.to_owned())]);
    let addressee = "the city council";
    let texts = CampaignTexts {
        title: "A bench at the bus stop".to_owned(),
        ask: "We ask the council for a bench at the bus stop in Mill Lane.".to_owned(),
        addressee: addressee.to_owned(),
        summary: "An open letter to the city council. Read it, and sign if you agree.".to_owned(),
    };
    let letter = LetterText {
        title: "A bench at the bus stop".to_owned(),
        addressee: addressee.to_owned(),
        body: "Two hundred people wait at Mill Lane every morning, and there is nowhere to sit.\n\n\
               We ask you to put a bench there before the winter.\n"
            .to_owned(),
        ..LetterText::default()
    };
    Definition {
        slug: slug.to_owned(),
        status: Status::Draft,
        languages: vec!["en".to_owned()],
        time_zone: "UTC".to_owned(),
        signal: "#c8201a".to_owned(),
        signal_dark: None,
        form: vec!["comment".to_owned()],
        group: Group {
            slug: group.to_owned(),
            name: "Our group".to_owned(),
            website: None,
            contact: Some("group@example.org".to_owned()),
            about: in_english("We live here and wait for this bus."),
        },
        texts: BTreeMap::from([("en".to_owned(), texts)]),
        mail: MailSettings {
            sender_name: "Our group".to_owned(),
            sender_address: "group@example.org".to_owned(),
            reply_to: None,
            subject: BTreeMap::new(),
        },
        relations: Vec::new(),
        partners: Vec::new(),
        letters: vec![Letter {
            slug: "letter".to_owned(),
            status: LetterStatus::Open,
            names_per_mailbox: 2,
            texts: BTreeMap::from([("en".to_owned(), letter)]),
        }],
        pictures: Vec::new(),
        endorsements: Vec::new(),
        events: Vec::new(),
        goals: Vec::new(),
        fundraisers: Vec::new(),
        posts: Vec::new(),
        targets: Vec::new(),
        statements: Vec::new(),
        press: Press::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_campaign_passes_the_check_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["mill-lane", "Mill Lane!", "…"] {
            let dir = folder.path().join(name);
            write(&dir, None).unwrap();
            let read = files::read(&dir).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
            assert_eq!(read.status, Status::Draft, "nobody sees it before its words are one's own");
        }
    }

    #[test]
    fn a_headline_makes_a_slug() {
        assert_eq!(slug_of_title("Ein Bänkchen für Mill Lane!"), "ein-bankchen-fur-mill-lane");
        assert_eq!(slug_of_title("مقعد"), "");
    }

    #[test]
    fn it_never_writes_over_anything() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("mine.txt"), "mine").unwrap();
        assert!(write(folder.path(), None).is_err());
    }
}
