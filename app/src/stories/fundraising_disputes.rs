//! Banks take gifts back for their holders: book and page say so, whether an event tells of it or is lost, also where it
//! was to be paid back at the same time.

use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, balances, change, page};
use super::fundraising_stripe::Stage;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::campaigns::definition::FundraiserKind;
use crate::clock::{DAY, HOUR};

const GAVE: &str = "You gave USD\u{a0}50.";
const TAKEN: &str = "Your bank took USD\u{a0}50 back.";

/// Ada gave 50 dollars: her private page, and the payment.
pub async fn given(world: World) -> (Stage, String, String) {
    change(&world, |one| one.kind = FundraiserKind::Keep).await;
    let stage = Stage::of(world).await;
    let ada = stage.pledge("ada@givers.example", "50", "good").await;
    let payment = stage.proxy.payments().await.unwrap()[0]["id"].as_str().unwrap().to_owned();
    (stage, ada, payment)
}

/// What entries of a kind moved to an account, in cents.
pub async fn moved(stage: &Stage, key: &str, account: &str) -> i64 {
    let sql = format!(
        "select cast(coalesce(sum(l.minor), 0) as bigint) as n from ledger_line l join ledger_entry e on e.id = l.entry_id \
         where e.key like '{key} %' and l.account = '{account}'"
    );
    let mut c = stage.world.db().read().await.unwrap();
    broadside_db::query_composed(sql).one(&mut c, |row| row.get("n")).await.unwrap()
}

pub async fn own(stage: &Stage, link: &str) -> String {
    stage.world.get(link).await.text()
}

stories! {
    async fn a_dispute_whose_events_are_lost_is_found_by_the_daily_look(world: World) {
        let (stage, ada, payment) = given(world).await;
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE), "nobody has looked yet");
        stage.world.pass(DAY);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(TAKEN));
        let text = page(&stage.world).await;
        assert!(text.contains("USD\u{a0}0 of USD\u{a0}3,000") && text.contains("Taken back by banks"), "{text}");
        assert_eq!(moved(&stage, "dispute", "income:disputes").await, 5_000);
        assert_eq!(moved(&stage, "dispute%", "expenses:fees").await, 2_000);
        balances(&stage.world).await;

        stage.proxy.close_dispute(&dispute, true).unwrap();
        stage.world.pass(DAY + 1);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE));
        assert!(page(&stage.world).await.contains("USD\u{a0}50 of USD\u{a0}3,000"));
        assert_eq!(moved(&stage, "dispute-won", "income:disputes").await, -5_000);
        balances(&stage.world).await;
    }

    async fn one_that_was_won_before_anybody_looked_leaves_its_fee_in_the_book(world: World) {
        let (stage, ada, payment) = given(world).await;
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        stage.proxy.close_dispute(&dispute, true).unwrap();
        for _ in 0..2 {
            stage.world.pass(DAY + 1);
            stage.world.work().await;
        }
        assert!(own(&stage, &ada).await.contains(GAVE));
        assert_eq!(moved(&stage, "dispute%", "expenses:fees").await, 2_000, "once");
        assert_eq!(moved(&stage, "dispute%", "income:disputes").await, 0);
        balances(&stage.world).await;
    }

    async fn a_second_one_of_the_same_gift_is_entered_as_well(world: World) {
        let (stage, ada, payment) = given(world).await;
        let first = stage.proxy.open_dispute(&payment).await.unwrap();
        stage.event("evt_1", "charge.dispute.created", &first).await;
        stage.world.work().await;
        stage.proxy.close_dispute(&first, true).unwrap();
        stage.event("evt_2", "charge.dispute.closed", &first).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(GAVE));
        let second = stage.proxy.open_dispute(&payment).await.unwrap();
        // Told late and out of order.
        for (event, kind, dispute) in [
            ("evt_3", "charge.dispute.created", &second),
            ("evt_4", "charge.dispute.closed", &first),
            ("evt_5", "charge.dispute.created", &first),
        ] {
            stage.event(event, kind, dispute).await;
            stage.world.work().await;
            assert!(own(&stage, &ada).await.contains(TAKEN), "{event}");
        }
        assert_eq!(moved(&stage, "dispute", "income:disputes").await, 10_000);
        assert_eq!(moved(&stage, "dispute-won", "income:disputes").await, -5_000);
        assert_eq!(moved(&stage, "dispute%", "expenses:fees").await, 4_000);
        balances(&stage.world).await;
    }

    async fn a_refund_that_a_bank_is_ahead_of_ends_as_a_dispute(world: World) {
        let (stage, ada, payment) = given(world).await;
        let clerk = Clerk::of(&stage.world, "till@desk.example", GROUP, Role::Treasurer).await;
        let refund = format!("{DESK}/pledges/1/refund");
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        clerk.post(&stage.world, &refund, &[]).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(TAKEN), "{}", own(&stage, &ada).await);
        let text = clerk.get(&stage.world, DESK).await.text();
        assert!(!text.contains("charged back"), "what was refused is over: {text}");
        assert_eq!(moved(&stage, "refund", "income:refunds").await, 0);
        balances(&stage.world).await;

        // Where the bank gave it again, it is paid back as it was to be.
        stage.proxy.close_dispute(&dispute, true).unwrap();
        stage.event("evt_1", "charge.dispute.closed", &dispute).await;
        stage.world.work().await;
        stage.world.pass(HOUR);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains("Your USD\u{a0}50 were paid back."));
        assert_eq!(moved(&stage, "refund", "income:refunds").await, 5_000);
        balances(&stage.world).await;
    }

    async fn a_bank_that_is_first_while_a_refund_was_lost_leaves_no_refund_on_top(world: World) {
        let (stage, ada, payment) = given(world).await;
        let clerk = Clerk::of(&stage.world, "till@desk.example", GROUP, Role::Treasurer).await;
        // The call is lost, and before it is made again the bank has taken the money.
        stage.proxy.script(broadside_payments_proxy::Mishap::LoseRequest);
        stage.proxy.script(broadside_payments_proxy::Mishap::LoseRequest);
        clerk.post(&stage.world, &format!("{DESK}/pledges/1/refund"), &[]).await;
        stage.world.work().await;
        let dispute = stage.proxy.open_dispute(&payment).await.unwrap();
        stage.event("evt_1", "charge.dispute.created", &dispute).await;
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(TAKEN), "{}", own(&stage, &ada).await);
        stage.world.pass(DAY + 1);
        stage.world.work().await;
        assert!(own(&stage, &ada).await.contains(TAKEN), "no refund on top of it");
        assert_eq!(moved(&stage, "refund", "income:refunds").await, 0);
        balances(&stage.world).await;
    }
}
