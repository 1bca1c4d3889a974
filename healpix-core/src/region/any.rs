//! Any shape, and what set operations make of shapes.
//!
//! Of a cell that two members both cross, the members' own answers do not tell whether their intersection comes into it.
//! Such cells are divided further, below their own depth, until a part is found that decides; what is still undecided
//! at 1e-14 of a base cell leans to partial. See [`AnyRegion`] for the one limit of that.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::local::Local;
use super::shape::{Bound, ByParallel, Frame, Mark, Scratch, Shape, Verdict};
use super::{Annulus, BoxRegion, Cone, EllipticalCone, Polygon, Relation, SPHERE, Zone};
use crate::coverage::Patch;
use crate::sphere::{LonLat, UnitVec, distance};

/// Any of the shapes, and unions, intersections and complements of them.
///
/// A complement is closed too: it has the border of what it leaves out. Answers are as exact as those of the members, with
/// one exception: where two borders run side by side through a cell, so close that 4096 parts of the cell do not
/// tell whether anything lies between them, the cell is called [`Relation::Partial`] although it may be outside (of an
/// intersection) or inside (a union). No cell is ever missing, and none wrongly full.
///
/// # Examples
/// ```
/// use healpix_core::region::{AnyRegion, Cone, Region, Zone};
/// use healpix_core::LonLat;
///
/// let disc = Cone::new(LonLat::from_degrees(0.0, 0.0)?, 10f64.to_radians())?;
/// let north = Zone::from_degrees(0.0, 0.0, 360.0, 90.0)?;
/// let half = AnyRegion::from(disc).difference(north);
/// assert!(half.contains(LonLat::from_degrees(1.0, -1.0)?));
/// assert!(!half.contains(LonLat::from_degrees(1.0, 1.0)?));
/// # Ok::<(), healpix_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AnyRegion {
    /// No point.
    Empty,
    /// The whole sphere.
    AllSky,
    /// A disc.
    Cone(Cone),
    /// A disc with a hole.
    Annulus(Annulus),
    /// An ellipse.
    EllipticalCone(EllipticalCone),
    /// A range of longitude and latitude.
    Zone(Zone),
    /// A box.
    Box(BoxRegion),
    /// A polygon.
    Polygon(Polygon),
    /// What is in any of them.
    Union(Vec<AnyRegion>),
    /// What is in all of them.
    Intersection(Vec<AnyRegion>),
    /// What is not in it.
    Complement(Box<AnyRegion>),
}

macro_rules! from_shape {
    ($($shape:ty => $variant:ident),*) => {$(
        impl From<$shape> for AnyRegion {
            fn from(shape: $shape) -> Self {
                AnyRegion::$variant(shape)
            }
        }
    )*};
}

from_shape!(Cone => Cone, Annulus => Annulus, EllipticalCone => EllipticalCone, Zone => Zone, BoxRegion => Box, Polygon => Polygon);

impl AnyRegion {
    /// What is in any of the regions; nothing for none. Unions among them are taken apart.
    #[must_use]
    pub fn union(regions: impl IntoIterator<Item = AnyRegion>) -> Self {
        let mut members = Vec::new();
        for region in regions {
            match region {
                AnyRegion::Union(more) => members.extend(more),
                one => members.push(one),
            }
        }
        Self::combined(members, AnyRegion::Empty, AnyRegion::Union)
    }

    /// What is in all of the regions; the whole sphere for none. Intersections among them are taken apart.
    #[must_use]
    pub fn intersection(regions: impl IntoIterator<Item = AnyRegion>) -> Self {
        let mut members = Vec::new();
        for region in regions {
            match region {
                AnyRegion::Intersection(more) => members.extend(more),
                one => members.push(one),
            }
        }
        Self::combined(members, AnyRegion::AllSky, AnyRegion::Intersection)
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn difference(self, other: impl Into<AnyRegion>) -> Self {
        Self::intersection([self, other.into().complement()])
    }

    /// What is not in it.
    #[must_use]
    pub fn complement(self) -> Self {
        match self {
            AnyRegion::Empty => AnyRegion::AllSky,
            AnyRegion::AllSky => AnyRegion::Empty,
            AnyRegion::Complement(inner) => *inner,
            other => AnyRegion::Complement(Box::new(other)),
        }
    }

    /// Its area in steradians, where a formula says it: not of ellipses, unions and intersections. The area of their MOC is one
    /// from above, as close as its depth allows.
    ///
    /// # Examples
    /// ```
    /// use core::f64::consts::PI;
    /// use healpix_core::{LonLat, region::{AnyRegion, Cone}};
    /// let rest = AnyRegion::from(Cone::new(LonLat::new(1.0, 0.5)?, PI / 3.0)?).complement();
    /// assert!((rest.area().ok_or("none")? - 3.0 * PI).abs() < 1e-14);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn area(&self) -> Option<f64> {
        match self {
            AnyRegion::Empty => Some(0.0),
            AnyRegion::AllSky => Some(SPHERE),
            AnyRegion::Cone(shape) => Some(shape.area()),
            AnyRegion::Annulus(shape) => Some(shape.area()),
            AnyRegion::Zone(shape) => Some(shape.area()),
            AnyRegion::Box(shape) => Some(shape.area()),
            AnyRegion::Polygon(shape) => Some(shape.area()),
            AnyRegion::Complement(inner) => inner.area().map(|area| SPHERE - area),
            AnyRegion::EllipticalCone(_) | AnyRegion::Union(_) | AnyRegion::Intersection(_) => None,
        }
    }

    fn combined(mut members: Vec<AnyRegion>, none: AnyRegion, several: fn(Vec<AnyRegion>) -> AnyRegion) -> Self {
        match (members.len(), members.pop()) {
            (_, None) => none,
            (1, Some(only)) => only,
            (_, Some(last)) => {
                members.push(last);
                several(members)
            }
        }
    }

    /// The shape itself, where it is a single one.
    fn single(&self) -> Option<&dyn Shape> {
        match self {
            AnyRegion::Cone(shape) => Some(shape),
            AnyRegion::Annulus(shape) => Some(shape),
            AnyRegion::EllipticalCone(shape) => Some(shape),
            AnyRegion::Zone(shape) => Some(shape),
            AnyRegion::Box(shape) => Some(shape),
            AnyRegion::Polygon(shape) => Some(shape),
            _ => None,
        }
    }

    /// Members, and whether one that is full decides (a union) or one that is disjoint does.
    fn members(&self) -> (&[AnyRegion], bool) {
        match self {
            AnyRegion::Union(members) => (members, true),
            AnyRegion::Intersection(members) => (members, false),
            _ => (&[], false),
        }
    }

    /// Looks at the members that the frame above still lists; where `exact`, settles those that are unsure. Of a union
    /// the disjoint members, of an intersection the full ones are not listed any more: they change nothing.
    fn look_at_members(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch, exact: bool) -> (Verdict, Frame) {
        let (members, union) = self.members();
        // Room for as many as there are above; members of members put theirs behind it.
        let start = scratch.frames.len();
        scratch.frames.resize(start + (above.end - above.start), (0, Frame::EMPTY));
        let mut end = start;
        let mut tally = Tally::new(union);
        for k in above.start..above.end {
            let Some((number, handed)) = scratch.frames.get(k).copied() else { continue };
            let Some(member) = members.get(number as usize) else { continue };
            let (mut verdict, frame) = member.look(patch, &handed, scratch);
            if exact && verdict == Verdict::Unsure {
                verdict = Verdict::of(member.settle(patch, &frame, scratch));
            }
            tally.count(verdict);
            if let Verdict::Full | Verdict::Disjoint = verdict {
                if tally.decided() {
                    break;
                }
                continue;
            }
            if let Some(slot) = scratch.frames.get_mut(end) {
                *slot = (number, frame);
                end += 1;
            }
        }
        (tally.verdict(), Frame { start, end, ..Frame::EMPTY })
    }

    /// Divides a cell until it is known whether it has points inside and points outside.
    fn divide(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation {
        let mut open: Vec<(Patch, Frame, Mark)> = Vec::new();
        let mut found = Found { inside: false, outside: false };
        open.push((*patch, *frame, scratch.mark()));
        while let Some((patch, frame, mark)) = open.pop() {
            scratch.cut(mark);
            if patch.size() < SMALLEST * patch.nside || !scratch.take_part() {
                return Relation::Partial;
            }
            for quarter in patch.quarters().iter().rev() {
                let (verdict, frame) = self.look_at_members(quarter, &frame, scratch, true);
                match verdict {
                    Verdict::Full => found.inside = true,
                    Verdict::Disjoint => found.outside = true,
                    Verdict::Partial => return Relation::Partial,
                    Verdict::Unsure => open.push((*quarter, frame, scratch.mark())),
                }
                if found.inside && found.outside {
                    return Relation::Partial;
                }
            }
        }
        if found.inside { Relation::Full } else { Relation::Disjoint }
    }

    /// The exact answer for a union or intersection.
    fn settle_members(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation {
        let mark = scratch.mark();
        let (verdict, inner) = self.look_at_members(patch, frame, scratch, true);
        let relation = match verdict {
            Verdict::Unsure => self.divide(patch, &inner, scratch),
            told => told.decided(),
        };
        scratch.cut(mark);
        relation
    }
}

/// Parts that a cell is divided into before it is called partial, by all members of members together.
const PARTS: u32 = 4096;

/// The smallest part looked at, in base cells.
const SMALLEST: f64 = 1e-14;

/// What has been seen of a cell.
struct Found {
    inside: bool,
    outside: bool,
}

/// What the members' verdicts make together.
struct Tally {
    union: bool,
    full: usize,
    disjoint: usize,
    partial: usize,
    unsure: usize,
}

impl Tally {
    fn new(union: bool) -> Self {
        Self { union, full: 0, disjoint: 0, partial: 0, unsure: 0 }
    }

    fn count(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Full => self.full += 1,
            Verdict::Disjoint => self.disjoint += 1,
            Verdict::Partial => self.partial += 1,
            Verdict::Unsure => self.unsure += 1,
        }
    }

    /// Whether no other member can change the verdict.
    fn decided(&self) -> bool {
        if self.union { self.full > 0 } else { self.disjoint > 0 }
    }

    fn verdict(&self) -> Verdict {
        // A union is full if one member is; an intersection is disjoint if one is.
        let (deciding, decided, rest) = match self.union {
            true => (self.full, Verdict::Full, Verdict::Disjoint),
            false => (self.disjoint, Verdict::Disjoint, Verdict::Full),
        };
        match (deciding, self.partial, self.unsure) {
            (1.., _, _) => decided,
            (0, 0, 0) => rest,
            // All others are what leaves this one as it is.
            (0, 1, 0) => Verdict::Partial,
            _ => Verdict::Unsure,
        }
    }
}

impl Shape for AnyRegion {
    fn root(&self, scratch: &mut Scratch) -> Frame {
        match self {
            AnyRegion::Complement(inner) => inner.root(scratch),
            AnyRegion::Union(members) | AnyRegion::Intersection(members) => {
                let start = scratch.frames.len();
                scratch.frames.resize(start + members.len(), (0, Frame::EMPTY));
                for (k, member) in members.iter().enumerate() {
                    let frame = member.root(scratch);
                    if let Some(slot) = scratch.frames.get_mut(start + k) {
                        *slot = (k as u32, frame);
                    }
                }
                Frame { start, end: start + members.len(), ..Frame::EMPTY }
            }
            _ => self.single().map_or(Frame::EMPTY, |shape| shape.root(scratch)),
        }
    }

    fn look(&self, patch: &Patch, above: &Frame, scratch: &mut Scratch) -> (Verdict, Frame) {
        match self {
            AnyRegion::Empty => (Verdict::Disjoint, Frame::EMPTY),
            AnyRegion::AllSky => (Verdict::Full, Frame::EMPTY),
            AnyRegion::Complement(inner) => {
                let (verdict, frame) = inner.look(patch, above, scratch);
                (verdict.inverted(), frame)
            }
            AnyRegion::Union(_) | AnyRegion::Intersection(_) => self.look_at_members(patch, above, scratch, false),
            _ => match self.single() {
                Some(shape) => shape.look(patch, above, scratch),
                None => (Verdict::Unsure, Frame::EMPTY),
            },
        }
    }

    fn settle(&self, patch: &Patch, frame: &Frame, scratch: &mut Scratch) -> Relation {
        match self {
            AnyRegion::Empty => Relation::Disjoint,
            AnyRegion::AllSky => Relation::Full,
            AnyRegion::Complement(inner) => Verdict::of(inner.settle(patch, frame, scratch)).inverted().decided(),
            AnyRegion::Union(_) | AnyRegion::Intersection(_) => {
                let outermost = scratch.parts.is_none();
                scratch.parts = Some(scratch.parts.unwrap_or(PARTS));
                let relation = self.settle_members(patch, frame, scratch);
                if outermost {
                    scratch.parts = None;
                }
                relation
            }
            _ => self.single().map_or(Relation::Partial, |shape| shape.settle(patch, frame, scratch)),
        }
    }

    fn local(&self, patch: &Patch, frame: &Frame, scratch: &Scratch) -> Option<Local> {
        match self {
            AnyRegion::Complement(inner) => Some(inner.local(patch, frame, scratch)?.inverted()),
            AnyRegion::Union(members) | AnyRegion::Intersection(members) => {
                let listed = scratch.frames.get(frame.start..frame.end).unwrap_or_default();
                let mut locals =
                    listed.iter().map(|(number, inner)| members.get(*number as usize)?.local(patch, inner, scratch));
                let first = locals.next()??;
                locals.try_fold(first, |all, next| all.joined(&next?, self.members().1))
            }
            _ => self.single().and_then(|shape| shape.local(patch, frame, scratch)),
        }
    }

    fn has_points(&self) -> bool {
        self.single().is_some_and(Shape::has_points)
    }

    fn needs_corners(&self) -> bool {
        self.single().is_none_or(Shape::needs_corners)
    }

    fn bound(&self) -> Option<Bound> {
        match self {
            AnyRegion::Union(members) => around(members.iter().map(Shape::bound)),
            AnyRegion::Intersection(members) => {
                members.iter().filter_map(Shape::bound).min_by(|a, b| a.radius.total_cmp(&b.radius))
            }
            _ => self.single().and_then(Shape::bound),
        }
    }

    fn by_parallel(&self) -> Option<ByParallel<'_>> {
        self.single().and_then(Shape::by_parallel)
    }

    fn holds_near(&self, at: LonLat, frame: &Frame, scratch: &mut Scratch) -> bool {
        match self {
            AnyRegion::Complement(inner) => !inner.holds_near(at, frame, scratch),
            AnyRegion::Union(members) | AnyRegion::Intersection(members) => {
                // Members that the frame does not list are disjoint to a union's cell, or fill an intersection's.
                let union = self.members().1;
                for k in frame.start..frame.end {
                    let Some((number, inner)) = scratch.frames.get(k).copied() else { continue };
                    let Some(member) = members.get(number as usize) else { continue };
                    if member.holds_near(at, &inner, scratch) == union {
                        return union;
                    }
                }
                !union
            }
            _ => self.single().map_or_else(|| self.holds(at), |shape| shape.holds_near(at, frame, scratch)),
        }
    }

    fn holds(&self, at: LonLat) -> bool {
        match self {
            AnyRegion::Empty => false,
            AnyRegion::AllSky => true,
            AnyRegion::Complement(inner) => !inner.holds(at),
            AnyRegion::Union(members) => members.iter().any(|member| member.holds(at)),
            AnyRegion::Intersection(members) => members.iter().all(|member| member.holds(at)),
            _ => self.single().is_some_and(|shape| shape.holds(at)),
        }
    }
}

/// A disc around discs: around their centres' mean, where all of them are known.
fn around(bounds: impl Iterator<Item = Option<Bound>> + Clone) -> Option<Bound> {
    let mut sum = (0.0, 0.0, 0.0);
    for bound in bounds.clone() {
        let v = UnitVec::from(bound?.center);
        sum = (sum.0 + v.x(), sum.1 + v.y(), sum.2 + v.z());
    }
    let center = LonLat::from(UnitVec::new(sum.0, sum.1, sum.2).ok()?);
    let reach = |bound: Bound| distance(center, bound.center) + bound.radius;
    let radius = bounds.flatten().fold(0f64, |most, bound| most.max(reach(bound)));
    Some(Bound { center, radius: radius + 1e-14 })
}
