//! The notice, and the second step before an erasure. What is shown of a mailbox stands behind its link.

#[cfg(test)]
pub mod samples;

use askama::Template;

use super::record::Purpose;
use crate::web::i18n::{Markup, Say, link};
use crate::web::layout::{Frame, Named, Page};

/// `/campaigns/{campaign}/privacy`
#[derive(Template)]
#[template(path = "privacy/notice.html")]
pub struct NoticePage {
    pub frame: Frame,
    pub group: Named,
    pub contact: Option<String>,
    pub purposes: Vec<Purpose>,
    /// So many days after the campaign is closed, who signed is forgotten.
    pub ended: Option<u64>,
    /// Organisations that get an address where its owner agreed.
    pub partners: Vec<String>,
    /// Where a link that was lost is asked for.
    pub links: String,
}

/// `/signatures/{token}/erasure`
#[derive(Template)]
#[template(path = "privacy/erasure.html")]
pub struct ErasurePage {
    pub frame: Frame,
    pub state: Erasure,
}

#[derive(Clone, Debug)]
pub enum Erasure {
    /// What goes, and the button.
    Asked {
        group: Named,
        going: Vec<Going>,
        names: Vec<String>,
        /// Whether somebody endorsed from this mailbox: what the organisation said stays.
        endorses: bool,
        action: String,
        back: String,
    },
    Done,
    /// The link leads to nothing that could be erased.
    Nothing,
}

/// How much of one sort goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Going {
    pub what: String,
    pub rows: u64,
}

impl NoticePage {
    fn contact_link(&self) -> Option<Markup> {
        let address = self.contact.as_ref()?;
        Some(link(&format!("mailto:{address}"), address))
    }

    fn lost(&self, say: &Say) -> Markup {
        let words = say.text("privacy-notice-rights-link");
        say.html("privacy-notice-rights-lost", "link", link(&self.links, &words))
    }

    fn partners_joined(&self, say: &Say) -> String {
        say.list(&self.partners)
    }
}

impl Page for NoticePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("privacy-notice-headline")
    }

    fn indexed(&self) -> bool {
        true
    }
}

impl Page for ErasurePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text(match &self.state {
            Erasure::Asked { .. } => "privacy-erasure-headline",
            Erasure::Done => "privacy-erased-headline",
            Erasure::Nothing => "privacy-gone-headline",
        })
    }
}
