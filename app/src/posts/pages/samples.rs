//! A made-up composer in each state that it can be in. It never names a real person’s words.

use super::*;

pub fn teaser(say: &Say) -> Teaser {
    let page = composer(Frame::new(say.clone(), String::new()));
    Teaser {
        target: "Marc Benioff".to_owned(),
        role: "CEO".to_owned(),
        words: page.words,
        length: page.length,
        network: "X".to_owned(),
        click: "/campaigns/one/posts/two/x?target=three".to_owned(),
        ways: page.ways.into_iter().skip(1).collect(),
        link_only: say.list(["LinkedIn", "Facebook"]),
        composer: "/campaigns/one/posts/two?target=three&network=x".to_owned(),
    }
}

pub fn composer(frame: Frame) -> ComposerPage {
    let say = frame.say.clone();
    ComposerPage {
        ask: String::new(),
        script: "/assets/composer.js".to_owned(),
        counting: "/lengths/x".to_owned(),
        targets: vec![target("Ada Example", true), target("Bo Example", false)],
        target_form: "/campaigns/one/posts/two".to_owned(),
        along: vec![("network", "x".to_owned())],
        words: "Your customers ask in public, @ada: end it. https://letters.example.org/campaigns/one?source=post-two"
            .to_owned(),
        link: "https://letters.example.org/campaigns/one?source=post-two".to_owned(),
        length: Length { n: 67, limit: Some(280), network: "X".to_owned(), too_long: false },
        way: "X".to_owned(),
        other: None,
        takes_link_apart: false,
        takes_words: true,
        names_without_handle: false,
        not_reached: String::new(),
        account: Some(Account { handle: "@ada".to_owned(), address: "https://x.com/ada".to_owned() }),
        direct: "https://x.com/intent/post?text={text}".to_owned(),
        sending: Sending::Click { address: "/campaigns/one/posts/two/x?target=three".to_owned() },
        ways: ["X", "Bluesky", "Mastodon"]
            .into_iter()
            .map(str::to_owned)
            .chain([say.text("posts-way-email"), say.text("posts-way-copy")])
            .enumerate()
            .map(|(place, title)| WayLink { title, address: "#".to_owned(), current: place == 0 })
            .collect(),
        wordings: ["Your customers ask in public, @ada: end it.", "<b>Bold</b> & loud, @ada."]
            .into_iter()
            .enumerate()
            .map(|(place, words)| Wording { address: "#".to_owned(), words: words.to_owned(), current: place == 0 })
            .collect(),
        clicks: "/campaigns/one/clicks".to_owned(),
        letter: "/campaigns/one".to_owned(),
        frame,
    }
}

fn target(name: &str, current: bool) -> TargetLink {
    TargetLink {
        slug: name.to_lowercase().replace(' ', "-"),
        address: "#".to_owned(),
        name: name.to_owned(),
        role: String::new(),
        session: String::new(),
        marks: Vec::new(),
        current,
    }
}

/// Every state by name.
pub fn composers(frame: impl Fn() -> Frame) -> Vec<(&'static str, ComposerPage)> {
    let mut pages = vec![("composer", composer(frame()))];
    let mut add = |name, change: fn(&mut ComposerPage)| {
        let mut page = composer(frame());
        change(&mut page);
        pages.push((name, page));
    };
    add("composer-named", |page| {
        page.names_without_handle = true;
        page.account = None;
    });
    add("composer-other", |page| {
        page.other = Some(page.frame.say.html("posts-other", "target", "Ada Example"));
    });
    add("composer-too-long", |page| {
        page.length.n = 291;
        page.length.too_long = true;
    });
    add("composer-link-only", |page| {
        page.takes_link_apart = true;
        page.takes_words = false;
        page.direct = String::new();
    });
    add("composer-mastodon", |page| {
        page.sending =
            Sending::Server { action: "/campaigns/one/posts/two/mastodon".to_owned(), along: Vec::new() };
    });
    add("composer-email", |page| {
        page.not_reached = page.frame.say.list(["Ada Example", "Bo Example"]);
        page.sending = Sending::Email { address: "mailto:?subject=a&body=b".to_owned() };
    });
    add("composer-sms", |page| page.sending = Sending::Sms { address: "sms:?body=b".to_owned() });
    add("composer-copy", |page| {
        page.sending = Sending::Copy;
        page.length.limit = None;
    });
    add("composer-marked", |page| {
        page.targets[0].session = page.frame.say.moment(1_537_912_800_000_000, "America/Los_Angeles");
        page.targets[0].marks = vec![Mark {
            what: page
                .frame
                .say
                .with("posts-answered", &[("day", &page.frame.say.day(1_537_912_800_000_000, "UTC"))]),
            words: "<b>Bold</b> words".to_owned(),
            link: "https://example.org/answer".to_owned(),
        }];
    });
    add("composer-many", |page| {
        page.targets = (0..60).map(|number| target(&format!("Speaker {number}"), number == 0)).collect();
        page.targets[0].name = "Wolfe".repeat(24);
    });
    pages
}

pub fn servers(frame: impl Fn() -> Frame) -> Vec<(&'static str, ServerPage)> {
    let page = |server: &str, refused| ServerPage {
        words: composer(frame()).words,
        action: "/campaigns/one/posts/two/mastodon".to_owned(),
        along: vec![("target", "three".to_owned())],
        server: server.to_owned(),
        refused,
        back: "/campaigns/one/posts/two".to_owned(),
        frame: frame(),
    };
    vec![("server", page("", false)), ("server-refused", page("\"><script>alert(1)</script>", true))]
}

pub fn leavings(frame: impl Fn() -> Frame) -> Vec<(&'static str, LeavingPage)> {
    let page = LeavingPage {
        words: composer(frame()).words,
        server: "mastodon.social".to_owned(),
        on: "/campaigns/one/posts/two/mastodon?target=three&server=mastodon.social&sure=1".to_owned(),
        back: "/campaigns/one/posts/two/mastodon?target=three".to_owned(),
        frame: frame(),
    };
    vec![("leaving", page)]
}

pub fn clicks(frame: impl Fn() -> Frame) -> Vec<(&'static str, ClicksPage)> {
    let sum = |word: &str, clicks| Sum { word: word.to_owned(), clicks };
    let some = ClicksPage {
        total: 48_213,
        as_of: frame().say.moment(1_536_613_500_000_000, "America/Los_Angeles"),
        by_post: vec![sum("in-public", 48_000), sum("no-wall", 213)],
        by_target: vec![sum("Ada Example", 48_213)],
        by_network: vec![sum("X", 48_213)],
        by_day: vec![sum("10 September 2018", 48_213)],
        json: "/campaigns/one/clicks.json".to_owned(),
        frame: frame(),
    };
    let none = ClicksPage {
        total: 0,
        frame: frame(),
        as_of: some.as_of.clone(),
        json: some.json.clone(),
        ..empty(frame())
    };
    vec![("clicks", some), ("clicks-none", none)]
}

fn empty(frame: Frame) -> ClicksPage {
    ClicksPage {
        total: 0,
        as_of: String::new(),
        by_post: Vec::new(),
        by_target: Vec::new(),
        by_network: Vec::new(),
        by_day: Vec::new(),
        json: String::new(),
        frame,
    }
}
