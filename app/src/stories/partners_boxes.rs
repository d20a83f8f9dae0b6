//! Partners on the campaign's pages: the box of each, on which page it was ticked, that one is gone, and a partner's own page.

use super::desk::{Clerk, GROUP};
use super::partners::{hidden, taking_part, with_amnesty};
use super::stories;
use super::world::{CAMPAIGN, World};
use crate::accounts::Role;
use crate::clock::SECOND;
use axum::http::StatusCode;

const DESK: &str = "/desk/campaigns/dropsalesforce/partners/greenpeace";

stories! {
    async fn a_consent_records_the_page_on_which_its_box_was_ticked(world: World) {
        with_amnesty(&world).await;
        let letter = world.letter().await;
        for (page, name) in [
            (CAMPAIGN.to_owned(), "Ada Example"),
            (format!("{CAMPAIGN}?lang=es"), "Bo Example"),
            (letter.clone(), "Cy Example"),
            (format!("{CAMPAIGN}/partners/greenpeace"), "Di Example"),
        ] {
            let html = world.get(&page).await.text();
            let said = hidden(&html, "page");
            assert_eq!(said, page, "the form says where it stands");
            let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
            let took = name.len().to_string() + &page.len().to_string() + "77";
            let form = [("name", name), ("email", &email), ("consent", "greenpeace"), ("page", &said), ("filled_in", &took)];
            let language = page.split_once('?').map(|(_, query)| format!("?{query}")).unwrap_or_default();
            let answer = world.post(&format!("{letter}/signatures{language}"), &form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
            let link = world.mail_to(&email).await.link();
            let shown = world.press(&link, "confirmation").await.text();
            assert!(shown.contains(&page.replace('&', "&amp;")), "the private page says it: {shown}");
        }
        for (n, page) in [
            (1, "select count(*) as n from consent where page = '/campaigns/dropsalesforce'"),
            (1, "select count(*) as n from consent where page = '/campaigns/dropsalesforce?lang=es'"),
            (1, "select count(*) as n from consent where page = '/campaigns/dropsalesforce/letters/drop-the-contract'"),
            (1, "select count(*) as n from consent where page = '/campaigns/dropsalesforce/partners/greenpeace'"),
        ] {
            assert_eq!(world.number(page).await, n, "{page}");
        }
        // What is no page of ours is said of nobody: then it is the address that took the form.
        let form = [("name", "Eve Example"), ("email", "eve@example.org"), ("consent", "greenpeace"), ("page", "/campaigns/other")];
        world.submit(&form).await;
        let link = world.mail_to("eve@example.org").await.link();
        world.press(&link, "confirmation").await;
        assert_eq!(world.number("select count(*) as n from consent where page like '%/other%'").await, 0);
        assert_eq!(
            world.number("select count(*) as n from consent where page = '/campaigns/dropsalesforce/letters/drop-the-contract/signatures'").await,
            1
        );
    }

    async fn each_box_stands_with_its_partners_name_and_what_it_does_with_data(world: World) {
        world.change_campaign(|campaign| {
            let one = campaign.partners[0].clone();
            for n in 2..=12 {
                let mut other = one.clone();
                other.slug = format!("partner-{n}");
                other.name = format!("Partner {n}");
                campaign.partners.push(other);
            }
        }).await;
        let page = world.get(CAMPAIGN).await;
        let html = page.text();
        let form = html.split("id=\"consent\"").nth(1).unwrap().split("</fieldset>").next().unwrap();
        assert!(form.contains("<legend>") && form.contains("optional, each for itself"), "{form}");
        assert_eq!(form.matches("type=\"checkbox\"").count(), 12);
        assert_eq!(form.matches("does with data</a>").count(), 12, "{form}");
        assert!(form.contains("<b><bdi>Partner 12</bdi></b>") && !form.contains("checked"), "{form}");
        assert!(page.body.len() < 102_400, "{} bytes", page.body.len());
        // A campaign without partners asks nothing.
        world.change_campaign(|campaign| {
            campaign.partners.clear();
            campaign.events.iter_mut().for_each(|event| event.hosts.clear());
        }).await;
        assert!(!world.get(CAMPAIGN).await.text().contains("id=\"consent\""));
    }

    async fn a_form_from_before_a_partner_left_says_that_it_left(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let seen = hidden(&world.get(CAMPAIGN).await.text(), "seen");
        world.pass(SECOND);
        owner.post(&world, &format!("{DESK}/end"), &[]).await;
        let form = [("name", "Ada Example"), ("email", "ada@example.org"), ("consent", "greenpeace"), ("seen", &seen)];
        let answer = world.submit(&form).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        let page = answer.text();
        assert!(page.contains("an organisation takes part no more"), "{page}");
        assert!(!page.contains("not on the list") && !page.contains("new words"), "{page}");
        let again = hidden(&page, "seen");
        let answer = world.submit(&[("name", "Ada Example"), ("email", "ada@example.org"), ("seen", &again)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    async fn a_partners_page_is_the_campaign_under_its_look_and_brings_its_source(world: World) {
        world
            .change_campaign(|campaign| {
                campaign.partners[0].signal = Some("#1d6b3a".to_owned());
                campaign.partners[0].logo = Some("bus.svg".to_owned());
            })
            .await;
        let own = world.get("/campaigns/dropsalesforce").await.text();
        assert!(own.contains("--signal-day:#c8201a") && !own.contains("Shown with"));
        let page = world.get("/campaigns/dropsalesforce/partners/greenpeace").await;
        assert_eq!(page.status, StatusCode::OK);
        let page = page.text();
        assert!(page.contains("--signal-day:#1d6b3a") && page.contains("Shown with"), "its colour and name");
        assert!(page.contains("Run by") && page.contains("/pictures/bus.svg"), "and who runs it stays said");
        assert!(page.contains("name=\"source\" value=\"partner-greenpeace\""));
        assert!(!page.contains("value=\"greenpeace\" checked"), "its box is unticked there too");
        assert!(page.contains("<link rel=\"canonical\" href=\"https://letter.example.org/campaigns/dropsalesforce\""));
        let part = world.get("/campaigns/dropsalesforce/partners/greenpeace?source=partner-greenpeace.mail").await.text();
        assert!(part.contains("name=\"source\" value=\"partner-greenpeace.mail\""));
        let other = world.get("/campaigns/dropsalesforce/partners/greenpeace?source=poster").await.text();
        assert!(other.contains("name=\"source\" value=\"partner-greenpeace\""));
        let wrong = world.submit(&[("name", ""), ("email", "a@example.org"), ("source", "partner-greenpeace")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("--signal-day:#1d6b3a"), "the look stays where something is to be mended");
        assert_eq!(world.get("/campaigns/dropsalesforce/partners/nobody").await.status, StatusCode::NOT_FOUND);
    }
}
