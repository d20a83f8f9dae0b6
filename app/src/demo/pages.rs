//! The demo's own pages: its mailbox, and the house's components in all their states.
//! They are never served outside `broadside demo`.

mod components;
#[cfg(test)]
pub mod samples;

use askama::Template;

use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Named, Page};

pub use components::ComponentsPage;

/// For `/demo/mailbox`: newest first.
#[derive(Template)]
#[template(path = "demo/mailbox.html")]
pub struct MailboxPage {
    pub frame: Frame,
    pub mails: Vec<MailLine>,
    /// The campaign to sign, for the empty state.
    pub campaign: Option<Named>,
}

#[derive(Clone, Debug)]
pub struct MailLine {
    pub url: String,
    pub to: String,
    pub subject: String,
    pub when: String,
}

/// For `/demo/mailbox/{id}`.
#[derive(Template)]
#[template(path = "demo/mail.html")]
pub struct MailboxMailPage {
    pub frame: Frame,
    pub from: String,
    pub to: String,
    pub subject: String,
    pub when: String,
    pub text: String,
    /// Address of the HTML part alone, served under a policy of its own; see `framed`.
    pub html: Option<String>,
    /// `/demo/mailbox`, with `?lang=`.
    pub mailbox: String,
}

impl MailboxMailPage {
    /// The text with its web addresses made into links. A line that is one address is one link.
    fn linked(&self) -> Markup {
        let mut html = String::new();
        for line in self.text.lines() {
            let address = line.trim();
            let whole = address.starts_with("http://") || address.starts_with("https://");
            if whole && !address.contains(char::is_whitespace) {
                html.push_str(Named { name: address.to_owned(), url: address.to_owned() }.link().as_str());
            } else {
                html.push_str(Markup::words(line).as_str());
            }
            html.push('\n');
        }
        Markup::ours(html)
    }
}

/// The HTML part of a mail as its own document in a frame: its links leave the frame.
/// Serve it with `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox
/// allow-top-navigation-by-user-activation`.
pub fn framed(html: &str) -> String {
    html.replacen("<head>", "<head><base target=\"_top\">", 1)
}

/// For `/demo/clock`.
#[derive(Template)]
#[template(path = "demo/clock.html")]
pub struct ClockPage {
    pub frame: Frame,
    pub now: String,
    /// Where the clock may go on to: in words, and in microseconds UTC.
    pub ways: Vec<(String, i64)>,
    pub path: String,
    pub mailbox: String,
}

impl Page for ClockPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("demo-clock-headline")
    }
}

impl Page for MailboxPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("demo-mailbox-headline")
    }
}

impl Page for MailboxMailPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The subject is somebody's text and can be long: it stands in the page, and the headline is ours.
    fn headline(&self) -> String {
        self.frame.say.text("demo-mail-headline")
    }

    fn title(&self) -> String {
        self.subject.clone()
    }
}
