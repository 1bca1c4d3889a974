//! Sides of constellations as they were drawn: along meridians and parallels of the equinox of 1875
//! (E. Delporte, *Délimitation scientifique des constellations*, 1930).
//!
//! A meridian is a great circle, and so is the side of a polygon. A parallel is not: along a side of 25 degrees the two are
//! half a degree apart, and one star in a hundred would end up in the wrong constellation. So a side along a parallel
//! gets vertices every half degree; between them it strays from the parallel by one second of arc.

use std::f64::consts::PI;

/// Distance of vertices along a parallel, in degrees of longitude.
const STEP: f64 = 0.5;
/// Two ends with latitudes so close, in degrees, are on one parallel: coordinates are rounded to 0.0001.
const SAME: f64 = 0.001;

/// The angles zeta, theta and z, in radians, that turn positions of J2000 to the equinox B1875.0 (Lieske et al. 1977).
fn precession() -> [f64; 3] {
    [-0.800_639_996_921_631_5, -0.696_096_011_589_923_5, -0.800_296_018_580_840_3].map(f64::to_radians)
}

/// A position in radians, turned by precession.
fn turned([lon, lat]: [f64; 2], [zeta, theta, z]: [f64; 3]) -> [f64; 2] {
    let east = lat.cos() * (lon + zeta).sin();
    let from_node = theta.cos() * lat.cos() * (lon + zeta).cos() - theta.sin() * lat.sin();
    let north = theta.sin() * lat.cos() * (lon + zeta).cos() + theta.cos() * lat.sin();
    [east.atan2(from_node) + z, north.clamp(-1.0, 1.0).asin()]
}

/// A closed ring of positions in degrees, with vertices added along the parallels of 1875.
///
/// Neighbours that share a side get the same vertices along it, whichever way round they run.
pub fn followed(ring: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut followed = Vec::new();
    for (&from, &to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        followed.push(from);
        if from <= to {
            followed.extend(between(from, to));
        } else {
            let mut backwards = between(to, from);
            backwards.reverse();
            followed.append(&mut backwards);
        }
    }
    followed
}

/// The vertices to add between two others.
fn between(from: [f64; 2], to: [f64; 2]) -> Vec<[f64; 2]> {
    let [zeta, theta, z] = precession();
    let start = turned(from.map(f64::to_radians), [zeta, theta, z]);
    let end = turned(to.map(f64::to_radians), [zeta, theta, z]);
    let rise = end[1] - start[1];
    if rise.abs() > SAME.to_radians() {
        return Vec::new();
    }
    let mut run = end[0] - start[0];
    if run.abs() > PI {
        run -= (2.0 * PI).copysign(run);
    }
    let steps = (run.abs() / STEP.to_radians()).ceil();
    (1..steps as u32)
        .map(|step| {
            let part = f64::from(step) / steps;
            let old = [start[0] + part * run, start[1] + part * rise];
            turned(old, [-z, -theta, -zeta]).map(f64::to_degrees)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{followed, precession, turned};

    #[test]
    fn the_equinox_of_1875_is_where_it_was() {
        // The pole of J2000 and the corner of Andromeda, by astropy 8.0's PrecessedGeocentric, which adds aberration.
        let old = turned([344.3429_f64.to_radians(), 53.168_f64.to_radians()], precession()).map(f64::to_degrees);
        assert!((old[0].rem_euclid(360.0) - 343.0).abs() < 0.02, "{old:?}");
        assert!((old[1] - 52.5).abs() < 0.002, "{old:?}");
    }

    #[test]
    fn turning_back_undoes_turning() {
        let [zeta, theta, z] = precession();
        for at in [[0.1, 1.5], [3.0, -1.2], [6.2, 0.0]] {
            let back = turned(turned(at, [zeta, theta, z]), [-z, -theta, -zeta]);
            let turns = (back[0] - at[0]).rem_euclid(std::f64::consts::TAU);
            assert!(turns.min(std::f64::consts::TAU - turns) < 1e-12, "{at:?} {back:?}");
            assert!((back[1] - at[1]).abs() < 1e-12, "{at:?} {back:?}");
        }
    }

    #[test]
    fn neighbours_get_the_same_vertices() {
        // The southern side of Antlia, and a meridian.
        let ring = [[141.7341, -40.2919], [166.4565, -40.4246], [166.4794, -35.6747]];
        let mut backwards = ring;
        backwards.reverse();
        let (there, mut back) = (followed(&ring), followed(&backwards));
        assert!(there.len() > 50, "{}", there.len());
        back.reverse();
        // The reversed one begins elsewhere.
        let start = back.iter().position(|at| *at == there[0]).expect("the same vertex");
        back.rotate_left(start);
        assert_eq!(there, back);
        let middle = there[25];
        // A great circle would pass half a degree further south.
        assert!((middle[1] - -40.37).abs() < 0.02 && (middle[0] - 154.3).abs() < 0.2, "{middle:?}");
    }
}
