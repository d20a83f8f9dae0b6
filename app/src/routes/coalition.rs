//! The URLs of partners: their public pages, the group's at the desk, and their own.

use super::{Route, of_desk, of_desk_again, public};
use crate::accounts::ORGANISERS;
use crate::accounts::guard::Rule;
use crate::partners::{
    desk_routes as desk, form_routes as form, key_routes as key, own_routes as own, routes as pages, seats,
};
use axum::routing::{get, post};

const ONE: &str = "/desk/campaigns/{campaign}/partners/{partner}";
const OWN: &str = "/desk/partnerships/{partnership}";

pub fn routes() -> Vec<Route> {
    let rule = Rule::Members(ORGANISERS);
    vec![
        public("/campaigns/{campaign}/partners/{partner}", get(pages::show)),
        public("/campaigns/{campaign}/partners/{partner}/privacy", get(pages::show_privacy)),
        of_desk("/desk/campaigns/{campaign}/partners", rule, get(desk::show)),
        of_desk("/desk/campaigns/{campaign}/partners/new", rule, get(form::show_new).post(form::create)),
        of_desk(ONE, rule, get(desk::show_one)),
        of_desk(
            "/desk/campaigns/{campaign}/partners/{partner}/words",
            rule,
            get(form::show_words).post(form::save_words),
        ),
        of_desk_again(
            "/desk/campaigns/{campaign}/partners/{partner}/invitations",
            rule,
            ONE,
            post(desk::invite),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/partners/{partner}/invitations/{invitation}/withdrawal",
            rule,
            post(seats::withdraw_at_desk),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/partners/{partner}/seats/{seat}/removal",
            rule,
            post(seats::remove_at_desk),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/partners/{partner}/end",
            rule,
            get(desk::before_end).post(desk::end),
        ),
        of_desk(OWN, Rule::Partner, get(own::show)),
        of_desk("/desk/partnerships/{partnership}/acceptance", Rule::Partner, post(own::accept)),
        of_desk_again("/desk/partnerships/{partnership}/key", Rule::Partner, OWN, post(key::set)),
        of_desk_again("/desk/partnerships/{partnership}/exports", Rule::Partner, OWN, post(own::ask)),
        of_desk_again(
            "/desk/partnerships/{partnership}/exports/{export}",
            Rule::Partner,
            OWN,
            get(own::take),
        ),
        of_desk(
            "/desk/partnerships/{partnership}/invitations/{invitation}/withdrawal",
            Rule::Partner,
            post(seats::withdraw_own),
        ),
        of_desk(
            "/desk/partnerships/{partnership}/seats/{seat}/removal",
            Rule::Partner,
            post(seats::remove_own),
        ),
        of_desk("/desk/partnerships/{partnership}/end", Rule::Partner, get(own::before_end).post(own::end)),
    ]
}
