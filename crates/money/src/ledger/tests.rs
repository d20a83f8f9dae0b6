use super::*;
use crate::tests::currency;
use proptest::prelude::*;

fn deed() -> impl Strategy<Value = Deed> {
    let amount = 1..1_000_000_i64;
    let item = prop::sample::select(vec!["bus", "tram"]);
    (0..9_usize, amount, 0..500_i64, item).prop_map(|(kind, amount, fee, item)| match kind {
        0 => Deed::Gift { amount, fee },
        1 => Deed::Transfer { amount },
        2 => Deed::Refund { amount },
        3 => Deed::Dispute { amount, fee },
        4 => Deed::DisputeWon { amount },
        5 => Deed::Payout { amount },
        6 => Deed::Fee { amount },
        7 => Deed::TransferBack { amount },
        _ => Deed::Invoice { item: item.to_owned(), amount },
    })
}

fn told(deeds: &[Deed], order: &[usize]) -> Book {
    let mut book = Book::new(currency("EUR"));
    for at in order {
        let at = at % deeds.len();
        book.add(Entry::of(format!("deed {at}"), "2018-09-20", &deeds[at]).unwrap());
    }
    book
}

#[test]
fn what_is_taken_back_leaves_nothing() {
    let entry = Entry::of("payout po_1", "2018-09-20", &Deed::Payout { amount: 700 }).unwrap();
    let mut book = Book::new(currency("EUR"));
    book.add(entry.clone());
    book.add(entry.reversed("2018-09-21"));
    assert!(book.balances.values().all(|minor| *minor == 0));
    assert_eq!(entry.reversed("2018-09-21").key, "undo payout po_1");
}

proptest! {
    #[test]
    fn told_in_any_order_and_again_and_again_a_book_says_the_same_and_balances(
        deeds in prop::collection::vec(deed(), 1..40),
        more in prop::collection::vec(any::<usize>(), 0..200),
        seed in any::<u64>(),
    ) {
        let in_order: Vec<usize> = (0..deeds.len()).collect();
        let plain = told(&deeds, &in_order);
        let mut order: Vec<usize> = in_order.iter().copied().chain(more).collect();
        let mut state = seed | 1;
        for at in (1..order.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, usize::try_from(state >> 33).unwrap_or(0) % (at + 1));
        }
        let shuffled = told(&deeds, &order);
        prop_assert_eq!(plain.where_it_went(), shuffled.where_it_went());
        prop_assert!(plain.where_it_went().is_balanced());
        prop_assert_eq!(shuffled.entries().len(), deeds.len());
        for entry in shuffled.entries() {
            prop_assert_eq!(entry.lines.iter().map(|(_, minor)| minor).sum::<i64>(), 0);
        }
    }
}

#[test]
fn where_it_went_is_told_to_the_smallest_unit() {
    let mut book = Book::new(currency("EUR"));
    for (key, deed) in [
        ("gift 1", Deed::Gift { amount: 10_000, fee: 175 }),
        ("gift 2", Deed::Gift { amount: 5_000, fee: 100 }),
        ("transfer 1", Deed::Transfer { amount: 2_500 }),
        ("refund 1", Deed::Refund { amount: 5_000 }),
        ("dispute 1", Deed::Dispute { amount: 10_000, fee: 1_500 }),
        ("won 1", Deed::DisputeWon { amount: 10_000 }),
        ("payout 1", Deed::Payout { amount: 8_000 }),
        ("invoice 1", Deed::Invoice { item: "bus".to_owned(), amount: 9_000 }),
    ] {
        assert!(book.add(Entry::of(key, "2018-09-20", &deed).unwrap()));
        assert!(!book.add(Entry::of(key, "2018-09-21", &deed).unwrap()), "once");
    }
    let went = book.where_it_went();
    let expected = WhereItWent {
        given: 17_500,
        refunded: 5_000,
        disputed: 0,
        fees: 1_775,
        spent: vec![("bus".to_owned(), 9_000)],
        with_provider: 225,
        in_bank: 1_500,
    };
    assert_eq!(went, expected);
    assert!(went.is_balanced());
    assert_eq!(went.counts(), 12_500);
}

#[test]
fn what_is_no_entry_is_refused() {
    for deed in
        [Deed::Gift { amount: 0, fee: 0 }, Deed::Gift { amount: 5, fee: -1 }, Deed::Refund { amount: -5 }]
    {
        assert_eq!(Entry::of("x", "2018-09-20", &deed), Err(Unbalanced::NoAmount), "{deed:?}");
    }
    let lines = vec![(Account::Bank, 5), (Account::Gifts, -4)];
    assert_eq!(Entry::stored("x".to_owned(), String::new(), lines), Err(Unbalanced::Uneven));
    for account in [Account::Provider, Account::Refunds, Account::Spent("bus".to_owned())] {
        assert_eq!(Account::parse(&account.to_string()), Some(account));
    }
    assert_eq!(Account::parse("expenses:items:"), None);
    assert_eq!(Account::parse("income"), None);
}
