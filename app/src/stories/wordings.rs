//! A letter whose words are changed after people signed: every wording, what differs, and who stands under which.

use super::stories;
use super::world::World;
use crate::campaigns::definition::Definition;
use axum::http::StatusCode;

const CAMPAIGN: &str = "/campaigns/dropsalesforce";

/// Other words for the letter, and why.
pub fn reworded(words: &'static str, reason: &'static str) -> impl Fn(&mut Definition) {
    move |campaign| {
        for text in campaign.letters[0].texts.values_mut() {
            text.body.push_str(words);
            reason.clone_into(&mut text.reason);
        }
    }
}

stories! {
    async fn every_wording_stands_with_its_reason_what_differs_and_how_many_signed_it(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        let all = format!("{}/wordings", world.letter().await);
        let first = world.get(&all).await.text();
        assert!(first.contains("Wording 1") && first.contains("1 signature.") && !first.contains("What differs"), "{first}");
        assert!(!world.get(CAMPAIGN).await.text().contains("was last changed"));
        world.change_campaign(reworded("\n\nAnd answer us & everybody.", "The company <asked> for a date.")).await;
        world.pass(2_000_000);
        world.sign("Grace Example", "grace@example.org").await;
        let page = world.get(&all).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        assert!(text.contains("Why it was changed: <bdi>The company &#60;asked&#62; for a date.</bdi>") || text.contains("Why it was changed: <bdi>The company &lt;asked&gt; for a date.</bdi>"), "{text}");
        assert!(text.contains("<ins>") && text.contains("And answer us &#38; everybody.</ins>") && !text.contains("<del>"), "{text}");
        assert_eq!(text.matches("1 signature.").count(), 2);
        assert!(text.find("Wording 2") < text.find("Wording 1"), "the newest first");
        let sheet = world.get(CAMPAIGN).await.text();
        assert!(sheet.contains("1 signature stands under an earlier one") && sheet.contains(&all), "{sheet}");
        let roll = sheet.split("class=\"roll\"").nth(1).unwrap().split("</ul>").next().unwrap().to_owned();
        let of = |name: &str| roll.split("<li>").find(|line| line.contains(name)).unwrap().to_owned();
        assert!(of("Ada").contains("wording 1") && !of("Grace").contains("wording"), "{roll}");
        let json = world.get(&format!("{CAMPAIGN}/count.json")).await.text();
        assert!(json.contains("\"wordings\":{\"letter\":{\"1\":1,\"2\":1}}") || json.contains("\"1\":1,\"2\":1"), "{json}");
        assert_eq!(world.get(&format!("{CAMPAIGN}/letters/none/wordings")).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_reason_counts_for_the_change_that_it_came_with(world: World) {
        let all = format!("{}/wordings", world.letter().await);
        world.change_campaign(reworded("\n\nOne.", "For clarity.")).await;
        world.change_campaign(reworded("\n\nTwo.", "For clarity.")).await;
        let text = world.get(&all).await.text();
        assert_eq!((text.matches("For clarity.").count(), text.matches("Nobody said why").count()), (1, 1), "{text}");
        // Another change of the campaign does not bring it back.
        world.change_campaign(|campaign| campaign.signal = "#0a7d33".to_owned()).await;
        world.pass(2_000_000);
        assert_eq!(world.get(&all).await.text().matches("For clarity.").count(), 1);
        assert_eq!(world.number("select version as n from letter").await, 3, "the words are the same");
    }

    async fn a_translation_is_of_the_version_that_it_translates(world: World) {
        let spanish = |campaign: &mut Definition| campaign.letters[0].texts.get("es").cloned();
        let text = std::sync::Mutex::new(None);
        world.change_campaign(|campaign| {
            *text.lock().unwrap() = spanish(campaign);
            campaign.languages.retain(|one| one != "es");
            campaign.texts.remove("es");
            campaign.letters[0].texts.remove("es");
        }).await;
        let before = world.number("select max(version) as n from letter").await;
        let kept = text.lock().unwrap().clone();
        let Some(kept) = kept else { return };
        world.change_campaign(|campaign| {
            campaign.letters[0].texts.insert("es".to_owned(), kept.clone());
        }).await;
        assert_eq!(world.number("select max(version) as n from letter").await, before);
    }
}
