//! What a single value must be like. Each answer says what is wrong and how to mend it, to be read
//! behind the name of the key.

use super::text::{control_character, is_refused};
use super::{press, statements};
use crate::networks::{Network, handles};
use crate::web::i18n::Language;
use crate::web::layout::{Colour, NIGHT, PAPER, Signal};

/// What a text in `campaign.toml` or above a letter must be like.
#[derive(Clone, Copy)]
pub enum Rule {
    /// Words, of at most so many characters.
    Words(usize),
    Slug,
    /// Money, without its currency.
    Amount,
    /// A mail address.
    Address,
    /// An address on the web.
    Url,
    TimeZone,
    /// A colour to be read by day.
    Day,
    /// A colour to be read at night.
    Night,
    /// A file's name in the folder of pictures.
    PictureFile,
    /// The same, or a PDF's in the folder of papers.
    PaperFile,
    /// Somebody's name on a network.
    Handle(Network),
    /// A telephone number with its country's code.
    Phone,
    /// A day, as `2018-09-25`.
    Date,
    /// A day and a time of it, as `2018-09-25 14:00`.
    Session,
    /// A day, or the month or year it was in: `2018-09-25`, `2018-09`, `2018`.
    When,
    /// A day, a time of it and a time zone: `2018-09-25 14:00 Europe/Madrid`.
    Moment,
    /// The tag of a language.
    Language,
    /// A public key of age.
    AgeKey,
    /// The three letters of a currency: `USD`.
    Currency,
}

/// Nobody’s key: the example of age’s own documentation.
pub const AGE_KEY_EXAMPLE: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

const MOST_SLUG: usize = 60;
const MOST_ADDRESS: usize = 254;
const MOST_URL: usize = 500;

impl Rule {
    pub fn check(self, text: &str) -> Result<(), String> {
        if let Some(found) = text.chars().find(|character| is_refused(*character)) {
            return Err(format!("is wrong: {}", control_character(found)));
        }
        match self {
            Self::Words(most) => at_most(text, most),
            Self::Amount => at_most(text, 20),
            Self::Slug => slug(text),
            Self::Address => address(text),
            Self::Url => url(text),
            Self::TimeZone => time_zone(text),
            Self::Day => colour(text, true),
            Self::Night => colour(text, false),
            Self::PictureFile => picture_file(text),
            Self::PaperFile => statements::paper_file(text),
            Self::Handle(network) => handle(network, text),
            Self::Phone => phone(text),
            Self::Date => date(text),
            Self::Session => session(text),
            Self::When => when(text),
            Self::Moment => press::moment(text),
            Self::AgeKey => age_key(text),
            Self::Currency => currency(text),
            Self::Language => {
                unknown_language(text).map_or(Ok(()), |why| Err(format!("is “{text}”, but {why}")))
            }
        }
    }

    pub fn example(self) -> &'static str {
        match self {
            Self::Words(_) => "\"…\"",
            Self::Amount => "\"1500\"",
            Self::Slug => "\"our-demands\"",
            Self::Address => "\"team@example.org\"",
            Self::Url => "\"https://example.org\"",
            Self::TimeZone => "\"Europe/Madrid\"",
            Self::Day | Self::Night => "\"#c8201a\"",
            Self::PictureFile => "\"poster.svg\"",
            Self::PaperFile => "\"reply.pdf\"",
            Self::Handle(_) => "\"@name\"",
            Self::Phone => "\"+14155550100\"",
            Self::Date | Self::When => "\"2018-09-25\"",
            Self::Session => "\"2018-09-25 14:00\"",
            Self::Moment => "\"2018-09-25 14:00 Europe/Madrid\"",
            Self::Language => "\"en\"",
            Self::AgeKey => "\"age1…\"",
            Self::Currency => "\"USD\"",
        }
    }
}

/// Line breaks in a text of several lines are only there to be read in an editor: white space is one space.
pub fn one_paragraph(text: &str) -> String {
    text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

pub fn at_most(text: &str, most: usize) -> Result<(), String> {
    let count = text.chars().count();
    if count <= most {
        Ok(())
    } else {
        Err(format!("has {count} characters; the most is {most}, so shorten it"))
    }
}

/// The known word that was probably meant.
pub fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let lower = word.to_lowercase();
    known
        .map(|known| (strsim::damerau_levenshtein(&lower, &known.to_lowercase()), known))
        .filter(|(distance, known)| *distance <= 1 + known.chars().count() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// `"a", "b" or "c"`
pub fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => format!("\"{one}\""),
        [all @ .., last] => {
            let all: Vec<_> = all.iter().map(|word| format!("\"{word}\"")).collect();
            format!("{} or \"{last}\"", all.join(", "))
        }
    }
}

/// Why a tag is no language of a campaign.
pub fn unknown_language(tag: &str) -> Option<String> {
    if Language::parse(tag).is_some() {
        return None;
    }
    let spoken: Vec<_> = Language::ALL.iter().map(|language| language.tag()).collect();
    Some(format!("Broadside speaks {} only; use these tags", spoken.join(", ")))
}

pub fn is_slug(text: &str) -> bool {
    let plain =
        |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
    !text.is_empty()
        && text.len() <= MOST_SLUG
        && text.chars().all(plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

fn slug(text: &str) -> Result<(), String> {
    if is_slug(text) {
        return Ok(());
    }
    if text.len() > MOST_SLUG {
        return at_most(text, MOST_SLUG).or(Err("is too long; shorten it".to_owned()));
    }
    let parts = text.to_lowercase();
    let parts: Vec<_> =
        parts.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let proposed = if parts.is_empty() { "our-demands".to_owned() } else { parts.join("-") };
    Err(format!(
        "is “{text}”, which cannot stand in a web address; use small letters, digits and single dashes, as \"{proposed}\""
    ))
}

fn currency(text: &str) -> Result<(), String> {
    if broadside_money::Currency::parse(text).is_some() {
        return Ok(());
    }
    Err(format!("is “{text}”, which is no currency; write its three letters, as \"USD\""))
}

fn address(text: &str) -> Result<(), String> {
    let host_has_dot = text.rsplit_once('@').is_some_and(|(_, host)| host.contains('.'));
    if text.len() <= MOST_ADDRESS && host_has_dot && broadside_address::Address::parse(text).is_ok() {
        return Ok(());
    }
    Err(format!(
        "is “{text}”, which is no mail address; write it as team@example.org, without a name around it"
    ))
}

fn url(text: &str) -> Result<(), String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map_or("", |rest| rest.split(['/', '?', '#']).next().unwrap_or(""));
    let broken = text.chars().any(|c| c.is_whitespace() || "\"'<>\\^`{|}".contains(c));
    if rest.is_some() && host.contains('.') && !host.contains('@') && !host.starts_with('.') && !broken {
        return at_most(text, MOST_URL);
    }
    Err(format!("is “{text}”, which is no web address; write it whole, as https://example.org/privacy"))
}

fn time_zone(text: &str) -> Result<(), String> {
    if jiff::tz::TimeZone::get(text).is_ok_and(|zone| zone.iana_name() == Some(text)) {
        return Ok(());
    }
    // Initials name no place, and do not say when summer time begins there.
    if text.len() <= 5 && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        let meant = match text {
            "EST" | "EDT" | "ET" => "America/New_York",
            "CST" | "CDT" | "CT" => "America/Chicago",
            "MDT" | "MT" => "America/Denver",
            "BST" => "Europe/London",
            "CEST" => "Europe/Madrid",
            "IST" => "Asia/Kolkata",
            "JST" => "Asia/Tokyo",
            _ => "America/Los_Angeles",
        };
        return Err(format!(
            "is “{text}”, which is no time zone's name; write it by continent and city, such as \"{meant}\""
        ));
    }
    let known: Vec<String> = jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect();
    // Most people know the city and not the continent.
    let city = text.rsplit('/').next().unwrap_or(text).replace(' ', "_").to_lowercase();
    let same_city =
        known.iter().find(|name| name.rsplit('/').next().is_some_and(|last| last.to_lowercase() == city));
    let near = same_city.map(String::as_str).or_else(|| nearest(text, known.iter().map(String::as_str)));
    Err(match near {
        Some(near) => format!("is “{text}”, which is no time zone; did you mean \"{near}\"?"),
        None => format!("is “{text}”, which is no time zone; write continent and city, as \"Europe/Madrid\""),
    })
}

fn colour(text: &str, by_day: bool) -> Result<(), String> {
    let digits = text.trim_start_matches('#').chars().all(|digit| digit.is_ascii_hexdigit());
    let Some(colour) = Colour::parse(text).filter(|_| digits) else {
        return Err(format!("is “{text}”, which is no colour; write six digits behind a #, as \"#c8201a\""));
    };
    let signal = Signal::of(colour);
    let (legible, ground, name) =
        if by_day { (signal.day, PAPER, "light paper") } else { (signal.night, NIGHT, "the night print") };
    if legible == colour {
        return Ok(());
    }
    // Rounded down, so that what fails never reads as 4.50.
    let figure = (colour.contrast(ground) * 100.0).floor() / 100.0;
    Err(format!(
        "is {text}, which has a contrast of {figure:.2} on {name} ({}), and 4.5 is needed to read it; the nearest that passes is \"{}\"",
        ground.hex(),
        legible.hex()
    ))
}

pub fn picture_file(text: &str) -> Result<(), String> {
    let known = [".png", ".jpg", ".jpeg", ".webp", ".svg"].iter().any(|ending| text.ends_with(ending));
    if known && is_file_name(text) {
        return Ok(());
    }
    Err(format!(
        "is “{text}”, which cannot name a picture; use small letters, digits and dashes, ending in .png, .jpg, .jpeg, .webp or .svg, as \"poster.svg\""
    ))
}

pub fn is_file_name(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    text.chars().all(plain) && !text.starts_with(['.', '-']) && text.len() <= MOST_SLUG
}

fn handle(network: Network, text: &str) -> Result<(), String> {
    if handles::handle(network, text).is_some() {
        return Ok(());
    }
    let (title, example) = (network.title(), handles::example(network));
    Err(format!(
        "is “{text}”, which is no handle on {title}; write it as \"{example}\", or remove the line: without a handle they are named"
    ))
}

fn phone(text: &str) -> Result<(), String> {
    let digits = text.strip_prefix('+').unwrap_or_default();
    if (7..=15).contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_digit()) {
        return Ok(());
    }
    Err(format!(
        "is “{text}”, which is no telephone number; write it with the country's code and digits alone, as \"+14155550100\""
    ))
}

fn date(text: &str) -> Result<(), String> {
    match text.parse::<jiff::civil::Date>() {
        Ok(date) if date.to_string() == text => Ok(()),
        _ => Err(format!("is “{text}”, which is no day; write year, month and day, as \"2018-09-25\"")),
    }
}

fn session(text: &str) -> Result<(), String> {
    match jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M", text) {
        Ok(time) if time.strftime("%Y-%m-%d %H:%M").to_string() == text => Ok(()),
        _ => Err(format!(
            "is “{text}”, which is no day and time; write it as \"2018-09-25 14:00\", in the campaign's time zone"
        )),
    }
}

fn when(text: &str) -> Result<(), String> {
    if crate::campaigns::record::On::parse(text).is_some() {
        return Ok(());
    }
    Err(format!(
        "is “{text}”, which is no day; write \"2018-09-25\", or \"2018-09\" or \"2018\" where no more is known"
    ))
}

/// Whether somebody pasted the half of the pair that they must keep.
pub fn is_secret_age_key(text: &str) -> bool {
    text.to_ascii_uppercase().contains("AGE-SECRET-KEY")
}

/// The example is nobody's: who pastes it would get files that nobody opens.
pub fn is_age_key(text: &str) -> bool {
    text != AGE_KEY_EXAMPLE && text.parse::<age::x25519::Recipient>().is_ok()
}

/// What was pasted is not said again where it is a secret.
fn age_key(text: &str) -> Result<(), String> {
    if is_age_key(text) {
        return Ok(());
    }
    if is_secret_age_key(text) {
        return Err(format!(
            "holds a secret key, which nobody but the partner may have: make a new pair with age-keygen, and write the public key, as \"{AGE_KEY_EXAMPLE}\""
        ));
    }
    if text == AGE_KEY_EXAMPLE {
        return Err("is the example of the documentation, whose other half is not yours: make a pair with age-keygen, and write its public key".to_owned());
    }
    Err(format!(
        "is “{text}”, which is no public key of age; write what age-keygen calls the public key, as \"{AGE_KEY_EXAMPLE}\""
    ))
}
