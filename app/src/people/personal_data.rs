//! The map of personal data: every column of the schema is declared here, personal or not.
//!
//! A column that is missing fails the tests on both engines; so does one that no longer exists. The
//! privacy notice, a person's export and erasure are made from this map when they come.

/// What is known of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Says nothing of a person.
    Impersonal,
    Personal(Personal),
}

/// Whose it is, what for, until when, and how it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Personal {
    pub subject: Subject,
    pub purpose: &'static str,
    pub retention: &'static str,
    pub eraser: Eraser,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Somebody whose address was typed, by whomever.
    Submitter,
    Signer,
    /// Whom a campaign addresses: people of public life, by what the organisers wrote of them.
    Target,
    /// Somebody who works at the desk.
    Worker,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eraser {
    /// The whole row is deleted.
    DeleteRow,
    /// The value is blanked; the row stays for the count.
    Blank,
    /// A keyed hash: without the instance's secret it leads to nobody, and caps need it.
    KeyedHash,
    /// It is in the campaign's files: it goes when they are imported without it.
    Import,
}

const fn submitted(purpose: &'static str) -> Column {
    Column::Personal(Personal {
        subject: Subject::Submitter,
        purpose,
        retention: "30 days after the form was sent",
        eraser: Eraser::DeleteRow,
    })
}

const fn signed(purpose: &'static str, eraser: Eraser) -> Column {
    Column::Personal(Personal {
        subject: Subject::Signer,
        purpose,
        retention: "while the campaign keeps its signatures, withdrawn ones too",
        eraser,
    })
}

const fn addressed(purpose: &'static str) -> Column {
    Column::Personal(Personal {
        subject: Subject::Target,
        purpose,
        retention: "while the campaign's files name them",
        eraser: Eraser::Import,
    })
}

const fn hashed(subject: Subject, purpose: &'static str) -> Column {
    Column::Personal(Personal { subject, purpose, retention: "as its row", eraser: Eraser::KeyedHash })
}

const fn worked(purpose: &'static str, eraser: Eraser) -> Column {
    Column::Personal(Personal {
        subject: Subject::Worker,
        purpose,
        retention: "while the account is open",
        eraser,
    })
}

const NO: Column = Column::Impersonal;
const SIGN: &str = "to make a signature of it when it is confirmed";
const IN: &str = "to know who signs in";
const DOES: &str = "to know who may do what";
const TELL: &str = "to write to whoever works here";
const SHOW: &str = "to stand under the letter and be shown to its signer";

/// Table, column, and what it is.
pub const MAP: &[(&str, &[(&str, Column)])] = &[
    ("instance", &[("id", NO), ("created_at", NO), ("demo", NO)]),
    ("instance_key", &[("purpose", NO), ("secret", NO), ("created_at", NO)]),
    ("group", &[("id", NO), ("slug", NO), ("name", NO), ("created_at", NO)]),
    (
        "campaign",
        &[
            ("id", NO),
            ("group_id", NO),
            ("slug", NO),
            ("status", NO),
            ("default_language", NO),
            ("time_zone", NO),
            ("definition", addressed("to address posts to them, by names and handles that are public")),
            ("created_at", NO),
            ("changed_at", NO),
        ],
    ),
    (
        "picture",
        &[("campaign_id", NO), ("group_id", NO), ("file", NO), ("bytes", NO), ("width", NO), ("height", NO)],
    ),
    (
        "letter",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("slug", NO),
            ("status", NO),
            ("names_per_mailbox", NO),
            ("version", NO),
            ("position", NO),
            ("created_at", NO),
        ],
    ),
    (
        "letter_text",
        &[
            ("letter_id", NO),
            ("version", NO),
            ("language", NO),
            ("group_id", NO),
            ("title", NO),
            ("addressee", NO),
            ("body", NO),
            ("created_at", NO),
        ],
    ),
    (
        "click",
        &[
            ("campaign_id", NO),
            ("day", NO),
            ("post", NO),
            ("target", NO),
            ("network", NO),
            ("node", NO),
            ("group_id", NO),
            ("clicks", NO),
        ],
    ),
    (
        "consent_words",
        &[
            ("campaign_id", NO),
            ("partner", NO),
            ("language", NO),
            ("version", NO),
            ("group_id", NO),
            ("words", NO),
            ("created_at", NO),
        ],
    ),
    (
        "sign_on",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("letter_id", NO),
            ("letter_version", NO),
            ("language", submitted(SIGN)),
            ("name", submitted(SIGN)),
            ("email", submitted("to send the link that confirms")),
            ("relation", submitted(SIGN)),
            ("postal_code", submitted(SIGN)),
            ("country", submitted(SIGN)),
            ("comment", submitted(SIGN)),
            ("is_public", submitted(SIGN)),
            ("consents", submitted(SIGN)),
            ("source", submitted(SIGN)),
            ("created_at", submitted(SIGN)),
        ],
    ),
    (
        "sign_on_address",
        &[
            ("address_key", hashed(Subject::Submitter, "to find what waits for an address")),
            ("sign_on_id", NO),
            ("group_id", NO),
            ("letter_id", NO),
            ("created_at", NO),
        ],
    ),
    (
        "link_request",
        &[
            ("id", NO),
            ("group_id", NO),
            ("letter_id", NO),
            ("language", submitted("to answer in it")),
            ("email", submitted("to send the link again")),
            ("created_at", submitted("to send the link again")),
        ],
    ),
    (
        "mail",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("kind", NO),
            ("sign_on_id", NO),
            ("account_id", worked(TELL, Eraser::Blank)),
            ("desk_link_id", NO),
            ("address_key", hashed(Subject::Submitter, "to send no address more than three mails a day")),
            ("state", NO),
            ("attempts", NO),
            ("next_attempt_at", NO),
            ("lease_until", NO),
            ("fence", NO),
            ("answer", submitted("to know why a mail did not arrive")),
            ("created_at", NO),
            ("finished_at", NO),
        ],
    ),
    (
        "person",
        &[
            ("id", NO),
            ("group_id", NO),
            ("email", signed("to write to the signer about the signature", Eraser::DeleteRow)),
            ("email_canonical", signed("to know one mailbox in all its spellings", Eraser::DeleteRow)),
            ("created_at", signed("to say since when it is held", Eraser::DeleteRow)),
        ],
    ),
    (
        "signature",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("letter_id", NO),
            ("letter_version", NO),
            ("person_id", signed("to belong to somebody", Eraser::Blank)),
            ("sign_on_id", NO),
            ("address_key", hashed(Subject::Signer, "to let one mailbox sign once")),
            ("place", NO),
            ("language", signed(SHOW, Eraser::Blank)),
            ("name", signed(SHOW, Eraser::Blank)),
            ("name_key", signed("to know a name again in a household's mailbox", Eraser::Blank)),
            ("relation", signed("to be counted by it", Eraser::Blank)),
            ("postal_code", signed("to be counted by it", Eraser::Blank)),
            ("country", signed("to be counted by it", Eraser::Blank)),
            ("comment", signed(SHOW, Eraser::Blank)),
            ("is_public", signed("to show the name or not", Eraser::Blank)),
            ("source", signed("to count where signers came from", Eraser::Blank)),
            ("state", NO),
            ("salt", signed("to prove what was committed to", Eraser::Blank)),
            ("node", NO),
            ("signed_on_at", signed(SHOW, Eraser::Blank)),
            ("confirmed_at", signed(SHOW, Eraser::Blank)),
            ("changed_at", signed(SHOW, Eraser::Blank)),
        ],
    ),
    (
        "consent",
        &[
            ("id", NO),
            ("group_id", NO),
            ("campaign_id", NO),
            ("person_id", signed("to prove who agreed", Eraser::DeleteRow)),
            ("signature_id", NO),
            ("partner", signed("to prove to whom", Eraser::DeleteRow)),
            ("language", signed("to prove in which words", Eraser::DeleteRow)),
            ("words_version", signed("to prove in which words", Eraser::DeleteRow)),
            ("page", signed("to prove where", Eraser::DeleteRow)),
            ("source", signed("to prove where", Eraser::DeleteRow)),
            ("given_at", signed("to prove when", Eraser::DeleteRow)),
            ("withdrawn_at", signed("to prove until when", Eraser::DeleteRow)),
        ],
    ),
    (
        "tally",
        &[
            ("letter_id", NO),
            ("version", NO),
            ("relation", NO),
            ("source", NO),
            ("node", NO),
            ("group_id", NO),
            ("signatures", NO),
        ],
    ),
    ("letter_log", &[("letter_id", NO), ("group_id", NO), ("size", NO)]),
    (
        "log_entry",
        &[
            ("letter_id", NO),
            ("position", NO),
            ("group_id", NO),
            ("kind", NO),
            ("batch_at", NO),
            ("commitment", NO),
        ],
    ),
    (
        "account",
        &[
            ("id", NO),
            ("name", worked("to be known to colleagues", Eraser::Blank)),
            ("email", worked(TELL, Eraser::Blank)),
            ("email_canonical", worked("to know one mailbox in all its spellings", Eraser::Blank)),
            ("language", worked("to speak it at the desk", Eraser::Blank)),
            ("operates", worked(DOES, Eraser::Blank)),
            ("password_hash", worked(IN, Eraser::Blank)),
            ("totp_secret", worked(IN, Eraser::Blank)),
            ("totp_confirmed_at", worked(IN, Eraser::Blank)),
            ("totp_step", worked(IN, Eraser::Blank)),
            ("failures", worked("to slow down guessing", Eraser::Blank)),
            ("failed_at", worked("to slow down guessing", Eraser::Blank)),
            ("warned_at", worked("to tell of guessing once a day", Eraser::Blank)),
            ("created_at", worked(DOES, Eraser::Blank)),
            ("deactivated_at", worked(DOES, Eraser::Blank)),
        ],
    ),
    (
        "membership",
        &[
            ("id", NO),
            ("account_id", worked(DOES, Eraser::DeleteRow)),
            ("group_id", NO),
            ("campaign_id", NO),
            ("role", worked(DOES, Eraser::DeleteRow)),
            ("version", NO),
            ("created_at", worked(DOES, Eraser::DeleteRow)),
            ("ended_at", worked(DOES, Eraser::DeleteRow)),
        ],
    ),
    (
        "desk_link",
        &[
            ("id", NO),
            ("token_hash", NO),
            ("purpose", NO),
            ("account_id", worked(IN, Eraser::DeleteRow)),
            ("group_id", NO),
            ("campaign_id", NO),
            ("role", worked(DOES, Eraser::DeleteRow)),
            ("invited_by", worked("to know who invited", Eraser::DeleteRow)),
            ("created_at", worked(IN, Eraser::DeleteRow)),
            ("expires_at", NO),
            ("used_at", worked(IN, Eraser::DeleteRow)),
            ("withdrawn_at", NO),
        ],
    ),
    (
        "desk_session",
        &[
            ("id", NO),
            ("token_hash", NO),
            ("account_id", worked(IN, Eraser::DeleteRow)),
            ("agent", worked("to know one's own sessions apart", Eraser::DeleteRow)),
            ("half", NO),
            ("created_at", worked(IN, Eraser::DeleteRow)),
            ("seen_at", worked(IN, Eraser::DeleteRow)),
            ("proved_at", worked(IN, Eraser::DeleteRow)),
            ("ended_at", worked(IN, Eraser::DeleteRow)),
        ],
    ),
    (
        "recovery_code",
        &[
            ("account_id", worked(IN, Eraser::DeleteRow)),
            ("code_hash", worked(IN, Eraser::DeleteRow)),
            ("created_at", worked(IN, Eraser::DeleteRow)),
            ("used_at", worked(IN, Eraser::DeleteRow)),
        ],
    ),
    (
        // Points at an account and holds nothing else of it: once the account is blanked it names nobody.
        "audit_entry",
        &[
            ("id", NO),
            ("group_id", NO),
            ("account_id", NO),
            ("at", NO),
            ("action", NO),
            ("object", NO),
            ("before", NO),
            ("after", NO),
        ],
    ),
    (
        "job",
        &[
            ("kind", NO),
            ("position", NO),
            ("run_at", NO),
            ("holder", NO),
            ("lease_until", NO),
            ("fence", NO),
            ("attempts", NO),
            ("last_error", NO),
        ],
    ),
];

/// The map as a table in Markdown: what is kept of people, for an operator's own records.
pub fn table() -> String {
    let mut table =
        String::from("| table | column | whose | why | until | erased by |\n|---|---|---|---|---|---|\n");
    for (name, columns) in MAP {
        for (column, what) in *columns {
            let Column::Personal(personal) = what else { continue };
            let whose = match personal.subject {
                Subject::Submitter => "whoever's address was typed",
                Subject::Signer => "the signer",
                Subject::Target => "a target",
                Subject::Worker => "whoever works at the desk",
            };
            let eraser = match personal.eraser {
                Eraser::DeleteRow => "deleting the row",
                Eraser::Blank => "blanking it; the count stays provable",
                Eraser::KeyedHash => "only a keyed hash is kept",
                Eraser::Import => "importing the files without it",
            };
            let cells = [name, column, whose, personal.purpose, personal.retention, eraser];
            table.extend(["| ", &cells.join(" | "), " |\n"]);
        }
    }
    table
}
