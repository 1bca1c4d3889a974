//! MOCs as files and text: FITS, ASCII and JSON.
