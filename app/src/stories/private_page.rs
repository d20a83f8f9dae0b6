//! The signer's private page: mending, hiding, withdrawing, and the public page that follows at once.

use super::stories;
use super::world::{CAMPAIGN, Read, World, below};
use crate::clock::SECOND;
use axum::http::StatusCode;

stories! {
    async fn a_corrected_name_stands_on_the_page_at_once(world: World) {
        let link = world.sign("Ada Exmaple", "ada@example.org").await;
        world.pass(SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Exmaple"));
        let answer = world.post(&below(&link, "name"), &[("name", " Ada Example ")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let page = world.get(CAMPAIGN).await.text();
        assert!(page.contains("Ada Example") && !page.contains("Exmaple"), "at once, without waiting");
        assert_eq!(world.number("select count(*) as n from log_entry where kind = 'amended'").await, 1);
        assert_eq!(world.count().await, 1);
    }

    async fn a_name_that_is_none_is_refused_and_kept_as_typed(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        let answer = world.post(&below(&link, "name"), &[("name", "visit www.example.org")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("value=\"visit www.example.org\""));
        world.pass(SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
    }

    async fn a_name_is_hidden_and_shown_and_the_count_stays(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        world.pass(SECOND);
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
        world.post(&below(&link, "visibility"), &[]).await;
        assert!(!world.get(CAMPAIGN).await.text().contains("Ada Example"));
        assert_eq!(world.count().await, 1);
        world.post(&below(&link, "visibility"), &[("public", "1")]).await;
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
    }

    async fn a_withdrawn_signature_leaves_page_and_count_at_once_and_may_come_back(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        assert_eq!(world.count().await, 1);
        assert!(world.get(CAMPAIGN).await.text().contains("Ada Example"));
        let page = world.press(&link, "withdrawal").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!world.get(CAMPAIGN).await.text().contains("Ada Example"), "at once");
        assert_eq!(world.count().await, 0);
        world.press(&link, "withdrawal").await;
        world.press(&link, "confirmation").await;
        assert_eq!(world.count().await, 0, "a withdrawn signature is not confirmed by its old link");
        assert_eq!(world.number("select count(*) as n from log_entry where kind = 'withdrawn'").await, 1);
        world.sign("Ada Example", "ada@example.org").await;
        assert_eq!(world.count().await, 1);
    }

    async fn the_second_mail_of_one_mailbox_leads_to_the_signature_that_stands(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        world.sign_on("Ada Example", "ada@example.org").await;
        let links: Vec<String> = world.mails().await.iter().map(Read::link).collect();
        world.press(&links[0], "confirmation").await;
        let page = world.press(&links[1], "confirmation").await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(world.count().await, 1);
        assert!(page.text().contains("/withdrawal"));
        world.press(&links[1], "withdrawal").await;
        assert_eq!(world.count().await, 0, "whoever reads the mailbox may take it back");
    }

    async fn a_private_page_is_kept_by_nobody_and_tells_nobody_where_it_was(world: World) {
        let link = world.sign("Ada Example", "ada@example.org").await;
        let page = world.get(&link).await;
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
        assert!(page.headers.get("set-cookie").is_none());
        assert!(page.text().contains("noindex"));
        assert!(page.text().contains("/withdrawal"));
        world.sign_on("Bo Example", "bo@example.org").await;
        let waiting = world.get(&world.mail_to("bo@example.org").await.link()).await;
        assert_eq!(waiting.headers["cache-control"], "no-store");
        for form in ["/confirmation", "/withdrawal"] {
            assert!(waiting.text().contains(form), "the contract's form {form}");
        }
    }

    async fn a_consent_is_ended_with_a_button_and_the_page_says_so_at_once(world: World) {
        world.submit(&[("name", "Ada Example"), ("email", "ada@example.org"), ("consent", "greenpeace")]).await;
        let link = world.mail_to("ada@example.org").await.link();
        let waiting = world.get(&link).await.text();
        assert!(!waiting.contains("/consent"), "what is not given yet is not ended");
        let signed = world.press(&link, "confirmation").await.text();
        assert!(signed.contains(&format!("action=\"{}\"", below(&link, "consent"))) && signed.contains("value=\"greenpeace\""));
        let back = world.get(&below(&link, "consent")).await;
        assert_eq!((back.status, back.location()), (StatusCode::SEE_OTHER, link.clone()), "a GET ends nothing");
        let end = async |partner: &str| world.post(&below(&link, "consent"), &[("partner", partner)]).await;
        assert_eq!(end("nobody").await.location(), link, "nothing was given to them");
        let held = "select count(*) as n from consent where withdrawn_at is null";
        assert_eq!(world.number(held).await, 1);
        let answer = end("greenpeace").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let page = world.get(&answer.location()).await.text();
        assert!(page.contains("You ended this on") && page.contains("role=\"status\""), "{page}");
        assert!(page.contains("Pass my name and address on to Greenpeace"), "what was agreed to stays to be read");
        assert!(!page.contains("/consent"), "there is nothing left to end");
        let at = world.app.clock.now();
        assert_eq!(world.number("select withdrawn_at as n from consent").await, at);
        world.pass(SECOND);
        assert_eq!(end("greenpeace").await.location(), link);
        assert_eq!(world.number("select withdrawn_at as n from consent").await, at, "the first time stands");
        assert_eq!(world.count().await, 1, "the signature stands");
        let again = world.submit(&[("name", "ada example"), ("email", "ada@example.org"), ("consent", "greenpeace")]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        world.work().await;
        assert_eq!(world.number(held).await, 0, "a repeat that nobody confirms gives nothing back");
    }

    async fn a_consent_can_be_ended_while_a_signature_is_held_or_struck(world: World) {
        world.submit(&[("name", "Ada Example"), ("email", "ada@example.org"), ("consent", "greenpeace")]).await;
        let link = world.mail_to("ada@example.org").await.link();
        world.press(&link, "confirmation").await;
        for state in ["held", "invalidated"] {
            let sql = format!("update signature set state = '{state}'");
            world
                .db()
                .write(broadside_db::Lane::Ordinary, move |c| {
                    let sql = sql.clone();
                    Box::pin(async move { broadside_db::query_composed(sql).run(c).await })
                })
                .await
                .unwrap();
            assert!(world.get(&link).await.text().contains("/consent"), "{state}");
        }
        let answer = world.post(&below(&link, "consent"), &[("partner", "greenpeace")]).await;
        assert!(world.get(&answer.location()).await.text().contains("You ended this on"));
    }
}
