//! Behind a private link: what was asked, and a reply that stands as it was sent. A GET changes nothing; nothing
//! edits what was sent, and a further reply stands beside the first.

use super::desk_looks::place_key;
use super::form::{self, Fault, Field, ReplyForm, Said};
use super::pages::{GonePage, OwnPage, ReplyShown};
use super::store::Place;
use super::{REPLIES_A_LINK, Sent, link, store};
use crate::campaigns::definition::{ReplyPlace, StatementKind};
use crate::campaigns::directory::Running;
use crate::campaigns::record::{self, Kept, MOST_WORDS};
use crate::campaigns::record_shown::{self, EntryShown};
use crate::campaigns::store::statements;
use crate::clock::day;
use crate::error::{Result, Rule};
use crate::signatures::link::of_a_token;
use crate::signatures::names::letters;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read_with_nuls;
use crate::web::i18n::Language;
use crate::web::layout::{Frame, Named};
use crate::web::surroundings::{frame, language_asked, seconds_until};
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use broadside_db::Lane;
use std::sync::Arc;

/// A question that was found by its private link.
struct Opened {
    sent: Sent,
    campaign: Arc<Running>,
    language: Language,
    path: String,
}

/// Nothing where the link does not open, is over, or was erased.
async fn open(app: &App, token: &str, query: Option<&str>) -> Result<Option<Opened>> {
    let token = of_a_token(token);
    let Some(link) = link::open(&app.keys.links, &token) else { return Ok(None) };
    let found = store::link(&mut app.db.read().await?, link.number).await?;
    let now = app.clock.now();
    let Some(sent) =
        found.filter(|sent| link.means(sent.link()) && now < sent.until() && sent.ended_at.is_none())
    else {
        return Ok(None);
    };
    let Some(campaign) = app.directory.by_id(app, sent.campaign_id).await? else { return Ok(None) };
    let language = match language_asked(query) {
        Some(asked) => campaign.spoken(Some(asked)),
        None => campaign.language(&sent.language),
    };
    Ok(Some(Opened { sent, campaign, language, path: format!("/statements/{token}") }))
}

fn gone(app: &App, query: Option<&str>) -> Result<Response> {
    let frame = frame(app, language_asked(query).unwrap_or(Language::En));
    private(StatusCode::NOT_FOUND, &GonePage { frame })
}

/// `GET /statements/{token}`
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let done = query.is_some_and(|query| query.split('&').any(|pair| pair == "done=replied"));
    private(StatusCode::OK, &page(&app, &opened, done, ReplyShown::default()).await?)
}

async fn page(app: &App, opened: &Opened, done: bool, form: ReplyShown) -> Result<OwnPage> {
    let Opened { sent, campaign, language, path } = opened;
    let say = (*language).say();
    let definition = &campaign.definition;
    let mut c = app.db.read().await?;
    let own = store::replies_by(&mut c, sent.id).await?;
    let mut rows = statements(&mut c, campaign.id).await?;
    drop(c);
    rows.retain(|row| own.contains(&row.id));
    // Whoever sent it sees it as it is kept, hidden or not; the reason stands beside it.
    let entries = record::entries_of(&rows, language.tag());
    let replies = entries.iter().zip(&rows).map(|(entry, row)| EntryShown {
        words: row.words.clone(),
        speaker: row.speaker.clone(),
        asked_words: String::new(),
        ..record_shown::entry(entry, campaign, &say)
    });
    let address = |language| format!("{path}{}", asking(campaign, language));
    let spoken = campaign.language(&sent.language);
    let left = left(&rows);
    let opens = definition.press.embargo_at(app.clock.now()).map(|(opens, zone)| say.moment(opens, zone));
    let is_later = opens.is_some() && definition.press.reply_place == ReplyPlace::PressOnly;
    Ok(OwnPage {
        group: campaign.group(),
        campaign: Named {
            name: campaign.texts(*language).title.clone(),
            url: format!("/campaigns/{}{}", definition.slug, campaign.query(*language)),
        },
        whom: sent.whom.clone(),
        asked: sent.words.clone(),
        asked_lang: spoken.tag(),
        place: place_key(definition.press.reply_place),
        until: say.day(sent.until(), &definition.time_zone),
        opens,
        is_later,
        domain: sent.domain().unwrap_or_default(),
        sent_on: say.day(sent.created_at, &definition.time_zone),
        left: left as u64,
        form: (rows.len() < REPLIES_A_LINK && left > 0).then_some(form),
        replies: replies.collect(),
        done,
        action: format!("{path}/replies{}", asking(campaign, *language)),
        frame: Frame {
            languages: campaign.translations(*language, address),
            further_stylesheet: Some(app.assets.record_stylesheet.clone()),
            ..campaign.inner_frame(app, *language)
        },
    })
}

/// How many letters further replies can hold: together they are as long as one may be.
fn left(replies: &[Kept]) -> usize {
    MOST_WORDS.saturating_sub(replies.iter().map(|reply| letters(&reply.words)).sum())
}

/// The language stands in every address behind the link: the mail's may be another than the campaign's own.
fn asking(campaign: &Running, language: Language) -> String {
    if campaign.definition.languages.len() > 1 { format!("?lang={}", language.tag()) } else { String::new() }
}

/// `POST /statements/{token}/replies`: takes a reply, which nobody edits from then on.
pub async fn reply(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let typed: ReplyForm = read_with_nuls(&body)?;
    let shown =
        ReplyShown { speaker: typed.speaker.clone(), words: typed.words.clone(), ..ReplyShown::default() };
    let (words, speaker) = match form::check_reply(&typed) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let words = form::shown_again(&typed.words, &mistakes);
            let page = page(&app, &opened, false, ReplyShown { words, mistakes, ..shown }).await?;
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let now = app.clock.now();
    if let Err(wait) = app.limits.proof(visitor.network()) {
        let seconds = seconds_until(wait.0, now);
        let page = page(&app, &opened, false, ReplyShown { again_in: Some(seconds), ..shown }).await?;
        let mut response = private(StatusCode::TOO_MANY_REQUESTS, &page)?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    match take(&app, &opened, words, speaker, now).await? {
        Taken::Yes => {}
        Taken::Full => {
            let page = page(&app, &opened, false, shown).await?;
            return private(StatusCode::CONFLICT, &page);
        }
        Taken::TooLong(left) => {
            let fault = Fault::TooLong(left);
            let mistakes = vec![(Field::Reply, fault)];
            let page = page(&app, &opened, false, ReplyShown { mistakes, ..shown }).await?;
            return Rule(fault.rule()).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
        Taken::Gone => return gone(&app, query.as_deref()),
    }
    super::forget(&app, &opened.campaign);
    let address = format!("{}{}", opened.path, asking(&opened.campaign, opened.language));
    let joint = if address.contains('?') { '&' } else { '?' };
    Ok(see_other(&format!("{address}{joint}done=replied")))
}

/// What became of a reply that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Yes,
    /// As much came by this link as can.
    Full,
    /// So many letters are left of what all replies by this link may hold.
    TooLong(usize),
    /// The link was ended or erased meanwhile.
    Gone,
}

/// The same words sent twice are one reply: somebody pressed the button again.
async fn take(app: &App, opened: &Opened, words: String, speaker: String, now: i64) -> Result<Taken> {
    let sent = &opened.sent;
    let said = Said {
        kind: StatementKind::Replied,
        whom: sent.whom.clone(),
        on: day(now, &opened.campaign.definition.time_zone),
        how: String::new(),
        words,
        // In which language they reply nobody says: the page’s may be another.
        language: String::new(),
        source_name: String::new(),
        source_url: String::new(),
        answers: sent.asked.clone(),
    };
    let place = Place {
        group: sent.group_id,
        campaign: sent.campaign_id,
        link: Some(sent.id),
        asked_words: sent.words.clone(),
        asked_language: sent.language.clone(),
        speaker,
        mailed: sent.domain().map(|domain| (domain, sent.created_at)),
    };
    let (id, work) = (sent.id, Arc::new((place, said)));
    let taken = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (place, said) = &*work;
                if !store::wait_for_turn(c, id).await? {
                    return Ok(Taken::Gone);
                }
                let own = store::replies_by(c, id).await?;
                let mut rows = statements(c, place.campaign).await?;
                rows.retain(|row| own.contains(&row.id));
                if rows.iter().any(|row| (&row.words, &row.speaker) == (&said.words, &place.speaker)) {
                    return Ok(Taken::Yes);
                }
                let left = left(&rows);
                if rows.len() >= REPLIES_A_LINK || left == 0 {
                    return Ok(Taken::Full);
                }
                if form::is_longer(&said.words, left) {
                    return Ok(Taken::TooLong(left));
                }
                store::add(c, place, said, now).await?;
                Ok(Taken::Yes)
            })
        })
        .await?;
    Ok(taken)
}

/// `GET` of an address that only takes a button: back to the page with the button.
pub async fn back(Path(token): Path<String>) -> Response {
    see_other(&format!("/statements/{}", of_a_token(&token)))
}
