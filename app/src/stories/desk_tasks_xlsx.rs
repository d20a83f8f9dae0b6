//! An export as a spreadsheet, read by another program.

use super::desk::{Clerk, GROUP};
use super::desk_lists::LIST;
use super::desk_tasks::{ask, file_on, fill, step, tasks};
use super::stories;
use super::world::World;
use crate::accounts::Role;
use axum::http::header;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

async fn made(world: &World, clerk: &Clerk) -> Book {
    world.work().await;
    let file = clerk.get(world, &file_on(&tasks(world, clerk).await).unwrap()).await;
    assert_eq!(
        file.headers[header::CONTENT_TYPE],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    assert_eq!(
        file.headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"dropsalesforce-signatures.xlsx\""
    );
    Xlsx::new(Cursor::new(file.body.to_vec())).unwrap()
}

fn rows(book: &mut Book) -> Vec<Vec<Data>> {
    book.worksheet_range("signatures").unwrap().rows().map(<[Data]>::to_vec).collect()
}

async fn organiser(world: &World) -> Clerk {
    Clerk::of(world, "desk@example.org", GROUP, Role::Organiser).await
}

stories! {
    async fn no_cell_of_a_spreadsheet_is_a_formula_and_each_holds_what_was_typed(world: World) {
        let wide = "W".repeat(200);
        let typed = [
            ("=1+1", "\t=cmd|'/C calc'!A0"),
            ("+1", "=HYPERLINK(\"http://evil.example\")"),
            ("-2", "-1\n@sum"),
            ("@sum", "<c><f>1+1</f></c> & ]]>"),
            ("Ada 👩‍👩‍👧 Lovelace", "قلتها بالعربية"),
            (&wide, "_x0041_"),
        ];
        for (place, (name, comment)) in typed.iter().enumerate() {
            let email = format!("evil{place}@signers.example");
            world.submit(&[("name", name), ("email", &email), ("comment", comment), ("postal_code", "01234")]).await;
            let link = world.mail_to(&email).await.link();
            world.press(&link, "confirmation").await;
        }
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "xlsx").await;
        let mut book = made(&world, &clerk).await;
        let formulas = book.worksheet_formula("signatures").unwrap();
        assert!(formulas.rows().flatten().all(String::is_empty));
        let rows = rows(&mut book);
        let at = |head: &str| rows[0].iter().position(|one| *one == Data::String(head.to_owned())).unwrap();
        assert_eq!(rows.len(), 1 + typed.len());
        for (row, (name, comment)) in rows[1..].iter().zip(&typed) {
            assert_eq!(row[at("name")], Data::String((*name).to_owned()));
            assert_eq!(row[at("comment")], Data::String(comment.trim().to_owned()));
            assert_eq!(row[at("postal_code")], Data::String("01234".to_owned()), "no number is made of it");
            assert!(matches!(row[at("confirmed_at (UTC)")], Data::DateTime(_)), "{row:?}");
            assert_eq!(row[at("public")], Data::Float(0.0));
        }
    }

    async fn a_spreadsheet_goes_on_after_a_restart_and_holds_what_the_csv_does(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        ask(&world, &clerk, "signatures", "", "xlsx").await;
        step(&world).await;
        let world = world.restarted(|settings| settings).await;
        step(&world).await;
        let world = world.restarted(|settings| settings).await;
        let mut book = made(&world, &clerk).await;
        let rows = rows(&mut book);
        let csv = clerk.get(&world, &format!("{LIST}.csv")).await.text();
        assert_eq!(rows.len(), 2_501);
        for (row, line) in rows.iter().zip(csv.lines()) {
            assert_eq!(row[0].to_string(), line.split(',').next().unwrap());
        }
    }
}
