//! Tells by mail that a goal was reached: written when it is sent, from what stands then. An account that is gone gets
//! none.

use super::{shown, store};
use crate::accounts::guessing::key_of;
use crate::accounts::store::account_by_id;
use crate::campaigns::store::Mark;
use crate::letters::page::in_language;
use crate::mail::Rank;
use crate::mail::store::{self as mails, About, Leased, Listed, NewMailAbout, Subject};
use crate::signatures::mailing::dressed;
use crate::signatures::names::unlinked;
use crate::state::App;
use crate::web::i18n::{Given, Language};
use crate::web::letterhead::{Draft, Letterhead, Way, Words};
use broadside_db::{Connection, Error, Result};
use broadside_mailer::Message;

/// As the queue calls it.
pub const KIND: &str = "goal_reached";

pub async fn enqueue(
    c: &mut Connection,
    app: &App,
    mark: &Mark,
    (notice, email): (i64, &str),
    now: i64,
) -> Result<()> {
    let mail = NewMailAbout {
        group: mark.group,
        campaign: mark.campaign,
        subject: Subject::GoalNotice(notice),
        kind: KIND,
        rank: Rank::Telling,
        address_key: key_of(app, email),
    };
    mails::enqueue_about(c, &mail, now).await
}

/// Writes one mail; nothing where what it was about is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    let About::Of(Subject::GoalNotice(notice)) = mail.about else { return Ok(None) };
    Ok(draft(app, notice).await?.map(|draft| dressed(app, mail, draft)))
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    let About::Of(Subject::GoalNotice(notice)) = mail.about else { return Ok(None) };
    draft(app, notice).await
}

async fn draft(app: &App, notice: i64) -> Result<Option<Draft>> {
    let mut c = app.db.read().await?;
    let Some(notice) = store::notice_by_id(&mut c, notice).await? else { return Ok(None) };
    let Some(mark) = store::by_id(&mut c, notice.mark).await? else { return Ok(None) };
    let account = account_by_id(&mut c, notice.account).await?.filter(|one| one.deactivated_at.is_none());
    drop(c);
    let Some(account) = account else { return Ok(None) };
    let Some(campaign) = app.directory.by_id(app, mark.campaign).await? else { return Ok(None) };
    let definition = &campaign.definition;
    let language = Language::parse(&account.language).unwrap_or(Language::En);
    let spoken = campaign.spoken(Some(language));
    let say = language.say();
    let group = campaign.group();
    let title = campaign.texts(spoken).title.clone();
    let goal = shown::title(&campaign, &mark, language, &say);
    let name = unlinked(&account.name);
    let when = say.moment(mark.reached_at.unwrap_or(mark.level), &definition.time_zone);
    let given: [(&str, &dyn Given); 5] =
        [("goal", &goal), ("campaign", &title), ("group", &group.name), ("name", &name), ("moment", &when)];
    let standing = definition.goal(&mark.goal);
    let words = standing.map(|goal| in_language(&goal.words, spoken)).unwrap_or_default();
    let closes = standing.and_then(|goal| goal.closes.as_deref()).and_then(|slug| campaign.letter(slug));
    let closing = closes.map(|letter| say.with("goals-mail-closed", &[("letter", &letter.title(spoken))]));
    let mail = Letterhead {
        say: &say,
        signal: campaign.signal,
        from: &group,
        heading: &title,
        subject: say.with("goals-mail-subject", &given),
        words: Words {
            opening: say.with("goals-mail-opening", &given),
            ask: words,
            ways: vec![Way {
                button: say.text("goals-mail-button"),
                url: app.url(&shown::path(&campaign, spoken)),
                ..Way::default()
            }],
            closing: closing.unwrap_or_default(),
            why: say.with("goals-mail-why", &given),
            ..Words::default()
        },
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to: account.email,
        language,
        written,
    }))
}
