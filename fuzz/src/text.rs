//! Texts: STC-S, GeoJSON, and MOCs as ASCII and JSON.

use arbitrary::{Result, Unstructured};
use healpix_core::{Error, LonLat, Moc};
use healpix_ffi::*;

use crate::calls::Owned;

/// Words that the grammars have.
const WORDS: &[&str] = &[
    "CIRCLE",
    "ELLIPSE",
    "BOX",
    "POLYGON",
    "UNION",
    "INTERSECTION",
    "NOT",
    "DIFFERENCE",
    "ALLSKY",
    "CONVEX",
    "POSITION",
    "ICRS",
    "FK5",
    "GALACTIC",
    "GEOCENTER",
    "SPHERICAL2",
    "CARTESIAN2",
    "unit deg",
    "unit rad",
    "FILLFACTOR",
    "(",
    ")",
    "10",
    "20.5",
    "-5",
    "1e-3",
    "90",
    "359.9",
    "1e400",
    "nan",
    ".",
    "+",
    "e",
    "\"type\":",
    "\"Polygon\"",
    "\"MultiPolygon\"",
    "\"Feature\"",
    "\"FeatureCollection\"",
    "\"GeometryCollection\"",
    "\"Point\"",
    "\"coordinates\":",
    "\"geometry\":",
    "\"features\":",
    "\"geometries\":",
    "{",
    "}",
    "[",
    "]",
    "[[",
    "]]",
    ",",
    ":",
    "[0,0]",
    "[10,0]",
    "[10,10]",
    "[0,0],[10,0],[10,10],[0,0]",
    "null",
    "true",
    "\"3\":",
    "\"0\":",
    "\"29\":",
    "0/",
    "3/",
    "29/",
    "1-5",
    "8",
    "s",
    "-",
    "/",
    "3/1-5 8",
    "\u{e9}",
    "\\u0041",
    "\n",
    "\t",
];

const WHOLE: &[&str] = &[
    "CIRCLE ICRS 10 20 5",
    "POLYGON ICRS 10 10 20 10 20 20",
    "UNION ICRS (CIRCLE 1 2 3 BOX 4 5 6 7)",
    "NOT (ELLIPSE ICRS 10 20 5 3 45)",
    r#"{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]]]}"#,
    r#"{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[10,0],[10,10],[0,0]]]]},"properties":null}"#,
    "0/1 2/3 8-20 3/",
    r#"{"0":[1],"2":[3,8],"3":[]}"#,
];

/// Words of the grammars, whole texts, and any characters.
fn made(u: &mut Unstructured) -> Result<String> {
    let mut text = if u.ratio(1, 3)? { (*u.choose(WHOLE)?).to_owned() } else { String::new() };
    for _ in 0..u.int_in_range(0..=24u8)? {
        let word = if u.ratio(9, 10)? { u.choose(WORDS)? } else { u.arbitrary::<&str>()? };
        let mut at = u.choose_index(text.len() + 1)?;
        if u.ratio(4, 5)? {
            at = text.len();
        }
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert_str(at, word);
        if u.ratio(3, 4)? {
            text.push(' ');
        }
    }
    Ok(text)
}

pub fn run(data: &[u8]) -> Result<()> {
    let mut u = Unstructured::new(data);
    let made;
    let bytes: &[u8] = if u.ratio(1, 2)? {
        u.bytes(u.len())?
    } else {
        made = self::made(&mut u)?;
        made.as_bytes()
    };
    moc(bytes, Moc::from_ascii, healpix_moc_from_ascii, Moc::to_ascii);
    moc(bytes, Moc::from_json, healpix_moc_from_json, Moc::to_json);
    region(bytes, healpix_region_from_stcs);
    region(bytes, healpix_region_from_geojson);
    Ok(())
}

type FromText<T> = unsafe extern "C" fn(*const std::ffi::c_char, usize, *mut *mut T) -> healpix_status;

/// What is read is written and read back; core and C agree.
fn moc(
    bytes: &[u8],
    read: fn(&str) -> std::result::Result<Moc, Error>,
    read_c: FromText<healpix_moc>,
    write: fn(&Moc) -> String,
) {
    // SAFETY: the bytes have that length.
    let (status, _made) =
        Owned::<healpix_moc>::or_not(|out| unsafe { read_c(bytes.as_ptr().cast(), bytes.len(), out) });
    let Ok(text) = std::str::from_utf8(bytes) else {
        assert_eq!(status, HEALPIX_ERR_UTF8);
        return;
    };
    match read(text) {
        Ok(moc) => {
            assert_eq!(status, HEALPIX_OK);
            let ranges = moc.ranges();
            assert!(ranges.iter().all(|range| range.start < range.end));
            assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
            if moc.n_cells() < 100_000 {
                assert_eq!(read(&write(&moc)).expect("what was written can be read"), moc);
            }
        }
        Err(error) => {
            assert!(matches!(error, Error::Syntax { .. }), "{error:?}");
            assert_eq!(status, HEALPIX_ERR_SYNTAX);
        }
    }
}

/// What is read can be asked, and its coverage has the cells of the points in it.
fn region(bytes: &[u8], read: FromText<healpix_region>) {
    // SAFETY (of all calls): the bytes have that length, handles are live.
    let (status, made) =
        Owned::<healpix_region>::or_not(|out| unsafe { read(bytes.as_ptr().cast(), bytes.len(), out) });
    assert!(status != HEALPIX_ERR_PANIC && status != HEALPIX_ERR_UNKNOWN, "{status:?}");
    if std::str::from_utf8(bytes).is_err() {
        assert_eq!(status, HEALPIX_ERR_UTF8);
    }
    let Some(region) = made else { return };
    let region = region.get();
    let moc = Owned::<healpix_moc>::made(|out| unsafe { healpix_moc_from_region(3, region, out) });
    for k in 0..24u32 {
        let (lon, lat) = (f64::from(k) * 0.7, (f64::from(k) * 0.37).sin() * 1.5);
        assert!(LonLat::new(lon, lat).is_ok());
        let (mut inside, mut covered) = (7, 7);
        unsafe {
            assert_eq!(healpix_region_contains_one(region, lon, lat, &raw mut inside), HEALPIX_OK);
            assert_eq!(healpix_moc_contains_one(moc.get(), lon, lat, &raw mut covered), HEALPIX_OK);
        }
        assert!(inside <= covered, "({lon}, {lat}) is in the region and not in its coverage");
    }
}
