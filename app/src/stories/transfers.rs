//! Somebody gives by bank transfer: the account, the reference and the code on the private page, what a statement tells of
//! it, and what a person decides.

use super::banking::{
    DESK, IBAN, account, announce, camt, chosen, decide, desk, entry, paid, public, told, treasurer, upload,
};
use super::desk::{Clerk, GROUP};
use super::fundraising::{balances, mails_of, send};
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::clock::{DAY, HOUR};
use crate::fundraisers::{store, transfers};
use axum::http::StatusCode;

stories! {
    async fn who_gives_by_transfer_is_shown_account_reference_and_code(world: World) {
        let before = public(&world).await;
        assert!(!before.contains("By bank transfer"), "there is no account");
        let treasurer = treasurer(&world).await;
        assert!(public(&world).await.contains("By bank transfer"));
        let (link, reference) = announce(&world, "Ada Lovelace", "ada@givers.example", "50").await;
        let own = world.get(&link).await.text();
        for part in ["Our Association", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "EUR\u{a0}50", &reference, "<svg class=\"qr\"", "once it has arrived"] {
            assert!(own.contains(part), "{part}: {own}");
        }
        assert!(!own.contains("Go on to payment"), "no card is asked for");
        let one = store::by_id(&mut world.db().read().await.unwrap(), 1).await.unwrap().unwrap();
        assert_eq!(
            transfers::payload(&one, &account()).unwrap(),
            format!("BCD\n002\n1\nSCT\nCOBADEFFXXX\nOur Association\n{IBAN}\nEUR50.00\n\n{}", reference.replace(' ', ""))
        );
        let mails: Vec<_> = mails_of(&world).await.into_iter().filter(|mail| mail.to == "ada@givers.example").collect();
        assert_eq!(mails.len(), 1);
        let mail = &mails[0];
        assert!(mail.kind == "pledge_transfer" && mail.link() != link, "the mailed link is another: {}", mail.text);
        for part in ["Our Association", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "EUR\u{a0}50", &reference] {
            let text = mail.text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&part.replace('\u{a0}', " ")), "{part}: {text}");
        }
        assert!(public(&world).await.contains("EUR\u{a0}0 of EUR\u{a0}3,000"), "it counts once it arrived");
        assert_eq!(world.number("select count(*) as n from payment_call").await, 0);

        // A card is there beside it, and what covers its fees.
        let form = [("way", "card"), ("name", "Bo"), ("email", "bo@givers.example"), ("amount", "50.00"), ("cover", "1")];
        assert!(send(&world, &form).await.location().contains("/payment"));
        let form = [("way", "transfer"), ("name", "Cy"), ("email", "cy@givers.example"), ("amount", "50.00"), ("cover", "1")];
        assert!(!send(&world, &form).await.location().contains("/payment"));
        assert_eq!(world.number("select amount as n from pledge where name = 'Cy'").await, 5_000, "a bank keeps nothing");

        // One that is announced waits longer than a card.
        world.pass(30 * DAY);
        world.work().await;
        world.pass(2 * HOUR);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from pledge").await, 2);
        // Its statement may be uploaded a year later.
        for (days, kept) in [(61, 2), (308, 2), (2, 0)] {
            world.pass(days * DAY);
            world.work().await;
            world.pass(2 * HOUR);
            world.work().await;
            assert_eq!(world.number("select count(*) as n from pledge").await, kept, "{days}");
        }
        drop(treasurer);
    }

    async fn a_statement_books_what_is_certain_and_once(world: World) {
        let treasurer = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (_, other) = announce(&world, "Bo", "bo@givers.example", "60").await;
        let rent = entry(9, "-800.00", ("Landlord Ltd", "Rent"));
        let salary = entry(8, "2100.00", ("Works Ltd", "Salary of Grace Hopper"));
        let first = camt(&[entry(1, "50.00", ("Ada", &format!("{reference} good luck"))), rent.clone(), salary]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &first, &[]).await).await;
        assert!(text.contains("1 transfer was booked.") && text.contains("2 lines were none of ours"), "{text}");
        assert!(text.contains("1 transfer of EUR\u{a0}60 is announced"), "{text}");
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."));
        assert!(world.get(&ada).await.text().contains("12 September 2018"), "the day of the booking");
        assert!(public(&world).await.contains("EUR\u{a0}50 of EUR\u{a0}3,000 given by 1 person"));
        assert_eq!(world.number("select count(*) as n from transfer_line where words <> '' or name <> ''").await, 0, "nobody’s salary is kept");

        // Again, and one that overlaps.
        let text = told(&world, &treasurer, upload(&world, &treasurer, &first, &[]).await).await;
        assert!(text.contains("No transfer was booked.") && text.contains("1 line was known"), "{text}");
        let second = camt(&[entry(1, "50.00", ("Ada", &format!("{reference} good luck"))), entry(2, "60.00", ("Bo", &other)), rent]);
        told(&world, &treasurer, upload(&world, &treasurer, &second, &[]).await).await;
        assert_eq!(paid(&world).await, 2);
        let receipts = mails_of(&world).await.into_iter().filter(|mail| mail.kind == "pledge_receipt");
        assert_eq!(receipts.count(), 2);
        assert_eq!(world.number("select cast(sum(minor) as bigint) as n from ledger_line where account = 'assets:bank'").await, 11_000);
        assert_eq!(world.number("select count(*) as n from ledger_entry where day = '2018-09-12'").await, 2);
        balances(&world).await;
    }

    async fn other_kinds_of_files_are_read_and_a_table_is_looked_at_first(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (_, bo) = announce(&world, "Bo", "bo@givers.example", "1060.50").await;
        let mt940 = format!(
            ":20:STARTUMS\r\n:25:37040044/532013000\r\n:28C:0\r\n:60F:C180911EUR100,00\r\n:61:1809120912CR50,00N051NONREF\r\n\
             :86:166?00GUTSCHRIFT?20{ada}?32ADA\r\n:62F:C180912EUR150,00\r\n-\r\n"
        );
        let text = told(&world, &treasurer, upload(&world, &treasurer, &mt940, &[]).await).await;
        assert!(text.contains("1 transfer was booked."), "{text}");
        let table = format!(
            "Buchungstag;Auftraggeber;Verwendungszweck;Betrag;Währung\n12.09.2018;Bo;{bo};1.060,50;EUR\n12.09.2018;Works Ltd;Salary;2.100,00;EUR\n"
        );
        let answer = upload(&world, &treasurer, &table, &[]).await;
        assert_eq!(answer.status, StatusCode::OK);
        let text = answer.text();
        assert!(text.contains("choose the same file again") && text.contains("1.060,50") && text.contains("4: Betrag"), "{text}");
        assert_eq!(paid(&world).await, 1, "nothing is booked before somebody looked");
        // As a browser would send what is chosen.
        let chosen = chosen(&text);
        assert!(chosen.iter().any(|(name, value)| *name == "map_amount" && value == "3"), "{chosen:?}");
        let text = told(&world, &treasurer, upload(&world, &treasurer, &table, &chosen).await).await;
        assert!(text.contains("1 transfer was booked.") && text.contains("1 line was none of ours"), "{text}");
        assert_eq!(paid(&world).await, 2);

        // Of the next table with these heads nobody is asked, unless they wish to be.
        let (_, di) = announce(&world, "Di", "di@givers.example", "20").await;
        let next = format!("Buchungstag;Auftraggeber;Verwendungszweck;Betrag;Währung\n12.09.2018;Di;{di};20,00;EUR\n");
        let answer = upload(&world, &treasurer, &next, &[("ask", "1".to_owned())]).await;
        assert!(answer.status == StatusCode::OK && answer.text().contains("map_delimiter"));
        let text = told(&world, &treasurer, upload(&world, &treasurer, &next, &[]).await).await;
        assert!(text.contains("1 transfer was booked.") && text.contains("was read as that one"), "{text}");
        let broken = next.replace("12.09.2018", "soon");
        let text = upload(&world, &treasurer, &broken, &[]).await.text();
        assert!(text.contains("map_day") && text.contains("soon"), "what is no day any more is asked for: {text}");
        let other = next.replace("Betrag", "Umsatz");
        assert!(upload(&world, &treasurer, &other, &[]).await.text().contains("map_delimiter"), "other heads, other table");
        let elsewhere = world.number("select count(*) as n from table_reading where heads like '%Buchung%'").await;
        assert_eq!(elsewhere, 0);

        // A table without heads is mapped by hand.
        let (_, cy) = announce(&world, "Cy", "cy@givers.example", "70").await;
        let bare = format!("2018-09-12,70.00,{cy}\n");
        let answer = upload(&world, &treasurer, &bare, &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("No line says which columns") && answer.text().contains("map_day"));
        let typed = [
            ("map_encoding", "utf-8"), ("map_delimiter", "comma"), ("map_skip", "0"), ("map_day", "0"),
            ("map_day_format", "ymd"), ("map_amount", "1"), ("map_point", "dot"), ("map_text", "2"),
        ];
        let typed: Vec<(&str, String)> = typed.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        told(&world, &treasurer, upload(&world, &treasurer, &bare, &typed).await).await;
        assert_eq!(paid(&world).await, 4);
        assert_eq!(world.number("select count(*) as n from table_reading").await, 1, "nothing is known again without heads");
        balances(&world).await;
    }

    async fn what_is_no_statement_is_told_where_and_nothing_is_booked(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let broken = entry(2, "lots", ("Bo", "x"));
        for (file, says) in [
            (camt(&[entry(1, "50.00", ("Ada", &ada)), broken]), "Element Amt on line 3"),
            ("%PDF-1.4".to_owned(), "This is no text"),
            ("<html></html>".to_owned(), "This XML holds no statement."),
            (String::new(), "This is needed."),
            (format!(":20:X\r\n:25:1\r\n:28C:0\r\n:60F:C180911EUR100,00\r\n:61:1809120912CR50,00N051NONREF\r\n:86:{ada}\r\n:62F:C180912EUR99,00\r\n-\r\n"), "do not come to the difference"),
        ] {
            let answer = upload(&world, &treasurer, &file, &[]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{file}");
            assert!(answer.text().contains(says), "{says}: {}", answer.text());
        }
        assert_eq!((paid(&world).await, world.number("select count(*) as n from transfer_line").await), (0, 0));
        let moderator = Clerk::of(&world, "mod@desk.example", GROUP, Role::Moderator).await;
        let answer = upload(&world, &moderator, &camt(&[entry(1, "50.00", ("Ada", &ada))]), &[]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(moderator.get(&world, &format!("{DESK}/statements")).await.status, StatusCode::FORBIDDEN);
    }

    async fn what_is_doubtful_a_person_decides(world: World) {
        let treasurer = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada Lovelace", "ada@givers.example", "50").await;
        let (bo, other) = announce(&world, "Bo", "bo@givers.example", "60").await;
        let digit = if reference.ends_with('7') { "8" } else { "7" };
        let slip = format!("{}{digit}", &reference[..reference.len() - 1]);
        let file = camt(&[entry(1, "50.00", ("A. Lovelace", &slip)), entry(2, "45.00", ("Bo", &other))]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("No transfer was booked.") && text.contains("2 lines wait for you"), "{text}");
        assert!(text.contains("has a slip") && text.contains("not the one that was announced") && text.contains(&reference), "{text}");
        let answer = decide(&world, &treasurer, &[("deed", "assign"), ("reference", "RF00 nothing")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("No announced transfer") && answer.text().contains("RF00 nothing"), "{}", answer.text());
        decide(&world, &treasurer, &[("deed", "assign"), ("reference", &reference.to_lowercase())]).await;
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."));
        let number = world.number("select id as n from pledge where name = 'Bo'").await.to_string();
        let answer = decide(&world, &treasurer, &[("deed", "assign"), ("reference", &number)]).await;
        assert!(answer.location().contains("done=assign"), "{}", answer.location());
        assert!(world.get(&bo).await.text().contains("You gave EUR\u{a0}45."), "what arrived is what was given");
        assert!(desk(&world, &treasurer).await.contains("Nothing waits for you."));
        assert_eq!(world.number("select count(*) as n from transfer_line where name <> '' or words <> ''").await, 0, "who paid is forgotten once it is decided");
        told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert_eq!(paid(&world).await, 2);

        // Somebody pays once more.
        let file = camt(&[entry(3, "50.00", ("Ada Lovelace", &reference)), entry(4, "5.00", ("Ada Lovelace", &reference))]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("It names a transfer that was booked before"), "{text}");
        decide(&world, &treasurer, &[("deed", "give")]).await;
        let left = decide(&world, &treasurer, &[("deed", "leave")]).await;
        assert!(left.location().contains("done=leave"));
        assert_eq!(paid(&world).await, 3);
        assert!(public(&world).await.contains("EUR\u{a0}145 of EUR\u{a0}3,000 given by 3 people"), "{}", public(&world).await);

        // And one that no file tells of, entered twice.
        let form = [("transfer_amount", "20"), ("transfer_day", "2018-09-10"), ("transfer_name", "Grace Hopper")];
        let answer = treasurer.post(&world, &format!("{DESK}/transfers"), &form).await;
        assert!(answer.location().contains("done=give"), "{}", answer.text());
        let answer = treasurer.post(&world, &format!("{DESK}/transfers"), &form).await;
        assert!(answer.location().contains("done=known"), "{}", answer.text());
        let answer = treasurer.post(&world, &format!("{DESK}/transfers"), &[("transfer_amount", "x")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = public(&world).await;
        assert!(text.contains("EUR\u{a0}165 of EUR\u{a0}3,000 given by 4 people") && !text.contains("Grace Hopper"), "{text}");
        let receipts = mails_of(&world).await.into_iter().filter(|mail| mail.kind == "pledge_receipt");
        assert_eq!(receipts.count(), 2, "nobody is told of what nobody announced");
        balances(&world).await;
    }

    async fn a_gift_that_was_typed_wrongly_is_noted_as_gone_back(world: World) {
        let clerk = treasurer(&world).await;
        let typed = [("transfer_amount", "500"), ("transfer_day", "2018-09-10"), ("transfer_name", "Cash box")];
        let answer = clerk.post(&world, &format!("{DESK}/transfers"), &typed).await;
        assert!(answer.location().contains("done=give"), "{}", answer.text());
        let id = world.number("select id as n from pledge").await;
        let refund = format!("{DESK}/pledges/{id}/refund");
        let asked = clerk.get(&world, &refund).await.text();
        assert!(asked.contains("Did it go back?") && asked.contains("Cash box gave EUR\u{a0}500"), "{asked}");
        for done in ["done=went-back", "done=too-late"] {
            let answer = clerk.post(&world, &refund, &[]).await;
            assert!(answer.location().contains(done), "{done}: {}", answer.location());
        }
        assert_eq!(paid(&world).await, 0);
        balances(&world).await;
    }

    async fn what_is_entered_by_hand_may_be_one_that_was_announced(world: World) {
        let clerk = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let hand = format!("{DESK}/transfers");
        let typed = |reference| {
            [("transfer_amount", "45"), ("transfer_day", "2018-09-10"), ("transfer_name", "Ada L."), ("transfer_reference", reference)]
        };
        let answer = clerk.post(&world, &hand, &typed("RF00 nothing")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert!(text.contains("No announced transfer") && text.contains("RF00 nothing") && text.contains("Ada L."), "{text}");
        assert_eq!(paid(&world).await, 0);
        let answer = clerk.post(&world, &hand, &typed(&reference)).await;
        assert!(answer.location().contains("done=give"), "{}", answer.text());
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}45."), "what arrived is what was given");
        assert_eq!(world.number("select count(*) as n from pledge").await, 1, "it is the one that was announced");
        assert!(mails_of(&world).await.iter().any(|mail| mail.kind == "pledge_receipt"));
        // It is open no more.
        let answer = clerk.post(&world, &hand, &typed(&reference)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        balances(&world).await;
    }

    async fn a_transfer_can_be_called_off_and_is_for_a_person_if_it_comes_all_the_same(world: World) {
        let clerk = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        assert!(world.get(&ada).await.text().contains("If you have not transferred it yet."));
        let answer = world.post(&below(&ada, "cancellation"), &[]).await;
        let own = world.get(&answer.location()).await.text();
        assert!(own.contains("You called this transfer off.") && !own.contains("DE89 3704"), "{own}");
        assert!(desk(&world, &clerk).await.contains("No transfer is announced that has not come."));
        assert!(mails_of(&world).await.iter().all(|mail| mail.to != "ada@givers.example"), "nobody is asked to transfer what was called off");
        let file = camt(&[entry(1, "50.00", ("Ada", &reference))]);
        let text = told(&world, &clerk, upload(&world, &clerk, &file, &[]).await).await;
        assert!(text.contains("booked before or called off") && paid(&world).await == 0, "{text}");
        decide(&world, &clerk, &[("deed", "give")]).await;
        assert_eq!(paid(&world).await, 1);
        balances(&world).await;
    }

    async fn a_gift_that_went_back_is_noted_once_a_person_says_so(world: World) {
        let treasurer = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let file = camt(&[entry(1, "50.00", ("Ada", &reference)), entry(2, "-50.00", ("Ada", &format!("Back: {reference}")))]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("1 transfer was booked.") && text.contains("1 line waits for you"), "{text}");
        assert!(world.get(&ada).await.text().contains("You gave EUR\u{a0}50."), "nothing goes back by itself");
        let id = world.number("select id as n from pledge").await;
        let page = treasurer.get(&world, DESK).await.text();
        assert!(page.contains("Bank transfers and statements") && page.contains(&format!("pledges/{id}/refund")));
        assert!(page.contains("Went back") && !page.contains("Pay back<span"), "no provider can pay it back: {page}");
        let answer = decide(&world, &treasurer, &[("deed", "reverse")]).await;
        assert!(answer.location().contains("done=reverse"), "{}", answer.text());
        assert!(world.get(&ada).await.text().contains("were paid back"));
        assert!(mails_of(&world).await.iter().any(|mail| mail.kind == "pledge_refunded"));
        assert_eq!(world.number("select cast(sum(minor) as bigint) as n from ledger_line where account = 'assets:bank'").await, 0);
        assert_eq!(world.number("select count(*) as n from ledger_line where account = 'assets:provider'").await, 0);
        told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(desk(&world, &treasurer).await.contains("Nothing waits for you."));
        world.pass(3 * DAY);
        world.work().await;
        balances(&world).await;
    }
}
