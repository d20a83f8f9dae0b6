//! Puts a press page together from the campaign and its facts.

use super::kept::Facts;
use super::pages::{Contact, HandedOver, InLanguage, LetterFiles, Numbers, Open, Plate, PressPage, State};
use super::timeline;
use crate::campaigns::directory::{Running, RunningLetter};
use crate::campaigns::record::Record;
use crate::campaigns::record_shown;
use crate::clock::day;
use crate::deliveries::Told;
use crate::deliveries::shown::{anchor_of, handed_words};
use crate::letters::endorsers;
use crate::letters::page::{in_language, relations, removed};
use crate::letters::pages::Endorsers;
use crate::letters::sheets::Counted;
use crate::state::App;
use crate::web::i18n::{Language, Say};
use crate::web::layout::{Frame, Named};
use crate::web::natural;

pub fn path(campaign: &Running, language: Language) -> String {
    format!("/campaigns/{}/press{}", campaign.definition.slug, campaign.query(language))
}

/// While an embargo lasts: when it ends, and whom to ask.
pub fn closed(app: &App, campaign: &Running, language: Language, opens: i64) -> PressPage {
    let zone = campaign.definition.press.embargo().map_or("UTC", |(_, zone)| zone);
    let opens = language.say().moment(opens, zone);
    page(app, campaign, language, State::Closed { opens })
}

pub fn write(app: &App, campaign: &Running, language: Language, facts: &Facts) -> PressPage {
    let say = language.say();
    let definition = &campaign.definition;
    let zone = &definition.time_zone;
    let record = Record::of(definition, language.tag(), &facts.statements, &day(facts.as_of, zone));
    let all = || campaign.letters.iter().zip(&facts.counted);
    let shown = |entry| record_shown::entry(entry, campaign, &say);
    let open = Open {
        numbers: all().map(|(letter, counted)| numbers(campaign, letter, language, counted)).collect(),
        as_of: say.moment(facts.counted.iter().map(|one| one.as_of).min().unwrap_or(facts.as_of), zone),
        names_per_mailbox: campaign
            .letters
            .iter()
            .map(|letter| u32::try_from(letter.names_per_mailbox).unwrap_or(1))
            .max()
            .unwrap_or(1),
        count_json: format!("/campaigns/{}/count.json", definition.slug),
        letters: campaign.letters.iter().map(|letter| files(campaign, letter, language)).collect(),
        endorsers: all()
            .map(|(letter, counted)| endorsed(campaign, letter, language, &say, counted))
            .collect(),
        questions: record.questions.iter().map(|one| record_shown::question(one, campaign, &say)).collect(),
        replies: {
            let mut replies: Vec<_> = record.replies.iter().map(shown).collect();
            record_shown::ask_once(&mut replies);
            replies
        },
        said: record.said.iter().map(shown).collect(),
        deliveries: facts.deliveries.iter().map(|told| handed_over(campaign, language, &say, told)).collect(),
        timeline: timeline::told(campaign, language, &say, facts, &record),
        pictures: plates(campaign, language),
    };
    page(app, campaign, language, State::Open(Box::new(open)))
}

fn page(app: &App, campaign: &Running, language: Language, state: State) -> PressPage {
    let definition = &campaign.definition;
    let address = |language| path(campaign, language);
    let press = &definition.press;
    let texts = campaign.texts(language);
    let group = &definition.group;
    PressPage {
        campaign: Named {
            name: texts.title.clone(),
            url: format!("/campaigns/{}{}", definition.slug, campaign.query(language)),
        },
        summary: if matches!(state, State::Open(_)) { texts.summary.clone() } else { String::new() },
        contact: Contact {
            name: press.contact_name.clone().unwrap_or_else(|| group.name.clone()),
            mail: press.contact_mail.clone().or_else(|| group.contact.clone()).unwrap_or_default(),
            phone: press.contact_phone.clone().unwrap_or_default(),
        },
        state,
        frame: Frame {
            canonical: Some(app.url(&address(language))),
            languages: campaign.translations(language, address),
            further_stylesheet: Some(app.assets.record_stylesheet.clone()),
            ..campaign.inner_frame(app, language)
        },
    }
}

fn named(campaign: &Running, letter: &RunningLetter, language: Language) -> Named {
    Named { name: letter.title(language), url: campaign.path_of(letter, language) }
}

fn numbers(campaign: &Running, letter: &RunningLetter, language: Language, counted: &Counted) -> Numbers {
    Numbers {
        letter: named(campaign, letter, language),
        signatures: natural(counted.signatures),
        by_relation: relations(campaign, language, counted),
        held: natural(counted.held),
        removed: removed(counted),
    }
}

fn files(campaign: &Running, letter: &RunningLetter, language: Language) -> LetterFiles {
    let path = campaign.letter_path(letter);
    let versions = letter.languages().map(|language| {
        let query = campaign.query(language);
        InLanguage {
            language,
            pdf: format!("{path}/letter.pdf{query}"),
            text: format!("{path}/letter.txt{query}"),
        }
    });
    LetterFiles { letter: named(campaign, letter, language), versions: versions.collect() }
}

fn handed_over(campaign: &Running, language: Language, say: &Say, told: &Told) -> HandedOver {
    let Told { delivery, handed, files } = told;
    let letter = campaign.letters.iter().find(|letter| letter.id == delivery.letter);
    let path = format!("/campaigns/{}/press/deliveries/{}", campaign.definition.slug, delivery.id);
    HandedOver {
        anchor: anchor_of(told),
        words: handed_words(say, handed),
        letter: letter.map(|letter| named(campaign, letter, language)),
        language: campaign.language(&delivery.language).native_name(),
        signatures: natural(delivery.signatures),
        unnamed: natural(delivery.unnamed),
        as_of: say.moment(delivery.asked_at, &campaign.definition.time_zone),
        files: files.iter().map(|file| (file.name.clone(), file.sha256.clone())).collect(),
        sums: format!("{path}/sha256sums.txt"),
    }
}

fn endorsed(
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    say: &Say,
    counted: &Counted,
) -> (String, Endorsers) {
    let title = if campaign.letters.len() > 1 { letter.title(language) } else { String::new() };
    let listed = endorsers::listed(campaign, letter, language, say, &counted.endorsers);
    (title, Endorsers { endorse: None, ..listed })
}

fn plates(campaign: &Running, language: Language) -> Vec<Plate> {
    let definition = &campaign.definition;
    let plate = |picture: &crate::campaigns::definition::Picture| {
        let (width, height) = campaign.picture_size(&picture.file)?;
        Some(Plate {
            url: format!("/campaigns/{}/pictures/{}", definition.slug, picture.file),
            file: picture.file.clone(),
            alt: in_language(&picture.alt, language),
            credit: picture.credit.clone(),
            licence: picture.licence.clone(),
            width,
            height,
        })
    };
    definition.pictures.iter().filter_map(plate).collect()
}
