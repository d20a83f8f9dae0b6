//! Every wording of a letter, the newest first: why it was changed, what differs, and how many signed which.

use super::Wording;
use super::difference::{Paragraph, What, difference};
use super::routes::Found;
use super::sheets::Counted;
use super::store;
use crate::error::Result;
use crate::state::App;
use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Named, Page};
use crate::web::natural;
use askama::Template;
use std::collections::BTreeMap;

/// For `/campaigns/{campaign}/letters/{letter}/wordings`.
#[derive(Template)]
#[template(path = "letters/wordings.html")]
pub struct WordingsPage {
    pub frame: Frame,
    /// The letter as it stands now.
    pub letter: Named,
    pub as_of: String,
    pub signatures: u64,
    /// Whether names under earlier words stand under the current ones, as the organisers chose.
    pub moves_names: bool,
    pub wordings: Vec<Worded>,
}

pub struct Worded {
    pub version: u64,
    pub from: String,
    /// Nothing for the words that stand.
    pub until: Option<String>,
    /// As the organisers gave it; empty where they gave none.
    pub reason: String,
    pub signatures: u64,
    /// Where the words themselves are read.
    pub url: String,
    pub lang: &'static str,
    pub dir: &'static str,
    /// What differs from the words before; nothing for the first ones.
    pub differs: Option<Vec<Paragraph>>,
}

impl Page for WordingsPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("letters-wordings-headline")
    }
}

impl WordingsPage {
    fn lead(&self) -> Markup {
        let say = &self.frame.say;
        say.html_of_two("letters-wordings-lead", ("n", &self.signatures), ("moment", &self.as_of))
    }

    fn stood(&self, wording: &Worded, until: &str) -> Markup {
        self.frame.say.html_of_two("letters-wording-stood", ("from", &wording.from), ("until", &until))
    }
}

pub async fn page(app: &App, found: &Found, counted: &Counted) -> Result<WordingsPage> {
    let (campaign, language, letter) = (&found.campaign, found.language, found.letter());
    let mut c = app.db.read().await?;
    let mut by_version: BTreeMap<i64, Vec<Wording>> = BTreeMap::new();
    for (version, wording) in store::wordings(&mut c, letter.id).await? {
        by_version.entry(version).or_default().push(wording);
    }
    drop(c);
    let say = language.say();
    let zone = &campaign.definition.time_zone;
    let own = |all: &'_ [Wording]| -> Option<Wording> {
        let spoken = |tag: &str| all.iter().find(|one| one.language == tag);
        spoken(language.tag()).or(spoken(campaign.default_language().tag())).or(all.first()).cloned()
    };
    let standing: Vec<(i64, Wording)> =
        by_version.iter().filter_map(|(version, all)| Some((*version, own(all)?))).collect();
    let mut wordings = Vec::with_capacity(standing.len());
    for (place, (version, wording)) in standing.iter().enumerate() {
        // Where a version spoke another language, its words cannot be held against these.
        let before = place.checked_sub(1).and_then(|before| {
            let all = by_version.get(&standing[before].0)?;
            all.iter().find(|one| one.language == wording.language)
        });
        let spoken = campaign.language(&wording.language);
        let is_current = *version == letter.version;
        wordings.push(Worded {
            version: natural(*version),
            from: say.moment(wording.created_at, zone),
            until: standing.get(place + 1).map(|(_, next)| say.moment(next.created_at, zone)),
            reason: wording.reason.clone(),
            signatures: natural(counted.by_version.get(version).copied().unwrap_or(0)),
            url: if is_current {
                campaign.path_of(letter, language)
            } else {
                campaign.wording_path(letter, *version, language)
            },
            lang: spoken.tag(),
            dir: spoken.dir(),
            differs: before.map(|before| differs(before, wording)),
        });
    }
    wordings.reverse();
    Ok(WordingsPage {
        frame: campaign.inner_frame(app, language),
        letter: Named { name: letter.title(language), url: campaign.path_of(letter, language) },
        as_of: say.moment(counted.as_of, zone),
        signatures: natural(counted.signatures),
        moves_names: counted.moves_names,
        wordings,
    })
}

/// The title and whom it is addressed to stand before the letter, each as a paragraph.
fn differs(before: &Wording, after: &Wording) -> Vec<Paragraph> {
    let whole = |one: &Wording| format!("{}\n\n{}\n\n{}", one.title, one.addressee, one.body);
    difference(&whole(before), &whole(after))
}
