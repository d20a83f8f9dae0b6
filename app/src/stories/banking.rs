//! What stories of bank transfers share: whoever keeps the money, announced transfers, and the files of a bank.

use super::desk::{Clerk, GROUP};
use super::fundraising::{change, send};
use super::world::{Answer, World};
use crate::accounts::Role;
use crate::campaigns::definition::{Account, FundraiserKind, Short};
use crate::clock::DAY;
use crate::fundraisers::transfers;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

const BUSES: &str = "/campaigns/dropsalesforce/fundraisers/buses";
pub const DESK: &str = "/desk/campaigns/dropsalesforce/fundraisers/buses";
pub const IBAN: &str = "DE89370400440532013000";

pub fn account() -> Account {
    Account { name: "Our Association".to_owned(), iban: IBAN.to_owned(), bic: Some("COBADEFFXXX".to_owned()) }
}

/// Of whoever keeps the money of a fundraiser with an account, on the day of the statements in these stories.
pub async fn treasurer(world: &World) -> Clerk {
    world.pass(2 * DAY);
    change(world, |one| {
        one.kind = FundraiserKind::Keep;
        one.short = Short::Spend;
        one.currency = "EUR".to_owned();
        one.account = Some(account());
    })
    .await;
    Clerk::of(world, "till@desk.example", GROUP, Role::Treasurer).await
}

/// Announces a transfer; its private link, and its reference.
pub async fn announce(world: &World, name: &str, email: &str, amount: &str) -> (String, String) {
    let form =
        [("way", "transfer"), ("name", name), ("email", email), ("amount", "other"), ("other", amount)];
    let answer = send(world, &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let id = world.number("select max(id) as n from pledge").await;
    (answer.location(), transfers::reference(id).to_string())
}

pub async fn upload(world: &World, clerk: &Clerk, file: &str, fields: &[(&str, String)]) -> Answer {
    send_file(world, clerk, &format!("{DESK}/statements"), fields, file).await
}

/// Sends a form with a file.
pub async fn send_file(
    world: &World,
    clerk: &Clerk,
    path: &str,
    fields: &[(&str, String)],
    file: &str,
) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        body = format!("{body}--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body = format!(
        "{body}--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"statement\"\r\nContent-Type: text/plain\r\n\r\n{file}\r\n--edge--\r\n"
    );
    let request = Request::post(path)
        .header(header::HOST, "letter.example.org")
        .header(header::COOKIE, &clerk.cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    world.request(request.body(Body::from(body)).unwrap()).await
}

/// An entry of CAMT.053.
pub fn entry(number: u32, amount: &str, (name, words): (&str, &str)) -> String {
    let (amount, direction, side) = match amount.strip_prefix('-') {
        Some(amount) => (amount, "DBIT", "Cdtr"),
        None => (amount, "CRDT", "Dbtr"),
    };
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>{direction}</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>2018-09-12</Dt></BookgDt><AcctSvcrRef>B{number}</AcctSvcrRef><NtryDtls><TxDtls>\
         <RltdPties><{side}><Nm>{name}</Nm></{side}></RltdPties><RmtInf><Ustrd>{words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
    )
}

pub fn camt(entries: &[String]) -> String {
    format!(
        "<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>{IBAN}</IBAN></Id></Acct>\n{}</Stmt></BkToCstmrStmt></Document>",
        entries.concat()
    )
}

pub async fn desk(world: &World, clerk: &Clerk) -> String {
    clerk.get(world, &format!("{DESK}/statements")).await.text()
}

/// What is said once a file was read.
pub async fn told(world: &World, clerk: &Clerk, answer: Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    clerk.get(world, &answer.location()).await.text()
}

pub async fn decide(world: &World, clerk: &Clerk, form: &[(&str, &str)]) -> Answer {
    let line = world.number("select min(id) as n from transfer_line where decided_at is null").await;
    clerk.post(world, &format!("{DESK}/transfers/{line}"), form).await
}

pub async fn paid(world: &World) -> i64 {
    world.number("select count(*) as n from pledge where state = 'paid' and receipt is not null").await
}

pub async fn public(world: &World) -> String {
    world.app.funds.forget(world.number("select id as n from campaign where slug = 'dropsalesforce'").await);
    world.get(BUSES).await.text()
}

/// What a form's lists have chosen, and its numbers.
pub fn chosen(page: &str) -> Vec<(&'static str, String)> {
    const NAMES: [&str; 18] = [
        "map_encoding",
        "map_delimiter",
        "map_skip",
        "map_day",
        "map_day_format",
        "map_amount",
        "map_mark",
        "map_credit",
        "map_debit",
        "map_point",
        "map_currency",
        "map_name",
        "map_iban",
        "map_text",
        "map_text_2",
        "map_text_3",
        "map_reference",
        "map_status",
    ];
    let value = |name: &str| {
        let field = page.split(&format!(" name=\"{name}\"")).nth(1).expect("a field");
        if name == "map_skip" {
            return field.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        }
        let options = field.split("</select>").next().unwrap();
        let before = options.split("\" selected").next().unwrap();
        before.rsplit("value=\"").next().unwrap().to_owned()
    };
    NAMES.map(|name| (name, value(name))).into()
}
