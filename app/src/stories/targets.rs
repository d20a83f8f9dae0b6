//! Targets at the desk: a pasted list, marks, taking away, and what an import makes of it.

use super::desk::{Clerk, GROUP};
use super::stories;
use super::world::{Answer, CAMPAIGN, World, read};
use crate::accounts::Role;
use crate::campaigns::definition::{Definition, Target};
use crate::campaigns::files;
use crate::campaigns::importing::{self, Dispute, Imported};
use crate::clock::SECOND;
use axum::http::StatusCode;

const TARGETS: &str = "/desk/campaigns/dropsalesforce/targets";
const SPEAKERS: &str = "/desk/campaigns/dropsalesforce/speakers";
const GORE: &str = "/desk/campaigns/dropsalesforce/targets/al-gore";
const LIST: &str = "Name,X,Mastodon,Session time\nAda Example,https://x.com/ada,@ada@mastodon.social,2018-09-26 14:00\nAl Gore,,,2018-09-25 10:00\n";

async fn organiser(world: &World) -> Clerk {
    Clerk::of(world, "ada@example.org", GROUP, Role::Organiser).await
}

async fn definition(world: &World) -> Definition {
    importing::definition(world.db(), "dropsalesforce").await.unwrap().unwrap()
}

async fn target(world: &World, slug: &str) -> Option<Target> {
    definition(world).await.targets.into_iter().find(|target| target.slug == slug)
}

/// What the page was made from.
fn seen(page: &Answer) -> String {
    let text = page.text();
    text.split("name=\"seen\" value=\"").nth(1).expect("what was seen").split('"').next().unwrap().to_owned()
}

async fn apply(world: &World, clerk: &Clerk, list: &str) -> Answer {
    let page = clerk.post(world, SPEAKERS, &[("list", list)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    clerk.post(world, TARGETS, &[("list", list), ("seen", &seen(&page))]).await
}

const ANSWER: [(&str, &str); 3] =
    [("mark", "answered"), ("on", "2018-09-09"), ("link", "https://example.org/answer")];

async fn mark(world: &World, clerk: &Clerk, path: &str) -> Answer {
    let seen = seen(&clerk.get(world, path).await);
    let form = [&ANSWER[..], &[("seen", seen.as_str())]].concat();
    clerk.post(world, &format!("{path}/marks"), &form).await
}

async fn import(world: &World, definition: Definition, dispute: Dispute) -> Imported {
    importing::import(world.db(), definition, dispute, world.app.clock.now()).await.unwrap()
}

stories! {
    async fn a_pasted_list_is_looked_at_first_and_then_visitors_post_at_each(world: World) {
        let clerk = organiser(&world).await;
        let before = definition(&world).await;
        let page = clerk.post(&world, SPEAKERS, &[("list", LIST)]).await;
        assert_eq!(page.status, StatusCode::OK);
        let text = page.text();
        assert!(text.contains("One target would be added, one changed; no other stands on the list."), "{text}");
        assert!(text.contains("Ada Example") && text.contains("@ada@mastodon.social"));
        assert!(text.contains("25 September 2018"), "what would be changed");
        assert_eq!(definition(&world).await, before, "looking changes nothing");
        assert_eq!(world.number("select count(*) as n from audit_entry where action in ('speakers-listed', 'target-marked', 'target-removed')").await, 0);
        let done = apply(&world, &clerk, LIST).await;
        assert_eq!(done.location(), format!("{TARGETS}?done=list"), "{}", done.text());
        world.pass(SECOND);
        let composer = world.get(&format!("{CAMPAIGN}/posts/no-wall?target=ada-example&network=mastodon")).await.text();
        assert!(composer.contains("@ada@mastodon.social") && composer.contains("26 September 2018"), "{composer}");
        let gore = world.get(&format!("{CAMPAIGN}/posts/no-wall?target=al-gore")).await.text();
        assert!(gore.contains("@algore") && gore.contains("25 September 2018"));
        let list = clerk.get(&world, &done.location()).await.text();
        assert!(list.contains("Ada Example") && list.contains("The list is taken over"));
        let again = clerk.post(&world, SPEAKERS, &[("list", LIST)]).await.text();
        assert!(again.contains("Nobody would be added, nobody changed; 2 stand already"), "{again}");
        assert!(!again.contains("Take it over"), "there is nothing to take over");
    }

    async fn a_campaign_leads_organisers_to_its_targets_and_no_viewer(world: World) {
        let glance = "/desk/campaigns/dropsalesforce";
        let leads = format!("href=\"{TARGETS}\"");
        assert!(organiser(&world).await.get(&world, glance).await.text().contains(&leads));
        let viewer = Clerk::of(&world, "vi@example.org", GROUP, Role::Viewer).await;
        let page = viewer.get(&world, glance).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text().contains(&leads));
        let list = viewer.get(&world, TARGETS).await;
        assert_ne!(list.status, StatusCode::OK, "{}", list.text());
    }

    async fn every_fault_of_a_list_is_named_by_line_and_nothing_of_it_is_lost(world: World) {
        let clerk = organiser(&world).await;
        let before = definition(&world).await;
        let list = "name,x,mastodon,session,shoes\nBo <i>Example</i>,@far_too_long_a_handle,@bo,tomorrow,\n,@x,,\nCy,,,\ncy,,,\n";
        for path in [SPEAKERS, TARGETS] {
            let page = clerk.post(&world, path, &[("list", list)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
            let text = page.text();
            for words in [
                ">Line 1:</a> “shoes” is an unknown column", ">Line 2:</a> “@far_too_long_a_handle” is no handle on X",
                ">Line 2:</a> “@bo” is no handle on Mastodon", ">Line 2:</a> “tomorrow” is no day and time",
                ">Line 3:</a> This row has no name", ">Line 5:</a> cy stands on line 4 too",
            ] {
                assert!(text.contains(words), "{words} in {text}");
            }
            assert!(text.contains("Bo &#60;i&#62;Example&#60;/i&#62;,@far_too_long_a_handle,@bo,tomorrow,"), "{text}");
            assert!(!text.contains("<i>"));
        }
        let spanish = clerk.post(&world, &format!("{SPEAKERS}?lang=es"), &[("list", list)]).await.text();
        assert!(spanish.contains("Línea 3:</a> Esta fila no tiene nombre") && !spanish.contains("This row"));
        // As a browser sends it: CR LF; with empty lines, and a field of two lines.
        let list = "name,x\r\n\r\n\r\nBo,@far_too_long_a_handle\r\n\"Cy\r\nExample\",@cy\r\nDi,@another_far_too_long\r\nEd,\"@ed\r\nFlo,@flo\r\n";
        let text = clerk.post(&world, SPEAKERS, &[("list", list)]).await.text();
        for words in [">Line 4:</a> “@far", ">Line 7:</a> “@another", ">Line 8:</a> A quotation mark that this row opens is never closed"] {
            assert!(text.contains(words), "{words} in {text}");
        }
        let empty = clerk.post(&world, SPEAKERS, &[("list", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text().contains("The list is empty"));
        assert_eq!(definition(&world).await, before);
    }

    async fn a_list_that_makes_a_post_too_long_is_refused_with_the_count_the_target_and_the_language(world: World) {
        let clerk = organiser(&world).await;
        let name = "Wolfeschlegelsteinhausenbergerdorff ".repeat(3);
        let list = format!("name\n{}\n", name.trim());
        let page = clerk.post(&world, SPEAKERS, &[("list", &list)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = page.text();
        assert!(text.contains("has 324 as Bluesky counts, with its longest target, Wolfeschlegel") && text.contains("the most is 300"), "{text}");
        assert!(text.contains(" in en has ") && text.contains(" in es has "), "{text}");
        assert!(text.contains(&list), "what was pasted stays");
        assert_eq!(target(&world, "wolfeschlegelsteinhausenbergerdorff").await, None);
    }

    async fn a_list_of_five_hundred_is_taken_and_one_more_is_not(world: World) {
        let clerk = organiser(&world).await;
        let standing = definition(&world).await.targets.len();
        let rows = |many: usize| (0..many).map(|n| format!("Speaker {n},@s{n}")).collect::<Vec<_>>().join("\n");
        let page = clerk.post(&world, SPEAKERS, &[("list", &format!("name,x\n{}", rows(501 - standing)))]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("500 targets at most"));
        let done = apply(&world, &clerk, &format!("name,x\n{}", rows(500 - standing))).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert_eq!(definition(&world).await.targets.len(), 500);
    }

    async fn a_target_is_marked_with_a_link_and_the_mark_can_be_taken_away(world: World) {
        let clerk = organiser(&world).await;
        let wrong = clerk.post(&world, &format!("{GORE}/marks"), &[("mark", "acted"), ("on", "soon"), ("link", "javascript:alert(1)"), ("words-en", "He left.")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = wrong.text();
        assert!(text.contains("value=\"soon\"") && text.contains("value=\"javascript:alert(1)\"") && text.contains("value=\"He left.\""));
        assert!(text.contains("This is no web address") && text.contains("in every language or in none"));
        assert!(text.contains("In a sentence, in English") && text.contains("In a sentence, in Español"), "{text}");
        // 10 September in Los Angeles, where it is the 11th already elsewhere.
        let form = [("mark", "acted"), ("on", "2018-09-11"), ("link", "https://example.org/left")];
        let ahead = clerk.post(&world, &format!("{GORE}/marks"), &form).await;
        assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(ahead.text().contains("This day lies ahead") && ahead.text().contains("value=\"2018-09-11\""));
        assert_eq!(target(&world, "al-gore").await.unwrap().acted, None);
        let done = mark(&world, &clerk, GORE).await;
        assert_eq!(done.location(), format!("{GORE}?done=marked"), "{}", done.text());
        world.pass(SECOND);
        let page = world.get(&format!("{CAMPAIGN}/posts?target=al-gore")).await.text();
        assert!(page.contains("href=\"https://example.org/answer\"><bdi>Answered on 9 September 2018</bdi>"), "{page}");
        assert!(clerk.get(&world, TARGETS).await.text().contains("Answered on 9 September 2018"));
        let seen = seen(&clerk.get(&world, GORE).await);
        let ended = clerk.post(&world, &format!("{GORE}/marks"), &[("mark", "answered"), ("seen", &seen), ("end", "1")]).await;
        assert_eq!(ended.location(), format!("{GORE}?done=unmarked"));
        assert_eq!(target(&world, "al-gore").await.unwrap().answered, None);
        let clerk_of_none = clerk.get(&world, &format!("{TARGETS}/nobody")).await;
        assert_eq!(clerk_of_none.status, StatusCode::NOT_FOUND);
    }

    async fn a_target_is_taken_away_unless_the_files_name_it(world: World) {
        let clerk = organiser(&world).await;
        apply(&world, &clerk, LIST).await;
        let ada = format!("{TARGETS}/ada-example");
        let remove = async |path: &str| {
            let seen = seen(&clerk.get(&world, path).await);
            clerk.post(&world, &format!("{path}/removal"), &[("seen", &seen)]).await
        };
        assert_eq!(remove(&ada).await.location(), format!("{TARGETS}?done=removed"));
        assert_eq!(target(&world, "ada-example").await, None);
        world.pass(SECOND);
        assert_eq!(world.get(&format!("{CAMPAIGN}/posts/no-wall?target=ada-example")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(clerk.post(&world, &format!("{ada}/removal"), &[]).await.status, StatusCode::NOT_FOUND);
        let named = remove(GORE).await;
        assert_eq!(named.status, StatusCode::UNPROCESSABLE_ENTITY, "three speakers are addressed at once");
        assert!(named.text().contains("The campaign’s files name “al-gore”"), "{}", named.text());
        assert!(target(&world, "al-gore").await.is_some());
    }

    async fn the_second_of_two_who_save_sees_the_difference_and_chooses(world: World) {
        let (ada, bo) = (organiser(&world).await, Clerk::of(&world, "bo@example.org", GROUP, Role::Owner).await);
        let opened = seen(&bo.get(&world, GORE).await);
        mark(&world, &ada, GORE).await;
        let form = [("mark", "answered"), ("on", "2018-09-08"), ("link", "https://example.org/other"), ("seen", opened.as_str())];
        let refused = bo.post(&world, &format!("{GORE}/marks"), &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        let text = refused.text();
        for words in ["https://example.org/answer", "2018-09-09", "value=\"https://example.org/other\"", "value=\"2018-09-08\""] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert_eq!(target(&world, "al-gore").await.unwrap().answered.unwrap().link, "https://example.org/answer");
        let removal = bo.post(&world, &format!("{GORE}/removal"), &[("seen", &opened)]).await;
        assert_eq!(removal.status, StatusCode::CONFLICT);
        let again = seen(&refused);
        let insisted = [&form[..3], &[("seen", again.as_str())]].concat();
        assert_eq!(bo.post(&world, &format!("{GORE}/marks"), &insisted).await.status, StatusCode::SEE_OTHER);
        assert_eq!(target(&world, "al-gore").await.unwrap().answered.unwrap().link, "https://example.org/other");
        // The same for a list: what was looked at is what is taken over.
        let looked_at = seen(&bo.post(&world, SPEAKERS, &[("list", LIST)]).await);
        apply(&world, &ada, "name,x\nAda Example,@ada\nCy Example,@cy\n").await;
        let late = bo.post(&world, TARGETS, &[("list", LIST), ("seen", &looked_at)]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text().contains("Somebody has changed the targets since you looked") && late.text().contains("@ada@mastodon.social"));
        assert!(!target(&world, "ada-example").await.unwrap().handles.contains_key("mastodon"));
        assert_eq!(bo.post(&world, TARGETS, &[("list", LIST), ("seen", &seen(&late))]).await.status, StatusCode::SEE_OTHER);
        let ada_example = target(&world, "ada-example").await.unwrap();
        assert_eq!((ada_example.handles["x"].as_str(), ada_example.handles["mastodon"].as_str()), ("@ada", "@ada@mastodon.social"));
        let other = bo.post(&world, TARGETS, &[("list", "name\nDi Example\n"), ("seen", &looked_at)]).await;
        assert_eq!(other.status, StatusCode::CONFLICT);
        assert!(other.text().contains("The list is another"));
        assert_eq!(target(&world, "di-example").await, None);
    }

    async fn what_the_desk_changed_is_recorded_without_anybodys_data(world: World) {
        let clerk = organiser(&world).await;
        apply(&world, &clerk, LIST).await;
        mark(&world, &clerk, GORE).await;
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        for words in ["List of targets taken over", "ada-example", "Target marked", "target dropsalesforce/al-gore", "2018-09-09"] {
            assert!(record.contains(words), "{words} in {record}");
        }
        for value in ["@ada", "mastodon.social", "example.org/answer"] {
            assert!(!record.contains(value), "{value}");
        }
        assert_eq!(world.number("select count(*) as n from audit_entry where action in ('speakers-listed', 'target-marked', 'target-removed')").await, 2);
    }

    async fn an_import_of_unchanged_files_undoes_nothing_and_an_export_gives_it_all_back(world: World) {
        let files_say = definition(&world).await;
        let clerk = organiser(&world).await;
        apply(&world, &clerk, LIST).await;
        mark(&world, &clerk, GORE).await;
        let desk_says = definition(&world).await;
        let Imported::Changed { changes, kept } = import(&world, files_say.clone(), Dispute::Refuse).await else { panic!("it was there") };
        assert!(changes.is_empty(), "{changes:?}");
        assert_eq!(kept, ["target al-gore", "target ada-example"]);
        assert_eq!(definition(&world).await, desk_says);
        let folder = world.folder().join("export");
        files::write(&desk_says, &folder).unwrap();
        let exported = read(&folder);
        assert_eq!(exported, desk_says);
        let Imported::Changed { changes, kept } = import(&world, exported, Dispute::Refuse).await else { panic!("it was there") };
        assert_eq!((changes.len(), kept.len()), (0, 0), "the files know it all now");
        let mut shorter = desk_says.clone();
        shorter.targets.retain(|target| target.slug != "ada-example");
        import(&world, shorter, Dispute::Refuse).await;
        assert_eq!(target(&world, "ada-example").await, None, "from now on the files say who is a target");
    }

    async fn files_that_change_another_target_are_brought_together_with_the_desks(world: World) {
        let mut files_say = definition(&world).await;
        mark(&world, &organiser(&world).await, GORE).await;
        files_say.targets[0].session = Some("2018-09-25 09:00".to_owned());
        let slug = files_say.targets[0].slug.clone();
        let Imported::Changed { changes, kept } = import(&world, files_say.clone(), Dispute::Refuse).await else { panic!("it was there") };
        assert_eq!((changes.len(), kept), (1, vec!["target al-gore".to_owned()]), "{changes:?}");
        assert!(target(&world, "al-gore").await.unwrap().answered.is_some());
        assert_eq!(target(&world, &slug).await.unwrap().session.as_deref(), Some("2018-09-25 09:00"));
        let Imported::Changed { kept, .. } = import(&world, files_say, Dispute::Refuse).await else { panic!("it was there") };
        assert_eq!(kept, ["target al-gore"], "a second time too");
    }

    async fn a_target_changed_on_both_sides_is_named_and_nothing_is_imported(world: World) {
        let mut files_say = definition(&world).await;
        mark(&world, &organiser(&world).await, GORE).await;
        let desk_says = definition(&world).await;
        let gore = files_say.targets.iter_mut().find(|target| target.slug == "al-gore").unwrap();
        gore.session = Some("2018-09-25 09:00".to_owned());
        files_say.time_zone = "Europe/Madrid".to_owned();
        let Imported::Disputed(named) = import(&world, files_say.clone(), Dispute::Refuse).await else { panic!("it is disputed") };
        assert_eq!(named, ["target al-gore"]);
        assert_eq!(definition(&world).await, desk_says, "nothing of the files was taken");
        import(&world, files_say.clone(), Dispute::FilesStand).await;
        assert_eq!(definition(&world).await, files_say);
    }

    async fn files_whose_posts_do_not_fit_the_desks_targets_are_refused(world: World) {
        let mut files_say = definition(&world).await;
        let clerk = organiser(&world).await;
        apply(&world, &clerk, "name\nA Speaker With A Name Of Forty Letters Yes\n").await;
        let longest = "x".repeat(160) + " {target} {url}";
        for text in files_say.posts[0].text.values_mut() {
            text.clone_from(&longest);
        }
        files_say.posts[0].instead.clear();
        assert!(files::faults_of_targets(&files_say).is_empty(), "on their own they fit");
        let Imported::Unfit(faults) = import(&world, files_say, Dispute::Refuse).await else { panic!("it does not fit") };
        assert!(faults[0].message.contains("A Speaker With A Name"), "{}", faults[0]);
    }
}
