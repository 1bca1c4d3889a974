//! A call before it is made: its words, and what must come of it.

use std::alloc::{Layout, alloc, dealloc};
use std::ffi::CString;

use arbitrary::{Result, Unstructured};
use healpix_ffi::*;

use super::arg::{Element, Kind, Word};
use super::pool::{HandleType, Pool};
use super::row::Row;
use super::values;
use crate::scratch;

/// Bytes that most pointers of a call point into; what lies between the arrays is their canary.
const ARENA: usize = 4096;

/// An array of the call.
pub struct Array {
    pub address: usize,
    /// Number and kind of its elements, and how many belong to one input.
    pub elements: usize,
    pub element: Element,
    pub role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Input,
    Output,
    /// The length that comes with a list or a text.
    Length,
    NewHandle(&'static str),
    /// A handle, so that nothing overlaps it.
    Handle {
        changes: bool,
    },
}

impl Array {
    pub fn bytes(&self) -> usize {
        self.elements * self.element.size()
    }

    pub fn written(&self) -> bool {
        !matches!(self.role, Role::Input | Role::Handle { changes: false })
    }
}

/// A block of exactly the size of an array, and a copy of what was in it. The address sanitizer watches its ends.
pub struct Block {
    address: *mut u8,
    layout: Layout,
    pub before: Vec<u8>,
}

impl Block {
    fn new(bytes: usize, align: usize) -> Self {
        let layout = Layout::from_size_align(bytes, align).expect("a small block");
        // SAFETY: the size is not zero.
        let address = unsafe { alloc(layout) };
        assert!(!address.is_null());
        // SAFETY: just allocated.
        unsafe { address.write_bytes(0x5A, bytes) };
        // The calls get it as a number.
        let _ = address.expose_provenance();
        Block { address, layout, before: Vec::new() }
    }

    pub fn address(&self) -> usize {
        self.address.addr()
    }

    fn holds(&self, address: usize, bytes: usize) -> bool {
        self.address() <= address && address.saturating_add(bytes) <= self.address() + self.layout.size()
    }

    pub fn now(&self) -> &[u8] {
        // SAFETY: allocated with this layout, and filled.
        unsafe { std::slice::from_raw_parts(self.address, self.layout.size()) }
    }

    fn now_mut(&mut self) -> &mut [u8] {
        // SAFETY: as above, and borrowed.
        unsafe { std::slice::from_raw_parts_mut(self.address, self.layout.size()) }
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        // SAFETY: allocated with this layout.
        unsafe { dealloc(self.address, self.layout) };
    }
}

pub struct Plan {
    pub row: &'static Row,
    pub words: Vec<Word>,
    pub arrays: Vec<Array>,
    /// What the rules of pointers refuse the call for. Empty: they do not.
    pub refusals: Vec<healpix_status>,
    /// Elements of an element-wise call, capacity of one that fills a buffer.
    pub n: usize,
    /// The arena and the blocks of exactly the right size.
    pub blocks: Vec<Block>,
    new_handles: Vec<(&'static HandleType, usize)>,
    paths: Vec<CString>,
    pool: Pool,
}

impl Plan {
    pub fn new(row: &'static Row, u: &mut Unstructured) -> Result<Self> {
        let mut plan = Plan {
            row,
            words: Vec::new(),
            arrays: Vec::new(),
            refusals: Vec::new(),
            n: 1,
            blocks: Vec::new(),
            new_handles: Vec::new(),
            paths: Vec::new(),
            pool: Pool::default(),
        };
        plan.block(ARENA, 8);
        plan.fill(u)?;
        for block in &mut plan.blocks {
            block.before = block.now().to_vec();
        }
        plan.find_overlaps();
        plan.avoid_nowhere();
        Ok(plan)
    }

    pub fn is_element_wise(&self) -> bool {
        let kinds = &self.row.kinds;
        self.row.fallible
            && !self.row.one_output
            && kinds.iter().any(|kind| matches!(kind, Kind::Size))
            && kinds.iter().any(|kind| matches!(kind, Kind::Out(_)))
            && !kinds.iter().any(|kind| matches!(kind, Kind::Target(_)))
    }

    /// Whether it copies a text out: a buffer with its capacity behind it.
    pub fn is_text_out(&self) -> bool {
        self.row.kinds.windows(2).any(|pair| matches!(pair, [Kind::Out(Element::U8), Kind::Size]))
    }

    fn fill(&mut self, u: &mut Unstructured) -> Result<()> {
        let row = self.row;
        let kinds = &row.kinds;
        // Work that goes with the number of cells of a region: kept small.
        let shallow = !self.is_element_wise()
            && ["coverage", "from_region", "expanded", "contracted"].iter().any(|work| row.name.contains(work));
        let depth = values::depth(u, shallow)?;
        let arrays =
            kinds.iter().any(|kind| matches!(kind, Kind::In(_) | Kind::Out(_) | Kind::Chars | Kind::Handles(_)));
        let wide = kinds.iter().any(|kind| matches!(kind, Kind::In(of) | Kind::Out(of) if of.size() >= 8));
        let mut counts: Vec<usize> = kinds
            .iter()
            .filter(|kind| matches!(kind, Kind::Size))
            .enumerate()
            .map(|(at, _)| match row.name {
                // A few vertices in one ring or two.
                name if name.contains("polygon") && u.ratio(3, 4)? => {
                    if at == 0 {
                        u.int_in_range(3..=6)
                    } else {
                        u.int_in_range(1..=2)
                    }
                }
                // Numbers that are no lengths of arrays. Memory for 10^9 rows would really be asked for.
                _ if !arrays && u.ratio(9, 10)? => u.int_in_range(0..=1000),
                "healpix_set_threads" => u.int_in_range(1025..=usize::MAX),
                _ => values::count(u, if wide { 1 << 60 } else { 1 << 63 }),
            })
            .collect::<Result<_>>()?;
        let content = self.content(u)?;
        if let (Some(content), Some(count)) = (content, counts.first_mut()) {
            *count = content.len();
        }
        let mut seen = 0usize;
        for (at, kind) in kinds.iter().enumerate() {
            // Inputs stand before their count, outputs behind it; a text to write stands before its capacity.
            let before = seen.checked_sub(1).and_then(|k| counts.get(k)).copied();
            let next = counts.get(seen).copied();
            let word = match *kind {
                Kind::Chars | Kind::In(Element::U8) if content.is_some() => self.given(content.unwrap_or_default()),
                Kind::Depth => u64::from(depth),
                Kind::U32 if row.name.contains("polygon") => u.int_in_range(0..=3)?,
                Kind::U32 => values::small(u, shallow)?.into(),
                Kind::Cell => values::cell(u, depth)?,
                Kind::F64 => values::double(u)?.to_bits(),
                Kind::Status => u.arbitrary::<u8>()?.into(),
                Kind::Size => {
                    seen += 1;
                    if row.name == "healpix_set_threads" && counts[0] < 1025 { 1 } else { counts[seen - 1] as Word }
                }
                Kind::Callback => u.int_in_range(0..=1)?,
                Kind::User => u.arbitrary::<u16>()?.into(),
                Kind::Chars => match next {
                    Some(n) if matches!(kinds.get(at + 1), Some(Kind::Size)) => {
                        self.array(u, Element::U8, n, 1, Role::Input, 0)?
                    }
                    _ => self.path(u, at > 0)?,
                },
                Kind::In(Element::Usize) => {
                    let word = self.array(u, Element::Usize, next.unwrap_or(0), 1, Role::Input, depth)?;
                    self.ends(u, word, next.unwrap_or(0), before.unwrap_or(0))?
                }
                Kind::In(Element::U64) if row.name == "healpix_coverages_from_cells" => {
                    let word = self.array(u, Element::U64, next.unwrap_or(0), 1, Role::Input, depth)?;
                    self.offsets(u, word, next.unwrap_or(0), before.unwrap_or(0))?
                }
                Kind::In(element) => self.array(u, element, next.or(before).unwrap_or(1), 1, Role::Input, depth)?,
                Kind::Out(element) => {
                    let text = matches!(kinds.get(at + 1), Some(Kind::Size));
                    let n = if row.one_output {
                        1
                    } else if text {
                        next.unwrap_or(1)
                    } else {
                        before.unwrap_or(1)
                    };
                    self.n = n;
                    self.array(u, element, n, row.each, Role::Output, depth)?
                }
                Kind::Target(size) => self.array(u, Element::Struct(size), 1, 1, Role::Length, depth)?,
                Kind::NewHandle(of) => {
                    let word = self.array(u, Element::Struct(8), 1, 1, Role::NewHandle(of.name), depth)?;
                    self.new_handles.push((of, word as usize));
                    word
                }
                Kind::Handle { of, changes } => self.handle(u, of, changes)?,
                Kind::Handles(of) => self.handles(u, of, next.unwrap_or(0))?,
            };
            self.words.push(word);
        }
        Ok(())
    }

    /// An array somewhere, filled if it is somewhere.
    fn array(
        &mut self,
        u: &mut Unstructured,
        element: Element,
        n: usize,
        each: usize,
        role: Role,
        depth: u8,
    ) -> Result<Word> {
        let optional = self.row.optional == Some(self.words.len());
        let Some(elements) = n.checked_mul(each) else {
            self.refusals.push(HEALPIX_ERR_LENGTH);
            return Ok(self.base() as Word);
        };
        let bytes = elements.checked_mul(element.size()).filter(|bytes| *bytes <= isize::MAX as usize);
        let room = bytes.filter(|bytes| *bytes <= ARENA / 2);
        let slots = (ARENA - room.unwrap_or(ARENA)) / 8;
        let address = match u.arbitrary::<u8>()? {
            0..=9 => 0,
            10..=19 => 0x1000 + usize::from(u.arbitrary::<u8>()?),
            20..=29 => self.base() + u.int_in_range(0..=(8 * slots).max(8))?.saturating_sub(8),
            30..=49 if !self.arrays.is_empty() => {
                // An output over a handle is refused; an input there would read more than is there.
                let over_handles = role != Role::Input && elements > 0 && self.row.fallible;
                let handle = |array: &&Array| matches!(array.role, Role::Handle { .. });
                let others = self.arrays.iter().filter(|array| over_handles || !handle(array));
                let others: Vec<usize> = others.map(|array| array.address).collect();
                if others.is_empty() { self.base() } else { *u.choose(&others)? }
            }
            50..=149 => self.base() + 8 * u.int_in_range(0..=slots)?,
            _ => match room.filter(|bytes| *bytes > 0) {
                Some(bytes) => self.block(bytes, element.align()),
                None => self.base(),
            },
        };
        if elements > 0 {
            if address == 0 {
                if optional {
                    return Ok(0);
                }
                self.refusals.push(HEALPIX_ERR_NULL);
            } else if address % element.align() != 0 {
                self.refusals.push(HEALPIX_ERR_ALIGN);
            }
            match bytes {
                None => self.refusals.push(HEALPIX_ERR_LENGTH),
                Some(bytes) if room.is_some() => {
                    // What another array of the call lies over is filled twice; that is no matter.
                    if let (Some(memory), Role::Input) = (self.memory(address, bytes), role) {
                        for out in memory.chunks_exact_mut(element.size()) {
                            values::element(u, element, depth, out)?;
                        }
                    }
                }
                // Only where another array of as many elements is refused.
                Some(_) => (),
            }
            if address != 0 && bytes.is_some() {
                self.arrays.push(Array { address, elements, element, role });
            }
        }
        Ok(address as Word)
    }

    fn base(&self) -> usize {
        self.blocks[0].address()
    }

    fn block(&mut self, bytes: usize, align: usize) -> usize {
        let block = Block::new(bytes, align);
        let address = block.address();
        self.blocks.push(block);
        address
    }

    /// The bytes at an address, if they are ours.
    fn memory(&mut self, address: usize, bytes: usize) -> Option<&mut [u8]> {
        let block = self.blocks.iter_mut().find(|block| block.holds(address, bytes))?;
        let start = address - block.address();
        block.now_mut().get_mut(start..start + bytes)
    }

    /// Now and then, for a function that reads a text or a file: one that somebody reads.
    fn content(&self, u: &mut Unstructured) -> Result<Option<&'static [u8]>> {
        let text = self.row.kinds.windows(2).any(|pair| matches!(pair, [Kind::Chars, Kind::Size]));
        let file = matches!(self.row.kinds.first(), Some(Kind::In(Element::U8))) && self.row.name.contains("from_fits");
        Ok(match u.int_in_range(0..=2)? {
            0 if text => Some(u.choose(values::TEXTS)?.as_bytes()),
            0 if file => Some(u.choose(scratch::SAMPLES)?.1),
            _ => None,
        })
    }

    /// A block with these bytes.
    fn given(&mut self, content: &[u8]) -> Word {
        if content.is_empty() {
            return 0;
        }
        let address = self.block(content.len(), 1);
        self.memory(address, content.len()).expect("the block").copy_from_slice(content);
        self.arrays.push(Array { address, elements: content.len(), element: Element::U8, role: Role::Input });
        address as Word
    }

    /// Most often offsets go from the first cell to the last.
    fn offsets(&mut self, u: &mut Unstructured, word: Word, offsets: usize, cells: usize) -> Result<Word> {
        if (1..=48).contains(&offsets) && u.ratio(3, 4)? {
            for k in 0..offsets {
                let at = word as usize + 8 * k;
                let value = (cells as u64).saturating_mul(k as u64) / (offsets as u64 - 1).max(1);
                if let Some(offset) = self.memory(at, 8).filter(|offset| offset.as_ptr().addr() % 8 == 0) {
                    offset.copy_from_slice(&value.to_ne_bytes());
                }
            }
        }
        Ok(word)
    }

    /// Most often the last ring ends where the vertices do.
    fn ends(&mut self, u: &mut Unstructured, word: Word, rings: usize, vertices: usize) -> Result<Word> {
        if (1..=48).contains(&rings) && u.ratio(3, 4)? {
            if let Some(last) =
                self.memory(word as usize + 8 * (rings - 1), 8).filter(|last| last.as_ptr().addr() % 8 == 0)
            {
                last.copy_from_slice(&vertices.to_ne_bytes());
            }
        }
        Ok(word)
    }

    /// A path; `column` for the name of a column, which may be missing.
    fn path(&mut self, u: &mut Unstructured, column: bool) -> Result<Word> {
        let name = match u.arbitrary::<u8>()? {
            0..=19 => {
                if !(column && self.row.name == "healpix_fits_map_open") {
                    self.refusals.push(HEALPIX_ERR_NULL);
                }
                return Ok(0);
            }
            20..=39 => CString::default(),
            40..=59 => CString::new(b"\xff\xfe".as_slice()).expect("no NUL"),
            60..=69 => CString::new(vec![b'x'; 5000]).expect("no NUL"),
            70..=79 => scratch::path(""),
            80..=89 => scratch::path("no such directory/file"),
            90..=99 => c"/dev/full".into(),
            100..=109 => c"/dev/null".into(),
            110..=119 => c"I_STOKES".into(),
            120..=149 => scratch::path(scratch::WRITTEN),
            _ if self.row.name.contains("writ") => scratch::path(scratch::WRITTEN),
            _ => scratch::path(u.choose(scratch::SAMPLES)?.0),
        };
        // A name alone would be a file where the fuzzer runs.
        let relative = !name.as_bytes().starts_with(b"/")
            && self.row.name.contains("writ")
            && name.as_bytes().first() != Some(&0xff);
        let name = if relative && !name.is_empty() { scratch::path(scratch::WRITTEN) } else { name };
        self.paths.push(name);
        Ok(self.paths[self.paths.len() - 1].as_ptr().addr() as Word)
    }

    fn handle(&mut self, u: &mut Unstructured, of: &'static HandleType, changes: bool) -> Result<Word> {
        let class = u.arbitrary::<u8>()?;
        if class < 12 {
            if self.row.fallible {
                self.refusals.push(HEALPIX_ERR_NULL);
            }
            return Ok(0);
        }
        let handle = self.pool.get(of, u)?.addr();
        let frees = self.row.name.ends_with("_free");
        if class < 22 && self.row.fallible && of.align > 1 {
            self.refusals.push(HEALPIX_ERR_ALIGN);
            return Ok(handle as Word + 1);
        }
        if frees {
            self.pool.forget(handle);
        }
        let role = Role::Handle { changes: changes && !frees };
        self.arrays.push(Array { address: handle, elements: 1, element: Element::Struct(of.size), role });
        Ok(handle as Word)
    }

    fn handles(&mut self, u: &mut Unstructured, of: &'static HandleType, n: usize) -> Result<Word> {
        if n == 0 || n > 48 || u.ratio(1, 20)? {
            return match u.int_in_range(0..=1)? {
                0 if n > 0 => self.refused(HEALPIX_ERR_NULL, 0),
                _ if n > 48 => self.refused(HEALPIX_ERR_LENGTH, self.base() as Word),
                _ if n > 0 => self.refused(HEALPIX_ERR_ALIGN, self.base() as Word + 1),
                _ => Ok(0x1000),
            };
        }
        let address = self.block(8 * n, 8);
        self.arrays.push(Array { address, elements: n, element: Element::Usize, role: Role::Input });
        for k in 0..n {
            let handle = if u.ratio(1, 40)? { 0 } else { self.pool.get(of, u)?.addr() };
            self.memory(address + 8 * k, 8).expect("the block").copy_from_slice(&handle.to_ne_bytes());
            if handle == 0 {
                self.refusals.push(HEALPIX_ERR_NULL);
            } else {
                let (element, role) = (Element::Struct(of.size), Role::Handle { changes: false });
                self.arrays.push(Array { address: handle, elements: 1, element, role });
            }
        }
        Ok(address as Word)
    }

    fn refused(&mut self, status: healpix_status, word: Word) -> Result<Word> {
        self.refusals.push(status);
        Ok(word)
    }

    fn find_overlaps(&mut self) {
        let overlap = self.arrays.iter().enumerate().any(|(at, a)| {
            self.arrays[at + 1..].iter().any(|b| {
                let same = self.row.in_place && a.address == b.address && a.elements == b.elements;
                let meet =
                    a.address < b.address.saturating_add(b.bytes()) && b.address < a.address.saturating_add(a.bytes());
                (a.written() || b.written()) && a.bytes() > 0 && b.bytes() > 0 && meet && !same
            })
        });
        if overlap && self.row.fallible {
            self.refusals.push(HEALPIX_ERR_OVERLAP);
        }
    }

    /// A call that is not refused gets no pointer to nowhere: that it has is what its caller answers for.
    fn avoid_nowhere(&mut self) {
        if !self.refusals.is_empty() {
            return;
        }
        for at in 0..self.arrays.len() {
            let Array { address, role, .. } = self.arrays[at];
            let bytes = self.arrays[at].bytes();
            if matches!(role, Role::Handle { .. }) || self.memory(address, bytes).is_some() {
                continue;
            }
            let moved = self.block(bytes, 8);
            let filled = self.blocks.last_mut().expect("the block");
            filled.before = filled.now().to_vec();
            for word in self.words.iter_mut().filter(|word| **word == address as Word) {
                *word = moved as Word;
            }
            for new in self.new_handles.iter_mut().filter(|new| new.1 == address) {
                new.1 = moved;
            }
            for array in self.arrays.iter_mut().filter(|array| array.address == address) {
                array.address = moved;
            }
        }
    }

    /// After the call: what it made is taken note of, so that it is freed.
    pub fn called(&mut self) {
        for (of, address) in self.new_handles.clone() {
            if self.memory(address, 8).is_none() {
                continue;
            }
            let (before, now) = self.bytes(address, 8);
            let handle = usize::from_ne_bytes(now.try_into().expect("eight bytes"));
            if before != now {
                assert!(handle != 0, "{}: a new handle that is NULL", self.row.name);
                self.pool.add(of, handle as *mut std::ffi::c_void);
            }
        }
    }

    /// What was at an address of ours before the call, and what is there now.
    pub fn bytes(&self, address: usize, bytes: usize) -> (&[u8], &[u8]) {
        let block = self.blocks.iter().find(|block| block.holds(address, bytes)).expect("memory of the call");
        let range = address - block.address()..address - block.address() + bytes;
        (&block.before[range.clone()], &block.now()[range])
    }
}
