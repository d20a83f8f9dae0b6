//! The stylesheet, the fonts and the few scripts: embedded in the program, named by their content, kept for a year.

use super::answer::{Kept, hex};
use crate::error::Error;
use crate::state::App;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

static ASSETS: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets");

const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// What is served under `/assets/`, by name.
pub struct Assets {
    files: HashMap<String, Kept>,
    pub stylesheet: String,
    /// What the desk adds to it: readers never load it.
    pub desk_stylesheet: String,
    /// What pages with statements add to it.
    pub record_stylesheet: String,
    /// What the notice and events’ pages add to it: they stand behind the campaign’s own, which is kept small.
    pub inner_stylesheet: String,
    /// The script that reloads a page while somebody works on it.
    pub reload: String,
    /// The script of the composer: counting what is typed, copying, the device's share sheet.
    pub composer: String,
    /// The script of the sign-on form: how long it was filled in.
    pub sign: String,
    /// The script of an event’s door, which goes on without a network.
    pub door: String,
    /// The script that asks a device for a passkey.
    #[cfg(feature = "passkeys")]
    pub passkeys: String,
    /// The fonts of the first view.
    pub fonts: Vec<String>,
}

impl Assets {
    /// Joins the stylesheets and names each file by its content.
    pub fn load() -> Self {
        let mut files = HashMap::new();
        let mut fonts: Vec<(String, String)> = Vec::new();
        for file in ASSETS.get_dir("fonts").map(Dir::files).into_iter().flatten() {
            let name = name_of(file.path());
            if let Some(stem) = name.strip_suffix(".woff2") {
                let served = format!("{stem}-{}.woff2", hash(file.contents()));
                files.insert(served.clone(), Kept::new("font/woff2", FOR_A_YEAR, file.contents().to_vec()));
                fonts.push((name, format!("/assets/{served}")));
            }
        }
        let mut css = joined("css");
        for (name, url) in &fonts {
            css = css.replace(&format!("../fonts/{name}"), url);
        }
        let mut serve = |name: &str, css: String| {
            let served = format!("{name}-{}.css", hash(css.as_bytes()));
            files.insert(served.clone(), Kept::new("text/css; charset=utf-8", FOR_A_YEAR, css.into_bytes()));
            format!("/assets/{served}")
        };
        let stylesheet = serve("broadside", css);
        let desk_stylesheet = serve("desk", joined("css-desk"));
        let record_stylesheet = serve("record", joined("css-record"));
        let inner_stylesheet = serve("inner", joined("css-inner"));
        let mut script = |name: &str, bytes: &[u8]| {
            let served = format!("{name}-{}.js", hash(bytes));
            let kept = Kept::new("text/javascript; charset=utf-8", FOR_A_YEAR, bytes.to_vec());
            files.insert(served.clone(), kept);
            format!("/assets/{served}")
        };
        let reload = script("reload", include_bytes!("../../assets/reload.js"));
        let composer = script("composer", include_bytes!("../../assets/composer.js"));
        let sign = script("sign", include_bytes!("../../assets/sign.js"));
        let door = script("door", include_bytes!("../../assets/door.js"));
        #[cfg(feature = "passkeys")]
        let passkeys = script("passkeys", include_bytes!("../../assets/passkeys.js"));
        let mut fonts: Vec<String> = fonts.into_iter().map(|(_, url)| url).collect();
        fonts.sort();
        Self {
            files,
            stylesheet,
            desk_stylesheet,
            record_stylesheet,
            inner_stylesheet,
            reload,
            composer,
            sign,
            door,
            #[cfg(feature = "passkeys")]
            passkeys,
            fonts,
        }
    }
}

/// The stylesheet for a page that lies in a file alone: its fonts stand in it.
pub fn embedded_stylesheet() -> String {
    let mut css = joined("css") + &joined("css-report");
    for file in ASSETS.get_dir("fonts").map(Dir::files).into_iter().flatten() {
        let name = name_of(file.path());
        if name.strip_suffix(".woff2").is_some() {
            let font = format!("data:font/woff2;base64,{}", STANDARD.encode(file.contents()));
            css = css.replace(&format!("../fonts/{name}"), &font);
        }
    }
    css
}

/// The style files of a folder as one: tokens, base, then one file a component by name.
fn joined(folder: &str) -> String {
    let mut sheets: Vec<(String, &str)> = ASSETS
        .get_dir(folder)
        .map(Dir::files)
        .into_iter()
        .flatten()
        .filter_map(|file| Some((name_of(file.path()), file.contents_utf8()?)))
        .filter(|(name, _)| name.strip_suffix(".css").is_some())
        .collect();
    sheets.sort_by_key(|(name, _)| match name.as_str() {
        "tokens.css" => (0, String::new()),
        "base.css" => (1, String::new()),
        _ => (2, name.clone()),
    });
    sheets.into_iter().map(|(_, text)| lean(text)).collect()
}

/// A stylesheet without its comments, indentation and needless spaces: a visitor reads none of them. No string in
/// a stylesheet holds braces, or a colon, comma or semicolon before a space.
fn lean(css: &str) -> String {
    let mut lean = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        lean.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    lean.push_str(rest);
    lean.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.replace(": ", ":").replace(" {", "{").replace("; }", "}").replace(" }", "}"))
        .map(|line| line.replace("; ", ";").replace(", ", ",").replace(" 0.", " .").replace(":0.", ":."))
        // A line that ends here needs no break; one that goes on does.
        .fold(String::new(), |css, line| {
            css + &line + if line.ends_with(['{', '}', ';', ',']) { "" } else { "\n" }
        })
}

fn name_of(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..6])
}

/// `GET /assets/{file}`
pub async fn show(
    State(app): State<App>,
    Path(file): Path<String>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    app.assets.files.get(&file).map(|kept| kept.answer(&asked)).ok_or(Error::NotFound)
}
