use crate::{html, text, words};
use proptest::prelude::*;

#[test]
fn a_letter_is_set_with_real_quotes_and_dashes_in_its_language() {
    let letter = "\"We're customers\" -- and 'friends'...";
    assert_eq!(html(letter, "en"), "<p>“We’re customers” – and ‘friends’…</p>\n");
    assert_eq!(html("Dijo \"no\" --y *\"basta\"*--", "es"), "<p>Dijo «no» –y <em>«basta»</em>–</p>\n");
    assert_eq!(html("قال \"لا\"", "ar"), "<p>قال \"لا\"</p>\n");
    assert_eq!(html("`\"code\"`", "en"), "<p><code>\"code\"</code></p>\n");
}

#[test]
fn headings_stand_below_the_pages_own() {
    assert_eq!(html("# One\n\n## Two\n\n### Three", "en"), "<h3>One</h3>\n<h3>Two</h3>\n<h4>Three</h4>\n");
}

#[test]
fn nothing_but_a_letters_own_markup_comes_out() {
    for attack in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](&#106;avascript:alert(1))",
        "[x](vbscript:x)",
        "<svg onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "![x](https://elsewhere.example/pixel.png)",
        "<style>body{display:none}</style>",
        "[x](/relative)",
        "<https://a.example/\"onmouseover=\"alert(1)>",
        "[a](<https://a.example/ onx=1> \"' onmouseover=alert(1) '\")",
    ] {
        let html = html(attack, "en");
        let lower = html.to_lowercase();
        for bad in [
            "<script",
            "<img",
            "<svg",
            "<style",
            "javascript:",
            "data:",
            "vbscript:",
            " onmouseover=",
            " onerror=",
            "href=\"/",
        ] {
            assert!(!lower.contains(bad), "{attack} came out as {html}");
        }
    }
}

#[test]
fn links_lead_to_the_web_and_to_mailboxes() {
    assert_eq!(
        html("[us](https://example.org) <mailto:a@example.org>", "en"),
        "<p><a href=\"https://example.org\" rel=\"noopener noreferrer\">us</a> \
         <a href=\"mailto:a@example.org\" rel=\"noopener noreferrer\">mailto:a@example.org</a></p>\n"
    );
}

#[test]
fn plain_text_reads_well_alone() {
    let letter = "# Dear all\n\nRead [our page](https://example.org), please.\nIt is *short*.\n\n- one\n- two\n\n> said";
    assert_eq!(
        text(letter),
        "Dear all\n\nRead our page (https://example.org), please. It is short.\n\n- one\n- two\n\n\n> said"
    );
    assert_eq!(words(letter), 12);
}

proptest! {
    #[test]
    fn whatever_is_written_nothing_dangerous_comes_out(
        letter in "([a-z<>\"'()\\[\\]!:&#;/=*_ \\n-]|<script|onload=|javascript:|<img|\\[x\\]\\(){0,60}"
    ) {
        let html = html(&letter, "en").to_lowercase();
        prop_assert!(!html.contains("<script") && !html.contains("<img"));
        for tag in html.split('<').skip(1).filter_map(|tag| tag.split('>').next()) {
            prop_assert!(!tag.contains(" on") && !tag.contains("javascript:"), "{}", tag);
        }
    }
}
