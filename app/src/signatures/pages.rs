//! The pages of one signature: the inbox, the signer's private page, the way to a new link.
//! They never say whether an address that somebody typed has signed.

#[cfg(test)]
pub mod samples;
mod signature;

use askama::Template;

use crate::letters::pages::{Field, Problem};
use crate::posts::pages::Teaser;
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};

pub use signature::{Changed, ConsentGiven, NameForm, Offer, Renewal, SignaturePage, Signed, State};

/// “Check your inbox”: the same for everybody who sent the form. It names no address.
#[derive(Template)]
#[template(path = "signatures/inbox.html")]
pub struct InboxPage {
    pub frame: Frame,
    pub letter: Named,
    pub form: NewLinkForm,
    /// “Send it again” was pressed. Said in the same words whatever the address was.
    pub again: bool,
    pub link_days: u32,
    /// The campaign's first ready-made post, if it has any.
    pub posts: Option<Teaser>,
}

/// The same small form on a page of its own, for people whose link is broken.
#[derive(Template)]
#[template(path = "signatures/new_link.html")]
pub struct NewLinkPage {
    pub frame: Frame,
    pub form: NewLinkForm,
    /// The form was sent. Said in the same words whatever the address was.
    pub again: bool,
}

/// Asks for an address and sends it the link that waits there, if one does.
#[derive(Clone, Debug, Default)]
pub struct NewLinkForm {
    /// `/signatures/links`, with `?lang=`.
    pub action: String,
    /// Slug of the letter, where the page knows it.
    pub letter: String,
    /// As typed.
    pub email: String,
    pub problem: Option<Problem>,
    /// 429: the time when this network may ask again.
    pub again_in: Option<u64>,
}

impl NewLinkForm {
    fn error(&self, say: &Say) -> String {
        self.problem.as_ref().map(|problem| problem.words(say)).unwrap_or_default()
    }

    fn email_id() -> &'static str {
        Field::Email.name()
    }
}

impl Page for InboxPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("signatures-inbox-headline")
    }
}

impl Page for NewLinkPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("signatures-new-link-headline")
    }
}
