//! What is asked of a list: read from the query of its URL, kept there, and turned into conditions.

use super::store::{Condition, Listing, Order, SHOWN, Spot, Turn};
use super::{Ask, Begins, Filter, List, Scope, Search, Sight, sight};
use crate::accounts::Role;
use crate::accounts::store::{self as accounts, CampaignPlace};
use crate::error::Result;
use crate::instance::canonical;
use crate::state::App;
use crate::web::source::source;
use broadside_db::Value;
use broadside_judging::{Signal, is_network};
use std::net::{IpAddr, Ipv6Addr};

/// A list's query, of which only what the list knows is kept.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub q: String,
    pub values: Vec<(&'static str, String)>,
    pub order: String,
    pub turn: Turn,
    /// What was done a moment ago, for its sentence.
    pub done: String,
}

impl Asked {
    pub fn read(list: &'static List, query: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let last = |name: &str| {
            pairs.iter().rfind(|(one, _)| one == name).map(|(_, value)| value.trim()).unwrap_or_default()
        };
        let spot =
            |key: &str, id: &str| last(id).parse().ok().map(|id| Spot { key: last(key).to_owned(), id });
        let value = |filter: &Filter| match filter.ask {
            Ask::Network { .. } => network(last(filter.name)),
            _ => code(last(filter.name)),
        };
        let values = list.filters.iter().map(|filter| (filter.name, value(filter)));
        let order =
            [Begins::Name, Begins::Address].map(Begins::word).into_iter().find(|one| *one == last("order"));
        let turn = spot("after", "after_id").map(Turn::After);
        Self {
            q: last("q").to_owned(),
            values: values.filter(|(_, value)| !value.is_empty()).collect(),
            order: order.unwrap_or_default().to_owned(),
            turn: turn.or_else(|| spot("before", "before_id").map(Turn::Before)).unwrap_or_default(),
            done: last("done").to_owned(),
        }
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(one, _)| *one == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// What the address of a page carries on of it.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        pairs.extend(self.filters());
        pairs
    }

    /// The filters and the order alone, without search words: what may be kept.
    pub fn filters(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.values.clone();
        if !self.order.is_empty() {
            pairs.push(("order", self.order.clone()));
        }
        pairs
    }

    /// Whether it looks for a network.
    pub fn names_a_network(&self, list: &'static List) -> bool {
        self.values.iter().any(|(name, _)| is_of_networks(list, name))
    }

    /// The filters as a query in which no network stands: those are forgotten sooner than what was done by them.
    pub fn without_networks(list: &'static List, query: &str) -> String {
        let mut asked = Self::read(list, query);
        for (_, value) in asked.values.iter_mut().filter(|(name, _)| is_of_networks(list, name)) {
            UNREADABLE.clone_into(value);
        }
        serde_html_form::to_string(asked.filters()).unwrap_or_default()
    }
}

fn is_of_networks(list: &'static List, name: &str) -> bool {
    list.filters.iter().any(|filter| filter.name == name && matches!(filter.ask, Ask::Network { .. }))
}

/// What filters hold are codes and days. Whatever else was typed finds nothing, and is kept nowhere: it
/// could be somebody’s name or address.
fn code(typed: &str) -> String {
    if typed.is_empty() { String::new() } else { source(typed).unwrap_or_else(|| UNREADABLE.to_owned()) }
}

/// An address or a network is no name and no address of mail.
fn network(typed: &str) -> String {
    if typed.is_empty() || is_network(typed) { typed.to_lowercase() } else { UNREADABLE.to_owned() }
}

const UNREADABLE: &str = "?";

/// What the names of the networks within one begin with, as `like` asks, and the name of its first, which an IPv6
/// one writes shorter; nothing for a network of a size that is not asked for.
fn networks_within(value: &str) -> Option<(String, String)> {
    let (address, bits) = broadside_judging::network(value)?;
    match (address, bits) {
        (IpAddr::V4(v4), 32) => Some((v4.to_string(), v4.to_string())),
        (IpAddr::V4(v4), 24) => {
            let [a, b, c, _] = v4.octets();
            Some((format!("{a}.{b}.{c}.%"), format!("{a}.{b}.{c}.0")))
        }
        (IpAddr::V6(v6), 64 | 128) => {
            let [a, b, c, d, ..] = v6.segments();
            let one = format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0));
            Some((one.clone(), one))
        }
        (IpAddr::V6(v6), 48) => {
            let [a, b, c, ..] = v6.segments();
            let first = format!("{}/64", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0));
            Some((format!("{a:x}:{b:x}:{c:x}:%"), first))
        }
        _ => None,
    }
}

/// The beginning and the end of an hour in a campaign's time zone.
fn hour(value: &str, zone: &str) -> Option<(i64, i64)> {
    let begins: jiff::civil::DateTime = format!("{value}:00").parse().ok()?;
    let ends = begins.checked_add(jiff::Span::new().hours(1)).ok()?;
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    // An hour that the clock shows twice lasts two.
    let at =
        |clock: jiff::civil::DateTime| Some(clock.to_zoned(zone.clone()).ok()?.timestamp().as_microsecond());
    (value.len() == 13).then_some((at(begins)?, at(ends)?))
}

/// Whose rows, and who asks.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    pub group: i64,
    pub campaign: Option<&'p CampaignPlace>,
    pub role: Role,
}

/// What cannot be understood finds nothing, never everything: a change of all that is found would reach it.
const NONE: &str = "1 = 0";

/// What is asked, as conditions; with the columns that the role reads.
pub async fn listing(
    app: &App,
    list: &'static List,
    place: Place<'_>,
    asked: &Asked,
    columns: &[&str],
) -> Result<Listing> {
    let running = match place.campaign {
        Some(campaign) => app.directory.even_a_draft(app, &campaign.slug).await?,
        None => None,
    };
    let zone = running.as_ref().map_or("UTC", |running| running.definition.time_zone.as_str());
    let mut led = Vec::new();
    let mut holds = Vec::new();
    let mut days = (None, None);
    for filter in list.askable(place.role) {
        let value = asked.value(filter.name);
        if value.is_empty() {
            continue;
        }
        let text = || vec![Value::from(value)];
        let (leads, held, values, rank) = match &filter.ask {
            Ask::Choice(choices) => match choices.iter().find(|choice| choice.word == value) {
                Some(choice) => (choice.leads, choice.holds, Vec::new(), 0),
                None => (None, NONE, Vec::new(), 9),
            },
            Ask::Letter { leads, holds } => {
                let letters = running.iter().flat_map(|running| &running.letters);
                let id =
                    letters.into_iter().find(|letter| letter.slug == value).map_or(0, |letter| letter.id);
                (*leads, *holds, vec![id.into()], 2)
            }
            Ask::Country { leads, holds } | Ask::Source { leads, holds } => (*leads, *holds, text(), 1),
            Ask::Relation { holds } | Ask::Language { holds } => (None, *holds, text(), 9),
            Ask::Network { holds } => match networks_within(value) {
                Some((like, first)) => (None, *holds, vec![like.as_str().into(), first.as_str().into()], 9),
                None => (None, NONE, Vec::new(), 9),
            },
            Ask::Domain { holds } => (None, *holds, vec![value.to_lowercase().as_str().into()], 9),
            Ask::Signal { holds } => match Signal::parse(value) {
                Some(signal) => (None, *holds, vec![format!("% {} %", signal.word()).as_str().into()], 9),
                None => (None, NONE, Vec::new(), 9),
            },
            Ask::Hour => {
                match hour(value, zone) {
                    Some((begins, ends)) => {
                        days.0 = Some(days.0.map_or(begins, |from: i64| from.max(begins)));
                        days.1 = Some(days.1.map_or(ends, |until: i64| until.min(ends)));
                    }
                    None => holds.push(Condition { sql: NONE, values: Vec::new() }),
                }
                continue;
            }
            Ask::Campaign { holds } => {
                let found = accounts::campaign_place(&mut app.db.read().await?, value).await?;
                let ours = found.filter(|found| found.group.id == place.group);
                (None, *holds, vec![ours.map_or(0, |ours| ours.id).into()], 9)
            }
            Ask::From | Ask::Until => {
                let is_first = matches!(filter.ask, Ask::From);
                match midnight(value, zone, i64::from(!is_first)) {
                    Some(at) if is_first => days.0 = Some(days.0.map_or(at, |from: i64| from.max(at))),
                    Some(at) => days.1 = Some(days.1.map_or(at, |until: i64| until.min(at))),
                    None => holds.push(Condition { sql: NONE, values: Vec::new() }),
                }
                continue;
            }
        };
        led.push((
            rank,
            leads.map(|sql| Condition { sql, values: values.clone() }),
            Condition { sql: held, values },
        ));
    }
    let mut order = order(list, place.role, asked);
    let mut leads = search(app, list, place.role, asked, &mut order, &mut holds);
    let leads_alone = leads.is_some();
    led.sort_by_key(|(rank, ..)| *rank);
    for (_, leading, holding) in led {
        // One leads, the others hold; where rows are ordered by a text, that leads.
        match leading {
            Some(leading) if leads.is_none() && order == Order::Newest => leads = Some(leading),
            _ => holds.push(holding),
        }
    }
    Ok(Listing {
        list,
        scope: match list.scope {
            Scope::Group { .. } => place.group,
            Scope::Campaign { .. } => place.campaign.map_or(0, |campaign| campaign.id),
        },
        columns: list
            .readable(columns, place.role)
            .into_iter()
            .map(|one| (one, sight(place.role, one.of)))
            .collect(),
        leads,
        leads_alone,
        holds,
        order,
        days,
    })
}

/// The columns by which a role may order a list: those of which it reads all.
pub fn orders(list: &'static List, role: Role) -> Vec<(Begins, &'static str)> {
    let found = list.searches.iter().filter_map(|search| match search {
        Search::Begins { what, column, of } if sight(role, Some(*of)) == Sight::All => Some((*what, *column)),
        _ => None,
    });
    found.collect()
}

impl Begins {
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Address => "address",
        }
    }
}

fn order(list: &'static List, role: Role, asked: &Asked) -> Order {
    let by = orders(list, role).into_iter().find(|(what, _)| what.word() == asked.order);
    by.map_or(Order::Newest, |(_, column)| Order::By { column, begins: String::new() })
}

/// Turns search words into what leads or orders; what nobody may look for finds nothing.
fn search(
    app: &App,
    list: &'static List,
    role: Role,
    asked: &Asked,
    order: &mut Order,
    holds: &mut Vec<Condition>,
) -> Option<Condition> {
    let q = asked.q.trim();
    if q.is_empty() {
        return None;
    }
    let of = |what: Begins| {
        list.searches.iter().find_map(|search| match search {
            Search::Begins { what: other, column, of } if *other == what => {
                let sight = sight(role, Some(*of));
                (sight != Sight::Nothing).then_some((*column, sight))
            }
            _ => None,
        })
    };
    let by_address = of(Begins::Address).filter(|_| q.contains('@') || of(Begins::Name).is_none());
    if let Some((column, _)) = by_address {
        // As it was typed it stands in no index; a beginning of one is no address yet, and stays as it is.
        *order = Order::By { column, begins: canonical(q) };
    } else if let Some((column, sight)) = of(Begins::Name) {
        *order = Order::By { column, begins: crate::signatures::name_key(q) };
        if sight == Sight::WhereShown {
            holds.push(Condition { sql: SHOWN, values: Vec::new() });
        }
    } else if let Some(Search::WholeAddress { leads }) =
        list.searches.iter().find(|search| matches!(search, Search::WholeAddress { .. }))
        && role.sees_addresses()
    {
        let key = app.keys.addresses.of_typed(q);
        return Some(Condition { sql: leads, values: vec![key.as_slice().into()] });
    } else {
        holds.push(Condition { sql: NONE, values: Vec::new() });
    }
    None
}

/// The beginning of a day in a campaign's time zone, some days later.
fn midnight(day: &str, zone: &str, days: i64) -> Option<i64> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let day = day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some(day.to_zoned(zone).ok()?.timestamp().as_microsecond())
}
