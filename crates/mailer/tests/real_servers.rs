//! Mails handed to real servers on loopback: aiosmtpd from Debian's python3-aiosmtpd.

use broadside_mailer::{Mailer, Message, Outcome};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Server {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Server {
    fn start(mode: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/smtp_server.py");
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

#[tokio::test]
async fn a_plain_server_takes_mails_over_one_connection() {
    let server = Server::start("accept");
    let mailer = Mailer::connect(&format!("smtp://127.0.0.1:{}", server.port), None).unwrap();
    assert_eq!(mailer.check().await, Ok(()));
    for _ in 0..3 {
        assert!(matches!(sent(&mailer, "ada@example.org").await, Outcome::Accepted { .. }));
    }
    assert_eq!(server.received().len(), 3);
    assert!(server.received()[0].contains("X-Rcpt: ada@example.org"));
}

#[tokio::test]
async fn a_refused_recipient_is_a_bounce_without_the_address() {
    let server = Server::start("refuse-some");
    let mailer = Mailer::connect(&format!("smtp://127.0.0.1:{}", server.port), None).unwrap();
    let outcome = sent(&mailer, "refused@example.org").await;
    let Outcome::Refused { code: 550, reason } = outcome else { panic!("{outcome:?}") };
    assert!(!reason.contains('@'), "{reason}");
    assert!(matches!(sent(&mailer, "ada@example.org").await, Outcome::Accepted { .. }));
}

#[tokio::test]
async fn a_server_that_is_busy_is_asked_again_later() {
    let server = Server::start("later-once");
    let mailer = Mailer::connect(&format!("smtp://127.0.0.1:{}", server.port), None).unwrap();
    let outcome = sent(&mailer, "ada@example.org").await;
    assert!(matches!(&outcome, Outcome::Later { reason } if reason.contains("451")), "{outcome:?}");
    assert!(matches!(sent(&mailer, "ada@example.org").await, Outcome::Accepted { .. }));
}

#[tokio::test]
async fn a_server_that_is_away_is_asked_again_later() {
    let mailer = Mailer::connect("smtp://127.0.0.1:9", None).unwrap();
    assert!(matches!(sent(&mailer, "ada@example.org").await, Outcome::Later { .. }));
    assert!(mailer.check().await.is_err());
}

#[tokio::test]
async fn starttls_is_used_and_a_stranger_s_certificate_is_refused() {
    let server = Server::start("starttls");
    let url = format!("smtp://localhost:{}?tls=required", server.port);
    let mailer = Mailer::connect(&url, Some(&server.authority())).unwrap();
    assert!(matches!(sent(&mailer, "ada@example.org").await, Outcome::Accepted { .. }));
    let stranger = Mailer::connect(&url, None).unwrap();
    assert!(matches!(sent(&stranger, "ada@example.org").await, Outcome::Later { .. }));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn tls_from_the_first_byte_works_too() {
    let server = Server::start("tls");
    let mailer =
        Mailer::connect(&format!("smtps://localhost:{}", server.port), Some(&server.authority())).unwrap();
    assert!(matches!(sent(&mailer, "ada@example.org").await, Outcome::Accepted { .. }));
}

#[tokio::test]
async fn a_login_lets_us_in_and_a_wrong_one_loses_no_mail() {
    let server = Server::start("auth");
    let right =
        Mailer::connect(&format!("smtp://user:p%40ss%20word@localhost:{}", server.port), None).unwrap();
    assert!(matches!(sent(&right, "ada@example.org").await, Outcome::Accepted { .. }));
    let wrong = Mailer::connect(&format!("smtp://user:guess@localhost:{}", server.port), None).unwrap();
    assert!(matches!(sent(&wrong, "ada@example.org").await, Outcome::Later { .. }));
    assert!(wrong.check().await.is_err());
}
