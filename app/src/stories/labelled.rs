//! A made-up campaign of two days, `bench/crowd`, played by the clock through the form: nobody is lost, whoever is
//! held. How many of the false are held is printed here and judged by `bin/bench --only holding`, which plays ten
//! thousand.
//!
//! Its people run no browsers, so that nobody can prove work: that signal is left out by its weight.

use super::desk::{Clerk, GROUP};
use super::desk_changes::done;
use super::stories;
use super::world::{START, World, below};
use crate::accounts::Role;
use crate::clock::SECOND;
use crate::signatures::link::Link;
use crate::signatures::store;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use broadside_address::Address;
use broadside_crowd::{Label, Run, SignOn};
use broadside_db::{Lane, query};
use broadside_judging::{Signal, Venue, Weights};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::SocketAddr;

const APPROVALS: &str = "/desk/campaigns/dropsalesforce/signatures/approvals";
/// The walk is let go on after so many.
const STEP: usize = 20;

/// Those who came, and what became of them.
#[derive(Default)]
struct Played {
    /// Name and address of each who was thanked, and what it is.
    thanked: HashMap<(String, String), Label>,
    waited: u32,
    asked: u32,
}

fn canonical(email: &str) -> String {
    Address::parse(email).map_or_else(|_| email.to_lowercase(), |address| address.canonical())
}

#[expect(clippy::cast_possible_truncation, reason = "seconds of two days, in millionths")]
fn micros(seconds: f64) -> i64 {
    (seconds * 1_000_000.0) as i64
}

/// Sends the form as typed; whoever is asked about the address or to wait does as told.
async fn comes(world: &World, path: &str, who: &SignOn, label: Label, played: &mut Played) {
    let filled_in = who.seconds_to_fill.map(|seconds| (micros(seconds) / 1_000).to_string());
    let mut form = vec![
        ("name", who.name.as_str()),
        ("email", who.email.as_str()),
        ("country", who.country.unwrap_or("")),
        ("comment", who.comment.as_deref().unwrap_or("")),
        ("public", if who.public { "1" } else { "" }),
        ("homepage", who.honeypot.as_str()),
        ("filled_in", filled_in.as_deref().unwrap_or("")),
    ];
    for _ in 0..20 {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(ConnectInfo(SocketAddr::from((who.address, 4711))))
            .body(Body::from(serde_html_form::to_string(&form).unwrap()))
            .unwrap();
        let answer = world.request(request).await;
        match answer.status {
            StatusCode::SEE_OTHER => {
                played.thanked.insert((who.name.trim().to_owned(), who.email.clone()), label);
                return;
            }
            StatusCode::TOO_MANY_REQUESTS => {
                played.waited += 1;
                let seconds: i64 = answer.headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
                world.pass(seconds * SECOND);
            }
            StatusCode::UNPROCESSABLE_ENTITY if !form.iter().any(|(field, _)| *field == "email_as_typed") => {
                played.asked += 1;
                form.push(("email_as_typed", who.email.as_str()));
            }
            other => panic!("{other} for {who:?}: {}", answer.text()),
        }
    }
    panic!("{who:?} waits for ever");
}

/// Each who was thanked presses the button, as far as the walk has come.
async fn press_all(world: &World) {
    let mut c = world.db().read().await.unwrap();
    let rows = store::last_sign_ons(&mut c, i64::MAX, 0, i64::MAX).await.unwrap();
    drop(c);
    for row in rows {
        let link = Link { sign_on: row.id, letter: row.sign_on.letter_id, stored_at: row.sign_on.created_at };
        let link = format!("/signatures/{}", world.app.keys.links.seal(link));
        let answer = world.post(&below(&link, "confirmation"), &[]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{:?}: {}", row.sign_on, answer.text());
    }
}

async fn prepare(world: &World, run: &Run) {
    let venues: Vec<(String, Venue)> = run
        .venues
        .iter()
        .map(|one| {
            let (from_at, until_at) = (START + micros(one.from), START + micros(one.until));
            (one.name.clone(), Venue { network: one.network.clone(), from_at, until_at })
        })
        .collect();
    world
        .db()
        .write(Lane::Ordinary, move |c| {
            let venues = venues.clone();
            Box::pin(async move {
                let whose = query("select id, group_id from campaign where slug = 'dropsalesforce'")
                    .one(c, |row| Ok((row.get("id")?, row.get("group_id")?)))
                    .await?;
                store::set_weights(c, whose, &Weights::default().with(Signal::NoWork, 0), START).await?;
                for (name, venue) in venues {
                    store::add_venue(c, whose, &name, &venue, START).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
}

stories! {
    async fn nobody_of_a_crowd_is_lost_whoever_is_held(world: World) {
        let whole = std::env::var("BROADSIDE_CROWD").ok().and_then(|n| n.parse().ok());
        let run = Run::new(if whole.is_some() { broadside_crowd::drawn() } else { 5 }, whole.unwrap_or(400));
        prepare(&world, &run).await;
        let path = format!("{}/signatures", world.letter().await);
        let mut played = Played::default();
        for (n, one) in run.sign_ons.iter().enumerate() {
            world.pass((START + micros(one.sign_on.at) - world.app.clock.now()).max(0));
            comes(&world, &path, &one.sign_on, one.label, &mut played).await;
            if n % STEP == 0 {
                world.work().await;
            }
        }
        world.work().await;

        // Each who was thanked stands in the intake, and has been written to.
        let mut c = world.db().read().await.unwrap();
        let stored = store::last_sign_ons(&mut c, i64::MAX, 0, i64::MAX).await.unwrap();
        let held: BTreeSet<i64> = query("select sign_on_id from held_sign_on")
            .all(&mut c, |row| row.get("sign_on_id")).await.unwrap().into_iter().collect();
        let written: i64 = query("select count(distinct address_key) as n from mail where kind = 'confirmation'")
            .one(&mut c, |row| row.get("n")).await.unwrap();
        drop(c);
        assert_eq!(stored.len(), run.sign_ons.len(), "thanked and stored");
        let mailboxes: BTreeSet<String> = stored.iter().map(|row| canonical(&row.sign_on.email)).collect();
        assert_eq!(written, i64::try_from(mailboxes.len()).unwrap(), "each mailbox has its mail");

        let mut came: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for row in &stored {
            let label = played.thanked[&(row.sign_on.name.clone(), row.sign_on.email.clone())];
            let sum = came.entry(if label == Label::False { "false" } else { "honest" }).or_default();
            sum.0 += 1;
            sum.1 += u32::from(held.contains(&row.id));
        }
        let share = |of: &str| came.get(of).map_or(0.0, |(all, held)| f64::from(*held) / f64::from(*all));

        // Who presses the button has a signature, held or counted, and counts when it is approved.
        press_all(&world).await;
        let signed = "select count(distinct address_key) as n from signature where state in ('confirmed', 'held')";
        assert_eq!(world.number(signed).await, i64::try_from(mailboxes.len()).unwrap(), "each mailbox has its signature");
        let (counted, kept) = (world.count().await, world.number("select count(*) as n from signature where state = 'held'").await);
        println!("{}", serde_json::json!({
            "seed": run.seed, "came": stored.len(), "asked_to_wait": played.waited, "asked_about_their_address": played.asked,
            "mailboxes": mailboxes.len(), "lost": 0, "held": kept, "false_held": share("false"), "honest_held": share("honest"),
        }));
        assert!(kept > 0 && share("false") > share("honest"));
        let clerk = Clerk::of(&world, "desk@example.org", GROUP, Role::Moderator).await;
        done(&world, &clerk, APPROVALS, "which=all&state=held").await;
        world.work().await;
        assert_eq!(world.count().await, counted + kept);
    }
}
