//! A pasted list of speakers becomes targets, or says row by row why not.

use super::Site;
use crate::campaigns::files::speakers::{Added, add};

const TARGETS: &str = "# Ours, by hand.\n[[target]]\nslug = \"al-gore\"\nkind = \"speaker\"\nname = \"Al Gore\"\nhandles.x = \"@algore\"\n";

fn site() -> Site {
    let site = Site::new();
    site.put("targets.toml", TARGETS);
    site
}

fn faults(csv: &str) -> Vec<String> {
    let site = site();
    let faults = add(site.dir(), "speakers.csv", csv).unwrap_err();
    assert_eq!(
        std::fs::read_to_string(site.dir().join("targets.toml")).unwrap(),
        TARGETS,
        "nothing was written"
    );
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_list_is_added_behind_what_stands_there_and_a_second_time_adds_nothing() {
    let site = site();
    let csv = "Name,X,Mastodon,Session time\n\
               Zoë Example,@zoe,@zoe@mastodon.social,2018-09-26 14:00\n\
               \"Example, Bo\",,,2018-09-26T15:30:00\n\
               \n\
               al gore,,,\n\
               李例子,,,\n";
    let added = add(site.dir(), "speakers.csv", csv).unwrap();
    assert_eq!(
        added,
        Added {
            new: ["zoe-example", "example-bo", "speaker-2"].map(str::to_owned).to_vec(),
            known: vec!["al gore".to_owned()],
        }
    );
    let text = std::fs::read_to_string(site.dir().join("targets.toml")).unwrap();
    assert_eq!(
        text.strip_prefix(TARGETS).expect("the file’s own words are kept"),
        "\n[[target]]\nslug = \"zoe-example\"\nkind = \"speaker\"\nname = \"Zoë Example\"\nhandles.x = \"@zoe\"\n\
         handles.mastodon = \"@zoe@mastodon.social\"\nsession = \"2018-09-26 14:00\"\n\n\
         [[target]]\nslug = \"example-bo\"\nkind = \"speaker\"\nname = \"Example, Bo\"\nsession = \"2018-09-26 15:30\"\n\n\
         [[target]]\nslug = \"speaker-2\"\nkind = \"speaker\"\nname = \"李例子\"\n"
    );
    let again = add(site.dir(), "speakers.csv", csv).unwrap();
    assert_eq!((again.new.len(), again.known.len()), (0, 4));
    assert_eq!(std::fs::read_to_string(site.dir().join("targets.toml")).unwrap(), text);
    assert_eq!(site.definition().targets.len(), 4);
}

#[test]
fn a_campaign_without_targets_gets_its_first_file() {
    let site = Site::new();
    add(site.dir(), "-", "\u{feff}name;handles\nBo Example;x:@bo bluesky:@bo.bsky.social\nLi;@li@a.social, @li.example.org @li\n").unwrap();
    let targets = site.definition().targets;
    assert_eq!(targets[0].handles["bluesky"], "@bo.bsky.social");
    let handles: Vec<_> = targets[1].handles.values().map(String::as_str).collect();
    assert_eq!(handles, ["@li.example.org", "@li@a.social", "@li"], "each on the network that writes it so");
}

#[test]
fn every_bad_row_is_named_with_its_line() {
    assert_eq!(
        faults("name\tx\tsession\nBo\tbo example\t2pm\n\t@li\t\nBo\t\t\nToo\tmany\t\tfields\n"),
        [
            "speakers.csv:2: x is “bo example”, which is no handle on X; write it as \"@name\", or remove the line: without a handle they are named",
            "speakers.csv:2: session is “2pm”, which is no day and time; write it as \"2018-09-25 14:00\", in the campaign's time zone",
            "speakers.csv:3: this row has no name; write it, or remove the row",
            "speakers.csv:4: Bo stands on line 2 too; remove one of the two",
            "speakers.csv:5: this row has 4 fields and the first line 3; put quotation marks around a field with a comma in it",
        ]
    );
    assert_eq!(
        faults("person,x,age\nBo,@bo,7\n")[..2],
        [
            "speakers.csv:1: “person” is an unknown column; rename it or take it out; known are name, x, bluesky, mastodon, threads, linkedin, facebook, telegram, reddit, handles, email, phone, session",
            "speakers.csv:1: “age” is an unknown column; rename it or take it out; known are name, x, bluesky, mastodon, threads, linkedin, facebook, telegram, reddit, handles, email, phone, session",
        ]
    );
    assert_eq!(
        faults(""),
        ["speakers.csv:1: the list is empty; its first line names the columns, as name,x,session"]
    );
    assert_eq!(
        faults("name,handles\nBo,myspace:bo x:bo@bo\n"),
        [
            "speakers.csv:2: handles holds “myspace”, which is no network; write \"x\", \"bluesky\", \"mastodon\", \"threads\", \"linkedin\", \"facebook\", \"telegram\" or \"reddit\" before the colon",
            "speakers.csv:2: handles holds “bo@bo”, which is no handle on X; write it as x:@name",
        ]
    );
}

#[test]
fn a_name_with_which_a_post_no_longer_fits_is_not_added() {
    let site = site();
    let text = "w".repeat(230);
    site.put("posts.toml", format!("[[post]]\nslug = \"one\"\ntext.en = \"{{target}} {text} {{url}}\"\ntext.es = \"{{target}} {{url}}\"\n\n[[post.instead]]\nnetwork = \"bluesky\"\ntext.en = \"{{target}}\"\ntext.es = \"{{target}}\"\n"));
    assert_eq!(site.faults(), Vec::<String>::new());
    let faults = add(site.dir(), "speakers.csv", &format!("name\n{}\n", "Bo ".repeat(20))).unwrap_err();
    assert!(faults[0].to_string().starts_with("posts.toml:3: [[post]] one in en has"), "{faults:?}");
    assert_eq!(site.definition().targets.len(), 1);
}

#[test]
fn addresses_of_pages_are_taken_where_their_network_is_known_and_refused_where_not() {
    let site = site();
    let csv = "name,handles\n\
               Bo,https://www.threads.net/@bo https://twitter.com/bo\n\
               Cy,\"https://mastodon.social/@cy، https://de.linkedin.com/in/cy-example/\"\n\
               Di,linkedin:https://www.linkedin.com/in/di mastodon:https://social.example.org/@di\n\
               Ed,x.com/ed www.threads.net/@ed linkedin.com/in/ed bsky.app/profile/ed.example.org ed@mastodon.social\n";
    add(site.dir(), "speakers.csv", csv).unwrap();
    let targets = site.definition().targets;
    let of = |place: usize| {
        let known = targets[place].handles.iter().map(|(network, handle)| format!("{network}:{handle}"));
        known.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(1), "threads:@bo x:@bo");
    assert_eq!(of(2), "linkedin:in/cy-example mastodon:@cy@mastodon.social");
    assert_eq!(of(3), "linkedin:in/di mastodon:@di@social.example.org");
    assert_eq!(
        of(4),
        "bluesky:@ed.example.org linkedin:in/ed mastodon:@ed@mastodon.social threads:@ed x:@ed"
    );
    let refused = "which is the address of nobody's page on a network known here; write the network before the handle, as mastodon:@name@mastodon.social, or take it out";
    for address in [
        "https://example.com/@x",
        "https://www.youtube.com/@x",
        "https://www.linkedin.com/feed/",
        "http://router.lan/@x",
    ] {
        assert_eq!(
            faults(&format!("name,handles\nBo,{address}\n")),
            [format!("speakers.csv:2: handles holds “{address}”, {refused}")]
        );
    }
    assert_eq!(
        faults("name,handles\nBo,bo@example.org\n"),
        [
            "speakers.csv:2: handles holds “bo@example.org”, which may be a mail address; write it into a column email, or as mastodon:@bo@example.org if it is a handle there"
        ]
    );
    for handle in ["@bo@twitter.com", "mastodon:https://twitter.com/@bo", "mastodon:bo@gmail.com"] {
        let refused = faults(&format!("name,handles\nBo,{handle}\n"));
        assert!(refused.len() == 1 && refused[0].contains("which is no handle on Mastodon"), "{refused:?}");
    }
    let in_column = faults("name,mastodon\nBo,https://www.youtube.com/@x\n");
    assert!(in_column[0].contains("which is no handle on Mastodon"), "{in_column:?}");
}

#[test]
fn what_was_copied_along_unseen_is_left_out() {
    let site = site();
    // A mark at the start, a no-break space, marks of direction, a soft hyphen, an accent in two parts.
    let csv = "\u{200e}name,x,phone,session\n\
               Al\u{a0}Gore\u{200b},,,\n\
               \u{2067}Zoe\u{308}\u{2069} Ex\u{ad}ample,\u{200b}@zoe,\u{202a}+14155550100\u{202c},2018-09-26\u{202f}14:00\n\
               \u{200b}\u{2060},@nobody,,\n";
    let faults = add(site.dir(), "speakers.csv", csv).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].to_string().starts_with("speakers.csv:4: this row has no name"), "{faults:?}");
    let csv = csv.replace("\u{200b}\u{2060},@nobody,,\n", "कृ\u{200d}ष्ण 👩\u{200d}👧,,,\n");
    let added = add(site.dir(), "speakers.csv", &csv).unwrap();
    assert_eq!(added.known, ["Al Gore"]);
    let targets = site.definition().targets;
    assert_eq!(targets[1].name["en"], "Zoë Example");
    assert_eq!(
        (targets[1].handles["x"].as_str(), targets[1].phone.as_deref()),
        ("@zoe", Some("+14155550100"))
    );
    assert_eq!(targets[1].session.as_deref(), Some("2018-09-26 14:00"));
    assert_eq!(targets[2].name["en"], "कृ\u{200d}ष्ण 👩\u{200d}👧", "joiners are letters’ own");
}
