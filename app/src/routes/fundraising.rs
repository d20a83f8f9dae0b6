//! The URLs of fundraisers: the public pages, a pledge's own, the practice provider's, and the desk's.

use super::{Route, of_desk, of_desk_again, public};
use crate::accounts::guard::Rule::Members;
use crate::accounts::{FUNDRAISING, MODERATORS, ORGANISERS, OWNERS, TREASURERS};
use crate::fundraisers::{
    desk, hook_routes as hooks, practice, private_routes as own, routes as fundraisers,
};
use crate::privacy::routes as privacy;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

const FUNDRAISER: &str = "/desk/campaigns/{campaign}/fundraisers/{fundraiser}";

pub fn routes() -> Vec<Route> {
    use desk::{
        giving_up_routes as giving_up, list_routes as list, refund_routes as refunds,
        restored_routes as restored, routes as keeping, statement_routes as statements, tables,
        upload_routes as uploads, words_routes as words,
    };
    let rule = Members(TREASURERS);
    vec![
        public("/campaigns/{campaign}/fundraisers", get(fundraisers::list)),
        public("/campaigns/{campaign}/fundraisers/{fundraiser}", get(fundraisers::show)),
        public(
            "/campaigns/{campaign}/fundraisers/{fundraiser}/pledges",
            post(fundraisers::create).get(fundraisers::to_fundraiser),
        ),
        public("/campaigns/{campaign}/fundraisers/{fundraiser}/inbox", get(fundraisers::inbox)),
        public(
            "/campaigns/{campaign}/fundraisers/{fundraiser}/invoices/{invoice}",
            get(fundraisers::invoice),
        ),
        public("/pledges/{token}", get(own::show)),
        public("/pledges/{token}/payment", post(own::pay).get(own::show_onward)),
        public("/pledges/{token}/cancellation", post(own::cancel).get(own::back)),
        public("/pledges/{token}/monthly-end", post(crate::fundraisers::monthly_routes::end).get(own::back)),
        public("/pledges/{token}/shown", post(own::set_shown).get(own::back)),
        public("/pledges/{token}/gifts", get(crate::fundraisers::gifts_routes::show)),
        public("/pledges/{token}/export.json", get(privacy::get_export)),
        public("/pledges/{token}/erasure", get(privacy::ask).post(privacy::erase)),
        public("/hooks/stripe", post(hooks::stripe).layer(DefaultBodyLimit::max(hooks::MOST_BYTES))),
        public("/practice/{session}", get(practice::routes::show).post(practice::routes::press)),
        of_desk("/desk/campaigns/{campaign}/fundraisers", Members(FUNDRAISING), get(list::list)),
        of_desk("/desk/campaigns/{campaign}/fundraiser-words", Members(MODERATORS), get(words::show)),
        of_desk(
            "/desk/campaigns/{campaign}/fundraiser-words/{pledge}",
            Members(MODERATORS),
            post(words::set),
        ),
        of_desk(FUNDRAISER, rule, get(keeping::show)),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/payouts",
            rule,
            post(desk::enter_payout),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/invoices",
            rule,
            post(desk::enter_invoice).layer(DefaultBodyLimit::max(desk::MOST_SENT)),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/entries/{entry}/reversal",
            rule,
            post(desk::take_back),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements",
            rule,
            get(statements::show).post(uploads::upload).layer(DefaultBodyLimit::max(desk::MOST_SENT)),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/transfers",
            rule,
            post(statements::enter),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/transfers/{transfer}",
            rule,
            post(statements::decide),
        ),
        of_desk("/desk/campaigns/{campaign}/fundraisers/{fundraiser}/going-on", rule, post(restored::go_on)),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/refund",
            rule,
            get(refunds::ask_refund).post(refunds::refund),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/giving-up",
            rule,
            get(giving_up::ask).post(giving_up::give_up),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/monthly-end",
            rule,
            post(refunds::end_monthly),
        ),
        of_desk_again(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges.csv",
            rule,
            FUNDRAISER,
            get(tables::table),
        ),
        of_desk("/desk/campaigns/{campaign}/fundraisers/{fundraiser}/ledger.csv", rule, get(tables::ledger)),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/ledger.journal",
            rule,
            get(tables::journal),
        ),
    ]
    .into_iter()
    .chain(form_routes())
    .collect()
}

/// The desk's form of a fundraiser. Where its money goes, and that it is taken off, is asked of somebody who has just
/// proved to be there.
fn form_routes() -> Vec<Route> {
    use desk::form::{MOST_BYTES, account_routes as account, removal_routes as removal, routes as form};
    const ACCOUNT: &str = "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/account";
    const REMOVAL: &str = "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/removal";
    let (rule, most) = (Members(ORGANISERS), DefaultBodyLimit::max(MOST_BYTES));
    vec![
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/new",
            rule,
            get(form::show_new).post(form::create).layer(most),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/fundraisers/{fundraiser}/words",
            rule,
            get(form::show_words).post(form::save_words).layer(most),
        ),
        of_desk_again(ACCOUNT, Members(OWNERS), ACCOUNT, get(account::show).post(account::save)),
        of_desk_again(REMOVAL, rule, REMOVAL, get(removal::ask).post(removal::remove)),
    ]
}
