//! The pages of posts: the composer, the two before a Mastodon server, the table of clicks. They take
//! plain words and addresses, and never ask a database or a request for them.

#[cfg(test)]
pub mod samples;

use askama::Template;

use super::addresses::Hidden;
use crate::web::i18n::{Markup, Say, link};
use crate::web::layout::{Frame, Page};

/// The first post, ready to go by every way: on the campaign's page, and for whoever has just signed.
#[derive(Clone, Debug)]
pub struct Teaser {
    pub target: String,
    pub role: String,
    pub words: String,
    pub length: Length,
    /// The network that the button opens.
    pub network: String,
    pub click: String,
    /// The other ways, each straight out with these words.
    pub ways: Vec<WayLink>,
    /// The networks among them that take the link alone.
    pub link_only: String,
    /// Where other words and people are.
    pub composer: String,
}

/// For `/campaigns/{campaign}/posts` and `/campaigns/{campaign}/posts/{post}`.
#[derive(Template)]
#[template(path = "posts/composer.html")]
pub struct ComposerPage {
    pub frame: Frame,
    /// What the campaign asks for, for shared links.
    pub ask: String,
    pub script: String,
    /// Where the script has words counted.
    pub counting: String,
    pub targets: Vec<TargetLink>,
    /// Where a form asks for another target, where they are too many for links.
    pub target_form: String,
    pub along: Hidden,
    /// Exactly what goes out.
    pub words: String,
    pub link: String,
    pub length: Length,
    /// The network's title, or what the way is called.
    pub way: String,
    /// That another post is shown, where the one that was asked for is not for this target.
    pub other: Option<Markup>,
    pub takes_link_apart: bool,
    /// A few composers take the link alone.
    pub takes_words: bool,
    pub names_without_handle: bool,
    /// Whom a mail or a message does not reach, by name; may be empty.
    pub not_reached: String,
    pub account: Option<Account>,
    /// With `{text}` where edited words go; empty where none can.
    pub direct: String,
    pub sending: Sending,
    pub ways: Vec<WayLink>,
    pub wordings: Vec<Wording>,
    pub clicks: String,
    pub letter: String,
}

#[derive(Clone, Debug)]
pub struct Length {
    pub n: u64,
    pub limit: Option<u64>,
    pub network: String,
    pub too_long: bool,
}

#[derive(Clone, Debug)]
pub struct TargetLink {
    pub slug: String,
    pub address: String,
    pub name: String,
    pub role: String,
    /// When they speak, as a person reads it; may be empty.
    pub session: String,
    pub marks: Vec<Mark>,
    pub current: bool,
}

/// That a target answered, or acted.
#[derive(Clone, Debug)]
pub struct Mark {
    pub what: String,
    pub words: String,
    pub link: String,
}

#[derive(Clone, Debug)]
pub struct Account {
    pub handle: String,
    pub address: String,
}

#[derive(Clone, Debug)]
pub struct WayLink {
    pub title: String,
    pub address: String,
    pub current: bool,
}

#[derive(Clone, Debug)]
pub struct Wording {
    pub address: String,
    pub words: String,
    pub current: bool,
}

/// How the post leaves the page.
#[derive(Clone, Debug)]
pub enum Sending {
    /// Through our own address, which counts it.
    Click {
        address: String,
    },
    /// To a Mastodon server that is asked for.
    Server {
        action: String,
        along: Hidden,
    },
    Email {
        address: String,
    },
    Sms {
        address: String,
    },
    Copy,
}

/// “Which server?”
#[derive(Template)]
#[template(path = "posts/server.html")]
pub struct ServerPage {
    pub frame: Frame,
    pub words: String,
    pub action: String,
    pub along: Hidden,
    /// As typed.
    pub server: String,
    pub refused: bool,
    pub back: String,
}

/// Between this page and somebody’s server.
#[derive(Template)]
#[template(path = "posts/leaving.html")]
pub struct LeavingPage {
    pub frame: Frame,
    pub words: String,
    pub server: String,
    pub on: String,
    pub back: String,
}

/// For `/campaigns/{campaign}/clicks`.
#[derive(Template)]
#[template(path = "posts/clicks.html")]
pub struct ClicksPage {
    pub frame: Frame,
    pub total: u64,
    pub as_of: String,
    pub by_post: Vec<Sum>,
    pub by_target: Vec<Sum>,
    pub by_network: Vec<Sum>,
    pub by_day: Vec<Sum>,
    pub json: String,
}

#[derive(Clone, Debug)]
pub struct Sum {
    pub word: String,
    pub clicks: u64,
}

impl Length {
    pub(crate) fn words(&self, say: &Say) -> String {
        match &self.limit {
            Some(limit) => {
                let given = [("n", &self.n as _), ("limit", limit as _), ("network", &self.network as _)];
                say.with("posts-length", &given)
            }
            None => say.with("posts-length-free", &[("n", &self.n)]),
        }
    }
}

impl ComposerPage {
    /// More than these are a list to choose from.
    const FEW: usize = 8;

    fn targets_are_few(&self) -> bool {
        self.targets.len() <= Self::FEW
    }

    fn not_reached_key(&self) -> &'static str {
        match self.sending {
            Sending::Sms { .. } => "posts-no-number",
            _ => "posts-no-address",
        }
    }

    fn target(&self) -> Option<&TargetLink> {
        self.targets.iter().find(|target| target.current)
    }

    /// Which account of theirs a post on this network names.
    fn account_words(&self, say: &Say) -> Option<Markup> {
        let account = self.account.as_ref()?;
        let handle = outward(&account.address, &account.handle);
        Some(say.html_of_two("posts-account", ("network", &self.way), ("handle", &handle)))
    }
}

impl Teaser {
    pub(crate) fn addressed(&self, say: &Say) -> Markup {
        addressed(say, &self.target, &self.role)
    }
}

impl TargetLink {
    fn addressed(&self, say: &Say) -> Markup {
        addressed(say, &self.name, &self.role)
    }

    /// Name and role where no markup can stand.
    fn in_words(&self, say: &Say) -> String {
        say.list([&self.name, &self.role].into_iter().filter(|words| !words.is_empty()))
    }
}

impl Mark {
    fn link(&self) -> Markup {
        outward(&self.link, &self.what)
    }
}

impl ServerPage {
    fn error(&self, say: &Say) -> String {
        if self.refused { say.text("posts-server-refused") } else { String::new() }
    }
}

/// “To Ada Example, the mayor”
fn addressed(say: &Say, name: &str, role: &str) -> Markup {
    if role.is_empty() {
        say.html("posts-to", "target", name)
    } else {
        say.html_of_two("posts-to-role", ("target", &name), ("role", &role))
    }
}

/// A link to somebody else's site: it learns nothing of this page.
fn outward(address: &str, words: &str) -> Markup {
    let link = link(address, words);
    Markup::ours(link.as_str().replacen("<a ", "<a rel=\"noopener noreferrer\" ", 1))
}

impl Page for ComposerPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("posts-headline")
    }

    fn description(&self) -> String {
        self.ask.clone()
    }

    fn fetching_script(&self) -> Option<&str> {
        Some(&self.script)
    }
}

impl Page for ServerPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("posts-server-headline")
    }
}

impl Page for LeavingPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("posts-leaving-headline")
    }
}

impl Page for ClicksPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("posts-clicks-headline")
    }
}
