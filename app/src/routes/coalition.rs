//! The URLs of partners: their public pages, the group's at the desk, and their own.

use super::{Route, of_desk, of_desk_again, public};
use crate::accounts::ORGANISERS;
use crate::accounts::guard::Rule;
use crate::partners::{
    desk_routes as desk, form_routes as form, key_routes as key, own_routes as own, routes as pages,
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
        of_desk("/desk/campaigns/{campaign}/partners/{partner}/end", rule, post(desk::end)),
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
        of_desk("/desk/partnerships/{partnership}/end", Rule::Partner, post(own::end)),
    ]
}
