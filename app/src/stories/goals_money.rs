//! A goal may be money that comes together for a fundraiser: reached once by what was promised or given, seen to where
//! less stands later, and typed in files and at the desk.

use super::databases::OwnDatabase;
use super::desk::{Clerk, GROUP};
use super::fundraising::{DESK, TO_THE_END, pledge, pledge_of};
use super::goals::{GOALS, LETTER, LIST, page, set, signatures, told, version};
use super::partners::taking_part;
use super::press::press;
use super::stories;
use super::world::{CAMPAIGN, World, below, read};
use crate::accounts::Role;
use crate::campaigns::definition::{Audience, Definition, Elsewhere, FundraiserKind, Goal, Threshold};
use crate::campaigns::files;
use crate::campaigns::importing::{self, Imported};
use crate::campaigns::store::{Measure, goal_marks};
use crate::clock::DAY;
use crate::schema::MIGRATIONS;
use axum::http::StatusCode;
use broadside_db::{Db, Lane, query};
use std::collections::BTreeMap;

fn money(slug: &str, amount: &str) -> Goal {
    Goal {
        threshold: Threshold::Money { amount: amount.to_owned(), fundraiser: "buses".to_owned() },
        words: BTreeMap::from([
            ("en".to_owned(), "One <bus> is paid for.".to_owned()),
            ("es".to_owned(), "Un autobús está pagado.".to_owned()),
        ]),
        ..signatures(slug, 1)
    }
}

async fn reached(world: &World) -> i64 {
    world.number("select count(*) as n from audit_entry where action = 'goal-reached'").await
}

stories! {
    async fn pledges_reach_a_goal_once_which_publishes_tells_and_closes(world: World) {
        let owner = Clerk::of(&world, "olga@example.org", GROUP, Role::Owner).await;
        taking_part(&world, &owner, "dropsalesforce", "pat@greenpeace.example").await;
        let goal = Goal { mail: Audience::ALL.to_vec(), closes: Some(LETTER.to_owned()), ..money("half", "1500.00") };
        set(&world, &[goal, money("more", "2500.50")]).await;
        let ada = pledge_of(&world, "Ada", "ada@givers.example", "1000", "works").await;
        let goals = page(&world, GOALS).await;
        for words in ["USD\u{a0}1,500 for “Buses past the conference”", "USD\u{a0}2,500.50 for “", "USD\u{a0}1,000 promised or given so far", "max=\"150000\" value=\"100000\""] {
            assert!(goals.contains(words), "{words}: {goals}");
        }
        // What covers fees is the provider's, and counts for nothing.
        let form = [("name", "Bo"), ("email", "bo@givers.example"), ("amount", "other"), ("other", "499.99"), ("cover", "1")];
        pledge(&world, &form, "works").await;
        assert!(world.number("select cast(sum(amount) as bigint) as n from pledge").await > 150_000);
        assert!(page(&world, GOALS).await.contains("USD\u{a0}1,499.99 promised or given so far"));
        assert!(told(&world).await.is_empty());
        pledge_of(&world, "Cy", "cy@givers.example", "5", "works").await;

        let told_once = told(&world).await;
        let to: Vec<&str> = told_once.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, ["olga@example.org", "pat@greenpeace.example"]);
        for words in ["Goal reached: USD\u{a0}1,500 for “Buses past the conference”", "One <bus> is paid for.", "takes no more names"] {
            assert!(told_once[0].1.contains(words), "{words}: {}", told_once[0].1);
        }
        let after = page(&world, CAMPAIGN).await;
        assert!(after.contains("One &#60;bus&#62; is paid for.") && !after.contains("name=\"email\""), "{after}");
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("Reached on 10 September 2018") && goals.contains(", with USD\u{a0}1,504.99."), "{goals}");
        let spanish = page(&world, &format!("{GOALS}?lang=es")).await;
        assert!(spanish.contains("1500\u{a0}USD para «Autobuses ante la conferencia»") && spanish.contains(", con 1504,99\u{a0}USD."), "{spanish}");
        let arabic = owner.get(&world, &format!("{LIST}?lang=ar")).await.text();
        assert!(arabic.contains("من أجل «") && arabic.contains("USD") && arabic.contains("بمبلغ") && arabic.contains("بين متعهَّد به ومدفوع"), "{arabic}");
        let timeline = press(&world).await;
        assert!(timeline.contains("Goal reached: ") && timeline.contains("USD\u{a0}1,500 for “Buses past the conference”"), "{timeline}");

        // Another process, a restart and a pledge that is taken back do nothing again.
        let beside = world.another_process().await;
        beside.work().await;
        drop(beside);
        let world = world.restarted(|settings| settings).await;
        world.post(&below(&ada, "cancellation"), &[]).await;
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("with USD\u{a0}1,504.99. Since then some was taken back, declined or paid back, or is still to be paid: USD\u{a0}504.99 stand now."), "{goals}");
        assert!(goals.contains("USD\u{a0}504.99 promised or given so far"), "the other is as far as what stands: {goals}");
        pledge_of(&world, "Di", "di@givers.example", "1000", "works").await;
        assert!(page(&world, GOALS).await.contains("with USD\u{a0}1,504.99.</strong>"), "and back above it, it says no more");
        assert_eq!((told(&world).await.len(), reached(&world).await), (2, 1));
        let audit = owner.get(&world, &format!("/desk/groups/{GROUP}/audit?action=goal-reached")).await.text();
        assert!(audit.contains("goal half") && audit.contains("USD 1500.00"), "{audit}");
    }

    async fn what_was_reached_stays_reached_where_cards_are_declined_and_money_is_paid_back(world: World) {
        set(&world, &[money("all", "3000.00"), money("above", "3500.00")]).await;
        pledge_of(&world, "Ada", "ada@givers.example", "2000", "works").await;
        pledge_of(&world, "Bo", "bo@givers.example", "1000", "declines").await;
        assert!(page(&world, GOALS).await.contains(", with USD\u{a0}3,000."));
        world.pass(TO_THE_END);
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("with USD\u{a0}3,000. Since then") && goals.contains("USD\u{a0}2,000 stand now."), "{goals}");
        assert!(goals.contains("USD\u{a0}2,000 promised or given so far"), "{goals}");
        let treasurer = Clerk::of(&world, "till@desk.example", GROUP, Role::Treasurer).await;
        let id = world.number("select id as n from pledge where name = 'Ada'").await;
        treasurer.post(&world, &format!("{DESK}/pledges/{id}/refund"), &[]).await;
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("with USD\u{a0}3,000. Since then") && goals.contains("USD\u{a0}0 stand now."), "{goals}");
        assert!(page(&world, CAMPAIGN).await.contains("One &#60;bus"), "what was published stays");
        assert_eq!(reached(&world).await, 1);
    }

    async fn of_each_level_its_own_money_is_kept(world: World) {
        set(&world, &[money("half", "1500.00")]).await;
        world.pass(DAY);
        // Nobody has pledged: the fundraiser may change its money, and the goal is another then.
        world.change_campaign(|campaign| {
            let one = &mut campaign.fundraisers[0];
            (one.currency, one.least, one.presets, one.fees) = ("JPY".to_owned(), 500, Vec::new(), None);
            campaign.goals = vec![money("half", "1500")];
        }).await;
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("JPY\u{a0}1,500 for “") && goals.contains("the goal was: USD\u{a0}1,500 for “Buses past the conference”. It was not reached."), "{goals}");
        pledge_of(&world, "Ada", "ada@givers.example", "2000", "works").await;
        assert!(page(&world, GOALS).await.contains(", with JPY\u{a0}2,000."));
        world.pass(DAY);
        set(&world, &[money("half", "2500")]).await;
        world.pass(DAY);
        set(&world, &[money("half", "1500")]).await;
        let goals = page(&world, GOALS).await;
        assert!(goals.contains("Reached on 11 September 2018"), "a level that was reached before stays so: {goals}");
        assert_eq!(reached(&world).await, 1);
        let timeline = press(&world).await;
        assert!(timeline.contains("The goal was moved: ") && timeline.contains("USD\u{a0}1,500") && timeline.contains("JPY\u{a0}2,500"), "{timeline}");
    }

    async fn organisers_type_money_at_the_desk(world: World) {
        let mut away = read(&crate::stories::checkout().join("campaigns/dropsalesforce")).fundraisers.remove(0);
        away.slug = "shirts".to_owned();
        away.kind = FundraiserKind::Keep;
        away.elsewhere = Some(Elsewhere { url: "https://shop.example/give".to_owned(), total: None });
        away.short = crate::campaigns::definition::Short::Spend;
        away.grace_days = 7;
        world.change_campaign(|campaign| campaign.fundraisers.push(away.clone())).await;
        let clerk = Clerk::of(&world, "olga@example.org", GROUP, Role::Organiser).await;
        let new = format!("{LIST}/new");
        let form = clerk.get(&world, &new).await.text();
        assert!(form.contains("An amount in USD for “Buses past the conference”") && !form.contains("fundraiser/shirts"), "{form}");
        assert!(form.contains("Money that is taken elsewhere is no goal"), "{form}");
        let seen = version(&form);
        for (reach, amount, fault) in [
            ("fundraiser/buses", "much <more>", "An amount in digits without the currency"),
            ("fundraiser/buses", "", "An amount in digits without the currency"),
            ("fundraiser/buses", "-5", "An amount in digits without the currency"),
            ("fundraiser/buses", "0", "That is nothing."),
            ("fundraiser/buses", "12.3456", "too many digits behind the point: USD has 2."),
            ("fundraiser/buses", "99999999999999999999", "more than can be counted"),
            ("fundraiser/none", "1500", "Choose what is to be reached"),
            ("fundraiser/shirts", "1500", "Choose a fundraiser that takes it here"),
        ] {
            let answer = clerk.post(&world, &new, &[("version", &seen), ("reach", reach), ("money", amount)]).await;
            let text = answer.text();
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{amount}: {text}");
            let field = if reach.ends_with("buses") { "<a href=\"#money\">" } else { "<a href=\"#reach\">" };
            assert!(text.contains(fault) && text.contains(field), "{amount}: {text}");
            let kept = format!("value=\"{}\"", amount.replace('<', "&#60;").replace('>', "&#62;"));
            assert!(text.contains(&kept), "{kept}: {text}");
        }
        pledge_of(&world, "Ada", "ada@givers.example", "20", "works").await;
        world.pass(crate::clock::SECOND);
        let low = [("version", seen.as_str()), ("reach", "fundraiser/buses"), ("money", "20")];
        assert!(clerk.post(&world, &new, &low).await.text().contains("This is reached already"));
        let fields = [("version", seen.as_str()), ("reach", "fundraiser/buses"), ("money", "1,500"), ("mail-organisers", "1")];
        let answer = clerk.post(&world, &new, &fields).await;
        assert!(answer.location().ends_with("done=saved"), "{}", answer.text());
        let list = clerk.get(&world, LIST).await.text();
        assert!(list.contains("USD\u{a0}1,500 for “Buses") && list.contains("USD\u{a0}20 promised or given so far"), "{list}");
        let own = clerk.get(&world, &format!("{LIST}/money-1500-00")).await.text();
        assert!(own.contains("value=\"1500.00\""), "{own}");
        // Files that take the fundraiser away from under it, or elsewhere, are not brought in.
        let files_say = importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap();
        let unfit = |change: fn(&mut Definition)| {
            let mut files = Definition { goals: Vec::new(), ..files_say.clone() };
            change(&mut files);
            files
        };
        world.import(unfit(|_| ())).await;
        world.run("update pledge set state = 'cancelled'").await;
        for (files, fault) in [
            (unfit(|files| drop(files.fundraisers.remove(0))), "which is no fundraiser of the campaign"),
            (unfit(|files| files.fundraisers[0].currency = "JPY".to_owned()), "has digits behind the point; JPY has none"),
        ] {
            let Imported::Unfit(faults) = world.import(files).await else { panic!("{fault}") };
            assert!(faults.iter().any(|one| one.to_string().starts_with("goals.toml:") && one.to_string().contains(fault)), "{faults:?}");
        }
    }
}

#[test]
fn files_say_goals_of_money_and_each_mistake_is_named() {
    let mut campaign = read(&super::checkout().join("campaigns/dropsalesforce"));
    campaign.fundraisers.truncate(1);
    campaign.goals.push(money("half", "1500.00"));
    let folder = tempfile::tempdir().unwrap();
    files::write(&campaign, folder.path()).unwrap();
    let written = std::fs::read_to_string(folder.path().join("goals.toml")).unwrap();
    assert!(written.contains("money = \"1500.00\"\nfundraiser = \"buses\"\n"), "{written}");
    assert_eq!(read(folder.path()), campaign);

    let fundraisers = std::fs::read_to_string(folder.path().join("fundraisers.toml")).unwrap();
    let more = |slug: &str, rest: &str| {
        let mut more = fundraisers.replace("\"buses\"", &format!("\"{slug}\""));
        more = more.replace("\"all-or-nothing\"", "\"keep\"").replace("short = \"spend\"\n", "");
        more.replace("grace_days = 5\n", "")
            .replace("[[fundraiser.item]]", &format!("{rest}\n[[fundraiser.item]]"))
    };
    let yen =
        more("yen", "").replace("\"USD\"", "\"JPY\"").replace(".00\"", "\"").replace("\"0.30\"", "\"30\"");
    let away = more("shirts", "elsewhere.url = \"https://shop.example/give\"");
    std::fs::write(folder.path().join("fundraisers.toml"), [fundraisers.as_str(), &yen, &away].join("\n"))
        .unwrap();
    let faults = |text: &str| {
        std::fs::write(folder.path().join("goals.toml"), text).unwrap();
        let faults = files::read(folder.path()).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for (rest, fault) in [
        (
            "fundraiser = \"buses\"",
            "goals.toml:1: [[goal]] names nothing to reach; write one of them: signatures = 10000, or people = 50 with event, or money = \"3000\" with fundraiser, or moment",
        ),
        (
            "money = \"1500\"",
            "goals.toml:1: [[goal]] money comes together for a fundraiser; add fundraiser with its slug",
        ),
        (
            "money = \"1500\"\nfundraiser = \"none\"",
            "goals.toml:4: [[goal]] fundraiser names “none”, which is no fundraiser of the campaign; write \"buses\" or \"yen\"",
        ),
        (
            "money = \"1500\"\nfundraiser = \"shirts\"",
            "goals.toml:4: [[goal]] fundraiser names “shirts”, whose money is taken elsewhere: its total is typed, and a goal counts what came in here; write fundraiser = \"buses\" or fundraiser = \"yen\" or signatures = 10000 instead",
        ),
        (
            "money = \"0\"\nfundraiser = \"buses\"",
            "goals.toml:3: [[goal]] money “0” is nothing; write an amount",
        ),
        (
            "money = \"USD 5\"\nfundraiser = \"buses\"",
            "goals.toml:3: [[goal]] money “USD 5” is no amount; write it without the currency",
        ),
        ("money = \"-5\"\nfundraiser = \"buses\"", "goals.toml:3: [[goal]] money “-5” is no amount"),
        (
            "money = \"5.0001\"\nfundraiser = \"buses\"",
            "goals.toml:3: [[goal]] money “5.0001” has too many digits behind the point; USD has 2",
        ),
        (
            "money = \"5.5\"\nfundraiser = \"yen\"",
            "goals.toml:3: [[goal]] money “5.5” has digits behind the point; JPY has none",
        ),
        (
            "money = \"1000000000000000\"\nfundraiser = \"buses\"",
            "goals.toml:3: [[goal]] money “1000000000000000” is more than can be counted",
        ),
        (
            "money = \"\"\nfundraiser = \"buses\"",
            "goals.toml:3: [[goal]] money is empty; write money = \"1500\"",
        ),
        (
            "money = 1500\nfundraiser = \"buses\"",
            "goals.toml:3: [[goal]] money must be a text in quotation marks; write money = \"1500\"",
        ),
        (
            "signatures = 5\nfundraiser = \"buses\"",
            "goals.toml:1: [[goal]] fundraiser counts only with money; remove it here",
        ),
        ("signatures = 5\nmony = \"5\"", "mony is an unknown key; did you mean money?"),
    ] {
        let found = faults(&format!("[[goal]]\nslug = \"one\"\n{rest}\n"));
        assert!(found.len() == 1 && found[0].contains(fault), "{rest}: {found:?}");
    }
    assert_eq!(faults("[[goal]]\nslug = \"one\"\nmoney = \"1,500.50\"\nfundraiser = \"buses\"\n"), [""; 0]);
    let read = read(folder.path());
    let (measure, level) = Measure::of(&read.goals[0].threshold, &read).unwrap();
    assert_eq!(level, 150_050, "{measure:?}");
}

/// What stood before money was a goal stands after it, with who was told.
async fn goals_outlive_the_change(url: &str) {
    let before = MIGRATIONS.iter().position(|one| one.name == "goal_of_money").unwrap();
    let db = Db::open(url, &MIGRATIONS[..before]).await.unwrap();
    for sql in [
        "insert into \"group\" (id, slug, name, created_at) values (1, 'g', 'G', 1)",
        "insert into campaign (id, group_id, slug, status, default_language, time_zone, definition, created_at, changed_at) \
         values (1, 1, 'c', 'published', 'en', 'UTC', '{}', 1, 1)",
        "insert into account (id, name, email, email_canonical, language, operates, totp_step, failures, created_at) \
         values (1, 'A', 'a@example.org', 'a@example.org', 'en', false, 0, 0, 1)",
        "insert into goal_mark (id, group_id, campaign_id, goal, measure, subject, level, set_at, reached_at, reached_with) \
         values (7, 1, 1, 'one', 'signatures', '', 5, 1, 2, 6)",
        "insert into goal_notice (id, group_id, goal_mark_id, account_id, created_at) values (3, 1, 7, 1, 2)",
    ] {
        db.write(Lane::Ordinary, move |c| Box::pin(async move { query(sql).run(c).await })).await.unwrap();
    }
    db.close().await;
    let db = Db::open(url, MIGRATIONS).await.unwrap();
    let mut c = db.read().await.unwrap();
    let marks = goal_marks(&mut c, 1).await.unwrap();
    assert_eq!(marks.len(), 1);
    assert_eq!(
        (marks[0].id, &marks[0].measure, marks[0].reached_with),
        (7, &Measure::Signatures { letter: None }, Some(6))
    );
    let told = query("select goal_mark_id as n from goal_notice where id = 3");
    assert_eq!(told.one(&mut c, |row| row.get::<i64>("n")).await.unwrap(), 7);
    drop(c);
    for (measure, currency, is_taken) in
        [("money", "", false), ("moment", "USD", false), ("money", "USD", true)]
    {
        let done = db
            .write(Lane::Ordinary, move |c| {
                Box::pin(async move {
                    query(
                        "insert into goal_mark (group_id, campaign_id, goal, measure, subject, level, set_at, currency) \
                         values (1, 1, $1, $1, '', 5, 1, $2)",
                    )
                    .bind(measure)
                    .bind(currency)
                    .run(c)
                    .await
                })
            })
            .await;
        assert_eq!(done.is_ok(), is_taken, "{measure} {currency}");
    }
    db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goals_outlive_the_change_on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    goals_outlive_the_change(&format!("sqlite:{}", folder.path().join("broadside.db").display())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goals_outlive_the_change_on_postgres() {
    goals_outlive_the_change(&OwnDatabase::empty().url()).await;
}
