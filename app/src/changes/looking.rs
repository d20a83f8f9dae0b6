//! Looking at what a change would do, before anything is done.

use super::doing::list_of;
use super::pieces;
use super::{AT_ONCE, Left, REMINDED, Sums, TOGETHER, Would, judge};
use crate::error::Result;
use crate::lists::asked::{self, Asked, Place};
use crate::lists::store::{self as lists, Cell, Line, Listing, Turn};
use crate::lists::{Column, Deed, Sight};
use crate::signatures::RemovedAs;
use crate::state::App;
use crate::web::answer::hex;
use broadside_db::Connection;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

const SAMPLE: usize = 10;
/// So many pages are looked through for a sample.
const PAGES: usize = 5;
const ON_A_PAGE: usize = 50;
/// So many pages of what search words find are looked through, each of so many rows.
const PAGES_OF_WORDS: usize = 20;
const ON_A_PAGE_OF_WORDS: usize = 500;

/// Columns of the rows that are shown as a sample.
fn sampled_columns(deed: Deed) -> &'static [&'static str] {
    match deed {
        Deed::Hide | Deed::Show | Deed::Approve | Deed::Hold | Deed::Remove | Deed::PutBack => {
            &["name", "email", "country", "confirmed_at", "facts"]
        }
        Deed::Remind => &["number", "letter", "language", "country", "created_at", "facts"],
        Deed::TryAgain | Deed::Drop => &["number", "kind", "email", "answer", "created_at", "facts"],
    }
}

/// Which rows are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// These, one by one.
    Rows(Vec<i64>),
    /// What the filters find, up to a number.
    All { query: String, up_to: i64 },
}

/// What was asked, as the page tells it on.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub ticked: Vec<i64>,
    /// Whether all that the filters find is meant, and not what was ticked.
    pub all: bool,
    /// What the list was asked.
    pub asked: Asked,
    /// As what signatures are to be removed, where somebody has said.
    pub removes_as: Option<RemovedAs>,
    /// The number up to which was looked before; nothing the first time.
    pub up_to: Option<i64>,
}

/// A row of the sample: its cells, and how it stands before and after.
pub struct Sampled {
    pub cells: Vec<Cell>,
    pub would: Would,
}

/// What a change would do.
pub struct Look {
    pub chosen: Chosen,
    pub sums: Sums,
    /// More were found by search words than are changed together.
    pub is_cut: bool,
    /// Not each row was judged: so many at most.
    pub is_at_most: bool,
    pub columns: Vec<(&'static Column, Sight)>,
    pub sample: Vec<Sampled>,
    /// Tells whether something else is found by now.
    pub seen: String,
}

impl Wanted {
    /// From a query, or from a form.
    pub fn read(deed: Deed, text: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(text).unwrap_or_default();
        let last = |name: &str| pairs.iter().rfind(|(one, _)| one == name).map(|(_, value)| value.as_str());
        let ticked = pairs.iter().filter(|(name, _)| name == "row").filter_map(|(_, id)| id.parse().ok());
        let mut ticked: Vec<i64> = ticked.take(TOGETHER).collect();
        ticked.sort_unstable();
        ticked.dedup();
        Self {
            ticked,
            all: last("which") == Some("all"),
            asked: Asked::read(list_of(deed), text),
            removes_as: last("as").filter(|_| deed == Deed::Remove).and_then(RemovedAs::parse),
            up_to: last("up_to").and_then(|up_to| up_to.parse().ok()),
        }
    }

    /// What the forms of the page carry on.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.asked.pairs();
        if self.all {
            pairs.push(("which", "all".to_owned()));
        } else {
            pairs.extend(self.ticked.iter().map(|id| ("row", id.to_string())));
        }
        pairs
    }
}

/// Looks at what a deed would do to the rows that are wanted.
pub async fn look(app: &App, place: Place<'_>, deed: Deed, wanted: &Wanted) -> Result<Look> {
    let list = list_of(deed);
    let listing = asked::listing(app, list, place, &wanted.asked, sampled_columns(deed)).await?;
    let is_searched = !wanted.asked.q.trim().is_empty();
    let mut c = app.db.read().await?;
    if wanted.all && !is_searched {
        return look_at_all(app, &mut c, deed, wanted, &listing).await;
    }
    let Found { lines, judged, is_cut } = if wanted.all {
        found_by_words(app, &mut c, deed, &listing).await?
    } else {
        let lines = lists::rows(&mut c, &listing, &wanted.ticked).await?;
        let judged = judge_each(app, &mut c, deed, &listing, &lines).await?;
        Found { lines, judged, is_cut: false }
    };
    let ids = lines.iter().map(|line| line.spot.id).collect();
    let (sums, seen) = summed(&judged);
    let sample = sampled(&listing, lines, &judged).take(ON_A_PAGE).collect();
    let columns = columns(&listing);
    Ok(Look { chosen: Chosen::Rows(ids), sums, is_cut, is_at_most: false, columns, sample, seen })
}

/// Rows that are changed together, what became of all that were looked at for them, and whether more may be
/// behind those.
struct Found {
    lines: Vec<Line>,
    judged: Judged,
    is_cut: bool,
}

/// The first rows that search words find and the deed would change. Those that it leaves alone take no place
/// among them, so that asked again it goes on to the next.
async fn found_by_words(app: &App, c: &mut Connection, deed: Deed, listing: &Listing) -> Result<Found> {
    let (mut found, mut turn) =
        (Found { lines: Vec::new(), judged: Judged::new(), is_cut: true }, Turn::First);
    for _ in 0..PAGES_OF_WORDS {
        let page = lists::page(c, listing, &turn, ON_A_PAGE_OF_WORDS).await?;
        let judged = judge_each(app, c, deed, listing, &page.lines).await?;
        for line in page.lines {
            let Some(verdict) = judged.get(&line.spot.id) else { continue };
            if verdict.is_ok() {
                if found.lines.len() == TOGETHER {
                    return Ok(found);
                }
                found.lines.push(line.clone());
            }
            found.judged.insert(line.spot.id, *verdict);
        }
        let Some(next) = page.next else {
            found.is_cut = false;
            break;
        };
        turn = Turn::After(next);
    }
    Ok(found)
}

async fn look_at_all(
    app: &App,
    c: &mut Connection,
    deed: Deed,
    wanted: &Wanted,
    listing: &Listing,
) -> Result<Look> {
    let up_to = match wanted.up_to {
        Some(up_to) => up_to,
        None => lists::newest(c, listing).await?,
    };
    let facts = listing.list.column("facts").map_or("''", |column| column.sql);
    let rows = lists::sums(c, listing, facts, up_to).await?;
    let (mut sums, mut seen, mut is_at_most) = (Sums::of(deed, &rows), fingerprint(&rows), false);
    if deed == Deed::Remind {
        // Whom a reminder can reach is known only of each one.
        is_at_most = sums.changed > AT_ONCE;
        if !is_at_most {
            let most = usize::try_from(AT_ONCE).unwrap_or(usize::MAX);
            let (mut lines, _) = lists::walk(c, listing, 0, most).await?;
            lines.retain(|line| line.spot.id <= up_to);
            (sums, seen) = summed(&judge_each(app, c, deed, listing, &lines).await?);
        }
    }
    let sample = if sums.changed == 0 { Vec::new() } else { sample(app, c, deed, listing, up_to).await? };
    let query = serde_html_form::to_string(wanted.asked.filters()).unwrap_or_default();
    let (chosen, columns) = (Chosen::All { query, up_to }, columns(listing));
    Ok(Look { chosen, sums, is_cut: false, is_at_most, columns, sample, seen })
}

type Judged = HashMap<i64, std::result::Result<Would, Left>>;

async fn judge_each(
    app: &App,
    c: &mut Connection,
    deed: Deed,
    listing: &Listing,
    lines: &[Line],
) -> Result<Judged> {
    if deed == Deed::Remind {
        let ids: Vec<i64> = lines.iter().map(|line| line.spot.id).collect();
        let verdicts =
            pieces::would_be_reminded(c, listing.scope, &ids, &app.keys.addresses, app.clock.now()).await?;
        let verdict = |(id, verdict): (i64, std::result::Result<(), _>)| {
            (id, verdict.map(|()| REMINDED).map_err(Left::SignOn))
        };
        return Ok(verdicts.into_iter().map(verdict).collect());
    }
    Ok(lines.iter().map(|line| (line.spot.id, judge(deed, &facts_of(listing, line)))).collect())
}

/// What comes of rows that were judged one by one, and what tells whether something else would by now.
fn summed(judged: &Judged) -> (Sums, String) {
    let mut sums = Sums::default();
    let mut each = BTreeMap::new();
    for (id, verdict) in judged {
        match verdict {
            Ok(would) => sums.add(*would, 1),
            Err(left) => *sums.left.entry(*left).or_default() += 1,
        }
        each.insert(format!("{id} {verdict:?}"), 1);
    }
    (sums, fingerprint(&each))
}

fn fingerprint(rows: &BTreeMap<String, i64>) -> String {
    let mut hash = Sha256::new();
    for (words, n) in rows {
        hash.update(words.as_bytes());
        hash.update(n.to_be_bytes());
    }
    hex(&hash.finalize()[..8])
}

fn columns(listing: &Listing) -> Vec<(&'static Column, Sight)> {
    listing.columns.iter().copied().filter(|(column, _)| column.name != "facts").collect()
}

fn facts_place(listing: &Listing) -> Option<usize> {
    listing.columns.iter().position(|(column, _)| column.name == "facts")
}

fn facts_of(listing: &Listing, line: &Line) -> String {
    match facts_place(listing).and_then(|place| line.cells.get(place)) {
        Some(Cell::Text(Some(words))) => words.clone(),
        _ => String::new(),
    }
}

fn sampled<'s>(
    listing: &'s Listing,
    lines: Vec<Line>,
    judged: &'s Judged,
) -> impl Iterator<Item = Sampled> + use<'s> {
    let facts = facts_place(listing);
    lines.into_iter().filter_map(move |line| {
        let would = *judged.get(&line.spot.id)?.as_ref().ok()?;
        let cells = line.cells.into_iter().enumerate().filter(|(place, _)| Some(*place) != facts);
        Some(Sampled { cells: cells.map(|(_, cell)| cell).collect(), would })
    })
}

/// The first of the rows that would be changed, as far as a few pages show any.
async fn sample(
    app: &App,
    c: &mut Connection,
    deed: Deed,
    listing: &Listing,
    up_to: i64,
) -> Result<Vec<Sampled>> {
    let (mut found, mut turn) = (Vec::new(), Turn::First);
    for _ in 0..PAGES {
        let mut page = lists::page(c, listing, &turn, ON_A_PAGE).await?;
        page.lines.retain(|line| line.spot.id <= up_to);
        let judged = judge_each(app, c, deed, listing, &page.lines).await?;
        found.extend(sampled(listing, page.lines, &judged));
        match page.next {
            Some(next) if found.len() < SAMPLE => turn = Turn::After(next),
            _ => break,
        }
    }
    found.truncate(SAMPLE);
    Ok(found)
}
