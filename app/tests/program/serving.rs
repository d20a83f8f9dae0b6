//! `serve`: kills, ports, clocks.

use crate::instance::{Instance, LETTER, Server, said, stored_sign_ons, until};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
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
