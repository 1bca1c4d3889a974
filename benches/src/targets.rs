//! How much faster than the peer an operation is to be.

/// Operations by how their names start, the first that fits, and the ratio of peer to core to reach.
const TARGETS: &[(&str, f64)] = &[
    ("center depth", 4.5),
    ("coverage box ", 10.0),
    // Answers of less than a hundred cells.
    ("coverage cone 0.1 arcmin", 2.0),
    ("coverage cone 1 deg depth 8", 2.0),
    ("coverage cones", 2.0),
    ("coverage cone", 3.0),
    ("coverage ellipse", 5.0),
    ("coverage polygon 2000 coast depth 12", 200.0),
    ("coverage polygon 2000 coast", 30.0),
    ("coverage polygon 4", 5.0),
    ("coverage polygon 50 star depth 12", 50.0),
    ("coverage polygon 50 star", 10.0),
    ("coverage ring centers", 1.5),
    ("coverage ring touched", 10.0),
    ("coverage visit", 3.0),
    ("coverage zone", 5.0),
    ("hash depth", 5.0),
    ("hash_one", 1.3),
    ("interpolate_bilinear", 4.0),
    ("moc complement", 4.0),
    ("moc contains", 8.0),
    ("moc fits nuniq", 10.0),
    ("moc fits range", 2.0),
    ("moc from cells", 4.0),
    ("moc intersection", 4.0),
    ("moc symmetric_difference", 4.0),
    ("moc union 1", 4.0),
    ("neighbors depth", 4.0),
    ("ring hash", 5.0),
    ("to_nested nside", 2.0),
    ("to_ring depth", 3.5),
    ("vertices", 4.0),
];

/// The target of an operation, if it has one.
#[must_use]
pub fn target(operation: &str) -> Option<f64> {
    TARGETS.iter().find(|(start, _)| operation.starts_with(start)).map(|(_, ratio)| *ratio)
}
