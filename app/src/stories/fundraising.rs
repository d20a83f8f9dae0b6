//! Somebody pledges money under a promise that holds: the form, the provider's page, the end, what is charged, declined,
//! released and paid back, and what the book and the page say of it.

use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::campaigns::definition::{Definition, Elsewhere, Fundraiser, FundraiserKind, Short};
use crate::clock::{DAY, MINUTE, SECOND};
use crate::fundraisers::mailing;
use crate::fundraisers::practice::Loss;
use crate::mail::store as mails;
use axum::http::StatusCode;

pub const BUSES: &str = "/campaigns/dropsalesforce/fundraisers/buses";
pub const DESK: &str = "/desk/campaigns/dropsalesforce/fundraisers/buses";
/// From the start of stories to behind the end of the buses' fundraiser.
pub const TO_THE_END: i64 = 11 * DAY;

/// A mail about a pledge, as it would be read.
pub struct Read {
    pub to: String,
    pub kind: String,
    pub subject: String,
    pub text: String,
}

impl Read {
    pub fn link(&self) -> String {
        let line = self
            .text
            .lines()
            .find_map(|line| line.trim().strip_prefix("https://letter.example.org/pledges/"));
        format!("/pledges/{}", line.expect("a link in the mail"))
    }
}

/// Every mail about pledges and fundraisers so far that still has something to say, the oldest first.
pub async fn mails_of(world: &World) -> Vec<Read> {
    world.work().await;
    let newest = mails::newest(&mut world.db().read().await.unwrap(), 3_000).await.unwrap();
    let mut read = Vec::new();
    for listed in newest {
        if let Some(draft) = mailing::draft_of(&world.app, &listed).await.unwrap() {
            let (subject, text) = (draft.written.subject, draft.written.text);
            read.push(Read { to: draft.to, kind: listed.kind, subject, text });
        }
    }
    read.reverse();
    read
}

/// The kinds of mails that somebody got.
pub async fn kinds_to(world: &World, email: &str) -> Vec<String> {
    mails_of(world).await.into_iter().filter(|mail| mail.to == email).map(|mail| mail.kind).collect()
}

pub async fn change(world: &World, change: impl Fn(&mut Fundraiser)) {
    world.change_campaign(|campaign: &mut Definition| change(&mut campaign.fundraisers[0])).await;
}

pub async fn send(world: &World, form: &[(&str, &str)]) -> Answer {
    world.post(&format!("{BUSES}/pledges"), form).await
}

/// The link to the provider's page on the page in between.
fn onward(page: &str) -> String {
    let at = page.find("href=\"/practice/").expect("a way to the provider");
    page[at + 6..].split('"').next().unwrap().split('?').next().unwrap().to_owned()
}

/// Goes on to the provider and gives a card; answers the private page, looked at.
pub async fn give_card(world: &World, between: &str, card: &str) -> String {
    let page = world.get(between).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.text().contains("no money moves"));
    let back = world.post(&onward(&page.text()), &[("card", card)]).await.location();
    let back = back.strip_prefix("https://letter.example.org").unwrap().to_owned();
    world.get(&back).await;
    world.work().await;
    back.split('?').next().unwrap().to_owned()
}

/// Pledges with a card; answers the private link.
pub async fn pledge(world: &World, form: &[(&str, &str)], card: &str) -> String {
    let answer = send(world, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    give_card(world, &answer.location(), card).await
}

pub async fn pledge_of(world: &World, name: &str, email: &str, amount: &str, card: &str) -> String {
    pledge(world, &[("name", name), ("email", email), ("amount", "other"), ("other", amount)], card).await
}

async fn press(world: &World, link: &str, button: &str) -> String {
    let answer = world.post(&below(link, button), &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    world.get(&answer.location()).await.text()
}

pub async fn page(world: &World) -> String {
    world.app.funds.forget(campaign(world).await);
    world.get(BUSES).await.text()
}

pub async fn campaign(world: &World) -> i64 {
    world.number("select id as n from campaign where slug = 'dropsalesforce'").await
}

/// How many payments the provider really made.
pub async fn payments(world: &World) -> i64 {
    world.number("select count(*) as n from practice_payment where not is_declined").await
}

/// What stands in the book must come to nothing, entry by entry and as a whole; and no step is left that was begun.
pub async fn balances(world: &World) {
    assert_eq!(world.number("select count(*) as n from job where attempts > 0").await, 0);
    let off = world
        .number(
            "select count(*) as n from (select entry_id from ledger_line group by entry_id having sum(minor) <> 0) uneven",
        )
        .await;
    assert_eq!(off, 0);
    let standing = world.app.funds.of(&world.app, campaign(world).await).await.unwrap();
    assert!(standing.funds.iter().all(|fund| fund.went.is_balanced()));
}

stories! {
    async fn a_pledge_is_charged_only_where_the_goal_stands_at_the_end(world: World) {
        assert!(world.get(CAMPAIGN).await.text().contains("/fundraisers/buses"), "the campaign’s page leads there");
        let text = page(&world).await;
        assert!(text.contains("Buses past the conference") && text.contains("USD\u{a0}0 of USD\u{a0}3,000"), "{text}");
        assert!(text.contains("2 at USD\u{a0}1,500 each") && text.contains("Nobody yet."));

        let form = [
            ("name", "Ada Lovelace"), ("email", "ada@givers.example"), ("amount", "other"), ("other", "2,000"),
            ("words", "For the children."), ("named", "1"), ("organisation", "The Engine Works"),
        ];
        let link = pledge(&world, &form, "works").await;
        let own = world.get(&link).await.text();
        assert!(own.contains("You pledge USD\u{a0}2,000.") && own.contains("A king-size bus side (1 of 2)"), "{own}");
        assert_eq!(payments(&world).await, 0, "nothing is charged");
        let other = pledge_of(&world, "Bo", "bo@givers.example", "1000", "works").await;
        assert!(world.get(&other).await.text().contains("A king-size bus side (2 of 2)"));
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}3,000 of USD\u{a0}3,000 pledged by 2 people"), "{text}");
        assert!(text.contains("Ada Lovelace for The Engine Works") && text.contains("For the children."), "{text}");
        assert!(!text.contains("Bo<") && !text.contains("USD\u{a0}2,000"), "who did not agree is not shown, nor how much");
        assert!(text.contains("And 1 who is not listed."));
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_pledged"]);

        world.pass(TO_THE_END);
        world.work().await;
        assert_eq!(payments(&world).await, 2);
        let text = page(&world).await;
        assert!(text.contains("The goal was reached, and USD\u{a0}3,000 came in."), "{text}");
        assert!(text.contains("USD\u{a0}3,000") && text.contains("Kept by the payment provider"));
        assert!(world.get(&link).await.text().contains("Receipt") , "the receipt’s number");
        let mails = mails_of(&world).await;
        let receipts: Vec<_> = mails.iter().filter(|mail| mail.kind == "pledge_receipt").collect();
        assert_eq!(receipts.len(), 2, "one each");
        let ada = receipts.iter().find(|mail| mail.to == "ada@givers.example").unwrap();
        assert!(ada.subject.contains("buses-") && ada.text.contains("USD\u{a0}2,000") && ada.text.contains("The Engine Works"), "{}", ada.text);
        balances(&world).await;
        world.pass(DAY);
        world.work().await;
        assert_eq!((payments(&world).await, receipts.len()), (2, 2), "once");
        assert_eq!(world.get(&below(&link, "gifts")).await.status, StatusCode::NOT_FOUND, "only by mail");
        let statement = world.get(&below(&ada.link(), "gifts")).await.text();
        assert!(statement.contains("In 2018: USD\u{a0}2,000") && statement.contains("buses-"), "{statement}");
    }

    async fn where_the_goal_is_missed_nobody_is_charged_and_everybody_is_told(world: World) {
        let link = pledge_of(&world, "Ada", "ada@givers.example", "2999.99", "works").await;
        world.pass(TO_THE_END);
        world.work().await;
        assert_eq!(payments(&world).await, 0);
        assert!(world.get(&link).await.text().contains("You were not charged, and will not be."));
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_released"], "what is no longer true is not sent");
        let text = page(&world).await;
        assert!(text.contains("The goal was missed. Nobody was charged.") && text.contains("USD\u{a0}2,999.99"), "{text}");
        let late = send(&world, &[("name", "Bo"), ("email", "bo@givers.example"), ("amount", "50.00")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
    }

    async fn a_declined_card_has_a_while_to_be_replaced_and_then_lapses(world: World) {
        let ada = pledge_of(&world, "Ada", "ada@givers.example", "1000", "works").await;
        let bo = pledge_of(&world, "Bo", "bo@givers.example", "1000", "declines").await;
        let cy = pledge_of(&world, "Cy", "cy@givers.example", "1000", "declines").await;
        world.pass(TO_THE_END);
        world.work().await;
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}2,000 are still to come in"), "what is declined is said: {text}");
        let mail = mails_of(&world).await.into_iter().find(|mail| mail.to == "bo@givers.example").unwrap();
        assert_eq!(mail.kind, "pledge_declined");
        let own = world.get(&bo).await.text();
        assert!(own.contains("Your card was declined") && own.contains("Go on to payment"), "{own}");
        let answer = world.post(&below(&bo, "payment"), &[]).await;
        give_card(&world, &answer.location(), "works").await;
        assert!(world.get(&bo).await.text().contains("You gave USD\u{a0}1,000."));
        assert!(world.get(&ada).await.text().contains("You gave"));

        world.pass(6 * DAY);
        world.work().await;
        assert!(world.get(&cy).await.text().contains("the time to pay in another way is over"));
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}2,000 came in, less than the goal of USD\u{a0}3,000"), "said as it is: {text}");
        assert!(text.contains("1 of 2 paid for"), "{text}");
        assert_eq!(payments(&world).await, 2);
        let late = world.post(&below(&cy, "payment"), &[]).await;
        assert!(late.location().ends_with("done=too-late"));
        balances(&world).await;
    }

    async fn a_total_that_falls_back_under_the_goal_follows_the_rule_that_was_published(world: World) {
        change(&world, |one| one.short = Short::GiveBack).await;
        let ada = pledge_of(&world, "Ada", "ada@givers.example", "2000", "works").await;
        pledge_of(&world, "Bo", "bo@givers.example", "1000", "declines").await;
        world.pass(TO_THE_END);
        world.work().await;
        assert!(world.get(&ada).await.text().contains("You gave USD\u{a0}2,000."));
        world.pass(6 * DAY);
        world.work().await;
        world.work().await;
        assert!(world.get(&ada).await.text().contains("Your USD\u{a0}2,000 were paid back."));
        let text = page(&world).await;
        assert!(text.contains("everybody gets back what they paid") && text.contains("Paid back"), "{text}");
        let refunded = world.number("select cast(sum(refunded) as bigint) as n from practice_payment").await;
        assert_eq!(refunded, 200_000);
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_receipt", "pledge_refunded"]);
        balances(&world).await;
    }

    async fn lost_calls_and_lost_answers_charge_nobody_twice(world: World) {
        for n in 0..6 {
            pledge_of(&world, "Ada", &format!("ada{n}@givers.example"), "500", "works").await;
        }
        let practice = world.app.payments.practice().unwrap();
        practice.lose([Some(Loss::Answer), Some(Loss::Call), None, Some(Loss::Answer), Some(Loss::Answer), Some(Loss::Call)]);
        world.pass(TO_THE_END);
        world.work().await;
        assert!(payments(&world).await < 6, "some calls were lost");
        for _ in 0..3 {
            world.pass(10 * MINUTE);
            world.work().await;
        }
        assert_eq!(payments(&world).await, 6);
        let paid = world.number("select count(*) as n from pledge where state = 'paid'").await;
        assert_eq!(paid, 6);
        let receipts = world.number("select count(distinct receipt) as n from pledge").await;
        assert_eq!(receipts, 6);
        assert_eq!(world.number("select count(*) as n from mail where kind = 'pledge_receipt'").await, 6);
        balances(&world).await;
    }

    async fn what_a_crash_left_is_asked_about_before_it_is_asked_for_again(world: World) {
        pledge_of(&world, "Ada", "ada@givers.example", "3000", "works").await;
        world.pass(TO_THE_END);
        let practice = world.app.payments.practice().unwrap();
        practice.lose([Some(Loss::Answer)]);
        world.work().await;
        let (state, calls) = (
            world.number("select count(*) as n from pledge where state = 'charging'").await,
            world.number("select count(*) as n from payment_call where deed = 'charge' and finished_at is null").await,
        );
        assert_eq!((state, calls), (1, 1), "written down before it was asked");
        let world = world.restarted(|settings| settings).await;
        world.pass(5 * MINUTE);
        world.work().await;
        assert_eq!(payments(&world).await, 1);
        assert_eq!(world.number("select count(*) as n from pledge where state = 'paid'").await, 1);
        assert_eq!(world.number("select count(*) as n from payment_call where deed = 'charge'").await, 1, "found, not asked for again");
    }

    async fn a_pledge_can_be_taken_back_until_the_end_and_not_while_it_is_charged(world: World) {
        let ada = pledge_of(&world, "Ada", "ada@givers.example", "2000", "works").await;
        let bo = pledge_of(&world, "Bo", "bo@givers.example", "1000", "works").await;
        assert_eq!(world.get(&below(&ada, "cancellation")).await.status, StatusCode::SEE_OTHER, "a GET changes nothing");
        assert!(world.get(&ada).await.text().contains("Take it back"));
        let own = press(&world, &bo, "cancellation").await;
        assert!(own.contains("You took this pledge back."), "{own}");
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}2,000 of USD\u{a0}3,000 pledged by 1 person"), "{text}");
        world.pass(TO_THE_END);
        assert!(!world.get(&ada).await.text().contains("Take it back"), "though nobody has decided yet");
        assert!(press(&world, &ada, "cancellation").await.contains("That is no longer possible."));
        world.work().await;
        assert!(world.get(&ada).await.text().contains("You were not charged"), "its goal is missed now");
        assert!(press(&world, &ada, "cancellation").await.contains("That is no longer possible."));
        assert_eq!(payments(&world).await, 0);
    }

    async fn money_that_is_given_at_once_is_charged_at_once(world: World) {
        change(&world, |one| {
            one.kind = FundraiserKind::Keep;
            one.short = Short::Spend;
        })
        .await;
        let form = [("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00"), ("cover", "1"), ("show_amount", "1")];
        let link = pledge(&world, &form, "works").await;
        let own = world.get(&link).await.text();
        // 50.00 and 0.30 are 97.1 % of it, rounded up.
        assert!(own.contains("You gave USD\u{a0}51.81.") && own.contains("Of it, USD\u{a0}1.81 cover"), "{own}");
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}50 of USD\u{a0}3,000 given by 1 person"), "{text}");
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_receipt"]);
        world.pass(TO_THE_END);
        world.work().await;
        assert!(page(&world).await.contains("This fundraiser has ended."));
        balances(&world).await;
    }

    async fn what_is_taken_elsewhere_is_marked_as_typed(world: World) {
        change(&world, |one| {
            one.kind = FundraiserKind::Keep;
            one.elsewhere = Some(Elsewhere {
                url: "https://give.example.org/buses".to_owned(),
                total: Some((123_400, "2018-09-09".to_owned())),
            });
        })
        .await;
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}1,234 had come together there on 2018-09-09, as the organisers say"), "{text}");
        assert!(text.contains("https://give.example.org/buses") && !text.contains("<form method=\"post\""), "{text}");
        // Of what is given there nothing is known here.
        for untold in ["</progress><small>", "Nobody yet", "Nobody is charged unless", "Every gift is charged at once"] {
            assert!(!text.contains(untold), "{untold}: {text}");
        }
        let answer = send(&world, &[("name", "Ada"), ("email", "ada@givers.example"), ("other", "50")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
    }

    async fn what_people_pledged_under_is_not_taken_from_them_by_an_import(world: World) {
        use crate::campaigns::importing::Imported;
        pledge_of(&world, "Ada", "ada@givers.example", "50", "works").await;
        let standing = crate::campaigns::importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        let with = |change: fn(&mut Fundraiser)| {
            let mut other = standing.clone();
            change(&mut other.fundraisers[0]);
            other
        };
        for (change, says) in [
            (with(|one| one.kind = FundraiserKind::Keep), "all-or-nothing"),
            (with(|one| one.currency = "EUR".to_owned()), "USD"),
            (with(|one| one.items[0].count = 1), "below the goal"),
            (with(|one| one.ends = "2018-09-21 20:00".to_owned()), "when it is decided"),
            (with(|one| one.ends = "2018-09-19 20:00".to_owned()), "when it is decided"),
        ] {
            let Imported::Promised(broken) = world.import(change).await else { panic!("{says}") };
            assert!(broken.len() == 1 && broken[0].contains(says), "{broken:?}");
        }
        let more = with(|one| {
            one.items[0].count = 3;
        });
        assert!(matches!(world.import(more).await, Imported::Changed { .. }), "more, or sooner, breaks no promise");
        let mut without = standing.clone();
        without.fundraisers.clear();
        assert!(matches!(world.import(without).await, Imported::Changed { .. }));
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_released"]);
        world.pass(SECOND);
        assert_eq!(world.get(BUSES).await.status, StatusCode::NOT_FOUND);
    }
}
