//! Letters to take away, as PDF and as text: what Debian's own tools read in them.

use super::stories;
use super::world::World;
use crate::campaigns::definition::{Definition, LetterText};
use axum::http::{HeaderMap, StatusCode, header};
use std::process::Command;

/// Runs a tool of poppler-utils on a PDF; `-` is its standard output.
fn tool(name: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    std::fs::write(&file, pdf).unwrap();
    let run = Command::new(name).args(before).arg(&file).args(after).output();
    let run = run.unwrap_or_else(|error| panic!("{name} of poppler-utils is needed: {error}"));
    assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
    // A title is printed as it stands in the file, which may be UTF-16.
    String::from_utf8_lossy(&run.stdout).into_owned()
}

/// What is read, its words one space apart; without the foot of each page, unless it is wanted.
fn read(pdf: &[u8], with_foot: bool) -> String {
    let height = if with_foot { "842" } else { "780" };
    let page = ["-enc", "UTF-8", "-x", "0", "-y", "0", "-W", "596", "-H", height];
    tool("pdftotext", &page, pdf, &["-"]).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(pdf: &[u8]) -> String {
    read(pdf, false)
}

async fn file(world: &World, rest: &str) -> (HeaderMap, Vec<u8>) {
    let answer = world.get(&format!("{}/{rest}", world.letter().await)).await;
    assert_eq!(answer.status, StatusCode::OK, "{rest}: {}", answer.text());
    (answer.headers, answer.body.to_vec())
}

/// Without white space and hyphens, at which lines end.
fn unbroken(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// Every paragraph of a letter's Markdown as its plain words.
fn paragraphs(body: &str) -> Vec<String> {
    let plain = broadside_markup::text(body);
    plain
        .split("\n\n")
        .map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|one| !one.is_empty())
        .collect()
}

/// The campaign in Arabic too, with a letter in it.
fn in_arabic(campaign: &mut Definition) {
    campaign.languages.push("ar".to_owned());
    let english = campaign.texts["en"].clone();
    campaign.texts.insert("ar".to_owned(), english);
    for words in [&mut campaign.group.about, &mut campaign.mail.subject]
        .into_iter()
        .chain(campaign.relations.iter_mut().flat_map(|one| [&mut one.label, &mut one.plural]))
        .chain(campaign.partners.iter_mut().map(|one| &mut one.consent))
        .chain(campaign.pictures.iter_mut().map(|one| &mut one.alt))
    {
        let same = words["en"].clone();
        words.insert("ar".to_owned(), same);
    }
    campaign.letters[0].texts.insert(
        "ar".to_owned(),
        LetterText {
            title: "أصغوا إلى زبائنكم".to_owned(),
            addressee: "الشركة".to_owned(),
            body: "نحن زبائنكم. نكتب عن عقد واحد رقمه 2018.\n\n**أنهوا العقد**\n\n- أولًا\n- ثانيًا\n"
                .to_owned(),
            ..LetterText::default()
        },
    );
}

stories! {
    async fn the_pdf_reads_as_the_letter_and_carries_its_fonts_and_its_tags(world: World) {
        let letter = crate::campaigns::importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap().letters[0].clone();
        for (language, query) in [("en", ""), ("es", "?lang=es")] {
            let (headers, pdf) = file(&world, &format!("letter.pdf{query}")).await;
            assert_eq!(headers[header::CONTENT_TYPE], "application/pdf");
            let text_of_pdf = words(&pdf);
            let text = &letter.texts[language];
            assert!(text_of_pdf.contains(&text.title), "{text_of_pdf}");
            for paragraph in paragraphs(&text.body) {
                assert!(unbroken(&text_of_pdf).contains(&unbroken(&paragraph)), "{language}: {paragraph}\n\n{text_of_pdf}");
            }
            assert!(unbroken(&text_of_pdf).contains("https://letter.example.org/campaigns/dropsalesforce"));
            let read = read(&pdf, true);
            let fonts = tool("pdffonts", &[], &pdf, &[]);
            let rows: Vec<&str> = fonts.lines().skip(2).collect();
            assert!(rows.len() >= 2, "{fonts}");
            for row in rows {
                let [.., embedded, subset, unicode, _, _] = row.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{row}") };
                assert_eq!((embedded, subset, unicode), ("yes", "yes", "yes"), "{fonts}");
            }
            let about = tool("pdfinfo", &[], &pdf, &[]);
            assert!(about.contains("Tagged:          yes") && about.contains(&text.title), "{about}");
            let structure = tool("pdfinfo", &["-struct"], &pdf, &[]);
            let elements: Vec<&str> = structure.lines().filter_map(|line| line.split_whitespace().next()).collect();
            assert!(elements.contains(&"H1") && elements.contains(&"P"), "{structure}");
            assert!(String::from_utf8_lossy(&pdf).contains(&format!("/Lang({language})")), "its language is said");
            let pages: usize = about.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
            assert!(pages >= 2, "{about}");
            assert!(read.contains(&if language == "en" { format!("1 of {pages}") } else { format!("1 de {pages}") }), "pages are numbered");
        }
    }

    async fn arabic_runs_from_right_to_left_with_its_own_faces(world: World) {
        world.change_campaign(in_arabic).await;
        let (_, pdf) = file(&world, "letter.pdf?lang=ar").await;
        // The faces draw a letter and its dots apart, and poppler puts spaces between them: letters are compared.
        let letters: String = words(&pdf).chars().filter(|c| c.is_alphabetic()).collect();
        assert!(letters.contains("أصغواإلىزبائنكم"), "{letters}");
        let fonts = tool("pdffonts", &[], &pdf, &[]);
        assert!(!fonts.contains(" no "), "every face is embedded, as a subset that knows its letters: {fonts}");
        let structure = tool("pdfinfo", &["-struct"], &pdf, &[]);
        assert!(structure.contains("LBody") && structure.contains("H1"), "{structure}");
        let (headers, text) = file(&world, "letter.txt?lang=ar").await;
        assert_eq!(headers[header::CONTENT_TYPE], "text/plain; charset=utf-8");
        assert!(String::from_utf8(text).unwrap().contains("نحن زبائنكم. نكتب عن عقد واحد رقمه 2018."));
    }

    async fn a_file_is_made_once_for_each_wording(world: World) {
        let (first, one) = file(&world, "letter.pdf").await;
        let (again, two) = file(&world, "letter.pdf").await;
        assert_eq!((&first[header::ETAG], &one), (&again[header::ETAG], &two));
        assert!(first[header::CONTENT_DISPOSITION].to_str().unwrap().contains("drop-the-contract.en.pdf"));
        let (_, text) = file(&world, "letter.txt").await;
        assert!(String::from_utf8(text).unwrap().contains("Wording 1, of 10 September 2018"));
        world.change_campaign(|campaign| {
            campaign.letters[0].texts.get_mut("en").unwrap().body += "\nAnd soon.\n";
            campaign.letters[0].texts.get_mut("es").unwrap().body += "\nY pronto.\n";
        }).await;
        let (changed, pdf) = file(&world, "letter.pdf").await;
        assert_ne!(changed[header::ETAG], first[header::ETAG]);
        assert!(words(&pdf).contains("And soon."));
        let (_, text) = file(&world, "letter.txt").await;
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("And soon.") && text.contains("Wording 2"), "{text}");
        assert_eq!(world.get("/campaigns/dropsalesforce/letters/nothing/letter.pdf").await.status, StatusCode::NOT_FOUND);
    }
}
