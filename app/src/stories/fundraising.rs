//! Somebody pledges money under a promise that holds: the form, the provider's page, the end, what is charged, declined,
//! released and paid back, and what the book and the page say of it.

use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, below};
use crate::accounts::Role;
use crate::campaigns::definition::{Definition, Elsewhere, Fundraiser, FundraiserKind, Short};
use crate::clock::{DAY, HOUR, MINUTE, SECOND};
use crate::fundraisers::mailing;
use crate::fundraisers::practice::Loss;
use crate::mail::store as mails;
use axum::http::StatusCode;

pub const BUSES: &str = "/campaigns/dropsalesforce/fundraisers/buses";
const DESK: &str = "/desk/campaigns/dropsalesforce/fundraisers/buses";
/// From the start of stories to behind the end of the buses' fundraiser.
const TO_THE_END: i64 = 11 * DAY;

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
async fn kinds_to(world: &World, email: &str) -> Vec<String> {
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

async fn page(world: &World) -> String {
    world.app.funds.forget(campaign(world).await);
    world.get(BUSES).await.text()
}

async fn campaign(world: &World) -> i64 {
    world.number("select id as n from campaign where slug = 'dropsalesforce'").await
}

/// How many payments the provider really made.
pub async fn payments(world: &World) -> i64 {
    world.number("select count(*) as n from practice_payment where not is_declined").await
}

/// What stands in the book must come to nothing, entry by entry and as a whole.
pub async fn balances(world: &World) {
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
        world.work().await;
        assert!(world.get(&ada).await.text().contains("You were not charged"), "its goal is missed now");
        assert!(press(&world, &ada, "cancellation").await.contains("That is no longer possible."));
        assert_eq!(payments(&world).await, 0);
    }

    async fn who_leaves_the_providers_page_has_pledged_nothing_and_can_come_back(world: World) {
        let answer = send(&world, &[("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00")]).await;
        let link = give_card(&world, &answer.location(), "").await;
        let own = world.get(&link).await.text();
        assert!(own.contains("nothing is pledged") && own.contains("Go on to payment"), "{own}");
        assert!(page(&world).await.contains("USD\u{a0}0 of"), "and counts for nothing");
        let again = world.post(&below(&link, "payment"), &[]).await;
        // As long as a page is open there is no other: who has it in two windows uses either.
        for _ in 0..3 {
            assert_eq!(world.post(&below(&link, "payment"), &[]).await.location(), again.location());
        }
        assert_eq!(world.number("select count(*) as n from practice_session").await, 2, "the one that was left, and this");
        give_card(&world, &again.location(), "works").await;
        assert!(world.get(&link).await.text().contains("You pledge USD\u{a0}50."));
        for _ in 0..5 {
            world.post(&below(&link, "payment"), &[]).await;
        }
        world.pass(4 * DAY);
        send(&world, &[("name", "Bo"), ("email", "bo@givers.example"), ("amount", "50.00")]).await;
        world.pass(4 * DAY);
        world.work().await;
        world.pass(2 * HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from pledge").await, 1, "what was only begun is deleted");
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
        let answer = send(&world, &[("name", "Ada"), ("email", "ada@givers.example"), ("other", "50")]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
    }

    async fn bad_input_is_said_at_its_field_and_kept(world: World) {
        let long = "x".repeat(241);
        for (form, says) in [
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("amount", "other")], "This is needed."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "ten")], "Please write an amount in digits"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "4.99")], "The least is USD\u{a0}5."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "3000.01")], "more than the whole goal of USD\u{a0}3,000"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "5.0011")], "more digits behind the point"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "-50")], "Please write an amount in digits"),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00"), ("other", "200")], "another amount is typed"),
            (vec![("name", ""), ("email", "ada@givers.example"), ("other", "50")], "This is needed."),
            (vec![("name", "Ada"), ("email", "ada"), ("other", "50")], "Please write it as name@example.org."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "50"), ("words", &long)], "At most 240 characters."),
            (vec![("name", "Ada"), ("email", "ada@givers.example"), ("other", "50"), ("words", "see https://spam.example")], "without a link"),
        ] {
            let answer = send(&world, &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{form:?}");
            let text = answer.text();
            assert!(text.contains(says), "{form:?}: {text}");
            for (name, value) in &form {
                assert!(*name == "amount" || value.is_empty() || text.contains(value), "{name} is kept");
            }
        }
        assert_eq!(world.number("select count(*) as n from pledge").await, 0);
        let injected = [("name", "<b>Ada</b>"), ("email", "ada@givers.example"), ("other", "50"), ("named", "1")];
        pledge(&world, &injected, "works").await;
        let text = page(&world).await;
        assert!(text.contains("&#60;b&#62;Ada") && !text.contains("<b>Ada"), "{text}");
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
            (with(|one| one.ends = "2018-09-21 20:00".to_owned()), "when it ends"),
        ] {
            let Imported::Promised(broken) = world.import(change).await else { panic!("{says}") };
            assert!(broken.len() == 1 && broken[0].contains(says), "{broken:?}");
        }
        let more = with(|one| {
            one.items[0].count = 3;
            one.ends = "2018-09-19 20:00".to_owned();
        });
        assert!(matches!(world.import(more).await, Imported::Changed { .. }), "more, or sooner, breaks no promise");
        let mut without = standing.clone();
        without.fundraisers.clear();
        assert!(matches!(world.import(without).await, Imported::Changed { .. }));
        assert_eq!(kinds_to(&world, "ada@givers.example").await, ["pledge_released"]);
        world.pass(SECOND);
        assert_eq!(world.get(BUSES).await.status, StatusCode::NOT_FOUND);
    }

    async fn whoever_tries_cards_meets_the_mailbox_and_an_honest_giver_gets_through(world: World) {
        let mut reached = 0;
        for n in 0..1_000_u32 {
            let email = format!("tester{n}@bots.example");
            let form = [("name", "Card"), ("email", email.as_str()), ("amount", "other"), ("other", "5")];
            let [_, b, c, d] = n.to_be_bytes();
            let answer = world.post_from([203, b, c, d], &format!("{BUSES}/pledges"), &form).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            reached += i32::from(answer.location().contains("/payment"));
        }
        assert!((1..20).contains(&reached), "{reached} pages of the provider’s were opened");
        assert_eq!(world.number("select count(*) as n from practice_session").await, i64::from(reached));
        // Without a script: by mail.
        let form = [("name", "Ada"), ("email", "ada@givers.example"), ("amount", "50.00")];
        let answer = world.post(&format!("{BUSES}/pledges"), &form).await;
        assert_eq!(answer.location(), format!("{BUSES}/inbox"));
        let mail = mails_of(&world).await.into_iter().find(|mail| mail.to == "ada@givers.example").unwrap();
        assert_eq!(mail.kind, "pledge_link");
        let link = mail.link();
        let onward = world.post(&below(&link, "payment"), &[]).await.location();
        give_card(&world, &onward, "works").await;
        assert!(world.get(&link).await.text().contains("You pledge USD\u{a0}50."));
        // With one: by work.
        let text = page(&world).await;
        let asked = text.split("data-work=\"").nth(1).expect("work is asked for").split('"').next().unwrap();
        let work = crate::letters::proof::work(asked, "bo@givers.example");
        let form = [("name", "Bo"), ("email", "bo@givers.example"), ("amount", "50.00"), ("work", work.as_str())];
        let answer = world.post(&format!("{BUSES}/pledges"), &form).await;
        assert!(answer.location().contains("/payment"), "{}", answer.location());
    }

    async fn one_network_sends_so_many_pledges_and_a_trapped_program_none(world: World) {
        let form = [("name", "Card"), ("email", "tester@bots.example"), ("other", "5"), ("homepage", "https://spam.example")];
        let answer = send(&world, &form).await;
        assert_eq!(answer.location(), format!("{BUSES}/inbox"), "is told that all went well");
        assert_eq!(world.number("select count(*) as n from pledge").await, 0);
        let form = [("name", "Card"), ("email", "tester@bots.example"), ("other", "5")];
        let mut last = send(&world, &form).await;
        for _ in 0..25 {
            last = send(&world, &form).await;
        }
        assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(last.headers.contains_key("retry-after") && last.text().contains("tester@bots.example"));
    }

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

    async fn erasing_a_giver_takes_back_what_is_not_charged_and_keeps_the_book(world: World) {
        let ada = pledge_of(&world, "Ada Lovelace", "ada@givers.example", "2000", "works").await;
        pledge_of(&world, "Bo", "bo@givers.example", "1000", "works").await;
        // Whoever fills in the form can type anybody's address: their link opens nothing else of it.
        let mallory = send(&world, &[("name", "Mallory"), ("email", "ada@givers.example"), ("other", "5")]).await;
        let mallory = mallory.location().trim_end_matches("/payment").to_owned();
        for rest in ["export.json", "erasure", "gifts"] {
            assert_eq!(world.get(&below(&mallory, rest)).await.status, StatusCode::NOT_FOUND, "{rest}");
        }
        assert_eq!(world.post(&below(&mallory, "erasure"), &[]).await.status, StatusCode::NOT_FOUND);
        assert!(page(&world).await.contains("USD\u{a0}3,000 of USD\u{a0}3,000"));
        assert!(world.get(&ada).await.text().contains("The mails about your pledge have a link"));
        let ada = mails_of(&world).await.into_iter().find(|mail| mail.to == "ada@givers.example").unwrap().link();
        let export = world.get(&below(&ada, "export.json")).await.text();
        assert!(export.contains("Ada Lovelace") && export.contains("200000"), "{export}");
        let answer = world.post(&below(&ada, "erasure"), &[]).await;
        assert!(answer.status.is_success() || answer.status.is_redirection(), "{}", answer.text());
        world.work().await;
        let left = world.number("select count(*) as n from pledge where name like 'Ada%' or email like 'ada%' or payer is not null and name = ''").await;
        assert_eq!(left, 0);
        let text = page(&world).await;
        assert!(text.contains("USD\u{a0}1,000 of USD\u{a0}3,000 pledged by 1 person"), "{text}");
        world.pass(TO_THE_END);
        world.work().await;
        assert_eq!(payments(&world).await, 0, "who was erased is not charged");
    }

    async fn who_is_erased_between_form_and_card_keeps_nobody_else_waiting(world: World) {
        pledge_of(&world, "Bo", "bo@givers.example", "3000", "works").await;
        let cy = pledge_of(&world, "Cy", "cy@givers.example", "50", "works").await;
        send(&world, &[("name", "Cy"), ("email", "cy@givers.example"), ("other", "60")]).await;
        let mail = mails_of(&world).await.into_iter().find(|mail| mail.to == "cy@givers.example").unwrap();
        world.post(&below(&mail.link(), "erasure"), &[]).await;
        world.work().await;
        assert!(world.get(&cy).await.status.is_success());
        world.pass(TO_THE_END);
        world.work().await;
        assert_eq!(payments(&world).await, 1);
        assert!(page(&world).await.contains("The goal was reached"));
        world.pass(4 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from pledge where state = 'begun'").await, 0);
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
        assert!(text.contains("The provider does not know this payment.") && text.contains("A part of it was paid back there."), "{text}");
        balances(&world).await;
    }
}
