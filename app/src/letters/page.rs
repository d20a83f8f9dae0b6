//! Puts a letter's page together from the campaign, the count and the form as it stands.

use super::LINK_DAYS;
use super::Wording;
use super::agenda;
use super::endorsers;
use super::look;
use super::names;
use super::pages::{
    ChangedWords, Choice, Consent, Count, GoalLine, LetterPage, LetterText, Picture, RelationCount, Replies,
    SignForm, Signer, Standing, WordingPage,
};
use super::proof;
use super::routes::Found;
use super::sheets::Counted;
use super::store::PublicName;
use crate::campaigns::definition::{ReplyPlace, StatementKind};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::campaigns::{record, record_shown, share};
use crate::posts::{self, Visit};
use crate::state::App;
use crate::web::countries;
use crate::web::i18n::{Language, Markup, Say};
use crate::web::layout::Named;
use crate::web::natural;
use crate::web::source::{source, with_source};

pub fn write(
    app: &App,
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    counted: &Counted,
    everyone: i64,
    form: SignForm,
) -> LetterPage {
    let source = source(&form.source);
    let carried = |address: String| with_source(&address, source.as_deref());
    let mut frame = campaign.frame(app, language, Some(letter));
    for translation in &mut frame.languages {
        translation.url = carried(std::mem::take(&mut translation.url));
    }
    if let Some(partner) = source.as_deref().and_then(|source| campaign.partner_of(source)) {
        look::wear(&mut frame, campaign, partner, language);
    }
    let canonical = frame.canonical.clone().unwrap_or_default();
    frame.card =
        Some(share::card(app, campaign, language, Some(letter), None, counted.signatures, &canonical));
    let replies = replies(campaign, language, counted, &language.say());
    frame.further_stylesheet = (replies.count > 0).then(|| app.assets.record_stylesheet.clone());
    let visit = Visit { language, source: source.clone(), signatures: everyone };
    let say = language.say();
    let definition = &campaign.definition;
    let texts = campaign.texts(language);
    let text = letter.text(language);
    let zone = &definition.time_zone;
    LetterPage {
        script: app.assets.sign.clone(),
        headline: texts.title.clone(),
        notice: format!("/campaigns/{}/privacy{}", definition.slug, campaign.query(language)),
        ask: texts.ask.clone(),
        addressee: text.addressee.clone(),
        picture: definition.pictures.first().and_then(|picture| {
            let size = campaign.picture_size(&picture.file)?;
            Some(Picture {
                url: format!("/campaigns/{}/pictures/{}", definition.slug, picture.file),
                alt: picture.alt.get(language.tag()).cloned().unwrap_or_default(),
                credit: [picture.credit.as_str(), picture.licence.as_str()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
                width: size.0,
                height: size.1,
            })
        }),
        count: Count {
            names_per_mailbox: u32::try_from(letter.names_per_mailbox).unwrap_or(1),
            signatures: natural(counted.signatures),
            as_of: say.moment(counted.as_of, zone),
            by_relation: relations(campaign, language, counted),
            held: natural(counted.held),
            removed: removed(counted),
        },
        letter: LetterText {
            title: text.title.clone(),
            lang: text.language.tag().to_owned(),
            dir: text.language.dir().to_owned(),
            html: text.html.clone(),
            words: text.words,
            changed: (letter.version > 1).then(|| ChangedWords {
                on: say.day(letter.changed_at, zone),
                reason: text.reason.clone(),
                earlier: natural(before(counted, letter.version)),
                url: campaign.wordings_path(letter, language),
            }),
        },
        form: SignForm {
            work: if counted.is_attacked {
                proof::asked(app, letter.id, counted.as_of)
            } else {
                String::new()
            },
            ..filled_in(campaign, letter, language, form)
        },
        roll: signers(campaign, letter, language, counted.moves_names, &counted.roll),
        names: with_source(&names::path(campaign, letter, language), source.as_deref()),
        endorsers: endorsers::listed(campaign, letter, language, &say, &counted.endorsers),
        group: Named {
            name: definition.group.name.clone(),
            url: definition.group.website.clone().unwrap_or_default(),
        },
        about: in_language(&definition.group.about, language),
        summary: if texts.summary.is_empty() { texts.ask.clone() } else { texts.summary.clone() },
        contact: definition.group.contact.clone(),
        other_letters: campaign
            .letters
            .iter()
            .filter(|other| other.id != letter.id)
            .map(|other| Named {
                name: other.title(language),
                url: carried(campaign.path_of(other, language)),
            })
            .collect(),
        posts: posts::teaser::teaser(app, campaign, &visit),
        events: agenda::ahead(campaign, language, &say, counted.as_of),
        all_events: format!("{}{}", agenda::path(campaign), campaign.query(language)),
        fundraisers: fundraisers(campaign, language),
        replies,
        goals: goals(campaign, letter, language, counted, everyone),
        press: format!("/campaigns/{}/press{}", definition.slug, campaign.query(language)),
        frame,
    }
}

/// What money is asked for, each with its page.
fn fundraisers(campaign: &Running, language: Language) -> Vec<Named> {
    let definition = &campaign.definition;
    let query = campaign.query(language);
    let named = |one: &crate::campaigns::definition::Fundraiser| Named {
        name: in_language(&one.title, language),
        url: format!("/campaigns/{}/fundraisers/{}{query}", definition.slug, one.slug),
    };
    definition.fundraisers.iter().map(named).collect()
}

/// What is published of the goal that was reached last, and the next one.
fn goals(
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    counted: &Counted,
    everyone: i64,
) -> Option<GoalLine> {
    let definition = &campaign.definition;
    let reached = counted.goal_reached.as_deref().and_then(|slug| definition.goal(slug));
    let own = campaign.takes_names(letter).then_some((letter.slug.as_str(), counted.signatures));
    let ahead = own.and_then(|own| definition.goal_ahead(Some(own), everyone));
    (!definition.goals.is_empty()).then(|| GoalLine {
        words: reached.map(|goal| in_language(&goal.words, language)).unwrap_or_default(),
        ahead: ahead.map(natural),
        url: format!("/campaigns/{}/goals{}", definition.slug, campaign.query(language)),
    })
}

/// What those who are addressed replied, where the organisers chose that it stands.
fn replies(campaign: &Running, language: Language, counted: &Counted, say: &Say) -> Replies {
    let entries = record::entries(&campaign.definition, language.tag(), &counted.replies);
    let mut replies: Vec<_> = entries.iter().filter(|entry| entry.kind == StatementKind::Replied).collect();
    replies.sort_by_key(|reply| record::On::parse(&reply.on).map(record::On::first));
    let shown = || {
        let mut shown: Vec<_> =
            replies.iter().map(|reply| record_shown::entry(reply, campaign, say)).collect();
        record_shown::ask_once(&mut shown);
        shown
    };
    let count = natural(i64::try_from(replies.len()).unwrap_or(i64::MAX));
    match campaign.definition.press.reply_place {
        ReplyPlace::Top => Replies { on_top: shown(), count, ..Replies::default() },
        ReplyPlace::WithLetter => Replies { behind: shown(), count, ..Replies::default() },
        ReplyPlace::PressOnly => Replies { count, ..Replies::default() },
    }
}

/// Names as every page lists them.
pub fn signers<'n>(
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    moves_names: bool,
    names: impl IntoIterator<Item = &'n PublicName>,
) -> Vec<Signer> {
    let relations = &campaign.definition.relations;
    let signer = |name: &PublicName| Signer {
        name: name.name.clone(),
        earlier: (name.version != letter.version && !moves_names).then(|| natural(name.version)),
        relation: name
            .relation
            .as_ref()
            .and_then(|slug| relations.iter().find(|relation| relation.slug == *slug))
            .map(|relation| in_language(&relation.label, language))
            .unwrap_or_default(),
    };
    names.into_iter().map(signer).collect()
}

/// How many signatures stand under words before these.
fn before(counted: &Counted, version: i64) -> i64 {
    counted.by_version.range(..version).map(|(_, signatures)| signatures).sum()
}

/// Words that were replaced at a time, for those who signed them.
pub fn wording(app: &App, found: &Found, version: i64, wording: &Wording, until: i64) -> WordingPage {
    let (campaign, language) = (&found.campaign, found.language);
    let say = language.say();
    let zone = &campaign.definition.time_zone;
    let spoken = campaign.language(&wording.language);
    WordingPage {
        frame: campaign.inner_frame(app, language),
        version: natural(version),
        from: say.moment(wording.created_at, zone),
        until: say.moment(until, zone),
        addressee: wording.addressee.clone(),
        text: LetterText {
            title: wording.title.clone(),
            lang: spoken.tag().to_owned(),
            dir: spoken.dir().to_owned(),
            html: Markup::ours(broadside_markup::html(&wording.body, spoken.tag())),
            words: broadside_markup::words(&wording.body),
            changed: None,
        },
        letter: Named {
            name: found.letter().title(language),
            url: campaign.path_of(found.letter(), language),
        },
    }
}

/// How many of each relation have signed, and last how many said nothing of it, so that all are counted.
pub fn relations(campaign: &Running, language: Language, counted: &Counted) -> Vec<RelationCount> {
    let signatures_of = |slug: &str| {
        let found = counted.by_relation.iter().find(|(of, _)| of == slug);
        found.map_or(0, |(_, signatures)| natural(*signatures))
    };
    let mut rows: Vec<RelationCount> = campaign
        .definition
        .relations
        .iter()
        .map(|relation| RelationCount {
            label: in_language(&relation.plural, language),
            signatures: signatures_of(&relation.slug),
        })
        .filter(|row| row.signatures > 0)
        .collect();
    let said: u64 = rows.iter().map(|row| row.signatures).sum();
    let unsaid = natural(counted.signatures).saturating_sub(said);
    if said > 0 && unsaid > 0 {
        let label = language.say().text("letters-relation-unsaid");
        rows.push(RelationCount { label, signatures: unsaid });
    }
    rows
}

/// The form with what the campaign asks for; what was typed stays.
fn filled_in(campaign: &Running, letter: &RunningLetter, language: Language, form: SignForm) -> SignForm {
    let definition = &campaign.definition;
    let given = form.consents;
    SignForm {
        action: format!("{}/signatures{}", campaign.letter_path(letter), campaign.query(language)),
        standing: if campaign.takes_names(letter) { Standing::Open } else { Standing::Closed },
        relations: definition
            .relations
            .iter()
            .map(|relation| Choice {
                value: relation.slug.clone(),
                label: in_language(&relation.label, language),
            })
            .collect(),
        consents: campaign
            .partners()
            .map(|partner| Consent {
                partner: partner.slug.clone(),
                words: in_language(&partner.consent, language),
                given: given.iter().any(|consent| consent.partner == partner.slug && consent.given),
                privacy: Named { name: partner.name.clone(), url: campaign.privacy_of(partner, language) },
            })
            .collect(),
        // What was sent is shown, also where the campaign does not ask for it: it can be seen and mended.
        asks_postal_code: campaign.asks("postal_code") || !form.postal_code.is_empty(),
        countries: if campaign.asks("country") || !form.country.is_empty() {
            let choice =
                |(code, name): (&str, &str)| Choice { value: code.to_owned(), label: name.to_owned() };
            countries::by_name(language).into_iter().map(choice).collect()
        } else {
            Vec::new()
        },
        asks_comment: campaign.asks("comment") || !form.comment.is_empty(),
        link_days: LINK_DAYS,
        seen: campaign.words_shown(letter, language),
        ..SignForm { consents: Vec::new(), ..form }
    }
}

pub fn in_language(words: &std::collections::BTreeMap<String, String>, language: Language) -> String {
    words.get(language.tag()).cloned().unwrap_or_default()
}

/// Each class of what was removed that has any: its sentence, and how many.
pub fn removed(counted: &Counted) -> Vec<(&'static str, u64)> {
    let sentence = |class: &str| match class {
        "false" => "letters-removed-false",
        "duplicate" => "letters-removed-duplicate",
        "abusive" => "letters-removed-abusive",
        _ => "letters-removed-other",
    };
    let all = counted.removed.iter().filter(|(_, n)| **n > 0);
    all.map(|(class, n)| (sentence(class), natural(*n))).collect()
}
