//! `campaign check`, `import` and `export`.

use crate::instance::{Instance, said};

fn an_import_says_what_it_changed(instance: &Instance) {
    let first = instance.import();
    assert!(first.status.success(), "{}", said(&first));
    assert_eq!(said(&first), "dropsalesforce: imported\n");
    assert_eq!(said(&instance.import()), "dropsalesforce: nothing changed\n");
    let copy = instance.folder.path().join("copy");
    let exported = instance.run(&["campaign", "export", "dropsalesforce", copy.to_str().unwrap()]);
    assert!(exported.status.success(), "{}", said(&exported));
    let again = instance.run(&["campaign", "import", copy.to_str().unwrap()]);
    assert_eq!(said(&again), "dropsalesforce: nothing changed\n");
    let letter = copy.join("letters/drop-the-contract.es.md");
    let text = std::fs::read_to_string(&letter).unwrap();
    std::fs::write(&letter, text + "\nUna línea más.\n").unwrap();
    let changed = instance.run(&["campaign", "import", copy.to_str().unwrap()]);
    let lines = said(&changed);
    assert_eq!(lines.lines().count(), 1, "{lines}");
    assert!(lines.starts_with("letters/drop-the-contract.es.md: "), "{lines}");
}

#[test]
fn an_import_says_what_it_changed_on_sqlite() {
    an_import_says_what_it_changed(&Instance::on_sqlite());
}

#[test]
fn an_import_says_what_it_changed_on_postgres() {
    an_import_says_what_it_changed(&Instance::on_postgres("import"));
}

#[test]
fn a_check_names_every_fault_with_its_line_and_imports_nothing() {
    let instance = Instance::on_sqlite();
    let copy = instance.folder.path().join("copy");
    instance.import();
    instance.run(&["campaign", "export", "dropsalesforce", copy.to_str().unwrap()]);
    let file = copy.join("campaign.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = text.replacen("time_zone", "tme_zone", 1);
    std::fs::write(&file, text).unwrap();
    for command in ["check", "import"] {
        let output = instance.run(&["campaign", command, copy.to_str().unwrap()]);
        assert!(!output.status.success());
        let lines = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            lines.lines().any(|line| line.starts_with("campaign.toml:") && line.contains("tme_zone")),
            "{lines}"
        );
        assert!(lines.contains("time_zone"), "it says how to mend it: {lines}");
    }
    let missing = instance.run(&["campaign", "check", "no-such-folder"]);
    assert!(!missing.status.success() && !said(&missing).contains("panicked"), "{}", said(&missing));
}
