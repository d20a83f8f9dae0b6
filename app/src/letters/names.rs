//! Everybody who chose to be shown under a letter, the newest first, a page at a time; everybody, or those of
//! one relation or one country. Nothing is counted, nobody is looked for by name, and no page is kept outside
//! this process: who leaves is gone with the next request.

use super::page;
use super::pages::{Choice, Signer};
use super::routes::Found;
use super::store::{self, Spot, Stretch, Whose};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::countries;
use crate::web::i18n::{Language, Markup};
use crate::web::layout::{Frame, Named, Page};
use crate::web::natural;
use crate::web::source::with_source;
use askama::Template;

/// So many names stand on a page.
const NAMES: usize = 120;
/// So many names are gone through for one page at most, where only some are wanted.
const LOOK: i64 = 20_000;
/// So many at first.
const NEAR: i64 = 1_000;

/// For `/campaigns/{campaign}/letters/{letter}/names`.
#[derive(Template)]
#[template(path = "letters/names.html")]
pub struct NamesPage {
    pub frame: Frame,
    pub letter: Named,
    pub names: Vec<Signer>,
    /// Whether it begins with the newest.
    pub is_first: bool,
    pub next: Next,
    pub newest: String,
    pub narrowing: Narrowing,
    /// Where a link to one's own page is asked for.
    pub links: String,
}

/// The form by which one asks for some names only.
pub struct Narrowing {
    /// The page's address without what follows `?`.
    pub action: String,
    /// What is sent along: the language, the source.
    pub carried: Vec<(&'static str, String)>,
    pub relations: Vec<Choice>,
    pub relation: String,
    /// Empty where the campaign asks nobody for a country.
    pub countries: Vec<Choice>,
    pub country: String,
}

/// What stands behind a page.
pub enum Next {
    Nothing,
    /// More of those that are wanted.
    Older(String),
    /// Names that were not gone through; some of them may be wanted.
    Further(String),
}

/// Names, and from which spot one goes on.
struct Turned {
    names: Vec<store::PublicName>,
    goes_on: Option<Spot>,
    /// Whether the page is not filled since the look came to its end.
    is_cut: bool,
}

/// What is asked for by `?relation=`, `?country=` and `?after=`.
pub struct Asked {
    pub whose: Whose,
    /// The sealed spot behind which a page begins, as it was sent.
    pub after: Option<String>,
}

impl Page for NamesPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("letters-names-headline")
    }
}

impl NamesPage {
    fn lead(&self) -> Markup {
        self.frame.say.html("letters-names-lead", "letter", self.letter.link())
    }

    /// Whether there are other pages than this.
    fn turns(&self) -> bool {
        !self.is_first || !matches!(self.next, Next::Nothing)
    }

    fn goes_further(&self) -> bool {
        matches!(self.next, Next::Further(_))
    }

    fn looked(&self, key: &str) -> Markup {
        self.frame.say.html(key, "n", natural(LOOK))
    }

    fn own(&self) -> Markup {
        let link = Named { name: self.frame.say.text("letters-names-own-link"), url: self.links.clone() };
        self.frame.say.html("letters-names-own", "link", link.link())
    }
}

impl Narrowing {
    fn is_offered(&self) -> bool {
        !self.relations.is_empty() || !self.countries.is_empty()
    }

    fn is_used(&self) -> bool {
        !self.relation.is_empty() || !self.country.is_empty()
    }
}

/// Reads what was asked for. A relation that the campaign does not know, and a country that is none or that
/// nobody is asked for, are not there: 404, as with a post's target.
pub fn asked(campaign: &Running, query: Option<&str>) -> Result<Asked> {
    let word = |name: &str| {
        let mut pairs = query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).unwrap_or_default()
    };
    let whose = Whose { relation: word("relation"), country: word("country") };
    let knows = |slug: &str| campaign.definition.relations.iter().any(|one| one.slug == slug);
    let is_there = (whose.relation.is_empty() || knows(&whose.relation))
        && (whose.country.is_empty() || campaign.asks("country") && countries::is_code(&whose.country));
    if !is_there {
        return Err(Error::NotFound);
    }
    Ok(Asked { whose, after: Some(word("after")).filter(|sealed| !sealed.is_empty()) })
}

/// The address of the page with the newest of all names.
pub fn path(campaign: &Running, letter: &RunningLetter, language: Language) -> String {
    format!("{}/names{}", campaign.letter_path(letter), campaign.query(language))
}

/// The address of a page of some names, with the source of the visit.
pub fn path_of(found: &Found, language: Language, whose: &Whose, after: Option<&str>) -> String {
    let mut path = with_source(&path(&found.campaign, found.letter(), language), found.source.as_deref());
    let asked =
        [("relation", &*whose.relation), ("country", &*whose.country), ("after", after.unwrap_or(""))];
    for (name, value) in asked.into_iter().filter(|(_, value)| !value.is_empty()) {
        let joint = if path.contains('?') { '&' } else { '?' };
        path.extend([joint.to_string().as_str(), name, "=", value]);
    }
    path
}

/// A spot, sealed for an address: nobody reads from it when somebody signed or in which row it stands, or makes
/// one up, and it opens for its own letter alone. No private link opens as a spot, and no spot as a link.
fn seal(app: &App, letter: i64, spot: Spot) -> String {
    let mut plain = [0; 16];
    plain[..8].copy_from_slice(&spot.confirmed_at.to_be_bytes());
    plain[8..].copy_from_slice(&spot.signature.to_be_bytes());
    app.keys.links.seal_for(&purpose(letter), plain)
}

/// The spot that was sealed for a letter; nothing where any of it is not ours.
pub fn open(app: &App, letter: i64, sealed: &str) -> Option<Spot> {
    let plain = app.keys.links.open_for(&purpose(letter), sealed)?;
    let (confirmed_at, signature) = plain.split_first_chunk::<8>()?;
    Some(Spot {
        confirmed_at: i64::from_be_bytes(*confirmed_at),
        signature: i64::from_be_bytes(signature.try_into().ok()?),
    })
}

fn purpose(letter: i64) -> Vec<u8> {
    format!("broadside spot among the names of letter {letter} 1").into_bytes()
}

/// The page of those who are wanted, from behind a spot on.
pub async fn page(app: &App, found: &Found, whose: &Whose, behind: Option<Spot>) -> Result<NamesPage> {
    let (campaign, letter, language) = (&found.campaign, found.letter(), found.language);
    let moves_names = app.sheets.counted(app, letter.id).await?.moves_names;
    let Turned { names, goes_on, is_cut } = turn(app, letter.id, whose, behind).await?;
    let next = goes_on.map(|spot| path_of(found, language, whose, Some(&seal(app, letter.id, spot))));
    let mut frame = campaign.inner_frame(app, language);
    frame.languages = campaign.translations(language, |other| path_of(found, other, whose, None));
    Ok(NamesPage {
        frame,
        letter: Named {
            name: letter.title(language),
            url: with_source(&campaign.path_of(letter, language), found.source.as_deref()),
        },
        names: page::signers(campaign, letter, language, moves_names, &names),
        is_first: behind.is_none(),
        next: match next {
            Some(path) if is_cut => Next::Further(path),
            Some(path) => Next::Older(path),
            None => Next::Nothing,
        },
        newest: path_of(found, language, whose, None),
        narrowing: narrowing(found, whose),
        links: format!("/signatures/links?lang={}", language.tag()),
    })
}

/// Reads a page's names. Where only some are wanted it looks near first, which is enough for all but rare ones;
/// far looks are taken one at a time, so that whoever asks for many keeps no core from those who sign.
async fn turn(app: &App, letter: i64, whose: &Whose, behind: Option<Spot>) -> Result<Turned> {
    if *whose == Whose::default() {
        return look(app, letter, whose, behind, None).await;
    }
    let near = look(app, letter, whose, behind, Some(NEAR)).await?;
    if !near.is_cut || near.goes_on.is_none() {
        return Ok(near);
    }
    let _alone = app.sheets.far_looks.lock().await;
    look(app, letter, whose, behind, Some(LOOK)).await
}

/// Fills a page, from behind a spot on, out of so many names at most.
async fn look(
    app: &App,
    letter: i64,
    whose: &Whose,
    behind: Option<Spot>,
    most: Option<i64>,
) -> Result<Turned> {
    let mut stretch = Stretch::default();
    stretch.behind = behind.unwrap_or(stretch.behind);
    let mut c = app.db.read().await?;
    let end = match most {
        Some(most) => store::end_of_look(&mut c, letter, stretch.behind, most).await?,
        None => None,
    };
    stretch.down_to = end.unwrap_or(stretch.down_to);
    let one_more = i64::try_from(NAMES).unwrap_or(0) + 1;
    let mut found = store::public_names(&mut c, letter, &stretch, whose, one_more).await?;
    let is_full = found.len() > NAMES;
    found.truncate(NAMES);
    let mut goes_on = found.last().map(|(spot, _)| *spot).filter(|_| is_full);
    if let (false, Some(end)) = (is_full, end) {
        goes_on = store::end_of_look(&mut c, letter, end, 1).await?.map(|_| end);
    }
    Ok(Turned { names: found.into_iter().map(|(_, name)| name).collect(), goes_on, is_cut: !is_full })
}

fn narrowing(found: &Found, whose: &Whose) -> Narrowing {
    let (campaign, language) = (&found.campaign, found.language);
    let own = (language != campaign.default_language()).then(|| ("lang", language.tag().to_owned()));
    let relation = |(slug, label): (&String, String)| Choice { value: slug.clone(), label };
    let country = |(code, name): (&str, &str)| Choice { value: code.to_owned(), label: name.to_owned() };
    Narrowing {
        action: format!("{}/names", campaign.letter_path(found.letter())),
        carried: own.into_iter().chain(found.source.clone().map(|source| ("source", source))).collect(),
        relations: campaign
            .definition
            .relations
            .iter()
            .map(|one| relation((&one.slug, page::in_language(&one.plural, language))))
            .collect(),
        relation: whose.relation.clone(),
        countries: if campaign.asks("country") {
            countries::by_name(language).into_iter().map(country).collect()
        } else {
            Vec::new()
        },
        country: whose.country.clone(),
    }
}
