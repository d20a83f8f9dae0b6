use crate::{Found, Lost, html, lost, text, words};
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
fn quotations_stand_in_quotations_and_apostrophes_in_words() {
    for (language, written, printed) in [
        ("en", "\"She said \"no\" and 'never' twice\"", "“She said ‘no’ and ‘never’ twice”"),
        ("en", "the workers' rights, rock 'n' roll, '18", "the workers’ rights, rock ‘n’ roll, ’18"),
        ("en", "(\"so\")", "(“so”)"),
        ("en", "\"*So*\", \"**so**\".", "“<em>So</em>”, “<strong>so</strong>”."),
        ("en", "“Real” ‘marks’ — stay…", "“Real” ‘marks’ — stay…"),
        ("es", "\"Dijo 'no' y \"nunca\"\"", "«Dijo “no” y “nunca”»"),
        ("es", "'Basta', d'Orsay", "«Basta», d’Orsay"),
        ("es", "¿\"Qué\"?", "¿«Qué»?"),
        ("en", "see https://example.org/a--b?c='d' -- \"now\"", "see https://example.org/a--b?c='d' – “now”"),
        ("ar", "قال \"لا\" -- و'نعم'...", "قال \"لا\" -- و'نعم'..."),
        ("de", "\"Nein\"", "\"Nein\""),
    ] {
        assert_eq!(html(written, language), format!("<p>{printed}</p>\n"), "{written}");
    }
    assert_eq!(
        html("\"One\n\n\"Two\"", "en"),
        "<p>“One</p>\n<p>“Two”</p>\n",
        "a quotation over paragraphs opens again"
    );
    assert!(html("<https://example.org/a--b>", "en").contains(">https://example.org/a--b</a>"));
}

#[test]
fn a_letter_opens_behind_its_salutation() {
    let long =
        "We are your customers, and we write to you about one contract that you should never have signed.";
    let letter = html(&format!("Dear Marc,\n\n{long}\n\n{long}"), "en");
    assert_eq!(letter, format!("<p>Dear Marc,</p>\n<p class=\"opening\">{long}</p>\n<p>{long}</p>\n"));
    let quoted = html(&format!("> {long}\n\n{long} *And* more."), "en");
    assert!(quoted.ends_with(&format!("<p class=\"opening\">{long} <em>And</em> more.</p>\n")), "{quoted}");
}

#[test]
fn headings_stand_below_the_pages_own() {
    assert_eq!(html("# One\n\n## Two\n\n### Three", "en"), "<h3>One</h3>\n<h4>Two</h4>\n<h4>Three</h4>\n");
    assert_eq!(
        html("### One\n\n### Two\n\n#### Three", "en"),
        "<h3>One</h3>\n<h3>Two</h3>\n<h4>Three</h4>\n"
    );
    assert_eq!(html("## Two {#id .class onclick=x}", "en"), "<h3>Two {#id .class onclick=x}</h3>\n");
}

#[test]
fn words_that_were_set_in_are_a_paragraph() {
    assert_eq!(html("    A line of \"verse\"", "en"), "<p>A line of “verse”</p>\n");
    assert_eq!(html("```\n<b>\n```", "en"), "<p>&lt;b&gt;\n</p>\n");
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
        "[x](//elsewhere.example)",
        "[x](\tjava\nscript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](&#x6A;avascript&colon;alert(1))",
        "[x]: javascript:alert(1)\n\n[x]",
        "[![x](javascript:alert(1))](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x](https://a.example/\"onmouseover=\"alert(1))",
        "<scr<script>ipt>alert(1)</script>",
        "<<script>script>alert(1)//<</script>",
        "*<img src=x *onerror=alert(1)>",
        "- <svg>\n  <a xlink:href=javascript:alert(1)>\n",
        "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<form action=javascript:alert(1)><button>x",
        "<p style=\"position:fixed\" onclick=alert(1)>x</p>",
        "<!--><script>alert(1)</script>-->",
        "`</code><script>alert(1)</script>`",
        "> <details open ontoggle=alert(1)>",
        "~~~ \"><script>alert(1)</script>\n~~~",
        "[x](https://a.example 'a\" onmouseover=\"alert(1)')",
        "<https://a.example/\"onmouseover=\"alert(1)>",
        "[a](<https://a.example/ onx=1> \"' onmouseover=alert(1) '\")",
    ] {
        assert_harmless(&html(attack, "en"), attack);
    }
}

/// Reads every tag of the HTML, whatever its words say: words may talk of scripts.
fn assert_harmless(html: &str, written: &str) {
    for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        let (name, attributes) = tag.split_once([' ', '/']).unwrap_or((tag, ""));
        let name = if name.is_empty() { attributes } else { name };
        let expected = match name {
            "p" | "h3" | "h4" | "em" | "strong" | "ul" | "ol" | "li" | "blockquote" | "br" | "hr"
            | "code" => {
                attributes.is_empty()
                    || attributes == name
                    || name == "ol" && attributes.starts_with("start=\"")
                    || name == "p" && attributes == "class=\"opening\""
            }
            "a" => match attributes.strip_prefix("href=\"") {
                Some(href) => {
                    let (url, rest) = href.split_once('"').unwrap();
                    (url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:"))
                        && rest == " rel=\"noopener noreferrer\""
                }
                None => attributes == "rel=\"noopener noreferrer\"" || attributes == "a",
            },
            _ => false,
        };
        assert!(expected, "{written:?} came out as {html}");
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
        "Dear all\n\nRead our page (https://example.org), please. It is short.\n\n- one\n- two\n\n> said"
    );
    assert_eq!(words(letter), 12);
}

#[test]
fn lists_and_quotations_keep_their_shape_in_plain_text() {
    assert_eq!(
        text("We ask:\n\n3. this\n   and more\n   - small\n   - print\n4. that\n\nNow."),
        "We ask:\n\n3. this and more\n   - small\n   - print\n4. that\n\nNow."
    );
    assert_eq!(text("- one\n\n  still one\n\n- two"), "- one\n\n  still one\n\n- two");
    assert_eq!(text("> one\n>\n> two\n> > three\n\nfour"), "> one\n>\n> two\n>\n> > three\n\nfour");
    assert_eq!(text("one  \ntwo\n\n---\n\nthree"), "one\ntwo\n\n* * *\n\nthree");
    assert_eq!(text(""), "");
}

#[test]
fn plain_text_says_where_a_link_leads_once() {
    for (written, plain) in [
        ("<https://example.org>", "https://example.org"),
        ("[https://example.org](https://example.org)", "https://example.org"),
        ("[write](mailto:a@example.org)", "write (a@example.org)"),
        ("<a@example.org>", "a@example.org"),
        ("[x](javascript:alert(1))", "x"),
        ("![A bus](https://example.org/bus.jpg) <b>bold</b>", "A bus bold"),
    ] {
        assert_eq!(text(written), plain, "{written}");
    }
}

#[test]
fn words_are_counted_as_a_reader_counts_them() {
    assert_eq!(words("**Un**real, isn't it -- 3,000 [li*nks*](https://example.org/not/counted)"), 5);
    assert_eq!(words("# One\n\n- two\n- three\n\nنحن زبائن"), 5);
    assert_eq!(words("<script>no</script> ![](x)"), 0);
}

#[test]
fn what_is_set_deeper_than_anybody_reads_stands_less_deep_and_loses_no_word() {
    let quoted = html(&format!("{}deep", "> ".repeat(20)), "en");
    assert_eq!((quoted.matches("<blockquote>").count(), quoted.matches("</blockquote>").count()), (16, 16));
    assert!(quoted.contains("deep"));
    let listed = format!("{}deep\n{}low", "- ".repeat(20) + "1. a ", "  ".repeat(20));
    assert_eq!(
        (html(&listed, "en").matches("<ul>").count(), words(&listed)),
        (16, 3),
        "{}",
        html(&listed, "en")
    );
    assert_eq!(text(&listed).split_whitespace().last(), Some("low"));
    let within = "> - a\n>   - b\n>     > c\n\nd";
    assert!(html(within, "en").ends_with("</blockquote>\n<p>d</p>\n"), "what may stand is as it was");
}

#[test]
fn a_letter_of_nothing_but_depth_or_faults_is_made_at_once() {
    // Where depth is let be, each of these takes minutes.
    for written in [">", "> ", "1. ", "- > ", "- - 1. "] {
        let letter = format!("{}a", written.repeat(100_000));
        assert!(html(&letter, "en").len() < 2_000_000);
        assert!(text(&letter).len() < 2_000_000 && words(&letter) <= 200_001);
        lost(&letter);
    }
    let pictures = lost(&"![a](b)\n".repeat(100_000));
    assert_eq!((pictures.len(), pictures.last().map(|found| found.line)), (100_000, Some(100_000)));
}

proptest! {
    #[test]
    fn whatever_is_written_nothing_dangerous_comes_out(
        letter in "([a-z<>\"'()\\[\\]!:&#;/=*_` \\n-]|<script|onload=|javascript:|<img|\\[x\\]\\(|<a href=|&#x6a;){0,60}"
    ) {
        for language in ["en", "es", "ar"] {
            let html = html(&letter, language);
            assert_harmless(&html, &letter);
            prop_assert!(!html.to_lowercase().contains("<script"));
        }
    }

    #[test]
    fn no_text_makes_it_panic(letter in any::<String>()) {
        assert_harmless(&html(&letter, "es"), &letter);
        text(&letter);
        words(&letter);
    }
}

#[test]
fn what_a_letter_would_lose_is_told_with_its_line() {
    let letter = "Dear <b>all</b>,\n\n<div class=\"x\">\nlost words\n</div>\n\n![a tree](tree.png) and\n[a page](/page), \
                  [script](JavaScript:alert), [mail](mailto:a@example.org), <a@example.org>, <https://example.org>,\n\
                  [web](HTTPS://example.org/a \"title\"), 1 < 2 and `<i>`.\n\n<!-- a note\nto myself -->\n";
    let html = |html: &str, line| Found { what: Lost::Html(html.to_owned()), line };
    let link = |url: &str| Found { what: Lost::Link(url.to_owned()), line: 8 };
    assert_eq!(
        lost(letter),
        [
            html("<b>", 1),
            html("</b>", 1),
            html("<div class=\"x\">", 3),
            Found { what: Lost::Picture, line: 7 },
            link("/page"),
            link("JavaScript:alert"),
            html("<!-- a note", 11),
        ]
    );
}
