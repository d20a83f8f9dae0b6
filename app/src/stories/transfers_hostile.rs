//! Bank transfers where something is in their way: two who press at once, amounts beyond counting, fundraisers that take
//! none, money that comes late, and what is typed wrong.

use super::banking::{
    DESK, account, announce, camt, decide, desk, entry, paid, public, send_file, told, treasurer, upload,
};
use super::desk::{Clerk, GROUP};
use super::fundraising::{balances, change};
use super::stories;
use super::world::{Answer, World};
use crate::accounts::Role;
use crate::campaigns::definition::FundraiserKind;
use crate::clock::{DAY, HOUR};
use axum::http::StatusCode;

const BEYOND: &str = "92233720368547758.07";

async fn bank(world: &World) -> i64 {
    let sum =
        "select cast(coalesce(sum(minor), 0) as bigint) as n from ledger_line where account = 'assets:bank'";
    world.number(sum).await
}

/// Lines that wait since they name what has been paid: as many as are asked for.
async fn waiting(world: &World, clerk: &Clerk, name: &str, lines: u32) {
    let (_, reference) = announce(world, name, &format!("{name}@givers.example"), "50").await;
    let first = world.number("select coalesce(max(id), 0) as n from transfer_line").await;
    let from = u32::try_from(first).unwrap() * 1_000;
    let entries: Vec<String> = (0..=lines).map(|n| entry(from + n, "50.00", (name, &reference))).collect();
    told(world, clerk, upload(world, clerk, &camt(&entries), &[]).await).await;
}

fn done(answers: &[Answer], word: &str) -> usize {
    answers.iter().filter(|answer| answer.location().contains(&format!("done={word}"))).count()
}

stories! {
    async fn a_line_is_booked_once_however_many_press_at_once(world: World) {
        let treasurer = treasurer(&world).await;
        waiting(&world, &treasurer, "ada", 1).await;
        let give = [("deed", "give")];
        let line = world.number("select min(id) as n from transfer_line where decided_at is null").await;
        let path = format!("{DESK}/transfers/{line}");
        let press = || treasurer.post(&world, &path, &give);
        let (a, b, c, d) = tokio::join!(press(), press(), press(), press());
        let answers = [a, b, c, d];
        assert_eq!((done(&answers, "give"), done(&answers, "too-late")), (1, 3));
        assert_eq!((paid(&world).await, bank(&world).await), (2, 10_000));

        // Several things at once with one line.
        waiting(&world, &treasurer, "bo", 1).await;
        let (_, reference) = announce(&world, "Cy", "cy@givers.example", "50").await;
        let assign = [("deed", "assign"), ("reference", reference.as_str())];
        let line = world.number("select min(id) as n from transfer_line where decided_at is null").await;
        let path = format!("{DESK}/transfers/{line}");
        let (a, b, c, d) = tokio::join!(
            treasurer.post(&world, &path, &assign),
            treasurer.post(&world, &path, &give),
            treasurer.post(&world, &path, &[("deed", "leave")]),
            treasurer.post(&world, &path, &assign),
        );
        let answers = [a, b, c, d];
        assert_eq!(done(&answers, "too-late"), 3);
        let left = i64::from(done(&answers, "leave") == 1);
        assert_eq!((paid(&world).await, bank(&world).await), (4 - left, 20_000 - 5_000 * left));

        // Two lines for one that was announced.
        waiting(&world, &treasurer, "di", 2).await;
        let (_, reference) = announce(&world, "Eve", "eve@givers.example", "50").await;
        let assign = [("deed", "assign"), ("reference", reference.as_str())];
        let of = |which: &'static str| {
            let (world, treasurer) = (&world, &treasurer);
            async move {
                let line = world.number(which).await;
                treasurer.post(world, &format!("{DESK}/transfers/{line}"), &assign).await
            }
        };
        let before = (paid(&world).await, bank(&world).await);
        let (a, b) = tokio::join!(
            of("select min(id) as n from transfer_line where decided_at is null"),
            of("select max(id) as n from transfer_line where decided_at is null"),
        );
        assert_eq!(done(&[a, b], "assign"), 1);
        assert_eq!((paid(&world).await, bank(&world).await), (before.0 + 1, before.1 + 5_000));
        assert!(desk(&world, &treasurer).await.contains("It names a transfer that was booked before"), "the other one waits on");
        let gaps = "select max(last_receipt) - (select count(*) from pledge where receipt is not null) as n from fundraiser";
        assert_eq!(world.number(gaps).await, 0, "no receipt is numbered for nothing");
        balances(&world).await;
    }

    async fn one_file_and_one_gift_by_hand_count_once_however_often_they_are_sent(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (_, bo) = announce(&world, "Bo", "bo@givers.example", "60").await;
        let (one, other) = (entry(1, "50.00", ("Ada", &ada)), entry(2, "60.00", ("Bo", &bo)));
        let (newest, oldest) = (camt(&[other.clone(), one.clone()]), camt(&[one, other]));
        let (a, b, c) = tokio::join!(
            upload(&world, &treasurer, &newest, &[]),
            upload(&world, &treasurer, &oldest, &[]),
            upload(&world, &treasurer, &newest, &[]),
        );
        assert!([a, b, c].iter().all(|answer| answer.status == StatusCode::SEE_OTHER));
        assert_eq!((paid(&world).await, bank(&world).await), (2, 11_000));
        let form = [("transfer_amount", "20"), ("transfer_day", "2018-09-10"), ("transfer_name", "Grace Hopper")];
        let path = format!("{DESK}/transfers");
        let press = || treasurer.post(&world, &path, &form);
        let (a, b, c) = tokio::join!(press(), press(), press());
        let answers = [a, b, c];
        assert_eq!((done(&answers, "give"), done(&answers, "known")), (1, 2));
        assert_eq!((paid(&world).await, bank(&world).await), (3, 13_000));
    }

    async fn no_amount_beyond_counting_is_entered(world: World) {
        let treasurer = treasurer(&world).await;
        let by_hand = |amount| [("transfer_amount", amount), ("transfer_day", "2018-09-10"), ("transfer_name", "Ada")];
        let refused = [
            treasurer.post(&world, &format!("{DESK}/transfers"), &by_hand(BEYOND)).await,
            treasurer.post(&world, &format!("{DESK}/transfers"), &by_hand("1000000000000.01")).await,
            treasurer.post(&world, &format!("{DESK}/transfers"), &by_hand("99999999999999999999999")).await,
            treasurer.post(&world, &format!("{DESK}/payouts"), &[("payout_amount", BEYOND), ("payout_day", "2018-09-10"), ("payout_reference", "x")]).await,
            send_file(&world, &treasurer, &format!("{DESK}/invoices"), &[("invoice_amount", BEYOND.to_owned())], "").await,
        ];
        for answer in refused {
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            let text = answer.text();
            assert!(text.contains("the most is EUR\u{a0}1,000,000,000,000."), "{text}");
            assert!(text.contains("_amount-error"), "at its field: {text}");
        }
        let (_, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let file = camt(&[entry(1, BEYOND, ("Ada", &reference)), entry(2, &format!("-{BEYOND}"), ("Ada", &reference))]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("No transfer was booked.") && text.contains("2 lines were none of ours"), "{text}");
        assert_eq!((paid(&world).await, bank(&world).await), (0, 0));

        // The most can be entered, more than once, and the page still counts.
        for name in ["Ada", "Bo"] {
            let form = [("transfer_amount", "1000000000000"), ("transfer_day", "2018-09-10"), ("transfer_name", name)];
            treasurer.post(&world, &format!("{DESK}/transfers"), &form).await;
        }
        assert!(public(&world).await.contains("EUR\u{a0}2,000,000,000,000 of EUR\u{a0}3,000"));
        balances(&world).await;
    }

    async fn a_fundraiser_that_takes_no_transfers_has_no_statements(world: World) {
        let treasurer = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        for (kind, with_account) in [
            (FundraiserKind::AllOrNothing, false),
            (FundraiserKind::AllOrNothing, true),
            (FundraiserKind::Keep, false),
        ] {
            change(&world, |one| {
                one.kind = kind;
                one.account = with_account.then(account);
            })
            .await;
            let form = [("transfer_amount", "3000"), ("transfer_day", "2018-09-10"), ("transfer_name", "Ada")];
            for answer in [
                treasurer.get(&world, &format!("{DESK}/statements")).await,
                upload(&world, &treasurer, &camt(&[]), &[]).await,
                treasurer.post(&world, &format!("{DESK}/transfers"), &form).await,
                treasurer.post(&world, &format!("{DESK}/transfers/1"), &[("deed", "give")]).await,
            ] {
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{kind:?}");
            }
            assert!(!treasurer.get(&world, DESK).await.text().contains("Bank transfers and statements"));
        }
        assert_eq!(world.number("select count(*) as n from pledge").await, 0);
        assert_eq!(world.number("select count(*) as n from ledger_entry").await, 0);
    }

    async fn money_that_comes_late_is_looked_at_by_a_person(world: World) {
        treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (_, bo) = announce(&world, "Bo", "bo@givers.example", "60").await;
        let wait = async |days: i64| {
            world.pass(days * DAY);
            world.work().await;
            world.pass(2 * HOUR);
            world.work().await;
        };
        wait(350).await;
        let again = Clerk::of(&world, "late@desk.example", GROUP, Role::Treasurer).await;
        let text = told(&world, &again, upload(&world, &again, &camt(&[entry(1, "50.00", ("Ada", &ada))]), &[]).await).await;
        assert!(text.contains("1 transfer was booked."), "{text}");
        wait(51).await;
        assert_eq!(world.number("select count(*) as n from pledge where name = 'Bo'").await, 0);
        let again = Clerk::of(&world, "later@desk.example", GROUP, Role::Treasurer).await;
        let file = camt(&[entry(2, "60.00", ("Barbara Lot", &format!("good luck {bo}")))]);
        let text = told(&world, &again, upload(&world, &again, &file, &[]).await).await;
        assert!(text.contains("1 line waits for you") && text.contains("Its reference is one of ours"), "{text}");
        decide(&world, &again, &[("deed", "give")]).await;
        assert_eq!(world.number("select count(*) as n from pledge where name = 'Barbara Lot' and state = 'paid' and not is_named").await, 1);
        let text = public(&world).await;
        assert!(text.contains("EUR\u{a0}110 of EUR\u{a0}3,000 paid by 2 people") && !text.contains("Barbara"), "{text}");
        assert!(again.get(&world, DESK).await.text().contains("Barbara Lot"));
    }

    async fn what_is_announced_to_another_fundraiser_is_none_of_this_one_s(world: World) {
        let treasurer = treasurer(&world).await;
        world
            .change_campaign(|campaign| {
                let mut other = campaign.fundraisers[0].clone();
                "trams".clone_into(&mut other.slug);
                campaign.fundraisers.push(other);
            })
            .await;
        let form = [("way", "transfer"), ("name", "Ada"), ("email", "ada@givers.example"), ("amount", "other"), ("other", "50")];
        let answer = world.post("/campaigns/dropsalesforce/fundraisers/trams/pledges", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let id = world.number("select max(id) as n from pledge").await;
        let reference = crate::fundraisers::transfers::reference(id).to_string();
        let file = camt(&[entry(1, "50.00", ("Ada", &reference))]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("1 line was none of ours"), "{text}");
        assert_eq!(world.number("select count(*) as n from transfer_line").await, 0);
        let there = DESK.replace("buses", "trams");
        let answer = send_file(&world, &treasurer, &format!("{there}/statements"), &[], &file).await;
        let text = treasurer.get(&world, &answer.location()).await.text();
        assert!(text.contains("1 transfer was booked."), "{text}");
    }

    async fn the_desk_says_what_is_wrong_and_nothing_that_is_not_so(world: World) {
        let treasurer = treasurer(&world).await;
        waiting(&world, &treasurer, "ada", 103).await;
        let text = desk(&world, &treasurer).await;
        assert!(text.contains("3 more lines wait"), "{text}");
        let text = treasurer.get(&world, &format!("{DESK}/statements?done=read&booked=999&read=999")).await.text();
        assert!(!text.contains("999") && !text.contains("booked."), "{text}");
        let by_hand = async |day: &str, name: &str| {
            let form = [("transfer_amount", "20"), ("transfer_day", day), ("transfer_name", name)];
            let answer = treasurer.post(&world, &format!("{DESK}/transfers"), &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            answer.text()
        };
        for name in ["Ada\u{7}Lovelace", "Ada\u{202e}", "Ada\0Lovelace"] {
            let text = by_hand("2018-09-10", name).await;
            assert!(text.contains("characters that cannot be shown") && !text.contains("At most 200"), "{text}");
        }
        assert!(by_hand("2018-09-10", &"n".repeat(201)).await.contains("At most 200 characters"));
        assert!(by_hand("1999-12-31", "Ada").await.contains("the first one possible is"));
        assert!(by_hand("2018-09-13", "Ada").await.contains("That day lies ahead."));
        assert_eq!(paid(&world).await, 1);
    }
}
