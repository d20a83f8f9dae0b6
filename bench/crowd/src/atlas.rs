//! Where people are: countries with their clocks, tongues, mail providers and lines.

use crate::dice::Dice;
use crate::network::{Line, Provider};
use crate::people::Tongue::{
    self, African, Arabic, Chinese, Dutch, English, French, German, Greek, Hindi, Indian, Italian, Japanese,
    Korean, Nordic, Persian, Polish, Portuguese, Russian, Single, Spanish, Taiwanese, Turkish, Vietnamese,
};

pub struct Country {
    pub code: &'static str,
    pub hours_from_utc: f64,
    /// How many of a world-wide crowd come from here.
    weight: f64,
    pub tongues: &'static [(Tongue, f64)],
    pub top: &'static str,
    /// Where people there have had their mail for ages.
    pub mail: &'static [&'static str],
}

const fn country(
    code: &'static str,
    hours_from_utc: f64,
    weight: f64,
    tongues: &'static [(Tongue, f64)],
    top: &'static str,
    mail: &'static [&'static str],
) -> Country {
    Country { code, hours_from_utc, weight, tongues, top, mail }
}

pub static COUNTRIES: [Country; 36] = [
    country(
        "US",
        -6.0,
        16.0,
        &[(English, 14.0), (Spanish, 3.0), (Indian, 1.0), (Vietnamese, 0.5), (Italian, 0.5), (German, 0.5)],
        "com",
        &["aol.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net"],
    ),
    country(
        "GB",
        0.0,
        10.0,
        &[(English, 12.0), (Indian, 1.5), (Polish, 0.5), (African, 0.5), (Turkish, 0.2)],
        "co.uk",
        &["btinternet.com", "sky.com", "hotmail.co.uk", "yahoo.co.uk", "ntlworld.com"],
    ),
    country(
        "DE",
        1.0,
        9.0,
        &[(German, 12.0), (Turkish, 1.0), (Polish, 0.6), (Russian, 0.2), (Arabic, 0.2)],
        "de",
        &["gmx.de", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org"],
    ),
    country(
        "FR",
        1.0,
        7.0,
        &[(French, 12.0), (African, 0.8), (Portuguese, 0.6)],
        "fr",
        &["orange.fr", "free.fr", "wanadoo.fr", "laposte.net", "sfr.fr"],
    ),
    country("ES", 1.0, 5.0, &[(Spanish, 1.0)], "es", &["hotmail.es", "yahoo.es", "telefonica.net"]),
    country("IT", 1.0, 5.0, &[(Italian, 1.0)], "it", &["libero.it", "virgilio.it", "tiscali.it", "alice.it"]),
    country("NL", 1.0, 3.0, &[(Dutch, 8.0), (Turkish, 0.6)], "nl", &["ziggo.nl", "kpnmail.nl", "planet.nl"]),
    country("BE", 1.0, 1.5, &[(Dutch, 1.0), (French, 1.0)], "be", &["telenet.be", "skynet.be"]),
    country("CH", 1.0, 1.5, &[(German, 3.0), (French, 1.0), (Italian, 0.5)], "ch", &["bluewin.ch", "gmx.ch"]),
    country("AT", 1.0, 1.5, &[(German, 6.0), (Turkish, 0.4)], "at", &["gmx.at", "aon.at", "chello.at"]),
    country("PL", 1.0, 3.0, &[(Polish, 1.0)], "pl", &["wp.pl", "o2.pl", "interia.pl", "onet.pl"]),
    country("SE", 1.0, 1.8, &[(Nordic, 1.0)], "se", &["telia.com", "hotmail.se"]),
    country("DK", 1.0, 1.0, &[(Nordic, 1.0)], "dk", &["mail.dk", "live.dk"]),
    country("NO", 1.0, 1.0, &[(Nordic, 1.0)], "no", &["online.no", "live.no"]),
    country("FI", 2.0, 0.8, &[(Nordic, 1.0)], "fi", &["kolumbus.fi", "elisanet.fi"]),
    country("IE", 0.0, 1.2, &[(English, 8.0), (Polish, 0.6)], "ie", &["eircom.net"]),
    country("PT", 0.0, 1.2, &[(Portuguese, 1.0)], "pt", &["sapo.pt", "netcabo.pt"]),
    country("GR", 2.0, 1.8, &[(Greek, 1.0)], "gr", &["otenet.gr", "yahoo.gr"]),
    country("TR", 3.0, 2.0, &[(Turkish, 1.0)], "com.tr", &["mynet.com"]),
    country("UA", 2.0, 1.2, &[(Russian, 1.0)], "com.ua", &["ukr.net", "i.ua"]),
    country("RU", 3.0, 1.8, &[(Russian, 1.0)], "ru", &["mail.ru", "yandex.ru", "bk.ru", "rambler.ru"]),
    country("EG", 2.0, 1.5, &[(Arabic, 1.0)], "com", &["yahoo.com"]),
    country("SA", 3.0, 1.0, &[(Arabic, 1.0)], "com.sa", &["hotmail.com"]),
    country("MA", 1.0, 0.8, &[(Arabic, 1.0)], "ma", &["menara.ma"]),
    country("IR", 3.5, 0.8, &[(Persian, 1.0)], "ir", &["chmail.ir"]),
    country(
        "IN",
        5.5,
        7.0,
        &[(Indian, 5.0), (Hindi, 1.5)],
        "in",
        &["rediffmail.com", "yahoo.co.in", "yahoo.in"],
    ),
    country("PK", 5.0, 1.2, &[(Indian, 1.0)], "com.pk", &["yahoo.com"]),
    country("ID", 7.0, 2.0, &[(Single, 1.0)], "co.id", &["yahoo.co.id"]),
    country("VN", 7.0, 1.0, &[(Vietnamese, 1.0)], "vn", &["yahoo.com.vn"]),
    country("CN", 8.0, 1.5, &[(Chinese, 1.0)], "cn", &["qq.com", "163.com", "126.com", "foxmail.com"]),
    country("TW", 8.0, 1.2, &[(Taiwanese, 1.0)], "tw", &["yahoo.com.tw", "hinet.net"]),
    country("JP", 9.0, 2.0, &[(Japanese, 1.0)], "jp", &["yahoo.co.jp", "docomo.ne.jp", "nifty.com"]),
    country("KR", 9.0, 1.2, &[(Korean, 1.0)], "kr", &["naver.com", "daum.net", "hanmail.net"]),
    country("BR", -3.0, 4.0, &[(Portuguese, 6.0), (Italian, 0.6)], "com.br", &["uol.com.br", "bol.com.br"]),
    country("MX", -6.0, 2.5, &[(Spanish, 1.0)], "mx", &["prodigy.net.mx", "live.com.mx"]),
    country("NG", 1.0, 2.0, &[(African, 1.0)], "com.ng", &["yahoo.com", "ymail.com"]),
];

/// Where campaigns of this kind begin: those above of which names are many.
const HOMES: [usize; 9] = [0, 1, 2, 3, 4, 5, 6, 11, 33];

pub struct Atlas {
    providers: Vec<Vec<Provider>>,
    /// Where the campaign is at home.
    home: usize,
}

impl Atlas {
    pub fn new(dice: &mut Dice) -> Self {
        let mut providers = Vec::new();
        for _ in &COUNTRIES {
            providers.push((0..dice.count(3, 6)).map(|_| Provider::new(dice)).collect());
        }
        let home = *dice.pick(&HOMES);
        Self { providers, home }
    }

    pub fn home(&self) -> &'static Country {
        &COUNTRIES[self.home]
    }

    /// Somewhere: at the campaign's home with this probability, else anywhere in the world.
    pub fn somewhere(&self, dice: &mut Dice, at_home: f64) -> &'static Country {
        if dice.chance(at_home) {
            return self.home();
        }
        let weighed: Vec<(usize, f64)> = (0..).zip(COUNTRIES.iter().map(|country| country.weight)).collect();
        &COUNTRIES[*dice.pick_weighted(&weighed)]
    }

    pub fn home_line(&self, dice: &mut Dice, country: &Country) -> Line {
        self.provider(dice, country).home(dice)
    }

    pub fn phone_line(&self, dice: &mut Dice, country: &Country) -> Line {
        self.provider(dice, country).phone(dice)
    }

    fn provider(&self, dice: &mut Dice, country: &Country) -> &Provider {
        let place = COUNTRIES.iter().position(|one| one.code == country.code).unwrap_or(self.home);
        dice.pick_common(&self.providers[place])
    }
}
