//! The public page of a campaign's goals. It takes plain words and addresses, and never asks a database.

use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/campaigns/{campaign}/goals`.
#[derive(Template)]
#[template(path = "goals/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub campaign: Named,
    pub goals: Vec<GoalShown>,
    /// Those that were taken back, each with what it was.
    pub gone: Vec<(String, Vec<String>)>,
}

pub struct GoalShown {
    pub slug: String,
    pub title: String,
    pub is_reached: bool,
    pub state: String,
    /// How far it is, where that is a number everybody may know: so much of so much.
    pub share: Option<(u64, u64)>,
    /// What is published since it was reached.
    pub words: String,
    /// The letter that closes, or has closed.
    pub closes: Option<Named>,
    pub earlier: Vec<String>,
}

impl Page for ListPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("goals-title")
    }

    fn description(&self) -> String {
        self.frame.say.with("goals-description", &[("campaign", &self.campaign.name)])
    }
}

impl GoalShown {
    fn closing(&self, say: &Say) -> crate::web::i18n::Markup {
        let key = if self.is_reached { "goals-closed" } else { "goals-closes" };
        let letter = self.closes.as_ref().map(Named::link);
        letter.map_or_else(|| crate::web::i18n::Markup::text(""), |letter| say.html(key, "letter", letter))
    }
}
