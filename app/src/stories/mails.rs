//! Mails over real SMTP on loopback: sent, refused, tried again, and waiting where no server is set.

use super::stories;
use super::world::World;
use crate::clock::{HOUR, MINUTE};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Debian's aiosmtpd behind the mailer crate's test server.
pub struct Server {
    child: Child,
    pub url: String,
    mails: PathBuf,
}

impl Server {
    pub fn start(mode: &str, mails: &Path) -> Self {
        std::fs::create_dir_all(mails).unwrap();
        let script = super::checkout().join("crates/mailer/tests/smtp_server.py");
        let mut child = Command::new("/usr/bin/python3")
            .arg(script)
            .args(["--mode", mode, "--mails"])
            .arg(mails)
            .stdout(Stdio::piped())
            .spawn()
            .expect("Debian's python3 with python3-aiosmtpd");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { url: format!("smtp://127.0.0.1:{}", line.trim()), child, mails: mails.to_owned() }
    }

    pub fn received(&self) -> Vec<String> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(&self.mails)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        files.sort();
        files.into_iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub async fn state_of_mails(world: &World, state: &str) -> i64 {
    let mut c = world.app.db.read().await.unwrap();
    let states = crate::mail::store::count_by_state(&mut c).await.unwrap();
    states.iter().find(|(one, _)| one == state).map_or(0, |(_, count)| *count)
}

stories! {
    async fn with_no_server_set_mails_wait_and_go_out_when_one_is(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        assert_eq!(state_of_mails(&world, "waiting").await, 1);
        let server = Server::start("accept", &world.folder().join("mails"));
        let url = server.url.clone();
        let world = world.restarted(|settings| crate::config::Settings { smtp_url: Some(url.clone()), ..settings }).await;
        world.work().await;
        assert_eq!(state_of_mails(&world, "sent").await, 1);
        let received = server.received();
        assert_eq!(received.len(), 1);
        let mail = &received[0];
        assert!(mail.contains("ada@example.org"));
        assert!(mail.contains("multipart/alternative") && mail.contains("text/plain") && mail.contains("text/html"));
        assert!(mail.contains("Auto-Submitted: auto-generated"), "{mail}");
        world.work().await;
        assert_eq!(server.received().len(), 1, "a mail goes out once");
    }

    async fn a_mail_that_a_server_refuses_is_kept_as_bounced_and_the_next_one_goes_out(world: World) {
        let server = Server::start("refuse-some", &world.folder().join("mails"));
        let url = server.url.clone();
        let world = world.restarted(|settings| crate::config::Settings { smtp_url: Some(url.clone()), ..settings }).await;
        world.sign_on("Nobody", "refused@example.org").await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        assert_eq!(state_of_mails(&world, "bounced").await, 1);
        assert_eq!(state_of_mails(&world, "sent").await, 1);
        assert_eq!(world.number("select count(*) as n from mail where answer like '550%' and answer not like '%@%'").await, 1);
        world.pass(HOUR);
        world.work().await;
        assert_eq!(server.received().len(), 1, "a refused mail is not tried again");
    }

    async fn a_mail_that_is_not_taken_now_is_tried_again_later_and_not_before(world: World) {
        let server = Server::start("later-once", &world.folder().join("mails"));
        let url = server.url.clone();
        let world = world.restarted(|settings| crate::config::Settings { smtp_url: Some(url.clone()), ..settings }).await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        assert_eq!(state_of_mails(&world, "waiting").await, 1);
        assert_eq!(server.received().len(), 0);
        world.pass(MINUTE / 2);
        world.work().await;
        assert_eq!(server.received().len(), 0);
        world.pass(MINUTE);
        world.work().await;
        assert_eq!(server.received().len(), 1);
        assert_eq!(state_of_mails(&world, "sent").await, 1);
    }

    async fn a_mail_to_a_sign_on_that_was_deleted_is_dropped(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let link = world.mail_to("ada@example.org").await.link();
        world.press(&link, "withdrawal").await;
        let server = Server::start("accept", &world.folder().join("mails"));
        let url = server.url.clone();
        let world = world.restarted(|settings| crate::config::Settings { smtp_url: Some(url.clone()), ..settings }).await;
        world.work().await;
        assert_eq!(state_of_mails(&world, "dropped").await, 1);
        assert_eq!(server.received().len(), 0);
    }

    async fn subject_sender_and_reply_address_are_the_campaigns(world: World) {
        let server = Server::start("accept", &world.folder().join("mails"));
        let url = server.url.clone();
        let world = world.restarted(|settings| crate::config::Settings { smtp_url: Some(url.clone()), ..settings }).await;
        world.change_campaign(|campaign| {
            campaign.mail.sender_name = "Letter, and People".to_owned();
            campaign.mail.sender_address = "letter@campaign.example.org".to_owned();
            campaign.mail.reply_to = Some("people@campaign.example.org".to_owned());
            campaign.mail.subject = campaign.languages.iter().map(|tag| (tag.clone(), format!("Confirm {tag}"))).collect();
        }).await;
        world.sign_on("Ada Example", "ada@example.org").await;
        world.work().await;
        let mail = &server.received()[0];
        assert!(mail.contains("Subject: Confirm en"), "{mail}");
        // "Letter, and People" as RFC 2047 writes it.
        assert!(mail.contains("TGV0dGVyLCBhbmQgUGVvcGxl?= <letter@campaign.example.org>"), "{mail}");
        assert!(mail.contains("Reply-To: people@campaign.example.org"), "{mail}");
    }

    async fn send_it_again_sends_the_link_that_waits_and_says_nothing_about_it(world: World) {
        world.sign_on("Ada Example", "ada@example.org").await;
        let first = world.mail_to("ada@example.org").await.link();
        let letter = world.letter().await;
        let slugs = letter.trim_start_matches("/campaigns/").replace("/letters/", "/");
        let known = world.post("/signatures/links", &[("email", "ADA@example.org"), ("letter", &slugs)]).await;
        let unknown = world.post("/signatures/links", &[("email", "nobody@example.org"), ("letter", &slugs)]).await;
        assert_eq!(known.bytes_but_id_and_date(), unknown.bytes_but_id_and_date());
        let mails = world.mails().await;
        assert_eq!(mails.len(), 2);
        assert_eq!((mails[1].kind.as_str(), mails[1].link()), ("link_again", first.clone()));
        assert_eq!(mails[1].to, "ada@example.org", "it goes to the address as it was typed in the form");
        world.post("/signatures/links", &[("email", "ada@example.org")]).await;
        assert_eq!(world.mails().await.len(), 3, "without a letter it is found too");
        world.post("/signatures/links", &[("email", "ada@example.org"), ("letter", &slugs)]).await;
        assert_eq!(world.mails().await.len(), 3, "three mails a day, whatever is asked for");
        world.press(&first, "confirmation").await;
        world.pass(25 * HOUR);
        world.post("/signatures/links", &[("email", "ada@example.org"), ("letter", &slugs)]).await;
        let again = world.mails().await.pop().unwrap();
        assert_eq!((again.kind.as_str(), again.link()), ("link_again", first));
        let answer = world.post("/signatures/links", &[("email", "nonsense"), ("letter", &slugs)]).await;
        assert_eq!(answer.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("value=\"nonsense\""));
    }
}
