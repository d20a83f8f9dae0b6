//! A partner's own pages behind its sign-in: the terms, its signers, its files. The guard lets in nobody else, and
//! what belongs to another partner is not there.

use super::counting;
use super::end_pages::{COUNTED, EndPage};
use super::export::{self, Taker};
use super::own_pages::{ExportLine, KeyForm, OwnPage, SignerLine, TermsPage, WhyTerms};
use super::terms::Terms;
use super::{EndedBy, Partnership, invitations, seats, store};
use crate::accounts::guard::PartnerMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::campaigns::definition::Partner;
use crate::campaigns::directory::Running;
use crate::error::{Error, Result, Rule};
use crate::letters::page::in_language;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::layout::Named;
use crate::web::{forms, natural};
use age::x25519::Recipient;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// So many signers stand on a page.
const SIGNERS: i64 = 100;
/// So many files are listed.
const FILES: i64 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
    behind: Option<i64>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    version: String,
    whole: String,
}

/// What stands behind a partner's page.
pub struct Found {
    pub one: Partnership,
    pub campaign: Arc<Running>,
    pub partner: Partner,
}

pub async fn find(app: &App, member: &PartnerMember) -> Result<Found> {
    let campaign = app.directory.by_id(app, member.place.campaign).await?.ok_or(Error::NotFound)?;
    let one = store::partnership_by_id(&mut app.db.read().await?, member.place.partnership).await?;
    let one = one.filter(|one| one.ended.is_none()).ok_or(Error::NotFound)?;
    // It may have left the files since.
    let partner = campaign.partner(&one.partner).cloned().ok_or(Error::NotFound)?;
    Ok(Found { one, campaign, partner })
}

/// The same, once the terms were accepted as they stand, and whoever comes has read them.
pub async fn find_open(app: &App, member: &PartnerMember) -> Result<Found> {
    let found = find(app, member).await?;
    match unread(app, member, &found).await? {
        Some(_) => Err(Error::NotFound),
        None => Ok(found),
    }
}

/// Why somebody has to read the terms before anything else opens; nothing where they have.
async fn unread(app: &App, member: &PartnerMember, found: &Found) -> Result<Option<WhyTerms>> {
    let Found { one, campaign, partner } = found;
    let Some(accepted_at) = one.accepted_at else { return Ok(Some(WhyTerms::First)) };
    if !one.is_as_accepted(partner) {
        return Ok(Some(WhyTerms::Changed));
    }
    let mut c = app.db.read().await?;
    if store::has_read(&mut c, one.id, member.here.account.id).await? {
        return Ok(None);
    }
    let say = member.here.language.say();
    Ok(Some(WhyTerms::Accepted(say.moment(accepted_at, &campaign.definition.time_zone))))
}

/// The terms that somebody reads: those that were accepted, or as they stand.
fn terms_for(member: &PartnerMember, found: &Found, why: &WhyTerms) -> Terms {
    if let (WhyTerms::Accepted(_), Some(kept)) = (why, &found.one.terms) {
        return Terms::kept(kept);
    }
    let language = member.here.language;
    let words = in_language(&found.partner.privacy_text, found.campaign.spoken(Some(language)));
    Terms::between(&language.say(), &found.partner, &words, &found.campaign.definition.group.name)
}

pub fn path(member: &PartnerMember) -> String {
    format!("/desk/partnerships/{}", member.place.partnership)
}

pub fn done(member: &PartnerMember, what: &str) -> Response {
    see_other(&member.here.at(&format!("{}?done={what}", path(member))))
}

fn terms_page(
    app: &App,
    member: &PartnerMember,
    found: &Found,
    (why, changed): (WhyTerms, bool),
) -> TermsPage {
    let (here, path) = (&member.here, path(member));
    let terms = terms_for(member, found, &why);
    TermsPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        title: found.partner.name.clone(),
        campaign: campaign_link(found, member),
        changed,
        version: terms.version(),
        clauses: terms.clauses,
        key: found.partner.age_key.clone().filter(|_| why == WhyTerms::First),
        why,
        accept: here.at(&format!("{path}/acceptance")),
        end: here.at(&format!("{path}/end")),
    }
}

fn campaign_link(found: &Found, member: &PartnerMember) -> Named {
    let language = found.campaign.spoken(Some(member.here.language));
    let slug = &found.campaign.definition.slug;
    Named {
        name: found.campaign.texts(language).title.clone(),
        url: format!("/campaigns/{slug}{}", found.campaign.query(language)),
    }
}

/// `GET /desk/partnerships/{partnership}`
pub async fn show(
    State(app): State<App>,
    member: PartnerMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let found = find(&app, &member).await?;
    if let Some(why) = unread(&app, &member, &found).await? {
        return private(StatusCode::OK, &terms_page(&app, &member, &found, (why, false)));
    }
    let mut page = page(&app, &member, &found, asked.behind).await?;
    page.note = match asked.done.as_str() {
        "accepted" => page.frame.say.text("partners-done-accepted"),
        "key" => page.frame.say.text("partners-done-key"),
        "read" => page.frame.say.text("partners-done-read"),
        "removed" => page.frame.say.text("partners-done-removed"),
        "withdrawn" => page.frame.say.text("partners-done-withdrawn"),
        "asked" => page.frame.say.text("partners-done-asked"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

pub async fn page(app: &App, member: &PartnerMember, found: &Found, behind: Option<i64>) -> Result<OwnPage> {
    let (here, path) = (&member.here, path(member));
    let say = here.language.say();
    let Found { one, campaign, partner } = found;
    let zone = &campaign.definition.time_zone;
    let language = campaign.spoken(Some(here.language));
    let mut c = app.db.read().await?;
    let signers = store::signers(&mut c, one, behind, SIGNERS + 1).await?;
    let standing = store::standing(&mut c, one, COUNTED + 1).await?;
    let share = counting::share(&mut c, campaign.id, campaign.letters.len(), partner).await?;
    let exports = store::exports(&mut c, one.id, FILES).await?;
    let way = |form: String| here.at(&format!("{path}/{form}"));
    let (people, invitations) = seats::listed(&mut c, one.id, (&say, zone), way, app.clock.now()).await?;
    drop(c);
    let page_size = usize::try_from(SIGNERS).unwrap_or(usize::MAX);
    let older = signers.get(page_size.saturating_sub(1)).filter(|_| signers.len() > page_size);
    let look = campaign.partner_path(partner, language);
    let exports_refused = if partner.age_key.is_none() {
        say.text("partners-files-no-key")
    } else if exports.iter().any(|export| export.gathered_at.is_none()) {
        say.text("partners-files-under-way")
    } else {
        String::new()
    };
    let moment = |at: i64| say.moment(at, zone);
    let accepted_on = moment(one.accepted_at.unwrap_or_default());
    Ok(OwnPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        title: partner.name.clone(),
        note: String::new(),
        campaign: campaign_link(found, member),
        look: Named { name: say.text("partners-look"), url: look },
        standing: natural(standing.min(COUNTED)),
        more: standing > COUNTED,
        joint: natural(share.everybody),
        own: natural(share.own()),
        percent: natural(share.percent()),
        as_of: moment(app.clock.now()),
        sources: share.sources.iter().map(|(source, n)| (source.clone(), natural(*n))).collect(),
        key: KeyForm { value: partner.age_key.clone().unwrap_or_default(), ..KeyForm::default() },
        exports_refused,
        exports: exports
            .iter()
            .map(|export| ExportLine {
                number: natural(export.number),
                asked: moment(export.created_at),
                is_whole: export.is_whole,
                given: natural(export.given),
                changed: natural(export.changed),
                ended: natural(export.ended),
                url: export.gathered_at.map(|_| here.at(&format!("{path}/exports/{}", export.number))),
            })
            .collect(),
        older: older.map(|last| here.at(&format!("{path}?behind={}", last.consent))),
        signers: signers
            .iter()
            .take(page_size)
            .map(|signer| SignerLine {
                name: signer.name.clone(),
                email: signer.email.clone(),
                given: moment(signer.given_at),
                source: signer.source.clone(),
            })
            .collect(),
        accepted: say.html("partners-terms-accepted", "when", accepted_on),
        terms: Terms::kept(one.terms.as_deref().unwrap_or_default()).clauses,
        people,
        invitations,
        query: here.at(""),
        path,
    })
}

/// `POST /desk/partnerships/{partnership}/acceptance`: by the words that were read; the second of two accepts nothing
/// anew.
pub async fn accept(State(app): State<App>, member: PartnerMember, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let found = find(&app, &member).await?;
    let Some(why) = unread(&app, &member, &found).await? else { return Ok(done(&member, "accepted")) };
    let terms = terms_for(&member, &found, &why);
    if form.version != terms.version() {
        let page = terms_page(&app, &member, &found, (why, true));
        return Rule("partner-terms").refuses(private(StatusCode::CONFLICT, &page));
    }
    let account = member.here.account.id;
    let is_read_only = matches!(why, WhyTerms::Accepted(_));
    let action = if is_read_only { "partner-read" } else { "partner-accepted" };
    let change = Change::of(action, format!("partner {}", found.partner.slug))
        .by(account)
        .in_group(found.one.group)
        .field("terms", None, Some(&terms.version()));
    let with = (found.one, terms, found.partner);
    audit::doing(&app, change, with, move |c, (one, terms, partner), now| {
        Box::pin(async move {
            if is_read_only {
                return store::read(c, one.id, account, now).await;
            }
            store::accept(c, one, account, (&terms.text(), &terms.version()), partner, now).await
        })
    })
    .await?;
    app.directory.look_again();
    Ok(done(&member, if is_read_only { "read" } else { "accepted" }))
}

/// `POST /desk/partnerships/{partnership}/exports`: everything that changed since the last one, or all anew.
pub async fn ask(State(app): State<App>, member: PartnerMember, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let found = find_open(&app, &member).await?;
    let is_whole = form.whole == "1";
    if found.partner.age_key.is_some() {
        let change = Change::of("partner-export-asked", format!("partner {}", found.partner.slug))
            .by(member.here.account.id)
            .in_group(found.one.group)
            .field("whole", None, Some(if is_whole { "yes" } else { "no" }));
        let asked = audit::doing(&app, change, found.one, move |c, one, now| {
            Box::pin(async move { Ok(store::ask(c, one, is_whole, now).await?.is_some()) })
        });
        if asked.await? {
            return Ok(done(&member, "asked"));
        }
    }
    // Without a key nothing is made that somebody else could read; and one file at a time.
    let found = find_open(&app, &member).await?;
    let page = page(&app, &member, &found, None).await?;
    Rule("partner-export").refuses(private(StatusCode::CONFLICT, &page))
}

/// `GET /desk/partnerships/{partnership}/exports/{export}`: encrypted to the partner's key while it is sent.
pub async fn take(
    State(app): State<App>,
    member: PartnerMember,
    method: Method,
    Path((_, export)): Path<(String, String)>,
) -> Result<Response> {
    let found = find_open(&app, &member).await?;
    let export: i64 = export.parse().map_err(|_| Error::NotFound)?;
    let gathered = store::gathered(&mut app.db.read().await?, found.one.id, export).await?;
    let gathered = gathered.ok_or(Error::NotFound)?;
    let key = found.partner.age_key.as_deref().and_then(|key| key.parse::<Recipient>().ok());
    let Some(key) = key else {
        let page = page(&app, &member, &found, None).await?;
        return Rule("partner-export").refuses(private(StatusCode::CONFLICT, &page));
    };
    let change = Change::of("partner-exported", format!("partner {}", found.partner.slug))
        .by(member.here.account.id)
        .in_group(found.one.group)
        .field("export", None, Some(&gathered.id.to_string()))
        .personal(&["name", "email"]);
    // Who asks for the head alone takes nothing away.
    if method != Method::HEAD {
        audit::note(&app, change).await?;
    }
    let taker = Taker { account: member.here.account.id, session: member.here.session.id };
    Ok(export::send(&app, found.one, &gathered, key, taker))
}

/// `GET /desk/partnerships/{partnership}/end`: how many consents end with it.
pub async fn before_end(State(app): State<App>, member: PartnerMember) -> Result<Response> {
    let found = find(&app, &member).await?;
    let place = (found.campaign.id, found.partner.slug.as_str());
    let page = EndPage::of(&app, &member.here, place, "partners-end-own-words", &path(&member)).await?;
    private(StatusCode::OK, &page)
}

/// `POST /desk/partnerships/{partnership}/end`: at the next click nothing of it opens any more.
pub async fn end(State(app): State<App>, member: PartnerMember) -> Result<Response> {
    let found = find(&app, &member).await?;
    let by = member.here.account.id;
    invitations::end(&app, &found.campaign, &found.partner, EndedBy::Partner, by).await?;
    Ok(see_other(&member.here.at("/desk?done=partnership-over")))
}
