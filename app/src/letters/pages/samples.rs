//! A made-up letter in each state that its page can be in. It never names a real person.

use super::*;
use crate::web::i18n::Say;

/// The page as a first visitor finds it.
pub fn page(frame: Frame) -> LetterPage {
    let words = Words::of(&frame.say);
    LetterPage {
        script: "/assets/sign.js".to_owned(),
        headline: words.headline.to_owned(),
        ask: words.ask.to_owned(),
        addressee: "Marc Benioff, Salesforce".to_owned(),
        picture: None,
        count: Count {
            signatures: 48_213,
            as_of: frame.say.moment(1_536_613_500_000_000, "America/Los_Angeles"),
            by_relation: vec![
                RelationCount { label: words.relations[0].to_owned(), signatures: 30_112 },
                RelationCount { label: words.relations[1].to_owned(), signatures: 12_001 },
                RelationCount { label: words.relations[2].to_owned(), signatures: 6_100 },
            ],
            held: 312,
            removed: vec![("letters-removed-false", 1_204)],
            names_per_mailbox: 2,
        },
        letter: LetterText {
            title: words.title.to_owned(),
            lang: frame.say.language().tag().to_owned(),
            dir: frame.say.language().dir().to_owned(),
            html: Markup::ours(words.letter.to_owned()),
            words: 180,
            changed: None,
        },
        form: form(&words),
        roll: roll(&words),
        names: "/campaigns/dropsalesforce/letters/letter/names".to_owned(),
        endorsers: Endorsers::default(),
        group: group(),
        about: "Fight for the Future coordinates; others support it.".to_owned(),
        summary: words.ask.to_owned(),
        notice: "/campaigns/dropsalesforce/privacy".to_owned(),
        contact: Some("letters@example.org".to_owned()),
        other_letters: Vec::new(),
        posts: Some(crate::posts::pages::samples::teaser(&frame.say)),
        events: Vec::new(),
        all_events: String::new(),
        fundraisers: Vec::new(),
        replies: Replies::default(),
        goals: None,
        press: "/campaigns/dropsalesforce/press".to_owned(),
        frame,
    }
}

/// Every state by name.
pub fn all(frame: impl Fn() -> Frame) -> Vec<(&'static str, LetterPage)> {
    let mut pages = vec![("letter", page(frame()))];
    let mut add = |name, change: fn(&mut LetterPage)| {
        let mut page = page(frame());
        change(&mut page);
        pages.push((name, page));
    };
    add("letter-first", |page| {
        page.count.signatures = 0;
        page.roll.clear();
    });
    add("letter-one", |page| {
        page.count.signatures = 1;
        page.roll.clear();
    });
    add("letter-million", |page| page.count.signatures = 1_000_000);
    add("letter-ten-million", |page| page.count.signatures = 10_000_000);
    add("letter-long", |page| {
        page.letter.html = Markup::ours(page.letter.html.as_str().repeat(16));
        page.letter.words = 2_900;
        page.letter.changed = Some(ChangedWords {
            on: page.frame.say.day(1_536_613_500_000_000, "UTC"),
            reason: String::new(),
            earlier: 1,
            url: "/wordings".to_owned(),
        });
    });
    add("letter-short", |page| {
        page.posts = None;
        page.letter.html = Markup::ours("<p>End the contract.</p>".to_owned());
        page.count.by_relation.clear();
    });
    add("letter-foreign", |page| {
        let other = if page.letter.lang == "ar" { ("en", "ltr") } else { ("ar", "rtl") };
        (page.letter.lang, page.letter.dir) = (other.0.to_owned(), other.1.to_owned());
        let words = if other.0 == "ar" { AR } else { EN };
        page.letter.title = words.title.to_owned();
        page.letter.html = Markup::ours(words.letter.to_owned());
    });
    add("letter-closed", |page| {
        page.form.standing = Standing::Closed;
    });
    add("letter-everything", everything);
    add("letter-mistakes", mistakes);
    add("letter-suggestion", |page| {
        page.form.name = "Sam Example".to_owned();
        page.form.email = "sam@gmial.example".to_owned();
        page.form.email_as_typed = Some(page.form.email.clone());
        let problem = Problem::EmailSuggestion {
            typed: "sam@gmial.example".to_owned(),
            meant: "sam@gmail.example".to_owned(),
        };
        page.form.trouble = Trouble::Mistakes(vec![Mistake::new(Field::Email, problem)]);
    });
    add("letter-too-many", |page| {
        page.form.name = "Sam Example".to_owned();
        page.form.trouble = Trouble::TooMany { seconds: 3 };
    });
    add("letter-just-closed", |page| {
        page.form.standing = Standing::Closed;
        page.form.trouble = Trouble::JustClosed;
    });
    add("letter-busy", |page| page.form.trouble = Trouble::Busy);
    add("letter-headline-long", |page| {
        page.headline =
            "We ask the city to keep every one of its forty-one libraries open on Sundays".to_owned();
    });
    add("letter-headline-one-word", |page| page.headline = "Stop".to_owned());
    add("letter-headline-unbroken", |page| page.headline = "Donaudampfschifffahrtsgesellschaft".to_owned());
    add("letter-names", names);
    pages
}

/// Everything that can be asked, shown and linked.
fn everything(page: &mut LetterPage) {
    page.form.asks_postal_code = true;
    page.form.asks_comment = true;
    page.form.countries = [("DE", "Deutschland"), ("GB", "United Kingdom"), ("US", "United States")]
        .map(|(value, label)| Choice { value: value.to_owned(), label: label.to_owned() })
        .to_vec();
    let one = page.form.relations[0].clone();
    page.form.relations = (1..=7)
        .map(|n| Choice { value: format!("{}-{n}", one.value), label: format!("{} {n}", one.label) })
        .collect();
    page.form.source = "poster".to_owned();
    page.frame.clock = Some(page.frame.say.moment(1_536_588_300_000_000, "America/Los_Angeles"));
    page.picture = Some(Picture {
        url: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 600'%3E%3Cpath fill='%23777' d='M0 0h1200v600H0z'/%3E%3C/svg%3E".to_owned(),
        alt: "A grey field".to_owned(),
        credit: "Example Press".to_owned(),
        width: 1200,
        height: 600,
    });
    page.other_letters = vec![Named { name: "To the city".to_owned(), url: "#".to_owned() }];
}

/// All that can be wrong at once.
fn mistakes(page: &mut LetterPage) {
    everything(page);
    page.form.name = "<script>alert(1)</script> http://spam.example".to_owned();
    page.form.email = "sam at example".to_owned();
    page.form.comment = "“Because”".to_owned();
    page.form.trouble = Trouble::Mistakes(
        [
            (Field::Name, Problem::NameHasLink),
            (Field::Email, Problem::EmailBroken),
            (Field::Relation, Problem::NotAChoice),
            (Field::PostalCode, Problem::PostalCodeBroken),
            (Field::Country, Problem::NotAChoice),
            (Field::Comment, Problem::HasControl),
            (Field::Consent, Problem::NotAChoice),
        ]
        .map(|(field, problem)| Mistake::new(field, problem))
        .to_vec(),
    );
}

fn names(page: &mut LetterPage) {
    let relation = page.roll[0].relation.clone();
    page.roll = ["J", "🦊🌻", "مثال أمل", "李例子", "<b>Bold</b> & Sons", &"Wolfe".repeat(40), "Ada Example"]
        .map(|name| Signer { name: name.to_owned(), relation: relation.clone(), earlier: None })
        .to_vec();
    page.addressee = "The very honourable members of the board of Example Holdings International, its subsidiaries and their auditors".to_owned();
    page.ask = "W".repeat(200);
}

pub fn wording(frame: Frame) -> WordingPage {
    let LetterPage { frame, addressee, letter: text, .. } = page(frame);
    let moment = |micros| frame.say.moment(micros, "America/Los_Angeles");
    WordingPage {
        version: 1,
        from: moment(1_536_613_500_000_000),
        until: moment(1_536_700_000_000_000),
        addressee,
        text,
        letter: letter(),
        frame,
    }
}

pub fn group() -> Named {
    Named { name: "Fight for the Future".to_owned(), url: "https://www.example.org/".to_owned() }
}

pub fn letter() -> Named {
    Named { name: "Drop the border contract".to_owned(), url: "letter.html".to_owned() }
}

pub fn relation(say: &Say) -> String {
    Words::of(say).choices[0].to_owned()
}

pub fn consent(say: &Say) -> String {
    Words::of(say).consent.to_owned()
}

fn form(words: &Words) -> SignForm {
    SignForm {
        action: "/campaigns/dropsalesforce/letters/contract/signatures".to_owned(),
        relations: ["customer", "would-be-customer"]
            .iter()
            .zip(words.choices)
            .map(|(value, label)| Choice { value: (*value).to_owned(), label: label.to_owned() })
            .collect(),
        consents: vec![Consent {
            partner: "greenpeace".to_owned(),
            words: words.consent.to_owned(),
            given: false,
            privacy: Named {
                name: "Greenpeace".to_owned(),
                url: "https://greenpeace.example.org/privacy".to_owned(),
            },
        }],
        link_days: 7,
        ..SignForm::default()
    }
}

fn roll(words: &Words) -> Vec<Signer> {
    [
        "Ada Example",
        "Ngozi Example",
        "李例子",
        "Bartholomew Featherstonehaugh-Example",
        "مثال أمل",
        "Jo Example",
        "Zoë Example",
        "A. Example",
        "Łucja Przykład",
        "Sam Example",
        "Priya Example",
        "Ünal Örnek",
        "Chidi Example",
        "Marisol Ejemplo",
        "Tāne Tauira",
    ]
    .iter()
    .enumerate()
    .map(|(place, name)| Signer {
        name: (*name).to_owned(),
        relation: words.choices[place % 2].to_owned(),
        earlier: None,
    })
    .collect()
}

struct Words {
    headline: &'static str,
    ask: &'static str,
    title: &'static str,
    letter: &'static str,
    relations: [&'static str; 3],
    choices: [&'static str; 2],
    consent: &'static str,
}

impl Words {
    fn of(say: &Say) -> Self {
        match say.language().tag() {
            "es" => ES,
            "ar" => AR,
            _ => EN,
        }
    }
}

const EN: Words = Words {
    headline: "Drop the border contract",
    ask: "We are the people who pay for Salesforce. We ask it to end its contract with US Customs and Border Protection.",
    title: "To the company whose software runs our work",
    letter: "<p>In March you were chosen as the platform on which a border agency will modernise itself. We use the same tools to answer patients, members and neighbours. We did not sign up to share them with an agency that has separated families.</p><p>You have said that equality is a value you keep. A value is what is left when a contract is on the other side of the scale. We have read your reasons, and those of the agency. We are <em>not</em> persuaded that a platform is only a platform.</p><blockquote><p>We ask you to end the agreement, to say in public which border work your products serve, and to let the people who build them speak without fear.</p></blockquote><p>We are your customers and the customers you hope for. Until the contract ends, expect to hear from us.</p>",
    relations: ["Customers", "Would-be customers", "Would rather not say"],
    choices: ["customer", "would-be customer"],
    consent: "Greenpeace may write to me about this campaign",
};

const ES: Words = Words {
    headline: "Rompan el contrato con la frontera",
    ask: "Somos quienes pagamos Salesforce. Le pedimos que ponga fin a su contrato con la agencia de aduanas y fronteras de Estados Unidos.",
    title: "A la empresa cuyo programa sostiene nuestro trabajo",
    letter: "<p>En marzo fueron elegidos como la plataforma con la que se modernizará una agencia de fronteras. Usamos las mismas herramientas para atender a pacientes, socias y vecinos. No las contratamos para compartirlas con una agencia que ha separado familias.</p><p>Han dicho que la igualdad es un valor que ustedes mantienen. Un valor es lo que queda cuando al otro lado de la balanza hay un contrato. Hemos leído sus razones y las de la agencia. No nos convence que una plataforma sea solo una plataforma.</p><p>Les pedimos que terminen el acuerdo, que digan en público a qué trabajos de frontera sirven sus productos y que dejen hablar sin miedo a quienes los construyen.</p>",
    relations: ["Clientes", "Posibles clientes", "Prefieren no decirlo"],
    choices: ["cliente", "posible cliente"],
    consent: "Greenpeace puede escribirme sobre esta campaña",
};

const AR: Words = Words {
    headline: "أنهوا عقد الحدود",
    ask: "نحن من يدفع ثمن Salesforce، ونطالبها بإنهاء عقدها مع هيئة الجمارك وحماية الحدود الأمريكية.",
    title: "إلى الشركة التي تدير برامجُها أعمالَنا",
    letter: "<p>في مارس وقع الاختيار عليكم لتكونوا المنصة التي تُحدِّث بها هيئةُ الحدود نفسَها. نحن نستخدم الأدوات ذاتها لنجيب المرضى والأعضاء والجيران، ولم نشترك فيها لنتقاسمها مع جهة فرّقت بين الأسر.</p><p>قلتم إن المساواة قيمة تتمسكون بها. والقيمة هي ما يبقى حين يوضع العقد في الكفة الأخرى من الميزان. قرأنا أسبابكم وأسباب الهيئة، ولم نقتنع بأن المنصة مجرد منصة.</p><p>نطالبكم بإنهاء الاتفاق، وبأن تعلنوا أي أعمال الحدود تخدمها منتجاتكم، وبأن تتركوا من يصنعونها يتكلمون بلا خوف.</p>",
    relations: ["العملاء", "العملاء المحتملون", "فضّلوا عدم الإفصاح"],
    choices: ["عميل", "عميل محتمل"],
    consent: "يمكن لمنظمة Greenpeace أن تراسلني بشأن هذه الحملة",
};
