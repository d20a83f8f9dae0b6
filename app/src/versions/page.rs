//! The page of a letter's versions at the desk.

use super::{Chosen, Telling};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::campaigns::directory::{Running, RunningLetter};
use crate::letters::sheets::Counted;
use crate::state::App;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use crate::web::natural;
use askama::Template;

#[derive(Template)]
#[template(path = "versions/page.html")]
pub struct VersionsPage {
    pub frame: Frame,
    pub nav: Nav,
    pub letter: String,
    pub note: String,
    /// Where everybody reads what differs.
    pub public: Option<Named>,
    pub words: Named,
    pub version: u64,
    pub reason: String,
    /// Each version with how many signatures stand under it, the newest first.
    pub counts: Vec<(u64, u64)>,
    /// How many stand under words before the current ones.
    pub earlier: u64,
    pub moves_names: bool,
    pub takes_names: bool,
    pub telling: Telling,
    pub told: u64,
    pub to_names: String,
    pub to_telling: String,
}

pages_of_the_desk! {
    VersionsPage: |page| page.frame.say.with("versions-headline", &[("letter", &page.letter)]);
}

impl VersionsPage {
    fn is_under_way(&self) -> bool {
        self.telling == Telling::UnderWay
    }

    fn is_told(&self) -> bool {
        self.telling == Telling::Told
    }

    fn is_stopped(&self) -> bool {
        self.telling == Telling::Stopped
    }
}

/// `/desk/campaigns/{campaign}/letters/{letter}/versions`
pub fn path(campaign: &str, letter: &str) -> String {
    format!("/desk/campaigns/{campaign}/letters/{letter}/versions")
}

pub fn page(
    app: &App,
    member: &CampaignMember,
    (running, letter): (&Running, &RunningLetter),
    counted: &Counted,
    chosen: &Chosen,
    is_public: bool,
) -> VersionsPage {
    let here = &member.here;
    let say = here.language.say();
    let path = path(&running.definition.slug, &letter.slug);
    let language = running.spoken(Some(here.language));
    let counts = counted.by_version.iter().rev();
    VersionsPage {
        frame: nav::frame(app, here, &path),
        nav: nav::nav(here, &path),
        letter: letter.title(language),
        note: String::new(),
        public: is_public.then(|| Named {
            name: say.text("versions-public"),
            url: running.wordings_path(letter, language),
        }),
        words: Named {
            name: say.text("desk-form-to-words"),
            url: here.at(&format!("/desk/campaigns/{}/words", running.definition.slug)),
        },
        version: natural(letter.version),
        reason: letter.text(language).reason.clone(),
        counts: counts.map(|(version, signatures)| (natural(*version), natural(*signatures))).collect(),
        earlier: natural(counted.by_version.range(..letter.version).map(|(_, n)| n).sum()),
        moves_names: chosen.moves_names,
        takes_names: running.takes_names(letter),
        telling: chosen.telling,
        told: natural(chosen.told),
        to_names: here.at(&format!("{path}/names")),
        to_telling: here.at(&format!("{path}/telling")),
    }
}
