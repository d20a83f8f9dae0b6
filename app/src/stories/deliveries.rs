//! A letter handed over with its signatures: the files, what stands in them, their fingerprints and the day.

use super::desk::{Clerk, GROUP};
use super::desk_lists::signed;
use super::desk_tasks::{CAMPAIGN_TASKS, fill, newest, on_disk, step};
use super::press::{PRESS, press};
use super::stories;
use super::world::{Answer, World};
use crate::accounts::Role;
use crate::clock::{DAY, SECOND};
use axum::http::{StatusCode, header};
use calamine::{Data, Reader, Xlsx};
use sha2::{Digest, Sha256};
use std::process::Command;

const LIST: &str = "/desk/campaigns/dropsalesforce/deliveries";
const WANTED: &[(&str, &str)] = &[("letter", "drop-the-contract/en")];

async fn organiser(world: &World) -> Clerk {
    Clerk::of(world, "olga@example.org", GROUP, Role::Organiser).await
}

/// Asks for the files; answers where they stand.
async fn ask(world: &World, clerk: &Clerk) -> String {
    let answer = clerk.post(world, LIST, WANTED).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let path = answer.location();
    path[path.find("/desk").unwrap()..].to_owned()
}

/// The files that a page offers, by their endings.
async fn take(world: &World, clerk: &Clerk, page: &str, ending: &str) -> Answer {
    let text = clerk.get(world, page).await.text();
    let file = text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let file = file.filter(|url| url.contains("/files/")).find(|url| url.ends_with(ending));
    let file = file.unwrap_or_else(|| panic!("a file {ending}: {text}")).to_owned();
    let answer = clerk.get(world, &file).await;
    assert_eq!(answer.status, StatusCode::OK);
    answer
}

fn seen(page: &str) -> String {
    page.split("name=\"seen\" value=\"").nth(1).expect("a form").split('"').next().unwrap().to_owned()
}

async fn tell(world: &World, clerk: &Clerk, page: &str, on: &str, to: &str) -> Answer {
    let seen = seen(&clerk.get(world, page).await.text());
    clerk.post(world, &format!("{page}/day"), &[("on", on), ("to", to), ("seen", &seen)]).await
}

/// What Debian's tool reads in a PDF.
fn tool(name: &str, pdf: &[u8], more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    std::fs::write(&file, pdf).unwrap();
    let run = Command::new(name).arg(&file).args(more).output().expect("poppler-utils");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sha256(bytes: &[u8]) -> String {
    crate::web::answer::hex(&Sha256::digest(bytes))
}

stories! {
    async fn every_signer_stands_in_every_file_as_they_chose_to_be_shown(world: World) {
        signed(&world).await;
        world.sign("ليلى حداد", "layla@signers.example").await;
        world.sign("王小明", "wang@signers.example").await;
        world.sign("𠮷野 ကခဂ", "yoshino@signers.example").await;
        world.sign("فاطمة Fatima الزهراء", "fatima@signers.example").await;
        let clerk = organiser(&world).await;
        let page = ask(&world, &clerk).await;
        let waits = clerk.get(&world, &page).await.text();
        assert!(!waits.contains("/files/") && waits.contains("Files are being made"), "{waits}");
        world.pass(SECOND);
        world.sign("Too Late", "late@signers.example").await;
        world.work().await;

        let csv = take(&world, &clerk, &page, ".csv").await.text();
        let rows: Vec<&str> = csv.lines().collect();
        assert_eq!(rows[0], "number,name,relation,wording");
        assert_eq!(rows[1..3], ["1,Ada Lovelace,,1", "2,\"'=HYPERLINK(1)\",,1"]);
        assert_eq!(rows[3..], ["3,ليلى حداد,,1", "4,王小明,,1", "5,𠮷野 ကခဂ,,1", "6,فاطمة Fatima الزهراء,,1", "7,,,"]);
        let json = take(&world, &clerk, &page, ".json").await;
        let json: serde_json::Value = serde_json::from_str(&json.text()).unwrap();
        assert_eq!((json["signatures"].as_i64(), json["unnamed"].as_i64()), (Some(7), Some(1)));
        assert_eq!(json["signers"][1]["name"], "=HYPERLINK(1)");
        assert_eq!(json["signers"][3]["name"], "王小明");
        assert!(json["body"].as_str().unwrap().len() > 100 && json["organisations"][0].is_string(), "{json}");
        let xlsx = take(&world, &clerk, &page, ".xlsx").await.body.to_vec();
        let mut book = Xlsx::new(std::io::Cursor::new(xlsx)).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let names: Vec<String> = sheet.rows().skip(1).map(|row| row[1].to_string()).collect();
        assert_eq!(names, ["Ada Lovelace", "=HYPERLINK(1)", "ليلى حداد", "王小明", "𠮷野 ကခဂ", "فاطمة Fatima الزهراء", ""]);
        assert_eq!(sheet.rows().next_back().unwrap()[0], Data::Float(7.0));
        let pdf = take(&world, &clerk, &page, ".pdf").await;
        assert_eq!(pdf.headers[header::CONTENT_TYPE], "application/pdf");
        let words = tool("pdftotext", &pdf.body, &["-enc", "UTF-8", "-"]);
        for told in ["7 signatures", "1. Ada Lovelace", "王小明", "حداد", "〓野", "Fatima", "1 name holds letters that no typeface", "From Fight for the Future", "signatures as of", "And 1 more signature without a name", "Greenpeace"] {
            assert!(words.contains(told), "{told}: {words}");
        }
        for (file, secret) in [(&csv, "Grace"), (&csv, "Zoe"), (&words, "Grace Hopper"), (&words, "Zoe"), (&csv, "Too Late")] {
            assert!(!file.contains(secret), "{secret}: {file}");
        }
        let fonts = tool("pdffonts", &pdf.body, &[]);
        assert!(fonts.matches("yes yes yes").count() >= 3 && !fonts.contains(" no "), "{fonts}");
        assert!(tool("pdfinfo", &pdf.body, &[]).contains("Tagged: yes"));
    }

    async fn who_withdraws_or_hides_after_the_files_were_made_is_told_of_beside_them(world: World) {
        world.sign("Ada", "ada@signers.example").await;
        let wanda = world.sign("Wanda", "wanda@signers.example").await;
        let hilda = world.sign("Hilda", "hilda@signers.example").await;
        let clerk = organiser(&world).await;
        let page = ask(&world, &clerk).await;
        world.work().await;
        assert!(!clerk.get(&world, &page).await.text().contains("ask for new ones"));
        world.pass(SECOND);
        world.sign("Too Late", "late@signers.example").await;
        assert!(!clerk.get(&world, &page).await.text().contains("ask for new ones"), "who signs later is in no file");
        world.press(&wanda, "withdrawal").await;
        world.press(&hilda, "visibility").await;
        let told = clerk.get(&world, &page).await.text();
        for words in ["One of these signatures was withdrawn or removed since.", "One signer has changed since what is shown of them.", "ask for new ones before you hand the letter over"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        let again = ask(&world, &clerk).await;
        world.work().await;
        assert!(!clerk.get(&world, &again).await.text().contains("ask for new ones"));
    }

    async fn what_changes_while_files_are_made_is_in_none_of_them(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let clerk = organiser(&world).await;
        let page = ask(&world, &clerk).await;
        // The walk, and the first file.
        step(&world).await;
        step(&world).await;
        world.change_campaign(|campaign| {
            campaign.group.name = "Another Name".to_owned();
            campaign.endorsements.retain(|one| one.organisation != "Greenpeace");
        }).await;
        world.work().await;
        let json: serde_json::Value = serde_json::from_str(&take(&world, &clerk, &page, ".json").await.text()).unwrap();
        assert!(json["organisations"].as_array().unwrap().iter().any(|one| one == "Greenpeace"), "{json}");
        let pdf = take(&world, &clerk, &page, ".pdf").await.body;
        let words = tool("pdftotext", &pdf, &["-enc", "UTF-8", "-"]);
        assert!(words.contains("Greenpeace") && words.contains("Fight for the Future") && !words.contains("Another Name"), "{words}");
    }

    async fn the_press_page_tells_the_day_and_the_fingerprints_once_it_was_handed_over(world: World) {
        world.sign("Ada Lovelace", "ada@signers.example").await;
        let clerk = organiser(&world).await;
        let page = ask(&world, &clerk).await;
        let early = clerk.post(&world, &format!("{page}/day"), &[("on", "2018-09-10"), ("seen", "1")]).await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "nothing is made yet");
        world.work().await;
        assert!(!press(&world).await.contains("sha256sums.txt"));
        for (on, fault) in [("", "Give a day"), ("2018-09-31", "Give a day"), ("2018-09-11", "still to come"), ("2018-09-09", "made after that day")] {
            let refused = tell(&world, &clerk, &page, on, "The <b>office").await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            let text = refused.text();
            assert!(text.contains(fault) && text.contains("The &#60;b&#62;office"), "{fault}: {text}");
        }
        let told = tell(&world, &clerk, &page, "2018-09-10", "The <b>office").await;
        assert!(told.location().ends_with("done=told"), "{}", told.text());
        let text = press(&world).await;
        assert!(text.contains("Handed over on 10 September 2018 to The &#60;b&#62;office"), "{text}");
        let timeline = text.split("class=\"timeline\"").nth(1).unwrap();
        assert!(timeline.contains("The letter was handed over to The &lt;b&gt;office"), "{timeline}");
        let sums = text.split("href=\"").find_map(|rest| rest.split('"').next().filter(|url| url.ends_with("sha256sums.txt")));
        let sums = world.get(sums.unwrap()).await;
        assert_eq!(sums.status, StatusCode::OK);
        let sums = sums.text();
        assert_eq!(sums.lines().count(), 4);
        for ending in [".pdf", ".csv", ".xlsx", ".json"] {
            let file = take(&world, &clerk, &page, ending).await;
            let sum = sha256(&file.body);
            assert!(text.contains(&sum) && sums.contains(&format!("{sum}  dropsalesforce-drop-the-contract-")), "{ending}");
        }
        // Another clerk saw it as it was before.
        let stale = clerk.post(&world, &format!("{page}/day"), &[("on", "2018-09-10"), ("seen", "1")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        // The files go after their day; what was told stays, until it is taken back.
        world.pass(8 * DAY);
        world.work().await;
        assert_eq!(on_disk(&world), 0);
        let clerk = organiser(&world).await;
        let gone = clerk.get(&world, &page).await.text();
        assert!(gone.contains("deleted from this machine") && !gone.contains("/files/"), "{gone}");
        assert!(press(&world).await.contains("sha256sums.txt"));
        let seen = seen(&gone);
        clerk.post(&world, &format!("{page}/day"), &[("back", "1"), ("seen", &seen)]).await;
        assert!(!press(&world).await.contains("sha256sums.txt"));
        assert_eq!(world.get(&format!("{PRESS}/deliveries/1/sha256sums.txt")).await.status, StatusCode::NOT_FOUND);
    }

    async fn thousands_are_gathered_in_steps_and_go_on_after_a_restart_or_begin_anew(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        let page = ask(&world, &clerk).await;
        step(&world).await;
        // A step that was cut off left more than counts.
        let folder = crate::tasks::files::folder(world.folder());
        let names = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        let mut left = std::fs::OpenOptions::new().append(true).open(&names).unwrap();
        std::io::Write::write_all(&mut left, b"{\"name\":\"Nobody\"").unwrap();
        step(&world).await;
        // And here all that it goes on from is lost.
        std::fs::remove_file(&names).unwrap();
        step(&world).await;
        world.work().await;
        let counted = world.count().await;
        assert!(counted > 2_000, "{counted}");
        let csv = take(&world, &clerk, &page, ".csv").await.text();
        assert_eq!(i64::try_from(csv.lines().count()).unwrap(), counted + 1);
        assert!(!csv.contains("Nobody"));
        let json: serde_json::Value = serde_json::from_str(&take(&world, &clerk, &page, ".json").await.text()).unwrap();
        let (all, unnamed) = (json["signatures"].as_i64().unwrap(), json["unnamed"].as_i64().unwrap());
        assert_eq!(all, counted);
        assert_eq!(i64::try_from(json["signers"].as_array().unwrap().len()).unwrap(), all - unnamed);
        let named = csv.lines().skip(1).filter(|line| line.split(',').nth(1) != Some("")).count();
        assert_eq!(i64::try_from(named).unwrap(), all - unnamed, "the files agree");
        let pdf = take(&world, &clerk, &page, ".pdf").await.body;
        let info = tool("pdfinfo", &pdf, &[]);
        let pages = info.split("Pages: ").nth(1).unwrap().split(' ').next().unwrap().parse::<u32>().unwrap();
        assert!(pages > 10, "{info}");
    }

    async fn a_cancelled_delivery_leaves_nothing_and_others_do_not_see_it(world: World) {
        fill(&world).await;
        let clerk = organiser(&world).await;
        let page = ask(&world, &clerk).await;
        step(&world).await;
        let tasks = clerk.get(&world, CAMPAIGN_TASKS).await.text();
        assert!(tasks.contains("Letter with its signatures as files") && tasks.contains(&format!("href=\"{LIST}\"")), "{tasks}");
        let id = newest(&world).await;
        clerk.post(&world, &format!("{CAMPAIGN_TASKS}/{id}/cancellation"), &[]).await;
        world.work().await;
        assert_eq!(on_disk(&world), 0);
        let text = clerk.get(&world, &page).await.text();
        assert!(text.contains("Its files were not made") && !text.contains("/files/"), "{text}");
        for unknown in [&[("letter", "drop-the-contract/fr")][..], &[("letter", "no-such/en")]] {
            assert_eq!(clerk.post(&world, LIST, unknown).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(clerk.get(&world, &format!("{LIST}/999999")).await.status, StatusCode::NOT_FOUND);
        let moderator = Clerk::of(&world, "mod@example.org", GROUP, Role::Moderator).await;
        assert_ne!(moderator.get(&world, LIST).await.status, StatusCode::OK);
    }
}
