//! What is put right or taken for granted is told, and only then.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::boxed::Box;
use std::cell::RefCell;
use std::rc::Rc;
use std::string::{String, ToString};
use std::vec::Vec;

use super::*;
use crate::Moc;
use crate::io::FitsKind;

fn heard<R>(work: impl FnOnce() -> R) -> (Vec<String>, R) {
    let texts: Rc<RefCell<Vec<String>>> = Rc::default();
    let kept = Rc::clone(&texts);
    set_logger(Some(Box::new(move |level, text| {
        assert_eq!(level, Level::Warning);
        kept.borrow_mut().push(text.to_string());
    })));
    let result = work();
    assert!(set_logger(None).is_some());
    (texts.take(), result)
}

fn moc() -> Moc {
    Moc::from_ascii("3/1-5 8 4/400").expect("a MOC")
}

/// The file with one card in the place of another.
fn with_card(file: &[u8], old: &str, new: &str) -> Vec<u8> {
    let mut file = file.to_vec();
    let at = file.windows(old.len()).position(|bytes| bytes == old.as_bytes()).expect("the card");
    file[at..at + 80].copy_from_slice(std::format!("{new:80}").as_bytes());
    file
}

#[test]
fn files_as_they_should_be_say_nothing() {
    for kind in [FitsKind::Range, FitsKind::Nuniq, FitsKind::NuniqV1] {
        let (texts, read) = heard(|| Moc::from_fits(&moc().to_fits(kind).expect("a file")));
        assert_eq!((texts.len(), read), (0, Ok(moc())));
    }
    let (texts, read) = heard(|| Moc::from_ascii("3/1-5 8 4/400"));
    assert_eq!((texts.len(), read), (0, Ok(moc())));
}

#[test]
fn what_a_file_leaves_open_is_told() {
    let file = moc().to_fits(FitsKind::Range).expect("a file");
    let (texts, read) = heard(|| Moc::from_fits(&with_card(&file, "COORDSYS", "COMMENT")));
    assert_eq!(
        (texts.join("\n"), read),
        ("the header has no card COORDSYS: the cells are taken for ICRS ones".into(), Ok(moc()))
    );

    let (texts, read) = heard(|| Moc::from_fits(&with_card(&file, "MOCTOOL", "COORDSYS= 'C       '")));
    assert!(texts[0].contains("card COORDSYS = 'C' is there already, at byte"), "{texts:?}");
    assert_eq!((texts.len(), read), (1, Ok(moc())));

    let mut longer = file.clone();
    longer.extend(std::format!("{:2880}", "XTENSION= 'IMAGE   '").bytes());
    let (texts, read) = heard(|| Moc::from_fits(&longer));
    assert_eq!(
        (texts.join("\n"), read),
        (std::format!("byte {}: another extension follows the first table and is not read", file.len()), Ok(moc()))
    );
}

#[test]
fn overlaps_in_a_text_are_counted() {
    for text in ["3/1-5 4 8 4/400 16", "3/8 1-5 4/400 400 3/2"] {
        let (texts, read) = heard(|| Moc::from_ascii(text));
        assert_eq!((texts.join("\n"), read), ("2 of the cells and ranges overlap others".into(), Ok(moc())), "{text}");
    }
}

#[test]
fn a_logger_may_call_what_it_likes() {
    set_logger(Some(Box::new(|_, _| {
        // Not told of again.
        assert!(Moc::from_ascii("3/1 1").is_ok());
        set_logger(None);
    })));
    assert!(Moc::from_ascii("3/2 2").is_ok());
    assert!(set_logger(None).is_none());
}
