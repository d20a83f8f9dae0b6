//! The parts of a statement out of XML, one at a time, so that a large file is never in memory as a tree. Knows no
//! document types, entities, namespaces or files: what needs one is refused.

use super::{Fault, Place, What};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Elements in each other; CAMT has fourteen or so.
const DEEPEST: usize = 64;
/// Elements of one part that are kept: a batch of some 20,000 transfers.
const MOST_ELEMENTS: usize = 400_000;

/// What is read of a statement; whatever else stands in it is passed over.
#[rustfmt::skip]
const KNOWN: [&str; 49] = [
    "Acct", "AcctSvcrRef", "AddtlNtryInf", "AddtlRmtInf", "AddtlTxInf", "Amt", "AmtDtls", "BkTxCd", "BookgDt", "Btch", "Cd",
    "CdtDbtInd", "Cdtr", "CdtrAcct", "CdtrRefInf", "Dbtr", "DbtrAcct", "Domn", "Dt", "DtTm", "EndToEndId", "Fmly",
    "IBAN", "Id", "InstdAmt", "NbOfTxs", "Nm", "Ntry", "NtryDtls", "Othr", "Prtry", "Pty", "Ref", "Refs", "RltdPties",
    "RmtInf", "Rpt", "RtrInf", "RvslInd", "Stmt", "Strd", "Sts", "SubFmlyCd", "TxAmt", "TxDtls", "UltmtCdtr",
    "UltmtDbtr", "Ustrd", "ValDt",
];

/// An element that is known, with those in it.
#[derive(Debug, Default)]
pub struct Element {
    pub name: &'static str,
    /// On which it begins.
    pub line: u64,
    /// What stands in it directly.
    pub text: String,
    /// Its attribute `Ccy`.
    pub currency: Option<String>,
    children: Vec<Element>,
}

impl Element {
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first down a path.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        self.children.iter().filter(|child| child.name == *first).find_map(|child| child.at(rest))
    }

    /// The words of the first down a path; empty where there is none.
    pub fn words(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", |found| found.text.trim())
    }
}

/// Goes through the parts of each statement (`Stmt`) or report (`Rpt`): its account, its entries. With each comes the
/// number of its statement in the file.
///
/// # Errors
/// What is wrong with the XML, or what `part` found.
pub fn parts(text: &str, mut part: impl FnMut(usize, &Element) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut place = Walk::default();
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut counted = 0;
    loop {
        let event = reader.read_event();
        let position =
            usize::try_from(reader.buffer_position()).unwrap_or(text.len()).clamp(counted, text.len());
        place.line += count_lines(&text.as_bytes()[counted..position]);
        counted = position;
        match event.map_err(|_| place.fault(What::BrokenXml))? {
            Event::Start(start) => place.begin(&start)?,
            Event::End(_) => {
                if let Some(done) = place.end() {
                    part(place.statements, &done)?;
                }
            }
            Event::Text(words) => place.add(&words.xml10_content()),
            Event::CData(words) => place.add(&words.xml10_content()),
            Event::GeneralRef(reference) => {
                let found = match reference.resolve_char_ref() {
                    Ok(Some(c)) => c,
                    Ok(None) => predefined(&reference).ok_or(place.fault(What::ForbiddenXml))?,
                    Err(_) => return Err(place.fault(What::BrokenXml)),
                };
                place.add(found.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(place.fault(What::ForbiddenXml)),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    match place {
        Walk { depth: 1.., .. } => Err(place.fault(What::BrokenXml)),
        Walk { statements: 0, .. } => Err(place.fault(What::NoStatement)),
        _ => Ok(()),
    }
}

/// XML 1.0, section 4.6.
fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn count_lines(bytes: &[u8]) -> u64 {
    bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

/// Where in the file we are.
#[derive(Default)]
struct Walk {
    /// Lines that have ended.
    line: u64,
    depth: usize,
    statements: usize,
    /// The depth of the statement that we are in.
    statement: Option<usize>,
    /// The depth of the unknown element that we are in.
    passing: Option<usize>,
    /// Open elements of the part at hand, the outermost first.
    open: Vec<Element>,
    elements: usize,
}

impl Walk {
    fn fault(&self, what: What) -> Fault {
        what.at(Place::Line(self.line + 1))
    }

    fn begin(&mut self, start: &BytesStart) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault(What::TooDeep));
        }
        if self.passing.is_some() {
            return Ok(());
        }
        let local = start.local_name();
        let name = KNOWN.into_iter().find(|known| *known == local.as_ref());
        match (self.statement, name) {
            (None, Some("Stmt" | "Rpt")) => {
                self.statement = Some(self.depth);
                self.statements += 1;
            }
            (None, _) => {}
            (Some(_), None) => self.passing = Some(self.depth),
            (Some(_), Some(name)) => self.open(name, start)?,
        }
        Ok(())
    }

    fn open(&mut self, name: &'static str, start: &BytesStart) -> Result<(), Fault> {
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(self.fault(What::TooDeep));
        }
        let currency = if matches!(name, "Amt" | "TxAmt" | "InstdAmt") {
            let found = start.try_get_attribute("Ccy").map_err(|_| self.fault(What::BrokenXml))?;
            found.map(|attribute| attribute.value.chars().take(10).collect())
        } else {
            None
        };
        self.open.push(Element { name, line: self.line + 1, currency, ..Element::default() });
        Ok(())
    }

    /// Closes an element, and hands out the part that ended with it.
    fn end(&mut self) -> Option<Element> {
        let closes = Some(self.depth);
        self.depth = self.depth.saturating_sub(1);
        if self.passing.is_some() {
            if self.passing == closes {
                self.passing = None;
            }
            return None;
        }
        if self.statement == closes {
            self.statement = None;
            return None;
        }
        let done = self.open.pop()?;
        let Some(parent) = self.open.last_mut() else {
            self.elements = 0;
            return Some(done);
        };
        parent.children.push(done);
        None
    }

    fn add(&mut self, words: &str) {
        if self.passing.is_none()
            && let Some(element) = self.open.last_mut()
        {
            element.text.push_str(words);
        }
    }
}
