//! The lists of a campaign and of a group.

use super::asked::{self, Asked, Place};
use super::cells::Voice;
use super::pages::{
    Acts, Choice, Field, FieldKind, Head, Keeping, Kept, ListPage, Look, None as Empty, RowLine,
};
use super::store::{self, Listing, MAILS, Order, PEOPLE, SIGN_ONS, SIGNATURES, Spot, Turn};
use super::{Ask, Begins, List, Search};
use crate::accounts::guard::Member;
use crate::accounts::store as accounts;
use crate::accounts::{MODERATORS, ORGANISERS, nav};
use crate::error::Result;
use crate::lists::cells::signal_key;
use crate::signatures;
use crate::state::App;
use crate::web::answer::private;
use crate::web::countries;
use crate::web::desk::Entry;
use crate::web::forms;
use crate::web::natural;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_judging::Signal;

const ON_A_PAGE: usize = 50;

/// Where the lists beside each other stand.
pub fn base(member: &Member) -> String {
    match &member.campaign {
        Some(campaign) => format!("/desk/campaigns/{}", campaign.slug),
        None => format!("/desk/groups/{}", member.group.slug),
    }
}

pub fn place(member: &Member) -> Place<'_> {
    Place { group: member.group.id, campaign: member.campaign.as_ref(), role: member.role }
}

/// `GET /desk/campaigns/{campaign}/signatures`
pub async fn signatures(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    show(state.0, member, query.0, &SIGNATURES).await
}

/// `GET /desk/campaigns/{campaign}/sign-ons`
pub async fn sign_ons(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    show(state.0, member, query.0, &SIGN_ONS).await
}

/// `GET /desk/campaigns/{campaign}/mails`
pub async fn mails(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    show(state.0, member, query.0, &MAILS).await
}

/// `GET /desk/groups/{group}/people`
pub async fn people(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    show(state.0, member, query.0, &PEOPLE).await
}

async fn show(app: App, member: Member, query: Option<String>, list: &'static List) -> Result<Response> {
    let asked = Asked::read(list, query.as_deref().unwrap_or_default());
    let voice = voice(&app, &member).await?;
    // Where a campaign has one letter, each row would say so.
    let has_letters = voice.running.as_ref().is_none_or(|running| running.letters.len() > 1);
    let is_of_held = asked.value("state") == "held";
    let is_shown = |name: &&str| match *name {
        "letter" => has_letters,
        "signals" | "network" => is_of_held,
        "removed_as" => asked.value("state") == "invalidated",
        _ => true,
    };
    let columns = list.on_page.iter().copied().filter(is_shown);
    let columns: Vec<&str> = columns.collect();
    let listing = asked::listing(&app, list, place(&member), &asked, &columns).await?;
    let found = store::page(&mut app.db.read().await?, &listing, &asked.turn, ON_A_PAGE).await?;
    let page = page(&app, &member, &voice, &asked, &listing, found).await?;
    private(StatusCode::OK, &page)
}

pub async fn voice(app: &App, member: &Member) -> Result<Voice> {
    let running = match &member.campaign {
        Some(campaign) => app.directory.even_a_draft(app, &campaign.slug).await?,
        None => None,
    };
    Ok(Voice { say: member.here.language.say(), running })
}

/// The campaign's title, or the group's name.
pub fn whose(member: &Member, voice: &Voice) -> String {
    let titled =
        voice.running.as_ref().map(|one| one.texts(one.spoken(Some(member.here.language))).title.clone());
    match (&member.campaign, titled) {
        (Some(_), Some(title)) => title,
        (Some(campaign), None) => campaign.slug.clone(),
        (None, _) => member.group.name.clone(),
    }
}

/// The lists that stand beside each other, for who may see them.
pub fn tabs(member: &Member, voice: &Voice, current: &str) -> Vec<Entry> {
    let base = base(member);
    let tab = |list: &List| {
        let path = format!("{base}/{}", list.word);
        Entry {
            name: voice.say.text(list.name_key),
            current: list.word == current,
            url: member.here.at(&path),
        }
    };
    match member.campaign {
        Some(_) => [&SIGNATURES, &SIGN_ONS, &MAILS].into_iter().map(tab).collect(),
        None => vec![tab(&PEOPLE)],
    }
}

async fn page(
    app: &App,
    member: &Member,
    voice: &Voice,
    asked: &Asked,
    listing: &Listing,
    found: store::Page,
) -> Result<ListPage> {
    let (list, here, base) = (listing.list, &member.here, base(member));
    let say = &voice.say;
    let path = format!("{base}/{}", list.word);
    let pairs = asked.pairs();
    let is_narrowed = !pairs.is_empty();
    let turned = |spot: &Spot, key: &'static str, id: &'static str| {
        let mut pairs = pairs.clone();
        if listing.order != Order::Newest {
            pairs.push((key, spot.key.clone()));
        }
        pairs.push((id, spot.id.to_string()));
        here.at(&forms::with_query(&path, &pairs))
    };
    let next = found.next.as_ref().map(|spot| turned(spot, "after", "after_id"));
    let looks_on = next.is_some() && found.lines.len() < ON_A_PAGE;
    let is_empty = found.lines.is_empty() && next.is_none() && asked.turn == Turn::First;
    let rows = found.lines.iter().map(|line| {
        let cells: Vec<_> = listing
            .columns
            .iter()
            .zip(&line.cells)
            .map(|((column, sight), cell)| voice.cell(column, *sight, cell))
            .collect();
        let name = cells.first().map(|cell| cell.text.clone()).unwrap_or_default();
        RowLine { id: line.spot.id, tick_label: say.with("lists-tick-row", &[("name", &name)]), cells }
    });
    let rows: Vec<RowLine> = rows.collect();
    let previous = found.previous.as_ref().map(|spot| turned(spot, "before", "before_id"));
    let kept = kept(app, member, voice, asked, list).await?;
    let unordered = match &member.campaign {
        Some(campaign) if listing.is_by_name() => {
            signatures::store::out_of_name_order(&mut app.db.read().await?, campaign.id).await?
        }
        _ => 0,
    };
    let (first_fields, more_fields) = fields(app, member, voice, asked, list).await?;
    // A draft has no page that could be passed on.
    let public = match &member.campaign {
        Some(campaign) => app.directory.by_slug(app, &campaign.slug).await?.map(|_| campaign.slug.as_str()),
        None => None,
    };
    Ok(ListPage {
        headline: say
            .with("lists-headline", &[("list", &say.text(list.name_key)), ("whose", &whose(member, voice))]),
        tabs: tabs(member, voice, list.word),
        note: note(voice, &asked.done),
        about: match unordered {
            _ if list.word == SIGN_ONS.word => say.text("lists-sign-ons-about"),
            0 => String::new(),
            n => say.with("lists-unordered", &[("n", &natural(n))]),
        },
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &forms::with_query(&path, &pairs)),
        query: here.at(""),
        lang: here.asked_language.then(|| here.language.tag()),
        look: look(member, voice, asked, list),
        more_are_set: more_fields.iter().any(|field| !field.value.is_empty()),
        first_fields,
        more_fields,
        kept,
        keeping: (!asked.filters().is_empty()).then(|| Keeping {
            query: serde_html_form::to_string(asked.filters()).unwrap_or_default(),
            may_share: MODERATORS.contains(&member.role),
        }),
        word: list.word,
        name: say.text(list.name_key),
        heads: listing
            .columns
            .iter()
            .enumerate()
            .map(|(place, (column, _))| Head {
                label: say.text(column.key),
                // A row’s head begins where its column does.
                is_figure: place > 0 && matches!(column.shape, super::Shape::Number),
            })
            .collect(),
        rows,
        none: is_empty.then(|| {
            if is_narrowed {
                return Empty::NothingFits;
            }
            Empty::Nothing {
                words: say.text(list.none_key),
                page: public.map(|slug| format!("/campaigns/{slug}")),
            }
        }),
        every: here.at(&path),
        previous,
        next,
        looks_on,
        csv: here.at(&forms::with_query(&format!("{path}.csv"), &pairs)),
        export: {
            let mut own = vec![("list", list.word.to_owned())];
            own.extend(pairs.clone());
            here.at(&forms::with_query(&format!("{base}/exports"), &own))
        },
        acts: if is_empty { Acts::default() } else { acts(member, voice, asked, list) },
        action: path,
        base,
    })
}

fn acts(member: &Member, voice: &Voice, asked: &Asked, list: &'static List) -> Acts {
    let base = base(member);
    let deed = |deed: super::Deed| {
        (voice.say.text(deed.button_key()), format!("{base}/{}/{}", list.word, deed.word()))
    };
    let deeds: Vec<_> = list.doable(member.role).map(deed).collect();
    Acts {
        of_mails: list.word == MAILS.word && ORGANISERS.contains(&member.role),
        changes: (!deeds.is_empty()).then(|| member.here.at(&format!("{base}/changes"))),
        deeds,
        pairs: asked.pairs(),
    }
}

fn note(voice: &Voice, done: &str) -> String {
    let key = match done.split_once('-').map_or(done, |(word, _)| word) {
        "kept" => "lists-done-kept",
        "address" => "lists-done-address",
        "network" => "lists-done-network",
        "removed" => "lists-done-removed",
        "tried" => "lists-done-tried",
        "dropped" => "lists-done-dropped",
        _ => return String::new(),
    };
    let count: u64 = done.split_once('-').and_then(|(_, count)| count.parse().ok()).unwrap_or(0);
    voice.say.with(key, &[("count", &count)])
}

pub fn look(member: &Member, voice: &Voice, asked: &Asked, list: &'static List) -> Option<Look> {
    let by_key_alone = list.searches.iter().all(|search| matches!(search, Search::WholeAddress { .. }));
    if by_key_alone && !member.role.sees_addresses() {
        return None;
    }
    let label = voice.say.text((list.look_key)(member.role));
    Some(Look { label, value: asked.q.clone() })
}

/// The filters as fields: the first one beside the search words, the others behind a press.
pub async fn fields(
    app: &App,
    member: &Member,
    voice: &Voice,
    asked: &Asked,
    list: &'static List,
) -> Result<(Vec<Field>, Vec<Field>)> {
    let say = &voice.say;
    let campaigns = if list.word == PEOPLE.word {
        accounts::campaigns_of(&mut app.db.read().await?, member.group.id).await?
    } else {
        Vec::new()
    };
    let mut fields = Vec::new();
    for filter in list.askable(member.role) {
        let value = asked.value(filter.name).to_owned();
        let choices = |all: Vec<(String, String)>| {
            let any = std::iter::once((String::new(), say.text("lists-any")));
            let choice = |(word, label): (String, String)| Choice { chosen: word == value, word, label };
            FieldKind::Select(any.chain(all).map(choice).collect())
        };
        let running = voice.running.as_deref();
        let ask = match &filter.ask {
            Ask::Choice(all) => {
                choices(all.iter().map(|one| (one.word.to_owned(), say.text(one.key))).collect())
            }
            Ask::Letter { .. } => {
                let letters = running.map(|one| one.letters.as_slice()).unwrap_or_default();
                if letters.len() < 2 && value.is_empty() {
                    continue;
                }
                let title = |letter: &crate::campaigns::directory::RunningLetter| {
                    (letter.slug.clone(), letter.text(member.here.language).title.clone())
                };
                choices(letters.iter().map(title).collect())
            }
            Ask::Relation { .. } => {
                let all = running.map(|one| one.definition.relations.as_slice()).unwrap_or_default();
                choices(all.iter().map(|one| (one.slug.clone(), voice.relation(&one.slug))).collect())
            }
            Ask::Language { .. } => {
                let all = running.map(|one| one.definition.languages.as_slice()).unwrap_or_default();
                choices(all.iter().map(|tag| (tag.clone(), Voice::language(tag))).collect())
            }
            Ask::Country { .. } => {
                let all = countries::by_name(say.language()).into_iter();
                choices(all.map(|(code, name)| (code.to_owned(), name.to_owned())).collect())
            }
            Ask::Campaign { .. } => {
                choices(campaigns.iter().map(|one| (one.slug.clone(), one.slug.clone())).collect())
            }
            Ask::Source { .. } | Ask::Network { .. } | Ask::Domain { .. } | Ask::Hour => FieldKind::Text,
            Ask::Signal { .. } => {
                let one = |signal: &Signal| (signal.word().to_owned(), say.text(signal_key(*signal)));
                choices(Signal::ALL.iter().map(one).collect())
            }
            Ask::From | Ask::Until => FieldKind::Day,
        };
        fields.push(Field { name: filter.name, label: say.text(filter.key), value, ask });
    }
    if let Some(field) = order_field(member, voice, asked, list) {
        fields.push(field);
    }
    let more = fields.split_off(fields.len().min(if list.word == MAILS.word { 2 } else { 1 }));
    Ok((fields, more))
}

fn order_field(member: &Member, voice: &Voice, asked: &Asked, list: &'static List) -> Option<Field> {
    let say = &voice.say;
    let orders = asked::orders(list, member.role);
    if orders.is_empty() {
        return None;
    }
    let mut choices = vec![Choice {
        word: String::new(),
        label: say.text("lists-order-newest"),
        chosen: asked.order.is_empty(),
    }];
    choices.extend(orders.into_iter().map(|(what, _)| Choice {
        word: what.word().to_owned(),
        label: say.text(match what {
            Begins::Name => "lists-order-name",
            Begins::Address => "lists-order-address",
        }),
        chosen: what.word() == asked.order,
    }));
    let value = asked.order.clone();
    Some(Field { name: "order", label: say.text("lists-order"), value, ask: FieldKind::Select(choices) })
}

async fn kept(
    app: &App,
    member: &Member,
    voice: &Voice,
    asked: &Asked,
    list: &'static List,
) -> Result<Vec<Kept>> {
    let here = &member.here;
    let campaign = member.campaign.as_ref().map(|campaign| campaign.id);
    let mut c = app.db.read().await?;
    let mut all = store::saved_filters(&mut c, member.group.id, campaign, list.word, here.account.id).await?;
    // Where an erasure took the title, the list's own stands.
    let untitled = all.iter_mut().filter(|one| one.name.is_empty());
    untitled.for_each(|one| one.name = voice.say.text(list.name_key));
    let own_query = serde_html_form::to_string(asked.filters()).unwrap_or_default();
    let kept = |one: store::SavedFilter| Kept {
        is_here: asked.q.is_empty() && one.query == own_query,
        url: here.at(&format!("{}/{}?{}", base(member), list.word, one.query)),
        may_go: one.account == here.account.id || MODERATORS.contains(&member.role),
        remove_label: voice.say.with("lists-kept-remove-label", &[("name", &one.name)]),
        is_shared: one.shared,
        name: one.name,
        id: one.id,
    };
    Ok(all.into_iter().map(kept).collect())
}
