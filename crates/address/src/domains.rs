//! Domains that people have their mail at. Data only.

use crate::typo::letters;

/// A domain that a typo may have meant.
pub struct Meant {
    pub domain: &'static str,
    /// What stands before the first dot.
    pub name: &'static str,
    /// The letters of the name, compared before the name is.
    pub letters: u32,
}

impl Meant {
    /// `com`, `co.uk`, …
    pub fn ending(&self) -> &'static str {
        self.domain.get(self.name.len() + 1..).unwrap_or_default()
    }

    pub fn is(&self, name: &str, ending: &str) -> bool {
        self.name == name && self.ending() == ending
    }
}

const fn meant(domain: &'static str) -> Meant {
    let mut length = 0;
    while domain.as_bytes()[length] != b'.' {
        length += 1;
    }
    let (name, _) = domain.split_at(length);
    Meant { domain, name, letters: letters(name) }
}

/// Where many people have their mail, with a name long enough that a word near it is a slip: `gmx`,
/// `aol`, `live` and `free` are near to too many others.
#[rustfmt::skip]
pub static MEANT: [Meant; 52] = [
    meant("gmail.com"), meant("googlemail.com"), meant("hotmail.com"), meant("outlook.com"),
    meant("yahoo.com"), meant("icloud.com"), meant("protonmail.com"), meant("fastmail.com"),
    meant("proton.me"), meant("yahoo.co.uk"), meant("yahoo.co.in"), meant("yahoo.com.br"),
    meant("yahoo.com.au"), meant("yahoo.ca"), meant("yahoo.fr"), meant("yahoo.es"), meant("yahoo.de"),
    meant("yahoo.it"), meant("hotmail.co.uk"), meant("hotmail.fr"), meant("hotmail.es"),
    meant("hotmail.de"), meant("hotmail.it"), meant("hotmail.com.br"), meant("outlook.fr"),
    meant("outlook.es"), meant("outlook.de"), meant("rocketmail.com"), meant("tutanota.com"),
    meant("btinternet.com"), meant("comcast.net"), meant("verizon.net"), meant("sbcglobal.net"),
    meant("bellsouth.net"), meant("t-online.de"), meant("freenet.de"), meant("arcor.de"),
    meant("mailbox.org"), meant("posteo.de"), meant("wanadoo.fr"), meant("orange.fr"), meant("laposte.net"),
    meant("libero.it"), meant("virgilio.it"), meant("tiscali.it"), meant("telefonica.net"),
    meant("bigpond.com"), meant("yandex.ru"), meant("rambler.ru"), meant("rediffmail.com"),
    meant("seznam.cz"), meant("bluewin.ch"),
];

/// Endings that no domain has, and what was meant.
pub const NO_ENDINGS: [(&str, &str); 17] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("comm", "com"),
    ("coom", "com"),
    ("ccom", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("cpm", "com"),
    ("cim", "com"),
    ("clm", "com"),
    ("coml", "com"),
    ("ent", "net"),
    ("nte", "net"),
    ("nett", "net"),
    ("ogr", "org"),
    ("rog", "org"),
];

/// Endings that exist, and that one of the names above has not: asked about there alone.
pub const ENDINGS: [(&str, &str); 12] = [
    ("co", "com"),
    ("cm", "com"),
    ("om", "com"),
    ("c", "com"),
    ("cn", "com"),
    ("ne", "net"),
    ("co.u", "co.uk"),
    ("co.k", "co.uk"),
    ("co.ku", "co.uk"),
    ("couk", "co.uk"),
    ("com.uk", "co.uk"),
    ("com.b", "com.br"),
];

/// Every domain that is believed as it stands, sorted: those above, those of the same providers in
/// other countries, other providers, and real ones that look like a slip of one.
#[rustfmt::skip]
pub static KNOWN: [&str; 347] = [
    "126.com", "163.com", "a1.net", "abv.bg", "alice.de", "alice.it", "aol.co.uk", "aol.com", "aol.de",
    "aol.es", "aol.fr", "aol.it", "aon.at", "arcor.de", "att.net", "azet.sk", "bbox.fr", "bell.net",
    "bellsouth.net", "bigpond.com", "bk.ru", "bluewin.ch", "blueyonder.co.uk", "bol.com.br",
    "btinternet.com", "casema.nl", "centrum.cz", "charter.net", "chello.at", "citromail.hu", "cloud.com",
    "comcast.net", "coolmail.com", "cox.net", "daum.net", "disroot.org", "docomo.ne.jp", "duck.com",
    "earthlink.net", "email.com", "email.cz", "email.de", "email.org", "excite.com", "ezweb.ne.jp",
    "fastmail.co.uk", "fastmail.com", "fastmail.com.au", "fastmail.fm", "fastmail.net", "fastmail.org",
    "fastmail.us", "fastmall.com", "fmail.com", "foxmail.com", "free.fr", "freemail.de", "freemail.hu",
    "freenet.de", "gail.com", "gazeta.pl", "globo.com", "gmail.com", "gmx.at", "gmx.ch", "gmx.co.uk",
    "gmx.com", "gmx.de", "gmx.es", "gmx.eu", "gmx.fr", "gmx.net", "gmx.org", "gmx.us", "googlemail.com",
    "gotmail.com", "grail.com", "hanmail.net", "hetnet.nl", "hey.com", "hispeed.ch", "hitmail.com",
    "hmail.com", "home.nl", "hotmail.at", "hotmail.be", "hotmail.ca", "hotmail.ch", "hotmail.cl",
    "hotmail.co.il", "hotmail.co.jp", "hotmail.co.nz", "hotmail.co.th", "hotmail.co.uk", "hotmail.co.za",
    "hotmail.com", "hotmail.com.ar", "hotmail.com.au", "hotmail.com.br", "hotmail.com.hk", "hotmail.com.mx",
    "hotmail.com.tr", "hotmail.com.tw", "hotmail.de", "hotmail.dk", "hotmail.es", "hotmail.fi",
    "hotmail.fr", "hotmail.gr", "hotmail.hu", "hotmail.ie", "hotmail.it", "hotmail.jp", "hotmail.nl",
    "hotmail.no", "hotmail.ph", "hotmail.rs", "hotmail.se", "hotmail.sg", "hushmail.com", "i.ua",
    "icloud.com", "ig.com.br", "iinet.net.au", "inbox.com", "inbox.lv", "inbox.ru", "interia.pl",
    "internet.ru", "jmail.com", "juno.com", "keemail.me", "kpnmail.nl", "laposte.net", "libero.it",
    "list.ru", "live.at", "live.be", "live.ca", "live.cl", "live.cn", "live.co.uk", "live.co.za",
    "live.com", "live.com.ar", "live.com.au", "live.com.mx", "live.com.pt", "live.de", "live.dk", "live.es",
    "live.fr", "live.hk", "live.ie", "live.in", "live.it", "live.jp", "live.nl", "live.no", "live.ru",
    "live.se", "love.com", "lycos.com", "mac.com", "mail.bg", "mail.com", "mail.de", "mail.ru",
    "mailbox.de", "mailbox.org", "mailfence.com", "me.com", "msn.com", "mymail.com", "myyahoo.com",
    "naver.com", "neuf.fr", "ntlworld.com", "numericable.fr", "o2.pl", "onet.pl", "optonline.net",
    "optusnet.com.au", "orage.fr", "orange.fr", "otenet.gr", "outlook.at", "outlook.be", "outlook.cl",
    "outlook.co.il", "outlook.co.nz", "outlook.co.th", "outlook.com", "outlook.com.ar", "outlook.com.au",
    "outlook.com.br", "outlook.com.gr", "outlook.com.tr", "outlook.com.vn", "outlook.cz", "outlook.de",
    "outlook.dk", "outlook.es", "outlook.fr", "outlook.hu", "outlook.ie", "outlook.in", "outlook.it",
    "outlook.jp", "outlook.kr", "outlook.lv", "outlook.my", "outlook.ph", "outlook.pt", "outlook.sa",
    "outlook.sg", "outlook.sk", "passport.com", "photon.me", "planet.nl", "pm.me", "post.com", "posteo.de",
    "posteo.eu", "posteo.net", "posteo.org", "proton.com", "proton.me", "protonmail.ch", "protonmail.com",
    "proximus.be", "qmail.com", "qq.com", "rambler.ru", "range.fr", "rediffmail.com", "riseup.net",
    "rocketmail.com", "rogers.com", "runbox.com", "sapo.pt", "sbcglobal.net", "sent.com", "seznam.cz",
    "sfr.fr", "shaw.ca", "sina.com", "sky.com", "skynet.be", "softbank.ne.jp", "sohu.com", "startmail.com",
    "sunrise.ch", "sympatico.ca", "systemli.org", "t-online.de", "talktalk.net", "telefonica.net",
    "telenet.be", "telus.net", "terra.com.br", "tin.it", "tiscali.co.uk", "tiscali.it", "tmail.com",
    "tuta.com", "tuta.io", "tutamail.com", "tutanota.com", "tutanota.de", "ukr.net", "uol.com.br",
    "usa.com", "verizon.net", "videotron.ca", "virgilio.it", "virgin.net", "virginmedia.com", "vmail.com",
    "volny.cz", "wanadoo.fr", "web.de", "webmail.com", "windowslive.com", "wp.pl", "xmail.com", "xs4all.nl",
    "xtra.co.nz", "ya.ru", "yahoo.at", "yahoo.be", "yahoo.ca", "yahoo.ch", "yahoo.cl", "yahoo.cn",
    "yahoo.co.id", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.kr", "yahoo.co.nz", "yahoo.co.th", "yahoo.co.uk",
    "yahoo.co.za", "yahoo.com", "yahoo.com.ar", "yahoo.com.au", "yahoo.com.br", "yahoo.com.cn",
    "yahoo.com.co", "yahoo.com.hk", "yahoo.com.mx", "yahoo.com.my", "yahoo.com.pe", "yahoo.com.ph",
    "yahoo.com.sg", "yahoo.com.tr", "yahoo.com.tw", "yahoo.com.ve", "yahoo.com.vn", "yahoo.de", "yahoo.dk",
    "yahoo.es", "yahoo.fi", "yahoo.fr", "yahoo.gr", "yahoo.hu", "yahoo.ie", "yahoo.in", "yahoo.it",
    "yahoo.nl", "yahoo.no", "yahoo.pl", "yahoo.pt", "yahoo.ro", "yahoo.se", "yandex.by", "yandex.com",
    "yandex.kz", "yandex.ru", "yandex.ua", "yeah.net", "ymail.com", "ziggo.nl", "zmail.com", "zoho.com",
    "zoho.eu", "zohomail.com",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_up_is_sorted_and_every_domain_that_is_meant_is_believed() {
        assert!(KNOWN.is_sorted_by(|one, next| one < next));
        for one in &MEANT {
            assert!(KNOWN.binary_search(&one.domain).is_ok(), "{}", one.domain);
            assert!(one.name.len() >= 5, "{}", one.domain);
        }
        assert!(MEANT.iter().any(|one| one.is("yahoo", "co.uk")));
    }
}
