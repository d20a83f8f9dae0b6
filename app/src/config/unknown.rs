//! Variables that look like settings and are none.

use super::Given;
use clap::Args as _;

/// Read elsewhere: by the log and by the tests.
const READ_ELSEWHERE: [&str; 6] = [
    "BROADSIDE_LOG",
    "BROADSIDE_LOG_FORMAT",
    "BROADSIDE_TEST_POSTGRES_URL",
    "BROADSIDE_CHROMIUM",
    "BROADSIDE_GALLERY",
    "BROADSIDE_PROGRAM",
];

/// A variable that nothing reads, and the setting whose name is most like its own.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    pub name: String,
    pub nearest: String,
}

pub fn unknown_variables() -> Vec<Unknown> {
    among(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()))
}

fn among(names: impl Iterator<Item = String>) -> Vec<Unknown> {
    let command = Given::augment_args(clap::Command::default());
    let settings: Vec<&str> =
        command.get_arguments().filter_map(|argument| argument.get_env()?.to_str()).collect();
    let is_known = |name: &str| settings.contains(&name) || READ_ELSEWHERE.contains(&name);
    let mut unknown: Vec<Unknown> = names
        .filter(|name| name.starts_with("BROADSIDE_") && !is_known(name))
        .filter_map(|name| {
            let nearest = settings.iter().min_by_key(|setting| distance(&name, setting))?;
            Some(Unknown { nearest: (*nearest).to_owned(), name })
        })
        .collect();
    unknown.sort_by(|one, other| one.name.cmp(&other.name));
    unknown
}

/// How many bytes must be put in, taken out or changed to make one name of the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (above, one) in from.bytes().enumerate() {
        let mut corner = above;
        row[0] = above + 1;
        for (left, other) in to.bytes().enumerate() {
            let changed = corner + usize::from(one != other);
            corner = row[left + 1];
            row[left + 1] = changed.min(corner + 1).min(row[left] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_that_nothing_reads_is_named_with_the_nearest_setting() {
        let names = [
            "BROADSIDE_SMPT_URL",
            "BROADSIDE_SMTP_URL",
            "BROADSIDE_LOG",
            "BROADSIDE_TEST_POSTGRES_URL",
            "BROADSIDE_BASEURL",
            "PATH",
        ];
        let found = among(names.into_iter().map(str::to_owned));
        let told: Vec<(&str, &str)> =
            found.iter().map(|one| (one.name.as_str(), one.nearest.as_str())).collect();
        assert_eq!(
            told,
            [("BROADSIDE_BASEURL", "BROADSIDE_BASE_URL"), ("BROADSIDE_SMPT_URL", "BROADSIDE_SMTP_URL")]
        );
    }
}
