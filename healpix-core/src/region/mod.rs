//! Shapes on the sphere, each of which tells of a cell whether it is outside, partly or fully inside.
