//! More people at once than can be kept: whom the queue has no room for is told at once, and loses nothing.

use super::stories;
use super::world::{Answer, CAMPAIGN, World};
use axum::http::StatusCode;
use broadside_db::{Connection, Engine, Lane, query};
use std::sync::Arc;
use tokio::sync::{Mutex, oneshot};
use tokio::task::JoinSet;

/// Keeps every sign-on from being stored until it is let go.
async fn hold_the_writer(world: &World) -> oneshot::Sender<()> {
    let (let_go, held) = oneshot::channel();
    let (begun, has_begun) = oneshot::channel();
    let (db, signals) = (world.db().clone(), Arc::new(Mutex::new(Some((begun, held)))));
    tokio::spawn(async move {
        let holding = db.write(Lane::Intake, move |c: &mut Connection| {
            let signals = signals.clone();
            Box::pin(async move {
                if c.engine() == Engine::Postgres {
                    query("lock table sign_on in access exclusive mode").run(c).await?;
                }
                if let Some((begun, held)) = signals.lock().await.take() {
                    begun.send(()).unwrap();
                    // Dropped or told: it is let go.
                    let _ = held.await;
                }
                Ok(())
            })
        });
        holding.await.unwrap();
    });
    has_begun.await.unwrap();
    let_go
}

async fn sign_on(world: Arc<World>, letter: Arc<str>, number: u16) -> Answer {
    let [high, low] = number.to_be_bytes();
    let (name, email) = (format!("Signer {number}"), format!("one{number}@example.org"));
    let form = [("name", name.as_str()), ("email", email.as_str())];
    world.post_from([10, 1, high, low], &format!("{letter}/signatures"), &form).await
}

stories! {
    async fn whom_the_queue_has_no_room_for_is_told_at_once_and_pages_go_on(world: World) {
        const CROWD: u16 = 4_900;
        assert_eq!(world.get(CAMPAIGN).await.status, StatusCode::OK);
        let let_go = hold_the_writer(&world).await;
        let letter = Arc::<str>::from(world.letter().await);
        let world = Arc::new(world);
        let mut crowd = JoinSet::new();
        for number in 0..CROWD {
            crowd.spawn(sign_on(world.clone(), letter.clone(), number));
        }
        // Whoever is answered before the writer goes on was turned away.
        let turned_away = crowd.join_next().await.unwrap().unwrap();
        assert_eq!(turned_away.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(turned_away.headers["retry-after"], "2");
        assert!(turned_away.text().contains("value=\"Signer ") && turned_away.text().contains("@example.org\""));
        let page = world.get(CAMPAIGN).await;
        assert_eq!(page.status, StatusCode::OK, "readers notice nothing");
        let_go.send(()).unwrap();
        let (mut thanked, mut refused) = (0_i64, 1_i64);
        while let Some(answer) = crowd.join_next().await {
            match answer.unwrap().status {
                StatusCode::SEE_OTHER => thanked += 1,
                StatusCode::SERVICE_UNAVAILABLE => refused += 1,
                other => panic!("{other}"),
            }
        }
        assert_eq!(thanked + refused, i64::from(CROWD));
        assert_eq!(world.number("select count(*) as n from sign_on").await, thanked, "as many as were thanked");
        let again = sign_on(world.clone(), letter, CROWD).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "there is room again");
    }
}
