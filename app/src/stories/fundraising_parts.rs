//! A part of a gift is paid back, at the provider's or by a bank: book, page, statement and mail say so to the unit.

use super::banking::{announce, camt, decide, desk, entry, told, treasurer, upload};
use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, balances, change, kinds_to, mails_of, page};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::campaigns::definition::FundraiserKind;
use crate::clock::DAY;
use axum::http::StatusCode;
use broadside_money::{Amount, Currency};
use broadside_stripe::{Client, Metadata, Refunding};

const REFUNDED: &str = "select cast(sum(l.minor) as bigint) as n from ledger_line l join ledger_entry e on e.id = l.entry_id \
     where e.key like 'refund %' and l.minor > 0";

/// Somebody at Stripe's dashboard pays back so many cents; the refund.
async fn refund(stage: &Stage, payment: &str, minor: i64, key: &str) -> String {
    let client = Client::at("sk_test_stories", stage.proxy.base()).unwrap();
    let asked = Refunding {
        payment,
        amount: Some(Amount::new(minor, Currency::parse("USD").unwrap())),
        metadata: &Metadata::new(),
    };
    client.refund_payment(&asked, key).await.unwrap().id
}

/// The same, and Stripe says so, twice.
async fn pay_back(stage: &Stage, payment: &str, minor: i64, event: &str) {
    let refund = refund(stage, payment, minor, event).await;
    for _ in 0..2 {
        assert_eq!(stage.event(event, "refund.created", &refund).await, StatusCode::OK);
    }
    stage.world.work().await;
}

stories! {
    async fn a_part_that_is_paid_back_at_stripe_stands_in_book_page_and_mail(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        let payment = stage.proxy.payments().await.unwrap()[0]["id"].as_str().unwrap().to_owned();
        pay_back(&stage, &payment, 1_250, "evt_1").await;
        let own = stage.world.get(&ada).await.text();
        assert!(own.contains("You gave USD\u{a0}50, and USD\u{a0}12.50 of it were paid back."), "{own}");
        let text = page(&stage.world).await;
        assert!(text.contains("USD\u{a0}37.50 of USD\u{a0}3,000 given by 1 person"), "{text}");
        assert!(text.contains("Paid back") && text.contains("USD\u{a0}12.50"), "{text}");
        // More of it, which the daily look finds where no event comes.
        refund(&stage, &payment, 750, "by-hand").await;
        stage.world.pass(DAY + 1);
        stage.world.work().await;
        assert!(page(&stage.world).await.contains("USD\u{a0}30 of USD\u{a0}3,000"));
        let mails = mails_of(&stage.world).await;
        let told: Vec<_> = mails.iter().filter(|mail| mail.kind == "pledge_returned").collect();
        assert_eq!(told.len(), 2, "once for each part");
        assert!(told[1].subject.contains("USD\u{a0}20 were paid back"), "in all, as it stands: {}", told[1].subject);
        let statement = stage.world.get(&below(&told[0].link(), "gifts")).await.text();
        assert!(statement.contains("In 2018: USD\u{a0}30"), "{statement}");
        assert_eq!(stage.world.number(REFUNDED).await, 2_000);
        balances(&stage.world).await;

        // The desk says so, and pays back the rest.
        let clerk = Clerk::of(&stage.world, "till@desk.example", GROUP, Role::Treasurer).await;
        let text = clerk.get(&stage.world, DESK).await.text();
        assert!(text.contains("Paid; USD\u{a0}20 paid back"), "{text}");
        let table = clerk.get(&stage.world, &format!("{DESK}/pledges.csv")).await.text();
        assert!(table.contains("refunded") && table.contains(",20.00"), "{table}");
        let refund = format!("{DESK}/pledges/1/refund");
        assert!(clerk.get(&stage.world, &refund).await.text().contains("gave USD\u{a0}30"));
        clerk.post(&stage.world, &refund, &[]).await;
        stage.world.work().await;
        assert!(stage.world.get(&ada).await.text().contains("Your USD\u{a0}50 were paid back."));
        assert_eq!(stage.world.number(REFUNDED).await, 5_000, "what was paid back before is not entered again");
        assert!(page(&stage.world).await.contains("USD\u{a0}0 of USD\u{a0}3,000"));
        balances(&stage.world).await;
    }

    async fn the_rest_that_is_paid_back_at_stripe_is_entered_as_the_rest(world: World) {
        change(&world, |one| one.kind = FundraiserKind::Keep).await;
        let stage = Stage::of(world).await;
        let ada = stage.pledge("ada@givers.example", "50", "good").await;
        let payment = stage.proxy.payments().await.unwrap()[0]["id"].as_str().unwrap().to_owned();
        pay_back(&stage, &payment, 1_000, "evt_1").await;
        pay_back(&stage, &payment, 4_000, "evt_2").await;
        assert!(stage.world.get(&ada).await.text().contains("Your USD\u{a0}50 were paid back."));
        assert_eq!(stage.world.number(REFUNDED).await, 5_000);
        let kinds = kinds_to(&stage.world, "ada@givers.example").await;
        assert_eq!(kinds, ["pledge_receipt", "pledge_refunded"], "what no longer is so is not sent");
        balances(&stage.world).await;
    }

    async fn a_part_of_a_transfer_that_went_back_is_noted_once_a_person_says_so(world: World) {
        let treasurer = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let back = format!("Back: {reference}");
        let file = camt(&[
            entry(1, "50.00", ("Ada", &reference)),
            entry(2, "-20.00", ("Ada", &back)),
            entry(3, "-40.00", ("Ada", &back)),
        ]);
        told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        let answer = decide(&world, &treasurer, &[("deed", "reverse")]).await;
        assert!(answer.location().contains("done=reverse"), "{}", answer.text());
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50, and EUR\u{a0}20 of it were paid back."));
        assert!(kinds_to(&world, "ada@givers.example").await.contains(&"pledge_returned".to_owned()));
        assert_eq!(world.number("select cast(sum(minor) as bigint) as n from ledger_line where account = 'assets:bank'").await, 3_000);
        // More than is left cannot have gone back.
        assert!(!desk(&world, &treasurer).await.contains("The gift went back"));
        let answer = decide(&world, &treasurer, &[("deed", "reverse")]).await;
        assert!(answer.location().contains("done=too-late"), "{}", answer.location());
        // And the rest, by hand.
        let id = world.number("select id as n from pledge").await;
        let refund = format!("{DESK}/pledges/{id}/refund");
        assert!(treasurer.get(&world, &refund).await.text().contains("Ada gave EUR\u{a0}30"));
        treasurer.post(&world, &refund, &[]).await;
        assert_eq!(world.number("select cast(sum(minor) as bigint) as n from ledger_line where account = 'assets:bank'").await, 0);
        balances(&world).await;
    }
}
