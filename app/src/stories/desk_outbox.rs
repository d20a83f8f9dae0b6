//! The outbox at the desk: what became of mails, and what organisers do with those that came to nothing.

use super::desk::{Clerk, GROUP};
use super::desk_lists::names;
use super::desk_rules::another_group;
use super::mails::{Server, state_of_mails};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::config::Settings;
use axum::http::StatusCode;

const OUTBOX: &str = "/desk/campaigns/dropsalesforce/mails";

/// The numbers of the rows that can be ticked.
fn rows(page: &str) -> Vec<String> {
    page.split("name=\"row\" value=\"").skip(1).map(|one| one.split('"').next().unwrap().to_owned()).collect()
}

pub async fn with_server(world: World, mode: &str) -> (World, Server) {
    let server = Server::start(mode, &world.folder().join(mode));
    let url = server.url.clone();
    let world = world.restarted(|settings| Settings { smtp_url: Some(url.clone()), ..settings }).await;
    (world, server)
}

stories! {
    async fn a_mail_that_bounced_is_seen_with_its_answer_and_tried_again_or_dropped(world: World) {
        let (world, _refusing) = with_server(world, "refuse-some").await;
        world.sign_on("Nobody", "refused@example.org").await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Organiser).await;
        let page = clerk.get(&world, &format!("{OUTBOX}?state=bounced")).await.text();
        assert!(page.contains("550") && !page.contains("refused@example.org"), "{page}");
        let bounced = rows(&page);
        assert_eq!(bounced.len(), 1);
        assert_eq!(rows(&clerk.get(&world, OUTBOX).await.text()).len(), 2);
        let found = clerk.get(&world, &format!("{OUTBOX}?q=refused%40example.org")).await.text();
        assert_eq!(rows(&found), bounced, "by the whole address");
        let glance = clerk.get(&world, "/desk/campaigns/dropsalesforce").await.text();
        assert!(glance.contains(&format!("href=\"{OUTBOX}\"")), "{glance}");

        let (world, accepting) = with_server(world, "accept").await;
        let answer = clerk.post(&world, &format!("{OUTBOX}/attempts"), &[("row", &bounced[0])]).await;
        assert_eq!(answer.location(), format!("{OUTBOX}?done=tried-1"));
        assert!(clerk.get(&world, &answer.location()).await.text().contains("One mail is tried again now"));
        world.work().await;
        assert_eq!(accepting.received().len(), 1);
        assert_eq!((state_of_mails(&world, "bounced").await, state_of_mails(&world, "sent").await), (0, 2));
        let again = clerk.post(&world, &format!("{OUTBOX}/attempts"), &[("row", &bounced[0])]).await;
        assert_eq!(again.location(), format!("{OUTBOX}?done=tried-0"), "what was sent is left alone");
        world.work().await;
        assert_eq!(accepting.received().len(), 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'mail-tried-again'").await, 1);
        assert_eq!(names(&clerk.get(&world, &format!("{OUTBOX}?state=sent")).await.text()).len(), 2);
    }

    async fn a_dropped_mail_never_goes_out(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        world.sign_on("Grace Example", "grace@example.org").await;
        world.work().await;
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Owner).await;
        let waiting = rows(&clerk.get(&world, &format!("{OUTBOX}?q=ada%40example.org")).await.text());
        another_group(&world).await;
        let stranger = Clerk::of(&world, "stranger@example.org", "another-group", Role::Owner).await;
        let elsewhere = "/desk/campaigns/another-campaign/mails/drops";
        assert!(stranger.post(&world, elsewhere, &[("row", &waiting[0])]).await.location().ends_with("dropped-0"));
        assert_eq!(state_of_mails(&world, "dropped").await, 0, "another campaign’s mail");
        let viewer = Clerk::of(&world, "viewer@example.org", GROUP, Role::Viewer).await;
        assert!(rows(&viewer.get(&world, OUTBOX).await.text()).is_empty());
        let refused = viewer.post(&world, &format!("{OUTBOX}/drops"), &[("row", &waiting[0])]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let answer = clerk.post(&world, &format!("{OUTBOX}/drops"), &[("row", &waiting[0]), ("row", "nonsense")]).await;
        assert!(answer.location().ends_with("dropped-1"));
        let (world, server) = with_server(world, "accept").await;
        world.work().await;
        let received = server.received();
        assert!(received.len() == 1 && received[0].contains("grace@example.org"), "{received:?}");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'mail-dropped'").await, 1);
    }
}
