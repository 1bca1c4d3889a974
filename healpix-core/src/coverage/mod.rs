//! Which cells a region touches, and which it contains.
