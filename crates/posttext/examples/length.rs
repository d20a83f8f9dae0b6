//! Reads texts, one JSON string a line, and prints each one's length on a network:
//! `cargo run -p posttext --example length -- x < texts.jsonl`. With a second argument, `accepts`, it prints
//! whether the network takes the text.

use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use posttext::{Network, accepts, length};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let network: Network = std::env::args().nth(1).unwrap_or_default().parse()?;
    let asks_whether_accepted = std::env::args().nth(2).as_deref() == Some("accepts");
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        if asks_whether_accepted {
            writeln!(out, "{}", accepts(network, &text))?;
        } else {
            writeln!(out, "{}", length(network, &text))?;
        }
    }
    Ok(out.flush()?)
}
