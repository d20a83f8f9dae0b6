//! What is counted beside the signatures, counted again from them.

use super::Findings;
use crate::signatures::store;
use broadside_db::{Connection, Result};

pub async fn look(c: &mut Connection, findings: &mut Findings) -> Result<()> {
    let tallies = store::tallies_that_disagree(c).await?;
    for one in &tallies {
        findings
            .wrong("doctor-tally-disagrees")
            .with("letter", &one.letter)
            .with("version", &one.version)
            .with("relation", &one.relation)
            .with("source", &one.source)
            .with("node", &one.node)
            .with("tallied", &one.tallied)
            .with("counted", &one.counted);
    }
    let glances = store::glances_that_disagree(c).await?;
    for one in &glances {
        findings
            .wrong(if one.by_hour { "doctor-hours-disagree" } else { "doctor-origins-disagree" })
            .with("campaign", &one.campaign)
            .with("tallied", &one.tallied)
            .with("counted", &one.counted);
    }
    if tallies.is_empty() && glances.is_empty() {
        findings.well("doctor-counts-agree");
    }
    Ok(())
}
