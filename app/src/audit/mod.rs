//! The record of what was changed in the desk: who, when, what, before and after. Entries are added and
//! never changed; personal fields are named in them, their values never stand there.

pub mod store;

use crate::error::Result;
use crate::state::App;
use broadside_db::{BoxFuture, Connection, Lane};
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// One change, as it will be recorded.
#[derive(Clone, Debug)]
pub struct Change {
    pub group: Option<i64>,
    /// Who did it; nobody where the command line did.
    pub account: Option<i64>,
    pub action: &'static str,
    /// What it was done to: `membership 12`, `campaign dropsalesforce`. Never a person's name or address.
    pub object: String,
    before: Map<String, Value>,
    after: Map<String, Value>,
}

/// Records a change that stands alone; what belongs to a transaction is recorded in it.
pub async fn note(app: &App, change: Change) -> Result<()> {
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move { store::record(c, &change, now).await })
        })
        .await?;
    Ok(())
}

/// Does something with what it is given, and records it in the same transaction where anything was done.
pub async fn doing<W, D>(app: &App, change: Change, with: W, deed: D) -> Result<bool>
where
    W: Send + Sync + 'static,
    D: for<'t> Fn(&'t mut Connection, &'t W, i64) -> BoxFuture<'t, broadside_db::Result<bool>>
        + Send
        + Sync
        + 'static,
{
    let (now, work) = (app.clock.now(), Arc::new((with, change, deed)));
    let done = app.db.write(Lane::Ordinary, move |c| {
        let work = work.clone();
        Box::pin(async move {
            let (with, change, deed) = &*work;
            let done = deed(c, with, now).await?;
            if done {
                store::record(c, change, now).await?;
            }
            Ok(done)
        })
    });
    Ok(done.await?)
}

/// Every action there is, for the filter and its texts.
pub const ACTIONS: &[(&str, &str)] = &[
    ("account-made", "audit-action-account-made"),
    ("account-deactivated", "audit-action-account-deactivated"),
    ("operator-made", "audit-action-operator-made"),
    ("account-erased", "audit-action-account-erased"),
    ("account-changed", "audit-action-account-changed"),
    ("password-changed", "audit-action-password-changed"),
    ("second-step-added", "audit-action-second-step-added"),
    ("second-step-removed", "audit-action-second-step-removed"),
    ("second-step-asked", "audit-action-second-step-asked"),
    ("recovery-codes-made", "audit-action-recovery-codes-made"),
    ("passkey-added", "audit-action-passkey-added"),
    ("passkey-removed", "audit-action-passkey-removed"),
    ("passkey-doubted", "audit-action-passkey-doubted"),
    ("signed-in", "audit-action-signed-in"),
    ("signed-out", "audit-action-signed-out"),
    ("session-ended", "audit-action-session-ended"),
    ("group-made", "audit-action-group-made"),
    ("invited", "audit-action-invited"),
    ("invitation-withdrawn", "audit-action-invitation-withdrawn"),
    ("joined", "audit-action-joined"),
    ("role-changed", "audit-action-role-changed"),
    ("member-suspended", "audit-action-member-suspended"),
    ("member-let-in", "audit-action-member-let-in"),
    ("member-removed", "audit-action-member-removed"),
    ("left", "audit-action-left"),
    ("exported", "audit-action-exported"),
    ("export-asked", "audit-action-export-asked"),
    ("task-cancelled", "audit-action-task-cancelled"),
    ("version-changed", "audit-action-version-changed"),
    ("weights-changed", "audit-action-weights-changed"),
    ("venue-added", "audit-action-venue-added"),
    ("venue-removed", "audit-action-venue-removed"),
    ("retention-changed", "audit-action-retention-changed"),
    ("speakers-listed", "audit-action-speakers-listed"),
    ("target-marked", "audit-action-target-marked"),
    ("target-removed", "audit-action-target-removed"),
    ("filter-kept", "audit-action-filter-kept"),
    ("filter-removed", "audit-action-filter-removed"),
    ("list-changed", "audit-action-list-changed"),
    ("list-change-cancelled", "audit-action-list-change-cancelled"),
    ("list-change-undone", "audit-action-list-change-undone"),
    ("mail-tried-again", "audit-action-mail-tried-again"),
    ("mail-dropped", "audit-action-mail-dropped"),
    ("endorsement-approved", "audit-action-endorsement-approved"),
    ("endorsement-refused", "audit-action-endorsement-refused"),
    ("endorsement-ended", "audit-action-endorsement-ended"),
    ("endorsement-entered", "audit-action-endorsement-entered"),
    ("event-made", "audit-action-event-made"),
    ("event-changed", "audit-action-event-changed"),
    ("event-removed", "audit-action-event-removed"),
    ("rsvps-exported", "audit-action-rsvps-exported"),
    ("statement-entered", "audit-action-statement-entered"),
    ("statement-corrected", "audit-action-statement-corrected"),
    ("statement-removed", "audit-action-statement-removed"),
    ("statement-hidden", "audit-action-statement-hidden"),
    ("statement-shown", "audit-action-statement-shown"),
    ("statement-linked", "audit-action-statement-linked"),
    ("statement-link-ended", "audit-action-statement-link-ended"),
    ("partner-made", "audit-action-partner-made"),
    ("partner-changed", "audit-action-partner-changed"),
    ("partner-invited", "audit-action-partner-invited"),
    ("partner-joined", "audit-action-partner-joined"),
    ("partner-accepted", "audit-action-partner-accepted"),
    ("partner-seat-removed", "audit-action-partner-seat-removed"),
    ("partner-invitation-withdrawn", "audit-action-partner-invitation-withdrawn"),
    ("partner-read", "audit-action-partner-read"),
    ("partner-ended", "audit-action-partner-ended"),
    ("partner-export-asked", "audit-action-partner-export-asked"),
    ("partner-exported", "audit-action-partner-exported"),
    ("delivery-asked", "audit-action-delivery-asked"),
    ("delivery-taken", "audit-action-delivery-taken"),
    ("delivery-told", "audit-action-delivery-told"),
    ("delivery-taken-back", "audit-action-delivery-taken-back"),
    ("goal-made", "audit-action-goal-made"),
    ("goal-changed", "audit-action-goal-changed"),
    ("goal-removed", "audit-action-goal-removed"),
    ("goal-reached", "audit-action-goal-reached"),
    ("fundraiser-made", "audit-action-fundraiser-made"),
    ("fundraiser-changed", "audit-action-fundraiser-changed"),
    ("fundraiser-redirected", "audit-action-fundraiser-redirected"),
    ("fundraiser-removed", "audit-action-fundraiser-removed"),
    ("fundraiser-ended", "audit-action-fundraiser-ended"),
    ("fundraiser-settled", "audit-action-fundraiser-settled"),
    ("ledger-entered", "audit-action-ledger-entered"),
    ("ledger-taken-back", "audit-action-ledger-taken-back"),
    ("recurrence-ended", "audit-action-recurrence-ended"),
    ("pledge-refunded", "audit-action-pledge-refunded"),
    ("pledge-given-up", "audit-action-pledge-given-up"),
    ("fundraiser-gone-on", "audit-action-fundraiser-gone-on"),
    ("pledge-hidden", "audit-action-pledge-hidden"),
    ("pledge-shown", "audit-action-pledge-shown"),
    ("statement-read", "audit-action-statement-read"),
    ("transfer-assigned", "audit-action-transfer-assigned"),
    ("transfer-entered", "audit-action-transfer-entered"),
    ("transfer-left", "audit-action-transfer-left"),
    ("transfer-reversed", "audit-action-transfer-reversed"),
    ("pledges-exported", "audit-action-pledges-exported"),
    ("instance-changed", "audit-action-instance-changed"),
    ("campaign-made", "audit-action-campaign-made"),
    ("campaign-changed", "audit-action-campaign-changed"),
];

impl Change {
    pub fn of(action: &'static str, object: impl Into<String>) -> Self {
        Self {
            group: None,
            account: None,
            action,
            object: object.into(),
            before: Map::new(),
            after: Map::new(),
        }
    }

    pub fn by(mut self, account: impl Into<Option<i64>>) -> Self {
        self.account = account.into();
        self
    }

    pub fn in_group(mut self, group: impl Into<Option<i64>>) -> Self {
        self.group = group.into();
        self
    }

    /// A field that says nothing of a person, with both its values.
    pub fn field(mut self, name: &str, before: Option<&str>, after: Option<&str>) -> Self {
        if let Some(before) = before {
            self.before.insert(name.to_owned(), json!(before));
        }
        if let Some(after) = after {
            self.after.insert(name.to_owned(), json!(after));
        }
        self
    }

    /// Fields of a form that say nothing of a person: those that differ, with both their values.
    pub fn differing(self, before: &HashMap<String, String>, after: &HashMap<String, String>) -> Self {
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let differing = names.into_iter().filter(|name| before.get(*name) != after.get(*name));
        differing.fold(self, |change, name| {
            let of = |fields: &'_ HashMap<String, String>| fields.get(name).cloned();
            change.field(name, of(before).as_deref(), of(after).as_deref())
        })
    }

    /// Fields that say something of a person: by name alone.
    pub fn personal(mut self, names: &[&str]) -> Self {
        if !names.is_empty() {
            self.after.insert("personal".to_owned(), json!(names));
        }
        self
    }

    /// Whether it names nothing that differs.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    fn before(&self) -> String {
        Value::Object(self.before.clone()).to_string()
    }

    fn after(&self) -> String {
        Value::Object(self.after.clone()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_form_what_differs_stands_in_it_alone() {
        let form = |fields: &[(&str, &str)]| {
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let before = form(&[("name", "Ada"), ("website", "https://a.example")]);
        let change = Change::of("partner-changed", "partner ada")
            .differing(&before, &form(&[("name", "Ada"), ("logo", "a.png")]));
        assert_eq!(change.before(), r#"{"website":"https://a.example"}"#);
        assert_eq!(change.after(), r#"{"logo":"a.png"}"#);
    }

    #[test]
    fn a_personal_field_is_named_and_never_valued() {
        let change = Change::of("role-changed", "membership 3")
            .field("role", Some("viewer"), Some("owner"))
            .personal(&["name", "email"]);
        assert_eq!(change.before(), r#"{"role":"viewer"}"#);
        assert_eq!(change.after(), r#"{"personal":["name","email"],"role":"owner"}"#);
    }
}
