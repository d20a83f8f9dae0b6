//! The SQL of what is known of those who pressed the button, asked for all of them at once.

use super::intake::stored_sign_on;
use crate::signatures::StoredSignOn;
use broadside_db::{ByMany, Connection, Kind, Result, Row};

/// A sign-on whose button was pressed.
pub struct Pressed {
    pub stored: StoredSignOn,
    pub is_held: bool,
    pub is_signature: bool,
}

pub async fn pressed(c: &mut Connection, sign_ons: &[i64]) -> Result<Vec<Pressed>> {
    static PRESSED: ByMany = ByMany::new(
        "select o.*, exists (select 1 from held_sign_on h where h.sign_on_id = o.id) as is_held, \
         exists (select 1 from signature s where s.sign_on_id = o.id) as is_signature \
         from sign_on o where o.id {among}",
        Kind::I64,
    );
    let pressed = |row: &Row| {
        Ok(Pressed {
            stored: stored_sign_on(row)?,
            is_held: row.get("is_held")?,
            is_signature: row.get("is_signature")?,
        })
    };
    PRESSED.all(c, vec![], sign_ons, pressed).await
}

/// What organisers thought of a mailbox before, or could not think of yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// They removed what it had signed.
    Removed,
    /// What it had signed was held and then withdrawn before anybody had looked: what comes after it is no better known.
    Suspected,
}

/// Which of some mailboxes are doubted under a letter.
pub async fn doubts(
    c: &mut Connection,
    letter: i64,
    address_keys: &[Vec<u8>],
) -> Result<Vec<(Vec<u8>, Doubt)>> {
    static DOUBTS: ByMany = ByMany::new(
        "select address_key, true as is_removed from removed_mailbox where letter_id = $1 and address_key {among} \
         union all select h.address_key, false from held_sign_on h join signature s on s.sign_on_id = h.sign_on_id \
         where h.letter_id = $1 and s.state = 'withdrawn' and s.change_id is null and h.address_key {among}",
        Kind::Bytes,
    );
    let doubt = |row: &Row| {
        let doubt = if row.get("is_removed")? { Doubt::Removed } else { Doubt::Suspected };
        Ok((row.get("address_key")?, doubt))
    };
    DOUBTS.all(c, vec![letter.into()], address_keys, doubt).await
}
