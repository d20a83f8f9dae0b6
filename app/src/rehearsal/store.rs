//! The questions of a rehearsal to its copy, one function each.

use broadside_db::{Connection, Result, query};

/// A letter that can be signed: the slugs of its campaign and its own.
pub struct OpenLetter {
    pub campaign: String,
    pub letter: String,
}

/// The open letter that most people signed, of this campaign where one is named.
pub async fn busiest_letter(c: &mut Connection, campaign: Option<&str>) -> Result<Option<OpenLetter>> {
    query(
        "select c.slug as campaign, l.slug as letter, coalesce((select cast(sum(t.signatures) as bigint) from tally t \
         where t.letter_id = l.id), 0) as signed from letter l join campaign c on c.id = l.campaign_id \
         where l.status = 'open' and c.status = 'published' and ($1 = '' or c.slug = $1) \
         order by signed desc, l.id limit 1",
    )
    .bind(campaign.unwrap_or_default())
    .first(c, |row| Ok(OpenLetter { campaign: row.get("campaign")?, letter: row.get("letter")? }))
    .await
}

/// Links in its mails lead to where it is served, not to the instance.
pub async fn forget_base_url(c: &mut Connection) -> Result<()> {
    query("update instance set base_url = null").run(c).await.map(drop)
}

/// The number of the newest sign-on; nought where there is none.
pub async fn newest_sign_on(c: &mut Connection) -> Result<i64> {
    query("select coalesce(max(id), 0) as newest from sign_on").one(c, |row| row.get("newest")).await
}

/// Numbers and addresses of the sign-ons behind one.
pub async fn sign_ons_after(c: &mut Connection, id: i64, most: i64) -> Result<Vec<(i64, String)>> {
    query("select id, email from sign_on where id > $1 order by id limit $2")
        .bind(id)
        .bind(most)
        .all(c, |row| Ok((row.get("id")?, row.get("email")?)))
        .await
}

/// Which sign-ons behind one became signatures; those that are held are among them.
pub async fn signed_after(c: &mut Connection, id: i64, most: i64) -> Result<Vec<i64>> {
    query(
        "select sign_on_id from signature where sign_on_id > $1 and state in ('confirmed', 'held') order by sign_on_id limit $2",
    )
    .bind(id)
    .bind(most)
    .all(c, |row| row.get("sign_on_id"))
    .await
}
