//! The pages of one's own account.

use askama::Template;

use crate::web::desk::{DeskPage, Nav};
use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Page};

#[derive(Template)]
#[template(path = "accounts/account.html")]
pub struct AccountPage {
    pub frame: Frame,
    pub nav: Nav,
    /// Added to the address of every form.
    pub query: String,
    pub note: String,
    pub name: String,
    pub name_error: String,
    pub email: String,
    /// Tag, own name, whether it is the account's.
    pub languages: Vec<(&'static str, &'static str, bool)>,
    pub has_password: bool,
    /// Nothing is asked of whoever has none or has just shown the mailbox.
    pub asks_old_password: bool,
    pub old_password_error: String,
    pub password_error: String,
    pub second_step: SecondStep,
    pub code_error: String,
    /// How many recovery codes are left.
    pub codes_left: u64,
    /// Shown once, when they are made.
    pub new_codes: Vec<String>,
    pub sessions: Vec<Device>,
    pub passkeys: Vec<PasskeyLine>,
    pub passkey_script: Option<String>,
    pub passkey_error: String,
}

/// One passkey.
pub struct PasskeyLine {
    pub name: String,
    pub added: String,
    pub used: Option<String>,
    /// The day on which there seemed to be a copy of it.
    pub doubted: Option<String>,
    /// Where the form that removes it goes.
    pub remove: String,
}

pub enum SecondStep {
    None,
    /// The secret is shown, as a drawing and in letters, until a code of it was typed.
    Begun {
        drawing: Markup,
        letters: String,
    },
    On {
        since: String,
    },
}

/// One session.
pub struct Device {
    pub agent: String,
    pub seen: String,
    pub began: String,
    /// Where its form goes; nothing for the one that looks.
    pub end: Option<String>,
}

/// Who sits here is asked again.
#[derive(Template)]
#[template(path = "accounts/proof.html")]
pub struct ProofPage {
    pub frame: Frame,
    pub nav: Nav,
    pub query: String,
    pub next: String,
    pub has_password: bool,
    pub has_code: bool,
    pub error: String,
    pub mailed: bool,
    pub passkey_script: Option<String>,
    /// Where a passkey's answer goes, and where its challenge comes from.
    pub passkey_ways: (String, String),
}

impl Page for AccountPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("accounts-account-headline")
    }

    fn fetching_script(&self) -> Option<&str> {
        self.passkey_script.as_deref()
    }

    fn referrer(&self) -> &'static str {
        "same-origin"
    }
}

impl DeskPage for AccountPage {
    fn nav(&self) -> &Nav {
        &self.nav
    }
}

impl Page for ProofPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("accounts-proof-headline")
    }

    fn fetching_script(&self) -> Option<&str> {
        self.passkey_script.as_deref()
    }

    fn referrer(&self) -> &'static str {
        "same-origin"
    }
}

impl DeskPage for ProofPage {
    fn nav(&self) -> &Nav {
        &self.nav
    }
}
