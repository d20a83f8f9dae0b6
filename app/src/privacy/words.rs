//! What the map declares, in the words that a visitor reads.

use crate::people::declaration::{Eraser, Role, SeenBy, Subject, Until, What, Why};
use crate::web::i18n::Say;

pub fn what(say: &Say, what: What) -> String {
    say.text(match what {
        What::Name => "privacy-what-name",
        What::Address => "privacy-what-address",
        What::AddressKey => "privacy-what-address-key",
        What::Relation => "privacy-what-relation",
        What::PostalCode => "privacy-what-postal-code",
        What::Country => "privacy-what-country",
        What::Comment => "privacy-what-comment",
        What::Dedication => "privacy-what-dedication",
        What::Shown => "privacy-what-shown",
        What::Consents => "privacy-what-consents",
        What::Language => "privacy-what-language",
        What::Source => "privacy-what-source",
        What::Times => "privacy-what-times",
        What::ServerAnswer => "privacy-what-server-answer",
        What::Salt => "privacy-what-salt",
        What::Belonging => "privacy-what-belonging",
        What::PublicName => "privacy-what-public-name",
        What::Account => "privacy-what-account",
        What::Searched => "privacy-what-searched",
        What::Export => "privacy-what-export",
        What::Role => "privacy-what-role",
        What::State => "privacy-what-state",
        What::Network => "privacy-what-network",
        What::Signals => "privacy-what-signals",
        What::Event => "privacy-what-event",
        What::Answers => "privacy-what-answers",
        What::Statement => "privacy-what-statement",
        What::Gift => "privacy-what-gift",
        What::Payment => "privacy-what-payment",
    })
}

pub fn whose(say: &Say, subject: Subject) -> String {
    say.text(match subject {
        Subject::Submitter => "privacy-whose-submitter",
        Subject::Signer => "privacy-whose-signer",
        Subject::Erased => "privacy-whose-erased",
        Subject::Target => "privacy-whose-target",
        Subject::Officer => "privacy-whose-officer",
        Subject::Guest => "privacy-whose-guest",
        Subject::Giver => "privacy-whose-giver",
        Subject::Worker => "privacy-whose-worker",
    })
}

pub fn why(say: &Say, why: Why) -> String {
    say.text(match why {
        Why::Confirm => "privacy-why-confirm",
        Why::SendAgain => "privacy-why-send-again",
        Why::CapMails => "privacy-why-cap-mails",
        Why::Delivery => "privacy-why-delivery",
        Why::Sign => "privacy-why-sign",
        Why::Agree => "privacy-why-agree",
        Why::StayErased => "privacy-why-stay-erased",
        Why::Address => "privacy-why-address",
        Why::Work => "privacy-why-work",
        Why::TakeBack => "privacy-why-take-back",
        Why::Endorse => "privacy-why-endorse",
        Why::Come => "privacy-why-come",
        Why::StayRemoved => "privacy-why-stay-removed",
        Why::Judge => "privacy-why-judge",
        Why::Give => "privacy-why-give",
        Why::Report => "privacy-why-report",
    })
}

pub fn until(say: &Say, until: Until) -> String {
    let days = |days: i64| u64::try_from(days).unwrap_or_default();
    match until {
        Until::Made { days: n } => say.with("privacy-until-made", &[("days", &days(n))]),
        Until::Withdrawn { days: n } => say.with("privacy-until-withdrawn", &[("days", &days(n))]),
        Until::Endorsed { days: n } => say.with("privacy-until-endorsed", &[("days", &days(n))]),
        Until::Over { days: n } => say.with("privacy-until-over", &[("days", &days(n))]),
        Until::Books { paid, unpaid, announced } => {
            let (years, days, announced) = (days(paid) / 365, days(unpaid), days(announced));
            say.with("privacy-until-books", &[("years", &years), ("days", &days), ("announced", &announced)])
        }
        Until::Needed => say.text("privacy-until-needed"),
        Until::Always => say.text("privacy-until-always"),
        Until::InFiles => say.text("privacy-until-in-files"),
        Until::Account => say.text("privacy-until-account"),
        Until::Export => say.text("privacy-until-export"),
        Until::OnRecord => say.text("privacy-until-on-record"),
    }
}

pub fn seen_by(say: &Say, seen_by: SeenBy) -> String {
    match seen_by {
        SeenBy::Everybody(roles) | SeenBy::Listed(roles) => {
            say.with("privacy-seen-everybody", &[("roles", &list(say, roles))])
        }
        SeenBy::Roles(roles) => say.with("privacy-seen-roles", &[("roles", &list(say, roles))]),
        SeenBy::Anybody => say.text("privacy-seen-anybody"),
        SeenBy::Person => say.text("privacy-seen-person"),
        SeenBy::Nobody => say.text("privacy-seen-nobody"),
    }
}

pub fn eraser(say: &Say, eraser: Eraser) -> String {
    say.text(match eraser {
        Eraser::DeleteRow => "privacy-goes-row",
        Eraser::Null | Eraser::Empty => "privacy-goes-value",
        Eraser::KeepHash => "privacy-goes-never",
        Eraser::Import => "privacy-goes-import",
        Eraser::Account => "privacy-goes-account",
        Eraser::Exports => "privacy-goes-exports",
        Eraser::Books => "privacy-goes-books",
        Eraser::Record => "privacy-goes-record",
    })
}

/// What a table's rows are to those they are about; nothing for a table without words of its own.
pub fn kept(say: &Say, table: &str) -> Option<String> {
    Some(say.text(match table {
        "sign_on" => "privacy-kept-sign-on",
        "sign_on_address" => "privacy-kept-sign-on-address",
        "link_request" => "privacy-kept-link-request",
        "mail" => "privacy-kept-mail",
        "person" => "privacy-kept-person",
        "signature" => "privacy-kept-signature",
        "consent" => "privacy-kept-consent",
        "endorsement" => "privacy-kept-endorsement",
        "endorsement_proof" => "privacy-kept-endorsement-proof",
        "rsvp" => "privacy-kept-rsvp",
        "statement" => "privacy-kept-statement",
        "statement_link" => "privacy-kept-statement-link",
        "delivery" => "privacy-kept-delivery",
        "pledge" => "privacy-kept-pledge",
        "fundraiser_notice" => "privacy-kept-fundraiser-notice",
        "goal_notice" => "privacy-kept-goal-notice",
        "erasure" => "privacy-kept-erasure",
        "account" => "privacy-kept-account",
        "membership" => "privacy-kept-membership",
        "partner_seat" => "privacy-kept-partner-seat",
        "desk_link" => "privacy-kept-desk-link",
        "desk_session" => "privacy-kept-desk-session",
        "recovery_code" => "privacy-kept-recovery-code",
        "passkey" => "privacy-kept-passkey",
        "passkey_challenge" => "privacy-kept-passkey-challenge",
        "saved_filter" => "privacy-kept-saved-filter",
        "task" => "privacy-kept-task",
        "changed_row" => "privacy-kept-changed-row",
        "removed_mailbox" => "privacy-kept-removed-mailbox",
        "held_sign_on" => "privacy-kept-held-sign-on",
        _ => return None,
    }))
}

fn list(say: &Say, roles: &[Role]) -> String {
    let role = |role: &Role| {
        say.text(match role {
            Role::Owner => "privacy-role-owner",
            Role::Organiser => "privacy-role-organiser",
            Role::Moderator => "privacy-role-moderator",
            Role::Treasurer => "privacy-role-treasurer",
        })
    };
    say.list(roles.iter().map(role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::declaration::{Table, found_by, has, personal};
    use crate::people::personal_data::MAP;
    use crate::web::i18n::Language;

    #[test]
    fn every_declaration_has_its_words_in_every_language() {
        for language in Language::ALL {
            let say = language.say();
            let told = |table: &&Table| found_by(table).is_some() || has(table, "account_id");
            for table in MAP.iter().filter(told).filter(|table| personal(table).next().is_some()) {
                let mut words =
                    vec![kept(&say, table.0).unwrap_or_else(|| panic!("{} has no words", table.0))];
                for (_, one) in personal(table) {
                    words.extend([what(&say, one.what), whose(&say, one.subject), why(&say, one.why)]);
                    words.extend([
                        until(&say, one.until),
                        seen_by(&say, one.seen_by),
                        eraser(&say, one.eraser),
                    ]);
                }
                for word in words {
                    assert!(!word.is_empty() && !word.contains("privacy-"), "{}: {word}", language.tag());
                }
            }
        }
    }
}
