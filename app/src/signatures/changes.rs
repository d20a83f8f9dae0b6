//! What a signer changes on the private page: the name, whether it is shown, a consent, and taking it back.
//!
//! Each change is one transaction; what the log commits to gets its entry there. The public page
//! forgets at once.

use super::confirmations::{log_entry, waiting};
use super::link::Link;
use super::private_page::Done;
use super::store::{self, Quarters, TallyKey};
use super::{LogKind, Place, Signature, State, deciding, name_key, place_for};
use crate::error::Result;
use crate::instance::canonical;
use crate::letters;
use crate::people::Agreed;
use crate::state::App;
use crate::web::i18n::Language;
use broadside_address::Address;
use broadside_db::{Connection, Lane};

/// The signature that a link leads to: its own, or the one that already stands for the same name in
/// the same mailbox, which whoever reads that mailbox may mend.
pub async fn signature_behind(
    app: &App,
    c: &mut Connection,
    link: Link,
) -> broadside_db::Result<Option<Signature>> {
    if let Some(own) = store::signature_by_sign_on(c, link.sign_on).await? {
        return Ok(Some(own).filter(|own| link.means(own.link())));
    }
    let Some(stored) = waiting(c, link, app.clock.now()).await? else { return Ok(None) };
    let standing =
        store::standing_for(c, stored.sign_on.letter_id, &canonical(&stored.sign_on.email)).await?;
    match place_for(&stored.sign_on.name, &standing, i64::MAX) {
        Place::Taken(same) => store::signature_by_id(c, same.signature_id).await,
        Place::Free(_) | Place::Full => Ok(None),
    }
}

/// Whether the mailbox of a waiting sign-on has room for its name, and how many it may hold.
pub async fn room_for(c: &mut Connection, stored: &super::StoredSignOn) -> broadside_db::Result<(bool, i64)> {
    let most =
        letters::store::terms(c, stored.sign_on.letter_id).await?.map_or(1, |terms| terms.names_per_mailbox);
    let Ok(address) = Address::parse(&stored.sign_on.email) else { return Ok((false, most)) };
    let standing = store::standing_for(c, stored.sign_on.letter_id, &address.canonical()).await?;
    Ok((!matches!(place_for(&stored.sign_on.name, &standing, most), Place::Full), most))
}

pub async fn withdraw(app: &App, link: Link) -> Result<Option<Done>> {
    let (app_in, now) = (app.clone(), app.clock.now());
    let (done, letter) = app
        .db
        .write(Lane::Ordinary, move |c| {
            let app = app_in.clone();
            Box::pin(async move {
                if let Some(signature) = signature_behind(&app, c, link).await? {
                    if !take_off(c, &signature, now).await? {
                        return Ok((None, None));
                    }
                    return Ok((Some(Done::Withdrawn), Some(signature.letter_id)));
                }
                let Some(stored) = waiting(c, link, app.clock.now()).await? else { return Ok((None, None)) };
                let key = deciding::address_key(&app, &stored.sign_on.email);
                store::delete_sign_ons(c, &[(stored.id, key)]).await?;
                Ok((Some(Done::Deleted), None))
            })
        })
        .await?;
    if let Some(letter) = letter {
        app.sheets.forget(letter);
    }
    Ok(done)
}

/// Takes a signature off its letter: the entry in the log, the tally, the consents. False where it was
/// off already.
pub async fn take_off(c: &mut Connection, signature: &Signature, now: i64) -> broadside_db::Result<bool> {
    // Organisers may strike it in the same moment.
    let held = store::held_signatures(c, signature.campaign_id, &[signature.id]).await?;
    let Some(signature) = held.first() else { return Ok(false) };
    if !store::withdraw(c, signature.id, now).await? {
        return Ok(false);
    }
    // What the organisers struck out has had its entry, and stays out whoever signs from there again.
    if signature.state == State::Invalidated {
        store::remember_removed(c, signature, now).await?;
    } else {
        store::log(c, &[log_entry(LogKind::Withdrawn, signature)], now).await?;
    }
    if signature.state == State::Confirmed {
        store::add_to_tally(c, &TallyKey::of(signature), -1).await?;
        let mut quarters = Quarters::default();
        quarters.at(signature.campaign_id, signature.group_id, now).withdrawals += 1;
        quarters.write(c, &signature.node).await?;
    }
    Ok(true)
}

/// What came of a correction.
pub enum Renamed {
    Done,
    /// The same name stands there already, from the same mailbox.
    Taken,
    /// There is no signature to correct.
    Nothing,
}

pub async fn rename(app: &App, link: Link, name: &str) -> Result<Renamed> {
    let (app_in, now, name) = (app.clone(), app.clock.now(), name.to_owned());
    let (renamed, letter) = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (app, name) = (app_in.clone(), name.clone());
            Box::pin(async move {
                let Some(mut signature) = signature_behind(&app, c, link).await? else {
                    return Ok((Renamed::Nothing, None));
                };
                let letter = signature.letter_id;
                if signature.name == name {
                    return Ok((Renamed::Done, Some(letter)));
                }
                let key = name_key(&name);
                let Some(person) = signature.person_id else { return Ok((Renamed::Nothing, None)) };
                let standing = store::standing_under(c, letter, person).await?;
                if standing.iter().any(|other| other.signature_id != signature.id && other.name_key == key) {
                    return Ok((Renamed::Taken, None));
                }
                if !store::rename(c, signature.id, &name, &key, now).await? {
                    return Ok((Renamed::Nothing, None));
                }
                signature.name = name;
                store::log(c, &[log_entry(LogKind::Amended, &signature)], now).await?;
                Ok((Renamed::Done, Some(letter)))
            })
        })
        .await?;
    if let Some(letter) = letter {
        app.sheets.forget(letter);
    }
    Ok(renamed)
}

/// Puts a signature under the words that stand, which its signer has read as this version; nothing where others
/// stand by now, or where it stands under them already.
pub async fn sign_words(app: &App, link: Link, version: i64) -> Result<Option<Done>> {
    let (app_in, now) = (app.clone(), app.clock.now());
    let letter = app
        .db
        .write(Lane::Ordinary, move |c| {
            let app = app_in.clone();
            Box::pin(async move {
                let Some(found) = signature_behind(&app, c, link).await? else { return Ok(None) };
                // Organisers may strike it in the same moment.
                let held = store::held_signatures(c, found.campaign_id, &[found.id]).await?;
                let Some(signature) = held.into_iter().next() else { return Ok(None) };
                let letter = signature.letter_id;
                let takes = letters::store::terms(c, letter).await?.is_some_and(|terms| terms.is_open);
                let current = letters::store::current(c, letter).await?.map(|(current, _)| current);
                let stands = matches!(signature.state, State::Confirmed | State::Held);
                if !takes || !stands || current != Some(version) || signature.letter_version >= version {
                    return Ok(None);
                }
                if !store::set_version(c, signature.id, version, now).await? {
                    return Ok(None);
                }
                let renewed = Signature { letter_version: version, ..signature.clone() };
                store::log(c, &[log_entry(LogKind::Amended, &renewed)], now).await?;
                if signature.state == State::Confirmed {
                    store::add_to_tally(c, &TallyKey::of(&signature), -1).await?;
                    store::add_to_tally(c, &TallyKey::of(&renewed), 1).await?;
                }
                Ok(Some(letter))
            })
        })
        .await?;
    Ok(letter.map(|letter| {
        app.sheets.forget(letter);
        Done::Renewed
    }))
}

pub async fn set_public(app: &App, link: Link, is_public: bool) -> Result<Option<Done>> {
    let (app_in, now) = (app.clone(), app.clock.now());
    let letter = app
        .db
        .write(Lane::Ordinary, move |c| {
            let app = app_in.clone();
            Box::pin(async move {
                let Some(signature) = signature_behind(&app, c, link).await? else { return Ok(None) };
                let changed = store::set_public(c, signature.id, is_public, now).await?;
                Ok(changed.then_some(signature.letter_id))
            })
        })
        .await?;
    Ok(letter.map(|letter| {
        app.sheets.forget(letter);
        if is_public { Done::Shown } else { Done::Hidden }
    }))
}

/// Notes that a signer agrees to a partner on the private page, to the words that were read there; nothing where it
/// agrees already, or the signature stands no more.
pub async fn agree(app: &App, link: Link, agreed: Agreed, language: Language) -> Result<Option<Done>> {
    let (app_in, now) = (app.clone(), app.clock.now());
    let given = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (app, agreed) = (app_in.clone(), agreed.clone());
            Box::pin(async move {
                let Some(found) = signature_behind(&app, c, link).await? else { return Ok(false) };
                // Nobody agrees twice by pressing twice.
                let held = store::held_signatures(c, found.campaign_id, &[found.id]).await?;
                let Some(signature) = held.first() else { return Ok(false) };
                let stands = matches!(signature.state, State::Confirmed | State::Held);
                if !stands || store::agrees(c, signature.id, &agreed.partner).await? {
                    return Ok(false);
                }
                let new = store::NewConsent {
                    signature,
                    agreed: &agreed,
                    language: language.tag(),
                    page: &agreed.page,
                    agreed_at: Some(now),
                    now,
                };
                store::add_consents(c, &[new]).await?;
                Ok(true)
            })
        })
        .await?;
    Ok(given.then_some(Done::Agreed))
}

/// Ends the consent given to a partner under every letter of the campaign, whatever became of the signature.
pub async fn end_consent(app: &App, link: Link, partner: &str) -> Result<Option<Done>> {
    let (app_in, now, partner) = (app.clone(), app.clock.now(), partner.to_owned());
    let ended = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (app, partner) = (app_in.clone(), partner.clone());
            Box::pin(async move {
                let Some(signature) = signature_behind(&app, c, link).await? else { return Ok(false) };
                store::end_consent(c, signature.id, &partner, now).await
            })
        })
        .await?;
    Ok(ended.then_some(Done::ConsentEnded))
}
