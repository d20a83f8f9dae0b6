//! What shows a statement: a picture, or a PDF among the campaign's files, as a reply usually comes.

use super::press::{PRESS, press, statement};
use super::stories;
use super::world::{CAMPAIGN, World, read};
use crate::campaigns::definition::{Definition, ReplyPlace, Statement, StatementKind};
use crate::campaigns::files;
use crate::campaigns::importing::{self, Imported};
use crate::clock::SECOND;
use axum::http::{StatusCode, header};
use std::path::Path;

const PDF: &[u8] = b"%PDF-1.7\nWe will not.\n%%EOF\n";

fn with_reply(campaign: &mut Definition) {
    let asked = campaign.statements[0].slug.clone();
    campaign.statements.push(Statement {
        answers: Some(asked),
        file: Some("reply.pdf".to_owned()),
        paper: PDF.to_vec(),
        ..statement("replied", StatementKind::Replied, "2018-09-08")
    });
}

async fn written(world: &World, to: &Path) {
    let definition = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
    files::write(&definition, to).unwrap();
}

async fn page(world: &World) -> String {
    world.pass(SECOND);
    world.get(CAMPAIGN).await.text()
}

stories! {
    async fn what_shows_a_statement_is_closed_with_the_page_on_which_it_stands(world: World) {
        let set = |kind: StatementKind, place: ReplyPlace| move |campaign: &mut Definition| {
            let mut scan = campaign.pictures[0].clone();
            scan.file = "scan.svg".to_owned();
            campaign.pictures.truncate(1);
            campaign.pictures.push(scan);
            let source = campaign.statements.iter().find_map(|one| one.source.clone());
            campaign.statements = vec![Statement { file: Some("scan.svg".to_owned()), source, ..statement("scanned", kind, "2018-09-02") }];
            campaign.press.reply_place = place;
            campaign.press.embargo_until = Some("2099-01-01 00:00 America/Los_Angeles".to_owned());
        };
        let scan = format!("{CAMPAIGN}/pictures/scan.svg");
        for (kind, place, status) in [
            (StatementKind::Said, ReplyPlace::WithLetter, StatusCode::NOT_FOUND),
            (StatementKind::Asked, ReplyPlace::Top, StatusCode::NOT_FOUND),
            (StatementKind::Replied, ReplyPlace::PressOnly, StatusCode::NOT_FOUND),
            (StatementKind::Replied, ReplyPlace::WithLetter, StatusCode::OK),
            (StatementKind::Replied, ReplyPlace::Top, StatusCode::OK),
        ] {
            world.change_campaign(set(kind, place)).await;
            assert_eq!(page(&world).await.contains("scan.svg"), status == StatusCode::OK, "{kind:?} {place:?}");
            assert_eq!(world.get(&scan).await.status, status, "{kind:?} {place:?}");
        }
        let sums = world.get(&format!("{PRESS}/deliveries/1/sha256sums.txt")).await;
        assert_eq!((sums.status, sums.location().as_str()), (StatusCode::SEE_OTHER, PRESS));
        world.change_campaign(|campaign| campaign.press.embargo_until = None).await;
        assert_eq!(world.get(&scan).await.status, StatusCode::OK);
    }

    async fn a_reply_that_came_as_a_pdf_is_taken_away_as_it_came(world: World) {
        world.change_campaign(with_reply).await;
        let public = press(&world).await;
        let link = format!("<a href=\"{CAMPAIGN}/papers/reply.pdf\" download>As it came</a>: <bdi>reply.pdf</bdi>");
        assert!(public.contains(&link), "{public}");
        assert!(world.get(CAMPAIGN).await.text().contains(&link));
        let paper = format!("{CAMPAIGN}/papers/reply.pdf");
        for _ in 0..2 {
            let answer = world.get(&paper).await;
            assert_eq!((answer.status, &answer.body[..]), (StatusCode::OK, PDF));
            assert_eq!(answer.headers[header::CONTENT_TYPE], "application/pdf");
            assert_eq!(answer.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"reply.pdf\"");
            assert_eq!(answer.headers[header::CONTENT_SECURITY_POLICY], "default-src 'none'; sandbox");
            assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        }
        for other in ["papers/other.pdf", "papers/bus.svg", "pictures/reply.pdf"] {
            assert_eq!(world.get(&format!("{CAMPAIGN}/{other}")).await.status, StatusCode::NOT_FOUND, "{other}");
        }
        // It is closed with the page on which it stands.
        world.change_campaign(|campaign| {
            campaign.press.embargo_until = Some("2099-01-01 00:00 America/Los_Angeles".to_owned());
        }).await;
        assert_eq!(world.get(&paper).await.status, StatusCode::OK, "the reply stands beside the letter");
        world.change_campaign(|campaign| campaign.press.reply_place = ReplyPlace::PressOnly).await;
        assert_eq!(world.get(&paper).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_pdf_among_the_files_comes_back_as_it_went_and_what_is_none_is_refused(world: World) {
        world.change_campaign(with_reply).await;
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("out");
        written(&world, &to).await;
        let on_disk = to.join("papers/reply.pdf");
        assert_eq!(std::fs::read(&on_disk).unwrap(), PDF);
        let Imported::Changed { changes, .. } = world.import(read(&to)).await else { panic!("it was there") };
        assert_eq!(changes, []);
        std::fs::write(&on_disk, b"%PDF-1.7 another").unwrap();
        let Imported::Changed { changes, .. } = world.import(read(&to)).await else { panic!("it was there") };
        assert_eq!(changes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["papers/reply.pdf: PDF changed"]);
        let refused = || files::read(&to).unwrap_err().iter().map(ToString::to_string).collect::<Vec<_>>();
        std::fs::write(&on_disk, b"<html>").unwrap();
        assert_eq!(refused(), ["papers/reply.pdf:1: this is no PDF; save it as one, or name a [[picture]] instead"]);
        std::fs::write(&on_disk, [PDF, &vec![b' '; 2_000_001][..]].concat()).unwrap();
        assert_eq!(refused(), ["papers/reply.pdf:1: this PDF has 2.1 MB; the most is 2 MB, so make it smaller"]);
        std::fs::remove_file(&on_disk).unwrap();
        assert!(refused()[0].contains("file names papers/reply.pdf, which is missing"), "{:?}", refused());
        std::fs::write(to.join("papers/stray.pdf"), PDF).unwrap();
        assert!(refused().iter().any(|fault| fault.contains("no [[statement]] in statements.toml names this file")), "{:?}", refused());
    }
}
