//! What the press is told, as `campaign.toml` holds it.

use super::checks::Rule;
use super::table::Table;
use super::toml_text::Toml;
use crate::campaigns::definition::{Press, ReplyPlace};

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
