//! The account to which people transfer changes, or goes: whoever announced a transfer reads so, and what was announced
//! is booked all the same.

use super::banking::{IBAN, announce, camt, entry, told, treasurer, upload};
use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, mails_of};
use super::fundraising_desk::{BUSES, saved, standing};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::campaigns::importing;
use crate::clock::HOUR;

stories! {
    async fn whoever_announced_a_transfer_sees_that_the_account_is_another(world: World) {
        treasurer(&world).await;
        world.work().await;
        let (ada, _) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (was, is) = ("DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19");
        assert!(!world.get(&ada).await.text().contains("The account was changed"));
        world.pass(HOUR);
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        saved(&world, &owner, &format!("{BUSES}/account"), &[("iban", is), ("bic", "")]).await;
        let page = world.get(&ada).await.text();
        let (said, rest) = page.split_once("Account number (IBAN)").unwrap();
        assert!(said.contains("The account was changed on") && said.contains(was), "{page}");
        assert!(rest.contains(is) && !rest.contains(was), "{page}");
        world.pass(HOUR);
        let (bo, _) = announce(&world, "Bo", "bo@givers.example", "50").await;
        let page = world.get(&bo).await.text();
        assert!(page.contains(is) && !page.contains("The account was changed"), "{page}");
        let mails = mails_of(&world).await;
        let told = mails.iter().rev().find(|mail| mail.kind == "fundraiser_redirected").unwrap();
        let [was, is] = [was, is].map(|iban| iban.replace(' ', ""));
        assert!(told.text.contains(&format!("IBAN {is}")) && told.text.contains(&format!("Before, it was {was}")), "{}", told.text);
    }

    async fn what_was_announced_for_an_account_that_is_gone_can_still_be_booked(world: World) {
        let till = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        world.pass(HOUR);
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let mut files = standing(&world).await;
        files.fundraisers.retain(|one| one.slug != "buses");
        files.goals.clear();
        assert!(matches!(world.import(files).await, importing::Imported::Promised(_)), "somebody is about to pay");
        saved(&world, &owner, &format!("{BUSES}/account"), &[("holder", ""), ("iban", ""), ("bic", "")]).await;
        let text = world.get(&ada).await.text();
        assert!(text.contains("please do not transfer what you announced") && !text.contains("Where to transfer it"), "{text}");
        assert!(till.get(&world, DESK).await.text().contains("/statements"));
        told(&world, &till, upload(&world, &till, &camt(&[entry(1, "50.00", ("Ada", &reference))]), &[]).await).await;
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."), "{}", world.get(&ada).await.text());
    }

    async fn a_statement_of_an_account_that_was_told_in_between_is_read(world: World) {
        treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        for iban in ["FR14 2004 1010 0505 0001 3M02 606", "GB29 NWBK 6016 1331 9268 19"] {
            saved(&world, &owner, &format!("{BUSES}/account"), &[("iban", iban), ("bic", "")]).await;
        }
        let file = camt(&[entry(1, "50.00", ("Ada", &reference))]).replace(IBAN, "FR1420041010050500013M02606");
        told(&world, &owner, upload(&world, &owner, &file, &[]).await).await;
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."), "{}", world.get(&ada).await.text());
    }

    async fn whose_account_is_the_same_again_reads_of_no_change(world: World) {
        treasurer(&world).await;
        let (ada, _) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let owner = Clerk::of(&world, "olga@desk.example", GROUP, Role::Owner).await;
        let account = format!("{BUSES}/account");
        let first = "DE89 3704 0044 0532 0130 00";
        for iban in ["GB29 NWBK 6016 1331 9268 19", "FR14 2004 1010 0505 0001 3M02 606"] {
            saved(&world, &owner, &account, &[("iban", iban), ("bic", "")]).await;
            assert!(world.get(&ada).await.text().contains(&format!("When you announced it, it was {first}")), "{iban}");
        }
        saved(&world, &owner, &account, &[("iban", first)]).await;
        assert!(!world.get(&ada).await.text().contains("The account was changed"));
    }
}
