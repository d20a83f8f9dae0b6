//! The organisations that endorse a letter, as its page lists them: by kind, several offices of one together.

use super::pages::{Endorser, Endorsers, Logo, Office};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::campaigns::endorsers::{Kind, Proof, Shown};
use crate::web::i18n::{Language, Say};
use crate::web::natural;

/// What the page shows of one.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The number of its row; those that the files enter have none.
    pub id: Option<i64>,
    pub shown: Shown,
    /// Width and height of its logo.
    pub logo: Option<(i64, i64)>,
}

/// Those that the campaign's files enter for a letter, less whom the page shows with a proof.
fn entered(
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    proved: &[Standing],
) -> Vec<Standing> {
    let is_first = campaign.letters.first().is_some_and(|first| first.id == letter.id);
    let here = campaign
        .definition
        .endorsements
        .iter()
        .filter(|one| one.letter.as_ref().map_or(is_first, |slug| *slug == letter.slug))
        .map(|one| Shown {
            organisation: one.organisation.clone(),
            office: one.office.clone(),
            kind: one.kind,
            website: one.website.clone(),
            domain: String::new(),
            comment: one.comment.get(language.tag()).cloned().unwrap_or_default(),
            language: language.tag().to_owned(),
            logo: None,
            logo_alt: String::new(),
            proof: Proof::Organiser,
        });
    let same = |one: &Shown, other: &Shown| {
        one.organisation.to_lowercase() == other.organisation.to_lowercase() && one.office == other.office
    };
    here.filter(|one| !proved.iter().any(|other| same(one, &other.shown)))
        .map(|shown| Standing { id: None, shown, logo: None })
        .collect()
}

pub fn listed(
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    say: &Say,
    all: &[Standing],
) -> Endorsers {
    let mut all = all.to_vec();
    all.extend(entered(campaign, letter, language, &all));
    let path = format!("/campaigns/{}/endorsements", campaign.definition.slug);
    let mut kinds: Vec<(String, Vec<Endorser>)> = Vec::new();
    for kind in Kind::ALL {
        let mut groups: Vec<(String, Endorser)> = Vec::new();
        for Standing { id, shown, logo } in all.iter().filter(|one| one.shown.kind == kind) {
            let key = key_of(shown);
            let name = shown.organisation.to_lowercase();
            let same =
                |(known, one): &(String, Endorser)| *known == key || one.organisation.to_lowercase() == name;
            let place = groups.iter().position(same).unwrap_or_else(|| {
                groups.push((key.clone(), endorser(shown)));
                groups.len() - 1
            });
            let endorser = &mut groups[place].1;
            if let (None, Some(id), Some(digest), Some((width, height))) =
                (&endorser.logo, id, &shown.logo, logo)
            {
                endorser.logo = Some(Logo {
                    url: format!("{path}/{id}/logo.png?{digest}"),
                    alt: shown.logo_alt.clone(),
                    width: natural(*width),
                    height: natural(*height),
                });
            }
            endorser.offices.push(office(shown, language, say));
        }
        if !groups.is_empty() {
            groups.sort_by_key(|(_, endorser)| endorser.organisation.to_lowercase());
            kinds.push((say.text(title_of(kind)), groups.into_iter().map(|(_, one)| one).collect()));
        }
    }
    let endorse = format!("{}/endorsements{}", campaign.letter_path(letter), campaign.query(language));
    Endorsers {
        count: natural(i64::try_from(all.len()).unwrap_or(i64::MAX)),
        kinds,
        endorse: campaign.takes_names(letter).then_some(endorse),
    }
}

/// Whose offices stand together: by the domain, or by the name where none is known.
fn key_of(shown: &Shown) -> String {
    if shown.domain.is_empty() { shown.organisation.to_lowercase() } else { shown.domain.clone() }
}

fn endorser(shown: &Shown) -> Endorser {
    Endorser {
        organisation: shown.organisation.clone(),
        website: shown.website.clone().unwrap_or_default(),
        logo: None,
        offices: Vec::new(),
    }
}

fn office(shown: &Shown, language: Language, say: &Say) -> Office {
    let domain = [("domain", &shown.domain as _)];
    Office {
        name: shown.office.clone().unwrap_or_default(),
        comment: shown.comment.clone(),
        lang: Language::parse(&shown.language)
            .filter(|own| *own != language)
            .map(|own| (own.tag(), own.dir())),
        proof: match shown.proof {
            Proof::Mail => say.with("letters-endorser-by-mail", &domain),
            Proof::Dns => say.with("letters-endorser-by-dns", &domain),
            Proof::Web => say.with("letters-endorser-by-web", &domain),
            Proof::Organiser => say.text("letters-endorser-by-organiser"),
        },
    }
}

fn title_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisation => "letters-endorsers-organisations",
        Kind::Company => "letters-endorsers-companies",
        Kind::PublicBody => "letters-endorsers-public-bodies",
    }
}
