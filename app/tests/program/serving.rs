//! `serve`: kills, ports, clocks.

use crate::instance::{Instance, LETTER, Server, said, stored_sign_ons, until};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

fn a_kill_after_the_answer_loses_nothing(instance: &Instance) {
    assert!(instance.import().status.success());
    let server = instance.serve();
    let address = server.address;
    // Several at once, and the kill comes while more are under way.
    let thanked = Arc::new(AtomicI32::new(0));
    let signers: Vec<_> = (0..8)
        .map(|signer| {
            let thanked = thanked.clone();
            std::thread::spawn(move || {
                for number in 0..200 {
                    let Ok(mut stream) = TcpStream::connect(address) else { break };
                    let body = format!("name=S{signer}x{number}&email=s{signer}x{number}%40example.org");
                    let request = format!(
                        "POST {LETTER}/signatures HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                         Content-Length: {}\r\n\r\n{body}",
                        body.len()
                    );
                    let mut answer = String::new();
                    if stream.write_all(request.as_bytes()).is_err()
                        || stream.read_to_string(&mut answer).is_err()
                    {
                        break;
                    }
                    thanked.fetch_add(i32::from(answer.starts_with("HTTP/1.1 303")), Ordering::SeqCst);
                }
            })
        })
        .collect();
    until("some are thanked", || {
        server.get("/readyz").starts_with("HTTP/1.1 200") && thanked.load(Ordering::SeqCst) >= 50
    });
    server.kill();
    for signer in signers {
        signer.join().unwrap();
    }
    let thanked = thanked.load(Ordering::SeqCst);
    assert!(thanked < 1_600, "the kill came too late to show anything");
    let again = instance.serve();
    assert!(again.get("/readyz").starts_with("HTTP/1.1 200"));
    let stored = stored_sign_ons(instance);
    assert!(stored >= thanked, "{thanked} were thanked, {stored} are stored");
}

#[test]
fn a_kill_after_the_answer_loses_nothing_on_sqlite() {
    a_kill_after_the_answer_loses_nothing(&Instance::on_sqlite());
}

#[test]
fn a_kill_after_the_answer_loses_nothing_on_postgres() {
    a_kill_after_the_answer_loses_nothing(&Instance::on_postgres("kill"));
}

#[test]
fn two_programs_never_serve_one_file() {
    let instance = Instance::on_sqlite();
    instance.import();
    let server = instance.serve();
    let second = instance.run(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(!second.status.success());
    assert!(said(&second).contains("another Broadside serves the folder"), "{}", said(&second));
    assert!(instance.import().status.success(), "an import into a running instance is no second server");
    server.kill();
    assert!(instance.serve().get("/readyz").starts_with("HTTP/1.1 200"), "a killed one holds nothing");
}

#[test]
fn a_variable_set_to_nothing_is_not_set() {
    let instance = Instance::on_sqlite();
    instance.import();
    let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
    for name in [
        "DATABASE_URL",
        "BASE_URL",
        "SMTP_URL",
        "SMTP_CA",
        "RATE_LIMITS",
        "CLOCK",
        "TRUSTED_PROXIES",
        "NODE",
        "DEV",
    ] {
        command.env(format!("BROADSIDE_{name}"), "");
    }
    let server = Server::start(command);
    assert!(server.get("/campaigns/dropsalesforce").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_taken_metrics_port_stops_nothing() {
    let instance = Instance::on_sqlite();
    instance.import();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("BROADSIDE_METRICS_LISTEN", taken.local_addr().unwrap().to_string());
    let server = Server::start(command);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
}

/// What stands behind a figure's name and labels at `/metrics`.
fn figure(metrics: SocketAddr, name: &str) -> Option<f64> {
    let mut stream = TcpStream::connect(metrics).unwrap();
    stream.write_all(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut told = String::new();
    stream.read_to_string(&mut told).unwrap();
    assert!(told.starts_with("HTTP/1.1 200") && !told.contains("ada") && !told.contains('@'), "{told}");
    let line = told.lines().find(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' ')))?;
    line.rsplit(' ').next().unwrap().parse().ok()
}

#[test]
fn metrics_tell_of_queues_mails_and_routes_and_of_nobody() {
    let instance = Instance::on_sqlite();
    instance.import();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
    command.env("BROADSIDE_METRICS_LISTEN", port.to_string());
    // Nobody listens there: mails wait.
    command.env("BROADSIDE_SMTP_URL", "smtp://127.0.0.1:9");
    let server = Server::start(command);
    for _ in 0..2 {
        assert!(server.get("/campaigns/dropsalesforce").starts_with("HTTP/1.1 200"));
    }
    assert!(server.get("/nowhere/ada@example.org").starts_with("HTTP/1.1 404"));
    server.sign_on("Ada");
    until("its mail waits", || figure(port, "broadside_mails_waiting") == Some(1.0));
    until("a try was made", || figure(port, r#"broadside_mails_total{fate="later"}"#) >= Some(1.0));
    for (name, wanted) in [
        (r#"broadside_request_seconds_count{route="/campaigns/{campaign}",status="200"}"#, 2.0),
        (
            r#"broadside_request_seconds_count{route="/campaigns/{campaign}/letters/{letter}/signatures",status="303"}"#,
            1.0,
        ),
        (r#"broadside_request_seconds_count{route="-",status="404"}"#, 1.0),
        (r#"broadside_batch_size_sum{queue="sign_ons"}"#, 1.0),
        (r#"broadside_commit_seconds_count{queue="sign_ons"}"#, 1.0),
        (r#"broadside_queue_waiting{queue="sign_ons"}"#, 0.0),
        (r#"broadside_sheets_total{from="memory"}"#, 1.0),
        (r#"broadside_sheets_total{from="written"}"#, 1.0),
    ] {
        until(name, || figure(port, name) == Some(wanted));
    }
    assert!(server.get("/metrics").starts_with("HTTP/1.1 404"), "the public has no way to them");
}

#[test]
fn a_moved_clock_never_runs_back_over_what_is_stored() {
    let instance = Instance::on_sqlite();
    instance.import();
    let served_at = |start: &str| {
        let mut command = instance.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.env("BROADSIDE_CLOCK", start);
        let server = Server::start(command);
        server.sign_on("Ada");
        let json = server.get("/campaigns/dropsalesforce/count.json");
        json.split("\"as_of\":\"").nth(1).unwrap()[..4].to_owned()
    };
    assert_eq!(served_at("2031-01-01T00:00:00Z"), "2031");
    assert_eq!(served_at("2018-09-10T00:00:00Z"), "2031", "the newest stored time is later");
}
