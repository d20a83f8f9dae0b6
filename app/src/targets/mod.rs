//! Targets at the desk: a pasted list of speakers looked at before it is taken over, a target marked as
//! answered or acted, a target taken away. What is saved here passes the rules of `campaign check`.

pub mod mark_routes;
mod marking;
pub mod pages;
pub mod routes;
mod saving;
mod store;
mod words;

use crate::campaigns::definition::{Definition, Target};
use crate::campaigns::files::speakers;
use crate::campaigns::files::{self, Fault};

/// What faults call a list that was pasted.
const LIST: &str = "list";

/// What a list would do to a campaign's targets.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    pub new: Vec<Target>,
    /// As they stand, and as they would.
    pub changed: Vec<(Target, Target)>,
    /// How many of the list stand already as it says.
    pub same: usize,
    /// All targets as they would be.
    pub targets: Vec<Target>,
}

impl Plan {
    /// Every fault of the list; of what hangs on the targets where the list itself is in order.
    pub fn of(list: &str, definition: &Definition) -> Result<Self, Vec<Fault>> {
        let said = speakers::read(LIST, list, definition)?;
        let mut plan = Self { targets: definition.targets.clone(), ..Self::default() };
        for (standing, said) in said.known {
            let updated = updated(&standing, said);
            if updated == standing {
                plan.same += 1;
                continue;
            }
            if let Some(place) = plan.targets.iter_mut().find(|one| one.slug == standing.slug) {
                place.clone_from(&updated);
            }
            plan.changed.push((standing, updated));
        }
        plan.targets.extend(said.new.iter().cloned());
        plan.new = said.new;
        check(definition, &plan.targets)?;
        Ok(plan)
    }

    pub fn changes_nothing(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }

    /// Slugs, for the record.
    pub fn slugs(&self) -> (String, String) {
        let joined = |slugs: Vec<&str>| slugs.join(", ");
        (
            joined(self.new.iter().map(|target| target.slug.as_str()).collect()),
            joined(self.changed.iter().map(|(_, target)| target.slug.as_str()).collect()),
        )
    }
}

/// What `campaign check` would say of the campaign with these targets.
pub fn check(definition: &Definition, targets: &[Target]) -> Result<(), Vec<Fault>> {
    let faults = files::faults_of_targets(&Definition { targets: targets.to_vec(), ..definition.clone() });
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// A target with what a list says of it; what the list leaves empty stays. Who stands for several has
/// nothing that a list could change.
fn updated(standing: &Target, said: Target) -> Target {
    let mut target = standing.clone();
    if target.together.is_empty() {
        target.handles.extend(said.handles);
        target.email = said.email.or(target.email);
        target.phone = said.phone.or(target.phone);
        target.session = said.session.or(target.session);
    }
    target
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaigns::files::Wrong;
    use crate::networks::Excess;

    fn reference() -> Definition {
        files::read(&crate::stories::checkout().join("campaigns/dropsalesforce")).unwrap()
    }

    #[test]
    fn a_list_adds_changes_and_leaves_alone() {
        let definition = reference();
        let list = "name,x,session\nNew Speaker,@new,2018-09-26 10:00\nAl Gore,,2018-09-26 14:00\nAdrian Grenier,@adriangrenier,\n";
        let plan = Plan::of(list, &definition).unwrap();
        assert_eq!(plan.slugs(), ("new-speaker".to_owned(), "al-gore".to_owned()));
        assert_eq!(plan.same, 1);
        let gore = plan.targets.iter().find(|one| one.slug == "al-gore").unwrap();
        assert_eq!(gore.session.as_deref(), Some("2018-09-26 14:00"));
        assert_eq!(gore.handles["x"], "@algore", "an empty cell takes nothing away");
        assert_eq!(plan.targets.len(), definition.targets.len() + 1);
        let again = Plan::of(list, &Definition { targets: plan.targets, ..definition }).unwrap();
        assert!(again.changes_nothing());
        assert_eq!(again.same, 3);
    }

    #[test]
    fn a_name_that_makes_a_post_too_long_is_a_fault_with_its_count_target_and_language() {
        let name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3);
        let faults = Plan::of(&format!("name\n{name}\n"), &reference()).unwrap_err();
        let too_long = faults.iter().find_map(|fault| match fault.wrong.as_deref()? {
            Wrong::PostTooLong { length, excess: Excess::Count { most }, called, language, .. } => {
                Some((length, most, called, language))
            }
            _ => None,
        });
        let (length, most, called, language) = too_long.expect("a post that does not fit");
        assert!(length > most && called.as_str() == name.trim() && !language.is_empty());
    }

    #[test]
    fn who_stands_for_several_is_left_alone() {
        let plan = Plan::of("name,x\nAl Gore and Adrian Grenier and will.i.am,@three\n", &reference());
        assert!(plan.is_ok());
        let definition = reference();
        let three = definition.targets.iter().find(|one| !one.together.is_empty()).unwrap();
        let plan = Plan::of(&format!("name,x\n\"{}\",@three\n", three.name["en"]), &definition).unwrap();
        assert!(plan.changes_nothing());
    }
}
