//! The words of a card, as they are drawn.

use super::{Subject, next_goal};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::natural;
use broadside_artwork::{Card, Progress, Rgb};

pub struct Words {
    language: &'static str,
    headline: String,
    kicker: String,
    target: Option<String>,
    count: String,
    count_label: String,
    as_of: String,
    /// How far the count has come, and towards what.
    goal: Option<(f64, String)>,
    signal: Rgb,
    site: String,
}

impl Words {
    pub fn of(app: &App, subject: &Subject) -> Self {
        let Subject { found, target, signatures, as_of } = *subject;
        let (campaign, language) = (&found.campaign, found.language);
        let (definition, texts) = (&campaign.definition, campaign.texts(language));
        let say = language.say();
        let count = natural(signatures);
        let day = campaign.signal.day;
        let own = target.is_none().then(|| (found.letter().slug.as_str(), signatures));
        let goal = definition.goal_ahead(own, signatures).unwrap_or_else(|| next_goal(signatures));
        // A share of a whole, drawn a few hundred pixels wide.
        #[allow(clippy::cast_precision_loss, reason = "a bar's length needs no more")]
        let share = signatures as f64 / goal as f64;
        let target = target.map(|target| {
            let name = target.name_in(language.tag());
            match target.role.get(language.tag()).filter(|role| !role.is_empty()) {
                Some(role) => say.with("cards-target-role", &[("name", &name), ("role", role)]),
                None => say.with("cards-target", &[("name", &name)]),
            }
        });
        Self {
            language: language.tag(),
            headline: texts.title.clone(),
            kicker: say
                .with("cards-kicker", &[("group", &definition.group.name), ("addressee", &texts.addressee)]),
            // Nobody is called by empty boxes; `campaign check` says whose script no face has.
            target: target.filter(|line| broadside_artwork::missing(line).is_ok_and(|none| none.is_empty())),
            count: say.number(count),
            count_label: say.with("letters-count-words", &[("n", &count)]),
            as_of: say.with("letters-count-as-of", &[("moment", &say.moment(as_of, &definition.time_zone))]),
            goal: campaign
                .takes_names(found.letter())
                .then(|| (share, say.with("cards-goal", &[("goal", &natural(goal))]))),
            signal: Rgb(day.0, day.1, day.2),
            site: app.settings.authority().trim_start_matches("www.").to_owned(),
        }
    }

    /// Draws the card: some tens of milliseconds of work.
    pub fn draw(&self) -> Result<Vec<u8>> {
        broadside_artwork::card_png(&Card {
            language: self.language,
            headline: &self.headline,
            kicker: &self.kicker,
            target: self.target.as_deref(),
            count: &self.count,
            count_label: &self.count_label,
            as_of: &self.as_of,
            goal: self.goal.as_ref().map(|(share, label)| Progress { share: *share, label }),
            signal: self.signal,
            site: &self.site,
        })
        .map_err(|error| Error::Broken(error.to_string()))
    }
}
