//! Any fundraisers of a campaign.

use super::any::{by_language, optional, slugs};
use crate::campaigns::definition::{Account, Elsewhere, Fees, Fundraiser, FundraiserKind, Item, Short};
use proptest::prelude::*;
use proptest::sample::select;

pub fn fundraisers(languages: Vec<String>) -> impl Strategy<Value = Vec<Fundraiser>> {
    slugs(2).prop_flat_map(move |slugs| {
        let languages = languages.clone();
        let one = move |slug: String| {
            let words = (
                by_language(&languages, 120),
                by_language(&languages, 1_000),
                by_language(&languages, 1_000),
            );
            let kinds = (select(FundraiserKind::ALL.to_vec()), select(Short::ALL.to_vec()));
            // Any of these in multiples of ten is one that cards take.
            let money = (select(vec!["EUR", "JPY", "KWD", "UGX"]), 1..100_000_i64, any::<bool>());
            let rest = (1..31_u32, 0..2_000_i64, any::<bool>(), account());
            (words, kinds, money, items(&languages), rest).prop_map(
                move |(
                    (title, words, rule),
                    (kind, short),
                    (currency, least, fees),
                    items,
                    (days, percent, away, account),
                )| {
                    let is_keep = kind == FundraiserKind::Keep;
                    Fundraiser {
                        slug: slug.clone(),
                        currency: currency.to_owned(),
                        kind,
                        ends: "2018-09-21 20:00".to_owned(),
                        twice: None,
                        title,
                        words,
                        rule,
                        short: if is_keep { Short::Spend } else { short },
                        items,
                        presets: vec![least * 10, least * 20],
                        least: least * 10,
                        grace_days: if is_keep { 7 } else { days },
                        fees: fees.then_some(Fees { hundredths_of_percent: percent, fixed: 30 }),
                        elsewhere: (away && is_keep).then(|| Elsewhere {
                            url: "https://example.org/give".to_owned(),
                            total: fees.then(|| (least * 10, "2018-09-12".to_owned())),
                        }),
                        account: account.filter(|_| is_keep && !away),
                        monthly: fees && is_keep && !away,
                    }
                },
            )
        };
        slugs.into_iter().map(one).collect::<Vec<_>>()
    })
}

fn account() -> impl Strategy<Value = Option<Account>> {
    let iban = select(vec!["DE89370400440532013000", "GB29NWBK60161331926819"]);
    let bic = select(vec![None, Some("COBADEFF"), Some("COBADEFFXXX")]);
    prop::option::of(("[A-Za-zäé&\"][A-Za-zäé&\"]{0,68}", iban, bic).prop_map(|(name, iban, bic)| Account {
        name,
        iban: iban.to_owned(),
        bic: bic.map(str::to_owned),
    }))
}

fn items(languages: &[String]) -> impl Strategy<Value = Vec<Item>> + use<> {
    let languages = languages.to_vec();
    slugs(3).prop_flat_map(move |mut slugs| {
        if slugs.is_empty() {
            slugs.push("bus".to_owned());
        }
        let languages = languages.clone();
        let one = move |slug: String| {
            let words = (
                by_language(&languages, 160),
                optional(by_language(&languages, 160)),
                optional(by_language(&languages, 160)),
            );
            (words, 1..1_000_000_i64, 1..1_001_u32).prop_map(move |((name, place, when), price, count)| {
                Item { slug: slug.clone(), name, place, when, price: price * 10, count }
            })
        };
        slugs.into_iter().map(one).collect::<Vec<_>>()
    })
}
