//! What no face of the share cards can draw of a campaign's words, for those who check its files. It is no fault: the
//! pages show it by the readers' own faces.

use super::definition::{Definition, Target};
use broadside_artwork::{Error, missing};

/// A line for each text: where it stands, which characters, and what the card does without them.
pub fn lines(definition: &Definition) -> Result<Vec<String>, Error> {
    let mut lines = Vec::new();
    let mut look = |place: String, text: &str, instead: &str| -> Result<(), Error> {
        let unknown: String = missing(text)?.into_iter().collect();
        if !unknown.is_empty() {
            lines.push(format!("{place}: share cards have no letters for “{unknown}”; {instead}"));
        }
        Ok(())
    };
    let boxes = "empty boxes stand there on the card";
    look("campaign.toml: [group] name".to_owned(), &definition.group.name, boxes)?;
    for (language, texts) in &definition.texts {
        look(format!("campaign.toml: [texts.{language}] title"), &texts.title, boxes)?;
        look(format!("campaign.toml: [texts.{language}] addressee"), &texts.addressee, boxes)?;
    }
    for target in &definition.targets {
        for language in &definition.languages {
            let words = on_card(target, language);
            look(
                format!("targets.toml: {} in {language}", target.slug),
                &words,
                "the card names the campaign without them",
            )?;
        }
    }
    Ok(lines)
}

/// Name and role, as cards have them in a language.
fn on_card(target: &Target, language: &str) -> String {
    let role = target.role.get(language).map_or("", String::as_str);
    format!("{} {role}", target.name_in(language))
}
