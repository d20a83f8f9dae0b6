//! A fundraiser of the desk's beside its files, where its money goes, and taking it off: an import undoes nothing, the way
//! of money is for owners who have just proved to be there, and whoever pledged is told.

use super::desk::{Clerk, GROUP};
use super::fundraising::{TO_THE_END, change, kinds_to, mails_of, pledge_of};
use super::fundraising_desk::{BUSES, LIST, NEW, VAN, error_at, form, one, refused, saved, send, standing};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::campaigns::definition::{Account, FundraiserKind, Goal, Short, Threshold};
use crate::campaigns::{files, importing};
use crate::clock::{HOUR, SECOND};
use axum::http::StatusCode;

const IBAN: &str = "DE89370400440532013000";
const OTHER: &str = "GB29NWBK60161331926819";

stories! {
    async fn an_import_undoes_nothing_of_it_and_it_goes_into_files_and_back(world: World) {
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let from_files = standing(&world).await;
        saved(&world, &owner, NEW, VAN).await;
        saved(&world, &owner, &format!("{BUSES}/words"), &[("title.en", "Buses, and more"), ("grace_days", "9"), ("short", "give-back")]).await;
        saved(&world, &owner, &format!("{LIST}/van/account"), &[("holder", "Our Association"), ("iban", "de89 3704 0044 0532 0130 00"), ("bic", "cobadeffxxx")]).await;
        let at_desk = standing(&world).await;
        let imported = world.import(from_files).await;
        let importing::Imported::Changed { changes, kept } = imported else { panic!("{imported:?}") };
        assert!(changes.is_empty(), "{changes:?}");
        assert!(kept.contains(&"fundraiser van".to_owned()) && kept.contains(&"fundraiser buses".to_owned()), "{kept:?}");
        assert_eq!(standing(&world).await, at_desk);
        assert_eq!(at_desk.fundraiser("buses").unwrap().short, Short::GiveBack);
        let folder = tempfile::tempdir().unwrap();
        files::write(&at_desk, folder.path()).unwrap();
        let back = files::read(folder.path()).unwrap_or_else(|faults| panic!("{faults:?}"));
        assert_eq!(back.fundraisers, at_desk.fundraisers);
        assert_eq!(back.fundraiser("van").unwrap().account.as_ref().unwrap().iban, IBAN);
    }

    async fn where_its_money_goes_is_for_owners_who_prove_again_and_everybody_is_told(world: World) {
        change(&world, |one| { one.kind = FundraiserKind::Keep; one.short = Short::Spend; }).await;
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let organiser = Clerk::of(&world, "oscar@desk.example", GROUP, Role::Organiser).await;
        Clerk::of(&world, "tess@desk.example", GROUP, Role::Treasurer).await;
        let account = format!("{BUSES}/account");
        let typed = [("holder", "Our Association"), ("iban", "DE89 3704 0044 0532 0130 00"), ("bic", "")];
        assert_eq!(organiser.get(&world, &account).await.status, StatusCode::FORBIDDEN);
        assert_eq!(organiser.post(&world, &account, &typed).await.status, StatusCode::FORBIDDEN);
        for (other, name, says) in [
            (("iban", "DE89 3704 0044 0532 0130 01"), "iban", "mistyped"), (("iban", "hello"), "iban", "no IBAN"),
            (("iban", ""), "iban", "Write the number"), (("holder", ""), "holder", "This is needed"),
            (("bic", "NOPE"), "bic", "no BIC"), (("url", "example"), "url", "whole web address"),
            (("url", "https://give.example.org"), "url", "not both"),
        ] {
            let mut all: Vec<(&str, &str)> = typed.iter().copied().filter(|(name, _)| *name != other.0).collect();
            all.push(other);
            let page = refused(&world, &owner, &account, &all).await;
            assert!(error_at(&page, name).contains(says), "{other:?}: {}", error_at(&page, name));
        }
        let open = owner.get(&world, &account).await.text();
        world.pass(HOUR);
        let late = form(&open, &typed);
        let late: Vec<(&str, &str)> = late.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        for answer in [owner.get(&world, &account).await, owner.post(&world, &account, &late).await] {
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, format!("/desk/proof?next={account}")));
        }
        assert_eq!(one(&world, "buses").await.account, None);

        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        saved(&world, &owner, &account, &typed).await;
        assert_eq!(one(&world, "buses").await.account.unwrap().iban, IBAN);
        saved(&world, &owner, &account, &[]).await;
        let told: Vec<_> = mails_of(&world).await.into_iter().filter(|mail| mail.kind == "fundraiser_redirected").collect();
        let mut to: Vec<&str> = told.iter().map(|mail| mail.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["olga@desk.example", "oscar@desk.example", "tess@desk.example"], "once, since nothing was changed the second time");
        assert!(told[0].text.contains(IBAN) && told[0].text.contains("Our Association"), "{}", told[0].text);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'fundraiser-redirected'").await, 1);
        let record = owner.get(&world, &format!("/desk/groups/{GROUP}/audit?action=fundraiser-redirected")).await.text();
        assert!(record.contains("…3000") && !record.contains(IBAN) && !record.contains("Our Association"), "{record}");
        // What is taken by transfer cannot be promised, whoever asks for it.
        let page = refused(&world, &owner, &format!("{BUSES}/words"), &[("kind", "all-or-nothing")]).await;
        assert!(error_at(&page, "kind").contains("no account can be named"));
        saved(&world, &owner, &account, &[("holder", ""), ("iban", ""), ("url", "https://give.example.org/buses")]).await;
        saved(&world, &owner, &format!("{BUSES}/words"), &[("total", "1234"), ("on", "2018-09-09")]).await;
        let page = world.get("/campaigns/dropsalesforce/fundraisers/buses").await.text();
        assert!(page.contains("USD\u{a0}1,234 had come together there on 2018-09-09"), "{page}");
    }

    async fn where_files_on_the_server_send_its_money_is_told_to_whoever_keeps_it(world: World) {
        Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        Clerk::of(&world, "tess@desk.example", GROUP, Role::Treasurer).await;
        Clerk::of(&world, "mona@desk.example", GROUP, Role::Moderator).await;
        let told = async || -> Vec<_> {
            mails_of(&world).await.into_iter().filter(|mail| mail.kind == "fundraiser_redirected").collect()
        };
        let goes_to = async |holder: &str, least: i64| {
            change(&world, |one| {
                (one.kind, one.short, one.least) = (FundraiserKind::Keep, Short::Spend, least);
                one.account = Some(Account { name: holder.to_owned(), iban: IBAN.to_owned(), bic: None });
            })
            .await;
        };
        goes_to("Our Association", 500).await;
        let first = told().await;
        let mut to: Vec<&str> = first.iter().map(|mail| mail.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["olga@desk.example", "tess@desk.example"]);
        assert!(first[0].text.contains("has been changed") && first[0].text.contains(IBAN), "{}", first[0].text);
        goes_to("Our Association", 600).await;
        assert_eq!(told().await.len(), 2, "its money goes where it went");
        goes_to("Somebody", 600).await;
        assert_eq!(told().await.len(), 4, "nobody is to find that out by the bank");
        // Nor where it is removed, and comes back with another account.
        world.pass(HOUR);
        let mut files = standing(&world).await;
        let mut back = files.clone();
        files.fundraisers.retain(|one| one.slug != "buses");
        world.import(files).await;
        world.pass(HOUR);
        let account = Account { name: "Somebody".to_owned(), iban: OTHER.to_owned(), bic: None };
        back.fundraisers[0].account = Some(account);
        world.import(back).await;
        let all = told().await;
        assert_eq!(all.len(), 6);
        assert!(all[5].text.contains(OTHER) && all[5].text.contains(&format!("Before, it was {IBAN}")), "{}", all[5].text);
    }

    async fn one_is_taken_off_only_after_its_page_said_what_becomes_of_pledges(world: World) {
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let goal = |slug: &str| Goal {
            slug: "enough".to_owned(),
            threshold: Threshold::Money { amount: "100.00".to_owned(), fundraiser: slug.to_owned() },
            words: std::collections::BTreeMap::new(),
            mail: Vec::new(),
            closes: None,
        };
        world.change_campaign(|campaign| campaign.goals = vec![goal("buses")]).await;
        let pledged = pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        world.pass(SECOND);
        let removal = format!("{BUSES}/removal");
        let page = clerk.get(&world, &removal).await.text();
        assert!(page.contains("Take the goal back first") && !page.contains("<button class=\"button\""), "{page}");
        world.change_campaign(|campaign| campaign.goals.clear()).await;
        let page = clerk.get(&world, &removal).await.text();
        assert!(page.contains("1 pledge of USD\u{a0}50 is released: nobody is charged"), "{page}");
        let unseen = clerk.post(&world, &removal, &[("version", "1")]).await;
        assert_eq!(unseen.status, StatusCode::CONFLICT);
        assert!(standing(&world).await.fundraiser("buses").is_some());
        world.pass(HOUR);
        assert_eq!(clerk.get(&world, &removal).await.location(), format!("/desk/proof?next={removal}"));
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let done = send(&world, &clerk, &removal, &[]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, format!("{LIST}?done=removed")), "{}", done.text());
        world.pass(SECOND);
        assert_eq!(world.get("/campaigns/dropsalesforce/fundraisers/buses").await.status, StatusCode::NOT_FOUND);
        world.work().await;
        assert!(kinds_to(&world, "ada@givers.example").await.contains(&"pledge_released".to_owned()));
        assert!(world.get(&pledged).await.text().contains("You were not charged, and will not be."));
        let mut again: Vec<(&str, &str)> = VAN.iter().copied().filter(|(name, _)| *name != "slug").collect();
        again.push(("slug", "buses"));
        assert!(error_at(&refused(&world, &clerk, NEW, &again).await, "slug").contains("or had it"));
    }

    async fn one_that_ended_with_money_stays_to_be_seen(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "3000", "works").await;
        world.pass(TO_THE_END);
        world.work().await;
        let clerk = Clerk::of(&world, "olga@desk.example", GROUP, Role::Organiser).await;
        let removal = format!("{BUSES}/removal");
        let page = clerk.get(&world, &removal).await.text();
        assert!(page.contains("what became of its money stays to be seen") && !page.contains("<button class=\"button\""), "{page}");
        let version = world.number("select changed_at as n from campaign where slug = 'dropsalesforce'").await.to_string();
        assert_eq!(clerk.post(&world, &removal, &[("version", &version)]).await.status, StatusCode::CONFLICT);
        let words = format!("{BUSES}/words");
        assert!(clerk.get(&world, &words).await.text().contains("This fundraiser has ended."));
        saved(&world, &clerk, &words, &[("words.en", "They drove.")]).await;
        assert!(world.get("/campaigns/dropsalesforce/fundraisers/buses").await.text().contains("They drove."));
    }
}
