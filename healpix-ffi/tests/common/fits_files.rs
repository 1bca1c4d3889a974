//! The FITS files that the examples of the header read.

/// FITS files consist of blocks of so many bytes.
const BLOCK: usize = 2880;

/// A Galactic map of depth 0, nested: cell k has the value k, but cell 3 is UNSEEN.
pub fn map() -> Vec<u8> {
    let values = (0..12).map(|k| if k == 3 { -1.6375e30 } else { f64::from(k) });
    let cards = [
        "NAXIS1  =                    8",
        "NAXIS2  =                   12",
        "TFIELDS =                    1",
        "TTYPE1  = 'VALUE   '",
        "TFORM1  = '1D      '",
        "PIXTYPE = 'HEALPIX '",
        "ORDERING= 'NESTED  '",
        "NSIDE   =                    1",
        "INDXSCHM= 'IMPLICIT'",
        "COORDSYS= 'G       '",
    ];
    table(&cards, values.flat_map(f64::to_be_bytes).collect())
}

/// A multi-order map: the uniq numbers 4, 5, 24 with the densities 1, 2, 4.
pub fn multi_order_map() -> Vec<u8> {
    let cells = [(4_u64, 1.0_f64), (5, 2.0), (24, 4.0)];
    let cards = [
        "NAXIS1  =                   16",
        "NAXIS2  =                    3",
        "TFIELDS =                    2",
        "TTYPE1  = 'UNIQ    '",
        "TFORM1  = 'K       '",
        "TTYPE2  = 'PROBDENSITY'",
        "TFORM2  = 'D       '",
        "ORDERING= 'NUNIQ   '",
    ];
    table(
        &cards,
        cells.iter().flat_map(|(uniq, density)| [uniq.to_be_bytes(), density.to_be_bytes()].concat()).collect(),
    )
}

/// A file with one binary table.
fn table(cards: &[&str], mut data: Vec<u8>) -> Vec<u8> {
    let primary = [
        "SIMPLE  =                    T",
        "BITPIX  =                    8",
        "NAXIS   =                    0",
        "EXTEND  =                    T",
    ];
    let size = |card: &&&str| card.starts_with("NAXIS");
    let mut head = vec!["XTENSION= 'BINTABLE'", "BITPIX  =                    8", "NAXIS   =                    2"];
    head.extend(cards.iter().filter(size));
    head.extend(["PCOUNT  =                    0", "GCOUNT  =                    1"]);
    head.extend(cards.iter().filter(|card| !size(card)));
    data.resize(data.len().next_multiple_of(BLOCK), 0);
    [header(&primary), header(&head), data].concat()
}

fn header(cards: &[&str]) -> Vec<u8> {
    let mut text: String = cards.iter().chain(&["END"]).map(|card| format!("{card:80}")).collect();
    text.push_str(&" ".repeat(text.len().next_multiple_of(BLOCK) - text.len()));
    text.into_bytes()
}
