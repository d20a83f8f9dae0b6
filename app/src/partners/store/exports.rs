//! The SQL of what a partner takes away.

use super::super::{Change, Fact, Gathered, Partnership, Told};
use broadside_db::{Connection, Insert, Kind, Result, Row, query};

static LINE: Insert = Insert::new(
    "partner_line",
    &[
        ("partnership_id", Kind::I64),
        ("consent_id", Kind::I64),
        ("export_id", Kind::I64),
        ("group_id", Kind::I64),
        ("change", Kind::Text),
        ("at", Kind::I64),
    ],
    "",
);

/// What a partner takes away at once.
#[derive(Clone, Debug)]
pub struct Export {
    pub id: i64,
    /// Which of the partnership's files it is, from 1: what others take is told to nobody.
    pub number: i64,
    pub partnership: i64,
    pub is_whole: bool,
    pub position: i64,
    pub given: i64,
    pub changed: i64,
    pub ended: i64,
    pub created_at: i64,
    pub gathered_at: Option<i64>,
}

fn export(row: &Row) -> Result<Export> {
    Ok(Export {
        id: row.get("id")?,
        number: row.get("number")?,
        partnership: row.get("partnership_id")?,
        is_whole: row.get("is_whole")?,
        position: row.get("position")?,
        given: row.get("given")?,
        changed: row.get("changed")?,
        ended: row.get("ended")?,
        created_at: row.get("created_at")?,
        gathered_at: row.get("gathered_at")?,
    })
}

/// Asks for an export; nothing where one is being gathered already.
pub async fn ask(c: &mut Connection, one: &Partnership, is_whole: bool, now: i64) -> Result<Option<i64>> {
    query(
        "insert into partner_export (group_id, partnership_id, is_whole, position, given, changed, ended, created_at) \
         select p.group_id, p.id, $2, 0, 0, 0, 0, $3 from partnership p where p.id = $1 and p.ended_at is null \
         and p.accepted_at is not null and not exists (select 1 from partner_export e where e.partnership_id = p.id \
         and e.gathered_at is null) returning id",
    )
    .bind(one.id)
    .bind(is_whole)
    .bind(now)
    .first(c, |row| row.get("id"))
    .await
}

pub async fn exports(c: &mut Connection, partnership: i64, most: i64) -> Result<Vec<Export>> {
    query(
        "select e.*, (select count(*) from partner_export b where b.partnership_id = e.partnership_id \
         and b.id <= e.id) as number from partner_export e where e.partnership_id = $1 order by e.id desc limit $2",
    )
        .bind(partnership)
        .bind(most)
        .all(c, export)
        .await
}

/// An export of a partnership that can be taken away, by its number there.
pub async fn gathered(c: &mut Connection, partnership: i64, number: i64) -> Result<Option<Export>> {
    let found = query(
        "select e.*, cast($2 as bigint) as number from partner_export e where e.partnership_id = $1 \
         order by e.id limit 1 offset cast($2 as bigint) - 1",
    )
    .bind(partnership)
    .bind(number.max(1))
    .first(c, export)
    .await?;
    Ok(found.filter(|export| number >= 1 && export.gathered_at.is_some()))
}

/// The first export that is being gathered.
pub async fn under_way(c: &mut Connection) -> Result<Option<Export>> {
    query("select e.*, cast(0 as bigint) as number from partner_export e where e.gathered_at is null order by e.id limit 1")
        .first(c, export)
        .await
}

/// Consents to a partner behind one, as they stand.
pub async fn facts(c: &mut Connection, one: &Partnership, behind: i64, most: i64) -> Result<Vec<Fact>> {
    query(
        "select c.id, c.withdrawn_at, s.state, coalesce(c.agreed_at, s.signed_on_at) as agreed_at, \
         coalesce(s.renamed_at, 0) as renamed_at from consent c \
         join signature s on s.id = c.signature_id where c.campaign_id = $1 and c.partner = $2 and c.id > $3 \
         order by c.id limit $4",
    )
    .bind(one.campaign)
    .bind(one.partner.as_str())
    .bind(behind)
    .bind(most)
    .all(c, |row| {
        let withdrawn_at: Option<i64> = row.get("withdrawn_at")?;
        Ok(Fact {
            consent: row.get("id")?,
            stands: withdrawn_at.is_none() && row.get::<String>("state")? == "confirmed",
            agreed_at: row.get("agreed_at")?,
            renamed_at: row.get("renamed_at")?,
        })
    })
    .await
}

/// What a partner was told last of consents behind one.
pub async fn told(c: &mut Connection, partnership: i64, behind: i64, most: i64) -> Result<Vec<Told>> {
    query(
        "select l.consent_id, l.change, l.at from partner_line l where l.partnership_id = $1 and l.consent_id > $2 \
         and not exists (select 1 from partner_line n where n.partnership_id = l.partnership_id \
         and n.consent_id = l.consent_id and n.export_id > l.export_id) order by l.consent_id limit $3",
    )
    .bind(partnership)
    .bind(behind)
    .bind(most)
    .all(c, |row| {
        Ok(Told {
            consent: row.get("consent_id")?,
            change: Change::parse(&row.get::<String>("change")?).unwrap_or(Change::Ended),
            at: row.get("at")?,
        })
    })
    .await
}

/// Notes a step of gathering; false where somebody else did it meanwhile.
pub async fn note(
    c: &mut Connection,
    group: i64,
    one: &Export,
    step: &Gathered,
    read_at: i64,
    now: i64,
) -> Result<bool> {
    let count = |change: Change| {
        i64::try_from(step.lines.iter().filter(|(_, one)| *one == change).count()).unwrap_or(i64::MAX)
    };
    let noted = query(
        "update partner_export set position = $3, given = given + $4, changed = changed + $5, ended = ended + $6, \
         gathered_at = $7 where id = $1 and position = $2 and gathered_at is null",
    )
    .bind(one.id)
    .bind(one.position)
    .bind(step.upto)
    .bind(count(Change::Given))
    .bind(count(Change::Changed))
    .bind(count(Change::Ended))
    .bind(step.is_last.then_some(now))
    .run(c)
    .await?;
    if noted != 1 {
        return Ok(false);
    }
    let row = |(consent, change): &(i64, Change)| {
        vec![
            one.partnership.into(),
            (*consent).into(),
            one.id.into(),
            group.into(),
            change.word().into(),
            read_at.into(),
        ]
    };
    LINE.rows(c, step.lines.iter().map(row).collect()).await?;
    Ok(true)
}

/// A line of a partner's file, with who it is where the consent holds still.
pub struct Line {
    pub consent: i64,
    pub change: Change,
    pub at: i64,
    pub holds: Option<Holding>,
    /// When the consent was taken back.
    pub ended_at: Option<i64>,
}

/// Somebody whose consent holds.
pub struct Holding {
    pub name: String,
    pub email: String,
    pub language: String,
    pub words: String,
    pub words_version: String,
    pub page: String,
    pub source: String,
    pub given_at: i64,
}

/// Whether a partnership stands still, and who takes a file of it away still sits there by the same session.
pub async fn may_take(c: &mut Connection, partnership: i64, account: i64, session: i64) -> Result<bool> {
    let found = query(
        "select p.id from partnership p join partner_seat s on s.partnership_id = p.id \
         join desk_session d on d.account_id = s.account_id join account a on a.id = s.account_id \
         where p.id = $1 and s.account_id = $2 and d.id = $3 and p.ended_at is null and s.ended_at is null \
         and d.ended_at is null and a.deactivated_at is null limit 1",
    )
    .bind(partnership)
    .bind(account)
    .bind(session)
    .first(c, |row| row.get::<i64>("id"))
    .await?;
    Ok(found.is_some())
}

/// Lines of an export behind a consent.
pub async fn lines(
    c: &mut Connection,
    one: &Partnership,
    export: i64,
    behind: i64,
    most: i64,
) -> Result<Vec<Line>> {
    query(
        "select l.consent_id, l.change, l.at, c.withdrawn_at, c.language, c.words_version, c.page, c.given_at, \
         coalesce(c.source, '') as source, coalesce(s.state, '') as state, \
         coalesce(c.agreed_at, s.signed_on_at, 0) as agreed_at, \
         s.name, p.email, w.words from partner_line l left join consent c on c.id = l.consent_id \
         left join signature s on s.id = c.signature_id left join person p on p.id = c.person_id \
         left join consent_words w on w.campaign_id = c.campaign_id and w.partner = c.partner \
         and w.language = c.language and w.version = c.words_version \
         where l.export_id = $1 and l.consent_id > $2 order by l.consent_id limit $3",
    )
    .bind(export)
    .bind(behind)
    .bind(most)
    .all(c, |row| {
        let change = Change::parse(&row.get::<String>("change")?).unwrap_or(Change::Ended);
        let ended_at: Option<i64> = row.get("withdrawn_at")?;
        let state: String = row.get("state")?;
        let agreed_at: i64 = row.get("agreed_at")?;
        let stands = change != Change::Ended
            && ended_at.is_none()
            && state == "confirmed"
            && agreed_at > one.since;
        let text = |name: &str| Ok::<_, broadside_db::Error>(row.get::<Option<String>>(name)?.unwrap_or_default());
        let holds = if stands {
            Some(Holding {
                name: text("name")?,
                email: text("email")?,
                language: text("language")?,
                words: text("words")?,
                words_version: text("words_version")?,
                page: text("page")?,
                source: text("source")?,
                given_at: row.get::<Option<i64>>("given_at")?.unwrap_or_default(),
            })
        } else {
            None
        };
        Ok(Line { consent: row.get("consent_id")?, change, at: row.get("at")?, holds, ended_at })
    })
    .await
}
