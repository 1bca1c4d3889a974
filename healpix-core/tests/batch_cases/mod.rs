//! Every slice function with its typed counterpart, in one table: what goes in, what comes out, the
//! call, and the same for one element.
#![expect(clippy::panic, reason = "a table that does not fit its calls is a mistake of the test")]

pub mod inputs;

use healpix_core::{
    BaseCell, Cell, Depth, Direction, Error, FaceIj, LonLat, Nside, Result, RingCell, UnitVec, batch, nested,
    projection, ring, sphere,
};

/// An input or output column.
#[derive(Debug, Clone)]
pub enum Column {
    F(Vec<f64>),
    U(Vec<u64>),
    W(Vec<u32>),
    B(Vec<u8>),
}

/// What kind of column, and how many of its places belong to one element.
#[derive(Debug, Clone, Copy)]
pub struct Kind(pub fn(usize) -> Column, pub usize);

fn floats(len: usize) -> Column {
    Column::F(vec![-7.5; len])
}
fn cells(len: usize) -> Column {
    Column::U(vec![123_456_789_012_345; len])
}
fn words(len: usize) -> Column {
    Column::W(vec![1_234_567_890; len])
}
fn bytes(len: usize) -> Column {
    Column::B(vec![99; len])
}

pub const F: Kind = Kind(floats, 1);
pub const U: Kind = Kind(cells, 1);
pub const W: Kind = Kind(words, 1);
pub const B: Kind = Kind(bytes, 1);
pub const F4: Kind = Kind(floats, 4);
pub const U4: Kind = Kind(cells, 4);
pub const U8: Kind = Kind(cells, 8);

impl Column {
    pub fn f(&self) -> &[f64] {
        if let Column::F(v) = self { v } else { panic!("floats expected") }
    }
    pub fn u(&self) -> &[u64] {
        if let Column::U(v) = self { v } else { panic!("cells expected") }
    }
    pub fn w(&self) -> &[u32] {
        if let Column::W(v) = self { v } else { panic!("words expected") }
    }
    pub fn b(&self) -> &[u8] {
        if let Column::B(v) = self { v } else { panic!("bytes expected") }
    }
    pub fn f_mut(&mut self) -> &mut [f64] {
        if let Column::F(v) = self { v } else { panic!("floats expected") }
    }
    pub fn u_mut(&mut self) -> &mut [u64] {
        if let Column::U(v) = self { v } else { panic!("cells expected") }
    }
    pub fn w_mut(&mut self) -> &mut [u32] {
        if let Column::W(v) = self { v } else { panic!("words expected") }
    }
    pub fn b_mut(&mut self) -> &mut [u8] {
        if let Column::B(v) = self { v } else { panic!("bytes expected") }
    }

    /// The bits of a place; all NaN are the same.
    pub fn bits(&self, place: usize) -> u64 {
        match self {
            Column::F(v) if v[place].is_nan() => f64::NAN.to_bits(),
            Column::F(v) => v[place].to_bits(),
            Column::U(v) => v[place],
            Column::W(v) => u64::from(v[place]),
            Column::B(v) => u64::from(v[place]),
        }
    }

    pub fn sentinel(&self) -> u64 {
        match self {
            Column::F(_) => f64::NAN.to_bits(),
            Column::U(_) => batch::INVALID_CELL,
            Column::W(_) => u64::from(batch::INVALID_U32),
            Column::B(_) => u64::from(batch::INVALID_U8),
        }
    }

    /// The same column with another length.
    pub fn resized(&self, len: usize) -> Column {
        let mut column = self.clone();
        match &mut column {
            Column::F(v) => v.resize(len, 0.25),
            Column::U(v) => v.resize(len, 0),
            Column::W(v) => v.resize(len, 0),
            Column::B(v) => v.resize(len, 0),
        }
        column
    }
}

type Call = Box<dyn Fn(&[Column], &mut [Column]) -> Result<()>>;
type One = Box<dyn Fn(&[Column], usize) -> Result<Vec<u64>>>;

pub struct Case {
    pub name: String,
    pub inputs: Vec<Kind>,
    pub outputs: Vec<Kind>,
    pub call: Call,
    /// The bits of all output places of one element, column by column.
    pub one: One,
}

fn case(
    name: String,
    inputs: &[Kind],
    outputs: &[Kind],
    call: impl Fn(&[Column], &mut [Column]) -> Result<()> + 'static,
    one: impl Fn(&[Column], usize) -> Result<Vec<u64>> + 'static,
) -> Case {
    Case { name, inputs: inputs.to_vec(), outputs: outputs.to_vec(), call: Box::new(call), one: Box::new(one) }
}

fn outs<const N: usize>(out: &mut [Column]) -> &mut [Column; N] {
    out.try_into().expect("as many outputs as the table says")
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|v| v.to_bits()).collect()
}

fn as_given(at: LonLat) -> Vec<u64> {
    bits(&[at.as_given().0, at.as_given().1])
}

fn four_places(vertices: [LonLat; 4]) -> Vec<u64> {
    let (lon, lat): (Vec<f64>, Vec<f64>) = vertices.iter().map(|at| at.as_given()).unzip();
    bits(&[lon, lat].concat())
}

fn xyz(v: UnitVec) -> Vec<u64> {
    bits(&[v.x(), v.y(), v.z()])
}

type Maker = fn(f64, f64) -> Result<LonLat>;

macro_rules! shared_cases {
    ($door:ident, $cell:ident, $resolution:ident, $list:ident, $name:ident) => {
        let r = $resolution;
        for (name, to, f) in [
            (
                $name("hash"),
                LonLat::new as Maker,
                batch::$door::hash as fn(_, &[f64], &[f64], &mut [u64]) -> Result<()>,
            ),
            ($name("hash_deg"), LonLat::from_degrees as Maker, batch::$door::hash_deg),
        ] {
            $list.push(case(
                name,
                &[F, F],
                &[U],
                move |i, o| f(r, i[0].f(), i[1].f(), o[0].u_mut()),
                move |i, k| Ok(vec![$door::hash(r, to(i[0].f()[k], i[1].f()[k])?).index()]),
            ));
        }
        // The same in 32 bits, where all cells fit.
        if r.n_cells() < 1 << 32 {
            for (name, to, f) in [
                (
                    $name("hash_u32"),
                    LonLat::new as Maker,
                    batch::$door::hash_u32 as fn(_, &[f64], &[f64], &mut [u32]) -> Result<()>,
                ),
                ($name("hash_deg_u32"), LonLat::from_degrees as Maker, batch::$door::hash_deg_u32),
            ] {
                $list.push(case(
                    name,
                    &[F, F],
                    &[W],
                    move |i, o| f(r, i[0].f(), i[1].f(), o[0].w_mut()),
                    move |i, k| Ok(vec![$door::hash(r, to(i[0].f()[k], i[1].f()[k])?).index()]),
                ));
            }
            for degrees in [false, true] {
                let f = if degrees { batch::$door::center_deg_u32 } else { batch::$door::center_u32 };
                $list.push(case(
                    $name(if degrees { "center_deg_u32" } else { "center_u32" }),
                    &[W],
                    &[F, F],
                    move |i, o| {
                        let [lon, lat] = outs(o);
                        f(r, i[0].w(), lon.f_mut(), lat.f_mut())
                    },
                    move |i, k| {
                        let cell = $cell::new(r, i[0].w()[k].into())?;
                        Ok(as_given(if degrees { $door::center_deg(cell) } else { $door::center(cell) }))
                    },
                ));
            }
        }
        $list.push(case(
            $name("hash_vec"),
            &[F, F, F],
            &[U],
            move |i, o| batch::$door::hash_vec(r, i[0].f(), i[1].f(), i[2].f(), o[0].u_mut()),
            move |i, k| Ok(vec![$door::hash_vec(r, UnitVec::new(i[0].f()[k], i[1].f()[k], i[2].f()[k])?).index()]),
        ));
        for (name, to, degrees) in [
            ($name("hash_with_offsets"), LonLat::new as Maker, false),
            ($name("hash_with_offsets_deg"), LonLat::from_degrees as Maker, true),
        ] {
            let f = if degrees { batch::$door::hash_with_offsets_deg } else { batch::$door::hash_with_offsets };
            $list.push(case(
                name,
                &[F, F],
                &[U, F, F],
                move |i, o| {
                    let [cells, dx, dy] = outs(o);
                    f(r, i[0].f(), i[1].f(), cells.u_mut(), dx.f_mut(), dy.f_mut())
                },
                move |i, k| {
                    let (cell, dx, dy) = $door::hash_with_offsets(r, to(i[0].f()[k], i[1].f()[k])?);
                    Ok([vec![cell.index()], bits(&[dx, dy])].concat())
                },
            ));
        }
        for degrees in [false, true] {
            let suffix = if degrees { "_deg" } else { "" };
            let f = if degrees { batch::$door::position_deg } else { batch::$door::position };
            $list.push(case(
                $name(&format!("position{suffix}")),
                &[U, F, F],
                &[F, F],
                move |i, o| {
                    let [lon, lat] = outs(o);
                    f(r, i[0].u(), i[1].f(), i[2].f(), lon.f_mut(), lat.f_mut())
                },
                move |i, k| {
                    let (cell, dx, dy) = ($cell::new(r, i[0].u()[k])?, i[1].f()[k], i[2].f()[k]);
                    let at = if degrees { $door::position_deg(cell, dx, dy) } else { $door::position(cell, dx, dy) };
                    Ok(as_given(at?))
                },
            ));
            let f = if degrees { batch::$door::center_deg } else { batch::$door::center };
            $list.push(case(
                $name(&format!("center{suffix}")),
                &[U],
                &[F, F],
                move |i, o| {
                    let [lon, lat] = outs(o);
                    f(r, i[0].u(), lon.f_mut(), lat.f_mut())
                },
                move |i, k| {
                    let cell = $cell::new(r, i[0].u()[k])?;
                    Ok(as_given(if degrees { $door::center_deg(cell) } else { $door::center(cell) }))
                },
            ));
            let f = if degrees { batch::$door::vertices_deg } else { batch::$door::vertices };
            $list.push(case(
                $name(&format!("vertices{suffix}")),
                &[U],
                &[F4, F4],
                move |i, o| {
                    let [lon, lat] = outs(o);
                    f(r, i[0].u(), lon.f_mut(), lat.f_mut())
                },
                move |i, k| {
                    let cell = $cell::new(r, i[0].u()[k])?;
                    Ok(four_places(if degrees { $door::vertices_deg(cell) } else { $door::vertices(cell) }))
                },
            ));
            for bilinear in [false, true] {
                let rule = if bilinear { "bilinear" } else { "rings" };
                let to = if degrees { LonLat::from_degrees } else { LonLat::new };
                let f = match (bilinear, degrees) {
                    (false, false) => batch::$door::interpolate_rings,
                    (false, true) => batch::$door::interpolate_rings_deg,
                    (true, false) => batch::$door::interpolate_bilinear,
                    (true, true) => batch::$door::interpolate_bilinear_deg,
                };
                $list.push(case(
                    $name(&format!("interpolate_{rule}{suffix}")),
                    &[F, F],
                    &[U4, F4],
                    move |i, o| {
                        let [cells, weights] = outs(o);
                        f(r, i[0].f(), i[1].f(), cells.u_mut(), weights.f_mut())
                    },
                    move |i, k| {
                        let at = to(i[0].f()[k], i[1].f()[k])?;
                        let four =
                            if bilinear { $door::interpolate_bilinear(r, at) } else { $door::interpolate_rings(r, at) };
                        let cells = four.iter().map(|(cell, _)| cell.index());
                        Ok(cells.chain(four.iter().map(|(_, weight)| weight.to_bits())).collect())
                    },
                ));
            }
        }
        $list.push(case(
            $name("center_vec"),
            &[U],
            &[F, F, F],
            move |i, o| {
                let [x, y, z] = outs(o);
                batch::$door::center_vec(r, i[0].u(), x.f_mut(), y.f_mut(), z.f_mut())
            },
            move |i, k| Ok(xyz($door::center_vec($cell::new(r, i[0].u()[k])?))),
        ));
        for direction in Direction::ALL {
            $list.push(case(
                $name(&format!("neighbor {direction:?}")),
                &[U],
                &[U],
                move |i, o| batch::$door::neighbor(r, direction, i[0].u(), o[0].u_mut()),
                move |i, k| {
                    let found = $door::neighbor(direction, $cell::new(r, i[0].u()[k])?);
                    Ok(vec![found.map_or(batch::INVALID_CELL, |cell| cell.index())])
                },
            ));
        }
        $list.push(case(
            $name("neighbors"),
            &[U],
            &[U8],
            move |i, o| batch::$door::neighbors(r, i[0].u(), o[0].u_mut()),
            move |i, k| {
                let found = $door::neighbors($cell::new(r, i[0].u()[k])?);
                Ok(found.iter().map(|cell| cell.map_or(batch::INVALID_CELL, |cell| cell.index())).collect())
            },
        ));
        $list.push(case(
            $name("to_face_ij"),
            &[U],
            &[B, W, W],
            move |i, o| {
                let [face, x, y] = outs(o);
                batch::$door::to_face_ij(r, i[0].u(), face.b_mut(), x.w_mut(), y.w_mut())
            },
            move |i, k| {
                let at = $door::to_face_ij($cell::new(r, i[0].u()[k])?);
                Ok(vec![u64::from(at.face.get()), u64::from(at.i), u64::from(at.j)])
            },
        ));
        $list.push(case(
            $name("from_face_ij"),
            &[B, W, W],
            &[U],
            move |i, o| batch::$door::from_face_ij(r, i[0].b(), i[1].w(), i[2].w(), o[0].u_mut()),
            move |i, k| {
                let at = FaceIj { face: BaseCell::new(i[0].b()[k])?, i: i[1].w()[k], j: i[2].w()[k] };
                Ok(vec![$door::from_face_ij(r, at)?.index()])
            },
        ));
    };
}

/// Every function of `batch::nested` at a depth.
pub fn nested_cases(depth: Depth) -> Vec<Case> {
    let mut list = Vec::new();
    let name = |what: &str| format!("nested({depth:?})::{what}");
    shared_cases!(nested, Cell, depth, list, name);
    let cell = move |i: &[Column], k: usize| Cell::new(depth, i[0].u()[k]);
    let in_place = |i: &[Column], o: &mut [Column], f: &dyn Fn(&mut [u64]) -> Result<()>| {
        // Lengths cannot differ here; the test of lengths sees an error of the same kind.
        let (from, to) = (i[0].u(), o[0].u_mut());
        if from.len() != to.len() {
            return Err(Error::Length { what: "out", expected: from.len(), got: to.len() });
        }
        to.copy_from_slice(from);
        f(to)
    };
    list.push(case(
        name("to_ring"),
        &[U],
        &[U],
        move |i, o| batch::nested::to_ring(depth, i[0].u(), o[0].u_mut()),
        move |i, k| Ok(vec![nested::to_ring(cell(i, k)?).index()]),
    ));
    list.push(case(
        name("to_ring_in_place"),
        &[U],
        &[U],
        move |i, o| in_place(i, o, &|cells| batch::nested::to_ring_in_place(depth, cells)),
        move |i, k| Ok(vec![nested::to_ring(cell(i, k)?).index()]),
    ));
    if depth.get() > 0 {
        list.push(case(
            name("parent"),
            &[U],
            &[U],
            move |i, o| batch::nested::parent(depth, i[0].u(), o[0].u_mut()),
            move |i, k| Ok(vec![nested::parent(cell(i, k)?)?.index()]),
        ));
    }
    if depth.get() < 29 {
        list.push(case(
            name("children"),
            &[U],
            &[U4],
            move |i, o| batch::nested::children(depth, i[0].u(), o[0].u_mut()),
            move |i, k| Ok(nested::children(cell(i, k)?)?.map(Cell::index).to_vec()),
        ));
    }
    for up in [0, depth.get() / 2, depth.get()] {
        let up = Depth::new(up).expect("a depth");
        list.push(case(
            name(&format!("ancestor {}", up.get())),
            &[U],
            &[U],
            move |i, o| batch::nested::ancestor(depth, up, i[0].u(), o[0].u_mut()),
            move |i, k| Ok(vec![nested::ancestor(up, cell(i, k)?)?.index()]),
        ));
    }
    for down in [depth.get(), (depth.get() + 29) / 2, 29] {
        let down = Depth::new(down).expect("a depth");
        list.push(case(
            name(&format!("range {}", down.get())),
            &[U],
            &[U, U],
            move |i, o| {
                let [first, last] = outs(o);
                batch::nested::range(depth, down, i[0].u(), first.u_mut(), last.u_mut())
            },
            move |i, k| nested::range(down, cell(i, k)?).map(|range| vec![range.start, range.end]),
        ));
    }
    list.push(case(
        name("siblings"),
        &[U],
        &[U4],
        move |i, o| batch::nested::siblings(depth, i[0].u(), o[0].u_mut()),
        move |i, k| Ok(nested::siblings(cell(i, k)?).map(Cell::index).to_vec()),
    ));
    list.push(case(
        name("to_uniq"),
        &[U],
        &[U],
        move |i, o| batch::nested::to_uniq(depth, i[0].u(), o[0].u_mut()),
        move |i, k| Ok(vec![nested::to_uniq(cell(i, k)?)]),
    ));
    list.push(case(
        name("to_zuniq"),
        &[U],
        &[U],
        move |i, o| batch::nested::to_zuniq(depth, i[0].u(), o[0].u_mut()),
        move |i, k| Ok(vec![nested::to_zuniq(cell(i, k)?)]),
    ));
    list
}

/// Every function of `batch::ring` at an nside.
pub fn ring_cases(nside: Nside) -> Vec<Case> {
    let mut list = Vec::new();
    let name = |what: &str| format!("ring({nside:?})::{what}");
    shared_cases!(ring, RingCell, nside, list, name);
    list.push(case(
        name("ring_of"),
        &[U],
        &[W],
        move |i, o| batch::ring::ring_of(nside, i[0].u(), o[0].w_mut()),
        move |i, k| Ok(vec![u64::from(ring::ring_of(RingCell::new(nside, i[0].u()[k])?))]),
    ));
    if nside.depth().is_some() {
        let one = move |i: &[Column], k: usize| Ok(vec![ring::to_nested(RingCell::new(nside, i[0].u()[k])?)?.index()]);
        list.push(case(
            name("to_nested"),
            &[U],
            &[U],
            move |i, o| batch::ring::to_nested(nside, i[0].u(), o[0].u_mut()),
            one,
        ));
        list.push(case(
            name("to_nested_in_place"),
            &[U],
            &[U],
            move |i, o| {
                let (from, to) = (i[0].u(), o[0].u_mut());
                if from.len() != to.len() {
                    return Err(Error::Length { what: "out", expected: from.len(), got: to.len() });
                }
                to.copy_from_slice(from);
                batch::ring::to_nested_in_place(nside, to)
            },
            one,
        ));
    }
    list
}

/// Every slice function that has no resolution.
pub fn other_cases() -> Vec<Case> {
    let name = |what: &str| what.to_owned();
    let mut list = Vec::new();
    for degrees in [false, true] {
        let suffix = if degrees { "_deg" } else { "" };
        let to = if degrees { LonLat::from_degrees } else { LonLat::new };
        let f = if degrees { batch::sphere::distance_deg } else { batch::sphere::distance };
        list.push(case(
            name(&format!("sphere::distance{suffix}")),
            &[F, F, F, F],
            &[F],
            move |i, o| f(i[0].f(), i[1].f(), i[2].f(), i[3].f(), o[0].f_mut()),
            move |i, k| {
                let (a, b) = (to(i[0].f()[k], i[1].f()[k])?, to(i[2].f()[k], i[3].f()[k])?);
                let distance = sphere::distance(a, b);
                // Degrees out as `lon_deg` makes them of radians.
                let in_degrees = || LonLat::new(distance, 0.0).map(LonLat::lon_deg);
                Ok(bits(&[if degrees { in_degrees()? } else { distance }]))
            },
        ));
        let f = if degrees { batch::sphere::to_vec_deg } else { batch::sphere::to_vec };
        list.push(case(
            name(&format!("sphere::to_vec{suffix}")),
            &[F, F],
            &[F, F, F],
            move |i, o| {
                let [x, y, z] = outs(o);
                f(i[0].f(), i[1].f(), x.f_mut(), y.f_mut(), z.f_mut())
            },
            move |i, k| Ok(xyz(to(i[0].f()[k], i[1].f()[k])?.into())),
        ));
        let f = if degrees { batch::sphere::from_vec_deg } else { batch::sphere::from_vec };
        list.push(case(
            name(&format!("sphere::from_vec{suffix}")),
            &[F, F, F],
            &[F, F],
            move |i, o| {
                let [lon, lat] = outs(o);
                f(i[0].f(), i[1].f(), i[2].f(), lon.f_mut(), lat.f_mut())
            },
            move |i, k| {
                let at = LonLat::from(UnitVec::new(i[0].f()[k], i[1].f()[k], i[2].f()[k])?);
                Ok(bits(&if degrees { [at.lon_deg(), at.lat_deg()] } else { [at.lon(), at.lat()] }))
            },
        ));
    }
    list.push(case(
        name("projection::forward"),
        &[F, F],
        &[F, F],
        |i, o| {
            let [x, y] = outs(o);
            batch::projection::forward(i[0].f(), i[1].f(), x.f_mut(), y.f_mut())
        },
        |i, k| {
            let (x, y) = projection::forward(LonLat::new(i[0].f()[k], i[1].f()[k])?);
            Ok(bits(&[x, y]))
        },
    ));
    list.push(case(
        name("projection::inverse"),
        &[F, F],
        &[F, F],
        |i, o| {
            let [lon, lat] = outs(o);
            batch::projection::inverse(i[0].f(), i[1].f(), lon.f_mut(), lat.f_mut())
        },
        |i, k| Ok(as_given(projection::inverse(i[0].f()[k], i[1].f()[k])?)),
    ));
    type Unpack = fn(&[u64], &mut [u8], &mut [u64]) -> Result<()>;
    type UnpackOne = fn(u64) -> Result<Cell>;
    for (what, f, one) in [
        ("from_uniq", batch::nested::from_uniq as Unpack, nested::from_uniq as UnpackOne),
        ("from_zuniq", batch::nested::from_zuniq, nested::from_zuniq),
    ] {
        list.push(case(
            name(what),
            &[U],
            &[B, U],
            move |i, o| {
                let [depths, cells] = outs(o);
                f(i[0].u(), depths.b_mut(), cells.u_mut())
            },
            move |i, k| one(i[0].u()[k]).map(|cell| vec![u64::from(cell.depth().get()), cell.index()]),
        ));
    }
    list
}
