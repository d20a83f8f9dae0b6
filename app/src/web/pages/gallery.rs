//! Renders every page and every mail in every state and every language.
//! With `BROADSIDE_GALLERY=<folder>` the pages are left there to be looked at; nothing here is ever served.

use std::path::PathBuf;

use super::*;
use crate::campaigns::pages::{Card, HomePage};
use crate::demo::pages::ComponentsPage;
use crate::letters::pages::samples::{all as letters, group, wording};
use crate::posts::pages::samples as posts;
use crate::web::i18n::{Language, Say};
use crate::web::layout::{Masthead, Named, Translation};

fn frame(say: &Say) -> Frame {
    let mut frame = Frame::new(say.clone(), "../broadside.css".to_owned());
    frame.canonical = Some("https://letters.example.org/campaigns/dropsalesforce".to_owned());
    frame.languages = Language::ALL
        .into_iter()
        .filter(|language| *language != say.language())
        .map(|language| Translation { language, url: format!("../{}/letter.html", language.tag()) })
        .collect();
    frame.masthead = Masthead { group: Some(group()), ..Masthead::default() };
    frame
}

/// A page of one signature: it leads back to its campaign.
fn inner(say: &Say) -> Frame {
    let mut frame = frame(say);
    frame.canonical = None;
    frame.masthead.campaign = Some(crate::letters::pages::samples::letter());
    frame
}

fn house(say: &Say) -> Frame {
    Frame { masthead: Masthead::default(), canonical: None, ..frame(say) }
}

fn errors(say: &Say) -> Vec<(&'static str, ErrorPage)> {
    [
        ("error-404", ErrorKind::NotFound),
        ("error-421", ErrorKind::Misdirected { desk: "https://letters.example.org/desk".to_owned() }),
        ("error-403-elsewhere", ErrorKind::FromElsewhere),
        ("error-401", ErrorKind::SignInFirst),
        ("error-403", ErrorKind::NotYours),
        ("error-404-member", ErrorKind::MemberNoMore),
        ("error-404-suspended", ErrorKind::MemberSuspended),
        ("error-405", ErrorKind::MethodNotAllowed),
        ("error-400", ErrorKind::Unreadable),
        ("error-413", ErrorKind::TooLarge),
        ("error-408", ErrorKind::TooSlow),
        ("error-500", ErrorKind::Failed { request: Some("0b1f9a3c".to_owned()) }),
        ("error-503", ErrorKind::Busy),
    ]
    .map(|(name, error)| (name, ErrorPage { frame: house(say), error, home: "/".to_owned() }))
    .into_iter()
    .collect()
}

fn homes(say: &Say) -> Vec<(&'static str, HomePage)> {
    let card = |name: &str, signatures, closed| Card {
        campaign: Named { name: name.to_owned(), url: "#".to_owned() },
        ask: "We are the people who pay for it, and we ask for an end.".to_owned(),
        group: group().name,
        signatures,
        closed,
    };
    let campaigns = vec![
        card("Drop the border contract", 48_213, false),
        card("Keep every library open", 0, false),
        card("Clean the river", 1, true),
    ];
    vec![
        ("home", HomePage { frame: house(say), campaigns }),
        ("home-empty", HomePage { frame: house(say), campaigns: Vec::new() }),
    ]
}

fn printed<P: Page>(pages: Vec<(&'static str, P)>) -> Vec<(&'static str, String)> {
    pages.into_iter().map(|(name, page)| (name, page.print().unwrap().html)).collect()
}

fn every_page(say: &Say) -> Vec<(&'static str, String)> {
    let mut pages = printed(letters(|| frame(say)));
    pages.push(("letter-wording", wording(inner(say)).print().unwrap().html));
    pages.extend(printed(crate::signatures::pages::samples::inboxes(|| inner(say))));
    pages.extend(printed(crate::signatures::pages::samples::new_links(|| house(say))));
    pages.extend(printed(crate::signatures::pages::samples::signatures(|| inner(say))));
    pages.extend(printed(posts::composers(|| inner(say))));
    pages.extend(printed(posts::servers(|| inner(say))));
    pages.extend(printed(posts::leavings(|| inner(say))));
    pages.extend(printed(posts::clicks(|| inner(say))));
    pages.extend(printed(crate::privacy::pages::samples::notices(|| inner(say))));
    pages.extend(printed(crate::privacy::pages::samples::erasures(|| inner(say))));
    pages.extend(printed(errors(say)));
    pages.extend(printed(homes(say)));
    pages.extend(printed(crate::demo::pages::samples::mailboxes(|| house(say))));
    pages.extend(printed(crate::demo::pages::samples::mails(|| house(say))));
    pages.extend(printed(vec![("components", ComponentsPage { frame: house(say) })]));
    pages
}

fn leave(language: Language, name: &str, content: &str) {
    let Ok(folder) = std::env::var("BROADSIDE_GALLERY") else { return };
    let folder = PathBuf::from(folder).join(language.tag());
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), content).unwrap();
}

#[test]
fn every_page_in_every_state_and_language_is_a_whole_page_without_a_missing_text() {
    for language in Language::ALL {
        for (name, html) in every_page(&language.say()) {
            leave(language, &format!("{name}.html"), &html);
            let at = format!("{name} in {}", language.tag());
            assert!(
                html.contains(&format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.dir())),
                "{at}"
            );
            assert_eq!(html.matches("<h1 ").count(), 1, "{at}");
            assert_eq!(html.matches("<main ").count(), 1, "{at}");
            assert!(html.trim_end().ends_with("</html>"), "{at}");
            assert!(!html.contains("{$") && !html.contains("{ $"), "{at}: a value was not given");
            assert!(!html.contains(" style=\""), "{at}: the policy forbids it");
            let has_script = name.starts_with("composer") || html.contains("name=\"filled_in\"");
            let scripts = usize::from(has_script);
            assert_eq!(
                html.matches("<script").count(),
                scripts,
                "{at}: only composer and form have a script"
            );
            assert_eq!(html.matches("<script type=\"module\" src=\"/assets/").count(), scripts, "{at}");
            assert_ids_are_unique(&html, &at);
        }
    }
}

#[test]
fn what_a_person_typed_is_never_markup() {
    for language in Language::ALL {
        for (name, html) in every_page(&language.say()) {
            assert!(!html.contains("<script>"), "{name}");
            assert!(!html.contains("<b>Bold"), "{name}");
        }
    }
}

#[test]
fn every_mail_reads_alone_as_text_with_its_link_on_a_line_of_its_own() {
    for language in Language::ALL {
        for (name, mail) in crate::signatures::mail::samples::all(&language.say()) {
            let written = mail.write().unwrap();
            leave(language, &format!("{name}.html"), &written.html);
            leave(language, &format!("{name}.txt"), &format!("{}\n\n{}", written.subject, written.text));
            for link in &mail.links {
                assert!(written.text.lines().any(|line| line == link.url), "{name}: {}", written.text);
                assert!(written.html.contains(&format!("href=\"{}\"", link.url)), "{name}");
            }
            assert!(!written.text.contains("{$") && !written.text.contains("&#"), "{name}: {}", written.text);
            assert!(!written.html.contains("<Example>"), "{name}");
            assert!(!written.subject.contains('\n'), "{name}");
        }
    }
}

#[test]
fn the_style_in_a_page_is_the_one_that_its_policy_names() {
    use base64::Engine;
    use sha2::Digest;
    let page = ErrorPage { frame: house(&Language::En.say()), error: ErrorKind::Busy, home: "/".to_owned() };
    let printed = page.print().unwrap();
    let style = printed.html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style));
    assert_eq!(printed.style_source, format!("'sha256-{hash}'"));
}

fn assert_ids_are_unique(html: &str, at: &str) {
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    for pair in ids.windows(2) {
        assert_ne!(pair[0], pair[1], "{at}: two elements have this id");
    }
    for wanted in html.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&wanted), "{at}: {wanted} labels, but is not there");
    }
    for described in html.split("aria-describedby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        for wanted in described.split(' ') {
            assert!(ids.contains(&wanted), "{at}: {wanted} describes, but is not there");
        }
    }
    for wanted in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(wanted.is_empty() || ids.contains(&wanted), "{at}: #{wanted} leads nowhere");
    }
}
