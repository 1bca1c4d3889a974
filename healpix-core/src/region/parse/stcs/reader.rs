//! From words to a list of shapes and operators, members first, so that nothing recurses.
//!
//! The unit comes behind the numbers it holds for, behind the outermost parenthesis even. So numbers are kept as they are
//! until a whole region is read.

use alloc::format;
use alloc::vec::Vec;

use super::super::place::shown;
use super::build;
use super::lexer::{Lexer, Number, Word};
use super::words::{
    FLAVORS, FRAMES, Keyword, Kind, LENGTHS, OTHER_FLAVORS, OTHER_FRAMES, OTHER_PHRASES, Operator, PROPERTIES,
    REFERENCE_POSITIONS, REGIONS, Unit,
};
use crate::brief::Brief;
use crate::error::{Error, Result};
use crate::region::AnyRegion;
use crate::room::push;

/// Operators within operators.
const NESTING: usize = 64;

/// A shape, or the operator behind its members.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item {
    Shape(RawShape),
    Group(Group),
}

/// A shape as it stands in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawShape {
    pub(super) kind: Kind,
    pub(super) at: usize,
    /// Its stretch of the list of numbers.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// An operator and how many members it has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub(super) operator: Operator,
    pub(super) at: usize,
    pub(super) members: usize,
}

/// The region of a text.
pub(super) fn region(text: &str) -> Result<AnyRegion> {
    let mut reader = Reader { lexer: Lexer::new(text), items: Vec::new(), numbers: Vec::new() };
    let mut regions = Vec::new();
    loop {
        push(&mut regions, reader.phrase()?)?;
        if reader.lexer.peek().is_none() {
            return Ok(AnyRegion::union(regions));
        }
    }
}

struct Reader<'t> {
    lexer: Lexer<'t>,
    items: Vec<Item>,
    numbers: Vec<Number>,
}

impl<'t> Reader<'t> {
    /// A shape or an operator, with its tail.
    fn phrase(&mut self) -> Result<AnyRegion> {
        self.items.clear();
        self.numbers.clear();
        let mut open: Vec<Group> = Vec::new();
        loop {
            match (open.pop(), self.lexer.peek()) {
                (Some(group), Some(word)) if word.is(")") => self.close(group)?,
                (Some(group), _) => {
                    open.push(Group { members: group.members + 1, ..group });
                    self.member(&mut open)?;
                }
                (None, _) => self.member(&mut open)?,
            }
            if open.is_empty() {
                break;
            }
        }
        let is_position = matches!(self.items.last(), Some(Item::Shape(RawShape { kind: Kind::Position, .. })));
        let unit = self.tail(is_position)?;
        build::region(self.lexer.text(), &self.items, &self.numbers, unit)
    }

    /// The parenthesis behind the members of an operator.
    fn close(&mut self, group: Group) -> Result<()> {
        self.lexer.take(")");
        let Group { operator, at, members } = group;
        match operator.arity(members) {
            (_, true) => push(&mut self.items, Item::Group(group)),
            (takes, false) => Err(self.lexer.wrong(at, format!("{} takes {takes}, found {members}", operator.name()))),
        }
    }

    /// A shape with its numbers, or an operator up to its parenthesis.
    fn member(&mut self, open: &mut Vec<Group>) -> Result<()> {
        let (word, keyword) = self.keyword(open.last())?;
        self.head()?;
        match keyword {
            Keyword::Shape(kind) => self.shape(kind, word.at),
            Keyword::Operator(_) if open.len() >= NESTING => {
                Err(self.lexer.wrong(word.at, format!("operators are nested more than {NESTING} deep")))
            }
            Keyword::Operator(operator) => {
                self.lexer.take("(").ok_or_else(|| self.lexer.expected("`(`"))?;
                push(open, Group { operator, at: word.at, members: 0 })
            }
        }
    }

    fn keyword(&mut self, group: Option<&Group>) -> Result<(Word<'t>, Keyword)> {
        let Some(word) = self.lexer.peek() else { return Err(self.lexer.expected(REGIONS)) };
        let of_tail = word.is("Position") || word.is("unit") || word.is_one_of(&PROPERTIES);
        if let (Some(group), true) = (group, of_tail) {
            let (found, operator) = (shown(word.text), group.operator.name());
            let reason =
                format!("{found} is no member of {operator}: behind the last `)` it would hold for all of them");
            return Err(self.lexer.wrong(word.at, reason));
        }
        match Keyword::of(word) {
            Some(keyword) => Ok((self.lexer.take_if(|_| true).unwrap_or(word), keyword)),
            None if word.is_one_of(&OTHER_PHRASES) => {
                let reason = format!("{} is not about places: only those make a region", shown(word.text));
                Err(self.lexer.wrong(word.at, reason))
            }
            None if word.is("Convex") => {
                Err(self.lexer.wrong(word.at, "Convex is not read: write a Polygon, or an Intersection of Circles"))
            }
            None => Err(self.lexer.expected(REGIONS)),
        }
    }

    /// Fill factor, frame, reference position and flavor: checked, and not kept.
    fn head(&mut self) -> Result<()> {
        if self.lexer.take("fillfactor").is_some() {
            self.fill_factor()?;
        }
        self.frame()?;
        self.lexer.take_if(|word| word.is_one_of(&REFERENCE_POSITIONS));
        if let Some(flavor) = self.lexer.take_if(|word| word.is_one_of(&OTHER_FLAVORS)) {
            let reason = format!("flavor {}: only SPHER2, longitude and latitude, is read", shown(flavor.text));
            return Err(self.lexer.wrong(flavor.at, reason));
        }
        self.lexer.take_if(|word| word.is_one_of(&FLAVORS));
        Ok(())
    }

    fn fill_factor(&mut self) -> Result<()> {
        match self.lexer.number()? {
            Some(Number { value, .. }) if (0.0..=1.0).contains(&value) => Ok(()),
            Some(Number { value, at }) => {
                Err(self.lexer.wrong(at, format!("the fill factor {} is outside [0, 1]", Brief(value))))
            }
            None => Err(self.lexer.expected("a number from 0 to 1")),
        }
    }

    fn frame(&mut self) -> Result<()> {
        let Some(frame) = self.lexer.take_if(|word| word.is_one_of(&FRAMES) || word.is_one_of(&OTHER_FRAMES)) else {
            return Ok(());
        };
        if frame.is_one_of(&OTHER_FRAMES) {
            return Err(self.other_frame(frame));
        }
        if !frame.is("FK5") {
            return Ok(());
        }
        match self.lexer.take_if(is_equinox) {
            Some(equinox) if !equinox.is_one_of(&["J2000", "J2000.", "J2000.0"]) => Err(self.other_frame(equinox)),
            _ => Ok(()),
        }
    }

    fn other_frame(&self, word: Word<'_>) -> Error {
        let reason = format!(
            "frame {}: its positions would have to be converted first; only {} are read, or no frame at all",
            shown(word.text),
            "ICRS, FK5 and J2000 (of equinox J2000) and UNKNOWNFrame"
        );
        self.lexer.wrong(word.at, reason)
    }

    fn shape(&mut self, kind: Kind, at: usize) -> Result<()> {
        let start = self.numbers.len();
        let (step, several) = kind.step();
        while several || self.numbers.len() < start + step {
            match self.lexer.number()? {
                Some(number) => push(&mut self.numbers, number)?,
                None => break,
            }
        }
        let end = self.numbers.len();
        let count = end - start;
        if count == 0 && step > 0 {
            return Err(self.lexer.expected(&format!("{} of {}", kind.numbers(), kind.name())));
        }
        if step > 0 && count % step != 0 {
            let takes = format!("{} takes {}", kind.name(), kind.numbers());
            return Err(self.lexer.expected(&format!("one more number ({takes}; there are {count})")));
        }
        if let (false, Some(extra)) = (several, self.lexer.number()?) {
            return Err(self.lexer.wrong(extra.at, format!("{} takes {}, no more", kind.name(), kind.numbers())));
        }
        push(&mut self.items, Item::Shape(RawShape { kind, at, start, end }))
    }

    /// What may stand behind a region; only the unit is kept.
    fn tail(&mut self, is_position: bool) -> Result<Unit> {
        let mut unit = None;
        let mut seen: Vec<Word<'t>> = Vec::new();
        while let Some(word) = self
            .lexer
            .take_if(|word| word.is("unit") || word.is_one_of(&PROPERTIES) || (word.is("Position") && !is_position))
        {
            if seen.iter().any(|other| word.is(other.text)) {
                return Err(self.lexer.wrong(word.at, format!("{} comes twice", shown(word.text))));
            }
            push(&mut seen, word)?;
            if word.is("unit") {
                unit = Some(self.unit()?);
            } else {
                self.skip_numbers()?;
            }
        }
        Ok(unit.unwrap_or(Unit::Degrees))
    }

    /// One unit, or one for each axis.
    fn unit(&mut self) -> Result<Unit> {
        let mut unit = None;
        while let Some(word) = self.lexer.take_if(|word| Unit::of(word).is_some() || word.is_one_of(&LENGTHS)) {
            match (unit, Unit::of(word)) {
                (None, Some(first)) => unit = Some(first),
                (Some(first), Some(second)) if first == second => {}
                (_, None) => {
                    let reason = format!("unit {} is not one of angles (deg, arcmin, arcsec, rad)", shown(word.text));
                    return Err(self.lexer.wrong(word.at, reason));
                }
                _ => return Err(self.lexer.wrong(word.at, "both axes must have the same unit")),
            }
        }
        unit.ok_or_else(|| self.lexer.expected("a unit (deg, arcmin, arcsec or rad)"))
    }

    fn skip_numbers(&mut self) -> Result<()> {
        let Some(_) = self.lexer.number()? else { return Err(self.lexer.expected("a number")) };
        while self.lexer.number()?.is_some() {}
        Ok(())
    }
}

/// Whether a word is as J2000 or B1950.0.
fn is_equinox(word: Word<'_>) -> bool {
    let year = word.text.strip_prefix(['J', 'j', 'B', 'b']);
    year.is_some_and(|year| year.starts_with(|c: char| c.is_ascii_digit()))
}
