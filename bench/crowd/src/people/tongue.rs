//! Lists of names for each tongue, the commonest first where the list is ours; longer and rarer ones come from `fake`.

use fake::locales::{AR_SA, DE_DE, Data, EN, FA_IR, FR_FR, IT_IT, JA_JP, NL_NL, PT_BR, PT_PT, ZH_CN, ZH_TW};
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Polish,
    Nordic,
    Turkish,
    Greek,
    Russian,
    Arabic,
    Persian,
    Hindi,
    Indian,
    Chinese,
    Taiwanese,
    Japanese,
    Korean,
    Vietnamese,
    African,
    /// Indonesia, where many have one name.
    Single,
}

/// Men's, women's and family names.
pub struct Names {
    pub men: Vec<&'static str>,
    pub women: Vec<&'static str>,
    pub family: Vec<&'static str>,
    /// Rare given names and rare family names.
    pub rare: (&'static [&'static str], &'static [&'static str]),
}

macro_rules! ours {
    ($file:literal) => {
        LazyLock::new(|| Names::read(include_str!(concat!("names/", $file, ".txt")), (&[], &[])))
    };
    ($file:literal, $rare:ty) => {
        LazyLock::new(|| {
            let rare = (<$rare>::NAME_FIRST_NAME, <$rare>::NAME_LAST_NAME);
            Names::read(include_str!(concat!("names/", $file, ".txt")), rare)
        })
    };
}

static ENGLISH: LazyLock<Names> = ours!("english", EN);
static GERMAN: LazyLock<Names> = ours!("german", DE_DE);
static SPANISH: LazyLock<Names> = ours!("spanish");
static POLISH: LazyLock<Names> = ours!("polish");
static NORDIC: LazyLock<Names> = ours!("nordic");
static TURKISH: LazyLock<Names> = ours!("turkish");
static GREEK: LazyLock<Names> = ours!("greek");
static RUSSIAN: LazyLock<Names> = ours!("russian");
static HINDI: LazyLock<Names> = ours!("hindi");
static INDIAN: LazyLock<Names> = ours!("indian");
static KOREAN: LazyLock<Names> = ours!("korean");
static VIETNAMESE: LazyLock<Names> = ours!("vietnamese");
static AFRICAN: LazyLock<Names> = ours!("african");
static SINGLE: LazyLock<Names> = ours!("single");
static FRENCH: LazyLock<Names> = LazyLock::new(Names::of::<FR_FR>);
static ITALIAN: LazyLock<Names> = ours!("italian", IT_IT);
static DUTCH: LazyLock<Names> = ours!("dutch", NL_NL);
static ARABIC: LazyLock<Names> = LazyLock::new(Names::of::<AR_SA>);
static PERSIAN: LazyLock<Names> = LazyLock::new(Names::of::<FA_IR>);
static CHINESE: LazyLock<Names> = LazyLock::new(Names::of::<ZH_CN>);
static TAIWANESE: LazyLock<Names> = LazyLock::new(Names::of::<ZH_TW>);
static JAPANESE: LazyLock<Names> = LazyLock::new(Names::of::<JA_JP>);
static PORTUGUESE: LazyLock<Names> = LazyLock::new(|| {
    let mut both = Names::of::<PT_BR>();
    both.men.extend(PT_PT::NAME_FIRST_NAME);
    both.family.extend(PT_PT::NAME_LAST_NAME);
    both
});

pub fn names(tongue: Tongue) -> &'static Names {
    match tongue {
        Tongue::English => &ENGLISH,
        Tongue::German => &GERMAN,
        Tongue::French => &FRENCH,
        Tongue::Spanish => &SPANISH,
        Tongue::Italian => &ITALIAN,
        Tongue::Portuguese => &PORTUGUESE,
        Tongue::Dutch => &DUTCH,
        Tongue::Polish => &POLISH,
        Tongue::Nordic => &NORDIC,
        Tongue::Turkish => &TURKISH,
        Tongue::Greek => &GREEK,
        Tongue::Russian => &RUSSIAN,
        Tongue::Arabic => &ARABIC,
        Tongue::Persian => &PERSIAN,
        Tongue::Hindi => &HINDI,
        Tongue::Indian => &INDIAN,
        Tongue::Chinese => &CHINESE,
        Tongue::Taiwanese => &TAIWANESE,
        Tongue::Japanese => &JAPANESE,
        Tongue::Korean => &KOREAN,
        Tongue::Vietnamese => &VIETNAMESE,
        Tongue::African => &AFRICAN,
        Tongue::Single => &SINGLE,
    }
}

impl Names {
    fn read(text: &'static str, rare: (&'static [&'static str], &'static [&'static str])) -> Self {
        let mut lists = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let mut list = || lists.next().unwrap_or_default();
        Self { men: list(), women: list(), family: list(), rare }
    }

    /// `fake` does not tell men's from women's.
    fn of<L: Data>() -> Self {
        Self {
            men: L::NAME_FIRST_NAME.to_vec(),
            women: L::NAME_FIRST_NAME.to_vec(),
            family: L::NAME_LAST_NAME.to_vec(),
            rare: (&[], &[]),
        }
    }
}

impl Tongue {
    /// Family name first, and nothing between.
    pub fn is_written_together(self) -> bool {
        matches!(self, Self::Chinese | Self::Taiwanese | Self::Korean)
    }

    pub fn has_family_name_first(self) -> bool {
        self.is_written_together() || matches!(self, Self::Vietnamese | Self::Japanese)
    }

    pub fn is_latin(self) -> bool {
        !matches!(
            self,
            Self::Greek
                | Self::Russian
                | Self::Arabic
                | Self::Persian
                | Self::Hindi
                | Self::Chinese
                | Self::Taiwanese
                | Self::Japanese
                | Self::Korean
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_names() {
        for one in [Tongue::English, Tongue::Hindi, Tongue::Single, Tongue::French, Tongue::Chinese] {
            let names = names(one);
            assert!(names.men.len() > 15 && names.women.len() > 15 && names.family.len() > 15, "{one:?}");
            assert!(names.family.iter().all(|name| !name.trim().is_empty()), "{one:?}");
        }
    }
}
