//! The demo's pages, made up.

use super::*;

pub fn mailboxes(frame: impl Fn() -> Frame) -> Vec<(&'static str, MailboxPage)> {
    let campaign = Some(Named { name: "Drop the border contract".to_owned(), url: "#".to_owned() });
    let when = frame().say.moment(1_536_613_500_000_000, "America/Los_Angeles");
    let mail = |to: &str| MailLine {
        url: "#".to_owned(),
        to: to.to_owned(),
        subject: "Confirm your signature: Drop the border contract".to_owned(),
        when: when.clone(),
    };
    let mails = vec![mail("ngozi@example.org"), mail(&format!("{}@example.org", "long".repeat(16)))];
    vec![
        ("mailbox", MailboxPage { frame: frame(), mails, campaign: campaign.clone() }),
        ("mailbox-empty", MailboxPage { frame: frame(), mails: Vec::new(), campaign }),
    ]
}

pub fn mails(frame: impl Fn() -> Frame) -> Vec<(&'static str, MailboxMailPage)> {
    crate::signatures::mail::samples::all(&frame().say)
        .into_iter()
        .take(1)
        .filter_map(|(_, mail)| mail.write().ok())
        .map(|written| {
            let page = MailboxMailPage {
                frame: frame(),
                from: "Fight for the Future <letters@example.org>".to_owned(),
                to: "ngozi@example.org".to_owned(),
                subject: written.subject,
                when: frame().say.moment(1_536_613_500_000_000, "America/Los_Angeles"),
                text: written.text,
                html: Some("mail-confirmation.html".to_owned()),
                mailbox: "/demo/mailbox".to_owned(),
            };
            ("mailbox-mail", page)
        })
        .collect()
}
