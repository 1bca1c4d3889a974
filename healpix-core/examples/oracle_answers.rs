//! Answers for `oracle/stress.py`: one position a line on stdin, its cells on stdout.
//!
//! In:  `r|d <lon bits> <lat bits> d|n <depth or nside>` (hex IEEE bits; r radians, d degrees; nside need not be a power of two)
//! Out: `<nested cell or -> <ring cell>`, and ` batch <nested or -> <ring>` when the batch call disagrees with the scalar one.

use std::collections::HashMap;
use std::error::Error;
use std::io::{Read, Write, stdin, stdout};

use healpix_core::{Depth, LonLat, Nside, batch, nested, ring};

/// A nested cell, unless nside is not a power of two, and a ring cell.
type Cells = (Option<u64>, u64);

struct Query {
    degrees: bool,
    lon: f64,
    lat: f64,
    depth: Option<Depth>,
    nside: Nside,
}

fn bits(text: Option<&str>) -> Result<f64, Box<dyn Error>> {
    Ok(f64::from_bits(u64::from_str_radix(text.ok_or("missing field")?, 16)?))
}

fn parse(line: &str) -> Result<Query, Box<dyn Error>> {
    let mut fields = line.split_whitespace();
    let degrees = fields.next() == Some("d");
    let (lon, lat) = (bits(fields.next())?, bits(fields.next())?);
    let nested = fields.next() == Some("d");
    let number = fields.next().ok_or("missing resolution")?;
    let depth = if nested { Some(Depth::new(number.parse()?)?) } else { None };
    let nside = match depth {
        Some(depth) => depth.nside(),
        None => Nside::new(number.parse()?)?,
    };
    Ok(Query { degrees, lon, lat, depth, nside })
}

/// The cells of one position through the typed API.
fn scalar(query: &Query) -> Result<Cells, Box<dyn Error>> {
    let at =
        if query.degrees { LonLat::from_degrees(query.lon, query.lat)? } else { LonLat::new(query.lon, query.lat)? };
    let nested = query.depth.map(|depth| nested::hash(depth, at).index());
    Ok((nested, ring::hash(query.nside, at).index()))
}

/// The same through the slice API, all positions of one resolution in one call.
fn batched(queries: &[Query]) -> Result<Vec<Cells>, Box<dyn Error>> {
    let mut groups: HashMap<(bool, Option<u8>, u32), Vec<usize>> = HashMap::new();
    for (at, query) in queries.iter().enumerate() {
        let key = (query.degrees, query.depth.map(Depth::get), query.nside.get());
        groups.entry(key).or_default().push(at);
    }
    let mut out = vec![(None, 0); queries.len()];
    for ((degrees, depth, nside), members) in groups {
        let lon: Vec<f64> = members.iter().map(|&at| queries[at].lon).collect();
        let lat: Vec<f64> = members.iter().map(|&at| queries[at].lat).collect();
        let mut cells = vec![0; members.len()];
        let nside = Nside::new(nside)?;
        if degrees {
            batch::ring::hash_deg(nside, &lon, &lat, &mut cells)?;
        } else {
            batch::ring::hash(nside, &lon, &lat, &mut cells)?;
        }
        for (&at, &cell) in members.iter().zip(&cells) {
            out[at].1 = cell;
        }
        if let Some(depth) = depth {
            let depth = Depth::new(depth)?;
            if degrees {
                batch::nested::hash_deg(depth, &lon, &lat, &mut cells)?;
            } else {
                batch::nested::hash(depth, &lon, &lat, &mut cells)?;
            }
            for (&at, &cell) in members.iter().zip(&cells) {
                out[at].0 = Some(cell);
            }
        }
    }
    Ok(out)
}

fn show((nested, ring): Cells) -> String {
    let nested = nested.map_or_else(|| "-".to_owned(), |cell| cell.to_string());
    format!("{nested} {ring}")
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    stdin().read_to_string(&mut text)?;
    let queries = text.lines().map(parse).collect::<Result<Vec<_>, _>>()?;
    let many = batched(&queries)?;
    let mut out = String::new();
    for (query, many) in queries.iter().zip(many) {
        let one = scalar(query)?;
        out += &show(one);
        if one != many {
            out += " batch ";
            out += &show(many);
        }
        out.push('\n');
    }
    stdout().write_all(out.as_bytes())?;
    Ok(())
}
