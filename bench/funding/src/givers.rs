//! Who pledges: each is a customer of the provider's with a card, and a pledge in the database as the program leaves it
//! once a card is saved. How the card behaves decides how the pledge must end.

use crate::Failure;
use broadside_db::{Db, Insert, Kind, Lane, Value, query};
use broadside_durable::dice::Dice;
use broadside_payments_proxy::Proxy;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::task::JoinSet;

/// How a card behaves when it is charged while its holder is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    Good,
    Declined,
    /// It wants its holder, who is not there.
    WantsHolder,
}

impl Card {
    /// One in ten is no good.
    fn drawn(dice: &mut Dice) -> Self {
        match dice.below(20) {
            0 => Self::Declined,
            1 => Self::WantsHolder,
            _ => Self::Good,
        }
    }

    /// The button of the provider's page.
    fn button(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Declined => "fails-later",
            Self::WantsHolder => "wants-holder",
        }
    }
}

#[derive(Clone, Debug)]
pub struct Giver {
    /// Of the pledge, once there is one.
    pub pledge: i64,
    number: u64,
    pub card: Card,
    /// In cents.
    pub amount: i64,
    /// As the provider calls them.
    pub payer: String,
    pub method: String,
}

/// So many are made at the provider beside each other.
const AT_ONCE: usize = 8;

/// Everybody at the provider, without a pledge.
pub async fn save(proxy: &Arc<Proxy>, seed: u64, wanted: u64) -> Result<Vec<Giver>, Failure> {
    let mut under_way = JoinSet::new();
    for first in (1..=wanted).take(AT_ONCE) {
        let proxy = proxy.clone();
        under_way.spawn(async move {
            let mut made = Vec::new();
            for number in (first..=wanted).step_by(AT_ONCE) {
                let mut dice = Dice::of(seed, number);
                let card = Card::drawn(&mut dice);
                let amount = 500 + i64::try_from(dice.below(20_000))?;
                let (payer, method) = proxy.save(&email(number), card.button()).await?;
                made.push(Giver { pledge: 0, number, card, amount, payer, method });
            }
            Ok::<_, Failure>(made)
        });
    }
    let mut all = Vec::new();
    while let Some(made) = under_way.join_next().await {
        all.extend(made??);
    }
    all.sort_by_key(|giver| giver.number);
    Ok(all)
}

fn email(number: u64) -> String {
    format!("giver-{number}@example.org")
}

static PLEDGES: Insert = Insert::new(
    "pledge",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("fundraiser_id", Kind::I64),
        ("language", Kind::Text),
        ("address_key", Kind::Bytes),
        ("email", Kind::Text),
        ("name", Kind::Text),
        ("organisation", Kind::Text),
        ("memory", Kind::Text),
        ("words", Kind::Text),
        ("is_named", Kind::Bool),
        ("is_amount_shown", Kind::Bool),
        ("amount", Kind::I64),
        ("fees", Kind::I64),
        ("state", Kind::Text),
        ("provider", Kind::Text),
        ("payer", Kind::Text),
        ("method", Kind::Text),
        ("looks", Kind::I64),
        ("charges", Kind::I64),
        ("created_at", Kind::I64),
        ("promised_at", Kind::I64),
        ("changed_at", Kind::I64),
    ],
    "",
);

/// What everybody pledges to: group, campaign and fundraiser.
type Fundraiser = (i64, i64, i64);

/// Their pledges, made at a moment in microseconds UTC.
pub async fn pledge(db: &Db, givers: &mut [Giver], at: i64) -> Result<(), Failure> {
    let mut c = db.read().await?;
    let fundraiser = query("select group_id, campaign_id, id from fundraiser where slug = 'buses'")
        .one(&mut c, |row| Ok((row.get("group_id")?, row.get("campaign_id")?, row.get("id")?)))
        .await?;
    drop(c);
    for some in givers.chunks(Insert::MOST) {
        let some: Arc<[Giver]> = some.into();
        let rows = move || some.iter().map(|giver| row(giver, fundraiser, at)).collect();
        db.append(Lane::Ordinary, &PLEDGES, rows).await?;
    }
    let mut c = db.read().await?;
    let numbers: HashMap<String, i64> = query("select id, payer from pledge where payer is not null")
        .all(&mut c, |row| Ok((row.get("payer")?, row.get("id")?)))
        .await?
        .into_iter()
        .collect();
    for giver in givers {
        giver.pledge = *numbers.get(&giver.payer).ok_or("a pledge that is not there")?;
    }
    Ok(())
}

fn row(giver: &Giver, (group, campaign, fundraiser): Fundraiser, at: i64) -> Vec<Value> {
    let mut address_key = [0; 32];
    address_key[..8].copy_from_slice(&giver.number.to_be_bytes());
    vec![
        group.into(),
        campaign.into(),
        fundraiser.into(),
        "en".into(),
        address_key.as_slice().into(),
        email(giver.number).as_str().into(),
        format!("Giver {}", giver.number).as_str().into(),
        "".into(),
        "".into(),
        "".into(),
        false.into(),
        false.into(),
        giver.amount.into(),
        0_i64.into(),
        "pledged".into(),
        "stripe".into(),
        giver.payer.as_str().into(),
        giver.method.as_str().into(),
        0_i64.into(),
        0_i64.into(),
        at.into(),
        at.into(),
        at.into(),
    ]
}
