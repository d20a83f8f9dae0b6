//! Looks into an SVG: whether it is whole, how large it is, and whether it only draws. It refuses what
//! could run, load or lead elsewhere; the page's policy would stop most of it, a saved file would not.

struct Tag<'t> {
    name: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
    kind: TagKind,
    at: usize,
}

#[derive(PartialEq, Eq)]
enum TagKind {
    Opens,
    Closes,
    Empty,
}

/// Elements that can run, load or show what is not drawn here.
const REFUSED: [&str; 9] =
    ["script", "foreignobject", "iframe", "object", "embed", "audio", "video", "a", "handler"];

pub fn is_svg(text: &str) -> bool {
    tags(text).ok().and_then(|tags| tags.into_iter().next()).is_some_and(|tag| local(tag.name) == "svg")
        || text.trim_start_matches('\u{feff}').trim_start().starts_with("<svg")
}

/// Width and height, from the numbers of the root or from its view box.
pub fn size(text: &str) -> Option<(u32, u32)> {
    let tags = tags(text).ok()?;
    let root = tags.first().filter(|tag| local(tag.name) == "svg")?;
    let attribute =
        |name: &str| root.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    let length = |name: &str| attribute(name).and_then(|value| pixels(value.trim().trim_end_matches("px")));
    if let (Some(width), Some(height)) = (length("width"), length("height")) {
        return Some((width, height));
    }
    let numbers: Vec<&str> =
        attribute("viewBox")?.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).collect();
    let [_, _, width, height] = numbers.as_slice() else { return None };
    Some((pixels(width)?, pixels(height)?))
}

/// What is wrong with it, each with its line.
pub fn refusals(text: &str) -> Vec<(usize, String)> {
    let line = |at: usize| 1 + text[..at].matches('\n').count();
    let mut found = Vec::new();
    let lower = text.to_ascii_lowercase();
    for (word, why) in [
        ("<!doctype", "it has a DOCTYPE, which can pull in other files; delete that line"),
        ("<!entity", "it declares an entity, which can pull in other files; delete that line"),
        ("<?xml-stylesheet", "it loads a style sheet; delete that line"),
        ("@import", "it loads a style sheet; delete that @import"),
    ] {
        found.extend(lower.match_indices(word).map(|(at, _)| (line(at), why.to_owned())));
    }
    found.extend(lower.match_indices("url(").filter(|(at, _)| !is_own(&lower[at + 4..])).map(|(at, _)| {
        (line(at), "it loads something from elsewhere by url(…); draw it in the file itself".to_owned())
    }));
    match tags(text) {
        Ok(tags) => {
            found.extend(
                tags.iter().flat_map(|tag| tag_refusals(tag).into_iter().map(|why| (line(tag.at), why))),
            );
            found.extend(unbalanced(&tags).map(|(at, why)| (line(at), why)));
        }
        Err(at) => found.push((line(at), "a tag here is not closed; save the picture anew".to_owned())),
    }
    found
}

fn tag_refusals(tag: &Tag) -> Vec<String> {
    let name = local(tag.name).to_ascii_lowercase();
    let mut found = Vec::new();
    if tag.kind != TagKind::Closes && REFUSED.contains(&name.as_str()) {
        found.push(format!("it holds <{}>, which can do more than draw; remove it", tag.name));
    }
    for (key, value) in &tag.attributes {
        let attribute = local(key).to_ascii_lowercase();
        if attribute.starts_with("on") {
            found.push(format!("it holds {key}, which runs a script; remove it"));
        }
        if attribute == "href" && !is_own(&value.to_ascii_lowercase()) {
            found.push(format!("it leads elsewhere by {key}; draw what it needs in the file itself"));
        }
    }
    found
}

/// A place in the same file, or a bitmap within it.
fn is_own(target: &str) -> bool {
    let target = target.trim_start_matches([' ', '"', '\'', '\n', '\t']);
    target.starts_with('#')
        || ["data:image/png", "data:image/jpeg", "data:image/webp"].iter().any(|own| target.starts_with(own))
}

fn unbalanced(tags: &[Tag]) -> Option<(usize, String)> {
    let mut open: Vec<&Tag> = Vec::new();
    for tag in tags {
        match tag.kind {
            TagKind::Empty => {}
            TagKind::Opens => open.push(tag),
            TagKind::Closes if open.last().is_some_and(|last| last.name == tag.name) => drop(open.pop()),
            TagKind::Closes => {
                return Some((tag.at, format!("</{}> closes nothing; save the picture anew", tag.name)));
            }
        }
    }
    open.last().map(|tag| (tag.at, format!("<{}> is never closed; save the picture anew", tag.name)))
}

/// Every tag outside comments, declarations and CDATA; or where one is not closed.
fn tags(text: &str) -> Result<Vec<Tag<'_>>, usize> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|found| at + found) {
        let rest = &text[start..];
        let skip = |end: &str| rest.find(end).map(|found| start + found + end.len()).ok_or(start);
        if rest.starts_with("<!--") {
            at = skip("-->")?;
        } else if rest.starts_with("<![CDATA[") {
            at = skip("]]>")?;
        } else if rest.starts_with("<?") {
            at = skip("?>")?;
        } else if rest.starts_with("<!") {
            at = skip(">")?;
        } else {
            let end = start + tag_end(rest).ok_or(start)?;
            tags.push(tag(&text[start + 1..end], start));
            at = end + 1;
        }
    }
    Ok(tags)
}

/// Where the `>` stands that closes a tag; one within quotation marks does not.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, character) in rest.char_indices() {
        match (quote, character) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    None
}

/// Takes what stands between `<` and `>` apart.
fn tag(inner: &str, at: usize) -> Tag<'_> {
    if let Some(name) = inner.strip_prefix('/') {
        return Tag { name: name.trim(), attributes: Vec::new(), kind: TagKind::Closes, at };
    }
    let (inner, kind) = match inner.strip_suffix('/') {
        Some(inner) => (inner, TagKind::Empty),
        None => (inner, TagKind::Opens),
    };
    let end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
    let (name, mut rest) = inner.split_at(end);
    let mut attributes = Vec::new();
    while let Some((key, value)) = rest.split_once('=') {
        let value = value.trim_start();
        let Some(quote) = value.chars().next().filter(|first| *first == '"' || *first == '\'') else { break };
        let Some((value, after)) = value[1..].split_once(quote) else { break };
        attributes.push((key.trim_matches(|c: char| c.is_whitespace() || c == '/'), value));
        rest = after;
    }
    Tag { name, attributes, kind, at }
}

/// A name without its namespace prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn pixels(number: &str) -> Option<u32> {
    let number: f64 = number.trim().parse().ok()?;
    // Between one and what any screen can show, so that the cast below is exact.
    let rounded = number.round();
    (1.0..=100_000.0).contains(&rounded).then(|| format!("{rounded:.0}").parse().ok())?
}
