//! One mailbox, two people, and organisers who remove and put back: in whatever order, every sum is that of the
//! signatures that stand.

use super::desk::{Clerk, GROUP};
use super::desk_changes::{REMOVALS, RETURNS, done, sums};
use super::desk_rules::seated;
use super::stories;
use super::world::World;
use crate::accounts::Role;
use crate::clock::DAY;
use broadside_db::query;

const DESK: &str = "desk@example.org";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Remove,
    PutBack,
    Withdraw,
    SignAnew,
    SecondSigns,
}

/// One of the hundred and twenty orders.
fn order(mut number: usize) -> [Deed; 5] {
    let mut left = vec![Deed::Remove, Deed::PutBack, Deed::Withdraw, Deed::SignAnew, Deed::SecondSigns];
    [5, 4, 3, 2, 1].map(|most| {
        let next = left.remove(number % most);
        number /= most;
        next
    })
}

/// What a mailbox must look like: whether each of its two stands, is removed, or is not there.
struct Mailbox {
    order: [Deed; 5],
    number: usize,
    link: String,
    first: Option<bool>,
    second: Option<bool>,
    is_barred: bool,
}

impl Mailbox {
    fn email(&self) -> String {
        format!("box-{}@signers.example", self.number)
    }

    fn name(&self, who: &str) -> String {
        format!("{who} of box {}", self.number)
    }

    fn counts(&self) -> i64 {
        [self.first, self.second].into_iter().filter(|one| *one == Some(true)).count().try_into().unwrap()
    }

    async fn does(&mut self, world: &World, deed: Deed) {
        let email = self.email();
        match (deed, self.first) {
            (Deed::Withdraw, Some(stands)) => {
                world.press(&self.link, "withdrawal").await;
                self.is_barred |= !stands;
                self.first = None;
            }
            (Deed::SignAnew, None) => {
                self.link = world.sign(&self.name("Ada"), &email).await;
                self.first = Some(!self.is_barred);
            }
            (Deed::SignAnew, Some(_)) => {
                world.sign_on(&self.name("Ada"), &email).await;
            }
            (Deed::SecondSigns, _) => {
                world.sign(&self.name("Bo"), &email).await;
                self.second = Some(!self.is_barred);
            }
            (Deed::Remove, Some(true)) => self.first = Some(false),
            (Deed::PutBack, first) => {
                self.is_barred &= first != Some(false) && self.second != Some(false);
                self.first = self.first.map(|_| true);
                self.second = self.second.map(|_| true);
            }
            (Deed::Withdraw, None) | (Deed::Remove, _) => {}
        }
    }
}

/// The rows of those who are to be removed, or put back, as a look asks for them.
async fn ticked(world: &World, deed: Deed, boxes: &[Mailbox], step: usize) -> Option<String> {
    let state = if deed == Deed::Remove { "confirmed" } else { "invalidated" };
    let mut rows = Vec::new();
    for one in boxes.iter().filter(|one| one.order[step] == deed) {
        let second = if deed == Deed::Remove { String::new() } else { one.name("Bo") };
        let found = query("select id from signature where state = $1 and name in ($2, $3)")
            .bind(state)
            .bind(one.name("Ada"))
            .bind(second)
            .all(&mut world.db().read().await.unwrap(), |row| row.get::<i64>("id"))
            .await
            .unwrap();
        rows.extend(found.into_iter().map(|id| format!("&row={id}")));
    }
    (!rows.is_empty()).then(|| format!("which=ticked{}", rows.concat()))
}

stories! {
    async fn removing_withdrawing_signing_anew_and_putting_back_add_up_in_every_order(world: World) {
        Clerk::of(&world, DESK, GROUP, Role::Organiser).await;
        let mut boxes = Vec::new();
        for number in 0..24 {
            let (order, link) = (order(number * 5 + number % 5), String::new());
            let mut one = Mailbox { order, number, link, first: None, second: None, is_barred: false };
            one.does(&world, Deed::SignAnew).await;
            boxes.push(one);
        }
        for step in 0..5 {
            world.pass(DAY);
            let clerk = seated(&world, DESK).await;
            for (deed, path) in [(Deed::Remove, REMOVALS), (Deed::PutBack, RETURNS)] {
                if let Some(rows) = ticked(&world, deed, &boxes, step).await {
                    done(&world, &clerk, path, &rows).await;
                }
            }
            for one in &mut boxes {
                one.does(&world, one.order[step]).await;
            }
            let expected: i64 = boxes.iter().map(Mailbox::counts).sum();
            assert_eq!(world.count().await, expected, "after step {step}");
            sums(&world).await;
        }
        for one in &boxes {
            let standing = query("select count(*) as n from signature where state = 'confirmed' and name in ($1, $2)")
                .bind(one.name("Ada"))
                .bind(one.name("Bo"))
                .one(&mut world.db().read().await.unwrap(), |row| row.get::<i64>("n"))
                .await
                .unwrap();
            assert_eq!(standing, one.counts(), "{:?}", one.order);
        }
        assert!(boxes.iter().any(|one| one.is_barred) && boxes.iter().any(|one| one.counts() == 2));
    }
}
