//! `campaign check`, `import` and `export`.

use crate::instance::{Instance, said};
use std::io::Write;

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

#[test]
fn a_check_says_what_the_cards_cannot_draw_and_takes_it_for_no_fault() {
    let instance = Instance::on_sqlite();
    let copy = instance.folder.path().join("copy");
    instance.import();
    instance.run(&["campaign", "export", "dropsalesforce", copy.to_str().unwrap()]);
    let check = || {
        let output = instance.run(&["campaign", "check", copy.to_str().unwrap()]);
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert_eq!(check(), "dropsalesforce: nothing wrong\n");
    let file = copy.join("targets.toml");
    let text = std::fs::read_to_string(&file).unwrap().replacen("\"Al Gore\"", "\"አል ጎር 😀 გორი\"", 1);
    std::fs::write(&file, text).unwrap();
    let lines = check();
    assert_eq!(lines.lines().count(), 3, "{lines}");
    assert!(
        lines.contains("targets.toml: al-gore in en: share cards have no letters for “ል")
            && lines.contains("al-gore in es")
            && !lines.contains(['😀', 'გ']),
        "{lines}"
    );
}

#[test]
fn whoever_goes_away_in_the_middle_of_an_answer_is_met_with_silence() {
    let instance = Instance::on_sqlite();
    instance.import();
    let campaign = crate::instance::root().join("campaigns/dropsalesforce");
    let campaign = campaign.to_str().unwrap();
    let commands: [&[&str]; 7] = [
        &["campaign", "check", campaign],
        &["campaign", "check", "no-such-folder"],
        &["campaign", "import", campaign],
        &["doctor"],
        &["personal-data", "--record"],
        &["person", "export", "nobody@example.org"],
        &["post", "length", "--network", "x"],
    ];
    for arguments in commands {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (heard, complaints) = std::io::pipe().unwrap();
        let mut command = instance.command(arguments);
        let mut child =
            command.stdin(std::process::Stdio::piped()).stdout(writer).stderr(complaints).spawn().unwrap();
        // It holds the other ends of the pipes.
        drop(command);
        child.stdin.take().unwrap().write_all("\"a text\"\n".repeat(9_000).as_bytes()).unwrap_or_default();
        let ended = child.wait().unwrap();
        let said = std::io::read_to_string(heard).unwrap();
        assert!(!said.contains("panicked") && !said.contains("Broken pipe"), "{arguments:?}: {said}");
        assert!(ended.code().is_some_and(|code| code < 2), "{arguments:?}: {ended:?}, {said}");
    }
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut deaf = instance.command(&["campaign", "check", "no-such-folder"]);
    assert_eq!(deaf.stdout(writer.try_clone().unwrap()).stderr(writer).status().unwrap().code(), Some(1));
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let lost = instance.command(&["campaign", "check", campaign]).stdout(full).output().unwrap();
    assert_eq!(lost.status.code(), Some(1));
    assert!(said(&lost).contains("standard output cannot be written"), "{}", said(&lost));
}

#[test]
fn a_list_of_speakers_is_added_once_and_a_bad_row_is_named() {
    let instance = Instance::on_sqlite();
    let copy = instance.folder.path().join("copy");
    instance.import();
    instance.run(&["campaign", "export", "dropsalesforce", copy.to_str().unwrap()]);
    let list = instance.folder.path().join("speakers.csv");
    let add = |rows: &str| {
        std::fs::write(&list, format!("name,handles,session time\n{rows}")).unwrap();
        instance.run(&["campaign", "targets", copy.to_str().unwrap(), list.to_str().unwrap()])
    };
    let refused = add("Bo Example,@bo,2018-09-26 14:00\nLi Example,@li,at noon\n");
    assert!(!refused.status.success());
    let lines = String::from_utf8_lossy(&refused.stdout).into_owned();
    assert!(lines.contains("speakers.csv:3: session is “at noon”"), "{lines}");
    let added = add("Bo Example,@bo,2018-09-26 14:00\nAl Gore,,\n");
    assert_eq!(
        said(&added),
        "Al Gore is a target already; left as it stands\ntargets.toml: target bo-example added\n"
    );
    let again = add("Bo Example,@bo,2018-09-26 14:00\n");
    assert_eq!(said(&again), "Bo Example is a target already; left as it stands\nnothing changed\n");
    let imported = instance.run(&["campaign", "import", copy.to_str().unwrap()]);
    assert_eq!(said(&imported), "targets.toml: target bo-example added\n");
}
