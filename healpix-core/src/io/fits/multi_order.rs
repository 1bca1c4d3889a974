//! Multi-order probability maps: cells of many depths, each with a probability density.

use alloc::format;
use alloc::vec::Vec;
use std::io::Read;

use super::column::{IndexColumn, ValueColumn};
use super::source::Stream;
use super::table::{Column, Table};
use crate::error::Result;
use crate::nested;
use crate::progress;

/// Reads a multi-order probability map, as LIGO, Virgo and KAGRA publish them: the uniq numbers of its cells, and
/// their probability densities per steradian (columns UNIQ and PROBDENSITY).
///
/// The cells come in the order of the file. That they are apart, and densities finite and not negative,
/// is left to [`Moc::credible_region`](crate::Moc::credible_region).
///
/// # Errors
/// [`Error::Format`](crate::Error::Format) with the byte and the header card or the row for all that is malformed, for a map
/// without these columns and for a number that is no uniq number; [`Error::Io`](crate::Error::Io) where reading
/// fails; [`Error::OutOfMemory`](crate::Error::OutOfMemory).
///
/// # Examples
/// ```no_run
/// use healpix_core::io::read_multi_order_map;
/// let file = std::fs::File::open("bayestar.multiorder.fits").expect("a file");
/// let (uniq, density) = read_multi_order_map(file)?;
/// assert_eq!(uniq.len(), density.len());
/// # Ok::<(), healpix_core::Error>(())
/// ```
pub fn read_multi_order_map(read: impl Read) -> Result<(Vec<u64>, Vec<f64>)> {
    progress::task(None, || cells_and_densities(read))
}

fn cells_and_densities(read: impl Read) -> Result<(Vec<u64>, Vec<f64>)> {
    let mut table = Table::open(Stream::new(read))?;
    let header = &table.header;
    if header.must_text("ORDERING")? != "NUNIQ" {
        return Err(header.wrong("ORDERING", "must be NUNIQ in a multi-order map"));
    }
    let cells = IndexColumn::new(header, single(&table, "UNIQ")?)?;
    let densities = ValueColumn::new(header, single(&table, "PROBDENSITY")?)?;
    let (mut uniq, mut density) = (Vec::new(), Vec::new());
    while table.advance()? {
        let rows = table.rows();
        crate::room::reserve(&mut uniq, rows.count)?;
        crate::room::reserve(&mut density, rows.count)?;
        for k in 0..rows.count {
            let number = cells.get(rows.row(k), 0);
            nested::from_uniq(number).map_err(|error| rows.wrong(k, &format!("{error}")))?;
            uniq.push(number);
            density.push(densities.get(rows, k, 0)?);
        }
    }
    Ok((uniq, density))
}

/// The column of that name, with one element in a row.
fn single<'a, S>(table: &'a Table<S>, name: &str) -> Result<&'a Column> {
    let Some(column) = table.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name)) else {
        return Err(table.header.wrong("TFIELDS", &format!("a multi-order map needs a column {name}")));
    };
    if column.repeat != 1 {
        return Err(table.header.wrong(&format!("TFORM{}", column.number), "must be one element in a row"));
    }
    Ok(column)
}
