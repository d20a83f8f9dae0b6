//! Where signatures and clicks come from: what a campaign's sums say, under the names that people know.

use super::chart;
use crate::campaigns::directory::Running;
use crate::desk::store::{self, Counted};
use crate::error::Result;
use crate::networks::Network;
use crate::posts::clicks;
use crate::state::App;
use crate::web::countries;
use crate::web::i18n::{Language, Markup, Say};
use crate::web::natural;

/// So many are named; the rest are one line.
const MOST: usize = 10;

/// One table: what it is about, and how much of each.
pub struct Shares {
    pub title: String,
    pub lines: Vec<Share>,
}

pub struct Share {
    pub name: String,
    pub count: u64,
    pub bar: Markup,
}

pub async fn all(app: &App, say: &Say, campaign: i64, running: &Running) -> Result<Vec<Shares>> {
    let language = say.language();
    let mut c = app.db.read().await?;
    let relations = store::by_relation(&mut c, campaign).await?;
    let sources = store::by_source(&mut c, campaign).await?;
    let origins = store::by_origin(&mut c, campaign).await?;
    drop(c);
    let clicks = app.click_tallies.of(app, campaign).await?;
    let relation = |slug: &str| running.relation_label(slug, language);
    let spoken = |tag: &str| Language::parse(tag).map_or(tag.to_owned(), |one| one.native_name().to_owned());
    let network = |word: &str| Network::parse(word).map_or(word.to_owned(), |one| one.title().to_owned());
    let unsaid = say.text("desk-glance-unsaid");
    let mut all = vec![
        shares(say, "desk-glance-relations", relations, &unsaid, relation),
        shares(say, "desk-glance-sources", sources, &say.text("desk-glance-no-source"), str::to_owned),
        shares(say, "desk-glance-languages", sums(&origins, |one| &one.0), &unsaid, spoken),
        shares(say, "desk-glance-countries", sums(&origins, |one| &one.1), &unsaid, |code| {
            countries::name(code, language)
        }),
        shares(say, "desk-glance-clicks-network", of_clicks(&clicks, |row| &row.network), &unsaid, network),
        shares(say, "desk-glance-clicks-post", of_clicks(&clicks, |row| &row.post), &unsaid, str::to_owned),
    ];
    all.retain(|shares| !shares.lines.is_empty());
    Ok(all)
}

fn of_clicks(tally: &clicks::Tally, word: impl Fn(&crate::posts::store::Counted) -> &str) -> Vec<Counted> {
    tally.by(word).into_iter().map(|(word, count)| Counted { word, count }).collect()
}

/// Sums by one of two words.
fn sums(origins: &[((String, String), i64)], word: impl Fn(&(String, String)) -> &String) -> Vec<Counted> {
    let mut sums = std::collections::BTreeMap::<&String, i64>::new();
    for (origin, count) in origins {
        *sums.entry(word(origin)).or_default() += count;
    }
    sums.into_iter().map(|(word, count)| Counted { word: word.clone(), count }).collect()
}

/// The largest first; what nobody said has words of its own, and what is too much is one line at the end.
fn shares(say: &Say, key: &str, all: Vec<Counted>, unsaid: &str, name: impl Fn(&str) -> String) -> Shares {
    let mut all: Vec<Counted> = all.into_iter().filter(|one| one.count > 0).collect();
    all.sort_by(|one, two| two.count.cmp(&one.count).then_with(|| one.word.cmp(&two.word)));
    // What nobody said alone tells nothing.
    if all.iter().all(|one| one.word.is_empty()) {
        all.clear();
    }
    let most = all.first().map_or(0, |one| one.count);
    let rest: i64 = all.iter().skip(MOST).map(|one| one.count).sum();
    let line = |name: String, count: i64| Share { name, count: natural(count), bar: chart::bar(count, most) };
    let mut lines: Vec<Share> = all
        .iter()
        .take(MOST)
        .map(|one| line(if one.word.is_empty() { unsaid.to_owned() } else { name(&one.word) }, one.count))
        .collect();
    if rest > 0 {
        let others = natural(i64::try_from(all.len() - MOST).unwrap_or_default());
        lines.push(line(say.with("desk-glance-others", &[("count", &others)]), rest));
    }
    Shares { title: say.text(key), lines }
}
