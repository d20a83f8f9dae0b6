//! An organisation endorses: the form, the proof, the moderator's look, and what stands on the page.

use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::clock::{DAY, SECOND};
use crate::endorsements::mailing;
use crate::mail::store as mails;
use axum::http::StatusCode;

/// A mail about an endorsement, as it would be read.
pub struct Read {
    pub to: String,
    pub kind: String,
    pub text: String,
}

impl Read {
    /// The link in it, without the host.
    pub fn link(&self) -> String {
        let line = self
            .text
            .lines()
            .find_map(|line| line.trim().strip_prefix("https://letter.example.org/endorsements/"));
        format!("/endorsements/{}", line.expect("a link in the mail"))
    }
}

/// Every mail about endorsements so far, the oldest first.
pub async fn mails_of(world: &World) -> Vec<Read> {
    world.work().await;
    let newest = mails::newest(&mut world.db().read().await.unwrap(), 1_000).await.unwrap();
    let mut read = Vec::new();
    for listed in newest {
        if let Some(draft) = mailing::draft_of(&world.app, &listed).await.unwrap() {
            read.push(Read { to: draft.to, kind: listed.kind, text: draft.written.text });
        }
    }
    read.reverse();
    read
}

pub async fn mail_to(world: &World, email: &str) -> Read {
    mails_of(world).await.into_iter().rev().find(|mail| mail.to == email).expect("a mail to the address")
}

pub const NURSES: &[(&str, &str)] = &[
    ("organisation", "Nurses of Example"),
    ("kind", "organisation"),
    ("website", "www.nurses-example.org"),
    ("comment", "We care for everybody."),
    ("name", "Ada Example"),
    ("role", "Chair"),
    ("email", "ada@gmail.com"),
];

/// The form with other values.
pub fn with<'a>(base: &[(&'a str, &'a str)], other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = base.iter().filter(|(name, _)| !other.iter().any(|(one, _)| one == name));
    kept.chain(other).copied().collect()
}

pub async fn send(world: &World, form: &[(&str, &str)]) -> Answer {
    world.post(&format!("{}/endorsements", world.letter().await), form).await
}

/// Sends a form that must be taken; answers the private link.
pub async fn endorse(world: &World, form: &[(&str, &str)]) -> String {
    let answer = send(world, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let email = form.iter().find(|(name, _)| *name == "email").unwrap().1;
    mail_to(world, email).await.link()
}

/// Proves a domain by a mail to an address there.
pub async fn prove_by_mail(world: &World, link: &str, email: &str) {
    let asked = world.post(&below(link, "proof"), &[("way", "mail"), ("email", email)]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text());
    let proof = mail_to(world, email).await.link();
    assert_eq!(world.post(&proof, &[]).await.status, StatusCode::OK);
}

/// The desk's address of the newest endorsement that somebody sees in a state's list.
pub async fn newest(world: &World) -> String {
    let id = world.number("select max(id) as n from endorsement").await;
    format!("/desk{CAMPAIGN}/endorsements/{id}")
}

fn seen(page: &str) -> String {
    let rest = page.split("name=\"seen\" value=\"").nth(1).expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

pub async fn approve(world: &World, clerk: &Clerk) -> Answer {
    let one = newest(world).await;
    let seen = seen(&clerk.get(world, &one).await.text());
    clerk.post(world, &format!("{one}/approval"), &[("seen", &seen)]).await
}

pub async fn page(world: &World) -> String {
    world.pass(SECOND);
    world.get(CAMPAIGN).await.text()
}

stories! {
    async fn an_organisation_endorses_proves_itself_by_mail_is_looked_at_and_stands_on_the_page(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        assert!(page(&world).await.contains("/letters/drop-the-contract/endorsements"), "the form is linked");
        let link = endorse(&world, NURSES).await;
        let own = world.get(&link).await;
        assert_eq!(own.status, StatusCode::OK);
        assert!(own.text().contains("Nurses of Example") && own.text().contains("Now prove"));
        assert!(!page(&world).await.contains("Nurses of Example"), "nothing is shown that nobody proved");

        // Where anybody can have an address proves nothing, and another domain nothing of this one.
        for (email, said) in [
            ("ada@gmail.com", "Anybody can have an address at this provider"),
            ("ada@elsewhere-example.org", "another domain than the website"),
            ("ada@", "No mail can go to this address"),
        ] {
            let refused = world.post(&below(&link, "proof"), &[("way", "mail"), ("email", email)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
            assert!(refused.text().contains(said), "{}", refused.text());
            assert!(refused.text().contains(&format!("value=\"{email}\"")), "what was typed stays");
        }
        let asked = world.post(&below(&link, "proof"), &[("way", "mail"), ("email", "office@mail.nurses-example.org")]).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        let mail = mail_to(&world, "office@mail.nurses-example.org").await;
        assert!(mail.text.contains("Ada Example") && mail.kind == "endorsement_proof");
        let proof = mail.link();
        for _ in 0..2 {
            let asked = world.get(&proof).await.text();
            assert!(asked.contains("Is it so?"), "a scanner that opens the link proves nothing: {asked}");
        }
        assert_eq!(world.number("select count(*) as n from endorsement where state = 'waiting'").await, 0);
        let proved = world.post(&proof, &[]).await;
        assert!(proved.text().contains("is proved"), "{}", proved.text());
        assert_eq!(world.number("select count(*) as n from endorsement_proof").await, 0, "its address is kept no longer");
        assert!(!page(&world).await.contains("Nurses of Example"), "a moderator looks first");

        let home = moderator.get(&world, &format!("/desk{CAMPAIGN}")).await.text();
        assert!(home.contains("One organisation’s endorsement waits for a look."), "{home}");
        let list = moderator.get(&world, &format!("/desk{CAMPAIGN}/endorsements")).await.text();
        assert!(list.contains("Waits for a look") && list.contains("Nurses of Example"));
        let one = moderator.get(&world, &newest(&world).await).await.text();
        for told in ["Ada Example", "Chair", "ada@gmail.com", "Proved by mail at nurses-example.org", "10 September 2018 at 09:00"] {
            assert!(one.contains(told), "{told}: {one}");
        }
        let approved = approve(&world, &moderator).await;
        assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text());
        let public = page(&world).await;
        for told in ["Nurses of Example", "We care for everybody.", "Proved by mail at nurses-example.org", "4 organisations and offices endorse this letter.", "href=\"https://www.nurses-example.org/\""] {
            assert!(public.contains(told), "{told}: {public}");
        }
        for hidden in ["Ada Example", "ada@gmail.com", "office@mail"] {
            assert!(!public.contains(hidden), "{hidden} is the organisers’ to see");
        }
        assert_eq!(mail_to(&world, "ada@gmail.com").await.kind, "endorsement_approved");
        let record = Clerk::of(&world, "olga@example.org", GROUP, Role::Owner).await;
        let record = record.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert!(record.contains("Endorsement approved") && !record.contains("Ada Example"));
    }

    async fn everybody_gets_the_same_answer_and_mistakes_keep_what_was_typed(world: World) {
        let first = send(&world, NURSES).await;
        world.mails().await;
        for _ in 0..4 {
            let again = send(&world, NURSES).await;
            assert_eq!(again.bytes_but_id_and_date(), first.bytes_but_id_and_date());
        }
        let sent = mails_of(&world).await.iter().filter(|mail| mail.to == "ada@gmail.com").count();
        assert_eq!(sent, 3, "an address gets so many a day");
        world.pass(DAY);
        let wrong = send(&world, &with(NURSES, &[("website", "javascript:alert(1)"), ("kind", "empire"), ("role", "")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = wrong.text();
        for told in ["3 things are still to be mended", "no website that everybody can open", "Choose one of the three", "value=\"javascript:alert(1)\"", "value=\"Nurses of Example\"", "We care for everybody."] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert!(!text.contains("href=\"javascript"));
        let mut busy = send(&world, NURSES).await;
        for _ in 0..12 {
            busy = send(&world, NURSES).await;
        }
        assert_eq!(busy.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(busy.headers.contains_key("retry-after") && busy.text().contains("value=\"Nurses of Example\""));
        world.change_campaign(|campaign| campaign.letters[0].status = crate::campaigns::definition::LetterStatus::Closed).await;
        assert_eq!(send(&world, NURSES).await.status, StatusCode::CONFLICT);
        assert!(!page(&world).await.contains("Endorse for an organisation"));
    }

    async fn a_refusal_says_why_and_what_is_corrected_is_looked_at_again(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        // The officer's own address is at the domain: one button proves it.
        let link = endorse(&world, &with(NURSES, &[("email", "ada@nurses-example.org")])).await;
        world.post(&below(&link, "proof"), &[("way", "mail"), ("email", "Ada@nurses-example.org")]).await;
        let one = newest(&world).await;
        let seen_first = seen(&moderator.get(&world, &one).await.text());
        let empty = moderator.post(&world, &format!("{one}/refusal"), &[("seen", &seen_first), ("reason", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        moderator.post(&world, &format!("{one}/refusal"), &[("seen", &seen_first), ("reason", "Please write the <b>full</b> name")]).await;
        let mail = mail_to(&world, "ada@nurses-example.org").await;
        assert!(mail.kind == "endorsement_refused" && mail.text.contains("Please write the <b>full</b> name"));
        let own = world.get(&link).await.text();
        assert!(own.contains("Please write the &#60;b&#62;full&#60;/b&#62; name"), "{own}");
        let correct = async |name: &str| {
            let seen = seen(&world.get(&link).await.text());
            let form = with(NURSES, &[("organisation", name), ("seen", &seen)]);
            world.post(&below(&link, "words"), &form).await
        };
        assert_eq!(correct("Nurses of Example County").await.status, StatusCode::SEE_OTHER);
        assert_eq!(approve(&world, &moderator).await.status, StatusCode::SEE_OTHER);
        assert!(page(&world).await.contains("Nurses of Example County"));

        // What is corrected later shows once a moderator has seen it, and two who act at once see it.
        let stale = seen(&moderator.get(&world, &one).await.text());
        assert_eq!(correct("Nurses of Everywhere").await.status, StatusCode::SEE_OTHER);
        let public = page(&world).await;
        assert!(public.contains("Nurses of Example County") && !public.contains("Nurses of Everywhere"));
        let at_desk = moderator.get(&world, &one).await.text();
        assert!(at_desk.contains("Nurses of Everywhere") && at_desk.contains("The page shows:"));
        let late = moderator.post(&world, &format!("{one}/approval"), &[("seen", &stale)]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "it was corrected since that page was opened");
        let two = with(NURSES, &[("organisation", "Other"), ("seen", "1")]);
        let lost = world.post(&below(&link, "words"), &two).await;
        assert_eq!(lost.status, StatusCode::CONFLICT);
        assert!(lost.text().contains("value=\"Other\""));
        assert_eq!(approve(&world, &moderator).await.status, StatusCode::SEE_OTHER);
        assert!(page(&world).await.contains("Nurses of Everywhere"));

        // Another domain is to be proved anew; the page shows what was approved.
        let now = seen(&world.get(&link).await.text());
        let form = with(NURSES, &[("website", "https://other-example.org"), ("seen", &now)]);
        world.post(&below(&link, "words"), &form).await;
        assert!(world.get(&link).await.text().contains("at another domain now"));
        assert!(page(&world).await.contains("Nurses of Everywhere"));
        world.post(&below(&link, "end"), &[]).await;
        assert!(!page(&world).await.contains("Nurses of"), "it leaves at once");
    }

    async fn a_successor_who_proves_the_same_domain_takes_over_or_ends_it(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let first = endorse(&world, NURSES).await;
        prove_by_mail(&world, &first, "office@nurses-example.org").await;
        approve(&world, &moderator).await;
        let local = with(NURSES, &[("office", "Local 12"), ("comment", "We too."), ("email", "bo@nurses-example.org")]);
        let other = endorse(&world, &local).await;
        world.post(&below(&other, "proof"), &[("way", "mail"), ("email", "bo@nurses-example.org")]).await;
        approve(&world, &moderator).await;
        let both = page(&world).await;
        assert_eq!(both.matches("<p class=\"endorser\">").count(), 3 + 1, "offices of one organisation stand together");
        assert!(both.contains("Local 12") && both.contains("We care for everybody."));

        let stranger = endorse(&world, &with(NURSES, &[("email", "eve@example.net")])).await;
        world.post(&below(&stranger, "succession"), &[]).await;
        assert!(page(&world).await.contains("We care for everybody."), "who has proved nothing ends nothing");
        let next = endorse(&world, &with(NURSES, &[("comment", "As before."), ("email", "cy@nurses-example.org")])).await;
        world.post(&below(&next, "proof"), &[("way", "mail"), ("email", "cy@nurses-example.org")]).await;
        assert!(world.get(&next).await.text().contains("An earlier endorsement stands"));
        assert!(moderator.get(&world, &newest(&world).await).await.text().contains("in place of the earlier one"));
        approve(&world, &moderator).await;
        let after = page(&world).await;
        assert!(after.contains("As before.") && !after.contains("We care for everybody.") && after.contains("Local 12"));
        assert!(world.get(&first).await.text().contains("has ended"), "the earlier officer sees it");

        let last = endorse(&world, &with(NURSES, &[("email", "di@nurses-example.org")])).await;
        world.post(&below(&last, "proof"), &[("way", "mail"), ("email", "di@nurses-example.org")]).await;
        world.post(&below(&last, "succession"), &[]).await;
        assert!(!page(&world).await.contains("As before."), "or it is ended");
    }

    async fn what_the_files_enter_stands_there_until_the_organisation_proves_itself(world: World) {
        let public = page(&world).await;
        for name in ["Greenpeace", "Catholic Charities of St. Petersburg", "New York State Nurses Association"] {
            assert!(public.contains(&format!("<bdi>{name}</bdi>")), "{name}");
        }
        assert_eq!(public.matches("Entered by the organiser").count(), 3);
        assert_eq!(public.matches("<p class=\"endorser\">").count(), 3);
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let form = with(NURSES, &[("organisation", "New York State nurses association"), ("email", "ada@nurses-example.org")]);
        let link = endorse(&world, &form).await;
        world.post(&below(&link, "proof"), &[("way", "mail"), ("email", "ada@nurses-example.org")]).await;
        approve(&world, &moderator).await;
        let public = page(&world).await;
        assert_eq!(public.matches("Entered by the organiser").count(), 2);
        assert!(public.contains("Proved by mail at nurses-example.org") && !public.contains("New York State Nurses Association"));
        assert!(world.get(&format!("{CAMPAIGN}?lang=es")).await.text().contains("Anotado por quien organiza"));
    }

    async fn what_an_organiser_enters_says_so_and_only_organisers_enter(world: World) {
        let organiser = Clerk::of(&world, "oz@example.org", GROUP, Role::Organiser).await;
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let entries = format!("/desk{CAMPAIGN}/endorsements/entries");
        let form = [("organisation", "City of Example"), ("kind", "public_body")];
        assert_eq!(moderator.post(&world, &entries, &form).await.status, StatusCode::FORBIDDEN);
        let wrong = organiser.post(&world, &entries, &[("organisation", "City of Example")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"City of Example\""));
        assert_eq!(organiser.post(&world, &entries, &form).await.status, StatusCode::SEE_OTHER);
        let public = page(&world).await;
        assert!(public.contains("City of Example") && public.contains("Entered by the organiser") && public.contains("Public bodies"));
        let one = newest(&world).await;
        let seen = seen(&organiser.get(&world, &one).await.text());
        organiser.post(&world, &format!("{one}/end"), &[("seen", &seen)]).await;
        assert!(!page(&world).await.contains("City of Example"));
    }

    async fn what_nobody_proves_goes_in_time_and_the_officer_can_be_erased(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        endorse(&world, NURSES).await;
        let link = endorse(&world, &with(NURSES, &[("email", "ada@nurses-example.org")])).await;
        world.post(&below(&link, "proof"), &[("way", "mail"), ("email", "ada@nurses-example.org")]).await;
        approve(&world, &moderator).await;
        world.pass(31 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from endorsement").await, 1, "what was not proved is gone");
        let place = crate::privacy::Place::of(&world.app);
        let mut c = world.db().read().await.unwrap();
        let whom = crate::privacy::erasing::whom(&mut c, &place, "Ada@nurses-example.org", None).await.unwrap();
        drop(c);
        crate::privacy::erasing::erase(&place, whom, world.app.clock.now()).await.unwrap();
        assert_eq!(world.number("select count(*) as n from endorsement where name = '' and role = '' and email = ''").await, 1);
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND, "the link is dead");
        assert!(page(&world).await.contains("Nurses of Example"), "the organisation stands");
    }

    async fn an_officer_takes_what_is_kept_and_has_it_erased_behind_the_own_link(world: World) {
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let link = endorse(&world, &with(NURSES, &[("email", "ada@nurses-example.org")])).await;
        world.post(&below(&link, "proof"), &[("way", "mail"), ("email", "ada@nurses-example.org")]).await;
        approve(&world, &moderator).await;
        let own = world.get(&link).await.text();
        assert!(own.contains("/export.json") && own.contains("/erasure"), "{own}");
        let data = world.get(&below(&link, "export.json")).await;
        assert_eq!(data.headers["cache-control"], "no-store");
        assert!(data.text().contains("ada@nurses-example.org") && data.text().contains("\"Chair\""), "{}", data.text());
        let look = world.get(&below(&link, "erasure")).await.text();
        assert!(look.contains("What your organisation declared stays on the letter without you"), "{look}");
        assert_eq!(world.number("select count(*) as n from endorsement where email <> ''").await, 1, "looking changes nothing");
        let done = world.post(&below(&link, "erasure"), &[]).await;
        assert!(world.get(&done.location()).await.text().contains("Nothing is kept of you here any more"));
        for gone in ["export.json", "erasure"] {
            assert_eq!(world.get(&below(&link, gone)).await.status, StatusCode::NOT_FOUND, "{gone}");
        }
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.number("select count(*) as n from endorsement where name = '' and role = '' and email = ''").await, 1);
        assert!(page(&world).await.contains("Nurses of Example"), "the organisation stands");
    }

    async fn many_endorsements_stand_on_pages_by_state_and_nobody_is_passed_over(world: World) {
        endorse(&world, NURSES).await;
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            for n in 0..119 {
                let copy = "insert into endorsement (group_id, campaign_id, letter_id, state, language, name, role, organisation, office, kind, website, domain, comment, email, address_key, logo_alt, seeks, created_at, changed_at) \
                            select group_id, campaign_id, letter_id, state, language, name, role, organisation || ' ' || cast($1 as text), office, kind, website, domain, comment, email, address_key, logo_alt, seeks, created_at, changed_at \
                            from endorsement order by id limit 1";
                broadside_db::query(copy).bind(n).run(c).await?;
            }
            Ok(())
        })).await.unwrap();
        let clerk = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let (mut at, mut seen) = (Some("/desk/campaigns/dropsalesforce/endorsements".to_owned()), std::collections::BTreeSet::new());
        for pages in 1.. {
            let Some(path) = at.take() else { assert_eq!(pages, 4, "three pages"); break };
            let page = clerk.get(&world, &path).await.text();
            let names = page.split("<th scope=\"row\">").skip(1).map(|row| row.split("</bdi>").next().unwrap().to_owned());
            seen.extend(names);
            at = page.split("rel=\"next\" href=\"").nth(1).map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&"));
        }
        assert_eq!(seen.iter().filter(|row| row.contains("Nurses of Example")).count(), 120);
        for odd in ["?state=nobody&behind=1", "?state=waiting&behind=x", "?behind=5"] {
            assert_eq!(clerk.get(&world, &format!("/desk/campaigns/dropsalesforce/endorsements{odd}")).await.status, StatusCode::OK, "{odd}");
        }
    }
}
