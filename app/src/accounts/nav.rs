//! The line under the masthead of every page of the desk: where this person can go.

use super::guard::Here;
use super::{ORGANISERS, Role};
use crate::state::App;
use crate::web::desk::{Entry, Nav, Section};
use crate::web::i18n::Language;
use crate::web::layout::{Frame, Named, Translation};
use crate::web::surroundings;

/// `current` is the path of the page that is shown; nothing where it stands in no list.
pub fn nav(here: &Here, current: &str) -> Nav {
    let say = here.language.say();
    let entry = |key: &str, path: String| Entry {
        name: say.text(key),
        current: path == current,
        url: here.at(&path),
    };
    let mut places = vec![entry("desk-nav-home", "/desk".to_owned())];
    if here.account.operates {
        places.push(entry("desk-nav-setup", "/desk/setup".to_owned()));
        places.push(entry("desk-nav-status", "/desk/status".to_owned()));
    }
    let groups = here.places.iter().filter(|place| place.campaign.is_none()).map(|place| {
        let group = &place.group;
        let mut places = vec![entry("desk-nav-members", format!("/desk/groups/{}/members", group.slug))];
        if ORGANISERS.contains(&place.role) {
            places.push(entry("desk-nav-people", format!("/desk/groups/{}/people", group.slug)));
            places.push(entry("desk-nav-audit", format!("/desk/groups/{}/audit", group.slug)));
            places
                .push(entry("desk-nav-personal-data", format!("/desk/groups/{}/personal-data", group.slug)));
        }
        places.push(entry("desk-nav-tasks", format!("/desk/groups/{}/tasks", group.slug)));
        Section { name: group.name.clone(), places }
    });
    Nav {
        places,
        groups: groups.collect(),
        person: Named { name: here.account.name.clone(), url: here.at("/desk/account") },
        sign_out: here.at("/desk/session/end"),
    }
}

/// The house's frame in the language of who sits here, with this page in the others.
pub fn frame(app: &App, here: &Here, path: &str) -> Frame {
    let mut frame = surroundings::frame(app, here.language);
    frame.further_stylesheet = Some(app.assets.desk_stylesheet.clone());
    let joint = if path.contains('?') { '&' } else { '?' };
    frame.languages = Language::ALL
        .into_iter()
        .filter(|other| *other != here.language)
        .map(|other| Translation { language: other, url: format!("{path}{joint}lang={}", other.tag()) })
        .collect();
    frame
}

/// A role's name in a language.
pub fn role_name(here: &Here, role: Role) -> String {
    here.language.say().text(role.text_key())
}
