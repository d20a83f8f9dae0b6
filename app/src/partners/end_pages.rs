//! What stands between the wish to end a partnership and its end: how many consents end with it, for good.

use super::store;
use crate::accounts::guard::Here;
use crate::accounts::nav;
use crate::error::Result;
use crate::state::App;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};
use crate::web::natural;
use askama::Template;

/// So many consents are counted for the page.
pub const COUNTED: i64 = 100_000;

#[derive(Template)]
#[template(path = "partners/end.html")]
pub struct EndPage {
    pub frame: Frame,
    pub nav: Nav,
    pub words: String,
    pub consents: u64,
    /// Whether there are more than were counted.
    pub more: bool,
    pub action: String,
    pub leave: String,
}

impl EndPage {
    /// Of the partner of a campaign whose page is at `own`.
    pub async fn of(
        app: &App,
        here: &Here,
        (campaign, partner): (i64, &str),
        words: &'static str,
        own: &str,
    ) -> Result<Self> {
        let n = store::would_end(&mut app.db.read().await?, campaign, partner, COUNTED + 1).await?;
        let end = format!("{own}/end");
        Ok(Self {
            nav: nav::nav(here, own),
            frame: nav::frame(app, here, &end),
            words: here.language.say().text(words),
            consents: natural(n.min(COUNTED)),
            more: n > COUNTED,
            action: here.at(&end),
            leave: here.at(own),
        })
    }
}

pages_of_the_desk! {
    EndPage: |page| page.frame.say.text("partners-end");
}
