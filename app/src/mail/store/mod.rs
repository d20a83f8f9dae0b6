//! The SQL of the mail queue.

pub mod outbox;
mod turns;

pub use turns::lease_due;

use super::Rank;
use crate::clock::DAY;
use broadside_db::{Connection, Insert, Kind, Result, Row, Update, in_lists, in_rows, query, query_composed};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A mail that was decided on.
pub struct NewMail {
    pub group: i64,
    pub campaign: i64,
    pub address_key: Vec<u8>,
    /// A word of the slice that writes it.
    pub kind: &'static str,
    pub rank: Rank,
    /// The sign-on it is about.
    pub sign_on_id: i64,
    /// The "send it again" that it answers, where it answers one.
    pub link_request_id: Option<i64>,
}

static MAIL: Insert = Insert::new(
    "mail",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("kind", Kind::Text),
        ("sign_on_id", Kind::I64),
        ("address_key", Kind::Bytes),
        ("state", Kind::Text),
        ("attempts", Kind::I64),
        ("next_attempt_at", Kind::I64),
        ("lease_until", Kind::I64),
        ("fence", Kind::I64),
        ("created_at", Kind::I64),
        ("link_request_id", Kind::I64),
        ("rank", Kind::I64),
    ],
    "",
);

pub async fn enqueue(c: &mut Connection, mails: &[NewMail], now: i64) -> Result<()> {
    let row = |mail: &NewMail| {
        vec![
            mail.group.into(),
            mail.campaign.into(),
            mail.kind.into(),
            mail.sign_on_id.into(),
            mail.address_key.as_slice().into(),
            "waiting".into(),
            0.into(),
            now.into(),
            0.into(),
            0.into(),
            now.into(),
            mail.link_request_id.into(),
            mail.rank.number().into(),
        ]
    };
    MAIL.rows(c, mails.iter().map(row).collect()).await
}

/// A mail of the desk, about an account.
pub struct NewDeskMail {
    pub account: i64,
    /// The link that it brings; its token is drawn when the mail is written.
    pub link: Option<i64>,
    pub kind: &'static str,
    pub address_key: Vec<u8>,
}

pub async fn enqueue_for_desk(c: &mut Connection, mail: &NewDeskMail, now: i64) -> Result<()> {
    query(
        "insert into mail (account_id, desk_link_id, kind, address_key, state, attempts, next_attempt_at, \
         lease_until, fence, created_at) values ($1, $2, $3, $4, 'waiting', 0, $5, 0, 0, $5)",
    )
    .bind(mail.account)
    .bind(mail.link)
    .bind(mail.kind)
    .bind(mail.address_key.as_slice())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// A mail to somebody at the desk or at a partner, about a partnership.
pub struct NewPartnershipMail {
    pub group: i64,
    pub campaign: i64,
    pub account: i64,
    pub partnership: i64,
    /// A word of the slice that writes it.
    pub kind: &'static str,
    pub address_key: Vec<u8>,
}

pub async fn enqueue_for_partnership(c: &mut Connection, mail: &NewPartnershipMail, now: i64) -> Result<()> {
    query(
        "insert into mail (group_id, campaign_id, account_id, partnership_id, kind, rank, address_key, state, \
         attempts, next_attempt_at, lease_until, fence, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $8, 0, 0, $8)",
    )
    .bind(mail.group)
    .bind(mail.campaign)
    .bind(mail.account)
    .bind(mail.partnership)
    .bind(mail.kind)
    .bind(Rank::Telling.number())
    .bind(mail.address_key.as_slice())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// A row of another slice that a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// To an officer, or to an address at the organisation’s domain.
    Endorsement(i64),
    Rsvp(i64),
    /// The private link of somebody who is asked.
    StatementLink(i64),
    /// Somebody at the desk or at a partner, who is told of a goal.
    GoalNotice(i64),
    Pledge(i64),
    /// Whoever keeps a fundraiser.
    FundraiserNotice(i64),
}

impl Subject {
    const ALL: [fn(i64) -> Self; 6] = [
        Self::Endorsement,
        Self::Rsvp,
        Self::StatementLink,
        Self::GoalNotice,
        Self::Pledge,
        Self::FundraiserNotice,
    ];

    fn column(self) -> &'static str {
        match self {
            Self::Endorsement(_) => "endorsement_id",
            Self::Rsvp(_) => "rsvp_id",
            Self::StatementLink(_) => "statement_link_id",
            Self::GoalNotice(_) => "goal_notice_id",
            Self::Pledge(_) => "pledge_id",
            Self::FundraiserNotice(_) => "fundraiser_notice_id",
        }
    }

    fn number(self) -> i64 {
        match self {
            Self::Endorsement(number)
            | Self::Rsvp(number)
            | Self::StatementLink(number)
            | Self::GoalNotice(number)
            | Self::Pledge(number)
            | Self::FundraiserNotice(number) => number,
        }
    }
}

/// A mail about one of those.
pub struct NewMailAbout {
    pub group: i64,
    pub campaign: i64,
    pub subject: Subject,
    /// A word of the slice that writes it.
    pub kind: &'static str,
    pub rank: Rank,
    pub address_key: Vec<u8>,
}

pub async fn enqueue_about(c: &mut Connection, mail: &NewMailAbout, now: i64) -> Result<()> {
    enqueue_about_for_later(c, mail, now, now).await
}

/// Queues one that goes out at a time, and no sooner.
pub async fn enqueue_about_for_later(
    c: &mut Connection,
    mail: &NewMailAbout,
    now: i64,
    not_before: i64,
) -> Result<()> {
    query_composed(format!(
        "insert into mail (group_id, campaign_id, {}, kind, rank, address_key, state, attempts, \
         next_attempt_at, lease_until, fence, created_at) values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, 0, 0, $8)",
        mail.subject.column()
    ))
    .bind(mail.group)
    .bind(mail.campaign)
    .bind(mail.subject.number())
    .bind(mail.kind)
    .bind(mail.rank.number())
    .bind(mail.address_key.as_slice())
    .bind(not_before)
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// How many mails that somebody's form brought each address got in the day before `now`. What organisers tell
/// all signers at once keeps nobody from their own link.
pub async fn mails_in_a_day(
    c: &mut Connection,
    address_keys: &[Vec<u8>],
    now: i64,
) -> Result<HashMap<Vec<u8>, i64>> {
    // Counted address by address: over the list as a whole PostgreSQL would read the table from end
    // to end, and go on so as it grows, if it first saw it small.
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "with wanted (address_key) as (values {}) select address_key, (select count(*) from mail \
             where mail.address_key = wanted.address_key and created_at > $1 and sign_on_id is not null and kind <> 'words_changed') as n \
             from wanted",
            in_rows(2)
        )
    });
    let mut counts = HashMap::new();
    for list in in_lists(address_keys) {
        let rows = query_composed(SQL.clone())
            .bind(now - DAY)
            .bind_all(list)
            .all(c, |row| Ok((row.get::<Vec<u8>>("address_key")?, row.get::<i64>("n")?)))
            .await?;
        counts.extend(rows);
    }
    Ok(counts)
}

/// What a mail is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    SignOn(Asked),
    /// An account of the desk, and the link that it brings where it brings one.
    Account {
        account: i64,
        link: Option<i64>,
    },
    /// Somebody who is told of the end of a partnership.
    Partnership {
        account: i64,
        partnership: i64,
    },
    Of(Subject),
}

impl About {
    pub fn sign_on(&self) -> Option<&Asked> {
        match self {
            Self::SignOn(asked) => Some(asked),
            Self::Account { .. } | Self::Partnership { .. } | Self::Of(_) => None,
        }
    }
}

/// What a signer's mail is to say, and to whom: as it was decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub group: i64,
    pub sign_on_id: i64,
    pub address_key: Vec<u8>,
    pub link_request_id: Option<i64>,
}

fn about(row: &Row) -> Result<About> {
    let account: Option<i64> = row.get("account_id")?;
    for subject in Subject::ALL {
        if let Some(number) = row.get::<Option<i64>>(subject(0).column())? {
            return Ok(About::Of(subject(number)));
        }
    }
    let partnership: Option<i64> = row.get("partnership_id")?;
    Ok(match (account, partnership) {
        (Some(account), Some(partnership)) => About::Partnership { account, partnership },
        (Some(account), None) => About::Account { account, link: row.get("desk_link_id")? },
        (None, _) => About::SignOn(Asked {
            group: row.get::<Option<i64>>("group_id")?.unwrap_or_default(),
            sign_on_id: row.get::<Option<i64>>("sign_on_id")?.unwrap_or_default(),
            address_key: row.get("address_key")?,
            link_request_id: row.get("link_request_id")?,
        }),
    })
}

/// A mail taken to be sent.
#[derive(Clone, Debug)]
pub struct Leased {
    pub id: i64,
    pub kind: String,
    pub about: About,
    pub attempts: i64,
    pub fence: i64,
    pub created_at: i64,
}

fn leased(row: &Row) -> Result<Leased> {
    Ok(Leased {
        id: row.get("id")?,
        kind: row.get("kind")?,
        about: about(row)?,
        attempts: row.get("attempts")?,
        fence: row.get("fence")?,
        created_at: row.get("created_at")?,
    })
}

/// Whether any mail is due: a look that writes nothing.
pub async fn any_due(c: &mut Connection, now: i64) -> Result<bool> {
    let due = query("select 1 as due from mail where state = 'waiting' and next_attempt_at <= $1 and lease_until < $1 limit 1")
        .bind(now)
        .first(c, |_| Ok(()))
        .await?;
    Ok(due.is_some())
}

/// Gives a mail back that was taken and not tried: it is due again at a time, or as it was.
pub async fn give_back(c: &mut Connection, mail: &Leased, at: Option<i64>) -> Result<()> {
    query(
        "update mail set lease_until = 0, attempts = attempts - 1, next_attempt_at = coalesce($3, next_attempt_at) \
         where id = $1 and fence = $2",
    )
    .bind(mail.id)
    .bind(mail.fence)
    .bind(at)
    .run(c)
    .await?;
    Ok(())
}

/// Gives back what a process that is gone had taken: for a database that one process alone uses.
pub async fn release(c: &mut Connection) -> Result<u64> {
    query("update mail set lease_until = 0 where state = 'waiting' and lease_until > 0").run(c).await
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    Sent {
        answer: String,
    },
    /// The server refused the address or the mail for good.
    Bounced {
        answer: String,
    },
    /// To be tried again at a time.
    Later {
        at: i64,
        answer: String,
    },
    /// Tried too often.
    Failed {
        answer: String,
    },
    /// What it was about is gone: expired, deleted or withdrawn.
    Dropped,
}

static FINISH: Update = Update::new(
    "update mail set state = given.state, next_attempt_at = given.next_attempt_at, lease_until = 0, \
     answer = given.answer, finished_at = given.finished_at from {given} \
     where mail.id = given.id and mail.fence = given.fence",
    &[
        ("id", Kind::I64),
        ("fence", Kind::I64),
        ("state", Kind::Text),
        ("next_attempt_at", Kind::I64),
        ("answer", Kind::Text),
        ("finished_at", Kind::I64),
    ],
);

/// Records what tries came to; a mail whose lease went to another process is left to that one.
pub async fn finish(c: &mut Connection, tried: &[(Leased, Fate)], now: i64) -> Result<()> {
    let row = |(mail, fate): &(Leased, Fate)| {
        let (state, at, answer, finished) = match fate {
            Fate::Sent { answer } => ("sent", 0, Some(answer.clone()), Some(now)),
            Fate::Bounced { answer } => ("bounced", 0, Some(answer.clone()), Some(now)),
            Fate::Failed { answer } => ("failed", 0, Some(answer.clone()), Some(now)),
            Fate::Later { at, answer } => ("waiting", *at, Some(answer.clone()), None),
            Fate::Dropped => ("dropped", 0, None, Some(now)),
        };
        vec![mail.id.into(), mail.fence.into(), state.into(), at.into(), answer.into(), finished.into()]
    };
    FINISH.rows(c, tried.iter().map(row).collect()).await
}

/// A mail as the outbox shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub id: i64,
    pub kind: String,
    pub about: About,
    pub created_at: i64,
}

fn listed(row: &Row) -> Result<Listed> {
    Ok(Listed {
        id: row.get("id")?,
        kind: row.get("kind")?,
        about: about(row)?,
        created_at: row.get("created_at")?,
    })
}

/// The newest mails, the newest first.
pub async fn newest(c: &mut Connection, most: i64) -> Result<Vec<Listed>> {
    query("select * from mail order by id desc limit $1").bind(most).all(c, listed).await
}

pub async fn mail(c: &mut Connection, id: i64) -> Result<Option<Listed>> {
    query("select * from mail where id = $1").bind(id).first(c, listed).await
}

/// How many mails stand in each state.
pub async fn count_by_state(c: &mut Connection) -> Result<Vec<(String, i64)>> {
    query("select state, count(*) as n from mail group by state order by state")
        .all(c, |row| Ok((row.get("state")?, row.get("n")?)))
        .await
}

/// How many mails wait that were queued before a time.
pub async fn waiting_since(c: &mut Connection, created_at: i64) -> Result<i64> {
    query("select count(*) as n from mail where state = 'waiting' and created_at < $1")
        .bind(created_at)
        .one(c, |row| row.get("n"))
        .await
}

/// When the mail that has waited longest was queued, and what the mail server last said to it: nothing if
/// it was never tried.
pub async fn oldest_waiting(c: &mut Connection) -> Result<Option<(i64, Option<String>)>> {
    query("select created_at, answer from mail where state = 'waiting' order by created_at, id limit 1")
        .first(c, |row| Ok((row.get("created_at")?, row.get("answer")?)))
        .await
}

/// How many mails a server took, and how many came to nothing, since a time.
pub async fn sent_and_refused_since(c: &mut Connection, finished_at: i64) -> Result<(i64, i64)> {
    let states = query(
        "select state, count(*) as n from mail where finished_at >= $1 and state in ('sent', 'bounced', 'failed') \
         group by state",
    )
    .bind(finished_at)
    .all(c, |row| Ok((row.get::<String>("state")?, row.get::<i64>("n")?)))
    .await?;
    let (sent, refused): (Vec<_>, Vec<_>) = states.into_iter().partition(|(state, _)| state == "sent");
    let sum = |states: Vec<(String, i64)>| states.into_iter().map(|(_, n)| n).sum();
    Ok((sum(sent), sum(refused)))
}

/// What was last said about a mail that came to nothing.
pub async fn answer_to_refused(c: &mut Connection) -> Result<Option<String>> {
    query("select answer from mail where state in ('bounced', 'failed') order by finished_at desc, id desc limit 1")
        .first(c, |row| row.get::<Option<String>>("answer"))
        .await
        .map(Option::flatten)
}

pub async fn delete_older_than(c: &mut Connection, created_at: i64, most: i64) -> Result<u64> {
    query("delete from mail where id in (select id from mail where created_at < $1 order by id limit $2)")
        .bind(created_at)
        .bind(most)
        .run(c)
        .await
}
