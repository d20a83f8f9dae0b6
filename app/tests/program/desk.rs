//! `account` and `campaign new`: the ways into the desk that begin at a shell.

use crate::instance::{Instance, said, until};

#[test]
fn an_invitation_from_the_shell_opens_the_desk_with_one_button() {
    let instance = Instance::on_sqlite();
    instance.import();
    let server = instance.serve();
    let printed = said(&instance.run(&["account", "invite", "ada@example.org"]));
    let link = printed.lines().find_map(|line| Some(&line[line.find("/desk/links/")?..])).expect("a link");
    assert_eq!(server.get(link).matches("<button").count(), 1);
    let opened = server.post(link, "");
    assert!(opened.starts_with("HTTP/1.1 303"), "{opened}");
    assert!(opened.contains("location: /desk\r\n") && opened.contains("set-cookie: session="), "{opened}");
    assert!(server.get(link).starts_with("HTTP/1.1 410"), "it works once");
    assert!(server.get_as("/desk", "evil.example.org").starts_with("HTTP/1.1 421"));
}

#[test]
fn an_invitation_to_a_group_that_is_not_there_names_those_that_are() {
    let instance = Instance::on_sqlite();
    instance.import();
    let output = instance.run(&["account", "invite", "ada@example.org", "--group", "nobodys"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("fight-for-the-future"), "{}", said(&output));
    assert!(!instance.run(&["account", "invite", "no address"]).status.success());
    assert!(!instance.run(&["account", "deactivate", "ada@example.org"]).status.success());
    assert!(!instance.run(&["account", "operator", "ada@example.org"]).status.success());
}

#[test]
fn a_new_campaign_passes_the_check_and_is_brought_in() {
    let instance = Instance::on_sqlite();
    let folder = instance.folder.path().join("mill-lane");
    let folder = folder.to_str().unwrap();
    let written = instance.run(&["campaign", "new", folder]);
    assert!(written.status.success(), "{}", said(&written));
    assert!(said(&instance.run(&["campaign", "check", folder])).contains("nothing wrong"));
    let imported = said(&instance.run(&["campaign", "import", folder]));
    for words in [said(&written), imported] {
        assert!(words.contains("draft") && words.contains("status = \"published\""), "{words}");
    }
    let server = instance.serve();
    assert!(server.get("/campaigns/mill-lane").starts_with("HTTP/1.1 404"), "nobody sees a draft");
    let file = instance.folder.path().join("mill-lane/campaign.toml");
    let published = std::fs::read_to_string(&file).unwrap().replace("\"draft\"  #", "\"published\"  #");
    std::fs::write(&file, published).unwrap();
    assert!(said(&instance.run(&["campaign", "import", folder])).contains("\"draft\" → \"published\""));
    until("the campaign is shown", || server.get("/campaigns/mill-lane").starts_with("HTTP/1.1 200"));
    assert!(!instance.run(&["campaign", "new", folder]).status.success(), "nothing is written over");
}
