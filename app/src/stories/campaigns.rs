//! Campaigns as files: imported, imported again, changed, exported.

use super::stories;
use super::world::{CAMPAIGN, World, read};
use crate::campaigns::definition::Status;
use crate::campaigns::files;
use crate::campaigns::importing::{self, Imported};
use crate::clock::SECOND;
use axum::http::StatusCode;

fn corner(name: &str) -> std::path::PathBuf {
    super::checkout().join("e2e/campaigns").join(name)
}

stories! {
    async fn a_second_import_changes_nothing_and_a_changed_file_just_that(world: World) {
        let definition = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        let Imported::Changed { changes, .. } = world.import(definition.clone()).await else { panic!("it was there") };
        assert!(changes.is_empty());
        let mut edited = definition.clone();
        let language = edited.default_language().to_owned();
        edited.texts.get_mut(&language).unwrap().title = "A new headline".to_owned();
        let Imported::Changed { changes, .. } = world.import(edited).await else { panic!("it was there") };
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert_eq!(world.number("select max(version) as n from letter").await, 1, "the letter's words are the same");
        world.pass(SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains("headline"));
    }

    async fn a_letter_whose_words_change_gets_a_version_and_keeps_what_was_signed(world: World) {
        world.sign("Ada Example", "ada@example.org").await;
        world.change_campaign(|campaign| {
            for text in campaign.letters[0].texts.values_mut() {
                text.body.push_str("\n\nOne more thing.\n");
            }
        }).await;
        world.sign("Bo Example", "bo@example.org").await;
        assert_eq!(world.number("select letter_version as n from signature where name = 'Ada Example'").await, 1);
        assert_eq!(world.number("select letter_version as n from signature where name = 'Bo Example'").await, 2);
        assert_eq!(world.count().await, 2);
        assert_eq!(world.number("select count(distinct version) as n from letter_text").await, 2);
    }

    async fn a_letter_that_left_the_files_comes_back_as_it_was(world: World) {
        let stands = "select max(version) as n from letter where slug <> 'renamed'";
        let texts = "select count(*) as n from letter_text";
        let before = world.number(texts).await;
        let reference = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        world.change_campaign(|campaign| campaign.letters[0].slug = "renamed".to_owned()).await;
        let renamed = world.number(texts).await;
        assert_eq!(renamed, before * 2, "a letter of its own");
        world.import(reference).await;
        assert_eq!((world.number(stands).await, world.number(texts).await), (1, renamed), "nobody changed its words");
        assert!(!world.get(CAMPAIGN).await.text().contains("last changed"), "and the page does not say so");
    }

    async fn what_is_exported_imports_to_the_same_campaign(world: World) {
        for name in ["arabic", "long", "bare", "closed"] {
            world.import(read(&corner(name))).await;
        }
        for slug in ["dropsalesforce", read(&corner("arabic")).slug.as_str(), read(&corner("long")).slug.as_str()] {
            let definition = importing::definition(world.db(), slug).await.unwrap().unwrap();
            let folder = world.folder().join(format!("export-{slug}"));
            files::write(&definition, &folder).unwrap();
            assert_eq!(read(&folder), definition);
            let Imported::Changed { changes, .. } = world.import(read(&folder)).await else { panic!("it was there") };
            assert!(changes.is_empty(), "{changes:?}");
        }
    }

    async fn a_draft_is_nowhere_and_a_closed_campaign_is_read_but_not_signed(world: World) {
        world.change_campaign(|campaign| campaign.status = Status::Draft).await;
        assert_eq!(world.get(CAMPAIGN).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.get(&format!("{CAMPAIGN}/count.json")).await.status, StatusCode::NOT_FOUND);
        assert!(!world.get("/").await.text().contains("href=\"/campaigns/dropsalesforce"));
        world.change_campaign(|campaign| campaign.status = Status::Closed).await;
        assert_eq!(world.get(CAMPAIGN).await.status, StatusCode::OK);
        assert_eq!(world.submit(&[("name", "Ada"), ("email", "ada@example.org")]).await.status, StatusCode::CONFLICT);
    }

    async fn a_campaign_of_another_group_is_not_taken_over(world: World) {
        let mut definition = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        definition.group.slug = "somebody-else".to_owned();
        assert!(matches!(world.import(definition).await, Imported::OtherGroup(_)));
    }

    async fn the_smallest_campaign_and_the_largest_are_served(world: World) {
        for name in ["arabic", "long", "bare", "closed"] {
            let definition = read(&corner(name));
            let slug = definition.slug.clone();
            world.import(definition).await;
            world.pass(SECOND);
            let page = world.get(&format!("/campaigns/{slug}")).await;
            assert_eq!(page.status, StatusCode::OK, "{name}");
            if name == "arabic" {
                assert!(page.text().contains("dir=\"rtl\""));
                let nothing = world.get(&format!("/campaigns/{slug}/nope")).await;
                assert_eq!(nothing.status, StatusCode::NOT_FOUND);
                assert!(nothing.text().contains("<html lang=\"ar\" dir=\"rtl\""), "its own language there too");
                let asked = world.get(&format!("/campaigns/{slug}/nope?lang=es")).await;
                assert!(asked.text().contains("<html lang=\"es\""));
                assert!(world.get("/campaigns/nobody/nope").await.text().contains("<html lang=\"en\""));
            }
        }
    }
}
