//! What the press is told, as `campaign.toml` holds it.

use super::checks::Rule;
use super::table::Table;
use super::toml_text::Toml;
use crate::campaigns::clocks::{self, Unclear};
use crate::campaigns::definition::{Press, ReplyPlace, moment_in_zone};

pub fn read(top: &Table) -> Press {
    let Some(table) = top.table("press", "write a heading [press]") else { return Press::default() };
    let text = |key, rule| table.optional_text(key, rule).map(|found| found.text);
    let press = Press {
        contact_name: text("contact_name", Rule::Words(120)),
        contact_mail: text("contact_mail", Rule::Address),
        contact_phone: text("contact_phone", Rule::Phone),
        reply_place: table.choice("reply_place", &ReplyPlace::ALL.map(|place| (place.word(), place)), false),
        embargo_until: text("embargo_until", Rule::Moment),
    };
    table.finish();
    press
}

/// A day, a time of it and a time zone.
pub fn moment(text: &str) -> Result<(), String> {
    moment_in_zone(text).map_or_else(|| Err(no_moment(text)), |_| Ok(()))
}

fn no_moment(text: &str) -> String {
    let (time, zone) = text.rsplit_once(' ').unwrap_or((text, ""));
    match clocks::moment(time, zone, None) {
        Err(Unclear::Skipped { then }) => format!(
            "is “{text}”, but clocks in {zone} are put forward over that time, so that it never is; write \"{then} {zone}\", or an earlier time"
        ),
        Err(Unclear::Twice { .. }) => format!(
            "is “{text}”, which clocks in {zone} show twice that day, as they are put back; write a time before that hour or behind it"
        ),
        Ok(_) | Err(Unclear::Unreadable) => format!(
            "is “{text}”, which is no time with its zone; write it as \"2018-09-25 14:00 Europe/Madrid\""
        ),
    }
}

pub fn write(press: &Press, toml: &mut Toml) {
    if press.is_empty() {
        return;
    }
    toml.heading("[press]");
    toml.optional("contact_name", press.contact_name.as_ref());
    toml.optional("contact_mail", press.contact_mail.as_ref());
    toml.optional("contact_phone", press.contact_phone.as_ref());
    toml.noted("reply_place", press.reply_place.word(), "top, with_letter or press_only");
    toml.optional("embargo_until", press.embargo_until.as_ref());
}

#[cfg(test)]
mod tests {
    use super::no_moment;

    #[test]
    fn an_hour_that_clocks_skip_or_show_twice_is_no_slip_of_the_pen() {
        let skipped = no_moment("2019-03-10 02:30 America/Los_Angeles");
        assert!(
            skipped.contains("put forward") && skipped.contains("\"2019-03-10 03:30 America/Los_Angeles\""),
            "{skipped}"
        );
        let twice = no_moment("2018-11-04 01:30 America/Los_Angeles");
        assert!(twice.contains("show twice that day"), "{twice}");
        for wrong in ["2018-09-25 14:00", "2018-09-25 14:00 Nowhere", "soon"] {
            assert!(no_moment(wrong).contains("no time with its zone"), "{wrong}");
        }
    }
}
