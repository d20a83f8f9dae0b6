//! Mails handed to real servers on loopback: aiosmtpd from Debian's python3-aiosmtpd.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up fails")]

use broadside_mailer::{Capabilities, Mailer, Message, On, Outcome};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

struct Server {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Server {
    fn start(mode: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let script = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("tests/smtp_server.py");
        let mut command = Command::new("/usr/bin/python3");
        command.arg(script).args(["--mode", mode, "--mails"]).arg(folder.path().join("mails"));
        if matches!(mode, "tls" | "starttls") {
            certificate(folder.path());
            command.arg("--certificate").arg(folder.path().join("server.pem"));
            command.arg("--key").arg(folder.path().join("server.key"));
        }
        let mut child =
            command.stdout(Stdio::piped()).spawn().expect("Debian's python3 with python3-aiosmtpd");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, port: line.trim().parse().expect("the server's port"), folder }
    }

    fn authority(&self) -> Vec<u8> {
        std::fs::read(self.folder.path().join("authority.pem")).unwrap()
    }

    fn mailer(&self) -> Mailer {
        Mailer::connect(&format!("smtp://127.0.0.1:{}", self.port), None).unwrap()
    }

    fn received(&self) -> Vec<String> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(self.folder.path().join("mails"))
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

/// An authority and a server certificate for localhost, made for this one run.
fn certificate(folder: &Path) {
    let run = |arguments: &[&str]| {
        let done =
            Command::new("openssl").args(arguments).current_dir(folder).output().expect("Debian's openssl");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n")
        .unwrap();
    run(&[
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "authority.key",
        "-out",
        "authority.pem",
        "-subj",
        "/CN=Test authority",
        "-days",
        "3650",
    ]);
    run(&[
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "server.key",
        "-out",
        "server.csr",
        "-subj",
        "/CN=localhost",
    ]);
    run(&[
        "x509",
        "-req",
        "-in",
        "server.csr",
        "-CA",
        "authority.pem",
        "-CAkey",
        "authority.key",
        "-CAcreateserial",
        "-out",
        "server.pem",
        "-days",
        "3650",
        "-extfile",
        "names",
    ]);
}

fn message(to: &str) -> Message {
    Message {
        from_name: "The letter".to_owned(),
        from_address: "letter@example.org".to_owned(),
        to_name: None,
        to_address: to.to_owned(),
        reply_to: None,
        subject: "Confirm".to_owned(),
        text: "Text.".to_owned(),
        html: "<p>HTML.</p>".to_owned(),
        message_id: "<1@example.org>".to_owned(),
        language: "en".to_owned(),
        date: 1_536_595_200_000_000,
    }
}

async fn sent(mailer: &Mailer, to: &str) -> Outcome {
    mailer.send(&message(to)).await
}

fn is_accepted(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Accepted { .. })
}

#[tokio::test]
async fn a_plain_server_takes_mails_over_one_connection() {
    let server = Server::start("accept");
    let mailer = server.mailer();
    for _ in 0..3 {
        assert_eq!(
            sent(&mailer, "ada@example.org").await,
            Outcome::Accepted { reply: "2.0.0 taken".to_owned() }
        );
    }
    let received = server.received();
    assert_eq!(received.len(), 3);
    assert!(received.iter().all(|mail| mail.starts_with("X-Rcpt: ada@example.org\r\nX-Connection: 1\r\n")));
}

#[tokio::test]
async fn several_mails_go_at_once_and_their_connections_are_kept() {
    let server = Server::start("accept");
    let mailer = server.mailer();
    for _ in 0..2 {
        let mut under_way = tokio::task::JoinSet::new();
        for number in 0..8 {
            let mailer = mailer.clone();
            under_way.spawn(async move { sent(&mailer, &format!("ada{number}@example.org")).await });
        }
        assert!(under_way.join_all().await.iter().all(is_accepted));
    }
    let received = server.received();
    assert_eq!(received.len(), 16);
    assert!(
        !received.iter().any(|mail| mail.contains("X-Connection: 9\r\n")),
        "eight connections are enough"
    );
}

#[tokio::test]
async fn what_is_written_arrives_and_a_lone_dot_ends_no_mail() {
    let server = Server::start("accept");
    let text = ".\n..\nHola, «qué tal» 🌿\n.\nMAIL FROM:<mallory@example.org>\r\n.\r\nend\r.\r\n";
    let mail = Message { text: text.to_owned(), html: text.to_owned(), ..message("ada@example.org") };
    assert!(is_accepted(&server.mailer().send(&mail).await));
    let received = server.received();
    assert_eq!(received.len(), 1);
    std::fs::write(server.folder.path().join("mail"), &received[0]).unwrap();
    let read = "import email, email.policy, sys\n\
        mail = email.message_from_binary_file(open('mail', 'rb'), policy=email.policy.default)\n\
        sys.stdout.buffer.write('|'.join(part.get_content() for part in mail.iter_parts()).encode())";
    let read = Command::new("/usr/bin/python3")
        .args(["-c", read])
        .current_dir(server.folder.path())
        .output()
        .unwrap();
    let read = String::from_utf8(read.stdout).unwrap().replace("\r\n", "\n");
    let arrived = ".\n..\nHola, «qué tal» 🌿\n.\nMAIL FROM:<mallory@example.org>\n.\nend.\n";
    assert_eq!(read.trim_end(), format!("{arrived}|{arrived}").trim_end());
}

#[tokio::test]
async fn a_refused_recipient_is_a_bounce_without_the_address_and_the_connection_goes_on() {
    let server = Server::start("refuse-some");
    let mailer = server.mailer();
    let outcome = sent(&mailer, "refused@example.org").await;
    assert_eq!(outcome, Outcome::Refused { code: 550, reason: "5.1.1 … no such user here".to_owned() });
    assert!(is_accepted(&sent(&mailer, "ada@example.org").await));
    assert!(server.received()[0].contains("X-Connection: 1\r\n"));
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again_later() {
    let server = Server::start("later-once");
    let mailer = server.mailer();
    let outcome = sent(&mailer, "ada@example.org").await;
    assert_eq!(outcome, Outcome::Later { on: On::Recipient, reason: "451 4.7.1 come back later".to_owned() });
    assert!(is_accepted(&sent(&mailer, "ada@example.org").await));
}

#[tokio::test]
async fn a_server_that_is_away_is_asked_again_later() {
    let mailer = Mailer::connect("smtp://127.0.0.1:9", None).unwrap();
    let outcome = sent(&mailer, "ada@example.org").await;
    assert!(matches!(&outcome, Outcome::Later { reason, .. } if reason.contains("refused")), "{outcome:?}");
    assert!(mailer.check().await.unwrap_err().contains("refused"));
}

#[tokio::test]
async fn a_server_that_falls_silent_is_given_up_in_time() {
    let server = Server::start("hang");
    let mailer = server.mailer().with_patience(Duration::from_millis(300));
    let silent = "no answer within 0.3 seconds";
    assert_eq!(
        sent(&mailer, "ada@example.org").await,
        Outcome::Later { on: On::Server, reason: silent.to_owned() }
    );
    assert_eq!(mailer.check().await, Err(silent.to_owned()));
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_not_taken_for_the_next_mails() {
    let server = Server::start("slow-once");
    let mailer = server.mailer().with_patience(Duration::from_millis(300));
    assert!(matches!(sent(&mailer, "slow@example.org").await, Outcome::Later { .. }));
    assert!(is_accepted(&sent(&mailer, "ada@example.org").await));
    let received = server.received();
    assert_eq!(received.len(), 1, "what was put off was not sent");
    assert!(received[0].contains("X-Rcpt: ada@example.org\r\nX-Connection: 2\r\n"));
}

#[tokio::test]
async fn a_connection_that_the_server_closed_meanwhile_puts_off_no_mail() {
    let server = Server::start("closes");
    let mailer = server.mailer();
    for _ in 0..3 {
        assert!(is_accepted(&sent(&mailer, "ada@example.org").await));
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    assert!(server.received()[2].contains("X-Connection: 3\r\n"));
}

#[tokio::test]
async fn starttls_is_used_and_a_stranger_s_certificate_is_refused() {
    let server = Server::start("starttls");
    for tls in ["required", "opportunistic"] {
        let url = format!("smtp://localhost:{}?tls={tls}", server.port);
        let mailer = Mailer::connect(&url, Some(&server.authority())).unwrap();
        let found = mailer.check().await;
        assert_eq!(found, Ok(Capabilities { encrypted: true, logged_in: false, takes_every_script: true }));
        assert!(is_accepted(&sent(&mailer, "ada@example.org").await));
        let stranger = Mailer::connect(&url, None).unwrap();
        assert!(matches!(sent(&stranger, "ada@example.org").await, Outcome::Later { .. }));
        assert!(stranger.check().await.unwrap_err().contains("certificate"));
    }
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_server_without_the_encryption_we_insist_on_gets_nothing() {
    let server = Server::start("accept");
    let insisting = Mailer::connect(&format!("smtp://localhost:{}?tls=required", server.port), None).unwrap();
    assert!(matches!(sent(&insisting, "ada@example.org").await, Outcome::Later { .. }));
    assert!(insisting.check().await.unwrap_err().contains("STARTTLS"));
    assert_eq!(server.received().len(), 0);
    let content =
        Mailer::connect(&format!("smtp://localhost:{}?tls=opportunistic", server.port), None).unwrap();
    assert!(is_accepted(&sent(&content, "ada@example.org").await));
}

#[tokio::test]
async fn a_server_that_insists_on_encryption_loses_no_mail_of_ours() {
    let server = Server::start("starttls");
    let outcome = sent(&server.mailer(), "ada@example.org").await;
    assert!(matches!(&outcome, Outcome::Later { reason, .. } if reason.starts_with("530 ")), "{outcome:?}");
}

#[tokio::test]
async fn tls_from_the_first_byte_works_too() {
    let server = Server::start("tls");
    let url = format!("smtps://localhost:{}", server.port);
    let mailer = Mailer::connect(&url, Some(&server.authority())).unwrap();
    assert!(is_accepted(&sent(&mailer, "ada@example.org").await));
    assert!(mailer.check().await.unwrap().encrypted);
    let stranger = Mailer::connect(&url, None).unwrap();
    assert!(stranger.check().await.unwrap_err().contains("certificate"));
}

#[tokio::test]
async fn a_login_lets_us_in_and_a_wrong_one_loses_no_mail() {
    let server = Server::start("auth");
    let with =
        |login: &str| Mailer::connect(&format!("smtp://{login}localhost:{}", server.port), None).unwrap();
    let right = with("user:p%40ss%20word@");
    assert!(is_accepted(&sent(&right, "ada@example.org").await));
    assert!(right.check().await.unwrap().logged_in);
    for other in [with("user:guess@"), with("")] {
        let outcome = sent(&other, "ada@example.org").await;
        assert!(
            matches!(&outcome, Outcome::Later { reason, .. } if !reason.contains("guess")),
            "{outcome:?}"
        );
    }
    assert!(with("user:guess@").check().await.unwrap_err().starts_with("535 "));
    assert!(!format!("{:?}", with("user:guess@")).contains("guess"));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_login_where_none_is_offered_is_told() {
    let server = Server::start("accept");
    let mailer = Mailer::connect(&format!("smtp://user:secret@localhost:{}", server.port), None).unwrap();
    assert!(mailer.check().await.unwrap_err().contains("takes no login"));
}

#[tokio::test]
async fn people_with_addresses_of_every_script_get_mail_where_the_server_takes_them() {
    let (every, ascii) = (Server::start("accept"), Server::start("ascii"));
    let name = "用户@münchen.example";
    assert!(is_accepted(&sent(&every.mailer(), name).await));
    assert!(every.received()[0].contains("X-Rcpt: 用户@xn--mnchen-3ya.example"));
    let mailer = ascii.mailer();
    assert!(matches!(sent(&mailer, name).await, Outcome::Refused { code: 553, .. }));
    assert!(is_accepted(&sent(&mailer, "ada@münchen.example").await));
    assert!(!mailer.check().await.unwrap().takes_every_script);
    assert!(matches!(sent(&mailer, "no address").await, Outcome::Refused { code: 553, .. }));
}
