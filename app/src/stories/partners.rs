//! A partner of a campaign: what it gets of whom, in a file that age's own command line opens, and who is never in it.

use super::desk::{Clerk, GROUP, link_in, mails};
use super::stories;
use super::world::{Answer, World, below};
use crate::accounts::Role;
use crate::clock::SECOND;
use axum::http::StatusCode;
use broadside_db::{Lane, query_composed};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

const DESK: &str = "/desk/campaigns/dropsalesforce/partners/greenpeace";

/// Who signs in by the newest invitation for a partner.
pub async fn by_invitation(world: &World) -> Clerk {
    let mails = mails(world).await;
    let (_, mail) = mails.iter().rev().find(|(kind, _)| kind == "desk_partner").expect("an invitation");
    Clerk::by_link(world, &link_in(mail)).await
}

/// Where a partner's pages stand for whoever signs in for it.
pub async fn own_path(world: &World, clerk: &Clerk) -> String {
    let home = clerk.get(world, "/desk").await.text();
    let from = home.find("/desk/partnerships/").expect("a partnership on the first page");
    home[from..].split('"').next().unwrap().to_owned()
}

/// What a hidden field of a page holds.
pub fn hidden(page: &str, name: &str) -> String {
    let from = page.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("the field");
    from.split('"').next().unwrap().to_owned()
}

/// Somebody who signs in for Greenpeace, whose terms are accepted.
pub async fn taking_part(world: &World, owner: &Clerk, campaign: &str, email: &str) -> (Clerk, String) {
    let invitations = format!("/desk/campaigns/{campaign}/partners/greenpeace/invitations");
    let answer = owner.post(world, &invitations, &[("email", email)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let clerk = by_invitation(world).await;
    let own = own_path(world, &clerk).await;
    let version = hidden(&clerk.get(world, &own).await.text(), "version");
    let answer = clerk.post(world, &format!("{own}/acceptance"), &[("version", &version)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    (clerk, own)
}

/// Signs with consents and by a source, and confirms; answers the private link.
pub async fn agree(world: &World, name: &str, partners: &[&str], source: &str) -> String {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
    let mut form = vec![("name", name), ("email", email.as_str()), ("source", source)];
    form.extend(partners.iter().map(|partner| ("consent", *partner)));
    let answer = world.submit(&form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let link = world.mail_to(&email).await.link();
    world.press(&link, "confirmation").await;
    link
}

/// A second partner of the reference campaign.
pub async fn with_amnesty(world: &World) {
    world
        .change_campaign(|campaign| {
            let mut amnesty = campaign.partners[0].clone();
            amnesty.slug = "amnesty".to_owned();
            amnesty.name = "Amnesty".to_owned();
            for words in amnesty.consent.values_mut() {
                *words = words.replace("Greenpeace", "Amnesty");
            }
            campaign.partners.push(amnesty);
        })
        .await;
}

/// A pair of keys from age's own command line, kept in the world's folder: the public one.
fn keys(world: &World, file: &str) -> String {
    let path = world.folder().join(file);
    let made = Command::new("age-keygen").arg("-o").arg(&path).output().expect("age-keygen is installed");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().find_map(|line| line.strip_prefix("# public key: ")).unwrap().to_owned()
}

/// What age's own command line makes of a file: its rows by the number of the consent, or nothing where the key does
/// not fit.
fn opened(world: &World, file: &str, answer: &Answer) -> Option<BTreeMap<i64, Vec<String>>> {
    let mut age = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(world.folder().join(file))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("age is installed");
    let (mut input, body) = (age.stdin.take().unwrap(), answer.body.clone());
    let writing = std::thread::spawn(move || input.write_all(&body));
    let read = age.wait_with_output().unwrap();
    // Whoever cannot open it stops reading.
    let _ = writing.join().unwrap();
    if !read.status.success() {
        return None;
    }
    let mut table = csv::Reader::from_reader(read.stdout.as_slice());
    let heads: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads[..4], ["consent", "change", "name", "email"]);
    let rows = table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    Some(rows.map(|row| (row[0].parse().unwrap(), row)).collect())
}

/// Asks for a file and takes it away.
async fn taken(world: &World, clerk: &Clerk, own: &str, form: &[(&str, &str)]) -> Answer {
    world.pass(SECOND);
    let answer = clerk.post(world, &format!("{own}/exports"), form).await;
    assert_eq!(answer.location(), format!("{own}?done=asked"), "{}", answer.text());
    world.work().await;
    let page = clerk.get(world, own).await.text();
    let from = page.find(&format!("{own}/exports/")).expect("a file to take");
    let url = page[from..].split('"').next().unwrap();
    let answer = clerk.get(world, url).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer
}

stories! {
    async fn a_partner_accepts_terms_and_then_sees_those_who_agreed_to_it_and_nobody_else(world: World) {
        with_amnesty(&world).await;
        agree(&world, "Ada Example", &["greenpeace", "amnesty"], "").await;
        agree(&world, "Bo Example", &["amnesty"], "").await;
        agree(&world, "Cy Example", &[], "").await;
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let answer = owner.post(&world, &format!("{DESK}/invitations"), &[("email", "green@example.org")]).await;
        assert_eq!(answer.location(), format!("{DESK}?done=invited"));
        assert!(owner.get(&world, DESK).await.text().contains("the terms are not accepted yet"));
        let green = by_invitation(&world).await;
        let own = own_path(&world, &green).await;
        let terms = green.get(&world, &own).await.text();
        assert!(terms.contains("Either side can end this at any time") && !terms.contains("Ada Example"), "{terms}");
        for closed in ["exports", "key"] {
            let answer = green.post(&world, &format!("{own}/{closed}"), &[("age_key", "x")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "nothing before the terms are accepted");
        }
        let other = green.post(&world, &format!("{own}/acceptance"), &[("version", "0000")]).await;
        assert_eq!(other.status, StatusCode::CONFLICT, "other words than were read are not accepted");
        assert_eq!(world.number("select count(*) as n from partnership where accepted_at is not null").await, 0);
        let answer = green.post(&world, &format!("{own}/acceptance"), &[("version", &hidden(&terms, "version"))]).await;
        assert_eq!(answer.location(), format!("{own}?done=accepted"));
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("Ada Example") && page.contains("ada.example@example.org"), "{page}");
        assert!(!page.contains("Bo Example") && !page.contains("Cy Example"), "{page}");
        assert!(page.contains("1</bdi> person agrees") || page.contains("One person agrees"), "{page}");
        assert!(page.contains("every consent to"), "the accepted words stand there");
        for closed in [
            "/desk/campaigns/dropsalesforce",
            "/desk/campaigns/dropsalesforce/signatures",
            DESK,
            "/desk/groups/fight-for-the-future/members",
            "/desk/groups/fight-for-the-future/people",
        ] {
            assert_eq!(green.get(&world, closed).await.status, StatusCode::NOT_FOUND, "{closed}");
        }
        assert_eq!(owner.get(&world, &own).await.status, StatusCode::NOT_FOUND, "nor does the group sit there");
        assert!(owner.get(&world, DESK).await.text().contains("green@example.org"));
    }

    async fn age_itself_opens_a_partners_files_each_with_what_is_new(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        let ada = agree(&world, "Ada Example", &["greenpeace"], "").await;
        let bo = agree(&world, "Bo Example", &["greenpeace"], "partner-greenpeace").await;
        let cy = agree(&world, "Cy Example", &["greenpeace"], "").await;
        agree(&world, "Di Example", &[], "").await;
        let early = agree(&world, "Early Example", &["greenpeace"], "").await;
        world.post(&below(&early, "consent"), &[("partner", "greenpeace")]).await;
        let answer = green.post(&world, &format!("{own}/exports"), &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "there is nothing to encrypt to");
        let key = keys(&world, "green.txt");
        let answer = green.post(&world, &format!("{own}/key"), &[("age_key", &key)]).await;
        assert_eq!(answer.location(), format!("{own}?done=key"), "{}", answer.text());

        let first = taken(&world, &green, &own, &[]).await;
        assert!(first.body.starts_with(b"age-encryption.org/v1"));
        assert!(!first.text().contains("Ada Example"), "nothing of it is readable on the way");
        keys(&world, "somebody.txt");
        assert_eq!(opened(&world, "somebody.txt", &first), None, "another key opens nothing");
        let rows = opened(&world, "green.txt", &first).unwrap();
        let told: Vec<_> = rows.values().map(|row| (row[1].as_str(), row[2].as_str())).collect();
        assert_eq!(told, [("given", "Ada Example"), ("given", "Bo Example"), ("given", "Cy Example")]);
        let numbers: Vec<i64> = rows.keys().copied().collect();
        let row = &rows[&numbers[1]];
        assert_eq!(row[3], "bo.example@example.org");
        assert!(row[5].starts_with("Pass my name and address on to Greenpeace"), "{row:?}");
        assert_eq!((row[6].len(), row[7].as_str(), row[8].as_str()), (16, "/campaigns/dropsalesforce/letters/drop-the-contract/signatures", "partner-greenpeace"), "no page was said");
        assert!(row[9].starts_with("2018-09-10T16:"), "{row:?}");

        world.pass(SECOND);
        world.post(&below(&ada, "consent"), &[("partner", "greenpeace")]).await;
        world.post(&below(&bo, "name"), &[("name", "Bo Corrected")]).await;
        world.post(&below(&cy, "erasure"), &[]).await;
        agree(&world, "Eve Example", &["greenpeace"], "").await;
        let second = taken(&world, &green, &own, &[]).await;
        let rows = opened(&world, "green.txt", &second).unwrap();
        let told: Vec<_> = rows.values().map(|row| (row[1].as_str(), row[2].as_str(), row[3].as_str())).collect();
        assert_eq!(told, [
            ("ended", "", ""),
            ("changed", "Bo Corrected", "bo.example@example.org"),
            ("ended", "", ""),
            ("given", "Eve Example", "eve.example@example.org"),
        ], "withdrawals by number alone");
        assert_eq!(rows.keys().copied().take(3).collect::<Vec<_>>(), numbers);

        let third = taken(&world, &green, &own, &[]).await;
        assert_eq!(opened(&world, "green.txt", &third).unwrap(), BTreeMap::new(), "nothing twice");
        let whole = taken(&world, &green, &own, &[("whole", "1")]).await;
        let rows = opened(&world, "green.txt", &whole).unwrap();
        let names: Vec<_> = rows.values().map(|row| row[2].as_str()).collect();
        assert_eq!(names, ["Bo Corrected", "Eve Example"], "everybody anew, and who left is in none");
        let page = green.get(&world, &own).await.text();
        let url = page.rmatch_indices(&format!("{own}/exports/")).next().map(|(at, _)| page[at..].split('"').next().unwrap().to_owned());
        let again = green.get(&world, &url.unwrap()).await;
        let rows = opened(&world, "green.txt", &again).unwrap();
        let told: Vec<_> = rows.values().map(|row| (row[1].as_str(), row[2].as_str())).collect();
        assert_eq!(told, [("ended", ""), ("given", "Bo Corrected"), ("ended", "")], "an old file taken anew names nobody who left");
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'partner-exported'").await, 5);
        assert_eq!(world.number("select count(*) as n from audit_entry where after like '%Example%'").await, 0);
    }

    async fn a_file_of_many_is_gathered_in_steps_and_tells_nobody_twice(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        agree(&world, "Ada Example", &["greenpeace"], "").await;
        // 512 people of one mailbox.
        for k in 0..9 {
            let more = format!(
                "insert into signature (group_id, campaign_id, letter_id, letter_version, person_id, sign_on_id, \
                 address_key, place, language, name, name_key, is_public, state, salt, node, signed_on_at, confirmed_at, \
                 changed_at) select group_id, campaign_id, letter_id, letter_version, person_id, sign_on_id + {0}, \
                 address_key, place + {0}, language, name, '{k} ' || name_key, is_public, state, salt, node, \
                 signed_on_at, confirmed_at, changed_at from signature",
                1 << k
            );
            let doubled = world.db().write(Lane::Ordinary, move |c| Box::pin(query_composed(more.clone()).run(c))).await;
            doubled.unwrap();
        }
        world.run("insert into consent (group_id, campaign_id, person_id, signature_id, partner, language, \
            words_version, page, source, given_at) select c.group_id, c.campaign_id, c.person_id, s.id, c.partner, \
            c.language, c.words_version, c.page, c.source, c.given_at from consent c join signature s \
            on s.person_id = c.person_id and s.id <> c.signature_id").await;
        let key = keys(&world, "green.txt");
        green.post(&world, &format!("{own}/key"), &[("age_key", &key)]).await;
        let answer = green.post(&world, &format!("{own}/exports"), &[]).await;
        assert_eq!(answer.location(), format!("{own}?done=asked"));
        let again = green.post(&world, &format!("{own}/exports"), &[]).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "one file at a time");
        world.work().await;
        let url = format!("{own}/exports/1");
        let rows = opened(&world, "green.txt", &green.get(&world, &url).await).unwrap();
        assert_eq!(rows.len(), 512);
        let next = taken(&world, &green, &own, &[]).await;
        assert_eq!(opened(&world, "green.txt", &next).unwrap().len(), 0);
        let page = green.get(&world, &own).await.text();
        assert_eq!(page.matches("ada.example@example.org").count(), 100, "a page at a time");
        let from = page.find("?behind=").expect("the way to earlier ones");
        let older = page[from..].split(['"', '#']).next().unwrap();
        let older = green.get(&world, &format!("{own}{older}")).await.text();
        assert_eq!(older.matches("ada.example@example.org").count(), 100);
    }

    async fn a_key_that_is_no_age_key_is_refused_with_an_example_and_a_secret_one_is_not_shown_again(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        for typed in ["ssh-ed25519 AAAA", "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q", ""] {
            let answer = green.post(&world, &format!("{own}/key"), &[("age_key", typed)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
            let page = answer.text();
            assert!(page.contains("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"), "an example");
            assert!(page.contains(&format!("value=\"{typed}\"")), "what was typed stays");
        }
        let example = crate::campaigns::files::AGE_KEY_EXAMPLE;
        let answer = green.post(&world, &format!("{own}/key"), &[("age_key", example)]).await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.text().contains("That is the example"));
        let secret = "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ";
        let answer = green.post(&world, &format!("{own}/key"), &[("age_key", secret)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("This is a secret key") && !answer.text().contains(secret));
        with_amnesty(&world).await;
        let desk = DESK.replace("greenpeace", "amnesty");
        let form = owner.get(&world, &format!("{desk}/words")).await.text();
        let version = hidden(&form, "version");
        let fields = [("version", version.as_str()), ("name", "Amnesty"), ("website", "https://a.example.org"),
            ("privacy", "https://a.example.org/p"), ("consent.en", "Yes."), ("consent.es", "Sí."), ("age_key", "nonsense")];
        let answer = owner.post(&world, &format!("{desk}/words"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("value=\"nonsense\"") && answer.text().contains("age1ql3z7hjy54pw3"));
        assert_eq!(world.number("select count(*) as n from campaign where definition like '%AGE-SECRET%'").await, 0);
        let key = keys(&world, "green.txt");
        green.post(&world, &format!("{own}/key"), &[("age_key", &format!(" {key} "))]).await;
        let page = green.get(&world, &own).await.text();
        assert!(page.contains(&key));
        world.change_campaign(|campaign| campaign.partners[0].age_key = None).await;
        assert!(green.get(&world, &own).await.text().contains(&key), "files that name no key leave the partner's");
    }

    async fn a_partner_is_made_and_changed_at_the_desk_by_the_rules_of_files(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let list = "/desk/campaigns/dropsalesforce/partners";
        let version = hidden(&owner.get(&world, &format!("{list}/new")).await.text(), "version");
        let fields = |slug: &'static str, signal: &'static str| {
            [("version", version.as_str()), ("name", "Green Future"), ("slug", slug), ("website", "https://g.example.org"),
                ("privacy", "https://g.example.org/p"), ("consent.en", "Green Future may write to me."),
                ("consent.es", "Green Future puede escribirme."), ("privacy_text.en", "We keep addresses for a year."),
                ("privacy_text.es", "Guardamos las direcciones un año."), ("logo", "bus.svg"), ("signal", signal)]
        };
        let answer = owner.post(&world, &format!("{list}/new"), &fields("greenpeace", "#ffffff")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("Another partner has this word") && answer.text().contains("dark enough"));
        assert!(answer.text().contains("We keep addresses for a year."), "what was typed stays");
        let answer = owner.post(&world, &format!("{list}/new"), &fields("green-future", "#1d6b3a")).await;
        assert_eq!(answer.location(), format!("{list}/green-future?done=saved"), "{}", answer.text());
        let again = owner.post(&world, &format!("{list}/new"), &fields("green-past", "#1d6b3a")).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "who saves second sees what was saved first");
        let form = world.get("/campaigns/dropsalesforce").await.text();
        assert!(form.contains("Green Future may write to me.") && form.contains("value=\"green-future\""));
        let privacy = world.get("/campaigns/dropsalesforce/partners/green-future/privacy").await;
        assert_eq!(privacy.status, StatusCode::OK);
        assert!(privacy.text().contains("We keep addresses for a year.") && privacy.text().contains("/pictures/bus.svg"));
        agree(&world, "Ada Example", &["green-future"], "").await;
        assert_eq!(world.number("select count(*) as n from consent where partner = 'green-future'").await, 1);
        assert_eq!(world.number("select count(*) as n from audit_entry where action = 'partner-made'").await, 1);
    }

    async fn a_partner_sees_its_share_of_a_count_that_counts_everybody_once(world: World) {
        let owner = Clerk::of(&world, "owner@example.org", GROUP, Role::Owner).await;
        let (green, own) = taking_part(&world, &owner, "dropsalesforce", "green@example.org").await;
        agree(&world, "Ada Example", &[], "partner-greenpeace").await;
        agree(&world, "Bo Example", &[], "partner-greenpeace.mail").await;
        agree(&world, "Bo Example", &[], "partner-amnesty").await;
        agree(&world, "Cy Example", &[], "partner-amnesty").await;
        agree(&world, "Di Example", &[], "").await;
        assert_eq!(world.count().await, 4);
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("<dt>Joint count</dt><dd>4</dd>") && page.contains("<dd>2 · <small>"), "{page}");
        assert!(page.contains("partner-greenpeace.mail") && !page.contains("partner-amnesty"), "its own sources alone");
        // A second letter, which Ada signs by somebody else's page: she counts once, where she came first.
        world
            .change_campaign(|campaign| {
                let mut second = campaign.letters[0].clone();
                second.slug = "second-letter".to_owned();
                campaign.letters.push(second);
            })
            .await;
        let form = [("name", "Ada Example"), ("email", "ada.example@example.org"), ("source", "partner-amnesty"), ("filled_in", "7123")];
        let answer = world.post("/campaigns/dropsalesforce/letters/second-letter/signatures", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let link = world.mail_to("ada.example@example.org").await.link();
        world.press(&link, "confirmation").await;
        assert_eq!(world.count().await, 5, "signatures under both letters");
        let page = green.get(&world, &own).await.text();
        assert!(page.contains("<dt>Joint count</dt><dd>4</dd>") && page.contains("<dd>2 · <small>"), "{page}");
    }
}
