//! The page for the press: its numbers, the record, the timeline, pictures, contact, and its embargo.

use super::stories;
use super::world::{CAMPAIGN, World};
use crate::campaigns::definition::{ByLanguage, Press, Source, Statement, StatementKind};
use crate::clock::{DAY, SECOND};
use axum::http::{StatusCode, header};

pub const PRESS: &str = "/campaigns/dropsalesforce/press";

/// The press page a second later, when what stood in memory is looked at again.
pub async fn press(world: &World) -> String {
    world.pass(SECOND);
    let page = world.get(PRESS).await;
    assert_eq!(page.status, StatusCode::OK);
    page.text()
}

fn said(words: &str) -> ByLanguage {
    ByLanguage::from([("en".to_owned(), words.to_owned()), ("es".to_owned(), format!("{words} (es)"))])
}

pub fn statement(slug: &str, kind: StatementKind, on: &str) -> Statement {
    Statement {
        slug: slug.to_owned(),
        kind,
        whom: said("Example Company"),
        on: on.to_owned(),
        words: said(&format!("Words of {slug}.")),
        ..Statement::default()
    }
}

/// The lines of the timeline, without their markup.
pub fn timeline(page: &str) -> Vec<String> {
    let list =
        page.split("<ol class=\"timeline\">").nth(1).expect("a timeline").split("</ol>").next().unwrap();
    let plain = |item: &str| {
        let mut text = String::new();
        let mut inside = false;
        for c in item.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => text.push(c),
                _ => {}
            }
        }
        text.trim().to_owned()
    };
    list.split("<li>").skip(1).map(plain).collect()
}

stories! {
    async fn the_press_reads_the_reference_campaign_without_signing_in(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        let page = world.get(PRESS).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.headers.contains_key(header::SET_COOKIE));
        let text = press(&world).await;
        for told in [
            // Numbers, from when, and what they are worth.
            "1 signature", "as of <bdi>10 September 2018 at 09:00", "How they are verified", "count.json", "Nobody typed the numbers of signatures", "the levels of goals are theirs",
            // The letter to take away.
            "/letters/drop-the-contract/letter.pdf\"", "/letters/drop-the-contract/letter.txt?lang=es\"",
            "Greenpeace", "New York State Nurses Association",
            // The record: asked and no reply, what was said earlier, the cases of both sides.
            "Salesforce</bdi> was asked", "by a trade paper", "No reply so far.",
            "Marc Benioff, CEO of Salesforce</bdi> said publicly", "on separating families",
            "human-resources office of US Customs and Border Protection", "must adopt new technology",
            "public-sector business", "large opportunity", "A news report about this campaign",
            // Pictures with credit and what they show, and whom to ask.
            "By <bdi>Broadside</bdi>", "Licence: <bdi>CC0 1.0</bdi>", "a city bus at night", "download=\"bus.svg\"",
            "mailto:press@example.org", "Drop Salesforce, press",
        ] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert!(!text.contains("Ada Example"), "names are the letter’s");
        let public = world.get(CAMPAIGN).await.text();
        assert!(public.contains("href=\"/campaigns/dropsalesforce/press\""), "the campaign’s page leads here");
        let spanish = world.get(&format!("{PRESS}?lang=es")).await.text();
        assert!(spanish.contains("Sin respuesta hasta ahora.") && spanish.contains("por una publicación del sector"));
        assert!(!spanish.contains("trade paper"), "no English on a Spanish page");
    }

    async fn the_page_comes_from_memory_and_is_not_sent_to_whoever_has_it(world: World) {
        let first = world.get(PRESS).await;
        let etag = first.headers[header::ETAG].clone();
        let again = axum::http::Request::get(PRESS).header(header::IF_NONE_MATCH, etag).body(axum::body::Body::empty()).unwrap();
        assert_eq!(world.request(again).await.status, StatusCode::NOT_MODIFIED);
        // Whatever happens to the tables meanwhile, within its second it stands.
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("insert into statement (group_id, campaign_id, kind, whom, on_day, how, words, language, source_name, \
                source_url, answers, asked_words, speaker, created_at, changed_at) select group_id, id, 'said', 'Somebody', '2018', '', \
                'Unseen.', 'en', 'x', '', '', '', '', 1, 1 from campaign").run(c).await
        })).await.unwrap();
        assert!(!world.get(PRESS).await.text().contains("Unseen."));
        assert!(press(&world).await.contains("Unseen."), "and a second later it is read anew");
        assert_eq!(world.head(PRESS).await.status, StatusCode::OK);
        assert_eq!(world.get("/campaigns/nothing-here/press").await.status, StatusCode::NOT_FOUND);
    }

    async fn days_without_a_reply_are_counted_by_the_clock_in_the_campaigns_zone(world: World) {
        world.change_campaign(|campaign| {
            campaign.statements = vec![
                statement("dated", StatementKind::Asked, "2018-09-01"),
                statement("answered", StatementKind::Asked, "2018-09-02"),
                Statement { answers: Some("answered".to_owned()), ..statement("reply", StatementKind::Replied, "2018-09-05") },
            ];
        }).await;
        let page = press(&world).await;
        assert!(page.contains("No reply for 9 days."), "{page}");
        assert_eq!(page.matches("No reply").count(), 1, "who has replied is not said to be silent");
        assert!(page.find("Words of answered.").unwrap() < page.find("Words of reply.").unwrap());
        // 23:30 in San Francisco is the next day in London.
        world.pass(DAY + 14 * 3_600 * SECOND + 1_800 * SECOND);
        assert!(press(&world).await.contains("10 days."), "still the eleventh where the campaign is");
        world.pass(3_600 * SECOND);
        assert!(press(&world).await.contains("11 days."));
        let es = world.get(&format!("{PRESS}?lang=es")).await.text();
        assert!(es.contains("11 días sin respuesta.") && es.contains("Words of reply. (es)"));
    }

    async fn while_an_embargo_lasts_the_page_says_when_it_opens_and_whom_to_ask(world: World) {
        world.change_campaign(|campaign| {
            campaign.press.embargo_until = Some("2018-09-12 09:00 Europe/London".to_owned());
            let mut second = campaign.pictures[0].clone();
            second.file = "second.svg".to_owned();
            campaign.pictures.push(second);
        }).await;
        let page = press(&world).await;
        for told in ["This page opens on", "12 September 2018 at 09:00", "BST", "mailto:press@example.org"] {
            assert!(page.contains(told), "{told}: {page}");
        }
        for hidden in ["signature", "trade paper", "Greenpeace", "letter.pdf", "bus.svg", "Timeline", "separating"] {
            assert!(!page.contains(hidden), "{hidden} is not out yet: {page}");
        }
        for file in ["letter.pdf", "letter.txt?lang=es"] {
            let answer = world.get(&format!("{}/{file}", world.letter().await)).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{file}");
            assert!(answer.location().starts_with(PRESS));
        }
        assert_eq!(world.get(&format!("{CAMPAIGN}/pictures/second.svg")).await.status, StatusCode::NOT_FOUND);
        // The campaign's page and its letter are out, and what stands on them.
        for file in ["bus.svg", "greenpeace.svg"] {
            assert_eq!(world.get(&format!("{CAMPAIGN}/pictures/{file}")).await.status, StatusCode::OK, "{file}");
        }
        assert!(world.get(CAMPAIGN).await.text().contains("Hear us."));
        // 08:00 UTC is nine in London, in summer.
        world.pass(DAY + 16 * 3_600 * SECOND - 3 * SECOND);
        assert!(world.get(PRESS).await.text().contains("This page opens on"));
        world.pass(SECOND);
        let open = press(&world).await;
        assert!(open.contains("trade paper") && !open.contains("This page opens on"));
        assert!(open.contains("This page was opened to the press.") && open.contains("second.svg"));
        assert_eq!(world.get(&format!("{}/letter.pdf", world.letter().await)).await.status, StatusCode::OK);
        assert_eq!(world.get(&format!("{CAMPAIGN}/pictures/second.svg")).await.status, StatusCode::OK);
    }

    async fn the_timeline_is_made_from_facts_and_from_nothing_else(world: World) {
        for nth in 0..9 {
            world.sign(&format!("Robin {nth}"), &format!("robin-{nth}@example.org")).await;
        }
        assert!(!press(&world).await.contains("people had confirmed"), "nine are not ten");
        world.pass(DAY);
        let last = world.sign("Tenth", "tenth@example.org").await;
        world.pass(3_600 * SECOND);
        world.change_campaign(|campaign| {
            campaign.letters[0].texts.get_mut("en").unwrap().body += "\nPlease.\n";
            campaign.letters[0].texts.get_mut("es").unwrap().body += "\nPor favor.\n";
        }).await;
        let lines = timeline(&press(&world).await);
        let place = |words: &str| lines.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {lines:#?}"));
        let order = [
            place("Marc Benioff, CEO of Salesforce said publicly"),
            place("Salesforce was asked"),
            place("was published."),
            place("By then 10 people had confirmed"),
            place("wording 2"),
        ];
        assert!(order.is_sorted(), "{order:?} {lines:#?}");
        assert!(lines[order[3]].contains("11 September 2018"), "{lines:#?}");
        // Ten had confirmed, whoever withdraws later; the count itself says nine.
        world.press(&last, "withdrawal").await;
        let page = press(&world).await;
        assert!(page.contains("9 signatures"), "{page}");
        assert_eq!(timeline(&page).len(), lines.len() - 1, "a milestone that the count is below is not told");
    }

    async fn nothing_of_the_press_page_needs_its_table_in_the_files(world: World) {
        world.change_campaign(|campaign| {
            campaign.press = Press::default();
            campaign.statements.clear();
            campaign.pictures.clear();
        }).await;
        let page = press(&world).await;
        assert!(page.contains("dropsalesforce@example.org") && page.contains("Fight for the Future"), "the group’s own contact stands in");
        assert!(!page.contains("The record") && !page.contains("Pictures"));
        world.change_campaign(|campaign| campaign.status = crate::campaigns::definition::Status::Draft).await;
        assert_eq!(world.get(PRESS).await.status, StatusCode::NOT_FOUND, "nor is a draft’s there");
    }

    async fn what_was_said_stands_in_the_language_it_was_said_in(world: World) {
        world.change_campaign(|campaign| {
            campaign.statements = vec![Statement {
                original: Some("es".to_owned()),
                source: Some(Source { name: said("The Paper"), url: Some("https://paper.example.org/1".to_owned()) }),
                ..statement("quote", StatementKind::Said, "2018-02")
            }];
        }).await;
        let page = press(&world).await;
        assert!(page.contains("<blockquote class=\"said\" dir=\"auto\" lang=\"es\">Words of quote. (es)"), "{page}");
        assert!(page.contains("In translation:") && page.contains("href=\"https://paper.example.org/1\""));
        let spanish = world.get(&format!("{PRESS}?lang=es")).await.text();
        assert!(!spanish.contains("Traducido:"));
    }
}
