//! Files of banks that are not as they should be: of another account, with the newest lines first, without references that
//! tell lines apart, with days that cannot be, too long, or read by the wrong columns.

use super::banking::{
    DESK, IBAN, announce, camt, chosen, decide, desk, entry, paid, send_file, told, treasurer, upload,
};
use super::stories;
use super::world::World;
use axum::http::StatusCode;

const OTHER: &str = "GB29NWBK60161331926819";
const MOST: usize = 4 * 1024 * 1024;

stories! {
    async fn a_file_of_another_account_is_not_taken(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (_, bo) = announce(&world, "Bo", "bo@givers.example", "60").await;
        let other = camt(&[entry(1, "50.00", ("Ada", &ada))]).replace(IBAN, OTHER);
        let answer = upload(&world, &treasurer, &other, &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert!(text.contains("…6819") && text.contains("…3000") && !text.contains(OTHER), "{text}");
        let mt940 = format!(
            ":20:X\r\n:25:12030000/202051\r\n:28C:0\r\n:60F:C180911EUR100,00\r\n:61:1809120912CR50,00N051NONREF\r\n:86:{ada}\r\n:62F:C180912EUR150,00\r\n-\r\n"
        );
        assert_eq!(upload(&world, &treasurer, &mt940, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!((paid(&world).await, world.number("select count(*) as n from transfer_line").await), (0, 0));

        // Of one that tells of both, this one’s lines count.
        let body = |file: &str| file.replace("<Document><BkToCstmrStmt>", "").replace("</BkToCstmrStmt></Document>", "");
        let both = format!(
            "<Document><BkToCstmrStmt>{}{}</BkToCstmrStmt></Document>",
            body(&other),
            body(&camt(&[entry(2, "60.00", ("Bo", &bo))]))
        );
        let text = told(&world, &treasurer, upload(&world, &treasurer, &both, &[]).await).await;
        assert!(text.contains("1 transfer was booked.") && text.contains("1 line was none of ours"), "{text}");
    }

    async fn a_return_above_its_gift_is_not_lost(world: World) {
        let treasurer = treasurer(&world).await;
        let (ada, reference) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let waits = entry(3, "7.00", ("Works Ltd", "Salary")).replace("BOOK", "PDNG");
        let file = camt(&[waits, entry(2, "-50.00", ("Ada", &reference)), entry(1, "50.00", ("Ada", &reference))]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("1 transfer was booked.") && text.contains("1 line waits for you"), "{text}");
        assert!(text.contains("1 line is not booked by the bank yet"), "{text}");
        decide(&world, &treasurer, &[("deed", "reverse")]).await;
        assert!(world.get(&ada).await.text().contains("were paid back"));
    }

    async fn gifts_that_a_bank_tells_as_one_sum_are_for_a_person(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "20").await;
        let (_, bo) = announce(&world, "Bo", "bo@givers.example", "30").await;
        let part = |name: &str, words: &str| {
            format!("<TxDtls><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>{words}</Ustrd></RmtInf></TxDtls>")
        };
        let batch = |day: u32, amount: &str, parts: &[String]| {
            let whole = entry(day, amount, ("", ""));
            let (before, rest) = whole.split_once("<NtryDtls>").unwrap();
            let (_, after) = rest.split_once("</NtryDtls>").unwrap();
            format!("{before}<NtryDtls>{}</NtryDtls>{after}", parts.concat())
        };
        let file = camt(&[
            batch(1, "50.00", &[part("Ada", &ada), part("Bo", &bo)]),
            batch(2, "20.00", &[part("Ada", &ada), part("Rent Ltd", "Rent")]),
            batch(3, "70.00", &[part("Works Ltd", "Salary"), part("Rent Ltd", "Rent")]),
        ]);
        let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
        assert!(text.contains("No transfer was booked.") && text.contains("2 lines wait for you"), "{text}");
        assert!(text.contains("1 line was none of ours"), "{text}");
        let text = desk(&world, &treasurer).await;
        assert_eq!(text.matches("The bank tells several transfers as one sum.").count(), 2, "{text}");
        assert!(text.contains(&format!("Ada {ada} / Bo {bo}")) && !text.contains("Salary"), "{text}");
    }

    async fn two_gifts_are_two_though_their_bank_calls_them_alike(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let (_, bo) = announce(&world, "Bo", "bo@givers.example", "50").await;
        for (name, reference) in [("Ada", &ada), ("Bo", &bo), ("Ada", &ada)] {
            let file = camt(&[entry(1, "50.00", (name, reference))]).replace(">B1<", ">0<");
            upload(&world, &treasurer, &file, &[]).await;
        }
        assert_eq!(paid(&world).await, 2);
        assert!(desk(&world, &treasurer).await.contains("Nothing waits for you."), "the same file again is known");
        // Nor is the sort of a transaction what a bank calls it.
        let (_, cy) = announce(&world, "Cy", "cy@givers.example", "50").await;
        let table = format!("Buchungstag;Transaktionscode;Verwendungszweck;Betrag\n12.09.2018;166;{cy};50,00\n");
        let text = upload(&world, &treasurer, &table, &[]).await.text();
        assert!(chosen(&text).contains(&("map_reference", String::new())), "{text}");
    }

    async fn a_day_that_cannot_be_is_for_a_person(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        for (number, day) in [(1, "2018-09-14"), (2, "2017-08-01"), (3, "2150-01-01")] {
            let file = camt(&[entry(number, "50.00", ("Ada", &ada))]).replace("2018-09-12", day);
            let text = told(&world, &treasurer, upload(&world, &treasurer, &file, &[]).await).await;
            assert!(text.contains("No transfer was booked.") && text.contains("1 line waits for you"), "{day}: {text}");
        }
        assert!(desk(&world, &treasurer).await.contains("Its day lies ahead, or long before it was announced."));
        assert_eq!(paid(&world).await, 0);
    }

    async fn a_mistake_in_a_table_s_columns_keeps_what_was_chosen(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let table = format!("Buchungstag;Auftraggeber;Verwendungszweck;Betrag\n12.09.2018;Ada;{ada};50,00\n");
        let proposed = chosen(&upload(&world, &treasurer, &table, &[]).await.text());
        let but = |changes: &[(&str, &str)]| {
            let with = |(name, value): &(&'static str, String)| {
                let changed = changes.iter().find(|(other, _)| other == name);
                (*name, changed.map_or(value.clone(), |(_, value)| (*value).to_owned()))
            };
            proposed.iter().map(with).collect::<Vec<_>>()
        };
        for (changes, fields) in [
            (vec![("map_day", ""), ("map_skip", "many"), ("map_text_2", "1")], vec!["map_day", "map_skip"]),
            (vec![("map_amount", ""), ("map_name", "2")], vec!["map_amount"]),
            (vec![("map_amount", ""), ("map_credit", "3")], vec!["map_debit"]),
            (vec![("map_amount", ""), ("map_debit", "3")], vec!["map_credit"]),
            // It can be read, and the file is not so.
            (vec![("map_day", "1"), ("map_text_3", "3")], vec!["map_day"]),
            (vec![("map_amount", "1"), ("map_point", "dot")], vec!["map_amount"]),
            (vec![("map_day_format", "ymd")], vec!["map_day"]),
        ] {
            let sent = but(&changes);
            let answer = upload(&world, &treasurer, &table, &sent).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{changes:?}");
            let text = answer.text();
            assert_eq!(chosen(&text), sent, "all is kept: {changes:?}");
            for field in &fields {
                assert!(text.contains(&format!("id=\"{field}-error\"")), "{changes:?}: {text}");
                assert!(text.contains(&format!("<a href=\"#{field}\">")), "{changes:?}: {text}");
            }
            assert_eq!(text.matches("class=\"error\"").count(), fields.len(), "nothing else is wrong: {text}");
        }
        // Without the file.
        let sent = but(&[("map_name", "2")]);
        let answer = upload(&world, &treasurer, "", &sent).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(chosen(&answer.text()), sent);
        told(&world, &treasurer, upload(&world, &treasurer, &table, &but(&[])).await).await;
        assert_eq!(paid(&world).await, 1);
    }

    async fn a_file_of_four_megabytes_is_read_and_one_above_is_told_so(world: World) {
        let treasurer = treasurer(&world).await;
        let (_, ada) = announce(&world, "Ada", "ada@givers.example", "50").await;
        let padded = |file: String, bytes: usize| format!("{file}{}", " ".repeat(bytes - file.len()));
        let file = || camt(&[entry(1, "50.00", ("Ada", &ada))]);
        for bytes in [MOST + 1, 4 * MOST, 5 * MOST] {
            let answer = upload(&world, &treasurer, &padded(file(), bytes), &[]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bytes}");
            assert!(answer.text().contains("This file is too long. Please take fewer days."));
        }
        told(&world, &treasurer, upload(&world, &treasurer, &padded(file(), MOST), &[]).await).await;
        assert_eq!(paid(&world).await, 1);

        let typed = [
            ("invoice_item", "king-size-side".to_owned()),
            ("invoice_amount", "12.34".to_owned()),
            ("invoice_day", "2018-09-10".to_owned()),
            ("invoice_number", "A-17".to_owned()),
            ("invoice_words", "Vinyl for the first bus".to_owned()),
        ];
        for (bytes, keeps) in [(MOST + 1, true), (5 * MOST, false)] {
            let pdf = padded("%PDF-1.4\n".to_owned(), bytes);
            let answer = send_file(&world, &treasurer, &format!("{DESK}/invoices"), &typed, &pdf).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bytes}");
            let text = answer.text();
            assert!(text.contains("This file is larger than 4 MB."), "{text}");
            assert_eq!(text.contains("Vinyl for the first bus"), keeps, "what was typed: {text}");
        }
        let pdf = padded("%PDF-1.4\n".to_owned(), MOST);
        let answer = send_file(&world, &treasurer, &format!("{DESK}/invoices"), &typed, &pdf).await;
        assert!(answer.location().contains("done=entered"), "{}", answer.text());
    }
}
