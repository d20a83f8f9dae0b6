//! The pages at the desk's door and those of one's own account. They hold no token but the address's own.

mod account;
mod members;

pub use account::{AccountPage, Device, PasskeyLine, ProofPage, SecondStep};
pub use members::{Changed, InvitationLine, MemberLine, MembersPage, RoleChoice, SecondStepAsked};

use askama::Template;

use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Named, Page};

/// A page that says one thing, with at most one button: links, and what became of them.
#[derive(Template)]
#[template(path = "accounts/slip.html")]
pub struct Slip {
    pub frame: Frame,
    pub headline: String,
    pub words: Vec<Markup>,
    /// What the button says; it sends an empty form to this very address.
    pub button: Option<String>,
    /// Where to go instead.
    pub onward: Option<Named>,
}

/// Signing in: by a mailed link, or with a password.
#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
pub struct SignInPage {
    pub frame: Frame,
    pub action: String,
    /// Why somebody stands at the door again.
    pub note: String,
    pub email: String,
    pub email_error: String,
    /// What is wrong with both together; it never says which.
    pub refused: String,
    pub passkey_script: Option<String>,
    /// Where a passkey's answer goes, and where its challenge comes from.
    pub passkey_ways: (String, String),
}

/// The second step.
#[derive(Template)]
#[template(path = "accounts/code.html")]
pub struct CodePage {
    pub frame: Frame,
    pub action: String,
    pub error: String,
    pub passkey_script: Option<String>,
    pub passkey_ways: (String, String),
}

/// The first visit.
#[derive(Template)]
#[template(path = "accounts/first.html")]
pub struct FirstPage {
    pub frame: Frame,
    pub action: String,
    pub name: String,
    pub name_error: String,
    pub email: String,
    pub email_error: String,
    /// Asked only where the instance holds no group yet.
    pub asks_group: bool,
    pub group: String,
    pub group_error: String,
    /// Under which address people reach the instance.
    pub base_url: String,
    /// Asked only where no setting says it.
    pub asks_base_url: bool,
    pub base_url_error: String,
}

macro_rules! door {
    ($page:ident, $key:literal $(, $script:ident)?) => {
        impl Page for $page {
            $(fn fetching_script(&self) -> Option<&str> {
                self.$script.as_deref()
            })?

            fn frame(&self) -> &Frame {
                &self.frame
            }

            fn headline(&self) -> String {
                self.frame.say.text($key)
            }

            fn referrer(&self) -> &'static str {
                "same-origin"
            }
        }
    };
}
door!(SignInPage, "accounts-sign-in-headline", passkey_script);
door!(CodePage, "accounts-code-headline", passkey_script);
door!(FirstPage, "accounts-first-headline");

impl Page for Slip {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.headline.clone()
    }

    fn referrer(&self) -> &'static str {
        "same-origin"
    }
}
