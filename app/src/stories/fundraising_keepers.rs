//! Those who keep the money: what they see, enter and pay back, what they are told, and what does not agree.

use super::banking::send_file;
use super::desk::{Clerk, GROUP};
use super::fundraising::{
    DESK, TO_THE_END, balances, campaign, change, kinds_to, mails_of, page, pledge, pledge_of,
};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::campaigns::definition::{FundraiserKind, Short};
use crate::clock::{DAY, HOUR, MINUTE};
use axum::http::StatusCode;

stories! {
    async fn too_many_declined_cards_stop_a_fundraiser_and_call_its_keepers(world: World) {
        let owner = Clerk::of(&world, "owner@desk.example", GROUP, Role::Owner).await;
        for n in 0..12 {
            pledge_of(&world, "Ada", &format!("ada{n}@givers.example"), "100", "works").await;
        }
        for n in 0..20 {
            pledge_of(&world, "Card", &format!("card{n}@bots.example"), "100", "declines").await;
            world.pass(MINUTE);
        }
        world.pass(TO_THE_END - HOUR);
        world.work().await;
        let mails = mails_of(&world).await;
        let stopped: Vec<_> = mails.iter().filter(|mail| mail.kind == "fundraiser_stopped").collect();
        assert_eq!(stopped.len(), 1, "once");
        assert!(stopped[0].to == "owner@desk.example" && stopped[0].text.contains("declined"), "{}", stopped[0].text);
        drop(owner);
    }

    async fn amounts_are_seen_by_owner_and_treasurer_and_words_are_kept_off_by_who_moderates(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let form = [
            ("name", "Ada Lovelace"), ("email", "ada@givers.example"), ("amount", "50.00"), ("named", "1"),
            ("words", "A rude word"),
        ];
        pledge(&world, &form, "works").await;
        let treasurer = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let moderator = Clerk::of(&world, "mod@desk.example", GROUP, Role::Moderator).await;
        let text = treasurer.get(&world, DESK).await.text();
        assert!(text.contains("ada@givers.example") && text.contains("USD\u{a0}50") && text.contains("buses-1"), "{text}");
        assert_eq!(moderator.get(&world, DESK).await.status, StatusCode::FORBIDDEN);
        let words = moderator.get(&world, "/desk/campaigns/dropsalesforce/fundraiser-words").await.text();
        assert!(words.contains("A rude word") && !words.contains("USD\u{a0}50") && !words.contains("ada@givers"), "{words}");
        let id = world.number("select id as n from pledge").await;
        moderator.post(&world, &format!("/desk/campaigns/dropsalesforce/fundraiser-words/{id}"), &[("hidden", "1")]).await;
        let text = page(&world).await;
        assert!(!text.contains("A rude word") && !text.contains("Ada Lovelace") && text.contains("And 1 who is not listed."), "{text}");

        // The book: a payout, and an invoice twice.
        let post = |rest: &'static str, form: &'static [(&'static str, &'static str)]| {
            let (treasurer, world) = (&treasurer, &world);
            async move { treasurer.post(world, &format!("{DESK}/{rest}"), form).await }
        };
        let answer = post("payouts", &[("payout_amount", "40"), ("payout_day", "2018-09-10"), ("payout_reference", "po_1")]).await;
        assert!(answer.location().contains("done=entered"), "{}", answer.text());
        let answer = post("payouts", &[("payout_amount", "40"), ("payout_day", "2018-09-10"), ("payout_reference", "po_1")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "there is no more that could be paid out");
        let answer = post("payouts", &[("payout_amount", "x"), ("payout_day", "soon"), ("payout_reference", "")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("A day, as 2018-09-25.") && answer.text().contains("soon"));
        for (amount, day, says) in [("4000000", "2018-09-10", "That is more than is there: USD\u{a0}8.25"), ("1", "2099-01-01", "That day lies ahead.")] {
            let form = [("payout_amount", amount), ("payout_day", day), ("payout_reference", "po_2")];
            let answer = treasurer.post(&world, &format!("{DESK}/payouts"), &form).await;
            assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.text().contains(says), "{}", answer.text());
        }
        let text = page(&world).await;
        assert!(text.contains("In the bank") && text.contains("USD\u{a0}40"), "{text}");
        let journal = treasurer.get(&world, &format!("{DESK}/ledger.journal")).await.text();
        assert!(journal.contains("assets:bank  USD 40.00"), "{journal}");
        let table = treasurer.get(&world, &format!("{DESK}/ledger.csv")).await.text();
        assert!(table.contains(",income:gifts,-50.00,USD"), "{table}");

        // And paying back.
        let answer = treasurer.post(&world, &format!("{DESK}/pledges/{id}/refund"), &[]).await;
        assert!(answer.location().contains("done=refunding"), "{}", answer.text());
        world.work().await;
        assert_eq!(world.number("select refunded as n from practice_payment").await, 5_000);
        assert!(page(&world).await.contains("Paid back"));
        balances(&world).await;
    }

    async fn whoever_is_not_named_is_nobody_to_those_who_moderate(world: World) {
        let form = [
            ("name", "Secret Person"), ("email", "secret@givers.example"), ("amount", "50.00"), ("words", "For the children."),
            ("organisation", "Secret Works"), ("memory", "Secret Friend"),
        ];
        pledge(&world, &form, "works").await;
        for role in [Role::Moderator, Role::Organiser] {
            let clerk = Clerk::of(&world, &format!("{}@desk.example", role.word()), GROUP, role).await;
            let words = clerk.get(&world, "/desk/campaigns/dropsalesforce/fundraiser-words").await.text();
            assert!(words.contains("For the children.") && !words.contains("Secret"), "{words}");
        }
    }

    async fn another_invoice_of_the_same_number_keeps_what_was_typed(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        pledge_of(&world, "Ada", "ada@givers.example", "100", "works").await;
        let till = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let send = async |amount: &str, words: &str| {
            let form = [
                ("invoice_amount", amount), ("invoice_day", "2018-09-10"), ("invoice_number", "R 1"), ("invoice_words", words),
                ("invoice_item", "king-size-side"),
            ];
            let form = form.map(|(name, value)| (name, value.to_owned()));
            send_file(&world, &till, &format!("{DESK}/invoices"), &form, "").await
        };
        assert!(send("40", "Print Works").await.location().contains("done=entered"));
        assert!(send("40", "Print Works").await.location().contains("done=known"), "the same form twice");
        for (amount, words) in [("41", "Print Works"), ("40", "Van Hire")] {
            let answer = send(amount, words).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let text = answer.text();
            assert!(text.contains("Another entry of the book has this number.") && text.contains(words), "{text}");
        }
        let payout = |amount: &'static str| [("payout_amount", amount), ("payout_day", "2018-09-10"), ("payout_reference", "po_1")];
        assert!(till.post(&world, &format!("{DESK}/payouts"), &payout("20")).await.location().contains("done=entered"));
        let answer = till.post(&world, &format!("{DESK}/payouts"), &payout("21")).await;
        assert!(answer.text().contains("Another entry of the book has this number."), "{}", answer.text());
        balances(&world).await;
    }

    async fn what_was_entered_wrongly_is_taken_back_and_entered_anew(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        pledge_of(&world, "Ada", "ada@givers.example", "100", "works").await;
        let till = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let send = async |rest: &str, form: &[(&str, &str)]| {
            let answer = till.post(&world, &format!("{DESK}/{rest}"), form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
            answer.location()
        };
        let payout = |amount: &'static str| [("payout_amount", amount), ("payout_day", "2018-09-10"), ("payout_reference", "po_1")];
        send("payouts", &payout("69")).await;
        let entry = world.number("select id as n from ledger_entry where key like 'payout%'").await;
        assert!(till.get(&world, DESK).await.text().contains("Payout <bdi>po_1</bdi>, 2018-09-10"));
        let undo = format!("entries/{entry}/reversal");
        assert!(send(&undo, &[]).await.contains("done=taken-back"));
        assert!(send(&undo, &[]).await.contains("done=too-late"), "once");
        let text = page(&world).await;
        assert!(!text.contains("In the bank") && text.contains("USD\u{a0}96.80"), "all of it is with the provider again: {text}");
        // The same number is entered anew, and once; a gift and its entry are nothing that was typed.
        assert!(send("payouts", &payout("96")).await.contains("done=entered"));
        assert_eq!(till.post(&world, &format!("{DESK}/payouts"), &payout("96")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let gift = world.number("select id as n from ledger_entry where key like 'gift%'").await;
        assert!(send(&format!("entries/{gift}/reversal"), &[]).await.contains("done=too-late"));
        let journal = till.get(&world, &format!("{DESK}/ledger.journal")).await.text();
        assert!(journal.contains("undo payout po_1") && journal.contains("payout po_1 AGAIN 2"), "{journal}");
        assert!(page(&world).await.contains("USD\u{a0}96"), "{}", page(&world).await);
        let moderator = Clerk::of(&world, "mod@desk.example", GROUP, Role::Moderator).await;
        let refused = moderator.post(&world, &format!("{DESK}/{undo}"), &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        balances(&world).await;
    }

    async fn what_the_provider_refuses_is_nobodys_decline_and_is_shown_until_it_is_done(world: World) {
        let ada = pledge_of(&world, "Ada", "ada@givers.example", "3000", "works").await;
        world.run("update pledge set method = 'nothing'").await;
        world.pass(TO_THE_END);
        world.work().await;
        assert!(world.get(&ada).await.text().contains("are being charged"));
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_pledged"], "nobody is told that a card was declined");
        let seat = Clerk::of(&world, "till-2@desk.example", GROUP, Role::Treasurer).await;
        assert!(seat.get(&world, DESK).await.text().contains("It says: no such card"));
        world.run("update pledge set method = 'works:mended'").await;
        world.pass(5 * MINUTE);
        world.work().await;
        assert!(world.get(&ada).await.text().contains("You gave"));
        assert!(!seat.get(&world, DESK).await.text().contains("no such card"));
        // What nobody asked for stays to be looked at, whatever the provider says of what was.
        world.run("update pledge set doubt = 'stray pi_1'").await;
        world.pass(2 * DAY);
        world.work().await;
        let seat = Clerk::of(&world, "till-3@desk.example", GROUP, Role::Treasurer).await;
        assert!(seat.get(&world, DESK).await.text().contains("Money came that nobody asked for: pi_1"));
    }

    async fn what_is_paid_back_later_is_nobodys_declined_card(world: World) {
        change(&world, |one| one.short = Short::GiveBack).await;
        pledge_of(&world, "Ada", "ada@givers.example", "2000", "works").await;
        pledge_of(&world, "Bo", "bo@givers.example", "900", "works").await;
        pledge_of(&world, "Cy", "cy@givers.example", "100", "declines").await;
        pledge_of(&world, "Di", "di@givers.example", "100", "works").await;
        world.pass(TO_THE_END);
        world.work().await;
        let treasurer = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let id = world.number("select id as n from pledge where name = 'Bo'").await;
        let asked = treasurer.get(&world, &format!("{DESK}/pledges/{id}/refund")).await.text();
        assert!(asked.contains("Bo") && asked.contains("USD\u{a0}900") && asked.contains("cannot be called back"), "{asked}");
        treasurer.post(&world, &format!("{DESK}/pledges/{id}/refund"), &[]).await;
        world.work().await;
        world.pass(6 * DAY);
        world.work().await;
        world.work().await;
        let text = page(&world).await;
        assert!(text.contains("The goal was reached, and USD\u{a0}3,000 came in."), "{text}");
        assert_eq!(world.number("select count(*) as n from pledge where state = 'paid'").await, 2, "nobody else is paid back");
        balances(&world).await;
    }

    async fn what_the_provider_paid_back_by_itself_appears_in_book_and_page(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let ada = pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let bo = pledge_of(&world, "Bo", "bo@givers.example", "60", "works").await;
        let cy = pledge_of(&world, "Cy", "cy@givers.example", "70", "works").await;
        world
            .run("update practice_payment set refunded = amount where amount = 5000")
            .await;
        world.run("update practice_payment set refunded = 100 where amount = 6000").await;
        world.run("delete from practice_payment where amount = 7000").await;
        world.pass(2 * DAY);
        world.work().await;
        assert!(world.get(&ada).await.text().contains("were paid back"));
        assert!(world.get(&bo).await.text().contains("You gave"));
        assert!(world.get(&cy).await.text().contains("You gave"));
        let treasurer = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        world.app.funds.forget(campaign(&world).await);
        let text = treasurer.get(&world, DESK).await.text();
        assert!(text.contains("The provider does not know this payment.") && text.contains("Paid; USD\u{a0}1 paid back"), "{text}");
        balances(&world).await;
        // A bank did not take what was paid back.
        world.run("update practice_payment set refunded = 0 where amount = 6000").await;
        world.pass(2 * DAY);
        world.work().await;
        let treasurer = Clerk::of(&world, "box@desk.example", GROUP, Role::Treasurer).await;
        let text = treasurer.get(&world, DESK).await.text();
        assert!(text.contains("The provider says now that less was paid back"), "{text}");
        balances(&world).await;
    }
}
