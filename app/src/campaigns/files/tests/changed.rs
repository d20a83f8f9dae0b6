//! Two campaigns are compared: nothing that differs goes unsaid, and it is said in words.

use super::Site;
use crate::campaigns::definition::Definition;
use crate::campaigns::files::changes;
use serde_json::Value;

fn told(old: &Definition, new: &Definition) -> Vec<String> {
    changes(old, new).iter().map(ToString::to_string).collect()
}

/// A campaign in which everything that can be there is there.
fn full() -> Definition {
    let site = Site::new();
    site.change(
        "signal = \"#c8201a\"",
        "signal = \"#c8201a\"\nsignal_dark = \"#f4a6a0\"\nform = [\"comment\"]",
    );
    site.change(
        "name = \"Our Group\"\n\n",
        "name = \"Our Group\"\nwebsite = \"https://example.org\"\ncontact = \"a@example.org\"\nabout = { en = \"a\", es = \"b\" }\n\n",
    );
    site.change(
        "sender_address = \"team@example.org\"",
        "sender_address = \"team@example.org\"\nreply_to = \"b@example.org\"\nsubject = { en = \"a\", es = \"b\" }",
    );
    site.add(
        "\n[[letter]]\nslug = \"bush\"\n\n[[partner]]\nslug = \"greenpeace\"\nname = \"Greenpeace\"\nwebsite = \"https://a.example.org\"\n\
         privacy = \"https://a.example.org/p\"\nconsent = { en = \"a\", es = \"b\" }\n\
         privacy_text = { en = \"a\", es = \"b\" }\nlogo = \"a.svg\"\nsignal = \"#c8201a\"\n\
         age_key = \"age1f74fhh2msjlrqxdwa6sc65t3slhtsy6460fl2wv2rut6zgwkzfuqjuzzqj\"\n\n[[picture]]\nfile = \"a.svg\"\n\
         alt = { en = \"a\", es = \"b\" }\ncredit = \"c\"\nlicence = \"CC0\"\n",
    );
    site.put("letters/bush.en.md", super::LETTER_EN);
    site.put("letters/bush.es.md", super::LETTER_ES);
    site.put("pictures/a.svg", "<svg viewBox='0 0 1 1'/>");
    site.definition()
}

/// Every text, number and absence in a definition, by its JSON pointer.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), found));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

#[test]
fn equal_campaigns_have_no_changes() {
    assert_eq!(told(&full(), &full()), Vec::<String>::new());
}

#[test]
fn whatever_is_changed_is_told() {
    let old = full();
    let json = serde_json::to_value(&old).unwrap();
    let mut paths = Vec::new();
    leaves(&json, "", &mut paths);
    assert!(paths.len() > 50, "{paths:?}");
    for path in paths {
        let mut other = json.clone();
        let leaf = other.pointer_mut(&path).unwrap();
        *leaf = match leaf {
            Value::String(word) if word == "published" => "draft".into(),
            Value::String(word) if word == "open" => "closed".into(),
            Value::String(word) if word == "with_letter" => "top".into(),
            Value::String(word) => format!("{word} too").into(),
            Value::Number(number) => (number.as_u64().unwrap() + 1).into(),
            other => panic!("{path}: {other}"),
        };
        let mut new: Definition = serde_json::from_value(other).unwrap();
        // Bytes are kept beside the definition.
        new.pictures[0].bytes.clone_from(&old.pictures[0].bytes);
        assert!(!changes(&old, &new).is_empty(), "{path} changed unseen");
        assert!(!changes(&new, &old).is_empty(), "{path} changed back unseen");
    }
    let mut new = old.clone();
    new.pictures[0].bytes.push(b' ');
    assert_eq!(told(&old, &new), ["pictures/a.svg: picture changed"]);
}

#[test]
fn changes_are_told_in_words() {
    let old = full();
    let mut new = old.clone();
    new.texts.get_mut("en").unwrap().title = "More demands".to_owned();
    new.signal_dark = None;
    new.form.push("country".to_owned());
    new.relations.remove(0);
    new.partners[0].consent.insert("en".to_owned(), "c".to_owned());
    let mut other = new.partners[0].clone();
    other.slug = "others".to_owned();
    new.partners.push(other);
    new.letters.swap(0, 1);
    new.letters[1].names_per_mailbox = 1;
    let text = new.letters[1].texts.get_mut("es").unwrap();
    text.body = "Planten dos árboles, por favor.".to_owned();
    new.letters[0].texts.get_mut("en").unwrap().title = "A bush".to_owned();
    assert_eq!(
        told(&old, &new),
        [
            "campaign.toml: form: [\"comment\"] → [\"comment\",\"country\"]",
            "campaign.toml: letter tree.names_per_mailbox: 2 → 1",
            "campaign.toml: order of letters: tree, bush → bush, tree",
            "campaign.toml: partner greenpeace.consent.en: \"a\" → \"c\"",
            "campaign.toml: partner others added",
            "campaign.toml: relation neighbour removed",
            "campaign.toml: signal_dark removed: \"#f4a6a0\"",
            "campaign.toml: texts.en.title: \"Our demands\" → \"More demands\"",
            "letters/bush.en.md: title: \"A tree\" → \"A bush\"",
            "letters/tree.es.md: body changed (4 words)",
        ]
    );
    assert!(told(&new, &old).contains(&"campaign.toml: relation neighbour added".to_owned()));
}

#[test]
fn a_letter_that_is_only_set_anew_is_told_as_that() {
    let old = full();
    let mut new = old.clone();
    new.letters[0].texts.get_mut("en").unwrap().body = "Please plant\n*one* tree.".to_owned();
    assert_eq!(told(&old, &new), ["letters/tree.en.md: body changed (spaces and line breaks only)"]);
    new.letters[0].texts.get_mut("en").unwrap().body = "Please plant *one* fig tree.".to_owned();
    assert_eq!(told(&old, &new), ["letters/tree.en.md: body changed (1 word)"]);
}
