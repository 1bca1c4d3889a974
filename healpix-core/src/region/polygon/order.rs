//! A list of numbers in an order that only its user knows, with places found by halving: insertion, removal and
//! neighbours in some hundred steps, however long it is.

use alloc::vec::Vec;

/// Chunks longer than this are cut in two.
const LONGEST: usize = 256;

/// The list, in chunks.
pub(super) struct Order {
    chunks: Vec<Vec<u32>>,
    /// The chunks in order; none of them is empty, but for the only one.
    sequence: Vec<u32>,
    /// Where a chunk is in the sequence.
    place: Vec<u32>,
    /// The chunk that holds a number.
    holder: Vec<u32>,
}

impl Order {
    /// An empty list of numbers below a limit.
    pub(super) fn new(limit: usize) -> Self {
        Self {
            chunks: alloc::vec![Vec::new()],
            sequence: alloc::vec![0],
            place: alloc::vec![0],
            holder: alloc::vec![0; limit],
        }
    }

    /// The numbers before and after one of the list.
    pub(super) fn neighbors(&self, number: u32) -> (Option<u32>, Option<u32>) {
        let chunk = self.holder[number as usize];
        let list = &self.chunks[chunk as usize];
        let Some(k) = list.iter().position(|other| *other == number) else { return (None, None) };
        let place = self.place[chunk as usize] as usize;
        let before = || self.sequence.get(place.wrapping_sub(1)).and_then(|c| self.chunks[*c as usize].last());
        let after = || self.sequence.get(place + 1).and_then(|c| self.chunks[*c as usize].first());
        (list.get(k.wrapping_sub(1)).or_else(before).copied(), list.get(k + 1).or_else(after).copied())
    }

    /// Puts a new number in the place of one of the list.
    pub(super) fn replace(&mut self, old: u32, new: u32) {
        let chunk = self.holder[old as usize];
        if let Some(slot) = self.chunks[chunk as usize].iter_mut().find(|number| **number == old) {
            *slot = new;
            self.holder[new as usize] = chunk;
        }
    }

    /// Takes a number out.
    pub(super) fn remove(&mut self, number: u32) {
        let chunk = self.holder[number as usize];
        let list = &mut self.chunks[chunk as usize];
        if let Some(k) = list.iter().position(|other| *other == number) {
            list.remove(k);
        }
        if list.is_empty() && self.sequence.len() > 1 {
            self.sequence.remove(self.place[chunk as usize] as usize);
            self.number_places();
        }
    }

    /// Puts a number behind those of which `is_before` is true: the first ones of the list.
    pub(super) fn insert(&mut self, number: u32, is_before: impl Fn(u32) -> bool) {
        // The last chunk that begins before it, or the first.
        let begins_before = |chunk: &u32| self.chunks[*chunk as usize].first().is_some_and(|first| is_before(*first));
        let chunk = self.sequence[self.sequence.partition_point(begins_before).saturating_sub(1)];
        let list = &mut self.chunks[chunk as usize];
        let k = list.partition_point(|other| is_before(*other));
        list.insert(k, number);
        self.holder[number as usize] = chunk;
        if list.len() > LONGEST {
            let rest = list.split_off(LONGEST / 2);
            self.insert_behind(chunk, rest);
        }
    }

    fn insert_behind(&mut self, chunk: u32, list: Vec<u32>) {
        let new = self.chunks.len() as u32;
        for number in &list {
            self.holder[*number as usize] = new;
        }
        self.chunks.push(list);
        self.place.push(0);
        self.sequence.insert(self.place[chunk as usize] as usize + 1, new);
        self.number_places();
    }

    fn number_places(&mut self) {
        for (place, chunk) in self.sequence.iter().enumerate() {
            self.place[*chunk as usize] = place as u32;
        }
    }
}
