//! The URLs of events: the public pages, an RSVP's own, the desk and the door.

use super::{Route, of_desk, of_desk_again, public};
use crate::accounts::guard::Rule::Members;
use crate::accounts::{MODERATORS, ORGANISERS};
use crate::events::{
    calendar_routes as files, desk_form_routes as form, desk_routes as desk, door_routes as door,
    private_routes as own, routes as events,
};
use crate::privacy::routes as privacy;
use axum::routing::{get, post};

const EVENTS: &str = "/desk/campaigns/{campaign}/events";
const EVENT: &str = "/desk/campaigns/{campaign}/events/{event}";

pub fn routes() -> Vec<Route> {
    vec![
        public("/campaigns/{campaign}/events", get(events::list)),
        public("/campaigns/{campaign}/events.ics", get(files::feed)),
        public("/campaigns/{campaign}/events/{event}", get(events::show)),
        public("/campaigns/{campaign}/events/{event}/event.ics", get(files::event_file)),
        public("/campaigns/{campaign}/events/{event}/rsvps", post(events::create).get(events::to_event)),
        public("/campaigns/{campaign}/events/{event}/inbox", get(events::inbox)),
        public("/rsvps/{token}", get(own::show)),
        public("/rsvps/{token}/confirmation", post(own::confirm).get(own::back)),
        public("/rsvps/{token}/acceptance", post(own::accept).get(own::back)),
        public("/rsvps/{token}/words", post(own::correct).get(own::back)),
        public("/rsvps/{token}/cancellation", post(own::cancel).get(own::back)),
        public("/rsvps/{token}/event.ics", get(files::own_file)),
        public("/rsvps/{token}/export.json", get(privacy::get_export)),
        public("/rsvps/{token}/erasure", get(privacy::ask).post(privacy::erase)),
        of_desk(EVENTS, Members(MODERATORS), get(desk::list)),
        of_desk(
            "/desk/campaigns/{campaign}/events/new",
            Members(ORGANISERS),
            get(form::show_new).post(form::create),
        ),
        of_desk(EVENT, Members(MODERATORS), get(desk::show)),
        of_desk(
            "/desk/campaigns/{campaign}/events/{event}/words",
            Members(ORGANISERS),
            get(form::show_words).post(form::save_words),
        ),
        of_desk("/desk/campaigns/{campaign}/events/{event}/removal", Members(ORGANISERS), post(form::remove)),
        of_desk_again(
            "/desk/campaigns/{campaign}/events/{event}/rsvps.csv",
            Members(ORGANISERS),
            EVENT,
            get(desk::table),
        ),
        of_desk("/desk/campaigns/{campaign}/events/{event}/sheet", Members(MODERATORS), get(desk::sheet)),
        of_desk("/desk/campaigns/{campaign}/events/{event}/door", Members(MODERATORS), get(door::show)),
        of_desk(
            "/desk/campaigns/{campaign}/events/{event}/door-worker.js",
            Members(MODERATORS),
            get(door::worker),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/events/{event}/arrivals",
            Members(MODERATORS),
            post(door::take).layer(super::a_list()),
        ),
    ]
}
