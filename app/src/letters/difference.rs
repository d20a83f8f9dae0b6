//! What differs between two wordings of a letter, for people: paragraph by paragraph, and within one that was
//! changed word by word.

use similar::{ChangeTag, DiffOp, TextDiff};

/// A paragraph longer than this is shown whole, before and after: nobody compares so many words by eye, and
/// comparing them takes long.
const MOST_BYTES: usize = 8_000;
/// Where so little is alike, two paragraphs are told apart rather than mixed.
const ALIKE: f32 = 0.4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Same,
    Gone,
    New,
}

/// Words of a paragraph that fared alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub what: What,
    pub words: String,
}

/// A paragraph that was changed, taken out or added.
pub type Paragraph = Vec<Run>;

/// The paragraphs that differ, in the order of the newer text. Both are Markdown.
pub fn difference(before: &str, after: &str) -> Vec<Paragraph> {
    let (before, after) = (broadside_markup::text(before), broadside_markup::text(after));
    let (old, new) = (paragraphs(&before), paragraphs(&after));
    let diff = TextDiff::from_slices(&old, &new);
    let mut found = Vec::new();
    for op in diff.ops() {
        match *op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => {
                found.extend(old[old_index..old_index + old_len].iter().map(|one| whole(What::Gone, one)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                found.extend(new[new_index..new_index + new_len].iter().map(|one| whole(What::New, one)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                replaced(
                    &old[old_index..old_index + old_len],
                    &new[new_index..new_index + new_len],
                    &mut found,
                );
            }
        }
    }
    found
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|one| !one.is_empty()).collect()
}

fn whole(what: What, words: &str) -> Paragraph {
    vec![Run { what, words: words.to_owned() }]
}

/// Each paragraph beside the one in its place; what is over was taken out or added.
fn replaced(old: &[&str], new: &[&str], found: &mut Vec<Paragraph>) {
    let paired = old.len().min(new.len());
    for (before, after) in old.iter().zip(new) {
        match within(before, after) {
            Some(runs) => found.push(runs),
            None => found.extend([whole(What::Gone, before), whole(What::New, after)]),
        }
    }
    found.extend(old[paired..].iter().map(|one| whole(What::Gone, one)));
    found.extend(new[paired..].iter().map(|one| whole(What::New, one)));
}

/// Word by word, where the two are alike enough.
fn within(before: &str, after: &str) -> Option<Paragraph> {
    if before.len().max(after.len()) > MOST_BYTES {
        return None;
    }
    let diff = TextDiff::from_unicode_words(before, after);
    if diff.ratio() < ALIKE {
        return None;
    }
    let mut runs: Vec<Run> = Vec::new();
    for change in diff.iter_all_changes() {
        let what = match change.tag() {
            ChangeTag::Equal => What::Same,
            ChangeTag::Delete => What::Gone,
            ChangeTag::Insert => What::New,
        };
        match runs.last_mut().filter(|run| run.what == what) {
            Some(run) => run.words.push_str(change.value()),
            None => runs.push(Run { what, words: change.value().to_owned() }),
        }
    }
    Some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(what: What, words: &str) -> Run {
        Run { what, words: words.to_owned() }
    }

    #[test]
    fn what_is_the_same_is_left_out_and_a_changed_paragraph_is_told_word_by_word() {
        let before = "First stays.\n\nWe ask you to end the contract now.\n\nLast.";
        let after = "First stays.\n\nWe ask you to end the contract this year.\n\nLast.\n\nOne more.";
        let changed = [
            run(What::Same, "We ask you to end the contract "),
            run(What::Gone, "now"),
            run(What::New, "this year"),
            run(What::Same, "."),
        ];
        assert_eq!(difference(before, after), [changed.to_vec(), vec![run(What::New, "One more.")]]);
        assert_eq!(difference(after, after), [] as [Paragraph; 0]);
    }

    #[test]
    fn paragraphs_that_have_little_in_common_are_not_mixed() {
        let found = difference("Whatever stood here before is gone.", "Quite another thing, said anew!");
        assert_eq!(found.len(), 2);
        assert_eq!((found[0][0].what, found[1][0].what), (What::Gone, What::New));
    }

    proptest::proptest! {
        #[test]
        fn both_texts_can_be_read_off_a_changed_paragraph(
            before in "([a-c] ?){0,12}[.!]?",
            after in "([a-c] ?){0,12}[.!]?",
        ) {
            let Some(runs) = within(&before, &after) else { return Ok(()) };
            let but = |what| -> String {
                runs.iter().filter(|run| run.what != what).map(|run| run.words.as_str()).collect()
            };
            proptest::prop_assert_eq!(but(What::New), before);
            proptest::prop_assert_eq!(but(What::Gone), after);
        }
    }

    #[test]
    fn a_letter_that_was_rewritten_from_end_to_end_is_compared_at_once() {
        let long = |word: &str| format!("{word} ").repeat(20_000);
        assert_eq!(difference(&long("one"), &long("two")).len(), 2);
    }
}
