//! How much comes by a private link to reply, whoever has it and however they press; and how it is ended.

use super::desk::GROUP;
use super::desk_rules::seated;
use super::press::press;
use super::statements::{ASKED, EMAIL, linked, newest, organiser, page, reply, sent};
use super::stories;
use super::world::{World, below};
use crate::clock::{DAY, SECOND};
use axum::http::StatusCode;
use futures_util::future::join_all;

/// Where the desk ends the newest link.
async fn ending(world: &World, of: &str) -> String {
    format!("{of}/links/{}/ending", world.number("select max(id) as n from statement_link").await)
}

stories! {
    async fn however_many_press_at_once_a_reply_stands_once_and_a_link_brings_ten(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        let beside = world.another_process().await;
        let replies = below(&link, "replies");
        let send = async |nth: u8, words: String| {
            let at = if nth.is_multiple_of(2) { &world } else { &beside };
            at.post_from([203, 0, 113, nth], &replies, &[("words", &words), ("speaker", "")]).await.status
        };
        let same = join_all((0..12).map(|nth| send(nth, "The same words.".to_owned()))).await;
        assert!(same.iter().all(|status| *status == StatusCode::SEE_OTHER), "{same:?}");
        assert_eq!(world.number("select count(*) as n from statement").await, 1);
        let others = join_all((0..25).map(|nth| send(nth, format!("Words number {nth}.")))).await;
        assert_eq!(world.number("select count(*) as n from statement").await, 10);
        assert_eq!(others.iter().filter(|status| **status == StatusCode::SEE_OTHER).count(), 9, "{others:?}");
        assert_eq!(others.iter().filter(|status| **status == StatusCode::CONFLICT).count(), 16, "{others:?}");
    }

    async fn however_many_ask_at_once_an_address_gets_three_links_a_day(world: World) {
        let clerk = organiser(&world).await;
        let links = format!("{ASKED}/links");
        let beside = world.another_process().await;
        let send = async |nth: usize| {
            let at = if nth.is_multiple_of(2) { &world } else { &beside };
            clerk.post(at, &links, &[("email", EMAIL), ("language", "en")]).await.status
        };
        let all = join_all((0..12).map(send)).await;
        assert_eq!(world.number("select count(*) as n from statement_link").await, 3);
        assert_eq!(all.iter().filter(|status| **status == StatusCode::SEE_OTHER).count(), 3, "{all:?}");
        assert_eq!(sent(&world).await.len(), 3);
    }

    async fn a_campaign_sends_so_many_links_a_day_to_however_many_addresses(world: World) {
        let clerk = organiser(&world).await;
        linked(&world, &clerk).await;
        for _ in 0..98 {
            world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
                broadside_db::query("insert into statement_link (group_id, campaign_id, asked, whom, words, language, address_key, \
                    email, created_at) select group_id, campaign_id, asked, whom, words, language, address_key, email, created_at \
                    from statement_link order by id limit 1").run(c).await
            })).await.unwrap();
        }
        let links = format!("{ASKED}/links");
        let hundredth = clerk.post(&world, &links, &[("email", "one@example.net"), ("language", "en")]).await;
        assert_eq!(hundredth.status, StatusCode::SEE_OTHER);
        let over = clerk.post(&world, &links, &[("email", "other@example.net"), ("language", "en")]).await;
        assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(over.text().contains("This campaign sent 100 links today") && over.text().contains("value=\"other@example.net\""));
        world.pass(DAY + SECOND);
        let clerk = seated(&world, "olga@example.org").await;
        let next = clerk.post(&world, &links, &[("email", "other@example.net"), ("language", "en")]).await;
        assert_eq!(next.status, StatusCode::SEE_OTHER);
    }

    async fn all_replies_by_a_link_are_together_as_long_as_one_may_be(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        assert!(world.get(&link).await.text().contains("10 replies at most, of 5,000 characters altogether"), "{}", world.get(&link).await.text());
        let long = "é".repeat(4_900);
        assert_eq!(reply(&world, &link, &long).await.status, StatusCode::SEE_OTHER);
        world.pass(60 * SECOND);
        assert_eq!(reply(&world, &link, &long).await.status, StatusCode::SEE_OTHER, "pressed again it is the same reply");
        let further = "b".repeat(101);
        let refused = reply(&world, &link, &further).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("100 characters at most.") && refused.text().contains(&further), "{}", refused.text());
        world.pass(60 * SECOND);
        assert_eq!(reply(&world, &link, &"c".repeat(100)).await.status, StatusCode::SEE_OTHER);
        assert!(world.get(&link).await.text().contains("As much came by this link as can."));
        world.pass(60 * SECOND);
        assert_eq!(reply(&world, &link, "d").await.status, StatusCode::CONFLICT);
        assert!(page(&world).await.contains(&long), "what came by it stands whole");
    }

    async fn organisers_end_a_link_and_what_came_by_it_stays(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        reply(&world, &link, "We will not.").await;
        let one = newest(&world).await;
        let at_desk = clerk.get(&world, &one).await.text();
        assert!(at_desk.contains("The link it came by") && at_desk.contains(EMAIL) && at_desk.contains("End this link"), "{at_desk}");
        let ended = clerk.post(&world, &ending(&world, &one).await, &[]).await;
        assert_eq!(ended.status, StatusCode::SEE_OTHER);
        assert!(clerk.get(&world, &format!("{one}?done=link-ended")).await.text().contains("nobody replies by it any more"));
        for gone in [world.get(&link).await, reply(&world, &link, "Somebody else.").await] {
            assert_eq!(gone.status, StatusCode::NOT_FOUND);
            assert!(gone.text().contains("the organisers ended it"));
        }
        let public = press(&world).await;
        assert!(public.contains("We will not.") && !public.contains("Somebody else."));
        // The question's page says so too, and a second press changes nothing.
        let asked = clerk.get(&world, ASKED).await.text();
        assert!(asked.contains("over since") && !asked.contains("End this link"), "{asked}");
        clerk.post(&world, &ending(&world, ASKED).await, &[]).await;
        let record = clerk.get(&world, &format!("/desk/groups/{GROUP}/audit")).await.text();
        assert_eq!(record.matches("Link to reply ended").count(), 2, "once in the filter and once in the record: {record}");
        assert!(!record.contains(EMAIL));
        // Another question's address ends nothing, nor does a number that is no link.
        for path in [format!("{ASKED}/links/999999/ending"), format!("{ASKED}/links/x/ending")] {
            assert_eq!(clerk.post(&world, &path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        // A new one can be sent and replied by.
        let next = linked(&world, &clerk).await;
        world.pass(60 * SECOND);
        assert_eq!(reply(&world, &next, "We have thought again.").await.status, StatusCode::SEE_OTHER);
    }

    async fn what_nobody_sees_is_named_and_taken_out_of_the_form_alone(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        let pasted = "Dear campaign,\r\nwe have con\u{ad}sid\u{ad}ered it.\u{feff}";
        let refused = reply(&world, &link, pasted).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        for told in ["There are 3 characters in it that nobody sees", "in line 2", "U+00AD", "Dear campaign,\nwe have considered it.</textarea>", "<a href=\"#words\">Your words</a>"] {
            assert!(text.contains(told), "{told}: {text}");
        }
        assert_eq!(world.number("select count(*) as n from statement").await, 0, "nothing is changed and published");
        assert_eq!(reply(&world, &link, "Dear campaign,\nwe have considered it.").await.status, StatusCode::SEE_OTHER);
    }
}
