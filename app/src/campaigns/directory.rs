//! The campaigns that are public, in memory: what every page and every sign-on looks up first.
//!
//! Looked at again at most once a second, so that an import into a running instance shows; only what
//! changed is read.

mod partners;

use super::definition::{CampaignTexts, Definition, Status};
use super::sent::Sent;
use super::store::{self, Stored, StoredLetter};
use crate::fresh::Fresh;
use crate::people::Agreed;
use crate::state::App;
use crate::web::i18n::{Language, Markup};
use crate::web::layout::{Colour, Frame, Masthead, Named, Signal, Translation};
use crate::web::shelf::Shelf;
use crate::web::surroundings;
use broadside_db::Result;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A public campaign with what its pages need, ready made.
#[derive(Debug)]
pub struct Running {
    pub id: i64,
    pub group_id: i64,
    pub definition: Definition,
    pub signal: Signal,
    pub letters: Vec<RunningLetter>,
    /// Microseconds UTC of the last import that changed it.
    pub changed_at: i64,
    default_language: Language,
    languages: Vec<Language>,
    consents: HashMap<Language, Vec<Agreed>>,
    picture_sizes: HashMap<String, (u32, u32)>,
    /// Of each partner that was ever invited, or has left: its last partnership.
    parts: HashMap<String, store::Part>,
    /// What is sent to many, as long as the campaign stands as it does.
    pub sent: Sent,
}

#[derive(Debug)]
pub struct RunningLetter {
    pub id: i64,
    pub slug: String,
    pub version: i64,
    pub is_open: bool,
    pub names_per_mailbox: i64,
    /// When its current version was made.
    pub changed_at: i64,
    texts: BTreeMap<Language, RunningText>,
    default: RunningText,
}

/// A letter in one language, as HTML that is ours.
#[derive(Clone, Debug)]
pub struct RunningText {
    pub language: Language,
    pub title: String,
    pub addressee: String,
    pub html: Markup,
    pub words: usize,
    /// Why its words differ from those before, where they do and the organisers said.
    pub reason: String,
}

/// Ask it before you take a connection: it may need one itself, and where every connection is held by
/// somebody who waits for another, nobody is served.
pub struct Directory {
    by_slug: Fresh<BySlug>,
    shelf: Arc<Shelf>,
}

type BySlug = HashMap<String, Arc<Running>>;

impl Directory {
    pub fn beside(shelf: Arc<Shelf>) -> Self {
        Self { by_slug: Fresh::default(), shelf }
    }

    pub async fn by_slug(&self, app: &App, slug: &str) -> Result<Option<Arc<Running>>> {
        Ok(self.even_a_draft(app, slug).await?.filter(|campaign| campaign.is_public()))
    }

    /// As `by_slug`, for those who work on it: drafts are found too.
    pub async fn even_a_draft(&self, app: &App, slug: &str) -> Result<Option<Arc<Running>>> {
        Ok(self.all(app).await?.get(slug).cloned())
    }

    /// A campaign by its number; drafts are found too.
    pub async fn by_id(&self, app: &App, id: i64) -> Result<Option<Arc<Running>>> {
        Ok(self.all(app).await?.values().find(|campaign| campaign.id == id).cloned())
    }

    /// The campaign of a letter, and the letter's place in it. Drafts are found too: whoever signed
    /// keeps the private page, whatever becomes of the campaign.
    pub async fn by_letter(&self, app: &App, letter: i64) -> Result<Option<(Arc<Running>, usize)>> {
        Ok(self.all(app).await?.values().find_map(|campaign| {
            let place = campaign.letters.iter().position(|one| one.id == letter)?;
            Some((campaign.clone(), place))
        }))
    }

    /// Every public campaign, the newest first.
    pub async fn published(&self, app: &App) -> Result<Vec<Arc<Running>>> {
        let mut all: Vec<_> = self.all(app).await?.values().cloned().collect();
        all.retain(|campaign| campaign.is_public());
        all.sort_by_key(|campaign| std::cmp::Reverse(campaign.id));
        Ok(all)
    }

    /// The own language of a public campaign that is in memory; nothing is asked for.
    pub fn language_in_memory(&self, slug: &str) -> Option<Language> {
        let all = self.by_slug.standing()?;
        all.get(slug).filter(|campaign| campaign.is_public()).map(|campaign| campaign.default_language)
    }

    /// Lets nobody see what stands: somebody has just changed it here.
    pub fn look_again(&self) {
        self.by_slug.forget();
        self.shelf.clear();
    }

    /// How long what stands is not looked up again, in microseconds UTC.
    pub fn until(&self) -> Option<i64> {
        self.by_slug.until()
    }

    async fn all(&self, app: &App) -> Result<Arc<BySlug>> {
        self.by_slug.get(app, |standing| read_changed(app.clone(), standing.unwrap_or_default())).await
    }
}

async fn read_changed(app: App, standing: Arc<BySlug>) -> Result<BySlug> {
    let mut c = app.db.read().await?;
    let mut by_slug = HashMap::new();
    for (id, slug, changed_at) in store::all(&mut c).await? {
        let current = standing.get(&slug).cloned();
        let current = current.filter(|campaign| campaign.id == id && campaign.changed_at == changed_at);
        let campaign = match current {
            Some(campaign) => Some(campaign),
            None => store::stored(&mut c, id).await?.map(|stored| Arc::new(running(stored))),
        };
        by_slug.extend(campaign.map(|campaign| (slug, campaign)));
    }
    Ok(by_slug)
}

fn running(stored: Stored) -> Running {
    let Stored { id, group_id, definition, letters, changed_at, pictures, parts } = stored;
    let languages: Vec<Language> =
        definition.languages.iter().filter_map(|tag| Language::parse(tag)).collect();
    let default_language = languages.first().copied().unwrap_or(Language::En);
    let consents = languages
        .iter()
        .map(|language| {
            let is_over = |slug: &str| parts.get(slug).is_some_and(|part| part.ended_at.is_some());
            let takes_part = definition.partners.iter().filter(|partner| !is_over(&partner.slug));
            let agreed = takes_part.map(|partner| Agreed {
                partner: partner.slug.clone(),
                words_version: partner.consent_version(language.tag()),
                name: partner.name.clone(),
                page: String::new(),
            });
            (*language, agreed.collect())
        })
        .collect();
    let mut letters: Vec<RunningLetter> =
        letters.into_iter().filter_map(|row| running_letter(row, default_language)).collect();
    // A letter that left the files is read at its own address still, behind those that did not.
    let has_left = |letter: &RunningLetter| !definition.letters.iter().any(|one| one.slug == letter.slug);
    letters.sort_by_key(has_left);
    Running {
        id,
        group_id,
        signal: signal(&definition),
        letters,
        changed_at,
        default_language,
        languages,
        consents,
        picture_sizes: pictures,
        parts,
        sent: Sent::default(),
        definition,
    }
}

fn running_letter(row: StoredLetter, default_language: Language) -> Option<RunningLetter> {
    let texts: BTreeMap<Language, RunningText> = row
        .texts
        .into_iter()
        .filter_map(|(tag, text)| {
            let language = Language::parse(&tag)?;
            let running = RunningText {
                language,
                title: text.title,
                addressee: text.addressee,
                html: Markup::ours(broadside_markup::html(&text.body, &tag)),
                words: broadside_markup::words(&text.body),
                reason: text.reason,
            };
            Some((language, running))
        })
        .collect();
    let default = texts.get(&default_language).or_else(|| texts.values().next())?.clone();
    Some(RunningLetter {
        id: row.id,
        slug: row.slug,
        version: row.version,
        is_open: row.is_open,
        names_per_mailbox: row.names_per_mailbox,
        changed_at: row.changed_at,
        texts,
        default,
    })
}

fn signal(definition: &Definition) -> Signal {
    let signal = Colour::parse(&definition.signal).map(Signal::of).unwrap_or_default();
    match definition.signal_dark.as_deref().and_then(Colour::parse) {
        Some(night) => signal.by_night(night),
        None => signal,
    }
}

impl RunningLetter {
    /// The letter in a language, or in the campaign's own where it is not translated.
    pub fn text(&self, language: Language) -> &RunningText {
        self.texts.get(&language).unwrap_or(&self.default)
    }

    pub fn title(&self, language: Language) -> String {
        self.text(language).title.clone()
    }

    /// The languages it is written in.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.texts.keys().copied()
    }
}

impl Running {
    fn is_public(&self) -> bool {
        self.definition.status != Status::Draft
    }

    /// The language asked for where the campaign speaks it, else its own.
    pub fn spoken(&self, asked: Option<Language>) -> Language {
        asked.filter(|language| self.languages.contains(language)).unwrap_or(self.default_language)
    }

    /// The language that a stored tag means.
    pub fn language(&self, tag: &str) -> Language {
        self.spoken(Language::parse(tag))
    }

    /// `?lang=es`; nothing for the campaign's own language.
    pub fn query(&self, language: Language) -> String {
        if language == self.default_language { String::new() } else { format!("?lang={}", language.tag()) }
    }

    pub fn texts(&self, language: Language) -> &CampaignTexts {
        self.definition.texts_in(language.tag())
    }

    /// `/campaigns/{campaign}/letters/{letter}`
    pub fn letter_path(&self, letter: &RunningLetter) -> String {
        format!("/campaigns/{}/letters/{}", self.definition.slug, letter.slug)
    }

    pub fn default_language(&self) -> Language {
        self.default_language
    }

    /// Where every version of a letter stands, with what differs.
    pub fn wordings_path(&self, letter: &RunningLetter, language: Language) -> String {
        format!("{}/wordings{}", self.letter_path(letter), self.query(language))
    }

    /// Where a version of a letter is read.
    pub fn wording_path(&self, letter: &RunningLetter, version: i64, language: Language) -> String {
        format!("{}/wordings/{version}{}", self.letter_path(letter), self.query(language))
    }

    /// Where a letter is read: the first one on the campaign's own page.
    pub fn path_of(&self, letter: &RunningLetter, language: Language) -> String {
        let is_first = self.letters.first().is_some_and(|first| first.id == letter.id);
        let path =
            if is_first { format!("/campaigns/{}", self.definition.slug) } else { self.letter_path(letter) };
        path + &self.query(language)
    }

    /// A letter's own page.
    pub fn letter_page_path(&self, letter: &RunningLetter, language: Language) -> String {
        self.letter_path(letter) + &self.query(language)
    }

    /// The campaign's own page.
    pub fn page_path(&self, language: Language) -> String {
        format!("/campaigns/{}{}", self.definition.slug, self.query(language))
    }

    pub fn letter(&self, slug: &str) -> Option<&RunningLetter> {
        self.letters.iter().find(|letter| letter.slug == slug)
    }

    pub fn takes_names(&self, letter: &RunningLetter) -> bool {
        letter.is_open && self.definition.status == Status::Published
    }

    pub fn asks(&self, field: &str) -> bool {
        self.definition.form.iter().any(|asked| asked == field)
    }

    /// A relation in a language, or in the campaign's own where it does not speak that; its slug where the
    /// campaign does not know it any more.
    pub fn relation_label(&self, slug: &str, language: Language) -> String {
        let relation = self.definition.relations.iter().find(|relation| relation.slug == slug);
        let label = relation.and_then(|relation| relation.label.get(self.spoken(Some(language)).tag()));
        label.map_or(slug, String::as_str).to_owned()
    }

    /// Width and height of a picture, where they are known.
    pub fn picture_size(&self, file: &str) -> Option<(u32, u32)> {
        self.picture_sizes.get(file).copied()
    }

    /// The frame of the campaign's own pages: in every language it speaks.
    pub fn frame(&self, app: &App, language: Language, letter: Option<&RunningLetter>) -> Frame {
        let mut frame = surroundings::frame(app, language);
        frame.signal = self.signal;
        let path = |language| match letter {
            Some(letter) => self.path_of(letter, language),
            None => format!("/campaigns/{}{}", self.definition.slug, self.query(language)),
        };
        frame.canonical = Some(app.url(&path(language)));
        frame.languages = self.translations(language, path);
        frame.masthead = Masthead { group: Some(self.group()), ..Masthead::default() };
        frame
    }

    /// A page in the campaign's other languages.
    pub fn translations(&self, language: Language, url: impl Fn(Language) -> String) -> Vec<Translation> {
        let others = self.languages.iter().filter(|other| **other != language);
        others.map(|other| Translation { language: *other, url: url(*other) }).collect()
    }

    /// The frame of pages behind the campaign's: they lead back to it.
    pub fn inner_frame(&self, app: &App, language: Language) -> Frame {
        let mut frame = surroundings::frame(app, language);
        frame.signal = self.signal;
        let campaign = Named {
            name: self.texts(language).title.clone(),
            url: format!("/campaigns/{}{}", self.definition.slug, self.query(language)),
        };
        frame.masthead = Masthead { group: Some(self.group()), campaign: Some(campaign), guest: None };
        frame
    }

    /// The organisation that runs it, and its own site.
    pub fn group(&self) -> Named {
        Named {
            name: self.definition.group.name.clone(),
            url: self.definition.group.website.clone().unwrap_or_default(),
        }
    }
}
