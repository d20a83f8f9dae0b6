//! What endorsements look like at the desk: the list by state, and one of them beside what the page shows.

use super::desk_pages::{Fact, ListPage, OnePage, Part, Row};
use super::pages::{FormShown, kind_name, proof_words};
use super::{Endorsement, State as Standing, store};
use crate::accounts::guard::CampaignMember;
use crate::accounts::{ORGANISERS, nav};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::forms;
use crate::web::i18n::Say;
use crate::web::layout::Named;
use std::sync::Arc;

/// So many of each state stand on the page.
const SHOWN: usize = 50;

/// Where a state's list goes on: behind one of them.
#[derive(Clone, Copy, Debug)]
pub struct Further {
    pub state: Standing,
    pub behind: i64,
}

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/endorsements", member.campaign.slug)
}

pub async fn campaign(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

pub async fn list_page(
    app: &App,
    member: &CampaignMember,
    form: FormShown,
    further: Option<Further>,
) -> Result<ListPage> {
    let campaign = campaign(app, member).await?;
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let zone = &campaign.definition.time_zone;
    let mut parts = Vec::new();
    let mut c = app.db.read().await?;
    for state in
        [Standing::Waiting, Standing::Approved, Standing::Unproved, Standing::Refused, Standing::Ended]
    {
        if further.is_some_and(|further| further.state != state) {
            continue;
        }
        let behind = further.map(|further| further.behind);
        let one_more = i64::try_from(SHOWN).unwrap_or(i64::MAX - 1) + 1;
        let mut rows = store::in_state(&mut c, campaign.id, state, behind, one_more).await?;
        if rows.is_empty() {
            continue;
        }
        let is_cut = rows.len() > SHOWN;
        rows.truncate(SHOWN);
        let next = rows.last().filter(|_| is_cut).map(|last| {
            here.at(&forms::with_query(
                &list,
                &[("state", state.word().to_owned()), ("behind", last.id.to_string())],
            ))
        });
        let row = |one: &Endorsement| Row {
            organisation: Named {
                name: one.said.organisation.clone(),
                url: here.at(&format!("{list}/{}", one.id)),
            },
            office: one.said.office.clone().unwrap_or_default(),
            kind: kind_name(&say, one.said.kind),
            proof: one.proof.map(|proof| proof_words(&say, proof, &one.said.domain)).unwrap_or_default(),
            when: say.moment(one.changed_at, zone),
        };
        parts.push(Part { title: say.text(state_key(state)), rows: rows.iter().map(row).collect(), next });
    }
    drop(c);
    let texts = campaign.texts(campaign.spoken(Some(here.language)));
    Ok(ListPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &list),
        title: texts.title.clone(),
        note: String::new(),
        parts,
        enter: ORGANISERS.contains(&member.role).then(|| FormShown {
            action: here.at(&format!("{list}/entries")),
            button: "endorsements-enter-button",
            ..form
        }),
        letters: campaign
            .letters
            .iter()
            .map(|letter| (letter.slug.clone(), letter.title(here.language)))
            .collect(),
    })
}

fn state_key(state: Standing) -> &'static str {
    match state {
        Standing::Waiting => "endorsements-state-waiting",
        Standing::Approved => "endorsements-state-approved",
        Standing::Unproved => "endorsements-state-unproved",
        Standing::Refused => "endorsements-state-refused",
        Standing::Ended => "endorsements-state-ended",
    }
}

pub async fn page(app: &App, member: &CampaignMember, one: &Endorsement) -> Result<OnePage> {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let campaign = campaign(app, member).await?;
    let own = format!("{list}/{}", one.id);
    let takes_over = !succeeded(app, one).await?.is_empty();
    Ok(OnePage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &own),
        organisation: one.said.organisation.clone(),
        note: String::new(),
        state: say.text(state_key(one.state)),
        facts: facts(one, &campaign, &say),
        logo: one.logo.as_ref().map(|digest| (format!("{own}/logo.png?{digest}"), one.logo_alt.clone())),
        seen: one.changed_at.to_string(),
        approval: one.can_be_approved().then_some(takes_over),
        can_refuse: matches!(one.state, Standing::Waiting | Standing::Unproved),
        can_end: one.shown.is_some(),
        reason: String::new(),
        reason_fault: String::new(),
        conflict: false,
        query: here.at(""),
        path: own,
        back: here.at(&list),
    })
}

/// What is said, who says it, and how it was proved; beside each what the page shows, where it is another.
fn facts(one: &Endorsement, campaign: &Running, say: &Say) -> Vec<Fact> {
    let (said, shown) = (&one.said, one.shown.as_ref());
    let zone = &campaign.definition.time_zone;
    let mut facts = Vec::new();
    let mut tell = |key: &str, value: String, on_page: Option<String>, is_link: bool| {
        let shown = on_page.filter(|on_page| *on_page != value).unwrap_or_default();
        if !value.is_empty() || !shown.is_empty() {
            facts.push(Fact { name: say.text(key), value, shown, is_link });
        }
    };
    tell(
        "endorsements-organisation",
        said.organisation.clone(),
        shown.map(|one| one.organisation.clone()),
        false,
    );
    let office = |office: &Option<String>| office.clone().unwrap_or_default();
    tell("endorsements-office", office(&said.office), shown.map(|one| office(&one.office)), false);
    tell("endorsements-kind", kind_name(say, said.kind), shown.map(|one| kind_name(say, one.kind)), false);
    tell(
        "endorsements-website",
        said.website.clone(),
        shown.map(|one| one.website.clone().unwrap_or_default()),
        !said.website.is_empty(),
    );
    tell("endorsements-fact-comment", said.comment.clone(), shown.map(|one| one.comment.clone()), false);
    tell("endorsements-logo-alt", one.logo_alt.clone(), shown.map(|one| one.logo_alt.clone()), false);
    let officer = [&said.name, &said.role].into_iter().filter(|word| !word.is_empty());
    tell("endorsements-fact-officer", say.list(officer), None, false);
    tell("endorsements-fact-email", one.email.clone(), None, false);
    if let (Some(proof), Some(at)) = (one.proof, one.proved_at) {
        let how = proof_words(say, proof, &said.domain);
        let words = say.with("endorsements-proved-on", &[("how", &how), ("when", &say.moment(at, zone))]);
        tell("endorsements-fact-proof", words, None, false);
    }
    tell("endorsements-refuse-reason", one.reason.clone().unwrap_or_default(), None, false);
    tell("endorsements-fact-sent", say.moment(one.created_at, zone), None, false);
    facts
}

/// Others on the page whose place it takes once it is approved.
pub async fn succeeded(app: &App, one: &Endorsement) -> Result<Vec<Endorsement>> {
    let mut c = app.db.read().await?;
    let mut shown = store::shown_at(&mut c, one.letter_id, &one.said.domain, one.id).await?;
    shown.retain(|other| other.is_of_same_office(one));
    Ok(shown)
}
