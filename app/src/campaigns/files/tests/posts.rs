//! Targets and posts as files: what is wrong with them, in the words that their author reads.

use super::Site;
use crate::campaigns::files::marks_ahead;

const TARGETS: &str = r#"[[target]]
slug = "mayor"
kind = "office"
name = "Ada Example"
role.en = "the mayor"
role.es = "la alcaldesa"
handles.x = "@ada"

[[target]]
slug = "council"
name.en = "The council"
name.es = "El ayuntamiento"
"#;
const POSTS: &str = r#"[[post]]
slug = "one-tree"
text.en = "{target}, plant it. {url}"
text.es = "{target}, plántelo. {url}"
"#;

fn site() -> Site {
    let site = Site::new();
    site.put("targets.toml", TARGETS);
    site.put("posts.toml", POSTS);
    site
}

fn targets_with(lines: &str) -> Vec<String> {
    let site = site();
    site.put("targets.toml", format!("{TARGETS}{lines}"));
    site.faults()
}

fn posts_with(lines: &str) -> Vec<String> {
    let site = site();
    site.put("posts.toml", format!("{POSTS}{lines}"));
    site.faults()
}

#[test]
fn targets_and_posts_are_read_and_a_campaign_needs_neither() {
    let definition = site().definition();
    assert_eq!(definition.targets[0].name["es"], "Ada Example", "one name serves every language");
    assert_eq!(definition.targets[0].handles["x"], "@ada");
    assert_eq!(definition.targets[1].name["es"], "El ayuntamiento");
    assert!(definition.posts[0].is_for(&definition.targets[1]));
    assert!(Site::new().definition().posts.is_empty());
}

#[test]
fn handles_that_are_none_are_refused_with_the_form_of_their_network() {
    let site = site();
    site.put(
        "targets.toml",
        TARGETS.replace(
            "handles.x = \"@ada\"",
            "handles.x = \"ada example\"\nhandles.bluesky = \"ada\"\nhandles.mastodon = \"@ada\"\nhandles.myspace = \"ada\"\nhandels.threads = \"a\"",
        ),
    );
    let without = "or remove the line: without a handle they are named";
    assert_eq!(
        site.faults(),
        [
            format!("targets.toml:7: [[target]] handles.x is “ada example”, which is no handle on X; write it as \"@name\", {without}"),
            format!("targets.toml:8: [[target]] handles.bluesky is “ada”, which is no handle on Bluesky; write it as \"@name.bsky.social\", {without}"),
            format!("targets.toml:9: [[target]] handles.mastodon is “@ada”, which is no handle on Mastodon; write it as \"@name@mastodon.social\", {without}"),
            "targets.toml:10: [[target]] handles.myspace is an unknown key; known are x, bluesky, mastodon, threads, linkedin, facebook, telegram, reddit".to_owned(),
            "targets.toml:11: [[target]] handels is an unknown part; did you mean handles?".to_owned(),
        ]
    );
}

#[test]
fn single_values_of_a_target_are_checked() {
    assert_eq!(
        targets_with(
            "session = \"Tuesday\"\nphone = \"555 0100\"\nemail = \"me\"\nanswered.on = \"20 September\"\nanswered.link = \"x\"\nacted = true\n"
        ),
        [
            "targets.toml:13: [[target]] session is “Tuesday”, which is no day and time; write it as \"2018-09-25 14:00\", in the campaign's time zone",
            "targets.toml:14: [[target]] phone is “555 0100”, which is no telephone number; write it with the country's code and digits alone, as \"+14155550100\"",
            "targets.toml:15: [[target]] email is “me”, which is no mail address; write it as team@example.org, without a name around it",
            "targets.toml:16: [[target]] answered.on is “20 September”, which is no day; write year, month and day, as \"2018-09-25\"",
            "targets.toml:17: [[target]] answered.link is “x”, which is no web address; write it whole, as https://example.org/privacy",
            "targets.toml:18: [[target]] acted is a single value; write acted.on = \"2018-09-25\" and acted.link = \"https://…\"",
        ]
    );
}

#[test]
fn several_at_once_are_targets_that_stand_alone_too() {
    assert_eq!(
        targets_with(
            "\n[[target]]\nslug = \"both\"\nname = \"Both\"\ntogether = [\"mayor\", \"mayor\", \"nobody\"]\nhandles.x = \"@both\"\n\n[[target]]\nslug = \"mayor\"\nkind = \"council\"\nname = \"Bo\"\ntogether = [\"both\"]\n"
        ),
        [
            "targets.toml:14: [[target]] together names mayor twice; remove one",
            "targets.toml:14: [[target]] together names nobody, but no [[target]] has this slug; add one, or remove it here",
            "targets.toml:14: [[target]] together and handles do not go together: each of them is named by its own; remove the handles here",
            "targets.toml:20: [[target]] together names one target; name two or more, or remove the line",
            "targets.toml:20: [[target]] together names both, which is several targets itself; name them one by one",
            "targets.toml:20: [[target]] kind is “council”, which is the slug of a target too; give one of them another name, so that a post knows which is meant",
            "targets.toml:21: there are two of [[target]] with the slug mayor, first on line 2; give this one another",
        ]
    );
}

#[test]
fn posts_for_nobody_and_placeholders_that_are_none_are_told() {
    assert_eq!(
        posts_with("to = [\"office\", \"mayr\"]\n\n[[post]]\nslug = \"one-tree\"\ntxt.en = \"x\"\n"),
        [
            "posts.toml:5: [[post]] to names “mayr”, but no target has this slug or kind; did you mean \"mayor\"?",
            "posts.toml:7: [[post]] text is missing; add text.en = \"…\"",
            "posts.toml:8: there are two of [[post]] with the slug one-tree, first on line 2; give this one another",
            "posts.toml:9: [[post]] txt is an unknown part; did you mean text?",
        ]
    );
    assert_eq!(
        posts_with("\n[[post.instead]]\nnetwork = \"twitter\"\nkind = \"officer\"\ntarget = \"Zoë\"\ntext.en = \"{targt} {name} {url\"\ntext.es = \"x\"\n\n[[post.instead]]\ntext.en = \"a\"\ntext.es = \"b\"\n")
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
        [
            "posts.toml:7: [[post.instead]] network is “twitter”, which is no network; write \"x\", \"bluesky\", \"mastodon\", \"threads\", \"linkedin\", \"facebook\", \"whatsapp\", \"telegram\", \"reddit\", \"email\", \"sms\" or \"copy\"",
            "posts.toml:8: [[post.instead]] kind is “officer”, but no target is of this kind; write \"office\", or remove it",
            "posts.toml:9: [[post.instead]] target is “Zoë”, which cannot stand in a web address; use small letters, digits and single dashes, as \"zo\"",
            "posts.toml:9: [[post.instead]] target names “Zoë”, but no target has this slug; add a [[target]] to targets.toml, or remove it here",
            "posts.toml:10: [[post.instead]] text.en: {targt} is unknown; did you mean {target}?",
            "posts.toml:10: [[post.instead]] text.en: {name} is unknown; known are {target}, {url} and {count}",
            "posts.toml:10: [[post.instead]] text.en: a { is not closed; write {target}, {url} or {count}, or remove it",
            "posts.toml:13: [[post.instead]] is for nobody in particular; add target, kind or network",
        ]
    );
    let site = site();
    site.remove("targets.toml");
    assert_eq!(
        site.faults(),
        ["posts.toml:1: there are posts but nobody to send them to; add targets.toml with a [[target]]"]
    );
}

#[test]
fn a_post_that_is_too_long_is_refused_with_its_count_its_longest_target_and_its_language() {
    let site = site();
    let words = "w".repeat(250);
    site.put(
        "posts.toml",
        POSTS.replace("{target}, plántelo. {url}", &format!("{{target}} {words} {{url}}")),
    );
    let faults = site.faults();
    assert_eq!(
        faults[0],
        "posts.toml:4: [[post]] one-tree in es has 290 as X counts, with its longest target, El ayuntamiento; the most is 280, so shorten it by 10"
    );
    assert!(faults[1].contains("as Bluesky counts, with its longest target, El ayuntamiento"), "{faults:?}");
    assert_eq!(faults.len(), 2, "500 are enough on Mastodon and Threads: {faults:?}");
    // Words of their own for the networks that allow less are enough.
    let shorter = ["x", "bluesky"].map(|network| {
        format!("\n[[post.instead]]\nnetwork = \"{network}\"\ntext.en = \"{{target}} {{url}}\"\ntext.es = \"{{target}} {{url}}\"\n")
    });
    let text = std::fs::read_to_string(site.dir().join("posts.toml")).unwrap();
    site.put("posts.toml", text + &shorter.join(""));
    assert_eq!(site.faults(), Vec::<String>::new());
}

#[test]
fn a_post_of_few_characters_and_many_bytes_is_refused_where_the_network_counts_those_too() {
    let site = site();
    let families = "👩‍👩‍👧‍👦".repeat(130);
    site.put("posts.toml", POSTS.replace("{target}, plántelo. {url}", &format!("{families} {{target}}")));
    let faults = site.faults();
    assert!(
        faults.contains(&"posts.toml:4: [[post]] one-tree in es has 146 as Bluesky counts, but 3266 bytes, with its longest target, El ayuntamiento; Bluesky takes 3000 bytes at most, so take out some emoji".to_owned()),
        "{faults:?}"
    );
    assert!(faults.iter().all(|fault| !fault.contains(" in en ")), "{faults:?}");
}

#[test]
fn a_kind_that_no_target_has_is_told_with_what_to_write() {
    let other = "\n[[post.instead]]\nkind = \"mayor\"\ntext.en = \"{target}\"\ntext.es = \"{target}\"\n";
    assert_eq!(
        posts_with(other),
        [
            "posts.toml:7: [[post.instead]] kind is “mayor”, but no target is of this kind; write \"office\", or remove it"
        ]
    );
    let site = site();
    site.put("targets.toml", TARGETS.replace("kind = \"office\"\n", ""));
    site.put("posts.toml", format!("{POSTS}{other}"));
    assert_eq!(
        site.faults(),
        [
            "posts.toml:7: [[post.instead]] kind is “mayor”, but no target is of this kind; give a [[target]] in targets.toml the line kind = \"mayor\", or remove it here"
        ]
    );
}

#[test]
fn a_mark_that_lies_ahead_is_named_with_its_line() {
    let site = site();
    // The same day stands further up too, where it is no mark.
    let mark = "session = \"2018-09-11 10:00\"\nanswered.link = \"https://example.org/a\"\nanswered.on = \"2018-09-11\"\n";
    site.put("targets.toml", format!("{TARGETS}{mark}"));
    let definition = site.definition();
    // 11 September 2018, 00:30 in Madrid.
    let midnight = 1_536_618_600_000_000;
    assert_eq!(marks_ahead(site.dir(), &definition, midnight), []);
    let faults = marks_ahead(site.dir(), &definition, midnight - 3_600_000_000);
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        faults,
        [
            "targets.toml:15: [[target]] council: answered.on is 2018-09-11, which lies ahead; today is 2018-09-10: write the day on which it was"
        ]
    );
}

#[test]
fn what_no_network_takes_for_text_is_no_text() {
    let faults = posts_with("\n[[post]]\nslug = \"two\"\ntext.en = \"a\u{feff}b\"\ntext.es = \"c\"\n");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(faults[0].contains("U+FEFF, which is no text"), "{faults:?}");
}

#[test]
fn a_changed_post_and_a_new_handle_are_told_with_their_file() {
    let (site, changed) = (site(), site());
    changed.put("posts.toml", POSTS.replace("plant it", "plant it now"));
    changed.put(
        "targets.toml",
        TARGETS.replace("@ada", "@ada_b")
            + "answered.on = \"2018-09-20\"\nanswered.link = \"https://example.org\"\n",
    );
    let told: Vec<String> = crate::campaigns::files::changes(&site.definition(), &changed.definition())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "posts.toml: post one-tree.text.en: \"{target}, plant it. {url}\" → \"{target}, plant it now. {url}\"",
            "targets.toml: target mayor.handles.x: \"@ada\" → \"@ada_b\"",
            "targets.toml: target council.answered added: {\"link\":\"https://example.org\",\"on\":\"2018-09-20\",\"words\":{}}",
        ]
    );
}
