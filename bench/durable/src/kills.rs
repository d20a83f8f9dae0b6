//! The first game: kill -9 at random moments under load. After each restart, everything that anybody was thanked for
//! is there.

use crate::Failure;
use crate::check::{self, Seen};
use crate::ledger::{Ledger, Shared, Standing};
use crate::load::{Crowd, comment};
use crate::program::Program;
use crate::sink::{self, Links};
use crate::stage::Stage;
use broadside_db::{Db, Lane, query};
use broadside_durable::dice::Dice;
use std::time::Duration;

/// After so many kills the whole ledger is looked at and not only what is new.
const WHOLE_EVERY: u64 = 25;
/// The longest load before a kill, in milliseconds.
const LONGEST: u64 = 300;

pub async fn play(stage: &Stage, kills: u64) -> Result<String, Failure> {
    let links = Links::default();
    let root = stage.folder("kills")?;
    let program = Program { smtp_url: Some(sink::start(links.clone()).await?), ..stage.program(&root) };
    program.import()?;
    let ledger = Shared::of(Ledger::of_an_instance());
    let crowd = Crowd {
        ledger: ledger.clone(),
        links,
        recorder: None,
        breath: 4,
        seed: stage.seed,
        pages_may_wait: false,
    };
    let mut dice = Dice::new(stage.seed);
    let mut seen = Seen::default();
    let mut while_starting = 0;
    for number in 0..kills {
        if dice.percent(10) {
            kill_while_it_starts(&program, dice.below(60)).await?;
            while_starting += 1;
        }
        let server = program.serve().await?;
        look(&program, &ledger, &mut seen, number % WHOLE_EVERY == 0).await?;
        let load = crowd.start(server.address, number);
        // A kill before anybody is at work would show nothing.
        let mut patience = 3_000;
        while ledger.lock().fresh.is_empty() && patience > 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
            patience -= 1;
        }
        tokio::time::sleep(Duration::from_millis(dice.below(LONGEST))).await;
        server.kill()?;
        load.end(true).await?;
        if ledger.lock().fresh.is_empty() {
            return Err("nobody was thanked for anything: this shows nothing".into());
        }
    }
    let server = program.serve().await?;
    look(&program, &ledger, &mut seen, true).await?;
    server.stop()?;
    let mut faults = check::ask_the_doctor(&program)?;
    faults.extend(check::serve_again(&program.at(&root)).await?);
    if !faults.is_empty() {
        return Err(faults.join("; ").into());
    }
    a_loss_is_seen(&program, &ledger).await?;
    let ledger = ledger.lock();
    Ok(format!(
        "{kills} kills under load and {while_starting} while it started; thanked for {} sign-ons, {} confirmations, {} \
         taken back; lost 0, counted twice 0, counts equal to a recount; a row that was taken out was missed at once",
        ledger.thanked(),
        ledger.confirmed(),
        ledger.taken_back()
    ))
}

async fn kill_while_it_starts(program: &Program, after: u64) -> Result<(), Failure> {
    let mut child = program.spawn()?;
    tokio::time::sleep(Duration::from_millis(after)).await;
    child.kill()?;
    child.wait()?;
    Ok(())
}

async fn look(program: &Program, ledger: &Shared, seen: &mut Seen, whole: bool) -> Result<(), Failure> {
    let kept = {
        let mut ledger = ledger.lock();
        let fresh = std::mem::take(&mut ledger.fresh);
        let fresh: Vec<_> = fresh.into_iter().map(|key| (key, ledger.entries.get(&key).copied())).collect();
        (fresh, whole.then(|| ledger.clone()))
    };
    let (fresh, all) = kept;
    let mut faults = check::look_at_new(&program.url(), &fresh, seen).await;
    if let Some(all) = all {
        let more = check::look(&program.url(), &all, u64::MAX).await;
        faults.lost.extend(more.lost);
        faults.broken.extend(more.broken);
    }
    if faults.any() { Err(faults.to_string().into()) } else { Ok(()) }
}

/// Takes one thanked sign-on out of the file, past the program: the look at it must say so, or it is worth nothing.
async fn a_loss_is_seen(program: &Program, ledger: &Shared) -> Result<(), Failure> {
    let all = ledger.lock().clone();
    let waiting = all.entries.iter().find(|(_, entry)| entry.standing(u64::MAX) == Standing::SignOn);
    let Some((key, _)) = waiting else { return Err("no sign-on waits that could be taken out".into()) };
    let db = Db::open_existing(&program.url()).await?.ok_or("no database")?;
    let mark = comment(*key);
    db.write(Lane::Ordinary, move |c| {
        let mark = mark.clone();
        Box::pin(async move { query("delete from sign_on where comment = $1").bind(mark).run(c).await })
    })
    .await?;
    db.close().await;
    let faults = check::look(&program.url(), &all, u64::MAX).await;
    if faults.lost == [format!("sign-on {key}")] {
        Ok(())
    } else {
        Err(format!("sign-on {key} was taken out, and what was seen is: {faults}").into())
    }
}
