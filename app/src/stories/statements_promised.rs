//! What was promised to whoever replies behind a private link, and what everybody is told of such a reply.

use super::press::{PRESS, press, timeline};
use super::statements::{
    ASKED, EMAIL, LIST, import, link_in, linked, newest, organiser, page, reply, seen, sent,
};
use super::stories;
use super::world::{CAMPAIGN, World, below};
use crate::campaigns::definition::{ByLanguage, Definition, ReplyPlace};
use crate::campaigns::importing::Imported;
use crate::clock::{DAY, SECOND};
use axum::http::StatusCode;

fn closed_until(moment: &'static str) -> impl Fn(&mut Definition) {
    move |campaign| campaign.press.embargo_until = Some(moment.to_owned())
}

stories! {
    async fn no_embargo_takes_a_reply_away_that_was_promised_to_stand(world: World) {
        let clerk = organiser(&world).await;
        let open = world.get(&linked(&world, &clerk).await).await.text();
        assert!(open.contains("It is published at once") && !open.contains("is closed until"));
        for moment in ["2018-09-11 09:00 Europe/London", "2099-01-01 00:00 America/Los_Angeles"] {
            let refused = import(&world, closed_until(moment)).await;
            assert!(matches!(refused, Imported::Postponed), "{moment}: {refused:?}");
        }
        let past = import(&world, closed_until("2018-09-01 09:00 Europe/London")).await;
        assert!(matches!(past, Imported::Changed { .. }), "what is over closes nothing: {past:?}");
    }

    async fn whoever_is_asked_during_an_embargo_reads_when_their_reply_can_be_read(world: World) {
        let clerk = organiser(&world).await;
        for place in [ReplyPlace::WithLetter, ReplyPlace::PressOnly] {
            let set = import(&world, |campaign| {
                campaign.press.reply_place = place;
                closed_until("2018-09-12 09:00 Europe/London")(campaign);
            }).await;
            assert!(matches!(set, Imported::Changed { .. }), "nothing is promised yet");
        }
        world.pass(SECOND);
        assert!(clerk.get(&world, ASKED).await.text().contains("The press page is closed until <bdi>12 September 2018 at 09:00"));
        let link = linked(&world, &clerk).await;
        let own = world.get(&link).await.text();
        for told in ["The press page is closed until <bdi>12 September 2018 at 09:00", "can only become earlier", "when the press page opens: <bdi>12 September 2018"] {
            assert!(own.contains(told), "{told}: {own}");
        }
        assert!(!own.contains("at once"), "{own}");
        let taken = reply(&world, &link, "We will not.").await;
        let own = world.get(&taken.location()).await.text();
        assert!(own.contains("Your reply is kept as you sent it, and published when the press page opens") && !own.contains("Your reply is published"));
        for later in ["2018-09-12 09:01 Europe/London", "2018-09-13 09:00 Europe/London"] {
            assert!(matches!(import(&world, closed_until(later)).await, Imported::Postponed), "{later}");
        }
        let sooner = import(&world, closed_until("2018-09-11 09:00 Europe/London")).await;
        assert!(matches!(sooner, Imported::Changed { .. }), "{sooner:?}");
        world.pass(DAY);
        assert!(press(&world).await.contains("We will not."));
        assert!(matches!(import(&world, closed_until("2018-09-30 09:00 Europe/London")).await, Imported::Postponed));
    }

    async fn a_hidden_reply_hides_who_spoke(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        let form = [("words", "Something that the law forbids."), ("speaker", "Jane Roe, aged 9, of 5 Mill Lane")];
        world.post(&below(&link, "replies"), &form).await;
        assert!(press(&world).await.contains("aged 9"));
        let one = newest(&world).await;
        let now = seen(&clerk.get(&world, &one).await.text());
        clerk.post(&world, &format!("{one}/visibility"), &[("seen", &now), ("hidden", "It names a child.")]).await;
        let spanish = world.get(&format!("{PRESS}?lang=es")).await.text();
        for public in [press(&world).await, page(&world).await, spanish] {
            assert!(public.contains("It names a child.") && !public.contains("aged 9") && !public.contains("law forbids"), "{public}");
        }
        for theirs in [world.get(&link).await.text(), clerk.get(&world, &one).await.text()] {
            assert!(theirs.contains("aged 9"), "whoever sent it, and whoever can show it again, sees all of it: {theirs}");
        }
    }

    async fn of_a_reply_by_link_is_said_what_is_known_and_no_more(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        let known = "mailed to an address at <bdi>salesforce-example.org</bdi> on <bdi>10 September 2018</bdi>";
        let own = world.get(&link).await.text();
        assert!(own.contains(known) && own.contains("No more of the address is published."), "{own}");
        world.pass(2 * DAY);
        reply(&world, &link, "We will not.").await;
        for public in [press(&world).await, page(&world).await] {
            assert!(public.contains(known) && public.contains("Nobody has proved who sent it."), "{public}");
            assert!(!public.contains("by themselves") && !public.contains(EMAIL));
        }
        // The address is forgotten; what was said of it stands.
        world.pass(181 * DAY);
        world.work().await;
        assert_eq!(world.number("select count(*) as n from statement_link").await, 0);
        assert!(press(&world).await.contains(known));
        // Of those that came before this was kept.
        world.db().write(broadside_db::Lane::Ordinary, |c| Box::pin(async move {
            broadside_db::query("update statement set link_domain = null, link_sent_at = null").run(c).await
        })).await.unwrap();
        let public = press(&world).await;
        assert!(public.contains("behind a private link that the organisers mailed; nobody edited it.") && !public.contains("an address at"));
    }

    async fn a_reply_runs_in_its_own_direction_and_its_question_is_told_once(world: World) {
        let clerk = organiser(&world).await;
        let link = linked(&world, &clerk).await;
        let spanish = link.replace("lang=en", "lang=es");
        for words in ["نعم، سننهي العقد. Yes!", "We have thought again."] {
            world.pass(60 * SECOND);
            assert_eq!(reply(&world, &spanish, words).await.status, StatusCode::SEE_OTHER);
        }
        for public in [press(&world).await, page(&world).await, world.get(&format!("{PRESS}?lang=es")).await.text()] {
            assert!(public.contains("<blockquote class=\"said\" dir=\"auto\">نعم، سننهي العقد. Yes!"), "{public}");
        }
        // On the press page the question stands above them, in whichever language.
        for public in [press(&world).await, world.get(&format!("{PRESS}?lang=es")).await.text()] {
            assert!(!public.contains("<q "), "{public}");
        }
        let es = world.get(&format!("{CAMPAIGN}?lang=es")).await.text();
        assert_eq!(es.matches("<q dir=\"auto\" lang=\"en\">").count(), 1, "{es}");
        assert_eq!(page(&world).await.matches("<q dir=\"auto\">").count(), 1);
        // Worded anew, both are read, the old one once.
        world.change_campaign(|campaign| {
            campaign.statements[0].words = ByLanguage::from([("en".to_owned(), "Would you?".to_owned()), ("es".to_owned(), "¿Lo haríais?".to_owned())]);
        }).await;
        let es = world.get(&format!("{PRESS}?lang=es")).await.text();
        assert_eq!(es.matches("<q dir=\"auto\" lang=\"en\">").count(), 1, "{es}");
        assert!(es.contains("¿Lo haríais?") && es.contains("was asked for a comment"));
    }

    async fn on_one_day_a_reply_stands_behind_the_letter_and_its_question(world: World) {
        let clerk = organiser(&world).await;
        let asked = [("kind", "asked"), ("whom", "Example Company"), ("on", "2018-09-10"), ("words", "Will you?")];
        clerk.post(&world, &format!("{LIST}/entries"), &asked).await;
        let one = newest(&world).await;
        world.pass(3_600 * SECOND);
        clerk.post(&world, &format!("{one}/links"), &[("email", EMAIL), ("language", "en")]).await;
        let (_, mail) = sent(&world).await.pop().unwrap();
        reply(&world, &link_in(&mail), "No.").await;
        let lines = timeline(&press(&world).await);
        let place = |words: &str| lines.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {lines:#?}"));
        let order = [place("was published."), place("Example Company was asked"), place("Reply of Example Company")];
        assert!(order.is_sorted(), "{lines:#?}");
    }
}
