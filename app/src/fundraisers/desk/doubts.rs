//! What does not agree with what the provider says, in words, and what can be done about it.

use super::pages::DoubtRow;
use super::routes::{Seen, reference};
use crate::accounts::guard::CampaignMember;
use crate::fundraisers::Pledge;
use crate::fundraisers::doubt::Doubt;
use crate::web::i18n::Say;

pub fn row(member: &CampaignMember, seen: &Seen, say: &Say, one: &Pledge) -> DoubtRow {
    let give_up = format!("{}/pledges/{}/giving-up", seen.path(member), one.id);
    DoubtRow {
        which: reference(one),
        what: one.doubt.as_ref().map(|doubt| words(say, doubt)).unwrap_or_default(),
        give_up: one.refused().map(|_| member.here.at(&give_up)),
    }
}

fn words(say: &Say, doubt: &Doubt) -> String {
    match doubt {
        Doubt::UnknownThere => say.text("fundraisers-doubt-unknown"),
        Doubt::LessRefunded => say.text("fundraisers-doubt-less-refunded"),
        Doubt::Refused(why) => say.with("fundraisers-doubt-refused", &[("words", why)]),
        Doubt::GivenUp(why) => say.with("fundraisers-doubt-given-up", &[("words", why)]),
        Doubt::NotArrived(payment) => say.with("fundraisers-doubt-not-arrived", &[("payment", payment)]),
        Doubt::Unanswered(why) => say.with("fundraisers-doubt-unanswered", &[("words", why)]),
        Doubt::Stray(payment) => say.with("fundraisers-doubt-stray", &[("payment", payment)]),
    }
}
