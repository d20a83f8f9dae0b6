//! What a shared link shows elsewhere: where a page's card is, and its words for those who cannot see it.

use super::definition::Target;
use super::directory::{Running, RunningLetter};
use crate::networks::encoding;
use crate::state::App;
use crate::web::i18n::Language;
use crate::web::layout::ShareCard;
use crate::web::natural;

/// The card of a letter's page, or of a post at a target; `address` is the page's own.
pub fn card(
    app: &App,
    campaign: &Running,
    language: Language,
    letter: Option<&RunningLetter>,
    target: Option<&Target>,
    signatures: i64,
    address: &str,
) -> ShareCard {
    let page = match letter {
        Some(letter) => campaign.letter_path(letter),
        None => format!("/campaigns/{}", campaign.definition.slug),
    };
    let target_asked = target.map_or_else(String::new, |target| format!("&target={}", target.slug));
    // Networks keep a picture by its address: the count in it makes them fetch the new one.
    let query = format!("lang={}{target_asked}&n={signatures}", language.tag());
    let say = language.say();
    let count = natural(signatures);
    let headline = &campaign.texts(language).title;
    let alt = match target {
        Some(target) => {
            let name = target.name_in(language.tag());
            say.with("campaigns-card-alt-target", &[("headline", headline), ("n", &count), ("target", &name)])
        }
        None => say.with("campaigns-card-alt", &[("headline", headline), ("n", &count)]),
    };
    let oembed = app.url(&format!("/oembed?format=json&url={}", encoding::encoded(address)));
    ShareCard { url: app.url(&format!("{page}/card.png?{query}")), alt, oembed }
}
