//! Campaigns of every kind, for what must hold of all of them.

use super::any_events::events;
use super::{any_fundraisers, any_goals};
use crate::campaigns::definition::*;
use crate::campaigns::files::text::is_refused;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Words as people write them, and as they do not: quotes, backslashes, emoji, both directions.
pub fn words(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        vec(select(('a'..='z').collect::<Vec<_>>()), 1..9).prop_map(String::from_iter),
        vec(select("\"'\\#=+[]{}<>&,.:;%$-".chars().collect::<Vec<_>>()), 1..4).prop_map(String::from_iter),
        select(vec![
            "\"\"\"",
            "'''",
            "+++",
            "\\n",
            "🦊🌻",
            "👩‍👩‍👧",
            "رسالة",
            "שלום",
            "\u{200f}",
            "a\u{0301}",
            "\u{a0}",
            "李",
            "ñ",
            "“so”",
            "…",
        ])
        .prop_map(str::to_owned),
        vec(any::<char>().prop_filter("no word", |c| !is_refused(*c) && !c.is_whitespace()), 1..6)
            .prop_map(String::from_iter),
    ];
    vec(piece, 1..40).prop_map(move |pieces| {
        let mut words = String::new();
        for piece in pieces {
            let room = most.saturating_sub(words.chars().count() + 1);
            if piece.chars().count() > room {
                break;
            }
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&piece);
        }
        if words.is_empty() { "x".to_owned() } else { words }
    })
}

fn body() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        words(80),
        Just(String::new()),
        words(20).prop_map(|line| format!("    {line}")),
        Just("+++".to_owned())
    ];
    vec(line, 1..12).prop_map(|lines| {
        let text = lines.join("\n");
        let text = crate::campaigns::files::letters::without_empty_lines(&text);
        match text {
            "" => "x".to_owned(),
            text if broadside_markup::lost(text).is_empty() => text.to_owned(),
            // What would be left out of a letter begins with one of these.
            text => text.replace(['<', '['], "("),
        }
    })
}

fn slug() -> impl Strategy<Value = String> {
    "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}"
}

pub fn slugs(most: usize) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set(slug(), 0..=most)
        .prop_map(|slugs| slugs.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

pub fn by_language(languages: &[String], most: usize) -> impl Strategy<Value = ByLanguage> + use<> {
    let languages = languages.to_vec();
    vec(words(most), languages.len()).prop_map(move |texts| languages.iter().cloned().zip(texts).collect())
}

pub fn optional(words: impl Strategy<Value = ByLanguage>) -> impl Strategy<Value = ByLanguage> {
    prop_oneof![Just(ByLanguage::new()), words]
}

fn letters(languages: Vec<String>) -> impl Strategy<Value = Vec<Letter>> {
    slugs(2).prop_flat_map(move |mut slugs| {
        if slugs.is_empty() {
            slugs.push("one".to_owned());
        }
        let languages = languages.clone();
        let letter = move |slug: String| {
            let languages = languages.clone();
            let text = (words(150), words(120), body(), words(300))
                .prop_map(|(title, addressee, body, reason)| LetterText { title, addressee, body, reason });
            let status = select(vec![LetterStatus::Open, LetterStatus::Closed]);
            (status, 1..=10_u32, vec(text, languages.len())).prop_map(
                move |(status, names_per_mailbox, texts)| Letter {
                    slug: slug.clone(),
                    status,
                    names_per_mailbox,
                    texts: languages.iter().cloned().zip(texts).collect(),
                },
            )
        };
        slugs.into_iter().map(letter).collect::<Vec<_>>()
    })
}

fn group(languages: &[String]) -> impl Strategy<Value = Group> + use<> {
    let website = proptest::option::of(Just("https://example.org/a?b=c".to_owned()));
    let contact = proptest::option::of(Just("o'neil+x@example.org".to_owned()));
    (slug(), words(120), website, contact, optional(by_language(languages, 600)))
        .prop_map(|(slug, name, website, contact, about)| Group { slug, name, website, contact, about })
}

fn mail(languages: &[String]) -> impl Strategy<Value = MailSettings> + use<> {
    let reply_to = proptest::option::of(Just("reply@example.org".to_owned()));
    (words(80), reply_to, optional(by_language(languages, 150))).prop_map(
        |(sender_name, reply_to, subject)| MailSettings {
            sender_name,
            sender_address: "team@example.org".to_owned(),
            reply_to,
            subject,
        },
    )
}

fn relations(languages: Vec<String>) -> impl Strategy<Value = Vec<Relation>> {
    slugs(3).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let relation = move |slug: String| {
            (by_language(&languages, 60), by_language(&languages, 60))
                .prop_map(move |(label, plural)| Relation { slug: slug.clone(), label, plural })
        };
        slugs.into_iter().map(relation).collect::<Vec<_>>()
    })
}

const KEY: &str = "age1f74fhh2msjlrqxdwa6sc65t3slhtsy6460fl2wv2rut6zgwkzfuqjuzzqj";

fn partners(languages: Vec<String>) -> impl Strategy<Value = Vec<Partner>> {
    slugs(3).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let partner = move |slug: String| {
            let text = prop_oneof![Just(ByLanguage::new()), by_language(&languages, 400)];
            let own = (
                proptest::option::of(Just("#c8201a".to_owned())),
                proptest::option::of(Just(KEY.to_owned())),
            );
            (words(120), by_language(&languages, 400), text, own).prop_map(
                move |(name, consent, privacy_text, (signal, age_key))| Partner {
                    slug: slug.clone(),
                    name,
                    website: "https://example.org".to_owned(),
                    privacy: "https://example.org/privacy#x".to_owned(),
                    consent,
                    privacy_text,
                    logo: None,
                    signal,
                    age_key,
                },
            )
        };
        slugs.into_iter().map(partner).collect::<Vec<_>>()
    })
}

fn endorsements(languages: Vec<String>) -> impl Strategy<Value = Vec<Endorsement>> {
    slugs(3).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let endorsement = move |slug: String| {
            let comment = prop_oneof![Just(ByLanguage::new()), by_language(&languages, 300)];
            let office = proptest::option::of(words(120));
            (words(200), office, comment, select(crate::campaigns::endorsers::Kind::ALL.to_vec())).prop_map(
                move |(organisation, office, comment, kind)| Endorsement {
                    slug: slug.clone(),
                    organisation,
                    kind,
                    office,
                    website: Some("https://example.org".to_owned()),
                    comment,
                    letter: None,
                },
            )
        };
        slugs.into_iter().map(endorsement).collect::<Vec<_>>()
    })
}

fn pictures(languages: Vec<String>) -> impl Strategy<Value = Vec<Picture>> {
    slugs(2).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let picture = move |slug: String| {
            let credit = prop_oneof![Just(String::new()), words(120)];
            (by_language(&languages, 300), credit, words(60), 1..999_u32).prop_map(
                move |(alt, credit, licence, width)| {
                    let bytes = format!("<svg viewBox='0 0 {width} 9'/>").into_bytes();
                    Picture { file: format!("{slug}.svg"), alt, credit, licence, bytes }
                },
            )
        };
        slugs.into_iter().map(picture).collect::<Vec<_>>()
    })
}

/// A date, an address and perhaps words.
fn deed(languages: &[String]) -> impl Strategy<Value = Option<Deed>> + use<> {
    let words = optional(by_language(languages, 300));
    proptest::option::of(words.prop_map(|words| Deed {
        on: "2018-09-20".to_owned(),
        link: "https://example.org/answer?a=b#c".to_owned(),
        words,
    }))
}

fn targets(languages: Vec<String>) -> impl Strategy<Value = Vec<Target>> {
    slugs(4).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let all = slugs.clone();
        let target = move |slug: String| {
            let is_last = all.last() == Some(&slug);
            let others: Vec<String> = all.iter().filter(|other| **other != slug).cloned().collect();
            let texts = (by_language(&languages, 120), optional(by_language(&languages, 120)));
            let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
            (texts, flags, deed(&languages), deed(&languages)).prop_map(
                move |(texts, flags, answered, acted)| {
                    let together = if is_last && others.len() > 1 { others.clone() } else { Vec::new() };
                    let handles = if flags.0 && together.is_empty() {
                        [
                            ("x".to_owned(), "@name_1".to_owned()),
                            ("mastodon".to_owned(), "@a@b.social".to_owned()),
                        ]
                        .into()
                    } else {
                        std::collections::BTreeMap::new()
                    };
                    Target {
                        slug: slug.clone(),
                        kind: if flags.1 { "a-kind-of-its-own".to_owned() } else { String::new() },
                        name: texts.0,
                        role: texts.1,
                        handles,
                        email: flags.2.then(|| "target@example.org".to_owned()),
                        phone: flags.2.then(|| "+14155550100".to_owned()),
                        session: flags.3.then(|| "2018-09-26 14:00".to_owned()),
                        together,
                        answered,
                        acted,
                    }
                },
            )
        };
        slugs.into_iter().map(target).collect::<Vec<_>>()
    })
}

/// Words short enough for every network, without braces, with what is set in.
fn post_text(languages: &[String]) -> impl Strategy<Value = ByLanguage> + use<> {
    let text = (words(60), select(vec!["", " {url}", " {count} {url}"]))
        .prop_map(|(words, end)| words.replace(['{', '}'], "-") + end);
    let languages = languages.to_vec();
    vec(text, languages.len()).prop_map(move |texts| languages.iter().cloned().zip(texts).collect())
}

fn posts(languages: Vec<String>) -> impl Strategy<Value = Vec<Post>> {
    slugs(3).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let post = move |slug: String| {
            let instead =
                (post_text(&languages), select(vec!["x", "email", "copy"])).prop_map(|(text, network)| {
                    Instead { target: None, kind: None, network: Some(network.to_owned()), text }
                });
            (post_text(&languages), optional(by_language(&languages, 150)), vec(instead, 0..3)).prop_map(
                move |(text, subject, instead)| Post {
                    slug: slug.clone(),
                    to: Vec::new(),
                    text,
                    subject,
                    instead,
                },
            )
        };
        slugs.into_iter().map(post).collect::<Vec<_>>()
    })
}

prop_compose! {
    pub fn definitions()(
        languages in subsequence(vec!["en", "es", "ar"], 1..=3).prop_shuffle(),
        form in subsequence(vec!["postal_code", "country", "comment"], 0..=3).prop_shuffle(),
    )(
        slug in slug(),
        status in select(vec![Status::Draft, Status::Published, Status::Closed]),
        time_zone in select(vec!["UTC", "America/Los_Angeles", "Asia/Kathmandu"]),
        signal_dark in proptest::option::of(Just("#f4a6a0".to_owned())),
        group in group(&strings(&languages)),
        mail in mail(&strings(&languages)),
        texts in vec((words(120), words(300), words(120), words(300)), languages.len()),
        relations in relations(strings(&languages)),
        (partners, endorsements) in (partners(strings(&languages)), endorsements(strings(&languages))),
        letters in letters(strings(&languages)),
        (pictures, statements) in pictures(strings(&languages)).prop_flat_map({
            let languages = strings(&languages);
            move |pictures| {
                let files = pictures.iter().map(|picture| picture.file.clone()).collect();
                (Just(pictures), statements(languages.clone(), files))
            }
        }),
        (press, fundraisers) in (press(), any_fundraisers::fundraisers(strings(&languages))),
        targets in targets(strings(&languages)),
        (posts, events, goals) in
            (posts(strings(&languages)), events(strings(&languages)), any_goals::drawn(strings(&languages))),
        languages in Just(strings(&languages)),
        form in Just(strings(&form)),
    ) -> Definition {
        let texts = texts
            .into_iter()
            .map(|(title, ask, addressee, summary)| CampaignTexts { title, ask, addressee, summary });
        let texts = languages.iter().cloned().zip(texts).collect();
        let posts = if targets.is_empty() { Vec::new() } else { posts };
        let goals = any_goals::goals(goals, &letters, &events, &fundraisers);
        Definition {
            slug, status, languages, time_zone: time_zone.to_owned(), signal: "#c8201a".to_owned(), signal_dark, form,
            group, texts, mail, relations, partners, letters, pictures, endorsements, targets, posts, events, goals,
            fundraisers, statements, press,
        }
    }
}

fn statements(languages: Vec<String>, pictures: Vec<String>) -> impl Strategy<Value = Vec<Statement>> {
    let all = slugs(4).prop_flat_map(move |slugs| {
        let (languages, pictures) = (languages.clone(), pictures.clone());
        let statement = move |slug: String| {
            let kind = select(StatementKind::ALL.to_vec());
            let on = select(vec!["2018-09-10", "2018-02", "2017"]).prop_map(str::to_owned);
            let name = by_language(&languages, 200);
            let url = proptest::option::of(Just("https://news.example.org/a?b=1".to_owned()));
            let original = proptest::option::of(select(vec!["en".to_owned(), "ar".to_owned()]));
            let file = proptest::option::of(select(
                pictures.iter().cloned().chain([String::new()]).collect::<Vec<_>>(),
            ));
            let said = (
                by_language(&languages, 120),
                optional(by_language(&languages, 300)),
                by_language(&languages, 900),
            );
            (kind, on, said, proptest::option::of((name, url)), original, file).prop_map(
                move |(kind, on, (whom, how, words), source, original, file)| Statement {
                    slug: slug.clone(),
                    kind,
                    whom,
                    on,
                    how,
                    words,
                    original,
                    source: source.map(|(name, url)| Source { name, url }),
                    file: file.filter(|file| !file.is_empty()),
                    paper: Vec::new(),
                    answers: None,
                },
            )
        };
        slugs.into_iter().map(statement).collect::<Vec<_>>()
    });
    all.prop_map(|mut all| {
        let asked = all.iter().find(|one| one.kind == StatementKind::Asked).map(|one| one.slug.clone());
        for one in &mut all {
            if one.kind == StatementKind::Replied {
                one.answers.clone_from(&asked);
            }
            // What was said publicly can be read somewhere.
            if one.kind == StatementKind::Said && one.source.is_none() {
                one.source = Some(Source { name: one.whom.clone(), url: None });
            }
        }
        all
    })
}

fn press() -> impl Strategy<Value = Press> {
    let words = proptest::option::of(words(120));
    let mail = proptest::option::of(Just("press@example.org".to_owned()));
    let phone = proptest::option::of(Just("+14155550100".to_owned()));
    let embargo = proptest::option::of(Just("2018-09-12 09:00 America/Los_Angeles".to_owned()));
    (words, mail, phone, select(ReplyPlace::ALL.to_vec()), embargo).prop_map(
        |(contact_name, contact_mail, contact_phone, reply_place, embargo_until)| Press {
            contact_name,
            contact_mail,
            contact_phone,
            reply_place,
            embargo_until,
        },
    )
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
