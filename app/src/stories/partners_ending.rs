//! The end of a partnership, whichever side ends it: what closes, what ends, and what a signer reads of it.

use super::desk::{Clerk, GROUP, link_in, mails};
use super::partners::{agree, by_invitation, own_path, taking_part};
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::clock::{DAY, SECOND};
use crate::mail::store as queue;
use crate::partners::mailing;
use axum::http::StatusCode;

const DESK: &str = "/desk/campaigns/dropsalesforce/partners/greenpeace";
const OPEN: &str = "select count(*) as n from consent where withdrawn_at is null";

/// To whom mails about the end of a partnership went, and their words, the oldest first.
async fn told(world: &World) -> Vec<(String, String)> {
    let newest = queue::newest(&mut world.db().read().await.unwrap(), 1_000).await.unwrap();
    let mut told = Vec::new();
    for listed in newest.iter().rev() {
        if let Some(draft) = mailing::draft_of(&world.app, listed).await.unwrap() {
            told.push((draft.to, draft.written.text));
        }
    }
    told
}

stories! {
    async fn whoever_did_not_end_a_partnership_is_told_by_mail_once(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        Clerk::of(&world, "organiser@example.org", GROUP, Role::Organiser).await;
        Clerk::of(&world, "moderator@example.org", GROUP, Role::Moderator).await;
        taking_part(&world, &owner, "dropsalesforce", "first@example.org").await;
        taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        agree(&world, "Ada Example", &["greenpeace"], "").await;
        let first = world.number("select id as n from partner_seat order by id limit 1").await;
        owner.post(&world, &format!("{DESK}/seats/{first}/removal"), &[]).await;
        world.pass(SECOND);
        owner.post(&world, &format!("{DESK}/end"), &[]).await;
        world.work().await;
        let [(to, words)] = <[_; 1]>::try_from(told(&world).await).expect("who was shut out before hears of nothing");
        assert_eq!(to, "green@example.org");
        assert!(words.contains("ended the partnership with Greenpeace") && words.contains("/partners/greenpeace/privacy"), "{words}");
        world.pass(2 * DAY);
        world.work().await;
        assert_eq!(told(&world).await.len(), 1, "later walks tell nobody again");
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        world.pass(SECOND);
        green.post(&world, &format!("{own}/end"), &[]).await;
        world.work().await;
        let mut newer = told(&world).await.split_off(1);
        newer.sort();
        let to: Vec<&str> = newer.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, ["organiser@example.org", "owner@example.org"]);
        assert!(newer[0].1.contains("Greenpeace ended its partnership") && newer[0].1.contains(DESK), "{}", newer[0].1);
    }

    async fn a_revoked_partners_session_sees_nothing_at_the_next_click(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        owner.post(&world, &format!("{DESK}/invitations"), &[("email", "late@example.org")]).await;
        let late = mails(&world).await;
        let late = link_in(&late.iter().rev().find(|(kind, _)| kind == "desk_partner").unwrap().1);
        assert!(green.get(&world, &own).await.text().contains("Ada Example"));
        let protest = "/campaigns/dropsalesforce/events/outside-dreamforce";
        assert!(world.get(protest).await.text().contains("Greenpeace"), "it hosts");
        world.pass(SECOND);
        let answer = owner.post(&world, &format!("{DESK}/end"), &[]).await;
        assert_eq!(answer.location(), format!("{DESK}?done=ended"));
        assert!(!world.get(protest).await.text().contains("Greenpeace"), "and does so no more");
        for path in [own.clone(), format!("{own}/exports/1")] {
            let answer = green.get(&world, &path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert!(answer.text().contains("This partnership has ended") && !answer.text().contains("Ada Example"));
        }
        for path in ["exports", "key", "acceptance", "end"] {
            let answer = green.post(&world, &format!("{own}/{path}"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!green.get(&world, "/desk").await.text().contains("/desk/partnerships/"));
        assert_eq!(Clerk::nobody().post(&world, &late, &[]).await.status, StatusCode::GONE, "an open invitation is closed too");
        let form = world.get("/campaigns/dropsalesforce").await.text();
        assert!(!form.contains("value=\"greenpeace\""), "the form asks for it no more");
        let links = world.get("/campaigns/dropsalesforce/partners/greenpeace?lang=es").await;
        assert_eq!(links.location(), "/campaigns/dropsalesforce?lang=es", "its posters lead on");
        assert!(world.get("/campaigns/dropsalesforce/partners/greenpeace/privacy").await.text().contains("takes part no more"));
        assert!(!world.get("/campaigns/dropsalesforce/partners/greenpeace/privacy").await.text().contains("is a partner of"));
        let page = world.get(&ada).await.text();
        assert!(page.contains("Its part in the campaign ended") && !page.contains("/consent\""), "at once: {page}");
        assert_eq!(world.number(OPEN).await, 1, "the rows follow step by step");
        world.work().await;
        assert_eq!(world.number(OPEN).await, 0);
        let page = world.get(&ada).await.text();
        assert!(page.contains("Its part in the campaign ended") && !page.contains("You ended this"), "{page}");
        assert_eq!(world.count().await, 1, "the signature stands");
        assert!(owner.get(&world, DESK).await.text().contains("Ended by the group"));
    }

    async fn a_partner_that_comes_back_gets_nobody_who_agreed_before(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        agree(&world, "Ada Example", &["greenpeace"], "").await;
        // Bo has signed on before the end, and confirms after it.
        world.submit(&[("name", "Bo Example"), ("email", "bo@example.org"), ("consent", "greenpeace")]).await;
        let bo = world.mail_to("bo@example.org").await.link();
        world.pass(SECOND);
        let answer = green.post(&world, &format!("{own}/end"), &[]).await;
        assert_eq!(answer.location(), "/desk?done=partnership-over");
        assert!(owner.get(&world, DESK).await.text().contains("Ended by the partner"));
        world.work().await;
        assert!(world.press(&bo, "confirmation").await.text().contains("Its part in the campaign ended"));
        let refused = world.submit(&[("name", "Cy Example"), ("email", "cy@example.org"), ("consent", "greenpeace")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody agrees to what is over");
        world.pass(SECOND);
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        world.pass(SECOND);
        agree(&world, "Di Example", &["greenpeace"], "").await;
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("Di Example"), "{page}");
        assert!(!page.contains("Ada Example") && !page.contains("Bo Example"), "{page}");
        world.pass(32 * DAY);
        world.work().await;
        assert_eq!(world.number(OPEN).await, 1, "also who confirmed late has an end in the rows");
    }

    async fn a_partner_that_leaves_the_files_has_left_the_campaign(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        world.pass(SECOND);
        world
            .change_campaign(|campaign| {
                campaign.partners.clear();
                campaign.events.iter_mut().for_each(|event| event.hosts.clear());
            })
            .await;
        let answer = green.get(&world, &own).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(answer.text().contains("This partnership has ended"), "{}", answer.text());
        assert!(world.get(&ada).await.text().contains("Its part in the campaign ended"));
        world.work().await;
        assert_eq!(world.number(OPEN).await, 0);
    }

    async fn declining_the_terms_ends_it_before_it_began(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        owner.post(&world, &format!("{DESK}/invitations"), &[("email", "green@example.org")]).await;
        let green = by_invitation(&world).await;
        let own = own_path(&world, &green).await;
        let answer = green.post(&world, &format!("{own}/end"), &[]).await;
        assert_eq!(answer.location(), "/desk?done=partnership-over");
        assert_eq!(green.get(&world, &own).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.number("select count(*) as n from partnership where ended_by = 'partner'").await, 1);
        world.work().await;
        let told = told(&world).await;
        assert!(told.len() == 1 && told[0].1.contains("did not accept the terms"), "{told:?}");
    }

    async fn a_signer_reads_who_holds_what_since_when_and_takes_it_back(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        let page = world.get(&ada).await.text();
        assert!(page.contains("Runs the campaign, and has what stands here since"), "{page}");
        assert!(page.contains("Since then it may have your name and your mail address") && page.contains("on the page"));
        assert!(page.contains("It has asked for no file with them.") && page.contains("What") && page.contains("does with data"));
        let key = "age1f74fhh2msjlrqxdwa6sc65t3slhtsy6460fl2wv2rut6zgwkzfuqjuzzqj";
        green.post(&world, &format!("{own}/key"), &[("age_key", key)]).await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        assert!(world.get(&ada).await.text().contains("They are in a file that it asked for on"));
        world.pass(SECOND);
        let answer = world.post(&below(&ada, "consent"), &[("partner", "greenpeace")]).await;
        let page = world.get(&answer.location()).await.text();
        assert!(page.contains("You ended this on") && page.contains("Its next file tells it that this has ended"), "{page}");
        assert!(!green.get(&world, &own).await.text().contains("Ada Example"), "at the next click");
        world.press(&ada, "withdrawal").await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        assert_eq!(world.number("select ended as n from partner_export order by id desc limit 1").await, 1);
    }
}
