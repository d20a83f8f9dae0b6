//! Queues the mails of pledges and those to the organisers, and writes them when they are sent: from what is true by
//! then. One that has nothing to say any more is not sent.

use super::mail::{Circumstance, Mail, MailKind};
use super::recurrence::Course;
use super::{MAILS_A_DAY, Pledge, Promise, Stage, State, link, practice, shown, store, transfers};
use crate::accounts::guessing::key_of;
use crate::accounts::store::account_by_id;
use crate::campaigns::definition::Fundraiser;
use crate::clock::DAY;
use crate::mail::Rank;
use crate::mail::store::{self as mails, About, Leased, Listed, NewMailAbout, Subject};
use crate::signatures::mailing::dressed;
use crate::signatures::names::unlinked;
use crate::state::App;
use crate::web::i18n::{Given, Language};
use crate::web::letterhead::{Draft, Letterhead, Way, Words};
use broadside_db::{Connection, Error, Result, decode_error};
use broadside_mailer::Message;

/// Queues a mail about a pledge. What a form asks for goes to nobody more often than an address may get such.
pub async fn enqueue(c: &mut Connection, kind: MailKind, one: &Pledge, now: i64) -> Result<()> {
    if matches!(kind, MailKind::Link | MailKind::Transfer)
        && store::mails_since(c, &one.address_key, now - DAY).await? >= MAILS_A_DAY
    {
        return Ok(());
    }
    let mail = NewMailAbout {
        group: one.promise.group,
        campaign: one.promise.campaign,
        subject: Subject::Pledge(one.id),
        kind: kind.word(),
        rank: kind.rank(),
        address_key: one.address_key.clone(),
    };
    mails::enqueue_about(c, &mail, now).await
}

/// Tells whoever keeps a fundraiser that it `ended`, is `settled` or was `stopped`, that its money is `redirected`, or
/// that the provider `refused` a charge.
pub async fn notify(
    c: &mut Connection,
    app: &App,
    promise: &Promise,
    kind: &'static str,
    now: i64,
) -> Result<()> {
    for (account, email) in store::keepers(c, (promise.group, promise.campaign)).await? {
        let notice = store::notice(c, (promise.group, promise.id), (account, kind), now).await?;
        let mail = NewMailAbout {
            group: promise.group,
            campaign: promise.campaign,
            subject: Subject::FundraiserNotice(notice),
            kind: notice_kind(kind),
            rank: Rank::Telling,
            address_key: key_of(app, &email),
        };
        mails::enqueue_about(c, &mail, now).await?;
    }
    Ok(())
}

/// As the queue calls a notice.
fn notice_kind(kind: &str) -> &'static str {
    match kind {
        "ended" => "fundraiser_ended",
        "settled" => "fundraiser_settled",
        "redirected" => "fundraiser_redirected",
        "refused" => "fundraiser_refused",
        "restored" => "fundraiser_restored",
        _ => "fundraiser_stopped",
    }
}

/// Writes one mail; nothing where what it was about is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    let draft = draft(app, &mail.about, &mail.kind).await?;
    Ok(draft.map(|draft| dressed(app, mail, draft)))
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    draft(app, &mail.about, &mail.kind).await
}

async fn draft(app: &App, about: &About, kind: &str) -> Result<Option<Draft>> {
    match about {
        About::Of(Subject::Pledge(pledge)) => to_giver(app, kind, *pledge).await,
        About::Of(Subject::FundraiserNotice(notice)) => to_keeper(app, *notice).await,
        _ => Ok(None),
    }
}

/// Whether a mail still has something to say of a pledge that stands so.
fn is_news(kind: MailKind, one: &Pledge, now: i64) -> bool {
    match kind {
        MailKind::Link => one.state == State::Begun && one.can_be_paid(now),
        MailKind::Transfer => one.state == State::Begun && one.is_transfer(),
        MailKind::Pledged => matches!(one.state, State::Pledged | State::Charging | State::Paid),
        MailKind::Receipt => one.receipt.is_some(),
        MailKind::Declined => one.state == State::Declined && one.can_be_paid(now),
        MailKind::Lapsed => one.state == State::Lapsed,
        MailKind::Released => one.state == State::Released,
        MailKind::Refunded => one.state == State::Refunded,
        MailKind::Returned => one.state == State::Paid && one.returned > 0,
        MailKind::NotArrived => one.did_not_arrive(),
        MailKind::MonthlyLate => one.recurrence.as_ref().is_some_and(|all| all.course == Course::Late),
        MailKind::MonthlyEnded => one.recurrence.as_ref().is_some_and(|all| all.course == Course::Ended),
    }
}

async fn to_giver(app: &App, kind: &str, pledge: i64) -> Result<Option<Draft>> {
    let Some(kind) = MailKind::parse(kind) else { return Ok(None) };
    let Some(one) = store::by_id(&mut app.db.read().await?, pledge).await? else { return Ok(None) };
    if one.said.email.is_empty() || !is_news(kind, &one, app.clock.now()) {
        return Ok(None);
    }
    let Some(campaign) = app.directory.by_id(app, one.promise.campaign).await? else { return Ok(None) };
    let language = campaign.language(&one.language);
    let say = language.say();
    let definition = &campaign.definition;
    let zone = &definition.time_zone;
    let token = link::seal_mailed(&app.keys.links, one.link());
    let moment = |at: Option<i64>| at.map(|at| say.moment(at, zone)).unwrap_or_default();
    let known = definition.fundraiser(&one.promise.slug);
    let item = known
        .zip(one.item.as_ref())
        .map(|(known, item)| shown::item(&campaign, known, item, language, &say))
        .unwrap_or_default();
    let mail = Mail {
        say: &say,
        kind,
        signal: campaign.signal,
        group: campaign.group(),
        title: shown::title(&campaign, &one.promise, language),
        name: one.said.name.clone(),
        amount: shown::money(&say, one.said.amount, &one.promise),
        returned: shown::money(&say, one.returned, &one.promise),
        goal: shown::money(&say, one.promise.goal, &one.promise),
        ends: say.moment(one.promise.ends_at, zone),
        until: moment(one.grace_until),
        receipt: one.receipt_number().unwrap_or_default(),
        paid: one.paid_at.map(|at| say.day(at, zone)).unwrap_or_default(),
        organisation: one.said.organisation.clone(),
        memory: one.said.memory.clone(),
        item,
        circumstance: match () {
            () if one.is_given_up() => Circumstance::GivenUp,
            () if one.can_be_paid(app.clock.now()) => Circumstance::Usual,
            () => Circumstance::Over,
        },
        transfer: known
            .and_then(|known| known.account.as_ref())
            .filter(|_| kind == MailKind::Transfer)
            .map(|account| transfers::shown(&one, account, zone, &say)),
        is_monthly: one.can_be_ended(),
        is_practice: one.provider == practice::WORD,
        url: app.url(&format!("/pledges/{token}{}", campaign.query(language))),
    };
    let written = mail.write().map_err(|error| Error::Other(decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to: one.said.email,
        language,
        written,
    }))
}

async fn to_keeper(app: &App, notice: i64) -> Result<Option<Draft>> {
    let mut c = app.db.read().await?;
    let Some(notice) = store::notice_by_id(&mut c, notice).await? else { return Ok(None) };
    let Some(promise) = store::promise_by_id(&mut c, notice.fundraiser).await? else { return Ok(None) };
    let account = account_by_id(&mut c, notice.account).await?.filter(|one| one.deactivated_at.is_none());
    let paid = store::came_in(&mut c, promise.id).await?;
    drop(c);
    let Some(account) = account else { return Ok(None) };
    let Some(campaign) = app.directory.by_id(app, promise.campaign).await? else { return Ok(None) };
    let definition = &campaign.definition;
    let language = Language::parse(&account.language).unwrap_or(Language::En);
    let say = language.say();
    let group = campaign.group();
    let title = shown::title(&campaign, &promise, language);
    let (name, money) = (unlinked(&account.name), |minor| shown::money(&say, minor, &promise));
    let (with, goal, paid) =
        (money(promise.decided_with.unwrap_or_default()), money(promise.goal), money(paid));
    let until = promise.stopped_until.map(|at| say.moment(at, &definition.time_zone)).unwrap_or_default();
    let known = definition.fundraiser(&promise.slug);
    let mut goes = known.map(|one| shown::goes(one, &say)).unwrap_or_default();
    let went_to = promise.went_to.as_deref().filter(|was| known.and_then(Fundraiser::goes_to) != Some(*was));
    if let Some(was) = went_to {
        goes = format!("{goes} {}", say.with("fundraisers-notice-was", &[("was", &was)]));
    }
    let given: [(&str, &dyn Given); 8] = [
        ("goes", &goes),
        ("fundraiser", &title),
        ("name", &name),
        ("with", &with),
        ("goal", &goal),
        ("paid", &paid),
        ("until", &until),
        ("group", &group.name),
    ];
    let (subject, opening) = match (notice.kind.as_str(), promise.stage) {
        ("ended", Stage::Met) => ("fundraisers-notice-met-subject", "fundraisers-notice-met-opening"),
        ("ended", Stage::Missed) => {
            ("fundraisers-notice-missed-subject", "fundraisers-notice-missed-opening")
        }
        ("ended", _) => ("fundraisers-notice-over-subject", "fundraisers-notice-over-opening"),
        ("redirected", _) => {
            ("fundraisers-notice-redirected-subject", "fundraisers-notice-redirected-opening")
        }
        ("restored", _) => ("fundraisers-notice-restored-subject", "fundraisers-notice-restored-opening"),
        ("refused", _) => ("fundraisers-notice-refused-subject", "fundraisers-notice-refused-opening"),
        ("settled", _) if promise.is_given_back => {
            ("fundraisers-notice-given-back-subject", "fundraisers-notice-given-back-opening")
        }
        ("settled", _) => ("fundraisers-notice-settled-subject", "fundraisers-notice-settled-opening"),
        (_, Stage::Open) => ("fundraisers-notice-stopped-subject", "fundraisers-notice-stopped-opening"),
        _ => ("fundraisers-notice-stopped-subject", "fundraisers-notice-declined-opening"),
    };
    let mail = Letterhead {
        say: &say,
        signal: campaign.signal,
        from: &group,
        heading: &title,
        subject: say.with(subject, &given),
        words: Words {
            opening: say.with(opening, &given),
            ways: vec![Way {
                button: say.text("fundraisers-notice-button"),
                // Not everybody who is told may open the book; the list leads there whoever may.
                url: app.url(&format!("/desk/campaigns/{}/fundraisers", definition.slug)),
                ..Way::default()
            }],
            why: say.with("fundraisers-notice-why", &given),
            ..Words::default()
        },
    };
    let written = mail.write().map_err(|error| Error::Other(decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to: account.email,
        language,
        written,
    }))
}
