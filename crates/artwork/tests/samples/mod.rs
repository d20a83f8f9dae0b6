//! Cards as campaigns would have them, and as nobody would: shared by the stories and the example.

use broadside_artwork::{Card, Progress, Rgb};

const RED: Rgb = Rgb(0xc8, 0x20, 0x1a);

pub const BASE: Card<'static> = Card {
    language: "en",
    headline: "Drop the border contract",
    kicker: "Fight for the Future to Salesforce",
    target: Some("To Marc Benioff, CEO of Salesforce"),
    count: "48,213",
    count_label: "people have signed",
    as_of: "as of 10 September 2018, 14:05",
    goal: Some(Progress { share: 0.964, label: "of 50,000" }),
    signal: RED,
    site: "dropsalesforce.com",
};

type Samples = Vec<(&'static str, Card<'static>)>;

pub fn all() -> Samples {
    [
        english(),
        counts(),
        strains(),
        spanish_and_arabic(),
        chinese(),
        east_and_emoji(),
        others(),
        south_and_caucasus(),
    ]
    .concat()
}

fn english() -> Samples {
    vec![
        ("english", BASE),
        ("english-40", Card { headline: "Keep every library in the city open late", ..BASE }),
        (
            "english-120",
            Card {
                headline: "We the undersigned ask the city council to keep every one of its forty-one libraries open on Sundays and in the evenings",
                ..BASE
            },
        ),
    ]
}

fn counts() -> Samples {
    vec![
        ("short", Card { headline: "Drop it", goal: None, count: "40", ..BASE }),
        ("one-word", Card { headline: "Listen.", target: None, ..BASE }),
        ("nobody-yet", Card { count: "0", goal: Some(Progress { share: 0.0, label: "of 1,000" }), ..BASE }),
        (
            "eight-digits",
            Card {
                count: "12,345,678",
                goal: Some(Progress { share: 0.6172, label: "of 20,000,000" }),
                signal: Rgb(0x1d, 0x4e, 0x89),
                headline: "Keep every library in the city open late",
                ..BASE
            },
        ),
        (
            "eight-digits-short",
            Card {
                count: "12,345,678",
                goal: Some(Progress { share: 0.6172, label: "of 20,000,000" }),
                ..BASE
            },
        ),
    ]
}

fn strains() -> Samples {
    vec![
        ("no-target-no-goal", Card { target: None, goal: None, signal: Rgb(0x0b, 0x6e, 0x3f), ..BASE }),
        ("yellow", Card { signal: Rgb(0xff, 0xd6, 0x00), ..BASE }),
        (
            "long-target",
            Card {
                target: Some(
                    "To Her Excellency Professor Dr. Maria Magdalena von Hohenzollern-Sigmaringen, United Nations High Commissioner for Human Rights",
                ),
                kicker: "The International Federation of Public Library Workers’ Unions and Friends to the United Nations",
                site: "a-very-long-campaign-name.example.org",
                ..BASE
            },
        ),
        (
            "overlong-word",
            Card {
                headline: "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik schließen",
                language: "de",
                kicker: "Die Belegschaft an die Direktion",
                target: None,
                count_label: "Menschen haben unterschrieben",
                as_of: "Stand: 10. September 2018, 14:05",
                goal: Some(Progress { share: 0.5, label: "von 100.000" }),
                ..BASE
            },
        ),
    ]
}

fn spanish_and_arabic() -> Samples {
    vec![
        (
            "spanish",
            Card {
                language: "es",
                headline: "¡Rescindan el contrato de la frontera ya!",
                kicker: "Fight for the Future a Salesforce",
                target: Some("A Marc Benioff, director general de Salesforce"),
                count: "48.213",
                count_label: "personas han firmado",
                as_of: "a 10 de septiembre de 2018, 14:05",
                goal: Some(Progress { share: 0.964, label: "de 50.000" }),
                ..BASE
            },
        ),
        (
            "arabic",
            Card {
                language: "ar",
                headline: "ألغوا عقد الحدود",
                kicker: "من «Fight for the Future» إلى Salesforce",
                target: Some("إلى مارك بينيوف، المدير التنفيذي لشركة Salesforce"),
                count: "48,213",
                count_label: "شخصًا وقّعوا",
                as_of: "حتى 10 سبتمبر 2018، 14:05",
                goal: Some(Progress { share: 0.964, label: "من 50,000" }),
                ..BASE
            },
        ),
        (
            "arabic-long",
            Card {
                language: "ar",
                headline: "نحن الموقّعين أدناه نطلب من مجلس المدينة أن يُبقي كل مكتباتها الإحدى والأربعين مفتوحة أيام الأحد وفي المساء للجميع (بلا استثناء)!",
                kicker: "من أصدقاء المكتبات إلى مجلس المدينة",
                target: None,
                count: "١٢٬٣٤٥٬٦٧٨",
                count_label: "شخصًا وقّعوا",
                as_of: "حتى ١٠ سبتمبر ٢٠١٨، ١٤:٠٥",
                goal: Some(Progress { share: 0.25, label: "من ٥٠٬٠٠٠٬٠٠٠" }),
                ..BASE
            },
        ),
    ]
}

fn chinese() -> Samples {
    vec![
        (
            "chinese",
            Card {
                language: "zh-Hans",
                headline: "终止边境合同",
                kicker: "“为未来而战”致 Salesforce",
                target: Some("致 Salesforce 首席执行官马克·贝尼奥夫"),
                count: "48,213",
                count_label: "人已签名",
                as_of: "截至2018年9月10日 14:05",
                goal: Some(Progress { share: 0.964, label: "目标 50,000" }),
                ..BASE
            },
        ),
        (
            "chinese-long",
            Card {
                language: "zh-Hans",
                headline: "我们要求市议会让全市四十一座图书馆在周日和晚间继续开放，因为“图书馆属于每一个人”，而不只属于白天有空的人——请立即行动！",
                kicker: "图书馆之友致市议会",
                target: None,
                count: "12,345,678",
                count_label: "人已签名",
                as_of: "截至2018年9月10日 14:05",
                goal: Some(Progress { share: 0.6, label: "目标 20,000,000" }),
                ..BASE
            },
        ),
    ]
}

fn east_and_emoji() -> Samples {
    vec![
        (
            "chinese-traditional",
            Card {
                language: "zh-Hant",
                headline: "請讓圖書館在晚間繼續開放",
                kicker: "圖書館之友致市議會",
                target: None,
                count_label: "人已簽名",
                as_of: "截至2018年9月10日 14:05",
                ..BASE
            },
        ),
        (
            "japanese",
            Card {
                language: "ja",
                headline: "図書館を夜も開けてください",
                kicker: "図書館の友から市議会へ",
                target: None,
                count_label: "人が署名しました",
                as_of: "2018年9月10日 14:05 現在",
                ..BASE
            },
        ),
        (
            "korean",
            Card {
                language: "ko",
                headline: "도서관을 밤에도 열어 주세요",
                kicker: "도서관의 친구들이 시의회에",
                target: None,
                count_label: "명이 서명했습니다",
                as_of: "2018년 9월 10일 14:05 기준",
                ..BASE
            },
        ),
        (
            "emoji",
            Card {
                headline: "Keep our libraries open 📚❤️ for everyone 👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈",
                kicker: "Friends of the Library 🦉 to the city 🇺🇦🇳🇿",
                target: None,
                ..BASE
            },
        ),
    ]
}

fn others() -> Samples {
    vec![
        (
            "hebrew",
            Card {
                language: "he",
                headline: "השאירו את הספריות פתוחות בערב",
                kicker: "ידידי הספרייה אל מועצת העיר",
                target: None,
                count_label: "אנשים חתמו",
                as_of: "נכון ל־10 בספטמבר 2018, 14:05",
                goal: None,
                ..BASE
            },
        ),
        (
            "russian",
            Card {
                language: "ru",
                headline: "Расторгните пограничный контракт",
                kicker: "Борьба за будущее — компании Salesforce",
                target: Some("Марку Бениоффу, генеральному директору"),
                count: "48 213",
                count_label: "человек подписали",
                as_of: "на 10 сентября 2018 г., 14:05",
                goal: None,
                ..BASE
            },
        ),
        (
            "greek",
            Card {
                language: "el",
                headline: "Κρατήστε ανοιχτές τις βιβλιοθήκες",
                kicker: "Οι φίλοι της βιβλιοθήκης προς τον δήμο",
                target: None,
                count_label: "άτομα υπέγραψαν",
                as_of: "έως τις 10 Σεπτεμβρίου 2018, 14:05",
                goal: None,
                ..BASE
            },
        ),
        (
            "hindi",
            Card {
                language: "hi",
                headline: "पुस्तकालयों को शाम को भी खुला रखें",
                kicker: "पुस्तकालय के मित्र, नगर परिषद से",
                target: None,
                count_label: "लोगों ने हस्ताक्षर किए",
                as_of: "10 सितंबर 2018, 14:05 तक",
                goal: None,
                ..BASE
            },
        ),
        (
            "thai",
            Card {
                language: "th",
                headline: "ขอให้ห้องสมุดเปิดให้บริการในตอนเย็นและวันอาทิตย์",
                kicker: "เพื่อนห้องสมุดถึงสภาเมือง",
                target: None,
                count_label: "คนลงชื่อแล้ว",
                as_of: "ณ วันที่ 10 กันยายน 2018 เวลา 14:05",
                goal: None,
                ..BASE
            },
        ),
    ]
}

fn south_and_caucasus() -> Samples {
    vec![
        (
            "bengali",
            Card {
                language: "bn",
                headline: "গ্রন্থাগার সন্ধ্যায় খোলা রাখুন",
                kicker: "গ্রন্থাগারের বন্ধুরা, নগর পরিষদকে",
                target: Some("রবীন্দ্রনাথ ঠাকুরকে"),
                count_label: "জন সই করেছেন",
                as_of: "10 সেপ্টেম্বর 2018, 14:05 পর্যন্ত",
                goal: None,
                ..BASE
            },
        ),
        (
            "tamil",
            Card {
                language: "ta",
                headline: "நூலகங்களை மாலையிலும் திறந்து வையுங்கள்",
                kicker: "நூலக நண்பர்கள், நகர மன்றத்திற்கு",
                target: Some("சுப்பிரமணிய பாரதிக்கு"),
                count_label: "பேர் கையெழுத்திட்டனர்",
                as_of: "10 செப்டம்பர் 2018, 14:05 வரை",
                goal: None,
                ..BASE
            },
        ),
        (
            "georgian",
            Card {
                language: "ka",
                headline: "ბიბლიოთეკები საღამოსაც ღია იყოს",
                kicker: "ბიბლიოთეკის მეგობრები ქალაქის საბჭოს",
                target: Some("შოთა რუსთაველს"),
                count_label: "ადამიანმა მოაწერა ხელი",
                as_of: "2018 წლის 10 სექტემბერი, 14:05",
                goal: None,
                ..BASE
            },
        ),
        (
            "armenian",
            Card {
                language: "hy",
                headline: "Գրադարանները բաց պահեք նաև երեկոյան",
                kicker: "Գրադարանի ընկերները՝ քաղաքային խորհրդին",
                target: Some("Հովհաննես Թումանյանին"),
                count_label: "մարդ ստորագրել է",
                as_of: "2018 թ. սեպտեմբերի 10, 14:05",
                goal: None,
                ..BASE
            },
        ),
        (
            "names-in-english",
            Card {
                target: Some("To সত্যজিৎ রায়, மு. கருணாநிதி, ნინო & Արամ"), ..BASE
            },
        ),
    ]
}
