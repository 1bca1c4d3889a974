use alloc::string::ToString;

use super::Path;

const TEXT: &str =
    r#" {"a\"]}": "}]\\", "é" : [ 1 , {"b":[[],{}, -1.5e3,"x"], "c": null}, true ] , "b" : 1, "b":[ 7 ]}"#;

fn rest(path: &Path<'_>) -> &'static str {
    &TEXT[path.place(TEXT)..]
}

#[test]
fn values_are_found_behind_brackets_in_strings() {
    let root = Path::ROOT;
    assert!(rest(&root).starts_with("{\"a"));
    let list = root.key("é");
    assert!(rest(&list).starts_with("[ 1"));
    assert!(rest(&list.index(0)).starts_with("1 ,"));
    assert!(rest(&list.index(2)).starts_with("true"));
    let object = list.index(1);
    assert!(rest(&object).starts_with("{\"b\""));
    assert!(rest(&object.key("c")).starts_with("null"));
    for (k, start) in ["[]", "{}", "-1.5e3", "\"x\""].into_iter().enumerate() {
        assert!(rest(&object.key("b").index(k)).starts_with(start));
    }
}

#[test]
fn of_equal_keys_the_last_one_counts() {
    assert!(rest(&Path::ROOT.key("b")).starts_with("[ 7 ]}"));
}

#[test]
fn what_is_not_there_is_where_it_should_be() {
    let list = Path::ROOT.key("é");
    let object = list.index(1);
    assert!(rest(&object.key("none").index(5).key("deeper")).starts_with("{\"b\""));
    assert!(rest(&list.index(3)).starts_with("[ 1"));
    assert!(rest(&Path::ROOT.index(0)).starts_with("{\"a"));
}

#[test]
fn paths_read_as_in_javascript() {
    let path = Path::ROOT.key("features");
    let path = path.index(3);
    let path = path.key("geometry");
    assert_eq!(path.key("coordinates").index(0).index(17).to_string(), "features[3].geometry.coordinates[0][17]");
    assert_eq!(Path::ROOT.to_string(), "");
}

#[test]
fn any_text_is_walked_through_without_harm() {
    for end in (0..TEXT.len()).filter(|end| TEXT.is_char_boundary(*end)) {
        let text = &TEXT[..end];
        assert!(Path::ROOT.key("é").index(1).key("b").index(2).place(text) <= end);
    }
}
