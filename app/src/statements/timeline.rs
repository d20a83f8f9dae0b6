//! The timeline of a press page, made from facts alone: when the letters and their wordings were published, what
//! was asked, replied and said, when the page was opened to the press, and when the count reached a power of ten.

use super::kept::Facts;
use super::pages::Happening;
use crate::campaigns::directory::Running;
use crate::campaigns::record::{Entry, On, Record};
use crate::campaigns::record_shown;
use crate::campaigns::store::Mark;
use crate::clock::{MINUTE, day};
use crate::deliveries::Told;
use crate::deliveries::shown::{anchor_of, handed_title};
use crate::goals::shown as goals;
use crate::web::i18n::{Language, Markup, Say, link};
use crate::web::natural;

/// The first moment that is known of something: its day in the campaign's zone, then its time.
type Order = (String, i64);

pub fn told(
    campaign: &Running,
    language: Language,
    say: &Say,
    facts: &Facts,
    record: &Record,
) -> Vec<Happening> {
    let mut all: Vec<(Order, Happening)> = versions(campaign, language, say, facts);
    all.extend(statements(record).map(|(entry, at)| of_statement(entry, at, say)));
    all.extend(
        facts.milestones.iter().map(|(n, quarter)| milestone(campaign, say, *n, *quarter, facts.as_of)),
    );
    all.extend(facts.goals.iter().flat_map(|mark| of_goal(campaign, language, say, mark, &facts.goals)));
    all.extend(facts.deliveries.iter().map(|told| handed_over(told, say)));
    all.extend(opening(campaign, say, facts.as_of));
    all.sort_by(|(one, _), (other, _)| one.cmp(other));
    all.into_iter().map(|(_, happening)| happening).collect()
}

fn versions(campaign: &Running, language: Language, say: &Say, facts: &Facts) -> Vec<(Order, Happening)> {
    let zone = &campaign.definition.time_zone;
    let version = |(id, version, made): &(i64, i64, i64)| {
        let letter = campaign.letters.iter().find(|letter| letter.id == *id)?;
        let title = letter.title(language);
        let what = if *version == 1 {
            let letter = link(&campaign.path_of(letter, language), &title);
            say.html("statements-timeline-published", "letter", letter)
        } else {
            let letter = link(&campaign.wordings_path(letter, language), &title);
            say.html_of_two("statements-timeline-version", ("letter", &letter), ("n", &natural(*version)))
        };
        Some(((day(*made, zone), *made), Happening { when: say.moment(*made, zone), what }))
    };
    facts.versions.iter().filter_map(version).collect()
}

/// Each with the time of its day by which it is put in order: when a reply came by a link, and a question before the
/// first of those. Of any other the day alone is known, and it stands behind what has a time.
fn statements(record: &Record) -> impl Iterator<Item = (&Entry, i64)> {
    let came = |entry: &Entry| entry.by_link.as_ref().map_or(i64::MAX, |link| link.came_at);
    let questions = record.questions.iter().flat_map(move |question| {
        let first = question.replies.iter().map(came).min().unwrap_or(i64::MAX);
        let replies = question.replies.iter().map(move |reply| (reply, came(reply)));
        std::iter::once((&question.asked, first)).chain(replies)
    });
    questions.chain(record.replies.iter().chain(&record.said).map(move |entry| (entry, came(entry))))
}

fn of_statement(entry: &Entry, at: i64, say: &Say) -> (Order, Happening) {
    let first = On::parse(&entry.on).map_or_else(|| entry.on.clone(), |on| on.first().to_string());
    let title = record_shown::title(entry, say);
    let what = Markup::ours(format!("<a href=\"#{}\">{title}</a>", record_shown::anchor(&entry.key)));
    ((first, at), Happening { when: record_shown::when(&entry.on, say), what })
}

fn handed_over(told: &Told, say: &Say) -> (Order, Happening) {
    let on = &told.handed.on;
    let what = link(&format!("#{}", anchor_of(told)), &handed_title(say, &told.handed));
    ((on.clone(), i64::MAX), Happening { when: record_shown::when(on, say), what })
}

/// When a goal was reached, and when another level took its place or it was taken back.
fn of_goal(
    campaign: &Running,
    language: Language,
    say: &Say,
    mark: &Mark,
    all: &[Mark],
) -> Vec<(Order, Happening)> {
    let zone = &campaign.definition.time_zone;
    let title = |mark: &Mark| {
        let url = format!("{}#{}", goals::path(campaign, language), mark.goal);
        link(&url, &goals::title(campaign, mark, language, say))
    };
    let told = |at: i64, what| ((day(at, zone), at), Happening { when: say.moment(at, zone), what });
    // Where a goal came back to a level, that was told when it was reached.
    let reached = mark
        .reached_at
        .filter(|at| *at >= mark.set_at)
        .map(|at| told(at, say.html("goals-timeline-reached", "goal", title(mark))));
    let replaced = mark.replaced_at.map(|at| {
        let next = all.iter().find(|next| next.goal == mark.goal && next.set_at == at);
        let what = match next {
            Some(next) => {
                say.html_of_two("goals-timeline-moved", ("before", &title(mark)), ("goal", &title(next)))
            }
            None => say.html("goals-timeline-gone", "goal", title(mark)),
        };
        told(at, what)
    });
    reached.into_iter().chain(replaced).collect()
}

/// By the end of its quarter of an hour so many had confirmed.
fn milestone(campaign: &Running, say: &Say, n: i64, quarter: i64, now: i64) -> (Order, Happening) {
    const QUARTER: i64 = 15 * MINUTE;
    let zone = &campaign.definition.time_zone;
    let by = (quarter + QUARTER).min(now);
    let what = say.html("statements-timeline-reached", "n", natural(n));
    ((day(quarter, zone), by), Happening { when: say.moment(by, zone), what })
}

fn opening(campaign: &Running, say: &Say, now: i64) -> Option<(Order, Happening)> {
    let (opened, zone) = campaign.definition.press.embargo().filter(|(until, _)| *until <= now)?;
    let what = Markup::ours(say.text("statements-timeline-opened"));
    let own = &campaign.definition.time_zone;
    Some(((day(opened, own), opened), Happening { when: say.moment(opened, zone), what }))
}
