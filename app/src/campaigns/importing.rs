//! Imports a campaign that was read from files: repeatable, and it says what it changed.
//!
//! A letter whose words changed gets a new version; what people signed stays as it was. A letter
//! that left the files is closed, since its signatures are promises kept to people. Parts that the desk has changed
//! stay as it left them, where the files say of them what they said at the import before.

use super::definition::{ByLanguage, Definition, LetterText, ReplyPlace};
use super::files::{self, Change, Fault};
use super::merging::Imported as Before;
use super::store::{self, ConsentWords, LetterRow, LetterTextRow};
use crate::audit;
use broadside_db::{Connection, Db, Lane, Result};
use std::sync::Arc;

#[derive(Debug)]
pub enum Imported {
    New,
    /// What was changed; nothing where the files say what the instance says. `kept` are parts that
    /// stay as the desk left them.
    Changed {
        changes: Vec<Change>,
        kept: Vec<String>,
    },
    /// Parts that the desk and the files have both changed since the import before; nothing was imported.
    Disputed(Vec<String>),
    /// What the files say does not go together with what the desk says; nothing was imported.
    Unfit(Vec<Fault>),
    /// Replies would stand less prominently than whoever got a private link was promised; nothing was imported.
    Lowered {
        promised: ReplyPlace,
    },
    /// The press page would be closed, or for longer, and with it a reply that was promised to stand there; nothing was
    /// imported.
    Postponed,
    /// What people pledged under would be taken from them; nothing was imported.
    Promised(Vec<String>),
    /// The slug belongs to another group's campaign.
    OtherGroup(String),
}

/// Where files and desk have both changed a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dispute {
    Refuse,
    FilesStand,
}

pub async fn import(db: &Db, definition: Definition, dispute: Dispute, now: i64) -> Result<Imported> {
    let definition = Arc::new(definition);
    db.write(Lane::Ordinary, move |c| {
        let definition = definition.clone();
        Box::pin(async move { bring_in(c, &definition, dispute, now).await })
    })
    .await
}

/// The campaign as the instance holds it, for export.
pub async fn definition(db: &Db, slug: &str) -> Result<Option<Definition>> {
    Ok(store::whole(&mut db.read().await?, slug).await?.map(|whole| whole.definition))
}

/// The campaign as it stands, and when it was changed last.
pub async fn standing(db: &Db, slug: &str) -> Result<Option<(Definition, i64)>> {
    let mut c = db.read().await?;
    let Some(version) = store::changed_at(&mut c, slug).await? else { return Ok(None) };
    Ok(store::whole(&mut c, slug).await?.map(|whole| (whole.definition, version)))
}

/// Puts what somebody changed in the place of a campaign that still is as it was read, or is not there yet, and that takes
/// nothing from people that they pledged under; answers whether it was. In a transaction of the caller's.
pub async fn replace(
    c: &mut Connection,
    definition: &Definition,
    version: Option<i64>,
    now: i64,
) -> Result<bool> {
    if store::changed_at(c, &definition.slug).await? != version {
        return Ok(false);
    }
    let standing = store::whole(c, &definition.slug).await?;
    if let Some(standing) = &standing
        && !store::newly_broken(c, &standing.definition, definition, now).await?.is_empty()
    {
        return Ok(false);
    }
    let before =
        standing.map(|standing| standing.imported.unwrap_or_else(|| Before::of(&standing.definition)));
    put(c, definition, before.filter(|before| *before != Before::of(definition)).as_ref(), now).await?;
    Ok(true)
}

async fn bring_in(
    c: &mut Connection,
    files_say: &Definition,
    dispute: Dispute,
    now: i64,
) -> Result<Imported> {
    let mut definition = files_say.clone();
    let outcome = match store::whole(c, &definition.slug).await? {
        Some(standing) if standing.group != definition.group.slug => {
            return Ok(Imported::OtherGroup(standing.group));
        }
        Some(standing) => {
            let old = standing.definition;
            keep_keys(c, &mut definition, &old).await?;
            let promised = old.press.reply_place;
            let is_lower = definition.press.reply_place < promised;
            let is_later = definition.press.is_closed_longer(&old.press, now);
            if (is_lower || is_later) && store::has_private_links(c, &old.slug).await? {
                return Ok(if is_lower { Imported::Lowered { promised } } else { Imported::Postponed });
            }
            let before = standing.imported.unwrap_or_else(|| Before::of(&old));
            let merged = before.merge(&definition, &old);
            if !merged.disputed.is_empty() && dispute == Dispute::Refuse {
                return Ok(Imported::Disputed(merged.disputed));
            }
            let kept = merged.kept;
            if !kept.is_empty() {
                definition = merged.definition;
                let faults = files::check(&definition);
                if !faults.is_empty() {
                    return Ok(Imported::Unfit(faults));
                }
            }
            let broken = store::broken_promises(c, &old, &definition, now).await?;
            if !broken.is_empty() {
                return Ok(Imported::Promised(broken.iter().map(ToString::to_string).collect()));
            }
            let changes = files::changes(&old, &definition);
            if changes.is_empty() && before == Before::of(files_say) {
                return Ok(Imported::Changed { changes, kept });
            }
            Imported::Changed { changes, kept }
        }
        None => Imported::New,
    };
    let before = (definition != *files_say).then(|| Before::of(files_say));
    put(c, &definition, before.as_ref(), now).await?;
    Ok(outcome)
}

/// A key that a partner gave itself stays where the files name none. Once it has accepted the terms the key is its own:
/// whoever chooses it chooses who reads.
async fn keep_keys(c: &mut Connection, definition: &mut Definition, old: &Definition) -> Result<()> {
    let accepted = store::accepted_partners(c, &old.slug).await?;
    for partner in &mut definition.partners {
        if partner.age_key.is_none() || accepted.contains(&partner.slug) {
            let given = old.partners.iter().find(|one| one.slug == partner.slug);
            partner.age_key = given.and_then(|one| one.age_key.clone());
        }
    }
    Ok(())
}

/// Whether words are of the version that stands: none of them differs, and what is new is a translation.
fn is_same_version(standing: &ByLanguage<LetterText>, words: &ByLanguage<LetterText>) -> bool {
    standing.iter().all(|(language, text)| words.get(language).is_some_and(|word| word.reads_as(text)))
}

/// Puts a campaign in the place of what stood there, in a transaction of the caller's. `imported` is what the files
/// said, where the desk has changed any of it since.
pub async fn put(
    c: &mut Connection,
    definition: &Definition,
    imported: Option<&Before>,
    now: i64,
) -> Result<()> {
    let said = store::said(c, &definition.slug).await?;
    let partners = said.as_ref().map(|said| &said.partners[..]).unwrap_or_default();
    store::keep_accepted_words(c, &definition.slug, partners).await?;
    let group = store::upsert_group(c, &definition.group.slug, &definition.group.name, now).await?;
    let campaign = store::upsert_campaign(c, group, definition, imported, now).await?;
    store::sync_goals(c, (campaign, group), definition, now).await?;
    let closed = store::letters_closed_by_goals(c, campaign, definition).await?;
    let mut kept = Vec::new();
    for (letter, position) in definition.letters.iter().zip(0..) {
        let standing = store::letter(c, campaign, &letter.slug).await?;
        // A letter that left the files and came back has the words that stand, not those of the files before.
        let version = match standing {
            Some((id, version)) => {
                let before = store::letter_texts(c, id, version).await?;
                if is_same_version(&before, &letter.texts) { version } else { version + 1 }
            }
            None => 1,
        };
        let row = LetterRow {
            group,
            campaign,
            slug: &letter.slug,
            is_open: letter.is_open() && !closed.contains(&letter.slug.as_str()),
            names_per_mailbox: i64::from(letter.names_per_mailbox),
            version,
            position,
        };
        let id = store::upsert_letter(c, &row, now).await?;
        kept.push(id);
        for (language, text) in &letter.texts {
            let mut row = LetterTextRow { group, letter: id, version, language, text, reason: &text.reason };
            // A reason counts for the change that it came with.
            if store::is_earlier_reason(c, &row).await? {
                row.reason = "";
            }
            store::add_letter_text(c, &row, now).await?;
        }
    }
    store::close_letters_except(c, campaign, &kept).await?;
    for partner in &definition.partners {
        for (language, words) in &partner.consent {
            let version = partner.consent_version(language);
            let row =
                ConsentWords { group, campaign, partner: &partner.slug, language, version: &version, words };
            store::keep_consent_words(c, &row, now).await?;
        }
    }
    let place = (group, campaign);
    for slug in store::end_parts_except(c, place, partners, &definition.partners, now).await? {
        let change = audit::Change::of("partner-ended", format!("partner {slug}")).in_group(group);
        audit::store::record(c, &change.field("by", None, Some("group")), now).await?;
    }
    store::sync_slots(c, (campaign, group), definition, now).await?;
    store::sync_fundraisers(c, (campaign, group), definition, now).await?;
    if let Some(said) = &said {
        store::note_redirected(c, campaign, (said, definition), now).await?;
    }
    store::clear_pictures(c, campaign).await?;
    for picture in &definition.pictures {
        let size = files::picture_size(&picture.bytes).unwrap_or((0, 0));
        store::add_picture(c, group, campaign, &picture.file, &picture.bytes, size).await?;
    }
    for (file, bytes) in definition.papers() {
        store::add_picture(c, group, campaign, file, bytes, (0, 0)).await?;
    }
    Ok(())
}
