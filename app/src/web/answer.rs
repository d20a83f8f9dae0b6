//! Answers: pages that are made once and sent to many, and pages that are one person's alone.

use super::layout::{Page, Printed};
use crate::error::Error;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use data_encoding::HEXLOWER;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write as _;

/// What a page may load: its own stylesheet, fonts and pictures, and the one inline style it carries.
/// A script only where a page has one of its own, or somebody works on it.
fn policy(page: &impl Page, style_source: &str) -> String {
    let scripts = match (page.frame().reload.as_deref().or(page.fetching_script()), page.script()) {
        (Some(_), _) => "; script-src 'self'; connect-src 'self'",
        (None, Some(_)) => "; script-src 'self'",
        (None, None) => "",
    };
    format!(
        "default-src 'none'; style-src 'self' {style_source}; font-src 'self'; img-src 'self' data:; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'{scripts}"
    )
}

/// How long caches may keep what is public (RFC 9111; RFC 5861 for what is stale). What counts: a second, and a
/// few more while it is read anew, so that a name that is taken off is gone from every cache within seconds.
/// Where Broadside is silent a cache may show it on, for as long as a restart takes at worst.
pub const FOR_A_SECOND: &str = "public, max-age=1, stale-while-revalidate=5, stale-if-error=600";
/// Sums that nobody waits for.
pub const FOR_SECONDS: &str = "public, max-age=5, stale-while-revalidate=30, stale-if-error=600";
/// Pictures that bear the count, and what is asked for with them.
pub const FOR_A_MINUTE: &str = "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400";
/// A campaign's own pictures.
pub const FOR_MINUTES: &str = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400";

/// What no cache may keep, not even to ask anew whether it stands.
pub const NEVER: &str = "no-store";

/// A page for one visitor: with what they typed, or behind their link. Nobody may keep it.
pub fn private(status: StatusCode, page: &impl Page) -> Result<Response, Error> {
    let Printed { html, style_source } = page.print()?;
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        (header::CACHE_CONTROL, NEVER.to_owned()),
        (header::REFERRER_POLICY, page.referrer().to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy(page, &style_source)),
    ];
    Ok((status, headers, html).into_response())
}

/// A page that is the same for everybody who asks for it, but is asked for in too many forms to be kept.
pub fn public(page: &impl Page, asked: &HeaderMap) -> Result<Response, Error> {
    Ok(Kept::page(page, FOR_A_SECOND)?.answer(asked))
}

/// 303: the answer to a form that was taken.
pub fn see_other(url: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    // Our own URLs are ASCII; anything else leads home rather than nowhere.
    let location = HeaderValue::from_str(url).unwrap_or(HeaderValue::from_static("/"));
    response.headers_mut().insert(header::LOCATION, location);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NEVER));
    // A private link must not travel along to wherever this leads.
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// Bytes that are made once and sent to many, compressed once in each way, with the headers that go before them.
#[derive(Clone, Debug)]
pub struct Kept {
    etag: String,
    plain: Form,
    gzip: Option<Form>,
    brotli: Option<Form>,
    /// What is said to whoever has it.
    unchanged: HeaderMap,
}

#[derive(Clone, Debug)]
struct Form {
    headers: HeaderMap,
    bytes: Bytes,
}

/// Less than this fits into the packet that bears the headers.
const WORTH_COMPRESSING: usize = 256;

impl Kept {
    pub fn page(page: &impl Page, cache: &'static str) -> Result<Self, Error> {
        let Printed { html, style_source } = page.print()?;
        let kept = Self::new("text/html; charset=utf-8", cache, html.into_bytes());
        let policy = HeaderValue::from_str(&policy(page, &style_source))
            .map_err(|error| Error::Broken(error.to_string()))?;
        Ok(kept.with(&header::CONTENT_SECURITY_POLICY, &policy))
    }

    pub fn new(media_type: &'static str, cache: &'static str, bytes: Vec<u8>) -> Self {
        let digest = hex(&Sha256::digest(&bytes)[..12]);
        let compresses = bytes.len() >= WORTH_COMPRESSING
            && (!media_type.starts_with("font/") && !media_type.starts_with("image/")
                || media_type.contains("svg"));
        let unchanged = HeaderMap::from_iter([
            // Weak, since one name stands for the plain and the compressed forms alike. Hexadecimal digits in
            // quotes are a header's value.
            (
                header::ETAG,
                HeaderValue::from_str(&format!("W/\"{digest}\""))
                    .unwrap_or(HeaderValue::from_static("W/\"\"")),
            ),
            (header::CACHE_CONTROL, HeaderValue::from_static(cache)),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ]);
        let form = |bytes: Bytes, coding: Option<&'static str>| {
            let mut headers = unchanged.clone();
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
            headers.extend(coding.map(|coding| (header::CONTENT_ENCODING, HeaderValue::from_static(coding))));
            Form { headers, bytes }
        };
        Self {
            gzip: compresses.then(|| gzip(&bytes)).flatten().map(|bytes| form(bytes, Some("gzip"))),
            brotli: compresses.then(|| brotli(&bytes)).flatten().map(|bytes| form(bytes, Some("br"))),
            plain: form(bytes.into(), None),
            etag: format!("\"{digest}\""),
            unchanged,
        }
    }

    /// With one more header on every answer.
    pub fn with(self, name: &header::HeaderName, value: &HeaderValue) -> Self {
        self.dressed(|headers| drop(headers.insert(name, value.clone())))
    }

    /// Anybody's page may show it.
    pub fn for_any_site(self) -> Self {
        self.with(&header::ACCESS_CONTROL_ALLOW_ORIGIN, &HeaderValue::from_static("*"))
    }

    /// With what every answer bears.
    pub fn dressed(mut self, dress: impl Fn(&mut HeaderMap)) -> Self {
        for form in [Some(&mut self.plain), self.gzip.as_mut(), self.brotli.as_mut()].into_iter().flatten() {
            dress(&mut form.headers);
        }
        dress(&mut self.unchanged);
        self
    }

    /// How many bytes it is, uncompressed.
    pub fn len(&self) -> usize {
        self.plain.bytes.len()
    }

    /// Answers one request: 304 where the visitor has it, else the smallest form they take.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let (status, headers, body) = if has_it(asked, &self.etag) {
            (StatusCode::NOT_MODIFIED, &self.unchanged, Body::empty())
        } else {
            let form = self.form_for(asked);
            (StatusCode::OK, &form.headers, Body::from(form.bytes.clone()))
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers.clone();
        response
    }

    fn form_for(&self, asked: &HeaderMap) -> &Form {
        let takes = |name: &str| {
            asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).any(
                |value| {
                    value.split(',').any(|one| {
                        let mut parts = one.split(';').map(str::trim);
                        parts.next().is_some_and(|coding| coding.eq_ignore_ascii_case(name))
                            && !parts.any(|q| matches!(q, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
                    })
                },
            )
        };
        match (&self.brotli, &self.gzip) {
            (Some(form), _) if takes("br") => form,
            (_, Some(form)) if takes("gzip") => form,
            _ => &self.plain,
        }
    }
}

/// Two hexadecimal digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// Weak comparison of RFC 9110, section 13.1.2.
fn has_it(asked: &HeaderMap, etag: &str) -> bool {
    asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == etag || one == "*")
}

fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().map(Into::into)
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    let mut out = Vec::new();
    {
        let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, 5, 20);
        encoder.write_all(bytes).ok()?;
    }
    Some(out.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn a_visitor_who_has_it_gets_nothing_again() {
        let kept = Kept::new("text/plain", "max-age=1", b"a letter".to_vec());
        let etag = format!("W/{}", kept.etag);
        for known in [format!("\"x\", {etag}"), kept.etag.clone(), "*".to_owned()] {
            let answer = kept.answer(&asked(header::IF_NONE_MATCH, &known));
            assert_eq!(answer.status(), StatusCode::NOT_MODIFIED, "{known}");
        }
        assert_eq!(kept.answer(&asked(header::IF_NONE_MATCH, "\"x\"")).status(), StatusCode::OK);
    }

    #[test]
    fn the_smallest_form_that_is_taken_is_sent() {
        let kept = Kept::new("text/plain", "max-age=1", vec![b'a'; 4000]);
        let coding = |accept: &str| {
            let answer = kept.answer(&asked(header::ACCEPT_ENCODING, accept));
            answer.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap().to_owned())
        };
        assert_eq!(coding("gzip, deflate, br").as_deref(), Some("br"));
        assert_eq!(coding("gzip, br;q=0").as_deref(), Some("gzip"));
        assert_eq!(coding("identity"), None);
        assert_eq!(coding("brotli"), None);
    }
}
