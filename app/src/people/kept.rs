//! What the tables' columns share: the declarations that the map is written in, and how long things are kept.

use super::declaration::{Column, Eraser, Kind, Personal, Role, SeenBy, Subject, Until, What, Why};

/// What was typed into a form and has not become anything is kept so long.
pub const UNCONFIRMED_DAYS: u32 = 30;
/// So long after its signer withdrew it, a signature keeps what it said.
const WITHDRAWN_DAYS: i64 = 30;
/// So long after it was taken back, a consent can still be proved.
const CONSENT_DAYS: i64 = 3 * 365;
/// So long an endorsement that nobody proved is kept, and the officer of one that is over.
pub const ENDORSED_DAYS: i64 = 30;
/// So long after an event is over, it is known who came to it.
pub const RSVP_DAYS: i64 = 30;
/// So long after a payment the law asks for its books: ten years in most countries, and the year that it was in.
pub const BOOKS_DAYS: i64 = 11 * 365;
/// So long after it came to nothing it is known whose a pledge was.
pub const UNPAID_DAYS: u32 = 30;
/// So long a transfer that was announced may come: its statement is perhaps uploaded once a year.
pub const ANNOUNCED_DAYS: i64 = 400;
/// So long a private link can be used by which a target replies, and it is known to whom it went.
pub const REPLY_DAYS: i64 = 180;
/// So long what organisers changed at once can be taken back.
pub const UNDO_DAYS: i64 = 7;

/// So long it is known why a sign-on was held.
const HELD_DAYS: i64 = 90;
/// So long it is known that what came from a mailbox was removed, once that itself is gone.
const REMOVED_DAYS: i64 = 365;

pub const WHO_WRITES: SeenBy = SeenBy::Roles(&[Role::Owner, Role::Organiser]);
pub const WHO_WORKS: SeenBy = SeenBy::Roles(&[Role::Owner, Role::Organiser, Role::Moderator]);
/// Who keeps the money.
pub const WHO_KEEPS: SeenBy = SeenBy::Roles(&[Role::Owner, Role::Treasurer]);
pub const WHO_LISTS: SeenBy = SeenBy::Listed(&[Role::Owner, Role::Organiser, Role::Moderator]);
pub const WHO_READS: SeenBy = SeenBy::Everybody(&[Role::Owner, Role::Organiser, Role::Moderator]);

const SUBMITTED: Personal = Personal {
    what: What::Name,
    subject: Subject::Submitter,
    why: Why::Confirm,
    until: Until::Made { days: UNCONFIRMED_DAYS as i64 },
    seen_by: SeenBy::Person,
    kind: Kind::Text,
    eraser: Eraser::DeleteRow,
};

const SIGNED: Personal = Personal {
    what: What::Name,
    subject: Subject::Signer,
    why: Why::Sign,
    until: Until::Withdrawn { days: WITHDRAWN_DAYS },
    seen_by: WHO_WORKS,
    kind: Kind::Text,
    eraser: Eraser::Null,
};

pub const fn submitted(what: What, kind: Kind) -> Column {
    Column::Personal(Personal { what, kind, ..SUBMITTED })
}

/// Of what waits to be confirmed, what tells organisers how their campaign goes and leads to nobody.
pub const fn read_while_waiting(what: What, kind: Kind) -> Column {
    Column::Personal(Personal { what, kind, seen_by: WHO_WORKS, ..SUBMITTED })
}

pub const fn asked(what: What, kind: Kind) -> Column {
    Column::Personal(Personal { what, kind, why: Why::SendAgain, ..SUBMITTED })
}

/// Of a signature, where the column may hold nothing.
pub const fn signed(what: What, seen_by: SeenBy) -> Column {
    Column::Personal(Personal { what, seen_by, ..SIGNED })
}

/// Of a signature, where the column must hold something.
pub const fn stands(what: What, kind: Kind, seen_by: SeenBy) -> Column {
    Column::Personal(Personal { what, kind, seen_by, eraser: Eraser::Empty, ..SIGNED })
}

pub const fn held(what: What, kind: Kind) -> Column {
    let seen_by = WHO_WRITES;
    Column::Personal(Personal {
        what,
        kind,
        seen_by,
        until: Until::Needed,
        eraser: Eraser::DeleteRow,
        ..SIGNED
    })
}

pub const fn agreed(what: What, kind: Kind) -> Column {
    let (until, seen_by) = (Until::Withdrawn { days: CONSENT_DAYS }, WHO_WRITES);
    Column::Personal(Personal {
        what,
        kind,
        until,
        seen_by,
        why: Why::Agree,
        eraser: Eraser::DeleteRow,
        ..SIGNED
    })
}

pub const fn hashed(why: Why, eraser: Eraser) -> Column {
    let (what, kind, seen_by) = (What::AddressKey, Kind::Bytes, SeenBy::Nobody);
    Column::Personal(Personal { what, why, seen_by, kind, eraser, ..SUBMITTED })
}

/// What organisers changed of somebody's in a list, noted so that it can be taken back.
pub const fn changed(what: What, kind: Kind) -> Column {
    let (why, until, eraser) = (Why::TakeBack, Until::Made { days: UNDO_DAYS }, Eraser::DeleteRow);
    let seen_by = if matches!(what, What::AddressKey) { SeenBy::Nobody } else { WHO_WORKS };
    Column::Personal(Personal { what, why, until, seen_by, kind, eraser, ..SIGNED })
}

/// Of a signature, what organisers did with it.
pub const fn moderated(what: What, kind: Kind) -> Column {
    Column::Personal(Personal { what, kind, ..SIGNED })
}

pub const fn registered(what: What, kind: Kind) -> Column {
    let (subject, why, until) = (Subject::Erased, Why::StayErased, Until::Always);
    let (seen_by, eraser) = (SeenBy::Nobody, Eraser::KeepHash);
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser })
}

/// A mailbox whose removed signature was taken back, so that it stays removed.
pub const fn barred() -> Column {
    let (what, kind, seen_by) = (What::AddressKey, Kind::Bytes, SeenBy::Nobody);
    let (why, until, eraser) = (Why::StayRemoved, Until::Made { days: REMOVED_DAYS }, Eraser::KeepHash);
    Column::Personal(Personal { what, why, until, seen_by, kind, eraser, ..SIGNED })
}

/// Whom a campaign addresses, by what its files say of them.
pub const fn addressed() -> Column {
    let (what, subject, why) = (What::PublicName, Subject::Target, Why::Address);
    let (until, seen_by) = (Until::InFiles, SeenBy::Anybody);
    Column::Personal(Personal {
        what,
        subject,
        why,
        until,
        seen_by,
        kind: Kind::Text,
        eraser: Eraser::Import,
    })
}

/// What somebody of public life was asked, replied or said, by what the organisers wrote of it or what they sent
/// behind their own link to be published.
pub const fn recorded(what: What) -> Column {
    let (subject, why, until) = (Subject::Target, Why::Report, Until::OnRecord);
    let (seen_by, eraser) = (SeenBy::Anybody, Eraser::Record);
    Column::Personal(Personal { what, subject, why, until, seen_by, kind: Kind::Text, eraser })
}

/// Of whoever got a private link to reply.
pub const fn linked(what: What, kind: Kind) -> Column {
    let (subject, why, until) = (Subject::Target, Why::Report, Until::Made { days: REPLY_DAYS });
    let seen_by = if matches!(what, What::AddressKey) { SeenBy::Nobody } else { WHO_WRITES };
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser: Eraser::DeleteRow })
}

/// How a sign-on came in: what is held against false ones, and goes with it.
pub const fn judged(what: What, kind: Kind) -> Column {
    Column::Personal(Personal { what, kind, why: Why::Judge, seen_by: WHO_WORKS, ..SUBMITTED })
}

/// Why a sign-on is held.
pub const fn suspected(what: What, kind: Kind) -> Column {
    let until = Until::Made { days: HELD_DAYS };
    let seen_by = if matches!(what, What::AddressKey) { SeenBy::Nobody } else { WHO_WORKS };
    Column::Personal(Personal { what, kind, why: Why::Judge, until, seen_by, ..SUBMITTED })
}

/// Of whoever stands in a list that somebody takes away.
pub const fn exported(what: What) -> Column {
    let (why, until, seen_by) = (Why::Work, Until::Export, WHO_WORKS);
    Column::Personal(Personal { what, why, until, seen_by, eraser: Eraser::Exports, ..SIGNED })
}

/// Of somebody who works at the desk.
pub const fn worked(what: What, kind: Kind) -> Column {
    let (subject, why, until) = (Subject::Worker, Why::Work, Until::Account);
    let (seen_by, eraser) = (SeenBy::Roles(&[Role::Owner]), Eraser::Account);
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser })
}

/// What only proves who somebody at the desk is: shown to nobody.
pub const fn proves(kind: Kind) -> Column {
    let (what, subject, why, until) = (What::Account, Subject::Worker, Why::Work, Until::Account);
    let (seen_by, eraser) = (SeenBy::Nobody, Eraser::Account);
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser })
}

/// What a mail server said: it may name the address.
pub const fn answered() -> Column {
    let (what, why, seen_by, eraser) = (What::ServerAnswer, Why::Delivery, WHO_WRITES, Eraser::Null);
    Column::Personal(Personal { what, why, seen_by, eraser, ..SUBMITTED })
}

/// Of whoever speaks for an organisation: organisers see it, and the page does not.
pub const fn officer(what: What, kind: Kind) -> Column {
    let (subject, why, until) = (Subject::Officer, Why::Endorse, Until::Endorsed { days: ENDORSED_DAYS });
    let seen_by = if matches!(what, What::AddressKey) { SeenBy::Nobody } else { WHO_WORKS };
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser: Eraser::Empty })
}

/// The address at a domain to which a mail went that proves it.
pub const fn proving(what: What, kind: Kind) -> Column {
    let (subject, why, until) = (Subject::Officer, Why::Endorse, Until::Made { days: ENDORSED_DAYS });
    let (seen_by, eraser) = (SeenBy::Nobody, Eraser::DeleteRow);
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser })
}

/// Of whoever says that they come to an event: known until a while after it.
pub const fn comes(what: What, kind: Kind) -> Column {
    let (subject, why, until) = (Subject::Guest, Why::Come, Until::Over { days: RSVP_DAYS });
    let seen_by = if matches!(what, What::AddressKey) { SeenBy::Nobody } else { WHO_WORKS };
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser: Eraser::DeleteRow })
}

/// Of whoever gives or promises to: known as long as books are kept.
pub const fn gives(what: What, kind: Kind, seen_by: SeenBy, eraser: Eraser) -> Column {
    let (subject, why) = (Subject::Giver, Why::Give);
    let until = Until::Books { paid: BOOKS_DAYS, unpaid: UNPAID_DAYS as i64, announced: ANNOUNCED_DAYS };
    Column::Personal(Personal { what, subject, why, until, seen_by, kind, eraser })
}

/// Whose signature it is.
pub const fn belongs() -> Column {
    let (what, kind, seen_by) = (What::Belonging, Kind::Number, SeenBy::Nobody);
    Column::Personal(Personal { what, seen_by, kind, ..SIGNED })
}

pub const NO: Column = Column::Impersonal;
