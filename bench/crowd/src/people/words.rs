//! What honest people say: sentences of their own, which are rarely twice the same, or a word or two that many say.

use super::tongue::Tongue;
use crate::dice::Dice;

const WHO: [&str; 24] = [
    "I have worked in this field for",
    "My family has lived here for",
    "I have been a member for",
    "As someone who has taught for",
    "We have waited for this for",
    "My sister has fought for this for",
    "I have followed the debate for",
    "I was a nurse for",
    "I run a small shop and have paid for this for",
    "My late husband campaigned for",
    "I have volunteered here for",
    "Our street has asked for",
    "I drove a bus on this line for",
    "My children have known nothing else for",
    "I have written to my representative about it for",
    "I studied this for",
    "My neighbours and I have talked about it for",
    "I put up with it for",
    "My mother was affected by this for",
    "I served on the council for",
    "I used to think otherwise for",
    "The club I belong to has supported this for",
    "I have been out of work over this for",
    "I was on the other side of the argument for",
];
const SPAN: [&str; 12] = [
    "two years",
    "ten years",
    "most of my life",
    "over 30 years",
    "a long time",
    "nearly six months",
    "a quarter of a century",
    "about 15 yrs",
    "as long as I can remember",
    "eight years now",
    "forty-odd years",
    "a decade",
];
const WHAT: [&str; 24] = [
    "and I cannot see why it should take any longer.",
    "and nothing has changed.",
    "so please listen to the people who know.",
    "and I want my grandchildren to have it better.",
    "and it breaks my heart",
    "- enough is enough!",
    "and this letter says what I could never put so well.",
    "and the costs only ever go one way.",
    "and I have seen what happens when nobody acts.",
    "which is why I sign, though I rarely do.",
    "and still they ask for another study.",
    "and I'm tired of excuses",
    "so I know it can be done, other towns have managed.",
    "and the reasons against it were always the same three.",
    "and I would gladly come and speak about it.",
    "and nobody asked us.",
    "but I have not given up hope.",
    "and I lost my best friend to it.",
    "and my students ask me about it every week.",
    "and it is a matter of simple fairness.",
    "and I learnt that it only moves when many ask.",
    "and we deserve an honest answer.",
    "and it was promised to us twice already.",
    "and yes, I vote.",
];
const LAST: [&str; 10] = [
    "",
    "",
    "",
    " Thank you for organising this.",
    " Good luck!",
    " Shared with everyone I know.",
    " Please keep me posted.",
    " Best wishes from the coast.",
    " You have my support.",
    " About time.",
];
const SHORT: [&str; 30] = [
    "I agree",
    "I agree!",
    "this!",
    "This.",
    "this",
    "Yes",
    "yes!!",
    "Agreed",
    "agree 100%",
    "100%",
    "Signed",
    "signed!",
    "Thank you",
    "thank you!",
    "Thanks",
    "So important",
    "Important!",
    "Well said",
    "Support",
    "Full support",
    "❤️",
    "👏",
    "👍",
    "Please!",
    "Enough is enough",
    "About time",
    "Go!",
    "Love this",
    "For my kids",
    "Same here",
];

/// Something short that many say in the very same words.
pub fn short(dice: &mut Dice, tongue: Tongue) -> String {
    let own: &[&str] = match tongue {
        Tongue::German => {
            &["Danke!", "Genau so", "Volle Zustimmung", "Richtig so!", "Unterstütze ich", "Dafür"]
        }
        Tongue::French => {
            &["Merci", "D'accord", "Bravo", "Soutien total", "Oui !", "Merci pour cette lettre"]
        }
        Tongue::Spanish => &["Gracias", "De acuerdo", "Totalmente de acuerdo", "¡Ya!", "Apoyo", "Sí"],
        Tongue::Italian => &["Grazie", "D'accordo", "Giusto", "Concordo", "Forza!"],
        Tongue::Portuguese => &["Obrigado", "Concordo", "Apoio", "Apoiado!", "Isso!"],
        Tongue::Polish => &["Popieram", "Dziękuję", "Zgadzam się"],
        Tongue::Turkish => &["Destekliyorum", "Katılıyorum", "Teşekkürler"],
        Tongue::Russian => &["Поддерживаю", "Спасибо", "Согласен", "Согласна"],
        Tongue::Greek => &["Συμφωνώ", "Μπράβο", "Στηρίζω"],
        Tongue::Arabic => &["أوافق", "شكرا", "أدعم"],
        Tongue::Hindi => &["सहमत", "धन्यवाद", "समर्थन"],
        Tongue::Chinese | Tongue::Taiwanese => &["支持", "同意", "加油"],
        Tongue::Japanese => &["賛成です", "応援します", "同意"],
        Tongue::Korean => &["동의합니다", "응원합니다", "지지합니다"],
        _ => &SHORT,
    };
    let list = if dice.chance(0.35) { &SHORT } else { own };
    (*dice.pick_common(list)).to_owned()
}

/// What somebody says who takes the time, or nothing.
pub fn comment(dice: &mut Dice, tongue: Tongue, probability: f64) -> Option<String> {
    if !dice.chance(probability) {
        return None;
    }
    if dice.chance(0.3) {
        return Some(short(dice, tongue));
    }
    let (who, span, what) = (dice.pick(&WHO), dice.pick(&SPAN), dice.pick(&WHAT));
    let said = match dice.count(0, 3) {
        0 => format!("{who} {span}."),
        1 => format!("{who} {span} {what}{}", dice.pick(&LAST)),
        2 => format!("{who} {span} {what} {} {} {}", dice.pick(&WHO), dice.pick(&SPAN), dice.pick(&WHAT)),
        _ => format!(
            "{} {who} {span} {what}",
            dice.pick(&["Hello,", "To whom it may concern:", "Well.", "Dear all,"])
        ),
    };
    Some(if dice.chance(0.1) { said.to_lowercase() } else { said })
}
