//! Goals in words: what is to be reached, how far it is, and what it was before.

use super::standing::{Standing, is_shown};
use crate::campaigns::directory::Running;
use crate::campaigns::store::{Mark, Measure};
use crate::letters::page::in_language;
use crate::web::i18n::{Given, Language, Say};
use crate::web::natural;
use broadside_money::Amount;

/// Where all of them stand.
pub fn path(campaign: &Running, language: Language) -> String {
    format!("/campaigns/{}/goals{}", campaign.definition.slug, campaign.query(language))
}

pub fn letter_title(campaign: &Running, slug: &str, language: Language) -> String {
    let letter = campaign.letter(slug);
    letter.map_or_else(|| slug.to_owned(), |letter| letter.title(campaign.spoken(Some(language))))
}

/// “10,000 signatures”, “50 people at the rally”, “USD 3,000 for the buses”, “25 September 2018, 08:00”.
pub fn title(campaign: &Running, mark: &Mark, language: Language, say: &Say) -> String {
    let level = natural(mark.level);
    match &mark.measure {
        Measure::Signatures { letter: Some(letter) } if campaign.letters.len() > 1 => {
            let letter = letter_title(campaign, letter, language);
            say.with("goals-signatures-of", &[("n", &level), ("letter", &letter)])
        }
        Measure::Signatures { .. } => say.with("goals-signatures", &[("n", &level)]),
        Measure::People { event } => {
            let title = campaign.definition.events.iter().find(|one| one.slug == *event);
            let title =
                title.map(|one| in_language(&one.title, campaign.spoken(Some(language)))).unwrap_or_default();
            let title = if title.is_empty() { event.clone() } else { title };
            say.with("goals-people", &[("n", &level), ("event", &title)])
        }
        Measure::Money { fundraiser, currency } => {
            let title = campaign.definition.fundraiser(fundraiser);
            let title =
                title.map(|one| in_language(&one.title, campaign.spoken(Some(language)))).unwrap_or_default();
            let title = if title.is_empty() { fundraiser.clone() } else { title };
            let amount = say.money(Amount::new(mark.level, *currency));
            say.with("goals-money", &[("amount", &amount), ("fundraiser", &title)])
        }
        Measure::Moment => say.moment(mark.level, &campaign.definition.time_zone),
    }
}

/// So many, or so much of a currency, as a text has it.
fn told(measure: &Measure, n: i64, say: &Say) -> Box<dyn Given> {
    match measure {
        Measure::Money { currency, .. } => Box::new(say.money(Amount::new(n, *currency))),
        Measure::Signatures { .. } | Measure::People { .. } | Measure::Moment => Box::new(natural(n)),
    }
}

/// The texts that say with how much it was reached and that less stands now, with how much alone, and how far it is.
fn texts(measure: &Measure) -> [&'static str; 3] {
    match measure {
        Measure::Money { .. } => {
            ["goals-money-reached-and-fell", "goals-money-reached-with", "goals-money-so-far"]
        }
        Measure::Signatures { .. } | Measure::People { .. } | Measure::Moment => {
            ["goals-reached-and-fell", "goals-reached-with", "goals-so-far"]
        }
    }
}

/// How far a mark that stands is. Numbers that the organisers do not show are told to those alone who may see them.
pub fn state(campaign: &Running, mark: &Mark, standing: &Standing, say: &Say, sees_all: bool) -> String {
    let zone = &campaign.definition.time_zone;
    let is_told = sees_all || is_shown(&campaign.definition, &mark.measure);
    if mark.measure == Measure::Moment && mark.reached_at.is_some() {
        return say.text("goals-came");
    }
    let [and_fell, reached_with, so_far] = texts(&mark.measure);
    let now = standing.sums.towards(&mark.measure).filter(|_| is_told);
    let told = |n| told(&mark.measure, n, say);
    if let Some(at) = mark.reached_at {
        let moment = say.moment(at, zone);
        return match (mark.reached_with.filter(|_| is_told), now) {
            (Some(with), Some(now)) if now < mark.level => {
                say.with(and_fell, &[("moment", &moment), ("n", &*told(with)), ("now", &*told(now))])
            }
            (Some(with), _) => say.with(reached_with, &[("moment", &moment), ("n", &*told(with))]),
            (None, _) => say.with("goals-reached", &[("moment", &moment)]),
        };
    }
    match now {
        Some(n) => {
            let moment = say.moment(standing.as_of, zone);
            say.with(so_far, &[("n", &*told(n)), ("moment", &moment)])
        }
        None => say.text("goals-open"),
    }
}

/// What a goal was until another took its place, or until it was taken back.
pub fn earlier(campaign: &Running, mark: &Mark, language: Language, say: &Say) -> Option<String> {
    let zone = &campaign.definition.time_zone;
    let until = say.moment(mark.replaced_at?, zone);
    let goal = title(campaign, mark, language, say);
    Some(match mark.reached_at {
        Some(at) => {
            let reached = say.moment(at, zone);
            say.with("goals-was-reached", &[("until", &until), ("goal", &goal), ("moment", &reached)])
        }
        None => say.with("goals-was", &[("until", &until), ("goal", &goal)]),
    })
}
