//! The SQL of "send it again".

use broadside_db::{Connection, Result, Row, query};

/// "Send it again", as asked.
pub struct LinkRequest {
    pub id: i64,
    pub letter: Option<i64>,
    pub language: String,
    pub email: String,
}

fn link_request(row: &Row) -> Result<LinkRequest> {
    Ok(LinkRequest {
        id: row.get("id")?,
        letter: row.get("letter_id")?,
        language: row.get("language")?,
        email: row.get("email")?,
    })
}

pub async fn ask_for_link(
    c: &mut Connection,
    letter: Option<(i64, i64)>,
    language: &str,
    email: &str,
    now: i64,
) -> Result<()> {
    query("insert into link_request (group_id, letter_id, language, email, created_at) values ($1, $2, $3, $4, $5)")
        .bind(letter.map(|(group, _)| group))
        .bind(letter.map(|(_, letter)| letter))
        .bind(language)
        .bind(email)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

pub async fn link_requests_after(c: &mut Connection, position: i64, most: i64) -> Result<Vec<LinkRequest>> {
    query("select * from link_request where id > $1 order by id limit $2")
        .bind(position)
        .bind(most)
        .all(c, link_request)
        .await
}

pub async fn link_request_by_id(c: &mut Connection, id: i64) -> Result<Option<LinkRequest>> {
    query("select * from link_request where id = $1").bind(id).first(c, link_request).await
}

pub async fn delete_link_requests_before(
    c: &mut Connection,
    created_at: i64,
    up_to: i64,
    most: i64,
) -> Result<u64> {
    query(
        "delete from link_request where id in (select id from link_request where id <= $1 and created_at < $2 \
         order by id limit $3)",
    )
    .bind(up_to)
    .bind(created_at)
    .bind(most)
    .run(c)
    .await
}
