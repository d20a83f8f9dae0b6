//! What a partnership holds to: what was accepted, who sits there, and what is told of it once it is over.

use super::desk::{Clerk, GROUP, link_in, mails};
use super::partners::{agree, by_invitation, hidden, own_path, taking_part};
use super::stories;
use super::world::{CAMPAIGN, World, below, read};
use crate::accounts::Role;
use crate::clock::SECOND;
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode, header};
use broadside_db::{Lane, query};
use http_body_util::BodyExt;
use std::net::SocketAddr;

const DESK: &str = "/desk/campaigns/dropsalesforce/partners/greenpeace";
const KEY: &str = "age1f74fhh2msjlrqxdwa6sc65t3slhtsy6460fl2wv2rut6zgwkzfuqjuzzqj";
const OTHER_KEY: &str = "age179x3827k4vzkkj37y47fl57fqv8p4jrwcds4zp3rlhu3xadca9kq2ug7cl";
const OPEN: &str = "select count(*) as n from consent where withdrawn_at is null";

/// Takes Greenpeace out of the files.
async fn without_greenpeace(world: &World) {
    world
        .change_campaign(|campaign| {
            campaign.partners.clear();
            campaign.events.iter_mut().for_each(|event| event.hosts.clear());
        })
        .await;
}

/// Saves the partner's words at the desk with some fields changed.
async fn saved(world: &World, owner: &Clerk, changed: &[(&str, &str)]) -> super::world::Answer {
    let form = owner.get(world, &format!("{DESK}/words")).await.text();
    let version = hidden(&form, "version");
    let campaign =
        crate::campaigns::importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
    let partner = &campaign.partners[0];
    let mut fields: std::collections::BTreeMap<&str, &str> = [
        ("version", version.as_str()),
        ("name", &partner.name),
        ("website", &partner.website),
        ("privacy", &partner.privacy),
        ("consent.en", &partner.consent["en"]),
        ("consent.es", &partner.consent["es"]),
    ]
    .into_iter()
    .collect();
    fields.extend(changed.iter().copied());
    let fields: Vec<(&str, &str)> = fields.into_iter().collect();
    owner.post(world, &format!("{DESK}/words"), &fields).await
}

/// Many who agreed, as rows of the database alone.
async fn many(world: &World) {
    agree(world, "Ada Example", &["greenpeace"], "").await;
    for _ in 0..13 {
        let twice = "insert into consent (group_id, campaign_id, person_id, signature_id, partner, language, \
            words_version, page, source, given_at) select group_id, campaign_id, person_id, signature_id, partner, \
            language, words_version, page, source, given_at from consent";
        world.db().write(Lane::Ordinary, move |c| Box::pin(query(twice).run(c))).await.unwrap();
    }
}

/// A download that was begun: what came at once, and the rest once it is asked for.
async fn begun(world: &World, clerk: &Clerk, own: &str, number: usize) -> axum::response::Response {
    clerk.post(world, &format!("{own}/key"), &[("age_key", KEY)]).await;
    clerk.post(world, &format!("{own}/exports"), &[("whole", "1")]).await;
    world.work().await;
    let request = Request::get(format!("{own}/exports/{number}"))
        .header(header::HOST, "letter.example.org")
        .header(header::COOKIE, &clerk.cookie)
        .body(Body::empty())
        .unwrap();
    let answer = world.front.answer(request, SocketAddr::from(([198, 51, 100, 7], 4711))).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    answer.map(Body::new)
}

/// How many bytes came, and whether it came to its end.
async fn rest(mut body: Body) -> (usize, bool) {
    let mut bytes = 0;
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => bytes += frame.data_ref().map_or(0, Bytes::len),
            Err(_) => return (bytes, false),
        }
    }
    (bytes, true)
}

stories! {
    async fn a_running_download_is_cut_off_when_the_partnership_or_the_seat_ends(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let (second, same) = taking_part(&world, &owner, "dropsalesforce", "second@example.org").await;
        assert_eq!(own, same);
        many(&world).await;
        let (whole, is_whole) = rest(begun(&world, &green, &own, 1).await.into_body()).await;
        assert!(is_whole && whole > 1_000_000, "{whole}");
        // One person is shut out, the other not.
        let mut body = begun(&world, &second, &own, 2).await.into_body();
        body.frame().await.unwrap().unwrap();
        let seats = owner.get(&world, DESK).await.text();
        let row = seats.split("<li>").find(|row| row.contains("second@example.org")).unwrap();
        let removal = row.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(owner.post(&world, removal, &[]).await.location(), format!("{DESK}?done=removed"));
        let (came, is_whole) = rest(body).await;
        assert!(!is_whole && came < whole / 2, "{came} of {whole}");
        let end = format!("{own}/end");
        assert_eq!(second.get(&world, &end).await.status, StatusCode::NOT_FOUND);
        assert_eq!(green.get(&world, &end).await.status, StatusCode::OK);
        // Then the partnership ends.
        let mut body = begun(&world, &green, &own, 3).await.into_body();
        body.frame().await.unwrap().unwrap();
        owner.post(&world, &format!("{DESK}/end"), &[]).await;
        let (came, is_whole) = rest(body).await;
        assert!(!is_whole && came < whole / 2, "{came} of {whole}");
    }

    async fn a_partner_that_was_never_invited_leaves_with_what_was_agreed_to(world: World) {
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        world.pass(SECOND);
        without_greenpeace(&world).await;
        let page = world.get(&ada).await.text();
        assert!(page.contains("<dt><bdi>Greenpeace</bdi></dt>"), "by its name: {page}");
        assert!(page.contains("Its part in the campaign ended") && !page.contains("/consent\""), "{page}");
        world.work().await;
        assert_eq!(world.number(OPEN).await, 0);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'partner-ended'").await, 1);
        // It comes back, is invited, and gets nobody from before.
        world.pass(SECOND);
        world.change_campaign(|campaign| {
            campaign.partners = read(&crate::stories::checkout().join("campaigns/dropsalesforce")).partners;
        }).await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        world.pass(SECOND);
        agree(&world, "Bo Example", &["greenpeace"], "").await;
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("Bo Example") && !page.contains("Ada Example"), "{page}");
    }

    async fn a_partner_that_left_the_files_keeps_its_name_its_words_and_its_history(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        world.change_campaign(|campaign| {
            let words = &mut campaign.partners[0].privacy_text;
            words.insert("en".to_owned(), "We keep addresses for a year.".to_owned());
            words.insert("es".to_owned(), "Guardamos las direcciones un año.".to_owned());
        }).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        owner.post(&world, &format!("{DESK}/invitations"), &[("email", "late@example.org")]).await;
        let late = mails(&world).await;
        let late = link_in(&late.iter().rev().find(|(kind, _)| kind == "desk_partner").unwrap().1);
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        green.post(&world, &format!("{own}/key"), &[("age_key", KEY)]).await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        without_greenpeace(&world).await;
        let page = world.get(&ada).await.text();
        assert!(page.contains("<dt><bdi>Greenpeace</bdi></dt>") && page.contains("They are in a file"), "{page}");
        assert!(page.contains("/campaigns/dropsalesforce/partners/greenpeace/privacy"), "{page}");
        let privacy = world.get(&format!("{CAMPAIGN}/partners/greenpeace/privacy")).await;
        assert_eq!(privacy.status, StatusCode::OK);
        let privacy = privacy.text();
        assert!(privacy.contains("We keep addresses for a year.") && privacy.contains("takes part no more since"), "{privacy}");
        assert!(!privacy.contains("ends it with a button"), "there is none any more");
        let list = owner.get(&world, "/desk/campaigns/dropsalesforce/partners").await.text();
        assert!(list.contains("Greenpeace") && list.contains("Ended by the group"), "{list}");
        let desk = owner.get(&world, DESK).await.text();
        assert!(desk.contains("every consent to") && desk.contains("Accepted on") && desk.contains("Asked for"), "{desk}");
        assert!(!desk.contains("/invitations"), "nobody is invited for what is not there");
        assert_eq!(owner.post(&world, &format!("{DESK}/invitations"), &[("email", "a@example.org")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.number("select count(*) as n from partner_seat where ended_at is null").await, 0);
        assert_eq!(Clerk::nobody().post(&world, &late, &[]).await.status, StatusCode::GONE);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'partner-ended'").await, 1);
        assert_eq!(world.get(&format!("{CAMPAIGN}/partners/greenpeace")).await.location(), CAMPAIGN);
    }

    async fn another_name_is_handed_nobody_until_the_partner_accepts_it(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        green.post(&world, &format!("{own}/key"), &[("age_key", KEY)]).await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        let form = owner.get(&world, &format!("{DESK}/words")).await.text();
        assert!(!form.contains("name=\"age_key\"") && form.contains("its key is its own"), "{form}");
        let changed = [("name", "Evil Brokers"), ("privacy", "https://evil.example.org/p"), ("age_key", OTHER_KEY)];
        let answer = saved(&world, &owner, &changed).await;
        assert_eq!(answer.location(), format!("{DESK}?done=saved"), "{}", answer.text());
        assert!(owner.get(&world, DESK).await.text().contains("differ from what it accepted"));
        let page = world.get(&ada).await.text();
        assert!(page.contains("<dt><bdi>Greenpeace</bdi></dt>"), "she agreed to Greenpeace: {page}");
        assert!(!page.contains("Evil Brokers") && !page.contains("evil.example.org"), "{page}");
        let terms = green.get(&world, &own).await.text();
        assert!(terms.contains("Evil Brokers") && terms.contains("https://evil.example.org/p"), "it reads what was changed: {terms}");
        assert!(!terms.contains("Ada Example"), "{terms}");
        for (path, form) in [("exports", &[][..]), ("key", &[("age_key", OTHER_KEY)])] {
            assert_eq!(green.post(&world, &format!("{own}/{path}"), form).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(green.get(&world, &format!("{own}/exports/1")).await.status, StatusCode::NOT_FOUND);
        let answer = green.post(&world, &format!("{own}/acceptance"), &[("version", &hidden(&terms, "version"))]).await;
        assert_eq!(answer.location(), format!("{own}?done=accepted"), "{}", answer.text());
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("Ada Example") && page.contains(KEY) && !page.contains(OTHER_KEY), "{page}");
        assert!(world.get(&ada).await.text().contains("<dt><bdi>Greenpeace</bdi></dt>"), "and she agreed to Greenpeace still");
    }

    async fn files_replace_no_key_of_a_partner_that_has_accepted(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        world.change_campaign(|campaign| campaign.partners[0].age_key = Some(OTHER_KEY.to_owned())).await;
        owner.post(&world, &format!("{DESK}/invitations"), &[("email", "green@example.org")]).await;
        let green = by_invitation(&world).await;
        let own = own_path(&world, &green).await;
        let terms = green.get(&world, &own).await.text();
        assert!(terms.contains(OTHER_KEY), "before it accepts it sees which key was given for it: {terms}");
        green.post(&world, &format!("{own}/acceptance"), &[("version", &hidden(&terms, "version"))]).await;
        let capitals = KEY.to_uppercase();
        green.post(&world, &format!("{own}/key"), &[("age_key", &capitals)]).await;
        world.change_campaign(|campaign| campaign.partners[0].age_key = Some(OTHER_KEY.to_owned())).await;
        let page = green.get(&world, &own).await.text();
        assert!(page.contains(&format!("value=\"{KEY}\"")), "its own, in small letters: {page}");
    }

    async fn one_person_is_shut_out_and_an_invitation_is_taken_back(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        agree(&world, "Ada Example", &["greenpeace"], "").await;
        owner.post(&world, &format!("{DESK}/invitations"), &[("email", "wrong@example.org")]).await;
        let waiting = mails(&world).await;
        let link = link_in(&waiting.iter().rev().find(|(kind, _)| kind == "desk_partner").unwrap().1);
        for (clerk, page) in [(&owner, DESK), (&green, own.as_str())] {
            let html = clerk.get(&world, page).await.text();
            assert!(html.contains("wrong@example.org") && html.contains("/withdrawal"), "{html}");
        }
        let page = owner.get(&world, DESK).await.text();
        let at = page.find("/withdrawal").unwrap();
        let from = page[..at].rfind('"').unwrap() + 1;
        let withdrawal = page[from..].split('"').next().unwrap().to_owned();
        assert_eq!(owner.post(&world, &withdrawal, &[]).await.location(), format!("{DESK}?done=withdrawn"));
        assert_eq!(owner.post(&world, &withdrawal, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(Clerk::nobody().post(&world, &link, &[]).await.status, StatusCode::GONE);
        // A second person reads what was accepted before they see anybody, and can end nothing by declining.
        owner.post(&world, &format!("{DESK}/invitations"), &[("email", "second@example.org")]).await;
        let second = by_invitation(&world).await;
        let terms = second.get(&world, &own).await.text();
        assert!(terms.contains("I have read them") && !terms.contains("Ada Example"), "{terms}");
        assert!(!terms.contains("Decline"), "{terms}");
        assert_eq!(second.post(&world, &format!("{own}/exports"), &[]).await.status, StatusCode::NOT_FOUND);
        let answer = second.post(&world, &format!("{own}/acceptance"), &[("version", &hidden(&terms, "version"))]).await;
        assert_eq!(answer.location(), format!("{own}?done=read"), "{}", answer.text());
        let page = second.get(&world, &own).await.text();
        assert!(page.contains("Ada Example"), "{page}");
        // The partner's own people shut out as well.
        let row = page.split("<li>").find(|row| row.contains("green@example.org")).unwrap();
        let removal = row.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(second.post(&world, removal, &[]).await.location(), format!("{own}?done=removed"));
        let answer = green.get(&world, &own).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(!answer.text().contains("This partnership has ended"), "it has not");
        assert_eq!(world.number(OPEN).await, 1, "and everybody agrees still");
    }

    async fn before_a_partnership_ends_its_page_says_how_many_consents_end(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        agree(&world, "Ada Example", &["greenpeace"], "").await;
        agree(&world, "Bo Example", &["greenpeace"], "").await;
        let page = owner.get(&world, DESK).await.text();
        assert!(page.contains(&format!("{DESK}/end\"")), "also one that was never invited is taken off: {page}");
        let page = owner.get(&world, &format!("{DESK}/end")).await.text();
        assert!(page.contains("consents end with it, for good") && page.contains('2'), "{page}");
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let page = green.get(&world, &format!("{own}/end")).await.text();
        assert!(page.contains("consents end with it, for good"), "{page}");
        assert_eq!(world.number(OPEN).await, 2, "looking ends nothing");
    }

    async fn a_partner_that_was_never_invited_is_ended_at_the_desk(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        world.pass(SECOND);
        assert_eq!(owner.post(&world, &format!("{DESK}/end"), &[]).await.location(), format!("{DESK}?done=ended"));
        assert!(!world.get(CAMPAIGN).await.text().contains("value=\"greenpeace\""));
        world.work().await;
        assert_eq!(world.number(OPEN).await, 0);
        let page = world.get(&ada).await.text();
        assert!(page.contains("Its part in the campaign ended"), "{page}");
    }

    async fn only_a_corrected_name_is_told_as_corrected(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        green.post(&world, &format!("{own}/key"), &[("age_key", KEY)]).await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        world.pass(SECOND);
        world.post(&below(&ada, "visibility"), &[("public", "1")]).await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        assert_eq!(world.number("select cast(sum(changed) as bigint) as n from partner_export").await, 0);
        world.post(&below(&ada, "name"), &[("name", "Ada Corrected")]).await;
        green.post(&world, &format!("{own}/exports"), &[]).await;
        world.work().await;
        assert_eq!(world.number("select cast(sum(changed) as bigint) as n from partner_export").await, 1);
        for (path, status) in [("exports/2", StatusCode::OK), ("exports/9", StatusCode::NOT_FOUND), ("exports/abc", StatusCode::NOT_FOUND)] {
            assert_eq!(green.get(&world, &format!("{own}/{path}")).await.status, status, "{path}");
        }
    }
}
