//! What a column can be declared as, and what follows from it: how its rows are found for somebody,
//! when they were made, what erasing them does. It holds no table's name but `person`.

/// What is known of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Says nothing of a person.
    Impersonal,
    Personal(Personal),
}

/// Whose it is, what for, until when, who sees it, and how it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Personal {
    pub what: What,
    pub subject: Subject,
    pub why: Why,
    pub until: Until,
    pub seen_by: SeenBy,
    pub kind: Kind,
    pub eraser: Eraser,
}

/// What a column holds, as the notice calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    Name,
    Address,
    /// A keyed hash: without the instance's secret it leads to nobody.
    AddressKey,
    Relation,
    PostalCode,
    Country,
    Comment,
    /// What somebody says with a gift, and in whose memory it is.
    Dedication,
    Shown,
    Consents,
    Language,
    Source,
    Times,
    ServerAnswer,
    /// The random number that a letter's log is salted with.
    Salt,
    /// That several rows belong to one person.
    Belonging,
    /// Names and handles that are public.
    PublicName,
    /// How somebody signs in at the desk, and what they may do there.
    Account,
    /// What a list was searched for: the beginning of a name or an address.
    Searched,
    /// A file with the rows of a list.
    Export,
    /// What somebody is in an organisation.
    Role,
    /// Whether a signature counts, and since when its name is kept off the page.
    State,
    /// The network that a sign-on came from: an IPv4 address, or the first half of an IPv6 one.
    Network,
    /// How a form was filled in, and what about a sign-on looked false.
    Signals,
    /// To which event somebody comes, with how many, and whether they were there.
    Event,
    /// What somebody answered to an event’s questions.
    Answers,
    /// What somebody of public life was asked, replied or said.
    Statement,
    /// How much somebody gave or promised, what for, and what became of it.
    Gift,
    /// What a provider of payments calls a payer, a way to pay or a payment.
    Payment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Somebody whose address was typed, by whomever.
    Submitter,
    Signer,
    /// Somebody who was erased.
    Erased,
    /// Whom a campaign addresses: people of public life, by what the organisers wrote of them.
    Target,
    /// Somebody who works at the desk.
    Worker,
    /// Somebody who speaks for an organisation.
    Officer,
    /// Somebody who comes to an event.
    Guest,
    /// Somebody who gives money, or promises to.
    Giver,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    Confirm,
    SendAgain,
    CapMails,
    Delivery,
    Sign,
    Agree,
    StayErased,
    Address,
    Work,
    /// So that organisers can take back what they changed.
    TakeBack,
    /// What organisers removed comes back by no new signature.
    StayRemoved,
    /// So that false signatures are seen before they count.
    Judge,
    /// To know who speaks for an organisation, and to write to them about it.
    Endorse,
    /// So that there is a place for whoever comes, and they hear of every change.
    Come,
    /// To take money as it was promised, and to account for it.
    Give,
    /// To report who was asked, who replied, and what was said publicly.
    Report,
}

/// Until when something is kept. `privacy/retention.rs` holds to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Until {
    /// So many days after its row was made.
    Made { days: i64 },
    /// As long as it stands, and so many days after it was withdrawn.
    Withdrawn { days: i64 },
    /// As long as anything else belongs to it.
    Needed,
    /// As long as a backup may come back.
    Always,
    /// As long as the campaign's files say it.
    InFiles,
    /// As long as the account is there.
    Account,
    /// A day after it was made, at most.
    Export,
    /// As long as an endorsement stands or waits, and so many days more.
    Endorsed { days: i64 },
    /// So many days after the event is over.
    Over { days: i64 },
    /// So many days after a payment, others after what was not paid is over, and others after a transfer was announced
    /// that never came.
    Books { paid: i64, unpaid: i64, announced: i64 },
    /// As long as the organisers keep it on the campaign's record.
    OnRecord,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Owner,
    Organiser,
    Moderator,
    Treasurer,
}

/// Who may see it besides the person it is about, who sees everything but keyed hashes' meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeenBy {
    /// Anybody, where the signer chose to be shown; else these.
    Everybody(&'static [Role]),
    /// As `Everybody`, on the letter's pages: the name stands beside it, or is listed by it. At the desk it is
    /// for these roles alone.
    Listed(&'static [Role]),
    Roles(&'static [Role]),
    Anybody,
    /// The person alone.
    Person,
    Nobody,
}

/// How a value is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Flag,
    /// Microseconds UTC.
    Time,
    Number,
    Bytes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eraser {
    /// The whole row is deleted.
    DeleteRow,
    /// The value becomes nothing at all; the row stays for the count.
    Null,
    /// The value becomes empty, where the column must hold one.
    Empty,
    /// A keyed hash stays until its time is over: a cap or the register needs it.
    KeepHash,
    /// It is in the campaign's files: it goes when they are imported without it.
    Import,
    /// It goes with an account of the desk, which no erasure of a signer touches.
    Account,
    /// All of a group go when anybody in it is erased, whether they stand in it or not.
    Exports,
    /// It stays in the books, and leads to nobody once the rest is gone.
    Books,
    /// The organisers remove or hide it, when they are asked: no address leads to it.
    Record,
}

impl Eraser {
    /// Whether erasing somebody by their address reaches it.
    pub fn follows_the_address(self) -> bool {
        !matches!(self, Self::Import | Self::Account | Self::Exports | Self::Record)
    }
}

/// A table: its name and its columns.
pub type Table = (&'static str, &'static [(&'static str, Column)]);

/// How the rows of somebody are found in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundBy {
    /// By the person's number, in this column.
    Person(&'static str),
    /// By the keyed hash of the address, in `address_key`.
    AddressKey,
    /// By comparing each row's `email`, as it was typed.
    Typed,
}

/// What erasing somebody does to the rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Erasing {
    Delete,
    /// Sets columns to what is left of them.
    Blank(Vec<(&'static str, String)>),
    Keep,
}

pub fn has(table: &Table, column: &str) -> bool {
    table.1.iter().any(|(name, _)| *name == column)
}

pub fn personal(table: &Table) -> impl Iterator<Item = (&'static str, Personal)> + use<> {
    table.1.iter().filter_map(|(name, column)| match column {
        Column::Personal(personal) => Some((*name, *personal)),
        Column::Impersonal => None,
    })
}

/// A person's number leads furthest, then the keyed hash, then the address as typed. What is in the
/// campaign's files or of an account is not found by a signer's address.
pub fn found_by(table: &Table) -> Option<FoundBy> {
    personal(table).find(|(_, one)| one.eraser.follows_the_address())?;
    if table.0 == "person" {
        Some(FoundBy::Person("id"))
    } else if has(table, "person_id") {
        Some(FoundBy::Person("person_id"))
    } else if has(table, "address_key") {
        Some(FoundBy::AddressKey)
    } else {
        has(table, "email").then_some(FoundBy::Typed)
    }
}

/// The column that says when a row was made, which no erasure of an earlier day may reach beyond.
pub fn made_at(table: &Table) -> Option<&'static str> {
    ["created_at", "given_at", "signed_on_at", "erased_at"].into_iter().find(|column| has(table, column))
}

pub fn erasing(table: &Table) -> Erasing {
    if personal(table).any(|(_, personal)| personal.eraser == Eraser::DeleteRow) {
        return Erasing::Delete;
    }
    let blanks: Vec<_> = personal(table)
        .filter_map(|(name, personal)| match (personal.eraser, personal.kind) {
            (Eraser::Null, _) => Some((name, "null".to_owned())),
            (Eraser::Empty, Kind::Text) => Some((name, "''".to_owned())),
            // No bytes, in the words of both engines.
            (Eraser::Empty, Kind::Bytes) => Some((name, format!("substr({name}, 1, 0)"))),
            (Eraser::Empty, Kind::Flag) => Some((name, "false".to_owned())),
            (Eraser::Empty, Kind::Time | Kind::Number) => Some((name, "0".to_owned())),
            (
                Eraser::DeleteRow
                | Eraser::KeepHash
                | Eraser::Import
                | Eraser::Account
                | Eraser::Exports
                | Eraser::Books
                | Eraser::Record,
                _,
            ) => None,
        })
        .collect();
    if blanks.is_empty() { Erasing::Keep } else { Erasing::Blank(blanks) }
}
